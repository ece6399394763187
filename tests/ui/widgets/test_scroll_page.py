"""A page that scrolls: how much of it is measured again while somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from tests.ui.keyboard import process_events
from ui.fields.text_field import TextField
from ui.qt_support import single_shot
from ui.widgets.layouts import build_column
from ui.widgets.scroll_page import ScrollPage


class MeasuredLabel(QLabel):
    """A label that wraps and notes the widths for which its height is asked."""

    def __init__(self) -> None:
        super().__init__("A text that wraps where a page is narrow. " * 20, wordWrap=True)
        self.widths: list[int] = []

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - the name is Qt's
        self.widths.append(width)
        return super().heightForWidth(width)


@pytest.mark.parametrize("width", [500, 900, 1600])
def test_a_line_more_measures_no_text_above_it_and_moves_what_is_below(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    page = ScrollPage("A page")
    qtbot.addWidget(page)
    field, above, label = TextField(apply_test_theme(qapp), None), QWidget(), MeasuredLabel()
    below = QLabel("below")
    build_column(above, label)
    for widget in (above, field, below):
        page.column.addWidget(widget)
    page.resize(width, 300)
    page.show()
    field.box.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(field.box, "line")
    process_events()
    assert label.widths
    label.widths.clear()
    before = field.box.height(), below.y()
    for _ in range(12):
        QTest.keyClick(field.box, Qt.Key.Key_Return)
        process_events()
        assert below.y() - before[1] == field.box.height() - before[0]
    assert field.box.height() > before[0]
    assert label.widths == []
    assert label.height() == label.heightForWidth(label.width())


def test_a_narrow_page_and_what_is_docked_have_the_same_smaller_margins(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_test_theme(qapp)
    page, bar, words = ScrollPage("A page"), QWidget(), QLabel("docked")
    qtbot.addWidget(page)
    build_column(bar, words, margins=(3, 1, 3, 1))
    page.dock(bar)
    page.show()
    lefts: list[int] = []
    for width in (900, 600, 900):
        page.resize(width, 400)
        process_events()
        column = page.column_widget.mapTo(page, page.column_widget.rect().topLeft()).x()
        assert column == words.mapTo(page, words.rect().topLeft()).x()
        lefts.append(column)
    assert lefts == [24, 16, 24]


class LateBox(QWidget):
    """A box that needs more height where it is wide, and finds that out a moment later."""

    def __init__(self) -> None:
        super().__init__()
        self.turns = 0
        self._wide = 0
        self._timer = single_shot(self, 0)
        self._timer.timeout.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self.turns += event.size().width() != event.oldSize().width()
        self._wide = max(self._wide, self.width())
        self._timer.start()

    def _fit(self) -> None:
        self.setFixedHeight(500 if self.width() == self._wide else 20)


def test_a_title_with_more_than_two_lines_stands_above_what_would_be_beside_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_test_theme(qapp)
    page, beside = ScrollPage("Description of the whole project"), QLabel("3 of 8 answered")
    qtbot.addWidget(page)
    page.set_beside_title(beside)
    page.show()
    ways = set[bool]()
    for width in range(900, 300, -20):
        page.resize(width, 300)
        process_events()
        title = page.title_label
        is_above = beside.y() >= title.geometry().bottom()
        lines = title.height() // title.fontMetrics().lineSpacing()
        assert is_above or lines <= 2
        ways.add(is_above)
    assert ways == {True, False}


@pytest.mark.parametrize("size", [(700, 250), (450, 400)], ids=["lower", "narrower"])
def test_a_page_that_gets_smaller_keeps_the_cursor_in_sight(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    page, field = ScrollPage("A page"), TextField(apply_test_theme(qapp), None)
    qtbot.addWidget(page)
    page.column.addWidget(field)
    page.resize(700, 400)
    page.show()
    field.set_value("Words of a long answer about rivers and lakes. " * 120)
    field.box.setFocus(Qt.FocusReason.OtherFocusReason)
    process_events()
    QTest.keyClick(field.box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    process_events()
    assert shows_cursor(page, field)
    page.resize(*size)
    process_events()
    assert shows_cursor(page, field)
    page.verticalScrollBar().setValue(0)
    page.resize(700, 380)
    process_events()
    assert page.verticalScrollBar().value() == 0


def shows_cursor(page: ScrollPage, field: TextField) -> bool:
    cursor = field.box.cursorRect()
    top = field.box.viewport().mapTo(page.viewport(), cursor.topLeft()).y()
    return top >= 0 and top + cursor.height() <= page.viewport().height()


def test_a_scroll_bar_does_not_come_and_go_for_ever(qtbot: QtBot) -> None:
    page, box = ScrollPage("Title"), LateBox()
    qtbot.addWidget(page)
    page.column.addWidget(box)
    page.resize(500, 300)
    page.show()
    for _ in range(60):
        process_events()
    before = box.turns
    for _ in range(60):
        process_events()
    assert box.turns == before
    assert page.verticalScrollBar().isVisible()

    # At another size of the page the bar may go again.
    page.resize(500, 301)
    assert page.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
