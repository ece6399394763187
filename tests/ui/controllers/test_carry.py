"""A proposal is carried to another call in the window: chosen, looked at, ticked off, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from erasmus_desk.draft.carry_marks import list_carried_aside, list_marks
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts
from tests.ui.conftest import copy_example
from tests.ui.editors import EXAMPLES, editor_of
from tests.ui.keyboard import CTRL, Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.main_window.carry_choice import CarryChoicePage
from ui.main_window.editor import Editor
from ui.main_window.page_factory import CARRIED, HIDDEN
from ui.pages.carried_page import CarriedPage
from ui.pages.form.hidden_answers_page import HiddenAnswersPage

INNOVATION = next(one for one in EXAMPLES if "innovation" in one.name)
SMALL = "ka210-2026"


@pytest.fixture
def first_draft(home: Path) -> Path:
    return copy_example(INNOVATION, home)


@pytest.fixture
def opened(controller: ApplicationController) -> ApplicationController:
    process_events()
    return controller


def choose(controller: ApplicationController) -> CarryChoicePage:
    """Choose the entry of the menu, which shows the calls."""
    actions = controller.window.findChildren(QAction)
    (entry,) = [one for one in actions if one.text() == "Carry to &another call…"]
    entry.trigger()
    process_events()
    page = controller.window.stack.currentWidget()
    assert isinstance(page, CarryChoicePage)
    return page


def carry(controller: ApplicationController, call: str = SMALL) -> Editor:
    page = choose(controller)
    (row,) = [one for one in page.rows if one.words.id == call]
    row.click()
    process_events()
    editor = editor_of(controller)
    editor.check_runner.run_now()
    return editor


def carried_page(editor: Editor) -> CarriedPage:
    page = editor.current_page()
    assert isinstance(page, CarriedPage)
    return page


def words_of(page: CarriedPage | HiddenAnswersPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def test_the_calls_are_shown_with_their_state_and_escape_leads_back(
    opened: ApplicationController, keyboard: Keyboard
) -> None:
    page = choose(opened)
    assert [row.words.id for row in page.rows] == [SMALL, "ka220-2026", "ka2-2017"]
    assert {row.words.state for row in page.rows} == {"closed"}
    notes = {row.words.id: row.words.note for row in page.rows}
    assert "when the next call is out" in notes[SMALL]
    assert "For a new application choose a newer call." in notes["ka2-2017"]
    assert all(row.words.note in row.accessibleName() for row in page.rows)
    assert page.rows[0].hasFocus()
    keyboard.press(Qt.Key.Key_Escape)
    assert opened.window.stack.currentWidget() is opened.window.stack.content


def test_without_a_proposal_the_entry_is_not_offered(controller: ApplicationController) -> None:
    controller.show_home()
    actions = controller.window.findChildren(QAction)
    (entry,) = [one for one in actions if one.text() == "Carry to &another call…"]
    assert not entry.isEnabled()


def test_the_result_is_a_new_proposal_that_says_what_became_of_the_answers(
    opened: ApplicationController,
) -> None:
    before = editor_of(opened).session
    content = before.path.read_bytes()
    editor = carry(opened)
    session = editor.session
    assert session.pack.id == SMALL
    assert session.path != before.path
    assert before.path.read_bytes() == content
    assert drafts.read(session.path).draft.pack.id == SMALL
    assert editor.step == CARRIED
    text = words_of(carried_page(editor))
    assert "This proposal was made from one for KA2 2017, which is not changed." in text
    assert "158 answers moved" in text
    assert f"{len(list_carried_aside(session.draft))} answers set aside" in text
    assert "KA210 2026" in opened.window.notifications.text_label.text()


def test_what_was_seen_leaves_the_page_and_undo_brings_it_back(
    opened: ApplicationController, keyboard: Keyboard
) -> None:
    editor = carry(opened)
    page, session = carried_page(editor), editor.session
    marks = len(list_marks(session.draft))
    first = page.seen_buttons[0]
    assert first.accessibleName() == "Seen: Round"
    first.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    process_events()
    assert len(list_marks(session.draft)) == marks - 1
    assert page.seen_buttons[0].accessibleName() == "Seen: Start"
    assert page.seen_buttons[0].hasFocus()
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert len(list_marks(session.draft)) == marks
    assert editor.current_page() is page
    while page.seen_buttons:
        page.seen_buttons[0].click()
    process_events()
    assert "You have looked at everything." in words_of(page)
    editor.check_runner.run_now()
    editor.show_next()
    assert CARRIED not in editor.steps()


def test_an_answer_that_is_changed_is_marked_no_more(opened: ApplicationController) -> None:
    editor = carry(opened)
    page, session = carried_page(editor), editor.session
    key = Key("des.motivation")
    assert "Motivation" in words_of(page)
    findings = {one.key for one in editor.check_runner.findings if one.code == "carried"}
    assert key in findings
    session.edit(key, "Written anew for the small partnership")
    process_events()
    assert key not in {mark.key for mark in list_marks(session.draft)}
    assert "Seen: Motivation" not in {one.accessibleName() for one in page.seen_buttons}


def test_what_is_set_aside_is_shown_folded_as_it_was_in_the_other_call(
    opened: ApplicationController,
) -> None:
    editor = carry(opened)
    editor.show_step(HIDDEN)
    page = editor.current_page()
    assert isinstance(page, HiddenAnswersPage)
    assert "From KA2 2017" in words_of(page)
    parts = {part.head.words.name: part for part in page.other_calls.parts}
    parts["Declaration of Honour"].head.click()
    process_events()
    old = drafts.read(INNOVATION).draft
    assert old.text("dec.name") in words_of(page)
    medium = old.text("io.media", old.items("outputs")[0])
    assert medium not in words_of(page)
    parts["Implementation"].head.click()
    process_events()
    assert medium in words_of(page)


def test_carried_back_the_answers_are_as_they_were(opened: ApplicationController) -> None:
    old = editor_of(opened).session.draft
    carry(opened)
    editor = carry(opened, "ka2-2017")
    kept = {key: editor.session.draft.answers.get(key) for key in old.answers}
    assert kept == dict(old.answers)
