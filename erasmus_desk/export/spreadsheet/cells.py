"""A workbook as data: tabs, rows and cells with their formulas, and no library yet."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct, field


class Style(StrEnum):
    """How a cell looks; the writer knows what that means."""

    TITLE = "title"
    NOTE = "note"
    PART = "part"
    """The name of a table below it."""
    HEAD = "head"
    HEAD_RIGHT = "head-right"
    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    SUM = "sum"
    SUM_MONEY = "sum-money"
    SUM_SHARE = "sum-share"


class Slot(Struct, frozen=True):
    """One cell: words, a number, or a formula with the value it must come to."""

    value: str | Decimal
    style: Style = Style.TEXT
    formula: str = ""


Row = tuple[Slot | None, ...]

WRAPPED = frozenset({Style.HEAD, Style.HEAD_RIGHT, Style.TEXT})
"""Styles in which long words go on in the next line."""
_WIDTH = 9
"""Characters of a column that names no width."""
_FILL = 1.1
"""Letters that stand where the width of a column counts one figure, on average."""


class Tab(Struct):
    """One sheet of the workbook: its rows from the top, widths of columns in characters.

    `frozen` is how many rows stay in sight, `filtered` whether the first row offers filters,
    `figures` the columns whose heads stand above figures.
    """

    name: str
    widths: tuple[int, ...]
    frozen: int
    filtered: bool = False
    figures: range = range(0)
    rows: list[Row] = field(default_factory=list[Row])

    @property
    def next(self) -> int:
        """The place of the row that is added next, from 0."""
        return len(self.rows)

    def add(self, *slots: Slot | None) -> int:
        """Add a row and give its place."""
        self.rows.append(slots)
        return len(self.rows) - 1

    def heads(self, names: Iterable[str]) -> int:
        """Add a row of heads and give its place."""
        return self.add(*(self._head(name, place) for place, name in enumerate(names)))

    def lines(self, row: int) -> int:
        """Give how many lines the fullest cell of a row takes, roughly."""
        return max(
            (self._lines(place, slot) for place, slot in enumerate(self.rows[row])), default=1
        )

    def _lines(self, column: int, slot: Slot | None) -> int:
        if slot is None or slot.style not in WRAPPED or not isinstance(slot.value, str):
            return 1
        width = self.widths[column] if column < len(self.widths) else _WIDTH
        return sum(1 + int(len(line) / (width * _FILL)) for line in slot.value.split("\n"))

    def _head(self, name: str, column: int) -> Slot:
        return Slot(name, Style.HEAD_RIGHT if column in self.figures else Style.HEAD)

    def at(self, row: int, column: int) -> str:
        """Give the address of a cell for the formulas of other tabs."""
        return f"{_quoted(self.name)}!{at(row, column)}"

    def range(self, column: int, first: int, last: int) -> str:
        """Give the address of a part of a column for the formulas of other tabs."""
        return f"{_quoted(self.name)}!{at(first, column)}:{at(last, column)}"


def at(row: int, column: int) -> str:
    """Give the address of a cell that does not move when it is copied (`$C$5`)."""
    return f"${letters(column)}${row + 1}"


def letters(column: int) -> str:
    """Give the letters of a column, from 0 (`A`) over 26 (`AA`)."""
    name = ""
    left = column + 1
    while left:
        left, place = divmod(left - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"
