"""Names, numbers and dates in the language of the reader."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from erasmus_desk.i18n import formats, parsing


def test_a_country_is_named_in_the_language_asked_for() -> None:
    assert formats.name_country("BE", "nl") == "België"
    assert formats.name_country("BE", "en") == "Belgium"


def test_greece_and_the_united_kingdom_are_known_by_their_european_codes_too() -> None:
    assert formats.name_country("EL", "en") == formats.name_country("GR", "en") == "Greece"
    assert formats.name_country("UK", "nl") == "Verenigd Koninkrijk"


def test_an_unknown_country_or_language_shows_its_code() -> None:
    assert formats.name_country("QQ", "nl") == "QQ"
    assert formats.name_language("qqx", "nl") == "qqx"


def test_an_unknown_language_falls_back_on_english() -> None:
    assert formats.format_date(date(2017, 9, 1), "qqx") == "1\u00a0September 2017"


def test_dates_and_numbers_follow_the_language() -> None:
    assert formats.format_date(date(2017, 9, 1), "nl") == "1\u00a0september 2017"

    assert formats.format_number(2134, "en") == "2,134"
    assert formats.format_number(2134, "nl") == "2.134"


@pytest.mark.parametrize(
    ("value", "language", "in_a_sentence", "in_a_table"),
    [
        ("1150", "en", "EUR\u00a01,150", "EUR\u00a01,150"),
        ("1150.5", "en", "EUR\u00a01,150.50", "EUR\u00a01,150.50"),
        ("1150", "nl", "1.150\u00a0euro", "€\u00a01.150"),
        ("1150.5", "nl", "1.150,50\u00a0euro", "€\u00a01.150,50"),
    ],
)
def test_an_amount_has_its_currency_where_the_language_has_it(
    value: str, language: str, in_a_sentence: str, in_a_table: str
) -> None:
    assert formats.format_sum(Decimal(value), "EUR", language) == in_a_sentence
    assert formats.format_money(Decimal(value), "EUR", language) == in_a_table


def test_a_moment_keeps_the_time_of_its_own_zone() -> None:
    noon = datetime(2017, 3, 29, 12, 0, tzinfo=ZoneInfo("Europe/Brussels"))
    assert formats.format_moment(noon, "nl") == "29\u00a0maart 2017, 12:00"
    assert formats.format_moment(noon.astimezone(UTC), "en") == "29\u00a0March 2017, 10:00"


def test_a_list_reads_as_a_sentence_would() -> None:
    assert formats.format_list(("a", "b", "c"), "nl") == "a, b en c"
    assert formats.format_list(("a",), "en") == "a"


@pytest.mark.parametrize(
    ("language", "marked"),
    [("en", "en-GB"), ("nl", "nl-NL"), ("pt", "pt-PT"), ("de", "de-DE"), ("nl-BE", "nl-BE")],
)
def test_a_document_is_marked_with_the_language_and_its_usual_country(
    language: str, marked: str
) -> None:
    assert formats.find_language_tag(language) == marked


def test_plural_forms_are_those_of_the_language() -> None:
    assert [formats.choose_plural(count, "nl") for count in (0, 1, 2)] == ["other", "one", "other"]
    assert formats.choose_plural(3, "pl") == "few"


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2,134", "en", "2134"),
        ("2.134", "nl", "2134"),
        ("2 134", "fr", "2134"),
        ("2134", "nl", "2134"),
        ("1.234.567,50", "nl", "1234567.50"),
        ("1,234,567.50", "nl", "1234567.50"),
        ("12,5", "nl", "12.5"),
        ("12.5", "nl", "12.5"),
        ("0.125", "en", "0.125"),
        ("-3", "en", "-3"),
        ("+24", "en", "24"),
    ],
)
def test_a_number_is_read_as_it_was_meant(text: str, language: str, value: str) -> None:
    assert parsing.parse_number(text, language) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2.134", "en"),
        ("2,134", "nl"),
        ("24 or 36", "en"),
        ("24?", "en"),
        ("1.23.456", "nl"),
        ("1,2,3", "en"),
        ("12.", "en"),
        ("٢٤", "ar"),
        ("", "en"),
    ],
)
def test_what_may_mean_two_numbers_or_none_is_none(text: str, language: str) -> None:
    assert parsing.parse_number(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("€1,150.00", "en", "1150"),
        ("€ 1.150,00", "nl", "1150"),
        ("1.150 EUR", "nl", "1150"),
        ("1150 euro", "nl", "1150"),
        ("1.150,-", "nl", "1150"),
    ],
)
def test_an_amount_is_read_with_or_without_its_currency(
    text: str, language: str, value: str
) -> None:
    assert parsing.parse_money(text, "EUR", language) == Decimal(value)
    assert parsing.parse_money("1150 dollars", "EUR", language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1\u00a0September 2017", "en"),
        ("September 1st, 2017", "en"),
        ("Friday 1 Sep. 2017", "en"),
        ("01/09/2017", "en"),
        ("1-9-17", "nl"),
        ("1.9.2017", "de"),
        ("2017-09-01", "nl"),
        ("vrijdag 1 september 2017", "nl"),
        ("1 sept. 2017", "nl"),
        ("1er septembre 2017", "fr"),
        ("1 de septiembre de 2017", "es"),
        ("1 Σεπτεμβρίου 2017", "el"),
        ("1\u00a0September 2017", "nl"),
        ("2017. szeptember 1.", "hu"),
    ],
)
def test_a_date_is_read_in_figures_and_in_words(text: str, language: str) -> None:
    assert parsing.parse_date(text, language) == date(2017, 9, 1)


def test_signs_between_texts_have_the_space_of_the_language() -> None:
    assert formats.join_label("Titre", "Robots", "fr-BE") == "Titre\u202f: Robots"
    assert formats.join_entries(("Lyon, FR", "Gand, BE"), "fr") == "Lyon, FR\u202f; Gand, BE"
    assert formats.join_entries(iter(("Lyon", "Gent")), "de") == "Lyon; Gent"


@pytest.mark.parametrize(
    "text",
    ["in spring", "September 2017", "31/02/2017", "1 or 2 September 2017", "soon 1/9/2017", ""],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parsing.parse_date(text, "en") is None


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "es", "it", "pl", "el", "hu", "tr"])
def test_formatted_values_are_parsed_again(language: str) -> None:
    for month in range(1, 13):
        day = date(2018, month, 28)
        assert parsing.parse_date(formats.format_date(day, language), language) == day
    for value in (Decimal(7), Decimal(2134), Decimal("12.5"), Decimal(1234567)):
        assert parsing.parse_number(formats.format_number(value, language), language) == value
        assert (
            parsing.parse_money(formats.format_money(value, "EUR", language), "EUR", language)
            == value
        )


def test_a_label_has_its_colon_as_the_language_sets_it() -> None:
    assert formats.join_label("Note", "x", "en") == "Note: x"
    assert formats.join_label("Note", "x", "fr") == "Note\u202f: x"
