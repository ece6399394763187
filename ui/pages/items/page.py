"""The page of a list: its items in a table, and below each row its form in parts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from erasmus_desk.call.form import ListSpec, NameSource, Question, Section
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.search import fold_text
from erasmus_desk.draft.visibility import find_list
from erasmus_desk.i18n import formats

from ...fields.base import Field
from ...i18n import plurals
from ...i18n.joined import join_parts
from ...session.session import Session
from ...theme.theme import COLUMN_WIDTH, GRID, Theme
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content, limit_width
from ..activity_model import find_owner_in
from ..answer_field import build_answer_field
from ..base import FieldFindings
from ..form.section_page import SectionPage
from ..question_texts import build_choices
from ..table_model import build_search_line
from .holder import ItemsHolder, OpenRow
from .part_form import has_focus
from .paste import PasteArea
from .tools import HeadRow, ItemTools

SEARCH_THRESHOLD = 8
"""Number of items from which the list has a search line."""
MOST_WIDTH = 1440
"""Pixels that a table takes at most at 100 %."""


class ListPage(SectionPage):
    """The items of a list, to be typed in, pasted, moved and removed; one of them unfolded."""

    needs_width = True

    def __init__(
        self, section: Section, session: Session, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(section, session, theme, has_intro=False, is_centred=True, parent=parent)
        self.set_title(session.texts.section_name(section.id))
        self.list_id = next(group.list for group in section.groups if group.list)
        self.take_title()
        head = HeadRow(self.title_label)
        self.summary_label = head.summary
        self.limit_column(MOST_WIDTH)
        self.tools = ItemTools(self.list_id, session, theme)
        search = self.tr("Search the list")
        self.search_line = build_search_line(theme, search, search)
        self.search_line.textChanged.connect(self._search)
        add_content(self.column, head, self.tools, self.search_line)
        build = partial(_build_cell_field, session, theme)
        self.holder = ItemsHolder(self.list_id, session, theme, build)
        self.table = self.holder.table
        self.holder.focused.connect(self.focused)
        self.paste_area = PasteArea(session, theme, self.table)
        add_content(self.column, self.paste_area, self.holder)
        intro = session.texts.get(f"section.{section.id}.intro")
        if intro:
            self.column.addWidget(wrapped_label(intro, "quiet"))
        self.add_questions()
        self.questions.setMaximumWidth(COLUMN_WIDTH)
        self.column.addLayout(limit_width(self.questions))
        self._connect()

    def _connect(self) -> None:
        table, tools = self.table, self.tools
        tools.add_button.clicked.connect(self._on_add)
        tools.partner_book_button.clicked.connect(self.partner_book_requested)
        tools.save_partner_button.clicked.connect(self._on_save_partner)
        tools.up_button.clicked.connect(self._on_up)
        tools.down_button.clicked.connect(self._on_down)
        tools.remove_button.clicked.connect(self._on_remove)
        tools.paste_button.clicked.connect(self.paste_area.paste)
        table.cells.edited.connect(self._session.edit)
        table.cells.begun.connect(self._on_begun)
        table.cells.dropped.connect(self._on_dropped)
        table.cleared.connect(self._on_cleared)
        table.pasted.connect(self.paste_area.paste)
        table.moved.connect(self._on_move)
        table.menu_requested.connect(partial(tools.show_menu, table))
        table.removed.connect(self._on_remove)
        table.current_moved.connect(self._on_current)
        self.holder.unfolded.connect(self._on_unfolded)

    @property
    def item(self) -> str:
        """The item of the current row, or an empty text."""
        return self.table.current_item()

    def read_choices(self) -> tuple[OpenRow, str]:
        """Return what is open, and what is searched."""
        return self.holder.read_open(), self.search_line.text()

    def take_choices(self, choices: object) -> None:
        """Search this, and open what was open."""
        match choices:
            case OpenRow() as row, str(words):
                self.search_line.setText(words)
                self.holder.take_open(row)
            case _:
                pass

    def refresh(self) -> None:
        """Show the current items, and the form of the one that is unfolded."""
        self.holder.refresh()
        self._update()
        self._search()
        super().refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        if Key(self.list_id) in keys:
            self.refresh()
            return
        if self.holder.on_changes(keys):
            self._update()
        super().on_changes(keys)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings in the rows and at their fields."""
        self.holder.show_findings(findings)
        self._update()
        super().show_findings(findings)

    def show_key(self, key: Key) -> bool:
        """Unfold the item of an answer and focus its field, or its cell if the table has it."""
        owner = find_owner_in(self.list_id, key.item, self._session)
        if not owner:
            if key.question == self.list_id:
                return self.bring_into_view(self.table)
            return super().show_key(key)
        columns = self.holder.model.questions
        if key.question in columns and (self.table.hasFocus() or has_focus(self.table)):
            self.table.choose(owner, columns.index(key.question))
            return True
        details = self.holder.unfold(owner)
        widget = details.find_widget(key)
        self.holder.fit()
        return self.bring_into_view(widget or self.table)

    def choose(self, item: str) -> None:
        """Make the row of an item the current one, with the focus on it."""
        self.table.choose(item)
        self.table.setFocus()

    def _update(self) -> None:
        """Show how many items are complete, what can be done with the current one, and its note."""
        items, model, at = self.holder.model.items, self.holder.model, self.item
        states = [model.state(row) for row in range(len(items))]
        done = sum(state is not None and state.is_complete for state in states)
        parts = [self.tr("{0} of {1} complete").format(done, len(items))] if items else []
        countries = count_countries(model.spec, self._session)
        if countries:
            parts.append(plurals.countries(countries))
        self.summary_label.setText(join_parts(*parts))
        self.search_line.setVisible(len(items) >= SEARCH_THRESHOLD)
        self.tools.show_position(items.index(at) if at else -1, len(items))
        if self.holder.details is not None:
            is_organisation = find_list(self._session.pack, "organisations") == model.spec
            item = self.holder.details.item
            text = describe_membership(self._session, item) if is_organisation else ""
            self.holder.details.show_note(text)

    def _search(self) -> None:
        """Hide the rows without all words of the search; a short list is not searched."""
        is_searched = len(self.holder.model.items) >= SEARCH_THRESHOLD
        words = fold_text(self.search_line.text()).split() if is_searched else []
        self.table.filter_rows(words)
        self.holder.fit()

    def _on_add(self) -> None:
        """Go to the row in which a name can be typed."""
        self.choose("")
        self.show_current()

    def _on_begun(self, name: Value) -> None:
        """Add an item for a name as soon as it is begun, so that no text waits in a cell."""
        item = self._session.add_item(self.list_id)
        self._session.edit(Key(self.holder.model.spec.name, item), name)

    def _on_dropped(self, item: str) -> None:
        """Take back an item whose name was given up, with all that was typed."""
        stack = self._session.undo_stack
        while item in self._session.draft.items(self.list_id) and stack.canUndo():
            stack.undo()
        self.table.choose("")

    def _on_cleared(self, key: Key) -> None:
        self._session.edit(key, None)

    def _on_save_partner(self) -> None:
        self.partner_save_requested.emit(self.item)

    def _on_up(self) -> None:
        self._on_move(-1)

    def _on_down(self) -> None:
        self._on_move(1)

    def _on_move(self, by: int) -> None:
        items = self._session.draft.items(self.list_id)
        self._session.move_item(self.list_id, self.item, items.index(self.item) + by)

    def _on_remove(self) -> None:
        self._session.remove_item(self.list_id, self.item)
        self.table.setFocus()

    def _on_current(self) -> None:
        self._update()
        key = self.holder.model.key(self.table.currentIndex())
        if key is not None:
            self.focused.emit(key)
        if self.table.hasFocus():
            self.show_current()

    def _on_unfolded(self, _item: str) -> None:
        self._update()
        self.show_current()

    def show_current(self) -> None:
        """Scroll to the current row, with as much of its details as fits below it."""
        table = self.table
        row, body = table.currentIndex().row(), self.widget()
        if row < 0 or body is None:
            return
        top = table.viewport().mapTo(body, QPoint(0, table.rowViewportPosition(row))).y()
        bottom = top + table.rowHeight(row)
        self.ensureVisible(0, bottom, 0, GRID)
        self.ensureVisible(0, top, 0, GRID)


def _build_cell_field(session: Session, theme: Theme, key: Key, question: Question) -> Field:
    choices = build_choices(question, session, key.item)
    return build_answer_field(question, key.item, choices, session, theme)


def count_countries(spec: ListSpec, session: Session) -> int:
    """Return the number of countries named in the columns of a table of items."""
    for name in spec.columns:
        options = session.pack.option_set(session.form.questions[name])
        if options is not None and options.naming is NameSource.COUNTRIES:
            items = session.draft.items(spec.id)
            return len({session.draft.text(name, item) for item in items} - {""})
    return 0


def describe_membership(session: Session, item: str) -> str:
    """Return whether an organisation's country takes full part in the programme, as text."""
    countries = session.pack.countries
    code = session.draft.text(session.pack.role("organisation_country"), item)
    if countries is None or not code:
        return ""
    country = formats.name_country(code, session.texts.language)
    if code in countries.programme:
        text = QCoreApplication.translate("Membership", "{}: takes full part in Erasmus+")
        return text.format(country)
    text = QCoreApplication.translate("Membership", "{}: does not take full part in Erasmus+.")
    text = text.format(country)
    return f"{text} {session.texts.get('rule.partner-country')}".strip()
