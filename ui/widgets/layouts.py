"""Layouts without margins, the clearing of layouts, and a grid that wraps its cells."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from ..theme.theme import GRID

MIN_CELL_WIDTH = 22
"""Average characters."""


def build_column(widget: QWidget) -> QVBoxLayout:
    """Build a vertical layout without margins for a widget."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    return layout


def clear_layout(layout: QLayout) -> None:
    """Remove and delete all widgets of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()


class FlowGrid(QWidget):
    """Widgets side by side, as many as fit; the others go below."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)

    def show_cells(self, cells: tuple[QWidget, ...]) -> None:
        """Show these widgets."""
        self._cells = cells
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the width of one cell, so that the grid can become narrower again."""
        return QSize(self._min_cell_width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _min_cell_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * MIN_CELL_WIDTH

    def _arrange(self) -> None:
        fitting = self.width() // (self._min_cell_width() + GRID * 2)
        columns = max(1, min(fitting, len(self._cells)))
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for index, cell in enumerate(self._cells):
            self._grid.addWidget(cell, *divmod(index, columns), Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
