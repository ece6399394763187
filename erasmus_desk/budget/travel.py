"""The cost of travel, by distance band, and the top-up for expensive domestic travel."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget import rates
from erasmus_desk.budget.calculation import CannotCompute, Cost, Reason
from erasmus_desk.budget.inputs import BudgetRow, CostInputs
from erasmus_desk.call.funding import CostRule, RateRow
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, Count


class _TravelRate(Struct, frozen=True):
    """The rate of one journey, with its reasons and the codes of what to verify."""

    rate: RateRow
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]


def compute_travel(inputs: CostInputs, rule: CostRule, row: BudgetRow) -> Iterator[Cost]:
    """Yield the cost of a group's travel, unless it is empty. Raises CannotCompute."""
    binds = rule.binds
    organisation = inputs.get_organisation(binds["organisation"], row.item)
    persons = inputs.get_number(binds["persons"], row.item)
    persons += inputs.get_number(binds.get("accompanying", ""), row.item, default=0)
    if not persons:
        return
    travel_rate = _find_rate(inputs, rule, row, organisation)
    rate = Amount(travel_rate.rate.amount, inputs.rates.currency)
    fare = Reason("persons", {"who": Count("person", persons), "rate": rate})
    yield Cost(
        Key(binds["persons"], row.item),
        organisation,
        travel_rate.rate.amount * persons,
        (fare, *travel_rate.reasons),
        travel_rate.rate.evidence,
        travel_rate.notes,
    )


def _find_rate(
    inputs: CostInputs, rule: CostRule, row: BudgetRow, organisation: str
) -> _TravelRate:
    binds = rule.binds
    if binds.get("km") and inputs.get_value(binds["km"], row.item) is not None:
        return _find_rate_for_typed_distance(inputs, rule, row)
    home = inputs.find_home(organisation)
    venue = inputs.find_city(binds["city"], binds["country"], row.owner)
    distance = inputs.get_distance(home.city, venue.city)
    band = _find_band(inputs, rule, row, distance)
    ends = {"start": home.city.name, "end": venue.city.name, "km": distance, "band": band.span}
    reasons = [Reason("distance", ends)]
    notes: list[str] = []
    edge = rates.find_near_edge(distance, inputs.rates.get_bands(binds["table"]))
    if edge:
        reasons.append(Reason("near-edge", {"edge": edge}))
        notes.append("near-edge")
    for city in (home, venue):
        if city.ambiguity:
            reasons.append(city.ambiguity)
            notes.append("several-cities")
    return _TravelRate(band.rate, tuple(reasons), tuple(notes))


def _find_rate_for_typed_distance(
    inputs: CostInputs, rule: CostRule, row: BudgetRow
) -> _TravelRate:
    """Return the rate for kilometres that the user typed."""
    distance = Decimal(inputs.get_number(rule.binds["km"], row.item))
    band = _find_band(inputs, rule, row, distance)
    reasons = [Reason("distance-given", {"km": distance, "band": band.span})]
    note = inputs.get_text(rule.binds.get("note", ""), row.item)
    if note.strip():
        reasons.append(Reason("note", {"note": note}))
    return _TravelRate(band.rate, tuple(reasons), ("km-given",))


def _find_band(
    inputs: CostInputs, rule: CostRule, row: BudgetRow, distance: Decimal
) -> rates.RateBand:
    found = rates.find_distance_band(distance, inputs.rates.get_bands(rule.binds["table"]))
    if found is None:
        raise CannotCompute(
            "distance-without-rate", Key(rule.binds["persons"], row.item), km=distance
        )
    return found


def compute_topup(inputs: CostInputs, rule: CostRule, row: BudgetRow) -> Iterator[Cost]:
    """Yield the cost of a top-up for expensive domestic travel, if any. Raises CannotCompute."""
    binds = rule.binds
    persons = inputs.get_number(binds["persons"], row.item, default=0)
    if not persons:
        return
    organisation = inputs.get_organisation(binds["organisation"], row.item)
    rate = inputs.rates.find_highest(binds["table"])
    key = Key(binds["persons"], row.item)
    if rate is None:
        raise CannotCompute("rate-missing", key)
    facts = {"who": Count("person", persons), "rate": Amount(rate.amount, inputs.rates.currency)}
    reasons = (Reason("topup", facts),)
    yield Cost(key, organisation, rate.amount * persons, reasons, rate.evidence)
