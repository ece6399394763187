"""The cost of days, participants, extras, actual costs, lump sums and project management."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from erasmus_desk.budget.calculation import (
    ZERO,
    CannotCompute,
    Cost,
    Reason,
    combine_evidence,
    round_to_cents,
)
from erasmus_desk.budget.exclusions import split_persons
from erasmus_desk.budget.inputs import RuleInputs
from erasmus_desk.call.funding import RateRow
from erasmus_desk.draft.computed import add_months
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.organisations import find_applicant
from erasmus_desk.i18n.message_values import Count, CountryName, MessageValue, TextRef


def compute_staff_days(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield the cost of days worked, by country of the organisation and staff category.

    Raises CannotCompute.
    """
    organisation = inputs.get_organisation()
    category = inputs.require_text("category", "type-missing")
    number = inputs.get_number("days")
    country = inputs.shared.get_value("organisation_country", organisation)
    if not isinstance(country, str) or not country:
        question = inputs.shared.pack.role("organisation_country")
        raise CannotCompute("country-missing", Key(question, organisation))
    group = inputs.rates.get_country_group(country)
    # The staff category is the one dimension of the table that is neither country nor group.
    rate = inputs.find_rate("table", "category", category, country_group=group, country=country)
    facts: dict[str, MessageValue] = {
        "days": Count("day", number),
        "rate": inputs.to_money(rate.amount),
        "category": _name_option(inputs, "category", category),
        "group": TextRef((f"dimension.country_group.{group}",)),
        "place": CountryName(country),
    }
    reasons, amount = (Reason("work", facts),), rate.amount * number
    yield Cost(inputs.get_key("days"), organisation, amount, reasons, rate.evidence)


def _name_option(inputs: RuleInputs, part: str, option: str) -> TextRef:
    question = inputs.shared.pack.question(inputs.binds[part])
    return TextRef((f"option.{question.options}.{option}" if question else option,))


