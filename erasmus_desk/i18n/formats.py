"""Names of countries and languages, numbers, amounts, dates and lists in a language.

The only module that uses babel, which takes 20 to 60 ms to import and is therefore imported at
the first call. A language is given by its code (`nl`); for an unknown one English is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property
from typing import cast

from erasmus_desk.i18n.figures import join_figures

_EUROPEAN = {"en": "en_GB", "pt": "pt_PT"}
"""Locales of languages whose largest country is not in Europe."""
_CODE_FIRST = frozenset(("en", "ga", "lv", "mt"))
"""Languages in which the institutions of the EU write the code of the currency first."""
_SPACED_SIGNS = frozenset(("fr",))
"""Languages that set a narrow no-break space before a colon and a semicolon."""
_FIRST_DAY = {"fr": "1er"}
"""The first day of a month in languages that do not write it as a plain figure."""
_TOO_LARGE = 10**20
"""A number that must be a typing error; babel fails at very many digits."""
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


def name_locale(language: str) -> str:
    """Return the name of the locale of a language: `en_GB`, and `nl` whose country is known."""
    return _EUROPEAN.get(language, language.replace("-", "_"))


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
        return f"{currency}\u00a0{number}"
    name = _babel().numbers.get_currency_name(currency, value, locale=_locale(language))
    return f"{number}\u00a0{name}"


def name_currency(currency: str, language: str) -> str:
    """Return the name of a currency as in an amount of it (`euro`)."""
    return _babel().numbers.get_currency_name(currency, 2, locale=_locale(language))


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
    shown = _babel().dates.format_date(value, "long", locale=_locale(language))
    return join_figures(mark_first_day(shown, value, language))


def mark_first_day(text: str, value: date, language: str) -> str:
    """Return a date in words with the first of a month as the language writes it (`1er mai`)."""
    written = _FIRST_DAY.get(language.partition("-")[0]) if value.day == 1 else None
    return re.sub(r"(?<!\d)1(?= )", written, text, count=1) if written else text


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


def capitalise(text: str) -> str:
    """Return a text with a capital at the start, the rest as it is."""
    return text[:1].upper() + text[1:]


def join_label(label: str, text: str, language: str) -> str:
    """Return a label, a colon as the language sets it, and a text (`Label: text`)."""
    return f"{label}{_find_space(language)}: {text}"


def join_entries(entries: Iterable[str], language: str) -> str:
    """Return entries that may have commas, with semicolons as the language sets them."""
    return f"{_find_space(language)}; ".join(entries)


def _find_space(language: str) -> str:
    return "\u202f" if language.partition("-")[0] in _SPACED_SIGNS else ""


def choose_plural(count: int, language: str) -> str:
    """Return the plural category of a count, such as `one`, `few` or `other`."""
    return _locale(language).plural_form(count)


def find_symbol(currency: str, language: str) -> str:
    """Return the sign of a currency, or its code."""
    return _babel().numbers.get_currency_symbol(currency, locale=_locale(language))


@cache
def _locale(language: str):  # noqa: ANN202 - babel is not imported before it is needed
    core = _babel().core
    try:
        return core.Locale.parse(name_locale(language))
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
