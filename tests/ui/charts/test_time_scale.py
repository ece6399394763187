"""Days as places on a line."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ui.charts.time_scale import Zoom, moved, scale_of

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=5), st.sampled_from(Zoom))
def test_every_day_lies_on_the_line_and_columns_fill_it(days: list[date], zoom: Zoom) -> None:
    scale = scale_of(tuple(days), zoom, 2.0)
    assert all(0 <= scale.left(day) < scale.right(day) <= scale.width for day in days)
    columns = scale.columns(zoom)
    assert columns[0] == scale.first
    assert all(column.day == 1 for column in columns)
    assert zoom is not Zoom.QUARTERS or all(column.month in (1, 4, 7, 10) for column in columns)


@given(DAYS, st.integers(-500, 500))
def test_a_distance_on_the_line_is_so_many_days(day: date, days: int) -> None:
    scale = scale_of((day,), Zoom.MONTHS, 3.7)
    assert scale.days(days * 3.7) == days
    assert (moved(day, days) - day).days == days


def test_a_move_beyond_the_calendar_stays() -> None:
    assert moved(date.max, 1) == date.max
