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
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from babel import Locale

_USUAL = {"en": "en_GB", "pt": "pt_PT"}
"""Where the largest country of a language is not in Europe."""
_UNTAMED = 10**20
"""A number too large to be anything but a slip."""
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
