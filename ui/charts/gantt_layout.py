"""Where the parts of a timeline are: rows as high as their titles need, bars, and captions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from ..theme.theme import GRID
from ..widgets.text_wrap import measure_text, widest_word
from .chart_model import (
    Bar,
    Chart,
    Lane,
    MarkedDay,
    Shape,
    TimeScale,
    Zoom,
    add_months,
    build_scale,
)

MIN_BAR_WIDTH = 6.0
"""Pixels; a bar of one day must be visible."""
GAP = GRID * 0.75
"""Between a mark and its caption, and around the code of an activity."""
TITLE_PART, WORD_PART, MAX_TITLE = 0.4, 0.6, 40
"""The most of the width that titles get, or a long word, and how many characters have room."""
NARROW_TITLE = 0.75
"""The least part of that to which titles give way, where all days are in sight then."""


class ChartMetrics(Struct, frozen=True):
    """Sizes of the parts of the chart in pixels, its font, and how far it is scrolled."""

    width: int
    label: int
    head: int
    line: int
    code: int
    font: QFont
    scroll: int = 0
    least_label: int = 0

    @classmethod
    def of(cls, view: QWidget, chart: Chart, days: float, scroll: int = 0) -> ChartMetrics:
        """Return the sizes for a viewport in its text size, where the days need so many pixels."""
        size = cls.of_font(view.font(), chart, view.width())
        room = int(view.width() - days)
        fits = size.least_label <= room < size.label
        return replace(size, label=room if fits else size.label, scroll=scroll)

    @classmethod
    def of_font(cls, font: QFont, chart: Chart, width: int) -> ChartMetrics:
        """Return the sizes for a width in a font."""
        metrics = QFontMetrics(font)
        line = metrics.height()
        codes = [metrics.horizontalAdvance(bar.code) for bar in chart.bars()]
        size = cls(width, width, line * 2 + GRID * 2, line, max(codes, default=0), font)
        around = size.label - size.title_width
        bold = size.font_of(is_bold=True)
        words = [widest_word(bold, lane.title) for lane in chart.lanes]
        words += [widest_word(font, bar.title) for bar in chart.bars()]
        wanted = min(metrics.averageCharWidth() * MAX_TITLE, int(width * TITLE_PART))
        least = min(max(words, default=0) + around, int(width * WORD_PART))
        narrow = max(int(wanted * NARROW_TITLE), least)
        return replace(size, label=max(wanted, least), least_label=narrow)

    @property
    def row(self) -> int:
        """The height of a row whose title has one line."""
        return self.line + GRID

    @property
    def title_left(self) -> float:
        """Where titles begin, behind the codes."""
        return GRID * 2 + self.code + (GAP if self.code else 0)

    @property
    def title_width(self) -> int:
        """The width in which titles wrap; at its right is room for a sign."""
        return max(int(self.label - self.title_left - GRID * 3.5), GRID * 4)

    def measure(self, text: str, *, is_bold: bool = False) -> int:
        """Return the height of a title."""
        return measure_text(self.font_of(is_bold=is_bold), text, self.title_width)

    def font_of(self, *, is_bold: bool) -> QFont:
        """Return the font, for headings a bold one."""
        font = QFont(self.font)
        if is_bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font


class Row(Struct, frozen=True):
    """A heading or an activity with the top and the height of its row."""

    top: float
    height: float
    item: Lane | Bar
    shape: Shape


class ChartLayout(Struct, frozen=True):
    """A chart at a scale and scroll position, with the rectangles of its rows and bars."""

    chart: Chart
    scale: TimeScale
    metrics: ChartMetrics

    def rows(self) -> Iterator[Row]:
        """Return each heading and activity with its row."""
        size = self.metrics
        top = size.head + self._labels_height()
        for lane in self.chart.lanes:
            for item in (lane, *lane.bars):
                height = float(size.measure(item.title, is_bold=isinstance(item, Lane)) + GRID)
                yield Row(top, height, item, lane.shape)
                top += height

    def height(self) -> float:
        """Return the height of head, labels of marked days, and rows."""
        top = self.metrics.head + self._labels_height()
        return max((row.top + row.height for row in self.rows()), default=top)

    def _labels_height(self) -> float:
        """Return the height of the labels of all marked days, wherever it is scrolled to."""
        lines = [line for _, _, line in self._place_labels()]
        return (max(lines) + 1) * self.metrics.line + GRID / 2 if lines else 0.0

    def left(self, day: date) -> float:
        """Return the position of the start of a day."""
        return self.metrics.label + self.scale.left(day) - self.metrics.scroll

    def right(self, day: date) -> float:
        """Return the position of the end of a day."""
        return self.metrics.label + self.scale.right(day) - self.metrics.scroll

    def bar_rects(self) -> dict[str, QRectF]:
        """Return the rectangle of each bar or mark."""
        return {row.item.id: self.bar_rect(row) for row in self.rows() if isinstance(row.item, Bar)}

    def bar_rect(self, row: Row) -> QRectF:
        """Return the rectangle of the bar or mark of a row; that of a mark is as wide as high."""
        bar = row.item
        if not isinstance(bar, Bar):
            return QRectF()
        left, right = self.left(bar.start), self.right(max(bar.start, bar.end))
        height = self.metrics.line + 2.0 if row.shape is Shape.BAR else self.mark_size()
        least = MIN_BAR_WIDTH if row.shape is Shape.BAR else self.mark_size()
        if right - left < least and row.shape is not Shape.BAR:
            # A mark stands in the middle of its days.
            left -= (least - (right - left)) / 2
        top = row.top + (row.height - height) / 2
        return QRectF(left, top, max(right - left, least), height)

    def mark_size(self) -> float:
        """Return the size of a circle, square or diamond in pixels."""
        return self.metrics.line * 0.75

    def row_rect(self, bar_id: str) -> QRectF:
        """Return the rectangle of the whole row of a bar, far away if there is none."""
        found = (row for row in self.rows() if isinstance(row.item, Bar) and row.item.id == bar_id)
        row = next(found, None)
        if row is None:
            return QRectF(0, -1e6, 0, 0)
        return QRectF(1, row.top, self.metrics.width - 2, row.height)

    def place_caption(self, row: Row, text: str, font: QFont) -> tuple[QRectF, bool]:
        """Return where a caption is drawn, and whether that is inside the bar.

        It is inside a bar that is wide enough, else at its right, and at its left where there is
        no room at the right, or a marked day would cross it there alone.
        """
        rect, size = self.bar_rect(row), self.metrics
        width = QFontMetrics(font).horizontalAdvance(text) + 2.0
        if row.shape is Shape.BAR and width + GRID * 2 <= rect.width():
            # As far left as can be seen, while it is inside the bar.
            left = min(max(rect.left(), float(size.label)), rect.right() - width - GRID * 2)
            return QRectF(left + GRID, rect.top(), width, rect.height()), True
        end = max(size.label + self.scale.width - size.scroll, float(size.width))
        after, before = rect.right() + GAP, rect.left() - GAP - width
        places = [after] if after + width <= end else []
        places += [before] if before >= size.label or not places else []
        days = [x for _, x in self.visible_marks()]
        free = (one for one in places if not any(one < x < one + width for x in days))
        return QRectF(next(free, places[0]), row.top, width, row.height), False

    def hit_test(self, at: QPointF, grip: int) -> tuple[Bar | None, str]:
        """Return the bar of the row at a point, and the part of the bar at the point.

        The part is "start", "end", "both", "title" or, beside all of them, "".
        """
        for row in self.rows():
            if not isinstance(row.item, Bar) or not row.top <= at.y() < row.top + row.height:
                continue
            rect = self.bar_rect(row)
            if at.x() < self.metrics.label:
                return row.item, "title"
            if not rect.left() - 2 <= at.x() <= rect.right() + 2:
                return row.item, ""
            if rect.width() > grip * 3 and at.x() - rect.left() <= grip:
                return row.item, "start"
            if rect.width() > grip * 3 and rect.right() - at.x() <= grip:
                return row.item, "end"
            return row.item, "both"
        return None, ""

    def visible_marks(self) -> Iterator[tuple[MarkedDay, float]]:
        """Yield the marked days that are on the scale and not scrolled away."""
        for mark in self._marks():
            x = self.left(mark.day)
            if x >= self.metrics.label:
                yield mark, x

    def mark_labels(self) -> Iterator[tuple[MarkedDay, QRectF]]:
        """Yield the labels of the marked days that are not scrolled away, below the head."""
        size = self.metrics
        for mark, rect, line in self._place_labels():
            if self.left(mark.day) >= size.label:
                yield mark, rect.translated(0, line * size.line + GRID / 4)

    def _marks(self) -> Iterator[MarkedDay]:
        """Yield the marked days that are on the scale."""
        for mark in self.chart.marks:
            if self.scale.first <= mark.day <= self.scale.last:
                yield mark

    def _place_labels(self) -> Iterator[tuple[MarkedDay, QRectF, int]]:
        """Yield each label on the first line, and the line that is free for it."""
        size = self.metrics
        metrics = QFontMetrics(size.font_of(is_bold=True))
        end = max(size.label + self.scale.width - size.scroll, float(size.width))
        lines: list[list[QRectF]] = []
        for mark in self._marks():
            x, width = self.left(mark.day), metrics.horizontalAdvance(mark.label) + GAP * 2
            left = x if x + width <= end else x - width
            rect = QRectF(left, size.head, width, size.line)
            free = (at for at, taken in enumerate(lines) if not any(map(rect.intersects, taken)))
            line = next(free, len(lines))
            if line == len(lines):
                lines.append([])
            lines[line].append(rect)
            yield mark, rect, line


def name_column(day: date, zoom: Zoom) -> str:
    """Return the name of the month or quarter that begins on a day: `Jan`, `Jan–Mar`."""
    last = add_months(day, zoom.months) - timedelta(days=1)
    short = QLocale.FormatType.ShortFormat
    names = (QLocale().standaloneMonthName(one.month, short) for one in (day, last))
    return "–".join(dict.fromkeys(name.removesuffix(".") for name in names))


def find_least_day(zoom: Zoom, metrics: QFontMetrics) -> float:
    """Return the pixels of a day with which each month or quarter has room for its name."""
    year = build_scale((date(2001, 1, 1), date(2001, 12, 31)), zoom, 1.0)
    return max(
        (metrics.horizontalAdvance(name_column(day, zoom)) + GAP * 2)
        / (add_months(day, zoom.months) - day).days
        for day in year.columns(zoom)
    )
