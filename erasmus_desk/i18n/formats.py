"""Names of countries and languages, numbers, money, dates and lists in the reader's language.

The only module that uses babel, which costs 20 to 60 ms: it is imported with the first word
that is asked for, not when the program starts. A language is named by its code (`nl`); where
a code is unknown, English is used for what stands around, and the code itself for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import cast

from babel import Locale

_USUAL = {"en": "en_GB", "pt": "pt_PT"}
"""Where the largest country of a language is not in Europe."""
_UNTAMED = 10**20
"""A number too large to be anything but a slip."""
_CENTURY = 100
_NUMBER = re.compile(r"([+\-\u2212]?)(\d[\d.,]*)", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_WHOLE = {
    ",": re.compile(r"\d+|\d{1,3}(?:,\d{3})+", re.ASCII),
    ".": re.compile(r"\d+|\d{1,3}(?:\.\d{3})+", re.ASCII),
}
_IN_DATES = frozenset(("st", "nd", "rd", "th", "of", "e", "de", "den", "der", "del", "di", "er"))
"""What stands beside the figures of a date: endings of them, and words for `of`."""
_ISO = {"EL": "GR", "UK": "GB"}
"""The two country codes in which the European institutions differ from ISO 3166."""


def load(language: str) -> Iterator[None]:
    """Load what the words of a language need, in parts of some 10 ms each.

    For a window that words its first number while somebody types; without it the first word
    that is asked for loads all.
    """
    from babel import localedata  # noqa: PLC0415

    yield
    localedata.load("root")
    yield
    plural(0, language)
    yield


def country(code: str, language: str) -> str:
    """Give the name of a country by its ISO 3166 code, or the code if it is unknown."""
    names = cast("Mapping[str, str]", _locale(language).territories)
    return names.get(_ISO.get(code, code), code)


def language_name(code: str, language: str) -> str:
    """Give the name of a language, as it is written in the middle of a sentence."""
    names = cast("Mapping[str, str]", _locale(language).languages)
    return names.get(code.replace("-", "_"), code)


@cache
def tag(language: str) -> str:
    """Give the language with its usual country (`nl-NL`), as documents are marked with it."""
    from babel.core import get_global  # noqa: PLC0415

    if "-" in language:
        return language
    if language in _USUAL:
        return _USUAL[language].replace("_", "-")
    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    return f"{language}-{likely[-1]}" if len(likely) > 1 else language


def number(value: Decimal | int, language: str) -> str:
    """Give a number with the separators of the language (`2.134`)."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(value, locale=_locale(language)) if _is_tame(value) else str(value)


def short_amount(value: Decimal, language: str) -> str:
    """Give an amount without its currency: whole (`2.134`), or with cents (`2.134,50`)."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    if not _is_tame(value):
        return str(value)
    shape = "#,##0" if value == value.to_integral_value() else "#,##0.00"
    return format_decimal(value, shape, locale=_locale(language))


def money(amount: Decimal, currency: str, language: str) -> str:
    """Give an amount with its currency and two decimals."""
    from babel.numbers import format_currency  # noqa: PLC0415

    return format_currency(amount, currency, locale=_locale(language))


def amount(value: Decimal, language: str) -> str:
    """Give an amount with two decimals and without its currency, for tables."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(value, "#,##0.00", locale=_locale(language))


def share(part: Decimal, language: str) -> str:
    """Give a share of one in per cent (`12.5 %`)."""
    from babel.numbers import format_percent  # noqa: PLC0415

    return format_percent(part, "#,##0.0\u00a0%", locale=_locale(language))


def month(value: date, language: str) -> str:
    """Give a month in short with its year (`sep 2017`), for the heads of columns."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(value, "MMM yyyy", locale=_locale(language))


def day(value: date, language: str) -> str:
    """Give a date with the month in letters (`1 september 2017`)."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(value, "long", locale=_locale(language))


def day_shape(language: str) -> str:
    """Give how `day` writes a date, in the letters that Word uses too (`d MMMM yyyy`)."""
    from babel.dates import get_date_format  # noqa: PLC0415

    shape = get_date_format("long", locale=_locale(language)).pattern
    return re.sub(r"\by\b", "yyyy", shape)


