"""Widgets beside each other, as many as fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ..theme.theme import GRID

CELL = 22
"""Characters that a cell is wide at least."""


class WrapGrid(QWidget):
    """Widgets beside each other, as many as fit; the rest goes below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._cells: tuple[QWidget, ...] = ()
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)

    def show_cells(self, cells: tuple[QWidget, ...]) -> None:
        """Show these widgets."""
        self._cells = cells
        self._across = 0
        self._flow()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of one cell only, so that the grid can become narrower again."""
        return QSize(self._least(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._flow()

    def _least(self) -> int:
        return self.fontMetrics().averageCharWidth() * CELL

    def _flow(self) -> None:
        fitting = self.width() // (self._least() + GRID * 2)
        across = max(1, min(fitting, len(self._cells)))
        if across == self._across:
            return
        for column in range(self._across):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, *divmod(place, across), Qt.AlignmentFlag.AlignTop)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)