def compute_event(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield the cost of an event, by local and foreign participants. Raises CannotCompute."""
    organisation = inputs.get_organisation()
    amount = ZERO
    reasons: list[Reason] = []
    used: list[RateRow] = []
    for origin in ("local", "foreign"):
        number = inputs.get_number(origin)
        rate = inputs.find_rate("table", origin, origin)
        if number:
            amount += rate.amount * number
            facts = {"who": Count(f"{origin}-guest", number), "rate": inputs.to_money(rate.amount)}
            reasons.append(Reason("persons", facts))
            used.append(rate)
    if used:
        evidence = combine_evidence(rate.evidence for rate in used)
        yield Cost(inputs.get_key("local"), organisation, amount, tuple(reasons), evidence)


def compute_topup(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield the cost of a top-up for expensive domestic travel, if any. Raises CannotCompute."""
    yield from _compute_extra(inputs, "topup", inputs.rates.find_highest(inputs.binds["table"]))


def compute_linguistic_support(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield the cost of linguistic support, if any. Raises CannotCompute."""
    yield from _compute_extra(inputs, "persons", inputs.rates.find_row(inputs.binds["table"]))


def _compute_extra(inputs: RuleInputs, code: str, rate: RateRow | None) -> Iterator[Cost]:
    """Yield the cost of an extra for some persons of a group."""
    persons = inputs.get_number("persons", default=0)
    if persons:
        key, organisation = inputs.get_key("persons"), inputs.get_organisation()
        if rate is None:
            raise CannotCompute("rate-missing", key)
        for number, exclusion in split_persons(inputs, organisation, persons):
            facts = {"who": Count("person", number), "rate": inputs.to_money(rate.amount)}
            reasons, amount = (Reason(code, facts),), rate.amount * number
            yield Cost(key, organisation, amount, reasons, rate.evidence, exclusion=exclusion)


def compute_actual_cost(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield the reimbursed share of an actual cost. Raises CannotCompute."""
    organisation = inputs.get_organisation()
    bill = inputs.get_amount("amount")
    share, evidence = inputs.rates.get_reimbursed_share(inputs.rule.category)
    facts: dict[str, MessageValue] = {"share": share * 100, "bill": inputs.to_money(bill)}
    yield Cost(
        inputs.get_key("amount"),
        organisation,
        round_to_cents(bill * share),
        (Reason("share", facts),),
        combine_evidence(evidence or (inputs.rule.evidence,)),
    )


def compute_amount(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield an amount as it was typed, or the shares of it that organisations get and the rest.

    Shares that are more than the amount do not count until they are mended. Raises CannotCompute.
    """
    amount, key = inputs.get_amount("amount"), inputs.get_key("amount")
    evidence = inputs.rule.evidence
    shares = tuple(inputs.list_shares())
    if sum((part for _, _, part in shares), ZERO) > amount:
        shares = ()
    whole = inputs.to_money(amount)
    for share, organisation, part in shares:
        facts = {"part": inputs.to_money(part), "whole": whole}
        yield Cost(share, organisation, part, (Reason("divided", facts),), evidence)
        amount -= part
    if amount > 0:
        found = inputs.get_text("organisation")
        organisation = found if found in inputs.shared.organisations else ""
        reasons = (Reason("typed", {"amount": inputs.to_money(amount)}),)
        yield Cost(key, organisation, amount, reasons, evidence)


def compute_lump_sum(inputs: RuleInputs) -> Iterator[Cost]:
    """Yield the lump sum that belongs to a choice. Raises CannotCompute."""
    chosen = inputs.require_text("choice", "type-missing")
    rate = inputs.find_rate("table", "choice", chosen)
    reasons = (Reason("lump", {"choice": _name_option(inputs, "choice", chosen)}),)
    yield Cost(inputs.get_key("choice"), "", rate.amount, reasons, rate.evidence)


COORDINATOR, PARTNER = "coordinator", "partner"
"""Values of the dimension `role`; the organisation that applies is the coordinator."""
MAX_MONTHS = 1200
"""Most months of a project; a larger number is a typing error."""


def compute_management(inputs: RuleInputs) -> Sequence[Cost]:
    """Return one cost for each organisation. Raises CannotCompute.

    The ceiling per month is used up in the order of the organisations: with 500 for the first,
    250 for each other and 2,750 in total, those after the tenth get nothing.
    """
    months = inputs.get_number("months")
    if months > MAX_MONTHS:
        raise CannotCompute("number-absurd", inputs.get_key("months"), found=months)
    ceilings = inputs.rates.find_ceilings(inputs.rule.category, "month")
    ceiling = next((one for one in ceilings if one.enforced), None)
    left = ceiling.amount if ceiling else None
    years = _count_months_by_year(inputs, months)
    costs: list[Cost] = []
    applicant = find_applicant(inputs.shared.draft, inputs.shared.pack)
    for organisation in inputs.shared.organisations:
        code, notes = COORDINATOR if organisation == applicant else PARTNER, ()
        rate = inputs.find_rate("table", "organisations", role=code)
        paid, evidence = rate.amount, rate.evidence
        facts: dict[str, MessageValue] = {
            "months": Count("month", months),
            "rate": inputs.to_money(rate.amount),
        }
        if ceiling and left is not None:
            paid = min(rate.amount, left)
            left -= paid
            if paid < rate.amount:
                facts["ceiling"] = inputs.to_money(ceiling.amount)
                facts["paid"] = inputs.to_money(paid)
                code, notes = "month-ceiling", ("month-ceiling",)
                evidence = combine_evidence((evidence, ceiling.evidence))
        key, reasons = inputs.get_key("organisations"), (Reason(code, facts),)
        split = tuple((year, paid * part) for year, part in years)
        costs.append(Cost(key, organisation, paid * months, reasons, evidence, notes, split))
    return costs


def _count_months_by_year(
    inputs: RuleInputs, months: int
) -> tuple[tuple[int | None, Decimal], ...]:
    """Return how many months of the project begin in each calendar year."""
    start = inputs.shared.get_value("start")
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
