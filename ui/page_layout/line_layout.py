"""Text set in lines: every script whole, no word wider than its column, nothing cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from erasmus_desk.export.document.text_lines import lines
from erasmus_desk.round_trip.visible_text import harmless

from .styles import Type, colour

_BREAK = "\u2028"
"""How Qt wants the end of a line inside a paragraph."""
_RESHAPED = re.compile("[\u0590-\u0fff\u1780-\u17ff\ufb00-\ufdff\ufe70-\ufefc]")
"""Scripts that run from the right, or whose letters join: the file names the letters meant."""
_TAB = 709
"""Distance of tabs that nobody set, as Word has it."""


class Side(Enum):
    """Where the lines of a paragraph stand in their column."""

    START = Qt.AlignmentFlag.AlignLeft
    """At the left, or at the right for a script that runs from there."""
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    CENTRE = Qt.AlignmentFlag.AlignHCenter


class Run(Struct, frozen=True):
    """Some words of a paragraph; `type` where they are set otherwise than the rest."""

    text: str
    type: Type | None = None


class Line(Struct, frozen=True):
    """One line: how far below its top it is drawn, how high it is, from where to where its ink."""

    layout: QTextLayout
    number: int
    drop: float
    height: float
    left: float
    right: float
    reshaped: bool = False
    """Whether its letters are drawn as others: joined to their neighbours, or from the right."""

    def text(self) -> str:
        """Give what stands on the line; Qt counts in units of UTF-16."""
        line = self.layout.lineAt(self.number)
        units = self.layout.text().encode("utf-16-le")
        start = line.textStart() * 2
        return units[start : start + line.textLength() * 2].decode("utf-16-le", "replace")


def set_lines(
    runs: Sequence[Run], look: Type, width: float, side: Side = Side.START
) -> tuple[Line, ...]:
    """Set a paragraph in a column of a width; a paragraph without words has no line."""
    shown = [_shown(run.text) for run in runs]
    text = "".join(shown)
    if not text:
        return ()
    layout = QTextLayout(text, look.font)
    layout.setTextOption(_option(look, side))
    layout.setFormats(_formats(runs, shown))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        indent = look.left - (0 if line.lineNumber() else look.hanging)
        line.setLineWidth(max(width - indent - look.right, look.size))
        line.setPosition(QPointF(indent, 0))
    layout.endLayout()
    reshaped = _RESHAPED.search(text) is not None
    return tuple(_line(layout, number, look, reshaped) for number in range(layout.lineCount()))


def natural_width(text: str, look: Type) -> float:
    """Give how wide a text is on one line."""
    return QFontMetricsF(look.font).horizontalAdvance(_shown(text))


def _line(layout: QTextLayout, number: int, look: Type, reshaped: bool) -> Line:
    line = layout.lineAt(number)
    # A script that is higher than the font of the document takes the room it needs.
    height = max(look.pitch, line.height() * look.line)
    ink, drop = line.naturalTextRect(), height - line.height()
    return Line(layout, number, drop, height, ink.left(), ink.right(), reshaped)


def _shown(text: str) -> str:
    """Give a text as Qt draws it whole: no character that is nothing but control."""
    return _BREAK.join(harmless(line) for line in lines(text))


def _option(look: Type, side: Side) -> QTextOption:
    option = QTextOption(side.value)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    # Qt counts them from where the first line begins, Word from the margin.
    start = look.left - look.hanging
    stops = {*(tab - start for tab in look.tabs), look.hanging} - {0}
    if stops:
        option.setTabArray(sorted(stops))
    option.setTabStopDistance(_TAB)
    return option


def _formats(runs: Sequence[Run], shown: Sequence[str]) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for run, text in zip(runs, shown, strict=True):
        length = len(text.encode("utf-16-le")) // 2
        if run.type is not None:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, length
            one.format = QTextCharFormat()
            one.format.setFont(run.type.font)
            one.format.setForeground(colour(run.type.colour))
            ranges.append(one)
        start += length
    return ranges
