"""The text of a deadline, in the top bar and on the cards of the home page."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from . import plurals
from .dates import format_date

MAX_DAYS_PAST = 60
"""Days since a deadline that are counted; after that its date is shown."""


def format_deadline(moment: datetime, language: str) -> str:
    """Return the days to or since a deadline; its date if it is long past."""
    days = (moment.astimezone(UTC).date() - datetime.now(UTC).date()).days
    if days < -MAX_DAYS_PAST:
        text = QCoreApplication.translate("TopBar", "deadline passed on {}")
        return text.format(format_date(moment.date(), language))
    return plurals.days_left(days) if days >= 0 else plurals.days_over(-days)
