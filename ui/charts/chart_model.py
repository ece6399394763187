"""The data of a timeline."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Bar(Struct, frozen=True):
    """A period from one day to another, both included."""

    id: str
    label: str
    start: date
    end: date
    is_outside: bool = False
    """Whether it is partly outside the project."""


class Lane(Struct, frozen=True):
    """Bars of one kind below a heading."""

    title: str
    bars: tuple[Bar, ...]


class MarkedDay(Struct, frozen=True):
    """A vertical line over all lanes: today, the deadline."""

    day: date
    label: str
    is_warm: bool = False


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


MAX_MARK_DISTANCE = 366
"""The greatest distance, in days, of a marked day from the first day."""
