"""Estimates of real costs beside the amounts that are asked for: their rows and their sums.

A grant of a lump sum covers a part of the real costs; an estimate shows how an amount was reached.
It is working material of those who write: nothing of it is an answer of the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import ZERO, round_to_cents
from erasmus_desk.budget.city_lists import load_cities
from erasmus_desk.budget.inputs import SharedInputs, read_amount, read_price
from erasmus_desk.budget.rates import Rates
from erasmus_desk.call.funding import Estimate
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.item_tree import walk_inside
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.number_limits import MAX_COUNT


class EstimateLine(Struct, frozen=True):
    """A row: how often which price, and the amount, `None` while it cannot be computed.

    `times` has `None` for what is empty, which counts once.
    """

    item: str
    kind: str
    times: tuple[int | None, ...]
    price: Decimal | None
    amount: Decimal | None


class EstimateState(Struct, frozen=True):
    """The estimate beside one amount, in the currency of the call.

    `key` is the amount asked for, `owner` its list and `asked` its value; `around` are the lists
    and items that its item is in.
    """

    estimate: Estimate
    key: Key
    owner: str
    around: frozenset[tuple[str, str]]
    asked: Decimal | None
    lines: tuple[EstimateLine, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the rows that can be computed."""
        return sum((line.amount or ZERO for line in self.lines), ZERO)

    @property
    def open_lines(self) -> int:
        """The number of rows without an amount."""
        return sum(line.amount is None for line in self.lines)

    @property
    def place(self) -> tuple[str, str]:
        """The list and the item that have the amount; both are empty for the proposal."""
        return self.owner, self.key.item


class EstimateSum(Struct, frozen=True):
    """The estimates beside an amount and beside those inside it, or of the whole proposal.

    `asked` is the amount itself or the lump sum, `None` while it is not known. It is made with
    the first row, and whole once every amount has rows, or all amounts inside it have.
    """

    total: Decimal
    asked: Decimal | None
    open_lines: int
    is_made: bool
    is_whole: bool

    @property
    def over(self) -> Decimal:
        """By how much it is above what is asked for; negative if below, zero if not known."""
        return ZERO if self.asked is None else self.total - self.asked


def find_estimate(pack: Pack, list_id: str) -> Estimate | None:
    """Return the estimate that has a list as its rows."""
    return next((one for one in pack.funding.estimates if one.lines == list_id), None)


def find_estimates(draft: Draft, pack: Pack) -> tuple[EstimateState, ...]:
    """Return the estimates of a draft without its grant."""
    if not pack.funding.estimates:
        return ()
    return tuple(compute_estimates(SharedInputs(draft, pack, load_cities())))


def compute_estimates(inputs: SharedInputs) -> Iterator[EstimateState]:
    """Yield the estimate beside each visible amount that may have one."""
    for estimate in inputs.pack.funding.estimates:
        spec = inputs.pack.form.lists.get(estimate.lines)
        for items, key in inputs.find_answers(spec.beside) if spec else ():
            owner, asked = (
                inputs.pack.form.list_of(key.question),
                read_amount(inputs.draft.get(key)),
            )
            lines = compute_lines(inputs.draft, estimate, inputs.rates, key.item)
            around = frozenset(items.items()) - {(owner, key.item)}
            yield EstimateState(estimate, key, owner, around, asked, lines)


def compute_lines(
    draft: Draft, estimate: Estimate, rates: Rates, owner: str
) -> tuple[EstimateLine, ...]:
    """Return the rows of an estimate inside an item (empty for the proposal)."""
    rows = dict.fromkeys(draft.items(estimate.lines, owner))
    return tuple(_compute_line(draft, estimate, rates, row) for row in rows)


def _compute_line(draft: Draft, estimate: Estimate, rates: Rates, row: str) -> EstimateLine:
    kind, typed = draft.text(estimate.kind, row), draft.get(Key(estimate.price, row))
    price = read_price(typed)
    if typed is None and estimate.table:
        rate = rates.find_row(estimate.table, kind)
        price = rate.amount if rate else None
    values = [draft.get(Key(name, row)) for name in estimate.times]
    times = tuple(one if type(one) is int and 0 <= one <= MAX_COUNT else None for one in values)
    is_read = all(one is None or two is not None for one, two in zip(values, times, strict=True))
    amount = price if is_read else None
    for number in times:
        # What no project costs is a typing error, and no amount.
        if amount is not None and number is not None:
            amount = read_price(amount * number)
    return EstimateLine(row, kind, times, price, None if amount is None else round_to_cents(amount))


def sum_estimates(states: Iterable[EstimateState], key: Key, owner: str) -> EstimateSum:
    """Return what is estimated beside an amount and inside its item; `owner` is its list."""
    place = owner, key.item
    found = [one for one in states if one.key == key or (owner and place in one.around)]
    asked = next((one.asked for one in found if one.key == key), None)
    return add_up(found, asked)


def add_up(states: Iterable[EstimateState], asked: Decimal | None) -> EstimateSum:
    """Return the sum of estimates; `asked` is an amount, or the lump sum for all of them."""
    found = tuple(states)
    open_lines = sum(one.open_lines for one in found)
    return EstimateSum(
        sum((one.total for one in found), ZERO),
        asked,
        open_lines,
        is_made=any(one.lines for one in found),
        is_whole=not open_lines and all(_is_covered(one, found) for one in list_outermost(found)),
    )


def list_outermost(states: tuple[EstimateState, ...]) -> tuple[EstimateState, ...]:
    """Return the estimates beside amounts that are inside no other."""
    places = {one.place for one in states}
    return tuple(one for one in states if not places & one.around)


def _is_covered(state: EstimateState, states: tuple[EstimateState, ...]) -> bool:
    """Return whether something is estimated beside an amount, or beside all that are inside it."""
    if state.lines or not state.owner:
        return bool(state.lines)
    inside = [one for one in states if state.place in one.around]
    return bool(inside) and all(one.lines for one in inside)


def sum_at(draft: Draft, pack: Pack, key: Key) -> EstimateSum:
    """Return what is estimated beside an amount and inside its item, from the draft alone.

    The same as `sum_estimates`, for one place while it is typed in.
    """
    form, rates, owner = pack.form, Rates(pack.funding), pack.form.list_of(key.question)
    inside = walk_inside(draft, form, owner, key.item) if owner else ()
    places = [(owner, key.item), *((where.question, item) for item, where in inside)]
    around = frozenset({(owner, key.item)})
    states = (
        EstimateState(one, Key(spec.beside, item), list_id, around - {(list_id, item)}, None, lines)
        for one in pack.funding.estimates
        for spec in (form.lists[one.lines],)
        for list_id, item in places
        if spec.parent == list_id and (list_id != owner or spec.beside == key.question)
        for lines in (compute_lines(draft, one, rates, item),)
    )
    return add_up(states, read_amount(draft.get(key)))
