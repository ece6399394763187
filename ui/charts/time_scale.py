"""The scale of a timeline: days as positions, and its months or quarters."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

MONTHS_PER_QUARTER = 3
MONTHS_PER_YEAR = 12


class Zoom(StrEnum):
    """The period of one column of the timeline."""

    MONTHS = "months"
    QUARTERS = "quarters"

    @property
    def months(self) -> int:
        """The number of months in a column."""
        return 1 if self is Zoom.MONTHS else MONTHS_PER_QUARTER


class TimeScale(Struct, frozen=True):
    """A scale of days; `per_day` is the width of a day in pixels."""

    first: date
    last: date
    per_day: float

    @property
    def width(self) -> float:
        """Pixels from the first to the last day, both included."""
        return ((self.last - self.first).days + 1) * self.per_day

    def left(self, day: date) -> float:
        """Return the position of the start of a day."""
        return (day - self.first).days * self.per_day

    def right(self, day: date) -> float:
        """Return the position of the end of a day."""
        return self.left(day) + self.per_day

    def count_days(self, pixels: float) -> int:
        """Return the number of whole days in a distance."""
        return round(pixels / self.per_day)

    def columns(self, zoom: Zoom) -> tuple[date, ...]:
        """Return the first days of the months or quarters on the scale."""
        columns: list[date] = []
        day = self.first
        while day <= self.last:
            columns.append(day)
            day = add_months(day, zoom.months)
        return tuple(columns)


def build_scale(days: tuple[date, ...], zoom: Zoom, per_day: float) -> TimeScale:
    """Return a scale of whole columns that includes all days."""
    first, last = min(days), max(days)
    start = first.replace(day=1)
    if zoom is Zoom.QUARTERS:
        start = start.replace(
            month=(start.month - 1) // MONTHS_PER_QUARTER * MONTHS_PER_QUARTER + 1
        )
    end = start
    while end <= last:
        end = add_months(end, zoom.months)
    return TimeScale(start, end - timedelta(days=1), per_day)


def add_months(day: date, months: int) -> date:
    """Return the first day of the month that is a number of months later."""
    years, month = divmod(day.month - 1 + months, MONTHS_PER_YEAR)
    return date(day.year + years, month + 1, 1)


def add_days(day: date, days: int) -> date:
    """Return the day a number of days later; beyond the ends of the calendar the day itself."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
