"""The pages of the guided start for priorities, and for title and applicant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from erasmus_desk.call.form import Group
from erasmus_desk.draft import priorities
from erasmus_desk.draft.agencies import list_fitting_agencies
from erasmus_desk.draft.model import Change, Key, Value
from erasmus_desk.draft.organisations import find_applicant, find_lead
from erasmus_desk.i18n.formats import capitalise
from erasmus_desk.i18n.messages import Messages

from ..fields.values import Remark
from ..i18n import plurals
from ..pages.base import FieldFindings
from ..pages.form.priorities_page import PrioritiesView
from ..pages.form.questions_view import QuestionsView
from ..pages.question_texts import format_answer
from ..session.check_runner import CheckRunner
from ..session.session import Session
from ..theme.theme import Theme
from ..widgets.labels import wrapped_label
from ..widgets.layouts import ColumnWidget
from .aside import MeaningPane
from .meaning import Meaning, describe_identity
from .page import WizardPage
from .steps import StartStep

PROPOSAL_ROLES = ("title", "acronym", "language", "start", "months")
ORGANISATION_ROLES = ("organisation_name", "organisation_country")
AFTER_ROLES = ("agency",)


class WizardPrioritiesPage(WizardPage):
    """The priorities of the call, each with its full explanation."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(StartStep.PRIORITIES, MeaningPane(theme))
        self._session = session
        rule = session.texts.get("rule.priority-needed")
        self.column.addWidget(wrapped_label(rule, "quiet"))
        self._theme = theme
        self._view: PrioritiesView | None = None
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the priorities of the field, and those chosen; build them the first time."""
        if self._view is None:
            self._view = PrioritiesView(self._session, self._theme)
            self.column.addWidget(self._view)
        else:
            self._view.refresh()
        self.refresh_aside()

    def refresh_aside(self) -> None:
        """Show the chosen priorities, the main one first, and the rule."""
        session, pack, texts = self._session, self._session.pack, self._session.texts
        question = pack.question(pack.role("main_priority"))
        chosen = priorities.list_chosen(session.draft, pack)
        meanings = [
            Meaning(
                "target",
                format_answer(question, one, session) if question else one,
                self.tr("Main priority") if not number else "",
            )
            for number, one in enumerate(chosen)
        ]
        if not chosen:
            later = self.tr("You can choose them later, on the page with the priorities.")
            meanings.append(Meaning("target", self.tr("None chosen yet"), later))
        rule = pack.priorities
        if rule is not None and rule.at_most is not None:
            title = plurals.advised_priorities(rule.at_most.value)
            meanings.append(Meaning("info", title, "", rule.at_most.evidence))
        self.pane.show_meanings(tuple(meanings), pack, texts)

    def get_answer(self) -> str:
        """Return how many are chosen."""
        chosen = priorities.list_chosen(self._session.draft, self._session.pack)
        return plurals.chosen(len(chosen)) if chosen else ""

    def _on_changed(self) -> None:
        if self._view is not None:
            self.refresh()


class IdentityPage(WizardPage):
    """Title, acronym, language, dates, the applicant and its National Agency."""

    def __init__(self, session: Session, theme: Theme, messages: Messages) -> None:
        super().__init__(StartStep.IDENTITY, MeaningPane(theme))
        self._session = session
        self._theme = theme
        self._messages = messages
        self._checks: CheckRunner | None = None
        self._views: list[QuestionsView] = []
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the present answers, and what is wrong with them; build all the first time."""
        if self._checks is None:
            self._build()
            self._checks = CheckRunner(self._session)
            self._checks.finished.connect(self._on_checked)
        for view in self._views:
            view.refresh()
        self.refresh_aside()

    def focus_first(self) -> None:
        """Set the focus on the first question without an answer: here the user types."""
        boxes = [box for view in self._views for box in view.widgets.boxes.values()]
        unanswered = (box for box in boxes if self._session.value(box.key) is None)
        next(unanswered, boxes[0]).focus_first()

    def refresh_aside(self) -> None:
        """Show the grant, the end, and where to submit."""
        session = self._session
        meanings = describe_identity(session.draft, session.pack, session.texts)
        self.pane.show_meanings(meanings, session.pack, session.texts)

    def get_answer(self) -> str:
        """Return the acronym, else the title, else the name of the applicant."""
        session = self._session
        for role in ("acronym", "title", "organisation_name"):
            value = session.value(find_key(session, role))
            if isinstance(value, str):
                return value
        return ""

    def _build(self) -> None:
        """Ask about the proposal, the organisation that applies, and the agency."""
        session, pack = self._session, self._session.pack
        groups = [(_group(session, PROPOSAL_ROLES), ""), (_group(session, AFTER_ROLES), "")]
        if applicant := find_applicant(session.draft, pack):
            groups.insert(1, (_group(session, ORGANISATION_ROLES), applicant))
        self._views = [
            QuestionsView(session, self._theme, (group,), item=item) for group, item in groups
        ]
        for view, (_, item) in zip(self._views, groups, strict=True):
            shown = view
            if item:
                # The form names these on a page of their own: here nothing else says of whom.
                heading = wrapped_label(self._name_applicant(), "heading")
                shown = ColumnWidget(heading, view, margins=(0, 1, 0, 0), spacing=0)
            self.column.addWidget(shown)
            country = view.widgets.boxes.get(pack.role("organisation_country"))
            if country is not None:
                country.edited.connect(self._propose_agency)

    def _name_applicant(self) -> str:
        spec = self._session.form.list_of(self._session.pack.role("organisation_name"))
        return capitalise(self._session.texts.get(f"list.{spec}.first"))

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        if self.isVisible():
            keys = frozenset(change.key for change in changes)
            for view in self._views:
                view.on_changes(keys)
            self.refresh_aside()

    def _on_checked(self) -> None:
        if self._checks is not None:
            found = collect_remarks(self._checks, self._session, self._messages)
            for view in self._views:
                view.show_findings(found)

    def _propose_agency(self, _key: Key, _country: Value | None) -> None:
        """Answer with the only agency that fits, in place of none or of one that does not."""
        session = self._session
        key = Key(session.pack.role("agency"))
        session.edit(key, propose_agency(session) or session.value(key))


