"""Reasons in short: of one line, and of many lines together, as a row of a table has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from erasmus_desk.budget.calculation import BudgetLine, MissingAmount, Reason
from erasmus_desk.i18n.message_values import Amount, Count, ListValue, MessageValue

_BRIEF: Final = ("distance", "distance-given", "work")
"""Reasons that have a short form; it leaves out what the rows around it say."""


def shorten(line: BudgetLine | MissingAmount) -> tuple[Reason, ...]:
    """Return the reasons of a line, those in short that have a short form."""
    return tuple(map(_shorten, line.reasons))


def _shorten(reason: Reason) -> Reason:
    if reason.code not in _BRIEF:
        return reason
    facts = dict(reason.facts)
    km = facts.get("km")
    if isinstance(km, Decimal):
        facts["km"] = round(km)
    return Reason(f"brief.{reason.code}", facts)


def summarise(lines: Iterable[BudgetLine]) -> tuple[Reason, ...]:
    """Return what several lines are together: how many people, days, months, or what share.

    Lines that have nothing of it in common have no summary.
    """
    found = tuple(lines)
    if len(found) == 1:
        return shorten(found[0])
    firsts = [line.reasons[0] for line in found if line.reasons and line.amount >= 0]
    shares = tuple(_add_up_shares(firsts))
    rates = tuple(_group_months(firsts))
    counts = tuple(_count(found))
    if shares or rates:
        return shares or rates
    return (Reason("counted", {"counts": ListValue(counts)}),) if counts else ()


def _count(lines: Iterable[BudgetLine]) -> Iterator[Count]:
    """Yield the persons of all lines by their word, or the days where no persons are named."""
    sums: dict[str, int] = {}
    for line in lines:
        counted: dict[str, Count] = {}
        for reason in line.reasons:
            of_whom = reason.facts.get("who") or reason.facts.get("days")
            # What is paid on top of something else counts the same persons once more.
            if isinstance(of_whom, Count) and reason.code in ("persons", "days", "months", "work"):
                counted.setdefault(of_whom.noun, of_whom)
        for noun, one in counted.items() if line.amount >= 0 else ():
            sums[noun] = sums.get(noun, 0) + one.n
    yield from (Count(noun, number) for noun, number in sums.items())


def _add_up_shares(reasons: list[Reason]) -> Iterator[Reason]:
    """Yield one reason for the sum of all bills, if all are reimbursed for the same share."""
    bills = [one.facts.get("bill") for one in reasons]
    amounts = [bill for bill in bills if isinstance(bill, Amount)]
    shares = {str(one.facts.get("share")) for one in reasons}
    if amounts and len(amounts) == len(reasons) and len(shares) == 1:
        total = sum((bill.value for bill in amounts), Decimal(0))
        share = reasons[0].facts["share"]
        yield Reason("share", {"share": share, "bill": Amount(total, amounts[0].currency)})


def _group_months(reasons: list[Reason]) -> Iterator[Reason]:
    """Yield a reason for each rate by the month, with the number of organisations that have it."""
    found: dict[str, list[Mapping[str, MessageValue]]] = {}
    for reason in reasons:
        if "months" not in reason.facts or "who" in reason.facts:
            return
        rate = reason.facts.get("paid", reason.facts["rate"])
        facts = {"months": reason.facts["months"], "rate": rate}
        found.setdefault(str(facts), []).append(facts)
    for same in found.values():
        if len(same) == 1:
            yield Reason("month-rate", same[0])
        else:
            number = Count("organisation", len(same))
            yield Reason("month-rates", {"who": number, **same[0]})
