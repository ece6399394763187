"""The travellers of an activity: the grid, what adds all partners, and more on one group."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.budget.grant import Grant
from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.model import Key

from ...fields.base import LineEdit
from ...fields.question_box import QuestionBox
from ...fields.values import QuestionText
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import ButtonRow, InnerRow, WrappingRow, button_group, push_button
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import FlowGrid, build_column
from ...widgets.text_kind import TextKind, mark_unspelled
from ..answer_field import build_answer_field
from ..base import FieldFindings
from ..question_texts import build_choices, build_question_text
from .travellers import Traveller, TravellerList
from .travellers_model import TravellersModel
from .travellers_table import TravellersTable

USUAL = 2
"""Persons of each partner, unless somebody types another number."""
MAX_DIGITS = 4
"""Digits of a number of persons; a longer one is a slip of the keyboard."""


class GroupPanel(QFrame):
    """What the grid has no room for: other answers on the group in the row of the cursor."""

    focused = Signal(object)
    row_wanted = Signal()
    removed = Signal()

    def __init__(self, groups: TravellerList, session: Session, theme: Theme) -> None:
        super().__init__()
        self._groups = groups
        self._session = session
        self._theme = theme
        self._findings: FieldFindings = {}
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self.boxes: dict[Key, QuestionBox] = {}
        self.name_label = wrapped_label("", "label")
        self.grid = FlowGrid()
        plus, trash = theme.accent_icon("plus"), theme.icon("trash-2")
        self.add_button = push_button(plus, "", "link", clicked=self.row_wanted)
        self.remove_button = push_button(trash, self.tr("Remove row"), "link", clicked=self.removed)
        buttons = ButtonRow(self.add_button, self.remove_button)
        build_column(self, self.name_label, self.grid, buttons, spacing=0.5)

    def show_row(self, row: int, questions: tuple[str, ...]) -> None:
        """Show the group of a row with those of its answers that the grid does not show."""
        known = 0 <= row < len(self._groups.rows)
        self.setVisible(known)
        if not known:
            return
        traveller = self._groups.rows[row]
        if not traveller.organisation or self._is_choosing(traveller.item):
            questions = (self._groups.named, *questions)
        asked = tuple(one for one in questions if traveller.item and self._is_asked(one, row))
        self.name_label.setText(traveller.name)
        self.name_label.setVisible(bool(asked))
        text = self.tr("Another group from {}") if traveller.item else self.tr("A group from {}")
        self.add_button.setText(text.format(traveller.name))
        self.add_button.setVisible(
            traveller.is_barred or bool(traveller.item and traveller.organisation)
        )
        self.remove_button.setVisible(bool(traveller.item))
        if (traveller.item, asked) != self._shown:
            self._shown = (traveller.item, asked)
            self._build_boxes(traveller.item, asked)
        self.refresh()

    def refresh(self) -> None:
        """Show the present answers."""
        for key, box in self.boxes.items():
            box.set_value(self._session.value(key))

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self._findings = findings
        for key, box in self.boxes.items():
            box.set_remarks(findings.get(key, ()))

    def _is_choosing(self, item: str) -> bool:
        """Return whether somebody is about to choose the organisation: arrow keys try each."""
        box = self.boxes.get(Key(self._groups.named, item))
        return box is not None and box.isAncestorOf(box.window().focusWidget() or self)

    def _is_asked(self, name: str, row: int) -> bool:
        """Return whether an answer is wanted: a note only where there is something to explain."""
        question = self._session.form.questions[name]
        if question.type is not QuestionType.LINE or self._groups.value(row, name) is not None:
            return True
        organisation = self._groups.rows[row].organisation
        is_double = sum(one.organisation == organisation for one in self._groups.rows) > 1
        given = (*self._groups.other_numbers, self._groups.km)
        return is_double or any(self._groups.value(row, one) is not None for one in given if one)

    def _build_boxes(self, item: str, questions: tuple[str, ...]) -> None:
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for name in questions:
            question = self._session.form.questions[name]
            self.boxes[Key(name, item)] = self._build_box(question, item)
        self.grid.show_cells(tuple(self.boxes.values()))
        self.grid.setVisible(bool(self.boxes))

    def _build_box(self, question: Question, item: str) -> QuestionBox:
        session = self._session
        choices = build_choices(question, session, item)
        field = build_answer_field(question, item, choices, session, self._theme)
        heading = build_question_text(question, session.pack, session.texts).heading
        text = QuestionText(heading, heading)
        box = QuestionBox(Key(question.id, item), field, text, self._theme)
        set_role(box.heading, "quiet")
        box.edited.connect(session.edit)
        box.focused.connect(self.focused)
        box.set_remarks(self._findings.get(box.key, ()))
        return box


class PersonsLine(LineEdit):
    """The number of persons of each partner; Enter adds them all."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark_unspelled(self, TextKind.VALUE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add all partners on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)


