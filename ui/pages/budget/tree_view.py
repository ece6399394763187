"""The tree of the grant as it is drawn: names wrap, reasons stand in the row, shares are bars."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from erasmus_desk.draft.model import Key

from ...qt_support import Index, single_shot
from ...theme.theme import GRID, Theme, find_text_scale, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.hairline import draw_across, mark_row
from ...widgets.popover import paint_dot
from ...widgets.text_wrap import measure_text, wrap_flags
from ..table_model import SearchProxyModel
from .tree_model import (
    AMOUNT,
    IS_MISSING_ROLE,
    IS_UNSURE_ROLE,
    NAME,
    REASON,
    REMARK_ROLE,
    SHARE,
    SHARE_ROLE,
    GrantModel,
)

NO_SHARE, NO_REASON = 720, 580
"""Widths in pixels at 100 % below which the bars go, and the reasons stand below the names."""
NAME_SHARE = 0.55
"""The part of the name in the room of name and reason."""
SHARE_WIDTH = 76
INDENT = 20
PADDING = GRID // 2
"""Above and below the texts of a row."""
MARGIN = GRID
"""At the left and right of a cell."""
AFTER_AMOUNT = 14
"""At the right of an amount, where its dot is; in the style sheet that of the header too."""
HEADER_PADDING = 6
"""Room above and below the texts of the header in the style sheet, in pixels."""
SMALL = 0.92
"""Size of a reason, as a share of the size of a name."""
BAR = 8


class GrantDelegate(QStyledItemDelegate):
    """Draws the cells of the tree."""

    def __init__(self, tree: GrantTree, theme: Theme) -> None:
        super().__init__(tree)
        self._tree = tree
        self._colours = theme.colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell whose texts wrap in its column."""
        width = self._tree.cell_width(index)
        heights = [self._measure(font, text, width) for text, font, _ in self._lines(index)]
        return QSize(width, max(sum(heights) + PADDING * 2, self._tree.line_height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        rect: QRect = option.rect
        painter.save()
        if index.column() == SHARE:
            self._paint_bar(painter, rect, index)
        else:
            self._paint_lines(painter, rect, index)
        painter.restore()

    def _measure(self, font: QFont, text: str, width: int) -> int:
        return measure_text(font, text, max(width - MARGIN * 2, GRID * 6))

    def _lines(self, index: Index) -> list[tuple[str, QFont, str]]:
        """Return the texts of a cell with their font and colour, from top to bottom."""
        font, small = QFont(self._tree.font()), QFont(self._tree.font())
        small.setPointSizeF(font.pointSizeF() * SMALL)
        if not index.parent().isValid():
            font.setWeight(QFont.Weight.DemiBold)
        colours = self._colours
        text = str(index.data() or "")
        column = index.column()
        if column == REASON:
            return self._reason_lines(index, small)
        lines = [(text, font, colours.text)] if column in (NAME, AMOUNT) else []
        if column == NAME and self._tree.isColumnHidden(REASON):
            lines += self._reason_lines(index, small)
        return lines

    def _reason_lines(self, index: Index, font: QFont) -> list[tuple[str, QFont, str]]:
        reason = index.sibling(index.row(), REASON)
        remark = str(reason.data(REMARK_ROLE) or "")
        text = str(reason.data() or "").removesuffix(remark).removesuffix(". ")
        colours = self._colours
        colour = colours.warm if reason.data(IS_MISSING_ROLE) else colours.quiet
        lines = ((text, font, colours.quiet), (remark, font, colour))
        return [line for line in lines if line[0]]

    def _paint_lines(self, painter: QPainter, rect: QRect, index: Index) -> None:
        lines = self._lines(index)
        is_amount = index.column() == AMOUNT
        room = rect.adjusted(MARGIN, 0, -(AFTER_AMOUNT if is_amount else MARGIN), 0)
        heights = [self._measure(font, text, rect.width()) for text, font, _ in lines]
        # A row of one line has its text in the middle; taller ones begin at the same height.
        first = QFontMetrics(lines[0][1]).height() if lines else 0
        line = self._tree.line_height()
        is_tall = rect.height() > line
        top = rect.top() + (line - first if is_tall else rect.height() - sum(heights)) // 2
        side = Qt.AlignmentFlag.AlignRight if is_amount else Qt.AlignmentFlag.AlignLeft
        for (text, font, colour), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            cell = QRect(room.left(), top, room.width(), height)
            flags = wrap_flags(font, text, cell.width())
            painter.drawText(cell, flags | int(side | Qt.AlignmentFlag.AlignTop), text)
            if is_amount and index.data(IS_UNSURE_ROLE):
                middle = QPointF(rect.right() - AFTER_AMOUNT / 2 + 1.5, top + height / 2)
                paint_dot(painter, middle, self._colours.edge)
            top += height

    def _paint_bar(self, painter: QPainter, rect: QRect, index: Index) -> None:
        share = index.data(SHARE_ROLE)
        if not isinstance(share, float) or not share:
            return
        level = find_level(index)
        series = self._colours.series
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = self._colours.warm if share < 0 else series[min(level, len(series) - 2)]
        painter.setBrush(QColor(colour))
        room = rect.width() - MARGIN * 2
        width = min(max(abs(share) * room, 2.0), room)
        top = rect.top() + (min(self._tree.line_height(), rect.height()) - BAR) / 2
        radius = min(BAR, width) / 2
        painter.drawRoundedRect(QRectF(rect.left() + MARGIN, top, width, BAR), radius, radius)


class GrantTree(QTreeView):
    """The tree; it is as high as its rows, and Enter leads to where a row is planned."""

    jump_requested = Signal(object)
    row_reached = Signal(QRect)
    """Where the chosen row is in the tree, for the page to scroll to."""

    def __init__(self, model: GrantModel, theme: Theme) -> None:
        super().__init__()
        self.source = model
        self._theme = theme
        self.proxy = SearchProxyModel(model)
        self.proxy.setRecursiveFilteringEnabled(True)
        self.proxy.setAutoAcceptChildRows(True)
        self.setModel(self.proxy)
        self.setItemDelegate(GrantDelegate(self, theme))
        self._fit_timer = single_shot(self, 0)
        self._fit_timer.timeout.connect(self.fit)
        self._set_up()
        # Only later: Qt tells of a row that unfolds in the midst of laying out all of them.
        for changed in (self.expanded, self.collapsed):
            changed.connect(self._fit_timer.start)
        for changed in (self.proxy.rowsInserted, self.proxy.rowsRemoved, self.proxy.dataChanged):
            changed.connect(self._fit_timer.start)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def _set_up(self) -> None:
        set_role(self, "card")
        set_accessible_name(self, self.tr("Budget"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        set_role(header, "amounts")
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(left | Qt.TextFlag.TextWordWrap)
        header.setMinimumSectionSize(GRID)

    def show_found(self, text: str) -> None:
        """Show the rows that have all words of a search, with the rows around them."""
        self.proxy.set_search(text)
        if text.strip():
            self.expandAll()
        else:
            self.collapseAll()
            self.unfold_single()
            self.scrollTo(self.currentIndex())
        self.fit()

    def unfold_single(self) -> None:
        """Unfold the category if there is only one: its sum alone says no more than the total."""
        rows = (self.proxy.index(row, 0) for row in range(self.proxy.rowCount()))
        categories = [index for index in rows if self.proxy.hasChildren(index)]
        if len(categories) == 1:
            self.expand(categories[0])

    def show_row(self, source: QModelIndex) -> None:
        """Choose a row, with all rows unfolded that it is in."""
        index = self.proxy.mapFromSource(source)
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.fit()
        self.setCurrentIndex(index)
        self.setFocus()

    def current_source(self) -> QModelIndex:
        """Return the chosen row of the model."""
        return self.proxy.mapToSource(self.currentIndex())

    def line_height(self) -> int:
        """Return the height of a row whose texts have one line, in pixels."""
        return round(self.fontMetrics().height() + GRID * 1.5)

    def cell_width(self, index: Index) -> int:
        """Return the width of a cell in pixels, without its indentation."""
        width = self.columnWidth(index.column())
        if index.column() == NAME:
            width -= self.indentation() * (find_level(index) + 1)
        return width

    def fit(self) -> None:
        """Become as high as the rows are."""
        self._set_columns()
        self._fit_header()
        self.doItemsLayout()
        self.updateGeometries()
        frame = self.height() - self.viewport().height() - self.header().height()
        self.setFixedHeight(self.viewportSizeHint().height() + frame)  # the header is in the hint

    def _set_columns(self) -> None:
        scale, width = find_text_scale(self), self.viewport().width()
        self.setIndentation(round(INDENT * scale))
        self.setColumnHidden(SHARE, width < NO_SHARE * scale)
        self.setColumnHidden(REASON, width < NO_REASON * scale)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        rows = self.model().rowCount()
        amounts = [str(self.model().index(row, AMOUNT).data()) for row in range(rows)]
        head = self.source.headers[AMOUNT]
        widest = max(
            QFontMetrics(font).horizontalAdvance(one) for one in (*amounts, head, "00,000")
        )
        self.setColumnWidth(AMOUNT, widest + MARGIN + AFTER_AMOUNT)
        share = 0 if self.isColumnHidden(SHARE) else round(SHARE_WIDTH * scale)
        if share:
            self.setColumnWidth(SHARE, share)
        left = width - share - self.columnWidth(AMOUNT)
        name = left if self.isColumnHidden(REASON) else round(left * NAME_SHARE)
        self.setColumnWidth(NAME, name)
        if name < left:
            self.setColumnWidth(REASON, left - name)

    def _fit_header(self) -> None:
        """Make the header as high as its texts, which wrap, are in their columns."""
        header = self.header()
        shown = [column for column in range(SHARE + 1) if not self.isColumnHidden(column)]
        room = {column: self.columnWidth(column) - MARGIN - AFTER_AMOUNT for column in shown}
        texts = self.source.headers
        heights = (measure_text(header.font(), texts[one], room[one]) for one in shown)
        header.setMinimumHeight(max(heights) + 2 * HEADER_PADDING + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit columns and rows to another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit columns and rows to another size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_timer.start()

    def scrollTo(
        self,
        index: Index,
        hint: QTreeView.ScrollHint = QTreeView.ScrollHint.EnsureVisible,
    ) -> None:
        """Let the page scroll to a row: the tree itself never scrolls."""
        rect = self.visualRect(index)
        if rect.isValid() and self.hasFocus():
            top_left = self.viewport().mapTo(self, rect.topLeft())
            self.row_reached.emit(QRect(top_left, rect.size()))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of a row, the line above it, its sign to unfold, and its cells."""
        colours, rect, level = self._theme.colours, QRect(option.rect), find_level(index)
        source = self.proxy.mapToSource(index)
        part = self.source.part(source)
        if self.selectionModel().isRowSelected(index.row(), index.parent()):
            painter.fillRect(rect, QColor(colours.accent_soft))
            mark_row(painter, rect, colours.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        elif part is None:
            painter.fillRect(rect, QColor(colours.page))
        if part is None or part.parts or level == 0:
            line = colours.border if part is None else colours.line
            draw_across(painter, rect.left(), rect.right() + 1, rect.top(), line)
        indent = self.indentation() * (level + 1)
        self.drawBranches(painter, QRect(rect.left(), rect.top(), indent, rect.height()), index)
        for column in range(SHARE + 1):
            if not self.isColumnHidden(column):
                left = self.columnViewportPosition(column)
                cell = QRect(left, rect.top(), self.columnWidth(column), rect.height())
                option.rect = cell.adjusted(indent if column == NAME else 0, 0, 0, 0)
                self.itemDelegate().paint(painter, option, index.sibling(index.row(), column))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the sign that a row can be unfolded."""
        if not self.model().hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        size = round(GRID * 2 * find_text_scale(self))
        left = rect.right() - self.indentation() + (self.indentation() - size) // 2 + PADDING
        top = rect.top() + (min(self.line_height(), rect.height()) - size) // 2
        icon = self._theme.icons.icon(name, self._theme.colours.quiet)
        icon.paint(painter, QRect(left, top, size, size))

    def _on_current(self) -> None:
        self.scrollTo(self.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        key: Key | None = self.source.key(self.proxy.mapToSource(index))
        if key is not None:
            self.jump_requested.emit(key)


def find_level(index: Index) -> int:
    """Return how many rows a row is in."""
    above, level = index.parent(), 0
    while above.isValid():
        above, level = above.parent(), level + 1
    return level


def list_unfolded(tree: GrantTree) -> frozenset[tuple[str, ...]]:
    """Return the rows that are unfolded, each by the ids of its part and of those around it."""
    return frozenset(
        path for path, index in _list_rows(tree, QModelIndex()) if tree.isExpanded(index)
    )


def unfold_rows(tree: GrantTree, paths: frozenset[tuple[str, ...]]) -> None:
    """Unfold the rows of these paths, as far as they are there, and no others."""
    for path, index in list(_list_rows(tree, QModelIndex())):
        tree.setExpanded(index, path in paths)


def _list_rows(
    tree: GrantTree, parent: QModelIndex, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], QModelIndex]]:
    for row in range(tree.proxy.rowCount(parent)):
        index = tree.proxy.index(row, NAME, parent)
        part = tree.source.part(tree.proxy.mapToSource(index))
        if part is not None and part.parts:
            path = (*above, part.id)
            yield path, index
            yield from _list_rows(tree, index, path)
