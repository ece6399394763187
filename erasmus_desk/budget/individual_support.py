"""The cost of individual support, by day or month, and of linguistic support."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from erasmus_desk.budget import rates
from erasmus_desk.budget.calculation import ZERO, CannotCompute, Cost, Reason, combine_evidence
from erasmus_desk.budget.inputs import BudgetRow, CostInputs
from erasmus_desk.call.funding import CostRule, RateRow
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, Count, CountryName

STAFF, LEARNER, LONG, MONTHS = "staff", "learner", "long", "months"
"""Traits of the types of activity, and the values of the dimension `participant`."""
ACCOMPANYING = "accompanying"


class _SupportedGroup(Struct, frozen=True):
    """Participants or accompanying persons of one organisation; `noun` is their word."""

    organisation: str
    persons: int
    noun: str
    key: Key


def compute_individual_support(
    inputs: CostInputs, rule: CostRule, row: BudgetRow
) -> Iterator[Cost | CannotCompute]:
    """Yield the costs of a group: the participants, then the accompanying persons.

    Raises CannotCompute if both are affected, and yields it if only one of them is.
    """
    binds = rule.binds
    traits = _find_traits(inputs, rule, row)
    organisation = inputs.get_organisation(binds["organisation"], row.item)
    persons = inputs.get_number(binds["persons"], row.item)
    accompanying = inputs.get_number(binds.get("accompanying", ""), row.item, default=0)
    noun = LEARNER if LEARNER in traits else STAFF
    for part, number, name in (
        ("persons", persons, noun),
        ("accompanying", accompanying, ACCOMPANYING),
    ):
        if number:
            group = _SupportedGroup(organisation, number, name, Key(binds[part], row.item))
            try:
                yield from _compute_group(inputs, rule, row, group, traits)
            except CannotCompute as failure:
                yield failure


def _compute_group(
    inputs: CostInputs,
    rule: CostRule,
    row: BudgetRow,
    group: _SupportedGroup,
    traits: tuple[str, ...],
) -> Iterator[Cost]:
    binds = rule.binds
    if group.noun == ACCOMPANYING:
        # Paid like staff on short activities; no monthly rate for them is known.
        if MONTHS in traits:
            raise CannotCompute("rate-missing", group.key)
        yield from _compute_by_day(inputs, rule, row, group, binds["short"], STAFF)
    elif MONTHS in traits:
        yield _compute_by_month(inputs, rule, row, group)
    elif LONG in traits:
        country = _find_receiving_country(inputs, rule, row)
        yield from _compute_by_day(inputs, rule, row, group, binds.get("long", ""), country)
    else:
        yield from _compute_by_day(inputs, rule, row, group, binds["short"], group.noun)


def _find_traits(inputs: CostInputs, rule: CostRule, row: BudgetRow) -> tuple[str, ...]:
    question = rule.binds["type"]
    chosen = inputs.get_text(question, row.owner)
    option = inputs.pack.option(question, chosen) if chosen else None
    if option is None:
        raise CannotCompute("type-unknown" if chosen else "type-missing", Key(question, row.owner))
    return option.traits


def _find_receiving_country(inputs: CostInputs, rule: CostRule, row: BudgetRow) -> str:
    """Return the receiving country. Raises CannotCompute."""
    question = rule.binds["country"]
    found = inputs.get_text(question, row.owner)
    if not found:
        raise CannotCompute("country-missing", Key(question, row.owner))
    return found


def _compute_by_day(
    inputs: CostInputs,
    rule: CostRule,
    row: BudgetRow,
    group: _SupportedGroup,
    table: str,
    value: str,
) -> Iterator[Cost]:
    binds = rule.binds
    days = inputs.get_number(binds["days"], row.owner)
    travel_days = inputs.get_number(binds.get("travel_days", ""), row.item, default=0)
    total = days + travel_days
    if not total:
        return
    bands = inputs.rates.get_bands(table, value)
    is_abroad = table != binds["short"]
    if not bands:
        raise CannotCompute(
            "rate-missing", Key(binds["country"], row.owner) if is_abroad else group.key
        )
    amount, paid_days = ZERO, 0
    reasons: list[Reason] = []
    used: list[RateRow] = []
    who = Count(group.noun, group.persons)
    for band, length in rates.split_days(total, bands):
        amount += band.rate.amount * length * group.persons
        paid_days += length
        used.append(band.rate)
        rate = Amount(band.rate.amount, inputs.rates.currency)
        facts = {"who": who, "days": Count("day", length), "rate": rate, "span": band.span}
        reasons.append(Reason("days", facts))
    if travel_days:
        reasons.append(Reason("travel-days", {"days": Count("day", travel_days)}))
    if is_abroad:
        reasons.append(Reason("receiving", {"place": CountryName(value)}))
    if used:
        evidence = combine_evidence(rate.evidence for rate in used)
        yield Cost(group.key, group.organisation, amount, tuple(reasons), evidence)
    if paid_days < total:
        beyond = Count("day", total - paid_days)
        raise CannotCompute("days-without-rate", Key(binds["days"], row.owner), days=beyond)


def _compute_by_month(
    inputs: CostInputs, rule: CostRule, row: BudgetRow, group: _SupportedGroup
) -> Cost:
    binds = rule.binds
    months = inputs.get_number(binds.get("months", ""), row.owner)
    country = _find_receiving_country(inputs, rule, row)
    rate = inputs.rates.find_row(binds.get("monthly", ""), {"country": country})
    if rate is None:
        key = Key(binds["country"], row.owner)
        raise CannotCompute("rate-missing", key)
    facts = {
        "who": Count(group.noun, group.persons),
        "months": Count("month", months),
        "rate": Amount(rate.amount, inputs.rates.currency),
    }
    reasons = (Reason("months", facts), Reason("receiving", {"place": CountryName(country)}))
    amount = rate.amount * months * group.persons
    return Cost(group.key, group.organisation, amount, reasons, rate.evidence)


def compute_linguistic_support(
    inputs: CostInputs, rule: CostRule, row: BudgetRow
) -> Iterator[Cost]:
    """Yield the cost of linguistic support, if any. Raises CannotCompute."""
    binds = rule.binds
    persons = inputs.get_number(binds["persons"], row.item, default=0)
    if not persons:
        return
    key = Key(binds["persons"], row.item)
    organisation = inputs.get_organisation(binds["organisation"], row.item)
    rate = inputs.rates.find_row(binds["table"], {})
    if rate is None:
        raise CannotCompute("rate-missing", key)
    facts = {"who": Count("person", persons), "rate": Amount(rate.amount, inputs.rates.currency)}
    reasons = (Reason("persons", facts),)
    yield Cost(key, organisation, rate.amount * persons, reasons, rate.evidence)
