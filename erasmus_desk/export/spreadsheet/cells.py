"""A workbook as data: sheets, rows, cells and formulas, independent of a library."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from math import ceil

from msgspec import Struct, field


class CellStyle(StrEnum):
    """The style of a cell, which the writer maps to a format."""

    TITLE = "title"
    NOTE = "note"
    PART = "part"
    """The title of a table."""
    HEAD = "head"
    HEAD_RIGHT = "head-right"
    HEAD_UP = "head-up"
    """A head that runs upwards above a column of short numbers."""
    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    SUM = "sum"
    SUM_MONEY = "sum-money"
    SUM_SHARE = "sum-share"


class SheetCell(Struct, frozen=True):
    """A cell: a text, a number, or a formula with its value."""

    value: str | Decimal
    style: CellStyle = CellStyle.TEXT
    formula: str = ""


SheetRow = tuple[SheetCell | None, ...]

_WRAPPED_STYLES = frozenset({CellStyle.HEAD, CellStyle.HEAD_RIGHT, CellStyle.TEXT})
"""Styles with wrapped text."""
_HEAD_STYLES = frozenset({CellStyle.HEAD, CellStyle.HEAD_RIGHT})
_BOLD_LETTER, _HEAD_MARGIN = 1.1, 2
"""Width of a bold letter in units of column width, and the room beside a word of a header."""
_DEFAULT_WIDTH = 9
"""Width in characters of a column without a width."""
_LINES_PER_LETTER = 0.4
"""Height of a letter of a head that runs upwards, in lines."""
_LETTERS_PER_UNIT = 1.1
"""Letters per unit of column width, which is the width of a digit."""


class Sheet(Struct):
    """A sheet of the workbook: its rows from the top, widths of columns in characters.

    `frozen_rows` stay visible, `has_filter` adds filters to the first row, the headers of
    `number_columns` are aligned right, those of `narrow_columns` run upwards.
    """

    name: str
    widths: tuple[int, ...]
    frozen_rows: int
    has_filter: bool = False
    number_columns: range = range(0)
    narrow_columns: frozenset[int] = frozenset()
    rows: list[SheetRow] = field(default_factory=list[SheetRow])

    @property
    def next_row(self) -> int:
        """The index of the row that is added next."""
        return len(self.rows)

    def add(self, *cells: SheetCell | None) -> int:
        """Add a row and return its index."""
        self.rows.append(cells)
        return len(self.rows) - 1

    def add_head(self, names: Iterable[str]) -> int:
        """Add a header row and return its index."""
        return self.add(
            *(SheetCell(name, self._find_head_style(place)) for place, name in enumerate(names))
        )

    def _find_head_style(self, place: int) -> CellStyle:
        if place in self.narrow_columns:
            return CellStyle.HEAD_UP
        return CellStyle.HEAD_RIGHT if place in self.number_columns else CellStyle.HEAD

    def list_widths(self) -> tuple[int, ...]:
        """Return the widths of the columns, none narrower than a word of its headers."""
        widths = list(self.widths)
        heads = (enumerate(row[: len(widths)]) for row in self.rows)
        for place, cell in (found for row in heads for found in row):
            if cell is not None and cell.style in _HEAD_STYLES and isinstance(cell.value, str):
                longest = max(map(len, cell.value.split()), default=0)
                widths[place] = max(widths[place], ceil(longest * _BOLD_LETTER) + _HEAD_MARGIN)
        return tuple(widths)

    def count_lines(self, row: int) -> int:
        """Return about how many lines the longest cell of a row has."""
        lines = (self._count_cell_lines(place, cell) for place, cell in enumerate(self.rows[row]))
        return max(lines, default=1)

    def _count_cell_lines(self, column: int, cell: SheetCell | None) -> int:
        if cell is None or not isinstance(cell.value, str):
            return 1
        if cell.style is CellStyle.HEAD_UP:
            return 1 + int(len(cell.value) * _LINES_PER_LETTER)
        if cell.style not in _WRAPPED_STYLES:
            return 1
        width = self.widths[column] if column < len(self.widths) else _DEFAULT_WIDTH
        most = width * _LETTERS_PER_UNIT
        return sum(1 + int(len(line) / most) for line in cell.value.split("\n"))

    def format_address(self, row: int, column: int) -> str:
        """Return the address of a cell for formulas of other sheets."""
        return f"{_quote(self.name)}!{format_address(row, column)}"

    def format_range(self, column: int, first: int, last: int) -> str:
        """Return the address of a part of a column for formulas of other sheets."""
        return f"{_quote(self.name)}!{format_range(column, first, last)}"


def format_address(row: int, column: int) -> str:
    """Return the absolute address of a cell (`$C$5`)."""
    return f"${format_column(column)}${row + 1}"


def format_range(column: int, first: int, last: int) -> str:
    """Return the absolute address of the rows `first` to `last` of a column."""
    return f"{format_address(first, column)}:{format_address(last, column)}"


def format_column(column: int) -> str:
    """Return the letters of a column index: `A` for 0, `AA` for 26."""
    name = ""
    remaining = column + 1
    while remaining:
        remaining, place = divmod(remaining - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def _quote(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"
