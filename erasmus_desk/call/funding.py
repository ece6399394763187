"""Facts of a call with where they come from, and its money rules as tables."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Confidence(StrEnum):
    """How sure a fact is; whatever is not `A` is shown with a mark to check it."""

    A = "A"
    """Seen in a source of the call's own year, or one that holds for every year."""
    B = "B"
    """Seen, but in a source of another year or without a date."""
    C = "C"
    """Known to the project only, or the sources disagree."""


class Source(Struct, frozen=True):
    """A document or page that facts were taken from."""

    id: str
    title: str
    address: str = ""
    year: str = ""


class Evidence(Struct, frozen=True):
    """Where a fact comes from (ids of sources) and how sure it is."""

    confidence: Confidence
    sources: tuple[str, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether the fact may be shown without the mark to check it."""
        return self.confidence is Confidence.A


class Figure(Struct, frozen=True):
    """A whole number of the call with its evidence (organisations, months, points …)."""

    value: int
    evidence: Evidence


class Head(Struct, frozen=True):
    """A head of the budget: how it is paid and for which kinds; no kinds means all."""

    id: str
    funding: str
    kinds: tuple[str, ...]
    needs: str
    evidence: Evidence


class RateRow(Struct, frozen=True):
    """One row of a rate table: the values of its dimensions, the amount and its evidence.

    Rows of one table may be known from different sources; a row that names none of its own
    has the evidence of its table.
    """

    at: tuple[str, ...]
    amount: Decimal
    evidence: Evidence


class RateTable(Struct, frozen=True):
    """Amounts of one head by its dimensions (distance band, day, country group, staff …).

    `unit` says what one amount is paid for, such as `EUR/participant/day`. Bands (distance,
    day) are written `100-1999`, both ends included; the last is open: `2000-`.
    """

    id: str
    head: str
    unit: str
    dimensions: tuple[str, ...]
    rows: tuple[RateRow, ...]
    evidence: Evidence


class Ceiling(Struct, frozen=True):
    """The most that a head, or the whole grant where `head` is empty, may come to.

    `per` says what the amount is multiplied with: `project`, `month`, `year`, `cost`. A
    ceiling that is not `enforced` is too uncertain to count with: it is only mentioned.
    """

    id: str
    head: str
    per: str
    amount: Decimal
    evidence: Evidence
    enforced: bool = True


class CostRule(Struct, frozen=True):
    """How a head's lines come from the draft: a way of counting, and what it counts.

    `type` names the way (`erasmus_desk.budget.grant` knows them); `binds` says which list,
    question or table plays which part in it, so that no calculation knows a call by name.
    """

    id: str
    type: str
    head: str
    binds: Mapping[str, str]
    evidence: Evidence


class Money(Struct, frozen=True):
    """The money rules of a call: heads, rates, ceilings and groups of countries.

    A group of countries that holds `*` takes every country that no other group names.
    """

    currency: str
    heads: tuple[Head, ...]
    tables: tuple[RateTable, ...]
    ceilings: tuple[Ceiling, ...]
    country_groups: Mapping[str, tuple[str, ...]]
    rules: tuple[CostRule, ...] = ()
