"""The grant of a draft: lines with reasons, sums, and the use of ceilings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.budget import individual_support, travel, unit_costs
from erasmus_desk.budget.calculation import (
    ZERO,
    BudgetLine,
    CannotCompute,
    Cost,
    MissingAmount,
    Reason,
)
from erasmus_desk.budget.distance import Cities, load_cities
from erasmus_desk.budget.inputs import BudgetRow, CostInputs
from erasmus_desk.call.funding import BudgetCategory, Ceiling, CostRule
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import Amount

_Result = BudgetLine | MissingAmount
_COMPUTE_BY_ROW: Final[
    Mapping[str, Callable[[CostInputs, CostRule, BudgetRow], Iterator[Cost | CannotCompute]]]
] = {
    "travel": travel.compute_travel,
    "topup": travel.compute_topup,
    "days": unit_costs.compute_staff_days,
    "participants": unit_costs.compute_event,
    "stay": individual_support.compute_individual_support,
    "linguistic": individual_support.compute_linguistic_support,
    "real": unit_costs.compute_actual_cost,
}
RULE_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "management": ("organisations", "months", "table"),
    "travel": ("list", "persons", "organisation", "city", "country", "table"),
    "topup": ("list", "persons", "organisation", "table"),
    "days": ("list", "organisation", "category", "days", "table"),
    "participants": ("list", "local", "foreign", "organisation", "table"),
    "stay": ("list", "organisation", "persons", "type", "days", "country", "short"),
    "linguistic": ("list", "persons", "organisation", "type", "table"),
    "real": ("list", "organisation", "amount"),
    "lump": ("choice", "table"),
}
"""The types of cost rules that a call may have, each with the names it must bind."""


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


class Grant(Struct, frozen=True):
    """The grant requested by a draft; the only source of every amount that is shown.

    The sums include every allowed category and every organisation, with zero where nothing is
    requested.
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

    @property
    def ceiling(self) -> Decimal | None:
        """The maximum of the whole grant, `None` while unknown."""
        usages = self.ceiling_usages
        return next((one.maximum for one in usages if not one.ceiling.category), None)

    @property
    def remaining(self) -> Decimal | None:
        """What remains; negative if too much is requested."""
        return None if self.ceiling is None else self.ceiling - self.total


def compute_grant(draft: Draft, pack: Pack, cities: Cities | None = None) -> Grant:
    """Compute the grant of a draft, by default with the included lists of cities.

    Never fails: what cannot be computed is a missing amount with its reason.
    """
    inputs = CostInputs(draft, pack, cities or load_cities())
    allowed = tuple(one.id for one in pack.funding.categories if _is_allowed(one, inputs))
    lines: list[BudgetLine] = []
    missing: list[MissingAmount] = []
    for rule in pack.funding.rules:
        for one in _apply_rule(inputs, rule, is_allowed=rule.category in allowed):
            if isinstance(one, MissingAmount):
                missing.append(one)
            else:
                lines.append(one)
    usages: list[CeilingUsage] = []
    for category in allowed:
        requested = _sum(line.amount for line in lines if line.category == category)
        for usage in _measure_ceilings(inputs, category, requested):
            usages.append(usage)
            if usage.ceiling.enforced:
                cut = _cut_lines(usage, [one for one in lines if one.category == category], inputs)
                lines.extend(cut)
    total = _sum(line.amount for line in lines)
    usages.extend(_measure_ceilings(inputs, "", total))
    return _add_up(inputs, tuple(lines), tuple(missing), tuple(usages), allowed)


def _is_allowed(category: BudgetCategory, inputs: CostInputs) -> bool:
    kind = inputs.get_text(inputs.pack.role("kind"))
    return not category.kinds or not kind or kind in category.kinds


def _apply_rule(inputs: CostInputs, rule: CostRule, *, is_allowed: bool) -> Iterator[_Result]:
    binds = rule.binds
    if rule.type not in RULE_TYPES or any(one not in binds for one in RULE_TYPES[rule.type]):
        # The pack checker reports this; a call added by the user may not have been checked.
        yield _build_missing(rule, CannotCompute("rule-unknown", Key(""), found=rule.type))
    elif rule.type in _COMPUTE_BY_ROW:
        yield from _apply_to_rows(inputs, rule, is_allowed=is_allowed)
    else:
        yield from _apply_to_project(inputs, rule)


