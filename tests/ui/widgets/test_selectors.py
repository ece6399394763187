"""The list of a combo box on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import StartProgram
from ui.widgets.selectors import ComboBox

NAMES = ("Choose…", "Agrupamento de Escolas da Ribeira Clara", "Athenaeum", "School", "College")


def test_the_list_opens_below_its_box_with_all_its_lines(start_program: StartProgram) -> None:
    start_program()
    box = ComboBox()
    box.addItems(NAMES)
    box.setCurrentIndex(len(NAMES) - 1)
    box.setFixedWidth(120)
    box.show()
    box.showPopup()
    QApplication.processEvents()
    view = box.view()
    below = view.window().mapToGlobal(QPoint(0, 0)).y()
    assert below >= box.mapToGlobal(QPoint(0, box.height() - 1)).y()
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    lines = [view.visualRect(box.model().index(row, 0)) for row in range(len(NAMES))]
    assert all(view.viewport().rect().contains(line) for line in lines)
    box.hidePopup()
    box.close()


def test_the_wheel_over_a_box_leaves_the_focus_where_somebody_writes(qtbot: QtBot) -> None:
    window, line, box = QWidget(), QLineEdit(), ComboBox()
    box.addItems(["one", "two"])
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(box)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    place = box.mapTo(window, box.rect().center())
    QTest.wheelEvent(window.windowHandle(), place.toPointF(), QPoint(0, -120))
    assert line.hasFocus()
    assert box.currentText() == "one"


def test_the_keys_that_scroll_a_page_change_no_choice(qtbot: QtBot) -> None:
    box, control = ComboBox(), Qt.KeyboardModifier.ControlModifier
    none, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(1)
    qtbot.addWidget(box)
    box.show()
    for key, held in (
        (Qt.Key.Key_Home, control),
        (Qt.Key.Key_End, control),
        (Qt.Key.Key_PageUp, none),
        (Qt.Key.Key_PageDown, none),
        (Qt.Key.Key_Home, alt),
        (Qt.Key.Key_Up, alt),
    ):
        QTest.keyClick(box, key, held)
        assert box.currentText() == "two"
    QTest.keyClick(box, Qt.Key.Key_End)
    assert box.currentText() == "three", "alone they choose, as in any combo box"
