"""Checks of the plan by the rules of the call: what is counted twice, or contradicts itself.

The rules are data of the call (`erasmus_desk.call.plan_rules`); here are their types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.calculation import BudgetLine
from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.conditions import holds
from erasmus_desk.call.form import Option
from erasmus_desk.call.plan_rules import PlanRule
from erasmus_desk.checks import plan_duplicates, plan_texts
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.plan_rows import get_number, list_rows
from erasmus_desk.draft.computed import add_months
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.i18n.message_values import Count


class PlanRuleType(Struct, frozen=True):
    """A type of rule on the plan: its check, and the parts that a call must or may bind to it.

    `members` are the other members of a rule that the type uses.
    """

    check: Callable[[CheckContext, PlanRule], Iterator[Finding]]
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


def check_plan_rules(context: CheckContext) -> Iterator[Finding]:
    """Find what breaks a rule of the call on the plan."""
    conditions = build_condition_context(context.draft, context.pack)
    for rule in context.pack.plan_rules:
        kind = PLAN_RULE_TYPES.get(rule.type)
        # The pack checker reports what is missing; a call of the user may not have been checked.
        is_complete = kind is not None and rule.binds.keys() >= set(kind.required)
        if kind and is_complete and holds(rule.when, conditions):
            yield from kind.check(context, rule)


def _find_type(context: CheckContext, rule: PlanRule, item: str) -> Option | None:
    question = rule.binds.get("type", "")
    return context.pack.option(question, context.draft.text(question, item))


def _check_length(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find days or months that contradict the dates of an activity.

    Travel days may be among the dates. Activities with one of the `traits` (a part from home)
    may last longer than the days that are paid.
    """
    for _, items in list_rows(context, rule.binds["list"]):
        for item in items:
            start, end = (context.draft.get(Key(rule.binds[part], item)) for part in _ENDS)
            if not isinstance(start, date) or not isinstance(end, date) or end < start:
                continue  # reversed dates are found by `activities`
            chosen = _find_type(context, rule, item)
            is_open = chosen is not None and bool({*rule.traits} & {*chosen.traits})
            for unit in _UNITS:
                key = Key(rule.binds.get(unit, ""), item)
                found = get_number(context, key)
                if found and context.is_visible(key):
                    least, most = _UNITS[unit](start, end)
                    least = 0 if is_open else least - _count_travel_days(context, rule, unit)
                    yield from _compare_length(context, rule, key, found, least, most)


def _count_travel_days(context: CheckContext, rule: PlanRule, unit: str) -> int:
    """Return the most days of travel, which may be among the dates."""
    question = context.pack.question(rule.binds.get("travel_days", ""))
    return (question.most or 0) if question and unit == "days" else 0


def _compare_length(
    context: CheckContext, rule: PlanRule, key: Key, found: int, least: int, most: int
) -> Iterator[Finding]:
    unit = next(unit for unit in _UNITS if rule.binds.get(unit) == key.question)
    facts = {"found": Count(unit[:-1], found), "span": Count(unit[:-1], most)}
    if found > most:
        yield context.report("longer-than-dates", Grade.BLOCKS, key, rule.evidence, facts)
    elif found < least:
        yield context.report("shorter-than-dates", Grade.WEAKENS, key, rule.evidence, facts)


def _count_days(start: date, end: date) -> tuple[int, int]:
    """Return the days from start to end, both included, twice: as least and as most."""
    days = (end - start).days + 1
    return days, days


def _count_months(start: date, end: date) -> tuple[int, int]:
    """Return the full months of a period, and the months with one that has begun."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    days = (end - start).days + 1
    while months and (add_months(start, months) - start).days > days:
        months -= 1
    is_exact = (add_months(start, months) - start).days == days
    return months, months if is_exact else months + 1


_ENDS: Final = ("start", "end")
_UNITS: Final = {"days": _count_days, "months": _count_months}


def _check_host(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find hosts outside the country of the venue, if an organisation is in that country.

    A venue in another country is found by `activities`.
    """
    role = "organisation_country"
    known = {context.get_text(role, item) for item in context.list_items("organisations")}
    for _, items in list_rows(context, rule.binds["list"]):
        for item in items:
            key, venue = Key(rule.binds["host"], item), Key(rule.binds["country"], item)
            country = context.draft.text(venue.question, item)
            home = context.get_text(role, context.draft.text(key.question, item))
            if home and country in known and home != country and context.is_visible(key):
                names = {"home": home, "venue": country}
                facts = {name: context.name_country(one) for name, one in names.items()}
                yield context.report("host-elsewhere", Grade.WEAKENS, key, rule.evidence, facts)


