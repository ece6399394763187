"""Widgets in lines: buttons go on in the next line, and no line of fields ends early."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from tests.ui.keyboard import process_events
from ui.widgets.buttons import ButtonLines, text_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.layouts import STRETCH, FlowGrid, build_column


def show(widget: QWidget, width: int, qapp: QApplication, qtbot: QtBot) -> QWidget:
    apply_test_theme(qapp)
    place = QWidget()
    qtbot.addWidget(place)
    build_column(place, widget, STRETCH)
    place.show()
    resize(place, width)
    return place


def resize(place: QWidget, width: int) -> None:
    place.resize(width, 400)
    for _ in range(3):
        process_events()


def test_buttons_without_room_in_one_line_go_on_in_the_next_one(
    qapp: QApplication, qtbot: QtBot
) -> None:
    buttons = [text_button(text) for text in ("Compare…", "Recover", "Keep the saved file")]
    row = ButtonLines(*buttons)
    first, second, third = buttons
    place = show(row, 1000, qapp, qtbot)
    assert {button.y() for button in buttons} == {first.y()}
    resize(place, second.geometry().right() + third.width() // 2)
    assert second.y() == first.y()
    assert third.y() > first.geometry().bottom()
    assert row.height() >= third.geometry().bottom()


def test_a_button_wider_than_its_line_wraps_its_text(qapp: QApplication, qtbot: QtBot) -> None:
    button = text_button("Save mine under the name of a new file beside theirs")
    row = ButtonLines(button)
    place = show(row, 1000, qapp, qtbot)
    wide = button.width()
    resize(place, wide // 2)
    assert "\n" in button.text()
    assert button.geometry().right() <= row.width()
    resize(place, 1000)
    assert "\n" not in button.text()


def test_a_button_that_was_wrapped_in_a_line_of_others_unwraps_again(
    qapp: QApplication, qtbot: QtBot
) -> None:
    button = text_button("Open as a new proposal")
    line = QWidget()
    FlowLayout(line, ButtonLines(button))
    place = show(line, 1000, qapp, qtbot)
    resize(place, button.width() // 2)
    assert "\n" in button.text()
    resize(place, 1000)
    assert "\n" not in button.text()


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_last_field_of_a_filled_grid_reaches_the_right_edge(
    qapp: QApplication, qtbot: QtBot, count: int
) -> None:
    fields = tuple(QLineEdit() for _ in range(count))
    grid = FlowGrid(20, is_filled=True)
    grid.show_cells(fields)
    place = show(grid, 2 * grid.fontMetrics().averageCharWidth() * 26, qapp, qtbot)
    first, second, last = fields[0], fields[1], fields[-1]
    assert place.isVisible()
    assert second.y() == first.y()
    assert last.y() > first.y()
    assert abs(last.geometry().right() - second.geometry().right()) <= 1
