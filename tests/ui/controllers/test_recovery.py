"""The program is killed while a user types; the next start recovers the text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.paths import find_paths
from erasmus_desk.storage import drafts
from erasmus_desk.storage.draft_history import DraftHistory
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.typing_window import TEXT
from ui.controllers.application import ApplicationController
from ui.dialogs.compare import CompareDialog
from ui.main_window.home_page import HomePage
from ui.main_window.recovery_list import RecoveryLine

ROOT = Path(__file__).resolve().parents[3]
TITLE = Key("prj.title")
AT_RISK = 1.0
"""Seconds of typing that a crash may cost."""
TYPING = 1.6
"""Seconds of typing before the kill."""


@dataclass(frozen=True)
class Killed:
    """What is left of a window that was killed: its draft, and what must have survived."""

    path: Path
    before: bytes
    sure: str
    most: str

    @property
    def old(self) -> object:
        return drafts.read(self.path).draft.get(TEXT)


def typed(count: int) -> str:
    return "".join(str(number % 10) for number in range(1, count + 1))


@pytest.fixture(scope="module")
def struck(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """Kill a window once, for all tests: they get what it left, each as it was."""
    folder = tmp_path_factory.mktemp("struck")
    path = folder / "home" / "drafts" / "a proposal.erasmus"
    path.parent.mkdir(parents=True)
    path.write_bytes(EXAMPLES[0].read_bytes())
    before = path.read_bytes()
    keys, end = type_and_kill(folder / "home", path)
    sure = max(number for number, moment in keys if moment <= end - AT_RISK)
    shutil.copytree(folder / "home", folder / "left")
    # A key may have arrived that the killed program did not report any more.
    return Killed(path, before, typed(sure), typed(keys[-1][0] + 1))


def type_and_kill(home: Path, path: Path) -> tuple[list[tuple[int, float]], float]:
    """Type in a window and kill it; return the reported keys with their times, and when."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typing_window", str(path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "ERASMUS_DESK_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        keys: list[tuple[int, float]] = []
        for line in child.stdout:
            number, moment = line.split()
            keys.append((int(number), float(moment)))
            if keys[-1][1] - keys[0][1] >= TYPING:
                break
        end = time.monotonic()
        child.kill()
        whole = [line.split() for line in child.stdout if line.endswith("\n")]
    assert keys, "nothing was typed"
    return keys + [(int(number), float(moment)) for number, moment in whole], end


@pytest.fixture
def killed(struck: Killed, monkeypatch: pytest.MonkeyPatch) -> Killed:
    home = struck.path.parent.parent
    shutil.rmtree(home)
    shutil.copytree(home.with_name("left"), home)
    monkeypatch.setenv("ERASMUS_DESK_HOME", str(home))
    return struck


@pytest.fixture
def controller(start_program: StartProgram, killed: Killed, qtbot: QtBot) -> ApplicationController:
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: offers(controller) != [])
    return controller


def offers(controller: ApplicationController) -> list[RecoveryLine]:
    """Return the lines of the home page with something to recover."""
    home = controller.window.stack.content
    lines = home.recoveries.lines if isinstance(home, HomePage) else []
    return [line for line in lines if not line.words.is_settled]


def answer(keyboard: Keyboard, name: str) -> None:
    button = keyboard.tab_to(lambda part: part.objectName() == name, name)
    assert isinstance(button, QPushButton)
    keyboard.press(Qt.Key.Key_Return)
    process_events()


def offered(controller: ApplicationController) -> bool:
    controller.show_home()
    process_events()
    return offers(controller) != []


def test_what_was_typed_is_offered_by_the_name_of_the_draft_and_taken_in_one_step(
    controller: ApplicationController, keyboard: Keyboard, killed: Killed
) -> None:
    assert killed.path.read_bytes() == killed.before
    (line,) = offers(controller)
    assert killed.path.name in line.words.title
    answer(keyboard, "take")
    opened = controller.window.opened
    assert opened is not None
    session = opened.session
    assert session.path == killed.path
    rescued = str(session.value(TEXT))
    assert rescued.startswith(killed.sure)
    assert killed.most.startswith(rescued)
    assert session.undo_stack.count() == 1
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert session.value(TEXT) == killed.old
    keyboard.press(Qt.Key.Key_Y, CTRL)
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert drafts.read(killed.path).draft.get(TEXT) == rescued
    assert not offered(controller)


def test_what_is_left_is_not_offered_again_and_the_file_stays(
    controller: ApplicationController, keyboard: Keyboard, killed: Killed
) -> None:
    answer(keyboard, "leave")
    assert controller.window.opened is None
    assert killed.path.read_bytes() == killed.before
    assert not offered(controller)


def test_what_is_left_is_in_the_history_and_leaving_can_be_undone(
    controller: ApplicationController, keyboard: Keyboard, killed: Killed
) -> None:
    draft_id = drafts.read(killed.path).draft.id
    manager = controller.draft_manager
    answer(keyboard, "leave")
    history = DraftHistory(draft_id, manager.journal, manager.backups)
    (left,) = history.list_named()
    assert str(history.load(left.id).get(TEXT)).startswith(killed.sure)
    answer(keyboard, "undo")
    assert offers(controller)
    assert history.list_named() == ()
    answer(keyboard, "take")
    opened = controller.window.opened
    assert opened is not None
    assert str(opened.session.value(TEXT)).startswith(killed.sure)


