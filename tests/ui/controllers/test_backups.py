"""Backups in a second place, from the choice of a folder to the restored proposal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.second_backups import FOLDER, SecondBackups, prepare_folder
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.dialogs.dialog_driver import run_dialog
from tests.ui.editors import EXAMPLES
from ui.controllers.application import ApplicationController
from ui.controllers.backup_notices import TOPIC
from ui.controllers.restore import TOPIC as RESTORED
from ui.dialogs.preferences import PreferencesDialog
from ui.main_window.home_page import HomePage
from ui.pages.restore_page import FEW, BackupRow, RestorePage
from ui.session.draft_manager import OpenDraft

TITLE = Key("prj.title")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


@pytest.fixture
def chosen(stick: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer each question for a folder with the stick."""

    def choose(*_: object) -> str:
        return str(stick)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    return stick


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 29, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def opened_of(controller: ApplicationController) -> OpenDraft:
    opened = controller.window.opened
    assert opened is not None
    return opened


def show_page(
    controller: ApplicationController, show: Callable[[], object] | None = None
) -> RestorePage:
    (show or controller.home.show_backups)()
    page = controller.window.stack.currentWidget()
    assert isinstance(page, RestorePage)
    return page


def choose_place(controller: ApplicationController) -> None:
    def act(dialog: PreferencesDialog) -> None:
        dialog.backup_choice.choose_button.click()
        dialog.apply_button.click()

    run_dialog(PreferencesDialog, controller.edit_preferences, act)


def titles_on(stick: Path) -> list[str]:
    """Return the titles of the backups in the order of their writing."""
    found = sorted((stick / FOLDER).glob("*/*.erasmus"))
    return [drafts.read(path).draft.text(TITLE.question) for path in found]


def write(controller: ApplicationController, qtbot: QtBot, text: str) -> None:
    opened = opened_of(controller)
    opened.session.edit(TITLE, text)
    with qtbot.waitSignal(controller.draft_manager.backup_writer.idle):
        opened.autosave.save()


def test_a_proposal_that_is_lost_comes_back_from_the_second_place(
    controller: ApplicationController, qtbot: QtBot, chosen: Path
) -> None:
    choose_place(controller)
    assert controller.user_settings.current.backup_folder == chosen / FOLDER
    controller.open_example(EXAMPLES[0])
    write(controller, qtbot, "Backed up")
    assert titles_on(chosen) == ["Backed up"]
    opened_of(controller).session.edit(TITLE, "Written last")
    lost = opened_of(controller).session.path
    with qtbot.waitSignal(controller.draft_manager.backup_writer.idle):
        controller.show_home()
    # Of each hour the last one stays.
    assert titles_on(chosen) == ["Written last"]
    lost.unlink()
    home = controller.window.stack.content
    assert isinstance(home, HomePage)
    page = show_page(controller, home.backups_button.click)

    def is_found() -> bool:
        return any(row.words.detail.endswith(FOLDER) for row in rows_of(page))

    qtbot.waitUntil(is_found)
    (card,) = page.cards.values()
    assert card.words.title.endswith("Written last")
    row = next(row for row in card.rows if row.words.detail.endswith(FOLDER))
    row.look_button.click()
    assert not row.summary.isHidden()
    assert row.words.lines
    row.restore_button.click()
    opened = opened_of(controller)
    assert opened.session.value(TITLE) == "Written last"
    assert opened.session.path.parent == controller.paths.drafts
    notice = controller.window.notifications
    assert notice.topic == RESTORED
    assert opened.session.path.name in notice.text_label.text()
    assert titles_on(chosen) == ["Written last"]


def rows_of(page: RestorePage) -> list[BackupRow]:
    return [row for card in page.cards.values() for row in card.rows]


def test_a_backup_of_another_computer_and_one_of_a_proposal_that_is_here_are_restored(
    controller: ApplicationController, qtbot: QtBot, chosen: Path
) -> None:
    controller.open_example(EXAMPLES[0])
    first = opened_of(controller).session
    clock = Clock()
    theirs = SecondBackups(prepare_folder(chosen), clock)
    draft = drafts.duplicate(drafts.read(EXAMPLES[1]).draft)
    for number in range(FEW + 1):
        clock.at += timedelta(hours=1)
        theirs.back_up(draft.apply(Change(TITLE, None, f"Theirs {number}")), "theirs")
    damaged = theirs.find(draft.id)[-1].path
    damaged.write_bytes(damaged.read_bytes()[:-30])
    page = show_page(controller)
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    page.folder_button.click()
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    card = next(one for one in page.cards.values() if one.words.title.endswith("Theirs 2"))
    assert len(card.rows) == FEW
    assert card.rows[0].words.is_damaged
    assert card.rows[0].restore_button.isHidden()
    card.all_button.click()
    qtbot.waitUntil(lambda: len(card.rows) == FEW + 1)
    card.rows[-1].restore_button.click()
    assert opened_of(controller).session.value(TITLE) == "Theirs 0"
    assert opened_of(controller).session.draft.id == draft.id
    page = show_page(controller)

    def find_first() -> list[BackupRow]:
        return [row for row in rows_of(page) if row.words.path.parent.name == first.draft.id]

    qtbot.waitUntil(lambda: bool(find_first()))
    find_first()[0].restore_button.click()
    second = opened_of(controller).session
    assert second.path != first.path
    assert second.draft.id != first.draft.id


def test_a_place_that_is_away_is_told_once_and_tried_again(
    start_program: StartProgram, qtbot: QtBot, stick: Path
) -> None:
    controller = start_program(Settings(language="en", backup_folder=prepare_folder(stick)))
    controller.open_example(EXAMPLES[0])
    writer = controller.draft_manager.backup_writer
    notice = controller.window.notifications
    away = stick.rename(stick.with_name("pulled out"))
    write(controller, qtbot, "While it is away")
    assert notice.topic == TOPIC
    assert str(stick / FOLDER) in notice.text_label.text()
    assert opened_of(controller).autosave.status.is_saved
    notice.clear()
    opened_of(controller).session.edit(TITLE, "Still away")
    assert opened_of(controller).autosave.save()
    assert notice.topic == ""
    away.rename(stick)
    with qtbot.waitSignal(writer.idle):
        writer.try_again()
    assert writer.problem is None
    assert titles_on(stick) == ["Still away"]


def test_no_key_and_no_save_waits_for_a_place_that_does_not_answer(
    start_program: StartProgram, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = start_program(Settings(language="en", backup_folder=prepare_folder(stick)))
    answers, asked = Event(), Event()

    def hang(*_: object) -> None:
        asked.set()
        answers.wait()

    monkeypatch.setattr(SecondBackups, "back_up", hang)
    controller.open_example(EXAMPLES[0])
    session = opened_of(controller).session
    for number in range(3):
        session.edit(TITLE, f"Written {number}")
        assert opened_of(controller).autosave.save()
    controller.show_home()
    controller.draft_manager.backup_writer.close(0.0)
    assert asked.wait(10)
    assert drafts.read(session.path).draft.get(TITLE) == "Written 2"
    answers.set()
