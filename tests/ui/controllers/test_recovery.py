"""A window is killed while somebody types; the next start gives the words back."""

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
from tests.ui.conftest import MakeOffice
from tests.ui.editors import EXAMPLES
from tests.ui.hands import CTRL, Hands, settle
from tests.ui.typing_window import TEXT
from ui.controllers.application import Office
from ui.dialogs.compare import Compare

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
    # A key may have arrived that the dying window had no time to tell of.
    return Killed(path, before, typed(sure), typed(keys[-1][0] + 1))


def type_and_kill(home: Path, path: Path) -> tuple[list[tuple[int, float]], float]:
    """Let somebody type in a window and kill it; give every key told with its moment, and when."""
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
def office(make_office: MakeOffice, killed: Killed, qtbot: QtBot) -> Office:
    office = make_office(Settings(language="en"))
    qtbot.waitUntil(lambda: office.window.notices.topic == "rescue")
    return office


def answer(hands: Hands, name: str) -> None:
    button = hands.tab_to(lambda part: part.objectName() == name, name)
    assert isinstance(button, QPushButton)
    hands.press(Qt.Key.Key_Return)
    settle()


def offered(office: Office) -> bool:
    office.show_home()
    settle()
    return office.window.notices.topic == "rescue"


def test_what_was_typed_is_offered_by_the_name_of_the_draft_and_taken_in_one_step(
    office: Office, hands: Hands, killed: Killed
) -> None:
    assert killed.path.read_bytes() == killed.before
    assert killed.path.name in office.window.notices.text_label.text()
    answer(hands, "take")
    opened = office.window.opened
    assert opened is not None
    session = opened.session
    assert session.path == killed.path
    rescued = str(session.value(TEXT))
    assert rescued.startswith(killed.sure)
    assert killed.most.startswith(rescued)
    assert session.undo_stack.count() == 1
    hands.press(Qt.Key.Key_Z, CTRL)
    assert session.value(TEXT) == killed.old
    hands.press(Qt.Key.Key_Y, CTRL)
    hands.press(Qt.Key.Key_S, CTRL)
    assert drafts.read(killed.path).draft.get(TEXT) == rescued
    assert not offered(office)


def test_what_is_left_is_not_offered_again_and_the_file_stays(
    office: Office, hands: Hands, killed: Killed
) -> None:
    answer(hands, "leave")
    assert office.window.opened is None
    assert killed.path.read_bytes() == killed.before
    assert not offered(office)


@pytest.mark.parametrize("taken", [True, False, None])
def test_the_words_can_be_looked_at_before_deciding(
    office: Office,
    hands: Hands,
    killed: Killed,
    monkeypatch: pytest.MonkeyPatch,
    taken: bool | None,
) -> None:
    shown: list[str] = []

    def ask(*given: object) -> bool | None:
        shown.append(str(given))
        return taken

    monkeypatch.setattr(Compare, "ask", ask)
    answer(hands, "look")
    assert killed.sure in shown[0]
    assert (office.window.opened is not None) == (taken is True)
    assert killed.path.read_bytes() == killed.before
    assert (office.window.notices.topic == "rescue") == (taken is None)


def test_onto_a_file_that_somebody_else_wrote_since_nothing_is_put(
    make_office: MakeOffice, killed: Killed, qtbot: QtBot
) -> None:
    theirs = drafts.read(killed.path).draft.apply(Change(TITLE, None, "Theirs"))
    drafts.save(theirs, killed.path, drafts.read(killed.path).digest)
    foreign = killed.path.read_bytes()
    office = make_office(Settings(language="en"))
    qtbot.waitUntil(lambda: office.window.notices.topic == "rescue")
    answer(Hands(office.window, qtbot), "take")
    opened = office.window.opened
    assert opened is not None
    assert opened.session.path != killed.path
    assert opened.session.path.parent == office.places.drafts
    assert str(opened.session.value(TEXT)).startswith(killed.sure)
    assert killed.path.read_bytes() == foreign
    assert not offered(office)


def test_words_whose_file_is_gone_are_saved_as_a_new_file(
    make_office: MakeOffice, killed: Killed, qtbot: QtBot
) -> None:
    killed.path.unlink()
    office = make_office(Settings(language="en"))
    qtbot.waitUntil(lambda: office.window.notices.topic == "rescue")
    answer(Hands(office.window, qtbot), "take")
    opened = office.window.opened
    assert opened is not None
    assert str(drafts.read(opened.session.path).draft.get(TEXT)).startswith(killed.sure)
    assert not offered(office)


def test_a_second_kill_before_anything_is_decided_loses_nothing(
    office: Office, killed: Killed, make_office: MakeOffice, qtbot: QtBot
) -> None:
    office.end()
    again = make_office(Settings(language="en"))
    qtbot.waitUntil(lambda: again.window.notices.topic == "rescue")
    answer(Hands(again.window, qtbot), "take")
    assert again.window.opened is not None
    assert str(again.window.opened.session.value(TEXT)).startswith(killed.sure)


def test_opening_the_draft_without_deciding_keeps_the_offer(office: Office, killed: Killed) -> None:
    assert office.window.open_draft(killed.path)
    settle()
    assert offered(office)


@pytest.fixture
def opened_by_name(make_office: MakeOffice, killed: Killed, qtbot: QtBot) -> Office:
    office = make_office(Settings(language="en"), killed.path)
    qtbot.waitUntil(lambda: office.window.notices.topic == "rescue")
    return office


def test_a_draft_opened_by_its_name_is_offered_what_is_newer_and_takes_it_in_one_step(
    opened_by_name: Office, killed: Killed, qtbot: QtBot
) -> None:
    answer(Hands(opened_by_name.window, qtbot), "take")
    opened = opened_by_name.window.opened
    assert opened is not None
    assert opened.session.path == killed.path
    assert str(opened.session.value(TEXT)).startswith(killed.sure)
    assert opened.session.undo_stack.count() == 1
    assert not offered(opened_by_name)


def test_what_was_typed_anew_is_not_overwritten_by_what_is_taken_over_later(
    opened_by_name: Office, killed: Killed, qtbot: QtBot
) -> None:
    first = opened_by_name.window.opened
    assert first is not None
    first.session.edit(TEXT, "Begun again")
    answer(Hands(opened_by_name.window, qtbot), "take")
    beside = opened_by_name.window.opened
    assert beside is not None
    assert beside.session.path != killed.path
    assert str(beside.session.value(TEXT)).startswith(killed.sure)
    assert drafts.read(killed.path).draft.get(TEXT) == "Begun again"
