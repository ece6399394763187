"""Facts of a call with their sources, and its funding rules as tables."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct, field


class Confidence(StrEnum):
    """How sure a fact is; any other than `A` is shown with a mark to check it."""

    A = "A"
    """From a source of the year of the call, or of every year."""
    B = "B"
    """From a source of another year or without a date."""
    C = "C"
    """Without a source, or the sources disagree."""


class Source(Struct, frozen=True):
    """A document or page from which facts are taken.

    A missing one stands for what is still to be found; its title says where to check the facts.
    """

    id: str
    title: str
    address: str = ""
    year: str = ""
    is_missing: bool = field(default=False, name="missing")


class Evidence(Struct, frozen=True):
    """The sources of a fact (their ids) and how sure it is."""

    confidence: Confidence
    sources: tuple[str, ...] = field(name="source")

    @property
    def is_confirmed(self) -> bool:
        """Whether the fact may be shown without the mark to check it."""
        return self.confidence is Confidence.A


class Figure(Struct, frozen=True):
    """A whole number of the call with its evidence (organisations, months, points …)."""

    value: int
    evidence: Evidence


class BudgetCategory(Struct, frozen=True):
    """A budget category: how it is funded and for which kinds; no kinds means all."""

    id: str
    funding: str
    kinds: tuple[str, ...]
    evidence: Evidence
    needs: str = ""


class RateRow(Struct, frozen=True):
    """One row of a rate table: the values of its dimensions, the amount and its evidence.

    A row without sources of its own has the evidence of its table.
    """

    at: tuple[str, ...]
    amount: Decimal
    evidence: Evidence


class RateTable(Struct, frozen=True):
    """Amounts of a budget category by dimensions (distance band, day, country group, staff …).

    `unit` is that of an amount, such as `EUR/participant/day`. Bands (distance, day) are
    written `100-1999`, both ends included; the last is open: `2000-`.
    """

    id: str
    category: str = field(name="head")
    unit: str
    dimensions: tuple[str, ...]
    rows: tuple[RateRow, ...]
    evidence: Evidence


PER_CHOICE = "choice"
"""The unit of a ceiling that is the lump sum a proposal has chosen."""


class Ceiling(Struct, frozen=True):
    """The maximum of a budget category, or of the whole grant if it names none.

    The amount is multiplied by `per`: `project`, `month`, `year`, `cost`; the lump sum that a
    proposal chooses is one per `choice`, made from a balance. A ceiling that is not `enforced`
    is uncertain and only mentioned.
    """

    id: str
    per: str
    amount: Decimal
    evidence: Evidence
    category: str = field(default="", name="head")
    enforced: bool = True

    @property
    def is_lump_sum(self) -> bool:
        """Whether it is a lump sum, which is to be distributed exactly."""
        return self.per == PER_CHOICE

    @property
    def name_text(self) -> str:
        """The id of the text that names it."""
        return f"{'balance' if self.is_lump_sum else 'ceiling'}.{self.id}.name"


class Measure(Struct, frozen=True):
    """By what a lump sum is divided to compare it: items of lists, or numbers that are answered."""

    id: str
    times: tuple[str, ...]


class Balance(Struct, frozen=True):
    """Amounts that users divide themselves: together a whole, or at most a share of it.

    `parts` are questions of amounts; with `within` they are added up inside each item of that
    list, else in the whole proposal. The whole is the answer to `amount`, or what `table` has for
    the answer to `choice` (a lump sum). Parts that are `exact` add up to the whole; others may
    not exceed `share` of it (`0.2` is a fifth). `measures` help to choose a lump sum.
    """

    id: str
    parts: tuple[str, ...]
    evidence: Evidence
    amount: str = ""
    choice: str = ""
    table: str = ""
    within: str = ""
    share: Decimal = Decimal(1)
    is_exact: bool = field(default=False, name="exact")
    measures: tuple[Measure, ...] = ()

    @property
    def is_lump_sum(self) -> bool:
        """Whether the whole is a lump sum of the proposal, which is to be distributed exactly."""
        return self.is_exact and bool(self.choice) and not self.within


class Estimate(Struct, frozen=True):
    """What is estimated beside an amount that is asked for: working material, not the form's.

    `lines` is a list that stands beside the amount (`ListSpec.beside`). A row costs its `price`,
    or what `table` has for its `kind`, times the answers to `times`, of which an empty one counts
    once.
    """

    id: str
    lines: str
    price: str
    times: tuple[str, ...]
    evidence: Evidence
    kind: str = ""
    table: str = ""


class CostRule(Struct, frozen=True):
    """How the lines of a budget category are calculated from the draft.

    `type` is that of the calculation (`erasmus_desk.budget.grant`); `binds` maps its inputs
    to lists, questions and tables, so that no calculation depends on a call.
    """

    id: str
    type: str
    category: str = field(name="head")
    binds: Mapping[str, str]
    evidence: Evidence


class Pivot(StrEnum):
    """What the grant is added up by, besides its categories."""

    ORGANISATION = "organisation"
    ACTIVITY = "activity"
    YEAR = "year"


class FundingRules(Struct, frozen=True):
    """The funding rules of a call: budget categories, rates, ceilings and country groups.

    A country group with `*` contains every country that no other group names. `pivots` are what
    the grant is added up by. Where they are left out it is added up by all, but a lump sum by no
    year, as what is divided belongs to no single one.
    """

    currency: str
    categories: tuple[BudgetCategory, ...] = field(name="heads")
    tables: tuple[RateTable, ...]
    ceilings: tuple[Ceiling, ...]
    country_groups: Mapping[str, tuple[str, ...]]
    rules: tuple[CostRule, ...] = ()
    balances: tuple[Balance, ...] = ()
    pivots: tuple[Pivot, ...] = ()
    estimates: tuple[Estimate, ...] = ()

    @property
    def shown_pivots(self) -> tuple[Pivot, ...]:
        """What the grant of this call is added up by."""
        is_lump_sum = any(one.is_lump_sum for one in self.balances)
        return self.pivots or tuple(one for one in Pivot if not (one is Pivot.YEAR and is_lump_sum))

    @property
    def receiver(self) -> str:
        """The question of the organisation that every amount goes to, such as a leading one.

        Empty where the rules ask more than one question, or share amounts out.
        """
        asked = {rule.binds.get("organisation", "") for rule in self.rules}
        return asked.pop() if len(asked) == 1 else ""
