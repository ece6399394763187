"""Makes the page of a step; the kind of page is loaded with the first of it that is shown.

The pages of an open draft: each built when it is first shown, and kept from then on.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from erasmus_desk.call.form import Layout, Section
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import is_own
from erasmus_desk.i18n.messages import Sentences

from ..pages.activities.page import ActivitiesPage
from ..pages.activity_model import plan_list_of, plan_lists
from ..pages.base import Page
from ..pages.budget.page import BudgetPage
from ..pages.checks_page import ReviewPage
from ..pages.export.page import WordPage
from ..pages.export.preview_page import PreviewPage
from ..pages.feedback.page import FeedbackPage
from ..pages.form.hidden_answers_page import ParkedPage
from ..pages.form.list_page import ListPage
from ..pages.form.priorities_page import PrioritiesPage
from ..pages.form.section_page import SectionPage
from ..pages.review_import.decision_model import Choices
from ..pages.review_import.page import ComingPage
from ..session.check_runner import Watch
from ..session.session import Session
from ..theme.theme import Look

ACTIVITIES, PARKED, REVIEW, WORD = "activities", "parked", "review", "word"
FEEDBACK, COMING, PREVIEW = "feedback", "coming", "preview"
"""Ids of the steps that are no section."""
PROFILES = ("clean", "questions", "partners")
_SECTION = "form:"


def section_step(section: str) -> str:
    """Give the id of the step that shows a section; no call can name one of ours like it."""
    return f"{_SECTION}{section}"


def step_of(key: Key, session: Session) -> str:
    """Give the id of the step that shows an answer, or nothing if none asks it now."""
    if is_own(key):
        return FEEDBACK
    planned = plan_list_of(key.question, session)
    if planned:
        is_asked = planned in (plan.spec.id for plan in plan_lists(session))
        return ACTIVITIES if is_asked else ""
    section = session.form.section_of(key.question)
    return section_step(section.id) if section is not None else ""


class PageMaker(QObject):
    """Builds each page when it is asked for, and passes on what pages ask of the window."""

    export_wanted = Signal(object)
    review_wanted = Signal()
    preview_wanted = Signal()
    preview_built = Signal(object)
    """A preview that asks for its pages."""
    book_wanted = Signal()
    remembered = Signal(str)
    bring_wanted = Signal()

    def __init__(self, session: Session, watch: Watch, sentences: Sentences, look: Look) -> None:
        """Make pages for a session."""
        super().__init__()
        self._session = session
        self._watch = watch
        self._sentences = sentences
        self._look = look

    def page(self, step: str) -> Page | None:
        """Build the page of a step, or `None` for a step the form does not have."""
        if step == ACTIVITIES:
            return ActivitiesPage(self._session, self._look)
        if step == PARKED:
            return ParkedPage(self._session)
        if step == REVIEW:
            return ReviewPage(self._session, self._watch, self._sentences, self._look)
        built = {WORD: self._word, FEEDBACK: self._feedback, PREVIEW: self._preview}.get(step)
        if built is not None:
            return built()
        wanted = step.removeprefix(_SECTION)
        found = (one for one in self._session.form.sections if one.id == wanted)
        section = next(found, None)
        return self._section(section) if section is not None else None

    def _word(self) -> WordPage:

        page = WordPage(self._session, self._watch, PROFILES, self._look)
        page.export_wanted.connect(self.export_wanted)
        page.review_wanted.connect(self.review_wanted)
        page.preview_wanted.connect(self.preview_wanted)
        return page

    def _preview(self) -> PreviewPage:

        page = PreviewPage(self._session, self._look, self._is_asked)
        self.preview_built.emit(page)
        return page

    def _is_asked(self, key: Key) -> bool:
        return bool(step_of(key, self._session))

    def coming(self, choices: Choices) -> ComingPage:
        """Build the page of a home-coming."""
        return ComingPage(self._session, self._look, choices)

    def _feedback(self) -> Page:

        page = FeedbackPage(self._session, self._look)
        page.bring_wanted.connect(self.bring_wanted)
        return page

    def _section(self, section: Section) -> Page:
        if section.layout is Layout.PRIORITIES:
            return PrioritiesPage(section, self._session, self._look)
        if section.layout is Layout.LIST:
            page = ListPage(section, self._session, self._look)
            page.book_wanted.connect(self.book_wanted)
            page.remembered.connect(self.remembered)
            return page
        if section is self._session.form.section_of(self._session.pack.role("budget_comment")):
            return BudgetPage(section, self._session, self._watch, self._sentences, self._look)

        return SectionPage(section, self._session, self._look)


class PageStack(QStackedWidget):
    """Holds the pages by their steps and shows one of them."""

    focused = Signal(object)
    asked_for = Signal(object)

    def __init__(self, maker: PageMaker) -> None:
        """Begin without a page."""
        super().__init__()
        self._maker = maker
        self._pages: dict[str, Page] = {}

    def page(self, step: str) -> Page | None:
        """Give the page of a step, built if it was never shown; `None` where there is none."""
        if step not in self._pages:
            page = self._maker.page(step)
            if page is None:
                return None
            self.put(step, page)
        return self._pages[step]

    def built(self, step: str) -> Page | None:
        """Give the page of a step if it was ever shown."""
        return self._pages.get(step)

    def put(self, step: str, page: Page) -> None:
        """Keep a page for a step."""
        page.focused.connect(self.focused)
        page.asked_for.connect(self.asked_for)
        self._pages[step] = page
        self.addWidget(page)

    def drop(self, step: str) -> bool:
        """Let go of the page of a step; tells whether there was one."""
        page = self._pages.pop(step, None)
        if page is None:
            return False
        self.removeWidget(page)
        page.deleteLater()
        return True
