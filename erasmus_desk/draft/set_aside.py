"""The answers that the present choices do not ask for: by record, with the choices it is due to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from erasmus_desk.call.conditions import ConditionContext, holds
from erasmus_desk.call.form import (
    All,
    AnswerIn,
    Any,
    Condition,
    FirstItem,
    Form,
    Not,
    Within,
)
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.form_order import FormOrder, Record
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import build_condition_context, hidden_answers


class Requirement(Struct, frozen=True):
    """A choice that would bring an answer back: one of these values, or with `is_not` none.

    With `least` or `most` it is a number, or how many items a list has.

    Without a question it is that the item is the first of its list.
    """

    question: str = ""
    values: tuple[str | bool, ...] = ()
    is_not: bool = False
    least: int | None = None
    most: int | None = None


class SetAsideAnswer(Struct, frozen=True):
    """An answer that is not asked for, with all that would have to be chosen."""

    key: Key
    requirements: tuple[Requirement, ...]


class SetAsideRecord(Struct, frozen=True):
    """The answers of one item and the records inside, or answers outside of lists, in order."""

    record: Record
    content: tuple[SetAsideAnswer | SetAsideRecord, ...]


class SetAsideSection(Struct, frozen=True):
    """A section of the form; its records in order."""

    section: str
    records: tuple[SetAsideRecord, ...]


def collect_set_aside(draft: Draft, pack: Pack) -> tuple[SetAsideSection, ...]:
    """Return all hidden answers in the order of the form."""
    return collect_records(hidden_answers(draft, pack), draft, pack)


def collect_records(keys: Iterable[Key], draft: Draft, pack: Pack) -> tuple[SetAsideSection, ...]:
    """Return answers in the order of the form, each with what it waits for."""
    order = FormOrder(draft, pack.form)
    by_section: dict[str, list[Key]] = {}
    for key in sorted(keys, key=order.sort_key):
        section = pack.form.section_of(key.question)
        by_section.setdefault(section.id if section else "", []).append(key)
    collector = _Collector(draft, pack, order)
    return tuple(
        SetAsideSection(section, tuple(collector.build_records(found)))
        for section, found in by_section.items()
    )


class _Collector:
    """Puts the answers of a draft into the records that they belong to."""

    def __init__(self, draft: Draft, pack: Pack, order: FormOrder) -> None:
        self._draft, self._pack, self._order = draft, pack, order

    def build_records(self, keys: list[Key]) -> Iterator[SetAsideRecord]:
        """Yield the outermost records of sorted keys; answers outside of lists have none."""

        def find_record(key: Key) -> Record:
            return next(iter(self._order.find_records(key)), ("", ""))

        for record, found in groupby(keys, find_record):
            yield self._build_record(record, list(found), 1 if record[0] else 0)

    def _build_record(self, record: Record, keys: list[Key], depth: int) -> SetAsideRecord:
        groups: dict[Key | Record, list[Key]] = {}
        for key in keys:
            records = self._order.find_records(key)
            groups.setdefault(records[depth] if len(records) > depth else key, []).append(key)
        content = (
            SetAsideAnswer(one, self._find_requirements(one))
            if isinstance(one, Key)
            else self._build_record(one, found, depth + 1)
            for one, found in groups.items()
        )
        return SetAsideRecord(record, tuple(content))

    def _find_requirements(self, key: Key) -> tuple[Requirement, ...]:
        """Return the choices that an answer is not asked for without, each once."""
        draft, form = self._draft, self._pack.form
        owners = dict(self._order.find_records(key))
        found: dict[Requirement, None] = {}
        question = key.question
        while question:
            owner = form.list_of(question)
            context = _build_context(draft, self._pack, owner, owners.get(owner, ""))
            for condition in _find_conditions(question, form):
                found.update(dict.fromkeys(_explain(condition, context, wanted=True)))
            tables = (one.id for one in form.questions.values() if owner and one.rows == owner)
            question = next(tables, "")
        return tuple(found)


def _find_conditions(question: str, form: Form) -> Iterator[Condition]:
    """Yield what must hold for a question to be asked, but for that of the table it is in."""
    yield form.questions[question].when
    for section in form.sections:
        for group in section.groups:
            if question in group.questions:
                yield group.when
                yield section.when


def _build_context(draft: Draft, pack: Pack, owner: str, item: str) -> ConditionContext:
    items = draft.items(owner) if owner else ()
    position = items.index(item) if item in items else 1
    return build_condition_context(draft, pack, item, position)


def _explain(
    condition: Condition, context: ConditionContext, *, wanted: bool
) -> Iterator[Requirement]:
    """Yield the parts of a condition that keep it from being as it is wanted."""
    if holds(condition, context) is wanted:
        return
    match condition:
        case AnswerIn(question, values):
            yield Requirement(question, values, is_not=not wanted)
        case Within(question, least, most):
            yield Requirement(question, (), not wanted, least, most)
        case FirstItem():
            yield Requirement(is_not=not wanted)
        case Not(part):
            yield from _explain(part, context, wanted=not wanted)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _explain(part, context, wanted=wanted)
        case _:
            pass