@pytest.mark.parametrize("taken", [True, False, None])
def test_the_words_can_be_looked_at_before_deciding(
    controller: ApplicationController,
    keyboard: Keyboard,
    killed: Killed,
    monkeypatch: pytest.MonkeyPatch,
    taken: bool | None,
) -> None:
    shown: list[str] = []

    def ask(dialog: CompareDialog) -> bool | None:
        shown.append(dialog.view.toPlainText())
        return taken

    monkeypatch.setattr(CompareDialog, "ask", ask)
    answer(keyboard, "look")
    assert killed.sure in shown[0]
    assert (controller.window.opened is not None) == (taken is True)
    assert killed.path.read_bytes() == killed.before
    assert (offers(controller) != []) == (taken is None)


def test_a_file_that_was_changed_elsewhere_since_keeps_both(
    start_program: StartProgram, killed: Killed, qtbot: QtBot
) -> None:
    theirs = drafts.read(killed.path).draft.apply(Change(TITLE, None, "Theirs"))
    drafts.save(theirs, killed.path, drafts.read(killed.path).digest)
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: offers(controller) != [])
    answer(Keyboard(controller.window, qtbot), "take")
    opened = controller.window.opened
    assert opened is not None
    assert opened.session.path == killed.path
    assert opened.session.value(TITLE) == "Theirs"
    assert str(opened.session.value(TEXT)).startswith(killed.sure)
    opened.session.undo_stack.undo()
    assert opened.session.value(TEXT) == killed.old
    assert not offered(controller)


@pytest.mark.parametrize("taken", [True, False])
def test_the_same_answer_changed_elsewhere_is_taken_only_after_both_were_seen(
    start_program: StartProgram,
    killed: Killed,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    taken: bool,
) -> None:
    theirs = drafts.read(killed.path).draft.apply(Change(TEXT, None, "Theirs"))
    drafts.save(theirs, killed.path, drafts.read(killed.path).digest)
    foreign = killed.path.read_bytes()
    shown: list[str] = []

    def ask(dialog: CompareDialog) -> bool:
        shown.append(dialog.view.toPlainText())
        return taken

    monkeypatch.setattr(CompareDialog, "ask", ask)
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: offers(controller) != [])
    answer(Keyboard(controller.window, qtbot), "take")
    assert "Theirs" in shown[0]
    opened = controller.window.opened
    assert (opened is not None) == taken
    if opened is not None:
        assert opened.session.path == killed.path
        opened.session.undo_stack.undo()
        assert opened.session.value(TEXT) == "Theirs"
    else:
        assert killed.path.read_bytes() == foreign
        assert offers(controller)


def test_words_whose_file_is_gone_come_back_at_its_place(
    start_program: StartProgram, killed: Killed, qtbot: QtBot
) -> None:
    killed.path.unlink()
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: offers(controller) != [])
    answer(Keyboard(controller.window, qtbot), "take")
    opened = controller.window.opened
    assert opened is not None
    assert opened.session.path == killed.path
    assert str(drafts.read(killed.path).draft.get(TEXT)).startswith(killed.sure)
    assert killed.path.name in controller.window.notifications.text_label.text()
    assert not offered(controller)


def test_words_whose_folder_is_gone_become_a_new_proposal_and_that_is_said(
    start_program: StartProgram, killed: Killed, qtbot: QtBot, tmp_path: Path
) -> None:
    away = tmp_path / "drive"
    away.mkdir()
    path = away / "on a drive.erasmus"
    file = drafts.read(killed.path)
    path.write_bytes(file.content)
    journal = Journal(find_paths().journal)
    run = journal.begin_run(file.draft, path, file.digest)
    journal.append(run, [Change(TITLE, file.draft.get(TITLE), "On the drive")])
    journal.close()
    shutil.rmtree(away)
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: len(offers(controller)) == 2)
    (line,) = [one for one in offers(controller) if path.name in one.words.title]
    assert "connect it" in line.words.title
    line.answered.emit(line.words.id, "take")
    opened = controller.window.opened
    assert opened is not None
    assert opened.session.path.parent == controller.paths.drafts
    assert opened.session.value(TITLE) == "On the drive"
    assert opened.session.path.name in controller.window.notifications.text_label.text()


def test_a_file_that_is_gone_is_offered_also_when_it_was_asked_for_by_name(
    start_program: StartProgram, killed: Killed, qtbot: QtBot
) -> None:
    killed.path.unlink()
    controller = start_program(Settings(language="en"), killed.path)
    qtbot.waitUntil(lambda: offers(controller) != [])
    assert killed.path.name in offers(controller)[0].words.title
    assert controller.window.notifications.topic == "error"


