"""One undo over the whole draft, which shows where it acted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES, session_of
from tests.ui.hands import CTRL, SHIFT, Hands, settle
from ui.controllers.application import Office
from ui.fields.question_box import QuestionBox
from ui.main_window.editor import Desk
from ui.pages.form.list_page import ListPage
from ui.session.session import Session
from ui.wizard.page import ChoiceCard
from ui.wizard.wizard import StartWizard

TITLE, RATIONALE = Key("prj.title"), Key("des.rationale")
Z, Y = Qt.Key.Key_Z, Qt.Key.Key_Y


@pytest.fixture
def session() -> Session:
    return session_of(EXAMPLES[0])


@pytest.fixture
def desk(office: Office) -> Desk:
    office.open_example(EXAMPLES[0])
    settle()
    assert office.window.desk is not None
    return office.window.desk


def field_of(desk: Desk, key: Key) -> QWidget:
    """The box that shows an answer on the page that is shown."""
    page = desk.page_widget()
    assert page is not None
    return next(box for box in page.findChildren(QuestionBox) if box.key == key)


def has_focus(desk: Desk, key: Key) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and field_of(desk, key).isAncestorOf(focus)


def is_in_view(part: QWidget, desk: Desk) -> bool:
    page = desk.page_widget()
    assert page is not None
    top = part.mapTo(page.viewport(), part.rect().topLeft()).y()
    return 0 <= top < page.viewport().height()


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
    desk: Desk, office: Office, hands: Hands
) -> None:
    before = desk.session.value(RATIONALE)
    desk.show_key(RATIONALE)
    hands.press(Qt.Key.Key_End, CTRL)
    hands.type(" More.")
    box = hands.focus
    assert isinstance(box, QPlainTextEdit)
    assert desk.session.value(RATIONALE) == f"{before} More."
    hands.press(Z, CTRL)
    assert desk.session.value(RATIONALE) == before
    assert box.toPlainText() == before
    assert desk.session.undo_stack.count() == 1
    hands.press(Z, CTRL | SHIFT)
    assert desk.session.value(RATIONALE) == f"{before} More."
    hands.press(Z, CTRL)
    hands.press(Y, CTRL)
    assert box.toPlainText() == f"{before} More."


def test_undo_inside_a_line_goes_to_the_one_stack(desk: Desk, hands: Hands) -> None:
    before = desk.session.value(TITLE)
    desk.show_key(TITLE)
    line = hands.focus
    assert isinstance(line, QLineEdit)
    hands.type("Typed over")
    hands.press(Z, CTRL)
    assert line.text() == before == desk.session.value(TITLE)


def test_undo_and_redo_on_other_pages_go_there_and_take_the_keyboard(
    desk: Desk, hands: Hands, qtbot: QtBot
) -> None:
    for key, text in ((TITLE, "Other title"), (RATIONALE, "Other reasons")):
        desk.show_key(key)
        hands.press(Qt.Key.Key_A, CTRL)
        hands.type(text)
    desk.check()
    hands.press(Z, CTRL)
    assert has_focus(desk, RATIONALE)
    qtbot.waitUntil(lambda: is_in_view(field_of(desk, RATIONALE), desk))
    hands.press(Z, CTRL)
    assert has_focus(desk, TITLE)
    desk.show_word()
    hands.press(Y, CTRL)
    assert has_focus(desk, TITLE)
    assert desk.session.value(TITLE) == "Other title"
    hands.press(Y, CTRL)
    assert has_focus(desk, RATIONALE)


def test_a_removed_partner_comes_back_with_all_answers_in_one_step_and_is_shown(
    desk: Desk, hands: Hands
) -> None:
    session = desk.session
    partner = session.draft.items("organisations")[1]
    before = session.draft
    desk.show_key(Key("org.name_lat", partner))
    page = desk.page_widget()
    assert isinstance(page, ListPage)
    page.items.remove_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert not list(session.draft.keys_of_item(partner))
    assert hands.focus is page.items.list
    assert page.items.item != partner
    desk.show_word()
    hands.press(Z, CTRL)
    assert session.draft.answers == before.answers
    assert desk.page_widget() is page
    assert page.items.item == partner
    hands.press(Y, CTRL)
    assert not list(session.draft.keys_of_item(partner))
    assert hands.focus is page.items.list


def test_what_undo_and_redo_leave_is_what_is_saved(desk: Desk, hands: Hands) -> None:
    session = desk.session
    before = session.value(RATIONALE)
    desk.show_key(RATIONALE)
    hands.type("More. ")
    after = session.value(RATIONALE)
    desk.show_word()  # leaving a page saves, and so does being taken to one by undo
    for key, expected in ((Z, before), (Y, after), (Z, before), (Y, after)):
        hands.press(key, CTRL)
        assert session.value(RATIONALE) == expected
        desk.show_word()
        assert drafts.read(session.path).draft.get(RATIONALE) == expected
        assert session.undo_stack.isClean()


def test_the_last_organisation_can_go_while_its_form_is_shown(desk: Desk, hands: Hands) -> None:
    session = desk.session
    desk.show_step("form:organisations")
    page = desk.page_widget()
    assert isinstance(page, ListPage)
    count = len(session.draft.items("organisations"))
    for _ in range(count):
        page.items.remove_button.setFocus()
        hands.press(Qt.Key.Key_Space)
    assert session.draft.items("organisations") == ()
    assert page.form is None
    assert not page.items.remove_button.isEnabled()
    page.items.add_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.type("A new beginning")
    (only,) = session.draft.items("organisations")
    assert session.draft.text("org.name_lat", only) == "A new beginning"
    for _ in range(count + 2):
        hands.press(Z, CTRL)
    assert len(session.draft.items("organisations")) == count


def test_the_guided_start_undoes_what_was_done_on_its_screen(office: Office, hands: Hands) -> None:
    office.new()
    settle()
    wizard = office.window.stack.currentWidget()
    assert isinstance(wizard, StartWizard)
    for _ in range(2):
        wizard.show_next()
    settle()
    kind = Key("ctx.main_objective")
    first, second = wizard.screen_shown().findChildren(ChoiceCard)
    for card in (first, second):
        card.button.setFocus()
        hands.press(Qt.Key.Key_Space)
    hands.press(Z, CTRL)
    assert (first.button.isChecked(), second.button.isChecked()) == (True, False)
    assert wizard.session.value(kind) == first.choice
    hands.press(Z, CTRL | SHIFT)
    assert wizard.session.value(kind) == second.choice
    wizard.show_next()
    hands.press(Z, CTRL)
    assert wizard.session.value(kind) == second.choice


def test_moving_a_partner_to_the_front_and_back_keeps_every_answer(
    desk: Desk, hands: Hands
) -> None:
    session = desk.session
    before = session.draft.answers
    first, second = session.draft.items("organisations")[:2]
    desk.show_key(Key("org.name_lat", second))
    page = desk.page_widget()
    assert isinstance(page, ListPage)
    page.items.up_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert session.draft.items("organisations")[:2] == (second, first)
    assert page.items.item == second
    hands.press(Z, CTRL)
    assert session.draft.answers == before
