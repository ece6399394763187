"""The timeline as a picture."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editors import dressed
from ui.charts.chart_model import Bar, Chart, Lane, MarkedDay
from ui.charts.gantt_chart import Gantt
from ui.charts.time_scale import Zoom

FIRST = Bar("a", "O1 Course", date(2017, 10, 2), date(2017, 12, 22))
SECOND = Bar("b", "O2 Handbook", date(2018, 1, 8), date(2018, 6, 29))
THIRD = Bar("c", "M1 Meeting", date(2018, 3, 5), date(2018, 3, 6))
CHART = Chart(
    (Lane("Outputs", (FIRST, SECOND)), Lane("Meetings", (THIRD,))),
    date(2017, 9, 1),
    date(2019, 8, 31),
    (MarkedDay(date(2017, 3, 29), "deadline", is_warm=True), MarkedDay(date(2030, 1, 1), "today")),
)
Moves = list[tuple[str, date, date]]


@pytest.fixture
def gantt(qtbot: QtBot, qapp: QApplication) -> Gantt:
    made = Gantt(dressed(qapp))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_chart(CHART)
    made.setFocus()
    return made


@pytest.fixture
def moves(gantt: Gantt) -> Moves:
    told: Moves = []

    def tell(bar: str, start: date, end: date) -> None:
        told.append((bar, start, end))

    gantt.moved.connect(tell)
    return told


def test_arrows_choose_a_bar_and_say_which(gantt: Gantt) -> None:
    QTest.keyClick(gantt, Qt.Key.Key_Down)
    assert gantt.current == "b"
    assert "O2 Handbook" in gantt.accessibleDescription()
    assert "08-01-2018" in gantt.accessibleDescription()
    QTest.keyClick(gantt, Qt.Key.Key_PageDown)
    assert gantt.current == "c"
    QTest.keyClick(gantt, Qt.Key.Key_PageUp)
    assert gantt.current == "a"


def test_shift_with_an_arrow_moves_by_a_day_and_with_control_by_a_week(
    gantt: Gantt, moves: Moves
) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(gantt, Qt.Key.Key_Right, shift)
    QTest.keyClick(gantt, Qt.Key.Key_Left, shift | control)
    assert moves == [
        ("a", date(2017, 10, 3), date(2017, 12, 23)),
        ("a", date(2017, 9, 25), date(2017, 12, 15)),
    ]


def test_plus_and_minus_change_the_length_and_nothing_ends_before_it_begins(
    gantt: Gantt, moves: Moves
) -> None:
    gantt.choose("c")
    QTest.keyClick(gantt, Qt.Key.Key_Plus)
    QTest.keyClick(gantt, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert moves == [
        ("c", date(2018, 3, 5), date(2018, 3, 7)),
        ("c", date(2018, 3, 5), date(2018, 3, 5)),
    ]


def test_enter_opens_the_chosen_bar(gantt: Gantt) -> None:
    told: list[str] = []
    gantt.opened.connect(told.append)
    gantt.choose("b")
    QTest.keyClick(gantt, Qt.Key.Key_Return)
    assert told == ["b"]


def drag(gantt: Gantt, start: QPoint, by: int) -> None:
    view = gantt.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(by // 2, 0))
    QTest.mouseMove(view, start + QPoint(by, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


def middle(gantt: Gantt, bar: str) -> QPoint:
    gantt.choose(bar)
    box = gantt.box_of(bar)
    assert box is not None
    return box.center()


def test_a_bar_is_dragged_as_a_whole(gantt: Gantt, moves: Moves) -> None:
    drag(gantt, middle(gantt, "a"), 60)
    assert len(moves) == 1
    _, start, end = moves[0]
    assert start > FIRST.start
    assert end - start == FIRST.end - FIRST.start


def test_an_end_of_a_bar_is_dragged_alone(gantt: Gantt, moves: Moves) -> None:
    at = middle(gantt, "a")
    box = gantt.box_of("a")
    assert box is not None
    drag(gantt, QPoint(box.right() - 2, at.y()), 60)
    assert moves[0][1] == FIRST.start
    assert moves[0][2] > FIRST.end


def test_a_click_chooses_and_moves_nothing(gantt: Gantt, moves: Moves) -> None:
    at = middle(gantt, "b")
    gantt.choose("a")
    QTest.mouseClick(gantt.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert gantt.current == "b"
    assert moves == []


def test_escape_lets_go_of_what_is_dragged(gantt: Gantt, moves: Moves) -> None:
    at = middle(gantt, "a")
    view = gantt.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view, at + QPoint(50, 0))
    QTest.keyClick(gantt, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + QPoint(50, 0))
    assert moves == []


def test_a_deadline_shortly_before_is_on_the_line_and_a_far_day_is_not(gantt: Gantt) -> None:
    days = CHART.days()
    assert date(2017, 3, 29) in days
    assert date(2030, 1, 1) not in days


def test_quarters_show_more_at_once(gantt: Gantt) -> None:
    wide = gantt.horizontalScrollBar().maximum()
    gantt.set_zoom(Zoom.QUARTERS)
    assert gantt.horizontalScrollBar().maximum() < wide


def test_an_empty_chart_is_drawn_without_a_word(gantt: Gantt) -> None:
    gantt.show_chart(Chart())
    assert not gantt.grab().isNull()
    QTest.keyClick(gantt, Qt.Key.Key_Down)
    assert gantt.current == ""
