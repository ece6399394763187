"""The grant by head, partner, activity or year: a table with a bar beside each amount.

A column of a table drawn as bars, with the share in words beside each.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...theme.theme import GRID, Look
from ...widgets.accessibility import name
from .texts import CostWords

LENGTH_ROLE = Qt.ItemDataRole.UserRole + 2
"""How long the bar is, from -1 to 1 of the longest; below nothing is drawn as a cut."""
Index = QModelIndex | QPersistentModelIndex


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of a cell behind its words, so that nothing is told by colour alone."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw in the colours of `look`."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for room for a bar that says something."""
        hint = super().sizeHint(option, index)
        return QSize(max(hint.width(), GRID * 20), hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar, then the share behind it."""
        colours = self._look.colours
        rect: QRectF = QRectF(option.rect)
        length = index.data(LENGTH_ROLE)
        share = length if isinstance(length, float) else 0.0
        text = str(index.data() or "")
        room = rect.width() - option.fontMetrics.horizontalAdvance("100 %") - GRID * 3
        width = max(abs(share) * room, 2.0 if share else 0.0)
        bar = QRectF(
            rect.left() + GRID, rect.top() + GRID * 0.75, width, rect.height() - GRID * 1.5
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warm if share < 0 else colours.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(colours.text))
        beside = QRectF(bar.right() + GRID, rect.top(), rect.right() - bar.right(), rect.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


NAME, AMOUNT, SHARE = range(3)
MOST_ROWS = 12
"""So many rows are seen at once; more of them scroll, so that the page stays short."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Sum(Struct, frozen=True):
    """One row: what is summed, how much it is, and its ceiling if it has one."""

    name: str
    amount: Decimal
    most: Decimal | None = None


class SumsTable(QTableWidget):
    """Names, amounts and shares; the share is a bar with its percentage in words."""

    def __init__(self, costs: CostWords, look: Look) -> None:
        """Build an empty table."""
        super().__init__(0, SHARE + 1)
        self._costs = costs
        self._shown: tuple[Sum, ...] | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.setItemDelegateForColumn(SHARE, BarDelegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AMOUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SHARE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(SHARE, self.fontMetrics().averageCharWidth() * 32)

    def show_sums(self, heading: str, sums: Sequence[Sum]) -> None:
        """Show these sums under a heading, with the share that each is of the whole."""
        self.setHorizontalHeaderLabels([heading, self.tr("Amount"), self.tr("Share")])
        name(self, heading)
        if self._shown == tuple(sums):
            return
        self._shown = tuple(sums)
        whole = sum((one.amount for one in sums), Decimal(0))
        longest = max((abs(one.amount) for one in sums), default=Decimal(0))
        self.setRowCount(len(sums))
        for row, one in enumerate(sums):
            share = one.amount / whole * 100 if whole else Decimal(0)
            self._cell(row, NAME, one.name).setToolTip(one.name)
            amount = self._cell(row, AMOUNT, self._costs.amount(one.amount))
            amount.setTextAlignment(RIGHT)
            bar = self._cell(row, SHARE, f"{share:.0f} %")
            bar.setData(LENGTH_ROLE, float(one.amount / longest) if longest else 0.0)
            said = self._said(one, share)
            bar.setToolTip(said)
            bar.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self._fit()

    def _said(self, one: Sum, share: Decimal) -> str:
        text = self.tr("{0}: {1}, {2} % of the grant").format(
            one.name, self._costs.amount(one.amount), f"{share:.0f}"
        )
        if one.most is None:
            return text
        ceiling = self.tr("at most {}").format(self._costs.amount(one.most))
        return f"{text}; {ceiling}"

    def _cell(self, row: int, column: int, text: str) -> QTableWidgetItem:
        cell = self.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.setItem(row, column, cell)
        cell.setText(text)
        return cell

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap long names anew; a name is never cut."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MOST_ROWS)))
        height = self.horizontalHeader().sizeHint().height() + max(rows, GRID * 4)
        self.setFixedHeight(height + GRID * 2)
