"""The kinds of activities that a call knows: what adding one answers, and why one is barred."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.conditions import ConditionContext, holds
from erasmus_desk.call.form import (
    All,
    Always,
    AnswerIn,
    Any,
    Condition,
    ListSpec,
    Not,
    QuestionType,
    Within,
)
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.i18n import formats

from ...session.session import Session

ADD_LABEL: Final = "list.add"
"""Label of the change set that adds an activity."""
RULE_ICONS: Final[Mapping[str, str]] = {
    "days": "package",
    "participants": "megaphone",
    "stay": "graduation-cap",
    "travel": "handshake",
}
"""The icon of a kind by the rules that pay for it, the first one found."""
PLAIN_ICON: Final = "calendar-range"


class Answer(Struct, frozen=True):
    """An answer that a condition needs, to a question outside lists."""

    question: str
    value: bool


class ActivityKind(Struct, frozen=True):
    """A list of activities: the answers that adding one gives, or the question that bars it."""

    spec: ListSpec
    answers: tuple[Answer, ...] = ()
    barred_by: str = ""

    @property
    def is_barred(self) -> bool:
        """Whether no yes or no can make the form ask for such activities."""
        return bool(self.barred_by)


class Wanted(Struct, frozen=True):
    """What it takes for a condition to hold: answers of yes or no, or another question."""

    answers: tuple[Answer, ...] = ()
    barred_by: str = ""


def collect_kinds(session: Session) -> tuple[ActivityKind, ...]:
    """Return all kinds of activities of the call: those that can be added, then the barred ones.

    The kind that has most items in the proposal is no better than the others: the order is that
    of the form, but what needs no further answer comes first.
    """
    form = session.form
    kinds = [_build_kind(spec, session) for spec in form.lists.values() if spec.plan]
    return tuple(sorted(kinds, key=lambda kind: (kind.is_barred, bool(kind.answers))))


def build_new(kind: ActivityKind, session: Session) -> tuple[str, ChangeSet]:
    """Return the id of a new activity, and the changes that add it and answer the form's yes."""
    item, order = make_item_id(), Key(kind.spec.id)
    answers = [
        Change(Key(one.question), session.value(Key(one.question)), one.value)
        for one in kind.answers
    ]
    items = (*session.draft.items(kind.spec.id), item)
    added = Change(order, session.value(order), items)
    return item, ChangeSet((*answers, added), ADD_LABEL)


def name_kind(spec: ListSpec, session: Session) -> str:
    """Return the name of one activity of a kind."""
    texts = session.texts
    name = texts.get(f"list.{spec.id}.kind") or texts.get(f"list.{spec.id}.one")
    return formats.capitalise(name) or spec.id


def describe_kind(kind: ActivityKind, session: Session) -> str:
    """Return one line on a kind: what it is, or why it is barred."""
    if not kind.is_barred:
        about = session.texts.get(f"list.{kind.spec.id}.about")
        answers = QCoreApplication.translate("ActivityKinds", "also answers “Yes” in the form")
        parts = (part for part in (about, answers if kind.answers else "") if part)
        return formats.join_entries(parts, session.texts.language)
    reason = session.texts.get(f"list.{kind.spec.id}.barred")
    other = QCoreApplication.translate("ActivityKinds", "Not with the present answer to “{}”")
    return reason or other.format(session.texts.short_label(kind.barred_by))


def find_icon(spec: ListSpec, session: Session) -> str:
    """Return the icon of a kind."""
    lists = {spec.id, *session.form.lists_inside(spec.id)}
    rules = {
        rule.type for rule in session.pack.funding.rules if rule.binds.get("list", "") in lists
    }
    return next((icon for name, icon in RULE_ICONS.items() if name in rules), PLAIN_ICON)


def find_wanted(condition: Condition, context: ConditionContext) -> Wanted:
    """Return what it takes for a condition to hold."""
    if holds(condition, context):
        return Wanted()
    match condition:
        case AnswerIn(question, values):
            return _want_answer(question, values, context)
        case Not(AnswerIn(question, values)):
            others = tuple(one for one in (True, False) if one not in values)
            return _want_answer(question, others, context)
        case All(parts):
            wanted = [find_wanted(part, context) for part in parts]
            barred = next((one for one in wanted if one.barred_by), None)
            return barred or Wanted(tuple(one for part in wanted for one in part.answers))
        case Any(parts):
            wanted = [find_wanted(part, context) for part in parts]
            return min(wanted, key=lambda one: (bool(one.barred_by), len(one.answers)))
        case _:
            return Wanted(barred_by=_first_question(condition))


def _build_kind(spec: ListSpec, session: Session) -> ActivityKind:
    context = build_condition_context(session.draft, session.pack)
    places = [
        All((section.when, group.when))
        for section in session.form.sections
        for group in section.groups
        if group.list == spec.id
    ]
    wanted = [find_wanted(place, context) for place in places] or [Wanted()]
    best = min(wanted, key=lambda one: (bool(one.barred_by), len(one.answers)))
    return ActivityKind(spec, best.answers, best.barred_by)


def _want_answer(
    question: str, values: tuple[str | bool, ...], context: ConditionContext
) -> Wanted:
    asked = context.form.questions.get(question)
    wanted = next((one for one in values if isinstance(one, bool)), None)
    is_free = asked is not None and asked.type is QuestionType.YESNO
    if wanted is None or not is_free or context.form.list_of(question):
        return Wanted(barred_by=question)
    return Wanted((Answer(question, wanted),))


def _first_question(condition: Condition) -> str:
    """Return a question that a condition asks about; its item if it asks about a place."""
    match condition:
        case AnswerIn(question) | Within(question):
            return question
        case Not(part):
            return _first_question(part)
        case All(parts) | Any(parts):
            return next((name for part in parts if (name := _first_question(part))), "item")
        case Always():
            return ""
        case _:
            return "item"
