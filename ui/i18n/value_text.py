"""Findings and computed values in the words of the reader."""

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
"""The zone of the Commission's deadlines; it has a name of its own in every language."""


PLAIN = ("en", "nl")
"""Languages whose dates are day, month in letters and year, with nothing between."""


def day(value: date, language: str) -> str:
    """Give a date as `words.day` does, from Qt's own months where it can.

    For the bar on top, which would load babel for this one date: 20 ms and 4 MB.
    """
    if language not in PLAIN:
        return formats.day(value, language)
    return f"{value.day} {QLocale(language).monthName(value.month)} {value.year}"


def said(value: Value | TextId | datetime | None, texts: Texts) -> str:
    """Give a value as text in the language of `texts`; nothing gives a dash."""
    language = texts.language
    match value:
        case None:
            words_said = "–"
        case TextId(id=text):
            words_said = texts.get(text)
        case bool():
            words_said = _yes_or_no(is_yes=value)
        case datetime():
            words_said = moment(value, language)
        case date():
            words_said = formats.day(value, language)
        case Decimal() | int():
            words_said = formats.number(value, language)
        case tuple():
            words_said = formats.listing(value, language)
        case str():
            words_said = value
    return words_said


def _yes_or_no(*, is_yes: bool) -> str:
    yes = QCoreApplication.translate("Speech", "Yes")
    return yes if is_yes else QCoreApplication.translate("Speech", "No")


def moment(value: datetime, language: str) -> str:
    """Say a date and time with the place whose clock is meant, where it names one."""
    text = formats.moment(value, language)
    zone = str(value.tzinfo) if isinstance(value.tzinfo, ZoneInfo) else ""
    if zone == BRUSSELS:
        return QCoreApplication.translate("Speech", "{} (Brussels time)").format(text)
    return f"{text} ({zone})" if zone else text
