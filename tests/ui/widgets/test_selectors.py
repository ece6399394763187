"""The list of a combo box on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import StartProgram
from ui.fields.choice_fields import YesNoField
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


CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def test_keys_that_scroll_a_page_and_shortcuts_change_no_choice(qtbot: QtBot) -> None:
    box = ComboBox()
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(1)
    qtbot.addWidget(box)
    box.show()
    for key, held in (
        (Qt.Key.Key_Home, CONTROL),
        (Qt.Key.Key_End, CONTROL),
        (Qt.Key.Key_PageUp, NONE),
        (Qt.Key.Key_PageDown, NONE),
        (Qt.Key.Key_Home, ALT),
        (Qt.Key.Key_Up, ALT),
        (Qt.Key.Key_O, ALT),
        (Qt.Key.Key_O, CONTROL | SHIFT),
    ):
        QTest.keyClick(box, key, held)
        assert box.currentText() == "two", key
    QTest.keyClick(box, Qt.Key.Key_End)
    assert box.currentText() == "three", "alone they choose, as in any combo box"
    QTest.keyClick(box, Qt.Key.Key_O)
    assert box.currentText() == "one"
    QTest.keyClick(box, Qt.Key.Key_Down, ALT)
    assert box.view().isVisible()
    box.hidePopup()


def test_shortcuts_with_arrows_choose_no_other_radio_button(qtbot: QtBot) -> None:
    field = YesNoField()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.yes_button.setFocus()
    field.yes_button.click()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        for held in (ALT, CONTROL, CONTROL | SHIFT):
            QTest.keyClick(field.yes_button, key, held)
            assert field.yes_button.isChecked(), (key, held)
    QTest.keyClick(field.yes_button, Qt.Key.Key_Right)
    assert field.no_button.isChecked()
