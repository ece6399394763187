"""Names and spoken notices for people who use a screen reader."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Give a widget the name and the description, or none, that assistive technology reads."""
    widget.setAccessibleName(text)
    widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Have a notice read aloud without moving the focus."""
    if not text:
        return
    # Imported late: it brings two hundred roles and events, and a start has nothing to say.

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
