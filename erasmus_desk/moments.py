"""Moments as files tell them, only those that every time zone has.

Other programs write the first moment of the calendar for one they do not know; told in local time
it is before the calendar begins, and an error.
"""

from __future__ import annotations

from datetime import UTC, datetime

YEARS = range(2, 9999)
"""At the ends of the calendar a time zone has no room."""


def parse_moment(text: str) -> datetime | None:
    """Return a moment in ISO 8601, with its zone if it names one; `None` for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year in YEARS else None


def to_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; where the calendar ends and has no room, as it is told."""
    try:
        return moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return moment.replace(tzinfo=UTC)


def to_local(moment: datetime) -> datetime:
    """Return a moment in the time of this computer, in UTC where that has none.

    A zone that is set by hand may be more than a day off, which no local time is.
    """
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
