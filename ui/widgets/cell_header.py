"""The heading of a table of cells, with the arrow of the order right beside its words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from ..theme.theme import GRID, Theme

GAP: Final = GRID // 2
"""Pixels between the words of a heading and the arrow."""


class CellHeader(QHeaderView):
    """The headings of columns; Qt draws the arrow of the order at the far end of its column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.side = 0
        """Room in pixels beside a heading, as the table has it beside its cells."""
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def arrow_room(self) -> int:
        """Return the pixels that the arrow needs, with the gap before it."""
        return GAP + self.fontMetrics().height() // 2

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        """Draw a heading, and the arrow if the table is in the order of its column."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.isSortIndicatorShown() and logicalIndex == self.sortIndicatorSection():
            self._draw_arrow(painter, rect, logicalIndex)

    def _draw_arrow(self, painter: QPainter, rect: QRect, column: int) -> None:
        model, across = self.model(), self.orientation()
        words = str(model.headerData(column, across) or "")
        role = Qt.ItemDataRole.TextAlignmentRole
        is_right = bool(
            int(model.headerData(column, across, role) or 0) & int(Qt.AlignmentFlag.AlignRight)
        )
        wide = (
            QFontMetrics(self.font())
            .boundingRect(
                rect.adjusted(self.side, 0, -self.side, 0), int(Qt.TextFlag.TextWordWrap), words
            )
            .width()
        )
        size = self.arrow_room() - GAP
        left = rect.left() + self.side + wide + GAP
        if is_right:
            left = rect.right() + 1 - self.side - wide - GAP - size
        place = QRectF(left, rect.center().y() - size / 4 + 1, size, size / 2)
        is_up = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        flat, tip = (place.bottom(), place.top()) if is_up else (place.top(), place.bottom())
        corners = (
            QPointF(place.left(), flat),
            QPointF(place.right(), flat),
            QPointF(place.center().x(), tip),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.quiet))
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()
