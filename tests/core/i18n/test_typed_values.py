"""Amounts, numbers and dates are read as people type them, and never guessed."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.i18n import formats, typed_values
from erasmus_desk.i18n.calendar_words import MONTHS, WEEK_DAYS, fold
from erasmus_desk.i18n.typed_values import (
    NO_SUCH_DATE,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_WHOLE,
    NUMBER_UNCLEAR,
    TOO_LARGE,
    Unclear,
    find_decimal_sign,
    read_amount,
    read_date,
    read_number,
    read_whole_number,
)

THIN, NARROW, HARD, FIGURE = "\u2009", "\u202f", "\u00a0", "\u2007"
LATIN_SERBIAN = "sr-latn"
LANGUAGES = [language for language in MONTHS if language not in (LATIN_SERBIAN, "ga")]
"""Irish names September with two words, of which October has the second."""


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("500,-", "500"),
        ("500,–", "500"),
        ("500,—", "500"),
        ("500,--", "500"),
        ("500.-", "500"),
        ("500,=", "500"),
        ("1.500,-", "1500"),
        ("€ 1.500,-", "1500"),
        ("1.500,- EUR", "1500"),
        ("1'500.–", "1500"),
        ("EUR 1500", "1500"),
        ("EUR1500", "1500"),
        ("eur 1.500,50", "1500.50"),
        ("1500 EUR", "1500"),
        ("1500EUR", "1500"),
        ("1500 Eur.", "1500"),
        ("2.000 euro", "2000"),
        ("2 000 euros", "2000"),
        ("Euro 2.000,00", "2000"),
        ("2.000 ευρώ", "2000"),
        ("€1,500.50", "1500.50"),
        ("1.500,50€", "1500.50"),
        ("€ 1 500", "1500"),
        ("1'500", "1500"),
        ("1’500", "1500"),
        ("1\u02bc500,5", "1500.5"),
        ("1‘234’567.80", "1234567.80"),
        (f"1{THIN}500", "1500"),
        (f"1{NARROW}500,00{HARD}€", "1500"),
        (f"12{HARD}345{HARD}678,9", "12345678.9"),
        (f"€{FIGURE}1{FIGURE}500", "1500"),
        ("\u200b1500\u200e", "1500"),
        ("1.500", "1500"),
        ("1,500", "1500"),
        ("0,50", "0.50"),
        ("0.5", "0.5"),
        ("-5", "-5"),
        ("−1.500,50", "-1500.50"),
        ("–500", "-500"),
        ("€ -500", "-500"),
        ("-€ 500,-", "-500"),
        ("+24", "24"),
        ("000024", "24"),
        (" 1500 \n", "1500"),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: str) -> None:
    assert read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        *("0,500", "0.500", "00,500", "012,345", "1234,567", "1.234,567", "12.3456", "€ 0,500"),
        *("1 50", "1  500", "1.23.456", "1,2,3", "1.500 000", "1'23", "1,50,000", "1 500.000 000"),
        *("1.50,-", "0.500,-", "2 50,-", "1.5,-", "€.50"),
    ],
)
def test_digits_that_can_mean_two_amounts_are_never_guessed(typed: str) -> None:
    assert read_amount(typed) == NUMBER_UNCLEAR


@pytest.mark.parametrize(
    "typed",
    [
        *("", "€", "about 500", "500 dollars", "1e40", "1E+40", "NaN", "Infinity", "-inf", "½"),
        *("100–500", "500 + 500", "1500,50,-€x", "12.", "1k", "٣", "1€50", "500-", "(500)"),
        *("1\n500", "1\t500", "1\u2028500", "€ 2\r\n500"),
    ],
)
def test_what_is_no_amount_is_no_amount(typed: str) -> None:
    assert read_amount(typed) == NOT_A_NUMBER


@pytest.mark.parametrize("typed", ["9" * 40, "9" * 5000, "-" + "9" * 13, "1" + ".000" * 12])
def test_a_number_of_forty_digits_is_too_large(typed: str) -> None:
    assert read_amount(typed) == TOO_LARGE
    assert read_number(typed, "nl") == TOO_LARGE
    assert read_whole_number(typed, "nl") == TOO_LARGE


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("24", "en", 24),
        ("024", "nl", 24),
        ("1.701", "nl", 1701),
        ("1,701", "en", 1701),
        ("1 701", "en", 1701),
        ("1'701", "de", 1701),
        (f"12{NARROW}345", "fr", 12345),
        ("1.234.567", "en", 1234567),
        ("12,0", "nl", 12),
        ("12.00", "en", 12),
        ("-3", "en", -3),
        ("1.701", "en", NUMBER_UNCLEAR),
        ("1,701", "nl", NUMBER_UNCLEAR),
        ("2.000", "en", NUMBER_UNCLEAR),
        ("0,500", "en", NUMBER_UNCLEAR),
        ("1234,000", "nl", NUMBER_UNCLEAR),
        ("1.5", "nl", NOT_WHOLE),
        ("12,5", "nl", NOT_WHOLE),
        ("twenty", "en", NOT_A_NUMBER),
        ("1_000", "en", NOT_A_NUMBER),
        ("24 km", "en", NOT_A_NUMBER),
    ],
)
def test_a_whole_number_is_read_in_its_language(
    typed: str, language: str, number: int | Unclear
) -> None:
    assert read_whole_number(typed, language) == number


GROUPS = st.sampled_from([".", ",", " ", "'", "’", THIN, NARROW, HARD, ""])


@given(
    st.integers(0, 10**11),
    st.sampled_from(["", "0", "5", "05", "50", "99"]),
    GROUPS,
    st.sampled_from([".", ","]),
    st.sampled_from(["{}", "€ {}", "{} €", "EUR {}", "{} EUR", "{} euro", "€{},-", "{},-"]),
)
def test_an_amount_is_read_as_written_or_not_at_all(
    whole: int, cents: str, group: str, sign: str, shape: str
) -> None:
    grouped = f"{whole:,}".replace(",", group)
    number = f"{grouped}{sign}{cents}" if cents and not shape.count("-") else grouped
    written = Decimal(f"{whole}.{cents or 0}" if "-" not in shape else whole)
    found = read_amount(shape.format(number))
    # One sign for thousands and for cents is nobody's way of writing.
    assert found == written or (group == sign and isinstance(found, Unclear))


@given(st.text("0123456789., '’-–€+", max_size=14))
def test_an_amount_is_never_off_by_a_factor_of_a_thousand(typed: str) -> None:
    found = read_amount(typed)
    if isinstance(found, Unclear):
        return
    digits = "".join(one for one in typed if one.isdecimal())
    behind = re.search(r"[.,](\d+)\D*$", typed)
    # All digits count, in their order; one or two behind the last sign are cents, three are not.
    places = len(behind[1]) if behind and len(behind[1]) < 3 else 0
    assert abs(found) == Decimal(digits).scaleb(-places)
    assert not (behind and re.match(r"\D*0", typed) and len(behind[1]) > 2)


@given(st.decimals(-(10**9), 10**9, places=3), st.sampled_from([".", ","]))
def test_three_decimals_are_never_taken_for_thousands_behind_a_zero(
    value: Decimal, sign: str
) -> None:
    found = read_amount(str(value).replace(".", sign))
    whole = str(abs(int(value)))
    if whole == "0" or len(whole) > 3:
        assert found == NUMBER_UNCLEAR


@given(st.integers(0, 10**9), st.sampled_from(sorted(MONTHS)))
def test_a_number_that_is_shown_is_read_in_every_language(number: int, language: str) -> None:
    code = "sr_Latn" if language == LATIN_SERBIAN else language
    shown = formats.format_number(number, code)
    assert read_whole_number(shown, language) == number


@pytest.mark.parametrize("language", sorted(MONTHS))
def test_the_decimal_sign_is_that_of_the_language(language: str) -> None:
    known = Locale.parse("sr_Latn" if language == LATIN_SERBIAN else language)
    assert find_decimal_sign(language) == known.number_symbols["latn"]["decimal"]


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("1.9.17", "nl"),
        ("1.9.2017", "en"),
        ("01/09/17", "en"),
        ("1 - 9 - 2017", "nl"),
        ("2017-09-01", "nl"),
        ("2017/9/1", "en"),
        ("2017-09-01T00:00:00", "en"),
        ("2017-09-01 00:00:00", "nl"),
        ("1-9-2017 0:00", "nl"),
        ("1 september 2017", "nl"),
        ("1 september 2017", "en"),
        ("1 Sept 2017", "en"),
        ("1 sept. 17", "nl"),
        ("1SEP2017", "en"),
        ("September 1st, 2017", "en"),
        ("vr 1 sep 2017", "nl"),
        ("vrijdag 1 september 2017", "en"),
        ("1er septembre 2017", "nl"),
        ("1 de setembro de 2017", "en"),
        ("1. září 2017", "nl"),
        ("1 eylül 2017", "nl"),
        ("1 wrzesnia 2017", "en"),
        ("2017. szeptember 1.", "nl"),
        ("2017 m. rugsėjo 1 d.", "en"),
        ("1\u00a0september\u00a02017", "nl"),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, language: str) -> None:
    assert read_date(typed, language) == date(2017, 9, 1)


@pytest.mark.parametrize(
    "typed",
    ["31-02-2017", "31 februari 2017", "31 April 2018", "9/13/2017", "2017-13-01", "0.9.2017"],
)
def test_a_day_that_is_in_no_calendar_is_told(typed: str) -> None:
    assert read_date(typed, "nl") == NO_SUCH_DATE


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "september 2017", "1-9", "1-9-217", "17-9-1", "1 of 2 september 2017"),
        *("mei of juni 2017", "1 september", "na 1-9-2017", "01092017", "1-9-2017 12:00"),
    ],
)
def test_what_names_no_single_day_is_no_date(typed: str) -> None:
    assert read_date(typed, "nl") == NOT_A_DATE


def test_a_long_text_is_no_date_without_a_look_at_any_calendar(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def look(*_: object) -> int:
        pytest.fail("a name was looked up")

    monkeypatch.setattr(typed_values, "find_month", look)
    assert read_date("1 september 2017 " * 1_000, "nl") == NOT_A_DATE


def test_a_month_that_means_two_is_read_in_its_own_language_only() -> None:
    assert read_date("1. listopada 2017", "hr") == date(2017, 10, 1)
    assert read_date("1 listopada 2017", "pl") == date(2017, 11, 1)
    assert read_date("1 listopada 2017", "nl") == NOT_A_DATE


@given(
    st.dates(date(1970, 1, 1), date(2068, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
def test_a_date_in_words_is_read_in_all_languages(day: date, written: str, reader: str) -> None:
    shown = formats.format_date(day, written)
    assert read_date(shown, written) == day
    # Another reader reads the same day, or none where a name has two meanings.
    found = read_date(shown, reader)
    if isinstance(found, date) and found != day:
        # `listopada` is November in Polish, and October to whoever reads it in Croatian.
        month = max(re.findall(r"[^\W\d_]+", shown), key=len)
        assert fold(month) in fold(formats.format_date(found, reader))


def test_the_names_of_months_and_days_are_whole() -> None:
    for names in MONTHS.values():
        assert len(names.split()) == 12
    for names in WEEK_DAYS.values():
        assert len(names.split()) == 7
    assert MONTHS.keys() == WEEK_DAYS.keys()
