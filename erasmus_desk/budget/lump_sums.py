"""What speaks for each lump sum: what it is per partner, month or activity, and the real costs.

Nothing is chosen: how many there are comes from the draft, what is counted from the call.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.city_lists import load_cities
from erasmus_desk.budget.estimates import EstimateSum, add_up, compute_estimates
from erasmus_desk.budget.inputs import SharedInputs
from erasmus_desk.call.funding import Balance, Measure
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key


class LumpSumShare(Struct, frozen=True):
    """What a lump sum is by one measure: how many of what there are, and the amount of each."""

    measure: Measure
    counts: tuple[int, ...]
    each: Decimal


class LumpSum(Struct, frozen=True):
    """A lump sum to choose from, by the id of its choice; `over` is what the estimate has more.

    A measure of which there is none yet says nothing; without an estimate `over` is `None`.
    """

    option: str
    amount: Decimal
    shares: tuple[LumpSumShare, ...]
    over: Decimal | None


class LumpSumAdvice(Struct, frozen=True):
    """All lump sums of a call from the smallest, and what is estimated in all."""

    balance: Balance
    sums: tuple[LumpSum, ...]
    estimate: EstimateSum

    @property
    def below(self) -> LumpSum | None:
        """The largest that the estimate reaches, if something is estimated."""
        reached = (one for one in self.sums if one.over is not None and one.over >= 0)
        return max(reached, key=lambda one: one.amount, default=None)

    @property
    def above(self) -> LumpSum | None:
        """The smallest that the estimate does not reach, if something is estimated."""
        return next((one for one in self.sums if one.over is not None and one.over < 0), None)


def find_lump_sum_balance(pack: Pack) -> Balance | None:
    """Return the balance that a lump sum is chosen for, if the call has one."""
    return next((one for one in pack.funding.balances if one.is_lump_sum), None)


def compute_advice(draft: Draft, pack: Pack) -> LumpSumAdvice | None:
    """Return what speaks for each lump sum, `None` for a call without a choice of them."""
    balance = find_lump_sum_balance(pack)
    table = next((one for one in pack.funding.tables if balance and one.id == balance.table), None)
    if balance is None or table is None:
        return None
    inputs = SharedInputs(draft, pack, load_cities())
    estimate = add_up(compute_estimates(inputs), None)
    counted = [(one, _count(one, inputs)) for one in balance.measures]
    rows = sorted(table.rows, key=lambda row: row.amount)
    return LumpSumAdvice(
        balance,
        tuple(
            LumpSum(
                row.at[0],
                row.amount,
                tuple(_share(one, counts, row.amount) for one, counts in counted if all(counts)),
                estimate.total - row.amount if estimate.is_made else None,
            )
            for row in rows
        ),
        estimate,
    )


def _count(measure: Measure, inputs: SharedInputs) -> tuple[int, ...]:
    """Return how many items a list has in all, or the answer that is a number, for each part."""
    found: list[int] = []
    for name in measure.times:
        if name in inputs.pack.form.lists:
            found.append(inputs.count_items(name))
        else:
            value = inputs.draft.get(Key(name))
            found.append(value if type(value) is int and value > 0 else 0)
    return tuple(found)


def _share(measure: Measure, counts: tuple[int, ...], amount: Decimal) -> LumpSumShare:
    each = amount
    for count in counts:
        each /= count
    return LumpSumShare(measure, counts, round_to_cents(each))
