"""The table of items: typing edits a cell, Enter goes down, Tab goes right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from ...theme.theme import Theme
from ...widgets.accessibility import announce_cell
from ...widgets.edit_keys import TAKES_PASTE
from ...widgets.row_menu import choose_place
from .cells import DOWN, STEPS, CellDelegate, FieldBuilder
from .model import NAME_COLUMN, ItemsModel
from .rows_view import RowsView


class ItemsTable(RowsView):
    """What the keys and the mouse do on the rows."""

    toggled = Signal(str)
    """Unfold the details of an item, or fold them."""
    entered_details = Signal()
    """Tab goes on in the details of the current row."""
    cleared = Signal(object)
    """The key of an answer to remove."""
    pasted = Signal()
    """Ctrl+V with more than one cell in the clipboard, or on a cell that is not edited."""
    moved = Signal(int)
    """Move the current item by a number of rows."""
    removed = Signal()
    current_moved = Signal()
    menu_requested = Signal(QPoint)
    """The place on the screen for the menu of the current row."""

    def __init__(self, model: ItemsModel, theme: Theme, build_field: FieldBuilder) -> None:
        super().__init__(model, theme)
        self.setProperty(TAKES_PASTE, True)
        self.cells = CellDelegate(self, build_field)
        self.cells.pasted.connect(self.pasted)
        self.setItemDelegate(self.cells)
        self.selectionModel().currentChanged.connect(self._on_current)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        """Go through the cells of the row, then into its details, then out of the table."""
        at = self.currentIndex()
        columns = [column for row, column in self.cells_to_type() if row == at.row()]
        left = [one for one in columns if (one > at.column() if next else one < at.column())]
        if at.isValid() and left:
            self.go_to(at.row(), left[0] if next else left[-1])
            return True
        if next and at.row() == self.open_row >= 0:
            self.entered_details.emit()
            return True
        return QWidget.focusNextPrevChild(self, next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current cell; what is left of the keys begins to edit it."""
        at, key = self.currentIndex(), event.key()
        held = event.modifiers()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        item = self.current_item()
        answer = self.items_model.key(at)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif held == both and key in STEPS and item:
            self.moved.emit(STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ControlModifier and item:
            self.removed.emit()
        elif key == Qt.Key.Key_Delete and answer is not None:
            self.cleared.emit(answer)
        elif (key == Qt.Key.Key_Space and item) or (
            key in DOWN and at.column() == self.items_model.state_column and item
        ):
            self.toggled.emit(item)
        elif key in DOWN:
            self.step(1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold a row at its state, which cannot be typed in."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and index.isValid() and index.column() == self.items_model.state_column:
            item = self.current_item()
            if item:
                self.toggled.emit(item)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row below the mouse, or of the current one by a key."""
        place = choose_place(self, event)
        if place is None:
            event.ignore()
        else:
            self.menu_requested.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at a cell, and tell a screen reader which one it is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.items_model.index(0, NAME_COLUMN))
        announce_cell(self)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.current_moved.emit()
