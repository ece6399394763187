"""The page "About this call": from Help and from the guided start, and back to where one was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.call.library import Library
from erasmus_desk.call.offers import list_offers
from erasmus_desk.call.overview import build_overview
from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import editor_of
from tests.ui.keyboard import CTRL, Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.main_window.home_page import HomePage
from ui.pages.about_call import AboutCallPage
from ui.pages.form.priorities_page import PriorityCard
from ui.pages.question_texts import describe_evidence
from ui.wizard.call_pages import CallPage, PathPage
from ui.wizard.wizard import NewProposalWizard

ROOT = Path(__file__).parents[3]
EXAMPLE = min((ROOT / "resources" / "examples").glob("*.erasmus"))
HELP = {"en": "About this &call", "nl": "Over deze op&roep"}


def choose_help(controller: ApplicationController, language: str = "en") -> None:
    actions = controller.window.findChildren(QAction)
    next(action for action in actions if action.text() == HELP[language]).trigger()
    process_events()


def shown_page(controller: ApplicationController) -> AboutCallPage:
    page = controller.window.stack.currentWidget()
    assert isinstance(page, AboutCallPage)
    return page


def texts_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_shows_every_fact_with_its_source(
    language: str, start_program: StartProgram
) -> None:
    controller = start_program(Settings(language=language))
    choose_help(controller, language)
    page = shown_page(controller)
    library = Library((ROOT / "resources" / "calls",))
    pack, texts = library.load_pack("ka2-2017"), library.load_texts("ka2-2017", language)
    topics = build_overview(pack, texts)
    entries = [entry for topic in topics for entry in topic.entries]
    assert len(page.rows) == len(entries) > 50
    for row, entry in zip(page.rows, entries, strict=True):
        shown = texts_in(row)
        source = describe_evidence(entry.evidence, pack, texts)
        assert all(part in shown for part in (entry.title, source, *entry.paragraphs))
        # One stop of the Tab key reads the whole fact.
        assert row.title.accessibleName() == entry.title
        described = row.title.accessibleDescription()
        assert all(part in described for part in (source, *entry.paragraphs))
    assert [heading.text() for heading in page.headings] == [topic.title for topic in topics]


def test_escape_leads_back_to_the_home_page(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    process_events()
    choose_help(controller)
    page = shown_page(controller)
    assert keyboard.focus is page.title_label
    keyboard.press(Qt.Key.Key_Escape)
    assert isinstance(controller.window.stack.currentWidget(), HomePage)
    assert controller.window.stack.count() == 1


def test_a_link_leads_to_its_topic(controller: ApplicationController, keyboard: Keyboard) -> None:
    choose_help(controller)
    page = shown_page(controller)
    link = page.links[-2]
    keyboard.tab_to(lambda part: part is link)
    keyboard.press(Qt.Key.Key_Space)
    heading = page.headings[-2]
    assert keyboard.focus is heading
    top = heading.mapTo(page.viewport(), heading.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height() // 4


def test_our_examples_are_folded_and_told_apart_from_the_source(
    controller: ApplicationController,
) -> None:
    choose_help(controller)
    rows = [row for row in shown_page(controller).rows if row.hints is not None]
    assert len(rows) > 6
    for row in rows:
        assert row.hints is not None
        button, words = row.hints.button, row.hints.words
        assert (words.isHidden(), words.property("role")) == (True, "ours")
        assert "Show our examples and hints" in button.accessibleName()
        button.click()
        assert not words.isHidden()
        assert button.text() == "Hide our examples and hints"


def test_the_guided_start_leads_to_the_page_and_back_with_its_choices(
    controller: ApplicationController,
) -> None:
    controller.new_proposal()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    for kind in (PathPage, CallPage):
        page = wizard.current_page()
        assert isinstance(page, kind)
        page.cards[0].button.click()
        page.pane.about_button.click()
        process_events()
        shown_page(controller).back_button.click()
        process_events()
        assert controller.window.stack.currentWidget() is wizard
        wizard.go_to(wizard.state.page_index + 1)
    assert wizard.state.path


def test_the_other_paths_say_what_the_source_says_and_our_advice_apart(
    controller: ApplicationController,
) -> None:
    controller.new_proposal()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    page = wizard.current_page()
    assert isinstance(page, PathPage)
    library = controller.draft_manager.library
    offers = list_offers(library.load_packs()[0])
    assert len(page.cards) == len(offers)
    for number, offer in enumerate(offers):
        pack, texts = library.load_pack(offer.call), library.load_texts(offer.call, "en")
        path = next(one for one in pack.paths if one.id == offer.path)
        shown_now = wizard.current_page()  # another call has pages of its own
        assert isinstance(shown_now, PathPage)
        shown_now.cards[number].button.click()
        process_events()
        shown_now = wizard.current_page()
        assert isinstance(shown_now, PathPage)
        beside = shown_now.pane
        ours = [part for part in beside.findChildren(QWidget) if part.property("role") == "ours"]
        hints = texts.paragraphs(f"path.{path.id}.hint")
        assert [texts_in(part) for part in ours] == (
            ["\n".join(("Our advice", *hints))] if hints else []
        )
        shown = texts_in(beside)
        source = describe_evidence(path.evidence, pack, texts)
        assert all(one in shown for one in (*texts.paragraphs(f"path.{path.id}.answer"), source))


def test_an_open_proposal_stays_open_under_the_page(controller: ApplicationController) -> None:
    controller.open_example(EXAMPLE)
    process_events()
    window = controller.window
    editor = window.editor
    assert editor is not None
    choose_help(controller)
    assert window.opened is not None
    assert isinstance(window.stack.currentWidget(), AboutCallPage)
    editor.show_checks()
    check = next(action for action in window.findChildren(QAction) if action.text() == "&Check")
    check.trigger()
    process_events()
    assert window.editor is editor
    assert window.stack.count() == 1


def choose_backups(controller: ApplicationController) -> None:
    controller.home.show_backups()


def choose_other_call(controller: ApplicationController) -> None:
    controller.draft_controllers.carry.show_calls()


@pytest.mark.parametrize("show_over", [choose_help, choose_backups, choose_other_call])
def test_a_change_that_is_undone_leads_back_to_where_it_is_seen(
    controller: ApplicationController,
    keyboard: Keyboard,
    show_over: Callable[[ApplicationController], None],
) -> None:
    controller.open_example(EXAMPLE)
    process_events()
    editor = editor_of(controller)
    editor.show_key(Key(editor.session.pack.role("title")))
    keyboard.type("A")
    show_over(controller)
    process_events()
    assert controller.window.stack.count() == 2
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert controller.window.stack.count() == 1
    assert keyboard.focus.isVisible()


def test_a_priority_shows_its_meaning_its_source_and_our_examples_apart(
    controller: ApplicationController,
) -> None:
    controller.open_example(EXAMPLE)
    process_events()
    editor = controller.window.editor
    assert editor is not None
    session = editor.session
    editor.show_key(Key(session.pack.role("main_priority")))
    process_events()
    cards = [card for card in editor.findChildren(PriorityCard) if not card.isHidden()]
    assert len(cards) > 6
    for card in cards:
        card.more_button.click()
        ours = [part for part in card.findChildren(QWidget) if part.property("role") == "ours"]
        assert len(ours) == 1
        name = f"option.priorities.{card.option.id}"
        explained = session.texts.paragraphs(f"{name}.explain")
        assert texts_in(ours[0]) == "\n".join(("Our examples and hints", *explained))
        meaning = session.texts.paragraphs(f"{name}.meaning")
        source = describe_evidence(card.option.evidence, session.pack, session.texts)
        assert card.explanation is not None
        outside = texts_in(card.explanation).replace(texts_in(ours[0]), "")
        assert all(one in outside for one in (*meaning, source))
