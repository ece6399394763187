"""Columns and rows set up in one call, the content of layouts, and a grid that wraps its cells."""

from __future__ import annotations

from math import ceil
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..theme.theme import GRID

BoxLayout = TypeVar("BoxLayout", bound=QBoxLayout)
Content = QWidget | QLayout | int
"""What a layout shows: a widget, another layout, or an empty space that grows by this stretch."""
Margins = tuple[float, float, float, float]
"""Left, top, right and bottom, in steps of the grid."""
NO_MARGINS = (0, 0, 0, 0)
STRETCH, WIDE_STRETCH = 1, 1000
MIN_CELL_WIDTH = 22
"""Average characters."""


def build_column(
    parent: QWidget | None,
    *content: Content,
    margins: Margins = NO_MARGINS,
    spacing: float | None = 1,
) -> QVBoxLayout:
    """Build a vertical layout with this content for a widget, or for another layout (`None`).

    Margins and spacing count in steps of the grid; without a spacing it is that of the style.
    """
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    return _set_up(layout, content, margins, spacing)


def build_row(
    parent: QWidget | None,
    *content: Content,
    margins: Margins = NO_MARGINS,
    spacing: float | None = 1,
) -> QHBoxLayout:
    """Build a horizontal layout like `build_column`."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    return _set_up(layout, content, margins, spacing)


def add_content(layout: QBoxLayout, *content: Content) -> None:
    """Add widgets, layouts and stretches to a layout."""
    for part in content:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addStretch(part)


def _set_up(
    layout: BoxLayout, content: tuple[Content, ...], margins: Margins, spacing: float | None
) -> BoxLayout:
    layout.setContentsMargins(*(int(margin * GRID) for margin in margins))
    if spacing is not None:
        layout.setSpacing(int(spacing * GRID))
    add_content(layout, *content)
    return layout


def show_widget(widget: QWidget, *, is_shown: bool) -> None:
    """Show or hide a widget; what a new page shows anyway is not styled and laid out before it."""
    if widget.isHidden() == is_shown:
        widget.setVisible(is_shown)


def is_hidden_in(widget: QWidget, around: QWidget) -> bool:
    """Return whether a widget is hidden in another one; what is new there counts as shown.

    `isVisibleTo` counts it as hidden until the event loop shows it.
    """
    one: QWidget | None = widget
    while one is not None and one is not around:
        if one.isHidden() and one.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        one = one.parentWidget()
    return False


class ColumnWidget(QWidget):
    """A column that gets its width from a page, whatever width it would like.

    Qt would measure all that wraps in both widths with each line that is typed, as a layout
    remembers its heights for one width.
    """

    def __init__(
        self,
        *content: Content,
        margins: Margins = NO_MARGINS,
        spacing: float | None = 1,
        parent: QWidget | None = None,
    ) -> None:
        """Build the column; one with much in it is put into its parent before it is filled.

        With a style sheet, Qt visits all that a widget contains each time that it is moved.
        """
        super().__init__(parent)
        self.column = build_column(self, *content, margins=margins, spacing=spacing)

    def sizeHint(self) -> QSize:
        """Return the size without the height in that width: the page asks for it in its own."""
        return self.column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size, likewise."""
        return self.column.minimumSize()


def limit_width(widget: QWidget) -> QHBoxLayout:
    """Build a row in which a widget takes the width up to its greatest; space takes the rest.

    In a column of its own, Qt would ask for its height in the width of the whole column.
    """
    row = build_row(None, widget, STRETCH, spacing=0)
    row.setStretchFactor(widget, WIDE_STRETCH)
    return row


def list_widgets(layout: QLayout) -> list[QWidget]:
    """Return the widgets of a layout in order, without those of the layouts in it.

    They are not asked of the items: Qt deletes an item with its widget, PySide keeps what
    `itemAt` returned, and takes the next widget at the same address for it: a crash.
    """
    around = layout.parentWidget()
    children = around.children() if around is not None else ()
    placed = {layout.indexOf(one): one for one in children if isinstance(one, QWidget)}
    return [placed[index] for index in sorted(placed) if index >= 0]


def clear_layout(layout: QLayout) -> None:
    """Remove and delete all widgets of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()


def measure_again(widget: QWidget) -> None:
    """Let all layouts around a widget measure it again, after its text became longer.

    Qt keeps the height for a width that was asked for before the text had its new layout. A page
    that scrolls passes no size of its content on to what is around it.
    """
    around: QWidget | None = widget
    while around is not None and not around.isWindow():
        layout = around.layout()
        # PySide types it as never None; a widget without a layout has none.
        if layout:
            layout.invalidate()
        around.updateGeometry()
        around = around.parentWidget()
        if isinstance(around, QScrollArea):
            return


def activate_layouts(widget: QWidget) -> None:
    """Lay out what is around a widget now: a change of height would climb a level in each round."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, QScrollArea):
        # PySide types it as never None; a widget without a layout has none.
        if layout := around.layout():
            layout.activate()
        around = around.parentWidget()


class FlowGrid(QWidget):
    """Widgets side by side, as many as fit; the others go below."""

    def __init__(
        self, min_characters: int = MIN_CELL_WIDTH, *, is_filled: bool = False, parts: int = 1
    ) -> None:
        """Build the grid; a cell has room for a number of average characters.

        In a filled grid the last cell goes on to the right edge, so that no line ends early. A
        single line is divided into `parts` if there is room, so that fewer cells keep together.
        """
        super().__init__()
        self._parts = parts
        self._min_characters = min_characters
        self._is_filled = is_filled
        self._cells: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)

    def set_line_gap(self, gap: int) -> None:
        """Set the pixels between two lines."""
        self._grid.setVerticalSpacing(gap)

    def show_cells(self, cells: tuple[QWidget, ...]) -> None:
        """Show these widgets."""
        self._cells = cells
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the width of one cell, so that the grid can become narrower again."""
        least = min(self._min_cell_width(), self.fontMetrics().averageCharWidth() * MIN_CELL_WIDTH)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _min_cell_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * self._min_characters

    def _arrange(self) -> None:
        fitting = self.width() // (self._min_cell_width() + GRID * 2)
        columns = max(1, min(fitting, len(self._cells)))
        # As few lines, but as even as they can be: no cell is left alone below a full line.
        lines = max(ceil(len(self._cells) / columns), 1)
        columns = max(ceil(len(self._cells) / lines), 1)
        parts = max(columns, min(fitting, self._parts)) if lines == 1 else columns
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for column in range(parts):
            self._grid.setColumnStretch(column, 1)
        if columns == self._columns:
            return
        self._columns = columns
        for index, cell in enumerate(self._cells):
            line, column = divmod(index, columns)
            is_last = self._is_filled and index == len(self._cells) - 1
            across = columns - column if is_last else 1
            self._grid.addWidget(cell, line, column, 1, across, Qt.AlignmentFlag.AlignTop)
        # What is around it asked for its height before, and is not told by the layout alone.
        self.updateGeometry()
