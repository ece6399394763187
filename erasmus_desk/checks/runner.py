"""The runner of all checks, which sorts their findings in the order of the form."""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

from erasmus_desk.call.model import Pack
from erasmus_desk.checks import (
    activities,
    answers,
    balances,
    budget,
    carried,
    choices,
    dates,
    estimates,
    lists,
    partnership,
    plan_rules,
    requirements,
    spelling,
    text,
)
from erasmus_desk.checks.context import NO_WORDS, CheckContext, UnknownWords
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.visibility import VisibleQuestion

CHECKS = (
    answers.check_required,
    answers.check_limits,
    choices.check_choices,
    partnership.check_partnership,
    partnership.check_duplicates,
    dates.check_dates,
    lists.check_lists,
    activities.check_plan,
    activities.check_participants,
    plan_rules.check_plan_rules,
    budget.check_budget,
    balances.check_balances,
    estimates.check_estimates,
    requirements.check_requirements,
    text.check_sums,
    text.check_language,
    text.check_unfinished,
    text.check_hidden_characters,
    text.check_short_answers,
    text.check_repetition,
    text.check_title,
    spelling.check_spelling,
    carried.check_carried,
)
_GRADES = tuple(Grade)
_UNUSABLE: Final = frozenset(
    {
        "absurd-number",
        "not-a-date",
        "not-a-number",
        "number-large",
        "number-small",
        "number-unclear",
        "reference-gone",
        "typed-as-text",
    }
)
"""Codes of an answer that cannot be used: what else is found at it only follows from that."""


def run_checks(
    draft: Draft, pack: Pack, unknown_words: UnknownWords = NO_WORDS
) -> tuple[Finding, ...]:
    """Return all findings of a draft in the order of the form; hidden answers are not checked."""
    parts = run_in_parts(draft, pack, unknown_words=unknown_words)
    while True:
        try:
            next(parts)
        except StopIteration as end:
            return end.value


def run_in_parts(
    draft: Draft,
    pack: Pack,
    visible: tuple[VisibleQuestion, ...] | None = None,
    unknown_words: UnknownWords = NO_WORDS,
) -> Generator[None, None, tuple[Finding, ...]]:
    """Run the checks in parts of a few milliseconds, so that a window can react in between.

    `visible` are the visible questions, if the caller knows them already; `unknown_words` those of
    each answer, where the spelling is to be checked.
    """
    context = CheckContext(draft, pack, visible, unknown_words)
    yield
    found: list[Finding] = []
    for check in CHECKS:
        found += check(context)
        yield
    return _sort_findings(found, context)


def _sort_findings(found: list[Finding], context: CheckContext) -> tuple[Finding, ...]:
    pack = context.pack
    # Where a rule says more, "required" for the same key would repeat it.
    covered = {one.key for one in found if one.is_gap and one.code != "required"}
    unusable = {one.key for one in found if one.code in _UNUSABLE or _is_unknown(one, context)}
    kept = [
        one
        for one in found
        if (one.code != "required" or one.key not in covered)
        and (one.key not in unusable or one.code in _UNUSABLE or _is_unknown(one, context))
    ]
    positions = {one.key: position for position, one in enumerate(context.visible_questions)}
    sections = {section.id: position for position, section in enumerate(pack.form.sections)}

    def order(finding: Finding) -> tuple[int, int, int]:
        section = sections.get(finding.section, len(sections))
        # The key of a list is not a question: its findings come first in the section.
        position = positions.get(finding.key, -1) if finding.key else -1
        return section, position, _GRADES.index(finding.grade)

    return tuple(sorted(kept, key=order))


def _is_unknown(finding: Finding, context: CheckContext) -> bool:
    """Return whether a finding is about the only choice of a question, which is not known."""
    is_single = finding.key is not None and isinstance(context.draft.get(finding.key), str)
    return finding.code == "unknown-option" and is_single
