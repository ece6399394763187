"""Checks of the duration, start and end of the project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from erasmus_desk.call.conditions import holds
from erasmus_desk.call.funding import Confidence
from erasmus_desk.call.model import AdvisedDuration, Deadline
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.i18n.message_values import ListValue


def check_dates(context: CheckContext) -> Iterator[Finding]:
    """Find a duration, a start or an end that the call does not allow."""
    yield from _check_duration(context)
    yield from _check_start(context)
    yield from _check_end(context)


def _check_duration(context: CheckContext) -> Iterator[Finding]:
    key, months = context.find_key("months"), context.get_value("months")
    rules = [action.months for action in context.actions]
    if key is None or not rules or not isinstance(months, int) or isinstance(months, bool):
        return
    rule = rules[-1]
    if not any(one.least <= months <= one.most for one in rules):
        least, most = min(one.least for one in rules), max(one.most for one in rules)
        facts = {"n": months, "least": least, "most": most}
        yield context.report("duration", Grade.BLOCKS, key, rule.evidence, facts)
    elif context.action and rule.advised:
        yield from _check_advised_duration(context, key, months, rule.advised)


def _check_advised_duration(
    context: CheckContext, key: Key, months: int, advised: AdvisedDuration
) -> Iterator[Finding]:
    """Find a duration that the agency of the proposal has not advised."""
    applies = holds(advised.when, build_condition_context(context.draft, context.pack))
    if applies and months not in advised.months:
        facts = {"n": months, "usual": ListValue(advised.months)}
        yield context.report("unusual-duration", Grade.STYLE, key, advised.evidence, facts)


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
    possible = {action.id for action in context.actions}
    deadlines = [
        one
        for one in context.pack.deadlines
        if not context.pack.actions or possible.intersection(one.actions)
    ]
    chosen = context.get_text("round")
    return next((one for one in deadlines if len(deadlines) == 1 or one.id == chosen), None)


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
    ends = [action.ends_by for action in context.actions]
    last = max((one for one in ends if one), key=lambda one: one.day, default=None)
    if last and None not in ends and end > last.day:
        facts = {"found": end, "last": last.day}
        # A last day that no source names does not prevent submission.
        is_seen = last.evidence.confidence is not Confidence.C
        grade = Grade.BLOCKS if is_seen else Grade.WEAKENS
        yield context.report("project-end", grade, key, last.evidence, facts)
