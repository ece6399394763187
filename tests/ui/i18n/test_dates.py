"""Dates that Qt words for us read as those of the core."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from erasmus_desk.i18n import formats
from ui.i18n.dates import SIMPLE_DATE_LANGUAGES, format_date, format_moment


@pytest.mark.parametrize("language", [*SIMPLE_DATE_LANGUAGES, "de"])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_is_worded_as_everywhere_else(language: str, month: int) -> None:
    moment = datetime(2017, month, month + 2, 9, 5, tzinfo=UTC)
    day = moment.date()
    assert format_date(day, language) == formats.format_date(day, language)
    assert format_moment(moment, language) == formats.format_moment(moment, language)
