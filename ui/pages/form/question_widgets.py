"""The widgets of the questions of some groups, by question."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.call.form import Group, Question, QuestionType
from erasmus_desk.draft.model import Key

from ...fields.base import Field
from ...fields.choice_fields import Choice
from ...fields.question_box import QuestionBox, ReadOnlyBox, build_field
from ...fields.row_cards import RowCardList
from ...fields.table_field import TableBox, TableColumn, TableRow
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.labels import wrapped_label
from ..question_texts import build_choices, build_question_text

MAX_TABLE_COLUMNS = 4
"""Columns from which, or with items as choices, the rows are shown as cards."""


class QuestionWidgets:
    """Builds the boxes, tables and texts of some groups, for the proposal or for one item."""

    def __init__(self, session: Session, theme: Theme, item: str, page_title: str) -> None:
        """Prepare for an item (empty: for the proposal); no group repeats the page's title."""
        self.boxes: dict[str, QuestionBox] = {}
        self.tables: dict[str, TableBox | RowCardList] = {}
        self.read_only_boxes: dict[str, ReadOnlyBox] = {}
        self.choices: dict[str, tuple[Choice, ...]] = {}
        self._session = session
        self._theme = theme
        self._item = item
        self._page_title = page_title

    def all_widgets(self) -> dict[str, QWidget]:
        """Return all widgets by question."""
        return {**self.boxes, **self.tables, **self.read_only_boxes}

    def build_group(self, group: Group) -> QWidget:
        """Build a group with its heading and all its questions."""
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, GRID, 0, GRID)
        texts = self._session.texts
        title = texts.get(f"group.{group.id}.title")
        if title and title != self._page_title:
            heading = f"{group.letter}  {title}" if group.letter else title
            layout.addWidget(wrapped_label(heading, "heading"))
        intro = texts.get(f"group.{group.id}.intro")
        if intro:
            layout.addWidget(wrapped_label(intro, "quiet"))
        for name in group.questions:
            layout.addWidget(self._build_question(self._session.form.questions[name]))
        return widget

    def build_rows(self, table: TableBox, items: tuple[str, ...]) -> tuple[TableRow, ...]:
        """Build the fields of a table's rows."""
        return tuple(
            TableRow(item, self.build_row_fields(table.key.question, item)) for item in items
        )

    def build_row_fields(self, list_id: str, item: str) -> tuple[Field, ...]:
        """Build the fields of a row."""
        session = self._session
        fields: list[Field] = []
        for name in session.form.lists[list_id].questions:
            question = session.form.questions[name]
            choices = build_choices(question, session, item)
            if question.of:
                self.choices[name] = choices
            fields.append(build_field(question, choices, self._theme))
        return tuple(fields)

    def _build_question(self, question: Question) -> QWidget:
        text = build_question_text(question, self._session.pack, self._session.texts)
        if question.type in (QuestionType.STATIC, QuestionType.COMPUTED):
            heading = text.heading
            if question.type is QuestionType.STATIC:
                # Its label is the content; the heading is the short name, if there is one.
                heading = self._session.texts.get(f"question.{question.id}.short")
            self.read_only_boxes[question.id] = read_only_box = ReadOnlyBox(heading)
            return read_only_box
        if question.type is QuestionType.TABLE:
            return self._build_table(question, text.heading)
        self.choices[question.id] = build_choices(question, self._session, self._item)
        field = build_field(question, self.choices[question.id], self._theme)
        box = QuestionBox(Key(question.id, self._item), field, text, self._theme)
        self.boxes[question.id] = box
        return box

    def _build_table(self, question: Question, heading: str) -> TableBox | RowCardList:
        spec = self._session.form.lists[question.rows]
        texts = self._session.texts
        columns = tuple(TableColumn(name, texts.short_label(name)) for name in spec.questions)
        key = Key(spec.id, self._item if spec.parent else "")
        add = texts.get(f"list.{spec.id}.add")
        add = add or QCoreApplication.translate("QuestionWidgets", "Add a row")
        cells = [self._session.form.questions[one] for one in spec.questions]
        # Names of items are long: side by side they do not fit on a small screen.
        has_cards = len(columns) > MAX_TABLE_COLUMNS or any(cell.of for cell in cells)
        table: TableBox | RowCardList
        if has_cards:
            table = RowCardList(key, heading, columns, add, self._theme)
            table.build_fields = self.build_row_fields
        else:
            table = TableBox(key, heading, columns, add, self._theme)
        self.tables[question.id] = table
        return table
