"""Matching of table cells by table, row and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import Paragraph, RevisionAuthor
from erasmus_desk.review_import.matching.line_alignment import Alignment
from erasmus_desk.review_import.matching.lines import ReturnedLine, SentLine
from erasmus_desk.review_import.matching.result import (
    AddedTableRow,
    RemovedTableRow,
    find_latest_author,
)
from erasmus_desk.review_import.matching.sequence_alignment import patience_align
from erasmus_desk.review_import.matching.table_rows import (
    get_column,
    group_by_column,
    pair_columns,
    pair_rows,
)
from erasmus_desk.review_import.matching.unmatched_lines import Assignment
from erasmus_desk.round_trip.record import RecordTable, SentRecord

MIN_FAMILIAR_SHARE = 0.5
"""Share of the cells of a table that must be as sent if nothing else tells that it is ours."""


class TableMatcher:
    """Matches the tables of a file.

    `table_lines` are the sent lines of matched tables, `excused` those that may change or go.
    `skipped` are returned lines that need no assignment.
    """

    def __init__(self, alignment: Alignment, sent: SentRecord) -> None:
        self._alignment, self._sent_lines = alignment, alignment.sent_lines
        self._rows_tables = {rows_table.table: rows_table for rows_table in sent.tables}
        self._placeholders = {block.text for block in sent.blocks if block.is_placeholder}
        self.assignments: dict[int, Assignment] = {}
        self.table_lines: set[int] = set()
        self.excused: set[int] = set()
        self.skipped: set[int] = set()
        self.added: list[AddedTableRow] = []
        self.removed: list[RemovedTableRow] = []
        self.row_orders: list[tuple[Key, tuple[str, ...]]] = []
        self.guessed_orders: set[Key] = set()
        self._sent_rows = _group_sent_lines(alignment.sent_lines)
        self._returned_rows = _group_returned_lines(alignment.returned_lines)
        # The tables with controls or bookmarks of ours, if only in deleted rows.
        lines = alignment.returned_lines
        self._marked = {line.cell.table for line in lines if line.cell and line.key}
        for table, place in sorted(self._pair_tables().items()):
            self._match_table(table, place)

    def _pair_tables(self) -> dict[int, int]:
        """Pair tables by the number of matching lines."""
        votes: Counter[tuple[int, int]] = Counter()
        tables_of: dict[Key, set[int]] = {}
        for sent_line in self._alignment.sent_lines:
            if sent_line.key and sent_line.cell:
                tables_of.setdefault(sent_line.key, set()).add(sent_line.cell.table)
        for line in self._alignment.returned_lines:
            if line.cell is None:
                continue
            sent_numbers = self._alignment.sent_of.get(line.number, ())
            tables = {cell.table for at in sent_numbers if (cell := self._sent_lines[at].cell)}
            for table in tables or (tables_of.get(line.key, ()) if line.key else ()):
                votes[line.cell.table, table] += 1
        found: dict[int, int] = {}
        for (table, sent_table), _ in sorted(votes.items(), key=lambda one: (-one[1], one[0])):
            is_free = table not in found and sent_table not in found.values()
            if is_free and (table in self._marked or self._is_familiar(table, sent_table)):
                found[table] = sent_table
        return found

    def _is_familiar(self, table: int, sent_table: int) -> bool:
        """Return whether enough of a table is as sent: a word in common is no sign."""
        rows, sent = self._returned_rows.get(table, {}), self._sent_rows[sent_table]
        known = {self._sent_lines[at].text for numbers in sent.values() for at in numbers}
        texts = [
            one.original_text or one.text for lines in rows.values() for one in lines if one.text
        ]
        familiar = sum(text in known for text in texts)
        return familiar > 0 and familiar >= MIN_FAMILIAR_SHARE * len(texts)

    def _match_table(self, table: int, sent_table: int) -> None:
        returned, sent = self._returned_rows.get(table, {}), self._sent_rows[sent_table]
        self.table_lines.update(at for numbers in sent.values() for at in numbers)
        sent_lines = {
            row: [self._sent_lines[at] for at in numbers] for row, numbers in sent.items()
        }
        rows_table = self._rows_tables.get(sent_table)
        pairs = pair_rows(returned, sent_lines, rows_table)
        head = next((row for row, other in pairs.items() if other == 0), None)
        columns = pair_columns(returned[head], sent_lines[0]) if head is not None else None
        above = ""
        items: list[str] = []
        for row, lines in sorted(returned.items()):
            if row in pairs:
                self._match_row(lines, sent[pairs[row]], columns)
                if rows_table and 0 < pairs[row] <= len(rows_table.items):
                    above = rows_table.items[pairs[row] - 1]
                    items.append(above)
            elif rows_table:
                self._add_row(lines, rows_table, above, columns, is_guess=table not in self._marked)
            else:
                near = self._find_row_key(sent.get(row, ()))
                self._leave_unmatched(lines, near)
        if rows_table:
            self._collect_removed(rows_table, set(pairs.values()), table)
            sent_order = tuple(item for item in rows_table.items if item in items)
            if tuple(items) != sent_order:
                self.row_orders.append((rows_table.order, tuple(items)))
                if table not in self._marked:
                    self.guessed_orders.add(rows_table.order)

    def _match_row(
        self, lines: Sequence[ReturnedLine], sent: Sequence[int], columns: dict[int, int] | None
    ) -> None:
        near = self._find_row_key(sent)
        for column, cell_lines in group_by_column(lines).items():
            sent_column = column if columns is None else columns.get(column)
            sent_lines = [at for at in sent if get_column(self._sent_lines[at]) == sent_column]
            if sent_lines:
                self._match_cell(cell_lines, sent_lines, near)
            else:
                self._leave_unmatched(cell_lines, near)

    def _match_cell(
        self, cell_lines: Sequence[ReturnedLine], sent_lines: list[int], near: Key | None
    ) -> None:
        """Match the lines of a cell; the rest belongs to its answer, if it has one."""
        answer = next((at for at in sent_lines if self._sent_lines[at].key), None)
        answer_line = self._sent_lines[answer] if answer is not None else None
        for line in cell_lines:
            if line.key is None or (answer_line and line.key == answer_line.key):
                self._alignment.unmatch(line.number)
        keyed = [one for one in cell_lines if one.key]
        if answer_line and (own := [one.number for one in keyed if one.key == answer_line.key]):
            sent_own = [at for at in sent_lines if self._sent_lines[at].key == answer_line.key]
            self._alignment.match(own, sent_own)
        left = [one for one in cell_lines if one.key is None and (one.text or one.original_text)]
        free = [at for at in sent_lines if self._alignment.is_free(at)]
        texts = [self._sent_lines[at].text for at in free]
        remaining: list[ReturnedLine] = []
        matches = patience_align(texts, [one.original_text or None for one in left])
        for line, at in zip(left, matches, strict=True):
            if at is None:
                remaining.append(line)
            else:
                self._alignment.match([line.number], [free[at]])
        if answer_line and answer_line.key:
            for line in remaining or ([] if keyed or left else cell_lines[:1]):
                self.assignments[line.number] = Assignment(answer_line.key, answer_line.block)
            return
        free = [at for at in free if self._alignment.is_free(at)]
        for index, line in enumerate(remaining):
            sent_line = free[index] if index < len(free) else None
            sent_text = self._sent_lines[sent_line].text if sent_line is not None else ""
            # Rows that are added or removed change the numbers of the others.
            if sent_line is not None and line.text.isdecimal() and sent_text.isdecimal():
                self.skipped.add(line.number)
                self.excused.add(sent_line)
            else:
                self.assignments[line.number] = Assignment(sent_line=sent_line, near=near)

    def _leave_unmatched(self, lines: Sequence[ReturnedLine], near: Key | None) -> None:
        for line in lines:
            if line.key is None:
                self._alignment.unmatch(line.number)
                if line.text:
                    self.assignments[line.number] = Assignment(near=near)

    def _find_row_key(self, sent_lines: Sequence[int]) -> Key | None:
        row_lines = [self._sent_lines[at] for at in sent_lines]
        keys = [*(line.key for line in row_lines), *(line.label_of for line in row_lines)]
        return next(filter(None, keys), None)

    def _add_row(
        self,
        lines: Sequence[ReturnedLine],
        rows_table: RecordTable,
        above: str,
        columns: dict[int, int] | None,
        *,
        is_guess: bool,
    ) -> None:
        cells: list[tuple[str, tuple[Paragraph, ...]]] = []
        for column, cell_lines in group_by_column(lines).items():
            sent_column = column if columns is None else columns.get(column, -1)
            question = (
                rows_table.questions[sent_column]
                if 0 <= sent_column < len(rows_table.questions)
                else ""
            )
            text = "\n".join(one.raw_text for one in cell_lines if one.text)
            for line in cell_lines:
                self._alignment.unmatch(line.number)
                is_unmatched = bool(line.text) and not question and not line.text.isdecimal()
                if is_unmatched:
                    self.assignments[line.number] = Assignment(near=rows_table.order)
                else:
                    self.skipped.add(line.number)
            if question and text and text not in self._placeholders:
                paragraphs = tuple(replace(one.paragraph, runs=one.runs) for one in cell_lines)
                cells.append((question, paragraphs))
        if cells:
            by = _find_row_author(lines)
            self.added.append(AddedTableRow(rows_table, above, tuple(cells), by, is_guess))

    def _collect_removed(self, rows_table: RecordTable, present: set[int], table: int) -> None:
        """Collect the removed rows, and their authors."""
        known: dict[int | None, RevisionAuthor | None] = {}
        for one in self._alignment.returned_lines:
            if one.paragraph.is_row_removed and one.cell and one.cell.table == table:
                known[one.paragraph.original_row] = one.paragraph.row_by
                self._alignment.unmatch(one.number)
                self.skipped.add(one.number)
        is_guess = table not in self._marked
        for row, item in enumerate(rows_table.items, start=1):
            sent_lines = self._sent_rows[rows_table.table].get(row)
            if sent_lines is not None and row not in present:
                self.excused.update(sent_lines)
                self.removed.append(RemovedTableRow(rows_table, item, known.get(row), is_guess))


def _group_sent_lines(sent_lines: Sequence[SentLine]) -> dict[int, dict[int, list[int]]]:
    found: dict[int, dict[int, list[int]]] = {}
    for at, sent_line in enumerate(sent_lines):
        if sent_line.cell:
            found.setdefault(sent_line.cell.table, {}).setdefault(sent_line.cell.row, []).append(at)
    return found


def _group_returned_lines(
    lines: Sequence[ReturnedLine],
) -> dict[int, dict[int, list[ReturnedLine]]]:
    found: dict[int, dict[int, list[ReturnedLine]]] = {}
    for one in lines:
        if one.cell and not one.paragraph.is_row_removed:
            found.setdefault(one.cell.table, {}).setdefault(one.cell.row, []).append(one)
    return found


def _find_row_author(lines: Sequence[ReturnedLine]) -> RevisionAuthor | None:
    tracked = [one.paragraph.row_by for one in lines if one.paragraph.row_by]
    return tracked[0] if tracked else find_latest_author(run for one in lines for run in one.runs)
