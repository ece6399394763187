"""One line, a number, a date: whatever is typed stays as typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Value
from tests.ui.desks import dressed
from ui.fields.line import DateField, LineField, NumberField


def type_into(qtbot: QtBot, field: LineField, text: str) -> list[Value | None]:
    """Type a text and show each answer again, as the desk does; give the answers told."""
    qtbot.addWidget(field)
    field.show()
    told: list[Value | None] = []
    field.edited.connect(told.append)
    field.edited.connect(field.set_value)
    QTest.keyClicks(field.line, text)
    return told


@pytest.mark.parametrize(
    "text",
    ["no-break\u00a0space", "bell\x07and\x00zero", "half \ud83d", "whole \U0001f600", " blanks "],
)
def test_an_odd_line_comes_back_whole_around_what_is_typed(qtbot: QtBot, text: str) -> None:
    field = LineField()
    field.set_value(text)
    field.line.end(False)
    assert type_into(qtbot, field, "!") == [f"{text}!"]


def test_a_line_is_never_cut_however_long(qtbot: QtBot) -> None:
    field = LineField()
    told = type_into(qtbot, field, "")
    QGuiApplication.clipboard().setText("x" * 100_000)
    field.line.paste()
    assert told == ["x" * 100_000]


def test_a_number_is_told_as_a_number_and_stands_as_typed(qtbot: QtBot) -> None:
    field = NumberField()
    assert type_into(qtbot, field, "024 ")[-1] == 24
    assert field.line.text() == "024 "


@pytest.mark.parametrize("text", ["twenty", "1.5", "-3", "1_000", "1e3", "9" * 12])
def test_what_is_no_whole_number_stays_as_typed(qtbot: QtBot, text: str) -> None:
    field = NumberField()
    assert type_into(qtbot, field, text)[-1] == text
    assert field.line.text() == text


@pytest.mark.parametrize("text", ["01-09-2017", "1/9/2017", "1.9.2017", "2017-09-01", "1-9-17"])
def test_a_date_is_understood_in_the_usual_ways_of_writing_it(
    qtbot: QtBot, qapp: QApplication, text: str
) -> None:
    field = DateField(dressed(qapp))
    assert type_into(qtbot, field, text)[-1] == date(2017, 9, 1)
    assert field.line.text() == text


@pytest.mark.parametrize("text", ["soon", "31-02-2017", "01-09-", "09-2017", "1-13-2017"])
def test_what_is_no_date_stays_as_typed(qtbot: QtBot, qapp: QApplication, text: str) -> None:
    field = DateField(dressed(qapp))
    assert type_into(qtbot, field, text)[-1] == text
    assert field.line.text() == text


@pytest.mark.parametrize("day", [date(2017, 9, 1), date(17, 1, 1), date(9999, 12, 31)])
def test_a_date_that_is_shown_reads_as_the_same_date(
    qtbot: QtBot, qapp: QApplication, day: date
) -> None:
    field = DateField(dressed(qapp))
    qtbot.addWidget(field)
    field.set_value(day)
    assert field.to_value(field.line.text()) == day


def test_a_day_is_picked_from_the_calendar_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    field = DateField(dressed(qapp))
    told = type_into(qtbot, field, "1-9-2017")
    QTest.keyClick(field.pick_button, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2017, 9, 1)
    view = calendar.focusProxy() or calendar
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told[-1] == date(2017, 9, 2)
    assert field.line.text() == "02-09-2017"
    assert QApplication.activePopupWidget() is None


def test_an_answer_of_another_kind_is_shown_as_it_was_typed(
    qtbot: QtBot, qapp: QApplication
) -> None:
    for field, value in ((NumberField(), "many"), (DateField(dressed(qapp)), "in spring")):
        qtbot.addWidget(field)
        told: list[Value | None] = []
        field.edited.connect(told.append)
        field.set_value(value)
        assert (field.line.text(), told) == (value, [])
        field.set_value(None)
        assert field.line.text() == ""
