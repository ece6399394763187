"""Checks of the duration, start and end of the project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from erasmus_desk.call.model import Action, Deadline
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.visibility import find_deadline
from erasmus_desk.i18n.message_values import ListValue


def check_dates(context: CheckContext) -> Iterator[Finding]:
    """Find a duration, a start or an end that the call does not allow."""
    if context.action:
        yield from _check_duration(context, context.action)
    yield from _check_start(context)
    yield from _check_end(context)


def _check_duration(context: CheckContext, action: Action) -> Iterator[Finding]:
    key, months, rule = context.find_key("months"), context.get_value("months"), action.months
    if key is None or not isinstance(months, int) or isinstance(months, bool):
        return
    if not rule.least <= months <= rule.most:
        facts = {"n": months, "least": rule.least, "most": rule.most}
        yield context.report("duration", Grade.BLOCKS, key, rule.evidence, facts)
    elif rule.recommended and months not in rule.recommended:
        facts = {"n": months, "usual": ListValue(rule.recommended)}
        yield context.report("unusual-duration", Grade.WEAKENS, key, rule.evidence, facts)


def _check_start(context: CheckContext) -> Iterator[Finding]:
    key, start = context.find_key("start"), context.get_value("start")
    found = _find_sure_deadline(context)
    window = found.starts if found else None
    if key is None or window is None or not isinstance(start, date):
        return
    first, last = window.first, window.last
    if first and last and not first <= start <= last:
        facts = {"found": start, "first": first, "last": last}
        yield context.report("start-window", Grade.BLOCKS, key, window.evidence, facts)


def _find_sure_deadline(context: CheckContext) -> Deadline | None:
    """Return the deadline if it is certain: the only one, or the chosen one."""
    found = find_deadline(context.draft, context.pack)
    if found is None or (context.pack.actions and context.action is None):
        return None
    deadlines = [
        one
        for one in context.pack.deadlines
        if context.action is None or context.action.id in one.actions
    ]
    return found if len(deadlines) == 1 or found.id == context.get_text("round") else None


def _check_end(context: CheckContext) -> Iterator[Finding]:
    is_given = isinstance(context.get_value("end"), date)
    # A computed end is fixed in the answers it is computed from.
    roles = ("end",) if is_given else ("months", "start")
    key = next(filter(None, map(context.find_key, roles)), None)
    begin, end = context.get_value("start"), context.find_end_date()
    if key is None or end is None:
        return
    if is_given and isinstance(begin, date) and end < begin:
        facts = {"first": begin, "last": end}
        yield context.report_answer("dates-reversed", Grade.BLOCKS, key, facts)
    last = context.action.ends_by if context.action else None
    if last and end > last.day:
        facts = {"found": end, "last": last.day}
        yield context.report("project-end", Grade.BLOCKS, key, last.evidence, facts)
