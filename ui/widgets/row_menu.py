"""The menu of a row in a table: what the buttons beside the table do, said in their words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu, QWidget

from .accessibility import set_accessible_name
from .edit_keys import Edit, can_edit

Entries = Iterable[QAbstractButton | QAction]


def choose_place(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint | None:
    """Return where on the screen the menu of a row is to open, `None` if no row is asked for.

    What is below the mouse becomes current first, so that the buttons are about that row.
    """
    if event.reason() is QContextMenuEvent.Reason.Mouse:
        index = view.indexAt(event.pos())
        if index.isValid():
            view.setCurrentIndex(index)
        return event.globalPos() if index.isValid() else None
    rect = view.visualRect(view.currentIndex())
    if not rect.isValid():
        return None
    # A row may be much higher than its text, where something is unfolded below it.
    below = min(rect.height(), 2 * view.fontMetrics().height())
    return view.viewport().mapToGlobal(rect.topLeft() + QPoint(0, below))


def show_row_menu(view: QAbstractItemView, place: QPoint, name: str, *groups: Entries) -> None:
    """Show a menu of groups of entries; that of a button presses it, if it can be pressed."""
    menu = _build_menu(view, name)
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for entry in group:
            if isinstance(entry, QAction):
                entry.setParent(menu)
                menu.addAction(entry)
            else:
                action = menu.addAction(_name_button(entry))
                action.setEnabled(entry.isEnabled())
                action.triggered.connect(entry.click)
    menu.popup(place)


def show_edit_menu(view: QAbstractItemView, place: QPoint, name: str) -> None:
    """Show cut, copy and paste as the menu of the window has them."""
    menu = _build_menu(view, name)
    for edit in (Edit.CUT, Edit.COPY, Edit.PASTE):
        action = view.window().findChild(QAction, edit.action_name)
        if action is not None:
            action.setEnabled(can_edit(view, edit))
            menu.addAction(action)
    menu.popup(place)


def _build_menu(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    set_accessible_name(menu, name)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _name_button(button: QAbstractButton) -> str:
    """Return the text of a button; one that shows an icon only has it as its name."""
    return (button.accessibleName() or button.text()).replace("&", "&&")
