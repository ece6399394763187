"""The focus mode: one answer, its points to tick, and the way back to the same place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.conftest import StartProgram, copy_example
from tests.ui.editors import EXAMPLES, editor_of
from tests.ui.keyboard import CTRL, Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.fields.question_box import QuestionBox, WritingHead
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.editor import Editor
from ui.main_window.focus_page import FocusFoot, FocusPage
from ui.main_window.page_factory import section_step
from ui.widgets.key_button import KeyButton

FIRST, SECOND = Key("des.rationale"), Key("des.innovation")
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(EXAMPLES[0], home)


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    return editor_of(controller)


def focused_box() -> GrowingTextEdit:
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingTextEdit)
    return box


def shown_page(controller: ApplicationController) -> FocusPage:
    page = controller.draft_controllers.focus_mode.page
    assert page is not None
    return page


def list_text_keys(editor: Editor) -> list[Key]:
    page = editor.current_page()
    assert page is not None
    heads = (one for one in page.findChildren(WritingHead) if one.isVisibleTo(page))
    boxes = [head.parentWidget() for head in heads]
    return [box.key for box in boxes if isinstance(box, QuestionBox)]


def test_the_keys_lead_in_and_back_to_the_same_caret(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    editor.show_key(FIRST)
    keyboard.press(Qt.Key.Key_Right, times=7)
    keyboard.press(RETURN, CTRL)
    page = shown_page(controller)
    assert controller.window.stack.currentWidget() is page
    assert controller.window.menuBar().height() == 0
    assert focused_box().textCursor().position() == 7
    keyboard.type("new ")
    keyboard.press(ESCAPE)
    assert controller.draft_controllers.focus_mode.page is None
    assert controller.window.menuBar().height() > 0
    assert editor.isVisible()
    assert focused_box().textCursor().position() == 11
    assert editor.session.draft.text(FIRST.question)[7:11] == "new "
    assert focused_box().content() == editor.session.draft.text(FIRST.question)


def test_the_button_at_the_question_leads_in_too(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    editor.show_key(SECOND)
    button = keyboard.tab_to(lambda part: getattr(part, "text", str)() == "Focus", "Focus")
    assert isinstance(button, QPushButton)
    keyboard.press(RETURN)
    assert shown_page(controller).key == SECOND


def test_ctrl_up_and_down_go_through_the_questions_of_the_page(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    editor.show_key(FIRST)
    keys = list_text_keys(editor)
    keyboard.press(RETURN, CTRL)
    page = shown_page(controller)
    for number, key in enumerate(keys, start=1):
        assert page.key == key
        assert page.position_label.text() == f"Question {number} of {len(keys)}"
        assert focused_box().content() == editor.session.draft.text(key.question)
        keyboard.press(Qt.Key.Key_Down, CTRL)
    assert page.key == keys[-1]
    keyboard.press(Qt.Key.Key_Up, CTRL)
    assert page.key == keys[-2]
    QTest.mouseClick(page.done_button, Qt.MouseButton.LeftButton)
    process_events()
    assert focused_box().content() == editor.session.draft.text(keys[-2].question)


def test_saving_and_undo_do_not_leave_the_mode_while_the_answer_is_here(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard
) -> None:
    before = editor.session.draft.text(FIRST.question)
    editor.show_key(FIRST)
    keyboard.press(RETURN, CTRL)
    keyboard.type("more")
    keyboard.press(Qt.Key.Key_S, CTRL)
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert focused_box().isVisible()
    keyboard.type("more")
    assert focused_box().content() == f"more{before}"
    keyboard.press(Qt.Key.Key_Down, CTRL)
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert shown_page(controller).key == FIRST
    assert focused_box().content() == before
    editor.session.edit(Key("prj.acronym"), "OTHER")
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert controller.draft_controllers.focus_mode.page is None
    assert controller.window.menuBar().height() > 0


def test_the_foot_has_the_counter_and_the_findings(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard, qtbot: QtBot
) -> None:
    editor.show_key(FIRST)
    keyboard.press(RETURN, CTRL)
    page = shown_page(controller)
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("TODO")
    assert page.field is not None
    assert page.field.count_label.text() == "4 of 5,000 characters"
    qtbot.waitUntil(lambda: any("TODO" in one.text() for one in page.findChildren(QLabel)))


@pytest.mark.parametrize("is_writing", [False, True])
def test_other_preferences_lead_back_to_the_caret(
    controller: ApplicationController, editor: Editor, keyboard: Keyboard, *, is_writing: bool
) -> None:
    editor.show_key(FIRST)
    if is_writing:
        keyboard.press(RETURN, CTRL)
    keyboard.press(Qt.Key.Key_Right, times=7)
    controller.apply_settings(Settings(language="en", text_scale=125))
    process_events()
    assert (controller.draft_controllers.focus_mode.page is not None) is is_writing
    assert (controller.window.menuBar().height() == 0) is is_writing
    assert focused_box().textCursor().position() == 7
    keyboard.type("Z")
    answer = editor_of(controller).session.draft.text(FIRST.question)
    assert answer[7] == "Z"
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert focused_box().isVisible()
    assert editor_of(controller).session.draft.text(FIRST.question) == answer[:7] + answer[8:]


@pytest.mark.parametrize(("width", "has_hints"), [(1024, False), (1366, True), (1920, True)])
def test_the_keys_of_the_foot_leave_the_findings_in_few_lines(
    controller: ApplicationController,
    editor: Editor,
    keyboard: Keyboard,
    width: int,
    has_hints: bool,
) -> None:
    controller.window.resize(width, 600)
    editor.show_key(FIRST)
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("Short.")
    editor.check_runner.run_now()
    keyboard.press(RETURN, CTRL)
    process_events()
    foot = shown_page(controller).findChild(FocusFoot)
    assert isinstance(foot, FocusFoot)
    assert "short" in " ".join(one.text() for one in foot.findChildren(QLabel))
    assert foot.hints.isVisible() is has_hints
    assert foot.height() <= 3 * foot.fontMetrics().lineSpacing() + 16


def test_points_that_are_ticked_stay_ticked_in_the_next_session(
    controller: ApplicationController, editor: Editor, start_program: StartProgram, qtbot: QtBot
) -> None:
    opened = controller.window.opened
    assert opened is not None
    editor.show_key(FIRST)
    process_events()
    boxes = editor.guidance.findChildren(QCheckBox)
    count = editor.session.undo_stack.count()
    QTest.mouseClick(boxes[1], Qt.MouseButton.LeftButton)
    process_events()
    assert editor.session.undo_stack.count() == count, "a tick is no answer"
    left = f"{len(boxes) - 1} points of the guidance to do"
    page = editor.current_page()
    assert page is not None
    assert any(one.text() == left for one in page.findChildren(QLabel))
    controller.show_home()
    process_events()

    again = start_program(Settings(language="nl"))
    again.window.open_draft(opened.session.path)
    process_events()
    assert again.window.editor is not None
    again.window.editor.show_key(FIRST)
    keyboard = Keyboard(again.window, qtbot)
    keyboard.press(RETURN, CTRL)
    ticked = [box.isChecked() for box in shown_page(again).findChildren(QCheckBox)]
    assert ticked == [index == 1 for index in range(len(boxes))]


def test_guidance_does_not_stay_on_the_question_of_another_page(
    editor: Editor, keyboard: Keyboard
) -> None:
    editor.show_key(FIRST)
    heading = editor.session.texts.short_label(FIRST.question)
    assert heading in guidance_texts(editor)
    keyboard.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heading not in guidance_texts(editor)
    editor.show_step(section_step("description"))
    assert heading not in guidance_texts(editor)


def guidance_texts(editor: Editor) -> list[str]:
    return [label.text() for label in editor.guidance.findChildren(QLabel)]


def test_the_tools_are_at_the_question_that_has_the_focus_only(
    editor: Editor, keyboard: Keyboard
) -> None:
    for key in (FIRST, SECOND):
        editor.show_key(key)
        process_events()
        page = editor.current_page()
        assert page is not None
        boxes = [box for box in page.findChildren(QuestionBox) if box.key in (FIRST, SECOND)]
        shown = {box.key: [one.text() for one in box.findChildren(QLabel) if one.isVisible()]
                 for box in boxes}  # fmt: skip
        keys = {box.key: [one.shown_keys for one in box.findChildren(KeyButton) if one.isVisible()]
                for box in boxes}  # fmt: skip
        assert {one: "Ctrl+Enter" in texts for one, texts in keys.items()} == {
            one: one == key for one in (FIRST, SECOND)
        }
        assert {one: "answered" in texts for one, texts in shown.items()} == {
            one: one != key for one in (FIRST, SECOND)
        }


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [683, 1366, 1920])
@pytest.mark.share
def test_nothing_is_cut_in_the_focus_mode(
    start_program: StartProgram,
    first_draft: Path,
    qtbot: QtBot,
    language: str,
    scale: int,
    width: int,
) -> None:
    controller = start_program(Settings(language=language, text_scale=scale), first_draft)
    editor = editor_of(controller)
    controller.window.resize(width, 768)
    editor.show_key(FIRST)
    Keyboard(controller.window, qtbot).press(RETURN, CTRL)
    process_events()
    page = shown_page(controller)
    for _ in range(2):
        assert find_cut_off(page) == []
        assert find_unnamed(page) == []
        assert page.area.horizontalScrollBar().maximum() == 0
        assert page.field is not None
        assert page.field.box.verticalScrollBar().maximum() == 0
        page.toggle_points()
        process_events()
