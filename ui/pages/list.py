"""The page of a repeated part (the organisations): a list beside the form of one item."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from erasmus_desk.call.form import Section
from erasmus_desk.draft.asked import groups, list_spec
from erasmus_desk.draft.model import Key

from ..access import name
from ..labels import wrapped
from ..session import Session
from ..theme import GRID, Look, set_role
from .base import Page, Remarks
from .membership import membership
from .questions import QuestionsView


class ListPage(Page):
    """Items of a list to add, remove and reorder; the chosen one is shown as a form."""

    book_wanted = Signal()
    """The user wants to choose from the partner book."""
    remembered = Signal(str)
    """An item that the user wants to keep in the partner book."""

    def __init__(self, section: Section, session: Session, look: Look) -> None:
        """Build the list, its buttons, and the questions outside the list."""
        texts = session.texts
        title = texts.get(f"section.{section.id}.title") or section.id
        super().__init__(title, texts.get(f"section.{section.id}.intro"))
        self.section = section
        self._session = session
        self._look = look
        self._list_id = next(group.list for group in section.groups if group.list)
        self._item = ""
        self._remarks: Remarks = {}
        self._form: QuestionsView | None = None
        self._build_list()
        self.standing_label = wrapped("", "quiet")
        self.column.addWidget(self.standing_label)
        self._form_place = QVBoxLayout()
        self.column.addLayout(self._form_place)
        outside = tuple(group for group in section.groups if not group.list)
        self.outside = QuestionsView(session, look, outside)
        self.outside.focused.connect(self.focused)
        self.column.addWidget(self.outside)

    def _build_list(self) -> None:
        texts = self._session.texts
        self.list = QListWidget()
        self.list.setMaximumHeight(GRID * 26)
        name(self.list, texts.get(f"list.{self._list_id}.many"))
        self.list.currentItemChanged.connect(self._on_current)
        self.column.addWidget(self.list)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        add = texts.get(f"list.{self._list_id}.add") or self.tr("Add")
        self.add_button = QPushButton(self._look.accent_icon("plus"), add)
        self.add_button.clicked.connect(self._on_add)
        self.book_button = QPushButton(
            self._look.accent_icon("book-open"), self.tr("From the book")
        )
        self.book_button.setToolTip(self.tr("Take an organisation from the partner book"))
        self.book_button.clicked.connect(self.book_wanted)
        self.remember_button = self._tool("save", self.tr("Keep in the partner book"))
        self.remember_button.clicked.connect(self._on_remember)
        self.up_button = self._tool("arrow-up", self.tr("Move up"))
        self.up_button.clicked.connect(self._on_up)
        self.down_button = self._tool("arrow-down", self.tr("Move down"))
        self.down_button.clicked.connect(self._on_down)
        self.remove_button = self._tool("trash-2", self.tr("Remove"))
        self.remove_button.clicked.connect(self._on_remove)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.book_button)
        buttons.addStretch(1)
        for button in (self.remember_button, self.up_button, self.down_button, self.remove_button):
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        if self._list_id != self._session.pack.role("organisations"):
            self.book_button.hide()
            self.remember_button.hide()

    def _tool(self, icon: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._look.icon(icon))
        button.setToolTip(label)
        name(button, label)
        set_role(button, "plain")
        return button

    def refresh(self) -> None:
        """Show the present items and the form of the chosen one."""
        items = self._session.draft.items(self._list_id)
        if self._item not in items:
            self._item = items[0] if items else ""
        self._fill_list(items)
        self._show_form()
        self.outside.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft."""
        if Key(self._list_id) in keys:
            self.refresh()
            return
        if self._form is not None:
            self._form.on_changes(keys)
        self.outside.on_changes(keys)
        if any(key.item for key in keys):
            self._fill_list(self._session.draft.items(self._list_id))
            self._show_standing()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self._remarks = remarks
        if self._form is not None:
            self._form.show_remarks(remarks)
        self.outside.show_remarks(remarks)

    def show_key(self, key: Key) -> bool:
        """Bring an answer into view, choosing its item first."""
        owner = self._owner(key.item)
        if owner and owner != self._item:
            self._item = owner
            self.refresh()
        if key.question == self._list_id:
            return self.bring_into_view(self.list)
        place = self._form.place_of(key) if self._form is not None else None
        return self.bring_into_view(place or self.outside.place_of(key))

    def _owner(self, item: str) -> str:
        """Give the item of this list that an item is, or lives in."""
        items = self._session.draft.items(self._list_id)
        if item in items:
            return item
        for nested in self._session.form.nested_lists(self._list_id):
            for owner in items:
                if item in self._session.draft.items(nested, owner):
                    return owner
        return ""

    def _fill_list(self, items: tuple[str, ...]) -> None:
        self.list.blockSignals(True)
        while self.list.count() > len(items):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(items):
            self.list.addItem("")
        for place, item in enumerate(items):
            row = self.list.item(place)
            row.setText(self.item_title(item, place))
            row.setData(Qt.ItemDataRole.UserRole, item)
            if item == self._item:
                self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        place = items.index(self._item) if self._item in items else -1
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(items) - 1)
        for button in (self.remove_button, self.remember_button):
            button.setEnabled(place >= 0)

    def item_title(self, item: str, place: int) -> str:
        """Give the line of an item: its number, name, and what it is in the list."""
        texts, spec = self._session.texts, self._session.form.lists[self._list_id]
        role = texts.get(f"list.{self._list_id}.first") if place == 0 else ""
        role = role or texts.get(f"list.{self._list_id}.one")
        named = self._session.draft.text(spec.name, item) or self.tr("(no name yet)")
        return f"{place + 1}.  {named}  –  {role}"

    def _show_form(self) -> None:
        while (old := self._form_place.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        self._form = None
        if self._item:
            # D.1 and D.2 ask the same questions; only the groups that hold now are built.
            shown = groups(self.section, self._session.draft, self._session.pack)
            mine = tuple(one.group for one in shown if one.item == self._item)
            self._form = QuestionsView(self._session, self._look, mine, item=self._item)
            self._form.focused.connect(self.focused)
            self._form.show_remarks(self._remarks)
            self._form_place.addWidget(self._form)
        self._show_standing()

    def _show_standing(self) -> None:
        spec = list_spec(self._session.pack, "organisations")
        is_organisation = spec is not None and spec.id == self._list_id
        said = membership(self._session, self._item) if is_organisation and self._item else ""
        self.standing_label.setText(said)
        self.standing_label.setVisible(bool(said))

    def _on_current(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self._item = str(current.data(Qt.ItemDataRole.UserRole))
            self._fill_list(self._session.draft.items(self._list_id))
            self._show_form()

    def _on_add(self) -> None:
        self._item = self._session.add_item(self._list_id)
        self.refresh()
        if self._form is not None:
            spec = self._session.form.lists[self._list_id]
            self.bring_into_view(self._form.place_of(Key(spec.name, self._item)))

    def _on_remove(self) -> None:
        self._session.remove_item(self._list_id, self._item)
        self.list.setFocus()

    def _on_remember(self) -> None:
        self.remembered.emit(self._item)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        items = self._session.draft.items(self._list_id)
        self._session.move_item(self._list_id, self._item, items.index(self._item) + by)
