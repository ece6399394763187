"""A card that draws all its texts itself: one widget where labels would be ten.

The home page may show many cards and must be there at once; labels cost more than the rest of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent

from ..theme.theme import GRID, Theme
from .buttons import icon_size
from .card_button import CardButton
from .labels import BREAK

HEADING, SMALL = 1.23, 0.92
"""Sizes of type, in sizes of the body."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
TALLEST = 10_000
"""Pixels; no text is as high."""
"""Where a word may be broken: a space without a width."""
GAP = GRID // 2
Draw = Callable[[QPainter], None]


class Note:
    """A short text with an icon before it, if it has one."""

    def __init__(
        self,
        text: str,
        colour: str,
        icon: str = "",
        *,
        is_bold: bool = False,
        is_right: bool = False,
    ) -> None:
        self.text, self.colour, self.icon = text, colour, icon
        self.is_bold, self.is_right = is_bold, is_right


class Drawing:
    """What is drawn in a width, and the height that it needs; `room` is the height there is."""

    def __init__(self, theme: Theme, font: QFont, width: int, room: int = 0) -> None:
        self.theme = theme
        self.width = width
        self.room = room
        self.height = 0
        self.body = font
        self.small = _scaled(font, SMALL)
        self.heading = _scaled(font, HEADING, is_bold=True)
        self.bold = _scaled(font, SMALL, is_bold=True)
        self._parts: list[Draw] = []

    def draw(self, painter: QPainter) -> None:
        """Draw everything."""
        for part in self._parts:
            part(painter)

    def add_text(
        self,
        text: str,
        font: QFont,
        colour: str,
        place: QRect,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
    ) -> int:
        """Add a text that wraps at the width of a place, and return its height.

        It is aligned in a place that has a height of its own.
        """
        if not text:
            return 0
        flags = Qt.TextFlag.TextWordWrap | alignment
        area = QRect(place.x(), place.y(), max(place.width(), 1), TALLEST)
        metrics = QFontMetrics(font)
        needed = metrics.boundingRect(area, WRAPPED, text)
        if needed.width() > area.width():
            text = break_words(text, metrics, area.width())
            needed = metrics.boundingRect(area, WRAPPED, text)
        height = needed.height()
        area.setHeight(max(height, place.height()))

        def draw(painter: QPainter) -> None:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(area, flags, text)

        self._parts.append(draw)
        return height

    def add_icon(self, name: str, colour: str, place: QRect) -> None:
        """Add an icon in a square."""
        icon = self.theme.icons.icon(name, colour)
        self._parts.append(lambda painter: icon.paint(painter, place))

    def add_box(self, colour: str, place: QRect, radius: float) -> None:
        """Add a filled box with round corners, for a bar or behind a text."""

        def draw(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(place), radius, radius)

        self._parts.append(draw)

    def add_share(self, share: float, place: QRect) -> None:
        """Add a bar that shows a share from 0 to 1."""
        colours, radius = self.theme.colours, place.height() / 2
        self.add_box(colours.bar, place, radius)
        if share > 0:
            filled = QRect(place)
            filled.setWidth(max(round(place.width() * min(share, 1.0)), place.height()))
            self.add_box(colours.good if share >= 1 else colours.accent, filled, radius)

    def add_notes(self, notes: tuple[Note, ...], left: int, top: int, width: int) -> int:
        """Add short texts in a row, the last one at its right end, and return the height.

        What does not fit beside the others goes below them.
        """
        metrics = QFontMetrics(self.bold)
        sign, x, y = icon_size(), left, top
        line = max(metrics.lineSpacing(), sign)
        for note in notes:
            font = self.bold if note.is_bold else self.small
            indent = sign + GAP if note.icon else 0
            needed = indent + QFontMetrics(font).horizontalAdvance(note.text) + 1
            if x > left and x + needed > left + width:
                x, y = left, y + line + GAP
            at = max(x, left + width - needed) if note.is_right else x
            if note.icon:
                drop = (line - sign) // 2
                self.add_icon(note.icon, note.colour, QRect(at, y + drop, sign, sign))
            drop = (line - metrics.lineSpacing()) // 2
            place = QRect(at + indent, y + drop, min(needed - indent, width), line)
            height = self.add_text(note.text, font, note.colour, place)
            x, y = at + needed + GRID * 2, y + max(height - line, 0)
        return y + line - top


class DrawnButton(CardButton):
    """A card or a row whose subclass lays out what is drawn for a width."""

    least_width: ClassVar[int] = GRID * 24
    """Pixels in which its words still fit."""

    def __init__(self, theme: Theme, *, is_flat: bool = False, is_first: bool = False) -> None:
        super().__init__(theme, is_flat=is_flat, is_first=is_first)
        self.theme = theme
        self._drawing: Drawing | None = None
        self._heights: dict[int, int] = {}
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lay_out(self, drawing: Drawing) -> None:
        """Add what is drawn, and set the height."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """Return that the texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the texts need."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(width, 0).height
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the least width, and the height for it; a layout asks for others."""
        width = max(self.width(), self.least_width)
        return QSize(self.least_width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words still fit."""
        return QSize(self.least_width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Insist on the height for the new width: Qt sometimes keeps that for another one."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Lay the texts out anew for another type size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.forget_drawing()

    def forget_drawing(self) -> None:
        """Lay out what is drawn anew, as it has changed."""
        self._drawing = None
        self._heights = {}
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, then its texts."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self._drawing
        if drawing is None or (drawing.width, drawing.room) != (self.width(), self.height()):
            drawing = self._drawing = self._lay_out(self.width(), self.height())
        drawing.draw(painter)
        painter.end()

    def _lay_out(self, width: int, room: int) -> Drawing:
        drawing = Drawing(self.theme, self.font(), width, room)
        self.lay_out(drawing)
        return drawing


def _scaled(font: QFont, factor: float, *, is_bold: bool = False) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * factor)
    if is_bold:
        scaled.setWeight(QFont.Weight.DemiBold)
    return scaled


def break_words(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return a text whose words may be broken where they are wider than a place."""
    pieces: list[str] = []
    for word in text.split(" "):
        start = 0
        parts: list[str] = []
        for end in range(1, len(word) + 1):
            if end - start > 1 and metrics.horizontalAdvance(word[start:end]) > width:
                parts.append(word[start : end - 1])
                start = end - 1
        pieces.append(BREAK.join((*parts, word[start:])))
    return " ".join(pieces)
