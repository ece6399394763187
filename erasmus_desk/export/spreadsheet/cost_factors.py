"""The lines of a grant split into factors for formulas: number, times, rate and share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.budget.calculation import BudgetLine, Reason, round_to_cents
from erasmus_desk.budget.grant import CeilingUsage, Grant
from erasmus_desk.call.funding import FundingRules, RateRow
from erasmus_desk.i18n import message_values
from erasmus_desk.i18n.message_values import MessageValue

_ONE = Decimal(1)
_ZERO = Decimal(0)
_PAID_LIKE = {"accompanying": "staff"}
"""People with the rate of others, by the nouns in the reasons."""


class FactorRow(Struct, frozen=True):
    """A row of the sheet: `number` × `times` × `rate` × `share`, with its reasons.

    A line with several rates (days 1 to 14, then 15 to 60) has several rows. `rate_row` is the
    row of the call's tables with the rate, if it is unambiguous.
    """

    line: BudgetLine
    number: Decimal
    times: Decimal
    rate: Decimal
    share: Decimal
    reasons: tuple[Reason, ...]
    rate_row: RateRow | None = None

    @property
    def amount(self) -> Decimal:
        """The product, rounded to cents."""
        return round_to_cents(self.number * self.times * self.rate * self.share)


class CeilingCut(Struct, frozen=True):
    """A row that deducts what is over a ceiling.

    `first` and `count` select the factor rows that it reduces; `usage` is `None` if a formula
    cannot compute the cut.
    """

    line: BudgetLine
    usage: CeilingUsage | None
    first: int = 0
    count: int = 0


class CostRows(Struct, frozen=True):
    """All rows: first those of the costs, then the cuts; apart, what is not in the total."""

    factors: tuple[FactorRow, ...]
    cuts: tuple[CeilingCut, ...]
    unfunded: tuple[FactorRow, ...] = ()


def split_grant(grant: Grant, funding: FundingRules) -> CostRows:
    """Split a grant into rows that add up to its total."""
    factors: list[FactorRow] = []
    line_factors: list[tuple[BudgetLine, int, int]] = []
    for line in grant.lines:
        if line.amount >= 0:
            own = tuple(_split_line(line, funding))
            line_factors.append((line, len(factors), len(own)))
            factors.extend(own)
    unfunded = tuple(row for line in grant.unfunded for row in _split_line(line, funding))
    return CostRows(tuple(factors), tuple(_find_cuts(line_factors, grant)), unfunded)


def _split_line(line: BudgetLine, money: FundingRules) -> Iterator[FactorRow]:
    """Return the rows of a line; a single one with the amount if factors do not add up to it."""
    terms = [_parse_reason(line, reason) for reason in line.reasons]
    found = [term for term in terms if term is not None]
    if not found or sum((term.amount for term in found), _ZERO) != line.amount:
        yield FactorRow(line, _ONE, _ONE, line.amount, _ONE, line.reasons)
        return
    beside = tuple(reason for reason, term in zip(line.reasons, terms, strict=True) if not term)
    for place, term in enumerate(found):
        # Reasons without a rate belong to the whole line, so only the first row has them.
        reasons = (*term.reasons, *beside) if place == 0 else term.reasons
        row = _find_rate_row(term, beside, money)
        yield FactorRow(line, term.number, term.times, term.rate, term.share, reasons, row)


def _parse_reason(line: BudgetLine, reason: Reason) -> FactorRow | None:
    """Return the factors in a reason, or `None` if it has no amount."""
    counts = [
        Decimal(fact.n) for fact in reason.facts.values() if isinstance(fact, message_values.Count)
    ]
    amounts = [
        fact.value for fact in reason.facts.values() if isinstance(fact, message_values.Amount)
    ]
    if not amounts:
        return None
    percent = reason.facts.get("share")
    share = percent / 100 if isinstance(percent, Decimal) else _ONE
    number, *others = counts or [_ONE]
    times = _ONE
    for count in others:
        times *= count
    tried = [FactorRow(line, number, times, rate, share, (reason,)) for rate in amounts]
    # A reason may have several amounts (rate, ceiling, amount paid below it).
    return next((factor for factor in tried if factor.amount == line.amount), tried[0])


def _find_rate_row(
    factor: FactorRow, beside: tuple[Reason, ...], money: FundingRules
) -> RateRow | None:
    """Return the only row of the category's tables that fits the rate and the reasons."""
    reasons = (*factor.reasons, *beside)
    names = {reason.code for reason in reasons}
    names |= {word for one in reasons for fact in one.facts.values() for word in _list_names(fact)}
    fitting = [
        row
        for table in money.tables
        if table.category == factor.line.category
        for row in table.rows
        if row.amount == factor.rate
    ]
    named = [row for row in fitting if row.at and set(row.at) <= names]
    found = named or fitting
    return found[0] if len(found) == 1 else None


def _list_names(fact: MessageValue) -> Iterator[str]:
    """Return the names that a value may have in a rate table."""
    match fact:
        case message_values.Count(noun, _):
            yield from (noun, noun.partition("-")[0], _PAID_LIKE.get(noun, noun))
        case message_values.CountryName(code):
            yield code
        case message_values.TextRef(texts):
            yield from (text.rpartition(".")[2] for text in texts)
        case message_values.NumberRange(low, high):
            yield f"{low}-{'' if high is None else high}"
        case _:
            return


def _find_cuts(
    line_factors: Sequence[tuple[BudgetLine, int, int]], grant: Grant
) -> Iterator[CeilingCut]:
    taken: dict[str, Decimal] = {}
    for line in grant.lines:
        if line.amount < 0:
            yield _find_cut(line, line_factors, grant, taken.get(line.category, _ZERO))
            taken[line.category] = taken.get(line.category, _ZERO) + line.amount


def _find_cut(
    line: BudgetLine,
    line_factors: Sequence[tuple[BudgetLine, int, int]],
    grant: Grant,
    taken: Decimal,
) -> CeilingCut:
    """Return the cut of a line, with its ceiling if that explains the amount."""
    for whole, first, count in line_factors:
        if not _is_cut_from(line, whole):
            continue
        for usage in grant.ceiling_usages:
            if usage.ceiling.category == line.category and usage.ceiling.enforced:
                over = max(_ZERO, usage.requested - usage.maximum + taken)
                if min(whole.amount, over) == -line.amount:
                    return CeilingCut(line, usage, first, count)
    return CeilingCut(line, None)


def _is_cut_from(cut: BudgetLine, whole: BudgetLine) -> bool:
    before = cut.reasons[0].facts.get("line") if cut.reasons else None
    return (
        (cut.category, cut.rule, cut.key, cut.organisation)
        == (whole.category, whole.rule, whole.key, whole.organisation)
        and isinstance(before, message_values.Amount)
        and before.value == whole.amount
    )
