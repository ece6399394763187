"""Menus of what has the focus: their key on every platform, and the one undo of the window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, Qt
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
