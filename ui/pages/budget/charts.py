"""Amounts as bars, each with its name and its figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ...theme.theme import Theme
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_column, build_row
from ...widgets.share_bar import ShareBar
from ..base import Card
from .texts import BudgetTexts


class NamedAmount(Struct, frozen=True):
    """A name and its amount."""

    name: str
    amount: Decimal


class AmountRow(QWidget):
    """A name with its amount, and a bar below them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name_label = wrapped_label("")
        self.amount_label = short_label("", "")
        self.bar = ShareBar(theme)
        head = build_row(None)
        head.addWidget(self.name_label, 1)
        head.addWidget(
            self.amount_label, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        )
        build_column(self, head, self.bar, spacing=0.5)


class AmountChart(Card):
    """A card with a bar for each amount, the longest for the greatest."""

    def __init__(self, texts: BudgetTexts, theme: Theme, heading: str) -> None:
        super().__init__(margins=(2, 1.5, 2, 2), spacing=1.25)
        self._texts = texts
        self._theme = theme
        self.amounts: tuple[NamedAmount, ...] = ()
        self.rows: list[AmountRow] = []
        self.column.addWidget(wrapped_label(f"{heading}, {texts.currency}", "label"))

    def show_amounts(self, amounts: Sequence[NamedAmount]) -> None:
        """Show amounts; rows that are there already only get other texts."""
        self.setVisible(bool(amounts))
        if self.amounts == tuple(amounts):
            return
        self.amounts = tuple(amounts)
        while len(self.rows) > len(amounts):
            row = self.rows.pop()
            self.column.removeWidget(row)
            row.deleteLater()
        while len(self.rows) < len(amounts):
            row = AmountRow(self._theme)
            self.rows.append(row)
            self.column.addWidget(row)
        longest = max((abs(one.amount) for one in amounts), default=Decimal(0))
        total = sum((one.amount for one in amounts), Decimal(0))
        for row, one in zip(self.rows, amounts, strict=True):
            figure = self._texts.format_number(one.amount)
            row.name_label.setText(one.name)
            row.amount_label.setText(figure)
            share = self._texts.format_share(float(one.amount / total) if total else 0.0)
            text = self.tr("{0}: {1}, {2} of the grant").format(
                one.name, self._texts.format_amount(one.amount), share
            )
            row.bar.show_share(float(one.amount / longest) if longest else 0.0, text)
            row.setToolTip(text)
