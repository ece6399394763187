"""Every text input is spelled or says why not: cells and rows too, and what is no answer yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import ChangeSet, Key
from erasmus_desk.draft.review_state import Comment, CommentThread
from tests.ui.access_walk import find_undecided
from tests.ui.editors import ALL_EXAMPLES, EXAMPLES, editor_of
from tests.ui.guided import take_call
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.test_spelling import WRONG, is_near, is_waiting
from ui.controllers.application import ApplicationController
from ui.controllers.spelling import SpellingController
from ui.fields.grid_table import GridTable
from ui.fields.line_fields import TextLine
from ui.main_window.window import MainWindow
from ui.pages.feedback.cards import CommentThreadCard
from ui.pages.form.estimate_box import EstimateBox
from ui.pages.items.table import ItemsTable
from ui.session.session import Session
from ui.session.spell_checker import SpellChecker
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.text_kind import TextKind, mark_unspelled
from ui.wizard.wizard import NewProposalWizard

BY_CALL = {one.name: one for one in ALL_EXAMPLES}


def test_a_box_that_nobody_decided_on_is_found(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    line = QLineEdit(part)
    assert len(find_undecided(part)) == 1
    mark_unspelled(line, TextKind.NAME)
    assert find_undecided(part) == []
    TextLine().setParent(part)
    assert len(find_undecided(part)) == 1, "it could be spelled, and is not"


@pytest.mark.parametrize("example", ["the-empty-chair.erasmus", "innovation-vet.erasmus"])
@pytest.mark.share(2)
def test_what_is_typed_in_cells_and_rows_is_decided_on(
    controller: ApplicationController, keyboard: Keyboard, example: str
) -> None:
    """The lines are built when somebody begins to type: the walk of all pages has none of them."""
    controller.open_example(BY_CALL[example])
    editor = editor_of(controller)
    opened = 0
    for step in editor.steps():
        editor.show_step(step)
        process_events()
        page = editor.current_page()
        assert page is not None
        for estimate in page.findChildren(EstimateBox):
            estimate.unfold()
        for table in (*page.findChildren(ItemsTable), *page.findChildren(GridTable)):
            for index in list_typed(table):
                table.setFocus()
                table.setCurrentIndex(index)
                keyboard.press(Qt.Key.Key_F2)
                opened += bool(table.findChildren(QLineEdit))
                assert find_undecided(table) == [], (step, index.column())
                keyboard.press(Qt.Key.Key_Escape)
        assert find_undecided(page) == [], step
    assert opened >= 3


def list_typed(table: ItemsTable | GridTable) -> list[QModelIndex]:
    """Return the first cell of each column that can be typed in."""
    model = table.model()
    rows, found = range(model.rowCount()), list[QModelIndex]()
    for column in range(model.columnCount()):
        cells = (model.index(row, column) for row in rows)
        typed = (one for one in cells if model.flags(one) & Qt.ItemFlag.ItemIsEditable)
        found += [one for one in [next(typed, None)] if one is not None]
    return found


def wait_for_words(session: Session, line: TextLine, qtbot: QtBot) -> int:
    """Return how many pixels of a line have the colour of the waves, once all is looked up."""
    line.setCursorPosition(0)
    line.grab()
    qtbot.waitUntil(lambda: not is_waiting(session), timeout=30_000)
    window = line.window()
    assert isinstance(window, MainWindow)
    colour = QColor(window.theme.colours.misspelled)
    picture = line.grab().toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(is_near(picture.pixelColor(x, y), colour) for x, y in points)


def test_the_title_of_a_new_proposal_is_spelled_before_it_exists(
    controller: ApplicationController, qtbot: QtBot
) -> None:
    controller.new_proposal()
    process_events()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    take_call(wizard)
    session = wizard.session
    title = Key(session.pack.role("title"))
    session.edit(Key(session.pack.role("language")), "nl")
    while not wizard.current_page().findChildren(TextLine):
        for card in wizard.current_page().findChildren(ChoiceCard)[:1]:
            card.button.click()
        wizard.go_to(wizard.state.page_index + 1)
        process_events()
    session.edit(title, f"De {WRONG} geeft les")
    lines = wizard.findChildren(TextLine)
    (line,) = (one for one in lines if one.spelling is not None and one.spelling.key == title)
    assert wait_for_words(session, line, qtbot) == 0
    (spelling,) = wizard.findChildren(SpellingController)
    spelling.start()
    assert wait_for_words(session, line, qtbot) > 20
    controller.show_home()
    process_events()
    assert controller.window.findChildren(SpellChecker) == []


def test_a_reply_is_spelled_and_has_an_undo_of_its_own(
    controller: ApplicationController, keyboard: Keyboard, qtbot: QtBot
) -> None:
    controller.open_example(EXAMPLES[0])
    editor = editor_of(controller)
    session = editor.session
    school = session.draft.items("organisations")[0]
    comment = Comment("c1", "Bo", "", "Which school?")
    thread = CommentThread("t1", Key("org.name", school), "", is_done=False, comments=(comment,))
    session.perform(ChangeSet(review_state.update_thread(session.draft, thread), "test"))
    editor.show_step("feedback")
    process_events()
    (card,) = editor.findChildren(CommentThreadCard)
    controller.draft_controllers.spelling.start()
    card.reply_field.setFocus()
    keyboard.type(f"De {WRONG}")
    draft = session.draft
    assert wait_for_words(session, card.reply_field, qtbot) > 20
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert card.reply_field.text() != f"De {WRONG}"
    assert session.draft is draft
