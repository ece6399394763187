"""The keys that act where the focus is, each with what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt

from .buttons import WrappingRow, button_group
from .labels import short_label


class KeyHints(WrappingRow):
    """Keys with their meaning in a row, or below each other where they do not fit."""

    def __init__(self, *hints: tuple[str, str]) -> None:
        groups = [
            button_group(short_label(key, "key"), short_label(what, "quiet")) for key, what in hints
        ]
        super().__init__(*groups)
        for group in groups:
            self.row.addWidget(group, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addStretch(1)
