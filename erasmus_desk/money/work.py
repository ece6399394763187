"""What work and guests cost: days of staff, guests of an event, bills, and lump sums."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.figures import CostRule, RateRow
from erasmus_desk.draft.model import Key
from erasmus_desk.facts import Amount, Count, Country, Fact, Named
from erasmus_desk.money.sheet import Row, Sheet
from erasmus_desk.money.trail import NOTHING, Cost, NotCounted, Reason, cents, joined

GROUP = "country_group"
"""The dimension of a rate table whose values are groups of countries."""


def days(sheet: Sheet, rule: CostRule, row: Row) -> Iterator[Cost]:
    """Give the cost of days worked: by the country of the organisation and the category.

    Raises NotCounted.
    """
    binds = rule.binds
    organisation = sheet.organisation(binds["organisation"], row.item)
    category = sheet.text(binds["category"], row.item)
    if not category:
        raise NotCounted("type-missing", Key(binds["category"], row.item))
    number = sheet.number(binds["days"], row.item)
    country = sheet.country(organisation)
    group = sheet.rates.group(country)
    table = sheet.rates.table(binds["table"])
    # A table has the category of staff as the one dimension that is neither place nor group.
    values = dict.fromkeys(table.dimensions, category) if table else {}
    rate = sheet.rates.row(binds["table"], {**values, GROUP: group, "country": country})
    if rate is None:
        raise NotCounted("rate-missing", Key(binds["category"], row.item))
    facts: dict[str, Fact] = {
        "days": Count("day", number),
        "rate": Amount(rate.amount, sheet.rates.currency),
        "category": _option(sheet, binds["category"], category),
        "group": Named((f"dimension.{GROUP}.{group}",)),
        "place": Country(country),
    }
    key = Key(binds["days"], row.item)
    because = (Reason("work", facts),)
    yield Cost(key, organisation, rate.amount * number, because, rate.evidence)


def _option(sheet: Sheet, question: str, option: str) -> Named:
    asked = sheet.pack.question(question)
    return Named((f"option.{asked.options}.{option}",) if asked else (option,))


def participants(sheet: Sheet, rule: CostRule, row: Row) -> Iterator[Cost]:
    """Give the cost of an event: so much for a guest from here, so much for one from abroad.

    Raises NotCounted.
    """
    binds = rule.binds
    organisation = sheet.organisation(binds["organisation"], row.item)
    amount = NOTHING
    because: list[Reason] = []
    used: list[RateRow] = []
    for part in ("local", "foreign"):
        guests = sheet.number(binds[part], row.item)
        table = sheet.rates.table(binds["table"])
        rate = sheet.rates.row(
            binds["table"], dict.fromkeys(table.dimensions, part) if table else {}
        )
        if rate is None:
            raise NotCounted("rate-missing", Key(binds[part], row.item))
        if guests:
            amount += rate.amount * guests
            who = Count(f"{part}-guest", guests)
            paid = Amount(rate.amount, sheet.rates.currency)
            because.append(Reason("persons", {"who": who, "rate": paid}))
            used.append(rate)
    if used:
        evidence = joined(rate.evidence for rate in used)
        yield Cost(Key(binds["local"], row.item), organisation, amount, tuple(because), evidence)


def real(sheet: Sheet, rule: CostRule, row: Row) -> Iterator[Cost]:
    """Give what is paid of a real cost: the share of its head. Raises NotCounted."""
    binds = rule.binds
    organisation = sheet.organisation(binds["organisation"], row.item)
    bill = sheet.money(binds["amount"], row.item)
    share, evidence = sheet.rates.share(rule.head)
    facts: dict[str, Fact] = {"share": share * 100, "bill": Amount(bill, sheet.rates.currency)}
    yield Cost(
        Key(binds["amount"], row.item),
        organisation,
        cents(bill * share),
        (Reason("share", facts),),
        joined(evidence or (rule.evidence,)),
    )


def lump(sheet: Sheet, rule: CostRule) -> Iterator[Cost]:
    """Give the one sum that goes with a choice. Raises NotCounted."""
    question = rule.binds["choice"]
    chosen = sheet.text(question)
    table = sheet.rates.table(rule.binds["table"])
    if not chosen:
        raise NotCounted("type-missing", Key(question))
    rate = sheet.rates.row(
        rule.binds["table"], dict.fromkeys(table.dimensions, chosen) if table else {}
    )
    if rate is None:
        raise NotCounted("rate-missing", Key(question))
    because = (Reason("lump", {"choice": _option(sheet, question, chosen)}),)
    yield Cost(Key(question), "", rate.amount, because, rate.evidence)
