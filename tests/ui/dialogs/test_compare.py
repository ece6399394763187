"""Comparing two states of some answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.desks import dressed
from tests.ui.dialogs.asking import answered, press, tab_to
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


def read(label: QLabel) -> str:
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


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


def test_differences_are_marked_by_sign_and_lettering() -> None:
    dialog = Compare(None, "", "", ROWS)
    head, left, right = dialog.cards[1].findChildren(QLabel)
    assert head.text() == "Summary"
    assert read(left) == "We meet in [− May.\nThen <b>write</b> & send.]"
    assert read(right) == "We meet in [+ June.]"
    assert "line-through" in left.text()
    assert "underline" in right.text()
    dialog.deleteLater()


def test_an_answer_that_is_not_there_is_a_dash() -> None:
    dialog = Compare(None, "", "", ROWS)
    _, left, right = dialog.cards[2].findChildren(QLabel)
    assert (read(left), read(right)) == ("–", "[+ ROBO]")
    dialog.deleteLater()


def test_a_screen_reader_gets_both_sides_of_each_answer() -> None:
    dialog = Compare(None, "", "", ROWS)
    assert dialog.cards[0].accessibleName() == (
        "Title. Left: Robots for all Right: Robots for all schools"
    )
    assert dialog.focusWidget() is dialog.cards[0]
    dialog.deleteLater()
