"""The pages of an open draft: each is built when it is first shown, and kept from then on."""

from __future__ import annotations

from collections.abc import Callable

from erasmus_desk.budget.matrix import find_matrix, find_share_section
from erasmus_desk.call.form import Section, SectionLayout
from erasmus_desk.draft.carry_marks import is_carry_key
from erasmus_desk.draft.copying import is_copying_key
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.papers import find_paper_question, is_paper_key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.i18n.messages import Messages

from ..pages.activities.page import ActivitiesPage
from ..pages.activity_model import collect_activity_lists, find_activity_list
from ..pages.base import Page
from ..pages.budget.page import BudgetPage
from ..pages.carried_page import CarriedPage
from ..pages.checks.page import ChecksPage
from ..pages.copy_desk.page import CopyDeskPage
from ..pages.export.page import ExportPage
from ..pages.feedback.page import FeedbackPage
from ..pages.form.hidden_answers_page import HiddenAnswersPage
from ..pages.form.priorities_page import PrioritiesPage
from ..pages.form.section_page import QuestionsPage
from ..pages.history.page import HistoryPage
from ..pages.items.page import ListPage
from ..pages.matrix.page import MatrixPage
from ..pages.overview.page import OverviewPage
from ..pages.timeline.page import TimelinePage
from ..session.check_runner import CheckRunner
from ..session.session import Session
from ..theme.theme import Theme
from .columns import PageColumn

OVERVIEW = "overview"
ACTIVITIES, TIMELINE = "activities", "timeline"
CARRIED, HIDDEN, CHECKS, EXPORT = "carried", "hidden", "review", "word"
FEEDBACK, REVIEW_IMPORT, PREVIEW = "feedback", "review-import", "preview"
COPY_DESK, HISTORY = "copy-desk", "history"
"""Ids of the steps that show no section of the form."""
PROFILES = ("clean", "questions", "partners")


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


class PageStack(PageColumn):
    """The pages of one session by their steps; `attach` connects the signals of each new one."""

    def __init__(
        self,
        session: Session,
        check_runner: CheckRunner,
        messages: Messages,
        theme: Theme,
        attach: Callable[[str, Page], None],
    ) -> None:
        super().__init__()
        self._session = session
        self._check_runner = check_runner
        self._messages = messages
        self._theme = theme
        self._attach = attach
        self._pages: dict[str, Page] = {}

    def page(self, step: str) -> Page | None:
        """Return the page of a step, built if necessary; `None` where there is none."""
        if step not in self._pages:
            page = self._build(step)
            if page is None:
                return None
            self.add_page(step, page)
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
        checks = self._check_runner
        builders: dict[str, Callable[[], Page]] = {
            OVERVIEW: lambda: OverviewPage(session, checks, self._messages, theme),
            ACTIVITIES: lambda: ActivitiesPage(session, checks, self._messages, theme),
            TIMELINE: lambda: TimelinePage(session, theme),
            CARRIED: lambda: CarriedPage(session, self._messages),
            HIDDEN: lambda: HiddenAnswersPage(session, theme),
            CHECKS: lambda: ChecksPage(session, checks, self._messages, theme),
            EXPORT: lambda: ExportPage(session, checks, PROFILES, theme),
            PREVIEW: self._build_preview,
            FEEDBACK: lambda: FeedbackPage(session, theme),
            COPY_DESK: lambda: CopyDeskPage(session, checks, theme),
            HISTORY: lambda: HistoryPage(session, theme),
        }
        if step in builders:
            return builders[step]()
        sections = {section_step(section.id): section for section in session.form.sections}
        return self._build_section(sections[step]) if step in sections else None

    def _build_preview(self) -> Page:
        # The layout of pages is loaded with the first preview.
        from ..pages.export.preview_page import PreviewPage  # noqa: PLC0415

        return PreviewPage(self._session, self._theme, self._is_visible)

    def _is_visible(self, key: Key) -> bool:
        return bool(find_step(key, self._session))

    def _build_section(self, section: Section) -> Page:
        session, theme = self._session, self._theme
        if section.layout is SectionLayout.PRIORITIES:
            return PrioritiesPage(section, session, theme)
        if section.layout is SectionLayout.LIST:
            return ListPage(section, session, theme)
        matrix = find_matrix(session.pack) if section.layout is SectionLayout.MATRIX else None
        if matrix is not None:
            return MatrixPage(section, matrix, session, self._messages, theme)
        if section.layout.shows_grant:
            return BudgetPage(section, session, self._check_runner, self._messages, theme)
        return QuestionsPage(section, session, theme)
