"""The cost of staff days, event participants, actual costs, lump sums and project management."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from erasmus_desk.budget.calculation import (
    ZERO,
    BudgetLine,
    CannotCompute,
    Cost,
    Reason,
    combine_evidence,
    round_to_cents,
)
from erasmus_desk.budget.inputs import BudgetRow, CostInputs
from erasmus_desk.call.funding import CostRule, RateRow
from erasmus_desk.draft.computed import add_months
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.message_values import Amount, Count, CountryName, MessageValue, TextRef

COUNTRY_GROUP = "country_group"
"""The dimension of a rate table whose values are groups of countries."""


def compute_staff_days(inputs: CostInputs, rule: CostRule, row: BudgetRow) -> Iterator[Cost]:
    """Yield the cost of days worked, by country of the organisation and staff category.

    Raises CannotCompute.
    """
    binds = rule.binds
    organisation = inputs.get_organisation(binds["organisation"], row.item)
    category = inputs.get_text(binds["category"], row.item)
    if not category:
        raise CannotCompute("type-missing", Key(binds["category"], row.item))
    number = inputs.get_number(binds["days"], row.item)
    country = inputs.get_country(organisation)
    group = inputs.rates.get_country_group(country)
    table = inputs.rates.get_table(binds["table"])
    # The staff category is the one dimension of the table that is neither country nor group.
    values = dict.fromkeys(table.dimensions, category) if table else {}
    rate = inputs.rates.find_row(
        binds["table"], {**values, COUNTRY_GROUP: group, "country": country}
    )
    if rate is None:
        raise CannotCompute("rate-missing", Key(binds["category"], row.item))
    facts: dict[str, MessageValue] = {
        "days": Count("day", number),
        "rate": Amount(rate.amount, inputs.rates.currency),
        "category": _name_option(inputs, binds["category"], category),
        "group": TextRef((f"dimension.{COUNTRY_GROUP}.{group}",)),
        "place": CountryName(country),
    }
    key = Key(binds["days"], row.item)
    reasons = (Reason("work", facts),)
    yield Cost(key, organisation, rate.amount * number, reasons, rate.evidence)


def _name_option(inputs: CostInputs, question: str, option: str) -> TextRef:
    chosen_question = inputs.pack.question(question)
    return TextRef(
        (f"option.{chosen_question.options}.{option}",) if chosen_question else (option,)
    )


def compute_event(inputs: CostInputs, rule: CostRule, row: BudgetRow) -> Iterator[Cost]:
    """Yield the cost of an event, by local and foreign participants. Raises CannotCompute."""
    binds = rule.binds
    organisation = inputs.get_organisation(binds["organisation"], row.item)
    amount = ZERO
    reasons: list[Reason] = []
    used: list[RateRow] = []
    for origin in ("local", "foreign"):
        number = inputs.get_number(binds[origin], row.item)
        table = inputs.rates.get_table(binds["table"])
        rate = inputs.rates.find_row(
            binds["table"], dict.fromkeys(table.dimensions, origin) if table else {}
        )
        if rate is None:
            raise CannotCompute("rate-missing", Key(binds[origin], row.item))
        if number:
            amount += rate.amount * number
            who = Count(f"{origin}-guest", number)
            paid = Amount(rate.amount, inputs.rates.currency)
            reasons.append(Reason("persons", {"who": who, "rate": paid}))
            used.append(rate)
    if used:
        evidence = combine_evidence(rate.evidence for rate in used)
        yield Cost(Key(binds["local"], row.item), organisation, amount, tuple(reasons), evidence)


def compute_actual_cost(inputs: CostInputs, rule: CostRule, row: BudgetRow) -> Iterator[Cost]:
    """Yield the reimbursed share of an actual cost. Raises CannotCompute."""
    binds = rule.binds
    organisation = inputs.get_organisation(binds["organisation"], row.item)
    bill = inputs.get_amount(binds["amount"], row.item)
    share, evidence = inputs.rates.get_reimbursed_share(rule.category)
    facts: dict[str, MessageValue] = {
        "share": share * 100,
        "bill": Amount(bill, inputs.rates.currency),
    }
    yield Cost(
        Key(binds["amount"], row.item),
        organisation,
        round_to_cents(bill * share),
        (Reason("share", facts),),
        combine_evidence(evidence or (rule.evidence,)),
    )


def compute_lump_sum(inputs: CostInputs, rule: CostRule) -> Iterator[Cost]:
    """Yield the lump sum that belongs to a choice. Raises CannotCompute."""
    question = rule.binds["choice"]
    chosen = inputs.get_text(question)
    table = inputs.rates.get_table(rule.binds["table"])
    if not chosen:
        raise CannotCompute("type-missing", Key(question))
    rate = inputs.rates.find_row(
        rule.binds["table"], dict.fromkeys(table.dimensions, chosen) if table else {}
    )
    if rate is None:
        raise CannotCompute("rate-missing", Key(question))
    reasons = (Reason("lump", {"choice": _name_option(inputs, question, chosen)}),)
    yield Cost(Key(question), "", rate.amount, reasons, rate.evidence)


COORDINATOR, PARTNER = "coordinator", "partner"
"""Values of the dimension `role`; the first organisation is the coordinator."""
MAX_MONTHS = 1200
"""Most months of a project; a larger number is a typing error."""


def compute_management(inputs: CostInputs, rule: CostRule) -> Iterator[BudgetLine]:
    """Yield one line for each organisation. Raises CannotCompute.

    The ceiling per month is used up in the order of the organisations: with 500 for the first,
    250 for each other and 2,750 in total, those after the tenth get nothing.
    """
    question = rule.binds["months"]
    months = inputs.get_number(question)
    if months > MAX_MONTHS:
        raise CannotCompute("number-absurd", Key(question), found=months)
    ceiling = next(
        (one for one in inputs.rates.find_ceilings(rule.category, "month") if one.enforced), None
    )
    left = ceiling.amount if ceiling else None
    years = _count_months_by_year(inputs, months)
    for position, organisation in enumerate(inputs.organisations):
        role = PARTNER if position else COORDINATOR
        rate = inputs.rates.find_row(rule.binds["table"], {"role": role})
        if rate is None:
            raise CannotCompute("rate-missing", Key(rule.binds["organisations"]))
        paid = rate.amount if left is None else min(rate.amount, left)
        evidence = rate.evidence
        facts: dict[str, MessageValue] = {
            "months": Count("month", months),
            "rate": Amount(rate.amount, inputs.rates.currency),
        }
        reason = Reason(role, facts)
        if ceiling and left is not None:
            left -= paid
            if paid < rate.amount:
                facts |= {
                    "ceiling": Amount(ceiling.amount, inputs.rates.currency),
                    "paid": Amount(paid, inputs.rates.currency),
                }
                reason = Reason("month-ceiling", facts)
                evidence = combine_evidence((evidence, ceiling.evidence))
        yield BudgetLine(
            rule.category,
            rule.id,
            Key(rule.binds["organisations"]),
            paid * months,
            organisation,
            None,
            tuple((year, paid * part) for year, part in years),
            (reason,),
            evidence,
            ("month-ceiling",) if paid < rate.amount else (),
        )


def _count_months_by_year(
    inputs: CostInputs, months: int
) -> tuple[tuple[int | None, Decimal], ...]:
    """Return how many months of the project begin in each calendar year."""
    start = inputs.get_value(inputs.pack.role("start"))
    found: dict[int | None, Decimal] = {}
    for month in range(months):
        year = _find_year(start, month) if isinstance(start, date) else None
        found[year] = found.get(year, ZERO) + 1
    return tuple(found.items()) or ((None, ZERO),)


def _find_year(start: date, month: int) -> int | None:
    try:
        return add_months(start.replace(day=1), month).year
    except (ValueError, OverflowError):
        return None
