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
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.typing_window import TEXT
from ui.controllers.application import ApplicationController
from ui.dialogs.compare import CompareDialog

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
    qtbot.waitUntil(lambda: controller.window.notifications.topic == "rescue")
    return controller


def answer(keyboard: Keyboard, name: str) -> None:
    button = keyboard.tab_to(lambda part: part.objectName() == name, name)
    assert isinstance(button, QPushButton)
    keyboard.press(Qt.Key.Key_Return)
    process_events()


def offered(controller: ApplicationController) -> bool:
    controller.show_home()
    process_events()
    return controller.window.notifications.topic == "rescue"


def test_what_was_typed_is_offered_by_the_name_of_the_draft_and_taken_in_one_step(
    controller: ApplicationController, keyboard: Keyboard, killed: Killed
) -> None:
    assert killed.path.read_bytes() == killed.before
    assert killed.path.name in controller.window.notifications.text_label.text()
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
    assert (controller.window.notifications.topic == "rescue") == (taken is None)


def test_a_file_that_was_changed_elsewhere_since_is_left_alone(
    start_program: StartProgram, killed: Killed, qtbot: QtBot
) -> None:
    theirs = drafts.read(killed.path).draft.apply(Change(TITLE, None, "Theirs"))
    drafts.save(theirs, killed.path, drafts.read(killed.path).digest)
    foreign = killed.path.read_bytes()
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: controller.window.notifications.topic == "rescue")
    answer(Keyboard(controller.window, qtbot), "take")
    opened = controller.window.opened
    assert opened is not None
    assert opened.session.path != killed.path
    assert opened.session.path.parent == controller.paths.drafts
    assert str(opened.session.value(TEXT)).startswith(killed.sure)
    assert killed.path.read_bytes() == foreign
    assert not offered(controller)


def test_words_whose_file_is_gone_are_saved_as_a_new_file(
    start_program: StartProgram, killed: Killed, qtbot: QtBot
) -> None:
    killed.path.unlink()
    controller = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: controller.window.notifications.topic == "rescue")
    answer(Keyboard(controller.window, qtbot), "take")
    opened = controller.window.opened
    assert opened is not None
    assert str(drafts.read(opened.session.path).draft.get(TEXT)).startswith(killed.sure)
    assert not offered(controller)


def test_a_second_kill_before_anything_is_decided_loses_nothing(
    controller: ApplicationController, killed: Killed, start_program: StartProgram, qtbot: QtBot
) -> None:
    controller.shut_down()
    again = start_program(Settings(language="en"))
    qtbot.waitUntil(lambda: again.window.notifications.topic == "rescue")
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


def test_what_was_typed_anew_is_not_overwritten_by_what_is_taken_over_later(
    opened_by_name: ApplicationController, killed: Killed, qtbot: QtBot
) -> None:
    first = opened_by_name.window.opened
    assert first is not None
    first.session.edit(TEXT, "Begun again")
    answer(Keyboard(opened_by_name.window, qtbot), "take")
    beside = opened_by_name.window.opened
    assert beside is not None
    assert beside.session.path != killed.path
    assert str(beside.session.value(TEXT)).startswith(killed.sure)
    assert drafts.read(killed.path).draft.get(TEXT) == "Begun again"
