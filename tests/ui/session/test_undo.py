"""One undo over the whole draft, which shows where it acted."""

from __future__ import annotations

import gc
import random
import tracemalloc
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES, open_session
from tests.ui.guided import take_call
from tests.ui.keyboard import CTRL, SHIFT, Keyboard, process_events
from tests.ui.shared_program import SharedProgram
from ui.controllers.application import ApplicationController
from ui.fields.question_box import QuestionBox
from ui.main_window.editor import Editor
from ui.pages.items.page import ListPage
from ui.session.session import UNDO_STEPS, Session
from ui.session.undo import ChangeSetCommand
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.cursors import find_cursor_point
from ui.wizard.wizard import NewProposalWizard

TITLE, RATIONALE = Key("prj.title"), Key("des.rationale")
ROUND = Key("ctx.round")
"""Asked of other fields than that of the example."""
Z, Y = Qt.Key.Key_Z, Qt.Key.Key_Y


@pytest.fixture
def session() -> Session:
    return open_session(EXAMPLES[0])


@pytest.fixture
def controller(shared_program: SharedProgram) -> ApplicationController:
    return shared_program.open(EXAMPLES[0])


@pytest.fixture
def editor(controller: ApplicationController) -> Editor:
    process_events()
    assert controller.window.editor is not None
    return controller.window.editor


def field_of(editor: Editor, key: Key) -> QWidget:
    """The box that shows an answer on the page that is shown."""
    page = editor.current_page()
    assert page is not None
    return next(box for box in page.findChildren(QuestionBox) if box.key == key)


def has_focus(editor: Editor, key: Key) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and field_of(editor, key).isAncestorOf(focus)


def is_cursor_in_view(editor: Editor) -> bool:
    page, focus = editor.current_page(), QApplication.focusWidget()
    assert page is not None
    assert focus is not None
    point = focus.mapTo(page.viewport(), find_cursor_point(focus))
    return page.viewport().rect().contains(point)


def test_typing_in_one_answer_is_one_step_until_another_answer_is_touched(
    session: Session,
) -> None:
    old = session.value(TITLE)
    for text in ("N", "Ne", "New"):
        session.edit(TITLE, text)
    session.edit(Key("prj.acronym"), "X")
    session.edit(TITLE, "Newer")
    assert session.undo_stack.count() == 3
    for _ in range(3):
        session.undo_stack.undo()
    assert session.value(TITLE) == old


def test_saving_ends_a_step_of_typing(session: Session) -> None:
    session.edit(TITLE, "One")
    session.undo_stack.setClean()
    session.edit(TITLE, "One two")
    session.undo_stack.undo()
    assert session.value(TITLE) == "One"
    assert session.undo_stack.isClean()


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        (Key("pri.national"), True, False),
        (Key("ctx.field"), "vet", "adult"),
        (Key("des.topics"), ("a",), ("a", "b")),
    ],
)
def test_each_choice_is_a_step_of_its_own(
    session: Session, key: Key, one: Value, other: Value
) -> None:
    session.edit(key, one)
    session.edit(key, other)
    session.undo_stack.undo()
    assert session.value(key) == one


def test_the_digits_of_a_number_and_of_a_date_are_one_step(session: Session) -> None:
    months, start = Key("prj.duration"), Key("prj.start")
    before = session.value(months), session.value(start)
    for value in (1, 18):
        session.edit(months, value)
    for value in ("1-9-201", date(2018, 9, 1)):
        session.edit(start, value)
    assert session.undo_stack.count() == 2
    for _ in range(2):
        session.undo_stack.undo()
    assert (session.value(months), session.value(start)) == before


def test_undo_inside_a_text_box_goes_to_the_one_stack(
    editor: Editor, controller: ApplicationController, keyboard: Keyboard
) -> None:
    before = editor.session.value(RATIONALE)
    editor.show_key(RATIONALE)
    keyboard.press(Qt.Key.Key_End, CTRL)
    keyboard.type(" More.")
    box = keyboard.focus
    assert isinstance(box, QTextEdit)
    assert editor.session.value(RATIONALE) == f"{before} More."
    keyboard.press(Z, CTRL)
    assert editor.session.value(RATIONALE) == before
    assert box.toPlainText() == before
    assert editor.session.undo_stack.count() == 1
    keyboard.press(Z, CTRL | SHIFT)
    assert editor.session.value(RATIONALE) == f"{before} More."
    keyboard.press(Z, CTRL)
    keyboard.press(Y, CTRL)
    assert box.toPlainText() == f"{before} More."


def test_undo_inside_a_line_goes_to_the_one_stack(editor: Editor, keyboard: Keyboard) -> None:
    before = editor.session.value(TITLE)
    editor.show_key(TITLE)
    line = keyboard.focus
    assert isinstance(line, QLineEdit)
    keyboard.type("Typed over")
    keyboard.press(Z, CTRL)
    assert line.text() == before == editor.session.value(TITLE)


