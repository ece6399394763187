"""How long the project lasts, when it starts and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from erasmus_desk.call.model import Action, Deadline
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.computed import end_date
from erasmus_desk.draft.visibility import deadline
from erasmus_desk.i18n.message_values import Several


def check(case: Case) -> Iterator[Finding]:
    """Find a duration, a start or an end that the call does not allow."""
    if case.action:
        yield from _duration(case, case.action)
    yield from _start(case)
    yield from _end(case)


def _duration(case: Case, action: Action) -> Iterator[Finding]:
    key, months, rule = case.key("months"), case.value("months"), action.months
    if key is None or not isinstance(months, int) or isinstance(months, bool):
        return
    if not rule.least <= months <= rule.most:
        yield case.finding(
            "duration",
            Grade.BLOCKS,
            key,
            rule.evidence,
            n=months,
            least=rule.least,
            most=rule.most,
        )
    elif rule.usual and months not in rule.usual:
        yield case.finding(
            "unusual-duration",
            Grade.WEAKENS,
            key,
            rule.evidence,
            n=months,
            usual=Several(rule.usual),
        )


def _start(case: Case) -> Iterator[Finding]:
    key, start = case.key("start"), case.value("start")
    found = _round(case)
    if key is None or found is None or not isinstance(start, date):
        return
    first, last = found.starts_from, found.starts_until
    if first and last and not first <= start <= last:
        evidence = found.starts_evidence or found.evidence
        yield case.finding(
            "start-window", Grade.BLOCKS, key, evidence, found=start, first=first, last=last
        )


def _round(case: Case) -> Deadline | None:
    """Give the deadline that is sure: the only one there is, or the one chosen."""
    found = deadline(case.draft, case.pack)
    if found is None or (case.pack.actions and case.action is None):
        return None
    mine = [
        one for one in case.pack.deadlines if case.action is None or case.action.id in one.actions
    ]
    return found if len(mine) == 1 or found.id == case.text("round") else None


def _end(case: Case) -> Iterator[Finding]:
    start, months = case.key("start"), case.key("months")
    given, answered = case.key("end"), case.value("end")
    is_given = given is not None and isinstance(answered, date)
    end = answered if isinstance(answered, date) else end_date(case.draft, case.pack)
    # An end that the program computes is mended where it comes from.
    key = given if is_given else months or start
    if key is None or end is None:
        return
    begin = case.value("start")
    question = case.pack.question(key.question)
    if is_given and isinstance(begin, date) and end < begin:
        evidence = question.evidence if question else None
        yield case.finding("dates-reversed", Grade.BLOCKS, key, evidence, first=begin, last=end)
    last = case.action.ends_by if case.action else None
    if last and end > last.day:
        yield case.finding(
            "project-end", Grade.BLOCKS, key, last.evidence, found=end, last=last.day
        )
