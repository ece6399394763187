"""Where in which table a text stands, counted as the writer counts.

Tables are counted in the order of the body; a table within a table belongs to the cell it stands
in, and a table that is new by a tracked change is counted apart, so that both leave the numbers
of the others alone. A cell has the number of the head's cell that it stands under, so that a cell
merged with its neighbour or split in one row moves nothing in the others.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.attributes import VAL, w, whole
from erasmus_desk.review_import.docx_reader.document import NEW, By, Fate
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.review_import.docx_reader.revisions import Mark, mark_in
from erasmus_desk.round_trip.record import Spot

ROW: Final = w("tr")
ROW_PROPERTIES: Final = w("trPr")
_CELL_PROPERTIES, _SPAN, _GAP = w("tcPr"), w("gridSpan"), w("gridBefore")
_MOST_SPAN = 64
"""Word itself has no more columns in a table."""


class Place(Struct, frozen=True):
    """Where a paragraph stands: `spot` as of now, `was_row` as it was before tracked changes."""

    spot: Spot | None = None
    was_row: int | None = None
    is_row_gone: bool = False
    row_by: By | None = None


class Table(Struct, eq=False):
    """A table while it is read. `number` is `None` for one that is not counted.

    `starts` are the columns of the grid where the head's cells begin, `width` is where they end.
    """

    number: int | None = None
    rows: int = 0
    rows_before: int = 0
    starts: list[int] = field(default_factory=list[int])
    width: int = 0

    def begin(self, node: Element) -> Row:
        """Begin a row."""
        properties = node.find(ROW_PROPERTIES)
        mark = mark_in(properties)
        row = Row(self, mark, self.rows, None if mark.is_new else self.rows_before)
        gap = properties.find(_GAP) if properties is not None else None
        row.column = min(whole(gap.get(VAL)) if gap is not None else 0, _MOST_SPAN)
        if not mark.fate.is_gone:
            self.rows += 1
        if not mark.is_new:
            self.rows_before += 1
        return row

    def end(self, row: Row) -> None:
        """End a row; the first that is there is the head."""
        if not self.starts and not row.mark.fate.is_gone:
            self.starts, self.width = row.starts, row.column

    def cell_at(self, column: int) -> int:
        """Give the number of the cell that stands at a column of the grid."""
        if column >= self.width:
            return len(self.starts) + column - self.width
        return max(bisect_right(self.starts, column) - 1, 0)


class Row(Struct, eq=False):
    """A row while it is read; `cell` counts its cells, `column` the columns of the grid."""

    table: Table
    mark: Mark
    number: int
    was: int | None
    column: int = 0
    cell: int = -1
    new_cells: int = 0
    starts: list[int] = field(default_factory=list[int])

    def begin_cell(self, node: Element, outer: Place) -> tuple[Place, Mark]:
        """Begin a cell: give its place, and what became of it."""
        properties = node.find(_CELL_PROPERTIES)
        span = properties.find(_SPAN) if properties is not None else None
        mark = mark_in(properties)
        column = self.column
        self.cell += 1
        if mark.fate is Fate.INSERTED:
            # It stands under no question of the head that was sent.
            number = NEW + self.new_cells
            self.new_cells += 1
        else:
            width = whole(span.get(VAL), 1) if span is not None else 1
            self.column += min(max(width, 1), _MOST_SPAN)
            self.starts.append(column)
            number = self.table.cell_at(column) if self.table.starts else len(self.starts) - 1
        return self._place(number, outer), mark

    def _place(self, column: int, outer: Place) -> Place:
        is_gone = self.mark.fate.is_gone
        if self.table.number is None:
            if not is_gone:
                return outer
            return Place(outer.spot, outer.was_row, is_row_gone=True, row_by=self.mark.by)
        spot = Spot(self.table.number, self.number, column)
        return Place(spot, self.was, is_gone, self.mark.by)
