"""Amounts, numbers and dates as people type them; one reading for window, import and commands.

What can be read in two ways, or in none, is never guessed: it is `Unclear`, with a reason.
Nothing here loads babel, as a field reads at every key.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from erasmus_desk.i18n.calendar_words import MONTHS, WORDS_OF_DATES, find_month, fold, is_week_day

MAX_DIGITS: Final = 12
"""Most digits before the decimals; with more the number is a typing error."""
_POINT_LANGUAGES: Final = frozenset(("en", "ga", "mt"))
"""Languages of the programme with a decimal point; its others have a decimal comma."""
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANKS: Final = re.compile("[^\\S\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
"""Blanks within a line: two numbers below or beside each other are not one."""
_APOSTROPHES: Final = re.compile("[\u2018\u2019\u201b\u02b9\u02bc\u02c8\u00b4\u2032`\uff07]")
_SIGNED: Final = re.compile(r"([+\-\u2212\u2010-\u2013]?) ?(.*)", re.DOTALL)
_MINUS: Final = frozenset("-\u2212\u2010\u2011\u2012\u2013")
_NO_CENTS: Final = re.compile(r" ?[.,] ?(?:[-\u2010-\u2015\u2212]{1,2}|=)\Z")
"""A dash in the place of the cents, as in `500,-`."""
_DIGITS: Final = re.compile(r"\d+(?:[ '.,]\d+)*", re.ASCII)
_SEPARATORS: Final = re.compile("[ '.,]")
_GROUP: Final = 3
"""Digits between two separators of thousands."""
_CENTS: Final = 2
_EURO: Final = "EUR"
_EURO_WORDS: Final = frozenset(
    ("€", "eur", "eur.", "euro", "euro.", "euros", "euroa", "eurot", "evra", "evro", "ευρω", "евро")
)
_MIDNIGHT: Final = re.compile(r"[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?$")
"""The time of day that a spreadsheet adds to a date."""
_CENTURY: Final = 100
_PIVOT: Final = 69
"""Years of two digits from here on belong to the last century, as in the C library."""
_YEAR_DIGITS: Final = 4
_SHORT_YEAR_DIGITS: Final = 2
_PARTS: Final = 3
_MOST_PARTS: Final = 24
"""Figures and words of a date at most; longer texts are not looked up in all calendars."""


class Unclear(Struct, frozen=True):
    """A text that is no value; `code` says why."""

    code: str


NOT_A_NUMBER: Final = Unclear("not-a-number")
NUMBER_UNCLEAR: Final = Unclear("number-unclear")
"""The digits can mean two numbers, such as `0,500`."""
NOT_WHOLE: Final = Unclear("not-whole")
TOO_LARGE: Final = Unclear("absurd-number")
NOT_A_DATE: Final = Unclear("not-a-date")
NO_SUCH_DATE: Final = Unclear("date-impossible")


def read_amount(text: str, currency: str = _EURO, symbol: str = "") -> Decimal | Unclear:
    """Return the amount of a text with or without its currency (`1.500,-`, `EUR 1500`).

    No amount has three decimals: three digits after a point or a comma are thousands in every
    language. They never are after a zero, nor after four digits.
    """
    words = _EURO_WORDS if currency == _EURO else frozenset[str]()
    bare = _strip_currency(_tidy(text), {*words, fold(currency), fold(symbol)} - {""})
    if bare is None:
        return NOT_A_NUMBER
    sign, body = bare
    if dash := _NO_CENTS.search(body):
        return _read_signed(sign, body[: dash.start()], places=0, decimal="")
    return _read_signed(sign, body, places=_CENTS, decimal="")


def read_number(text: str, language: str) -> Decimal | Unclear:
    """Return a number.

    One point or comma before three digits is that of thousands if the language has it so, and
    unclear if it is the decimal sign of the language (`2.134`).
    """
    sign, body = _split_sign(_tidy(text))
    return _read_signed(sign, body, places=None, decimal=find_decimal_sign(language))


def read_whole_number(text: str, language: str) -> int | Unclear:
    """Return a whole number, as the forms count persons, days and kilometres."""
    sign, body = _split_sign(_tidy(text))
    found = _read_signed(sign, body, places=_CENTS, decimal=find_decimal_sign(language))
    if isinstance(found, Unclear):
        return found
    return int(found) if found == found.to_integral_value() else NOT_WHOLE


def find_decimal_sign(language: str) -> str:
    """Return the decimal sign of a language, that of English for an unknown one."""
    code = re.split("[-_]", language.lower())[0]
    return "," if code in MONTHS and code not in _POINT_LANGUAGES else "."


def read_date(text: str, language: str) -> date | Unclear:
    """Return a date in figures, the day or a year of four digits first, or with its month named."""
    cleaned = _MIDNIGHT.sub("", _INVISIBLE.sub("", text).strip())
    parts: list[str] = re.findall(r"\d+|[^\W\d_]+", fold(cleaned))
    if len(parts) > _MOST_PARTS:
        return NOT_A_DATE
    figures = [part for part in parts if part.isdecimal() and part.isascii()]
    named = [(part, find_month(part, language)) for part in parts if not part.isdecimal()]
    months = [month for _, month in named if month is not None]
    others = [part for part, month in named if month is None]
    if any(part not in WORDS_OF_DATES and not is_week_day(part, language) for part in others):
        return NOT_A_DATE
    if len(figures) + len(months) != _PARTS or len(months) > 1:
        return NOT_A_DATE
    if months:
        first, last = figures
        year, day = (first, last) if len(first) > _SHORT_YEAR_DIGITS else (last, first)
        return _make_date(year, str(months[0]), day)
    first, middle, last = figures
    is_year_first = len(first) > _SHORT_YEAR_DIGITS
    return _make_date(first, middle, last) if is_year_first else _make_date(last, middle, first)


def _tidy(text: str) -> str:
    """Return a text with plain blanks and apostrophes, without signs that cannot be seen."""
    visible = _INVISIBLE.sub("", text).strip()
    return _APOSTROPHES.sub("'", _BLANKS.sub(" ", visible))


def _split_sign(text: str) -> tuple[str, str]:
    found = _SIGNED.fullmatch(text)
    sign, body = found.groups() if found else ("", text)
    return ("-" if sign in _MINUS else "", body) if sign else ("", body)


def _strip_currency(text: str, words: set[str]) -> tuple[str, str] | None:
    """Return sign and digits of an amount, or `None` if the currency alone is there."""
    names = sorted(words, key=len, reverse=True)
    sign, body = _split_sign(text)
    for name in names:
        if fold(body[: len(name)]) == name:
            inner, body = _split_sign(body[len(name) :].lstrip())
            sign = sign or inner
            break
    for name in names:
        if fold(body[-len(name) :]) == name:
            body = body[: -len(name)].rstrip()
            break
    return (sign, body) if body else None


def _read_signed(sign: str, body: str, *, places: int | None, decimal: str) -> Decimal | Unclear:
    """Return the number of a text of digits and separators.

    `places` is the most decimals, `None` for any; `decimal` is the decimal sign of the language,
    empty where three digits after a separator cannot be decimals.
    """
    if not _DIGITS.fullmatch(body):
        has_digit = any(one.isascii() and one.isdecimal() for one in body)
        is_figures = all(one in "0123456789 '.," for one in body)
        return NUMBER_UNCLEAR if has_digit and is_figures and body[-1] not in ".," else NOT_A_NUMBER
    parts = _SEPARATORS.split(body)
    signs = _SEPARATORS.findall(body)
    part = ""
    if signs and _has_decimals(parts, signs):
        *parts, part = parts
        *signs, _ = signs
    if not _are_groups(parts, signs) or (places is not None and len(part) > places):
        return NUMBER_UNCLEAR
    is_thousands = len(signs) == 1 and not part
    if is_thousands and decimal and signs[0] == decimal:
        return NUMBER_UNCLEAR
    digits = "".join(parts).lstrip("0") or "0"
    if len(digits) > MAX_DIGITS:
        return TOO_LARGE
    return Decimal(f"{sign}{digits}.{part or '0'}")


def _has_decimals(parts: list[str], signs: list[str]) -> bool:
    """Return whether what stands behind the last separator are decimals."""
    last = signs[-1]
    if last in " '":
        return False
    if len(signs) > 1:
        return last not in signs[:-1]
    is_group = len(parts[-1]) == _GROUP
    # `0,500` is no group; with decimals of any number it is one half, as an amount it is unclear.
    return not is_group or parts[0].startswith("0") or len(parts[0]) > _GROUP


def _are_groups(parts: list[str], signs: list[str]) -> bool:
    """Return whether digits are in groups of three behind one kind of separator."""
    first, *groups = parts
    if not groups:
        return True
    is_begun = not first.startswith("0") and len(first) <= _GROUP
    return is_begun and len(set(signs)) == 1 and all(len(one) == _GROUP for one in groups)


def _make_date(year: str, month: str, day: str) -> date | Unclear:
    if len(year) not in (_SHORT_YEAR_DIGITS, _YEAR_DIGITS):
        return NOT_A_DATE
    if len(month) > _SHORT_YEAR_DIGITS or len(day) > _SHORT_YEAR_DIGITS:
        return NOT_A_DATE
    count = int(year)
    if len(year) == _SHORT_YEAR_DIGITS:
        count += 20 * _CENTURY if count < _PIVOT else 19 * _CENTURY
    try:
        return date(count, int(month), int(day))
    except ValueError:
        return NO_SUCH_DATE
