"""What running the project costs: so much a month for each organisation, up to a ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from erasmus_desk.call.figures import CostRule
from erasmus_desk.draft.computed import months_later
from erasmus_desk.draft.model import Key
from erasmus_desk.facts import Amount, Count, Fact
from erasmus_desk.money.sheet import Sheet
from erasmus_desk.money.trail import NOTHING, Line, NotCounted, Reason, joined

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
