"""Names of countries and languages, numbers, amounts, dates and lists in a language.

The only module that uses babel, which takes 20 to 60 ms to import and is therefore imported at
the first call. A language is given by its code (`nl`); for an unknown one English is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property
from typing import cast

_EUROPEAN = {"en": "en_GB", "pt": "pt_PT"}
"""Locales of languages whose largest country is not in Europe."""
_CODE_FIRST = frozenset(("en", "ga", "lv", "mt"))
"""Languages in which the institutions of the EU write the code of the currency first."""
_TOO_LARGE = 10**20
"""A number that must be a typing error; babel fails at very many digits."""
_CENTURY = 100
_NUMBER = re.compile(r"([+\-\u2212]?)(\d[\d.,]*)", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_WHOLE = {
    ",": re.compile(r"\d+|\d{1,3}(?:,\d{3})+", re.ASCII),
    ".": re.compile(r"\d+|\d{1,3}(?:\.\d{3})+", re.ASCII),
}
_DATE_WORDS = frozenset(("st", "nd", "rd", "th", "of", "e", "de", "den", "der", "del", "di", "er"))
"""Words of dates: endings of ordinal numbers, and words for `of`."""
_ISO = {"EL": "GR", "UK": "GB"}
"""The two country codes of the European institutions that differ from ISO 3166."""


def preload(language: str) -> Iterator[None]:
    """Load babel and the data of a language in steps of some 10 ms, for a responsive window."""
    localedata = _babel().localedata
    yield
    localedata.load("root")
    yield
    choose_plural(0, language)
    yield


def name_country(code: str, language: str) -> str:
    """Return the name of a country by its ISO 3166 code, or the code if it is unknown."""
    names = cast("Mapping[str, str]", _locale(language).territories)
    return names.get(_ISO.get(code, code), code)


def name_language(code: str, language: str) -> str:
    """Return the name of a language by its code, or the code if it is unknown."""
    names = cast("Mapping[str, str]", _locale(language).languages)
    return names.get(code.replace("-", "_"), code)


@cache
def find_language_tag(language: str) -> str:
    """Return the language tag with the most likely country (`nl-NL`), as documents need it."""
    if "-" in language:
        return language
    if language in _EUROPEAN:
        return _EUROPEAN[language].replace("_", "-")
    likely = str(_babel().core.get_global("likely_subtags").get(language, language)).split("_")
    return f"{language}-{likely[-1]}" if len(likely) > 1 else language


def format_number(value: Decimal | int, language: str) -> str:
    """Return a number with the separators of the language (`2.134`)."""
    if abs(value) >= _TOO_LARGE:
        return str(value)
    return _babel().numbers.format_decimal(value, locale=_locale(language))


def format_short_amount(value: Decimal, language: str) -> str:
    """Return an amount without currency: whole (`2.134`), or with cents (`2.134,50`)."""
    if abs(value) >= _TOO_LARGE:
        return str(value)
    shape = "#,##0" if value == value.to_integral_value() else "#,##0.00"
    return _babel().numbers.format_decimal(value, shape, locale=_locale(language))


def format_sum(value: Decimal, currency: str, language: str) -> str:
    """Return an amount as in a sentence (`EUR 2,134` in English, `2.134 euro` in Dutch)."""
    number = format_short_amount(value, language)
    if _locale(language).language in _CODE_FIRST:
        return f"{currency} {number}"
    name = _babel().numbers.get_currency_name(currency, value, locale=_locale(language))
    return f"{number} {name}"


def format_money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount with its currency (`EUR 2,134`, `€ 2.134,50`), with cents if it has any."""
    if _locale(language).language in _CODE_FIRST:
        return f"{currency}\u00a0{format_short_amount(amount, language)}"
    shape = _locale(language).currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        shape = shape.replace("0.00", "0")
    return _babel().numbers.format_currency(
        amount, currency, shape, locale=_locale(language), currency_digits=False
    )


def format_amount(value: Decimal, language: str) -> str:
    """Return an amount with two decimals and without its currency, for tables."""
    return _babel().numbers.format_decimal(value, "#,##0.00", locale=_locale(language))


def format_percent(part: Decimal, language: str) -> str:
    """Return a fraction as a percentage (`12.5 %`)."""
    return _babel().numbers.format_percent(part, "#,##0.0\u00a0%", locale=_locale(language))


def format_month(value: date, language: str) -> str:
    """Return an abbreviated month with its year (`sep 2017`), for column headers."""
    return _babel().dates.format_date(value, "MMM yyyy", locale=_locale(language))


def format_date(value: date, language: str) -> str:
    """Return a date with the name of the month (`1 september 2017`)."""
    return _babel().dates.format_date(value, "long", locale=_locale(language))


def find_date_pattern(language: str) -> str:
    """Return the pattern of `format_date` as Word writes it (`d MMMM yyyy`)."""
    shape = _babel().dates.get_date_format("long", locale=_locale(language)).pattern
    return re.sub(r"\by\b", "yyyy", shape)


def format_time(value: datetime, language: str) -> str:
    """Return the time of day in hours and minutes."""
    # babel would convert a time with a zone.
    return _babel().dates.format_time(value.replace(tzinfo=None), "short", locale=_locale(language))


def format_moment(value: datetime, language: str) -> str:
    """Return a date and the time of day in the zone of `value`."""
    return f"{format_date(value, language)}, {format_time(value, language)}"


