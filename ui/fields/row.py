"""One row of many columns: a line that tells what it holds, and its fields when it is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.model import Key, Value

from ..access import name
from ..labels import wrapped
from ..theme import GRID, Look, set_role
from .base import Field
from .question import Remark
from .table import Column
from .wrap import WrapGrid


class RowCard(QFrame):
    """One row: its line, which opens it, and its fields while it is open."""

    opened = Signal(str)
    removed = Signal(str)
    edited = Signal(object, object)
    focused = Signal(object)

    def __init__(self, item: str, look: Look) -> None:
        """Build the line of a row; it is closed."""
        super().__init__()
        self.item = item
        self._look = look
        self._fields: dict[Key, Field] = {}
        self._told: dict[Key, QLabel] = {}
        self._headings: dict[Key, str] = {}
        self._has_remarks = False
        self._summary = ""
        set_role(self, "card")
        self.head = QPushButton()
        self.head.setCheckable(True)
        self.head.setObjectName("line")
        # The line is as long as the row has answers; the card must not become as wide.
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_role(self.head, "row")
        self.head.toggled.connect(self._on_toggled)
        self.remove_button = QToolButton()
        self.remove_button.setIcon(look.icon("trash-2"))
        set_role(self.remove_button, "plain")
        self.remove_button.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.remove_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._layout.addLayout(row)
        self._grid = WrapGrid()
        self._grid.hide()
        self._layout.addWidget(self._grid)
        self._show_arrow()

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.head.isChecked()

    @property
    def has_fields(self) -> bool:
        """Whether the fields were built."""
        return bool(self._fields)

    def set_summary(self, number: int, text: str) -> None:
        """Say on the line what the row holds."""
        shown = f"{number}.  {text}"
        if self._summary != shown:
            self._summary = shown
            self._show_summary()
            self.head.setToolTip(text)
            self._name_line()
            label = self.tr("Remove row {}").format(number)
            self.remove_button.setToolTip(label)
            name(self.remove_button, label)

    def show_fields(self, columns: tuple[Column, ...], fields: tuple[Field, ...]) -> None:
        """Put the fields into the card, each below its heading."""
        cells: list[QWidget] = []
        for column, field in zip(columns, fields, strict=True):
            key = Key(column.question, self.item)
            cell = QWidget()
            layout = QVBoxLayout(cell)
            layout.setContentsMargins(0, 0, 0, GRID // 2)
            layout.setSpacing(GRID // 4)
            head = wrapped(column.heading, "quiet")
            head.setBuddy(field)
            layout.addWidget(head)
            layout.addWidget(field)
            self._told[key] = told = wrapped("", "warm")
            told.hide()
            layout.addWidget(told)
            field.set_name(column.heading)
            self._headings[key] = column.heading
            field.setObjectName(str(key))
            field.edited.connect(self._on_edited)
            field.focused.connect(self._on_focused)
            self._fields[key] = field
            cells.append(cell)
        self._grid.show_cells(tuple(cells))

    def field(self, key: Key) -> Field | None:
        """Give the field of a cell, once it was built."""
        return self._fields.get(key)

    def set_remarks(self, remarks: Mapping[Key, tuple[Remark, ...]]) -> None:
        """Mark the line if something was found in the row, and tell below each cell what."""
        self._has_remarks = bool(remarks)
        self._show_arrow()
        for key, field in self._fields.items():
            text = "\n".join(remark.text for remark in remarks.get(key, ()))
            label = self._told[key]
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))
                field.setToolTip(text)
                field.set_name(self._headings[key], text)
        self._name_line()

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        for field in self._fields.values():
            field.focus_first()
            return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the line to the room there is; its tool tip has all of it."""
        super().resizeEvent(event)
        self._show_summary()

    def _show_summary(self) -> None:
        room = self.head.width() - GRID * 5
        metrics = self.head.fontMetrics()
        self.head.setText(metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, room))

    def _name_line(self) -> None:
        text = self.tr("Row {0}").format(self._summary)
        found = self.tr("something to mend in it")
        name(self.head, f"{text} ({found})" if self._has_remarks else text)

    def _show_arrow(self) -> None:
        if self._has_remarks and not self.is_open:
            self.head.setIcon(self._look.warm_icon("triangle-alert"))
            return
        self.head.setIcon(self._look.icon("chevron-up" if self.is_open else "chevron-down"))

    def _on_toggled(self, is_open: bool) -> None:
        self._show_arrow()
        if is_open:
            self.opened.emit(self.item)
        self._grid.setVisible(is_open)

    def _on_remove(self) -> None:
        self.removed.emit(self.item)

    def _on_edited(self, value: Value | None) -> None:
        self.edited.emit(Key.parse(self.sender().objectName()), value)

    def _on_focused(self) -> None:
        self.focused.emit(Key.parse(self.sender().objectName()))
