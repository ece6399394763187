"""Where the focus is after a notification was answered or closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from erasmus_desk.draft.model import Key
from tests.ui.editors import EXAMPLES
from ui.controllers.application import ApplicationController

UNDO = "undo"


@pytest.mark.parametrize("closes", [True, False])
def test_the_focus_goes_back_to_the_text_from_a_notification(
    controller: ApplicationController, closes: bool
) -> None:
    controller.open_example(EXAMPLES[0])
    window, editor = controller.window, controller.window.editor
    assert editor is not None
    window.activateWindow()
    editor.show_key(Key("des.rationale"))
    QApplication.processEvents()
    text = QApplication.focusWidget()
    assert text is not None
    assert editor.isAncestorOf(text)
    bar = window.notifications
    bar.notify("topic", "It is done.", (UNDO, "Undo"))
    QApplication.processEvents()
    assert QApplication.focusWidget() is text
    found = next(one for one in bar.findChildren(QPushButton) if one.objectName() == UNDO)
    button = bar.close_button if closes else found
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert bar.isHidden()
    assert QApplication.focusWidget() is text
