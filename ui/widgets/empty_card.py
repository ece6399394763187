"""What stands where there is nothing yet: what will be there, and the way to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy

from ..theme.theme import GRID, Theme, set_role
from .buttons import WrappingRow
from .labels import wrapped_label
from .layouts import build_column

CENTRED = Qt.AlignmentFlag.AlignCenter


class EmptyCard(QFrame):
    """A dashed card with an icon, a title, a sentence and the first buttons."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        *texts: str,
        buttons: tuple[QPushButton, ...] = (),
    ) -> None:
        super().__init__()
        set_role(self, "unfinished")
        size = GRID * 3
        drawn = theme.icons.icon(icon, theme.colours.accent, size)
        sign = QLabel(pixmap=drawn.pixmap(size, size))
        self.labels = tuple(wrapped_label(text, "quiet") for text in texts)
        column = build_column(self, margins=(2, 3, 2, 3), spacing=1)
        for label in (sign, wrapped_label(title, "label"), *self.labels):
            label.setAlignment(CENTRED)
            column.addWidget(label)
        if buttons:
            row = WrappingRow(*buttons)
            for button in buttons:
                row.row.addWidget(button, 0, CENTRED)
            row.row.insertStretch(0, 1)
            row.row.addStretch(1)
            column.addSpacing(GRID)
            column.addWidget(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
