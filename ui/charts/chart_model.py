"""What a timeline shows, as data."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Bar(Struct, frozen=True):
    """Something that takes from one day to another, both included."""

    id: str
    label: str
    start: date
    end: date
    is_outside: bool = False
    """Whether it lies (partly) outside the project."""


class Lane(Struct, frozen=True):
    """Bars of one kind under one heading."""

    title: str
    bars: tuple[Bar, ...]


class MarkedDay(Struct, frozen=True):
    """A line across all lanes: today, the deadline."""

    day: date
    label: str
    is_warm: bool = False


class Chart(Struct, frozen=True):
    """All lanes, the days of the project if they are known, and the days that are marked."""

    lanes: tuple[Lane, ...] = ()
    start: date | None = None
    end: date | None = None
    marks: tuple[MarkedDay, ...] = ()

    def bars(self) -> tuple[Bar, ...]:
        """Give all bars from top to bottom."""
        return tuple(bar for lane in self.lanes for bar in lane.bars)

    def days(self) -> tuple[date, ...]:
        """Give every day that must lie on the line; today only if it lies near the others."""
        ends = [self.start, self.end]
        days = [one for one in ends if one is not None]
        days.extend(day for bar in self.bars() for day in (bar.start, bar.end))
        for mark in self.marks:
            if days and abs((mark.day - min(days)).days) <= NEAR:
                days.append(mark.day)
        return tuple(days)


NEAR = 366
"""Days that a marked day may lie before the first day to be drawn all the same."""
