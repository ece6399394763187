"""No text is lost, and nothing is shown as saved that is not."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import TargetBusy, TargetRefused
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.journal import Journal
from tests.ui.editors import EXAMPLES, editor_of, library
from tests.ui.keyboard import CTRL, Keyboard, process_events
from ui.controllers.application import ApplicationController
from ui.session.autosave import (
    JOURNAL_AFTER,
    SAVE_AFTER,
    SAVE_AT_LATEST,
    Autosave,
)
from ui.session.draft_manager import OpenDraft
from ui.session.save_status import SaveState, SaveStatus
from ui.session.session import Session

TITLE = Key("prj.title")
OpenSavedDraft = Callable[[Journal | None], "SavedDraft"]
QUICK = (40, 120, 400)
"""Milliseconds: as the real delays, but for a test that waits for them."""


@dataclass
class SavedDraft:
    """A draft on disk with its autosave, and the states that were emitted."""

    session: Session
    autosave: Autosave
    backups: Backups
    path: Path
    states: list[SaveState]

    @property
    def on_disk(self) -> object:
        return drafts.read(self.path).draft.get(TITLE)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "local" / "journal.sqlite3")
    yield journal
    journal.close()


@pytest.fixture
def saved(open_saved_draft: OpenSavedDraft, journal: Journal) -> SavedDraft:
    return open_saved_draft(journal)


@pytest.fixture
def open_saved_draft(
    qapp: QApplication, tmp_path: Path, journal: Journal
) -> Iterator[OpenSavedDraft]:
    """Return a function that opens a draft; all are closed at the end, with their threads."""
    opened: list[SavedDraft] = []

    def open_draft(journal: Journal | None) -> SavedDraft:
        opened.append(make_saved_draft(tmp_path, journal))
        return opened[-1]

    yield open_draft
    for one in opened:
        one.autosave.close()


def make_saved_draft(tmp_path: Path, journal: Journal | None) -> SavedDraft:
    path = tmp_path / "drafts" / "a.erasmus"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(EXAMPLES[0].read_bytes())
    opened = drafts.read(path)
    known = library()
    pack = known.load_pack(opened.draft.pack.id)
    session = Session(opened.draft, pack, known.load_texts(pack.id, "en"), path)
    backups = Backups(tmp_path / "backups")
    autosave = Autosave(session, opened.digest, journal, backups, QUICK, retry_after=60)
    states: list[SaveState] = []

    def note(status: SaveStatus) -> None:
        states.append(status.state)

    autosave.status_changed.connect(note)
    return SavedDraft(session, autosave, backups, path, states)


def fill_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Leave no space for one file, until the list that is returned is emptied."""
    write, is_full = atomic_file.write, [True]

    def full(where: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if where == path and is_full:
            raise TargetRefused("full", path=str(where))
        return write(where, content, swap=swap)

    monkeypatch.setattr(atomic_file, "write", full)
    return is_full


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
    saved: SavedDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    before = rows(tmp_path)
    clock = QElapsedTimer()
    clock.start()
    typed = 0
    while rows(tmp_path) == before:
        typed += 1
        saved.session.edit(TITLE, "x" * typed)
        QApplication.processEvents()
        assert clock.elapsed() < QUICK[0] * 10
    assert saved.on_disk != saved.session.value(TITLE)


def test_the_file_is_saved_while_typing_goes_on(saved: SavedDraft, qtbot: QtBot) -> None:
    before = saved.path.read_bytes()
    typed = 0
    clock = QElapsedTimer()
    clock.start()
    while saved.path.read_bytes() == before:
        typed += 1
        saved.session.edit(TITLE, "x" * typed)
        QApplication.processEvents()
        assert clock.elapsed() < QUICK[2] * 10
    assert str(saved.on_disk).startswith("x")


def test_the_file_is_saved_once_typing_rests(saved: SavedDraft, qtbot: QtBot) -> None:
    saved.session.edit(TITLE, "New")
    assert saved.states == [SaveState.TYPING]
    qtbot.waitUntil(lambda: saved.states == [SaveState.TYPING, SaveState.SAVED])
    assert saved.on_disk == "New"
    assert not saved.autosave.is_dirty


def test_undo_to_what_is_saved_leaves_nothing_to_save(saved: SavedDraft) -> None:
    before = saved.path.read_bytes()
    saved.session.edit(TITLE, "New")
    saved.session.undo_stack.undo()
    assert saved.autosave.save()
    assert saved.path.read_bytes() == before


def test_a_busy_file_is_tried_again_by_timer_until_it_lets_go(
    saved: SavedDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, refusals = atomic_file.write, [TargetBusy(path="a"), TargetBusy(path="a")]

    def busy(path: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if path == saved.path and refusals:
            raise refusals.pop()
        return write(path, content, swap=swap)

    monkeypatch.setattr(atomic_file, "write", busy)
    saved.session.edit(TITLE, "New")
    assert not saved.autosave.save()
    assert saved.states[-1] is SaveState.FAILED
    assert saved.on_disk != "New"
    qtbot.waitUntil(lambda: saved.states[-1] is SaveState.SAVED)
    assert saved.on_disk == "New"
    assert refusals == []


def test_a_full_disk_leaves_a_rescue_copy_and_recovers_by_itself(
    saved: SavedDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, is_full = atomic_file.write, [True]

    def full(path: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if path == saved.path and is_full:
            raise TargetRefused("full", path=str(path))
        return write(path, content, swap=swap)

    monkeypatch.setattr(atomic_file, "write", full)
    before = saved.path.read_bytes()
    saved.session.edit(TITLE, "New")
    qtbot.waitUntil(lambda: saved.states[-1] is SaveState.FAILED)
    assert saved.path.read_bytes() == before
    (copy,) = (saved.path.parents[1] / "backups").rglob("rescue-*.erasmus")
    assert drafts.read(copy).draft.get(TITLE) == "New"
    assert saved.autosave.secure()
    assert saved.states.count(SaveState.FAILED) == 1
    is_full.clear()
    qtbot.waitUntil(lambda: saved.states[-1] is SaveState.SAVED)
    assert saved.on_disk == "New"


def test_with_nowhere_to_write_nothing_is_called_secure(
    open_saved_draft: OpenSavedDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = open_saved_draft(None)

    def full(path: Path, _content: bytes, **_: object) -> str:
        raise TargetRefused("full", path=str(path))

    monkeypatch.setattr(atomic_file, "write", full)
    assert saved.autosave.secure()
    saved.session.edit(TITLE, "New")
    assert not saved.autosave.secure()
    assert saved.autosave.status.state is SaveState.FAILED


def test_a_version_changed_elsewhere_is_never_overwritten(saved: SavedDraft, qtbot: QtBot) -> None:
    theirs = saved.path.read_bytes().replace(b'"prj.title"', b'"prj.title" ')
    saved.path.write_bytes(theirs)
    saved.session.edit(TITLE, "New")
    with qtbot.waitSignal(saved.autosave.conflicted):
        pass
    for _ in range(3):
        saved.session.edit(TITLE, f"{saved.session.value(TITLE)}!")
        assert not saved.autosave.save()
    assert saved.path.read_bytes() == theirs
    assert saved.autosave.is_in_conflict
    assert saved.autosave.secure()  # the journal has it


def test_a_journal_that_fails_is_reported_once_and_saving_goes_on(
    saved: SavedDraft, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    reported: list[object] = []
    saved.autosave.journal_failed.connect(reported.append)
    refuse(journal)
    for text in ("New", "Newer"):
        saved.session.edit(TITLE, text)
        saved.autosave.write_journal()
        qtbot.waitUntil(lambda: saved.states[-1] is SaveState.SAVED)
        assert saved.on_disk == text
    assert [str(getattr(one, "message_id", "")) for one in reported] == ["journal.no-right"]
    assert saved.states[-1] is SaveState.SAVED
    let(journal)
    before = rows(tmp_path)
    saved.session.edit(TITLE, "Newest")
    saved.autosave.write_journal()
    assert saved.autosave.journal.error is None
    assert rows(tmp_path) > before


def test_a_journal_that_cannot_even_begin_is_known_from_the_start(
    open_saved_draft: OpenSavedDraft, tmp_path: Path, journal: Journal
) -> None:
    refuse(journal)
    saved = open_saved_draft(journal)
    assert saved.autosave.journal.error is not None
    saved.session.edit(TITLE, "New")
    assert saved.autosave.save()
    assert saved.on_disk == "New"
    let(journal)
    saved.session.edit(TITLE, "Newer")
    assert saved.autosave.save()
    before = rows(tmp_path)
    saved.session.edit(TITLE, "Newest")
    saved.autosave.write_journal()
    assert rows(tmp_path) > before


def test_the_window_says_not_saved_and_stars_its_title_until_the_file_is_written(
    controller: ApplicationController,
    keyboard: Keyboard,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = open_example(controller)
    topbar = controller.window.top_bar
    assert topbar is not None
    path = opened.session.path
    is_full = fill_disk(path, monkeypatch)
    opened.session.edit(TITLE, "New")
    assert controller.window.isWindowModified()
    assert "aved " not in topbar.saved_label.text()
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert topbar.saved_label.text() == "Not saved"
    assert controller.window.isWindowModified()
    trouble = controller.window.save_trouble
    assert trouble is not None
    assert "the disk is full" in trouble.label.text()
    assert controller.window.notifications.topic == ""
    opened.session.edit(TITLE, "Newer")
    assert not opened.autosave.save()
    assert controller.window.notifications.topic == ""
    assert topbar.saved_label.text() == "Not saved"
    is_full.clear()
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert topbar.saved_label.text().startswith("Saved ")
    assert not controller.window.isWindowModified()
    assert drafts.read(path).draft.get(TITLE) == "Newer"


def test_the_window_tells_that_the_journal_fails_though_the_file_is_saved(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    opened = open_example(controller)
    journal = controller.draft_manager.journal
    assert journal is not None
    refuse(journal)
    opened.session.edit(TITLE, "New")
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert controller.window.notifications.topic == "journal"
    assert "journal" in controller.window.notifications.text_label.text()
    topbar = controller.window.top_bar
    assert topbar is not None
    assert topbar.saved_label.text().startswith("Saved ")
    let(journal)


@pytest.mark.parametrize("answer", ["mine", "theirs"])
def test_after_a_foreign_change_both_versions_are_kept_whichever_is_chosen(
    controller: ApplicationController, keyboard: Keyboard, answer: str
) -> None:
    opened = open_example(controller)
    path, known = opened.session.path, set(controller.paths.drafts.iterdir())
    theirs = drafts.read(path).draft.apply(Change(TITLE, None, "Theirs"))
    path.write_bytes(b"")
    path.unlink()
    drafts.save_new(theirs, path)
    opened.session.edit(TITLE, "Mine")
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert controller.window.notifications.topic == "conflict"
    assert controller.window.isWindowModified()
    button = keyboard.tab_to(lambda part: part.objectName() == answer, answer)
    assert isinstance(button, QPushButton)
    keyboard.press(Qt.Key.Key_Return)
    (beside,) = {
        one for one in controller.paths.drafts.iterdir() if one.suffix == ".erasmus"
    } - known
    assert drafts.read(path).draft.get(TITLE) == "Theirs"
    assert drafts.read(beside).draft.get(TITLE) == "Mine"
    assert drafts.read(beside).draft.id != theirs.id
    now = controller.window.opened
    assert now is not None
    assert now.session.path == (beside if answer == "mine" else path)
    assert now.session.value(TITLE) == answer.capitalize()
    now.session.edit(TITLE, "Further")
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert drafts.read(now.session.path).draft.get(TITLE) == "Further"
    controller.show_home()
    process_events()
    assert controller.window.notifications.topic == ""


def test_a_conflict_whose_notification_was_closed_is_shown_again_by_saving(
    controller: ApplicationController, keyboard: Keyboard
) -> None:
    opened = open_example(controller)
    opened.session.path.write_bytes(opened.session.path.read_bytes() + b" ")
    opened.session.edit(TITLE, "Mine")
    assert not opened.autosave.save()
    controller.window.notifications.clear()
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert controller.window.notifications.topic == "conflict"


def test_a_window_does_not_close_over_words_that_are_kept_nowhere(
    controller: ApplicationController, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_example(controller)
    journal = controller.draft_manager.journal
    assert journal is not None
    refuse(journal)

    def full(path: Path, _content: bytes, **_: object) -> str:
        raise TargetRefused("full", path=str(path))

    monkeypatch.setattr(atomic_file, "write", full)
    opened.session.edit(TITLE, "New")
    keyboard.press(Qt.Key.Key_Q, CTRL)
    assert controller.window.isVisible()
    assert controller.window.opened is opened
    assert controller.window.notifications.topic == "unsafe"
    monkeypatch.undo()
    let(journal)
    assert opened.autosave.save()
    assert controller.window.notifications.topic == ""
    keyboard.press(Qt.Key.Key_Q, CTRL)
    assert not controller.window.isVisible()
    assert drafts.read(opened.session.path).draft.get(TITLE) == "New"


def open_example(controller: ApplicationController) -> OpenDraft:
    controller.open_example(EXAMPLES[0])
    process_events()
    assert controller.window.opened is not None
    return controller.window.opened


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


def test_while_the_journal_is_locked_each_second_is_in_the_file_and_then_in_the_journal(
    saved: SavedDraft,
    journal: Journal,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recovered: list[bool] = []
    saved.autosave.journal.recovered.connect(lambda: recovered.append(True))
    database = journal._file._db  # pyright: ignore[reportPrivateUsage]
    assert database is not None
    database.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "local" / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    saved.session.edit(TITLE, "Typed while it is locked")
    saved.autosave.write_journal()
    error = saved.autosave.journal.error
    assert error is not None
    assert error.message_id == "journal.busy"
    clock = QElapsedTimer()
    clock.start()
    qtbot.waitUntil(lambda: saved.on_disk == "Typed while it is locked")
    assert clock.elapsed() < 1000
    other.close()
    before = rows(tmp_path)
    qtbot.waitUntil(lambda: recovered == [True])
    assert rows(tmp_path) > before
    assert saved.autosave.journal.is_complete
    assert saved.autosave.journal.error is None


def test_a_run_that_begins_late_has_what_was_typed_before(
    open_saved_draft: OpenSavedDraft, journal: Journal
) -> None:
    refuse(journal)
    saved = open_saved_draft(journal)
    saved.session.edit(TITLE, "Typed before the journal worked")
    let(journal)
    saved.autosave.write_journal()
    journal.close()
    again = Journal(saved.path.parents[1] / "local" / "journal.sqlite3")
    [work] = again.find_unsaved_work()
    assert work.latest.get(TITLE) == "Typed before the journal worked"
    assert work.saved.get(TITLE) == saved.on_disk
    again.close()


def test_the_line_below_the_top_bar_says_why_and_where_the_text_is(
    controller: ApplicationController, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_example(controller)
    trouble = controller.window.save_trouble
    assert trouble is not None
    assert trouble.isHidden()
    path = opened.session.path
    is_full = fill_disk(path, monkeypatch)
    opened.session.edit(TITLE, "New")
    assert not opened.autosave.save()
    assert not trouble.isHidden()
    assert trouble.label.text() == (
        "Not saved: the disk is full — kept safe on this computer, trying again. "
        "Free some disk space, or choose another disk."
    )
    # It is told once, and again in a notice only where a page covers the line.
    notices = controller.window.notifications
    assert notices.topic == ""
    focus_mode = controller.draft_controllers.focus_mode
    editor_of(controller).show_key(Key("des.rationale"))
    focus_mode.open()
    process_events()
    assert focus_mode.page is not None
    assert notices.topic == "error"
    focus_mode.close()
    assert notices.topic == ""
    # Closing says so too, and closes nothing before the user has decided.
    controller.window.close()
    assert controller.window.isVisible()
    assert controller.window.notifications.topic == "unsafe"
    text = controller.window.notifications.text_label.text()
    assert f"“{path.name}” does not contain your latest text" in text
    is_full.clear()
    assert opened.autosave.save()
    assert trouble.isHidden()
    assert controller.window.notifications.topic == ""
    controller.window.close()
    assert not controller.window.isVisible()


def test_a_draft_that_cannot_be_saved_goes_on_elsewhere(
    controller: ApplicationController, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = open_example(controller)
    trouble, elsewhere = controller.window.save_trouble, tmp_path / "elsewhere.erasmus"
    assert trouble is not None
    path, write = opened.session.path, atomic_file.write

    def refuse_path(where: Path, content: bytes, *, swap: atomic_file.Swap = os.replace) -> str:
        if where == path:
            raise TargetRefused("no-right", path=str(where))
        return write(where, content, swap=swap)

    def choose(*_: object) -> tuple[str, str]:
        return str(elsewhere), ""

    monkeypatch.setattr(atomic_file, "write", refuse_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    opened.session.edit(TITLE, "Written here, saved there")
    assert not opened.autosave.save()
    trouble.elsewhere_button.click()
    now_open = controller.window.opened
    assert now_open is not None
    assert now_open.session.path == elsewhere
    assert drafts.read(elsewhere).draft.get(TITLE) == "Written here, saved there"
    assert controller.window.save_trouble is not None
    assert controller.window.save_trouble.isHidden()


def test_the_last_words_are_kept_before_a_page_is_built(controller: ApplicationController) -> None:
    controller.open_example(EXAMPLES[0])
    window = controller.window
    assert window.opened is not None
    assert window.editor is not None
    session, autosave = window.opened.session, window.opened.autosave
    missing: list[tuple[Key, ...]] = []

    def note(_step: str, _page: object) -> None:
        missing.append(autosave.list_unsaved())

    window.page_built.connect(note)
    for step in window.editor.steps()[1:4]:
        # A page may take long to be built, and no timer runs meanwhile.
        session.edit(TITLE, f"Typed before {step}")
        window.editor.show_step(step)
    assert missing == [(), (), ()]
