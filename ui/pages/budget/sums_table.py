"""Sums of the grant by category, partner, activity or year, with a bar for each share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...theme.theme import GRID, Theme
from ...widgets.accessibility import set_accessible_name
from ..table_model import Index, set_read_only
from .texts import BudgetTexts

LENGTH_ROLE = Qt.ItemDataRole.UserRole + 2
"""Length of the bar as a share of the longest, from -1 to 1; below 0 it is a reduction."""


class BarDelegate(QStyledItemDelegate):
    """Draws a cell as a bar followed by its text, so that it does not rely on colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a width that leaves space for the bar."""
        hint = super().sizeHint(option, index)
        return QSize(max(hint.width(), GRID * 20), hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar, then the share after it."""
        colours = self._theme.colours
        rect: QRectF = QRectF(option.rect)
        length = index.data(LENGTH_ROLE)
        share = length if isinstance(length, float) else 0.0
        text = str(index.data() or "")
        available = rect.width() - option.fontMetrics.horizontalAdvance("100 %") - GRID * 3
        width = max(abs(share) * available, 2.0 if share else 0.0)
        bar = QRectF(
            rect.left() + GRID, rect.top() + GRID * 0.75, width, rect.height() - GRID * 1.5
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warm if share < 0 else colours.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(colours.text))
        after = QRectF(bar.right() + GRID, rect.top(), rect.right() - bar.right(), rect.height())
        painter.drawText(after, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


NAME, AMOUNT, SHARE = range(3)
MAX_ROWS = 12
"""Rows that are visible without scrolling."""
RIGHT_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BudgetSum(Struct, frozen=True):
    """One row: a name, its amount, and its ceiling if it has one."""

    name: str
    amount: Decimal
    ceiling: Decimal | None = None


class SumsTable(QTableWidget):
    """Names, amounts and shares; the share is a bar with its percentage."""

    def __init__(self, texts: BudgetTexts, theme: Theme) -> None:
        super().__init__(0, SHARE + 1)
        self._texts = texts
        self._shown: tuple[BudgetSum, ...] | None = None
        set_read_only(self)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.setItemDelegateForColumn(SHARE, BarDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AMOUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SHARE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(SHARE, self.fontMetrics().averageCharWidth() * 32)

    def show_sums(self, heading: str, sums: Sequence[BudgetSum]) -> None:
        """Show sums under a heading, with the share of each in the total."""
        self.setHorizontalHeaderLabels([heading, self.tr("Amount"), self.tr("Share")])
        set_accessible_name(self, heading)
        if self._shown == tuple(sums):
            return
        self._shown = tuple(sums)
        total = sum((one.amount for one in sums), Decimal(0))
        longest = max((abs(one.amount) for one in sums), default=Decimal(0))
        self.setRowCount(len(sums))
        for row, one in enumerate(sums):
            share = one.amount / total * 100 if total else Decimal(0)
            self._set_cell(row, NAME, one.name).setToolTip(one.name)
            amount = self._set_cell(row, AMOUNT, self._texts.format_amount(one.amount))
            amount.setTextAlignment(RIGHT_ALIGNED)
            bar = self._set_cell(row, SHARE, f"{share:.0f} %")
            bar.setData(LENGTH_ROLE, float(one.amount / longest) if longest else 0.0)
            description = self._describe_share(one, share)
            bar.setToolTip(description)
            bar.setData(Qt.ItemDataRole.AccessibleTextRole, description)
        self._fit()

    def _describe_share(self, one: BudgetSum, share: Decimal) -> str:
        text = self.tr("{0}: {1}, {2} % of the grant").format(
            one.name, self._texts.format_amount(one.amount), f"{share:.0f}"
        )
        if one.ceiling is None:
            return text
        ceiling = self.tr("maximum {}").format(self._texts.format_amount(one.ceiling))
        return f"{text}; {ceiling}"

    def _set_cell(self, row: int, column: int, text: str) -> QTableWidgetItem:
        cell = self.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.setItem(row, column, cell)
        cell.setText(text)
        return cell

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap long names for the new width; a name is never cut off."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MAX_ROWS)))
        height = self.horizontalHeader().sizeHint().height() + max(rows, GRID * 4)
        self.setFixedHeight(height + GRID * 2)
