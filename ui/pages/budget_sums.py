"""The grant by head, partner, activity or year: a table with a bar beside each amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ..access import name
from ..charts.bars import LENGTH_ROLE, BarDelegate
from ..theme import GRID, Look
from .costs import CostWords

NAME, AMOUNT, SHARE = range(3)
MOST_ROWS = 12
"""So many rows are seen at once; more of them scroll, so that the page stays short."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Sum:
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
