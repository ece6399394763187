"""The cells of the table of items: how they are drawn, and the fields that edit them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from erasmus_desk.call.form import Question
from erasmus_desk.draft.model import Key, Value

from ...fields.base import Field
from ...fields.choice_fields import ChoiceField
from ...fields.whole_text import WholeTextField
from ...qt_support import Index
from ...widgets.hairline import draw_across, mark_row
from .model import NAME_COLUMN
from .painter import PAD
from .rows_view import RowsView

DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
FieldBuilder = Callable[[Key, Question], Field]


class CellDelegate(QStyledItemDelegate):
    """Draws the cells, and edits them with the fields of their questions."""

    edited = Signal(object, object)
    """The key of an answer and its value, at every key."""
    pasted = Signal()
    """More than one cell is pasted while one is edited."""
    begun = Signal(object)
    """The first key of a name in the last row, as a value: it becomes the row of a new item."""
    dropped = Signal(str)
    """The new item whose name was given up."""

    def __init__(self, table: RowsView, build_field: FieldBuilder) -> None:
        super().__init__(table)
        self._table = table
        self._build_field = build_field
        self._before: dict[Field, tuple[Key | None, Value | None]] = {}
        self._new: set[Field] = set()
        self._closing: set[Field] = set()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row."""
        return QSize(0, self._table.base_height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell in the upper part of its row, and the ground of the details below it."""
        table, model, rows = self._table, self._table.items_model, self._table.painter
        colours, row, column = rows.theme.colours, index.row(), index.column()
        whole: QRect = option.rect
        rect = QRect(whole.left(), whole.top(), whole.width(), table.base_height(row))
        is_current = row == table.currentIndex().row()
        ground = colours.hover if row == table.hovered_row else colours.card
        painter.save()
        painter.setFont(table.font())
        painter.fillRect(whole, QColor(colours.card))
        painter.fillRect(rect, QColor(colours.accent_soft if is_current else ground))
        if is_current and column == 0:
            mark_row(painter, rect, colours.accent)
        draw_across(painter, whole.left(), whole.right() + 1, whole.bottom(), colours.line)
        state = model.state(row)
        is_open = row == table.open_row
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column == NAME_COLUMN:
            rows.draw_mark(painter, rect, row)
        if bool(table.indexWidget(index)):
            # A field is one line high: of a name on several, the rest would stand around it.
            pass
        elif column == NAME_COLUMN:
            rows.draw_name(painter, rect, row, table.dropped, is_strong=is_open or is_current)
        elif column == model.state_column and state:
            rows.draw_state(painter, rect, state, is_open=is_open)
        else:
            is_strong = column == model.role_column and model.is_lead(row)
            rows.draw_text(painter, rect, model.text(index), is_strong=is_strong)
        if table.hasFocus() and index == table.currentIndex():
            rows.draw_focus(painter, rect)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Build the field of a cell; the keys that leave it come here first."""
        model = self._table.items_model
        question, key = model.question(index.column()), model.key(index)
        field = self._build_field(key or Key(question.id), question)
        field.setParent(parent)
        field.setAutoFillBackground(True)
        row_name = model.headerData(index.row(), Qt.Orientation.Vertical)
        head = str(model.headerData(index.column(), Qt.Orientation.Horizontal))
        field.set_name(f"{head}, {row_name}" if key else str(row_name))
        self._before[field] = (key, model.value(index))
        field.edited.connect(self._on_edited)
        for part in (field, *field.findChildren(WholeTextField)):
            # A cell has no room for the line below the box that repeats a long text.
            if isinstance(part, WholeTextField):
                part.show_box_alone()
        if isinstance(field, ChoiceField):
            field.combo.setToolTip(field.combo.currentText())
        inner = field.focusProxy() or field
        inner.setObjectName("cell")
        inner.installEventFilter(self)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the answer, also after an undo while it is edited."""
        if isinstance(editor, Field) and self._before.get(editor, (None, None))[0] is not None:
            editor.set_value(self._table.items_model.value(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Do nothing: the answer was stored at every key."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field on the cell."""
        rect: QRect = option.rect
        table = self._table
        left = table.painter.name_left(table.font()) - PAD
        first = left if index.column() == NAME_COLUMN else 0
        high = table.base_height(index.row())
        editor.ensurePolished()
        height = min(editor.sizeHint().height(), high - 2)
        width = rect.width() - first
        if isinstance(editor, ChoiceField):
            # Over the next cells, where a column is narrower than the names of the choices.
            width = max(width, editor.combo.sizeHint().width())
        start = min(rect.left() + first, table.viewport().width() - width)
        editor.setGeometry(start, rect.top() + (high - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Store and leave on Enter and Tab, give up on Escape, store when the focus goes."""
        field = watched.parent()
        while field is not None and not isinstance(field, Field | QAbstractItemView):
            field = field.parent()
        while isinstance(field, Field) and field not in self._before:
            field = field.parent()
        if not isinstance(field, Field):
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(field, event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            now = QApplication.focusWidget()
            if event.reason() is Qt.FocusReason.PopupFocusReason or (
                now is not None and field.isAncestorOf(now)
            ):
                return False
            self._close(field)
        return False

    def _on_key(self, field: Field, event: QKeyEvent) -> bool:
        key, table = event.key(), self._table
        is_choice = isinstance(field, ChoiceField)
        if key == Qt.Key.Key_Escape:
            self._give_up(field)
        elif key in DOWN:
            self._close(field)
            table.step(1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._close(field)
            table.step_across(forward=key == Qt.Key.Key_Tab)
        elif key in STEPS and not is_choice:
            self._close(field)
            table.step(STEPS[Qt.Key(key)])
        elif event.matches(QKeySequence.StandardKey.Paste) and has_block():
            self._close(field)
            self.pasted.emit()
        else:
            return False
        return True

    def _on_edited(self, value: Value | None) -> None:
        field = self.sender()
        if not isinstance(field, Field) or field not in self._before:
            return
        key, _ = self._before[field]
        if key is not None:
            self.edited.emit(key, value)
        elif value:
            self.begun.emit(value)
            self._before[field] = (self._table.items_model.key(self._table.currentIndex()), None)
            self._new.add(field)

    def _give_up(self, field: Field) -> None:
        key, value = self._before[field]
        if key is not None:
            self.edited.emit(key, value)
        self._close(field)
        self._table.setFocus()

    def _close(self, field: Field) -> None:
        """Close a field once: closing it takes its focus, which would close it again."""
        if field in self._closing:
            return
        self._closing.add(field)
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
        self._closing.discard(field)
        key, _ = self._before.pop(field, (None, None))
        if field in self._new:
            self._new.discard(field)
            row = self._table.items_model.row_of(key.item) if key else 0
            name = self._table.items_model.index(row, NAME_COLUMN)
            if key and not self._table.items_model.value(name):
                self.dropped.emit(key.item)


def has_block() -> bool:
    """Return whether the clipboard has more than one cell."""
    text = QApplication.clipboard().text().rstrip("\r\n")
    return any(mark in text for mark in "\t\n\r")
