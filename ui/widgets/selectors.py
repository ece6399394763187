"""Combo boxes that the mouse wheel does not change.

Whoever scrolls a page with the wheel would change the answer below the pointer, and with it the
grant. `tests/test_architecture.py` keeps Qt's own classes out of the other rooms.
"""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ComboBox(QComboBox):
    """A combo box whose wheel scrolls the page; the open list scrolls itself."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the event to the page."""
        event.ignore()
