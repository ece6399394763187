"""How the rows of the table of items are measured and drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ...i18n.joined import join_parts
from ...theme.theme import GRID, Theme
from ...widgets.buttons import icon_size
from .model import NAME_COLUMN, ItemsModel
from .row_state import ItemState, state_colour

PAD: Final = GRID
"""Pixels before and after the text of a cell."""
BAR_WIDTH, BAR_HEIGHT = GRID * 8, 4
LEAST_HEIGHT: Final = GRID * 4.5
WRAP = int(Qt.TextFlag.TextWordWrap)
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
LEFT_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
NO_LIMIT: Final = 10_000


class RowPainter:
    """Draws one row: number and name, what stands below the name, the cells, the state."""

    def __init__(self, model: ItemsModel, theme: Theme) -> None:
        self._model = model
        self.theme = theme

    def name_left(self, font: QFont) -> int:
        """Return where names begin: behind the widest number."""
        numbers = ("00", self._model.number(len(self._model.items) - 1))
        return max(map(QFontMetrics(font).horizontalAdvance, numbers)) + 3 * PAD

    def state_width(self, font: QFont) -> int:
        """Return the width of the column of states, with the arrow at its end."""
        metrics = QFontMetrics(font)
        shown = [self._model.state(row) for row in range(len(self._model.items))]
        texts = [self._model.headerData(self._model.state_column, Qt.Orientation.Horizontal)]
        widths = [metrics.horizontalAdvance(str(one)) for one in texts]
        for state in shown:
            if state is not None:
                mark = BAR_WIDTH if state.open and not state.wrong else icon_size()
                widths.append(mark + PAD + metrics.horizontalAdvance(state.describe()))
        return max(widths) + 2 * PAD + self.arrow_width()

    def arrow_width(self) -> int:
        """Return the room for the arrow that unfolds a row."""
        return icon_size() + 3 * PAD

    def cell_width(self, column: int, font: QFont) -> int:
        """Return the width of the widest text of a column."""
        metrics = QFontMetrics(strong(font))
        head = self._model.headerData(column, Qt.Orientation.Horizontal)
        rows = range(self._model.rowCount())
        texts = [str(head), *(self._model.text(self._model.index(row, column)) for row in rows)]
        widest = max(map(metrics.horizontalAdvance, texts))
        return min(widest, metrics.averageCharWidth() * 24) + 3 * PAD

    def row_height(self, row: int, name_width: int, dropped: tuple[int, ...], font: QFont) -> int:
        """Return the height of a row whose name and the lines below it wrap."""
        model, room = self._model, name_width - self.name_left(font) - PAD
        plain, bold = QFontMetrics(font), QFontMetrics(strong(font))
        high = _text_height(bold, model.text(model.index(row, NAME_COLUMN)), room)
        for line in self.lines_below(row, dropped):
            high += _text_height(plain, line, room)
        return max(high + 2 * PAD, round(LEAST_HEIGHT * plain.height() / 18), round(LEAST_HEIGHT))

    def lines_below(self, row: int, dropped: tuple[int, ...]) -> tuple[str, ...]:
        """Return what stands below a name: the columns without room, and what is wrong."""
        model = self._model
        where = (model.text(model.index(row, one)) for one in dropped if one != model.role_column)
        role = model.role(row) if model.role_column in dropped else ""
        parts = (", ".join(text for text in where if text), role)
        joined = join_parts(*parts)
        state = model.state(row)
        advice = state.advice if state else ""
        return tuple(line for line in (joined, advice) if line)

    def draw_mark(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Draw what is before a name: the number of the row, and a plus in the last one."""
        mark = QRect(
            rect.left() + PAD, rect.top(), self.name_left(painter.font()) - 2 * PAD, rect.height()
        )
        if row == len(self._model.items):
            size = icon_size()
            top = rect.top() + (rect.height() - size) // 2
            self.theme.accent_icon("plus").paint(painter, QRect(mark.left(), top, size, size))
            return
        painter.setPen(QColor(self.theme.colours.quiet))
        painter.drawText(mark, LEFT_MIDDLE, self._model.number(row))

    def draw_name(
        self,
        painter: QPainter,
        rect: QRect,
        row: int,
        dropped: tuple[int, ...],
        *,
        is_strong: bool,
    ) -> None:
        """Draw the name and the lines below it."""
        colours, font = self.theme.colours, painter.font()
        room = rect.adjusted(self.name_left(font), PAD, -PAD, -PAD)
        text = self._model.text(self._model.index(row, NAME_COLUMN))
        if row == len(self._model.items):
            painter.setPen(QColor(colours.quiet))
            painter.drawText(room, WRAP | LEFT_MIDDLE, text)
            return
        lines = self.lines_below(row, dropped)
        heights = [_text_height(QFontMetrics(font), line, room.width()) for line in lines]
        name_font = strong(font) if is_strong else font
        metrics = QFontMetrics(name_font)
        name_height = _text_height(metrics, text, room.width())
        top = room.top() + (room.height() - name_height - sum(heights) + 1) // 2
        place = QRect(room.left(), top, room.width(), name_height)
        side = LEFT_TOP
        if not lines and name_height < 2 * metrics.lineSpacing():
            # In one line with the other cells, which are rounded alike.
            place, side = rect.adjusted(place.left() - rect.left(), 0, -PAD, 0), LEFT_MIDDLE
        painter.setFont(name_font)
        painter.setPen(QColor(colours.text if text else colours.quiet))
        painter.drawText(place, WRAP | side, text or self._model.no_name())
        painter.setFont(font)
        top += name_height
        state = self._model.state(row)
        for line, height in zip(lines, heights, strict=True):
            is_advice = state is not None and line == state.advice
            painter.setPen(QColor(colours.warm if is_advice else colours.quiet))
            painter.drawText(QRect(room.left(), top, room.width(), height), WRAP, line)
            top += height

    def draw_text(self, painter: QPainter, rect: QRect, text: str, *, is_strong: bool) -> None:
        """Draw the text of a cell."""
        painter.setPen(QColor(self.theme.colours.text))
        if is_strong:
            painter.setFont(strong(painter.font()))
        painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), WRAP | LEFT_MIDDLE, text)

    def draw_state(
        self, painter: QPainter, rect: QRect, state: ItemState, *, is_open: bool
    ) -> None:
        """Draw how complete a row is, with the arrow that unfolds it."""
        size, middle = icon_size(), rect.top() + rect.height() // 2 + 1
        left = rect.left() + PAD
        if state.open and not state.wrong:
            self._draw_bar(
                painter, QRect(left, middle - BAR_HEIGHT // 2, BAR_WIDTH, BAR_HEIGHT), state
            )
            left += BAR_WIDTH + PAD
        else:
            icon = self.theme.warm_icon if state.wrong else self.theme.good_icon
            icon(state.icon).paint(painter, QRect(left, middle - size // 2, size, size))
            left += size + PAD
        painter.setPen(QColor(state_colour(state, self.theme)))
        room = QRect(QPoint(left, rect.top()), rect.bottomRight())
        painter.drawText(room, LEFT_MIDDLE, state.describe())
        arrow = self.theme.icon("chevron-up" if is_open else "chevron-down")
        right = rect.right() - size - 2 * PAD
        arrow.paint(painter, QRect(QPoint(right, middle - size // 2), QSize(size, size)))

    def _draw_bar(self, painter: QPainter, rect: QRect, state: ItemState) -> None:
        colours = self.theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.bar))
        painter.drawRoundedRect(rect, 2, 2)
        if state.share:
            filled = QRectF(rect)
            filled.setWidth(max(rect.width() * state.share, BAR_HEIGHT))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(filled, 2, 2)

    def draw_focus(self, painter: QPainter, rect: QRect) -> None:
        """Draw a ring around the current cell."""
        painter.setPen(QPen(QColor(self.theme.colours.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 4, 4)


def strong(font: QFont) -> QFont:
    """Return a font in bold."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _text_height(metrics: QFontMetrics, text: str, width: int) -> int:
    room = QRect(0, 0, max(width, GRID * 4), NO_LIMIT)
    return max(metrics.boundingRect(room, WRAP, text).height(), metrics.lineSpacing())
