"""The lists of what will happen: which the form asks now, and their items at a glance.

Nothing here knows a question by name. The first date of a list is when an item begins and the
second when it ends; the first answer that is an organisation is who leads or receives it; who
takes part is counted from the questions that the money rules count as persons.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Group, ListSpec, QuestionType, Section
from erasmus_desk.draft.display_names import number
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import circumstances, sections

from ..session.session import Session
from .answer_display import shown_at

PERSONS: Final = ("persons", "accompanying", "local", "foreign")
"""Parts that a question plays in a money rule when it counts people."""


class PlanList(Struct, frozen=True):
    """A list of the plan as it is asked now: its section, and its groups of questions."""

    spec: ListSpec
    section: Section
    groups: tuple[Group, ...]


class Record(Struct, frozen=True):
    """One item at a glance. `persons` is `None` in a list that counts nobody."""

    item: str
    list: str
    place: int
    number: str
    title: str
    start: date | None
    end: date | None
    who: str
    persons: int | None


def page_title() -> str:
    """Give the name of the page of the plan, as other pages and the list of steps call it."""
    return QCoreApplication.translate("Activities", "Activities")


def has_plan(session: Session) -> bool:
    """Tell whether the form has lists of the plan at all."""
    return any(spec.plan for spec in session.form.lists.values())


def plan_lists(session: Session) -> tuple[PlanList, ...]:
    """Give the lists of the plan that are asked now, in the order in which they are declared."""
    draft, pack = session.draft, session.pack
    at = circumstances(draft, pack)
    asked: dict[str, PlanList] = {}
    for section in sections(draft, pack):
        for group in section.groups:
            spec = pack.form.lists.get(group.list)
            if spec is None or not spec.plan or not holds(group.when, at):
                continue
            before = asked[spec.id].groups if spec.id in asked else ()
            asked[spec.id] = PlanList(spec, section, (*before, group))
    return tuple(asked[one] for one in pack.form.lists if one in asked)


def title_of(plan: PlanList, session: Session) -> str:
    """Give the heading of a list."""
    texts = session.texts
    named = texts.get(f"group.{plan.groups[0].id}.title")
    many = texts.get(f"list.{plan.spec.id}.many")
    return named or many[:1].upper() + many[1:] or plan.spec.id


def date_questions(spec: ListSpec, session: Session) -> tuple[str, str]:
    """Give the questions of the first and the last day; an empty one where there is none."""
    dates = _of_type(spec, QuestionType.DATE, session)
    return (dates[0] if dates else "", dates[1] if len(dates) > 1 else "")


def owner_of(item: str, session: Session) -> tuple[str, str]:
    """Give the list of the plan and its item that an item is, or lives in."""
    form, draft = session.form, session.draft
    for spec in form.lists.values():
        if not spec.plan:
            continue
        items = draft.items(spec.id)
        if item in items:
            return spec.id, item
        for nested in form.nested_lists(spec.id):
            for owner in items:
                if item in draft.items(nested, owner):
                    return spec.id, owner
    return "", ""


def plan_list_of(question: str, session: Session) -> str:
    """Give the list of the plan that a question, or a list, belongs to; else nothing."""
    lists = session.form.lists
    spec = lists.get(session.form.list_of(question) or question)
    while spec is not None and not spec.plan:
        spec = lists.get(spec.parent)
    return spec.id if spec is not None else ""


def records(spec: ListSpec, session: Session) -> tuple[Record, ...]:
    """Give the items of a list at a glance, in their order."""
    items = session.draft.items(spec.id)
    return tuple(record(spec, place, item, session) for place, item in enumerate(items))


def record(spec: ListSpec, place: int, item: str, session: Session) -> Record:
    """Give one item, which stands at a place in its list, at a glance."""
    start, end = date_questions(spec, session)
    leaders = _of_type(spec, QuestionType.ITEM, session)
    counted = _persons(spec, session)
    return Record(
        item,
        spec.id,
        place,
        number(session.draft, session.pack, spec.id, item),
        shown_at(Key(spec.name, item), session),
        _day(start, item, session),
        _day(end, item, session),
        shown_at(Key(leaders[0], item), session) if leaders else "",
        _count(counted, spec, item, session) if counted else None,
    )


def _of_type(spec: ListSpec, kind: QuestionType, session: Session) -> tuple[str, ...]:
    questions = session.form.questions
    return tuple(one for one in spec.questions if questions[one].type is kind)


def _day(question: str, item: str, session: Session) -> date | None:
    value = session.value(Key(question, item)) if question else None
    return value if isinstance(value, date) else None


def _persons(spec: ListSpec, session: Session) -> frozenset[str]:
    mine = {spec.id, *session.form.nested_lists(spec.id)}
    return frozenset(
        question
        for rule in session.pack.money.rules
        for part, question in rule.binds.items()
        if part in PERSONS and session.form.list_of(question) in mine
    )


def _count(counted: frozenset[str], spec: ListSpec, item: str, session: Session) -> int:
    owners = [item]
    for nested in session.form.nested_lists(spec.id):
        owners.extend(session.draft.items(nested, item))
    values = (session.value(Key(one, owner)) for one in counted for owner in owners)
    return sum(one for one in values if isinstance(one, int) and not isinstance(one, bool))
