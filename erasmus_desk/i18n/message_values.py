"""What fills a sentence before it has a language: names of the call, places, numbers, amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct


class Named(Struct, frozen=True):
    """A text of the pack, by id; of several ids the first that has words is taken."""

    texts: tuple[str, ...]


class Country(Struct, frozen=True):
    """A country, by its code."""

    code: str


class Tongue(Struct, frozen=True):
    """A language, by its code."""

    code: str


class Row(Struct, frozen=True):
    """One item of a list: the list's name for an item, its number from 1, its own name."""

    list: Named
    number: int
    name: str


class Place(Struct, frozen=True):
    """A question, and in repeated parts the item it stands in, the outermost first."""

    question: Named
    rows: tuple[Row, ...] = ()


class Several(Struct, frozen=True):
    """Facts to be told in one breath: `12, 24, 36`."""

    parts: tuple[Fact, ...]


class Amount(Struct, frozen=True):
    """An amount of money in the currency of the call (`EUR`)."""

    value: Decimal
    currency: str


class Count(Struct, frozen=True):
    """So many of something: `2 days`; `noun` names the plural forms (`count.<noun>`)."""

    noun: str
    n: int


class Span(Struct, frozen=True):
    """A range of whole numbers, both ends included; one without an end is open."""

    low: int
    high: int | None


Fact = (str | int | Decimal | date | Named | Country | Tongue | Row | Place | Several) | (
    Amount | Count | Span
)
"""Whatever may stand in a placeholder of a sentence."""
