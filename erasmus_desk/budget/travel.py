"""What journeys cost: by the distance between home and venue, and the top-up for far homes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget import rates
from erasmus_desk.budget.calculation import Cost, NotCounted, Reason
from erasmus_desk.budget.inputs import Row, Sheet
from erasmus_desk.call.funding import CostRule, RateRow
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, Count


class _Way(Struct, frozen=True):
    """One way from home to the venue: its rate, why, and what deserves a look."""

    rate: RateRow
    because: tuple[Reason, ...]
    notes: tuple[str, ...]


def travel(sheet: Sheet, rule: CostRule, row: Row) -> Iterator[Cost]:
    """Give the cost of a group's journey; with nobody there is none. Raises NotCounted."""
    binds = rule.binds
    organisation = sheet.organisation(binds["organisation"], row.item)
    persons = sheet.number(binds["persons"], row.item)
    persons += sheet.number(binds.get("accompanying", ""), row.item, default=0)
    if not persons:
        return
    way = _way(sheet, rule, row, organisation)
    rate = Amount(way.rate.amount, sheet.rates.currency)
    fare = Reason("persons", {"who": Count("person", persons), "rate": rate})
    yield Cost(
        Key(binds["persons"], row.item),
        organisation,
        way.rate.amount * persons,
        (fare, *way.because),
        way.rate.evidence,
        way.notes,
    )


def _way(sheet: Sheet, rule: CostRule, row: Row, organisation: str) -> _Way:
    binds = rule.binds
    if binds.get("km") and sheet.value(binds["km"], row.item) is not None:
        return _given(sheet, rule, row)
    home = sheet.home(organisation)
    venue = sheet.spot(binds["city"], binds["country"], row.owner)
    distance = sheet.kilometres(home.city, venue.city)
    band = _band(sheet, rule, row, distance)
    ends = {"start": home.city.name, "end": venue.city.name, "km": distance, "band": band.span}
    because = [Reason("distance", ends)]
    notes: list[str] = []
    edge = rates.edge(distance, sheet.rates.bands(binds["table"]))
    if edge:
        because.append(Reason("near-edge", {"edge": edge}))
        notes.append("near-edge")
    for spot in (home, venue):
        if spot.several:
            because.append(spot.several)
            notes.append("several-cities")
    return _Way(band.rate, tuple(because), tuple(notes))


def _given(sheet: Sheet, rule: CostRule, row: Row) -> _Way:
    """Give the way whose kilometres the user typed."""
    distance = Decimal(sheet.number(rule.binds["km"], row.item))
    band = _band(sheet, rule, row, distance)
    because = [Reason("distance-given", {"km": distance, "band": band.span})]
    note = sheet.text(rule.binds.get("note", ""), row.item)
    if note.strip():
        because.append(Reason("note", {"note": note}))
    return _Way(band.rate, tuple(because), ("km-given",))


def _band(sheet: Sheet, rule: CostRule, row: Row, distance: Decimal) -> rates.Band:
    found = rates.of_distance(distance, sheet.rates.bands(rule.binds["table"]))
    if found is None:
        raise NotCounted("distance-without-rate", Key(rule.binds["persons"], row.item), km=distance)
    return found


def topup(sheet: Sheet, rule: CostRule, row: Row) -> Iterator[Cost]:
    """Give the cost of a top-up for expensive domestic travel, if asked. Raises NotCounted."""
    binds = rule.binds
    persons = sheet.number(binds["persons"], row.item, default=0)
    if not persons:
        return
    organisation = sheet.organisation(binds["organisation"], row.item)
    rate = sheet.rates.highest(binds["table"])
    key = Key(binds["persons"], row.item)
    if rate is None:
        raise NotCounted("rate-missing", key)
    facts = {
        "who": Count("person", persons),
        "rate": Amount(rate.amount, sheet.rates.currency),
    }
    because = (Reason("topup", facts),)
    yield Cost(key, organisation, rate.amount * persons, because, rate.evidence)
