"""Answers and computed values as text in the language of the reader."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.computed import TextId
from erasmus_desk.draft.model import Value
from erasmus_desk.i18n import formats

from .dates import add_zone


def format_value(value: Value | TextId | datetime | None, texts: Texts) -> str:
    """Return a value as text in the language of `texts`; `None` as a dash."""
    language = texts.language
    match value:
        case None:
            text = "–"
        case TextId(id=text):
            text = texts.get(text)
        case True:
            text = QCoreApplication.translate("ValueText", "Yes")
        case False:
            text = QCoreApplication.translate("ValueText", "No")
        case datetime():
            text = format_moment(value, language)
        case date():
            text = formats.format_date(value, language)
        case Decimal() | int():
            text = formats.format_number(value, language)
        case tuple():
            text = formats.format_list(value, language)
        case str():
            text = value
    return text


def format_moment(value: datetime, language: str) -> str:
    """Return a date and time, with the time zone if it has a name."""
    return add_zone(formats.format_moment(value, language), value)
