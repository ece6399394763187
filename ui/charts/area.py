"""The area a timeline is drawn in: how far it is zoomed, scrolled, and what is in view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ..theme import GRID, Look
from .drawing import Drawing, Measures
from .plan_chart import Bar, Chart
from .scale import Scale, Zoom, moved, scale_of

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
