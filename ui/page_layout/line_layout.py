"""Text broken into lines: in every script, no word wider than its column, nothing cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import cast

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from erasmus_desk.i18n.figures import join_on_pages
from erasmus_desk.round_trip.visible_text import replace_unsupported, split_lines

from .styles import TextStyle, parse_colour

_LINE_SEPARATOR = "\u2028"
"""How Qt marks the end of a line inside a paragraph."""
_RESHAPED = re.compile("[\u0590-\u0fff\u1780-\u17ff\ufb00-\ufdff\ufe70-\ufefc]")
"""Scripts that run from right to left, or whose letters join: the PDF needs the actual text."""
_DEFAULT_TAB = 709
"""The distance of default tab stops, as in Word."""


class Alignment(Enum):
    """The alignment of a paragraph in its column."""

    START = Qt.AlignmentFlag.AlignLeft
    """At the left, or at the right for a script that runs from right to left."""
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    CENTER = Qt.AlignmentFlag.AlignHCenter


AnswerRun = tuple[int, int, str]
"""Where an answer begins and ends in its paragraph, as Qt counts, and its key."""
Edge = tuple[float, str]


class TextRun(Struct, frozen=True):
    """A part of a paragraph's text, with a style where it differs from the rest.

    `key` is that of the answer it is, if it is one of several in its paragraph.
    """

    text: str
    style: TextStyle | None = None
    key: str = ""


class TextLine(Struct, frozen=True):
    """A line of a layout: the offset at which to draw it, its height, and the extent of its ink."""

    layout: QTextLayout
    index: int
    offset: float
    height: float
    left: float
    right: float
    is_reshaped: bool = False
    """Whether its letters are joined, or drawn from right to left."""

    def find_answers(self, answers: Sequence[AnswerRun], width: float) -> Iterator[Edge]:
        """Return the answers in the line by their keys, each with where it ends.

        All of the line belongs to one of them: what stands before an answer to it, what stands
        behind the last one to that.
        """
        line = self.layout.lineAt(self.index)
        start, end = line.textStart(), line.textStart() + line.textLength()
        found: list[Edge] = []
        for first, last, key in answers:
            if first < end and last > start:
                # The stubs of Qt name one value, but there are two.
                edge, _ = cast("tuple[float, int]", line.cursorToX(min(last, end)))
                found.append((edge, key))
        yield from found[:-1]
        yield from ((width, key) for _, key in found[-1:])

    def text(self) -> str:
        """Return the text of the line; Qt counts in UTF-16 units."""
        line = self.layout.lineAt(self.index)
        units = self.layout.text().encode("utf-16-le")
        start = line.textStart() * 2
        return units[start : start + line.textLength() * 2].decode("utf-16-le", "replace")


def layout_lines(
    runs: Sequence[TextRun], style: TextStyle, width: float, alignment: Alignment = Alignment.START
) -> tuple[TextLine, ...]:
    """Break a paragraph into lines of a width; a paragraph without text has no line."""
    texts = [_to_displayed(run.text) for run in runs]
    text = "".join(texts)
    if not text:
        return ()
    layout = QTextLayout(text, style.font)
    layout.setTextOption(_build_text_option(style, alignment))
    layout.setFormats(_build_formats(runs, texts))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        indent = style.left - (0 if line.lineNumber() else style.hanging)
        line.setLineWidth(max(width - indent - style.right, style.size))
        line.setPosition(QPointF(indent, 0))
    layout.endLayout()
    is_reshaped = _RESHAPED.search(text) is not None
    return tuple(
        _build_line(layout, index, style, is_reshaped) for index in range(layout.lineCount())
    )


def place_answers(runs: Iterable[TextRun]) -> tuple[AnswerRun, ...]:
    """Return where the answers of a paragraph are in it, for all of its lines."""
    found: list[AnswerRun] = []
    at = 0
    for run in runs:
        first, at = at, at + _count_units(_to_displayed(run.text))
        if run.key:
            found.append((first, at, run.key))
    return tuple(found)


def measure_width(text: str, style: TextStyle) -> float:
    """Return the width of a text on one line."""
    return QFontMetricsF(style.font).horizontalAdvance(_to_displayed(text))


def _build_line(layout: QTextLayout, index: int, style: TextStyle, is_reshaped: bool) -> TextLine:
    line = layout.lineAt(index)
    # A script that is higher than the font of the document takes the space it needs.
    height = max(style.line_height, line.height() * style.line_spacing)
    ink, offset = line.naturalTextRect(), height - line.height()
    return TextLine(layout, index, offset, height, ink.left(), ink.right(), is_reshaped)


def _count_units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def _to_displayed(text: str) -> str:
    """Return a text without the control characters that Qt cannot draw; figures do not break."""
    lines = (replace_unsupported(line) for line in split_lines(text))
    return _LINE_SEPARATOR.join(map(join_on_pages, lines))


def _build_text_option(style: TextStyle, alignment: Alignment) -> QTextOption:
    option = QTextOption(alignment.value)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    # Qt counts tab stops from the start of the first line, Word from the margin.
    start = style.left - style.hanging
    stops = {*(tab - start for tab in style.tab_stops), style.hanging} - {0}
    if stops:
        option.setTabArray(sorted(stops))
    option.setTabStopDistance(_DEFAULT_TAB)
    return option


def _build_formats(runs: Sequence[TextRun], texts: Sequence[str]) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for run, text in zip(runs, texts, strict=True):
        length = _count_units(text)
        if run.style is not None:
            format_range = QTextLayout.FormatRange()
            format_range.start, format_range.length = start, length
            format_range.format = QTextCharFormat()
            format_range.format.setFont(run.style.font)
            format_range.format.setForeground(parse_colour(run.style.colour))
            ranges.append(format_range)
        start += length
    return ranges
