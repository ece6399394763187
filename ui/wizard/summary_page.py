"""The last page of the guided start: everything that was chosen, what is missing, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.i18n.messages import Messages

from ..fields.question_box import build_remark_line
from ..i18n import plurals
from ..pages.base import Card
from ..session.check_runner import CheckRunner
from ..session.session import Session
from ..theme.theme import Theme
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import icon_size, text_button
from ..widgets.labels import marked_line, wrapped_label
from ..widgets.layouts import build_column, build_row, clear_layout, list_widgets
from .aside import MeaningPane
from .final_pages import (
    AFTER_ROLES,
    ORGANISATION_ROLES,
    PROPOSAL_ROLES,
    collect_remarks,
    list_answers,
)
from .meaning import Meaning, describe_identity
from .page import WizardPage
from .steps import StartStep, name_step

ROLES = {
    StartStep.FIELD: ("field",),
    StartStep.PRIORITIES: ("main_priority", "other_priorities"),
    StartStep.IDENTITY: (*PROPOSAL_ROLES, *ORGANISATION_ROLES, *AFTER_ROLES),
}
NAME_WIDTH = 200


class SummaryPage(WizardPage):
    """All choices, before the proposal is created; each step can be gone back to."""

    step_requested = Signal(int)
    """The index of a step."""

    def __init__(
        self, session: Session, folder: str, theme: Theme, messages: Messages,
        read_answer: Callable[[StartStep], str], steps: tuple[StartStep, ...],
    ) -> None:  # fmt: skip
        """`read_answer` returns what was chosen on the page of a step."""
        super().__init__(StartStep.SUMMARY, MeaningPane(theme))
        self._session = session
        self._folder = folder
        self._theme = theme
        self._messages = messages
        self._read_answer = read_answer
        self._steps = tuple(one for one in steps if one is not StartStep.SUMMARY)
        self.missing: list[str] = []
        """The names of the required answers that are missing."""
        self.change_buttons: dict[StartStep, QWidget] = {}
        note = self.tr("Your proposal will be saved in {}. You can change every answer later.")
        self.column.addWidget(wrapped_label(note.format(folder), "quiet"))
        self._cards = build_column(None, spacing=1.5)
        self.column.addLayout(self._cards)

    def refresh(self) -> None:
        """Show the present choices."""
        session = self._session
        checks = CheckRunner(session)
        checks.run_now()
        remarks = collect_remarks(checks, session, self._messages)
        asked = {one.key: one.question for one in visible_questions(session.draft, session.pack)}
        self.missing, self.change_buttons = [], {}
        for old in list_widgets(self._cards):
            old.hide()
        clear_layout(self._cards)
        for step in self._steps:
            card = Card(self._build_head(step), spacing=0.5)
            if step not in ROLES:
                card.column.addWidget(wrapped_label(self._read_answer(step)))
            for key, name, text in list_answers(session, self._list_questions(step)):
                if key not in asked and not text:
                    continue
                is_missing = not text and asked[key].required
                if is_missing:
                    self.missing.append(name)
                card.column.addWidget(self._build_row(name, text, is_missing=is_missing))
                for remark in remarks.get(key, ()):
                    card.column.addWidget(build_remark_line(remark, self._theme))
            self._cards.addWidget(card)
        checks.deleteLater()
        self.refresh_aside()

    def _list_questions(self, step: StartStep) -> Iterator[str]:
        """Yield the questions that are asked on the page of a step."""
        yield from map(self._session.pack.role, ROLES.get(step, ()))
        if step is StartStep.FIELD:
            yield from self._session.pack.field_questions

    def refresh_aside(self) -> None:
        """Show what is missing, which can be answered later, and what the proposal will be."""
        session = self._session
        meanings = describe_identity(session.draft, session.pack, session.texts)
        if self.missing:
            later = self.tr("You can create the proposal now and answer later: {}.")
            text = later.format(", ".join(self.missing))
            meanings = (
                Meaning("circle", plurals.missing_answers(len(self.missing)), text),
                *meanings,
            )
        self.pane.show_meanings(meanings, session.pack, session.texts)

    def _build_head(self, step: StartStep) -> QWidget:
        name = name_step(step)
        button = text_button(self.tr("Change"), role="link")
        set_accessible_name(button, self.tr("Change: {}").format(name))
        button.clicked.connect(lambda: self.step_requested.emit(self._steps.index(step)))
        self.change_buttons[step] = button
        head = QWidget()
        row = build_row(head, wrapped_label(name, "label"), button)
        row.setStretch(0, 1)
        return head

    def _build_row(self, name: str, text: str, *, is_missing: bool) -> QWidget:
        row = QWidget()
        label = wrapped_label(name, "quiet")
        label.setMinimumWidth(NAME_WIDTH)
        line = build_row(row, spacing=2)
        line.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        value: QWidget = wrapped_label(text or "–")
        if is_missing:
            icon = self._theme.icons.icon("circle", self._theme.colours.quiet)
            sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
            value = marked_line(sign, wrapped_label(self.tr("not answered yet"), "quiet"))
        line.addWidget(value, 2)
        return row
