"""The list of a repeated part's items, with the buttons that add, move and remove them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.search import plain

from ...session.session import Session
from ...theme.theme import GRID, Look
from ...widgets.accessibility import name
from ...widgets.buttons import ButtonRow, button_group, push_button, tool_button

MANY = 8
"""From so many items on, the list can be searched."""


class ItemList(QWidget):
    """Shows the items of a list by name and role; changes go through the session."""

    chosen = Signal(str)
    """The item whose form shall be shown, also one that was just added."""
    book_wanted = Signal()
    remembered = Signal(str)

    def __init__(self, list_id: str, session: Session, look: Look) -> None:
        """Build the list and its buttons."""
        super().__init__()
        self.item = ""
        self._list_id = list_id
        self._session = session
        self._look = look
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMaximumHeight(GRID * 26)
        name(self.list, session.texts.get(f"list.{list_id}.many"))
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Search the list"))
        self.search_line.setClearButtonEnabled(True)
        name(self.search_line, self.tr("Search the list"))
        self.search_line.textChanged.connect(self._show_found)
        self.list.currentItemChanged.connect(self._on_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.search_line)
        layout.addWidget(self.list)
        layout.addWidget(self._buttons())
        # Not sooner: what is shown without a parent flashes as a window of its own.
        is_organisations = list_id == session.pack.role("organisations")
        self.book_button.setVisible(is_organisations)
        self.remember_button.setVisible(is_organisations)

    def _buttons(self) -> ButtonRow:
        add = self._session.texts.get(f"list.{self._list_id}.add") or self.tr("Add")
        self.add_button = push_button(self._look.accent_icon("plus"), add)
        self.book_button = push_button(
            self._look.accent_icon("book-open"), self.tr("From the book")
        )
        self.book_button.setToolTip(self.tr("Take an organisation from the partner book"))
        self.remember_button = self._tool("save", self.tr("Keep in the partner book"))
        self.up_button = self._tool("arrow-up", self.tr("Move up"))
        self.down_button = self._tool("arrow-down", self.tr("Move down"))
        self.remove_button = self._tool("trash-2", self.tr("Remove"))
        self.add_button.clicked.connect(self._on_add)
        self.book_button.clicked.connect(self.book_wanted)
        self.remember_button.clicked.connect(self._on_remember)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.remove_button.clicked.connect(self._on_remove)
        return ButtonRow(
            button_group(self.add_button, self.book_button),
            button_group(
                self.remember_button, self.up_button, self.down_button, self.remove_button
            ),
            apart=True,
        )

    def _tool(self, icon: str, label: str) -> QToolButton:
        return tool_button(self._look.icon(icon), label)

    def refresh(self) -> None:
        """Show the present items; the chosen one stays chosen as long as it is there."""
        items = self._session.draft.items(self._list_id)
        if self.item not in items:
            self.item = items[0] if items else ""
        self.list.blockSignals(True)
        while self.list.count() > len(items):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(items):
            self.list.addItem("")
        for place, item in enumerate(items):
            row = self.list.item(place)
            row.setText(self._title(item, place))
            row.setData(Qt.ItemDataRole.UserRole, item)
            if item == self.item:
                self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self.search_line.setVisible(len(items) >= MANY)
        self._show_found()
        place = items.index(self.item) if self.item else -1
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(items) - 1)
        for button in (self.remove_button, self.remember_button):
            button.setEnabled(place >= 0)

    def choose(self, item: str) -> None:
        """Choose an item."""
        self.item = item
        self.refresh()
        self.chosen.emit(item)

    def _show_found(self) -> None:
        """Keep the rows that hold every word of the search; without many rows all stay."""
        wanted = plain(self.search_line.text()).split() if self.list.count() >= MANY else []
        for place in range(self.list.count()):
            row = self.list.item(place)
            text = plain(row.text())
            row.setHidden(not all(word in text for word in wanted))

    def _title(self, item: str, place: int) -> str:
        """Give the line of an item: its number, its name, and what it is in the list."""
        texts, spec = self._session.texts, self._session.form.lists[self._list_id]
        role = texts.get(f"list.{self._list_id}.first") if place == 0 else ""
        role = role or texts.get(f"list.{self._list_id}.one")
        named = self._session.draft.text(spec.name, item) or self.tr("(no name yet)")
        return f"{place + 1}.  {named}  –  {role}"

    def _on_current(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.choose(str(current.data(Qt.ItemDataRole.UserRole)))

    def _on_add(self) -> None:
        self.choose(self._session.add_item(self._list_id))

    def _on_remove(self) -> None:
        self._session.remove_item(self._list_id, self.item)
        self.list.setFocus()

    def _on_remember(self) -> None:
        self.remembered.emit(self.item)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        items = self._session.draft.items(self._list_id)
        self._session.move_item(self._list_id, self.item, items.index(self.item) + by)
