"""A whole proposal is entered in the real window, from the guided start to the last finish line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from tests.proposals_made import make_whole_proposal
from tests.ui.conftest import StartProgram
from tests.ui.guided import card_of_call
from tests.ui.keyboard import CTRL, Keyboard
from tests.ui.proposal_typist import Typist
from ui.main_window.home_page import HomePage
from ui.pages.checks.page import ChecksPage
from ui.wizard.page import ChoicePage
from ui.wizard.wizard import NewProposalWizard

CALL = "ka2-2017"


def begin(typist: Typist) -> None:
    """Create the proposal in the guided start, as soon as its button is there."""
    window, mouse = typist.controller.window, typist.mouse
    home = window.stack.currentWidget()
    assert isinstance(home, HomePage)
    mouse.click(home.new_button)
    wizard = window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    mouse.click(card_of_call(wizard, CALL).button)
    while not wizard.foot.create_button.isVisible():
        page = wizard.current_page()
        if isinstance(page, ChoicePage):
            choose(typist, page)
        if not wizard.foot.create_button.isVisible():
            mouse.click(wizard.next_button)
    mouse.click(wizard.foot.create_button)


def choose(typist: Typist, page: ChoicePage) -> None:
    """Choose the card of the model, unless one is chosen already."""
    if not any(card.button.isChecked() for card in page.cards):
        chosen = {value for value in typist.model.answers.values() if isinstance(value, str)}
        card = next(one for one in page.cards if one.choice in chosen)
        typist.mouse.scroll_to(card.button)
        typist.mouse.click(card.button)


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        ("good-practice", "nl"),
        pytest.param("innovation", "en", marks=pytest.mark.prove),
        pytest.param("innovation", "nl", marks=pytest.mark.prove),
        pytest.param("good-practice", "en", marks=pytest.mark.prove),
    ],
)
def test_a_whole_proposal_is_entered_until_nothing_is_left_to_do(
    start_program: StartProgram, qtbot: QtBot, kind: str, language: str
) -> None:
    controller = start_program(Settings(language=language))
    pack = controller.draft_manager.library.load_pack(CALL)
    model = make_whole_proposal(pack, kind, language)
    typist = Typist(controller, Keyboard(controller.window, qtbot), model)
    begin(typist)
    typist.enter_all()
    assert typist.list_open() == []
    typist.keyboard.press(Qt.Key.Key_F7)
    checks = typist.page
    assert isinstance(checks, ChecksPage)
    assert checks.entries == ()
    assert [line.left for line in typist.editor.check_runner.progress.lines] == [0, 0, 0]
    typist.keyboard.press(Qt.Key.Key_S, CTRL)
    (path,) = controller.paths.drafts.glob("*.erasmus")
    assert drafts.read(path).draft.answers == typist.translate_all()
