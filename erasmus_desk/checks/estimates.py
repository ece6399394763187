"""Checks of estimates of real costs, which are working material and never block."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from erasmus_desk.budget.estimates import (
    EstimateState,
    EstimateSum,
    add_up,
    sum_estimates,
)
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Facts, Finding, Grade
from erasmus_desk.i18n.message_values import Amount


def check_estimates(context: CheckContext) -> Iterator[Finding]:
    """Find estimates above the amount asked for, and a whole one that is below the lump sum.

    A lump sum covers a part of the real costs: an estimate above it is usual, one below it raises
    questions.
    """
    estimates = context.grant.estimates
    if not any(one.lines for one in estimates):
        return
    yield from _find_above(context, estimates)
    lump = next((one for one in context.grant.balances if one.balance.is_lump_sum), None)
    whole = add_up(estimates, lump.most if lump else None)
    if lump is not None and whole.is_whole and whole.over < 0:
        evidence, facts = estimates[0].estimate.evidence, _tell(whole, context)
        yield context.report("estimate-below", Grade.WEAKENS, lump.key, evidence, facts)


def _find_above(context: CheckContext, estimates: tuple[EstimateState, ...]) -> Iterator[Finding]:
    """Yield what is above its amount; of amounts inside each other only the innermost."""
    reported: set[tuple[str, str]] = set()
    for one in sorted(estimates, key=lambda state: -len(state.around)):
        found = sum_estimates(estimates, one.key, one.owner)
        if found.over > 0 and one.place not in reported:
            facts, evidence = _tell(found, context), one.estimate.evidence
            yield context.report("estimate-above", Grade.STYLE, one.key, evidence, facts)
        if found.over > 0:
            reported |= one.around


def _tell(found: EstimateSum, context: CheckContext) -> Facts:
    currency = context.grant.currency
    sums = {"estimate": found.total, "asked": found.asked or Decimal(0), "over": abs(found.over)}
    return {name: Amount(one, currency) for name, one in sums.items()}
