"""The grid of the matrix, in as many tables below each other as its columns need."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...fields.grid_table import GridTable
from ...theme.theme import GRID, Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.layouts import build_column
from .model import HEAD, NAME, MatrixModel

LEAST_NAME, USUAL_NAME = 16, 30
"""Characters of a name that are at least beside each other, and before headings have their room."""


class MatrixTable(GridTable):
    """The names with some of the columns; their headings are cells, so that they wrap."""

    def __init__(self, model: MatrixModel, theme: Theme) -> None:
        self.matrix_model = model
        super().__init__(model, theme)
        self.horizontalHeader().hide()

    def show_columns(self, columns: list[int]) -> None:
        """Show these columns after the names."""
        for column in range(1, self.matrix_model.columnCount()):
            self.setColumnHidden(column, column not in columns)
        self.fit()

    def pasted_columns(self) -> list[int]:
        """Return all columns, also those that another table shows."""
        return [*range(self.matrix_model.columnCount())]

    def shows_current(self) -> bool:
        """Mark no row: the cell with the cursor has a frame."""
        return False

    def least_width(self, column: int) -> int:
        """Return the width below which an amount, or a word above it, would be cut."""
        model = self.matrix_model
        words = self.delegate.measure_words(model.index(HEAD, column))
        below = (model.index(row, column) for row in range(HEAD + 1, model.rowCount()))
        return max([words, *map(self.delegate.measure_width, below)])

    def least_name(self) -> int:
        """Return the width in which the names wrap well, and no word of them is broken."""
        model, per_character = self.matrix_model, self.fontMetrics().averageCharWidth()
        cells = (model.index(row, NAME) for row in range(HEAD, model.rowCount()))
        words = max(map(self.delegate.measure_words, cells), default=0)
        usual, least = (per_character * one + self.side * 2 for one in (USUAL_NAME, LEAST_NAME))
        return min(self._natural_width(NAME), max(min(words, usual), least))

    def share_width(self) -> dict[int, int]:
        """Give the amounts the same room, as far as their headings let them; names have the rest.

        No amount is wider than a heading needs, and names wrap rather than that amounts differ.
        """
        shown = [column for column in self.shown_columns() if column != NAME]
        widths = {column: self.least_width(column) for column in shown}
        amounts = [column for column in shown if column < self.matrix_model.total]
        rest = sum(width for column, width in widths.items() if column not in amounts)
        room = self.viewport().width() - rest
        usual = self.fontMetrics().averageCharWidth() * USUAL_NAME
        name = min(self._natural_width(NAME), usual + self.side * 2)
        widest = max((widths[one] for one in amounts), default=0)
        name = max(min(name, room - widest * len(amounts)), self.least_name())
        most = max((self._natural_width(one) for one in amounts), default=0)
        widths |= _share_evenly({one: widths[one] for one in amounts}, room - name, most)
        return {NAME: max(self.viewport().width() - sum(widths.values()), GRID * 8), **widths}


def _share_evenly(least: Mapping[int, int], room: int, most: int) -> dict[int, int]:
    """Return widths that fill a room: alike, but for columns that need more than their share."""
    widths: dict[int, int] = {}
    for column in sorted(least, key=lambda one: least[one], reverse=True):
        share = max(room, 0) // (len(least) - len(widths))
        widths[column] = max(min(share, most), least[column])
        room -= widths[column]
    return widths


class MatrixGrid(QWidget):
    """The tables of the matrix; columns that have no room beside the others go below."""

    focused = Signal(object)
    """The key of the cell that got the cursor."""
    cell_changed = Signal(int, int)
    """The row and the column with the cursor."""
    refused = Signal(str)

    def __init__(self, model: MatrixModel, name: str, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self._name = name
        self._theme = theme
        self.tables: list[MatrixTable] = []
        self._column = build_column(self, spacing=2)
        self._add_table()
        model.modelReset.connect(self._arrange)

    @property
    def is_typed_in(self) -> bool:
        """Whether a cell is open, so that nothing around it should move."""
        return any(table.state() is table.State.EditingState for table in self.tables)

    def show_cell(self, row: int, column: int) -> MatrixTable:
        """Put the cursor in a cell, and return the table that has it."""
        found = (one for one in self.tables if not one.isColumnHidden(column))
        table = next(found, self.tables[0])
        table.show_cell(row, column)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns beside each other as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _arrange(self) -> None:
        parts = self._split([*range(1, self.model.total + 1)])
        is_narrow = len(parts) > 1
        if is_narrow:
            parts = self._split([*range(1, self.model.total)])
        self.model.set_narrow(is_narrow=is_narrow)
        while len(self.tables) < len(parts):
            self._add_table()
        while len(self.tables) > len(parts):
            table = self.tables.pop()
            self._column.removeWidget(table)
            table.hide()
            table.deleteLater()
        for number, (table, columns) in enumerate(zip(self.tables, parts, strict=True), start=1):
            table.set_narrow(is_narrow=is_narrow)
            table.show_columns(columns)
            name = self._name if len(parts) == 1 else f"{self._name} ({number})"
            set_accessible_name(table, name)

    def _split(self, columns: list[int]) -> list[list[int]]:
        """Return the columns of each table that fit beside each other, about as many in each."""
        table = self.tables[0]
        room = self.width() - table.least_name() - GRID
        widths = {column: table.least_width(column) for column in columns}
        parts: list[list[int]] = [[]]
        for column in columns:
            if parts[-1] and sum(widths[one] for one in (*parts[-1], column)) > room:
                parts.append([])
            parts[-1].append(column)
        size = ceil(len(columns) / len(parts))
        even = [columns[start : start + size] for start in range(0, len(columns), size)]
        fits = all(sum(widths[one] for one in part) <= room for part in even)
        return even if fits else parts

    def _add_table(self) -> None:
        table = MatrixTable(self.model, self._theme)
        table.focused.connect(self.focused)
        table.refused.connect(self.refused)
        table.row_changed.connect(self._on_current)
        self.tables.append(table)
        self._column.addWidget(table)

    def _on_current(self) -> None:
        table = self.sender()
        if isinstance(table, MatrixTable):
            here = table.currentIndex()
            self.cell_changed.emit(here.row(), here.column())
