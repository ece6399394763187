"""Whether the amounts that users divide themselves add up: to a lump sum, or within a share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import ZERO, round_to_cents
from erasmus_desk.budget.inputs import SharedInputs, read_amount
from erasmus_desk.call.funding import Balance
from erasmus_desk.draft.model import Key


class BalanceState(Struct, frozen=True):
    """A balance in the proposal, or in one item of a list, in the currency of the call.

    `most` is what the parts may be together, `None` while the whole is not known. `key` is the
    answer that decides the whole; `parts` are the answers that are added up.
    """

    balance: Balance
    item: str
    most: Decimal | None
    used: Decimal
    key: Key
    parts: tuple[Key, ...]

    @property
    def left(self) -> Decimal:
        """What is still to distribute, or may be added; negative if the parts are too much."""
        return (self.most or ZERO) - self.used

    @property
    def is_kept(self) -> bool:
        """Whether the parts are what they must be; also while the whole is not known."""
        if self.most is None:
            return True
        return not self.left if self.balance.is_exact else self.left >= 0


def compute_balances(inputs: SharedInputs) -> Iterator[BalanceState]:
    """Yield each balance of the call, one with a list for each of its items."""
    for balance in inputs.pack.funding.balances:
        for item in _list_wholes(inputs, balance):
            parts = tuple(
                key
                for question in balance.parts
                for items, key in inputs.find_answers(question)
                if not balance.within or items.get(balance.within) == item
            )
            amounts = (read_amount(inputs.draft.get(key)) for key in parts)
            used = sum((amount for amount in amounts if amount is not None), ZERO)
            key = Key(balance.amount or balance.choice, item)
            whole = _find_whole(inputs, balance, key)
            most = None if whole is None else round_to_cents(whole * balance.share)
            yield BalanceState(balance, item, most, used, key, parts)


def _list_wholes(inputs: SharedInputs, balance: Balance) -> Iterator[str]:
    """Yield the items that each have a whole of their own; an empty id is the proposal."""
    if not balance.within:
        yield ""
    elif balance.within in inputs.pack.form.lists:
        for items, _ in inputs.find_answers(balance.amount or balance.choice):
            yield items[balance.within]


def _find_whole(inputs: SharedInputs, balance: Balance, key: Key) -> Decimal | None:
    value = inputs.draft.get(key)
    if balance.amount:
        return read_amount(value)
    row = inputs.rates.find_row(balance.table, value) if isinstance(value, str) else None
    return row.amount if row else None
