"""Cut, copy, paste and select all as keys, which each field and table serves in its own way.

A grid pastes a block of cells, the copy desk copies the answer that is next: a menu that is to do
the same presses the keys.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from .selectors import ComboBox

TAKES_PASTE = "takesPaste"
"""Property of a table that takes what is pasted into its cells."""


class Edit(Enum):
    """What can be done with a selection, by the key that does it with Ctrl, on macOS with Cmd."""

    CUT = Qt.Key.Key_X
    COPY = Qt.Key.Key_C
    PASTE = Qt.Key.Key_V
    SELECT_ALL = Qt.Key.Key_A

    @property
    def keys(self) -> QKeySequence:
        """The keys of the platform."""
        return QKeySequence(QKeyCombination(Qt.Modifier.CTRL, self.value))

    @property
    def action_name(self) -> str:
        """The name of the action in the menu of the window, other than that of Qt for a text."""
        return f"edit-menu-{self.name.lower()}"


def press(widget: QWidget, edit: Edit) -> None:
    """Press the keys in a widget: a shortcut around it takes them, or else the widget itself."""
    around: QWidget | None = widget
    while around is not None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for shortcut in around.findChildren(QShortcut, options=direct):
            if shortcut.isEnabled() and shortcut.key() == edit.keys:
                shortcut.activated.emit()
                return
        around = None if around.isWindow() else around.parentWidget()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, edit.value, Qt.KeyboardModifier.ControlModifier)
        QCoreApplication.sendEvent(widget, event)


def can_edit(widget: QWidget | None, edit: Edit) -> bool:
    """Return whether something can be cut, copied, pasted or selected in a widget."""
    match _find_text(widget):
        case QLineEdit() as line:
            return _can_edit_line(line, edit)
        case QTextEdit() | QPlainTextEdit() as box:
            return _can_edit_box(box, edit)
        case QLabel() as label:
            return edit is Edit.COPY and label.hasSelectedText()
        case QAbstractItemView() as view:
            return _can_edit_view(view, edit)
        case _:
            return False


def _find_text(widget: QWidget | None) -> QWidget | None:
    """Return the line that is typed in, of a box that has one."""
    return widget.lineEdit() if isinstance(widget, ComboBox) else widget


def _can_edit_line(line: QLineEdit, edit: Edit) -> bool:
    tests: dict[Edit, Callable[[], bool]] = {
        Edit.CUT: lambda: line.hasSelectedText() and not line.isReadOnly(),
        Edit.COPY: line.hasSelectedText,
        Edit.PASTE: lambda: not line.isReadOnly() and _has_text(),
        Edit.SELECT_ALL: lambda: bool(line.text()),
    }
    return tests[edit]()


def _can_edit_box(box: QTextEdit | QPlainTextEdit, edit: Edit) -> bool:
    tests: dict[Edit, Callable[[], bool]] = {
        Edit.CUT: lambda: box.textCursor().hasSelection() and not box.isReadOnly(),
        Edit.COPY: lambda: box.textCursor().hasSelection(),
        Edit.PASTE: lambda: not box.isReadOnly() and _has_text(),
        Edit.SELECT_ALL: lambda: not box.document().isEmpty(),
    }
    return tests[edit]()


def _can_edit_view(view: QAbstractItemView, edit: Edit) -> bool:
    has_current = view.currentIndex().isValid()
    many = (
        QAbstractItemView.SelectionMode.ExtendedSelection,
        QAbstractItemView.SelectionMode.MultiSelection,
        QAbstractItemView.SelectionMode.ContiguousSelection,
    )
    return {
        Edit.CUT: False,
        Edit.COPY: has_current,
        Edit.PASTE: bool(view.property(TAKES_PASTE)) and has_current and _has_text(),
        Edit.SELECT_ALL: view.selectionMode() in many,
    }[edit]


def _has_text() -> bool:
    """Return whether there is text on the clipboard."""
    return bool(QGuiApplication.clipboard().text())
