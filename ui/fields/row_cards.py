"""Table rows of many columns as cards: a summary line, and the fields of those that are open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from erasmus_desk.draft.model import Key, Value

from ..qt_support import single_shot
from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import ButtonLines, icon_size, push_button
from ..widgets.fold import FoldButton
from ..widgets.labels import wrapped_label
from ..widgets.layouts import FlowGrid, build_column, build_row, clear_layout, measure_again
from ..widgets.scroll_page import scroll_page_to
from .base import CellFrame, Field
from .question_box import build_remark_line
from .table_field import TableColumn
from .values import Remark


class RowCard(CellFrame):
    """One row: a summary line, which opens it, and its fields."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, item: str, theme: Theme) -> None:
        super().__init__()
        self.item = item
        self._theme = theme
        self._remark_labels: dict[Key, QLabel] = {}
        self._headings: dict[Key, str] = {}
        self._has_remarks = False
        set_role(self, "card")
        self.head = FoldButton(theme)
        self._arrow, self._summary_label = QLabel(), wrapped_label("")
        self._detail_label = wrapped_label("", "quiet")
        texts = build_column(None, self._summary_label, self._detail_label, spacing=0)
        row = build_row(self.head, self._arrow, texts, margins=(0.5, 0.5, 0.5, 0.5))
        row.setStretchFactor(texts, 1)
        self.head.pass_clicks()
        self.head.folded.connect(self._on_folded)
        self.remove_button = QToolButton()
        self.remove_button.setIcon(theme.icon("trash-2"))
        set_role(self.remove_button, "plain")
        self.remove_button.clicked.connect(self._on_remove)
        row = build_row(None, spacing=None)
        row.addWidget(self.head, 1)
        row.addWidget(self.remove_button)
        self._grid, self._below = FlowGrid(), build_column(None, spacing=0)
        self._inside = QWidget()
        inside = build_column(self._inside, self._grid, spacing=0)
        inside.addLayout(self._below)
        self._inside.hide()
        build_column(self, row, self._inside, margins=(1, 0.5, 1, 0.5), spacing=None)
        self._show_arrow()

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.head.is_open

    @property
    def has_fields(self) -> bool:
        """Whether the fields were built."""
        return bool(self._cells)

    def set_summary(self, number: int, text: str, detail: str = "") -> None:
        """Show a row's number and name on the line, and in short what else is known below."""
        summary = f"{number}.  {text}"
        labels = (self._summary_label, self._detail_label)
        if tuple(label.text() for label in labels) != (summary, detail):
            self._detail_label.setVisible(bool(detail))
            for label, shown in zip(labels, (summary, detail), strict=True):
                label.setText(shown)
                if label.heightForWidth(label.width()) != label.height():
                    measure_again(label)
            self._set_name()
            remove = self.tr("Remove row {}").format(number)
            self.remove_button.setToolTip(remove)
            set_accessible_name(self.remove_button, remove)

    def show_fields(self, columns: tuple[TableColumn, ...], fields: tuple[Field, ...]) -> None:
        """Add the fields to the card, each below its heading."""
        cells: list[QWidget] = []
        for column, field in zip(columns, fields, strict=True):
            key = Key(column.question, self.item)
            head = wrapped_label(column.heading, "quiet")
            head.setBuddy(field)
            self._remark_labels[key] = remark_label = wrapped_label("", "warm")
            remark_label.hide()
            cell = QWidget()
            build_column(cell, head, field, remark_label, margins=(0, 0, 0, 0.5), spacing=0.25)
            cells.append(cell)
            field.set_name(column.heading)
            self._headings[key] = column.heading
            self.add_cell(key, field)
        self._grid.show_cells(tuple(cells))

    def show_below(self, *widgets: QWidget) -> None:
        """Add what stands below the fields, while the row is open."""
        for widget in widgets:
            self._below.addWidget(widget)

    def set_remarks(self, remarks: Mapping[Key, tuple[Remark, ...]]) -> None:
        """Show the findings below each cell, and an icon on the line if one of them blocks."""
        self._has_remarks = any(one.is_blocking for found in remarks.values() for one in found)
        self._show_arrow()
        for key, field in self._cells.items():
            found = remarks.get(key, ())
            text = "\n".join(remark.text for remark in found)
            label = self._remark_labels[key]
            if label.text() != text:
                set_role(label, "warm" if any(one.is_blocking for one in found) else "quiet")
                label.setText(text)
                label.setVisible(bool(text))
                measure_again(label)
                field.setToolTip(text)
                field.set_name(self._headings[key], text)
        self._set_name()

    def focus_first(self) -> None:
        """Move the focus into the first field."""
        for field in self._cells.values():
            field.focus_first()
            return

    def _set_name(self) -> None:
        shown = (self._summary_label.text(), self._detail_label.text())
        text = self.tr("Row {0}").format(" ".join(part for part in shown if part))
        note = self.tr("has a problem")
        self.head.show_name(f"{text} ({note})" if self._has_remarks else text)

    def _show_arrow(self) -> None:
        if self._has_remarks and not self.is_open:
            icon = self._theme.warm_icon("triangle-alert")
        else:
            icon = self._theme.icon("chevron-up" if self.is_open else "chevron-down")
        self._arrow.setPixmap(icon.pixmap(icon_size(), icon_size()))

    def _on_folded(self, is_open: bool) -> None:
        self._show_arrow()
        if is_open:
            self.opened.emit(self.item)
        self._inside.setVisible(is_open)

    def _on_remove(self) -> None:
        self.removed.emit(self.item)


BelowBuilder = Callable[[str, str], Iterable[QWidget]]
"""Builds what stands below the fields of a row, from the id of its list and its item."""
FieldBuilder = Callable[[str, str], tuple[Field, ...]]
"""Builds the fields of a row from the id of its list and its item."""