def test_undo_and_redo_on_other_pages_go_there_and_take_the_keyboard(
    editor: Editor, keyboard: Keyboard, qtbot: QtBot
) -> None:
    for key, text in ((TITLE, "Other title"), (RATIONALE, "Other reasons")):
        editor.show_key(key)
        keyboard.press(Qt.Key.Key_A, CTRL)
        keyboard.type(text)
    editor.show_checks()
    keyboard.press(Z, CTRL)
    assert has_focus(editor, RATIONALE)
    qtbot.waitUntil(lambda: is_cursor_in_view(editor))
    keyboard.press(Z, CTRL)
    assert has_focus(editor, TITLE)
    editor.show_export()
    keyboard.press(Y, CTRL)
    assert has_focus(editor, TITLE)
    assert editor.session.value(TITLE) == "Other title"
    keyboard.press(Y, CTRL)
    assert has_focus(editor, RATIONALE)


def test_undo_of_an_answer_that_is_not_asked_leaves_the_focus_on_the_screen(
    editor: Editor, keyboard: Keyboard
) -> None:
    editor.session.edit(ROUND, "2")
    editor.show_export()
    keyboard.press(Z, CTRL)
    assert editor.session.value(ROUND) is None
    assert not field_of(editor, ROUND).isVisible()
    assert keyboard.focus.isVisible()


def test_a_removed_partner_comes_back_with_all_answers_in_one_step_and_is_shown(
    editor: Editor, keyboard: Keyboard
) -> None:
    session = editor.session
    partner = session.draft.items("organisations")[1]
    before = session.draft
    editor.show_key(Key("org.name_lat", partner))
    page = editor.current_page()
    assert isinstance(page, ListPage)
    page.tools.remove_button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert not list(session.draft.keys_of_item(partner))
    assert keyboard.focus is page.table
    assert page.item != partner
    editor.show_export()
    keyboard.press(Z, CTRL)
    assert session.draft.answers == before.answers
    assert editor.current_page() is page
    assert page.item == partner
    keyboard.press(Y, CTRL)
    assert not list(session.draft.keys_of_item(partner))
    assert keyboard.focus is page.table


def test_what_undo_and_redo_leave_is_what_is_saved(editor: Editor, keyboard: Keyboard) -> None:
    session = editor.session
    before = session.value(RATIONALE)
    editor.show_key(RATIONALE)
    keyboard.type("More. ")
    after = session.value(RATIONALE)
    editor.show_export()  # leaving a page saves, and so does being taken to one by undo
    for key, expected in ((Z, before), (Y, after), (Z, before), (Y, after)):
        keyboard.press(key, CTRL)
        assert session.value(RATIONALE) == expected
        editor.show_export()
        assert drafts.read(session.path).draft.get(RATIONALE) == expected
        assert session.undo_stack.isClean()


def test_the_last_organisation_can_go_while_its_form_is_shown(
    editor: Editor, keyboard: Keyboard
) -> None:
    session = editor.session
    editor.show_step("form:organisations")
    page = editor.current_page()
    assert isinstance(page, ListPage)
    count = len(session.draft.items("organisations"))
    for _ in range(count):
        page.holder.unfold(page.item)
        page.tools.remove_button.setFocus()
        keyboard.press(Qt.Key.Key_Space)
    assert session.draft.items("organisations") == ()
    assert page.holder.details is None
    assert not page.tools.remove_button.isEnabled()
    page.tools.add_button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    keyboard.type("A new beginning")
    keyboard.press(Qt.Key.Key_Return)
    (only,) = session.draft.items("organisations")
    assert session.draft.text("org.name_lat", only) == "A new beginning"
    for _ in range(count + 2):
        keyboard.press(Z, CTRL)
    assert len(session.draft.items("organisations")) == count


def test_the_guided_start_undoes_what_was_done_on_its_screen(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    controller.new_proposal()
    process_events()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    take_call(wizard)
    kind = Key("ctx.main_objective")
    first, second = wizard.current_page().findChildren(ChoiceCard)
    for card in (first, second):
        card.button.setFocus()
        keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Z, CTRL)
    assert (first.button.isChecked(), second.button.isChecked()) == (True, False)
    assert wizard.session.value(kind) == first.choice
    keyboard.press(Z, CTRL | SHIFT)
    assert wizard.session.value(kind) == second.choice
    wizard.show_next()
    keyboard.press(Z, CTRL)
    assert wizard.session.value(kind) == second.choice


