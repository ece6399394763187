"""Builds the widgets of questions, and keeps them by the question they ask."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.call.form import Group, Question, QuestionType
from erasmus_desk.draft.model import Key

from ...fields.base import Field
from ...fields.choice_fields import Choice
from ...fields.question_box import QuestionBox, ReadingBox, field_for
from ...fields.row_cards import RowsBox
from ...fields.table_field import Column, Row, TableBox
from ...session.session import Session
from ...theme.theme import GRID, Look
from ...widgets.labels import wrapped
from ..question_texts import choices, wording

MOST_COLUMNS = 4
"""A table of more columns, or one that names items, shows its rows as cards."""


class Parts(QObject):
    """The boxes, tables and texts of some groups, for the proposal or for one item."""

    edited = Signal(object, object)
    focused = Signal(object)
    row_added = Signal(object)
    """The key of the list that wants a row."""
    row_removed = Signal(object, str)
    """The key of a list, and the row to take out."""
    filled = Signal(object)
    """The key of a list that wants a row for each item its first column can name."""
    row_opened = Signal(object)
    """The key of a list in which a row was opened."""

    def __init__(self, session: Session, look: Look, item: str, page_title: str) -> None:
        """Build for an item (empty: for the proposal); no group repeats the page's title."""
        super().__init__()
        self.boxes: dict[str, QuestionBox] = {}
        self.tables: dict[str, TableBox | RowsBox] = {}
        self.readings: dict[str, ReadingBox] = {}
        self.offered: dict[str, tuple[Choice, ...]] = {}
        self._session = session
        self._look = look
        self._item = item
        self._page_title = page_title

    def all(self) -> dict[str, QWidget]:
        """Give every widget by its question."""
        return {**self.boxes, **self.tables, **self.readings}

    def group(self, group: Group) -> QWidget:
        """Build a group with its heading and all its questions."""
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, GRID, 0, GRID)
        texts = self._session.texts
        title = texts.get(f"group.{group.id}.title")
        if title and title != self._page_title:
            head = f"{group.letter}  {title}" if group.letter else title
            layout.addWidget(wrapped(head, "heading"))
        intro = texts.get(f"group.{group.id}.intro")
        if intro:
            layout.addWidget(wrapped(intro, "quiet"))
        for name in group.questions:
            layout.addWidget(self._question(self._session.form.questions[name]))
        return widget

    def rows(self, table: TableBox, items: tuple[str, ...]) -> tuple[Row, ...]:
        """Build the fields of a table's rows."""
        return tuple(Row(item, self.row_fields(table.key.question, item)) for item in items)

    def row_fields(self, list_id: str, item: str) -> tuple[Field, ...]:
        """Build the fields of a row."""
        session = self._session
        asked = [session.form.questions[one] for one in session.form.lists[list_id].questions]
        offered = [choices(one, session, item) for one in asked]
        self.offered.update({one.id: of for one, of in zip(asked, offered, strict=True) if one.of})
        return tuple(field_for(one, of, self._look) for one, of in zip(asked, offered, strict=True))

    def _question(self, question: Question) -> QWidget:
        words = wording(question, self._session.pack, self._session.texts)
        if question.type is QuestionType.STATIC:
            # What it says is its label; above that stands a short name, if it has one.
            heading = self._session.texts.get(f"question.{question.id}.short")
            self.readings[question.id] = note = ReadingBox(heading)
            return note
        if question.type is QuestionType.COMPUTED:
            self.readings[question.id] = reading = ReadingBox(words.heading)
            return reading
        if question.type is QuestionType.TABLE:
            return self._table(question, words.heading)
        self.offered[question.id] = choices(question, self._session, self._item)
        field = field_for(question, self.offered[question.id], self._look)
        box = QuestionBox(Key(question.id, self._item), field, words, self._look)
        box.edited.connect(self.edited)
        box.focused.connect(self.focused)
        self.boxes[question.id] = box
        return box

    def _table(self, question: Question, heading: str) -> TableBox | RowsBox:
        spec = self._session.form.lists[question.rows]
        texts = self._session.texts
        columns = tuple(Column(name, texts.short(name)) for name in spec.questions)
        key = Key(spec.id, self._item if spec.parent else "")
        add = texts.get(f"list.{spec.id}.add") or self.tr("Add a row")
        cells = [self._session.form.questions[one] for one in spec.questions]
        # The names of items are long: beside each other they would not fit on a small screen.
        is_long = len(columns) > MOST_COLUMNS or any(cell.of for cell in cells)
        table: TableBox | RowsBox
        if is_long:
            table = RowsBox(key, heading, columns, add, self._look)
            table.build = self.row_fields
            table.opened.connect(self._on_row_opened)
            table.filled.connect(self._on_filled)
        else:
            table = TableBox(key, heading, columns, add, self._look)
        table.edited.connect(self.edited)
        table.focused.connect(self.focused)
        table.added.connect(self._on_row_added)
        table.removed.connect(self._on_row_removed)
        self.tables[question.id] = table
        return table

    def _on_row_added(self) -> None:
        table = self.sender()
        if isinstance(table, TableBox | RowsBox):
            self.row_added.emit(table.key)

    def _on_row_removed(self, row: str) -> None:
        table = self.sender()
        if isinstance(table, TableBox | RowsBox):
            self.row_removed.emit(table.key, row)

    def _on_filled(self) -> None:
        table = self.sender()
        if isinstance(table, RowsBox):
            self.filled.emit(table.key)

    def _on_row_opened(self) -> None:
        table = self.sender()
        if isinstance(table, RowsBox):
            self.row_opened.emit(table.key)
