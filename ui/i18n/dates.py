"""Dates with the month names of Qt: a start shows a few, and babel takes 40 ms to load."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QLocale

from erasmus_desk.i18n import formats

SIMPLE_DATE_LANGUAGES = ("en", "nl")
"""Languages that write a date as day, name of the month and year."""


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
