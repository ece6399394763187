"""Fields whose answers are items of another list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from ui.fields.choice_fields import CheckBoxesField, FilteredListField
from ui.fields.item_fields import ItemField, ItemsField
from ui.fields.values import Choice

ONE, TWO = Choice("a", "O1 Course"), Choice("b", "O2 Handbook")


def test_an_item_is_shown_by_its_current_name(qtbot: QtBot) -> None:
    field = ItemField((ONE, TWO))
    qtbot.addWidget(field)
    field.set_value("b")
    assert field.combo.currentText() == "O2 Handbook"
    field.set_choices((Choice("b", "O1 Handbook"), Choice("a", "O2 Course")))
    assert field.combo.currentText() == "O1 Handbook"


def test_an_item_that_is_gone_is_marked_and_shows_no_id(qtbot: QtBot) -> None:
    field = ItemField((ONE,))
    qtbot.addWidget(field)
    field.set_value("9f8e")
    assert "9f8e" not in field.combo.currentText()
    assert field.combo.currentText()


def test_checked_items_are_in_the_order_of_their_list(qtbot: QtBot) -> None:
    field = ItemsField((ONE, TWO))
    qtbot.addWidget(field)
    field.show()
    edits: list[object] = []
    field.edited.connect(edits.append)
    for name in ("b", "a"):
        box = field.findChild(QCheckBox, name)
        assert isinstance(box, QCheckBox)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert edits == [("b",), ("a", "b")]


def test_an_item_that_is_not_offered_is_kept(qtbot: QtBot) -> None:
    field = ItemsField((ONE, TWO))
    qtbot.addWidget(field)
    field.set_value(("gone", "b"))
    edits: list[object] = []
    field.edited.connect(edits.append)
    box = field.findChild(QCheckBox, "a")
    assert isinstance(box, QCheckBox)
    box.click()
    assert edits == [("a", "b", "gone")]


def test_new_names_keep_the_checked_items(qtbot: QtBot) -> None:
    field = ItemsField((ONE, TWO))
    qtbot.addWidget(field)
    field.set_name("Outputs")
    field.set_value(("b",))
    field.set_choices((Choice("b", "O1 Handbook"),))
    box = field.boxes.findChild(QCheckBox, "b")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    assert box.accessibleName() == "O1 Handbook"


def test_long_names_are_in_a_list_that_wraps(qtbot: QtBot) -> None:
    short, long = ItemsField((ONE, TWO)), ItemsField((Choice("a", "A school with a name " * 3),))
    for field in (short, long):
        qtbot.addWidget(field)
    assert isinstance(short.boxes, CheckBoxesField)
    assert isinstance(long.boxes, FilteredListField)
