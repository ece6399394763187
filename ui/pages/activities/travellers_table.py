"""The grid of the travellers: typed in like a spreadsheet, from the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
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

from ...fields.base import LineEdit
from ...i18n import plurals
from ...qt_support import Index
from ...theme.theme import Theme
from ...widgets.accessibility import announce, set_accessible_name
from ...widgets.cell_table import CellDelegate, CellTable
from ...widgets.page_table import TYPED_IN
from .travellers_model import PLACE, TravellersModel

DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
STEPS = (*DOWN, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
"""Keys that finish a cell and lead to another one."""
LEAST_NAME = 30
"""Characters of a name that are at least beside each other."""
TAB_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class CellEditor(CellDelegate):
    """Edits a cell in a line; what is typed is in the draft at once, Esc takes it back."""

    def __init__(self, theme: Theme, table: TravellersTable) -> None:
        super().__init__(theme, table)
        self._grid = table
        self._place = (0, 0)
        self._before = ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line for the number of a cell."""
        model, line = self._grid.grid_model, LineEdit()
        line.setParent(parent)
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = str(model.headerData(index.column(), Qt.Orientation.Horizontal))
        set_accessible_name(line, f"{column}, {model.rows[index.row()].name}")
        self._place = (index.row(), index.column())
        self._before = self._read(index)
        line.textEdited.connect(self._on_edited)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the answer, unless the line says the same in another way."""
        text = self._read(index)
        if isinstance(editor, QLineEdit) and editor.text().strip() != text:
            editor.setText(text)

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
                self._grid.grid_model.groups.write(
                    self._place[0], self._grid.grid_model.columns[self._place[1]], self._before
                )
        return super().eventFilter(watched, event)

    def _close(self, editor: QObject) -> None:
        if isinstance(editor, QWidget):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _read(self, index: Index) -> str:
        model = self._grid.grid_model
        value = model.groups.value(index.row(), model.columns[index.column()])
        return "" if value is None else str(value)

    def _on_edited(self, text: str) -> None:
        row, column = self._place
        model = self._grid.grid_model
        model.groups.write(row, model.columns[column], text)


class TravellersTable(CellTable):
    """Numbers of each organisation; Enter goes down, Tab to the right, Ctrl+V pastes a block."""

    focused = Signal(object)
    """The key of the cell that got the cursor."""
    row_changed = Signal(int)
    """The row with the cursor, also when its group was added."""
    refused = Signal(str)
    """What a pasted block contained that has no place here."""

    def __init__(self, model: TravellersModel, theme: Theme) -> None:
        super().__init__(theme)
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

    def fit(self) -> None:
        """Show what there is room for: narrow, the city is below the name."""
        model = self.grid_model
        place = model.columns.index(PLACE)
        for is_narrow in (False, True):
            model.is_narrow = is_narrow
            self.set_narrow(is_narrow=is_narrow)
            self.setColumnHidden(place, is_narrow)
            self._show_others()
            if self._name_room() >= self._least_name():
                break
        # The sum says how many travel over all columns but its amount.
        self.clearSpans()
        self.setSpan(len(model.rows), 0, 1, len(model.columns) - 1)
        for row, traveller in enumerate(model.rows):
            if traveller.is_barred:
                self.setSpan(row, 0, 1, len(model.columns))
        super().fit()

    def hidden_numbers(self) -> tuple[str, ...]:
        """Return the questions for which the grid has no room."""
        columns = self.grid_model.columns
        return tuple(
            one
            for one in self.grid_model.groups.other_numbers
            if self.isColumnHidden(columns.index(one))
        )

    def _show_others(self) -> None:
        """Show the rarer numbers if all of them fit beside a name of usual length."""
        model, groups = self.grid_model, self.grid_model.groups
        columns = [model.columns.index(one) for one in groups.other_numbers]
        for column in columns:
            self.setColumnHidden(column, False)
        if columns:
            has_room = self._name_room() >= self._least_name()
            for column in columns:
                self.setColumnHidden(column, not has_room)

    def _name_room(self) -> int:
        """Return the width that the other columns leave for the names."""
        return self.width() - self.natural_width() + self._natural_width(0)

    def _least_name(self) -> int:
        """Return the width in which the names wrap well."""
        return min(self._natural_width(0), self.fontMetrics().averageCharWidth() * LEAST_NAME)

    def cells(self) -> list[tuple[int, int]]:
        """Return the cells that can be typed in, in the order of Tab."""
        model = self.grid_model
        return [
            (row, column)
            for row in range(len(model.rows))
            for column in range(len(model.columns))
            if not self.isColumnHidden(column) and model.is_typable(row, column)
        ]

    def show_cell(self, row: int, column: int) -> None:
        """Put the cursor in a cell, in the first one of the row if there is no room for it."""
        if self.isColumnHidden(column):
            column = self.grid_model.columns.index(self.grid_model.groups.persons)
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
        here, model = self.currentIndex(), self.grid_model
        shown = [one for one in range(len(model.columns)) if not self.isColumnHidden(one)]
        typed: list[tuple[int, str, str]] = []
        refused = 0
        for row, column, text in _read_block():
            place = shown.index(here.column()) + column if here.column() in shown else -1
            at = (here.row() + row, shown[place]) if 0 <= place < len(shown) else (-1, 0)
            if model.is_typable(*at):
                typed.append((at[0], model.columns[at[1]], text))
            else:
                refused += bool(text.strip())
        model.groups.write_block(typed)
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
            model.groups.write(here.row(), model.columns[here.column()], "")
            model.groups.drop_if_empty(here.row())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Take a group out of the draft again if nothing was said about it."""
        super().closeEditor(editor, hint)
        self.grid_model.groups.drop_if_empty(self.currentIndex().row())

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
        if event.reason() in TAB_REASONS and cells:
            is_back = event.reason() is Qt.FocusReason.BacktabFocusReason
            self.show_cell(*cells[-1 if is_back else 0])
        elif cells and (current.row(), current.column()) not in cells:
            self.show_cell(*cells[0])
        self._on_current()
        if QAccessible.isActive():
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        here, columns = self.currentIndex(), len(self.grid_model.columns)
        if here.isValid():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild((here.row() + 1) * (columns + 1) + here.column() + 1)
            QAccessible.updateAccessibility(event)

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
