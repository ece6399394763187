"""The activity lists that the form asks for now, and a summary of their items.

No question id is known here. The first date question of a list is the start of an item, the
second its end; the first item question is the organisation that leads or receives; participants
are counted from the questions that the budget rules count as persons.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Group, ListSpec, QuestionType, Section
from erasmus_desk.draft.display_names import format_item_number
from erasmus_desk.draft.item_tree import find_item_in, find_item_places, walk_inside
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.plan_dates import find_date_questions, find_days
from erasmus_desk.draft.visibility import build_condition_context, visible_sections
from erasmus_desk.i18n.formats import capitalise

from ..i18n import plurals
from ..session.session import Session
from .question_texts import format_answer_at

PERSON_PARTS: Final = ("persons", "accompanying", "local", "foreign")
"""Bindings of a budget rule whose questions count people."""


class ActivityList(Struct, frozen=True):
    """An activity list with its section and the groups that are visible now."""

    spec: ListSpec
    section: Section
    groups: tuple[Group, ...]


class ActivityRecord(Struct, frozen=True):
    """A summary of one item. `persons` is None in a list that counts no people."""

    item: str
    position: int
    number: str
    title: str
    start: date | None
    end: date | None
    organisation: str
    persons: int | None


def get_page_title(session: Session) -> str:
    """Return the title of the page of what is planned, also used in the step list."""
    many = get_plan_word(session, "many")
    return capitalise(many) or QCoreApplication.translate("ActivityModel", "Activities")


def get_plan_word(session: Session, word: str) -> str:
    """Return what the call calls `one` or `many` of what is planned, or to `add` one.

    Empty in a call that plans several kinds of things.
    """
    planned = [spec.id for spec in session.form.lists.values() if spec.plan]
    return session.texts.get(f"list.{planned[0]}.{word}") if len(planned) == 1 else ""


def count_planned(count: int, session: Session) -> str:
    """Return a number of what is planned with its word."""
    word = get_plan_word(session, "one" if count == 1 else "many")
    return f"{count} {word}" if word else plurals.activities(count)


def has_activity_lists(session: Session) -> bool:
    """Return whether the form has any activity lists."""
    return any(spec.plan for spec in session.form.lists.values())


def has_own_dates(session: Session) -> bool:
    """Return whether anything that is planned is asked for its days itself."""
    planned = (spec.id for spec in session.form.lists.values() if spec.plan)
    return any(any(find_date_questions(session.form, name)) for name in planned)


def collect_activity_lists(session: Session) -> tuple[ActivityList, ...]:
    """Return the activity lists that are visible now, in the order of the pack."""
    draft, pack = session.draft, session.pack
    context = build_condition_context(draft, pack)
    visible: dict[str, ActivityList] = {}
    for section in visible_sections(draft, pack):
        for group in section.groups:
            spec = pack.form.lists.get(group.list)
            if spec is None or not spec.plan or not holds(group.when, context):
                continue
            before = visible[spec.id].groups if spec.id in visible else ()
            visible[spec.id] = ActivityList(spec, section, (*before, group))
    return tuple(visible[list_id] for list_id in pack.form.lists if list_id in visible)


def get_list_title(activity_list: ActivityList, session: Session) -> str:
    """Return the heading of a list."""
    texts, spec = session.texts, activity_list.spec
    title = texts.get(f"group.{activity_list.groups[0].id}.title")
    plural = texts.get(f"list.{spec.id}.many")
    return title or capitalise(plural) or spec.id


def count_dated(session: Session) -> tuple[int, int]:
    """Return how many of the visible items have a first and a last day, and of how many."""
    dated = total = 0
    for plan in collect_activity_lists(session):
        first, last = find_date_questions(session.form, plan.spec.id)
        is_period = bool(last) or not first
        for item in session.draft.items(plan.spec.id):
            start, end = find_days(session.draft, session.form, plan.spec.id, item)
            total += 1
            dated += start is not None and (end is not None or not is_period)
    return dated, total


def find_owner(item: str, session: Session) -> tuple[str, str]:
    """Return the activity list and the item that an item, or a nested item, belongs to."""
    places = find_item_places(session.draft, session.form)
    lists = (spec.id for spec in session.form.lists.values() if spec.plan)
    owners = ((list_id, find_item_in(places, list_id, item)) for list_id in lists)
    return next((pair for pair in owners if pair[1]), ("", ""))


def find_owner_in(list_id: str, item: str, session: Session) -> str:
    """Return the item of a list that an item, or a nested item, belongs to."""
    return find_item_in(find_item_places(session.draft, session.form), list_id, item)


def find_activity_list(question: str, session: Session) -> str:
    """Return the activity list that a question or a nested list belongs to, or an empty text."""
    return session.form.planned_list(question)


def build_records(spec: ListSpec, session: Session) -> tuple[ActivityRecord, ...]:
    """Return summaries of all items of a list, in their order."""
    items = session.draft.items(spec.id)
    return tuple(build_record(spec, position, item, session) for position, item in enumerate(items))


def build_record(spec: ListSpec, position: int, item: str, session: Session) -> ActivityRecord:
    """Return the summary of the item at a position of its list."""
    start, end = find_days(session.draft, session.form, spec.id, item)
    leaders = _find_by_type(spec, QuestionType.ITEM, session)
    counted = _find_person_questions(spec, session)
    return ActivityRecord(
        item,
        position,
        format_item_number(session.draft, session.pack, spec.id, item),
        format_answer_at(Key(spec.name, item), session),
        start,
        end,
        format_answer_at(Key(leaders[0], item), session) if leaders else "",
        _count_persons(counted, spec, item, session) if counted else None,
    )


def _find_by_type(spec: ListSpec, wanted: QuestionType, session: Session) -> tuple[str, ...]:
    questions = session.form.questions
    return tuple(name for name in spec.questions if questions[name].type is wanted)


def _find_person_questions(spec: ListSpec, session: Session) -> frozenset[str]:
    lists = {spec.id, *session.form.lists_inside(spec.id)}
    return frozenset(
        question
        for rule in session.pack.funding.rules
        for part, question in rule.binds.items()
        if part in PERSON_PARTS and session.form.list_of(question) in lists
    )


def _count_persons(counted: frozenset[str], spec: ListSpec, item: str, session: Session) -> int:
    inside = walk_inside(session.draft, session.form, spec.id, item)
    owners = (item, *(one for one, _ in inside))
    values = (session.value(Key(question, owner)) for question in counted for owner in owners)
    return sum(value for value in values if isinstance(value, int) and not isinstance(value, bool))
