"""Drawing of a page, on the screen as in a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from .boxes import Background, Page, Picture, Rule, Tag, TextItem
from .line_layout import TextLine
from .styles import parse_colour

BeforeItem = Callable[[QPainter, Tag | None, TextLine | None], None]
"""Called before each item is drawn, with its tag and, if it is text, its line."""


def draw_page(painter: QPainter, page: Page, before_item: BeforeItem | None = None) -> None:
    """Draw a page; one unit of the painter is a twip."""
    for placed in page.lines:
        at = QPointF(placed.x, placed.y)
        for item in placed.line.items:
            if before_item is not None:
                text = item if isinstance(item, TextItem) else None
                tag = text.tag if text is not None and not placed.is_repeated else None
                before_item(painter, tag, text.line if text is not None else None)
            match item:
                case TextItem():
                    _draw_text(painter, item, at)
                case Background():
                    painter.fillRect(item.rect.translated(at), parse_colour(item.colour))
                case Picture():
                    painter.drawImage(item.rect.translated(at), item.image)
                case Rule():
                    _draw_rule(painter, item, at)
    if before_item is not None:
        before_item(painter, None, None)


def _draw_text(painter: QPainter, item: TextItem, at: QPointF) -> None:
    line = item.line.layout.lineAt(item.line.index)
    painter.setPen(parse_colour(item.colour))
    position = at + QPointF(item.x, item.y)
    if not item.is_rotated:
        line.draw(painter, position + QPointF(0, item.line.offset))
        return
    painter.save()
    painter.translate(position)
    painter.rotate(-90)
    line.draw(painter, QPointF(0, item.line.offset))
    painter.restore()


def _draw_rule(painter: QPainter, rule: Rule, at: QPointF) -> None:
    rect = rule.rect.translated(at)
    if not rule.is_dotted:
        painter.fillRect(rect, parse_colour(rule.stroke.colour))
        return
    pen = QPen(parse_colour(rule.stroke.colour), rule.stroke.width, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1, 4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(rect.topLeft(), rect.topRight()))
