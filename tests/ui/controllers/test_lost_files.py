"""A proposal whose file is gone after a normal close comes back from its history."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES, editor_of
from tests.ui.keyboard import process_events
from ui.controllers.application import ApplicationController
from ui.main_window.home_page import HomePage
from ui.main_window.recovery_list import LostCard

TITLE = Key("prj.title")


@pytest.fixture
def lost(controller: ApplicationController) -> Path:
    """Write in a proposal, close it, and delete its file; return its path."""
    controller.open_example(EXAMPLES[0])
    process_events()
    session = editor_of(controller).session
    session.edit(TITLE, "Written last")
    controller.show_home()
    session.path.unlink()
    return session.path


def cards(controller: ApplicationController) -> list[LostCard]:
    controller.show_home()
    process_events()
    home = controller.window.stack.content
    assert isinstance(home, HomePage)
    return home.proposals.lost_cards


def test_the_file_comes_back_where_it_was_with_its_history(
    controller: ApplicationController, lost: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (card,) = cards(controller)
    assert card.words.title == lost.stem
    proposed: list[str] = []

    def ask(*chosen: object) -> tuple[str, str]:
        proposed.append(str(chosen[2]))
        return proposed[0], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    card.back_button.click()
    assert proposed == [str(lost)]
    opened = controller.window.opened
    assert opened is not None
    assert opened.session.path == lost
    assert opened.session.value(TITLE) == "Written last"
    assert drafts.read(lost).draft.get(TITLE) == "Written last"
    history = controller.draft_manager.find_history(opened)
    assert any(TITLE in moment.keys for moment in history.list_moments())
    assert cards(controller) == []


def test_a_question_that_is_closed_changes_nothing(
    controller: ApplicationController, lost: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*_: object) -> tuple[str, str]:
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    (card,) = cards(controller)
    card.back_button.click()
    assert not lost.exists()
    assert controller.window.opened is None
    assert len(cards(controller)) == 1


def test_a_removed_card_does_not_return(controller: ApplicationController, lost: Path) -> None:
    (card,) = cards(controller)
    card.remove_button.click()
    process_events()
    assert cards(controller) == []
    assert not lost.exists()


def test_a_renamed_file_is_not_gone(controller: ApplicationController, lost: Path) -> None:
    (card,) = cards(controller)
    draft = drafts.read(EXAMPLES[0]).draft
    opened_id = card.words.id
    assert opened_id != draft.id
    drafts.save_new(replace(draft, id=opened_id), lost.with_name("another name.erasmus"))
    assert cards(controller) == []
