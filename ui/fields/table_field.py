"""A table inside an item, whose rows are added, removed and edited cell by cell."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from erasmus_desk.draft.model import Key

from ..theme.theme import Theme
from ..widgets.buttons import push_button, tool_button
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import build_column, clear_layout
from .base import CellFrame, Field
from .question_box import build_remark_line
from .values import Remark


class TableColumn(Struct, frozen=True):
    """A column: the question its cells answer, and its heading."""

    question: str
    heading: str


class TableRow(Struct, frozen=True):
    """A row: its item id and the field of each column."""

    item: str
    fields: tuple[Field, ...]


class TableBox(CellFrame):
    """Rows of fields below column headings."""

    added = Signal()
    removed = Signal(str)
    """The item of the row to remove."""

    def __init__(
        self, key: Key, heading: str, columns: tuple[TableColumn, ...], add: str, theme: Theme
    ) -> None:
        super().__init__()
        self.key = key
        self._columns = columns
        self._theme = theme
        self._rows: tuple[TableRow, ...] = ()
        self._sums: dict[str, QLabel] = {}
        self._remarks: dict[Key, tuple[Remark, ...]] = {}
        cells = QWidget()
        self._grid = QGridLayout(cells)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._remark_lines = build_column(None, spacing=0.5)
        head = wrapped_label(heading, "label")
        if not heading:
            head.hide()
        layout = build_column(
            self, head, cells, self._remark_lines, margins=(0, 1, 0, 1), spacing=0.5
        )
        self.add_button = push_button(theme.accent_icon("plus"), add, clicked=self.added)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def shown_items(self) -> tuple[str, ...]:
        """Return the ids of the rows shown, in order."""
        return tuple(row.item for row in self._rows)

    def show_rows(self, rows: tuple[TableRow, ...]) -> None:
        """Show these rows with their fields instead of the previous ones."""
        clear_layout(self._grid)
        self._rows = rows
        self._cells, self._sums = {}, {}
        self.set_remarks({})
        for index, column in enumerate(self._columns):
            if rows:
                self._grid.addWidget(wrapped_label(column.heading, "quiet"), 0, index)
        for number, row in enumerate(rows, start=1):
            self._add_row(number, row)

    def _add_row(self, number: int, row: TableRow) -> None:
        for index, (column, field) in enumerate(zip(self._columns, row.fields, strict=True)):
            key = Key(column.question, row.item)
            self.add_cell(key, field)
            field.set_name(self._cell_name(key))
            self._grid.addWidget(field, number, index)
        self._sums[row.item] = sum_label = short_label("", "quiet")
        sum_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(sum_label, number, len(self._columns))
        label = self.tr("Remove row {}").format(number)
        remove = tool_button(self._theme.icon("trash-2"), label, clicked=self._on_remove)
        remove.setObjectName(row.item)
        self._grid.addWidget(remove, number, len(self._columns) + 1)

    def set_sum(self, item: str, text: str) -> None:
        """Show what a row amounts to, behind its fields."""
        label = self._sums.get(item)
        if label is not None and label.text() != text:
            label.setText(text)

    def set_remarks(self, remarks: Mapping[Key, tuple[Remark, ...]]) -> None:
        """Show the findings at the cells in lines below the table, each with its row.

        Those of the whole table, such as a wrong sum, come first.
        """
        own = {key: remarks[key] for key in (self.key, *self._cells) if remarks.get(key)}
        if own == self._remarks:
            return
        self._remarks = own
        clear_layout(self._remark_lines)
        for remark in own.get(self.key, ()):
            self._remark_lines.addWidget(build_remark_line(remark, self._theme))
        for key, field in self._cells.items():
            name, found = self._cell_name(key), own.get(key, ())
            text = " ".join(remark.text for remark in found)
            field.setToolTip(text)
            field.set_name(name, text)
            for remark in found:
                named = Remark(f"{name}: {remark.text}", remark.is_blocking)
                self._remark_lines.addWidget(build_remark_line(named, self._theme))

    def focus_row(self, item: str) -> None:
        """Focus the first field of a row; without such a row, focus the add button."""
        first = self._cells.get(Key(self._columns[0].question, item))
        if first is not None:
            first.focus_first()
        else:
            self.add_button.setFocus()

    def _cell_name(self, key: Key) -> str:
        heading = next(one.heading for one in self._columns if one.question == key.question)
        return f"{heading} {self.shown_items().index(key.item) + 1}"

    def _on_remove(self) -> None:
        self.removed.emit(self.sender().objectName())
