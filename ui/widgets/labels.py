"""Labels for text of any length: they wrap, and show what was written as it is."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..qt_support import put
from ..theme.theme import GRID, set_role


def wrapped(text: str, role: str = "") -> QLabel:
    """Build a label that wraps and shows its text as it is."""
    label = QLabel(text)
    label.setWordWrap(True)
    put(label, textFormat="PlainText")
    if role:
        set_role(label, role)
    return label


def bulleted(text: str) -> QWidget:
    """Build a point of a list, its lines indented behind the bullet."""
    point = QWidget()
    row = QHBoxLayout(point)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(QLabel("•"), 0, QtCore.Qt.AlignmentFlag.AlignTop)
    row.addWidget(wrapped(text), 1)
    return point
