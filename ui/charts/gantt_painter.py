"""Painting of a timeline, on the screen and as a picture."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QRegion

from ..theme.palettes import Colours
from ..theme.theme import GRID, Theme
from ..widgets.hairline import draw_across, draw_down
from ..widgets.text_wrap import wrap_flags
from .chart_model import Bar, DayKind, Lane, MarkedDay, Shape, Zoom, add_months
from .gantt_layout import GAP, ChartLayout, Row, name_column

LEFT_CENTRED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
RADIUS = 4.0


class ChartPainter:
    """Paints a chart as it is laid out; `current` is the id of the selected bar, if any."""

    def __init__(self, layout: ChartLayout, zoom: Zoom, theme: Theme) -> None:
        self.layout = layout
        self._zoom = zoom
        self._theme = theme
        self._colours = theme.colours
        self._size = layout.metrics

    def paint(
        self, painter: QPainter, height: float, current: str = "", *, has_focus: bool = False
    ) -> None:
        """Paint everything in a height in pixels."""
        size, colours = self._size, self._colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(size.font)
        painter.fillRect(QRectF(0, 0, size.width, height), QColor(colours.card))
        right = QRectF(size.label, 0, size.width - size.label, height)
        painter.save()
        painter.setClipRect(right)
        self._shade(painter, height)
        painter.restore()
        painter.fillRect(self.layout.row_rect(current), QColor(colours.accent_soft))
        painter.save()
        painter.setClipRegion(self._find_free(right))
        self._paint_columns(painter, height)
        painter.setClipRect(right)
        self._paint_marks(painter, height)
        for row in self.layout.rows():
            if isinstance(row.item, Bar):
                self._paint_bar(painter, row, row.item, is_current=row.item.id == current)
        painter.restore()
        self._paint_titles(painter, height)
        if has_focus and current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.layout.row_rect(current).adjusted(1, 1, -1, -1))

    def _find_free(self, right: QRectF) -> QRegion:
        """Return where lines may run: not through the captions beside the bars."""
        free = QRegion(right.toAlignedRect())
        for row in self.layout.rows():
            if isinstance(row.item, Bar):
                text, font = self._caption(row.item)
                place, is_inside = self.layout.place_caption(row, text, font)
                if text and not is_inside:
                    beside = place.adjusted(-GAP / 2, 0, GAP / 2, 0)
                    beside.setHeight(self._size.line)
                    beside.moveTop(row.top + (row.height - beside.height()) / 2)
                    free -= QRegion(beside.toAlignedRect())
        return free

    def _shade(self, painter: QPainter, height: float) -> None:
        """Shade the days outside the project."""
        size, chart, shade = self._size, self.layout.chart, QColor(self._colours.window)
        if chart.start is not None:
            x = self.layout.left(chart.start)
            painter.fillRect(QRectF(size.label, size.head, x - size.label, height), shade)
        if chart.end is not None:
            x = self.layout.right(chart.end)
            painter.fillRect(QRectF(x, size.head, size.width - x, height), shade)

    def _paint_columns(self, painter: QPainter, height: float) -> None:
        size, colours = self._size, self._colours
        half = (size.head - GRID) / 2 + GRID / 2
        for day in self.layout.scale.columns(self._zoom):
            left = self.layout.left(day)
            right = self.layout.left(add_months(day, self._zoom.months))
            is_year = day.month == 1
            colour = colours.border if is_year else colours.line
            draw_down(painter, left, 0 if is_year else half, height, colour)
            painter.setPen(QColor(colours.quiet))
            cell = QRectF(left + GAP, half, right - left - GAP, half - GRID / 2)
            painter.drawText(cell, LEFT_CENTRED, name_column(day, self._zoom))
        painter.setFont(size.font_of(is_bold=True))
        painter.setPen(QColor(colours.text))
        for year in range(self.layout.scale.first.year, self.layout.scale.last.year + 1):
            # At the left edge if it started before.
            start = max(date(year, 1, 1), self.layout.scale.first)
            end = min(date(year, 12, 31), self.layout.scale.last)
            left = max(self.layout.left(start), float(size.label)) + GAP
            room = self.layout.right(end) - left
            if room >= painter.fontMetrics().horizontalAdvance(str(year)):
                painter.drawText(QRectF(left, GRID / 4, room, half), LEFT_CENTRED, str(year))
        painter.setFont(size.font)
        draw_across(painter, 0, size.width, size.head, colours.line)

    def _paint_bar(self, painter: QPainter, row: Row, bar: Bar, *, is_current: bool) -> None:
        colours, rect = self._colours, self.layout.bar_rect(row)
        colour = QColor(find_shape_colour(colours, row.shape))
        if bar.problem:
            painter.setBrush(QColor(colours.card))
            painter.setPen(QPen(QColor(colours.warm), 2))
        else:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
        draw_shape(painter, row.shape, rect, self.layout.mark_size())
        if is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)
        self._paint_caption(painter, row, bar)

    def _caption(self, bar: Bar) -> tuple[str, QFont]:
        """Return what is written at a bar, and its font."""
        return bar.problem or bar.caption, self._size.font_of(is_bold=bool(bar.problem))

    def _paint_caption(self, painter: QPainter, row: Row, bar: Bar) -> None:
        text, font = self._caption(bar)
        if not text:
            return
        place, is_inside = self.layout.place_caption(row, text, font)
        colours = self._colours
        colour = colours.quiet
        if bar.problem:
            colour = colours.warm
        elif is_inside:
            colour = colours.accent_text
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, LEFT_CENTRED | Qt.TextFlag.TextDontClip, text)
        painter.setFont(self._size.font)

    def _paint_marks(self, painter: QPainter, height: float) -> None:
        for mark, x in self.layout.visible_marks():
            is_project = mark.kind is DayKind.PROJECT
            style = Qt.PenStyle.DashLine if is_project else Qt.PenStyle.SolidLine
            painter.setPen(QPen(find_mark_colour(self._colours, mark), 2, style))
            painter.drawLine(QPointF(x, self._size.head), QPointF(x, height))
        painter.setFont(self._size.font_of(is_bold=True))
        for mark, rect in self.layout.mark_labels():
            # On a ground of its own, so that no line runs through it.
            painter.fillRect(rect.adjusted(2, 0, -2, 0), QColor(self._colours.card))
            painter.setPen(find_mark_colour(self._colours, mark))
            painter.drawText(rect, CENTRED, mark.label)
        painter.setFont(self._size.font)

    def _paint_titles(self, painter: QPainter, height: float) -> None:
        size, colours = self._size, self._colours
        for row in self.layout.rows():
            if isinstance(row.item, Lane):
                self._paint_heading(painter, row, row.item)
            else:
                self._paint_title(painter, row, row.item)
        # Last, for no ground of a row is to cover them.
        draw_across(painter, 0, size.label, size.head, colours.line)
        draw_down(painter, size.label, 0, height, colours.border)

    def _paint_heading(self, painter: QPainter, row: Row, lane: Lane) -> None:
        size, colours = self._size, self._colours
        painter.fillRect(QRectF(0, row.top, size.label, row.height), QColor(colours.page))
        draw_across(painter, 0, size.width, row.top, colours.line)
        if lane.icon:
            side = size.line
            top = round(row.top + (row.height - side) / 2)
            icon = self._theme.icons.icon(lane.icon, colours.quiet)
            icon.paint(painter, QRect(round(GRID * 1.5), top, side, side))
        painter.setFont(size.font_of(is_bold=True))
        painter.setPen(QColor(colours.quiet))
        left = size.title_left if not lane.icon else max(size.title_left, GRID * 2.5 + size.line)
        place = QRectF(left, row.top, size.title_width, row.height)
        self._draw_wrapped(painter, place, lane.title)
        painter.setFont(size.font)
        # What the activities of this kind look like.
        painter.setBrush(QColor(find_shape_colour(colours, lane.shape)))
        painter.setPen(Qt.PenStyle.NoPen)
        mark = self.layout.mark_size()
        middle = row.top + row.height / 2
        sign = QRectF(size.label - GRID * 1.5 - mark, middle - mark / 2, mark, mark)
        draw_shape(painter, lane.shape, sign, mark)

    def _paint_title(self, painter: QPainter, row: Row, bar: Bar) -> None:
        size, colours = self._size, self._colours
        top = row.top + (row.height - size.measure(bar.title)) / 2
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRectF(GRID * 2, top, size.code + GAP, size.line), LEFT_CENTRED, bar.code)
        painter.setPen(QColor(colours.warm if bar.problem else colours.text))
        place = QRectF(size.title_left, row.top, size.title_width, row.height)
        self._draw_wrapped(painter, place, bar.title)
        if bar.problem:
            side = size.line
            at = QRect(round(size.label - GRID - side), round(top), side, side)
            self._theme.warm_icon("octagon-alert").paint(painter, at)

    def _draw_wrapped(self, painter: QPainter, place: QRectF, text: str) -> None:
        flags = wrap_flags(painter.font(), text, int(place.width()))
        painter.drawText(place, flags | int(LEFT_CENTRED), text)


def find_shape_colour(colours: Colours, shape: Shape) -> str:
    """Return the colour of the activities of a shape."""
    match shape:
        case Shape.BAR:
            return colours.accent
        case Shape.CIRCLE:
            return colours.series[1]
        case Shape.SQUARE:
            return colours.good
        case Shape.DIAMOND:
            return colours.series[3]


def find_mark_colour(colours: Colours, mark: MarkedDay) -> QColor:
    """Return the colour of a marked day and its label."""
    match mark.kind:
        case DayKind.TODAY:
            return QColor(colours.accent)
        case DayKind.DEADLINE:
            return QColor(colours.warm)
        case DayKind.PROJECT:
            return QColor(colours.quiet)


def draw_shape(painter: QPainter, shape: Shape, rect: QRectF, size: float) -> None:
    """Draw a bar, or a mark at the left of a rectangle with a line over the days after it."""
    if shape is Shape.BAR:
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        return
    if rect.width() > size * 1.5:
        middle = rect.center().y()
        line = QRectF(rect.left() + size / 2, middle - 2, rect.width() - size / 2, 4)
        painter.drawRoundedRect(line, 2, 2)
    mark = QRectF(rect.left(), rect.top(), size, size)
    match shape:
        case Shape.CIRCLE:
            painter.drawEllipse(mark)
        case Shape.SQUARE:
            painter.drawRoundedRect(mark.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        case Shape.DIAMOND:
            centre = mark.center()
            top, right = QPointF(centre.x(), mark.top()), QPointF(mark.right(), centre.y())
            bottom, left = QPointF(centre.x(), mark.bottom()), QPointF(mark.left(), centre.y())
            painter.drawPolygon(QPolygonF([top, right, bottom, left]))
