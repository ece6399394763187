"""Nothing typed is lost, and nothing is called saved that is not."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import TargetBusy, TargetRefused
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Copies
from erasmus_desk.storage.journal import Journal
from tests.ui.editors import EXAMPLES, library
from tests.ui.hands import CTRL, Hands, settle
from ui.controllers.application import Office
from ui.session.autosave import (
    JOURNAL_AFTER,
    SAVE_AFTER,
    SAVE_AT_LATEST,
    Autosave,
    SaveState,
    SaveStatus,
)
from ui.session.draft_manager import OpenDraft
from ui.session.session import Session

TITLE = Key("prj.title")
QUICK = (40, 120, 400)
"""Milliseconds: as the real delays, but for a test that waits for them."""


@dataclass
class Kept:
    """A draft on disk with everything that keeps it, and what was told."""

    session: Session
    autosave: Autosave
    copies: Copies
    path: Path
    states: list[SaveState]

    @property
    def on_disk(self) -> object:
        return drafts.read(self.path).draft.get(TITLE)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal.open(tmp_path / "local" / "journal.sqlite3")
    yield journal
    journal.close()


@pytest.fixture
def kept(qapp: QApplication, tmp_path: Path, journal: Journal) -> Kept:
    return keep(tmp_path, journal)


def keep(tmp_path: Path, journal: Journal | None) -> Kept:
    path = tmp_path / "drafts" / "a.erasmus"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(EXAMPLES[0].read_bytes())
    opened = drafts.read(path)
    known = library()
    pack = known.pack(opened.draft.pack.id)
    session = Session(opened.draft, pack, known.texts(pack.id, "en"), path)
    copies = Copies(tmp_path / "copies")
    autosave = Autosave(session, opened.digest, journal, copies, QUICK, try_again=60)
    states: list[SaveState] = []

    def note(status: SaveStatus) -> None:
        states.append(status.state)

    autosave.status_changed.connect(note)
    return Kept(session, autosave, copies, path, states)


def rows(tmp_path: Path) -> int:
    read = sqlite3.connect(tmp_path / "local" / "journal.sqlite3")
    try:
        return int(read.execute("SELECT count(*) FROM changes").fetchone()[0])
    finally:
        read.close()


def test_the_bounds_are_those_we_promise() -> None:
    # At most a second of typing at risk: the delay, and as much again for the write.
    assert JOURNAL_AFTER <= 500 < SAVE_AFTER < SAVE_AT_LATEST


def test_the_journal_is_written_within_its_bound_while_typing_goes_on(
    kept: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    before = rows(tmp_path)
    clock = QElapsedTimer()
    clock.start()
    typed = 0
    while rows(tmp_path) == before:
        typed += 1
        kept.session.edit(TITLE, "x" * typed)
        QApplication.processEvents()
        assert clock.elapsed() < QUICK[0] * 10
    assert kept.on_disk != kept.session.value(TITLE)


def test_the_file_is_saved_while_typing_goes_on(kept: Kept, qtbot: QtBot) -> None:
    before = kept.path.read_bytes()
    typed = 0
    clock = QElapsedTimer()
    clock.start()
    while kept.path.read_bytes() == before:
        typed += 1
        kept.session.edit(TITLE, "x" * typed)
        QApplication.processEvents()
        assert clock.elapsed() < QUICK[2] * 10
    assert str(kept.on_disk).startswith("x")


def test_the_file_is_saved_once_typing_rests(kept: Kept, qtbot: QtBot) -> None:
    kept.session.edit(TITLE, "New")
    assert kept.states == [SaveState.TYPING]
    qtbot.waitUntil(lambda: kept.states == [SaveState.TYPING, SaveState.SAVED])
    assert kept.on_disk == "New"
    assert not kept.autosave.is_dirty


def test_undo_to_what_is_saved_leaves_nothing_to_save(kept: Kept) -> None:
    before = kept.path.read_bytes()
    kept.session.edit(TITLE, "New")
    kept.session.undo_stack.undo()
    assert kept.autosave.save()
    assert kept.path.read_bytes() == before


def test_a_busy_file_is_tried_again_by_timer_until_it_lets_go(
    kept: Kept, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, refusals = atomic_file.write, [TargetBusy(path="a"), TargetBusy(path="a")]

    def busy(path: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if path == kept.path and refusals:
            raise refusals.pop()
        return write(path, content, swap=swap)

    monkeypatch.setattr(atomic_file, "write", busy)
    kept.session.edit(TITLE, "New")
    assert not kept.autosave.save()
    assert kept.states[-1] is SaveState.TROUBLE
    assert kept.on_disk != "New"
    qtbot.waitUntil(lambda: kept.states[-1] is SaveState.SAVED)
    assert kept.on_disk == "New"
    assert refusals == []


def test_a_full_disk_leaves_a_rescue_copy_and_recovers_by_itself(
    kept: Kept, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, is_full = atomic_file.write, [True]

    def full(path: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if path == kept.path and is_full:
            raise TargetRefused("full", path=str(path))
        return write(path, content, swap=swap)

    monkeypatch.setattr(atomic_file, "write", full)
    before = kept.path.read_bytes()
    kept.session.edit(TITLE, "New")
    qtbot.waitUntil(lambda: kept.states[-1] is SaveState.TROUBLE)
    assert kept.path.read_bytes() == before
    (copy,) = kept.copies.rescued(kept.session.draft.id)
    assert drafts.read(copy).draft.get(TITLE) == "New"
    assert kept.autosave.secure()
    assert kept.states.count(SaveState.TROUBLE) == 1
    is_full.clear()
    qtbot.waitUntil(lambda: kept.states[-1] is SaveState.SAVED)
    assert kept.on_disk == "New"


def test_with_nowhere_to_write_nothing_is_called_secure(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(tmp_path, None)

    def full(path: Path, _content: bytes, **_: object) -> str:
        raise TargetRefused("full", path=str(path))

    monkeypatch.setattr(atomic_file, "write", full)
    assert kept.autosave.secure()
    kept.session.edit(TITLE, "New")
    assert not kept.autosave.secure()
    assert kept.autosave.status.state is SaveState.TROUBLE


def test_somebody_elses_version_is_never_overwritten(kept: Kept, qtbot: QtBot) -> None:
    theirs = kept.path.read_bytes().replace(b'"prj.title"', b'"prj.title" ')
    kept.path.write_bytes(theirs)
    kept.session.edit(TITLE, "New")
    with qtbot.waitSignal(kept.autosave.conflicted):
        pass
    for _ in range(3):
        kept.session.edit(TITLE, f"{kept.session.value(TITLE)}!")
        assert not kept.autosave.save()
    assert kept.path.read_bytes() == theirs
    assert kept.autosave.is_in_conflict
    assert kept.autosave.secure()  # the journal has it


def test_a_journal_that_fails_is_told_once_and_saving_goes_on(
    kept: Kept, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[object] = []
    kept.autosave.unguarded.connect(told.append)
    refuse(journal)
    for text in ("New", "Newer"):
        kept.session.edit(TITLE, text)
        kept.autosave.write_journal()
        qtbot.waitUntil(lambda: kept.states[-1] is SaveState.SAVED)
        assert kept.on_disk == text
    assert [str(getattr(one, "sentence", "")) for one in told] == ["journal.no-right"]
    assert kept.states[-1] is SaveState.SAVED
    let(journal)
    before = rows(tmp_path)
    kept.session.edit(TITLE, "Newest")
    kept.autosave.write_journal()
    assert kept.autosave.journal_error is None
    assert rows(tmp_path) > before


def test_a_journal_that_cannot_even_begin_is_known_from_the_start(
    tmp_path: Path, qapp: QApplication, journal: Journal
) -> None:
    refuse(journal)
    kept = keep(tmp_path, journal)
    assert kept.autosave.journal_error is not None
    kept.session.edit(TITLE, "New")
    assert kept.autosave.save()
    assert kept.on_disk == "New"
    let(journal)
    kept.session.edit(TITLE, "Newer")
    assert kept.autosave.save()
    before = rows(tmp_path)
    kept.session.edit(TITLE, "Newest")
    kept.autosave.write_journal()
    assert rows(tmp_path) > before


def test_the_window_says_not_saved_and_stars_its_title_until_the_file_is_written(
    office: Office, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_example(office)
    topbar = office.window.topbar
    assert topbar is not None
    path, write, is_full = opened.session.path, atomic_file.write, [True]

    def full(where: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if where == path and is_full:
            raise TargetRefused("full", path=str(where))
        return write(where, content, swap=swap)

    monkeypatch.setattr(atomic_file, "write", full)
    opened.session.edit(TITLE, "New")
    assert office.window.isWindowModified()
    assert "aved " not in topbar.saved_label.text()
    hands.press(Qt.Key.Key_S, CTRL)
    assert topbar.saved_label.text() == "Not saved"
    assert office.window.isWindowModified()
    assert str(path) in office.window.notices.text_label.text()
    office.window.notices.clear()
    opened.session.edit(TITLE, "Newer")
    assert not opened.autosave.save()
    assert office.window.notices.topic == ""
    assert topbar.saved_label.text() == "Not saved"
    is_full.clear()
    hands.press(Qt.Key.Key_S, CTRL)
    assert topbar.saved_label.text().startswith("Saved ")
    assert not office.window.isWindowModified()
    assert drafts.read(path).draft.get(TITLE) == "Newer"


def test_the_window_tells_that_the_journal_fails_though_the_file_is_saved(
    office: Office, hands: Hands
) -> None:
    opened = open_example(office)
    journal = office.keeper.journal
    assert journal is not None
    refuse(journal)
    opened.session.edit(TITLE, "New")
    hands.press(Qt.Key.Key_S, CTRL)
    assert office.window.notices.topic == "journal"
    assert "journal" in office.window.notices.text_label.text()
    topbar = office.window.topbar
    assert topbar is not None
    assert topbar.saved_label.text().startswith("Saved ")
    let(journal)


@pytest.mark.parametrize("answer", ["mine", "theirs"])
def test_after_a_foreign_change_both_versions_are_kept_whichever_is_chosen(
    office: Office, hands: Hands, answer: str
) -> None:
    opened = open_example(office)
    path, known = opened.session.path, set(office.places.drafts.iterdir())
    theirs = drafts.read(path).draft.apply(Change(TITLE, None, "Theirs"))
    path.write_bytes(b"")
    path.unlink()
    drafts.save_new(theirs, path)
    opened.session.edit(TITLE, "Mine")
    hands.press(Qt.Key.Key_S, CTRL)
    assert office.window.notices.topic == "conflict"
    assert office.window.isWindowModified()
    button = hands.tab_to(lambda part: part.objectName() == answer, answer)
    assert isinstance(button, QPushButton)
    hands.press(Qt.Key.Key_Return)
    (beside,) = {one for one in office.places.drafts.iterdir() if one.suffix == ".erasmus"} - known
    assert drafts.read(path).draft.get(TITLE) == "Theirs"
    assert drafts.read(beside).draft.get(TITLE) == "Mine"
    assert drafts.read(beside).draft.id != theirs.id
    now = office.window.opened
    assert now is not None
    assert now.session.path == (beside if answer == "mine" else path)
    assert now.session.value(TITLE) == answer.capitalize()
    now.session.edit(TITLE, "Further")
    hands.press(Qt.Key.Key_S, CTRL)
    assert drafts.read(now.session.path).draft.get(TITLE) == "Further"
    office.show_home()
    settle()
    assert office.window.notices.topic == ""


def test_a_conflict_whose_notice_was_closed_is_told_again_when_saving_is_asked_for(
    office: Office, hands: Hands
) -> None:
    opened = open_example(office)
    opened.session.path.write_bytes(opened.session.path.read_bytes() + b" ")
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    office.window.notices.clear()
    hands.press(Qt.Key.Key_S, CTRL)
    assert office.window.notices.topic == "conflict"


def test_a_window_does_not_close_over_words_that_are_kept_nowhere(
    office: Office, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_example(office)
    journal = office.keeper.journal
    assert journal is not None
    refuse(journal)

    def full(path: Path, _content: bytes, **_: object) -> str:
        raise TargetRefused("full", path=str(path))

    monkeypatch.setattr(atomic_file, "write", full)
    opened.session.edit(TITLE, "New")
    hands.press(Qt.Key.Key_Q, CTRL)
    assert office.window.isVisible()
    assert office.window.opened is opened
    assert office.window.notices.topic == "unsafe"
    monkeypatch.undo()
    let(journal)
    assert opened.autosave.save()
    assert office.window.notices.topic == ""
    hands.press(Qt.Key.Key_Q, CTRL)
    assert not office.window.isVisible()
    assert drafts.read(opened.session.path).draft.get(TITLE) == "New"


def open_example(office: Office) -> OpenDraft:
    office.open_example(EXAMPLES[0])
    settle()
    assert office.window.opened is not None
    return office.window.opened


def refuse(journal: Journal) -> None:
    """Let SQLite itself refuse to write."""
    _database(journal).execute("PRAGMA query_only = ON")


def let(journal: Journal) -> None:
    _database(journal).execute("PRAGMA query_only = OFF")


def _database(journal: Journal) -> sqlite3.Connection:
    # There is no other way to make a disk full for this one file.
    database = journal._file._db  # pyright: ignore[reportPrivateUsage]
    assert database is not None
    return database
