"""Answers and computed values as text in the language of the reader."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.computed import TextId
from erasmus_desk.draft.model import Value
from erasmus_desk.i18n import formats

BRUSSELS = "Europe/Brussels"
"""The time zone of the Commission's deadlines, which is shown by name."""
SIMPLE_DATE_LANGUAGES = ("en", "nl")
"""Languages that write a date as day, name of the month and year."""


def format_date(value: date, language: str) -> str:
    """Format a date as `formats.format_date` does, with the month names of Qt.

    The top bar shows one date only; loading Babel for it takes 20 ms and 4 MB.
    """
    if language not in SIMPLE_DATE_LANGUAGES:
        return formats.format_date(value, language)
    return f"{value.day} {QLocale(language).monthName(value.month)} {value.year}"


def format_value(value: Value | TextId | datetime | None, texts: Texts) -> str:
    """Return a value as text in the language of `texts`; `None` as a dash."""
    language = texts.language
    match value:
        case None:
            text = "–"
        case TextId(id=text):
            text = texts.get(text)
        case bool():
            text = _format_bool(is_yes=value)
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


def _format_bool(*, is_yes: bool) -> str:
    yes = QCoreApplication.translate("ValueText", "Yes")
    return yes if is_yes else QCoreApplication.translate("ValueText", "No")


def format_moment(value: datetime, language: str) -> str:
    """Return a date and time, with the time zone if it has a name."""
    text = formats.format_moment(value, language)
    zone = str(value.tzinfo) if isinstance(value.tzinfo, ZoneInfo) else ""
    if zone == BRUSSELS:
        return QCoreApplication.translate("ValueText", "{} (Brussels time)").format(text)
    return f"{text} ({zone})" if zone else text