def short_day(value: date, language: str) -> str:
    """Give a date in figures (`01/09/2017`), for tables."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(value, "short", locale=_locale(language))


def clock(value: datetime, language: str) -> str:
    """Give the time of day in hours and minutes."""
    from babel.dates import format_time  # noqa: PLC0415

    # Without its zone: babel would turn the time into another one.
    return format_time(value.replace(tzinfo=None), "short", locale=_locale(language))


def moment(value: datetime, language: str) -> str:
    """Give a date and the time of day, as they stand in the zone of `value`."""
    return f"{day(value, language)}, {clock(value, language)}"


def listing(parts: Sequence[str], language: str) -> str:
    """Give a list as a sentence would (`a, b en c`)."""
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(list(parts), locale=_locale(language))


def plural(count: int, language: str) -> str:
    """Give the plural form that a count asks for, such as `one`, `few` or `other`."""
    return _locale(language).plural_form(count)


def number_of(text: str, language: str) -> Decimal | None:
    """Read a number as one who writes the language means it; `None` for what is none.

    A lone sign before three figures parts thousands where the language has it so. Where it
    parts the fraction instead, nobody knows whether `2.134` is two or two thousand: `None`.
    """
    found = _NUMBER.fullmatch(re.sub(r"[\s\u2019']", "", text))
    if found is None:
        return None
    sign, body = found.groups()
    point = _point(body, language)
    if point is None:
        return None
    whole, _, part = body.partition(point) if point else (body, "", "0")
    group = "," if "," in whole else "."
    if not part.isdecimal() or not _WHOLE[group].fullmatch(whole):
        return None
    value = Decimal(f"{whole.replace(group, '')}.{part}")
    return -value if sign in {"-", "\u2212"} else value


def _point(body: str, language: str) -> str | None:
    """Give the sign before the fraction, empty where there is none; `None` if nobody knows."""
    from babel.numbers import get_decimal_symbol  # noqa: PLC0415

    signs = {one for one in body if one in ".,"}
    if len(signs) != 1:
        return max(signs, key=body.rfind, default="")
    (sign,) = signs
    if body.count(sign) > 1:
        return ""
    if not _THOUSANDS.fullmatch(body):
        return sign
    return None if sign == get_decimal_symbol(_locale(language)) else ""


def money_of(text: str, currency: str, language: str) -> Decimal | None:
    """Read an amount, with or without its currency; `None` for what is none."""
    from babel.numbers import get_currency_symbol  # noqa: PLC0415

    symbol = get_currency_symbol(currency, locale=_locale(language))
    names = "|".join(map(re.escape, ("euros", "euro", currency, symbol)))
    bare = re.sub(names, "", text, flags=re.IGNORECASE).strip()
    return number_of(re.sub("[.,][-\u2013\u2014]+$", "", bare), language)


def day_of(text: str, language: str) -> date | None:
    """Read a date, in figures or with its month in letters; `None` for what is none."""
    parts = re.findall(r"\d+|[^\W\d_]+", text.lower())
    figures = [part for part in parts if part.isdecimal()]
    spoken = [part for part in parts if not part.isdecimal() and part not in _fillers(language)]
    named = [_month(part, language) for part in spoken]
    match [*figures, *named]:
        case [year, month, day] if not named and len(year) > 2:  # noqa: PLR2004 - no day
            return _day(year, month, day)
        case [day, month, year] if not named:
            return _day(year, month, day)
        case [year, day, month] if len(year) > 2:  # noqa: PLR2004 - no day
            return _day(year, month, day)
        case [day, year, month] if named:
            return _day(year, month, day)
        case _:
            return None


def _month(name: str, language: str) -> str:
    """Give the number of a month by its name or how that begins; `?` for what is none."""
    months = _months(language)
    begun = {number for one, number in months.items() if one.startswith(name)}
    is_clear = len(begun) == 1 and len(name) > 2  # noqa: PLR2004 - letters that tell a month
    number = months.get(name) or (begun.pop() if is_clear else None)
    return str(number) if number else "?"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        count = int(year[:5])
        return date(count if count >= _CENTURY else 2000 + count, int(month[:5]), int(day[:5]))
    except ValueError:
        return None


@cache
def _months(language: str) -> Mapping[str, int]:
    """Give the numbers of months by their names, long and short, in a language and in English."""
    found: dict[str, int] = {}
    for locale in (_locale("en"), _locale(language)):
        for names in _names(locale.months):
            found |= {_last(name): number for number, name in names.items()}
    return found


@cache
def _fillers(language: str) -> frozenset[str]:
    """Give the words that may stand in a date besides its month: days, endings of figures."""
    days = {
        _last(name)
        for locale in (_locale("en"), _locale(language))
        for names in _names(locale.days)
        for name in names.values()
    }
    return _IN_DATES | days


def _names(found: object) -> Iterator[Mapping[int, str]]:
    for context in cast("Mapping[str, Mapping[str, Mapping[int, str]]]", found).values():
        yield from (context[width] for width in ("abbreviated", "wide") if width in context)


def _last(name: str) -> str:
    parts = re.findall(r"[^\W\d_]+", name.lower())
    return parts[-1] if parts else name


def _is_tame(value: Decimal | int) -> bool:
    """Tell whether babel can part the thousands: it fails at slips with very many digits."""
    return abs(value) < _UNTAMED


@cache
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    wanted = _USUAL.get(language, language.replace("-", "_"))
    try:
        return Locale.parse(wanted)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_USUAL["en"])
