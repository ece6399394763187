"""A table of rows inside an item: add, remove and edit rows, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.model import Key, Value

from ..theme.theme import GRID, Look, set_role
from ..widgets.buttons import push_button, tool_button
from .base import Field
from .question_box import Remark, remark_line


class Column(Struct, frozen=True):
    """One column: the question its cells answer and its heading."""

    question: str
    heading: str


class Row(Struct, frozen=True):
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
        self._remarks: dict[Key, tuple[Remark, ...]] = {}
        self._remark_lines = QVBoxLayout()
        self._remark_lines.setSpacing(GRID // 2)
        layout.addLayout(self._remark_lines)
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
        self.set_remarks({})
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
            field.set_name(self._cell_name(key))
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

    def set_remarks(self, remarks: Mapping[Key, tuple[Remark, ...]]) -> None:
        """Show what was found at the cells: in lines below the table, each with its row."""
        mine = {key: remarks[key] for key in self._cells if remarks.get(key)}
        if mine == self._remarks:
            return
        self._remarks = mine
        while (old := self._remark_lines.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for key, field in self._cells.items():
            told = " ".join(remark.text for remark in mine.get(key, ()))
            field.setToolTip(told)
            field.set_name(self._cell_name(key), told)
            for remark in mine.get(key, ()):
                said = Remark(f"{self._cell_name(key)}: {remark.text}", remark.is_grave)
                self._remark_lines.addWidget(remark_line(said, self._look))

    def focus_row(self, item: str) -> None:
        """Put the keyboard focus into a row; where it is gone, on the button that adds one."""
        first = self._cells.get(Key(self._columns[0].question, item))
        if first is not None:
            first.focus_first()
        else:
            self.add_button.setFocus()

    def _cell_name(self, key: Key) -> str:
        heading = next(one.heading for one in self._columns if one.question == key.question)
        return f"{heading} {self.shown_items().index(key.item) + 1}"

    def _on_edited(self, value: Value | None) -> None:
        self.edited.emit(Key.parse(self.sender().objectName()), value)

    def _on_focused(self) -> None:
        self.focused.emit(Key.parse(self.sender().objectName()))

    def _on_remove(self) -> None:
        self.removed.emit(self.sender().objectName())
