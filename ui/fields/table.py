"""A table of rows inside an item: add, remove and edit rows, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.model import Key, Value

from ..buttons import push_button, tool_button
from ..theme import GRID, Look, set_role
from .base import Field
from .question import Remark


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the question its cells answer and its heading."""

    question: str
    heading: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row as shown: its item id and the field of each column."""

    item: str
    fields: tuple[Field, ...]


class TableBox(QFrame):
    """Rows of fields under column headings. It only reports; the draft decides."""

    edited = Signal(object, object)
    """Key of the cell and its value."""
    focused = Signal(object)
    added = Signal()
    removed = Signal(str)

    def __init__(
        self, key: Key, heading: str, columns: tuple[Column, ...], add: str, look: Look
    ) -> None:
        """Build the headings and the button that adds a row."""
        super().__init__()
        self.key = key
        self._columns = columns
        self._look = look
        self._rows: tuple[Row, ...] = ()
        self._cells: dict[Key, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(GRID // 2)
        head = QLabel(heading)
        head.setWordWrap(True)
        set_role(head, "label")
        layout.addWidget(head)
        self._grid_widget = QWidget()
        self._grid = QGridLayout(self._grid_widget)
        self._grid.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._grid_widget)
        self.add_button = push_button(look.accent_icon("plus"), add)
        self.add_button.clicked.connect(self.added)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def shown_items(self) -> tuple[str, ...]:
        """Give the ids of the rows shown, in order."""
        return tuple(row.item for row in self._rows)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows with their fields instead of those before."""
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        self._rows = rows
        self._cells = {}
        for place, column in enumerate(self._columns):
            if rows:
                head = QLabel(column.heading)
                head.setWordWrap(True)
                set_role(head, "quiet")
                self._grid.addWidget(head, 0, place)
        for line, row in enumerate(rows, start=1):
            self._place_row(line, row)

    def _place_row(self, line: int, row: Row) -> None:
        for place, (column, field) in enumerate(zip(self._columns, row.fields, strict=True)):
            key = Key(column.question, row.item)
            self._cells[key] = field
            field.set_name(f"{column.heading} {line}")
            field.setObjectName(str(key))
            field.edited.connect(self._on_edited)
            field.focused.connect(self._on_focused)
            self._grid.addWidget(field, line, place)
        label = self.tr("Remove row {}").format(line)
        remove = tool_button(self._look.icon("trash-2"), label)
        remove.setObjectName(row.item)
        remove.clicked.connect(self._on_remove)
        self._grid.addWidget(remove, line, len(self._columns))

    def cell(self, key: Key) -> Field | None:
        """Give the field of a cell, if it is shown."""
        return self._cells.get(key)

    def set_cell(self, key: Key, value: Value | None) -> None:
        """Show the value of a cell."""
        field = self._cells.get(key)
        if field is not None:
            field.set_value(value)

    def set_cell_remarks(self, key: Key, remarks: tuple[Remark, ...]) -> None:
        """Tell what was found at a cell, in its tool tip and description."""
        field = self._cells.get(key)
        if field is not None:
            field.setToolTip("\n".join(remark.text for remark in remarks))

    def _on_edited(self, value: Value | None) -> None:
        self.edited.emit(Key.parse(self.sender().objectName()), value)

    def _on_focused(self) -> None:
        self.focused.emit(Key.parse(self.sender().objectName()))

    def _on_remove(self) -> None:
        self.removed.emit(self.sender().objectName())
