"""The timeline as a chart that is zoomed, scrolled and edited with mouse and keyboard."""

from __future__ import annotations

import math

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip

from ..i18n.dates import format_figures
from ..theme.palettes import LIGHT
from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import announce, set_accessible_name
from .chart_model import Bar, Chart, TimeScale, Zoom, add_days, build_scale
from .gantt_layout import ChartLayout, ChartMetrics, find_least_day
from .gantt_painter import ChartPainter

PICTURE_WIDTH = 1200
"""Pixels of a picture at 100 %, if the chart is not wider."""
PICTURE_RATIO = 2
DAYS_PER_WEEK = 7
GRIP_WIDTH = 7
"""Pixels at the end of a bar by which that end is dragged."""
EDGE = 6
"""Border and padding above and below in the style sheet, in pixels."""
MOVE_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
LENGTH_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
SELECTION_KEYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class ChartView(QAbstractScrollArea):
    """The view of a chart with its scale; `current` is the id of the selected bar.

    It is as high as its rows, and scrolls sideways only.
    """

    row_reached = Signal(QRect)
    """Where the selected row is, for the page to scroll to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chart: Chart = Chart()
        self.zoom = Zoom.QUARTERS
        self.current = ""
        self._theme = theme
        self._scale: TimeScale | None = None
        self._least_width = 0.0
        """Pixels of the days at the smallest scale."""
        self._is_scrolled = False
        self._changed_bar: Bar | None = None
        set_role(self, "chart")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

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
        layout = self.chart_layout()
        return layout.hit_test(at, GRIP_WIDTH) if layout else (None, "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart."""
        painter = QPainter(self.viewport())
        layout = self.chart_layout()
        if layout is not None:
            chart_painter = ChartPainter(layout, self.zoom, self._theme)
            height = self.viewport().height()
            chart_painter.paint(painter, height, self.current, has_focus=self.hasFocus())
        painter.end()

    def draw_picture(self) -> QImage:
        """Return the whole chart as a picture of twice its size, with nothing selected.

        It has the light palette, whatever that of the window is: it is made for paper.
        """
        scale = self._scale
        metrics = ChartMetrics.of_font(self.font(), self.chart, PICTURE_WIDTH)
        if scale is None:
            return QImage()
        per_day = max(scale.per_day, (PICTURE_WIDTH - metrics.label) / scale.days)
        width = math.ceil(metrics.label + scale.days * per_day)
        metrics = replace(metrics, width=width)
        layout = ChartLayout(self.chart, replace(scale, per_day=per_day), metrics)
        height = math.ceil(layout.height())
        image = QImage(QSize(width, height) * PICTURE_RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PICTURE_RATIO)
        painter = QPainter(image)
        ChartPainter(layout, self.zoom, Theme(LIGHT, self._theme.icons)).paint(painter, height)
        painter.end()
        return image

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the start of the project."""
        super().showEvent(event)
        self.update_scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scale to the new size."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.update_scale()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the scale to another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.update_scale()

    def chart_layout(self) -> ChartLayout | None:
        """Return the layout in the current viewport, or None for an empty chart."""
        if self._scale is None:
            return None
        changed = self._changed_bar
        chart = _replace_bar(self.chart, changed) if changed else self.chart
        scroll = self.horizontalScrollBar().value()
        metrics = ChartMetrics.of(self.viewport(), chart, self._least_width, scroll)
        return ChartLayout(chart, self._scale, metrics)

    def update_scale(self) -> None:
        """Fit the scale, the height and the scroll bar to the chart and the viewport."""
        days = self.chart.days()
        view = self.viewport()
        if not days:
            self._scale = None
            return
        scale = build_scale(days, self.zoom, 1.0)
        least = find_least_day(self.zoom, view.fontMetrics())
        self._least_width = scale.width * least
        room = view.width() - ChartMetrics.of(view, self.chart, self._least_width).label
        per_day = max(least, room / scale.width)
        self._scale = replace(scale, per_day=per_day)
        horizontal = self.horizontalScrollBar()
        horizontal.setRange(0, max(0, round(self._scale.width) - room))
        horizontal.setPageStep(max(room, 1))
        horizontal.setSingleStep(GRID * 4)
        if not self._is_scrolled and room > 0 and self.isVisible():
            # The view starts at the project, not at a deadline long before.
            self._is_scrolled = True
            first = self.chart.start or min(days)
            horizontal.setValue(round(self._scale.left(first)) - GRID)
        layout = self.chart_layout()
        if layout is not None:
            below = horizontal.sizeHint().height() if horizontal.maximum() else 0
            self.setFixedHeight(math.ceil(layout.height()) + below + EDGE)
        view.update()

    def scroll_to_current(self) -> None:
        """Scroll so that the selected bar is visible."""
        layout = self.chart_layout()
        box = layout.bar_rects().get(self.current) if layout else None
        if layout is None or box is None:
            return
        horizontal = self.horizontalScrollBar()
        if box.right() > self.viewport().width() or box.left() < layout.metrics.label:
            by = round(box.left()) - layout.metrics.label - GRID * 4
            horizontal.setValue(horizontal.value() + by)
        row = layout.row_rect(self.current).toRect()
        self.row_reached.emit(row.translated(self.viewport().pos()))


class GanttChart(ChartView):
    """A timeline that reports which bar is selected, opened or moved, and changes no draft.

    A click on a title or on a bar opens it; the same bar is moved by dragging.
    """

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object, object)
    """A bar with its new first and last day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._dragged_bar: Bar | None = None
        self._dragged_part = ""
        self._drag_start = QPointF()
        self._pressed_bar = ""
        """The bar that opens if the mouse is released on it without a drag."""
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
            self._pressed_bar = bar.id if part in ("both", "title") else ""
            self._dragged_bar = bar if part not in ("", "title") else None
            self._dragged_part = part
            self._drag_start = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the bar; without one, show by the cursor what can be done."""
        if self._scale is None:
            return
        if self._dragged_bar is None:
            _, part = self.find_bar(event.position())
            cursors = {"title": Qt.CursorShape.PointingHandCursor, "": Qt.CursorShape.ArrowCursor}
            cursors["both"] = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(cursors.get(part, Qt.CursorShape.SizeHorCursor))
            return
        distance = event.position().x() - self._drag_start.x()
        if self._changed_bar is None and abs(distance) < QApplication.startDragDistance():
            return
        self._pressed_bar = ""
        days = self._scale.count_days(distance)
        self._changed_bar = _shift_bar(self._dragged_bar, days, self._dragged_part)
        self._describe()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the dragged bar, or open the one that was clicked."""
        dragged, pressed = self._changed_bar, self._pressed_bar
        self._end_drag()
        if dragged is not None:
            self._emit_move(dragged)
        elif pressed:
            self.opened.emit(pressed)

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
        days = map(format_figures, (bar.start, bar.end))
        text = self.tr("{0}: {1} to {2}").format(bar.label, *days)
        return f"{text} ({bar.problem})" if bar.problem else text

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
        self._pressed_bar = ""
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        bar = self._changed_bar or self.bar(self.current)
        self.setAccessibleDescription(self.describe_bar(bar) if bar else "")


def _shift_bar(bar: Bar, days: int, part: str) -> Bar:
    if bar.is_fixed:
        return bar
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
