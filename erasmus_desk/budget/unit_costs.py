"""What work and guests cost: days of staff, guests of an event, bills, and lump sums.

What running the project costs: so much a month for each organisation, up to a ceiling.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from erasmus_desk.budget.calculation import NOTHING, Cost, Line, NotCounted, Reason, cents, joined
from erasmus_desk.budget.inputs import Row, Sheet
from erasmus_desk.call.funding import CostRule, RateRow
from erasmus_desk.draft.computed import months_later
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, Count, Country, Fact, Named

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


COORDINATOR, PARTNER = "coordinator", "partner"
"""Values of the dimension `role`; the first organisation coordinates."""
LONGEST = 1200
"""More months than any calendar of a project; whoever types so many has slipped."""


def management(sheet: Sheet, rule: CostRule) -> Iterator[Line]:
    """Give one line for each organisation. Raises NotCounted.

    The ceiling per month is used up in the order of the organisations: with 500 for the first,
    250 for each other and 2,750 in all, those after the tenth get nothing, and their line says so.
    """
    question = rule.binds["months"]
    months = sheet.number(question)
    if months > LONGEST:
        raise NotCounted("number-absurd", Key(question), found=months)
    ceiling = next((one for one in sheet.rates.ceilings(rule.head, "month") if one.enforced), None)
    left = ceiling.amount if ceiling else None
    years = _years(sheet, months)
    for place, organisation in enumerate(sheet.organisations):
        role = PARTNER if place else COORDINATOR
        rate = sheet.rates.row(rule.binds["table"], {"role": role})
        if rate is None:
            raise NotCounted("rate-missing", Key(rule.binds["organisations"]))
        paid = rate.amount if left is None else min(rate.amount, left)
        evidence = rate.evidence
        facts: dict[str, Fact] = {
            "months": Count("month", months),
            "rate": Amount(rate.amount, sheet.rates.currency),
        }
        because = Reason(role, facts)
        if ceiling and left is not None:
            left -= paid
            if paid < rate.amount:
                facts |= {
                    "ceiling": Amount(ceiling.amount, sheet.rates.currency),
                    "paid": Amount(paid, sheet.rates.currency),
                }
                because = Reason("month-ceiling", facts)
                evidence = joined((evidence, ceiling.evidence))
        yield Line(
            rule.head,
            rule.id,
            Key(rule.binds["organisations"]),
            paid * months,
            organisation,
            None,
            tuple((year, paid * part) for year, part in years),
            (because,),
            evidence,
            ("month-ceiling",) if paid < rate.amount else (),
        )


def _years(sheet: Sheet, months: int) -> tuple[tuple[int | None, Decimal], ...]:
    """Give how many months of the project begin in each calendar year."""
    start = sheet.value(sheet.pack.role("start"))
    found: dict[int | None, Decimal] = {}
    for month in range(months):
        year = _year(start, month) if isinstance(start, date) else None
        found[year] = found.get(year, NOTHING) + 1
    return tuple(found.items()) or ((None, NOTHING),)


def _year(start: date, month: int) -> int | None:
    try:
        return months_later(start.replace(day=1), month).year
    except (ValueError, OverflowError):
        return None
