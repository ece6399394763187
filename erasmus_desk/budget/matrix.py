"""A lump sum as a matrix: what it is divided into across, and who gets a share of each down.

Which amounts and lists these are, the balances of the call say: the lump sum is an exact balance
of amounts, and each of these is the whole of an exact balance of shares, whose rows name an item
of another list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.balances import BalanceState, compute_balances
from erasmus_desk.budget.calculation import ZERO
from erasmus_desk.budget.city_lists import load_cities
from erasmus_desk.budget.inputs import SharedInputs, read_amount
from erasmus_desk.call.form import QuestionType, SectionLayout
from erasmus_desk.call.funding import Balance
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Value


class ShareRule(Struct, frozen=True):
    """How an amount is shared out: the list of shares, and on each who gets it and how much."""

    balance: Balance
    shares: str
    taker: str
    part: str


class MatrixRules(Struct, frozen=True):
    """The lump sum, the list of those who get shares, and how each amount is shared out.

    `limits` are the shares of the lump sum that single amounts may be at most.
    """

    whole: Balance
    takers: str
    shared: tuple[ShareRule, ...]
    limits: tuple[Balance, ...]

    @property
    def questions(self) -> frozenset[str]:
        """The questions and lists whose answers make the matrix."""
        shared = (name for one in self.shared for name in (one.shares, one.taker, one.part))
        return frozenset((*self.whole.parts, *shared))


class MatrixColumn(Struct, frozen=True):
    """An amount with its shares; `limit` is the most it may be, if there is such a rule.

    `rows` are the rows of shares by who gets them; those that name nobody are under an empty id.
    """

    rule: ShareRule
    state: BalanceState
    limit: BalanceState | None
    rows: Mapping[str, tuple[str, ...]]

    @property
    def amount(self) -> Key:
        """The key of the amount that is shared out."""
        return self.state.key

    @property
    def list_key(self) -> Key:
        """The key of the list of its shares."""
        return Key(self.rule.shares, self.state.item)

    @property
    def size(self) -> Decimal:
        """The amount that is shared out, zero while there is none."""
        return self.state.most or ZERO

    @property
    def is_over_limit(self) -> bool:
        """Whether the amount is a larger share of the lump sum than it may be."""
        return self.limit is not None and not self.limit.is_kept

    def get_keys(self, taker: str) -> tuple[Key, ...]:
        """Return the keys of what somebody gets; of one row, unless a file has more."""
        return tuple(Key(self.rule.part, row) for row in self.rows.get(taker, ()))

    def add_up(self, draft: Draft, taker: str) -> Decimal:
        """Return how much somebody gets."""
        amounts = (read_amount(draft.get(key)) for key in self.get_keys(taker))
        return sum((amount for amount in amounts if amount is not None), ZERO)


class Matrix(Struct, frozen=True):
    """The lump sum of a proposal with its columns, and who may get a share, in their order.

    The takers end with an empty id if a share names nobody.
    """

    whole: BalanceState
    columns: tuple[MatrixColumn, ...]
    takers: tuple[str, ...]

    @property
    def shared(self) -> Decimal:
        """The sum of all shares."""
        return sum((column.state.used for column in self.columns), ZERO)

    @property
    def left(self) -> Decimal:
        """What nobody has yet, of the lump sum or else of the amounts; negative if too much."""
        most = self.whole.used if self.whole.most is None else self.whole.most
        return most - self.shared


def find_matrix(pack: Pack) -> MatrixRules | None:
    """Return the rules of the matrix of a call, `None` if its balances make none."""
    whole = next((one for one in pack.funding.balances if one.is_lump_sum), None)
    if whole is None:
        return None
    found = tuple(rule for part in whole.parts if (rule := _find_shares(pack, part)) is not None)
    takers = {pack.form.questions[rule.taker].of for rule in found}
    if len(found) < len(whole.parts) or len(takers) != 1:
        return None
    limits = tuple(
        one
        for one in pack.funding.balances
        if not one.is_exact and one.choice == whole.choice and {*one.parts} <= {*whole.parts}
    )
    return MatrixRules(whole, takers.pop(), found, limits)


def _find_shares(pack: Pack, amount: str) -> ShareRule | None:
    form = pack.form
    for balance in pack.funding.balances:
        spec = form.lists.get(form.list_of(balance.parts[0])) if len(balance.parts) == 1 else None
        if not balance.is_exact or balance.amount != amount or spec is None:
            continue
        name = form.questions.get(spec.name)
        is_named = name is not None and name.type is QuestionType.ITEM
        outer = form.lists.get(balance.within)
        is_outer = outer is None or not outer.parent
        if is_named and is_outer and spec.parent == balance.within:
            return ShareRule(balance, spec.id, spec.name, balance.parts[0])
    return None


def find_share_section(pack: Pack, list_id: str) -> str:
    """Return the section whose grid shows the shares of a list, or an empty string."""
    if list_id not in pack.form.lists:
        return ""
    layout = SectionLayout.MATRIX
    section = next((one for one in pack.form.sections if one.layout is layout), None)
    rules = find_matrix(pack) if section is not None else None
    is_shown = rules is not None and any(rule.shares == list_id for rule in rules.shared)
    return section.id if section is not None and is_shown else ""


def read_matrix(draft: Draft, pack: Pack, rules: MatrixRules) -> Matrix:
    """Return the matrix of a proposal; fast enough for every key."""
    states = tuple(compute_balances(SharedInputs(draft, pack, load_cities())))
    takers = tuple(dict.fromkeys(draft.items(rules.takers)))
    limits = {
        state.parts[0]: state
        for state in states
        if state.balance in rules.limits and len(state.parts) == 1
    }
    columns = tuple(
        MatrixColumn(rule, state, limits.get(state.key), _find_rows(draft, rule, state, takers))
        for rule in rules.shared
        for state in states
        if state.balance is rule.balance
    )
    whole = next(state for state in states if state.balance is rules.whole)
    has_nobody = any("" in column.rows for column in columns)
    return Matrix(whole, columns, (*takers, "") if has_nobody else takers)


def _find_rows(
    draft: Draft, rule: ShareRule, state: BalanceState, takers: tuple[str, ...]
) -> Mapping[str, tuple[str, ...]]:
    rows: dict[str, tuple[str, ...]] = {}
    for row in dict.fromkeys(draft.items(rule.shares, state.item)):
        named = draft.text(rule.taker, row)
        taker = named if named in takers else ""
        rows[taker] = (*rows.get(taker, ()), row)
    return rows


class MatrixChanges:
    """Collects what is typed or pasted into a matrix, as one change set."""

    def __init__(self, draft: Draft, make_id: Callable[[], str]) -> None:
        self._draft = draft
        self._make_id = make_id
        self._changes: dict[Key, Value | None] = {}
        self._lists: dict[Key, tuple[str, ...]] = {}

    def set_amount(self, column: MatrixColumn, value: Value | None) -> None:
        """Set an amount that is shared out."""
        self._changes[column.amount] = value

    def set_share(self, column: MatrixColumn, taker: str, value: Value | None) -> None:
        """Set what somebody gets: it is in one row, which is there only if it says something."""
        rule, rows = column.rule, column.rows.get(taker, ())
        if not rows and value is None:
            return
        kept = rows[0] if rows else self._make_id()
        if value is not None or not self._says_nothing_else(rule, kept):
            self._changes[Key(rule.part, kept)] = value
            if not rows:
                self._changes[Key(rule.taker, kept)] = taker or None
                self._lists[column.list_key] = (*self._get_list(column.list_key), kept)
            rows = rows[1:]
        for row in rows:
            self._changes |= dict.fromkeys(self._draft.keys_of_item(row))
            items = self._get_list(column.list_key)
            self._lists[column.list_key] = tuple(one for one in items if one != row)

    def build(self, label: str) -> ChangeSet:
        """Return the changes; the first one is of what was set first."""
        wanted = {**self._changes, **{key: items or None for key, items in self._lists.items()}}
        changes = (Change(key, self._draft.get(key), value) for key, value in wanted.items())
        real = (one for one in changes if one.old != one.new or type(one.old) is not type(one.new))
        return ChangeSet(tuple(real), label)

    def _get_list(self, key: Key) -> tuple[str, ...]:
        return self._lists.get(key, self._draft.items(key.question, key.item))

    def _says_nothing_else(self, rule: ShareRule, row: str) -> bool:
        return {key.question for key in self._draft.keys_of_item(row)} <= {rule.taker, rule.part}
