"""Comparing two states of some answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.ui.dialogs.asking import answered, press, tab_to
from tests.ui.editors import dressed
from ui.dialogs.compare import Compare, Compared

ROWS = (
    Compared("Title", "Robots for all", "Robots for all schools"),
    Compared("Summary", "We meet in May.\nThen <b>write</b> & send.", "We meet in June."),
    Compared("Acronym", "", "ROBO"),
)
BUTTONS = ("Take them over", "Leave them")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    dressed(qapp)


def ask() -> bool | None:
    return Compare.ask(None, "Newer than the file", "Left: file. Right: typed.", ROWS, BUTTONS)


def test_the_first_button_takes() -> None:
    def act(dialog: Compare) -> None:
        tab_to(dialog, dialog.take_button)
        press(dialog, Qt.Key.Key_Return)

    assert answered(Compare, ask, act) is True


def test_the_second_button_leaves() -> None:
    def act(dialog: Compare) -> None:
        tab_to(dialog, dialog.leave_button)
        press(dialog, Qt.Key.Key_Space)

    assert answered(Compare, ask, act) is False


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_nothing_is_decided_by_accident(key: Qt.Key) -> None:
    def act(dialog: Compare) -> None:
        press(dialog, key)
        assert not dialog.isVisible()

    assert answered(Compare, ask, act) is None


def test_where_there_is_nothing_to_decide_one_button_is_enough() -> None:
    def act(dialog: Compare) -> None:
        assert not hasattr(dialog, "leave_button")
        dialog.take_button.click()

    def asked() -> bool | None:
        return Compare.ask(None, "Differences", "", ROWS, ("Back", ""))

    assert answered(Compare, asked, act) is True


def read(*rows: Compared) -> list[str]:
    dialog = Compare(None, "", "", rows)
    lines = dialog.view.toPlainText().split("\n")
    dialog.deleteLater()
    return [line for line in lines if line]


def test_differences_are_marked_by_a_sign() -> None:
    assert read(ROWS[0]) == ["Title", "Robots for [− all]", "Robots for [+ all schools]"]


def test_what_was_typed_is_shown_as_it_is() -> None:
    assert read(ROWS[1]) == [
        "Summary",
        "We meet in [− May.",
        "Then <b>write</b> & send.]",
        "We meet in [+ June.]",
    ]


def test_differences_are_marked_by_lettering_too() -> None:
    dialog = Compare(None, "", "", ROWS[:1])
    fonts: dict[str, QFont] = {}
    for mark in ("[−", "[+", "Robots"):
        found = dialog.view.document().find(mark)
        fonts[mark] = found.charFormat().font()
    assert [font.strikeOut() for font in fonts.values()] == [True, False, False]
    assert [font.underline() for font in fonts.values()] == [False, True, False]
    dialog.deleteLater()


def test_an_answer_that_is_not_there_is_a_dash() -> None:
    assert read(ROWS[2]) == ["Acronym", "–", "[+ ROBO]"]


def test_a_dialog_takes_the_room_that_many_answers_need(qapp: QApplication) -> None:
    few, many = Compare(None, "", "", ROWS), Compare(None, "", "", ROWS * 40)
    for dialog in (few, many):
        dialog.show()
        dialog.fit(QSize(1366, 768))
    assert few.height() < many.height() == 768
    assert few.view.verticalScrollBar().maximum() == 0
    for dialog in (few, many):
        dialog.deleteLater()


def test_a_screen_reader_hears_what_is_compared() -> None:
    dialog = Compare(None, "Newer than the file", "", ROWS)
    assert dialog.focusWidget() is dialog.view
    assert dialog.view.accessibleName() == "Newer than the file"
    dialog.deleteLater()
