"""Checks of numbers of people, and of costs that the call pays elsewhere or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from erasmus_desk.call.plan_rules import PlanRule
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.plan_rows import get_number, list_rows
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Count


def check_share(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find a number of people that is larger than all answers to the `questions` together.

    While one of them is missing, or is no number of people, nothing is wrong yet.
    """
    parts = [one for name in rule.questions for one in context.list_visible(name)]
    numbers = [get_number(context, one.key) for one in parts]
    if not any(numbers) or any(
        (number is None and part.question.required) or (number is not None and number < 0)
        for part, number in zip(parts, numbers, strict=True)
    ):
        return
    most = sum(filter(None, numbers))
    for visible in context.list_visible(rule.binds["number"]):
        key, found = visible.key, get_number(context, visible.key)
        if found and found > most:
            facts = {"found": found, "most": Count("person", most)}
            yield context.report("more-than-participants", Grade.WEAKENS, key, rule.evidence, facts)


def check_covered_days(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find days of staff whose choice has one of the `traits`, once for each activity."""
    for _, rows in list_rows(context, rule.binds["list"]):
        found: list[tuple[Key, int]] = []
        for row in rows:
            key = Key(rule.binds["category"], row)
            chosen = context.pack.option(key.question, context.draft.text(key.question, row))
            days = get_number(context, Key(rule.binds["days"], row))
            if chosen and days and {*rule.traits} & {*chosen.traits}:
                found.append((key, days))
        if found:
            facts = {"days": Count("day", sum(days for _, days in found))}
            yield context.report(
                "management-days", Grade.WEAKENS, found[0][0], rule.evidence, facts
            )


def check_words(context: CheckContext, rule: PlanRule) -> Iterator[Finding]:
    """Find descriptions that begin a word with one of `words`, `unless` with one of others."""
    wanted, exempt = _build_pattern(rule.words), _build_pattern(rule.unless)
    for visible in context.list_visible(rule.binds["text"]):
        key, text = visible.key, context.draft.text(visible.key.question, visible.key.item)
        found = wanted.search(text)
        if found and not exempt.search(text):
            facts = {"found": found.group()}
            yield context.report("ordinary-equipment", Grade.WEAKENS, key, rule.evidence, facts)


def _build_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of words; one that ends with `*` also finds longer words."""
    parts = (
        rf"{re.escape(word[:-1])}\w*" if word.endswith("*") else re.escape(word) for word in words
    )
    return re.compile(rf"\b(?:{'|'.join(parts) or '(?!)'})\b", re.IGNORECASE)
