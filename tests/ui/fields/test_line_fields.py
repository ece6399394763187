"""One line, a number, a date, an amount: all is kept as typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Value
from tests.ui.editors import apply_test_theme
from tests.ui.keyboard import process_events
from ui.fields.base import PASTE
from ui.fields.line_fields import (
    DateField,
    LineField,
    MoneyField,
    NumberField,
    format_amount,
    parse_amount,
)
from ui.widgets.layouts import build_column


def type_into(qtbot: QtBot, field: LineField, text: str) -> list[Value | None]:
    """Type a text and show each answer again, as the editor does; return the edits."""
    qtbot.addWidget(field)
    field.show()
    edits: list[Value | None] = []
    field.edited.connect(edits.append)
    field.edited.connect(field.set_value)
    QTest.keyClicks(field.line, text)
    return edits


@pytest.mark.parametrize(
    "text",
    ["no-break\u00a0space", "bell\x07and\x00zero", "half \ud83d", "whole \U0001f600", " blanks "],
)
def test_unusual_characters_are_kept_around_what_is_typed(qtbot: QtBot, text: str) -> None:
    field = LineField()
    field.set_value(text)
    field.line.end(False)
    assert type_into(qtbot, field, "!") == [f"{text}!"]


def test_a_line_is_never_cut_however_long(qtbot: QtBot) -> None:
    field = LineField()
    edits = type_into(qtbot, field, "")
    QGuiApplication.clipboard().setText("x" * 100_000)
    field.line.paste()
    assert edits == ["x" * 100_000]


ONE_LINE = {
    "Alpha\r\n": "Alpha",
    "One\r\n\r\nTwo \x0bthree\n": "One Two three",
    "a\tb \u2028 c": "a b c",
    " as it is ": " as it is ",
}


class SelectingClipboard:
    """A clipboard that also has what is selected elsewhere, as that of X11."""

    def __init__(self, source: QMimeData) -> None:
        self.source = source

    def supportsSelection(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def mimeData(self, mode: QClipboard.Mode) -> QMimeData:  # noqa: N802 - as above
        assert mode is QClipboard.Mode.Selection
        return self.source


@pytest.mark.parametrize("way", ["keys", "menu", "drop", "middle button"])
@pytest.mark.parametrize("text", ONE_LINE)
def test_what_is_pasted_or_dropped_into_a_line_becomes_one_line(
    qtbot: QtBot, text: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = LineField()
    edits = type_into(qtbot, field, "")
    source = QMimeData()
    source.setText(text)
    if way == "keys":
        QGuiApplication.clipboard().setMimeData(source)
        QTest.keyClick(field.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    elif way == "menu":
        QGuiApplication.clipboard().setMimeData(source)
        menu = field.line.build_menu(0)
        qtbot.addWidget(menu)
        next(one for one in menu.actions() if one.objectName() == PASTE).trigger()
    elif way == "middle button":
        clipboard = SelectingClipboard(source)
        monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
        QTest.mouseClick(field.line, Qt.MouseButton.MiddleButton)
    else:
        copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        held = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(3, 3), copy, source, button, held)
        QApplication.sendEvent(field.line, enter)
        QApplication.sendEvent(field.line, QDropEvent(QPointF(3, 3), copy, source, button, held))
    assert edits == [ONE_LINE[text]]
    assert field.line.text() == ONE_LINE[text]


def test_who_writes_in_a_line_goes_on_where_an_undo_changed_it(qtbot: QtBot) -> None:
    field = LineField()
    type_into(qtbot, field, "Rivers of Europe")
    field.show()
    qtbot.waitUntil(field.line.hasFocus)
    field.set_value("Rivers and lakes of Europe")
    assert field.line.cursorPosition() == len("Rivers and lakes ")
    field.set_value("Rivers of Europe")
    assert field.line.cursorPosition() == len("Rivers ")


def test_a_line_takes_what_the_clipboard_has_in_html_alone(qtbot: QtBot) -> None:
    field = LineField()
    edits = type_into(qtbot, field, "")
    source = QMimeData()
    source.setHtml("<p>One<br>two</p>")
    QGuiApplication.clipboard().setMimeData(source)
    field.line.paste()
    field.line.setReadOnly(True)
    field.line.paste()
    assert edits == ["One two"]


def test_a_number_is_reported_as_a_number_and_shown_as_typed(qtbot: QtBot) -> None:
    field = NumberField()
    assert type_into(qtbot, field, "024 ")[-1] == 24
    assert field.line.text() == "024 "


@pytest.mark.parametrize("text", ["twenty", "1.5", "-3", "1_000", "1e3", "9" * 12])
def test_what_is_no_whole_number_is_kept_as_typed(qtbot: QtBot, text: str) -> None:
    field = NumberField()
    assert type_into(qtbot, field, text)[-1] == text
    assert field.line.text() == text


@pytest.mark.parametrize(
    "text",
    [
        *("01-09-2017", "1/9/2017", "1.9.2017", "2017-09-01", "1-9-17", "1.9.17"),
        *("1 september 2017", "1 Sept 2017", "vrijdag 1 september 2017", "1er septembre 2017"),
    ],
)
def test_a_date_is_understood_in_the_usual_ways_of_writing_it(
    qtbot: QtBot, qapp: QApplication, text: str
) -> None:
    field = DateField(apply_test_theme(qapp))
    assert type_into(qtbot, field, text)[-1] == date(2017, 9, 1)
    assert field.line.text() == text


@pytest.mark.parametrize("text", ["soon", "31-02-2017", "01-09-", "09-2017", "1-13-2017"])
def test_what_is_no_date_is_kept_as_typed(qtbot: QtBot, qapp: QApplication, text: str) -> None:
    field = DateField(apply_test_theme(qapp))
    assert type_into(qtbot, field, text)[-1] == text
    assert field.line.text() == text


@pytest.mark.parametrize("day", [date(2017, 9, 1), date(17, 1, 1), date(9999, 12, 31)])
def test_a_date_that_is_shown_reads_as_the_same_date(
    qtbot: QtBot, qapp: QApplication, day: date
) -> None:
    field = DateField(apply_test_theme(qapp))
    qtbot.addWidget(field)
    field.set_value(day)
    assert field.to_value(field.line.text()) == day


def test_a_day_is_picked_from_the_calendar_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    field = DateField(apply_test_theme(qapp))
    edits = type_into(qtbot, field, "1-9-2017")
    QTest.keyClick(field.pick_button, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2017, 9, 1)
    view = calendar.focusProxy() or calendar
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert edits[-1] == date(2017, 9, 2)
    assert field.line.text() == "02-09-2017"
    assert QApplication.activePopupWidget() is None


def test_an_answer_of_another_kind_is_shown_as_it_was_typed(
    qtbot: QtBot, qapp: QApplication
) -> None:
    for field, value in ((NumberField(), "many"), (DateField(apply_test_theme(qapp)), "in spring")):
        qtbot.addWidget(field)
        edits: list[Value | None] = []
        field.edited.connect(edits.append)
        field.set_value(value)
        assert (field.line.text(), edits) == (value, [])
        field.set_value(None)
        assert field.line.text() == ""


LOCALES = ("en_GB", "nl_NL", "nl_BE", "fr_FR", "de_DE", "de_CH", "sv_SE")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1234", "1234"),
        ("1234,5", "1234.5"),
        ("1234.50", "1234.50"),
        ("1.234", "1234"),
        ("1,234", "1234"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("12 345,00", "12345"),
        ("€ 1.234.567", "1234567"),
        ("-5", "-5"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, amount: str) -> None:
    assert parse_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "about 500",
        "1.2.3",
        "1,23,456",
        "12.3456",
        "1e9",
        "NaN",
        "1" * 30,
        "0,500",
        "5 USD",
        "٣",
    ],
)
def test_anything_else_is_no_amount(typed: str) -> None:
    assert parse_amount(typed) is None


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(LOCALES))
def test_what_is_written_is_read_back_in_every_language(amount: Decimal, name: str) -> None:
    assert parse_amount(format_amount(amount, QLocale(name))) == amount


def test_leaving_the_field_shows_two_decimals_and_changes_nothing(qtbot: QtBot) -> None:
    field = MoneyField()
    field.setLocale(QLocale("nl_BE"))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    edits: list[object] = []
    field.edited.connect(edits.append)
    field.line.setFocus()
    QTest.keyClicks(field.line, "1234,5")
    assert edits[-1] == Decimal("1234.5")
    count = len(edits)
    field.line.clearFocus()
    assert field.line.text() == format_amount(Decimal("1234.5"), QLocale("nl_BE"))
    assert len(edits) == count


def test_what_is_no_amount_is_kept_as_typed(qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    edits: list[object] = []
    field.edited.connect(edits.append)
    field.line.setFocus()
    QTest.keyClicks(field.line, " about 500 ")
    field.line.clearFocus()
    assert edits[-1] == " about 500 "
    assert field.line.text() == " about 500 "


@pytest.mark.parametrize(
    ("typed", "language", "value", "shown"),
    [
        ("1.500,-", "nl_BE", Decimal(1500), "1.500,00"),
        ("EUR 1500", "en_GB", Decimal(1500), "1,500.00"),
        ("2.000 euro", "en_GB", Decimal(2000), "2,000.00"),
        ("1\u2009500", "nl_BE", Decimal(1500), "1.500,00"),
        ("0,500", "nl_BE", "0,500", "0,500"),
        ("9" * 40, "nl_BE", "9" * 40, "9" * 40),
        ("1e40", "nl_BE", "1e40", "1e40"),
        ("NaN", "en_GB", "NaN", "NaN"),
    ],
)
@pytest.mark.parametrize("is_pasted", [False, True])
def test_an_amount_shows_how_it_was_read_once_it_is_left(
    qtbot: QtBot, typed: str, language: str, value: Value, shown: str, is_pasted: bool
) -> None:
    field = MoneyField()
    field.setLocale(QLocale(language))
    assert leave_after(qtbot, field, typed, is_pasted=is_pasted) == value
    assert field.line.text() == shown


@pytest.mark.parametrize(
    ("typed", "language", "value", "shown"),
    [
        ("1.701", "nl_BE", 1701, "1701"),
        ("1,701", "en_GB", 1701, "1701"),
        ("1.701", "en_GB", "1.701", "1.701"),
        ("0,500", "nl_BE", "0,500", "0,500"),
        ("9" * 40, "nl_BE", "9" * 40, "9" * 40),
    ],
)
def test_a_number_shows_how_it_was_read_once_it_is_left(
    qtbot: QtBot, typed: str, language: str, value: Value, shown: str
) -> None:
    field = NumberField()
    field.setLocale(QLocale(language))
    assert leave_after(qtbot, field, typed) == value
    assert field.line.text() == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("1 sept 2017", "01-09-2017"), ("31 februari 2017", "31 februari 2017")],
)
def test_a_date_shows_how_it_was_read_once_it_is_left(
    qtbot: QtBot, qapp: QApplication, typed: str, shown: str
) -> None:
    field = DateField(apply_test_theme(qapp))
    leave_after(qtbot, field, typed)
    assert field.line.text() == shown


def test_a_text_of_a_draft_stays_the_text_it_is_until_it_is_edited(qtbot: QtBot) -> None:
    field = MoneyField()
    field.set_value("500,-")
    assert leave_after(qtbot, field, "") is None
    assert field.line.text() == "500,-"


@pytest.mark.parametrize("amount", ["1e40", "-1e40", "12.345", "1" * 40, "1e-40"])
def test_any_amount_of_a_file_is_shown(qtbot: QtBot, amount: str) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.set_value(Decimal(amount))
    assert field.line.text().replace(",", "").rstrip("0").rstrip(".") in f"{Decimal(amount):f}"


def leave_after(
    qtbot: QtBot, field: LineField, typed: str, *, is_pasted: bool = False
) -> Value | None:
    """Type or paste a text and leave the field; return the last edit."""
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    edits: list[Value | None] = []
    field.edited.connect(edits.append)
    field.edited.connect(field.set_value)
    field.line.setFocus()
    if is_pasted or not typed.isascii():  # QTest types ASCII only
        QGuiApplication.clipboard().setText(typed)
        field.line.paste()
    else:
        QTest.keyClicks(field.line, typed)
    field.line.clearFocus()
    return edits[-1] if edits else None


def test_text_is_not_reformatted_during_typing(qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.edited.connect(field.set_value)
    for typed in ("1", "12", "12.", "12.5"):
        QTest.keyClicks(field.line, typed[-1])
        assert field.line.text() == typed
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.text() == "12."


def test_a_text_that_the_line_cuts_is_shown_whole_below_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_test_theme(qapp)
    title = "Small Boards, Real Problems: Microcontroller Projects for Vocational Schools"
    field, column = LineField(), QWidget()
    qtbot.addWidget(column)
    build_column(column, field, QLabel("below"))
    column.resize(300, 200)
    column.show()
    alone = field.heightForWidth(300)
    field.set_value("Small Boards")
    assert field.full_text_label is None
    field.set_value(title)
    process_events()
    label = field.full_text_label
    assert label is not None
    assert label.text() == title
    assert label.isVisible()
    assert field.height() >= field.heightForWidth(300) > alone
    assert label.geometry().bottom() < field.height()
    column.resize(900, 200)
    process_events()
    assert not label.isVisible()
    assert field.heightForWidth(900) == alone
    QTest.keyClicks(field.line, "!" * 150)
    process_events()
    assert label.isVisible()
    assert label.text() == field.line.text()


def test_a_number_that_the_line_cuts_stays_on_its_line(qtbot: QtBot) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.set_value("9" * 200)
    field.show()
    assert field.full_text_label is None
