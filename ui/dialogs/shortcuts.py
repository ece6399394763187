"""The dialog that lists the keyboard shortcuts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ..theme.theme import GRID
from ..widgets.labels import wrapped_label
from .base import Dialog

Shortcuts = tuple[tuple[str, str], ...]
"""Pairs of a command's name and its keys."""


class ShortcutsDialog(Dialog):
    """Commands and their keys in two columns."""

    def __init__(self, parent: QWidget | None, shortcuts: Shortcuts) -> None:
        super().__init__(parent, 56)
        self.set_title(self.tr("Keyboard shortcuts"))
        self.body.addWidget(wrapped_label(self.tr("Keyboard shortcuts"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 3)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, (command, keys) in enumerate(shortcuts):
            grid.addWidget(wrapped_label(command), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped_label(keys, "label"), row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.scroll_by_keys()
