"""What fills a sentence before it has a language: names of the call, places, numbers, amounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Named:
    """A text of the pack, by id; of several ids the first that has words is taken."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country, by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list: the list's name for an item, its number from 1, its own name."""

    list: Named
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A question, and in repeated parts the item it stands in, the outermost first."""

    question: Named
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Several:
    """Facts to be told in one breath: `12, 24, 36`."""

    parts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in the currency of the call (`EUR`)."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something: `2 days`; `noun` names the plural forms (`count.<noun>`)."""

    noun: str
    n: int


@dataclass(frozen=True, slots=True)
class Span:
    """A range of whole numbers, both ends included; one without an end is open."""

    low: int
    high: int | None


Fact = (str | int | Decimal | date | Named | Country | Tongue | Row | Place | Several) | (
    Amount | Count | Span
)
"""Whatever may stand in a placeholder of a sentence."""
