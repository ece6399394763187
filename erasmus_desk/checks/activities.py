"""The activities: when and where they are, who has a task, what refers to nothing.

Who takes part in the activities, for how long, and whether that can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from erasmus_desk.call.form import Naming, Option, QuestionType
from erasmus_desk.call.funding import CostRule, Evidence
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.computed import end_date
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Count


def check_plan(case: Case) -> Iterator[Finding]:
    """Find activities outside the project, references to nothing, partners without a task."""
    yield from _dates(case)
    yield from _venues(case)
    yield from _references(case)
    yield from _tasks(case)


def _plan(case: Case) -> Iterator[tuple[str, str]]:
    """Give list and item of every activity that the form asks for now."""
    for spec in case.pack.form.lists.values():
        if spec.plan:
            for item in case.draft.items(spec.id):
                if any(case.is_asked(Key(name, item)) for name in spec.questions):
                    yield spec.id, item


def _dates(case: Case) -> Iterator[Finding]:
    start, months = case.value("start"), case.value("end")
    end = months if isinstance(months, date) else end_date(case.draft, case.pack)
    for name, item in _plan(case):
        questions = case.pack.form.lists[name].questions
        kinds = case.pack.form.questions
        keys = [Key(one, item) for one in questions if kinds[one].type is QuestionType.DATE]
        days = [(key, day) for key in keys if isinstance(day := case.draft.get(key), date)]
        for key, day in days:
            evidence = kinds[key.question].evidence
            if isinstance(start, date) and end and not start <= day <= end:
                yield case.finding(
                    "activity-outside-project",
                    Grade.BLOCKS,
                    key,
                    evidence,
                    found=day,
                    first=start,
                    last=end,
                )
        if len(days) > 1 and days[-1][1] < days[0][1]:
            (_, first), (key, last) = days[0], days[-1]
            evidence = kinds[key.question].evidence
            yield case.finding(
                "dates-reversed", Grade.BLOCKS, key, evidence, first=first, last=last
            )


def _venues(case: Case) -> Iterator[Finding]:
    """Find activities in a country from which no organisation takes part."""
    role = "organisation_country"
    countries = {case.text(role, item) for item in case.items("organisations")} - {""}
    if not countries:
        return
    for name, item in _plan(case):
        for question in case.pack.form.lists[name].questions:
            asked = case.pack.form.questions[question]
            choices = case.pack.option_set(asked)
            if asked.type is not QuestionType.CHOICE or choices is None:
                continue
            country = case.draft.text(question, item)
            if choices.naming is Naming.COUNTRIES and country and country not in countries:
                yield case.finding(
                    "country-not-taking-part",
                    Grade.WEAKENS,
                    Key(question, item),
                    asked.evidence,
                    country=case.name(question, country),
                )


def _references(case: Case) -> Iterator[Finding]:
    """Find answers that refer to an item that is no longer there."""
    for one in case.asked:
        if not one.question.of:
            continue
        value = case.draft.get(one.key)
        named = (value,) if isinstance(value, str) else value
        known = case.draft.items(one.question.of)
        gone = [name for name in named if name not in known] if isinstance(named, tuple) else []
        if any(gone):
            yield case.finding(
                "reference-gone", Grade.BLOCKS, one.key, one.question.evidence, n=len(gone)
            )


def _tasks(case: Case) -> Iterator[Finding]:
    """Find partners that no activity names, once there are activities."""
    if next(_plan(case), None) is None:
        return
    listed = case.pack.role("organisations")
    named: set[str] = set()
    for one in case.asked:
        if one.question.of == listed:
            value = case.draft.get(one.key)
            named |= {value} if isinstance(value, str) else set()
            named |= set(value) if isinstance(value, tuple) else set()
    for item in case.items("organisations")[1:]:
        key = case.key("organisation_name", item)
        if key and item not in named:
            yield case.finding("partner-without-task", Grade.WEAKENS, key, None)


LEARNER, LONG = "learner", "long"
"""Traits of the types of activity that rules of who and how long go by."""
_LENGTHS: Final = ("days", "months")
"""Traits with a range, such as `days:5-60`: how long an activity of the type lasts."""


def check_participants(case: Case) -> Iterator[Finding]:
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
