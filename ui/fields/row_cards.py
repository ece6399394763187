"""One row of many columns: a line that tells what it holds, and its fields when it is open.

Rows of many columns: a line for each, and the fields of those that are open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.model import Key, Value

from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import name
from ..widgets.flow_grid import WrapGrid
from ..widgets.labels import wrapped
from .base import Field
from .question_box import Remark
from .table_field import Column


class RowCard(QFrame):
    """One row: its line, which opens it, and its fields while it is open."""

    opened = Signal(str)
    removed = Signal(str)
    edited = Signal(object, object)
    focused = Signal(object)

    def __init__(self, item: str, look: Look) -> None:
        """Build the line of a row; it is closed."""
        super().__init__()
        self.item = item
        self._look = look
        self._fields: dict[Key, Field] = {}
        self._told: dict[Key, QLabel] = {}
        self._headings: dict[Key, str] = {}
        self._has_remarks = False
        self._summary = ""
        set_role(self, "card")
        self.head = QPushButton()
        self.head.setCheckable(True)
        self.head.setObjectName("line")
        # The line is as long as the row has answers; the card must not become as wide.
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_role(self.head, "row")
        self.head.toggled.connect(self._on_toggled)
        self.remove_button = QToolButton()
        self.remove_button.setIcon(look.icon("trash-2"))
        set_role(self.remove_button, "plain")
        self.remove_button.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.remove_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._layout.addLayout(row)
        self._grid = WrapGrid()
        self._grid.hide()
        self._layout.addWidget(self._grid)
        self._show_arrow()

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.head.isChecked()

    @property
    def has_fields(self) -> bool:
        """Whether the fields were built."""
        return bool(self._fields)

    def set_summary(self, number: int, text: str) -> None:
        """Say on the line what the row holds."""
        shown = f"{number}.  {text}"
        if self._summary != shown:
            self._summary = shown
            self._show_summary()
            self.head.setToolTip(text)
            self._name_line()
            label = self.tr("Remove row {}").format(number)
            self.remove_button.setToolTip(label)
            name(self.remove_button, label)

    def show_fields(self, columns: tuple[Column, ...], fields: tuple[Field, ...]) -> None:
        """Put the fields into the card, each below its heading."""
        cells: list[QWidget] = []
        for column, field in zip(columns, fields, strict=True):
            key = Key(column.question, self.item)
            cell = QWidget()
            layout = QVBoxLayout(cell)
            layout.setContentsMargins(0, 0, 0, GRID // 2)
            layout.setSpacing(GRID // 4)
            head = wrapped(column.heading, "quiet")
            head.setBuddy(field)
            layout.addWidget(head)
            layout.addWidget(field)
            self._told[key] = told = wrapped("", "warm")
            told.hide()
            layout.addWidget(told)
            field.set_name(column.heading)
            self._headings[key] = column.heading
            field.setObjectName(str(key))
            field.edited.connect(self._on_edited)
            field.focused.connect(self._on_focused)
            self._fields[key] = field
            cells.append(cell)
        self._grid.show_cells(tuple(cells))

    def field(self, key: Key) -> Field | None:
        """Give the field of a cell, once it was built."""
        return self._fields.get(key)

    def set_remarks(self, remarks: Mapping[Key, tuple[Remark, ...]]) -> None:
        """Mark the line if something was found in the row, and tell below each cell what."""
        self._has_remarks = bool(remarks)
        self._show_arrow()
        for key, field in self._fields.items():
            text = "\n".join(remark.text for remark in remarks.get(key, ()))
            label = self._told[key]
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))
                field.setToolTip(text)
                field.set_name(self._headings[key], text)
        self._name_line()

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        for field in self._fields.values():
            field.focus_first()
            return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the line to the room there is; its tool tip has all of it."""
        super().resizeEvent(event)
        self._show_summary()

    def _show_summary(self) -> None:
        room = self.head.width() - GRID * 5
        metrics = self.head.fontMetrics()
        self.head.setText(metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, room))

    def _name_line(self) -> None:
        text = self.tr("Row {0}").format(self._summary)
        found = self.tr("something to mend in it")
        name(self.head, f"{text} ({found})" if self._has_remarks else text)

    def _show_arrow(self) -> None:
        if self._has_remarks and not self.is_open:
            self.head.setIcon(self._look.warm_icon("triangle-alert"))
            return
        self.head.setIcon(self._look.icon("chevron-up" if self.is_open else "chevron-down"))

    def _on_toggled(self, is_open: bool) -> None:
        self._show_arrow()
        if is_open:
            self.opened.emit(self.item)
        self._grid.setVisible(is_open)

    def _on_remove(self) -> None:
        self.removed.emit(self.item)

    def _on_edited(self, value: Value | None) -> None:
        self.edited.emit(Key.parse(self.sender().objectName()), value)

    def _on_focused(self) -> None:
        self.focused.emit(Key.parse(self.sender().objectName()))


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
