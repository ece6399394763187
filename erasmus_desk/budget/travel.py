"""The cost of travel by distance band."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget import rates
from erasmus_desk.budget.calculation import CannotCompute, Cost, Reason
from erasmus_desk.budget.exclusions import split_persons
from erasmus_desk.budget.inputs import RuleInputs
from erasmus_desk.call.funding import RateRow
from erasmus_desk.i18n.message_values import Count


class TravelRate(Struct, frozen=True):
    """The distance of one journey in kilometres and its rate, with its reasons.

    `notes` are the codes of what to verify.
    """

    distance: Decimal
    rate: RateRow
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]


def compute_travel(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield the cost of a group's travel, unless it is empty. Raises CannotCompute.

    Persons without a grant have a cost of their own.
    """
    organisation = inputs.get_organisation()
    persons = inputs.get_number("persons") + inputs.get_number("accompanying", default=0)
    if not persons:
        return
    travel = find_travel_rate(inputs, organisation)
    for number, exclusion in split_persons(inputs, organisation, persons):
        facts = {"who": Count("person", number), "rate": inputs.to_money(travel.rate.amount)}
        yield Cost(
            inputs.get_key("persons"),
            organisation,
            travel.rate.amount * number,
            (Reason("persons", facts), *travel.reasons),
            travel.rate.evidence,
            travel.notes,
            exclusion=exclusion,
        )


def find_travel_rate(inputs: RuleInputs, organisation: str) -> TravelRate:
    """Return the rate of the journey of an organisation. Raises CannotCompute."""
    if inputs.get_value("km") is not None:
        return _find_rate_for_typed_distance(inputs)
    home = inputs.shared.find_home(organisation)
    venue = inputs.shared.find_city(inputs.get_key("city"), inputs.get_key("country"))
    distance = inputs.shared.get_distance(home.city, venue.city)
    band = _find_band(inputs, distance)
    ends = {"start": home.name, "end": venue.name, "km": distance, "band": band.span}
    reasons = [Reason("distance", ends)]
    notes: list[str] = []
    edge = rates.find_near_edge(distance, inputs.rates.get_bands(inputs.binds["table"]))
    if edge:
        reasons.append(Reason("near-edge", {"edge": edge}))
        notes.append("near-edge")
    for city in (home, venue):
        if city.doubt:
            reasons.append(city.doubt)
            notes.append(city.doubt.code)
    return TravelRate(distance, band.rate, tuple(reasons), tuple(notes))


def _find_rate_for_typed_distance(inputs: RuleInputs) -> TravelRate:
    """Return the rate for kilometres that the user typed."""
    distance = Decimal(inputs.get_number("km"))
    band = _find_band(inputs, distance)
    reasons = [Reason("distance-given", {"km": distance, "band": band.span})]
    note = inputs.get_text("note")
    if note.strip():
        reasons.append(Reason("note", {"note": note}))
    return TravelRate(distance, band.rate, tuple(reasons), ("km-given",))


def _find_band(inputs: RuleInputs, distance: Decimal) -> rates.RateBand:
    found = rates.find_distance_band(distance, inputs.rates.get_bands(inputs.binds["table"]))
    if found is None:
        raise CannotCompute("distance-without-rate", inputs.get_key("persons"), km=distance)
    return found
