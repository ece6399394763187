"""Days as places on a line, and the months or quarters written above it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

MONTHS_OF_QUARTER = 3
MONTHS_OF_YEAR = 12


class Zoom(StrEnum):
    """What one column of the timeline is."""

    MONTHS = "months"
    QUARTERS = "quarters"

    @property
    def months(self) -> int:
        """How many months a column has."""
        return 1 if self is Zoom.MONTHS else MONTHS_OF_QUARTER


class Scale(Struct, frozen=True):
    """A line of days from `first` on; `per_day` is the width of a day in pixels."""

    first: date
    last: date
    per_day: float

    @property
    def width(self) -> float:
        """Pixels from the first to the last day, both included."""
        return ((self.last - self.first).days + 1) * self.per_day

    def left(self, day: date) -> float:
        """Give where a day begins."""
        return (day - self.first).days * self.per_day

    def right(self, day: date) -> float:
        """Give where a day ends."""
        return self.left(day) + self.per_day

    def days(self, pixels: float) -> int:
        """Give how many whole days a distance is."""
        return round(pixels / self.per_day)

    def columns(self, zoom: Zoom) -> tuple[date, ...]:
        """Give the first days of the months or quarters on the line."""
        found: list[date] = []
        day = self.first
        while day <= self.last:
            found.append(day)
            day = month_on(day, zoom.months)
        return tuple(found)


def scale_of(days: tuple[date, ...], zoom: Zoom, per_day: float) -> Scale:
    """Give the line on which all days lie, from a whole column to a whole column."""
    first, last = min(days), max(days)
    start = first.replace(day=1)
    if zoom is Zoom.QUARTERS:
        start = start.replace(month=(start.month - 1) // MONTHS_OF_QUARTER * MONTHS_OF_QUARTER + 1)
    end = start
    while end <= last:
        end = month_on(end, zoom.months)
    return Scale(start, end - timedelta(days=1), per_day)


def month_on(day: date, months: int) -> date:
    """Give the first day of the month so many months on."""
    years, month = divmod(day.month - 1 + months, MONTHS_OF_YEAR)
    return date(day.year + years, month + 1, 1)


def moved(day: date, days: int) -> date:
    """Give a day so many days on; at the ends of the calendar the day itself."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
