"""Checks for what is in a list twice, and so would be paid twice."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.plan_rules import PlanRule
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.plan_rows import get_number, list_rows
from erasmus_desk.draft.hidden_characters import is_empty
from erasmus_desk.draft.model import Key, Value


def check_once(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find items of a list that have the same answers to the `questions` of a rule.

    The first question must be answered, and the `number` must not be zero. Rows with different
    notes may be meant. A rule that is only `advised` does not block.
    """
    for _, items in list_rows(context, rule.binds["list"]):
        first: dict[tuple[object, ...], int] = {}
        for place, item in enumerate(items):
            if not _is_counted(context, rule, item):
                continue
            identity = tuple(
                _normalise(context.draft.get(Key(one, item))) for one in rule.questions
            )
            earlier = first.setdefault(identity, place)
            if earlier != place:
                yield _build_finding(context, rule, item, items[earlier], earlier + 1)


def _is_counted(context: CheckContext, rule: PlanRule, item: str) -> bool:
    number = rule.binds.get("number", "")
    if number and not get_number(context, Key(number, item)):
        return False
    return not is_empty(context.draft.get(Key(rule.questions[0], item)))


def _normalise(value: Value | None) -> object:
    """Return what counts of an answer: no case, no extra spaces, and zero is nothing."""
    if isinstance(value, str):
        return " ".join(value.split()).casefold() or None
    return value or None


def _build_finding(
    context: CheckContext, rule: PlanRule, item: str, earlier: str, number: int
) -> Finding:
    spec = context.pack.form.lists[rule.binds["list"]]
    note = rule.binds.get("note", "")
    notes = [_normalise(context.draft.get(Key(note, one))) for one in (item, earlier)]
    is_told_apart = all(notes) and notes[0] != notes[1]
    grade = Grade.WEAKENS if rule.is_advised or is_told_apart else Grade.BLOCKS
    key = Key(rule.questions[0], item)
    facts = {"row": number}
    if spec.parent:
        return context.report("row-twice", grade, key, rule.evidence, facts)
    code = "activity-twice" if spec.plan else "cost-twice"
    return context.report(code, grade, key, rule.evidence, facts)
