"""The items of a list, with buttons to add, move and remove them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from erasmus_desk.draft.search import fold_text

from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import ButtonRow, button_group, push_button, tool_button
from ...widgets.layouts import build_column
from ..table_model import build_search_line

SEARCH_THRESHOLD = 8
"""Number of items from which the list has a search line."""


class ItemList(QWidget):
    """Shows the items of a list by name and role; changes go through the session."""

    chosen = Signal(str)
    """The selected item, also one that was just added."""
    partner_book_requested = Signal()
    """Add an organisation from the partner book."""
    partner_save_requested = Signal(str)
    """The item to save in the partner book."""

    def __init__(self, list_id: str, session: Session, theme: Theme) -> None:
        super().__init__()
        self.item = ""
        self._list_id = list_id
        self._session = session
        self._theme = theme
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMaximumHeight(GRID * 26)
        set_accessible_name(self.list, session.texts.get(f"list.{list_id}.many"))
        search = self.tr("Search the list")
        self.search_line = build_search_line(search, search)
        self.search_line.textChanged.connect(self._filter_rows)
        self.list.currentItemChanged.connect(self._on_current)
        build_column(self, self.search_line, self.list, self._build_buttons())
        # Only now: a widget that is shown without a parent flashes as a window of its own.
        is_organisations = list_id == session.pack.role("organisations")
        self.partner_book_button.setVisible(is_organisations)
        self.save_partner_button.setVisible(is_organisations)

    def _build_buttons(self) -> ButtonRow:
        add = self._session.texts.get(f"list.{self._list_id}.add") or self.tr("Add")
        book, saved = self._theme.accent_icon("book-open"), self.tr("Add saved organisation")
        self.add_button = push_button(self._theme.accent_icon("plus"), add, clicked=self._on_add)
        self.partner_book_button = push_button(book, saved, clicked=self.partner_book_requested)
        self.partner_book_button.setToolTip(self.tr("Add an organisation that you saved before"))
        icon, save = self._theme.icon, self.tr("Save for other proposals")
        self.save_partner_button = tool_button(icon("save"), save, clicked=self._on_save_partner)
        self.up_button = tool_button(icon("arrow-up"), self.tr("Move up"), clicked=self._on_move)
        down = self.tr("Move down")
        self.down_button = tool_button(icon("arrow-down"), down, clicked=self._on_move)
        self.remove_button = tool_button(
            icon("trash-2"), self.tr("Remove"), clicked=self._on_remove
        )
        tools = (self.save_partner_button, self.up_button, self.down_button, self.remove_button)
        adding = ButtonRow(self.add_button, self.partner_book_button)
        return ButtonRow(adding, button_group(*tools), apart=True)

    def refresh(self) -> None:
        """Show the current items; the selected one stays selected while it exists."""
        items = self._session.draft.items(self._list_id)
        if self.item not in items:
            self.item = items[0] if items else ""
        self.list.blockSignals(True)
        while self.list.count() > len(items):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(items):
            self.list.addItem("")
        for position, item in enumerate(items):
            row = self.list.item(position)
            row.setText(self._format_title(item, position))
            row.setData(Qt.ItemDataRole.UserRole, item)
            if item == self.item:
                self.list.setCurrentRow(position)
        self.list.blockSignals(False)
        self.search_line.setVisible(len(items) >= SEARCH_THRESHOLD)
        self._filter_rows()
        position = items.index(self.item) if self.item else -1
        self.up_button.setEnabled(position > 0)
        self.down_button.setEnabled(0 <= position < len(items) - 1)
        for button in (self.remove_button, self.save_partner_button):
            button.setEnabled(position >= 0)

    def choose(self, item: str) -> None:
        """Select an item."""
        self.item = item
        self.refresh()
        self.chosen.emit(item)

    def _filter_rows(self) -> None:
        """Hide the rows without all words of the search; a short list is not filtered."""
        is_searched = self.list.count() >= SEARCH_THRESHOLD
        words = fold_text(self.search_line.text()).split() if is_searched else []
        for position in range(self.list.count()):
            row = self.list.item(position)
            text = fold_text(row.text())
            row.setHidden(not all(word in text for word in words))

    def _format_title(self, item: str, position: int) -> str:
        """Return the number, the name and the role of an item."""
        texts, spec = self._session.texts, self._session.form.lists[self._list_id]
        role = texts.get(f"list.{self._list_id}.first") if position == 0 else ""
        role = role or texts.get(f"list.{self._list_id}.one")
        title = self._session.draft.text(spec.name, item) or self.tr("(no name yet)")
        return f"{position + 1}.  {title}  –  {role}"

    def _on_current(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.choose(str(current.data(Qt.ItemDataRole.UserRole)))

    def _on_add(self) -> None:
        self.choose(self._session.add_item(self._list_id))

    def _on_remove(self) -> None:
        self._session.remove_item(self._list_id, self.item)
        self.list.setFocus()

    def _on_save_partner(self) -> None:
        self.partner_save_requested.emit(self.item)

    def _on_move(self) -> None:
        """Move the item up or down, by the button that was clicked."""
        by = -1 if self.sender() is self.up_button else 1
        items = self._session.draft.items(self._list_id)
        self._session.move_item(self._list_id, self.item, items.index(self.item) + by)
