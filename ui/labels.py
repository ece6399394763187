"""Labels for text of any length: they wrap, and show what was written as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from .theme import set_role


def wrapped(text: str, role: str = "") -> QLabel:
    """Build a label that wraps and shows its text as it is."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label
