"""Checks of the activities: dates, venues, references, tasks, participants and length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from erasmus_desk.budget.exclusions import list_exclusions
from erasmus_desk.call.form import NameSource, Option, QuestionType
from erasmus_desk.call.funding import CostRule, Evidence
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.item_tree import walk_inside, walk_list
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.organisations import list_partners
from erasmus_desk.draft.plan_dates import list_date_questions
from erasmus_desk.i18n.message_values import Count


def check_plan(context: CheckContext) -> Iterator[Finding]:
    """Find activities outside the project, broken references and partners without a task."""
    yield from _check_dates(context)
    yield from _check_venues(context)
    yield from _check_references(context)
    yield from _check_tasks(context)


def _list_activities(context: CheckContext) -> Iterator[tuple[str, str]]:
    """Yield list and item of every visible activity."""
    for spec in context.pack.form.lists.values():
        if spec.plan:
            for item in context.draft.items(spec.id):
                if any(context.is_visible(Key(name, item)) for name in spec.questions):
                    yield spec.id, item
                    inside = walk_inside(context.draft, context.pack.form, spec.id, item)
                    yield from ((at.question, one) for one, at in inside)


def _check_dates(context: CheckContext) -> Iterator[Finding]:
    start, end = context.get_value("start"), context.find_end_date()
    for name, item in _list_activities(context):
        keys = [Key(one, item) for one in list_date_questions(context.pack.form, name)]
        days = [(key, day) for key in keys if isinstance(day := context.draft.get(key), date)]
        is_reversed = len(days) > 1 and days[-1][1] < days[0][1]
        # The last of two dates in the wrong order is found as that.
        for key, day in days[:-1] if is_reversed else days:
            if isinstance(start, date) and end and not start <= day <= end:
                facts = {"found": day, "first": start, "last": end}
                yield context.report_answer("activity-outside-project", Grade.BLOCKS, key, facts)
        if is_reversed:
            (_, first), (key, last) = days[0], days[-1]
            facts = {"first": first, "last": last}
            yield context.report_answer("dates-reversed", Grade.BLOCKS, key, facts)


def _check_venues(context: CheckContext) -> Iterator[Finding]:
    """Find activities in a country from which no organisation takes part."""
    role = "organisation_country"
    organisations = context.list_items("organisations")
    countries = {context.get_text(role, item) for item in organisations}
    question = context.pack.role(role)
    if not all(context.pack.option(question, country) for country in countries):
        return  # an organisation without a known country may be from any
    for name, item in _list_activities(context):
        for question in context.pack.form.lists[name].questions:
            spec = context.pack.form.questions[question]
            choices = context.pack.option_set(spec)
            if spec.type is not QuestionType.CHOICE or choices is None:
                continue
            country = context.draft.text(question, item)
            is_known = context.pack.option(question, country) is not None
            if choices.naming is NameSource.COUNTRIES and is_known and country not in countries:
                key = Key(question, item)
                facts = {"country": context.name_option(question, country)}
                yield context.report_answer("country-not-taking-part", Grade.WEAKENS, key, facts)


def _check_references(context: CheckContext) -> Iterator[Finding]:
    """Find answers that refer to a removed item."""
    for visible, value in context.answers:
        if not visible.question.of:
            continue
        named = (value,) if isinstance(value, str) else value
        known = context.draft.items(visible.question.of)
        removed = [name for name in named if name not in known] if isinstance(named, tuple) else []
        if any(removed):
            facts = {"n": len(removed)}
            yield context.report_answer("reference-gone", Grade.BLOCKS, visible.key, facts)


def _check_tasks(context: CheckContext) -> Iterator[Finding]:
    """Find partners that are in no activity, once there are activities."""
    if next(_list_activities(context), None) is None:
        return
    organisations = context.pack.role("organisations")
    known = context.list_items("organisations")
    named: set[str] = set()
    for visible in context.visible_questions:
        if visible.question.of == organisations:
            value = context.draft.get(visible.key)
            chosen = value if isinstance(value, tuple) else (value,)
            named |= {one for one in chosen if isinstance(one, str)}
            if visible.question.required and not named.issuperset(chosen):
                return  # not chosen yet: it may be any partner
    if not named.issubset(known):
        return  # a reference to a removed item may be meant for any partner
    for item in list_partners(context.draft, context.pack):
        key = context.find_key("organisation_name", item)
        if key and item not in named:
            yield context.report("partner-without-task", Grade.WEAKENS, key, None)


LEARNER, LONG = "learner", "long"
"""Traits of activity types, for the rules on participants and length."""
_LENGTH_TRAITS: Final = ("days", "months")
"""Traits with a range, such as `days:5-60`: the length of activities of the type."""


def check_participants(context: CheckContext) -> Iterator[Finding]:
    """Find activities without participants or of the wrong length, and contradicting numbers."""
    for rule in context.pack.funding.rules:
        for check in _CHECKS.get(rule.type, ()):
            yield from check(context, rule)


def _get_number(context: CheckContext, question: str, item: str) -> int | None:
    value = context.draft.get(Key(question, item)) if question else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _list_rows(context: CheckContext, rule: CostRule) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the items in which the list of a rule is visible, with its rows."""
    spec = context.pack.form.lists.get(rule.binds.get("list", ""))
    if spec and spec.parent:
        for item, _ in walk_list(context.draft, context.pack.form, spec.parent):
            if context.is_visible(Key(spec.id, item)):
                yield item, context.draft.items(spec.id, item)


