"""Names, numbers and dates as a reader of the language writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from erasmus_desk import words


def test_a_country_is_named_in_the_language_asked_for() -> None:
    assert words.country("BE", "nl") == "België"
    assert words.country("BE", "en") == "Belgium"


def test_greece_and_the_united_kingdom_are_known_by_their_european_codes_too() -> None:
    assert words.country("EL", "en") == words.country("GR", "en") == "Greece"
    assert words.country("UK", "nl") == "Verenigd Koninkrijk"


def test_what_is_unknown_shows_its_code() -> None:
    assert words.country("QQ", "nl") == "QQ"
    assert words.language_name("qqx", "nl") == "qqx"


def test_an_unknown_language_is_answered_in_english() -> None:
    assert words.day(date(2017, 9, 1), "qqx") == "1 September 2017"


def test_dates_and_numbers_follow_the_language() -> None:
    assert words.day(date(2017, 9, 1), "nl") == "1 september 2017"
    assert words.short_day(date(2017, 9, 1), "en") == "01/09/2017"
    assert words.number(2134, "en") == "2,134"
    assert words.number(2134, "nl") == "2.134"
    assert words.money(Decimal(1150), "EUR", "en") == "€1,150.00"


def test_a_moment_keeps_the_time_of_its_own_zone() -> None:
    noon = datetime(2017, 3, 29, 12, 0, tzinfo=ZoneInfo("Europe/Brussels"))
    assert words.moment(noon, "nl") == "29 maart 2017, 12:00"
    assert words.moment(noon.astimezone(UTC), "en") == "29 March 2017, 10:00"


def test_a_list_reads_as_a_sentence_would() -> None:
    assert words.listing(("a", "b", "c"), "nl") == "a, b en c"
    assert words.listing(("a",), "en") == "a"


@pytest.mark.parametrize(
    ("language", "marked"),
    [("en", "en-GB"), ("nl", "nl-NL"), ("pt", "pt-PT"), ("de", "de-DE"), ("nl-BE", "nl-BE")],
)
def test_a_document_is_marked_with_the_language_and_its_usual_country(
    language: str, marked: str
) -> None:
    assert words.tag(language) == marked


def test_plural_forms_are_those_of_the_language() -> None:
    assert [words.plural(count, "nl") for count in (0, 1, 2)] == ["other", "one", "other"]
    assert words.plural(3, "pl") == "few"
