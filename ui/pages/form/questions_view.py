"""The questions of a section or an item: their widgets, kept in sync with the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Group, Question, QuestionType
from erasmus_desk.draft import computed
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from erasmus_desk.draft.visibility import build_condition_context

from ...fields.base import Field
from ...fields.choice_fields import ChoiceField
from ...fields.item_fields import ItemsField
from ...fields.question_box import QuestionBox, ReadOnlyBox
from ...fields.row_cards import RowCardList
from ...fields.table_field import TableBox, TableColumn, TableRow
from ...fields.values import Choice, QuestionText
from ...i18n.value_text import format_value
from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.fold import Fold
from ...widgets.labels import wrapped_label
from ...widgets.layouts import ColumnWidget, add_content, show_widget
from ..answer_field import build_answer_field
from ..base import FieldFindings
from ..question_texts import build_choices, build_question_text, describe_row, is_long_text
from .estimate_box import EstimateBox, build_estimate, find_beside, find_estimate_cell
from .lump_sum_help import build_lump_sum_help
from .text_boxes import TextBoxes

Table = TableBox | RowCardList
FILL_LABEL = "list.fill"
"""Label of the change set that adds the missing rows."""
TYPED_QUESTION_TYPES = (QuestionType.LINE, QuestionType.NUMBER, QuestionType.MONEY)
"""Types whose answers no condition depends on, so that typing shows and hides nothing."""
MAX_TABLE_COLUMNS = 4
"""Columns of a table on a page of its own; with more, or items as choices, it has cards."""


def find_items_without_row(session: Session, key: Key) -> tuple[str, ...]:
    """Return the items that the rows at a key can refer to and do not."""
    spec = session.form.lists[key.question]
    name = session.form.questions[spec.name]
    if not name.of:
        return ()
    rows = session.draft.items(spec.id, key.item)
    present = {session.value(Key(name.id, row)) for row in rows}
    return tuple(item for item in session.draft.items(name.of) if item not in present)


def build_missing_rows(session: Session, key: Key) -> ChangeSet:
    """Return the change set that adds a row for each item without one."""
    spec = session.form.lists[key.question]
    added = {make_item_id(): item for item in find_items_without_row(session, key)}
    changes = [Change(Key(spec.name, row), None, item) for row, item in added.items()]
    order: Value = (*session.draft.items(spec.id, key.item), *added)
    return ChangeSet((*changes, Change(key, session.value(key), order)), FILL_LABEL)


class QuestionWidgets:
    """Builds the boxes, tables and texts of some groups, for the proposal or for one item."""

    most_columns = MAX_TABLE_COLUMNS
    """Columns that stand side by side at most; the rows of a wider table are cards."""

    def __init__(self, session: Session, theme: Theme, item: str, page_title: str) -> None:
        """Prepare for an item (empty: for the proposal); no group repeats the page's title."""
        self.boxes: dict[str, QuestionBox] = {}
        self.tables: dict[str, Table] = {}
        self.read_only_boxes: dict[str, ReadOnlyBox] = {}
        self.helps: dict[str, Fold] = {}
        """What helps with a question and is folded below it: an estimate, or reasons to choose."""
        self.choices: dict[str, tuple[Choice, ...]] = {}
        self._session = session
        self._theme = theme
        self._item = item
        self._page_title = page_title
        self._group_title = ""
        """The heading of the group that is built, which its questions do not repeat."""

    def all_widgets(self) -> dict[str, QWidget]:
        """Return all widgets by question."""
        return {**self.boxes, **self.tables, **self.read_only_boxes}

    def build_group(self, group: Group, view: QWidget) -> QWidget:
        """Build a group with its heading and all its questions in a view."""
        texts = self._session.texts
        widget = ColumnWidget(margins=(0, 1, 0, 1), spacing=None, parent=view)
        title = texts.get(f"group.{group.id}.title")
        self._group_title = title if title != self._page_title else ""
        if self._group_title:
            heading = f"{group.letter}  {title}" if group.letter else title
            widget.column.addWidget(wrapped_label(heading, "heading"))
        intro = texts.get(f"group.{group.id}.intro")
        if intro:
            widget.column.addWidget(wrapped_label(intro, "quiet"))
        questions = self._session.form.questions
        for name in group.questions:
            widget.column.addWidget(self._build_question(questions[name], widget))
            add_content(widget.column, *self.list_helps((questions[name],)))
        return widget

    def build_row_fields(self, list_id: str, item: str) -> tuple[Field, ...]:
        """Build the fields of a row."""
        session = self._session
        fields: list[Field] = []
        for name in session.form.lists[list_id].questions:
            question = session.form.questions[name]
            choices = build_choices(question, session, item)
            if question.of:
                self.choices[name] = choices
            fields.append(build_answer_field(question, item, choices, session, self._theme))
        return tuple(fields)

    def build_row_estimates(self, list_id: str, item: str) -> tuple[EstimateBox, ...]:
        """Build what is estimated beside the amounts of a row."""
        names = self._session.form.lists[list_id].questions
        built = (build_estimate(name, item, self._session, self._theme) for name in names)
        return tuple(one for one in built if one is not None)

    def list_helps(self, questions: Iterable[Question]) -> tuple[Fold, ...]:
        """Return what helps with some of these questions."""
        return tuple(self.helps[one.id] for one in questions if one.id in self.helps)

    def describe(self, question: Question) -> QuestionText:
        """Return the text that stands over a question."""
        return build_question_text(question, self._session.pack, self._session.texts)

    def _build_question(self, question: Question, parent: QWidget | None = None) -> QWidget:
        text = self.describe(question)
        if question.type in (QuestionType.STATIC, QuestionType.COMPUTED):
            heading = text.heading
            if question.type is QuestionType.STATIC:
                # Its label is the content; the heading is the short name, if there is one.
                heading = self._session.texts.get(f"question.{question.id}.short")
            self.read_only_boxes[question.id] = read_only_box = ReadOnlyBox(heading)
            return read_only_box
        is_repeated = text.heading == self._group_title
        if question.type is QuestionType.TABLE:
            return self._build_table(question, "" if is_repeated else text.heading)
        self.choices[question.id] = build_choices(question, self._session, self._item)
        choices = self.choices[question.id]
        field = build_answer_field(question, self._item, choices, self._session, self._theme)
        key = Key(question.id, self._item)
        box = QuestionBox(key, field, text, self._theme, parent)
        if is_repeated:
            box.hide_heading()
        self.boxes[question.id] = box
        where = (question.id, self._item, self._session, self._theme)
        found = build_estimate(*where) or build_lump_sum_help(*where)
        if found is not None:
            self.helps[question.id] = found
        return box

    def _build_table(self, question: Question, heading: str) -> Table:
        spec = self._session.form.lists[question.rows]
        texts = self._session.texts
        columns = tuple(TableColumn(name, texts.short_label(name)) for name in spec.questions)
        key = Key(spec.id, self._item if spec.parent else "")
        add = texts.get(f"list.{spec.id}.add")
        add = add or QCoreApplication.translate("QuestionWidgets", "Add a row")
        cells = [self._session.form.questions[one] for one in spec.questions]
        # Names of items are long: side by side they do not fit on a small screen.
        has_cards = len(columns) > self.most_columns or any(cell.of for cell in cells)
        table = (RowCardList if has_cards else TableBox)(key, heading, columns, add, self._theme)
        if isinstance(table, RowCardList):
            table.build_fields = self.build_row_fields
            table.build_below = self.build_row_estimates
        self.tables[question.id] = table
        return table


