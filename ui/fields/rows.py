"""Rows of many columns: a line for each, and the fields of those that are open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from erasmus_desk.draft.model import Key, Value

from ..labels import wrapped
from ..theme import GRID, Look
from .base import Field
from .question import Remark
from .row import RowCard
from .table import Column

Build = Callable[[str, str], tuple[Field, ...]]
"""Makes the fields of a row: of which list, and which row."""


class RowsBox(QFrame):
    """The rows of a list as cards. Fields are built when a row is first opened."""

    edited = Signal(object, object)
    """Key of the cell and its value."""
    focused = Signal(object)
    added = Signal()
    removed = Signal(str)
    filled = Signal()
    """A row is wanted for each item that the first column can name and that has none."""
    opened = Signal()
    """A row was opened and wants its values."""

    def __init__(
        self, key: Key, heading: str, columns: tuple[Column, ...], add: str, look: Look
    ) -> None:
        """Build the heading and the button that adds a row."""
        super().__init__()
        self.key = key
        self.build: Build | None = None
        self._columns = columns
        self._look = look
        self._cards: dict[str, RowCard] = {}
        self._is_adding = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(wrapped(heading, "label"))
        self._place = QVBoxLayout()
        self._place.setSpacing(GRID // 2)
        layout.addLayout(self._place)
        self.add_button = QPushButton(look.accent_icon("plus"), add)
        self.add_button.clicked.connect(self._on_add)
        self.fill_button = QPushButton(look.accent_icon("users"), self.tr("One row for each"))
        self.fill_button.clicked.connect(self.filled)
        self.fill_button.hide()
        for button in (self.add_button, self.fill_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def shown_items(self) -> tuple[str, ...]:
        """Give the ids of the rows shown, in order."""
        return tuple(self._cards)

    def show_items(self, items: tuple[str, ...]) -> None:
        """Show these rows; those that were there stay as they are."""
        for gone in [one for one in self._cards if one not in items]:
            card = self._cards.pop(gone)
            self._place.removeWidget(card)
            card.hide()
            card.deleteLater()
        new = [one for one in items if one not in self._cards]
        self._cards = {one: self._cards.get(one) or self._card(one) for one in items}
        for place, card in enumerate(self._cards.values()):
            if self._place.indexOf(card) != place:
                self._place.insertWidget(place, card)
        if self._is_adding and new:
            self._is_adding = False
            self.card(new[-1]).focus_first()

    def card(self, item: str) -> RowCard:
        """Open a row and give its card. Raises KeyError for a row that is not shown."""
        card = self._cards[item]
        card.head.setChecked(True)
        return card

    def open_items(self) -> tuple[str, ...]:
        """Give the rows whose fields there are."""
        return tuple(one for one, card in self._cards.items() if card.has_fields)

    def offer_filling(self, *, is_offered: bool) -> None:
        """Offer a row for each item that has none yet."""
        self.fill_button.setVisible(is_offered)

    def set_summary(self, item: str, number: int, text: str) -> None:
        """Say on a row's line what it holds."""
        self._cards[item].set_summary(number, text)

    def cell(self, key: Key) -> Field | None:
        """Give the field of a cell, opening its row, if it is of this table."""
        is_mine = any(column.question == key.question for column in self._columns)
        return self.card(key.item).field(key) if is_mine and key.item in self._cards else None

    def built_cell(self, key: Key) -> Field | None:
        """Give the field of a cell if it is there already."""
        card = self._cards.get(key.item)
        return card.field(key) if card else None

    def set_cell(self, key: Key, value: Value | None) -> None:
        """Show the value of a cell, if its field is there."""
        field = self.built_cell(key)
        if field is not None:
            field.set_value(value)

    def set_remarks(self, remarks: Mapping[Key, tuple[Remark, ...]]) -> None:
        """Tell what was found at the cells: on the line of the row, and below each field."""
        for item, card in self._cards.items():
            keys = (Key(column.question, item) for column in self._columns)
            card.set_remarks({key: remarks[key] for key in keys if remarks.get(key)})

    def focus_row(self, item: str) -> None:
        """Open a row and go to its first field; where it is gone, to the button that adds one."""
        if item in self._cards:
            self.card(item).focus_first()
        else:
            self.add_button.setFocus()

    def _card(self, item: str) -> RowCard:
        card = RowCard(item, self._look)
        card.opened.connect(self._on_opened)
        card.removed.connect(self.removed)
        card.edited.connect(self.edited)
        card.focused.connect(self.focused)
        return card

    def _on_opened(self, item: str) -> None:
        card = self._cards[item]
        if not card.has_fields and self.build is not None:
            card.show_fields(self._columns, self.build(self.key.question, item))
            self.opened.emit()

    def _on_add(self) -> None:
        self._is_adding = True
        self.added.emit()
