"""Checks of estimates of real costs, which are working material and never block."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from erasmus_desk.budget.estimates import EstimateSum, add_up
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Facts, Finding, Grade
from erasmus_desk.i18n.message_values import Amount


def check_estimates(context: CheckContext) -> Iterator[Finding]:
    """Find a whole estimate that is below the lump sum.

    A lump sum covers a part of the real costs: an estimate above it is usual and no finding, one
    below it raises questions.
    """
    estimates = context.grant.estimates
    if not any(one.lines for one in estimates):
        return
    lump = next((one for one in context.grant.balances if one.balance.is_lump_sum), None)
    whole = add_up(estimates, lump.most if lump else None)
    if lump is not None and whole.is_whole and whole.over < 0:
        evidence, facts = estimates[0].estimate.evidence, _list_amounts(whole, context)
        yield context.report("estimate-below", Grade.WEAKENS, lump.key, evidence, facts)


def _list_amounts(found: EstimateSum, context: CheckContext) -> Facts:
    currency = context.grant.currency
    sums = {"estimate": found.total, "asked": found.asked or Decimal(0), "over": abs(found.over)}
    return {name: Amount(one, currency) for name, one in sums.items()}
