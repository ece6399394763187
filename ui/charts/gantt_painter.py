"""Lays out and paints a timeline on a viewport."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ..theme.palettes import Colours
from ..theme.theme import GRID
from .chart_model import Bar, Chart, Lane, MarkedDay
from .time_scale import MONTHS_OF_QUARTER, Scale, Zoom

LEAST_BAR = 6.0
"""Pixels that a bar is wide at least, so that one day is seen."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class Measures(Struct, frozen=True):
    """Pixels of the parts of the picture, and how far it is scrolled."""

    width: int
    height: int
    label: int
    head: int
    row: int
    across: int
    down: int

    @classmethod
    def of(cls, view: QWidget, across: int, down: int) -> Measures:
        """Measure for a viewport in its type size."""
        metrics = view.fontMetrics()
        label = min(metrics.averageCharWidth() * 30, view.width() * 2 // 5)
        line = metrics.height()
        head = line * 2 + GRID * 2
        return cls(view.width(), view.height(), label, head, line + GRID * 2, across, down)


class Drawing(Struct, frozen=True):
    """One picture: where every row and bar lies, and how it is painted."""

    chart: Chart
    scale: Scale
    zoom: Zoom
    measures: Measures
    colours: Colours

    def rows(self) -> Iterator[tuple[float, Lane | Bar]]:
        """Give each heading and bar with the top of its row."""
        top = float(self.measures.head - self.measures.down)
        for lane in self.chart.lanes:
            for one in (lane, *lane.bars):
                yield top, one
                top += self.measures.row

    def boxes(self) -> dict[str, QRectF]:
        """Give where each bar lies on the viewport."""
        return {one.id: self._box(top, one) for top, one in self.rows() if isinstance(one, Bar)}

    def hit(self, at: QPointF, grip: int) -> tuple[Bar | None, str]:
        """Give the bar of the row at a point, and which part of the bar the point is on."""
        if at.y() < self.measures.head:
            return None, ""
        for top, one in self.rows():
            if not isinstance(one, Bar) or not top <= at.y() < top + self.measures.row:
                continue
            box = self._box(top, one)
            if at.x() < self.measures.label or not box.left() - 2 <= at.x() <= box.right() + 2:
                return one, ""
            if box.width() > grip * 3 and at.x() - box.left() <= grip:
                return one, "start"
            if box.width() > grip * 3 and box.right() - at.x() <= grip:
                return one, "end"
            return one, "both"
        return None, ""

    def paint(self, painter: QPainter, current: str, *, has_focus: bool) -> None:
        """Paint everything."""
        size, colours = self.measures, self.colours
        painter.fillRect(QRectF(0, 0, size.width, size.height), QColor(colours.card))
        painter.save()
        painter.setClipRect(QRectF(size.label, 0, size.width - size.label, size.height))
        self._paint_project(painter)
        painter.setClipRect(QRectF(0, size.head, size.width, size.height))
        self._paint_chosen(painter, current)
        painter.setClipRect(QRectF(size.label, 0, size.width - size.label, size.height))
        self._paint_columns(painter)
        self._paint_bars(painter, current)
        self._paint_marks(painter)
        painter.restore()
        self._paint_labels(painter)
        self._paint_mark_words(painter)
        if has_focus:
            self._paint_focus(painter, current)

    def _x(self, left: float) -> float:
        return self.measures.label + left - self.measures.across

    def _box(self, top: float, bar: Bar) -> QRectF:
        left = self._x(self.scale.left(bar.start))
        right = self._x(self.scale.right(max(bar.start, bar.end)))
        height = self.measures.row - GRID * 1.5
        return QRectF(left, top + GRID * 0.75, max(right - left, LEAST_BAR), height)

    def _row_of(self, bar_id: str) -> QRectF:
        tops = (top for top, one in self.rows() if isinstance(one, Bar) and one.id == bar_id)
        return QRectF(1, next(tops, -1e6), self.measures.width - 2, self.measures.row)

    def _paint_chosen(self, painter: QPainter, current: str) -> None:
        painter.fillRect(self._row_of(current), QColor(self.colours.accent_soft))

    def _paint_focus(self, painter: QPainter, current: str) -> None:
        painter.setClipRect(QRectF(0, self.measures.head, self.measures.width, 1e5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.accent), 2))
        painter.drawRect(self._row_of(current).adjusted(1, 1, -1, -1))

    def _paint_project(self, painter: QPainter) -> None:
        """Shade what lies outside the project."""
        size, shade = self.measures, QColor(self.colours.window)
        top, height = size.head, size.height - size.head
        if self.chart.start is not None:
            x = self._x(self.scale.left(self.chart.start))
            painter.fillRect(QRectF(size.label, top, x - size.label, height), shade)
        if self.chart.end is not None:
            x = self._x(self.scale.right(self.chart.end))
            painter.fillRect(QRectF(x, top, size.width - x, height), shade)

    def _paint_columns(self, painter: QPainter) -> None:
        size, colours = self.measures, self.colours
        columns = self.scale.columns(self.zoom)
        half = (size.head - GRID) / 2
        for place, day in enumerate(columns):
            left = self._x(self.scale.left(day))
            after = columns[place + 1] if place + 1 < len(columns) else None
            right = self._x(self.scale.left(after) if after else self.scale.width)
            is_year = day.month == 1
            painter.setPen(QPen(QColor(colours.edge if is_year else colours.border), 1))
            painter.drawLine(QPointF(left, half if not is_year else 0), QPointF(left, size.height))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QRectF(left, half, right - left, half), MIDDLE, self._column(day))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(QPointF(0, size.head), QPointF(size.width, size.head))
        self._paint_years(painter, half)

    def _paint_years(self, painter: QPainter, half: float) -> None:
        """Write each year where it begins, or at the left edge as long as it fills the view."""
        painter.setPen(QColor(self.colours.text))
        for year in range(self.scale.first.year, self.scale.last.year + 1):
            start = max(date(year, 1, 1), self.scale.first)
            end = min(date(year, 12, 31), self.scale.last)
            left = max(self._x(self.scale.left(start)), float(self.measures.label))
            room = self._x(self.scale.right(end)) - left - GRID / 2
            if room >= painter.fontMetrics().horizontalAdvance(str(year)):
                painter.drawText(QRectF(left + GRID / 2, 0, room, half), LEFT, str(year))

    def _column(self, day: date) -> str:
        if self.zoom is Zoom.QUARTERS:
            quarter = QCoreApplication.translate("Timeline", "Q{}")
            return quarter.format((day.month - 1) // MONTHS_OF_QUARTER + 1)
        return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)

    def _paint_bars(self, painter: QPainter, current: str) -> None:
        size, colours = self.measures, self.colours
        painter.save()
        painter.setClipRect(
            QRectF(size.label, size.head, size.width - size.label, size.height - size.head)
        )
        for top, one in self.rows():
            if not isinstance(one, Bar):
                continue
            painter.setBrush(QColor(colours.warm_soft if one.is_outside else colours.accent))
            edge = colours.warm if one.is_outside else colours.accent
            painter.setPen(QPen(QColor(colours.text if one.id == current else edge), 2))
            painter.drawRoundedRect(self._box(top, one), 4, 4)
        painter.restore()

    def _marks(self) -> Iterator[tuple[MarkedDay, float]]:
        for mark in self.chart.marks:
            if self.scale.first <= mark.day <= self.scale.last:
                x = self._x(self.scale.left(mark.day))
                if x >= self.measures.label:
                    yield mark, x

    def _ink(self, mark: MarkedDay) -> QColor:
        return QColor(self.colours.warm if mark.is_warm else self.colours.good)

    def _paint_marks(self, painter: QPainter) -> None:
        for mark, x in self._marks():
            painter.setPen(QPen(self._ink(mark), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, self.measures.head), QPointF(x, self.measures.height))

    def _paint_mark_words(self, painter: QPainter) -> None:
        """Write at the foot what the lines mean, one below the other, over all else."""
        size, metrics = self.measures, painter.fontMetrics()
        high = metrics.height()
        for place, (mark, x) in enumerate(self._marks()):
            wide = metrics.horizontalAdvance(mark.label) + GRID
            # Near the right edge the word stands before its line.
            left = x + GRID / 2 if x + wide + GRID < size.width else x - wide
            box = QRectF(left, size.height - GRID / 2 - high * (place + 1), wide, high)
            painter.fillRect(box, QColor(self.colours.card))
            painter.setPen(self._ink(mark))
            painter.drawText(box, MIDDLE, mark.label)

    def _paint_labels(self, painter: QPainter) -> None:
        size, colours = self.measures, self.colours
        painter.save()
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(QPointF(size.label, 0), QPointF(size.label, size.height))
        painter.setClipRect(QRectF(0, size.head + 1, size.width, size.height))
        font = painter.font()
        for top, one in self.rows():
            is_lane = isinstance(one, Lane)
            font.setBold(is_lane)
            painter.setFont(font)
            painter.setPen(QColor(colours.text))
            text = one.title if isinstance(one, Lane) else one.label
            wide = size.label - GRID * (2 if is_lane else 3)
            left = GRID if is_lane else GRID * 2
            if is_lane:
                wide = size.width - GRID * 2
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            box = QRectF(left, top, wide, size.row)
            if is_lane:
                ground = QRectF(0, top, size.width, size.row)
                painter.fillRect(ground, QColor(colours.page))
            painter.drawText(box, LEFT, shown)
        painter.restore()
