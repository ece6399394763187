"""Labels for text of any length: they wrap and show plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..theme.theme import GRID, set_role


def wrapped_label(text: str, role: str = "") -> QLabel:
    """Build a label that wraps and shows its text without interpreting HTML."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label


def selectable_label(text: str, name: str) -> QLabel:
    """Build a label whose text can be focused, selected and copied."""
    label = wrapped_label(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(name)
    return label


def bullet_item(text: str) -> QWidget:
    """Build a list item whose lines are indented behind the bullet."""
    item = QWidget()
    row = QHBoxLayout(item)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(QLabel("•"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(wrapped_label(text), 1)
    return item
