"""The data of a timeline, and its scale: days as positions, in months or quarters."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

MONTHS_PER_QUARTER = 3
MONTHS_PER_YEAR = 12
MAX_MARK_DISTANCE = 366
"""The greatest distance, in days, of a marked day from the first day."""


class Shape(StrEnum):
    """How the activities of one kind are drawn, so that it does not rely on colour."""

    BAR = "bar"
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"


class Bar(Struct, frozen=True):
    """A period from one day to another, both included, with what is said of it.

    `caption` is drawn in the bar or beside the mark, and in its place the `problem`, if any. A bar
    that `is_fixed` follows from other dates and cannot be moved.
    """

    id: str
    title: str
    start: date
    end: date
    code: str = ""
    caption: str = ""
    problem: str = ""
    is_fixed: bool = False

    @property
    def label(self) -> str:
        """The code with the title."""
        return f"{self.code} {self.title}".strip()


class Lane(Struct, frozen=True):
    """Bars of one kind below a heading with an icon."""

    title: str
    bars: tuple[Bar, ...]
    shape: Shape = Shape.BAR
    icon: str = ""


class DayKind(StrEnum):
    """What a marked day is."""

    TODAY = "today"
    DEADLINE = "deadline"
    PROJECT = "project"


class MarkedDay(Struct, frozen=True):
    """A vertical line over all lanes: today, the deadline, the first day of the project."""

    day: date
    label: str
    kind: DayKind = DayKind.PROJECT


class Chart(Struct, frozen=True):
    """Lanes, the days of the project if known, and marked days."""

    lanes: tuple[Lane, ...] = ()
    start: date | None = None
    end: date | None = None
    marks: tuple[MarkedDay, ...] = ()

    def bars(self) -> tuple[Bar, ...]:
        """Return all bars from top to bottom."""
        return tuple(bar for lane in self.lanes for bar in lane.bars)

    def days(self) -> tuple[date, ...]:
        """Return the days that the scale must include; marked days only if near the others."""
        days = [day for day in (self.start, self.end) if day is not None]
        days.extend(day for bar in self.bars() for day in (bar.start, bar.end))
        for mark in self.marks:
            if days and abs((mark.day - min(days)).days) <= MAX_MARK_DISTANCE:
                days.append(mark.day)
        return tuple(days)


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
    def days(self) -> int:
        """The number of days from the first to the last, both included."""
        return (self.last - self.first).days + 1

    @property
    def width(self) -> float:
        """The same in pixels."""
        return self.days * self.per_day

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
