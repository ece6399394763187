"""Checks of answers that only some proposals need: annexes, proofs, charters."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.conditions import evaluate
from erasmus_desk.call.model import Requirement
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.hidden_characters import is_empty
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.organisations import find_applicant
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.i18n.message_values import ListValue, TextRef


def check_requirements(context: CheckContext) -> Iterator[Finding]:
    """Find what the call requires of this proposal, while no answer decides it still."""
    for one in context.pack.requirements:
        if not _is_for_applicant(context, one) or not _is_for_grant(context, one):
            continue
        owner = context.pack.form.list_of(one.question)
        for position, item in enumerate(context.draft.items(owner) if owner else ("",)):
            key = Key(one.question, item)
            if context.is_visible(key) and _is_for_item(context, one, item, position):
                yield from _check_answer(context, one, key)


def _is_for_applicant(context: CheckContext, one: Requirement) -> bool:
    applicant = find_applicant(context.draft, context.pack)
    at = build_condition_context(context.draft, context.pack, applicant)
    return bool(evaluate(one.applicant, at))


def _is_for_grant(context: CheckContext, one: Requirement) -> bool:
    return one.grant_over is None or context.grant.total > one.grant_over.value


def _is_for_item(context: CheckContext, one: Requirement, item: str, position: int) -> bool:
    rules = context.pack.countries
    country = context.get_text("organisation_country", item)
    if one.programme_only and rules and country not in rules.programme:
        return False
    at = build_condition_context(context.draft, context.pack, item, position)
    return bool(evaluate(one.when, at))


def _check_answer(context: CheckContext, one: Requirement, key: Key) -> Iterator[Finding]:
    value = context.draft.get(key)
    ticked = value if isinstance(value, tuple) else ()
    missing = [option for option in one.options if option not in ticked]
    reason = TextRef((f"requirement.{one.id}.reason",))
    grade = Grade.WEAKENS if one.is_advised else Grade.BLOCKS
    if missing:
        names = tuple(context.name_option(one.question, option) for option in missing)
        facts = {"missing": ListValue(names), "reason": reason}
        yield context.report("not-ticked", grade, key, one.evidence, facts, is_gap=True)
    elif not one.options and is_empty(value):
        facts = {"reason": reason}
        yield context.report("answer-needed", grade, key, one.evidence, facts, is_gap=True)
