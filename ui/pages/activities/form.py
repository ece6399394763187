"""The form of one activity: short answers side by side, then its travellers, then its texts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.budget.grant import Grant
from erasmus_desk.budget.journeys import find_travel_rule
from erasmus_desk.call.form import Group, NameSource, Question, QuestionType
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.i18n.messages import Messages

from ...fields.choice_fields import ChoiceField
from ...fields.question_box import QuestionBox
from ...fields.values import QuestionText
from ...i18n import plurals
from ...i18n.joined import join_parts
from ...session.session import Session
from ...theme.theme import COLUMN_WIDTH, GRID, Theme, find_text_scale
from ...widgets.labels import wrapped_label
from ...widgets.layouts import FlowGrid, build_column, limit_width
from ..activity_model import ActivityList
from ..base import FieldFindings
from ..form.questions_view import QuestionsView, QuestionWidgets
from .proposals import (
    PlanQuestions,
    Settled,
    find_plan_questions,
    follow_host,
    is_place_of_host,
    read_settled,
    read_span,
    settle,
)
from .travellers import TravellerList
from .travellers_box import TravellersBox

NAME_CELL, SHORT_CELL = 34, 20
"""Least widths of the first row of answers, and of the other short ones, in characters."""
SHORT_PARTS = 4
"""Parts of a line of short answers, also where fewer are asked."""
LINE_GAP = GRID * 3 // 2
"""Pixels between two lines of short answers."""
SHORT_CHOICE = 8
"""Characters of a choice that are always seen."""
LONG_TYPES = (
    QuestionType.TEXT,
    QuestionType.MULTI,
    QuestionType.ITEMS,
    QuestionType.STATIC,
    QuestionType.COMPUTED,
    QuestionType.TABLE,
)
"""Types of question that take the whole width."""


class ActivityWidgets(QuestionWidgets):
    """Builds the questions of an activity: short ones side by side, travellers as a grid."""

    def __init__(
        self,
        activity_list: ActivityList,
        item: str,
        session: Session,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__(session, theme, item, "")
        self.grids: dict[str, TravellersBox] = {}
        self.texts: list[QWidget] = []
        """What is read in lines: no wider than a column of text."""
        self.asked = find_plan_questions(activity_list.spec, session)
        self.hint_label = wrapped_label("", "quiet")
        self.hint_label.setContentsMargins(0, GRID // 2, 0, 0)
        self.slot = build_column(None, margins=(0, 1, 0, 1))
        """Where the grant stands if there is no room beside the form."""
        self._flows: list[tuple[FlowGrid, tuple[QuestionBox, ...]]] = []
        self._messages = messages

    def all_widgets(self) -> dict[str, QWidget]:
        """Return all widgets by question."""
        return {**super().all_widgets(), **self.grids}

    def build_group(self, group: Group, view: QWidget) -> QWidget:
        """Build a group in a view without its heading, which the list of activities has."""
        asked = [self._session.form.questions[name] for name in group.questions]
        short = [one for one in asked if one.type not in LONG_TYPES]
        first = [one for one in short if self._is_first(one)]
        rest = [one for one in short if one not in first]
        tables = [one for one in asked if one.type is QuestionType.TABLE]
        texts = [one for one in asked if one.type in LONG_TYPES and one not in tables]
        widget = QWidget(view)
        column = build_column(widget, spacing=0)
        flows = QVBoxLayout()
        flows.setSpacing(LINE_GAP)
        for questions, width in ((first, NAME_CELL), (rest, SHORT_CELL)):
            if questions:
                flows.addWidget(self._build_flow(questions, width))
        column.addLayout(flows)
        for fold in self.list_helps(short):
            column.addWidget(fold)
        if self.asked.name in group.questions:
            if self.asked.host:  # what it says is about a stay at a host
                column.addWidget(self.hint_label)
            column.addLayout(self.slot)
        for question in tables:
            column.addWidget(self._build_question(question))
        for question in texts:
            text = self._build_question(question)
            self.texts.append(text)
            column.addLayout(limit_width(text))
        return widget

    def describe(self, question: Question) -> QuestionText:
        """Return the name of a short question alone; a long one is asked in full."""
        text = super().describe(question)
        return text if question.type in LONG_TYPES else QuestionText(text.heading, text.heading)

    def arrange(self) -> None:
        """Close the gaps that hidden questions leave between the short ones."""
        for flow, boxes in self._flows:
            flow.show_cells(tuple(box for box in boxes if not box.isHidden()))

    def _is_first(self, question: Question) -> bool:
        """Return whether a question says what, who or which type: such answers are long."""
        options = self._session.pack.option_set(question)
        is_type = options is not None and options.naming is NameSource.TEXTS
        is_line = question.type is QuestionType.LINE and question.id != self.asked.city
        return is_line or question.type is QuestionType.ITEM or is_type

    def _build_flow(self, questions: list[Question], width: int) -> FlowGrid:
        for question in questions:
            self._build_question(question)
        boxes = tuple(self.boxes[question.id] for question in questions)
        for box in boxes:
            box.set_small()
            if isinstance(box.field, ChoiceField):
                box.field.combo.setMinimumContentsLength(SHORT_CHOICE)
        is_filled = width == NAME_CELL
        flow = FlowGrid(width, is_filled=is_filled, parts=1 if is_filled else SHORT_PARTS)
        flow.set_line_gap(LINE_GAP)
        flow.show_cells(boxes)
        self._flows.append((flow, boxes))
        return flow

    def _build_question(self, question: Question, parent: QWidget | None = None) -> QWidget:
        rule = find_travel_rule(self._session.pack, question.rows) if question.rows else None
        if rule is None:
            return super()._build_question(question, parent)
        groups = TravellerList(rule, self._item, self.asked.host, self._session, self._messages)
        heading = self._session.texts.short_label(question.id)
        language = self._messages.language
        box = TravellersBox(heading, groups, self._session, language, self._theme)
        self.grids[question.id] = box
        return box


class ActivityForm(QWidget):
    """The answers of one activity; those that follow from others are filled in with them."""

    focused = Signal(object)

    def __init__(
        self,
        activity_list: ActivityList,
        item: str,
        session: Session,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.item = item
        self._session = session
        self._before = Settled()
        self._grant: Grant | None = None
        self._shown: tuple[bool, ...] = ()
        self.widgets = ActivityWidgets(activity_list, item, session, messages, theme)
        self.view = QuestionsView(
            session,
            theme,
            activity_list.groups,
            item=item,
            widgets=self.widgets,
            edit=self._edit,
        )
        self.column = build_column(self, self.view)
        self.view.focused.connect(self.focused)
        for grid in self.widgets.grids.values():
            grid.focused.connect(self.focused)
        for name in self.asked.settling:
            box = self.widgets.boxes.get(name)
            if box is not None:
                (box.field.focusProxy() or box.field).installEventFilter(self)
        self._limit_texts()
        self._refresh_rest()

    @property
    def asked(self) -> PlanQuestions:
        """The questions of this activity by what they mean."""
        return self.widgets.asked

    def refresh(self) -> None:
        """Show the present answers."""
        self.view.refresh()
        self._refresh_rest()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        self.view.on_changes(keys)
        self._refresh_rest(has_new_groups=any(map(self._concerns_groups, keys)))

    def show_grant(self, grant: Grant | None) -> None:
        """Show what each group costs."""
        self._grant = grant
        for grid in self.widgets.grids.values():
            grid.refresh(grant)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self.view.show_findings(findings)
        for grid in self.widgets.grids.values():
            grid.show_findings(findings)

    def find_widget(self, key: Key) -> QWidget | None:
        """Return the widget of an answer, if it is here."""
        for grid in self.widgets.grids.values():
            found = grid.find_widget(key)
            if found is not None:
                return found
        return self.view.find_widget(key)

    def focus_first(self) -> None:
        """Put the focus on the host, who fills in the most; without one on the title."""
        name = self.asked.host or self.asked.name
        box = self.widgets.boxes.get(name) or next(iter(self.widgets.boxes.values()), None)
        if box is not None:
            box.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        """Let the texts grow with their letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._limit_texts()

    def _limit_texts(self) -> None:
        most = round(COLUMN_WIDTH * find_text_scale(self))
        for text in self.widgets.texts:
            text.setMaximumWidth(most)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill in what follows from a place or a date once the focus leaves its field."""
        if isinstance(event, QFocusEvent) and event.reason() is not Qt.FocusReason.PopupFocusReason:
            if event.gotFocus():
                self._before = read_settled(self.asked, self.item, self._session)
            else:
                self._settle()
        return super().eventFilter(watched, event)

    def _edit(self, key: Key, value: Value | None) -> None:
        session = self._session
        if key.question == self.asked.host and key.item == self.item:
            session.perform(follow_host(self.asked, self.item, value, session))
            return
        box = self.widgets.boxes.get(key.question)
        is_picked = key.question in self.asked.settling and box is not None
        line = box.field.focusProxy() if box is not None else None
        if is_picked and line is not None and not line.hasFocus():
            self._before = read_settled(self.asked, self.item, session)
            session.edit(key, value)
            self._settle()
        else:
            session.edit(key, value)

    def _settle(self) -> None:
        if self.item not in self._session.draft.items(self._list_id()):
            return
        self._session.perform(settle(self.asked, self.item, self._before, self._session))
        self._before = read_settled(self.asked, self.item, self._session)

    def _list_id(self) -> str:
        return self._session.form.list_of(self.asked.name)

    def _concerns_groups(self, key: Key) -> bool:
        """Return whether the travellers depend on an answer: no text and no title is one."""
        own = self._session.form.list_of(key.question)
        asked = (self.asked.host, self.asked.city, self.asked.country)
        return key.item != self.item or key.question in asked or not own

    def _refresh_rest(self, *, has_new_groups: bool = True) -> None:
        for grid in self.widgets.grids.values() if has_new_groups else ():
            grid.refresh(self._grant)
        shown = tuple(not box.isHidden() for box in self.widgets.boxes.values())
        if shown != self._shown:
            self._shown = shown
            self.widgets.arrange()
        days = read_span(self.asked, self.item, self._session)
        parts = [plurals.days(days)] if days and self.asked.host else []
        if is_place_of_host(self.asked, self.item, self._session):
            parts.append(self.tr("City and country come from the host"))
        self.widgets.hint_label.setText(join_parts(*parts))
