"""When the journal is written, when the draft is saved, and what is tried when that fails.

A save on its way: in a thread of its own, for a disk may take longer than a key can wait.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from enum import StrEnum
from threading import Thread

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, SignalInstance

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.errors import (
    ChangedOnDisk,
    DeskError,
    DraftError,
    JournalError,
    SaveError,
    TargetBusy,
)
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Copies
from erasmus_desk.storage.history import Run
from erasmus_desk.storage.journal import Journal

from ..qt_support import single_shot
from .session import Session


class Flight:
    """One save of one state of a draft; drafts are values, so nobody else touches this one.

    `mark` is where the run of the journal stood when it began.
    """

    def __init__(
        self, session: Session, seen: str, run: Run | None, landed: SignalInstance
    ) -> None:
        """Begin to save onto the file of digest `seen`; `landed` comes from the other thread."""
        self.draft: Draft = session.draft
        self.mark = run.mark if run is not None else None
        self._digest = seen
        self._problem: Exception | None = None
        self._path, self._order = session.path, session.form.order
        self._landed = landed
        self._thread = Thread(target=self._save, name="save")
        self._thread.start()

    def wait(self) -> str:
        """Wait for the end and give the digest of the file. Raises SaveError."""
        self._thread.join()
        if self._problem is not None:
            raise self._problem
        return self._digest

    def _save(self) -> None:
        try:
            self._digest = drafts.save(self.draft, self._path, self._digest, self._order)
        except Exception as problem:  # noqa: BLE001 - raised again by whoever waits
            self._problem = problem
        # Nobody is there to be told when the program ends in this moment.
        with contextlib.suppress(RuntimeError):
            self._landed.emit()


JOURNAL_AFTER = 500
"""Milliseconds from a keystroke to the journal; with the write, at most a second is at risk."""
SAVE_AFTER = 1000
"""Milliseconds of rest before the draft's file is saved …"""
SAVE_AT_LATEST = 5000
"""… and milliseconds after which it is saved while typing goes on."""
TRY_AGAIN = 15_000
"""Milliseconds until a file that could not be written is tried again, typing or not."""


class SaveState(StrEnum):
    """What the top bar shows."""

    SAVED = "saved"
    TYPING = "typing"
    TROUBLE = "trouble"


