"""The timeline as a chart that is zoomed, scrolled and edited with mouse and keyboard."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from ..theme.theme import GRID, Theme
from ..widgets.accessibility import announce, set_accessible_name
from .chart_model import Bar, Chart, TimeScale, Zoom, add_days, build_scale
from .gantt_painter import ChartMetrics, ChartPainter

MIN_MONTH_WIDTH, MIN_QUARTER_WIDTH = 7, 5
"""The least width of a column, in average characters."""
DAYS_PER_WEEK = 7
GRIP_WIDTH = 7
"""Pixels at the end of a bar by which that end is dragged."""
MOVE_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
LENGTH_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
SELECTION_KEYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class ChartView(QAbstractScrollArea):
    """The scrolling view of a chart with its scale; `current` is the id of the selected bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chart = Chart()
        self.zoom = Zoom.MONTHS
        self.current = ""
        self._theme = theme
        self._scale: TimeScale | None = None
        self._is_scrolled = False
        self._changed_bar: Bar | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show months or quarters, with the same day at the left."""
        before, horizontal = self._scale, self.horizontalScrollBar()
        day = add_days(before.first, before.count_days(horizontal.value())) if before else None
        self.zoom = zoom
        self.update_scale()
        if day is not None and self._scale is not None:
            horizontal.setValue(round(self._scale.left(day)))

    def bar(self, bar_id: str) -> Bar | None:
        """Return a bar of the chart."""
        return next((one for one in self.chart.bars() if one.id == bar_id), None)

    def find_bar(self, at: QPointF) -> tuple[Bar | None, str]:
        """Return the bar of the row at a point, and the part of it as `hit_test` does."""
        chart_painter = self.chart_painter()
        return chart_painter.hit_test(at, GRIP_WIDTH) if chart_painter else (None, "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible part."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chart_painter = self.chart_painter()
        if chart_painter is not None:
            chart_painter.paint(painter, self.current, has_focus=self.hasFocus())
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the start of the project."""
        super().showEvent(event)
        self.update_scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scale to the new size."""
        super().resizeEvent(event)
        self.update_scale()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the scale to another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.update_scale()

    def chart_painter(self) -> ChartPainter | None:
        """Return a painter for the current viewport, or None for an empty chart."""
        if self._scale is None:
            return None
        changed = self._changed_bar
        chart = _replace_bar(self.chart, changed) if changed else self.chart
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        metrics = ChartMetrics.of(self.viewport(), x, y)
        return ChartPainter(chart, self._scale, self.zoom, metrics, self._theme.colours)

    def update_scale(self) -> None:
        """Fit the scale and the scroll bars to the chart and the viewport."""
        days = self.chart.days()
        view = self.viewport()
        if not days:
            self._scale = None
            view.update()
            return
        metrics = ChartMetrics.of(view, 0, 0)
        min_column = MIN_MONTH_WIDTH if self.zoom is Zoom.MONTHS else MIN_QUARTER_WIDTH
        min_per_day = view.fontMetrics().averageCharWidth() * min_column / (30 * self.zoom.months)
        scale = build_scale(days, self.zoom, 1.0)
        room = view.width() - metrics.label
        self._scale = replace(scale, per_day=max(min_per_day, room / scale.width))
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        horizontal.setRange(0, max(0, round(self._scale.width) - room))
        horizontal.setPageStep(max(room, 1))
        horizontal.setSingleStep(GRID * 4)
        rows = len(self.chart.lanes) + len(self.chart.bars())
        height = view.height() - metrics.head
        vertical.setRange(0, max(0, rows * metrics.row - height))
        vertical.setPageStep(max(height, 1))
        vertical.setSingleStep(metrics.row)
        if not self._is_scrolled and room > 0 and self.isVisible():
            # The view starts at the project, not at a deadline long before.
            self._is_scrolled = True
            first = self.chart.start or min(days)
            horizontal.setValue(round(self._scale.left(first)) - GRID)
        view.update()

    def scroll_to_current(self) -> None:
        """Scroll so that the selected bar is visible."""
        chart_painter = self.chart_painter()
        box = chart_painter.bar_rects().get(self.current) if chart_painter else None
        if chart_painter is None or box is None:
            return
        metrics, view = chart_painter.metrics, self.viewport()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        if box.top() < metrics.head + metrics.row:
            vertical.setValue(vertical.value() - round(metrics.head + metrics.row - box.top()))
        elif box.bottom() > view.height():
            vertical.setValue(vertical.value() + round(box.bottom() - view.height()) + GRID)
        if box.right() > view.width() or box.left() < metrics.label:
            horizontal.setValue(horizontal.value() + round(box.left()) - metrics.label - GRID * 4)


class GanttChart(ChartView):
    """A timeline that reports which bar is selected, opened or moved, and changes no draft."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object, object)
    """A bar with its new first and last day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._dragged_bar: Bar | None = None
        self._dragged_part = ""
        self._drag_start = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        set_accessible_name(self, self.tr("Timeline"))

    def show_chart(self, chart: Chart) -> None:
        """Show another chart and keep the selected bar, if it is still there."""
        if chart == self.chart:
            return
        self.chart = chart
        ids = [bar.id for bar in chart.bars()]
        if self.current not in ids:
            self.current = ids[0] if ids else ""
        self.update_scale()
        self._describe()

    def choose(self, bar_id: str) -> None:
        """Select a bar, scroll to it and announce it."""
        self.current = bar_id
        self.scroll_to_current()
        self._describe()
        announce(self, self.accessibleDescription())
        self.viewport().update()
        self.chosen.emit(bar_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select with the arrows, move with Shift, lengthen with plus and minus, open."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers()
        bar = self.bar(self.current)
        step = DAYS_PER_WEEK if modifiers & Qt.KeyboardModifier.ControlModifier else 1
        if key in SELECTION_KEYS and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._select_by(SELECTION_KEYS[key])
        elif bar and key in MOVE_KEYS and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._emit_move(_shift_bar(bar, MOVE_KEYS[key] * step, "both"))
        elif bar and key in LENGTH_KEYS:
            self._emit_move(_shift_bar(bar, LENGTH_KEYS[key] * step, "end"))
        elif bar and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(bar.id)
        elif key == Qt.Key.Key_Escape and self._dragged_bar is not None:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start to drag a bar or one of its ends, or select a row."""
        bar, part = self.find_bar(event.position())
        if bar is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose(bar.id)
            self._dragged_bar, self._dragged_part = bar if part else None, part
            self._drag_start = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the bar; without one, show by the cursor what can be dragged."""
        if self._scale is None:
            return
        if self._dragged_bar is None:
            _, part = self.find_bar(event.position())
            cursors = {"both": Qt.CursorShape.OpenHandCursor, "": Qt.CursorShape.ArrowCursor}
            self.viewport().setCursor(cursors.get(part, Qt.CursorShape.SizeHorCursor))
            return
        days = self._scale.count_days(event.position().x() - self._drag_start.x())
        self._changed_bar = _shift_bar(self._dragged_bar, days, self._dragged_part)
        self._describe()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the dragged bar."""
        dragged = self._changed_bar
        self._end_drag()
        if dragged is not None:
            self._emit_move(dragged)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the bar of the row."""
        bar, _ = self.find_bar(event.position())
        if bar is not None:
            self._end_drag()
            self.opened.emit(bar.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the days of the bar under the mouse in a tool tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._scale:
            bar, _ = self.find_bar(QPointF(event.pos()))
            if bar is not None:
                QToolTip.showText(event.globalPos(), self.describe_bar(bar), self)
            return True
        return super().viewportEvent(event)

    def describe_bar(self, bar: Bar) -> str:
        """Return a bar's label and days."""
        days = (f"{day:%d-%m-%Y}" for day in (bar.start, bar.end))
        text = self.tr("{0}: {1} to {2}").format(bar.label, *days)
        outside = self.tr("outside the project")
        return f"{text} ({outside})" if bar.is_outside else text

    def _select_by(self, by: int) -> None:
        ids = [bar.id for bar in self.chart.bars()]
        if ids:
            index = ids.index(self.current) if self.current in ids else 0
            self.choose(ids[min(max(index + by, 0), len(ids) - 1)])

    def _emit_move(self, bar: Bar) -> None:
        before = self.bar(bar.id)
        if before is not None and (bar.start, bar.end) != (before.start, before.end):
            self.moved.emit(bar.id, bar.start, bar.end)
            self.scroll_to_current()
            announce(self, self.accessibleDescription())

    def _end_drag(self) -> None:
        self._dragged_bar = self._changed_bar = None
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        bar = self._changed_bar or self.bar(self.current)
        self.setAccessibleDescription(self.describe_bar(bar) if bar else "")


def _shift_bar(bar: Bar, days: int, part: str) -> Bar:
    start = add_days(bar.start, days) if part in ("both", "start") else bar.start
    end = add_days(bar.end, days) if part in ("both", "end") else bar.end
    # An end that is dragged past the other stops there: a bar has at least one day.
    if part == "start":
        start = min(start, end)
    if part == "end":
        end = max(start, end)
    return replace(bar, start=start, end=end)


def _replace_bar(chart: Chart, changed: Bar) -> Chart:
    lanes = (
        replace(lane, bars=tuple(changed if bar.id == changed.id else bar for bar in lane.bars))
        for lane in chart.lanes
    )
    return replace(chart, lanes=tuple(lanes))