class QuestionsView(ColumnWidget):
    """The groups of a section, for the proposal or for one item of a list.

    All questions are built once; those whose condition does not hold are hidden, so that a
    change of project type or field keeps the fields.
    """

    focused = Signal(object)
    widgets_class = QuestionWidgets
    """What builds the boxes; a subclass may lay them out in another way."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        groups: tuple[Group, ...],
        *,
        item: str = "",
        widgets: QuestionWidgets | None = None,
        edit: Callable[[Key, Value | None], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build all questions of the groups.

        `widgets` arranges them in another way, or leaves out the title of the page; `edit` takes
        the answers instead of the session.
        """
        super().__init__(parent=parent)
        self._session = session
        self._item = item
        self._findings: FieldFindings = {}
        self.widgets = widgets or self.widgets_class(session, theme, item, "")
        self._groups = [(group, self.widgets.build_group(group, self)) for group in groups]
        for _, widget in self._groups:
            self.column.addWidget(widget)
        self.texts = TextBoxes(session, self.widgets.boxes.values(), self)
        self.focused.connect(self.texts.work_on)
        for box in (*self.widgets.boxes.values(), *self.widgets.tables.values()):
            box.edited.connect(edit or session.edit)
            box.focused.connect(self.focused)
        for box in self.widgets.boxes.values():
            box.writing_requested.connect(partial(session.writing_requested.emit, box.key))
            box.history_requested.connect(partial(session.history_requested.emit, box.key))
        for table in self.widgets.tables.values():
            table.added.connect(partial(self._on_row_added, table))
            table.removed.connect(partial(self._on_row_removed, table))
            if isinstance(table, RowCardList):
                table.opened.connect(partial(self._on_row_opened, table))
                table.rows_wanted.connect(partial(self._on_rows_wanted, table))
        self.refresh()

    def refresh(self) -> None:
        """Show the current answers, choices and visible questions."""
        self._update_visibility()
        for name, box in self.widgets.boxes.items():
            self._update_choices(name)
            box.set_value(self._session.value(Key(name, self._item)))
        for table in self.widgets.tables.values():
            self._show_rows(table)
        self._update_read_only()
        self.texts.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; typing in a text box updates no other box."""
        for key in keys:
            box = self.widgets.boxes.get(key.question) if key.item == self._item else None
            if box is not None:
                box.set_value(self._session.value(key))
            for table in self.widgets.tables.values():
                table.set_cell(key, self._session.value(key))
        if all(_is_typed(key, self._session) for key in keys):
            self._update_after_typing(keys)
        elif not all(is_long_text(key, self._session) for key in keys):
            self.refresh()

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self._findings = findings
        for name, box in self.widgets.boxes.items():
            box.set_remarks(findings.get(Key(name, self._item), ()))
        for table in self.widgets.tables.values():
            table.set_remarks(findings)

    def find_widget(self, key: Key) -> QWidget | None:
        """Return the widget of an answer, if it is here."""
        beside = find_beside(key, self._session)
        if beside is not None and self.find_widget(beside):  # opens the row that it is in
            return find_estimate_cell(key, self)
        if key.item == self._item and key.question in self.widgets.boxes:
            return self.widgets.boxes[key.question]
        for table in self.widgets.tables.values():
            cell = table.cell(key)
            if cell is not None:
                return cell
            if table.key == key:
                return table.add_button
        return None

    def _update_visibility(self) -> None:
        session = self._session
        widgets = self.widgets.all_widgets()
        owner = session.form.list_of(next(iter(widgets), ""))
        items = session.draft.items(owner) if owner else ()
        position = items.index(self._item) if self._item in items else 0
        context = build_condition_context(session.draft, session.pack, self._item, position)
        visible = {name: holds(session.form.questions[name].when, context) for name in widgets}
        for name, widget in (*widgets.items(), *self.widgets.helps.items()):
            show_widget(widget, is_shown=visible[name])
        for group, widget in self._groups:
            has_visible = any(visible[name] for name in group.questions)
            show_widget(widget, is_shown=has_visible and holds(group.when, context))

    def _update_choices(self, name: str) -> None:
        field = self.widgets.boxes[name].field
        if not isinstance(field, ChoiceField | ItemsField):
            return
        choices = build_choices(self._session.form.questions[name], self._session, self._item)
        if choices != self.widgets.choices.get(name):
            self.widgets.choices[name] = choices
            field.set_choices(choices)

    def _show_rows(self, table: Table) -> None:
        spec = self._session.form.lists[table.key.question]
        items = self._session.draft.items(spec.id, table.key.item)
        if isinstance(table, RowCardList):
            table.show_items(items)
            self._summarise_rows(table)
            self._update_row_choices(table, spec.questions)
            missing = find_items_without_row(self._session, table.key)
            table.show_fill_button(is_visible=bool(missing))
            items = table.open_items()
        elif items != table.shown_items():
            build_fields = self.widgets.build_row_fields
            table.show_rows(tuple(TableRow(one, build_fields(spec.id, one)) for one in items))
        for item in items:
            for question in spec.questions:
                table.set_cell(Key(question, item), self._session.value(Key(question, item)))

    def _update_row_choices(self, table: RowCardList, names: tuple[str, ...]) -> None:
        for name in names:
            question = self._session.form.questions[name]
            choices = build_choices(question, self._session) if question.of else ()
            if not question.of or choices == self.widgets.choices.get(name):
                continue
            self.widgets.choices[name] = choices
            for item in table.open_items():
                field = table.built_cell(Key(name, item))
                if isinstance(field, ChoiceField | ItemsField):
                    field.set_choices(choices)

    def _update_read_only(self) -> None:
        for name, box in self.widgets.read_only_boxes.items():
            box.set_text(self._format_read_only(self._session.form.questions[name]))

    def _format_read_only(self, question: Question) -> str:
        if question.type is QuestionType.STATIC:
            return "\n\n".join(self._session.texts.paragraphs(f"question.{question.id}.label"))
        value = computed.compute_value(question, self._session.draft, self._session.pack)
        return format_value(value, self._session.texts)

    def _update_after_typing(self, keys: frozenset[Key]) -> None:
        """Update what a typed answer can change: computed values, and summaries of rows."""
        self._update_read_only()
        for table in self.widgets.tables.values():
            if isinstance(table, RowCardList):
                self._summarise_rows(table, {key.item for key in keys})

    def _summarise_rows(self, table: RowCardList, wanted: set[str] | None = None) -> None:
        """Update the summary lines of these rows, otherwise of all."""
        for number, item in enumerate(table.shown_items(), start=1):
            if wanted is None or item in wanted:
                name, detail = describe_row(table.key.question, item, self._session)
                table.set_summary(item, number, name, detail)

    def _on_row_added(self, table: Table) -> None:
        table.focus_row(self._session.add_item(table.key.question, table.key.item))

    def _on_row_removed(self, table: Table, row: str) -> None:
        key = table.key
        items = self._session.draft.items(key.question, key.item)
        self._session.remove_item(key.question, row, key.item)
        others = items[items.index(row) + 1 :] or items[: items.index(row)]
        table.focus_row(others[0] if others else "")

    def _on_rows_wanted(self, table: RowCardList) -> None:
        before = table.shown_items()
        self._session.perform(build_missing_rows(self._session, table.key))
        # The button is gone, and would leave the focus to whatever comes first in the window.
        table.focus_row(next((one for one in table.shown_items() if one not in before), ""))

    def _on_row_opened(self, table: RowCardList) -> None:
        self._show_rows(table)
        self.show_findings(self._findings)


def _is_typed(key: Key, session: Session) -> bool:
    """Return whether an answer is typed and is not the name of an item."""
    form = session.form
    question = form.questions.get(key.question)
    spec = form.lists.get(form.list_of(key.question))
    is_name = spec is not None and spec.name == key.question
    return question is not None and question.type in TYPED_QUESTION_TYPES and not is_name
