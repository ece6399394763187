"""Findings and computed values in the words of the reader."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from erasmus_desk import words
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.computed import TextId
from erasmus_desk.draft.model import Value


def said(value: Value | TextId | datetime | None, texts: Texts) -> str:
    """Give a value as text in the language of `texts`; nothing gives a dash."""
    match value:
        case None:
            return "–"
        case TextId(id=text):
            return texts.get(text)
        case bool():
            return _yes_or_no(is_yes=value)
        case datetime():
            return words.moment(value, texts.language)
        case date():
            return words.day(value, texts.language)
        case Decimal() | int():
            return words.number(value, texts.language)
        case tuple():
            return words.listing(value, texts.language)
        case str():
            return value


def _yes_or_no(*, is_yes: bool) -> str:
    yes = QCoreApplication.translate("Speech", "Yes")
    return yes if is_yes else QCoreApplication.translate("Speech", "No")
