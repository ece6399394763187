"""The list of keys with which the whole program works."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ..theme.theme import GRID
from ..widgets.labels import wrapped
from .base import Dialog

Pairs = tuple[tuple[str, str], ...]
"""What is done, and the keys that do it."""


class KeysDialog(Dialog):
    """Shows the keys in two columns."""

    def __init__(self, parent: QWidget | None, pairs: Pairs) -> None:
        """List the pairs in their order."""
        super().__init__(parent, 56)
        self.set_title(self.tr("Keys"))
        self.body.addWidget(wrapped(self.tr("Keys"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 3)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, (deed, keys) in enumerate(pairs):
            grid.addWidget(wrapped(deed), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped(keys, "label"), row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.read_by_keys()


class Keys:
    """The way to that list; `show` is taken on a dialog, by Qt."""

    @classmethod
    def show(cls, parent: QWidget | None, pairs: Pairs) -> None:
        """Show the list until it is closed."""
        KeysDialog(parent, pairs).run()
