"""Questions on a page: builds their boxes and keeps them in step with the draft."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Group, Question, QuestionType
from erasmus_desk.draft import computed
from erasmus_desk.draft.asked import circumstances
from erasmus_desk.draft.model import Key, Value

from ..fields.choice import Choice, ChoiceField
from ..fields.question import QuestionBox, field_for
from ..fields.reading import ReadingBox
from ..fields.table import Column, Row, TableBox
from ..labels import wrapped
from ..session import Session
from ..speech import said
from ..theme import GRID, Look
from .base import Remarks
from .wording import choices, wording


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
        self._page_title = page_title
        self._session = session
        self._look = look
        self._item = item
        self._boxes: dict[str, QuestionBox] = {}
        self._tables: dict[str, TableBox] = {}
        self._readings: dict[str, ReadingBox] = {}
        self._group_widgets: list[tuple[Group, QWidget]] = []
        self._offered: dict[str, tuple[Choice, ...]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for group in groups:
            widget = self._group(group)
            self._group_widgets.append((group, widget))
            layout.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show the present answers, choices and visible questions."""
        self._show_visible()
        draft = self._session.draft
        for name, box in self._boxes.items():
            self._offer(name, box)
            box.set_value(draft.get(Key(name, self._item)))
        for name in self._tables:
            self._show_rows(name)
        for name, reading in self._readings.items():
            reading.set_text(self._reading_text(self._session.form.questions[name]))

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft; typing in one box touches no other."""
        only_text = all(self._is_text(key) for key in keys)
        for key in keys:
            box = self._boxes.get(key.question) if key.item == self._item else None
            if box is not None:
                box.set_value(self._session.value(key))
            for table in self._tables.values():
                table.set_cell(key, self._session.value(key))
        if not only_text:
            self.refresh()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        for name, box in self._boxes.items():
            box.set_remarks(remarks.get(Key(name, self._item), ()))
        for table in self._tables.values():
            for item in table.shown_items():
                for key in remarks:
                    if key.item == item:
                        table.set_cell_remarks(key, remarks[key])

    def place_of(self, key: Key) -> QWidget | None:
        """Give the widget that shows an answer, if it is here."""
        if key.item == self._item and key.question in self._boxes:
            return self._boxes[key.question]
        for table in self._tables.values():
            cell = table.cell(key)
            if cell is not None:
                return cell
            if table.key == key:
                return table.add_button
        return None

    def _group(self, group: Group) -> QWidget:
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

    def _question(self, question: Question) -> QWidget:
        words = wording(question, self._session.pack, self._session.texts)
        if question.type in (QuestionType.COMPUTED, QuestionType.STATIC):
            reading = ReadingBox(words.heading)
            self._readings[question.id] = reading
            return reading
        if question.type is QuestionType.TABLE:
            return self._table(question, words.heading)
        key = Key(question.id, self._item)
        self._offered[question.id] = choices(question, self._session, self._item)
        field = field_for(question, self._offered[question.id], self._look)
        box = QuestionBox(key, field, words, self._look)
        box.edited.connect(self._on_edited)
        box.focused.connect(self.focused)
        self._boxes[question.id] = box
        return box

    def _table(self, question: Question, heading: str) -> TableBox:
        spec = self._session.form.lists[question.rows]
        texts = self._session.texts
        columns = tuple(Column(name, texts.short(name)) for name in spec.questions)
        key = Key(spec.id, self._item if spec.parent else "")
        add = texts.get(f"list.{spec.id}.add") or self.tr("Add a row")
        table = TableBox(key, heading, columns, add, self._look)
        table.edited.connect(self._on_edited)
        table.focused.connect(self.focused)
        table.added.connect(self._on_row_added)
        table.removed.connect(self._on_row_removed)
        table.setObjectName(question.id)
        self._tables[question.id] = table
        return table

    def _show_visible(self) -> None:
        session = self._session
        owner = session.form.list_of(next(iter(self._boxes), ""))
        position = 0
        if self._item and owner:
            order = session.draft.items(owner)
            position = order.index(self._item) if self._item in order else 0
        at = circumstances(session.draft, session.pack, self._item, position)
        parts: dict[str, QWidget] = {**self._boxes, **self._tables, **self._readings}
        for name, widget in parts.items():
            widget.setVisible(holds(session.form.questions[name].when, at))
        for group, widget in self._group_widgets:
            widget.setVisible(
                holds(group.when, at)
                and any(holds(session.form.questions[name].when, at) for name in group.questions)
            )

    def _offer(self, name: str, box: QuestionBox) -> None:
        question = self._session.form.questions[name]
        if not isinstance(box.field, ChoiceField):
            return
        offered = choices(question, self._session, self._item)
        if offered != self._offered.get(name):
            self._offered[name] = offered
            box.field.set_choices(offered)

    def _show_rows(self, name: str) -> None:
        table = self._tables[name]
        session = self._session
        spec = session.form.lists[table.key.question]
        items = session.draft.items(spec.id, table.key.item)
        if items != table.shown_items():
            rows = [
                Row(
                    item,
                    tuple(
                        field_for(
                            session.form.questions[one],
                            choices(session.form.questions[one], session, item),
                            self._look,
                        )
                        for one in spec.questions
                    ),
                )
                for item in items
            ]
            table.show_rows(tuple(rows))
        for item in items:
            for one in spec.questions:
                table.set_cell(Key(one, item), session.value(Key(one, item)))

    def _reading_text(self, question: Question) -> str:
        if question.type is QuestionType.STATIC:
            return self._session.texts.get(f"question.{question.id}.asks")
        value = computed.value(question, self._session.draft, self._session.pack)
        return said(value, self._session.texts)

    def _is_text(self, key: Key) -> bool:
        question = self._session.form.questions.get(key.question)
        return question is not None and question.type is QuestionType.TEXT

    def _on_edited(self, key: Key, value: Value | None) -> None:
        self._session.edit(key, value)

    def _on_row_added(self) -> None:
        table = self.sender()
        if isinstance(table, TableBox):
            self._session.add_item(table.key.question, table.key.item)

    def _on_row_removed(self, item: str) -> None:
        table = self.sender()
        if isinstance(table, TableBox):
            self._session.remove_item(table.key.question, item, table.key.item)