def _check_host_travel(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find paid kilometres that were typed for the staff of the host, who live at the venue."""
    for owner, rows in list_rows(context, rule.binds["list"]):
        host = context.draft.text(rule.binds["host"], owner)
        for row in rows:
            key = Key(rule.binds["km"], row)
            organisation = context.draft.text(rule.binds["organisation"], row)
            if host and organisation == host and get_number(context, key):
                is_paid = any(line.amount for line in _list_travel(context.grant, rule, row))
                if is_paid and not _is_far_from_home(context, rule, key):
                    yield context.report("host-travels", Grade.WEAKENS, key, rule.evidence)


def _list_travel(grant: Grant, rule: PlanRule, row: str) -> tuple[BudgetLine, ...]:
    """Return the lines of the travel of a row."""
    name, lines = rule.binds["travel"], (*grant.lines, *grant.unfunded)
    return tuple(line for line in lines if line.rule == name and line.key.item == row)


def _is_far_from_home(context: CheckContext, rule: PlanRule, key: Key) -> bool:
    """Return whether the travel would be paid without the typed kilometres too."""
    cleared = context.draft.apply(Change(key, context.draft.get(key), None))
    grant = compute_grant(cleared, context.pack)
    return any(line.amount for line in _list_travel(grant, rule, key.item))


def _check_topup(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find a top-up for travel that is too short to be paid."""
    for _, rows in list_rows(context, rule.binds["list"]):
        for row in rows:
            key, travel = Key(rule.binds["persons"], row), _list_travel(context.grant, rule, row)
            is_short = bool(travel) and not any(line.amount for line in travel)
            if is_short and get_number(context, key):
                yield context.report("topup-near", Grade.WEAKENS, key, rule.evidence)


def _check_adults(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find groups of an organisation that travel without an accompanying person.

    The rule is for types of activity with all of its `traits`; those of the host do not travel.
    """
    for owner, rows in list_rows(context, rule.binds["list"]):
        chosen = _find_type(context, rule, owner)
        if chosen is None or not {*rule.traits} <= {*chosen.traits}:
            continue
        host = context.draft.text(rule.binds["host"], owner)
        groups: dict[str, list[str]] = {}
        for row in rows:
            organisation = context.draft.text(rule.binds["organisation"], row)
            if organisation and organisation != host:
                groups.setdefault(organisation, []).append(row)
        for of_one in groups.values():
            adults = [get_number(context, Key(rule.binds["accompanying"], one)) for one in of_one]
            pupils = [one for one in of_one if get_number(context, Key(rule.binds["persons"], one))]
            if pupils and not any(adults):
                key = Key(rule.binds["accompanying"], pupils[0])
                yield context.report("pupils-alone", Grade.WEAKENS, key, rule.evidence)


PLAN_RULE_TYPES: Final[Mapping[str, PlanRuleType]] = {
    "once": PlanRuleType(
        plan_duplicates.check_once,
        ("list",),
        ("number", "note"),
        ("questions", "advised"),
    ),
    "length": PlanRuleType(
        _check_length,
        ("list", "start", "end"),
        ("days", "months", "travel_days", "type"),
        ("traits",),
    ),
    "host": PlanRuleType(_check_host, ("list", "host", "country")),
    "host-travel": PlanRuleType(
        _check_host_travel, ("list", "organisation", "km", "host", "travel")
    ),
    "topup-distance": PlanRuleType(_check_topup, ("list", "persons", "travel")),
    "adults": PlanRuleType(
        _check_adults,
        ("list", "organisation", "persons", "accompanying", "host", "type"),
        members=("traits",),
    ),
    "share-of": PlanRuleType(plan_texts.check_share, ("number",), members=("questions",)),
    "covered-days": PlanRuleType(
        plan_texts.check_covered_days, ("list", "category", "days"), members=("traits",)
    ),
    "words": PlanRuleType(plan_texts.check_words, ("text",), members=("words", "unless")),
}
"""The types of rules on the plan that a call may have."""
