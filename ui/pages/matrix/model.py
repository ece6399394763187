"""A lump sum as a grid: the amounts on top, their shares below, and what is left in the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt

from erasmus_desk.budget.matrix import MatrixChanges, MatrixColumn, MatrixRules, read_matrix
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.model import ChangeSet, Draft, Key, Value

from ...fields.grid_table import GridModel, Typed
from ...fields.line_fields import parse_amount
from ...session.session import Session
from ...widgets.cell import Cell
from ..base import FieldFindings
from .cells import MatrixCells, Row, list_alike, read_value
from .texts import MatrixTexts

HEAD, AMOUNT, SHARE, FIRST = range(4)
"""The rows on top, and the first of those that get shares; the last one is what is left."""
NAME: Final = 0
ADD_LABEL: Final = "list.add"
FILL_LABEL: Final = "list.fill"
PASTE_LABEL: Final = "list.paste"
REMOVE_LABEL: Final = "list.remove"


class MatrixModel(GridModel):
    """A column for each amount between the names and the sums."""

    def __init__(self, rules: MatrixRules, session: Session, texts: MatrixTexts) -> None:
        super().__init__()
        self._rules = rules
        self._session = session
        self._texts = texts
        self._findings: FieldFindings = {}
        self.is_narrow = False
        self.matrix = read_matrix(session.draft, session.pack, rules)
        self._shown = self._build_cells({})

    @property
    def draft(self) -> Draft:
        """The present draft."""
        return self._session.draft

    @property
    def total(self) -> int:
        """The column of the sums."""
        return len(self.matrix.columns) + 1

    @property
    def last(self) -> int:
        """The row of what is still to distribute."""
        return FIRST + len(self.matrix.takers)

    def refresh(self, keys: frozenset[Key] = frozenset()) -> None:
        """Show the present amounts; a cell that is being typed in stays open.

        If `keys` are given, only these answers changed.
        """
        old, matrix = self.matrix, read_matrix(self.draft, self._session.pack, self._rules)
        rows = dict(zip(old.takers, self._shown[FIRST : self.last], strict=True))
        self.matrix = matrix
        is_known = bool(keys) and all(map(self.concerns, keys))
        kept = {one: rows[one] for one in (list_alike(old, matrix, keys) if is_known else ())}
        before, self._shown = self._shown, self._build_cells(kept)
        if [len(row) for row in before] != [len(row) for row in self._shown]:
            self.beginResetModel()
            self.endResetModel()
            return
        for row, cells in enumerate(self._shown):
            if cells != before[row]:
                self.dataChanged.emit(self.index(row, NAME), self.index(row, self.total))

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Say the sums below the names, or in a column of their own."""
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self.refresh()

    def show_findings(self, findings: FieldFindings) -> None:
        """Mark the cells with something that is wrong."""
        self._findings = findings
        self.refresh()

    def list_remarks(self) -> Iterator[str]:
        """Yield what is wrong with single shares, with the name of each."""
        for row in range(FIRST, self.last):
            for column in range(1, self.total):
                key = self.key(row, column)
                if self._shown[row][column].is_wrong and key is not None:
                    for remark in self._findings.get(key, ()):
                        yield f"{self.name_cell(row, column)}: {remark.text}"

    def get_cell(self, row: int, column: int) -> Cell:
        """Return a cell as it is drawn."""
        return self._shown[row][column]

    def describe(self, row: int, column: int) -> str:
        """Return what is wrong with the amount in a cell."""
        key = self.key(row, column)
        return " ".join(one.text for one in self._findings.get(key, ())) if key else ""

    def get_column(self, column: int) -> MatrixColumn | None:
        """Return what is shared out in a column of the grid."""
        columns = self.matrix.columns
        return columns[column - 1] if 0 < column < self.total else None

    def is_typable(self, row: int, column: int) -> bool:
        """Return whether a cell can be typed in; who is nobody gets nothing new."""
        shared = self.get_column(column)
        if shared is None or not (row == AMOUNT or FIRST <= row < self.last):
            return False
        return row == AMOUNT or bool(self._get_taker(row) or shared.get_keys(""))

    def name_cell(self, row: int, column: int) -> str:
        """Return the column and the row of a cell."""
        shared = self.get_column(column)
        name = self._texts.get_name(shared) if shared else ""
        return f"{name}, {self._shown[row][NAME].text}"

    def key(self, row: int, column: int) -> Key | None:
        """Return the key of the amount in a cell, if it is in the draft."""
        shared = self.get_column(column)
        if shared is None or not self.is_typable(row, column):
            return None
        return shared.amount if row == AMOUNT else next(iter(self._get_keys(row, column)), None)

    def find(self, key: Key) -> tuple[int, int] | None:
        """Return the row and the column of an answer; a list of shares is at its first cell."""
        for column, shared in enumerate(self.matrix.columns, start=1):
            if key == shared.amount:
                return AMOUNT, column
            for row, taker in enumerate(self.matrix.takers, start=FIRST):
                is_list = key == shared.list_key and row == FIRST
                if is_list or key.item in shared.rows.get(taker, ()):
                    return row, column
        return None

    def concerns(self, key: Key) -> bool:
        """Return whether an answer is one of the grid, or was before it was removed."""
        return key.question in self._rules.questions

    def read(self, row: int, column: int) -> str:
        """Return the amount in a cell as it is typed."""
        return self._texts.format_typed(self._read_value(row, column))

    def is_same(self, row: int, column: int, text: str) -> bool:
        """Return whether a text is the amount in a cell, maybe written in another way."""
        return read_typed(text) == self._read_value(row, column)

    def write(self, row: int, column: int, text: str) -> None:
        """Set the amount in a cell as it is typed."""
        shared, value = self.get_column(column), read_typed(text)
        keys = self._get_keys(row, column)
        if shared is None or (not keys and value is None):
            return
        if len(keys) == 1:
            self._session.edit(keys[0], value)
        else:
            changes = self._collect(((row, column, value),), ADD_LABEL)
            self._session.perform(changes, is_begun=True)

    def write_block(self, cells: Iterable[Typed]) -> None:
        """Set several amounts in one step."""
        read = ((row, column, read_typed(text)) for row, column, text in cells)
        self._session.perform(self._collect(read, PASTE_LABEL))

    def set_amount(self, row: int, column: int, amount: Decimal) -> None:
        """Set the amount in a cell in one step."""
        self._session.perform(self._collect(((row, column, amount),), FILL_LABEL))

    def clear(self, row: int, column: int) -> None:
        """Empty a cell in one step."""
        self._session.perform(self._collect(((row, column, None),), REMOVE_LABEL))

    def leave(self, row: int, column: int) -> None:
        """Take the row of a share out of the draft again if it says nothing."""
        if row != AMOUNT and self.is_typable(row, column) and self._read_value(row, column) is None:
            self.clear(row, column)

    def size(self) -> tuple[int, int]:
        """Return the number of rows and of columns."""
        return len(self._shown), len(self._shown[HEAD])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column or a row, for screen readers."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        is_row = orientation is Qt.Orientation.Vertical
        place = (section, NAME) if is_row else (HEAD, section)
        if place[0] >= len(self._shown) or place[1] >= len(self._shown[HEAD]):
            return None
        return self._shown[place[0]][place[1]].spoken

    def _get_taker(self, row: int) -> str:
        return self.matrix.takers[row - FIRST] if FIRST <= row < self.last else ""

    def _get_keys(self, row: int, column: int) -> tuple[Key, ...]:
        shared = self.get_column(column)
        if shared is None:
            return ()
        return (shared.amount,) if row == AMOUNT else shared.get_keys(self._get_taker(row))

    def _read_value(self, row: int, column: int) -> Value | None:
        shared = self.get_column(column)
        if shared is None or not self.is_typable(row, column):
            return None
        taker = None if row == AMOUNT else self._get_taker(row)
        return read_value(self._session.draft, shared, taker)

    def _collect(self, cells: Iterable[tuple[int, int, Value | None]], label: str) -> ChangeSet:
        changes = MatrixChanges(self._session.draft, make_item_id)
        for row, column, value in cells:
            shared = self.get_column(column)
            if shared is not None and row == AMOUNT:
                changes.set_amount(shared, value)
            elif shared is not None:
                changes.set_share(shared, self._get_taker(row), value)
        return changes.build(label)

    def _build_cells(self, kept: Mapping[str, Row]) -> list[Row]:
        word, narrow = self._texts.get_list_word(self._rules.takers), self.is_narrow
        cells = MatrixCells(self.matrix, self.draft, self._texts, word, is_narrow=narrow)
        return cells.build(kept)


def read_typed(text: str) -> Value | None:
    """Return the amount that somebody typed; what cannot be read stays a text."""
    typed = text.strip()
    amount = parse_amount(typed)
    return amount if amount is not None else typed or None
