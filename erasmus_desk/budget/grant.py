"""The grant of a draft: lines with reasons, sums, and the use of ceilings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.budget import individual_support, travel, unit_costs
from erasmus_desk.budget.balances import BalanceState, compute_balances
from erasmus_desk.budget.calculation import (
    ZERO,
    BudgetLine,
    CannotCompute,
    Cost,
    MissingAmount,
    Reason,
    combine_evidence,
    round_to_cents,
)
from erasmus_desk.budget.city_lists import Cities, load_cities
from erasmus_desk.budget.estimates import EstimateState, compute_estimates
from erasmus_desk.budget.exclusions import explain_exclusion
from erasmus_desk.budget.inputs import PROJECT, RuleInputs, SharedInputs
from erasmus_desk.call.funding import PER_CHOICE, BudgetCategory, Ceiling, CostRule, Pivot
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.number_limits import MAX_COUNT
from erasmus_desk.i18n.message_values import Amount

_Key = TypeVar("_Key")
_YearPart = tuple[int | None, Decimal]


class RuleType(Struct, frozen=True):
    """A type of cost rule: its calculation, and the parts that a call must or may bind to it.

    A rule with a `list` is applied to every row of it, any other to the project.
    """

    compute: Callable[[RuleInputs], Iterable[Cost | CannotCompute]]
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


RULE_TYPES: Final[Mapping[str, RuleType]] = {
    "management": RuleType(unit_costs.compute_management, ("organisations", "months", "table")),
    "travel": RuleType(
        travel.compute_travel,
        ("list", "persons", "organisation", "city", "country", "table"),
        ("accompanying", "km", "note", "type"),
    ),
    "topup": RuleType(
        unit_costs.compute_topup,
        ("list", "persons", "organisation", "table"),
        ("type", "participants", "accompanying"),
    ),
    "days": RuleType(
        unit_costs.compute_staff_days, ("list", "organisation", "category", "days", "table")
    ),
    "participants": RuleType(
        unit_costs.compute_event, ("list", "local", "foreign", "organisation", "table")
    ),
    "stay": RuleType(
        individual_support.compute_individual_support,
        ("list", "organisation", "persons", "type", "days", "country", "short"),
        ("accompanying", "special", "travel_days", "months", "long", "monthly"),
    ),
    "linguistic": RuleType(
        unit_costs.compute_linguistic_support,
        ("list", "persons", "organisation", "type", "table"),
        ("days", "months", "participants", "accompanying"),
    ),
    "real": RuleType(unit_costs.compute_actual_cost, ("list", "organisation", "amount")),
    "amount": RuleType(
        unit_costs.compute_amount,
        ("amount",),
        ("list", "organisation", "shares", "sharer", "share"),
    ),
    "lump": RuleType(unit_costs.compute_lump_sum, ("choice", "table")),
}
"""The types of cost rules that a call may have."""


class CeilingState(StrEnum):
    """How an amount stands to its ceiling; texts that say it are named by it."""

    OVER = "over"
    LEFT = "left"
    """Below or at a maximum."""
    UNDIVIDED = "undivided"
    """A lump sum of which a part is not distributed yet."""
    DIVIDED = "divided"


class CeilingUsage(Struct, frozen=True):
    """A ceiling and the amount requested under it; without a category, that of the whole grant.

    An `enforced` ceiling of a category has cut what exceeds it; the whole grant is never cut. A
    ceiling that is not enforced is too uncertain.
    """

    ceiling: Ceiling
    maximum: Decimal
    requested: Decimal

    @property
    def remaining(self) -> Decimal:
        """What remains; negative if too much is requested."""
        return self.maximum - self.requested

    @property
    def state(self) -> CeilingState:
        """Whether it is kept; a lump sum is to be distributed exactly."""
        if self.remaining < 0:
            return CeilingState.OVER
        if not self.ceiling.is_lump_sum:
            return CeilingState.LEFT
        return CeilingState.UNDIVIDED if self.remaining else CeilingState.DIVIDED


class Grant(Struct, frozen=True):
    """The grant requested by a draft; the only source of every amount that is shown.

    The sums include every allowed category and every organisation, with zero where nothing is
    requested. `pivots` are what the grant of the call is added up by: other sums are not shown.
    `unfunded` are lines of persons who get no grant: they are in no sum.
    """

    currency: str
    lines: tuple[BudgetLine, ...]
    missing: tuple[MissingAmount, ...]
    ceiling_usages: tuple[CeilingUsage, ...]
    total: Decimal
    by_category: Mapping[str, Decimal]
    by_organisation: Mapping[str, Decimal]
    by_activity: Mapping[Key, Decimal]
    by_year: Mapping[int | None, Decimal]
    unfunded: tuple[BudgetLine, ...] = ()
    balances: tuple[BalanceState, ...] = ()
    pivots: tuple[Pivot, ...] = tuple(Pivot)
    estimates: tuple[EstimateState, ...] = ()
    """What is estimated beside the amounts, which is in no sum of the grant."""

    @property
    def unfunded_total(self) -> Decimal:
        """The amounts of persons who get no grant, which are in no other sum."""
        return sum((line.amount for line in self.unfunded), ZERO)

    @property
    def whole_usage(self) -> CeilingUsage | None:
        """The use of the maximum of the whole grant, `None` while that is unknown."""
        return next((one for one in self.ceiling_usages if not one.ceiling.category), None)

    @property
    def organisation_sums(self) -> Mapping[str, Decimal]:
        """The sums by organisation, if the call adds up by it."""
        return self.by_organisation if Pivot.ORGANISATION in self.pivots else {}

    @property
    def activity_sums(self) -> Mapping[Key, Decimal]:
        """The sums by activity, if the call adds up by it."""
        return self.by_activity if Pivot.ACTIVITY in self.pivots else {}

    @property
    def dated_sums(self) -> Mapping[int | None, Decimal]:
        """The sums by year, if the call adds up by it: a lump sum belongs to no single year."""
        return self.by_year if Pivot.YEAR in self.pivots else {}

    @property
    def ceiling(self) -> Decimal | None:
        """The maximum of the whole grant, `None` while unknown."""
        return self.whole_usage.maximum if self.whole_usage else None

    @property
    def remaining(self) -> Decimal | None:
        """What remains; negative if too much is requested."""
        return self.whole_usage.remaining if self.whole_usage else None


def compute_grant(draft: Draft, pack: Pack, cities: Cities | None = None) -> Grant:
    """Compute the grant of a draft, by default with the included lists of cities.

    Never fails: what cannot be computed is a missing amount with its reason.
    """
    inputs = SharedInputs(draft, pack, cities or load_cities())
    allowed = tuple(one.id for one in pack.funding.categories if _is_allowed(one, inputs))
    lines: list[BudgetLine] = []
    unfunded: list[BudgetLine] = []
    missing: list[MissingAmount] = []
    for rule in pack.funding.rules:
        for one in _apply_rule(inputs, rule, is_allowed=rule.category in allowed):
            if isinstance(one, MissingAmount):
                missing.append(one)
            elif one.is_funded:
                lines.append(one)
            elif one.amount:
                unfunded.append(one)
    usages: list[CeilingUsage] = []
    for category in allowed:
        of_category = [line for line in lines if line.category == category]
        requested = sum((line.amount for line in of_category), ZERO)
        for usage in _measure_ceilings(inputs, category, requested):
            usages.append(usage)
            if usage.ceiling.enforced:
                lines.extend(_cut_lines(usage, of_category, inputs))
    total = sum((line.amount for line in lines), ZERO)
    usages.extend(_measure_ceilings(inputs, "", total))
    balances = tuple(compute_balances(inputs))
    usages.extend(_find_lump_sums(balances, total))
    by_year = _add_up((), (part for line in lines for part in line.years))
    return Grant(
        inputs.rates.currency,
        tuple(lines),
        tuple(missing),
        tuple(usages),
        total,
        _add_up(allowed, ((line.category, line.amount) for line in lines)),
        _add_up(inputs.organisations, ((line.organisation, line.amount) for line in lines)),
        _add_up((), ((line.activity, line.amount) for line in lines if line.activity)),
        dict(sorted(by_year.items(), key=lambda part: (part[0] is None, part[0] or 0))),
        tuple(unfunded),
        balances,
        pack.funding.shown_pivots,
        tuple(compute_estimates(inputs)),
    )


def _find_lump_sums(balances: tuple[BalanceState, ...], total: Decimal) -> Iterator[CeilingUsage]:
    """Yield the lump sums that the proposal has chosen, as the maximum of the whole grant."""
    for one in balances:
        balance = one.balance
        if balance.is_lump_sum and one.most is not None:
            ceiling = Ceiling(balance.id, PER_CHOICE, one.most, balance.evidence)
            yield CeilingUsage(ceiling, one.most, total)


def _add_up(keys: Iterable[_Key], amounts: Iterable[tuple[_Key, Decimal]]) -> dict[_Key, Decimal]:
    """Return the sums of the amounts by key, with zero for the keys that have none."""
    sums = dict.fromkeys(keys, ZERO)
    for key, amount in amounts:
        sums[key] = sums.get(key, ZERO) + amount
    return sums


def _is_allowed(category: BudgetCategory, inputs: SharedInputs) -> bool:
    kind = inputs.draft.text(inputs.pack.role("kind"))
    return not category.kinds or not kind or kind in category.kinds


def _apply_rule(
    shared: SharedInputs, rule: CostRule, *, is_allowed: bool
) -> Iterator[BudgetLine | MissingAmount]:
    kind = RULE_TYPES.get(rule.type)
    if kind is None or not rule.binds.keys() >= set(kind.required):
        # The pack checker reports this; a call added by the user may not have been checked.
        failure = CannotCompute("rule-unknown", Key(""), found=rule.type)
        yield _build_missing(RuleInputs(shared, rule, PROJECT), failure)
        return
    for row in shared.get_rows(rule):
        inputs = RuleInputs(shared, rule, row)
        if not is_allowed and row is not PROJECT:
            yield _build_missing(inputs, CannotCompute("head-not-allowed", row.key))
            continue
        reported: set[tuple[str, Key]] = set()
        for one in _catch_failure(kind, inputs):
            if isinstance(one, Cost):
                yield _build_line(inputs, one)
            elif (one.code, one.key) not in reported:
                reported.add((one.code, one.key))
                yield _build_missing(inputs, one, inputs.get_text("organisation"))


def _catch_failure(kind: RuleType, inputs: RuleInputs) -> Iterator[Cost | CannotCompute]:
    """Yield the costs of a row, and as the last item why it could not be completed."""
    try:
        yield from kind.compute(inputs)
    except CannotCompute as failure:
        yield failure


def _build_missing(
    inputs: RuleInputs, failure: CannotCompute, organisation: str = ""
) -> MissingAmount:
    rule, activity = inputs.rule, inputs.row.activity
    return MissingAmount(
        failure.code, rule.category, rule.id, failure.key, organisation, activity, failure.facts
    )


def _build_line(inputs: RuleInputs, cost: Cost) -> BudgetLine:
    rule, row = inputs.rule, inputs.row
    amount = round_to_cents(cost.amount)
    origin = (rule.category, rule.id, cost.key, amount, cost.organisation, row.activity)
    years = _round_years(cost.years) or ((row.year, amount),)
    line = BudgetLine(*origin, years, cost.reasons, cost.evidence, cost.notes)
    exclusion = cost.exclusion
    if exclusion is None:
        return line
    return replace(
        line,
        reasons=(*cost.reasons, explain_exclusion(inputs, exclusion, cost.organisation)),
        evidence=combine_evidence((cost.evidence, exclusion.evidence)),
        is_funded=exclusion.is_paid,
    )


def _round_years(years: Iterable[_YearPart]) -> tuple[_YearPart, ...]:
    """Return the parts of an amount in cents, which add up to the amount in cents."""
    found: list[_YearPart] = []
    exact = rounded = ZERO
    for year, part in years:
        exact += part
        found.append((year, round_to_cents(exact) - rounded))
        rounded = round_to_cents(exact)
    return tuple(found)


def _measure_ceilings(
    inputs: SharedInputs, category: str, requested: Decimal
) -> Iterator[CeilingUsage]:
    """Yield the ceilings of a category; those by month or year need the months."""
    months = inputs.get_value("months")
    for ceiling in inputs.rates.find_ceilings(category, "project", "month", "year"):
        if ceiling.per == "project":
            yield CeilingUsage(ceiling, round_to_cents(ceiling.amount), requested)
        elif type(months) is int and 0 < months <= MAX_COUNT:
            parts = Decimal(months) / 12 if ceiling.per == "year" else Decimal(months)
            yield CeilingUsage(ceiling, round_to_cents(ceiling.amount * parts), requested)


def _cut_lines(
    usage: CeilingUsage, lines: list[BudgetLine], inputs: SharedInputs
) -> Iterator[BudgetLine]:
    """Yield negative lines for what exceeds a ceiling, from the last line backwards."""
    over = -usage.remaining
    maximum = Amount(usage.maximum, inputs.rates.currency)
    for line in reversed(lines):
        if over <= 0:
            return
        cut = min(line.amount, over)
        if cut <= 0:
            continue
        over -= cut
        facts = {"ceiling": maximum, "line": Amount(line.amount, maximum.currency)}
        yield replace(
            line,
            amount=-cut,
            years=((line.year, -cut),),
            reasons=(Reason("ceiling", facts),),
            evidence=usage.ceiling.evidence,
            notes=("ceiling",),
        )