class SaveStatus(Struct, frozen=True):
    """How the draft stands: since when it is saved, or what went wrong."""

    state: SaveState
    at: datetime | None = None
    error: DeskError | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the file holds everything."""
        return self.state is SaveState.SAVED


class Autosave(QObject):
    """Keeps one session on disk: every change in the journal, then the whole file.

    While somebody types the file is saved by a thread; whoever calls `save` waits for the disk.
    """

    status_changed = Signal(object)
    conflicted = Signal(object)
    """Somebody else wrote the file; nothing is saved to it until the user has decided."""
    unguarded = Signal(object)
    """The journal cannot be written; told once, until it can be written again."""
    _landed = Signal()

    def __init__(
        self,
        session: Session,
        digest: str,
        journal: Journal | None,
        copies: Copies,
        delays: tuple[int, int, int] = (JOURNAL_AFTER, SAVE_AFTER, SAVE_AT_LATEST),
        try_again: int = TRY_AGAIN,
    ) -> None:
        """Begin with a draft whose file has `digest`; delays in milliseconds."""
        super().__init__()
        self.session = session
        self.digest = digest
        self._saved = session.draft
        self.status = SaveStatus(SaveState.SAVED, session.draft.modified)
        self.journal_error: JournalError | None = None
        self._journal = journal
        self._copies = copies
        self._pending: dict[Key, Change] = {}
        self._run = self._begin()
        self._is_blocked = False
        self._is_kept_elsewhere = False
        self._tries = 0
        self._try_again = try_again
        self._has_copy = False
        self._flight: Flight | None = None
        self._landed.connect(self._land)
        self._journal_timer, self._rest_timer, self._latest_timer = (
            single_shot(self, delay) for delay in delays
        )
        self._retry_timer = single_shot(self, 0)
        self._journal_timer.timeout.connect(self.write_journal)
        for timer in (self._rest_timer, self._latest_timer, self._retry_timer):
            timer.timeout.connect(self._take_off)
        session.changed.connect(self._on_changed)

    @property
    def is_dirty(self) -> bool:
        """Whether the draft's file lacks something that is on screen."""
        is_changed = self.session.draft.answers != self._saved.answers
        return is_changed or not self.session.undo_stack.isClean()

    @property
    def is_in_conflict(self) -> bool:
        """Whether saving waits until the user has decided on somebody else's version."""
        return self._is_blocked and not self._is_kept_elsewhere

    def secure(self) -> bool:
        """Save, and tell whether everything is kept: in the file, the journal or a copy."""
        is_journaled = self.save() or (self._run is not None and not self._pending)
        return is_journaled or self._has_copy or self._is_kept_elsewhere

    def write_journal(self) -> None:
        """Write what is pending to the journal now."""
        self._journal_timer.stop()
        if not self._pending:
            return
        changes = tuple(self._pending.values())
        if self._journal is not None and self._run is not None:
            try:
                self._journal.append(self._run, changes)
            except JournalError as problem:
                # The draft's own saving goes on; the user is told that the net is gone.
                self._note_journal(problem)
                return
            self._note_journal(None)
        self._pending.clear()

    def save(self) -> bool:
        """Save the draft's file now; tells whether it holds everything."""
        self._land()
        self._take_off()
        self._land()
        return not self._is_blocked and not self.is_dirty

    def _take_off(self) -> None:
        """Begin to save, unless there is nothing to save or a save is on its way."""
        for timer in (self._rest_timer, self._latest_timer, self._retry_timer):
            timer.stop()
        self.write_journal()
        if self._is_blocked or not self.is_dirty or self._flight is not None:
            return
        self._flight = Flight(self.session, self.digest, self._run, self._landed)

    def _land(self) -> None:
        """Wait for the save that is on its way, if there is one, and note how it ended."""
        flight, self._flight = self._flight, None
        if flight is None:
            return
        try:
            self.digest = flight.wait()
        except ChangedOnDisk as problem:
            self._is_blocked = True
            self._tell(SaveStatus(SaveState.TROUBLE, error=problem))
            self.conflicted.emit(problem)
        except SaveError as problem:
            self._rescue(problem)
        else:
            self._tries = 0
            self._saved = flight.draft
            self._note_saved(flight)
            if self.session.draft is flight.draft:
                self.session.undo_stack.setClean()
                self._tell(SaveStatus(SaveState.SAVED, drafts.now()))
            elif not self._rest_timer.isActive():
                # What was typed meanwhile found a save on its way.
                self._rest_timer.start()

    def leave(self) -> None:
        """Note that another file holds everything now; this one is saved no more."""
        self._land()
        self.write_journal()
        self._is_blocked = True
        self._is_kept_elsewhere = True
        self.session.undo_stack.setClean()

    def close(self) -> bool:
        """Save for the last time; tells whether all is in the file."""
        is_saved = self.save()
        self._retry_timer.stop()
        if self._journal is not None and self._run is not None:
            with contextlib.suppress(JournalError):
                self._journal.end(self._run, kept_elsewhere=self._is_kept_elsewhere)
        return is_saved

    def _begin(self) -> Run | None:
        if self._journal is None:
            return None
        try:
            return self._journal.begin(self.session.draft, self.session.path, self.digest)
        except JournalError as problem:
            self._note_journal(problem)
            return None

    def _note_journal(self, problem: JournalError | None) -> None:
        is_news = problem is not None and self.journal_error is None
        self.journal_error = problem
        if is_news:
            self.unguarded.emit(problem)

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            first = self._pending.get(change.key, change)
            self._pending[change.key] = Change(change.key, first.old, change.new)
        # Started at the first change and not again: the bound holds however long one types.
        for timer in (self._journal_timer, self._latest_timer):
            if not timer.isActive():
                timer.start()
        self._rest_timer.start()
        if self.status.state is SaveState.SAVED:
            self._tell(SaveStatus(SaveState.TYPING, self.status.at))

    def _rescue(self, problem: SaveError) -> None:
        """Put a copy where it can be written, and try again if trying again can help."""
        self._has_copy = False
        # Where even that fails, the journal still holds every word, and the status says so.
        with contextlib.suppress(SaveError):
            self._copies.rescue(self.session.draft, self.session.form.order)
            self._has_copy = True
        delays = atomic_file.RETRY_DELAYS
        is_short = isinstance(problem, TargetBusy) and self._tries < len(delays)
        delay = int(delays[self._tries] * 1000) if is_short else self._try_again
        self._retry_timer.start(delay)
        self._tries += 1
        # Told once: a notice that was closed does not come back with every try.
        known = self.status.error
        if known is None or known.sentence != problem.sentence:
            self._tell(SaveStatus(SaveState.TROUBLE, error=problem))

    def _note_saved(self, flight: Flight) -> None:
        if self._run is None:
            # The journal begins with what the file holds: later, if somebody typed meanwhile.
            if self.session.draft is flight.draft:
                self._run = self._begin()
        elif self._journal is not None:
            try:
                self._journal.saved(self._run, self.digest, self.session.path, flight.mark)
            except JournalError as problem:
                self._note_journal(problem)
        # A missing dated copy takes nothing away; the next save tries again.
        with contextlib.suppress(OSError, DraftError, SaveError):
            if self._copies.due(flight.draft.id):
                self._copies.keep(flight.draft.id, self.session.path.read_bytes())

    def _tell(self, status: SaveStatus) -> None:
        self.status = status
        self.status_changed.emit(status)
