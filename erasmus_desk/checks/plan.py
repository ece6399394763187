"""The activities: when and where they are, who has a task, what refers to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from erasmus_desk.call.form import Naming, QuestionType
from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.computed import end_date
from erasmus_desk.draft.model import Key


def check(case: Case) -> Iterator[Finding]:
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