def propose_agency(session: Session) -> str:
    """Return the only agency that fits, an empty string if several do or the country is open."""
    pack, country = session.pack, find_key(session, "organisation_country")
    if not pack.role("agency") or not session.value(country):
        return ""
    key = Key(pack.role("agency"))
    without = session.draft.apply(session.draft.change(key, None))
    found = [one for one in list_fitting_agencies(without, pack) if one.country]
    here = [one.id for one in found if one.country == session.value(country)]
    return here[0] if len(here) == 1 else ""


def collect_remarks(checks: CheckRunner, session: Session, messages: Messages) -> FieldFindings:
    """Return what is wrong at each answer; what is missing is not told while it is asked."""
    found: dict[Key, list[Remark]] = {}
    for finding in checks.findings:
        if finding.key is not None and not finding.is_gap:
            advice = messages.format_finding(finding.code, finding.facts, session.texts)
            remark = Remark(f"{advice.what} {advice.fix}", finding.blocks)
            found.setdefault(finding.key, []).append(remark)
    return {key: tuple(shown) for key, shown in found.items()}


def find_key(session: Session, role: str) -> Key:
    """Return the key of the answer in a role, that of the applicant in a list."""
    return _find_answer(session, session.pack.role(role))


def _find_answer(session: Session, question: str) -> Key:
    spec = session.form.lists.get(session.form.list_of(question))
    return Key(question, find_lead(session.draft, spec) if spec is not None else "")


def list_answers(session: Session, questions: Iterable[str]) -> Iterator[tuple[Key, str, str]]:
    """Yield key, name and text of the answers to these questions, as far as the call has them."""
    for name in questions:
        key = _find_answer(session, name)
        question = session.pack.question(key.question)
        if question is not None:
            value = session.value(key)
            label = session.texts.short_label(question.id)
            yield key, label, format_answer(question, value, session)


def _group(session: Session, roles: tuple[str, ...]) -> Group:
    """Build a group of questions, with the id of their group in the form if they share one."""
    found = (session.pack.role(role) for role in roles)
    names = tuple(name for name in found if name in session.form.questions)
    every = (group for section in session.form.sections for group in section.groups)
    homes = [group for group in every if set(names) <= set(group.questions)]
    return Group(homes[0].id if homes and names else "start", "", names)
