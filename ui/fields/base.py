"""What every field promises: a value, a signal when the user edits, a name, a focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from erasmus_desk.draft.model import Value

MOST = 2**31 - 1
"""Qt would cut a line after 32767 characters."""


class Field(QWidget):
    """Base of all fields. `set_value` shows; only the user makes `edited` fire."""

    edited = Signal(object)
    """The new value, or `None` for no answer."""
    focused = Signal()
    """The field, or a part of it, got the keyboard focus."""

    def set_value(self, value: Value | None) -> None:
        """Show a value; does nothing if it is shown already."""
        raise NotImplementedError

    def set_name(self, text: str, description: str = "") -> None:
        """Give the field its name for assistive technology."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the keyboard focus into the field."""
        self.setFocus()

    def watch_focus(self, *widgets: QWidget) -> None:
        """Report the focus of these parts as the field's own."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn a part's focus into `focused`; nothing is held back."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)


def leaves_undo_to_window(event: QEvent) -> bool:
    """Tell whether a text box must let go of a key so that the window's undo gets it."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    if event.matches(undo) or event.matches(redo):
        event.ignore()
        return True
    return False


class PlainLine(QLineEdit):
    """A line edit without an undo of its own, for the draft has the only one; it cuts nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty line."""
        super().__init__(parent)
        self.setMaxLength(MOST)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window."""
        if leaves_undo_to_window(event):
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text, but no files: a draft that is dropped here is meant for the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)
