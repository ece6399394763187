"""Layout and painting of a timeline on a viewport."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ..theme.palettes import Colours
from ..theme.theme import GRID
from .chart_model import (
    MONTHS_PER_QUARTER,
    Bar,
    Chart,
    Lane,
    MarkedDay,
    TimeScale,
    Zoom,
    add_months,
)

MIN_BAR_WIDTH = 6.0
"""Pixels; a bar of one day must be visible."""
LEFT_CENTRED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class ChartMetrics(Struct, frozen=True):
    """Sizes of the parts of the chart and the scroll position, in pixels."""

    width: int
    height: int
    label: int
    head: int
    row: int
    scroll_x: int
    scroll_y: int

    @classmethod
    def of(cls, view: QWidget, scroll_x: int, scroll_y: int) -> ChartMetrics:
        """Return the sizes for a viewport in its text size."""
        metrics = view.fontMetrics()
        label = min(metrics.averageCharWidth() * 30, view.width() * 2 // 5)
        line = metrics.height()
        head = line * 2 + GRID * 2
        return cls(view.width(), view.height(), label, head, line + GRID * 2, scroll_x, scroll_y)


class ChartPainter(Struct, frozen=True):
    """A chart at a scale and scroll position, with the rectangles of its rows and bars."""

    chart: Chart
    scale: TimeScale
    zoom: Zoom
    metrics: ChartMetrics
    colours: Colours

    def rows(self) -> Iterator[tuple[float, Lane | Bar]]:
        """Return each lane and bar with the top of its row."""
        top = float(self.metrics.head - self.metrics.scroll_y)
        for lane in self.chart.lanes:
            for item in (lane, *lane.bars):
                yield top, item
                top += self.metrics.row

    def bar_rects(self) -> dict[str, QRectF]:
        """Return the rectangle of each bar on the viewport."""
        return {
            item.id: self._bar_rect(top, item) for top, item in self.rows() if isinstance(item, Bar)
        }

    def hit_test(self, at: QPointF, grip: int) -> tuple[Bar | None, str]:
        """Return the bar of the row at a point, and the part of the bar at the point.

        The part is "start", "end", "both" or, beside the bar, "".
        """
        if at.y() < self.metrics.head:
            return None, ""
        for top, item in self.rows():
            if not isinstance(item, Bar) or not top <= at.y() < top + self.metrics.row:
                continue
            rect = self._bar_rect(top, item)
            if at.x() < self.metrics.label or not rect.left() - 2 <= at.x() <= rect.right() + 2:
                return item, ""
            if rect.width() > grip * 3 and at.x() - rect.left() <= grip:
                return item, "start"
            if rect.width() > grip * 3 and rect.right() - at.x() <= grip:
                return item, "end"
            return item, "both"
        return None, ""

    def paint(self, painter: QPainter, current: str, *, has_focus: bool) -> None:
        """Paint everything."""
        size, colours = self.metrics, self.colours
        painter.fillRect(QRectF(0, 0, size.width, size.height), QColor(colours.card))
        painter.save()
        painter.setClipRect(QRectF(size.label, 0, size.width - size.label, size.height))
        self._paint_project(painter)
        painter.setClipRect(QRectF(0, size.head, size.width, size.height))
        painter.fillRect(self._row_rect(current), QColor(colours.accent_soft))
        painter.setClipRect(QRectF(size.label, 0, size.width - size.label, size.height))
        self._paint_columns(painter)
        self._paint_bars(painter, current)
        self._paint_marks(painter)
        painter.restore()
        self._paint_labels(painter)
        self._paint_mark_labels(painter)
        if has_focus:
            painter.setClipRect(QRectF(0, size.head, size.width, 1e5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self._row_rect(current).adjusted(1, 1, -1, -1))

    def _left(self, day: date) -> float:
        return self.metrics.label + self.scale.left(day) - self.metrics.scroll_x

    def _right(self, day: date) -> float:
        return self.metrics.label + self.scale.right(day) - self.metrics.scroll_x

    def _bar_rect(self, top: float, bar: Bar) -> QRectF:
        left, right = self._left(bar.start), self._right(max(bar.start, bar.end))
        height = self.metrics.row - GRID * 1.5
        return QRectF(left, top + GRID * 0.75, max(right - left, MIN_BAR_WIDTH), height)

    def _row_rect(self, bar_id: str) -> QRectF:
        tops = (top for top, item in self.rows() if isinstance(item, Bar) and item.id == bar_id)
        return QRectF(1, next(tops, -1e6), self.metrics.width - 2, self.metrics.row)

    def _paint_project(self, painter: QPainter) -> None:
        """Shade the days outside the project."""
        size, shade = self.metrics, QColor(self.colours.window)
        top, height = size.head, size.height - size.head
        if self.chart.start is not None:
            x = self._left(self.chart.start)
            painter.fillRect(QRectF(size.label, top, x - size.label, height), shade)
        if self.chart.end is not None:
            x = self._right(self.chart.end)
            painter.fillRect(QRectF(x, top, size.width - x, height), shade)

    def _paint_columns(self, painter: QPainter) -> None:
        size, colours = self.metrics, self.colours
        half = (size.head - GRID) / 2
        for day in self.scale.columns(self.zoom):
            left, right = self._left(day), self._left(add_months(day, self.zoom.months))
            is_year = day.month == 1
            painter.setPen(QPen(QColor(colours.edge if is_year else colours.border), 1))
            painter.drawLine(QPointF(left, half if not is_year else 0), QPointF(left, size.height))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QRectF(left, half, right - left, half), CENTRED, self._column(day))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(QPointF(0, size.head), QPointF(size.width, size.head))
        self._paint_years(painter, half)

    def _paint_years(self, painter: QPainter, half: float) -> None:
        """Draw each year where it starts, or at the left edge if it started before."""
        painter.setPen(QColor(self.colours.text))
        for year in range(self.scale.first.year, self.scale.last.year + 1):
            start = max(date(year, 1, 1), self.scale.first)
            end = min(date(year, 12, 31), self.scale.last)
            left = max(self._left(start), float(self.metrics.label))
            room = self._right(end) - left - GRID / 2
            if room >= painter.fontMetrics().horizontalAdvance(str(year)):
                painter.drawText(QRectF(left + GRID / 2, 0, room, half), LEFT_CENTRED, str(year))

    def _column(self, day: date) -> str:
        if self.zoom is Zoom.QUARTERS:
            quarter = QCoreApplication.translate("Timeline", "Q{}")
            return quarter.format((day.month - 1) // MONTHS_PER_QUARTER + 1)
        return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)

    def _paint_bars(self, painter: QPainter, current: str) -> None:
        size, colours = self.metrics, self.colours
        painter.save()
        painter.setClipRect(
            QRectF(size.label, size.head, size.width - size.label, size.height - size.head)
        )
        for top, item in self.rows():
            if not isinstance(item, Bar):
                continue
            painter.setBrush(QColor(colours.warm_soft if item.is_outside else colours.accent))
            edge = colours.warm if item.is_outside else colours.accent
            painter.setPen(QPen(QColor(colours.text if item.id == current else edge), 2))
            painter.drawRoundedRect(self._bar_rect(top, item), 4, 4)
        painter.restore()

    def _visible_marks(self) -> Iterator[tuple[MarkedDay, float]]:
        for mark in self.chart.marks:
            x = self._left(mark.day)
            if self.scale.first <= mark.day <= self.scale.last and x >= self.metrics.label:
                yield mark, x

    def _mark_colour(self, mark: MarkedDay) -> QColor:
        return QColor(self.colours.warm if mark.is_warm else self.colours.good)

    def _paint_marks(self, painter: QPainter) -> None:
        for mark, x in self._visible_marks():
            painter.setPen(QPen(self._mark_colour(mark), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, self.metrics.head), QPointF(x, self.metrics.height))

    def _paint_mark_labels(self, painter: QPainter) -> None:
        """Draw the labels of the marked days at the bottom, below each other."""
        size, metrics = self.metrics, painter.fontMetrics()
        height = metrics.height()
        for index, (mark, x) in enumerate(self._visible_marks()):
            width = metrics.horizontalAdvance(mark.label) + GRID
            # Near the right edge the label is at the left of its line.
            left = x + GRID / 2 if x + width + GRID < size.width else x - width
            rect = QRectF(left, size.height - GRID / 2 - height * (index + 1), width, height)
            painter.fillRect(rect, QColor(self.colours.card))
            painter.setPen(self._mark_colour(mark))
            painter.drawText(rect, CENTRED, mark.label)

    def _paint_labels(self, painter: QPainter) -> None:
        size, colours = self.metrics, self.colours
        painter.save()
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(QPointF(size.label, 0), QPointF(size.label, size.height))
        painter.setClipRect(QRectF(0, size.head + 1, size.width, size.height))
        painter.setPen(QColor(colours.text))
        font = painter.font()
        for top, item in self.rows():
            if isinstance(item, Lane):
                text, left, width = item.title, GRID, size.width - GRID * 2
                painter.fillRect(QRectF(0, top, size.width, size.row), QColor(colours.page))
            else:
                text, left, width = item.label, GRID * 2, size.label - GRID * 3
            font.setBold(isinstance(item, Lane))
            painter.setFont(font)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, top, width, size.row), LEFT_CENTRED, shown)
        painter.restore()
