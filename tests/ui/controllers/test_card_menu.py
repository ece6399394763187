"""What a card of the home page can do besides opening its proposal."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from erasmus_desk.storage import clock, drafts, locks
from erasmus_desk.storage.locks import LockHolder
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import process_events
from ui.controllers.application import ApplicationController
from ui.main_window.draft_cards import DraftCard
from ui.main_window.home_page import HomePage
from ui.main_window.proposal_list import MOST_CARDS


def cards_of(controller: ApplicationController) -> list[DraftCard]:
    process_events()
    home = controller.window.stack.content
    assert isinstance(home, HomePage)
    return home.cards


def store(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    drafts.save_new(drafts.duplicate(drafts.read(EXAMPLES[0]).draft), path)
    return path


@pytest.fixture
def inside(controller: ApplicationController) -> Path:
    """A proposal in the folder of proposals, whose card is shown."""
    path = store(controller.paths.drafts / "one.erasmus")
    controller.show_home()
    return path


@pytest.fixture
def elsewhere(controller: ApplicationController, tmp_path: Path) -> Path:
    """A proposal in another folder, which is listed as it was opened before."""
    path = store(tmp_path / "elsewhere" / "two.erasmus")
    assert controller.window.open_draft(path)
    controller.show_home()
    return path


def shown_menu() -> list[str]:
    process_events()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return texts


@pytest.mark.parametrize("count", [1, MOST_CARDS + 1])
def test_a_card_shows_its_menu_by_its_sign_by_the_mouse_and_by_the_key(
    controller: ApplicationController, count: int
) -> None:
    for number in range(count):
        store(controller.paths.drafts / f"{number}.erasmus")
    controller.show_home()
    card = cards_of(controller)[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 24, 24))
    by_sign = shown_menu()
    found: list[list[str]] = []
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        place = QPoint(40, 40)
        QApplication.sendEvent(card, QContextMenuEvent(reason, place, card.mapToGlobal(place)))
        found.append(shown_menu())
    assert by_sign == found[0] == found[1]
    assert by_sign == ["Open", "Make a copy", "Rename or move…", "Open the folder"]
    assert controller.window.opened is None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert controller.window.opened is not None


def test_a_copy_has_a_card_with_the_focus_and_an_id_of_its_own(
    controller: ApplicationController, inside: Path
) -> None:
    controller.home.card_menu.copy(inside)
    cards = cards_of(controller)
    made = next(card for card in cards if card.words.path != inside)
    assert len(cards) == 2
    assert controller.window.focusWidget() is made
    assert made.words.path.name in controller.window.notifications.text_label.text()
    first, second = (drafts.read(card.words.path).draft for card in cards)
    assert first.id != second.id
    assert first.answers == second.answers


def test_a_moved_file_keeps_its_content_and_its_place_in_the_list(
    controller: ApplicationController, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, target = elsewhere.read_bytes(), elsewhere.parent / "Robots v1.2"

    def answer(*_given: object, **_options: object) -> tuple[str, str]:
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    controller.home.card_menu.ask_name(elsewhere)
    moved = target.with_name("Robots v1.2.erasmus")
    assert moved.read_bytes() == content
    assert not elsewhere.exists()
    assert [card.words.path for card in cards_of(controller)] == [moved]
    assert controller.user_settings.current.recent == (moved,)
    assert [action.text() for action in controller.menus.recent_menu.actions()] == [moved.name]


def test_a_file_that_is_there_or_open_elsewhere_is_not_touched(
    controller: ApplicationController, inside: Path
) -> None:
    other = store(inside.with_name("other.erasmus"))
    before = (inside.read_bytes(), other.read_bytes())
    controller.home.card_menu.move(inside, other)
    told = controller.window.notifications.text_label.text()
    assert "already exists" in told
    holder = LockHolder("school-pc-7", "els", clock.now(), 1)
    locks.get_lock_path(inside).write_bytes(msgspec.json.encode(holder))
    controller.home.card_menu.move(inside, inside.with_name("third.erasmus"))
    assert "school-pc-7" in controller.window.notifications.text_label.text()
    assert (inside.read_bytes(), other.read_bytes()) == before
    assert not inside.with_name("third.erasmus").exists()


def test_a_proposal_of_another_folder_leaves_the_list_and_comes_back_with_undo(
    controller: ApplicationController, inside: Path, elsewhere: Path
) -> None:
    menu = controller.home.card_menu
    assert "Remove from this list" not in [one.text() for one in menu.build(inside).actions()]
    remove = menu.build(elsewhere).actions()[-1]
    assert remove.text() == "Remove from this list"
    remove.trigger()
    assert [card.words.path for card in cards_of(controller)] == [inside]
    assert elsewhere.exists()
    assert elsewhere not in controller.user_settings.current.recent
    bar = controller.window.notifications
    bar.answered.emit(bar.topic, "undo")
    assert {card.words.path for card in cards_of(controller)} == {inside, elsewhere}
