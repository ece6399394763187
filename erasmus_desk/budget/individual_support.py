"""What a stay costs: individual support by day or month, and linguistic support."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from erasmus_desk.budget import rates
from erasmus_desk.budget.calculation import NOTHING, Cost, NotCounted, Reason, joined
from erasmus_desk.budget.inputs import Row, Sheet
from erasmus_desk.call.funding import CostRule, RateRow
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, Count, Country

STAFF, LEARNER, LONG, MONTHS = "staff", "learner", "long", "months"
"""Traits of the types of activity, and the values of the dimension `participant`."""
ACCOMPANYING = "accompanying"


class _Group(Struct, frozen=True):
    """Who stays: of which organisation, how many, called what, under which key."""

    organisation: str
    persons: int
    noun: str
    key: Key


def stay(sheet: Sheet, rule: CostRule, row: Row) -> Iterator[Cost | NotCounted]:
    """Give the costs of a group's stay: the participants, then who accompanies them.

    Raises NotCounted for both together; what only one of them lacks is given in its place.
    """
    binds = rule.binds
    traits = _traits(sheet, rule, row)
    organisation = sheet.organisation(binds["organisation"], row.item)
    persons = sheet.number(binds["persons"], row.item)
    beside = sheet.number(binds.get("accompanying", ""), row.item, default=0)
    noun = LEARNER if LEARNER in traits else STAFF
    for part, number, name in (("persons", persons, noun), ("accompanying", beside, ACCOMPANYING)):
        if number:
            group = _Group(organisation, number, name, Key(binds[part], row.item))
            try:
                yield from _costs(sheet, rule, row, group, traits)
            except NotCounted as missing:
                yield missing


def _costs(
    sheet: Sheet, rule: CostRule, row: Row, group: _Group, traits: tuple[str, ...]
) -> Iterator[Cost]:
    binds = rule.binds
    if group.noun == ACCOMPANYING:
        # Paid like staff on a short stay; for months away no rate of theirs is known.
        if MONTHS in traits:
            raise NotCounted("rate-missing", group.key)
        yield from _by_day(sheet, rule, row, group, binds["short"], STAFF)
    elif MONTHS in traits:
        yield _by_month(sheet, rule, row, group)
    elif LONG in traits:
        country = _country(sheet, rule, row)
        yield from _by_day(sheet, rule, row, group, binds.get("long", ""), country)
    else:
        yield from _by_day(sheet, rule, row, group, binds["short"], group.noun)


def _traits(sheet: Sheet, rule: CostRule, row: Row) -> tuple[str, ...]:
    question = rule.binds["type"]
    chosen = sheet.text(question, row.owner)
    option = sheet.pack.option(question, chosen) if chosen else None
    if option is None:
        raise NotCounted("type-unknown" if chosen else "type-missing", Key(question, row.owner))
    return option.traits


def _country(sheet: Sheet, rule: CostRule, row: Row) -> str:
    """Give the receiving country."""
    question = rule.binds["country"]
    found = sheet.text(question, row.owner)
    if not found:
        raise NotCounted("country-missing", Key(question, row.owner))
    return found


def _by_day(
    sheet: Sheet, rule: CostRule, row: Row, group: _Group, table: str, value: str
) -> Iterator[Cost]:
    binds = rule.binds
    days = sheet.number(binds["days"], row.owner)
    journey = sheet.number(binds.get("travel_days", ""), row.item, default=0)
    total = days + journey
    if not total:
        return
    steps = sheet.rates.bands(table, value)
    is_abroad = table != binds["short"]
    if not steps:
        raise NotCounted(
            "rate-missing", Key(binds["country"], row.owner) if is_abroad else group.key
        )
    amount, paid = NOTHING, 0
    because: list[Reason] = []
    used: list[RateRow] = []
    who = Count(group.noun, group.persons)
    for band, length in rates.of_days(total, steps):
        amount += band.rate.amount * length * group.persons
        paid += length
        used.append(band.rate)
        rate = Amount(band.rate.amount, sheet.rates.currency)
        facts = {"who": who, "days": Count("day", length), "rate": rate, "span": band.span}
        because.append(Reason("days", facts))
    if journey:
        because.append(Reason("travel-days", {"days": Count("day", journey)}))
    if is_abroad:
        because.append(Reason("receiving", {"place": Country(value)}))
    if used:
        evidence = joined(rate.evidence for rate in used)
        yield Cost(group.key, group.organisation, amount, tuple(because), evidence)
    if paid < total:
        beyond = Count("day", total - paid)
        raise NotCounted("days-without-rate", Key(binds["days"], row.owner), days=beyond)


def _by_month(sheet: Sheet, rule: CostRule, row: Row, group: _Group) -> Cost:
    binds = rule.binds
    months = sheet.number(binds.get("months", ""), row.owner)
    country = _country(sheet, rule, row)
    rate = sheet.rates.row(binds.get("monthly", ""), {"country": country})
    if rate is None:
        key = Key(binds["country"], row.owner)
        raise NotCounted("rate-missing", key)
    facts = {
        "who": Count(group.noun, group.persons),
        "months": Count("month", months),
        "rate": Amount(rate.amount, sheet.rates.currency),
    }
    because = (Reason("months", facts), Reason("receiving", {"place": Country(country)}))
    amount = rate.amount * months * group.persons
    return Cost(group.key, group.organisation, amount, because, rate.evidence)


def linguistic(sheet: Sheet, rule: CostRule, row: Row) -> Iterator[Cost]:
    """Give the cost of linguistic support, if anybody needs it. Raises NotCounted."""
    binds = rule.binds
    persons = sheet.number(binds["persons"], row.item, default=0)
    if not persons:
        return
    key = Key(binds["persons"], row.item)
    organisation = sheet.organisation(binds["organisation"], row.item)
    rate = sheet.rates.row(binds["table"], {})
    if rate is None:
        raise NotCounted("rate-missing", key)
    facts = {
        "who": Count("person", persons),
        "rate": Amount(rate.amount, sheet.rates.currency),
    }
    because = (Reason("persons", facts),)
    yield Cost(key, organisation, rate.amount * persons, because, rate.evidence)
