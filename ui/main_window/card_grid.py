"""Cards in one or more columns of equal width, those of a row of equal height."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ..theme.theme import GRID, find_text_scale
from ..widgets.layouts import list_widgets
from ..widgets.scroll_page import ScrollPage

LEAST_CARD = 360
"""Pixels at 100 % that a card needs beside another one."""
MOST_COLUMNS = 3
GAP = GRID * 2


class CardGrid(QWidget):
    """As many columns of cards as there is room for on a page."""

    def __init__(self, page: ScrollPage) -> None:
        super().__init__()
        self._page = page
        self._cards: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def show_cards(self, cards: tuple[QWidget, ...]) -> None:
        """Show these cards in their order; others that were here stay as they are, unseen."""
        self._cards = cards
        self._columns = 0
        self._arrange()
        self.setVisible(bool(cards))

    def sizeHint(self) -> QSize:
        """Return the size without the height in that width, which is that of the page."""
        return self._grid.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size, likewise."""
        return self._grid.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the columns for which there is room now."""
        super().resizeEvent(event)
        self._arrange()

    def _count_columns(self) -> int:
        # By the width without a scroll bar, which comes and goes with the columns. Beside the bar,
        # which is narrow, as many have room.
        least = LEAST_CARD * find_text_scale(self) + GAP
        width = self.width() + self._page.find_width_of_bar()
        return max(1, min(MOST_COLUMNS, int((width + GAP) // least)))

    def _arrange(self) -> None:
        columns = self._count_columns()
        if columns == self._columns:
            return
        # What `takeAt` returns lives on in PySide, and Qt then keeps old heights of its widget.
        for card in list_widgets(self._grid):
            self._grid.removeWidget(card)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        before: QWidget | None = None
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(index, columns))
            if before is not None:
                QWidget.setTabOrder(before, card)
            before = card
