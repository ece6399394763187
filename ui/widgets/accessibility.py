"""Names and announcements for screen readers."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

HEADINGS = ("title", "heading")
"""Roles in the stylesheet of labels that are headings."""


def set_accessible_name(widget: QWidget, text: str, description: str = "") -> None:
    """Set the name and the description of a widget for assistive technology."""
    widget.setAccessibleName(text)
    widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Announce a text to screen readers without moving the focus.

    Before the window is shown nobody would hear it: its title is read when it opens.
    """
    # Looked up here, and with it all roles and events of accessibility, 5 ms.
    if text and widget.window().isVisible() and QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(widget, text)
        QtGui.QAccessible.updateAccessibility(event)


def announce_cell(table: QtWidgets.QAbstractItemView) -> None:
    """Tell a screen reader that the current cell of a table with headings has the focus."""
    here, model = table.currentIndex(), table.model()
    if here.isValid() and QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleEvent(table, QtGui.QAccessible.Event.Focus)
        # The headings count as cells: a row of them above, a column of them at the left.
        event.setChild((here.row() + 1) * (model.columnCount() + 1) + here.column() + 1)
        QtGui.QAccessible.updateAccessibility(event)


def speak_headings() -> None:
    """Let screen readers find the titles of pages and of their parts as headings.

    What one was told of before is told anew: it asks for the first page as soon as that is there.
    """
    # Looked up here, as above.
    base, heading = QtWidgets.QAccessibleWidget, QtGui.QAccessible.Role.Heading

    class Heading(base):
        def __init__(self, label: QLabel) -> None:
            super().__init__(label, heading, label.text())
            self._label = label

        def text(self, kind: QtGui.QAccessible.Text) -> str:
            is_name = kind == QtGui.QAccessible.Text.Name
            return self._label.text() if is_name else super().text(kind)

    def build(_: str, thing: QObject) -> QtGui.QAccessibleInterface | None:
        return Heading(thing) if isinstance(thing, QLabel) and _is_heading(thing) else None

    QtGui.QAccessible.installFactory(build)
    if QtGui.QAccessible.isActive():
        for widget in QApplication.allWidgets():
            if isinstance(widget, QLabel) and _is_heading(widget):
                _reset_role(widget)


def _is_heading(label: QLabel) -> bool:
    return label.property("role") in HEADINGS


def _reset_role(label: QLabel) -> None:
    """Drop what was told of a label, so that it is a heading when it is asked for again."""
    accessible, event = QtGui.QAccessible, QtGui.QAccessibleEvent
    known = accessible.queryAccessibleInterface(label)
    if known.role() == accessible.Role.Heading:
        return
    accessible.updateAccessibility(event(label, accessible.Event.ObjectDestroyed))
    accessible.deleteAccessibleInterface(accessible.uniqueId(known))
    accessible.updateAccessibility(event(label, accessible.Event.ObjectCreated))
