"""Names and announcements for screen readers."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def set_accessible_name(widget: QWidget, text: str, description: str = "") -> None:
    """Set the name and the description of a widget for assistive technology."""
    widget.setAccessibleName(text)
    widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Announce a text to screen readers without moving the focus."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
