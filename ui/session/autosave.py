"""Autosave: when the journal and the file are written, and what happens when that fails."""

from __future__ import annotations

import contextlib
from datetime import datetime
from enum import StrEnum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

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
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.history import JournalRun, SavePoint
from erasmus_desk.storage.journal import Journal

from ..qt_support import BackgroundTask, single_shot
from .session import Session

JOURNAL_AFTER = 500
"""Milliseconds from a keystroke to the journal; with the write, at most a second is at risk."""
SAVE_AFTER = 1000
"""Milliseconds of rest before the draft's file is saved …"""
SAVE_AT_LATEST = 5000
"""… and milliseconds after which it is saved while typing goes on."""
RETRY_AFTER = 15_000
"""Milliseconds until a file that could not be written is tried again, typing or not."""


class SaveState(StrEnum):
    """The states that the top bar shows."""

    SAVED = "saved"
    TYPING = "typing"
    FAILED = "trouble"


class SaveStatus(Struct, frozen=True):
    """Whether the draft is saved, since when, or what failed."""

    state: SaveState
    at: datetime | None = None
    error: DeskError | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the file contains all changes."""
        return self.state is SaveState.SAVED


class RunningSave(Struct, frozen=True):
    """One state of a draft while a thread saves it, and the state of the journal before."""

    draft: Draft
    save_point: SavePoint | None
    task: BackgroundTask[str]
    """It returns the digest of the file."""


class Autosave(QObject):
    """Writes the changes of a session to the journal, and soon after saves the whole file.

    A thread saves while the user types; `save` waits for the disk.
    """

    status_changed = Signal(object)
    conflicted = Signal(object)
    """The file was changed elsewhere; it is not saved again until the user has decided."""
    journal_failed = Signal(object)
    """The journal cannot be written; emitted once until it can be written again."""
    _save_finished = Signal()

    def __init__(
        self,
        session: Session,
        digest: str,
        journal: Journal | None,
        backups: Backups,
        delays: tuple[int, int, int] = (JOURNAL_AFTER, SAVE_AFTER, SAVE_AT_LATEST),
        retry_after: int = RETRY_AFTER,
    ) -> None:
        """Serve a session whose file has `digest`; delays are in milliseconds."""
        super().__init__()
        self.session, self.digest = session, digest
        self._saved_draft = session.draft
        self.status = SaveStatus(SaveState.SAVED, session.draft.modified)
        self.journal_error: JournalError | None = None
        self._journal = journal
        self._backups = backups
        self._pending: dict[Key, Change] = {}
        self._run = self._begin_run()
        self._is_blocked = False
        self._is_saved_elsewhere = False
        self._retries = 0
        self._retry_after = retry_after
        self._has_recovery_copy = False
        self._running: RunningSave | None = None
        self._save_finished.connect(self._finish_save)
        self._journal_timer, self._rest_timer, self._latest_timer = (
            single_shot(self, delay) for delay in delays
        )
        self._retry_timer = single_shot(self, 0)
        self._journal_timer.timeout.connect(self.write_journal)
        for timer in (self._rest_timer, self._latest_timer, self._retry_timer):
            timer.timeout.connect(self._start_save)
        session.changed.connect(self._on_changed)

    @property
    def is_dirty(self) -> bool:
        """Whether the draft has changes that the file does not have."""
        is_changed = self.session.draft.answers != self._saved_draft.answers
        return is_changed or not self.session.undo_stack.isClean()

    @property
    def is_in_conflict(self) -> bool:
        """Whether saving waits for a decision on a version changed elsewhere."""
        return self._is_blocked and not self._is_saved_elsewhere

    def secure(self) -> bool:
        """Save; return whether all text is in the file, the journal or a recovery copy."""
        is_journaled = self.save() or (self._run is not None and not self._pending)
        return is_journaled or self._has_recovery_copy or self._is_saved_elsewhere

    def write_journal(self) -> None:
        """Write the pending changes to the journal now."""
        self._journal_timer.stop()
        if not self._pending:
            return
        changes = tuple(self._pending.values())
        if self._journal is not None and self._run is not None:
            try:
                self._journal.append(self._run, changes)
            except JournalError as problem:
                self._set_journal_error(problem)
                return
            self._set_journal_error(None)
        self._pending.clear()

    def save(self) -> bool:
        """Save the file now; return whether it contains all changes."""
        self._finish_save()
        self._start_save()
        self._finish_save()
        return not self._is_blocked and not self.is_dirty

    def _start_save(self) -> None:
        """Start a save, unless there is nothing to save or a save is running."""
        for timer in (self._rest_timer, self._latest_timer, self._retry_timer):
            timer.stop()
        self.write_journal()
        if self._is_blocked or not self.is_dirty or self._running is not None:
            return
        session, run = self.session, self._run
        work = partial(drafts.save, session.draft, session.path, self.digest, session.form.order)
        task = BackgroundTask("save", work, self._save_finished)
        self._running = RunningSave(session.draft, run.save_point if run else None, task)

    def _finish_save(self) -> None:
        """Wait for the running save, if any, and record its result."""
        running, self._running = self._running, None
        if running is None:
            return
        try:
            self.digest = running.task.result()
        except ChangedOnDisk as problem:
            self._is_blocked = True
            self._set_status(SaveStatus(SaveState.FAILED, error=problem))
            self.conflicted.emit(problem)
        except SaveError as problem:
            self._handle_error(problem)
        else:
            self._retries = 0
            self._saved_draft = running.draft
            self._record_save(running)
            if self.session.draft is running.draft:
                self.session.undo_stack.setClean()
                self._set_status(SaveStatus(SaveState.SAVED, drafts.now()))
            elif not self._rest_timer.isActive():
                # Changes made during the save are saved next.
                self._rest_timer.start()

    def detach(self) -> None:
        """Stop saving to the file: another file has all changes now."""
        self._finish_save()
        self.write_journal()
        self._is_blocked = True
        self._is_saved_elsewhere = True
        self.session.undo_stack.setClean()

    def close(self) -> bool:
        """Save for the last time; return whether the file contains all changes."""
        is_saved = self.save()
        self._retry_timer.stop()
        if self._journal is not None and self._run is not None:
            with contextlib.suppress(JournalError):
                self._journal.end_run(self._run, saved_elsewhere=self._is_saved_elsewhere)
        return is_saved

    def _begin_run(self) -> JournalRun | None:
        if self._journal is None:
            return None
        try:
            return self._journal.begin_run(self.session.draft, self.session.path, self.digest)
        except JournalError as problem:
            self._set_journal_error(problem)
            return None

    def _set_journal_error(self, problem: JournalError | None) -> None:
        is_news = problem is not None and self.journal_error is None
        self.journal_error = problem
        if is_news:
            self.journal_failed.emit(problem)

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            first = self._pending.get(change.key, change)
            self._pending[change.key] = Change(change.key, first.old, change.new)
        # Not restarted by later changes, so that the bound holds during continuous typing.
        for timer in (self._journal_timer, self._latest_timer):
            if not timer.isActive():
                timer.start()
        self._rest_timer.start()
        if self.status.state is SaveState.SAVED:
            self._set_status(SaveStatus(SaveState.TYPING, self.status.at))

    def _handle_error(self, problem: SaveError) -> None:
        """Save a recovery copy elsewhere, and start the timer for the next try."""
        self._has_recovery_copy = False
        # If that fails too, the text is still in the journal.
        with contextlib.suppress(SaveError):
            self._backups.save_recovery_copy(self.session.draft, self.session.form.order)
            self._has_recovery_copy = True
        delays = atomic_file.RETRY_DELAYS
        is_short = isinstance(problem, TargetBusy) and self._retries < len(delays)
        delay = int(delays[self._retries] * 1000) if is_short else self._retry_after
        self._retry_timer.start(delay)
        self._retries += 1
        # Reported once: a closed notification does not return with every try.
        known = self.status.error
        if known is None or known.message_id != problem.message_id:
            self._set_status(SaveStatus(SaveState.FAILED, error=problem))

    def _record_save(self, running: RunningSave) -> None:
        if self._run is None:
            # A run begins with the state of the file: not if the draft changed during the save.
            if self.session.draft is running.draft:
                self._run = self._begin_run()
        elif self._journal is not None:
            try:
                self._journal.record_save(
                    self._run, self.digest, self.session.path, running.save_point
                )
            except JournalError as problem:
                self._set_journal_error(problem)
        # A backup that fails is tried again with the next save.
        with contextlib.suppress(OSError, DraftError, SaveError):
            if self._backups.is_due(running.draft.id):
                self._backups.back_up(running.draft.id, self.session.path.read_bytes())

    def _set_status(self, status: SaveStatus) -> None:
        self.status = status
        self.status_changed.emit(status)
