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
from .hyphens import BREAK, HYPHEN, hyphenate

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


class Typeface:
    """A font, with what was measured in it: layouts ask for the same texts in many widths."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._advances: dict[str, int] = {}
        self._wrapped: dict[tuple[str, int], tuple[str, int]] = {}
        self.line_spacing = self._metrics.lineSpacing()
        self.height = self._metrics.height()

    def advance(self, text: str) -> int:
        """Return the width of a text on one line."""
        if text not in self._advances:
            self._advances[text] = self._metrics.horizontalAdvance(text)
        return self._advances[text]

    def measure(self, text: str, width: int) -> int:
        """Return the width of the widest line of a text that wraps in a width."""
        if self.advance(text) < width:
            return self.advance(text)
        return self._metrics.boundingRect(QRect(0, 0, width, TALLEST), WRAPPED, text).width()

    def wrap(self, text: str, width: int) -> tuple[str, int]:
        """Return a text, with breaks in words that are wider than a width, and its height."""
        if (text, width) not in self._wrapped:
            self._wrapped[text, width] = self._wrap(text, width)
        return self._wrapped[text, width]

    def _wrap(self, text: str, width: int) -> tuple[str, int]:
        if self.advance(text) < width and "\n" not in text:
            return text, self.height
        area = QRect(0, 0, width, TALLEST)
        needed = self._metrics.boundingRect(area, WRAPPED, text)
        if needed.width() > width:
            text = break_words(text, self._metrics, width)
            needed = self._metrics.boundingRect(area, WRAPPED, text)
        return text, needed.height()


class Typefaces:
    """The sizes of type on a card, and the size of an icon beside it."""

    def __init__(self, font: QFont) -> None:
        self.body = Typeface(font)
        self.small = Typeface(_scaled(font, SMALL))
        self.heading = Typeface(_scaled(font, HEADING, is_bold=True))
        self.bold = Typeface(_scaled(font, SMALL, is_bold=True))
        self.strong = Typeface(_scaled(font, 1, is_bold=True))
        self.icon_size = icon_size()


class Drawing:
    """What is drawn in a width, and the height that it needs; `room` is the height there is."""

    def __init__(self, theme: Theme, typefaces: Typefaces, width: int, room: int = 0) -> None:
        self.theme = theme
        self.width = width
        self.room = room
        self.height = 0
        self.typefaces = typefaces
        self.body, self.small = typefaces.body, typefaces.small
        self.heading, self.bold, self.strong = typefaces.heading, typefaces.bold, typefaces.strong
        self.icon_size = typefaces.icon_size
        self._parts: list[Draw] = []

    def try_out(self) -> Drawing:
        """Return an empty drawing of the same width, to measure a part of it."""
        return Drawing(self.theme, self.typefaces, self.width)

    def draw(self, painter: QPainter) -> None:
        """Draw everything."""
        for part in self._parts:
            part(painter)

    def add_text(
        self,
        text: str,
        typeface: Typeface,
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
        width = max(place.width(), 1)
        wrapped, height = typeface.wrap(text, width)
        area = QRect(place.x(), place.y(), width, max(height, place.height()))

        def draw(painter: QPainter) -> None:
            painter.setFont(typeface.font)
            painter.setPen(QColor(colour))
            painter.drawText(area, flags, wrapped)

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
        sign, x, y = self.icon_size, left, top
        line = max(self.bold.line_spacing, sign)
        for note in notes:
            typeface = self.bold if note.is_bold else self.small
            indent = sign + GAP if note.icon else 0
            needed = indent + typeface.advance(note.text) + 1
            if x > left and x + needed > left + width:
                x, y = left, y + line + GAP
            at = max(x, left + width - needed) if note.is_right else x
            if note.icon:
                drop = (line - sign) // 2
                self.add_icon(note.icon, note.colour, QRect(at, y + drop, sign, sign))
            drop = (line - self.bold.line_spacing) // 2
            place = QRect(at + indent, y + drop, min(needed - indent, width), line)
            height = self.add_text(note.text, typeface, note.colour, place)
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
        self._typefaces: Typefaces | None = None
        self._has_size = False
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
        """Return the least width, and the present height; a layout asks for those of widths."""
        return QSize(self.least_width, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words still fit."""
        return QSize(self.least_width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Insist on the height for the new width: Qt sometimes keeps that for another one."""
        super().resizeEvent(event)
        self._has_size = True
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Lay the texts out anew for another type size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.forget_drawing()

    def forget_drawing(self) -> None:
        """Lay out what is drawn anew, as it has changed."""
        self._drawing, self._typefaces = None, None
        self._heights = {}
        if self._has_size:
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
        if self._typefaces is None:
            self._typefaces = Typefaces(self.font())
        drawing = Drawing(self.theme, self._typefaces, width, room)
        self.lay_out(drawing)
        return drawing


def _scaled(font: QFont, factor: float, *, is_bold: bool = False) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * factor)
    if is_bold:
        scaled.setWeight(QFont.Weight.DemiBold)
    return scaled


def break_words(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return a text whose words may be broken where they are wider than a place.

    That is after a syllable with a hyphen, or anywhere in what has none: an address, a code.
    """
    parted = hyphenate(text, metrics, width)
    return " ".join(
        HYPHEN.join(_break_anywhere(part, metrics, width) for part in word.split(HYPHEN))
        for word in parted.split(" ")
    )


def _break_anywhere(word: str, metrics: QFontMetrics, width: int) -> str:
    if metrics.horizontalAdvance(word) <= width:
        return word
    start = 0
    parts: list[str] = []
    for end in range(1, len(word) + 1):
        if end - start > 1 and metrics.horizontalAdvance(word[start:end]) > width:
            parts.append(word[start : end - 1])
            start = end - 1
    return BREAK.join((*parts, word[start:]))
