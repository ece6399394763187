"""Table positions, counted as the writer counts.

Tables are counted in the order of the body; a nested table belongs to its outer cell, and
tables and cells inserted by tracked changes are counted apart, so that the others keep their
numbers. A cell has the number of the header cell above it, so that merged or split cells move
no others.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.attributes import (
    parse_int,
    read_properties,
    read_value,
    w,
)
from erasmus_desk.review_import.docx_reader.document import FIRST_INSERTED, Revision, RevisionAuthor
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.review_import.docx_reader.revisions import TrackedChange, read_own_change
from erasmus_desk.round_trip.record import CellPosition

ROW: Final = w("tr")
ROW_PROPERTIES: Final = w("trPr")
_CELL_PROPERTIES, _SPAN, _GRID_BEFORE = w("tcPr"), w("gridSpan"), w("gridBefore")
_MAX_SPAN = 64
"""Word has no more columns in a table."""


class TablePosition(Struct, frozen=True, gc=False):
    """The position of a paragraph: `cell` now, `original_row` before tracked changes."""

    cell: CellPosition | None = None
    original_row: int | None = None
    is_row_removed: bool = False
    row_by: RevisionAuthor | None = None
    path: tuple[int, ...] = ()


class OpenTable(Struct, eq=False):
    """A table while it is read. `number` is `None` for one that is not counted.

    `serial` tells it from all other tables of the text.
    `column_starts` are the grid columns where the header cells begin, `width` is where they end.
    """

    number: int | None = None
    row_count: int = 0
    original_row_count: int = 0
    column_starts: list[int] = field(default_factory=list[int])
    width: int = 0
    serial: int = 0
    all_rows: int = 0

    def begin_row(self, node: Element) -> OpenRow:
        """Begin a row."""
        properties = read_properties(node, ROW_PROPERTIES)
        change = read_own_change(properties)
        row = OpenRow(
            self, change, self.row_count, None if change.is_new else self.original_row_count
        )
        row.column = min(parse_int(read_value(properties.get(_GRID_BEFORE))), _MAX_SPAN)
        row.serial = self.all_rows
        self.all_rows += 1
        if not change.is_removed:
            self.row_count += 1
        if not change.is_new:
            self.original_row_count += 1
        return row

    def end_row(self, row: OpenRow) -> None:
        """End a row; the first that is not deleted is the header row."""
        if not self.column_starts and not row.change.is_removed:
            self.column_starts, self.width = row.column_starts, row.column

    def cell_at(self, column: int) -> int:
        """Return the number of the cell at a grid column."""
        if column >= self.width:
            return len(self.column_starts) + column - self.width
        return max(bisect_right(self.column_starts, column) - 1, 0)


class OpenRow(Struct, eq=False):
    """A row while it is read; `cell` counts its cells, `column` the grid columns."""

    table: OpenTable
    change: TrackedChange
    number: int
    original_number: int | None
    column: int = 0
    cell: int = -1
    inserted_cells: int = 0
    serial: int = 0
    column_starts: list[int] = field(default_factory=list[int])

    def begin_cell(
        self, node: Element, outer: TablePosition
    ) -> tuple[TablePosition, TrackedChange]:
        """Begin a cell; return its position and its tracked change."""
        properties = read_properties(node, _CELL_PROPERTIES)
        change = read_own_change(properties)
        column = self.column
        self.cell += 1
        if change.revision is Revision.INSERTED:
            # It has no header cell that was sent.
            number = FIRST_INSERTED + self.inserted_cells
            self.inserted_cells += 1
        else:
            width = parse_int(read_value(properties.get(_SPAN)), 1)
            self.column += min(max(width, 1), _MAX_SPAN)
            self.column_starts.append(column)
            is_header = not self.table.column_starts
            number = len(self.column_starts) - 1 if is_header else self.table.cell_at(column)
        return self._position(number, outer), change

    def _position(self, column: int, outer: TablePosition) -> TablePosition:
        is_removed, by = self.change.is_removed, self.change.by
        path = (*outer.path, self.table.serial, self.serial, self.cell)
        if self.table.number is not None:
            cell = CellPosition(self.table.number, self.number, column)
            return TablePosition(cell, self.original_number, is_removed, by, path)
        if not is_removed:
            is_removed, by = outer.is_row_removed, outer.row_by
        return TablePosition(outer.cell, outer.original_row, is_removed, by, path)