class RowCardList(CellFrame):
    """The rows of a list as cards. Fields are built when a row is first opened."""

    added = Signal()
    removed = Signal(str)
    rows_wanted = Signal()
    """A row is wanted for each item that the first column can name and that has no row."""
    opened = Signal()
    """The fields of a row were built and need their values."""

    def __init__(
        self, key: Key, heading: str, columns: tuple[TableColumn, ...], add: str, theme: Theme
    ) -> None:
        super().__init__()
        self.key = key
        self.build_fields: FieldBuilder | None = None
        self.build_below: BelowBuilder | None = None
        self._columns = columns
        self._theme = theme
        self._cards: dict[str, RowCard] = {}
        self._is_adding = False
        self._wanted = ""
        self._reveal_timer = single_shot(self, 0)
        self._reveal_timer.timeout.connect(self._reveal)
        self._remarks: tuple[Remark, ...] = ()
        self._cards_layout = build_column(None, spacing=0.5)
        self._remark_lines = build_column(None, spacing=0.5)
        head = wrapped_label(heading, "label")
        if not heading:
            head.hide()
        parts = (head, self._cards_layout, self._remark_lines)
        layout = build_column(self, *parts, margins=(0, 1, 0, 1), spacing=0.5)
        plus, users = theme.accent_icon("plus"), theme.accent_icon("users")
        self.add_button = push_button(plus, add, clicked=self._on_add)
        self.fill_button = push_button(users, self.tr("Add all partners"), clicked=self.rows_wanted)
        self.fill_button.hide()
        layout.addWidget(ButtonLines(self.add_button, self.fill_button))

    def shown_items(self) -> tuple[str, ...]:
        """Return the ids of the rows shown, in order."""
        return tuple(self._cards)

    def show_items(self, items: tuple[str, ...]) -> None:
        """Show these rows, and keep the cards of those shown already."""
        for removed_item in [one for one in self._cards if one not in items]:
            card = self._cards.pop(removed_item)
            self._cards_layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        new = [one for one in items if one not in self._cards]
        self._cards = {one: self._cards.get(one) or self._build_card(one) for one in items}
        for index, card in enumerate(self._cards.values()):
            if self._cards_layout.indexOf(card) != index:
                self._cards_layout.insertWidget(index, card)
        if self._is_adding and new:
            self._is_adding = False
            self.focus_row(new[-1])

    def open_card(self, item: str) -> RowCard:
        """Open a row and return its card. Raises KeyError for a row that is not shown."""
        card = self._cards[item]
        card.head.fold(is_open=True)
        return card

    def open_items(self) -> tuple[str, ...]:
        """Return the rows whose fields were built."""
        return tuple(one for one, card in self._cards.items() if card.has_fields)

    def show_fill_button(self, *, is_visible: bool) -> None:
        """Show or hide the button that adds a row for each item that has none."""
        self.fill_button.setVisible(is_visible)

    def set_summary(self, item: str, number: int, text: str, detail: str = "") -> None:
        """Show the number and the name of a row, and in short what else is known."""
        self._cards[item].set_summary(number, text, detail)

    def cell(self, key: Key) -> Field | None:
        """Open the row of a cell of this table and return its field."""
        is_column = any(column.question == key.question for column in self._columns)
        return self.open_card(key.item).cell(key) if is_column and key.item in self._cards else None

    def built_cell(self, key: Key) -> Field | None:
        """Return the field of a cell if it was built."""
        card = self._cards.get(key.item)
        return card.cell(key) if card else None

    def set_cell(self, key: Key, value: Value | None) -> None:
        """Show the value of a cell if its field was built."""
        field = self.built_cell(key)
        if field is not None:
            field.set_value(value)

    def set_remarks(self, remarks: Mapping[Key, tuple[Remark, ...]]) -> None:
        """Show the findings at the cells on the rows' lines and below the fields.

        Those of the whole table, such as a wrong sum, are below its rows.
        """
        self._show_own_remarks(remarks.get(self.key, ()))
        for item, card in self._cards.items():
            keys = (Key(column.question, item) for column in self._columns)
            card.set_remarks({key: remarks[key] for key in keys if remarks.get(key)})

    def _show_own_remarks(self, remarks: tuple[Remark, ...]) -> None:
        if remarks == self._remarks:
            return
        self._remarks = remarks
        clear_layout(self._remark_lines)
        for remark in remarks:
            self._remark_lines.addWidget(build_remark_line(remark, self._theme))

    def focus_row(self, item: str) -> None:
        """Open a row and focus its first field; without such a row, focus the add button."""
        if item in self._cards:
            self.open_card(item).focus_first()
            self._wanted = item
            self._reveal_timer.start()
        else:
            self.add_button.setFocus()

    def _reveal(self) -> None:
        """Scroll to the row that got the focus, now that its place is known."""
        card = self._cards.get(self._wanted)
        if card is not None:
            scroll_page_to(card, card.rect(), GRID)

    def _build_card(self, item: str) -> RowCard:
        card = RowCard(item, self._theme)
        card.opened.connect(self._on_opened)
        card.removed.connect(self.removed)
        card.edited.connect(self.edited)
        card.focused.connect(self.focused)
        return card

    def _on_opened(self, item: str) -> None:
        card = self._cards[item]
        if not card.has_fields and self.build_fields is not None:
            card.show_fields(self._columns, self.build_fields(self.key.question, item))
            if self.build_below is not None:
                card.show_below(*self.build_below(self.key.question, item))
            self.opened.emit()

    def _on_add(self) -> None:
        self._is_adding = True
        self.added.emit()
