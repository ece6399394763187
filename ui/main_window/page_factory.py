"""The pages of an open draft: each is built when it is first shown, and kept from then on."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from erasmus_desk.budget.matrix import find_matrix, find_share_section
from erasmus_desk.call.form import Section, SectionLayout
from erasmus_desk.draft.carry_marks import is_carry_key
from erasmus_desk.draft.copying import is_copying_key
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.papers import find_paper_question, is_paper_key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.i18n.messages import Messages

from ..pages.activity_model import collect_activity_lists, find_activity_list
from ..pages.base import Page
from ..session.check_runner import CheckRunner
from ..session.session import Session
from ..theme.theme import Theme
from .page_focus import PageFocus

OVERVIEW = "overview"
ACTIVITIES, TIMELINE = "activities", "timeline"
CARRIED, HIDDEN, CHECKS, EXPORT = "carried", "hidden", "review", "word"
FEEDBACK, REVIEW_IMPORT, PREVIEW = "feedback", "review-import", "preview"
COPY_DESK, HISTORY = "copy-desk", "history"
"""Ids of the steps that show no section of the form."""
PROFILES = ("clean", "questions", "partners")
PAGES = {
    OVERVIEW: ("..pages.overview.page", "OverviewPage"),
    ACTIVITIES: ("..pages.activities.page", "ActivitiesPage"),
    TIMELINE: ("..pages.timeline.page", "TimelinePage"),
    CARRIED: ("..pages.carried_page", "CarriedPage"),
    HIDDEN: ("..pages.form.hidden_answers_page", "HiddenAnswersPage"),
    CHECKS: ("..pages.checks.page", "ChecksPage"),
    EXPORT: ("..pages.export.page", "ExportPage"),
    PREVIEW: ("..pages.export.preview_page", "PreviewPage"),
    FEEDBACK: ("..pages.feedback.page", "FeedbackPage"),
    COPY_DESK: ("..pages.copy_desk.page", "CopyDeskPage"),
    HISTORY: ("..pages.history.page", "HistoryPage"),
    REVIEW_IMPORT: ("..pages.review_import.page", "ReviewImportPage"),
    SectionLayout.PRIORITIES: ("..pages.form.priorities_page", "PrioritiesPage"),
    SectionLayout.LIST: ("..pages.items.page", "ListPage"),
    SectionLayout.MATRIX: ("..pages.matrix.page", "MatrixPage"),
    SectionLayout.BUDGET: ("..pages.budget.page", "BudgetPage"),
    SectionLayout.FIELDS: ("..pages.form.section_page", "QuestionsPage"),
}
"""Module and class of the page of each step, and of each layout of a section."""


def section_step(section: str) -> str:
    """Return the id of the step that shows a section, prefixed so that it equals no other id."""
    return f"form:{section}"


def find_step(key: Key, session: Session) -> str:
    """Return the id of the step that shows an answer, or "" if the form does not ask it now."""
    if is_copying_key(key):
        return COPY_DESK
    if is_paper_key(key):
        asked = session.form.section_of(find_paper_question(key, session.pack))
        return section_step(asked.id) if asked is not None else ""
    if is_desk_key(key):
        return CARRIED if is_carry_key(key) else FEEDBACK
    shared = find_share_section(session.pack, key.question)
    planned = find_activity_list(key.question, session)
    if shared:
        return section_step(shared)
    if planned:
        is_asked = planned in (plan.spec.id for plan in collect_activity_lists(session))
        return ACTIVITIES if is_asked else ""
    section = session.form.section_of(key.question)
    return section_step(section.id) if section is not None else ""


class PageStack(QStackedWidget):
    """The pages of one session by their steps; `attach` connects the signals of each new one."""

    shown = Signal()
    """Another page is shown."""
    page_due = Signal()
    """A page is about to be built or shown, which may hold the thread for a while."""

    def __init__(
        self,
        session: Session,
        check_runner: CheckRunner,
        messages: Messages,
        theme: Theme,
        attach: Callable[[str, Page], None],
    ) -> None:
        super().__init__()
        PageFocus(self)
        self._session = session
        self._check_runner = check_runner
        self._messages = messages
        self._theme = theme
        self._attach = attach
        self._pages: dict[str, Page] = {}
        self._choices: dict[str, object] = {}

    def read_choices(self) -> dict[str, object]:
        """Return what was chosen on each page that is not in the draft."""
        return {**self._choices, **{step: one.read_choices() for step, one in self._pages.items()}}

    def take_choices(self, choices: dict[str, object]) -> None:
        """Choose this on the pages when they are built: those of another language or theme."""
        self._choices = choices

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show a page and report it."""
        super().setCurrentWidget(widget)
        self.shown.emit()

    def page(self, step: str) -> Page | None:
        """Return the page of a step, built if necessary; `None` where there is none."""
        self.page_due.emit()
        if step not in self._pages:
            page = self._build(step)
            if page is None:
                return None
            self.add_page(step, page)
            page.take_choices(self._choices.pop(step, None))
        return self._pages[step]

    def built_page(self, step: str) -> Page | None:
        """Return the page of a step if it was built already."""
        return self._pages.get(step)

    def reveal(self, step: str, key: Key) -> bool:
        """Show a change by undo on the page of a step; return whether it can."""
        page = self.built_page(step)
        return page is not None and page.reveal(key)

    def add_page(self, step: str, page: Page) -> None:
        """Add the page of a step."""
        self._attach(step, page)
        self._pages[step] = page
        self.addWidget(page)

    def remove_page(self, step: str) -> None:
        """Delete the page of a step, if there is one."""
        page = self._pages.pop(step, None)
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()

    def _build(self, step: str) -> Page | None:
        """Build the page of a step; `None` for a step the form does not have."""
        session, theme = self._session, self._theme
        checks, messages = self._check_runner, self._messages
        values: dict[str, tuple[object, ...]] = {
            OVERVIEW: (session, checks, messages, theme),
            ACTIVITIES: (session, checks, messages, theme),
            TIMELINE: (session, theme),
            CARRIED: (session, messages),
            HIDDEN: (session, theme),
            CHECKS: (session, checks, messages, theme),
            EXPORT: (session, checks, PROFILES, theme),
            PREVIEW: (session, theme, self._is_visible),
            FEEDBACK: (session, theme),
            COPY_DESK: (session, checks, theme),
            HISTORY: (session, theme),
        }
        if step in values:
            return load_page(step)(*values[step])
        sections = {section_step(section.id): section for section in session.form.sections}
        return self._build_section(sections[step]) if step in sections else None

    def _is_visible(self, key: Key) -> bool:
        return bool(find_step(key, self._session))

    def _build_section(self, section: Section) -> Page:
        session, theme, layout = self._session, self._theme, section.layout
        if layout in (SectionLayout.PRIORITIES, SectionLayout.LIST):
            return load_page(layout)(section, session, theme, self)
        matrix = find_matrix(session.pack) if layout is SectionLayout.MATRIX else None
        if matrix is not None:
            return load_page(layout)(section, matrix, session, self._messages, theme)
        if layout.shows_grant:
            checks = self._check_runner
            return load_page(SectionLayout.BUDGET)(section, session, checks, self._messages, theme)
        return load_page(SectionLayout.FIELDS)(section, session, theme, self)


def load_page(step: str) -> Callable[..., Page]:
    """Return the class of the page of a step or a section, loaded when it is first shown.

    A draft opens with one page; all of them with their fields are half of what it would load.
    """
    return cast("Callable[..., Page]", _load(*PAGES[step]))


def load_comments() -> Callable[..., QWidget]:
    """Return the class of the comments beside a page, which have fields for the replies."""
    return cast(
        "Callable[..., QWidget]", _load("..pages.feedback.answer_comments", "AnswerComments")
    )


def _load(module: str, name: str) -> object:
    return getattr(import_module(module, __package__), name)
