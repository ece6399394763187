"""What was chosen for a new proposal is kept, however the guided start is left."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from erasmus_desk.storage.unfinished_starts import StartState, UnfinishedStart, UnfinishedStarts
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from tests.ui.guided import take_call as take_call_of_2017
from tests.ui.keyboard import ALT, CTRL, Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.main_window.home_page import HomePage, StartCard
from ui.widgets.choice_card import ChoiceCard
from ui.wizard.kind_pages import KindPage
from ui.wizard.wizard import NewProposalWizard

PACKS = Path(__file__).resolve().parents[2] / "packs" / "valid"
TITLE = Key("prj.title")


def wizard_of(controller: ApplicationController) -> NewProposalWizard:
    process_events()
    shown = controller.window.stack.currentWidget()
    assert isinstance(shown, NewProposalWizard)
    return shown


def home_of(controller: ApplicationController) -> HomePage:
    process_events()
    if not isinstance(controller.window.stack.currentWidget(), HomePage):
        controller.show_home()
        process_events()
    shown = controller.window.stack.currentWidget()
    assert isinstance(shown, HomePage)
    return shown


def card_of(controller: ApplicationController) -> StartCard:
    (card,) = home_of(controller).start_cards
    return card


def starts() -> tuple[UnfinishedStart, ...]:
    return UnfinishedStarts(paths.find_paths().unfinished_starts).find()


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    process_events()


def choose(controller: ApplicationController) -> StartState:
    """Begin a proposal, choose on the first pages, and give it a title."""
    controller.new_proposal()
    wizard = wizard_of(controller)
    take_call_of_2017(wizard)
    wizard.current_page().findChildren(ChoiceCard)[0].button.click()
    wizard.show_next()
    wizard.session.edit(TITLE, "Steady hands")
    return wizard.state


def cancel(controller: ApplicationController) -> None:
    wizard = wizard_of(controller)
    for _ in range(3):
        wizard.show_previous()


LEAVINGS: dict[str, Callable[[ApplicationController, Keyboard], object]] = {
    "home": lambda _, keyboard: keyboard.press(Qt.Key.Key_Home, ALT),
    "new": lambda _, keyboard: keyboard.press(Qt.Key.Key_N, CTRL),
    "open": lambda controller, _: controller.window.open_draft(EXAMPLES[0]),
    "example": lambda controller, _: controller.open_example(EXAMPLES[0]),
    "close": lambda controller, _: controller.window.close(),
    "quit": lambda _, keyboard: keyboard.press(Qt.Key.Key_Q, CTRL),
}


@pytest.mark.parametrize("way", LEAVINGS)
@pytest.mark.share(3)
def test_leaving_keeps_what_was_chosen(
    controller: ApplicationController, keyboard: Keyboard, start_program: StartProgram, way: str
) -> None:
    state = choose(controller)
    LEAVINGS[way](controller, keyboard)
    process_events()
    assert [start.state for start in starts()] == [state]
    controller.shut_down()
    again = start_program(Settings(language="en"))
    card = card_of(again)
    assert card.words.title == "Steady hands"
    press(card.continue_button)
    assert wizard_of(again).state == state


def test_cancelling_page_by_page_keeps_it_too(controller: ApplicationController) -> None:
    state = choose(controller)
    cancel(controller)
    press(card_of(controller).continue_button)
    assert wizard_of(controller).state.draft == state.draft
    assert wizard_of(controller).state.page_index == 0


def test_a_choice_is_on_the_disk_soon_after_it_was_made(
    controller: ApplicationController, qtbot: QtBot
) -> None:
    state = choose(controller)
    # Nothing is left or closed: the program may be killed now.
    qtbot.waitUntil(lambda: [start.state for start in starts()] == [state])


def test_looking_at_the_first_page_leaves_nothing_behind(
    controller: ApplicationController,
) -> None:
    controller.new_proposal()
    wizard_of(controller)
    assert home_of(controller).start_cards == []
    assert starts() == ()


def test_without_a_title_the_card_names_the_call_and_the_step(
    controller: ApplicationController,
) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    take_call_of_2017(wizard)
    wizard.current_page().findChildren(ChoiceCard)[0].button.click()
    wizard.show_next()
    words = card_of(controller).words
    assert words.title == "No title yet"
    assert words.about.split("\u00a0· ") == ["Unfinished new proposal", "Innovation", "KA2 2017"]
    assert words.lines[0] == "You stopped at “Which field is the project mainly for?”"
    assert (words.share_text, words.share) == ("Step 4 of 7", 3 / 7)


def test_a_created_proposal_is_no_unfinished_start_any_more(
    controller: ApplicationController,
) -> None:
    choose(controller)
    press(card_of(controller).continue_button)
    wizard = wizard_of(controller)
    wizard.created.emit(wizard.session.draft)
    process_events()
    assert controller.window.opened is not None
    assert controller.window.opened.session.draft.get(TITLE) == "Steady hands"
    assert "start" not in drafts.read(controller.window.opened.session.path).draft.extra
    assert starts() == ()
    home = home_of(controller)
    assert home.start_cards == []
    assert len(home.cards) == 1


def test_several_starts_are_kept_apart(controller: ApplicationController) -> None:
    first = choose(controller)
    second = choose(controller)
    cards = home_of(controller).start_cards
    assert [start.state for start in starts()] == [second, first]
    press(cards[1].continue_button)
    assert wizard_of(controller).state == first
    wizard_of(controller).session.edit(TITLE, "Steadier hands")
    assert [card.words.title for card in home_of(controller).start_cards] == [
        "Steadier hands",
        "Steady hands",
    ]


def undo(controller: ApplicationController) -> None:
    bar = controller.window.notifications
    (button,) = [one for one in bar.findChildren(QPushButton) if one.text() == "Undo"]
    press(button)


def test_what_was_removed_comes_back_one_by_one(controller: ApplicationController) -> None:
    states = [choose(controller), choose(controller)]
    for _ in range(2):
        press(home_of(controller).start_cards[0].remove_button)
    home = home_of(controller)
    assert home.start_cards == []
    assert not home.proposals.empty_card.isHidden()
    assert starts() == ()
    text = controller.window.notifications.text_label.text()
    assert text == "You removed “Steady hands”."
    undo(controller)
    assert [start.state for start in starts()] == states[:1]
    undo(controller)
    assert [start.state for start in starts()] == states[::-1]
    assert len(home_of(controller).start_cards) == 2
    assert controller.window.notifications.isHidden()
    assert home.proposals.empty_card.isHidden()


def test_a_card_is_reached_and_pressed_by_key(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    state = choose(controller)
    home_of(controller)
    button = keyboard.tab_into(QPushButton, "Continue: Steady hands")
    keyboard.press(Qt.Key.Key_Return)
    assert wizard_of(controller).state == state
    assert button is not None


def test_the_start_of_an_unknown_call_is_shown_and_can_only_be_removed(
    controller: ApplicationController, home: Path, start_program: StartProgram
) -> None:
    calls = paths.find_paths().local / "calls"
    shutil.copytree(PACKS / "no-kinds", calls / "no-kinds")
    again = start_program(Settings(language="en"))
    again.new_proposal()
    wizard = wizard_of(again)
    wizard.go_to(1)
    (card,) = [
        one for one in wizard.current_page().findChildren(ChoiceCard) if one.choice == "no-kinds"
    ]
    card.button.click()
    home_of(again)
    shutil.rmtree(calls)
    last = start_program(Settings(language="en"))
    shown = card_of(last)
    assert shown.words.title == "no-kinds"
    assert shown.continue_button.isHidden()
    assert len(starts()) == 1
    press(shown.remove_button)
    assert starts() == ()
    undo(last)
    assert len(starts()) == 1


def test_another_language_keeps_one_start(controller: ApplicationController) -> None:
    state = choose(controller)
    controller.apply_settings(Settings(language="nl"))
    process_events()
    assert wizard_of(controller).state == state
    wizard_of(controller).session.edit(TITLE, "Vaste hand")
    card = card_of(controller)
    assert card.words.title == "Vaste hand"
    assert card.words.about.startswith("Nog niet aangemaakt")
    assert card.continue_button.text() == "Verdergaan"
    assert len(starts()) == 1


def test_help_me_choose_keeps_its_answers(controller: ApplicationController) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    take_call_of_2017(wizard)
    question = wizard.session.pack.advice[0]
    answer = question.answers[-1].id
    page = wizard.current_page()
    assert isinstance(page, KindPage)
    press(page.help_button)
    press(page.questions.buttons[question.id][-1])
    press(card_of(controller).continue_button)
    wizard = wizard_of(controller)
    assert wizard.state.advice == {wizard.session.pack.id: {question.id: answer}}
    page = wizard.current_page()
    assert isinstance(page, KindPage)
    button = page.questions.buttons[question.id][-1]
    assert button.isChecked()
    press(page.help_button)
    assert button.isVisible()


def test_changing_the_call_and_back_loses_no_answer(
    home: Path, start_program: StartProgram
) -> None:
    shutil.copytree(PACKS / "no-kinds", paths.find_paths().local / "calls" / "no-kinds")
    controller = start_program(Settings(language="en"))
    before = choose(controller)
    first = before.draft.pack.id
    wizard = wizard_of(controller)
    wizard.go_to(1)
    take_call(wizard, "no-kinds")
    assert wizard.session.draft.pack.id == "no-kinds"
    assert wizard.session.draft.text("wish") == "Steady hands"
    wizard.session.edit(Key("wish"), "Steadier hands")
    press(card_of(controller).continue_button)
    wizard = wizard_of(controller)
    take_call(wizard, first)
    expected = {**before.draft.answers, TITLE: "Steadier hands"}
    assert wizard.session.draft.answers == expected


def take_call(wizard: NewProposalWizard, call: str) -> None:
    cards = wizard.current_page().findChildren(ChoiceCard)
    (card,) = [one for one in cards if one.choice == call]
    card.button.click()
    process_events()


@pytest.fixture
def full_disk(
    controller: ApplicationController, home: Path, monkeypatch: pytest.MonkeyPatch
) -> StartState:
    """What was chosen, with a disk on which nothing can be kept."""
    state = choose(controller)
    open_file = os.open

    def refuse(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        return open_file(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)
    return state


@pytest.mark.parametrize("way", ["home", "open", "close"])
@pytest.mark.share(3)
def test_choices_that_cannot_be_kept_are_left_only_after_a_question(
    controller: ApplicationController, keyboard: Keyboard, full_disk: StartState, way: str
) -> None:
    for answer in ("stay", "go-on"):
        LEAVINGS[way](controller, keyboard)
        process_events()
        assert controller.window.isVisible()
        assert wizard_of(controller).state == full_disk
        bar = controller.window.notifications
        (button,) = [one for one in bar.findChildren(QPushButton) if one.objectName() == answer]
        press(button)
    assert not controller.window.isVisible() or not isinstance(
        controller.window.stack.currentWidget(), NewProposalWizard
    )


def test_a_proposal_that_cannot_be_created_stays_an_unfinished_start(
    controller: ApplicationController, monkeypatch: pytest.MonkeyPatch, full_disk: StartState
) -> None:
    wizard = wizard_of(controller)
    wizard.created.emit(wizard.session.draft)
    process_events()
    assert wizard_of(controller).state == full_disk
    assert controller.window.notifications.topic == "error"
    monkeypatch.undo()
    card = card_of(controller)
    press(card.continue_button)
    assert wizard_of(controller).state == full_disk


# A start from an earlier Word proposal


def begin_from(controller: ApplicationController, earlier: Path) -> None:
    controller.home.start_from(earlier)
    wizard_of(controller)


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    path = tmp_path / "last year.docx"
    path.write_bytes(b"to be read when the proposal is created")
    return path


def test_a_start_that_is_continued_later_has_its_word_file(
    controller: ApplicationController,
    start_program: StartProgram,
    earlier: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin_from(controller, earlier)
    controller.shut_down()
    again = start_program(Settings(language="en"))
    card = card_of(again)
    assert "from last year.docx" in "\n".join(card.words.lines)
    press(card.continue_button)
    assert again.window.notifications.topic == ""
    imported: list[tuple[Path, ...]] = []
    review_import = again.draft_controllers.review_import
    monkeypatch.setattr(review_import, "import_files", imported.append)
    wizard = wizard_of(again)
    wizard.created.emit(wizard.session.draft)
    process_events()
    assert imported == [(earlier,)]
    assert starts() == ()


def test_a_word_file_that_is_gone_is_told_and_does_no_harm(
    controller: ApplicationController, earlier: Path
) -> None:
    begin_from(controller, earlier)
    card = card_of(controller)
    earlier.unlink()
    press(card.continue_button)
    wizard = wizard_of(controller)
    bar = controller.window.notifications
    assert bar.topic == "earlier"
    assert "“last year.docx” is not in" in bar.text_label.text()
    wizard.created.emit(wizard.session.draft)
    process_events()
    controller.draft_controllers.review_import.work.complete()
    process_events()
    assert controller.window.opened is not None
    assert "last year.docx" in bar.text_label.text()


def test_a_change_of_language_keeps_the_word_file(
    controller: ApplicationController, earlier: Path
) -> None:
    begin_from(controller, earlier)
    controller.home.rebuild()
    wizard_of(controller)
    controller.show_home()
    assert [start.earlier for start in starts()] == [earlier]


def test_a_new_start_has_not_the_word_file_of_the_one_before(
    controller: ApplicationController, earlier: Path
) -> None:
    begin_from(controller, earlier)
    controller.new_proposal()
    wizard = wizard_of(controller)
    wizard.session.edit(TITLE, "Another")
    controller.show_home()
    found = {start.state.draft.get(TITLE): start.earlier for start in starts()}
    assert found == {None: earlier, "Another": None}
