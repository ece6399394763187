"""Cards of the page of feedback: a frame with a heading, words to select, and buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ...access import name
from ...labels import wrapped
from ...theme import GRID, set_role


class Card(QFrame):
    """A card with a heading, to be filled from above."""

    def __init__(self, heading: str) -> None:
        """Build the frame with its heading."""
        super().__init__()
        set_role(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID * 2)
        self.column.setSpacing(GRID // 2)
        self.heading = heading
        if heading:
            self.column.addWidget(wrapped(heading, "label"))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below each other."""
        for widget in widgets:
            self.column.addWidget(widget)


def readable(text: str, label: str, role: str = "") -> QLabel:
    """Build words that can be reached by the keyboard, selected and copied."""
    shown = wrapped(text, role)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    name(shown, label)
    return shown
