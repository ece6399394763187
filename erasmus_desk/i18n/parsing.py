"""Numbers, amounts and dates in a text of a language; none where it is unclear."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from erasmus_desk.i18n import formats, typed_values


def parse_number(text: str, language: str) -> Decimal | None:
    """Return the number of a text (`typed_values.read_number`), `None` if it is unclear."""
    found = typed_values.read_number(text, language)
    return found if isinstance(found, Decimal) else None


def parse_money(text: str, currency: str, language: str) -> Decimal | None:
    """Return the amount of a text with or without its currency, or `None`."""
    found = typed_values.read_amount(text, currency, formats.find_symbol(currency, language))
    return found if isinstance(found, Decimal) else None


def parse_date(text: str, language: str) -> date | None:
    """Return the date of a text (`typed_values.read_date`), `None` if it is none."""
    found = typed_values.read_date(text, language)
    return found if isinstance(found, date) else None
