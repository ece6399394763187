"""Dates that Qt words for us read as those of the core."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import pytest

from erasmus_desk.i18n import formats
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
        ("en", "3\u00a0Feb", "1–3\u00a0Feb 2017"),
        ("nl", "3\u00a0feb", "1–3\u00a0feb 2017"),
        ("fr", "3\u00a0févr.", "1–3\u00a0févr. 2017"),
        ("de", "3.\u00a0Feb.", "1.–3.\u00a0Feb. 2017"),
        ("es", "3\u00a0feb", "1–3\u00a0feb 2017"),
        ("hu", "febr. 3.", "febr. 1. – febr. 3. 2017"),
    ],
)
def test_a_short_day_has_the_order_and_the_points_of_its_language(
    language: str, day: str, span: str
) -> None:
    first, last = date(2017, 2, 1), date(2017, 2, 3)
    assert format_day(last, language) == day
    assert format_span(first, last, language) == span
