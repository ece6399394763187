"""Draws a page, on the screen as in a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from .boxes import Ground, Page, Part, Rule, Slice, Words
from .line_layout import Line
from .styles import colour

Mark = Callable[[QPainter, Part | None, Line | None], None]
"""Told before each piece is drawn what it is part of, with the line if it is one of text."""


def draw(painter: QPainter, page: Page, mark: Mark | None = None) -> None:
    """Draw a page, one unit of the painter being a twip; `mark` is told what follows."""
    for one in page.placed:
        _draw_slice(painter, one.slice, QPointF(one.x, one.y), mark, again=one.again)
    if mark is not None:
        mark(painter, None, None)


def _draw_slice(
    painter: QPainter, one: Slice, at: QPointF, mark: Mark | None, *, again: bool
) -> None:
    for item in one.items:
        part = item.part if isinstance(item, Words) and not again else None
        if mark is not None:
            mark(painter, part, item.line if isinstance(item, Words) else None)
        match item:
            case Words():
                _draw_words(painter, item, at)
            case Ground():
                painter.fillRect(item.box.translated(at), colour(item.colour))
            case Rule():
                _draw_rule(painter, item, at)


def _draw_words(painter: QPainter, words: Words, at: QPointF) -> None:
    line = words.line.layout.lineAt(words.line.number)
    painter.setPen(colour(words.colour))
    place = at + QPointF(words.x, words.y)
    if not words.turned:
        line.draw(painter, place + QPointF(0, words.line.drop))
        return
    painter.save()
    painter.translate(place)
    painter.rotate(-90)
    line.draw(painter, QPointF(0, words.line.drop))
    painter.restore()


def _draw_rule(painter: QPainter, rule: Rule, at: QPointF) -> None:
    box = rule.box.translated(at)
    if not rule.dotted:
        painter.fillRect(box, colour(rule.stroke.colour))
        return
    pen = QPen(colour(rule.stroke.colour), rule.stroke.width, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1, 4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(box.topLeft(), box.topRight()))
