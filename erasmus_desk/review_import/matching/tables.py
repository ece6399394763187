"""What stands in a table gets its place by table, row and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import By, Line
from erasmus_desk.review_import.matching.line_alignment import Laid
from erasmus_desk.review_import.matching.lines import Rail, Strand
from erasmus_desk.review_import.matching.result import RowCame, RowWent, latest
from erasmus_desk.review_import.matching.sequence_alignment import aligned
from erasmus_desk.review_import.matching.table_rows import columns_paired, rows_paired
from erasmus_desk.review_import.matching.unmatched_lines import Owner
from erasmus_desk.round_trip.record import Grid, Sent


class Tables:
    """Goes through the tables of a file.

    `done` are owners of lines in them, `apart` the rails of tables that were found again,
    `excused` those whose words may change or go. `skipped` are lines that are dealt with.
    """

    def __init__(self, lay: Laid, sent: Sent) -> None:
        """Go through them."""
        self._lay, self._sent = lay, sent
        self._grids = {grid.table: grid for grid in sent.grids}
        self._fillers = {piece.text for piece in sent.pieces if piece.missing}
        self.done: dict[int, Owner] = {}
        self.apart: set[int] = set()
        self.excused: set[int] = set()
        self.skipped: set[int] = set()
        self.came: list[RowCame] = []
        self.went: list[RowWent] = []
        self.orders: list[tuple[Key, tuple[str, ...]]] = []
        self._rails = _by_table(lay.rails)
        self._strands = _strands_by_table(lay.strands)
        for table, place in sorted(self._pairs().items()):
            self._table(table, place)

    def _pairs(self) -> dict[int, int]:
        """Pair tables by how many of their lines lie on each other."""
        votes: Counter[tuple[int, int]] = Counter()
        homes: dict[Key, set[int]] = {}
        for rail in self._lay.rails:
            if rail.key and rail.spot:
                homes.setdefault(rail.key, set()).add(rail.spot.table)
        for strand in self._lay.strands:
            if strand.spot is None:
                continue
            on = self._lay.on.get(strand.number, ())
            tables = {spot.table for at in on if (spot := self._lay.rails[at].spot)}
            for table in tables or (homes.get(strand.key, ()) if strand.key else ()):
                votes[strand.spot.table, table] += 1
        found: dict[int, int] = {}
        for (table, place), _ in sorted(votes.items(), key=lambda one: (-one[1], one[0])):
            if table not in found and place not in found.values():
                found[table] = place
        return found

    def _table(self, table: int, place: int) -> None:
        came, sent = self._strands.get(table, {}), self._rails[place]
        self.apart.update(at for its in sent.values() for at in its)
        rails = {row: [self._lay.rails[at] for at in its] for row, its in sent.items()}
        grid = self._grids.get(place)
        pairs = rows_paired(came, rails, grid)
        head = next((row for row, other in pairs.items() if other == 0), None)
        columns = columns_paired(came[head], rails[0]) if head is not None else None
        above = ""
        items: list[str] = []
        for row, strands in sorted(came.items()):
            if row in pairs:
                self._row(strands, sent[pairs[row]], columns)
                if grid and 0 < pairs[row] <= len(grid.items):
                    above = grid.items[pairs[row] - 1]
                    items.append(above)
            elif grid:
                self._new_row(strands, grid, above, columns)
            else:
                near = self._row_key(sent.get(row, ()))
                self._loose(strands, near)
        if grid:
            self._gone(grid, set(pairs.values()), table)
            sent_order = tuple(item for item in grid.items if item in items)
            if tuple(items) != sent_order:
                self.orders.append((grid.order, tuple(items)))

    def _row(
        self, strands: Sequence[Strand], sent: Sequence[int], columns: dict[int, int] | None
    ) -> None:
        near = self._row_key(sent)
        for column, its in _cells(strands):
            place = column if columns is None else columns.get(column)
            rails = [at for at in sent if _column_of(self._lay.rails[at]) == place]
            if rails:
                self._cell(its, rails, near)
            else:
                self._loose(its, near)

    def _cell(self, its: Sequence[Strand], rails: list[int], near: Key | None) -> None:
        """Lay the lines of a cell on its rails; what is left is its answer's, if it has one."""
        answer = next((at for at in rails if self._lay.rails[at].key), None)
        own = self._lay.rails[answer] if answer is not None else None
        for strand in its:
            if strand.key is None or (own and strand.key == own.key):
                self._lay.lift(strand.number)
        keyed = [one for one in its if one.key]
        if own and (theirs := [one.number for one in keyed if one.key == own.key]):
            self._lay.lay(theirs, [at for at in rails if self._lay.rails[at].key == own.key])
        left = [one for one in its if one.key is None and (one.text or one.was)]
        free = [at for at in rails if self._lay.is_free(at)]
        texts = [self._lay.rails[at].text for at in free]
        rest: list[Strand] = []
        for strand, at in zip(left, aligned(texts, [one.was or None for one in left]), strict=True):
            if at is None:
                rest.append(strand)
            else:
                self._lay.lay([strand.number], [free[at]])
        if own and own.key:
            for strand in rest or ([] if keyed or left else its[:1]):
                self.done[strand.number] = Owner(own.key, own.piece)
            return
        free = [at for at in free if self._lay.is_free(at)]
        for place, strand in enumerate(rest):
            rail = free[place] if place < len(free) else None
            if rail is not None and _is_count(strand.text, self._lay.rails[rail].text):
                self.skipped.add(strand.number)
                self.excused.add(rail)
            else:
                self.done[strand.number] = Owner(rail=rail, near=near)

    def _loose(self, strands: Sequence[Strand], near: Key | None) -> None:
        for strand in strands:
            if strand.key is None:
                self._lay.lift(strand.number)
                if strand.text:
                    self.done[strand.number] = Owner(near=near)

    def _row_key(self, rails: Sequence[int]) -> Key | None:
        its = [self._lay.rails[at] for at in rails]
        keys = [rail.key for rail in its if rail.key] + [rail.leads for rail in its if rail.leads]
        return keys[0] if keys else None

    def _new_row(
        self,
        strands: Sequence[Strand],
        grid: Grid,
        above: str,
        columns: dict[int, int] | None,
    ) -> None:
        cells: list[tuple[str, tuple[Line, ...]]] = []
        for column, its in _cells(strands):
            place = column if columns is None else columns.get(column, -1)
            question = grid.questions[place] if 0 <= place < len(grid.questions) else ""
            text = "\n".join(one.said for one in its if one.text)
            for strand in its:
                self._lay.lift(strand.number)
                is_loose = bool(strand.text) and not question and not strand.text.isdecimal()
                if is_loose:
                    self.done[strand.number] = Owner(near=grid.order)
                else:
                    self.skipped.add(strand.number)
            if question and text and text not in self._fillers:
                lines = tuple(_line(one) for one in its)
                cells.append((question, lines))
        if cells:
            self.came.append(RowCame(grid, above, tuple(cells), _row_by(strands)))

    def _gone(self, grid: Grid, there: set[int], table: int) -> None:
        """Note the rows that are gone, and who took them out."""
        known: dict[int | None, By | None] = {}
        for one in self._lay.strands:
            if one.line.is_row_gone and one.spot and one.spot.table == table:
                known[one.line.was_row] = one.line.row_by
                self._lay.lift(one.number)
                self.skipped.add(one.number)
        for row, item in enumerate(grid.items, start=1):
            rails = self._rails[grid.table].get(row)
            if rails is not None and row not in there:
                self.excused.update(rails)
                self.went.append(RowWent(grid, item, known.get(row)))