def test_moving_a_partner_to_the_front_and_back_keeps_every_answer(
    editor: Editor, keyboard: Keyboard
) -> None:
    session = editor.session
    before = session.draft.answers
    first, second = session.draft.items("organisations")[:2]
    editor.show_key(Key("org.name_lat", second))
    page = editor.current_page()
    assert isinstance(page, ListPage)
    page.tools.up_button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert session.draft.items("organisations")[:2] == (second, first)
    assert page.item == second
    keyboard.press(Z, CTRL)
    assert session.draft.answers == before


@pytest.mark.parametrize("key", [RATIONALE, TITLE])
def test_a_paste_and_a_cut_are_steps_of_their_own_between_what_is_typed(
    editor: Editor, keyboard: Keyboard, key: Key
) -> None:
    session = editor.session
    session.edit(key, "Start")
    session.undo_stack.clear()
    editor.show_key(key)
    process_events()
    keyboard.press(Qt.Key.Key_End)
    keyboard.type(" typed words")
    QApplication.clipboard().setText(" pasted words")
    keyboard.press(Qt.Key.Key_V, CTRL)
    keyboard.type(" more")
    keyboard.press(Qt.Key.Key_Left, CTRL | SHIFT)
    keyboard.press(Qt.Key.Key_X, CTRL)
    seen = [session.value(key)]
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
        seen.append(session.value(key))
    assert seen == [
        "Start typed words pasted words ",
        "Start typed words pasted words more",
        "Start typed words pasted words",
        "Start typed words",
        "Start",
    ]


def test_a_text_pasted_over_another_of_the_same_length_is_a_step(session: Session) -> None:
    for text in ("one", "one t", "one tw", "six tw"):
        session.edit(TITLE, text)
    session.undo_stack.undo()
    assert session.value(TITLE) == "one tw"


def test_typing_elsewhere_in_the_same_answer_is_a_new_step(session: Session) -> None:
    for text in ("A long title", "A long titles", "A x long titles"):
        session.edit(TITLE, text)
    session.undo_stack.undo()
    assert session.value(TITLE) == "A long titles"


def test_backspace_belongs_to_the_typing_around_it(session: Session) -> None:
    session.edit(TITLE, "Before the typing")
    for text in ("Before the typing o", "Before the typing on", "Before the typing o"):
        session.edit(TITLE, text)
    session.undo_stack.undo()
    assert session.value(TITLE) == "Before the typing"


def test_typing_after_undo_drops_what_could_be_redone(session: Session) -> None:
    for text in ("The first words", "The first words a", "The first words"):
        session.edit(TITLE, text)
    session.undo_stack.undo()
    session.edit(TITLE, "The first words b")
    assert not session.undo_stack.canRedo()
    session.undo_stack.undo()
    assert session.value(TITLE) == "The first words"


def test_steps_in_a_long_text_keep_only_what_they_changed(session: Session) -> None:
    text = "A line of a report.\n" * 10_000
    session.edit(RATIONALE, text)
    tracemalloc.start()
    for number in range(2 * UNDO_STEPS):
        text = f"{text[:1000]}, pasted {number}{text[1000:]}"
        session.edit(RATIONALE, text)
        if number % 10 == 0:
            session.undo_stack.undo()
            text = str(session.value(RATIONALE))
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 5 * len(text)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.share(4)
def test_undo_and_redo_return_every_text_that_was(session: Session, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - places of edits, not secrets
    keys = (RATIONALE, TITLE)
    states = [{key: session.value(key) for key in keys}]
    place = 0
    for _ in range(200):
        way = chance.choice(("edit", "edit", "type", "type", "type", "undo", "redo", "empty"))
        if way == "undo":
            session.undo_stack.undo()
        elif way == "redo":
            session.undo_stack.redo()
        else:
            key = chance.choice(keys)
            text = str(session.value(key) or "")
            start = chance.randint(0, len(text))
            if way == "empty":
                session.edit(key, None)
            elif way == "type":
                session.edit(key, f"{text}a")
            else:
                end = chance.randint(start, len(text))
                session.edit(key, text[:start] + chance.choice(("", "bcd", "aaaa\n")) + text[end:])
        before, place = place, session.undo_stack.index()
        now = {key: session.value(key) for key in keys}
        if way in ("undo", "redo"):
            assert now == states[place]
        elif now != states[before]:
            assert place in (before, before + 1)
            del states[place:]
            states.append(now)


def count_commands() -> int:
    gc.collect()
    return sum(isinstance(one, ChangeSetCommand) for one in gc.get_objects())


def test_a_thousand_keys_leave_no_thousand_commands_in_memory(session: Session) -> None:
    text = "Words "
    session.edit(RATIONALE, text)
    emitted: list[int] = []
    session.undo_stack.indexChanged.connect(emitted.append)
    before = count_commands()  # sessions of other tests may still have some
    for _ in range(1000):
        text += "a"
        session.edit(RATIONALE, text)
    assert count_commands() < before + 50
    assert len(emitted) == 1000
    session.undo_stack.undo()
    assert session.value(RATIONALE) == "Words "
