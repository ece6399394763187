"""Dates that Qt words for us read as those of the core."""

from __future__ import annotations

from datetime import date

import pytest

from erasmus_desk.i18n import formats
from ui.i18n.value_text import SIMPLE_DATE_LANGUAGES, format_date


@pytest.mark.parametrize("language", [*SIMPLE_DATE_LANGUAGES, "de"])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_is_worded_as_everywhere_else(language: str, month: int) -> None:
    moment = date(2017, month, month + 2)
    assert format_date(moment, language) == formats.format_date(moment, language)