def test_a_second_kill_before_anything_is_decided_loses_nothing(
    controller: ApplicationController, killed: Killed, start_program: StartProgram, qtbot: QtBot
) -> None:
    controller.shut_down()
    again = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: offers(again) != [])
    answer(Keyboard(again.window, qtbot), "take")
    assert again.window.opened is not None
    assert str(again.window.opened.session.value(TEXT)).startswith(killed.sure)


def test_opening_the_draft_without_deciding_keeps_the_offer(
    controller: ApplicationController, killed: Killed
) -> None:
    assert controller.window.open_draft(killed.path)
    process_events()
    assert offered(controller)


@pytest.fixture
def opened_by_name(
    start_program: StartProgram, killed: Killed, qtbot: QtBot
) -> ApplicationController:
    controller = start_program(Settings(language="en"), killed.path)
    qtbot.waitUntil(lambda: controller.window.notifications.topic == "rescue")
    return controller


def test_a_draft_opened_by_its_name_is_offered_what_is_newer_and_takes_it_in_one_step(
    opened_by_name: ApplicationController, killed: Killed, qtbot: QtBot
) -> None:
    answer(Keyboard(opened_by_name.window, qtbot), "take")
    opened = opened_by_name.window.opened
    assert opened is not None
    assert opened.session.path == killed.path
    assert str(opened.session.value(TEXT)).startswith(killed.sure)
    assert opened.session.undo_stack.count() == 1
    assert not offered(opened_by_name)


def test_what_was_typed_anew_is_replaced_only_after_both_were_seen(
    opened_by_name: ApplicationController,
    killed: Killed,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = opened_by_name.window.opened
    assert first is not None
    first.session.edit(TEXT, "Begun again")
    answers: list[bool | None] = [None, True]
    shown: list[str] = []

    def ask(dialog: CompareDialog) -> bool | None:
        shown.append(dialog.view.toPlainText())
        return answers.pop(0)

    monkeypatch.setattr(CompareDialog, "ask", ask)
    answer(Keyboard(opened_by_name.window, qtbot), "take")
    assert first.session.value(TEXT) == "Begun again"
    answer(Keyboard(opened_by_name.window, qtbot), "take")
    assert opened_by_name.window.opened is first
    assert "Begun again" in shown[1]
    assert str(first.session.value(TEXT)).startswith(killed.sure)
    first.session.undo_stack.undo()
    assert first.session.value(TEXT) == "Begun again"


@pytest.fixture
def two_killed(killed: Killed) -> Path:
    """Leave unsaved work in another draft, older than that of the first; return its path."""
    other = killed.path.with_name("another.erasmus")
    other.write_bytes(EXAMPLES[1].read_bytes())
    file = drafts.read(other)
    journal = Journal(find_paths().journal)
    run = journal.begin_run(file.draft, other, file.digest)
    journal.append(run, [Change(TITLE, file.draft.get(TITLE), "Newer title")])
    journal.close()
    return other


def test_of_two_drafts_each_is_offered_its_own(
    start_program: StartProgram, killed: Killed, two_killed: Path, qtbot: QtBot
) -> None:
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: len(offers(controller)) == 2)
    lines = {line.words.title: line for line in offers(controller)}
    (title,) = [one for one in lines if two_killed.name in one]
    assert "Title" in lines[title].words.detail
    lines[title].answered.emit(lines[title].words.id, "take")
    opened = controller.window.opened
    assert opened is not None
    assert opened.session.path == two_killed
    assert opened.session.value(TITLE) == "Newer title"
    assert offered(controller)
    (line,) = offers(controller)
    assert killed.path.name in line.words.title


def test_a_draft_opened_by_name_is_offered_its_own_and_is_told_of_the_other(
    start_program: StartProgram, killed: Killed, two_killed: Path, qtbot: QtBot
) -> None:
    controller = start_program(Settings(language="en"), two_killed)
    notices = controller.window.notifications
    qtbot.waitUntil(lambda: notices.topic == "rescue")
    assert two_killed.name in notices.text_label.text()
    answer(Keyboard(controller.window, qtbot), "take")
    opened = controller.window.opened
    assert opened is not None
    assert opened.session.value(TITLE) == "Newer title"
    assert controller.window.open_draft(killed.path)
    qtbot.waitUntil(lambda: notices.topic == "rescue")
    assert killed.path.name in notices.text_label.text()


def test_a_draft_without_unsaved_words_tells_of_another_that_has_some(
    start_program: StartProgram, killed: Killed, qtbot: QtBot
) -> None:
    other = killed.path.with_name("another.erasmus")
    other.write_bytes(EXAMPLES[1].read_bytes())
    # It was killed twice before anybody decided, and is named once.
    file, journal = drafts.read(killed.path), Journal(find_paths().journal)
    run = journal.begin_run(file.draft, killed.path, file.digest)
    journal.append(run, [Change(TITLE, file.draft.get(TITLE), "Newer title")])
    journal.close()
    controller = start_program(Settings(language="en"), other)
    notices = controller.window.notifications
    qtbot.waitUntil(lambda: notices.topic == "rescue-others")
    assert notices.text_label.text().count(killed.path.name) == 1
    answer(Keyboard(controller.window, qtbot), "show")
    qtbot.waitUntil(lambda: offers(controller) != [])