class TravellersBox(QFrame):
    """The grid of an activity's travellers, with the button that adds all partners."""

    focused = Signal(object)

    def __init__(
        self, heading: str, groups: TravellerList, session: Session, language: str, theme: Theme
    ) -> None:
        super().__init__()
        self.groups = groups
        self.model = TravellersModel(groups, session, language)
        self.table = TravellersTable(self.model, theme)
        set_accessible_name(self.table, heading)
        self.panel = GroupPanel(groups, session, theme)
        self.refused_label = wrapped_label("", "warm")
        self.refused_label.hide()
        head = self._build_head(heading, theme)
        content = (head, self.table, self.refused_label, self.panel)
        build_column(self, *content, margins=(0, 1, 0, 1))
        self.table.focused.connect(self.focused)
        self.table.row_changed.connect(self._show_panel)
        self.table.refused.connect(self._on_refused)
        self.panel.focused.connect(self.focused)
        self.panel.row_wanted.connect(self._on_row_wanted)
        self.panel.removed.connect(self._on_removed)

    def _build_head(self, heading: str, theme: Theme) -> QWidget:
        title = short_label(heading, "heading")
        icon = theme.accent_icon("users")
        self.fill_button = push_button(icon, self.tr("Add all partners"), clicked=self.add_partners)
        self.persons_line = PersonsLine()
        self.persons_line.setText(str(USUAL))
        self.persons_line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.persons_line.setFixedWidth(self.fontMetrics().averageCharWidth() * 4 + GRID * 3)
        self.persons_line.confirmed.connect(self.add_partners)
        set_accessible_name(self.persons_line, self.tr("People of each partner"))
        each = button_group(self.persons_line, QLabel(self.tr("people each")))
        tools = InnerRow(self.fill_button, each)
        head = WrappingRow(title, tools)
        head.row.addWidget(title, 1)
        head.row.addWidget(tools, 0, Qt.AlignmentFlag.AlignLeft)
        return head

    def refresh(self, grant: Grant | None) -> None:
        """Show the present groups and what they cost."""
        current, before = self.table.currentIndex(), self.groups.rows
        place = (current.row(), current.column())
        here = before[place[0]] if self._is_group(place[0]) else None
        self.model.refresh(grant)
        if here is not None:
            row = self._find_row(here, place[0])
            if row != self.table.currentIndex().row():
                self.table.show_cell(row, place[1])
        is_missing = bool(self.groups.list_missing())
        self.fill_button.setEnabled(is_missing)
        self.fill_button.setToolTip("" if is_missing else self.tr("All partners are in the list."))
        self._show_panel()

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings in their rows, and at the fields below."""
        self.model.show_findings(findings)
        self.panel.show_findings(findings)

    def find_widget(self, key: Key) -> QWidget | None:
        """Return the widget of an answer, with the cursor in its cell."""
        if key == Key(self.groups.list_id, self.groups.owner):
            return self.table
        place = self.model.find(key)
        if place is None:
            return None
        self.table.show_cell(*place)
        self._show_panel()
        return self.panel.boxes.get(key, self.table)

    def add_partners(self) -> None:
        """Let the usual number of persons of each partner travel; the focus stays in the grid."""
        text = self.persons_line.text().strip()
        self.groups.add_partners(
            int(text) if text.isdecimal() and len(text) <= MAX_DIGITS else USUAL
        )
        self.table.focus_first()

    def _is_group(self, row: int) -> bool:
        return 0 <= row < len(self.groups.rows)

    def _find_row(self, before: Traveller, row: int) -> int:
        """Return where a group is now, else another one of its organisation."""
        groups = enumerate(self.groups.rows)
        ranks = [
            (one.item != before.item or not one.item, number != row, number)
            for number, one in groups
            if (one.item and one.item == before.item) or one.organisation == before.organisation
        ]
        return min(ranks)[2] if ranks else 0

    def _show_panel(self) -> None:
        questions = (*self.table.hidden_numbers(), *self.groups.others)
        self.panel.show_row(self.table.currentIndex().row(), questions)

    def _on_refused(self, text: str) -> None:
        self.refused_label.setText(text)
        self.refused_label.setVisible(bool(text))

    def _on_row_wanted(self) -> None:
        row = self.table.currentIndex().row()
        organisation, item = self.groups.rows[row].organisation, self.groups.rows[row].item
        self.groups.add_row(row)
        added = [
            number
            for number, one in enumerate(self.groups.rows)
            if one.organisation == organisation and one.item != item
        ]
        self.table.show_cell(added[-1], self.model.columns.index(self.groups.persons))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self) -> None:
        row = self.table.currentIndex().row()
        self.groups.remove_row(row)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
