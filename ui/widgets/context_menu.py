"""Menus of what has the focus: their key on every platform, and the one undo of the window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from .cursors import find_cursor_rect

UNDO, REDO = "edit-undo", "edit-redo"
"""Names that Qt gives to both in the menu of a text."""


def is_menu_key(event: QKeyEvent) -> bool:
    """Return whether a key asks for a menu where Qt knows the menu key alone.

    Few laptops have that one. Windows itself asks for the menu by both.
    """
    return (
        sys.platform != "win32"
        and event.keyCombination().toCombined() == (Qt.Modifier.SHIFT | Qt.Key.Key_F10).toCombined()
    )


def open_context_menu(widget: QWidget | None) -> None:
    """Ask the widget with the focus for its menu, at its cursor if it has one."""
    if widget is None:
        return
    reason, where = QContextMenuEvent.Reason.Keyboard, find_cursor_rect(widget).center()
    event = QContextMenuEvent(reason, where, widget.mapToGlobal(where))
    QCoreApplication.sendEvent(widget, event)


def find_mouse(event: QContextMenuEvent) -> QPoint | None:
    """Return where the mouse asked for a menu; `None` if a key did."""
    is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
    return event.globalPos() if is_mouse else None


def pop_up(menu: QMenu, widget: QWidget, mouse: QPoint | None) -> None:
    """Show a menu at the mouse, else beside the line with the cursor: its word stays in sight."""
    if mouse is not None:
        menu.popup(mouse)
        return
    line, screen = find_cursor_rect(widget), widget.screen().availableGeometry()
    above, below = map(widget.mapToGlobal, (line.topLeft(), line.bottomLeft()))
    high = menu.sizeHint().height()
    has_room = below.y() + high <= screen.bottom() or above.y() - high < screen.top()
    menu.popup(below if has_room else above - QPoint(0, high))


def take_undo_of_window(menu: QMenu, widget: QWidget) -> None:
    """Put undo and redo of the window in the place of those of a text, which has none."""
    for name in (UNDO, REDO):
        own = next((one for one in menu.actions() if one.objectName() == name), None)
        if own is None:
            continue
        of_window = widget.window().findChild(QAction, name)
        if of_window is not None:
            menu.insertAction(own, of_window)
        menu.removeAction(own)