def _apply_to_project(inputs: CostInputs, rule: CostRule) -> Iterator[_Result]:
    try:
        if rule.type == "management":
            yield from list(unit_costs.compute_management(inputs, rule))
        else:
            costs = list(unit_costs.compute_lump_sum(inputs, rule))
            yield from (_build_line(rule, None, cost) for cost in costs)
    except CannotCompute as failure:
        yield _build_missing(rule, failure)


def _apply_to_rows(inputs: CostInputs, rule: CostRule, *, is_allowed: bool) -> Iterator[_Result]:
    compute = _COMPUTE_BY_ROW[rule.type]
    for row in inputs.get_rows(rule):
        if not is_allowed:
            yield _build_missing(rule, CannotCompute("head-not-allowed", row.key), row)
            continue
        reported: set[tuple[str, Key]] = set()
        for one in _catch_failure(compute(inputs, rule, row)):
            if isinstance(one, Cost):
                yield _build_line(rule, row, one)
            elif (one.code, one.key) not in reported:
                reported.add((one.code, one.key))
                owner = inputs.get_text(rule.binds["organisation"], row.item)
                yield _build_missing(rule, one, row, owner)


def _catch_failure(costs: Iterator[Cost | CannotCompute]) -> Iterator[Cost | CannotCompute]:
    """Yield the costs of a row, and as the last item why it could not be completed."""
    try:
        yield from costs
    except CannotCompute as failure:
        yield failure


def _build_missing(
    rule: CostRule, failure: CannotCompute, row: BudgetRow | None = None, organisation: str = ""
) -> MissingAmount:
    activity = row.activity if row else None
    return MissingAmount(
        failure.code, rule.category, rule.id, failure.key, organisation, activity, failure.facts
    )


def _build_line(rule: CostRule, row: BudgetRow | None, cost: Cost) -> BudgetLine:
    activity, year = (row.activity, row.year) if row else (None, None)
    origin = (rule.category, rule.id, cost.key, cost.amount, cost.organisation, activity)
    return BudgetLine(*origin, ((year, cost.amount),), cost.reasons, cost.evidence, cost.notes)


def _measure_ceilings(
    inputs: CostInputs, category: str, requested: Decimal
) -> Iterator[CeilingUsage]:
    """Yield the ceilings of a category; those by month or year need the months."""
    months = inputs.get_value(inputs.pack.role("months"))
    for ceiling in inputs.rates.find_ceilings(category, "project", "month", "year"):
        if ceiling.per == "project":
            yield CeilingUsage(ceiling, ceiling.amount, requested)
        elif type(months) is int and months > 0:
            parts = Decimal(months) / 12 if ceiling.per == "year" else Decimal(months)
            yield CeilingUsage(ceiling, ceiling.amount * parts, requested)


def _cut_lines(
    usage: CeilingUsage, lines: list[BudgetLine], inputs: CostInputs
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


def _add_up(
    inputs: CostInputs,
    lines: tuple[BudgetLine, ...],
    missing: tuple[MissingAmount, ...],
    usages: tuple[CeilingUsage, ...],
    categories: tuple[str, ...],
) -> Grant:
    by_category = dict.fromkeys(categories, ZERO)
    by_organisation = dict.fromkeys(inputs.organisations, ZERO)
    by_activity: dict[Key, Decimal] = {}
    by_year: dict[int | None, Decimal] = {}
    for line in lines:
        by_category[line.category] = by_category.get(line.category, ZERO) + line.amount
        owner = line.organisation
        by_organisation[owner] = by_organisation.get(owner, ZERO) + line.amount
        if line.activity:
            by_activity[line.activity] = by_activity.get(line.activity, ZERO) + line.amount
        for year, amount in line.years:
            by_year[year] = by_year.get(year, ZERO) + amount
    years = sorted(by_year, key=lambda year: (year is None, year or 0))
    return Grant(
        inputs.rates.currency,
        lines,
        missing,
        usages,
        _sum(line.amount for line in lines),
        by_category,
        by_organisation,
        by_activity,
        {year: by_year[year] for year in years},
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
