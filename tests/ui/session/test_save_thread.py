"""Typing goes on during a save, and changes made meanwhile are not shown as saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.journal import Journal
from tests.ui.editors import EXAMPLES, library
from ui.session.autosave import Autosave
from ui.session.save_status import SaveState
from ui.session.session import Session

TITLE = Key("prj.title")
QUICK = (20, 60, 200)
TIMEOUT = 10
"""Seconds after which a closed gate opens, so that a failure ends the test."""


class SlowDisk:
    """Writes to one file wait before a gate, one gate for each write."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.gates = [Event(), Event(), Event()]
        self.arrived = [Event(), Event(), Event()]
        self._place = 0
        self._write = atomic_file.write
        monkeypatch.setattr(atomic_file, "write", self.write)

    def write(self, path: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if path == self.path:
            place, self._place = self._place, self._place + 1
            self.arrived[place].set()
            self.gates[place].wait(TIMEOUT)
        return self._write(path, content, swap=swap)

    def open(self) -> None:
        for gate in self.gates:
            gate.set()


@pytest.fixture
def autosave(qapp: QApplication, tmp_path: Path) -> Autosave:
    path = tmp_path / "drafts" / "a.erasmus"
    path.parent.mkdir()
    path.write_bytes(EXAMPLES[0].read_bytes())
    opened, known = drafts.read(path), library()
    pack = known.load_pack(opened.draft.pack.id)
    session = Session(opened.draft, pack, known.load_texts(pack.id, "en"), path)
    journal = Journal(tmp_path / "journal.sqlite3")
    return Autosave(session, opened.digest, journal, Backups(tmp_path / "copies"), QUICK)


@pytest.fixture
def disk(autosave: Autosave, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk(autosave.session.path, monkeypatch)
    yield disk
    disk.open()
    autosave.close()


def title_on_disk(autosave: Autosave) -> object:
    return drafts.read(autosave.session.path).draft.get(TITLE)


def test_a_slow_disk_holds_up_no_key(autosave: Autosave, disk: SlowDisk, qtbot: QtBot) -> None:
    autosave.session.edit(TITLE, "First")
    qtbot.waitUntil(disk.arrived[0].is_set)
    for text in ("Second", "Third"):
        autosave.session.edit(TITLE, text)
        QApplication.processEvents()
    assert autosave.session.value(TITLE) == "Third"
    assert autosave.status.state is SaveState.TYPING


def test_what_was_typed_meanwhile_is_saved_next_and_only_then_called_saved(
    autosave: Autosave, disk: SlowDisk, qtbot: QtBot
) -> None:
    autosave.session.edit(TITLE, "First")
    qtbot.waitUntil(disk.arrived[0].is_set)
    autosave.session.edit(TITLE, "Second")
    disk.gates[0].set()
    qtbot.waitUntil(disk.arrived[1].is_set)
    assert title_on_disk(autosave) == "First"
    assert autosave.status.state is SaveState.TYPING
    assert autosave.is_dirty
    disk.open()
    qtbot.waitUntil(lambda: autosave.status.state is SaveState.SAVED)
    assert title_on_disk(autosave) == "Second"


def test_save_waits_for_the_running_save_and_saves_the_rest(
    autosave: Autosave, disk: SlowDisk, qtbot: QtBot
) -> None:
    autosave.session.edit(TITLE, "First")
    qtbot.waitUntil(disk.arrived[0].is_set)
    autosave.session.edit(TITLE, "Second")
    disk.open()
    assert autosave.save()
    assert title_on_disk(autosave) == "Second"


def test_a_kill_after_a_save_offers_what_was_typed_while_it_was_that_is_running(
    autosave: Autosave, disk: SlowDisk, qtbot: QtBot, tmp_path: Path
) -> None:
    autosave.session.edit(TITLE, "First")
    qtbot.waitUntil(disk.arrived[0].is_set)
    autosave.session.edit(TITLE, "Second")
    autosave.write_journal()
    disk.gates[0].set()
    qtbot.waitUntil(disk.arrived[1].is_set)
    # As a second start sees it: the run above is none of its own, and not closed.
    copy = tmp_path / "copy.sqlite3"
    for tail in ("", "-wal"):
        Path(f"{copy}{tail}").write_bytes((tmp_path / f"journal.sqlite3{tail}").read_bytes())
    (tmp_path / "running").rename(tmp_path / "ended")
    later = Journal(copy)
    (rescue,) = later.find_unsaved_work()
    later.close()
    assert rescue.saved.get(TITLE) == "First"
    assert rescue.latest.get(TITLE) == "Second"
    assert rescue.base_digest == atomic_file.compute_digest(autosave.session.path.read_bytes())


def test_a_running_save_also_detects_a_file_changed_elsewhere(
    autosave: Autosave, disk: SlowDisk, qtbot: QtBot
) -> None:
    theirs = autosave.session.path.read_bytes() + b" "
    autosave.session.path.write_bytes(theirs)
    with qtbot.waitSignal(autosave.conflicted):
        autosave.session.edit(TITLE, "Mine")
    assert autosave.session.path.read_bytes() == theirs
    assert not autosave.save()
