"""Dates that Qt words for us read as those of the core."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import pytest

from erasmus_desk.i18n import formats, parsing
from erasmus_desk.i18n.calendar_words import MONTHS
from ui.i18n.dates import format_date, format_day, format_moment, format_span


def test_a_date_is_worded_as_everywhere_else() -> None:
    days = [datetime(2017, month, month + 2, 9, 5, tzinfo=UTC) for month in range(1, 13)]
    # Qt spells the halves of the day in full in two of them.
    for language, moment in product(set(MONTHS) - {"sr-latn", "sq", "el"}, days):
        shown = format_moment(moment, language)
        assert shown == formats.format_moment(moment, language)
        assert shown.startswith(format_date(moment.date(), language))


@pytest.mark.parametrize(
    ("language", "day", "span"),
    [
        ("en", "3\u00a0Feb", "1–3\u00a0Feb\u00a02017"),
        ("nl", "3\u00a0feb", "1–3\u00a0feb\u00a02017"),
        ("fr", "3\u00a0févr.", "1–3\u00a0févr.\u00a02017"),
        ("de", "3.\u00a0Feb.", "1.–3.\u00a0Feb.\u00a02017"),
        ("es", "3\u00a0feb", "1–3\u00a0feb\u00a02017"),
        ("hu", "febr. 3.", "febr. 1. – febr. 3.\u00a02017"),
    ],
)
def test_a_short_day_has_the_order_and_the_points_of_its_language(
    language: str, day: str, span: str
) -> None:
    first, last = date(2017, 2, 1), date(2017, 2, 3)
    assert format_day(last, language) == day
    assert format_span(first, last, language) == span


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    first, next_day = date(2017, 10, 1), date(2017, 10, 2)
    assert format_date(first, "fr") == formats.format_date(first, "fr") == "1er\u00a0octobre 2017"
    assert format_day(first, "fr-BE") == "1er\u00a0oct."
    assert format_span(first, date(2018, 1, 1), "fr") == (
        "1er\u00a0oct.\u00a02017 – 1er\u00a0janv.\u00a02018"
    )
    assert format_date(next_day, "fr") == "2\u00a0octobre 2017"
    assert format_date(date(2017, 10, 11), "fr") == "11\u00a0octobre 2017"
    assert format_date(first, "de") == "1.\u00a0Oktober 2017"
    assert parsing.parse_date(format_date(first, "fr"), "fr") == first


def test_no_date_of_a_span_is_broken_over_two_lines() -> None:
    span = format_span(date(2026, 12, 7), date(2027, 12, 3), "de")
    assert [part.strip() for part in span.split(" ")] == [
        "7.\u00a0Dez.\u00a02026", "–", "3.\u00a0Dez.\u00a02027",
    ]  # fmt: skip
