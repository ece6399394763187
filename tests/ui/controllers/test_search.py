"""Find and replace in the window: what is found is marked, and Esc closes it from anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from erasmus_desk.draft.model import Key
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.dialogs.search_panel import SearchPanel
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.editor import Editor

TEXT, OTHER = Key("des.rationale"), Key("sum.text")
ESCAPE, RETURN = Qt.Key.Key_Escape, Qt.Key.Key_Return
FIND, REPLACE = Qt.Key.Key_F, Qt.Key.Key_H


@pytest.fixture
def controller(shared_program: SharedProgram) -> ApplicationController:
    return shared_program.open(EXAMPLES[-1])


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    process_events()
    editor = controller.window.editor
    assert editor is not None
    editor.session.edit(TEXT, "\U0001f600 It is a xylo\u00adphone.")
    return editor


def panel_of(controller: ApplicationController) -> SearchPanel | None:
    return controller.draft_controllers.search.panel


def focused_box() -> GrowingTextEdit:
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    return box


def test_the_place_is_marked_and_esc_closes_the_panel_from_the_answer(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    keyboard.press(FIND, CTRL)
    keyboard.type("xylophone")
    keyboard.press(RETURN)
    assert focused_box().textCursor().selectedText() == "xylo\u00adphone"
    assert panel_of(controller) is not None
    keyboard.press(ESCAPE)
    assert panel_of(controller) is None
    assert focused_box().textCursor().selectedText() == "xylo\u00adphone"


def test_over_the_page_of_the_backups_it_leads_back_to_the_proposal(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    for key in (FIND, REPLACE):
        controller.home.show_backups()
        process_events()
        keyboard.press(key, CTRL)
        assert editor.isVisible()
        assert isinstance(keyboard.focus, QLineEdit)
        assert keyboard.focus.isVisible()
    keyboard.press(ESCAPE)


def test_esc_in_the_panel_leads_back_to_the_answer(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    editor.show_key(TEXT)
    box = focused_box()
    keyboard.press(FIND, CTRL)
    assert isinstance(keyboard.focus, QLineEdit)
    keyboard.press(ESCAPE)
    assert panel_of(controller) is None
    assert keyboard.focus is box


def test_replacing_stays_at_the_button(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    keyboard.press(FIND, CTRL)
    keyboard.type("xylophone")
    panel = panel_of(controller)
    assert panel is not None
    assert not panel.replace_line.isVisible()
    assert not panel.is_replacing
    keyboard.press(REPLACE, CTRL)
    assert panel_of(controller) is panel
    assert panel.line.text() == "xylophone"
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.focus is panel.replace_line
    keyboard.type("drum")
    panel.replace_button.setFocus()
    keyboard.press(RETURN)
    page = editor.current_page()
    assert page is not None
    box = page.focusWidget()
    assert keyboard.focus is panel.replace_button
    assert any(one.textCursor().selectedText() == "xylo\u00adphone"
               for one in page.findChildren(GrowingTextEdit)), box  # fmt: skip
    keyboard.press(RETURN)
    assert editor.session.draft.text(TEXT.question) == "\U0001f600 It is a drum."
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert editor.session.draft.text(TEXT.question) == "\U0001f600 It is a xylo\u00adphone."


def test_the_focus_mode_has_it_too_and_a_hit_elsewhere_leads_out(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    editor.session.edit(OTHER, "A marimba.")
    editor.show_key(TEXT)
    keyboard.press(RETURN, CTRL)
    keyboard.press(FIND, CTRL)
    keyboard.type("xylophone")
    keyboard.press(RETURN)
    focus_mode = controller.draft_controllers.focus_mode
    assert focus_mode.page is not None
    assert focused_box().textCursor().selectedText() == "xylo\u00adphone"
    keyboard.press(ESCAPE)
    assert panel_of(controller) is None
    assert focus_mode.page is not None, "the first Esc closes the panel only"
    keyboard.press(REPLACE, CTRL)
    keyboard.type("marimba")
    keyboard.press(RETURN)
    assert focus_mode.page is None
    assert focused_box().textCursor().selectedText() == "marimba"
    panel = panel_of(controller)
    assert panel is not None
    assert panel.line.text() == "marimba"
    assert panel.is_replacing
