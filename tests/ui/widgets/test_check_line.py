"""A check box and the words beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from ui.widgets.check_line import CheckBoxLabel, bare_box, check_line
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.layouts import build_column


@pytest.mark.parametrize("text_scale", [100, 200])
@pytest.mark.parametrize("words", [2, 60])
def test_the_first_line_stands_beside_the_box(
    qapp: QApplication, qtbot: QtBot, text_scale: int, words: int
) -> None:
    apply_test_theme(qapp, text_scale=text_scale)
    place = QWidget()
    qtbot.addWidget(place)
    box = bare_box()
    label = CheckBoxLabel("word " * words, box)
    column = build_column(place)
    column.addLayout(check_line(box, label))
    column.addWidget(QWidget(), 1)
    place.resize(500, 600)
    place.show()
    inside = label.contentsRect()
    first_line = label.y() + inside.y() + label.fontMetrics().height() / 2
    assert abs(first_line - box.geometry().center().y()) <= 1
    above, below = inside.y(), label.height() - 1 - inside.bottom()
    assert above == below > 0


@pytest.mark.parametrize("is_card", [False, True])
def test_whoever_leaves_what_was_pressed_before_letting_go_chooses_nothing(
    qtbot: QtBot, *, is_card: bool
) -> None:
    box, chosen = bare_box(), list[object]()
    part = ChoiceCard("one", "One") if is_card else CheckBoxLabel("One", box)
    if isinstance(part, ChoiceCard):
        part.chosen.connect(chosen.append)
    else:
        box.toggled.connect(chosen.append)
    qtbot.addWidget(box)
    qtbot.addWidget(part)
    part.show()
    beside, left = QPoint(part.width() + 20, 5), Qt.MouseButton.LeftButton
    QTest.mousePress(part, left)
    QTest.mouseRelease(part, left, pos=beside)
    assert not chosen
    QTest.mouseClick(part, left)
    assert len(chosen) == 1
