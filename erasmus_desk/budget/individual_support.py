"""The cost of individual support, by day or month."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from erasmus_desk.budget import rates
from erasmus_desk.budget.calculation import ZERO, CannotCompute, Cost, Reason, combine_evidence
from erasmus_desk.budget.exclusions import find_exclusion
from erasmus_desk.budget.inputs import RuleInputs
from erasmus_desk.call.funding import RateRow
from erasmus_desk.call.plan_rules import Exclusion
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Count, CountryName

STAFF, LEARNER, LONG, MONTHS = "staff", "learner", "long", "months"
"""Traits of the types of activity, and the values of the dimension `participant`."""
ACCOMPANYING = "accompanying"


class _SupportedGroup(Struct, frozen=True):
    """Participants or accompanying persons of one organisation; `noun` is their word.

    With an `exclusion` they get no grant.
    """

    organisation: str
    persons: int
    noun: str
    key: Key
    exclusion: Exclusion | None


def compute_individual_support(inputs: RuleInputs) -> Iterator[Cost | CannotCompute]:
    """Yield the costs of a group: the participants, then the accompanying persons.

    Raises CannotCompute if both are affected, and yields it if only one of them is.
    """
    traits = _find_traits(inputs)
    organisation = inputs.get_organisation()
    persons = inputs.get_number("persons")
    accompanying = inputs.get_number("accompanying", default=0)
    noun = LEARNER if LEARNER in traits else STAFF
    exclusion = find_exclusion(inputs, organisation)
    for part, number, name in (
        ("persons", persons, noun),
        ("accompanying", accompanying, ACCOMPANYING),
    ):
        if number:
            own = exclusion if exclusion and part in exclusion.persons else None
            group = _SupportedGroup(organisation, number, name, inputs.get_key(part), own)
            try:
                yield from _compute_group(inputs, group, traits)
            except CannotCompute as failure:
                yield failure


def _compute_group(
    inputs: RuleInputs, group: _SupportedGroup, traits: tuple[str, ...]
) -> Iterator[Cost]:
    if group.noun == ACCOMPANYING:
        # Paid like staff on short activities; no monthly rate for them is known.
        if MONTHS in traits:
            raise CannotCompute("rate-missing", group.key)
        yield from _compute_by_day(inputs, group, "short", STAFF)
    elif MONTHS in traits:
        yield _compute_by_month(inputs, group)
    elif LONG in traits:
        country = inputs.require_text("country", "country-missing")
        yield from _compute_by_day(inputs, group, "long", country)
    else:
        yield from _compute_by_day(inputs, group, "short", group.noun)


def _find_traits(inputs: RuleInputs) -> tuple[str, ...]:
    key, chosen = inputs.get_key("type"), inputs.require_text("type", "type-missing")
    option = inputs.shared.pack.option(key.question, chosen)
    if option is None:
        raise CannotCompute("type-unknown", key)
    return option.traits


def _compute_by_day(
    inputs: RuleInputs, group: _SupportedGroup, table: str, value: str
) -> Iterator[Cost]:
    days = inputs.get_number("days")
    travel_days = inputs.get_number("travel_days", default=0)
    total = days + travel_days
    if not total:
        return
    bands = inputs.rates.get_bands(inputs.binds.get(table, ""), value)
    is_abroad = table == "long"
    if not bands:
        raise CannotCompute("rate-missing", inputs.get_key("country") if is_abroad else group.key)
    amount, paid_days = ZERO, 0
    reasons: list[Reason] = []
    used: list[RateRow] = []
    who = Count(group.noun, group.persons)
    for band, length in rates.split_days(total, bands):
        amount += band.rate.amount * length * group.persons
        paid_days += length
        used.append(band.rate)
        rate = inputs.to_money(band.rate.amount)
        facts = {"who": who, "days": Count("day", length), "rate": rate, "span": band.span}
        reasons.append(Reason("days", facts))
    if travel_days:
        reasons.append(Reason("travel-days", {"days": Count("day", travel_days)}))
    if is_abroad:
        reasons.append(Reason("receiving", {"place": CountryName(value)}))
    if used:
        evidence = combine_evidence(rate.evidence for rate in used)
        whole = (group.key, group.organisation, amount, tuple(reasons), evidence)
        yield Cost(*whole, exclusion=group.exclusion)
    if paid_days < total:
        beyond = Count("day", total - paid_days)
        raise CannotCompute("days-without-rate", inputs.get_key("days"), days=beyond)


def _compute_by_month(inputs: RuleInputs, group: _SupportedGroup) -> Cost:
    months = inputs.get_number("months")
    country = inputs.require_text("country", "country-missing")
    rate = inputs.find_rate("monthly", "country", country=country)
    facts = {
        "who": Count(group.noun, group.persons),
        "months": Count("month", months),
        "rate": inputs.to_money(rate.amount),
    }
    reasons = (Reason("months", facts), Reason("receiving", {"place": CountryName(country)}))
    amount = rate.amount * months * group.persons
    whole = (group.key, group.organisation, amount, reasons, rate.evidence)
    return Cost(*whole, exclusion=group.exclusion)
