"""A view whose rows are as high as their text, and higher where details are open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView

from erasmus_desk.draft.search import fold_text

from ...qt_support import Index
from ...theme.theme import Theme, set_role
from ...widgets.page_table import TYPED_IN, PageTable, put_on_page
from .model import NAME_COLUMN, ItemsModel
from .painter import LEAST_HEIGHT, RowPainter

ROOM_FOR_NAMES = 26
"""Average characters that a name has at least before other columns go below it."""


class RowsView(PageTable):
    """Fits columns to its width and its own height to its rows: the page scrolls, not it."""

    def __init__(self, model: ItemsModel, theme: Theme) -> None:
        super().__init__()
        self.items_model = model
        self.painter = RowPainter(model, theme)
        self.open_row = -1
        self.details_height = 0
        self.hovered_row = -1
        self._heights: list[int] = []
        self._indent = 0
        self.dropped: tuple[int, ...] = ()
        """The columns that stand below the name, for want of room."""
        self.setModel(model)
        self._set_up()

    def _set_up(self) -> None:
        set_role(self, "items")
        self.setEditTriggers(TYPED_IN)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        put_on_page(self)
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(False)

    def base_height(self, row: int) -> int:
        """Return the height of a row without its details."""
        return self._heights[row] if row < len(self._heights) else round(LEAST_HEIGHT)

    def fit(self) -> None:
        """Fit columns to the width, rows to their text, and the table to its rows."""
        model, width = self.items_model, self.viewport().width()
        metrics, font = self.fontMetrics(), self.font()
        self._indent_heading(self.painter.name_left(font))
        others = range(1, model.state_column)
        widths = {column: self.painter.cell_width(column, font) for column in others}
        state = self.painter.state_width(font)
        room = self.painter.name_left(font) + metrics.averageCharWidth() * ROOM_FOR_NAMES
        kept = list(others)
        for column in self._by_need(others):
            if sum(widths[one] for one in kept) + state + room <= width:
                break
            kept.remove(column)
        self.dropped = tuple(one for one in others if one not in kept)
        for column in others:
            self.setColumnHidden(column, column not in kept)
            self.setColumnWidth(column, widths[column])
        self.setColumnWidth(model.state_column, state)
        self.setColumnWidth(NAME_COLUMN, width - state - sum(widths[one] for one in kept))
        name = self.columnWidth(NAME_COLUMN)
        rows = range(model.rowCount())
        self._heights = [self.painter.row_height(row, name, self.dropped, font) for row in rows]
        for row in rows:
            details = self.details_height if row == self.open_row else 0
            self.setRowHeight(row, self._heights[row] + details)
        high = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)

    def _indent_heading(self, width: int) -> None:
        """Begin the heading of the names where the names begin, behind their numbers."""
        if width != self._indent:
            self._indent = width
            rule = f"QHeaderView::section:first {{ padding-left: {width}px; }}"
            self.horizontalHeader().setStyleSheet(rule)

    def _by_need(self, columns: range) -> list[int]:
        """Return the columns in the order in which they go below the name."""
        model = self.items_model

        def need(column: int) -> tuple[int, int]:
            if column == model.role_column:
                return (0, 0)
            return (1 + bool(model.question(column).format), -column)

        return sorted(columns, key=need)

    def filter_rows(self, words: list[str]) -> None:
        """Hide the items without all of these words, each folded; the last row stays."""
        model = self.items_model
        for row in range(len(model.items)):
            cells = (model.text(model.index(row, column)) for column in range(model.columnCount()))
            text = fold_text(" ".join(cells))
            is_found = all(word in text for word in words)
            # What is edited stays in view until another row is the current one.
            self.setRowHidden(row, not is_found and row != self.currentIndex().row())

    def current_item(self) -> str:
        """Return the item of the current row, or an empty text."""
        row, items = self.currentIndex().row(), self.items_model.items
        return items[row] if 0 <= row < len(items) else ""

    def choose(self, item: str, column: int = NAME_COLUMN) -> None:
        """Make a cell of an item the current one."""
        self.setCurrentIndex(self.items_model.index(self.items_model.row_of(item), column))

    def step(self, rows: int) -> None:
        """Go up or down by a number of rows; past an edge stay there."""
        at, model = self.currentIndex(), self.items_model
        shown = [row for row in range(model.rowCount()) if not self.isRowHidden(row)]
        place = shown.index(at.row()) if at.row() in shown else 0
        row = shown[min(max(place + rows, 0), len(shown) - 1)]
        self.go_to(row, NAME_COLUMN if row == len(model.items) else at.column())

    def step_across(self, *, forward: bool) -> None:
        """Go to the next cell that can be typed in, at the end of a row to the next row."""
        at = self.currentIndex()
        cells = self.cells_to_type()
        here = (at.row(), at.column())
        left = [one for one in cells if (one > here if forward else one < here)]
        if left:
            self.go_to(*(left[0] if forward else left[-1]))
        else:
            self.setFocus()

    def scrollTo(self, index: Index, hint: object = None) -> None:
        """Do not scroll: all rows are in view of the table."""
        del index, hint

    def cells_to_type(self) -> list[tuple[int, int]]:
        """Return row and column of the cells that can be typed in, in the order of Tab."""
        model = self.items_model
        shown = [one for one in range(len(model.questions)) if not self.isColumnHidden(one)]
        rows = [row for row in range(len(model.items)) if not self.isRowHidden(row)]
        return [
            *((row, column) for row in rows for column in shown),
            (len(model.items), NAME_COLUMN),
        ]

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, with the focus on it."""
        self.setCurrentIndex(self.items_model.index(row, column))
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit columns and rows to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
