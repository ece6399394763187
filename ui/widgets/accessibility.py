"""Names and announcements for screen readers."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


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
