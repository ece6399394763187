"""What is not confirmed: a line for the proposal, and a dot where dates or money hang on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from erasmus_desk.call.unconfirmed import find_rule_evidence
from erasmus_desk.draft.model import Key
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.main_window.editor import Editor
from ui.main_window.page_factory import OVERVIEW, section_step
from ui.pages.question_texts import describe_evidence
from ui.widgets.popover import Popover, SourceDot

LABELS = ("not confirmed", "niet bevestigd", "confidence", "zekerheid")


@pytest.fixture
def controller(shared_program: SharedProgram) -> ApplicationController:
    return shared_program.open(EXAMPLES[0])


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    process_events()
    editor = controller.window.editor
    assert editor is not None
    editor.check_runner.run_now()
    return editor


def dots_on(editor: Editor, step: str) -> list[SourceDot]:
    editor.show_step(step)
    process_events()
    page = editor.current_page()
    assert page is not None
    return [dot for dot in page.findChildren(SourceDot) if dot.isVisibleTo(page)]


def texts_on(widget: QWidget) -> Iterator[str]:
    for label in widget.findChildren(QLabel):
        if label.isVisibleTo(widget):
            yield label.text()


def test_no_page_but_the_overview_says_that_something_is_not_confirmed(editor: Editor) -> None:
    said: dict[str, list[str]] = {}
    for step in editor.steps():
        editor.show_step(step)
        process_events()
        page = editor.current_page()
        assert page is not None
        found = [text for text in texts_on(page) if any(one in text.lower() for one in LABELS)]
        # What the call itself says in an introduction is no mark.
        marks = [text for text in found if len(text) < 100]
        if marks:
            said[step] = marks
    assert list(said) == [OVERVIEW]
    assert len(said[OVERVIEW]) == 1


def test_a_question_has_a_dot_where_a_rule_on_dates_or_eligibility_is_not_confirmed(
    editor: Editor,
) -> None:
    pack, texts = editor.session.pack, editor.session.texts
    section = pack.form.section_of(pack.role("months"))
    assert section is not None
    dots = dots_on(editor, section_step(section.id))
    evidences, asked = find_rule_evidence(pack), {one.key for one in editor.check_runner.visible}
    here = [
        name
        for group in section.groups
        for name in group.questions
        if name in evidences and Key(name) in asked
    ]
    assert pack.role("months") in here
    names = {dot.accessibleName() for dot in dots}
    assert names == {f"Where this comes from: {texts.short_label(name)}" for name in here}
    assert describe_evidence(evidences[pack.role("months")], pack, texts).startswith("Source: ")


def test_texts_and_addresses_have_no_dot(editor: Editor) -> None:
    for step in ("form:description", "form:organisations", "form:checklist"):
        assert dots_on(editor, step) == []


def test_the_dot_opens_the_source_by_key_and_gives_the_focus_back(
    editor: Editor, controller: ApplicationController, keyboard: Keyboard
) -> None:
    dot = dots_on(editor, "form:context")[0]
    dot.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    (popover,) = controller.window.findChildren(Popover)
    assert popover.isVisible()
    assert QApplication.focusWidget() is popover.close_button
    texts = list(texts_on(popover))
    assert any(text.startswith("Source: ") for text in texts)
    assert any("Check it in the Programme Guide" in text for text in texts)
    assert controller.window.rect().contains(popover.geometry())
    keyboard.press(Qt.Key.Key_Escape)
    assert controller.window.findChildren(Popover) == []
    assert QApplication.focusWidget() is dot


def test_a_click_elsewhere_closes_the_source(
    editor: Editor, controller: ApplicationController
) -> None:
    dot = dots_on(editor, "form:context")[0]
    dot.click()
    assert len(controller.window.findChildren(Popover)) == 1
    page = editor.current_page()
    assert page is not None
    QTest.mouseClick(page.title_label, Qt.MouseButton.LeftButton)
    process_events()
    assert controller.window.findChildren(Popover) == []


def test_the_source_goes_with_its_dot_though_nothing_else_takes_the_focus(
    controller: ApplicationController, editor: Editor
) -> None:
    first, second = dots_on(editor, "form:context")[:2]
    first.click()
    first.hide()
    process_events()
    assert controller.window.findChildren(Popover) == []
    second.click()
    shiboken6.delete(second)
    process_events()
    assert controller.window.findChildren(Popover) == []
