"""Tables drawn as lists of cells: as high as their rows, so that only the page scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ..qt_support import Index
from ..theme.theme import GRID, Theme, set_role
from .buttons import icon_size
from .cell import CELL_ROLE, Cell, Tone
from .cell_header import CellHeader
from .cell_text import break_text, measure_text
from .column_widths import Wanted, share_room
from .hairline import draw_across, mark_row
from .page_table import PageTable, put_on_page

SIDE, NARROW_SIDE, ABOVE = GRID * 3 // 2, GRID * 3 // 4, GRID
"""Room in pixels beside the text of a cell, the same in a narrow table, and above it."""
EDGE: Final = 6
"""Border and padding above and below in the style sheet, in pixels."""
FIELD_SIDE: Final = GRID // 2
"""Room beside the frame of a cell that is typed in."""
SMALL: Final = 0.92
"""Size of the second line, as a part of the first."""


class CellDelegate(QStyledItemDelegate):
    """Draws cells, and says how wide and how high they want to be."""

    def __init__(self, theme: Theme, view: CellTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._table = view

    def get_cell(self, index: Index) -> Cell:
        """Return the cell at an index."""
        cell = index.data(CELL_ROLE)
        return cell if isinstance(cell, Cell) else Cell()

    def measure_width(self, index: Index) -> int:
        """Return the width of a cell on one line."""
        cell = self.get_cell(index)
        return self._measure(cell, (cell.text, *cell.room), (cell.detail, *cell.detail_room))

    def measure_words(self, index: Index) -> int:
        """Return the width of a cell that has one word on each line."""
        cell = self.get_cell(index)
        first, second = (
            " ".join((cell.text, *cell.room)),
            " ".join((cell.detail, *cell.detail_room)),
        )
        return self._measure(cell, first.split(" "), second.split(" "))

    def _measure(self, cell: Cell, first: Iterable[str], second: Iterable[str]) -> int:
        large = QFontMetrics(_font(self._table.font(), cell.tone))
        small = QFontMetrics(_small(self._table.font()))
        widest = max(
            *(large.horizontalAdvance(text) for text in first),
            *(small.horizontalAdvance(text) for text in second),
        )
        beside = self._table.side * 2
        if cell.is_field:
            # Beside the frame and in it, which is more than there is beside a narrow cell.
            beside = max(beside + FIELD_SIDE * 2, FIELD_SIDE * 6)
        return widest + beside + (_icon_room() if cell.has_icon else 0) + 2

    def measure_height(self, index: Index, width: int) -> int:
        """Return the height of a cell in a column of some width."""
        cell = self.get_cell(index)
        room = max(width - self._table.side * 2 - (_icon_room() if cell.has_icon else 0), 1)
        large, small = _font(self._table.font(), cell.tone), _small(self._table.font())
        lines = max(measure_text(large, text or " ", room) for text in (cell.text, *cell.room))
        below = [text for text in (cell.detail, *cell.detail_room) if text]
        lines += max((measure_text(small, text, room) for text in below), default=0)
        return lines + ABOVE * 2 + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell on one line."""
        width = self.measure_width(index)
        return QSize(width, self.measure_height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the frame of a field, the icon and the lines of a cell."""
        cell, colours = self.get_cell(index), self._theme.colours
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(self._ground(option, index)))
        if self._is_chosen(index) and index.column() == 0:
            mark_row(painter, rect, colours.accent)
        draw_across(painter, rect.left(), rect.right() + 1, rect.bottom(), colours.line)
        if cell.is_field:
            self._draw_frame(painter, index, is_wrong=cell.is_wrong)
        inside = rect.adjusted(self._table.side, 0, -self._table.side, -1)
        if cell.is_field:
            inside = self._table.field_rect(index).adjusted(FIELD_SIDE * 2, 0, -FIELD_SIDE * 2, 0)
        if cell.icon:
            inside = self._draw_icon(painter, cell, inside)
        self._draw_lines(painter, cell, inside)
        painter.restore()

    def _is_chosen(self, index: Index) -> bool:
        return self._table.currentIndex().row() == index.row() and self._table.shows_current()

    def _ground(self, option: QStyleOptionViewItem, index: Index) -> str:
        state = option.state
        if self._is_chosen(index):
            return self._theme.colours.accent_soft
        if self.get_cell(index).is_summary:
            return self._theme.colours.page
        is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
        return self._theme.colours.hover if is_hot else self._theme.colours.card

    def _draw_frame(self, painter: QPainter, index: Index, *, is_wrong: bool) -> None:
        colours, is_current = self._theme.colours, self._table.is_current(index)
        colour = colours.accent if is_current else colours.warm if is_wrong else colours.edge
        painter.setPen(QPen(QColor(colour), 2 if is_current or is_wrong else 1))
        painter.setBrush(QColor(colours.card))
        frame = QRectF(self._table.field_rect(index)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, FIELD_SIDE, FIELD_SIDE)

    def _draw_icon(self, painter: QPainter, cell: Cell, inside: QRect) -> QRect:
        """Draw the icon beside the first line, and return what is left for the text."""
        colours, size = self._theme.colours, icon_size()
        tone = cell.tone if cell.tone is not Tone.STRONG else Tone.PLAIN
        icon = self._theme.icons.icon(cell.icon, getattr(colours, tone.value[0]))
        left = inside.left()
        if cell.is_right:
            width = QFontMetrics(_font(self._table.font(), cell.tone)).horizontalAdvance(cell.text)
            left = max(inside.right() - width - _icon_room(), left)
        top = inside.center().y() - size // 2
        icon.paint(painter, QRect(left, top, size, size))
        return inside if cell.is_right else inside.adjusted(_icon_room(), 0, 0, 0)

    def _draw_lines(self, painter: QPainter, cell: Cell, inside: QRect) -> None:
        colours = self._theme.colours
        font, small = _font(self._table.font(), cell.tone), _small(self._table.font())
        first = measure_text(font, cell.text or " ", max(inside.width(), 1))
        second = measure_text(small, cell.detail, max(inside.width(), 1)) if cell.detail else 0
        side = Qt.AlignmentFlag.AlignRight if cell.is_right else Qt.AlignmentFlag.AlignLeft
        flags = int(Qt.TextFlag.TextWordWrap) | int(side)
        middle = (inside.height() - first - second) // 2
        top = inside.top() + (ABOVE + 2 if cell.is_top else middle)
        painter.setFont(font)
        painter.setPen(QColor(getattr(colours, cell.tone.value[0])))
        text = break_text(font, cell.text, inside.width())
        painter.drawText(QRect(inside.left(), top, inside.width(), first), flags, text)
        if cell.detail:
            painter.setFont(small)
            painter.setPen(QColor(colours.warm if cell.is_detail_wrong else colours.quiet))
            below = QRect(inside.left(), top + first, inside.width(), second)
            painter.drawText(below, flags, break_text(small, cell.detail, inside.width()))


class CellTable(PageTable):
    """A table of cells that is as high as its rows; the page around it scrolls.

    A column is as wide as its widest cell; the flexible ones share what is left and wrap.
    """

    flexible: tuple[int, ...] = (0,)
    """The columns that wrap."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.side = SIDE
        """Room in pixels beside the text of a cell."""
        self.delegate = CellDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        set_role(self, "cells")
        self.setFrameShape(QFrame.Shape.NoFrame)
        header = self._header = CellHeader(theme, self)
        header.side = self.side
        set_role(header, "cells")
        header.setMinimumSectionSize(GRID)
        self.setHorizontalHeader(header)
        put_on_page(self)

    def fit(self) -> None:
        """Give the columns their widths, the rows their heights, and the table its own."""
        model = self.model()
        if not model or self.width() < GRID:
            return
        widths = self.share_width()
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        height = 0
        for row in range(model.rowCount()):
            self.setRowHeight(row, self._measure_row(row, widths))
            height += self.rowHeight(row)
        self.setFixedHeight(height + self._fit_head(widths) + EDGE)

    def _fit_head(self, widths: Mapping[int, int]) -> int:
        """Give the headings the height that they need, and return it."""
        header = self.horizontalHeader()
        if header.isHidden():
            return 0
        font, beside = header.font(), self._beside_heading()
        lines = [
            # A pixel more, for a heading that is as wide as its column.
            measure_text(font, self._heading(column), max(width - beside + 1, 1))
            for column, width in widths.items()
        ]
        more = max(lines, default=0) - QFontMetrics(font).height()
        height = header.sizeHint().height() + max(more, 0)
        header.setMinimumHeight(height)
        return height

    def _heading(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _beside_heading(self) -> int:
        """Return the room beside a heading; the arrow of the order stands in that at one side."""
        arrow = max(self._header.arrow_room() - self.side, 0) if self.isSortingEnabled() else 0
        return self.side * 2 + arrow

    def share_width(self) -> dict[int, int]:
        """Return the widths of the columns that are shown."""
        widths = {column: self._natural_width(column) for column in self.shown_columns()}
        flexible = [column for column in widths if column in self.flexible]
        fixed = sum(width for column, width in widths.items() if column not in flexible)
        wanted = sum(widths[column] for column in flexible)
        room = max(self.viewport().width() - fixed, GRID * 8 * len(flexible))
        if room < wanted:
            return widths | share_room({one: self._measure_column(one) for one in flexible}, room)
        for column in flexible:
            widths[column] = room * widths[column] // max(wanted, 1)
        return widths

    def shown_columns(self) -> list[int]:
        """Return the columns that are not hidden."""
        every = range(self.model().columnCount())
        return [column for column in every if not self.isColumnHidden(column)]

    def fit_rows(self, first: Index, last: Index) -> None:
        """Fit anew only if what changed in some rows needs other widths or heights."""
        model, shown = self.model(), self.shown_columns()
        widths = {column: self.columnWidth(column) for column in shown}
        for row in range(first.row(), last.row() + 1):
            for column in shown:
                is_fixed = column not in self.flexible and self.columnSpan(row, column) == 1
                cell = model.index(row, column)
                if is_fixed and self.delegate.measure_width(cell) > widths[column]:
                    self.fit()
                    return
            if self._measure_row(row, widths) != self.rowHeight(row):
                self.fit()
                return

    def field_rect(self, index: Index) -> QRect:
        """Return the frame of a field in its cell, one line high."""
        cell = self.visualRect(index)
        height = self.fontMetrics().height() + FIELD_SIDE * 3
        top = cell.top() + (cell.height() - height) // 2
        return QRect(cell.left() + FIELD_SIDE, top, cell.width() - FIELD_SIDE * 2, height)

    def has_room(self) -> bool:
        """Return whether no word of a flexible column is broken, its heading included."""
        return all(
            self.columnWidth(column) >= self._least_width(column)
            for column in self.shown_columns()
            if column in self.flexible
        )

    def has_headings(self) -> bool:
        """Return whether no heading is cut."""
        metrics, beside = QFontMetrics(self.horizontalHeader().font()), self._beside_heading()
        return self.horizontalHeader().isHidden() or all(
            metrics.horizontalAdvance(word) <= self.columnWidth(column) - beside
            for column in self.shown_columns()
            for word in self._heading(column).split()
        )

    def natural_width(self) -> int:
        """Return the width at which no cell wraps."""
        return sum(self._natural_width(column) for column in self.shown_columns())

    def is_current(self, index: Index) -> bool:
        """Return whether a cell has the cursor."""
        current = self.currentIndex()
        is_it = current.row() == index.row() and current.column() == index.column()
        return is_it and self.hasFocus()

    def shows_current(self) -> bool:
        """Return whether the row of the cursor is marked."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit columns and rows to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the event to the page."""
        event.ignore()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Keep less room beside the texts of a narrow table; a style sheet does it for headings."""
        side = NARROW_SIDE if is_narrow else SIDE
        if side != self.side:
            self.side = self._header.side = side
            for part in (self, self.horizontalHeader()):
                set_role(part, "cells-narrow" if is_narrow else "cells")

    def _measure_row(self, row: int, widths: Mapping[int, int]) -> int:
        """Return the height of a row; a cell over several columns has their widths."""
        model = self.model()
        heights: list[int] = []
        for column, width in widths.items():
            last = column + self.columnSpan(row, column)
            whole = sum(one for other, one in widths.items() if column < other < last)
            heights.append(self.delegate.measure_height(model.index(row, column), width + whole))
        return max(heights, default=GRID * 4)

    def _natural_width(self, column: int) -> int:
        return self._widest(column, self.delegate.measure_width, self._heading(column).split("\n"))

    def _measure_column(self, column: int) -> Wanted:
        model = self.model()
        cells = [model.index(row, column) for row in range(model.rowCount())]
        usual = sum(map(self.delegate.measure_width, cells)) // max(len(cells), 1)
        return Wanted(self._natural_width(column), usual, self._least_width(column))

    def _least_width(self, column: int) -> int:
        return self._widest(column, self.delegate.measure_words, self._heading(column).split())

    def _widest(self, column: int, measure: Callable[[Index], int], heading: list[str]) -> int:
        """Return the width of the widest cell of a column, or part of its heading."""
        model = self.model()
        metrics = QFontMetrics(self.horizontalHeader().font())
        widest = max(map(metrics.horizontalAdvance, heading or [""]))
        cells = [
            measure(model.index(row, column))
            for row in range(model.rowCount())
            if self.columnSpan(row, column) == 1
        ]
        # Some pixels more: a heading that fits to the pixel would wrap.
        return max([widest + self._beside_heading() + GRID // 2, *cells])


def wrap_heading(side: Qt.AlignmentFlag) -> int:
    """Return the alignment of a heading that wraps where its column is narrow."""
    return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


def _icon_room() -> int:
    return icon_size() + GRID


def _font(font: QFont, tone: Tone) -> QFont:
    found = QFont(font)
    if tone.value[1]:
        found.setWeight(QFont.Weight.DemiBold)
    return found


def _small(font: QFont) -> QFont:
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * SMALL)
    return found