def format_list(parts: Sequence[str], language: str) -> str:
    """Return a list as in a sentence (`a, b en c`)."""
    return _babel().lists.format_list(list(parts), locale=_locale(language))


def choose_plural(count: int, language: str) -> str:
    """Return the plural category of a count, such as `one`, `few` or `other`."""
    return _locale(language).plural_form(count)


def parse_number(text: str, language: str) -> Decimal | None:
    """Return the number of a text in a language, or `None`.

    A single separator before three figures is read as that of thousands if the language has it
    so, else the number is ambiguous (`2.134`) and `None`.
    """
    found = _NUMBER.fullmatch(re.sub(r"[\s\u2019']", "", text))
    if found is None:
        return None
    sign, body = found.groups()
    separator = _decimal_separator(body, language)
    if separator is None:
        return None
    whole, _, part = body.partition(separator) if separator else (body, "", "0")
    group = "," if "," in whole else "."
    if not part.isdecimal() or not _WHOLE[group].fullmatch(whole):
        return None
    value = Decimal(f"{whole.replace(group, '')}.{part}")
    return -value if sign in {"-", "\u2212"} else value


def _decimal_separator(body: str, language: str) -> str | None:
    """Return the decimal separator of a number, empty if it has none, `None` if ambiguous."""
    separators = {one for one in body if one in ".,"}
    if len(separators) != 1:
        return max(separators, key=body.rfind, default="")
    (sign,) = separators
    if body.count(sign) > 1:
        return ""
    if not _THOUSANDS.fullmatch(body):
        return sign
    return None if sign == _babel().numbers.get_decimal_symbol(_locale(language)) else ""


def parse_money(text: str, currency: str, language: str) -> Decimal | None:
    """Return the amount of a text with or without its currency, or `None`."""
    symbol = _babel().numbers.get_currency_symbol(currency, locale=_locale(language))
    names = "|".join(map(re.escape, ("euros", "euro", currency, symbol)))
    bare = re.sub(names, "", text, flags=re.IGNORECASE).strip()
    return parse_number(re.sub("[.,][-\u2013\u2014]+$", "", bare), language)


def parse_date(text: str, language: str) -> date | None:
    """Return the date of a text, in figures or with the name of the month, or `None`."""
    parts = re.findall(r"\d+|[^\W\d_]+", text.lower())
    figures = [part for part in parts if part.isdecimal()]
    words = [part for part in parts if not part.isdecimal() and part not in _fillers(language)]
    named = [_month_number(part, language) for part in words]
    match [*figures, *named]:
        case [year, month, day] if not named and len(year) > 2:  # noqa: PLR2004 - no day
            return _make_date(year, month, day)
        case [day, month, year] if not named:
            return _make_date(year, month, day)
        case [year, day, month] if len(year) > 2:  # noqa: PLR2004 - no day
            return _make_date(year, month, day)
        case [day, year, month] if named:
            return _make_date(year, month, day)
        case _:
            return None


def _month_number(name: str, language: str) -> str:
    """Return the number of a month by its name or the start of it, else `?`."""
    months = _months(language)
    matching = {number for one, number in months.items() if one.startswith(name)}
    is_clear = len(matching) == 1 and len(name) > 2  # noqa: PLR2004 - two are ambiguous
    number = months.get(name) or (matching.pop() if is_clear else None)
    return str(number) if number else "?"


def _make_date(year: str, month: str, day: str) -> date | None:
    try:
        count = int(year[:5])
        return date(count if count >= _CENTURY else 2000 + count, int(month[:5]), int(day[:5]))
    except ValueError:
        return None


@cache
def _months(language: str) -> Mapping[str, int]:
    """Return the numbers of months by long and short name, in a language and in English."""
    found: dict[str, int] = {}
    for locale in (_locale("en"), _locale(language)):
        for names in _name_tables(locale.months):
            found |= {_last_word(name): number for number, name in names.items()}
    return found


@cache
def _fillers(language: str) -> frozenset[str]:
    """Return the words of a date other than its month: week days, endings of figures."""
    days = {
        _last_word(name)
        for locale in (_locale("en"), _locale(language))
        for names in _name_tables(locale.days)
        for name in names.values()
    }
    return _DATE_WORDS | days


def _name_tables(found: object) -> Iterator[Mapping[int, str]]:
    for context in cast("Mapping[str, Mapping[str, Mapping[int, str]]]", found).values():
        yield from (context[width] for width in ("abbreviated", "wide") if width in context)


def _last_word(name: str) -> str:
    parts = re.findall(r"[^\W\d_]+", name.lower())
    return parts[-1] if parts else name


@cache
def _locale(language: str):  # noqa: ANN202 - babel is not imported before it is needed
    core = _babel().core
    wanted = _EUROPEAN.get(language, language.replace("-", "_"))
    try:
        return core.Locale.parse(wanted)
    except (core.UnknownLocaleError, ValueError):
        return core.Locale.parse(_EUROPEAN["en"])


class _Babel:
    """The modules of babel: each takes 10 to 20 ms to import, so each waits until it is needed."""

    def __init__(self) -> None:
        from babel import core, lists, localedata  # noqa: PLC0415

        self.core, self.lists, self.localedata = core, lists, localedata

    @cached_property
    def numbers(self):  # noqa: ANN202 - a module has no type of its own
        from babel import numbers  # noqa: PLC0415

        return numbers

    @cached_property
    def dates(self):  # noqa: ANN202 - as above
        from babel import dates  # noqa: PLC0415

        return dates


@cache
def _babel() -> _Babel:
    return _Babel()
