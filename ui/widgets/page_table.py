"""Tables that are as high as their rows, so that only the page around them scrolls."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

_TRIGGERS = QAbstractItemView.EditTrigger
TYPED_IN: Final = (
    _TRIGGERS.AnyKeyPressed
    | _TRIGGERS.EditKeyPressed
    | _TRIGGERS.SelectedClicked
    | _TRIGGERS.DoubleClicked
)
"""How the editing of a cell begins in a table that is typed in."""


def put_on_page(table: QTableView) -> None:
    """Let a table show rows without a grid, and never scroll by itself."""
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setHighlightSections(False)
