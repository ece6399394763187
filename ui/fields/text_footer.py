"""The line below a long text: what is said of it, and its length."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ..theme.theme import GRID
from ..widgets.buttons import WrappingRow


class TextFooter(WrappingRow):
    """What is said of a text, and at the right, or below it where it is narrow, its length."""

    def __init__(self, left: QWidget, state: QLabel, count: QLabel) -> None:
        super().__init__(left, count)
        self._lines = (state, count)
        self.row.setSpacing(GRID * 2)
        self.row.addWidget(left, 1)
        self.row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def needed_width(self) -> int:
        """Return the width of both in one line; what else is said wraps."""
        widths = (max(one.sizeHint().width(), one.minimumWidth()) for one in self._lines)
        return sum(widths) + self.row.spacing()