def _check_not_empty(context: CheckContext, rule: CostRule) -> Iterator[Finding]:
    """Find activities without rows, or whose rows have only zero persons or days."""
    parts = ("days",) if rule.type == "days" else ("persons", "accompanying")
    for item, rows in _list_rows(context, rule):
        first = [_get_number(context, rule.binds[parts[0]], row) for row in rows]
        numbers = [
            _get_number(context, rule.binds.get(part, ""), row) for row in rows for part in parts
        ]
        if any(numbers) or None in first:
            continue  # a missing number is found by `answers`
        key = Key(rule.binds["list"], item)
        code = "output-without-days" if "days" in parts else "activity-with-nobody"
        yield context.report(code, Grade.WEAKENS, key, rule.evidence, is_gap=not rows)


def _check_event_participants(context: CheckContext, rule: CostRule) -> Iterator[Finding]:
    for item in context.draft.items(rule.binds["list"]):
        key = Key(rule.binds["local"], item)
        numbers = [_get_number(context, rule.binds[part], item) for part in ("local", "foreign")]
        if context.is_visible(key) and numbers == [0, 0]:
            yield context.report("activity-with-nobody", Grade.WEAKENS, key, rule.evidence)


def _check_subgroup(context: CheckContext, rule: CostRule) -> Iterator[Finding]:
    """Find rows where more persons get an extra than travel at all."""
    name = rule.binds["list"]
    rules = (one for one in context.pack.funding.rules if one.type == "travel")
    travel = next((one for one in rules if one.binds["list"] == name), None)
    if travel is None:
        return
    for _, rows in _list_rows(context, rule):
        for row in rows:
            persons = _get_number(context, travel.binds["persons"], row) or 0
            persons += _get_number(context, travel.binds.get("accompanying", ""), row) or 0
            key = Key(rule.binds["persons"], row)
            yield from _check_at_most(context, key, persons, rule.evidence)


def _check_at_most(
    context: CheckContext, key: Key, maximum: int, evidence: Evidence
) -> Iterator[Finding]:
    found = _get_number(context, key.question, key.item)
    if found and found > maximum:
        facts = {"found": found, "most": Count("person", maximum)}
        yield context.report("more-than-there-are", Grade.BLOCKS, key, evidence, facts)


def _find_type(context: CheckContext, rule: CostRule, item: str) -> Option | None:
    question = rule.binds.get("type", "")
    return context.pack.option(question, context.draft.text(question, item))


def _check_groups(context: CheckContext, rule: CostRule) -> Iterator[Finding]:
    """Find groups with more special needs than persons, and persons without funding."""
    for item, rows in _list_rows(context, rule):
        chosen = _find_type(context, rule, item)
        for row in rows:
            persons = _get_number(context, rule.binds["persons"], row) or 0
            if "special" in rule.binds:
                key = Key(rule.binds["special"], row)
                yield from _check_at_most(context, key, persons, rule.evidence)
            yield from _check_funding(context, rule, row, chosen)


def _check_funding(
    context: CheckContext, rule: CostRule, row: str, chosen: Option | None
) -> Iterator[Finding]:
    """Find persons of Partner Countries who get no grant, or may get none."""
    owner = context.draft.text(rule.binds["organisation"], row)
    country = context.get_text("organisation_country", owner)
    for exclusion in list_exclusions(context.draft, context.pack, chosen, country):
        keys = [Key(rule.binds.get(part, ""), row) for part in exclusion.persons]
        key = next((one for one in keys if _get_number(context, one.question, row)), None)
        if key and rule.id in exclusion.rules:
            code = "staff-not-funded"
            if exclusion.is_paid:
                code = "staff-funding-unsure"
            elif LEARNER in exclusion.traits:
                code = "learners-not-funded"
            facts = {"country": context.name_country(country)}
            yield context.report(code, Grade.WEAKENS, key, exclusion.evidence, facts)


def _check_lengths(context: CheckContext, rule: CostRule) -> Iterator[Finding]:
    """Find activities shorter or longer than their type allows."""
    for item, _ in _list_rows(context, rule):
        chosen = _find_type(context, rule, item)
        for trait in chosen.traits if chosen else ():
            unit, _, span = trait.partition(":")
            least, _, most = span.partition("-")
            key = Key(rule.binds.get(unit, ""), item)
            found = _get_number(context, key.question, item)
            is_length = unit in _LENGTH_TRAITS and least.isdecimal() and most.isdecimal()
            if chosen and is_length and found and not int(least) <= found <= int(most):
                numbers = {"found": found, "least": int(least), "most": int(most)}
                facts = {name: Count(unit[:-1], number) for name, number in numbers.items()}
                code = "long-term-rules" if LONG in chosen.traits else "activity-length"
                yield context.report(code, Grade.WEAKENS, key, chosen.evidence, facts)


def _check_linguistic_support(context: CheckContext, rule: CostRule) -> Iterator[Finding]:
    """Find linguistic support for an activity that is not long-term."""
    for item, rows in _list_rows(context, rule):
        chosen = _find_type(context, rule, item)
        for row in rows:
            key = Key(rule.binds["persons"], row)
            if chosen and LONG not in chosen.traits and _get_number(context, key.question, row):
                yield context.report("linguistic-short", Grade.WEAKENS, key, rule.evidence)


_RuleCheck = Callable[[CheckContext, CostRule], Iterator[Finding]]
_CHECKS: Final[Mapping[str, tuple[_RuleCheck, ...]]] = {
    "days": (_check_not_empty,),
    "participants": (_check_event_participants,),
    "travel": (_check_not_empty,),
    "stay": (_check_groups, _check_lengths),
    "topup": (_check_subgroup,),
    "linguistic": (_check_subgroup, _check_linguistic_support),
}
"""The checks of the rows of a cost rule, by its type."""
