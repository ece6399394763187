"""Checks of the amounts that users divide themselves: lump sums, shares, rows of a matrix."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from erasmus_desk.budget.balances import BalanceState
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, MessageValue, QuestionRef, TextRef


def check_balances(context: CheckContext) -> Iterator[Finding]:
    """Find amounts that do not add up to their whole, or exceed their share of it."""
    for state in context.grant.balances:
        if not state.is_kept:
            yield _report(context, state)


def _report(context: CheckContext, state: BalanceState) -> Finding:
    balance, most = state.balance, state.most or Decimal(0)
    sums = {"asked": state.used, "most": most, "over": -state.left, "left": state.left}
    if not balance.is_exact:
        code, unused = "share-over", "left"
    elif state.left > 0:
        code, unused = "sum-open", "over"
    else:
        code, unused = "sum-over", "left"
    del sums[unused]
    facts: dict[str, MessageValue] = {
        name: Amount(one, context.grant.currency) for name, one in sums.items()
    }
    key = _find_place(context, state)
    # Of many balances of one kind, the name of the item says which.
    items = context.find_place(key).items if state.item else ()
    facts["balance"] = QuestionRef(TextRef((f"balance.{balance.id}.name",)), items)
    if not balance.is_exact:
        facts["share"] = (balance.share * 100).normalize()
    # Before the first amount is typed nothing is wrong yet.
    is_gap = code == "sum-open" and not state.used
    return context.report(code, Grade.BLOCKS, key, balance.evidence, facts, is_gap=is_gap)


def _find_place(context: CheckContext, state: BalanceState) -> Key:
    """Return where to mend it: the list of the parts, one part alone, or what decides the whole."""
    lists = context.pack.form.lists
    names = (context.pack.form.list_of(question) for question in state.balance.parts)
    for name in names:
        if name and lists[name].parent == state.balance.within:
            return Key(name, state.item)
    return state.parts[0] if len(state.parts) == 1 else state.key
