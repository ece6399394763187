"""The last wizard pages: priorities, title and applicant, and the summary."""

from __future__ import annotations

from erasmus_desk.call.form import Group, QuestionType
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.visibility import available_options

from ..fields.question_box import ReadOnlyBox
from ..i18n.value_text import format_value
from ..pages.form.priorities_page import PrioritiesView
from ..pages.form.questions_view import QuestionsView
from ..pages.question_texts import format_option
from ..session.session import Session
from ..theme.theme import Theme
from ..widgets.labels import wrapped_label
from .page import WizardPage

PROPOSAL_ROLES = ("title", "acronym", "language", "start", "months")
ORGANISATION_ROLES = ("organisation_name", "organisation_country")
AFTER_ROLES = ("agency",)


class WizardPrioritiesPage(WizardPage):
    """The priorities of the call, each with its full explanation."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Which priorities?"))
        rule = session.texts.get("rule.priority-needed")
        self.column.addWidget(wrapped_label(rule, "quiet"))
        self.priorities = PrioritiesView(session, theme)
        self.column.addWidget(self.priorities)
        session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the priorities of the field, and those chosen."""
        self.priorities.refresh()


class IdentityPage(WizardPage):
    """Title, acronym, language, dates, the applicant and its National Agency."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Title and applicant"))
        pack = session.pack
        first = session.draft.items(pack.role("organisations"))[:1]
        self._views = [
            QuestionsView(session, theme, (_group(session, PROPOSAL_ROLES),)),
            QuestionsView(session, theme, (_group(session, AFTER_ROLES),)),
        ]
        if first:
            view = QuestionsView(
                session, theme, (_group(session, ORGANISATION_ROLES),), item=first[0]
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


class SummaryPage(WizardPage):
    """All choices, before the draft is created."""

    def __init__(self, session: Session, folder: str) -> None:
        super().__init__()
        self.set_title(self.tr("Your choices"))
        self._session = session
        self._folder = folder
        self._boxes: list[ReadOnlyBox] = []

    def refresh(self) -> None:
        """Show the present choices."""
        for box in self._boxes:
            box.deleteLater()
        self._boxes = [ReadOnlyBox(self.tr("Call"), self._session.texts.get("pack.name"))]
        roles = ("kind", "field", "schools_only", "round", "main_priority", "other_priorities")
        for role in (*roles, *PROPOSAL_ROLES, *ORGANISATION_ROLES, *AFTER_ROLES):
            self._add(role)
        note = self.tr("Your proposal will be saved in {}. You can change every answer later.")
        self._boxes.append(ReadOnlyBox("", note.format(self._folder)))
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
            heading = session.texts.short_label(question.id)
            self._boxes.append(ReadOnlyBox(heading, format_answer(session, question.id, value)))


def format_answer(session: Session, name: str, value: Value) -> str:
    """Return an answer as text, choices by their labels."""
    question = session.form.questions[name]
    found = session.pack.option_set(question)
    if found is None or question.type not in (QuestionType.CHOICE, QuestionType.MULTI):
        return format_value(value, session.texts)
    named = {
        option.id: format_option(found, option, session.texts)
        for option in available_options(question, session.draft, session.pack)
    }
    picked = value if isinstance(value, tuple) else (str(value),)
    return format_value(tuple(named.get(one, one) for one in picked), session.texts)


def _group(session: Session, roles: tuple[str, ...]) -> Group:
    """Build a group of questions, with the id of their group in the form if they share one."""
    found = (session.pack.role(role) for role in roles)
    names = tuple(name for name in found if name in session.form.questions)
    every = (group for section in session.form.sections for group in section.groups)
    homes = [group for group in every if set(names) <= set(group.questions)]
    return Group(homes[0].id if homes and names else "start", "", names)
