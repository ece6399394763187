"""The last screens: priorities, the project's identity, and the summary."""

from __future__ import annotations

from erasmus_desk.call.form import Group, QuestionType
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.visibility import options

from ..fields.question_box import ReadingBox
from ..i18n.value_text import said
from ..pages.form.priorities_page import PrioritiesView
from ..pages.form.questions_view import QuestionsView
from ..pages.question_texts import option_name
from ..session.session import Session
from ..theme.theme import Look
from ..widgets.labels import wrapped
from .page import Screen

PROPOSAL_ROLES = ("title", "acronym", "language", "start", "months")
ORGANISATION_ROLES = ("organisation_name", "organisation_country")
AFTER_ROLES = ("agency",)


class PrioritiesScreen(Screen):
    """The priorities of the call, each with its full explanation."""

    def __init__(self, session: Session, look: Look) -> None:
        """Build the cards."""
        super().__init__()
        self.set_title(self.tr("Which priorities?"))
        rule = session.texts.get("rule.priority-needed")
        self.column.addWidget(wrapped(rule, "quiet"))
        self.priorities = PrioritiesView(session, look)
        self.column.addWidget(self.priorities)
        session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the field offers and what is chosen."""
        self.priorities.refresh()


class IdentityScreen(Screen):
    """Title, acronym, language, dates, the applicant and its agency."""

    def __init__(self, session: Session, look: Look) -> None:
        """Build the questions that play these parts, as far as the call has them."""
        super().__init__()
        self.set_title(self.tr("What is it called, and who applies?"))
        pack = session.pack
        first = session.draft.items(pack.role("organisations"))[:1]
        self._views = [
            QuestionsView(session, look, (_group(session, PROPOSAL_ROLES),)),
            QuestionsView(session, look, (_group(session, AFTER_ROLES),)),
        ]
        if first:
            view = QuestionsView(
                session, look, (_group(session, ORGANISATION_ROLES),), item=first[0]
            )
            self._views.insert(1, view)
        for view in self._views:
            self.column.addWidget(view)
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the present answers."""
        for view in self._views:
            view.refresh()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()


class SummaryScreen(Screen):
    """All choices once more, before the draft is made."""

    def __init__(self, session: Session, folder: str) -> None:
        """Keep what to show; it is filled when it is shown."""
        super().__init__()
        self.set_title(self.tr("Your choices"))
        self._session = session
        self._folder = folder
        self._boxes: list[ReadingBox] = []

    def refresh(self) -> None:
        """Show the present choices."""
        for box in self._boxes:
            box.deleteLater()
        self._boxes = [ReadingBox(self.tr("Call"), self._session.texts.get("pack.name"))]
        roles = ("kind", "field", "schools_only", "round", "main_priority", "other_priorities")
        for role in (*roles, *PROPOSAL_ROLES, *ORGANISATION_ROLES, *AFTER_ROLES):
            self._add(role)
        note = self.tr(
            "The draft is kept in {}. Everything can be changed later, and every step can be "
            "reached at any time."
        )
        self._boxes.append(ReadingBox("", note.format(self._folder)))
        for box in self._boxes:
            self.column.addWidget(box)

    def _add(self, role: str) -> None:
        session = self._session
        question = session.pack.question(session.pack.role(role))
        if question is None:
            return
        owner = session.form.list_of(question.id)
        item = session.draft.items(owner)[0] if owner else ""
        value = session.value(Key(question.id, item))
        if value is not None:
            heading = session.texts.short(question.id)
            self._boxes.append(ReadingBox(heading, chosen_words(session, question.id, value)))


def chosen_words(session: Session, name: str, value: Value) -> str:
    """Give an answer in words, choices by their names."""
    question = session.form.questions[name]
    found = session.pack.option_set(question)
    if found is None or question.type not in (QuestionType.CHOICE, QuestionType.MULTI):
        return said(value, session.texts)
    named = {
        option.id: option_name(found, option, session.texts)
        for option in options(question, session.draft, session.pack)
    }
    picked = value if isinstance(value, tuple) else (str(value),)
    return said(tuple(named.get(one, one) for one in picked), session.texts)


def _group(session: Session, roles: tuple[str, ...]) -> Group:
    """Gather questions under the heading they have in the form, if they share one."""
    found = (session.pack.role(role) for role in roles)
    names = tuple(name for name in found if name in session.form.questions)
    every = (group for section in session.form.sections for group in section.groups)
    homes = [group for group in every if set(names) <= set(group.questions)]
    return Group(homes[0].id if homes and names else "start", "", names)
