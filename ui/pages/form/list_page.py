"""The page of a repeated part (the organisations): its items, and the form of one of them.

What a country's standing in the call means for an organisation, in words.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import groups, list_spec
from erasmus_desk.i18n import formats

from ...session.session import Session
from ...theme.theme import Look
from ...widgets.labels import wrapped
from ..base import Page, Remarks
from .item_list import ItemList
from .questions_view import QuestionsView


def membership(session: Session, item: str) -> str:
    """Say whether an organisation's country is a programme or a partner country."""
    countries = session.pack.countries
    code = session.draft.text(session.pack.role("organisation_country"), item)
    if countries is None or not code:
        return ""
    named = formats.country(code, session.texts.language)
    if code in countries.programme:
        return QCoreApplication.translate("Membership", "{}: programme country").format(named)
    text = QCoreApplication.translate("Membership", "{}: partner country.").format(named)
    return f"{text} {session.texts.get('rule.partner-country')}".strip()


class ListPage(Page):
    """Items of a list; the chosen one is shown as a form below."""

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
        self._remarks: Remarks = {}
        self.form: QuestionsView | None = None
        self.items = ItemList(self._list_id, session, look)
        self.items.chosen.connect(self._on_chosen)
        self.items.book_wanted.connect(self.book_wanted)
        self.items.remembered.connect(self.remembered)
        self.column.addWidget(self.items)
        self.standing_label = wrapped("", "quiet")
        self.column.addWidget(self.standing_label)
        self._form_place = QVBoxLayout()
        self.column.addLayout(self._form_place)
        outside = tuple(group for group in section.groups if not group.list)
        self.outside = QuestionsView(session, look, outside)
        self.outside.focused.connect(self.focused)
        self.column.addWidget(self.outside)

    def refresh(self) -> None:
        """Show the present items and the form of the chosen one."""
        self.items.refresh()
        self._show_form()
        self.outside.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft."""
        if Key(self._list_id) in keys:
            self.refresh()
            return
        if self.form is not None:
            self.form.on_changes(keys)
        self.outside.on_changes(keys)
        if any(key.item for key in keys):
            self.items.refresh()
            self._show_standing()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self._remarks = remarks
        if self.form is not None:
            self.form.show_remarks(remarks)
        self.outside.show_remarks(remarks)

    def show_key(self, key: Key) -> bool:
        """Bring an answer into view, choosing its item first."""
        owner = self._owner(key.item)
        if owner and owner != self.items.item:
            self.items.choose(owner)
        if key.question == self._list_id:
            return self.bring_into_view(self.items.list)
        place = self.form.place_of(key) if self.form is not None else None
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

    def _show_form(self) -> None:
        while (old := self._form_place.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        self.form = None
        item = self.items.item
        if item:
            # D.1 and D.2 ask the same questions; only the groups that hold now are built.
            shown = groups(self.section, self._session.draft, self._session.pack)
            mine = tuple(one.group for one in shown if one.item == item)
            self.form = QuestionsView(self._session, self._look, mine, item=item)
            self.form.focused.connect(self.focused)
            self.form.show_remarks(self._remarks)
            self._form_place.addWidget(self.form)
        self._show_standing()

    def _show_standing(self) -> None:
        spec = list_spec(self._session.pack, "organisations")
        is_organisation = spec is not None and spec.id == self._list_id
        item = self.items.item
        said = membership(self._session, item) if is_organisation and item else ""
        self.standing_label.setText(said)
        self.standing_label.setVisible(bool(said))

    def _on_chosen(self, item: str) -> None:
        self._show_form()
        spec = self._session.form.lists[self._list_id]
        is_new = self._session.value(Key(spec.name, item)) is None
        if is_new and self.form is not None:
            # An item without a name was just added: writing begins there.
            self.bring_into_view(self.form.place_of(Key(spec.name, item)))