def _by_table(rails: Sequence[Rail]) -> dict[int, dict[int, list[int]]]:
    found: dict[int, dict[int, list[int]]] = {}
    for at, rail in enumerate(rails):
        if rail.spot:
            found.setdefault(rail.spot.table, {}).setdefault(rail.spot.row, []).append(at)
    return found


def _strands_by_table(strands: Sequence[Strand]) -> dict[int, dict[int, list[Strand]]]:
    found: dict[int, dict[int, list[Strand]]] = {}
    for one in strands:
        if one.spot and not one.line.is_row_gone:
            found.setdefault(one.spot.table, {}).setdefault(one.spot.row, []).append(one)
    return found


def _cells(row: Sequence[Strand]) -> Iterator[tuple[int, list[Strand]]]:
    cells: dict[int, list[Strand]] = {}
    for one in row:
        if one.spot:
            cells.setdefault(one.spot.column, []).append(one)
    yield from cells.items()


def _column_of(rail: Rail) -> int:
    return rail.spot.column if rail.spot else 0


def _is_count(one: str, other: str) -> bool:
    """Tell whether both are running numbers, which rows that come and go change."""
    return one.isdecimal() and other.isdecimal()


def _line(strand: Strand) -> Line:
    return replace(strand.line, spans=strand.spans)


def _row_by(strands: Sequence[Strand]) -> By | None:
    tracked = [one.line.row_by for one in strands if one.line.row_by]
    return tracked[0] if tracked else latest(span for one in strands for span in one.spans)
