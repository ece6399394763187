"""How a lump sum is shared out, as one bar with its parts, and what they are below it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...theme.theme import GRID, Theme
from ...widgets.hairline import draw_down

BAR = GRID * 2
SWATCH = GRID * 3 // 2
PATTERNS = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.CrossPattern,
)
"""The patterns of the parts in their order: parts are told apart without colours too.

There are as many as no number of colours of a palette divides: no part looks like one before it
until all pairs were there.
"""
GAP = 2
"""Pixels between two parts of the bar."""


class Part(Struct, frozen=True):
    """A part of the bar: its name, its amount as text, and its share of the whole."""

    name: str
    amount: str
    share: float
    is_over: bool = False


class Mark(Struct, frozen=True):
    """A place on the bar that a part may reach, with what it says."""

    share: float
    text: str


class ShareChart(QWidget):
    """A heading with sums, a bar of parts below it, and the marks of what is allowed on the bar.

    It draws its texts itself: with each key they change, and labels would lay out the page anew.
    """

    def __init__(self, heading: str, theme: Theme) -> None:
        super().__init__()
        self.heading, self.sums = heading, ""
        self._theme = theme
        self.parts: tuple[Part, ...] = ()
        self.marks: tuple[Mark, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, sums: str, parts: tuple[Part, ...], marks: tuple[Mark, ...]) -> None:
        """Show other parts and sums; only a new height lays out the page again."""
        before = self.heightForWidth(self.width())
        self.sums, self.parts, self.marks = sums, parts, marks
        texts = [self.heading, sums, *(f"{one.name} {one.amount}" for one in parts)]
        texts += [one.text for one in marks]
        self.setAccessibleName("; ".join(texts))
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return True: the names of the parts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the bar with all names below it."""
        places = [*self._place_names(width)]
        bottom = places[-1].bottom() + 1 if places else self._top_of_names(width)
        return bottom + GRID // 2

    def sizeHint(self) -> QSize:
        """Return a size with room for some names in a line."""
        return QSize(GRID * 60, self.heightForWidth(GRID * 60))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest name."""
        names = (self._measure(one) for one in self.parts)
        return QSize(max(names, default=GRID * 8), BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, the marks on it, and the names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_head(painter)
        self._draw_bar(painter)
        self._draw_marks(painter)
        colours = self._theme.colours
        for number, (part, place) in enumerate(
            zip(self.parts, self._place_names(self.width()), strict=True)
        ):
            middle = place.center().y() + 1
            swatch = QRect(place.left(), middle - SWATCH // 2, SWATCH, SWATCH)
            painter.setPen(Qt.PenStyle.NoPen)
            for brush in self._choose_brushes(number):
                painter.setBrush(brush)
                painter.drawRoundedRect(swatch, 2, 2)
            text = place.adjusted(SWATCH * 2, 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.setPen(QColor(colours.text))
            painter.drawText(text, flags, part.name)
            advance = self.fontMetrics().horizontalAdvance(f"{part.name} ")
            painter.setPen(QColor(colours.warm if part.is_over else colours.quiet))
            painter.drawText(text.adjusted(advance, 0, 0, 0), flags, part.amount)
        painter.end()

    def _draw_head(self, painter: QPainter) -> None:
        heading, sums = self._place_head(self.width())
        flags = Qt.TextFlag.TextWordWrap
        is_beside = heading.top() == sums.top()
        side = Qt.AlignmentFlag.AlignRight if is_beside else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._bold())
        painter.setPen(QColor(self._theme.colours.text))
        painter.drawText(heading, flags, self.heading)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.colours.quiet))
        painter.drawText(sums, flags | side, self.sums)

    def _place_head(self, width: int) -> tuple[QRect, QRect]:
        """Return where the heading and the sums stand: beside each other if there is room."""
        room, flags = QRect(0, 0, max(width, 1), 1 << 20), Qt.TextFlag.TextWordWrap
        bold, plain = QFontMetrics(self._bold()), self.fontMetrics()
        one, two = bold.horizontalAdvance(self.heading), plain.horizontalAdvance(self.sums)
        if one + two + GRID * 2 <= width:
            return QRect(0, 0, one + 2, bold.height()), QRect(
                one + 2, 0, width - one - 2, bold.height()
            )
        heading = bold.boundingRect(room, flags, self.heading).height()
        sums = plain.boundingRect(room, flags, self.sums).height()
        below = heading + GRID // 2
        return QRect(0, 0, width, heading), QRect(0, below, width, sums)

    def _top_of_bar(self, width: int) -> int:
        return max(place.bottom() for place in self._place_head(width)) + 1 + GRID

    def _draw_bar(self, painter: QPainter) -> None:
        shape, top = QPainterPath(), self._top_of_bar(self.width())
        whole = QRectF(0, top, self.width(), BAR)
        shape.addRoundedRect(whole, GRID // 2, GRID // 2)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(whole, QColor(self._theme.colours.bar))
        left = 0.0
        for number, part in enumerate(self.parts):
            width = self.width() * part.share
            gap = GAP if number + 1 < len(self.parts) else 0
            box = QRectF(left, top, max(width - gap, 1 if width else 0), BAR)
            for brush in self._choose_brushes(number):
                painter.fillRect(box, brush)
            left += width
        painter.restore()

    def _draw_marks(self, painter: QPainter) -> None:
        colours, metrics = self._theme.colours, QFontMetrics(self._small())
        top, names = self._top_of_bar(self.width()), self._top_of_names(self.width())
        painter.setFont(self._small())
        painter.setPen(QColor(colours.text))
        for mark in self.marks:
            left = round(self.width() * min(mark.share, 1.0))
            draw_down(painter, left, top, top + BAR + metrics.height() + 1, colours.text)
            width = metrics.horizontalAdvance(mark.text) + 2
            text = left + GRID // 2
            if text + width > self.width():
                text = max(left - GRID // 2 - width, 0)
            room = QRect(text, top + BAR, min(width, self.width()), names - top - BAR)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, flags, mark.text)
        painter.setFont(self.font())

    def _choose_brushes(self, number: int) -> tuple[QBrush, QBrush]:
        """Return the colour of a part and the pattern on it; what is too large has that of warning.

        The pattern is in the colour of the card, which every colour of a part is seen on.
        """
        colours = self._theme.colours
        colour = colours.parts[number % len(colours.parts)]
        if self.parts[number].is_over:
            colour = colours.warm
        pattern = PATTERNS[number % len(PATTERNS)]
        return QBrush(QColor(colour)), QBrush(QColor(colours.card), pattern)

    def _top_of_names(self, width: int) -> int:
        metrics = QFontMetrics(self._small())
        top = self._top_of_bar(width) + BAR + GRID // 2
        room = QRect(0, 0, max(width, 1), 1 << 20)
        flags = Qt.TextFlag.TextWordWrap
        heights = [metrics.boundingRect(room, flags, mark.text).height() for mark in self.marks]
        return top + max(heights, default=0) + GRID // 2

    def _place_names(self, width: int) -> Iterator[QRect]:
        """Yield where each name stands, in lines."""
        height = self.fontMetrics().height()
        left, top = 0, self._top_of_names(width)
        for part in self.parts:
            needed = self._measure(part)
            if left and left + needed > width:
                left, top = 0, top + height + GRID // 2
            yield QRect(left, top, needed, height)
            left += needed + GRID * 3

    def _measure(self, part: Part) -> int:
        text = f"{part.name} {part.amount}"
        return self.fontMetrics().horizontalAdvance(text) + SWATCH * 2 + 2

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.87)
        return font
