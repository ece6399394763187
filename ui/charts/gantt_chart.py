"""The timeline as a picture that can be moved with mouse and keyboard.

The area a timeline is drawn in: how far it is zoomed, scrolled, and what is in view.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from ..theme.theme import GRID, Look
from ..widgets.accessibility import announce, name
from .chart_model import Bar, Chart
from .gantt_painter import Drawing, Measures
from .time_scale import Scale, Zoom, moved, scale_of

MONTH, QUARTER = 7, 5
"""Characters of room that a column has at least."""


class ChartArea(QAbstractScrollArea):
    """Draws a chart and scrolls over it; `current` is the bar that is chosen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Begin with an empty chart."""
        super().__init__(parent)
        self.chart = Chart()
        self.zoom = Zoom.MONTHS
        self.current = ""
        self._look = look
        self._scale: Scale | None = None
        self._is_placed = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show months or quarters; what stands at the left stays there."""
        before, across = self._scale, self.horizontalScrollBar()
        day = moved(before.first, before.days(across.value())) if before else None
        self.zoom = zoom
        self.measure()
        if day is not None and self._scale is not None:
            across.setValue(round(self._scale.left(day)))

    def bar(self, bar_id: str) -> Bar | None:
        """Give a bar of the chart."""
        return next((one for one in self.chart.bars() if one.id == bar_id), None)

    def box_of(self, bar_id: str) -> QRect | None:
        """Give where a bar lies on the viewport."""
        drawing = self.drawing()
        box = drawing.boxes().get(bar_id) if drawing else None
        return box.toRect() if box else None

    def shown_chart(self) -> Chart:
        """Give the chart as it is drawn now."""
        return self.chart

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self.drawing()
        if drawing is not None:
            drawing.paint(painter, self.current, has_focus=self.hasFocus())
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the start of the project."""
        super().showEvent(event)
        self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.measure()

    def drawing(self) -> Drawing | None:
        """Give the picture as it lies on the viewport now."""
        if self._scale is None:
            return None
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        measures = Measures.of(self.viewport(), across, down)
        return Drawing(self.shown_chart(), self._scale, self.zoom, measures, self._look.colours)

    def measure(self) -> None:
        """Fit the scale and the scroll bars to the chart and the room."""
        days = self.chart.days()
        view = self.viewport()
        if not days:
            self._scale = None
            view.update()
            return
        measures = Measures.of(view, 0, 0)
        letters = MONTH if self.zoom is Zoom.MONTHS else QUARTER
        least = view.fontMetrics().averageCharWidth() * letters / (30 * self.zoom.months)
        bare = scale_of(days, self.zoom, 1.0)
        room = view.width() - measures.label
        self._scale = replace(bare, per_day=max(least, room / bare.width))
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self._scale.width) - room))
        across.setPageStep(max(room, 1))
        across.setSingleStep(GRID * 4)
        rows = len(self.chart.lanes) + len(self.chart.bars())
        high = view.height() - measures.head
        down.setRange(0, max(0, rows * measures.row - high))
        down.setPageStep(max(high, 1))
        down.setSingleStep(measures.row)
        if not self._is_placed and room > 0 and self.isVisible():
            # The picture begins where the project does, not at a deadline long before.
            self._is_placed = True
            first = self.chart.start or min(days)
            across.setValue(round(self._scale.left(first)) - GRID)
        view.update()

    def reveal(self) -> None:
        """Bring the chosen bar into view."""
        drawing = self.drawing()
        box = drawing.boxes().get(self.current) if drawing else None
        if drawing is None or box is None:
            return
        measures, view = drawing.measures, self.viewport()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if box.top() < measures.head + measures.row:
            down.setValue(down.value() - round(measures.head + measures.row - box.top()))
        elif box.bottom() > view.height():
            down.setValue(down.value() + round(box.bottom() - view.height()) + GRID)
        if box.right() > view.width() or box.left() < measures.label:
            across.setValue(across.value() + round(box.left()) - measures.label - GRID * 4)


WEEK = 7
GRIP = 7
"""Pixels at the end of a bar that take hold of that end."""
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
LENGTHS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
GOING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class Gantt(ChartArea):
    """Says which bar is chosen, opened or moved, and changes nothing itself."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object, object)
    """A bar with its new first and last day."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Begin with an empty chart."""
        super().__init__(look, parent)
        self._held: Bar | None = None
        self._part = ""
        self._from = QPointF()
        self._dragged: Bar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        name(self, self.tr("Timeline"))

    def show_chart(self, chart: Chart) -> None:
        """Show another chart; the chosen bar stays chosen as long as it is there."""
        if chart == self.chart:
            return
        self.chart = chart
        ids = [bar.id for bar in chart.bars()]
        if self.current not in ids:
            self.current = ids[0] if ids else ""
        self.measure()
        self._describe()

    def choose(self, bar_id: str) -> None:
        """Choose a bar, bring it into view, and say which it is."""
        self.current = bar_id
        self.reveal()
        self._describe()
        announce(self, self.accessibleDescription())
        self.viewport().update()
        self.chosen.emit(bar_id)

    def shown_chart(self) -> Chart:
        """Give the chart with what is dragged where it is now."""
        return _with(self.chart, self._dragged) if self._dragged else self.chart

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, move with Shift, lengthen with plus and minus, open."""
        key = Qt.Key(event.key())
        held = event.modifiers()
        bar = self.bar(self.current)
        step = WEEK if held & Qt.KeyboardModifier.ControlModifier else 1
        if key in GOING and not held & Qt.KeyboardModifier.ShiftModifier:
            self._go(GOING[key])
        elif bar and key in SIDEWAYS and held & Qt.KeyboardModifier.ShiftModifier:
            self._tell(_shifted(bar, SIDEWAYS[key] * step, "both"))
        elif bar and key in LENGTHS:
            self._tell(_shifted(bar, LENGTHS[key] * step, "end"))
        elif bar and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(bar.id)
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a bar or one of its ends, or choose a row."""
        drawing = self.drawing()
        if drawing is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        bar, part = drawing.hit(event.position(), GRIP)
        if bar is not None:
            self.choose(bar.id)
            self._held, self._part, self._from = (bar if part else None), part, event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else show what can be taken hold of."""
        drawing = self.drawing()
        if drawing is None:
            return
        if self._held is None:
            _, part = drawing.hit(event.position(), GRIP)
            shapes = {"both": Qt.CursorShape.OpenHandCursor, "": Qt.CursorShape.ArrowCursor}
            self.viewport().setCursor(shapes.get(part, Qt.CursorShape.SizeHorCursor))
            return
        days = drawing.scale.days(event.position().x() - self._from.x())
        self._dragged = _shifted(self._held, days, self._part)
        self._describe()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what was dragged."""
        dragged = self._dragged
        self._let_go()
        if dragged is not None:
            self._tell(dragged)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the bar or row."""
        drawing = self.drawing()
        bar = drawing.hit(event.position(), GRIP)[0] if drawing else None
        if bar is not None:
            self._let_go()
            self.opened.emit(bar.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the days of a bar under the mouse."""
        drawing = self.drawing()
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and drawing:
            bar, _ = drawing.hit(QPointF(event.pos()), GRIP)
            if bar is not None:
                QToolTip.showText(event.globalPos(), self.said(bar), self)
            return True
        return super().viewportEvent(event)

    def said(self, bar: Bar) -> str:
        """Give a bar in words."""
        text = self.tr("{0}: {1} to {2}").format(bar.label, _day(bar.start), _day(bar.end))
        outside = self.tr("outside the project")
        return f"{text} ({outside})" if bar.is_outside else text

    def _go(self, by: int) -> None:
        ids = [bar.id for bar in self.chart.bars()]
        if ids:
            place = ids.index(self.current) if self.current in ids else 0
            self.choose(ids[min(max(place + by, 0), len(ids) - 1)])

    def _tell(self, bar: Bar) -> None:
        before = self.bar(bar.id)
        if before is not None and (bar.start, bar.end) != (before.start, before.end):
            self.moved.emit(bar.id, bar.start, bar.end)
            self.reveal()
            announce(self, self.accessibleDescription())

    def _let_go(self) -> None:
        self._held = self._dragged = None
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        bar = self._dragged or self.bar(self.current)
        self.setAccessibleDescription(self.said(bar) if bar else "")


def _shifted(bar: Bar, days: int, part: str) -> Bar:
    start = moved(bar.start, days) if part in ("both", "start") else bar.start
    end = moved(bar.end, days) if part in ("both", "end") else bar.end
    # An end that is drawn past the other stops there: nothing takes less than a day.
    if part == "start":
        start = min(start, end)
    if part == "end":
        end = max(start, end)
    return replace(bar, start=start, end=end)


def _with(chart: Chart, changed: Bar) -> Chart:
    lanes = (
        replace(lane, bars=tuple(changed if bar.id == changed.id else bar for bar in lane.bars))
        for lane in chart.lanes
    )
    return replace(chart, lanes=tuple(lanes))


def _day(day: date) -> str:
    return day.strftime("%d-%m-%Y")
