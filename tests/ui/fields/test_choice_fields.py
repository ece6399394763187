"""Choices: no edit when shown or by accident, no answer lost that is not offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Value
from tests.ui.editors import apply_test_theme
from ui.fields.base import Field
from ui.fields.choice_fields import (
    CheckBoxesField,
    ChoiceField,
    FilteredListField,
    YesNoField,
    build_multi_choice_field,
)
from ui.fields.values import Choice
from ui.theme.theme import GRID

FEW = tuple(Choice(one, one.upper()) for one in ("a", "b", "c"))
MANY = tuple(Choice(f"n{number}", f"Number {number}") for number in range(30))


def show_and_record(qtbot: QtBot, field: Field) -> list[Value | None]:
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    edits: list[Value | None] = []
    field.edited.connect(edits.append)
    return edits


def turn_wheel(field: ChoiceField) -> None:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.combo.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.combo, event)


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (lambda: ChoiceField(FEW), ["b", "gone", None, 7]),
        (YesNoField, [True, False, None, "perhaps"]),
        (lambda: CheckBoxesField(FEW), [("b", "a"), ("gone",), None]),
        (lambda: FilteredListField(MANY), [("n3", "n1"), ("gone",), None]),
    ],
)
def test_showing_a_value_emits_no_edit(
    qtbot: QtBot, make: Callable[[], Field], values: list[Value | None]
) -> None:
    field = make()
    edits = show_and_record(qtbot, field)
    for value in values:
        field.set_value(value)
    assert edits == []


def test_the_wheel_changes_no_choice_with_or_without_the_focus(qtbot: QtBot) -> None:
    field = ChoiceField(FEW)
    edits = show_and_record(qtbot, field)
    field.set_value("a")
    field.combo.clearFocus()
    turn_wheel(field)
    assert edits == []
    field.focus_first()
    turn_wheel(field)
    assert edits == []
    assert field.combo.currentData() == "a"


def test_a_choice_is_made_and_cleared_by_keys(qtbot: QtBot) -> None:
    field = ChoiceField(FEW)
    edits = show_and_record(qtbot, field)
    QTest.keyClick(field.combo, Qt.Key.Key_Down)
    QTest.keyClicks(field.combo, "c")
    QTest.keyClick(field.combo, Qt.Key.Key_Home)
    assert edits == ["a", "c", None]


def test_a_choice_that_is_no_longer_offered_is_kept_and_marked(qtbot: QtBot) -> None:
    field = ChoiceField(FEW)
    edits = show_and_record(qtbot, field)
    field.set_value("a")
    field.set_choices(FEW[1:])
    assert field.combo.currentData() == "a"
    assert field.combo.currentText() != "A"
    field.set_choices(FEW)
    assert field.combo.currentText() == "A"
    assert edits == []


def test_yes_and_no_are_reached_by_arrows(qtbot: QtBot) -> None:
    field = YesNoField()
    edits = show_and_record(qtbot, field)
    field.focus_first()
    QTest.keyClick(field.yes_button, Qt.Key.Key_Space)
    QTest.keyClick(field.yes_button, Qt.Key.Key_Right)
    assert edits == [True, False]


@pytest.mark.parametrize("choices", [FEW, MANY])
def test_several_choices_keep_their_order_and_what_is_not_offered(
    qtbot: QtBot, choices: tuple[Choice, ...]
) -> None:
    field = build_multi_choice_field(choices)
    edits = show_and_record(qtbot, field)
    first, second = choices[0].id, choices[1].id
    field.set_value((second, "gone"))
    if isinstance(field, FilteredListField):
        field.list.setFocus()
        field.list.setCurrentRow(0)
        QTest.keyClick(field.list, Qt.Key.Key_Space)
    else:
        box = field.focusProxy()
        assert box is not None
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert edits == [(second, "gone", first)]


def test_a_long_list_is_filtered_and_a_hidden_choice_stays_checked(qtbot: QtBot) -> None:
    field = FilteredListField(MANY)
    edits = show_and_record(qtbot, field)
    field.set_value(("n3",))
    QTest.keyClicks(field.filter_line, "NUMBER 29")
    seen = [row for row in range(field.list.count()) if not field.list.item(row).isHidden()]
    assert seen == [29]
    field.list.item(29).setCheckState(Qt.CheckState.Checked)
    assert edits == [("n3", "n29")]


def test_no_choice_of_a_list_loses_its_end(qapp: QApplication, qtbot: QtBot) -> None:
    apply_test_theme(qapp)
    name = "Overcoming a mismatch of skills and addressing the needs of the labour market"
    field = FilteredListField((Choice("long", name), Choice("short", "x")))
    qtbot.addWidget(field)
    field.show()
    words = field.fontMetrics().horizontalAdvance(name)

    def draw(width: int) -> tuple[int, QImage]:
        field.resize(width, 300)
        QApplication.processEvents()
        row = field.list.visualItemRect(field.list.item(0))
        return row.height(), field.list.viewport().grab(row.adjusted(0, 2, 0, -2)).toImage()

    one_line, whole = draw(words * 2)
    # The narrowest in which it has one line shows all of it.
    width = next(one for one in range(words, words * 2) if draw(one)[0] == one_line)
    _, narrow = draw(width)
    inside = narrow.rect().adjusted(0, 0, -GRID, 0)
    assert narrow.copy(inside) == whole.copy(inside)
