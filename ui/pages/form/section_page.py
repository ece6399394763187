"""The pages of sections of the form: questions with links to activities, and lists of items."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.call.form import Group, Section
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import find_list, visible_groups
from erasmus_desk.i18n import formats

from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content, build_column, build_row, clear_layout
from ..activity_model import collect_activity_lists, find_owner_in, get_list_title
from ..base import FieldFindings, Page
from .item_list import ItemList
from .questions_view import QuestionsView


class SectionPage(Page):
    """A page with the questions of a section; subclasses add them among their own widgets."""

    questions: QuestionsView

    def __init__(self, section: Section, session: Session, theme: Theme) -> None:
        title = session.texts.get(f"section.{section.id}.title") or section.id
        super().__init__(title, session.texts.get(f"section.{section.id}.intro"))
        self.section = section
        self._session = session
        self._theme = theme

    def add_questions(self, groups: tuple[Group, ...] | None = None) -> None:
        """Add the questions of these groups, otherwise of all that are not of a list."""
        if groups is None:
            groups = tuple(group for group in self.section.groups if not group.list)
        title = self.title_label.text()
        self.questions = QuestionsView(self._session, self._theme, groups, page_title=title)
        self.questions.focused.connect(self.focused)
        self.column.addWidget(self.questions)

    def refresh(self) -> None:
        """Show the current answers."""
        self.questions.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        self.questions.on_changes(keys)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self.questions.show_findings(findings)

    def show_key(self, key: Key) -> bool:
        """Scroll to an answer and focus it."""
        return self.bring_into_view(self.questions.find_widget(key))


class QuestionsPage(SectionPage):
    """Shows the questions of a section, group by group, and links to its activity lists."""

    def __init__(self, section: Section, session: Session, theme: Theme) -> None:
        super().__init__(section, session, theme)
        self.add_questions()
        self.links = SectionLinks(section, session)
        self.links.jump_requested.connect(self.jump_requested)
        self.column.addWidget(self.links)

    def refresh(self) -> None:
        """Show the current answers and lists."""
        super().refresh()
        self.links.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        super().on_changes(keys)
        self.links.refresh()


class ListPage(SectionPage):
    """Items of a list, with the form of the selected one below."""

    def __init__(self, section: Section, session: Session, theme: Theme) -> None:
        super().__init__(section, session, theme)
        self._list_id = next(group.list for group in section.groups if group.list)
        self._findings: FieldFindings = {}
        self.form: QuestionsView | None = None
        self.item_list = ItemList(self._list_id, session, theme)
        self.item_list.chosen.connect(self._on_chosen)
        self.membership_label = wrapped_label("", "quiet")
        self._form_layout = QVBoxLayout()
        add_content(self.column, self.item_list, self.membership_label, self._form_layout)
        self.add_questions()

    def refresh(self) -> None:
        """Show the current items and the form of the selected one."""
        self.item_list.refresh()
        self._show_form()
        super().refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        if Key(self._list_id) in keys:
            self.refresh()
            return
        if self.form is not None:
            self.form.on_changes(keys)
        super().on_changes(keys)
        if any(key.item for key in keys):
            self.item_list.refresh()
            self._show_membership()

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self._findings = findings
        if self.form is not None:
            self.form.show_findings(findings)
        super().show_findings(findings)

    def show_key(self, key: Key) -> bool:
        """Select the item of an answer, scroll to the answer and focus it."""
        owner = find_owner_in(self._list_id, key.item, self._session)
        if owner and owner != self.item_list.item:
            self.item_list.choose(owner)
        if key.question == self._list_id:
            return self.bring_into_view(self.item_list.list)
        widget = self.form.find_widget(key) if self.form is not None else None
        return self.bring_into_view(widget or self.questions.find_widget(key))

    def _show_form(self) -> None:
        clear_layout(self._form_layout)
        self.form = None
        item = self.item_list.item
        if item:
            # D.1 and D.2 have the same questions; only the groups that are visible are built.
            visible = visible_groups(self.section, self._session.draft, self._session.pack)
            groups = tuple(one.group for one in visible if one.item == item)
            self.form = QuestionsView(self._session, self._theme, groups, item=item)
            self.form.focused.connect(self.focused)
            self.form.show_findings(self._findings)
            self._form_layout.addWidget(self.form)
        self._show_membership()

    def _show_membership(self) -> None:
        spec = find_list(self._session.pack, "organisations")
        is_organisation = spec is not None and spec.id == self._list_id
        item = self.item_list.item
        text = describe_membership(self._session, item) if is_organisation and item else ""
        self.membership_label.setText(text)
        self.membership_label.setVisible(bool(text))

    def _on_chosen(self, item: str) -> None:
        self._show_form()
        spec = self._session.form.lists[self._list_id]
        is_new = self._session.value(Key(spec.name, item)) is None
        if is_new and self.form is not None:
            # An item without a name was just added.
            self.bring_into_view(self.form.find_widget(Key(spec.name, item)))


def describe_membership(session: Session, item: str) -> str:
    """Return whether an organisation's country is a Programme or a Partner Country, as text."""
    countries = session.pack.countries
    code = session.draft.text(session.pack.role("organisation_country"), item)
    if countries is None or not code:
        return ""
    country = formats.name_country(code, session.texts.language)
    if code in countries.programme:
        return QCoreApplication.translate("Membership", "{}: Programme Country").format(country)
    text = QCoreApplication.translate("Membership", "{}: Partner Country.").format(country)
    return f"{text} {session.texts.get('rule.partner-country')}".strip()


class SectionLinks(QWidget):
    """A line with a link for each visible activity list of the section."""

    jump_requested = Signal(object)

    def __init__(self, section: Section, session: Session) -> None:
        super().__init__()
        self._section = section
        self._session = session
        self._rows: dict[str, _LinkRow] = {}
        self._layout = build_column(self, spacing=None)

    def refresh(self) -> None:
        """Show a line for each visible list, with its number of items."""
        lists = {one.spec.id: one for one in collect_activity_lists(self._session)}
        shown = {name: one for name, one in lists.items() if one.section.id == self._section.id}
        for list_id, activity_list in shown.items():
            text = self.tr("{0}: {1} planned").format(
                get_list_title(activity_list, self._session),
                len(self._session.draft.items(list_id)),
            )
            row = self._rows.get(list_id) or self._add_row(list_id)
            if row.label.text() != text:
                row.label.setText(text)
                set_accessible_name(row.link, f"{text}. {row.link.text()}")
        for list_id, row in self._rows.items():
            row.setVisible(list_id in shown)
        self.setVisible(bool(shown))

    def _add_row(self, list_id: str) -> _LinkRow:
        row = self._rows[list_id] = _LinkRow(self.tr("Edit in Activities"))
        row.link.setObjectName(list_id)
        row.link.clicked.connect(self._on_clicked)
        self._layout.addWidget(row)
        return row

    def _on_clicked(self) -> None:
        self.jump_requested.emit(Key(self.sender().objectName()))


class _LinkRow(QWidget):
    """A text with a link at its right."""

    def __init__(self, link: str) -> None:
        super().__init__()
        self.label = wrapped_label("")
        self.link = text_button(link, role="link")
        layout = build_row(self, spacing=None)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
