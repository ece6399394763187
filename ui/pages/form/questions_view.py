"""Questions on a page, kept in step with the draft.

A row for each item of another list, such as each organisation that travels.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Group, Question, QuestionType
from erasmus_desk.draft import computed
from erasmus_desk.draft.create import new_item
from erasmus_desk.draft.model import Change, Key, Step, Value
from erasmus_desk.draft.visibility import circumstances

from ...fields.choice_fields import ChoiceField
from ...fields.item_fields import ItemsField
from ...fields.row_cards import RowsBox
from ...i18n.value_text import said
from ...session.session import Session
from ...theme.theme import GRID, Look
from ..answer_display import row_summary
from ..base import Remarks
from ..question_texts import choices
from .question_widgets import Parts

FILLED = "list.fill"
"""Label of the step that adds the rows."""


def missing_rows(session: Session, key: Key) -> tuple[str, ...]:
    """Give the items that the rows at a key could name and do not."""
    spec = session.form.lists[key.question]
    name = session.form.questions[spec.name]
    if not name.of:
        return ()
    rows = session.draft.items(spec.id, key.item)
    named = {session.value(Key(name.id, row)) for row in rows}
    return tuple(item for item in session.draft.items(name.of) if item not in named)


def rows_for_missing(session: Session, key: Key) -> Step:
    """Give the one step that adds a row for each of them."""
    spec = session.form.lists[key.question]
    added = {new_item(): item for item in missing_rows(session, key)}
    changes = [Change(Key(spec.name, row), None, item) for row, item in added.items()]
    order: Value = (*session.draft.items(spec.id, key.item), *added)
    return Step((*changes, Change(key, session.value(key), order)), FILLED)


TYPED = (QuestionType.LINE, QuestionType.NUMBER, QuestionType.MONEY)
"""Types whose answers no condition looks at, so that typing one shows and hides nothing."""


class QuestionsView(QWidget):
    """The groups of a section, for the proposal or for one item of a list.

    Every question of the groups is built once; what the choices rule out is hidden, so a
    change of kind or field never throws a field away.
    """

    focused = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        groups: tuple[Group, ...],
        *,
        item: str = "",
        page_title: str = "",
    ) -> None:
        """Build boxes for all questions of the groups; none repeats the page's title."""
        super().__init__()
        self._session = session
        self._item = item
        self._remarks: Remarks = {}
        self.parts = Parts(session, look, item, page_title)
        self.parts.edited.connect(self._on_edited)
        self.parts.focused.connect(self.focused)
        self.parts.row_added.connect(self._on_row_added)
        self.parts.row_removed.connect(self._on_row_removed)
        self.parts.row_opened.connect(self._on_row_opened)
        self.parts.filled.connect(self._on_filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self._groups = [(group, self.parts.group(group)) for group in groups]
        for _, widget in self._groups:
            layout.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show the present answers, choices and visible questions."""
        self._show_visible()
        for name, box in self.parts.boxes.items():
            self._offer(name)
            box.set_value(self._session.value(Key(name, self._item)))
        for name in self.parts.tables:
            self._show_rows(name)
        for name, reading in self.parts.readings.items():
            reading.set_text(self._reading_text(self._session.form.questions[name]))

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft; typing in one box touches no other."""
        for key in keys:
            box = self.parts.boxes.get(key.question) if key.item == self._item else None
            if box is not None:
                box.set_value(self._session.value(key))
            for table in self.parts.tables.values():
                table.set_cell(key, self._session.value(key))
        if all(self._is_typed(key) for key in keys):
            self._follow_typing(keys)
        elif not all(self._is_text(key) for key in keys):
            self.refresh()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self._remarks = remarks
        for name, box in self.parts.boxes.items():
            box.set_remarks(remarks.get(Key(name, self._item), ()))
        for table in self.parts.tables.values():
            table.set_remarks(remarks)

    def place_of(self, key: Key) -> QWidget | None:
        """Give the widget that shows an answer, if it is here."""
        if key.item == self._item and key.question in self.parts.boxes:
            return self.parts.boxes[key.question]
        for table in self.parts.tables.values():
            cell = table.cell(key)
            if cell is not None:
                return cell
            if table.key == key:
                return table.add_button
        return None

    def _show_visible(self) -> None:
        session = self._session
        parts = self.parts.all()
        owner = session.form.list_of(next(iter(parts), ""))
        order = session.draft.items(owner) if owner else ()
        position = order.index(self._item) if self._item in order else 0
        at = circumstances(session.draft, session.pack, self._item, position)
        visible = {name: holds(session.form.questions[name].when, at) for name in parts}
        for name, widget in parts.items():
            widget.setVisible(visible[name])
        for group, widget in self._groups:
            is_asked = any(visible[name] for name in group.questions)
            widget.setVisible(is_asked and holds(group.when, at))

    def _offer(self, name: str) -> None:
        field = self.parts.boxes[name].field
        if not isinstance(field, ChoiceField | ItemsField):
            return
        offered = choices(self._session.form.questions[name], self._session, self._item)
        if offered != self.parts.offered.get(name):
            self.parts.offered[name] = offered
            field.set_choices(offered)

    def _show_rows(self, name: str) -> None:
        table = self.parts.tables[name]
        spec = self._session.form.lists[table.key.question]
        items = self._session.draft.items(spec.id, table.key.item)
        if isinstance(table, RowsBox):
            table.show_items(items)
            for number, item in enumerate(items, start=1):
                table.set_summary(item, number, row_summary(spec.id, item, self._session))
            self._offer_in_rows(table, spec.questions)
            table.offer_filling(is_offered=bool(missing_rows(self._session, table.key)))
            items = table.open_items()
        elif items != table.shown_items():
            table.show_rows(self.parts.rows(table, items))
        for item in items:
            for one in spec.questions:
                table.set_cell(Key(one, item), self._session.value(Key(one, item)))

    def _offer_in_rows(self, table: RowsBox, names: tuple[str, ...]) -> None:
        for name in names:
            question = self._session.form.questions[name]
            offered = choices(question, self._session) if question.of else ()
            if not question.of or offered == self.parts.offered.get(name):
                continue
            self.parts.offered[name] = offered
            for item in table.open_items():
                field = table.built_cell(Key(name, item))
                if isinstance(field, ChoiceField | ItemsField):
                    field.set_choices(offered)

    def _reading_text(self, question: Question) -> str:
        if question.type is QuestionType.STATIC:
            return "\n\n".join(self._session.texts.paragraphs(f"question.{question.id}.label"))
        value = computed.value(question, self._session.draft, self._session.pack)
        return said(value, self._session.texts)

    def _follow_typing(self, keys: frozenset[Key]) -> None:
        """Show anew what a typed answer can change: what is computed, and a row's line."""
        for name, reading in self.parts.readings.items():
            reading.set_text(self._reading_text(self._session.form.questions[name]))
        for table in self.parts.tables.values():
            if isinstance(table, RowsBox):
                for number, item in enumerate(table.shown_items(), start=1):
                    if any(key.item == item for key in keys):
                        said_there = row_summary(table.key.question, item, self._session)
                        table.set_summary(item, number, said_there)

    def _is_typed(self, key: Key) -> bool:
        """Tell whether an answer is typed, decides on nothing and names nothing chosen here."""
        form = self._session.form
        question = form.questions.get(key.question)
        spec = form.lists.get(form.list_of(key.question))
        names = spec is not None and spec.name == key.question
        return question is not None and question.type in TYPED and not names

    def _is_text(self, key: Key) -> bool:
        question = self._session.form.questions.get(key.question)
        return question is not None and question.type is QuestionType.TEXT

    def _on_edited(self, key: Key, value: Value | None) -> None:
        self._session.edit(key, value)

    def _on_row_added(self, key: Key) -> None:
        item = self._session.add_item(key.question, key.item)
        self._focus_row(key, item)

    def _on_row_removed(self, key: Key, row: str) -> None:
        items = self._session.draft.items(key.question, key.item)
        self._session.remove_item(key.question, row, key.item)
        following = items[items.index(row) + 1 :] or items[: items.index(row)]
        self._focus_row(key, following[0] if following else "")

    def _on_filled(self, key: Key) -> None:
        self._session.perform(rows_for_missing(self._session, key))

    def _on_row_opened(self, key: Key) -> None:
        for name, table in self.parts.tables.items():
            if table.key == key:
                self._show_rows(name)
        self.show_remarks(self._remarks)

    def _focus_row(self, key: Key, row: str) -> None:
        for table in self.parts.tables.values():
            if table.key == key:
                table.focus_row(row)
