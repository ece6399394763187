"""Which backups stay: the last of each of so many hours, days and weeks, in the order of writing.

A clock that is set wrong takes none away. The order is that in which the backups were written, not
that of their dates; what stays is counted, never compared with the present; and each time that the
clock went back another turn begins, whose hours, days and weeks are others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, timedelta

Written = tuple[int, datetime]
"""When a backup was written: the turn of the clock, and what it said."""
Rotation = Callable[[Sequence[Written]], set[int]]
"""Returns the places of those that stay, of backups in the order of their writing."""

HOURS, DAYS, WEEKS = 24, 14, 26
"""Hours, days and weeks of work of which the last backup stays."""
TOLERANCE = timedelta(minutes=10)
"""What two computers at one folder, or a clock that is put right, may be apart."""


def find_turn(last: Written | None, at: datetime) -> int:
    """Return the turn of the clock for a backup after the last one."""
    turn, before = last or (0, at)
    return turn + (before > at + TOLERANCE)


def keep_last(most: int) -> Rotation:
    """Return the rotation that keeps so many."""

    def choose(backups: Sequence[Written]) -> set[int]:
        return set(range(max(len(backups) - most, 0), len(backups)))

    return choose


def keep_hours_days_weeks(backups: Sequence[Written]) -> set[int]:
    """Keep the last of each of the last hours, days and weeks in which there are backups."""
    kept: set[int] = set()
    for most, name in ((HOURS, _name_hour), (DAYS, datetime.date), (WEEKS, _name_week)):
        last: dict[Hashable, int] = {}
        for place in reversed(range(len(backups))):
            turn, at = backups[place]
            last.setdefault((turn, name(at)), place)
        kept.update(list(last.values())[:most])
    return kept


def _name_hour(at: datetime) -> tuple[object, int]:
    return at.date(), at.hour


def _name_week(at: datetime) -> tuple[int, int]:
    year, week, _ = at.isocalendar()
    return year, week
