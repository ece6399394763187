"""Days as positions in a scale."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ui.charts.chart_model import Zoom, add_days, build_scale

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=5), st.sampled_from(Zoom))
def test_every_day_is_in_the_scale_and_columns_fill_it(days: list[date], zoom: Zoom) -> None:
    scale = build_scale(tuple(days), zoom, 2.0)
    assert all(0 <= scale.left(day) < scale.right(day) <= scale.width for day in days)
    columns = scale.columns(zoom)
    assert columns[0] == scale.first
    assert all(column.day == 1 for column in columns)
    assert zoom is not Zoom.QUARTERS or all(column.month in (1, 4, 7, 10) for column in columns)


@given(DAYS, st.integers(-500, 500))
def test_a_distance_in_the_scale_is_a_number_of_days(day: date, days: int) -> None:
    scale = build_scale((day,), Zoom.MONTHS, 3.7)
    assert scale.count_days(days * 3.7) == days
    assert (add_days(day, days) - day).days == days


def test_a_move_beyond_the_calendar_stays() -> None:
    assert add_days(date.max, 1) == date.max
