"""Dates and deadlines with the month names of Qt: a start shows a few, and babel loads slowly."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from erasmus_desk.i18n import formats

from . import plurals

SIMPLE_DATE_LANGUAGES = ("en", "nl")
"""Languages that write a date as day, name of the month and year."""
MAX_DAYS_PAST = 60
"""Days since a deadline that are counted; after that its date is shown."""


def format_date(value: date, language: str) -> str:
    """Return a date as `formats.format_date` does."""
    if language not in SIMPLE_DATE_LANGUAGES:
        return formats.format_date(value, language)
    return f"{value.day} {QLocale(language).monthName(value.month)} {value.year}"


def format_moment(value: datetime, language: str) -> str:
    """Return a date and the time of day as `formats.format_moment` does."""
    if language not in SIMPLE_DATE_LANGUAGES:
        return formats.format_moment(value, language)
    return f"{format_date(value, language)}, {value:%H:%M}"


def format_deadline(moment: datetime, language: str) -> str:
    """Return the days to or since a deadline; its date if it is long past."""
    days = (moment.astimezone(UTC).date() - datetime.now(UTC).date()).days
    if days < -MAX_DAYS_PAST:
        text = QCoreApplication.translate("TopBar", "deadline passed on {}")
        return text.format(format_date(moment.date(), language))
    return plurals.days_left(days) if days >= 0 else plurals.days_over(-days)
