"""The base of all fields: a value, a signal when the user edits it, a name, the focus."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout, QWidget

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.pasted_text import clean_pasted_line

from ..session.draft_spelling import DraftSpelling
from ..widgets.accessibility import set_accessible_name
from ..widgets.context_menu import find_mouse, pop_up, take_undo_of_window

PASTE = "edit-paste"
"""Name that Qt gives to it in the menu of a line."""
MAX_LENGTH = 2**31 - 1
"""Qt would cut a line after 32767 characters."""


class Field(QWidget):
    """A widget to edit one answer; `set_value` never emits `edited`, only the user does."""

    edited = Signal(object)
    """The new value, or `None` for no answer."""
    focused = Signal()
    """The field or one of its widgets got the keyboard focus."""
    below: QVBoxLayout | None = None
    """The place below the field for findings, if it has one of its own."""

    def set_value(self, value: Value | None) -> None:
        """Show a value; do nothing if it is shown already."""
        raise NotImplementedError

    def set_name(self, text: str, description: str = "") -> None:
        """Set the name of the field for assistive technology."""
        set_accessible_name(self.focusProxy() or self, text, description)

    def set_has_remarks(self, *, has_remarks: bool) -> None:
        """Take note of whether findings are shown below the field; most fields do not mind."""

    def check_spelling(self, spelling: DraftSpelling, key: Key) -> None:
        """Check the spelling of the answer at a key; most fields have no words to check."""

    def focus_first(self) -> None:
        """Move the keyboard focus into the field."""
        self.setFocus()

    def watch_focus(self, *widgets: QWidget) -> None:
        """Report the focus of these widgets as the field's own; the first one gets it."""
        for widget in widgets:
            widget.installEventFilter(self)
            if not self.focusProxy():
                self.setFocusProxy(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit `focused` when a watched widget gets the focus; filter nothing out."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)


class CellFrame(QFrame):
    """A frame with the fields of answers; it emits signals and changes no draft."""

    edited = Signal(object, object)
    """The key of the answer and its value."""
    focused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[Key, Field] = {}

    def add_cell(self, key: Key, field: Field) -> None:
        """Add the field of an answer, whose key is the name of the object."""
        self._cells[key] = field
        field.setObjectName(str(key))
        field.edited.connect(self._on_edited)
        field.focused.connect(self._on_focused)

    def cell(self, key: Key) -> Field | None:
        """Return the field of an answer, if it was built."""
        return self._cells.get(key)

    def set_cell(self, key: Key, value: Value | None) -> None:
        """Show the value of an answer, if its field was built."""
        if key in self._cells:
            self._cells[key].set_value(value)

    def _on_edited(self, value: Value | None) -> None:
        self.edited.emit(Key.parse(self.sender().objectName()), value)

    def _on_focused(self) -> None:
        self.focused.emit(Key.parse(self.sender().objectName()))


def ignore_undo_shortcut(event: QEvent) -> bool:
    """Return whether an event is an undo or redo key, ignored here so that the window gets it."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    if event.matches(undo) or event.matches(redo):
        event.ignore()
        return True
    return False


def is_letter_of_menu(event: QKeyEvent) -> bool:
    """Return whether a letter is pressed with Alt: it was meant for a menu, also if none has it.

    Qt types it, in place of what is selected. On macOS other letters are typed with Alt, on Windows
    with Alt and Ctrl.
    """
    held = Qt.KeyboardModifier
    is_alt_alone = event.modifiers() | held.ShiftModifier == held.AltModifier | held.ShiftModifier
    is_typed = event.text() != "" and event.text().isprintable()
    return is_alt_alone and is_typed and sys.platform != "darwin"


class LineEdit(QLineEdit):
    """A line edit that cuts no text; without an undo of its own, as the window has one.

    What comes from the clipboard or is dropped becomes one line: a cell copied from a spreadsheet
    ends with a break that is not in it.
    """

    def __init__(self, *, has_undo: bool = False) -> None:
        """`has_undo`: what is typed is no answer yet, so that the window cannot undo it."""
        super().__init__()
        self.has_undo = has_undo
        self.setMaxLength(MAX_LENGTH)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window."""
        if not self.has_undo and ignore_undo_shortcut(event):
            return False
        return super().event(event)

    def paste(self) -> None:
        """Paste the clipboard as one line."""
        if not self.isReadOnly():
            self.insert(_read_line(QGuiApplication.clipboard().mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste as one line, and leave the letters of menus to them."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif is_letter_of_menu(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paste what is selected elsewhere as one line, where the middle button does that (X11)."""
        clipboard, selection = QGuiApplication.clipboard(), QClipboard.Mode.Selection
        is_paste = event.button() is Qt.MouseButton.MiddleButton and clipboard.supportsSelection()
        if is_paste and not self.isReadOnly():
            self.deselect()
            self.insert(_read_line(clipboard.mimeData(selection)))
        else:
            super().mouseReleaseEvent(event)

    def build_line_menu(self) -> QMenu:
        """Build the usual menu of a line, which deletes itself, with the undo of the window."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = next((one for one in menu.actions() if one.objectName() == PASTE), None)
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(self.paste)
        if not self.has_undo:
            take_undo_of_window(menu, self)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the line."""
        pop_up(self.build_line_menu(), self, find_mouse(event))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept text, but no files: a dropped draft is opened by the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Insert several lines as one."""
        text = _read_line(event.mimeData())
        if text == event.mimeData().text():
            super().dropEvent(event)
        elif not self.isReadOnly():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self.insert(text)
            event.acceptProposedAction()


def _read_line(source: QMimeData) -> str:
    """Return the text of a clipboard as one line."""
    return clean_pasted_line(source.text(), source.html() if source.hasHtml() else "")
