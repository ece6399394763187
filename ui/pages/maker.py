"""Makes the page of a step; the kind of page is loaded with the first of it that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from erasmus_desk.call.form import Layout, Section
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.reviewing import is_own
from erasmus_desk.sentences import Sentences

from ..session import Session
from ..theme import Look
from ..watch import Watch
from .base import Page
from .plan import plan_list_of, plan_lists

if TYPE_CHECKING:
    from .coming.choices import Choices
    from .coming.page import ComingPage
    from .preview import PreviewPage
    from .word import WordPage

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
            from .activities import ActivitiesPage  # noqa: PLC0415 - not before it is shown

            return ActivitiesPage(self._session, self._look)
        if step == PARKED:
            from .parked import ParkedPage  # noqa: PLC0415

            return ParkedPage(self._session)
        if step == REVIEW:
            from .review import ReviewPage  # noqa: PLC0415

            return ReviewPage(self._session, self._watch, self._sentences, self._look)
        built = {WORD: self._word, FEEDBACK: self._feedback, PREVIEW: self._preview}.get(step)
        if built is not None:
            return built()
        wanted = step.removeprefix(_SECTION)
        found = (one for one in self._session.form.sections if one.id == wanted)
        section = next(found, None)
        return self._section(section) if section is not None else None

    def _word(self) -> WordPage:
        from .word import WordPage  # noqa: PLC0415

        page = WordPage(self._session, self._watch, PROFILES, self._look)
        page.export_wanted.connect(self.export_wanted)
        page.review_wanted.connect(self.review_wanted)
        page.preview_wanted.connect(self.preview_wanted)
        return page

    def _preview(self) -> PreviewPage:
        from .preview import PreviewPage  # noqa: PLC0415

        page = PreviewPage(self._session, self._look, self._is_asked)
        self.preview_built.emit(page)
        return page

    def _is_asked(self, key: Key) -> bool:
        return bool(step_of(key, self._session))

    def coming(self, choices: Choices) -> ComingPage:
        """Build the page of a home-coming."""
        from .coming.page import ComingPage  # noqa: PLC0415

        return ComingPage(self._session, self._look, choices)

    def _feedback(self) -> Page:
        from .feedback.page import FeedbackPage  # noqa: PLC0415

        page = FeedbackPage(self._session, self._look)
        page.bring_wanted.connect(self.bring_wanted)
        return page

    def _section(self, section: Section) -> Page:
        if section.layout is Layout.PRIORITIES:
            from .priorities import PrioritiesPage  # noqa: PLC0415

            return PrioritiesPage(section, self._session, self._look)
        if section.layout is Layout.LIST:
            from .list import ListPage  # noqa: PLC0415

            page = ListPage(section, self._session, self._look)
            page.book_wanted.connect(self.book_wanted)
            page.remembered.connect(self.remembered)
            return page
        if section is self._session.form.section_of(self._session.pack.role("budget_comment")):
            from .budget import BudgetPage  # noqa: PLC0415

            return BudgetPage(section, self._session, self._watch, self._sentences, self._look)
        from .section import SectionPage  # noqa: PLC0415

        return SectionPage(section, self._session, self._look)
