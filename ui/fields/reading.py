"""A question that takes no answer: a text to read, or a value the program computes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ..theme import GRID, set_role


class ReadingBox(QFrame):
    """A heading with a text below it that can be selected and copied."""

    def __init__(self, heading: str, text: str = "", parent: QWidget | None = None) -> None:
        """Show heading and text."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        layout.setSpacing(GRID // 4)
        if heading:
            head = QLabel(heading)
            head.setWordWrap(True)
            set_role(head, "label")
            layout.addWidget(head)
        self.text_label = QLabel(text)
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.text_label)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if self.text_label.text() != text:
            self.text_label.setText(text)
