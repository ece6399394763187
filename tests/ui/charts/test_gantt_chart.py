"""The timeline chart."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from ui.charts.chart_model import Bar, Chart, DayKind, Lane, MarkedDay, Shape, Zoom, add_months
from ui.charts.gantt_chart import PICTURE_WIDTH, GanttChart
from ui.charts.gantt_layout import GAP, name_column
from ui.theme.theme import GRID

FIRST = Bar("a", "O1 Course", date(2017, 10, 2), date(2017, 12, 22))
SECOND = Bar("b", "O2 Handbook", date(2018, 1, 8), date(2018, 6, 29))
THIRD = Bar("c", "M1 Meeting", date(2018, 3, 5), date(2018, 3, 6))
CHART = Chart(
    (Lane("Outputs", (FIRST, SECOND)), Lane("Meetings", (THIRD,))),
    date(2017, 9, 1),
    date(2019, 8, 31),
    (
        MarkedDay(date(2017, 3, 29), "deadline", DayKind.DEADLINE),
        MarkedDay(date(2030, 1, 1), "today", DayKind.TODAY),
    ),
)
Moves = list[tuple[str, date, date]]


@pytest.fixture
def gantt(qtbot: QtBot, qapp: QApplication) -> GanttChart:
    chart = GanttChart(apply_test_theme(qapp))
    qtbot.addWidget(chart)
    chart.resize(900, 400)
    chart.show()
    chart.show_chart(CHART)
    chart.setFocus()
    return chart


@pytest.fixture
def moves(gantt: GanttChart) -> Moves:
    reported: Moves = []

    def record(bar: str, start: date, end: date) -> None:
        reported.append((bar, start, end))

    gantt.moved.connect(record)
    return reported


def test_arrows_select_a_bar_and_announce_it(gantt: GanttChart) -> None:
    QTest.keyClick(gantt, Qt.Key.Key_Down)
    assert gantt.current == "b"
    assert "O2 Handbook" in gantt.accessibleDescription()
    assert "08-01-2018" in gantt.accessibleDescription()
    QTest.keyClick(gantt, Qt.Key.Key_PageDown)
    assert gantt.current == "c"
    QTest.keyClick(gantt, Qt.Key.Key_PageUp)
    assert gantt.current == "a"


def test_shift_with_an_arrow_moves_by_a_day_and_with_control_by_a_week(
    gantt: GanttChart, moves: Moves
) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(gantt, Qt.Key.Key_Right, shift)
    QTest.keyClick(gantt, Qt.Key.Key_Left, shift | control)
    assert moves == [
        ("a", date(2017, 10, 3), date(2017, 12, 23)),
        ("a", date(2017, 9, 25), date(2017, 12, 15)),
    ]


def test_plus_and_minus_change_the_length_and_nothing_ends_before_it_begins(
    gantt: GanttChart, moves: Moves
) -> None:
    gantt.choose("c")
    QTest.keyClick(gantt, Qt.Key.Key_Plus)
    QTest.keyClick(gantt, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert moves == [
        ("c", date(2018, 3, 5), date(2018, 3, 7)),
        ("c", date(2018, 3, 5), date(2018, 3, 5)),
    ]


def test_enter_opens_the_selected_bar(gantt: GanttChart) -> None:
    reported: list[str] = []
    gantt.opened.connect(reported.append)
    gantt.choose("b")
    QTest.keyClick(gantt, Qt.Key.Key_Return)
    assert reported == ["b"]


def drag(gantt: GanttChart, start: QPoint, by: int) -> None:
    view = gantt.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(by // 2, 0))
    QTest.mouseMove(view, start + QPoint(by, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


def find_rect(gantt: GanttChart, bar: str) -> QRect:
    layout = gantt.chart_layout()
    assert layout is not None
    return layout.bar_rects()[bar].toRect()


def middle(gantt: GanttChart, bar: str) -> QPoint:
    gantt.choose(bar)
    return find_rect(gantt, bar).center()


def test_a_bar_is_dragged_as_a_whole(gantt: GanttChart, moves: Moves) -> None:
    drag(gantt, middle(gantt, "a"), 60)
    assert len(moves) == 1
    _, start, end = moves[0]
    assert start > FIRST.start
    assert end - start == FIRST.end - FIRST.start


def test_an_end_of_a_bar_is_dragged_alone(gantt: GanttChart, moves: Moves) -> None:
    at = middle(gantt, "a")
    drag(gantt, QPoint(find_rect(gantt, "a").right() - 2, at.y()), 60)
    assert moves[0][1] == FIRST.start
    assert moves[0][2] > FIRST.end


def test_a_click_selects_and_moves_nothing(gantt: GanttChart, moves: Moves) -> None:
    at = middle(gantt, "b")
    gantt.choose("a")
    QTest.mouseClick(gantt.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert gantt.current == "b"
    assert moves == []


def test_escape_cancels_a_drag(gantt: GanttChart, moves: Moves) -> None:
    at = middle(gantt, "a")
    view = gantt.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view, at + QPoint(50, 0))
    QTest.keyClick(gantt, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + QPoint(50, 0))
    assert moves == []


def test_a_deadline_shortly_before_is_in_the_scale_and_a_far_day_is_not(gantt: GanttChart) -> None:
    days = CHART.days()
    assert date(2017, 3, 29) in days
    assert date(2030, 1, 1) not in days


def test_quarters_show_more_at_once(gantt: GanttChart) -> None:
    gantt.set_zoom(Zoom.MONTHS)
    wide = gantt.horizontalScrollBar().maximum()
    gantt.set_zoom(Zoom.QUARTERS)
    assert gantt.horizontalScrollBar().maximum() < wide


@pytest.mark.parametrize("zoom", Zoom)
@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
def test_every_month_and_quarter_has_room_for_its_name(
    gantt: GanttChart, zoom: Zoom, language: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        gantt.set_zoom(zoom)
        layout = gantt.chart_layout()
        assert layout is not None
        metrics = gantt.viewport().fontMetrics()
        for day in layout.scale.columns(zoom):
            room = layout.left(add_months(day, zoom.months)) - layout.left(day)
            assert metrics.horizontalAdvance(name_column(day, zoom)) + GAP <= room
    finally:
        QLocale.setDefault(before)


def test_an_empty_chart_is_drawn(gantt: GanttChart) -> None:
    gantt.show_chart(Chart())
    assert not gantt.grab().isNull()
    QTest.keyClick(gantt, Qt.Key.Key_Down)
    assert gantt.current == ""


def test_a_click_on_a_title_or_a_bar_opens_it_and_one_beside_it_does_not(
    gantt: GanttChart,
) -> None:
    opened: list[str] = []
    gantt.opened.connect(opened.append)
    at = middle(gantt, "b")
    view, left = gantt.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(view, left, pos=at)
    QTest.mouseClick(view, left, pos=QPoint(GRID * 3, at.y()))
    assert opened == ["b", "b"]
    beside = find_rect(gantt, "b").right() + GRID
    QTest.mouseClick(view, left, pos=QPoint(beside, at.y()))
    drag(gantt, at, 60)
    assert opened == ["b", "b"]


def test_a_title_wraps_and_its_row_is_as_high(gantt: GanttChart) -> None:
    title = "A course of many weeks in which everybody learns what nobody knew before it"
    bars = (replace(FIRST, title=title), SECOND)
    gantt.show_chart(replace(CHART, lanes=(Lane("Outputs", bars),)))
    layout = gantt.chart_layout()
    assert layout is not None
    _, first, second = layout.rows()
    assert first.height > second.height
    assert gantt.height() >= layout.height()


@pytest.mark.parametrize("shape", list(Shape))
def test_a_caption_is_in_the_bar_beside_it_or_at_its_left(gantt: GanttChart, shape: Shape) -> None:
    short = Bar("s", "S", date(2018, 1, 8), date(2018, 1, 9), caption="some words")
    late = Bar("l", "L", date(2019, 8, 30), date(2019, 8, 31), caption="some words")
    wide = Bar("w", "W", date(2018, 1, 8), date(2019, 1, 8), caption="some words")
    gantt.show_chart(replace(CHART, lanes=(Lane("All", (short, late, wide), shape),), marks=()))
    layout = gantt.chart_layout()
    assert layout is not None
    _, *rows = layout.rows()
    places = [layout.place_caption(row, "some words", gantt.font()) for row in rows]
    rects = [layout.bar_rect(row) for row in rows]
    assert [is_inside for _, is_inside in places] == [False, False, shape is Shape.BAR]
    assert places[0][0].left() > rects[0].right()
    assert places[1][0].right() < rects[1].left()
    for place, _ in places:
        assert layout.metrics.label <= place.left()
        assert place.right() <= gantt.viewport().width()


def test_no_marked_day_crosses_a_caption_that_has_room_elsewhere(gantt: GanttChart) -> None:
    late = Bar("l", "L", date(2018, 11, 20), date(2018, 11, 21), caption="some words")
    end = MarkedDay(date(2018, 12, 10), "project ends")
    for marks in ((), (end,)):
        gantt.show_chart(replace(CHART, lanes=(Lane("All", (late,), Shape.CIRCLE),), marks=marks))
        layout = gantt.chart_layout()
        assert layout is not None
        _, row = layout.rows()
        place, _ = layout.place_caption(row, "some words", gantt.font())
        is_right = place.left() > layout.bar_rect(row).right()
        assert is_right is not bool(marks)
    assert place.right() < layout.left(end.day)


def test_no_line_runs_through_a_caption(gantt: GanttChart) -> None:
    # The first of April, where a quarter begins, is below the words.
    bar = Bar("m", "M", date(2018, 3, 5), date(2018, 3, 5), caption="\u2003" * 4)
    gantt.show_chart(Chart((Lane("One", (bar,), shape=Shape.CIRCLE),), CHART.start, CHART.end))
    layout = gantt.chart_layout()
    assert layout is not None
    row = next(row for row in layout.rows() if isinstance(row.item, Bar))
    place, _ = layout.place_caption(row, bar.caption, gantt.font())
    line = round(layout.left(date(2018, 4, 1)))
    assert place.left() < line < place.right()
    image = gantt.viewport().grab().toImage()
    assert image.pixelColor(line, round(row.top) + 2) != image.pixelColor(
        line - 1, round(row.top) + 2
    )
    middle = round(row.top + row.height / 2)
    assert image.pixelColor(line, middle) == image.pixelColor(line - 1, middle)


def test_labels_of_marked_days_stand_above_the_rows_and_never_on_each_other(
    gantt: GanttChart,
) -> None:
    days = [date(2018, 3, day) for day in (1, 3, 5)]
    marks = tuple(MarkedDay(day, "the deadline of everything") for day in days)
    gantt.show_chart(replace(CHART, marks=marks))
    layout = gantt.chart_layout()
    assert layout is not None
    rects = [rect for _, rect in layout.mark_labels()]
    first = next(iter(layout.rows()))
    assert len(rects) == len(days)
    for rect in rects:
        assert rect.top() >= layout.metrics.head
        assert rect.bottom() <= first.top
        assert not any(rect.intersects(other) for other in rects if other is not rect)


def test_a_picture_is_twice_as_large_and_has_no_selection(gantt: GanttChart) -> None:
    gantt.choose("a")
    first = gantt.draw_picture()
    gantt.choose("b")
    assert first == gantt.draw_picture()
    assert first.width() >= 2 * PICTURE_WIDTH
    assert first.devicePixelRatio() == 2
    gantt.set_zoom(Zoom.MONTHS)
    assert first != gantt.draw_picture()


def test_titles_give_way_where_all_days_are_in_sight_then(gantt: GanttChart) -> None:
    """A view that scrolls by some pixels cuts the name of its first column."""
    bar = gantt.horizontalScrollBar()
    gantt.resize(2000, 400)
    while bar.maximum() == 0:
        gantt.resize(gantt.width() - 1, 400)
    layout = gantt.chart_layout()
    assert layout is not None
    narrow = layout.metrics.label
    gantt.resize(gantt.width() + 1, 400)
    layout = gantt.chart_layout()
    assert layout is not None
    assert layout.metrics.label < narrow, "the titles are narrower than where it must scroll"
    assert layout.metrics.label >= layout.metrics.least_label
    assert layout.left(layout.scale.first) == layout.metrics.label
