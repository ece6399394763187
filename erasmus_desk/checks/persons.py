"""Who takes part in the activities, for how long, and whether that can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from erasmus_desk.call.figures import CostRule, Evidence
from erasmus_desk.call.form import Option
from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.facts import Count

LEARNER, LONG = "learner", "long"
"""Traits of the types of activity that rules of who and how long go by."""
_LENGTHS: Final = ("days", "months")
"""Traits with a range, such as `days:5-60`: how long an activity of the type lasts."""


def check(case: Case) -> Iterator[Finding]:
    """Find activities with nobody or of the wrong length, and numbers that contradict."""
    for rule in case.pack.money.rules:
        match rule.type:
            case "days":
                yield from _idle(case, rule, ("days",))
            case "participants":
                yield from _guests(case, rule)
            case "travel":
                yield from _idle(case, rule, ("persons", "accompanying"))
            case "stay":
                yield from _groups(case, rule)
                yield from _lengths(case, rule)
            case "topup":
                yield from _more(case, rule)
            case "linguistic":
                yield from _more(case, rule)
                yield from _short_linguistic(case, rule)
            case _:
                continue


def _number(case: Case, question: str, item: str) -> int | None:
    value = case.draft.get(Key(question, item)) if question else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _rows(case: Case, rule: CostRule) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the items in which a list of rows is asked for, with their rows."""
    spec = case.pack.form.lists.get(rule.binds.get("list", ""))
    if spec and spec.parent:
        for item in case.draft.items(spec.parent):
            if case.is_asked(Key(spec.id, item)):
                yield item, case.draft.items(spec.id, item)


def _idle(case: Case, rule: CostRule, parts: tuple[str, ...]) -> Iterator[Finding]:
    """Find activities without a row, or whose rows count nobody (no day)."""
    for item, rows in _rows(case, rule):
        first = [_number(case, rule.binds[parts[0]], row) for row in rows]
        every = [_number(case, rule.binds.get(part, ""), row) for row in rows for part in parts]
        if any(every) or None in first:
            continue  # a number that is missing is told where it is missing
        key = Key(rule.binds["list"], item)
        if "days" in parts:
            yield case.finding(
                "output-without-days", Grade.WEAKENS, key, rule.evidence, is_gap=not rows
            )
        else:
            yield case.finding(
                "activity-with-nobody", Grade.WEAKENS, key, rule.evidence, is_gap=not rows
            )


def _guests(case: Case, rule: CostRule) -> Iterator[Finding]:
    for item in case.draft.items(rule.binds["list"]):
        key = Key(rule.binds["local"], item)
        numbers = [_number(case, rule.binds[part], item) for part in ("local", "foreign")]
        if case.is_asked(key) and numbers == [0, 0]:
            yield case.finding("activity-with-nobody", Grade.WEAKENS, key, rule.evidence)


def _more(case: Case, rule: CostRule) -> Iterator[Finding]:
    """Find more persons of a kind than travel at all."""
    name = rule.binds["list"]
    rules = (one for one in case.pack.money.rules if one.type == "travel")
    travel = next((one for one in rules if one.binds["list"] == name), None)
    if travel is None:
        return
    for _, rows in _rows(case, rule):
        for row in rows:
            persons = _number(case, travel.binds["persons"], row) or 0
            persons += _number(case, travel.binds.get("accompanying", ""), row) or 0
            key = Key(rule.binds["persons"], row)
            yield from _compared(case, key, persons, rule.evidence)


def _compared(case: Case, key: Key, most: int, evidence: Evidence) -> Iterator[Finding]:
    found = _number(case, key.question, key.item)
    if found and found > most:
        yield case.finding(
            "more-than-there-are", Grade.BLOCKS, key, evidence, found=found, most=most
        )


def _type(case: Case, rule: CostRule, item: str) -> Option | None:
    question = rule.binds.get("type", "")
    return case.pack.option(question, case.draft.text(question, item))


def _groups(case: Case, rule: CostRule) -> Iterator[Finding]:
    """Find groups with more special needs than persons, and learners nobody pays for."""
    countries = case.pack.countries
    programme = countries.programme if countries else ()
    for item, rows in _rows(case, rule):
        chosen = _type(case, rule, item)
        for row in rows:
            persons = _number(case, rule.binds["persons"], row) or 0
            if "special" in rule.binds:
                key = Key(rule.binds["special"], row)
                yield from _compared(case, key, persons, rule.evidence)
            owner = case.draft.text(rule.binds["organisation"], row)
            country = case.text("organisation_country", owner)
            is_abroad = bool(programme and country) and country not in programme
            if chosen and LEARNER in chosen.traits and persons and is_abroad:
                yield case.finding(
                    "learners-not-funded",
                    Grade.WEAKENS,
                    Key(rule.binds["persons"], row),
                    rule.evidence,
                    country=case.name(case.pack.role("organisation_country"), country),
                )


def _lengths(case: Case, rule: CostRule) -> Iterator[Finding]:
    """Find activities shorter or longer than their type allows."""
    for item, _ in _rows(case, rule):
        chosen = _type(case, rule, item)
        for trait in chosen.traits if chosen else ():
            unit, _, span = trait.partition(":")
            least, _, most = span.partition("-")
            key = Key(rule.binds.get(unit, ""), item)
            found = _number(case, key.question, item)
            is_length = unit in _LENGTHS and least.isdecimal() and most.isdecimal()
            if chosen and is_length and found and not int(least) <= found <= int(most):
                yield _length(case, key, chosen, unit, (int(least), found, int(most)))


def _length(
    case: Case, key: Key, chosen: Option, unit: str, numbers: tuple[int, int, int]
) -> Finding:
    least, found, most = (Count(unit.removesuffix("s"), number) for number in numbers)
    proof = chosen.evidence
    if LONG in chosen.traits:
        return case.finding(
            "long-term-rules", Grade.WEAKENS, key, proof, found=found, least=least, most=most
        )
    return case.finding(
        "activity-length", Grade.WEAKENS, key, proof, found=found, least=least, most=most
    )


def _short_linguistic(case: Case, rule: CostRule) -> Iterator[Finding]:
    """Find linguistic support for an activity that is not long."""
    for item, rows in _rows(case, rule):
        chosen = _type(case, rule, item)
        for row in rows:
            key = Key(rule.binds["persons"], row)
            if chosen and LONG not in chosen.traits and _number(case, key.question, row):
                yield case.finding("linguistic-short", Grade.WEAKENS, key, rule.evidence)
