"""Comparing two versions of some answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.ui.dialogs.dialog_driver import press, run_dialog, tab_to
from tests.ui.editors import apply_test_theme
from ui.dialogs.compare import ComparedAnswer, CompareDialog

ROWS = (
    ComparedAnswer("Title", "Robots for all", "Robots for all schools"),
    ComparedAnswer("Summary", "We meet in May.\nThen <b>write</b> & send.", "We meet in June."),
    ComparedAnswer("Acronym", "", "ROBO"),
)
BUTTONS = ("Recover newer answers", "Keep the saved file")


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_test_theme(qapp)


def ask() -> bool | None:
    title, intro = "Newer than the saved file", "Left: file. Right: typed."
    return CompareDialog(None, title, intro, ROWS, BUTTONS).ask()


def test_the_first_button_accepts() -> None:
    def act(dialog: CompareDialog) -> None:
        tab_to(dialog, dialog.accept_button)
        press(dialog, Qt.Key.Key_Return)

    assert run_dialog(CompareDialog, ask, act) is True


def test_the_second_button_rejects() -> None:
    def act(dialog: CompareDialog) -> None:
        tab_to(dialog, dialog.reject_button)
        press(dialog, Qt.Key.Key_Space)

    assert run_dialog(CompareDialog, ask, act) is False


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_nothing_is_decided_by_accident(key: Qt.Key) -> None:
    def act(dialog: CompareDialog) -> None:
        press(dialog, key)
        assert not dialog.isVisible()

    assert run_dialog(CompareDialog, ask, act) is None


def test_where_there_is_nothing_to_decide_one_button_is_enough() -> None:
    def act(dialog: CompareDialog) -> None:
        assert not hasattr(dialog, "leave_button")
        dialog.accept_button.click()

    def ask_back() -> bool | None:
        return CompareDialog(None, "Differences", "", ROWS, ("Back", "")).ask()

    assert run_dialog(CompareDialog, ask_back, act) is True


def read_lines(*rows: ComparedAnswer) -> list[str]:
    dialog = CompareDialog(None, "", "", rows, BUTTONS)
    lines = dialog.view.toPlainText().split("\n")
    dialog.deleteLater()
    return [line for line in lines if line]


def test_differences_are_marked_by_a_sign() -> None:
    assert read_lines(ROWS[0]) == ["Title", "Robots for [− all]", "Robots for [+ all schools]"]


def test_what_was_typed_is_shown_as_it_is() -> None:
    assert read_lines(ROWS[1]) == [
        "Summary",
        "We meet in [− May.",
        "Then <b>write</b> & send.]",
        "We meet in [+ June.]",
    ]


def test_differences_are_marked_by_lettering_too() -> None:
    dialog = CompareDialog(None, "", "", ROWS[:1], BUTTONS)
    fonts: dict[str, QFont] = {}
    for mark in ("[−", "[+", "Robots"):
        found = dialog.view.document().find(mark)
        fonts[mark] = found.charFormat().font()
    assert [font.strikeOut() for font in fonts.values()] == [True, False, False]
    assert [font.underline() for font in fonts.values()] == [False, True, False]
    dialog.deleteLater()


def test_an_answer_that_is_not_there_is_a_dash() -> None:
    assert read_lines(ROWS[2]) == ["Acronym", "–", "[+ ROBO]"]


def test_a_dialog_grows_with_the_number_of_answers(qapp: QApplication) -> None:
    few, many = (CompareDialog(None, "", "", ROWS * count, BUTTONS) for count in (1, 40))
    for dialog in (few, many):
        dialog.show()
        dialog.fit(QSize(1366, 768))
    assert few.height() < many.height() == 768
    assert few.view.verticalScrollBar().maximum() == 0
    for dialog in (few, many):
        dialog.deleteLater()


def test_a_screen_reader_reads_what_is_compared() -> None:
    dialog = CompareDialog(None, "Newer than the saved file", "", ROWS, BUTTONS)
    assert dialog.focusWidget() is dialog.view
    assert dialog.view.accessibleName() == "Newer than the saved file"
    dialog.deleteLater()
