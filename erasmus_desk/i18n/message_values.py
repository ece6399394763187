"""Language-independent values for the placeholders of messages."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct


class TextRef(Struct, frozen=True):
    """A text of the pack, by the first of some ids that exists."""

    texts: tuple[str, ...]


class CountryName(Struct, frozen=True):
    """The name of a country, by its code."""

    code: str


class LanguageName(Struct, frozen=True):
    """The name of a language, by its code."""

    code: str


class ItemRef(Struct, frozen=True):
    """One item of a list: the list's word for an item, its number from 1, its name."""

    list: TextRef
    number: int
    name: str


class QuestionRef(Struct, frozen=True):
    """A question and the list items around it, the outermost first."""

    question: TextRef
    items: tuple[ItemRef, ...] = ()


class ListValue(Struct, frozen=True):
    """Values separated by commas: `12, 24, 36`."""

    parts: tuple[MessageValue, ...]


class Amount(Struct, frozen=True):
    """An amount of money in a currency (`EUR`)."""

    value: Decimal
    currency: str


class Count(Struct, frozen=True):
    """A counted noun: `2 days`; `noun` names the plural forms (`count.<noun>`)."""

    noun: str
    n: int


class NumberRange(Struct, frozen=True):
    """A range of whole numbers, both ends included, or open at the end."""

    low: int
    high: int | None


MessageValue = (
    str
    | int
    | Decimal
    | date
    | datetime
    | TextRef
    | CountryName
    | LanguageName
    | ItemRef
    | QuestionRef
    | ListValue
) | (Amount | Count | NumberRange)
"""What may fill a placeholder of a message."""
