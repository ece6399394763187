"""The last page of the guided start: everything that was chosen, what is missing, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.i18n.messages import Messages

from ..fields.question_box import build_remark_line
from ..fields.values import Remark
from ..i18n import plurals
from ..pages.base import Card
from ..session.check_runner import CheckRunner
from ..session.session import Session
from ..theme.theme import GRID, Theme
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import WrappingRow, icon_size, text_button
from ..widgets.hairline import build_line
from ..widgets.labels import marked_line, wrapped_label
from ..widgets.layouts import add_content, build_column, clear_layout, list_widgets
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
        self._parts = build_column(None, spacing=1)
        self.column.addWidget(Card(self._parts))

    def refresh(self) -> None:
        """Show the present choices."""
        session = self._session
        checks = CheckRunner(session)
        checks.run_now()
        remarks = collect_remarks(checks, session, self._messages)
        asked = {one.key: one.question for one in visible_questions(session.draft, session.pack)}
        self.missing, self.change_buttons = [], {}
        for old in list_widgets(self._parts):
            old.hide()
        clear_layout(self._parts)
        for step in self._steps:
            if step is not self._steps[0]:
                self._parts.addWidget(build_line())
            if step not in ROLES:
                answer = wrapped_label(self._read_answer(step))
                self._parts.addWidget(self._build_head(step, answer))
                continue
            values: list[tuple[str, QWidget, tuple[Remark, ...]]] = []
            for key, name, text in list_answers(session, self._list_questions(step)):
                if key not in asked and not text:
                    continue
                is_missing = not text and asked[key].required
                if is_missing:
                    self.missing.append(name)
                value = self._build_value(text, is_missing=is_missing)
                values.append((name, value, remarks.get(key, ())))
            self._parts.addWidget(self._build_part(step, values))
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

    def _build_part(
        self, step: StartStep, values: list[tuple[str, QWidget, tuple[Remark, ...]]]
    ) -> QWidget:
        """Build a step with the names of its answers, unless it has but one."""
        is_single = len(values) == 1
        rows: list[QWidget] = [self._build_head(step, values[0][1] if is_single else None)]
        edge = self.change_buttons[step].sizeHint().width() + 2 * GRID
        for name, value, remarks in values:
            if not is_single:
                # All answers are in one column, also beside the button.
                rows.append(_AnswerRow(wrapped_label(name, "quiet"), value, edge=edge))
            rows += (build_remark_line(one, self._theme) for one in remarks)
        part = QWidget()
        build_column(part, *rows, spacing=0.5)
        return part

    def _build_head(self, step: StartStep, value: QWidget | None) -> QWidget:
        """Build the name of a step with a way back, and its answer where it has but one."""
        name = name_step(step)
        button = text_button(self.tr("Change"), role="link")
        set_accessible_name(button, self.tr("Change: {}").format(name))
        button.clicked.connect(lambda: self.step_requested.emit(self._steps.index(step)))
        button.ensurePolished()
        self.change_buttons[step] = button
        return _AnswerRow(wrapped_label(name, "label"), value or QWidget(), button)

    def _build_value(self, text: str, *, is_missing: bool) -> QWidget:
        if not is_missing:
            return wrapped_label(text or "–")
        icon = self._theme.icons.icon("circle", self._theme.colours.quiet)
        sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
        return marked_line(sign, wrapped_label(self.tr("not answered yet"), "quiet"))


class _AnswerRow(WrappingRow):
    """A name, its answer and a button side by side; below each other where words need it."""

    def __init__(self, label: QLabel, value: QWidget, *others: QWidget, edge: int = 0) -> None:
        """`edge` are pixels to leave empty at the right."""
        super().__init__(label, value, *others)
        label.setMinimumWidth(NAME_WIDTH)
        self._edge = edge
        self.row.addWidget(label, 1)
        self.row.addWidget(value, 2)
        add_content(self.row, *others)
        if not others:
            self.row.setAlignment(label, Qt.AlignmentFlag.AlignTop)

    def needed_width(self) -> int:
        """Return the width in which no word is cut."""
        needed = (max(one.minimumSizeHint().width(), one.minimumWidth()) for one in self.widgets)
        return sum(needed) + 2 * GRID * (len(self.widgets) - 1) + self._edge

    def arrange(self) -> None:
        """Leave room between what is side by side."""
        is_across = self.needed_width() <= self.width()
        self.row.setSpacing(2 * GRID if is_across else 0)
        self.row.setContentsMargins(0, 0, self._edge if is_across else 0, 0)
        super().arrange()
