"""A grid that is typed in like a spreadsheet, from the keyboard alone.

Enter goes down, Tab to the right, Ctrl+V pastes a block. What is typed is in the draft at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from erasmus_desk.draft.model import Key

from ..i18n import plurals
from ..qt_support import Index
from ..theme.theme import Theme
from ..widgets.accessibility import announce, announce_cell, set_accessible_name
from ..widgets.cell import CELL_ROLE, Cell
from ..widgets.cell_table import CellDelegate, CellTable
from ..widgets.edit_keys import TAKES_PASTE
from ..widgets.page_table import TYPED_IN
from ..widgets.row_menu import choose_place, show_edit_menu
from ..widgets.text_kind import TextKind, mark_unspelled
from .base import LineEdit

DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
STEPS = (*DOWN, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
"""Keys that finish a cell and lead to another one."""
TAB_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
MENU_REASONS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The focus comes back from a menu, which is about the cell that has the cursor."""
Typed = tuple[int, int, str]
"""The row and the column of a cell, and what was typed in it."""


class GridModel(QAbstractTableModel):
    """The rows and columns of a grid; a subclass reads and writes the cells."""

    def size(self) -> tuple[int, int]:
        """Return the number of rows and of columns."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows; cells have none."""
        return 0 if parent.isValid() else self.size()[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns; cells have none."""
        return 0 if parent.isValid() else self.size()[1]

    def get_cell(self, row: int, column: int) -> Cell:
        """Return a cell as it is drawn."""
        raise NotImplementedError

    def describe(self, _row: int, _column: int) -> str:
        """Return what is wrong with the answer in a cell."""
        return ""

    def is_typable(self, row: int, column: int) -> bool:
        """Return whether a cell can be typed in."""
        raise NotImplementedError

    def name_cell(self, row: int, column: int) -> str:
        """Return what a cell is, for the line in which it is typed."""
        raise NotImplementedError

    def key(self, row: int, column: int) -> Key | None:
        """Return the key of the answer in a cell, if it is in the draft."""
        raise NotImplementedError

    def read(self, row: int, column: int) -> str:
        """Return the answer in a cell as it is typed."""
        raise NotImplementedError

    def is_same(self, row: int, column: int, text: str) -> bool:
        """Return whether a text says what a cell contains, maybe in another way."""
        return text.strip() == self.read(row, column)

    def write(self, row: int, column: int, text: str) -> None:
        """Set the answer in a cell as it is typed, key by key."""
        raise NotImplementedError

    def write_block(self, cells: Iterable[Typed]) -> None:
        """Set several answers in one step."""
        raise NotImplementedError

    def clear(self, row: int, column: int) -> None:
        """Empty a cell."""
        self.write(row, column, "")
        self.leave(row, column)

    def leave(self, row: int, column: int) -> None:
        """Take note that a cell was left."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as it is drawn, as text, and what is wrong with it."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.describe(index.row(), index.column())
        cell = self.get_cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        return cell.spoken or "–" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be edited."""
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = index.isValid() and self.is_typable(index.row(), index.column())
        return shown | Qt.ItemFlag.ItemIsEditable if is_typed else shown


class CellEditor(CellDelegate):
    """Edits a cell in a line; what is typed is in the draft at once, Esc takes it back."""

    def __init__(self, theme: Theme, table: GridTable) -> None:
        super().__init__(theme, table)
        self._grid = table
        self._place = (0, 0)
        self._before = ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line for the answer in a cell."""
        model, line = self._grid.grid_model, mark_unspelled(LineEdit(), TextKind.VALUE)
        line.setParent(parent)
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._place = (index.row(), index.column())
        set_accessible_name(line, model.name_cell(*self._place))
        self._before = model.read(*self._place)
        line.textEdited.connect(self._on_edited)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the answer, unless the line says the same in another way."""
        model, place = self._grid.grid_model, (index.row(), index.column())
        if isinstance(editor, QLineEdit) and not model.is_same(*place, editor.text()):
            editor.setText(model.read(*place))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Leave the draft as it is: every key was passed on."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line where the frame of the cell is drawn."""
        editor.setGeometry(self._grid.field_rect(index))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish a cell with the keys that lead on, and paste a block."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste) and _has_block():
                self._close(watched)
                self._grid.paste()
                return True
            if event.key() in STEPS:
                self._close(watched)
                self._grid.step(event.key())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._grid.grid_model.write(*self._place, self._before)
        return super().eventFilter(watched, event)

    def _close(self, editor: QObject) -> None:
        if isinstance(editor, QWidget):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_edited(self, text: str) -> None:
        self._grid.grid_model.write(*self._place, text)


class GridTable(CellTable):
    """A table of cells; Enter goes down, Tab to the right, Ctrl+V pastes a block."""

    focused = Signal(object)
    """The key of the cell that got the cursor."""
    row_changed = Signal(int)
    """The row with the cursor, also when it was added."""
    refused = Signal(str)
    """What a pasted block contained that has no place here."""

    def __init__(self, model: GridModel, theme: Theme) -> None:
        super().__init__(theme)
        self.setProperty(TAKES_PASTE, True)
        self.grid_model = model
        self.editor_delegate = CellEditor(theme, self)
        self.delegate = self.editor_delegate
        self.setItemDelegate(self.editor_delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(TYPED_IN)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit_rows)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)

    def cells(self) -> list[tuple[int, int]]:
        """Return the cells that can be typed in, in the order of Tab."""
        model = self.grid_model
        return [
            (row, column)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
            if not self.isColumnHidden(column) and model.is_typable(row, column)
        ]

    def pasted_columns(self) -> list[int]:
        """Return the columns that a block is pasted over."""
        return self.shown_columns()

    def show_cell(self, row: int, column: int) -> None:
        """Put the cursor in a cell."""
        self.setCurrentIndex(self.grid_model.index(row, column))

    def focus_first(self) -> None:
        """Put the focus in the first cell that can be typed in."""
        cells = self.cells()
        if cells:
            self.show_cell(*cells[0])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, key: int) -> None:
        """Go on to the next cell from a finished one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return
        here = self.currentIndex()
        column = [row for row, one in self.cells() if one == here.column()]
        below = key in DOWN
        rest = [row for row in column if (row > here.row() if below else row < here.row())]
        if rest:
            self.show_cell(rest[0] if below else rest[-1], here.column())

    def paste(self) -> None:
        """Paste a block of a spreadsheet from the cell with the cursor on, as one step."""
        here, model, shown = self.currentIndex(), self.grid_model, self.pasted_columns()
        typed: list[Typed] = []
        refused = 0
        for row, column, text in _read_block():
            place = shown.index(here.column()) + column if here.column() in shown else -1
            at = (here.row() + row, shown[place]) if 0 <= place < len(shown) else (-1, 0)
            if model.is_typable(*at):
                typed.append((at[0], at[1], text))
            else:
                refused += bool(text.strip())
        model.write_block(typed)
        text = plurals.refused_cells(refused) if refused else ""
        self.refused.emit(text)
        announce(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with Enter, empty a cell with Delete, and paste a block."""
        here, model = self.currentIndex(), self.grid_model
        is_typable = here.isValid() and model.is_typable(here.row(), here.column())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(event.key())
        elif is_typable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            model.clear(here.row(), here.column())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show cut, copy and paste for a cell."""
        place = choose_place(self, event)
        if place is None:
            event.ignore()
            return
        # Only what is typed in has a name: a sum has none.
        model, here = self.grid_model, (self.currentIndex().row(), self.currentIndex().column())
        name = model.name_cell(*here) if model.is_typable(*here) else self.accessibleName()
        show_edit_menu(self, place, name)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Let the model tidy up after a cell."""
        super().closeEditor(editor, hint)
        here = self.currentIndex()
        self.grid_model.leave(here.row(), here.column())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Go to the next cell with Tab, and out of the grid behind the last one."""
        current = self.currentIndex()
        here = (current.row(), current.column())
        rest = [one for one in self.cells() if (one > here if next else one < here)]
        if rest and self.hasFocus():
            self.show_cell(*(rest[0] if next else rest[-1]))
            return True
        return QWidget.focusNextPrevChild(self, next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor in a cell, and say which one."""
        super().focusInEvent(event)
        cells, current = self.cells(), self.currentIndex()
        is_back_from_menu = event.reason() in MENU_REASONS and current.isValid()
        if event.reason() in TAB_REASONS and cells:
            is_back = event.reason() is Qt.FocusReason.BacktabFocusReason
            self.show_cell(*cells[-1 if is_back else 0])
        elif cells and not is_back_from_menu and (current.row(), current.column()) not in cells:
            self.show_cell(*cells[0])
        self._on_current()
        QTimer.singleShot(0, self, self._announce_cell)

    def _announce_cell(self) -> None:
        announce_cell(self)

    def _on_clicked(self, index: Index) -> None:
        """Type in a cell after one click."""
        if self.grid_model.is_typable(index.row(), index.column()):
            self.setCurrentIndex(self.grid_model.index(index.row(), index.column()))
            self.edit(self.currentIndex())

    def _on_current(self) -> None:
        here = self.currentIndex()
        self.viewport().update()
        self.row_changed.emit(here.row())
        key = self.grid_model.key(here.row(), here.column()) if here.isValid() else None
        if key is not None and self.hasFocus():
            self.focused.emit(key)


def _has_block() -> bool:
    text = QGuiApplication.clipboard().text()
    return "\t" in text or "\n" in text.strip()


def _read_block() -> Iterator[tuple[int, int, str]]:
    """Yield the cells of the clipboard with their place in its block."""
    text = QGuiApplication.clipboard().text().replace("\r\n", "\n").rstrip("\n")
    for row, line in enumerate(text.split("\n")):
        for column, cell in enumerate(line.split("\t")):
            yield row, column, cell
