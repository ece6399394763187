"""The guided start as a user goes through it: few clicks, a way back from everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QRadioButton,
    QWidget,
)

from erasmus_desk import paths
from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.guided import CALL_2017, card_of_call, take_call
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.mouse import Mouse
from ui.controllers.application import ApplicationController
from ui.fields.choice_fields import ChoiceField
from ui.main_window.home_page import HomePage
from ui.pages.overview.page import OverviewPage
from ui.session.session import Session
from ui.wizard.final_pages import IdentityPage, find_key
from ui.wizard.kind_pages import KindPage
from ui.wizard.page import ChoicePage
from ui.wizard.start_list import StartStepButton
from ui.wizard.steps import StartStep
from ui.wizard.summary_page import SummaryPage
from ui.wizard.wizard import NewProposalWizard

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
MOST_CLICKS = 8
SENTENCE = "Teachers learn from each other."


def wizard_of(controller: ApplicationController) -> NewProposalWizard:
    process_events()
    shown = controller.window.stack.currentWidget()
    assert isinstance(shown, NewProposalWizard)
    return shown


def go_to(wizard: NewProposalWizard, step: StartStep) -> None:
    """Choose the call of 2017 and the first card of each page, up to a step."""
    if wizard.current_page().step is StartStep.PATH:
        take_call(wizard)
    while wizard.current_page().step is not step:
        page = wizard.current_page()
        if isinstance(page, ChoicePage) and page.find_obstacle():
            page.cards[0].button.click()
        wizard.show_next()
        process_events()


def open_kind_page(controller: ApplicationController) -> tuple[NewProposalWizard, KindPage]:
    """Begin a proposal, and go on to the page with the kinds of partnership."""
    controller.new_proposal()
    wizard = wizard_of(controller)
    go_to(wizard, StartStep.KIND)
    page = wizard.current_page()
    assert isinstance(page, KindPage)
    return wizard, page


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("choice", [0, 1])
@pytest.mark.share
def test_the_first_sentence_of_a_new_proposal_takes_eight_clicks(
    start_program: StartProgram, language: str, choice: int
) -> None:
    controller, mouse = start_program(Settings(language=language)), Mouse()
    home = controller.window.stack.currentWidget()
    assert isinstance(home, HomePage)
    mouse.click(home.new_button)
    wizard = wizard_of(controller)
    mouse.click(card_of_call(wizard).button)  # the words of the user lead to the call
    mouse.click(wizard.next_button)
    for step, place, button in (
        (StartStep.KIND, choice, wizard.next_button),
        (StartStep.FIELD, 0, wizard.foot.create_button),
    ):
        page = wizard.current_page()
        assert isinstance(page, ChoicePage)
        assert page.step is step
        mouse.click(page.cards[place].button)
        mouse.click(button)
    editor = controller.window.editor
    assert editor is not None
    overview = editor.current_page()
    assert isinstance(overview, OverviewPage)
    mouse.click(overview.tiles.text)
    assert mouse.clicks <= MOST_CLICKS
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, SENTENCE)
    process_events()
    draft = editor.session.draft
    (key,) = [key for key, value in draft.answers.items() if value == SENTENCE]
    assert editor.session.form.questions[key.question].type is QuestionType.TEXT
    # The rest has sensible answers: the language of the window, and no invented ones.
    assert draft.text(editor.session.pack.role("language")) == language
    assert draft.text(editor.session.pack.role("title")) == ""


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("one or more schools or organisations abroad, perhaps for the first time", "KA210 2026"),
        ("three or more countries", "KA220 2026"),
        ("the forms of 2017", "KA2 2017"),
    ],
)
def test_the_words_of_the_user_lead_to_a_call_with_its_reason_and_its_state(
    controller: ApplicationController, words: str, short: str
) -> None:
    controller.new_proposal()
    wizard, mouse = wizard_of(controller), Mouse()
    page = wizard.current_page()
    assert isinstance(page, ChoicePage)
    (card,) = [one for one in page.cards if words in one.title_label.text()]
    mouse.click(card.button)
    texts = wizard.session.texts
    assert texts.get("pack.short") == short
    page = wizard.current_page()
    assert page.step is StartStep.PATH
    told = texts_in(page.pane)
    assert all(reason in told for reason in texts.paragraphs("pack.because"))
    assert texts.get("pack.state") in told
    assert f"{short}\u00a0· {texts.get('pack.action')}\u00a0· closed" in texts_in(page)
    mouse.click(wizard.next_button)
    # The call is chosen with the words, and can be seen and changed among the steps.
    assert wizard.current_page().step not in (StartStep.PATH, StartStep.CALL)
    assert wizard.steps.buttons[1].words.answer == f"{short}, closed"
    mouse.click(wizard.back_button)
    assert wizard.current_page().step is StartStep.PATH
    mouse.click(wizard.steps.buttons[1])
    assert wizard.current_page().step is StartStep.CALL
    assert texts.get("pack.state") in texts_in(wizard.current_page())


def test_a_wish_that_no_call_serves_asks_for_the_call(controller: ApplicationController) -> None:
    controller.new_proposal()
    wizard, mouse = wizard_of(controller), Mouse()
    call = wizard.session.pack.id
    page = wizard.current_page()
    assert isinstance(page, ChoicePage)
    mouse.click(page.cards[-1].button)
    assert wizard.session.pack.id == call
    assert "Jean Monnet" in texts_in(page.pane)
    mouse.click(wizard.next_button)
    assert wizard.current_page().step is StartStep.CALL


def test_a_call_that_cannot_be_read_is_told_and_stops_nothing(
    home: Path, start_program: StartProgram
) -> None:
    folder = paths.find_paths().local / "calls" / "torn"
    folder.mkdir(parents=True)
    (folder / "pack.json").write_text('{"format": "erasmus', encoding="utf-8")
    controller = start_program(Settings(language="en"))
    controller.new_proposal()
    wizard = wizard_of(controller)
    shown = controller.window.notifications.text_label.text()
    assert "The data of the call torn contain" in shown
    assert "No proposal was changed." in shown
    go_to(wizard, StartStep.SUMMARY)


def test_another_call_shows_its_own_steps_only(controller: ApplicationController) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    for call in (CALL_2017, "ka210-2026"):
        card_of_call(wizard, call).button.click()
        process_events()
        shown = [one for one in wizard.steps.findChildren(StartStepButton) if one.isVisible()]
        assert shown == list(wizard.steps.buttons)


def test_the_whole_start_is_done_by_keyboard_alone(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    keyboard.press(ENTER)
    wizard = wizard_of(controller)
    assert wizard.current_page().step is StartStep.PATH
    card = card_of_call(wizard)
    keyboard.tab_to(lambda part: part is card.button)
    keyboard.press(SPACE)
    assert keyboard.focus is card_of_call(wizard).button
    keyboard.press(ENTER)  # the call is chosen with it
    assert wizard.current_page().step is StartStep.KIND
    for _ in range(2):
        keyboard.tab_into(QRadioButton)
        keyboard.press(SPACE)
        keyboard.press(ENTER)
    assert wizard.current_page().step is StartStep.PRIORITIES
    keyboard.tab_into(QCheckBox)
    keyboard.press(SPACE)
    keyboard.press(ENTER)
    assert wizard.current_page().step is StartStep.IDENTITY
    keyboard.type("Small boards")
    keyboard.press(ENTER)
    assert wizard.current_page().step is StartStep.SUMMARY
    keyboard.press(ENTER)
    assert controller.window.opened is not None
    session = controller.window.opened.session
    assert session.draft.text(session.pack.role("title")) == "Small boards"


def test_every_step_is_a_way_back_and_leads_no_further_than_what_is_missing(
    controller: ApplicationController,
) -> None:
    controller.new_proposal()
    wizard, mouse = wizard_of(controller), Mouse()
    card_of_call(wizard).button.click()
    process_events()
    buttons = wizard.steps.buttons
    assert len(buttons) == len(StartStep)
    mouse.click(buttons[-1])
    assert wizard.current_page().step is StartStep.KIND
    assert wizard.obstacle_label.text() == "Choose a project type."
    go_to(wizard, StartStep.SUMMARY)
    for index, button in enumerate(buttons):
        mouse.click(button)
        assert wizard.state.page_index == index
        assert button.words.is_current
        assert "shown now" in button.accessibleName()
    assert [button.words.answer for button in buttons[:4]] == [
        "Strategic Partnerships",
        "KA2 2017, closed",
        "Innovation",
        "School education",
    ]


def test_enter_without_a_choice_leads_to_the_first_card(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    go_to(wizard, StartStep.FIELD)
    page = wizard.current_page()
    assert isinstance(page, ChoicePage)
    page.focus_first()
    keyboard.press(ENTER)
    assert wizard.obstacle_label.text() == "Choose the field."
    assert page.cards[0].button.hasFocus()
    keyboard.press(ENTER)
    keyboard.press(ENTER)
    assert wizard.state.page_index == 1 + list(StartStep).index(StartStep.FIELD)


def test_what_a_type_means_follows_the_focus_before_anything_is_chosen(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    wizard, page = open_kind_page(controller)
    told: list[str] = []
    for card in page.cards:
        keyboard.tab_to(lambda part, button=card.button: part is button)
        told.append("\n".join(one.text() for one in page.pane.findChildren(QLabel)))
        process_events()
    assert wizard.session.draft.text(wizard.session.pack.role("kind")) == ""
    innovation, exchange = told
    outputs = wizard.session.texts.get("head.io.name")
    assert outputs in innovation
    assert outputs not in exchange
    assert "EUR\u00a012,500" in innovation


def test_points_of_both_types_are_at_one_height(controller: ApplicationController) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    go_to(wizard, StartStep.KIND)
    heights: dict[str, list[int]] = {}
    for label in wizard.current_page().findChildren(QLabel):
        if label.property("role") == "subtle":
            top = label.mapToGlobal(label.rect().topLeft()).y()
            heights.setdefault(label.text(), []).append(top)
    assert len(heights) > 2
    for tops in heights.values():
        assert len(tops) == len(wizard.session.pack.kinds)
        assert len(set(tops)) == 1


def test_a_second_click_takes_an_answer_back_and_the_result_follows(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    wizard, page = open_kind_page(controller)
    mouse = Mouse()
    keyboard.press(Qt.Key.Key_F2)
    assert page.is_helping
    assert page.title_label.text() == "Help me choose"
    rows = list(page.questions.buttons.values())
    assert keyboard.focus is rows[0][0]
    first, second = rows[0][:2]
    mouse.click(first)
    assert page.result.result_label.text() == "Your answers suggest: Innovation"
    mouse.click(second)
    assert (first.isChecked(), second.isChecked()) == (False, True)
    assert page.result.result_label.text() == "Your answers suggest: Exchange of good practices"
    mouse.click(second)
    assert not second.isChecked()
    assert wizard.state.advice == {}
    mouse.click(first)
    # Advice never chooses: a button does.
    assert wizard.session.draft.text(wizard.session.pack.role("kind")) == ""
    mouse.click(page.result.buttons["innovation"])
    assert wizard.session.draft.text(wizard.session.pack.role("kind")) == "innovation"
    assert not page.is_helping


@pytest.mark.parametrize("width", [290, 900])
def test_no_word_of_an_answer_is_broken_where_there_is_little_room(
    controller: ApplicationController, width: int
) -> None:
    wizard, page = open_kind_page(controller)
    QTest.keyClick(wizard, Qt.Key.Key_F2)
    page.questions.setFixedWidth(width)
    for _ in range(3):
        QApplication.processEvents()
    rows = list(page.questions.buttons.values())
    assert all(one.measure_words() <= one.width() for row in rows for one in row)
    first, second = rows[0][:2]
    assert (first.y() == second.y()) == (width > 500)


def test_only_agencies_that_fit_are_offered_and_the_only_one_is_answered(
    controller: ApplicationController,
) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    go_to(wizard, StartStep.IDENTITY)
    page = wizard.current_page()
    assert isinstance(page, IdentityPage)
    session = wizard.session
    agency = Key(session.pack.role("agency"))
    box = find_field(page, session, "agency")
    everything = box.combo.count()
    country = find_field(page, session, "organisation_country")
    choose(country, "RO")
    assert session.value(agency) is not None
    assert box.combo.count() < everything
    assert "National Agenc" not in texts_in(page.pane)
    choose(country, "BE")
    offered = {str(box.combo.itemData(index)) for index in range(1, box.combo.count())}
    fitting = {one for one in offered if one.startswith("BE")}
    assert len(fitting) > 1
    options = session.pack.form.option_sets["agencies"].options
    youth = {one.id for one in options if one.fields == ("youth",)}
    assert not fitting & youth
    assert "Applicant" in texts_in(page).split("\n")


def find_field(page: QWidget, session: Session, role: str) -> ChoiceField:
    name = session.texts.short_label(session.pack.role(role))
    found = [one for one in page.findChildren(ChoiceField) if one.combo.accessibleName() == name]
    return found[0]


def choose(field: ChoiceField, value: str) -> None:
    field.combo.setCurrentIndex(field.combo.findData(value))
    field.combo.activated.emit(field.combo.currentIndex())
    process_events()


def test_nonsense_is_told_where_it_is_typed_and_in_the_summary(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    go_to(wizard, StartStep.IDENTITY)
    page, session = wizard.current_page(), wizard.session
    start = session.texts.short_label(session.pack.role("start"))
    keyboard.tab_to(lambda part: part.accessibleName() == start)
    keyboard.type("31-02-2017")
    country = find_key(session, "organisation_country")
    session.edit(country, "US")
    keyboard.qtbot.waitUntil(lambda: "not a real date" in texts_in(page))
    assert "does not take full part in Erasmus+" in texts_in(page)
    go_to(wizard, StartStep.SUMMARY)
    summary = wizard.current_page()
    assert isinstance(summary, SummaryPage)
    shown = texts_in(summary)
    assert "“31-02-2017” is not a real date" in shown
    assert "does not take full part in Erasmus+" in shown
    assert session.texts.short_label(session.pack.role("title")) in summary.missing
    mouse = Mouse()
    change = summary.change_buttons[StartStep.KIND]
    assert isinstance(change, QAbstractButton)
    mouse.click(change)
    assert wizard.current_page().step is StartStep.KIND


def texts_in(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def test_a_later_start_date_changes_what_the_page_says(controller: ApplicationController) -> None:
    controller.new_proposal()
    wizard = wizard_of(controller)
    go_to(wizard, StartStep.IDENTITY)
    page, session = wizard.current_page(), wizard.session
    assert isinstance(page, IdentityPage)
    session.edit(Key(session.pack.role("months")), 24)
    session.edit(Key(session.pack.role("start")), date(2017, 9, 1))
    process_events()
    told = texts_in(page.pane)
    assert "24 months: EUR\u00a0300,000" in told
    assert "31\u00a0August 2019" in told


@pytest.mark.parametrize("width", [683, 1366, 1920])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.share
def test_no_page_is_wider_than_the_window_and_next_stays_in_sight(
    start_program: StartProgram, width: int, scale: int, language: str
) -> None:
    controller = start_program(Settings(language=language, text_scale=scale))
    controller.window.resize(width, 696)
    controller.new_proposal()
    wizard = wizard_of(controller)
    while True:
        page = wizard.current_page()
        if isinstance(page, KindPage):
            page.show_help()
            process_events()
            assert_fits(wizard)
            page.show_types()
            process_events()
        assert_fits(wizard)
        if page.step is StartStep.SUMMARY:
            return
        if isinstance(page, ChoicePage) and page.find_obstacle():
            page.cards[0].button.click()
        wizard.show_next()
        process_events()


def assert_fits(wizard: NewProposalWizard) -> None:
    page = wizard.current_page()
    body = page.widget()
    assert body is not None
    assert body.width() <= page.viewport().width()
    foot = wizard.next_button
    corner = foot.mapTo(wizard, foot.rect().bottomRight())
    assert wizard.rect().contains(corner)
    assert foot.width() >= foot.minimumSizeHint().width()
    for button in wizard.steps.buttons:
        assert button.height() >= button.heightForWidth(button.width())
