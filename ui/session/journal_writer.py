"""The writer of one session's changes to the journal, which may fail and work again later."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.text_diff import find_changed_keys
from erasmus_desk.errors import JournalError
from erasmus_desk.storage.history import JournalRun, SavePoint
from erasmus_desk.storage.journal import Journal

from ..qt_support import single_shot
from .session import Session

RETRY_AFTER = 1000
"""Milliseconds until a journal that could not be written is tried again, typing or not."""


class JournalWriter(QObject):
    """Collects the changes of a session, and writes them at most `delay` milliseconds later."""

    failed = Signal(object)
    """The journal cannot be written; emitted once until it can be written again."""
    noticed = Signal(object)
    """The journal was damaged, and is another one now."""
    recovered = Signal()
    """The journal can be written again, and has every change."""

    def __init__(self, session: Session, digest: str, journal: Journal | None, delay: int) -> None:
        """Begin a run of the journal for a session whose file has `digest`."""
        super().__init__()
        self.error: JournalError | None = None
        self._session = session
        self._journal = journal
        self._pending: dict[Key, Change] = {}
        self._saved = (session.draft, digest)
        """The draft in the file and the digest of it, with which a run begins."""
        self._unrecorded: SavePoint | None = None
        """The save that the journal does not know of yet."""
        self._timer = single_shot(self, delay)
        self._retry_timer = single_shot(self, RETRY_AFTER)
        for timer in (self._timer, self._retry_timer):
            timer.timeout.connect(self.write)
        self._run: JournalRun | None = None
        if journal is not None:
            self._try_to_write(journal)

    @property
    def is_complete(self) -> bool:
        """Whether the journal has every change."""
        return self._is_in_place and not self._pending

    def list_missing(self, saved: Mapping[Key, Value]) -> tuple[Key, ...]:
        """Return the answers that are other than the saved ones, and not in the journal either."""
        latest = self._session.draft.answers
        changed = (key for key in {**saved, **latest} if saved.get(key) != latest.get(key))
        return tuple(key for key in changed if not self._is_in_place or key in self._pending)

    @property
    def _is_in_place(self) -> bool:
        return self._journal is not None and self._run is not None and self._journal.is_in_place

    @property
    def save_point(self) -> SavePoint | None:
        """What a save that begins now will contain."""
        return self._run.save_point if self._run else None

    def note(self, changes: tuple[Change, ...]) -> None:
        """Take changes to be written."""
        for change in changes:
            first = self._pending.get(change.key, change)
            self._pending[change.key] = Change(change.key, first.old, change.new)
        # Not restarted by later changes, so that the bound holds during continuous typing.
        if not self._timer.isActive():
            self._timer.start()

    def write(self) -> None:
        """Write the pending changes now, and what could not be written before."""
        self._timer.stop()
        if self._journal is None:
            self._pending.clear()
        elif self._pending or self.error is not None:
            self._try_to_write(self._journal)
            self._emit_notice(self._journal)

    def record_save(self, saved: Draft, digest: str, save_point: SavePoint | None) -> None:
        """Record that the file of the session has a draft, and all changes up to a save point."""
        self._saved, self._unrecorded = (saved, digest), save_point
        if self._journal is not None and self._run is not None:
            self._try_to_write(self._journal)
            self._emit_notice(self._journal)

    def end(self, *, saved_elsewhere: bool) -> None:
        """End the run; what is not saved is offered from now on, unless it is `saved_elsewhere`."""
        self._timer.stop()
        self._retry_timer.stop()
        if self._journal is not None and self._run is not None:
            with contextlib.suppress(JournalError):
                self._journal.end_run(self._run, saved_elsewhere=saved_elsewhere)

    def _try_to_write(self, journal: Journal) -> None:
        """Write what the journal does not have: the run, the changes, the last save."""
        try:
            if self._run is None:
                self._begin_run(journal)
            elif self._pending:
                journal.append(self._run, tuple(self._pending.values()))
            self._pending.clear()
            if self._run is not None and self._unrecorded is not None:
                path, digest = self._session.path, self._saved[1]
                journal.record_save(self._run, digest, path, self._unrecorded)
            self._unrecorded = None
        except JournalError as problem:
            self._retry_timer.start()
            self._set_error(problem)
        else:
            self._retry_timer.stop()
            self._set_error(None)

    def _begin_run(self, journal: Journal) -> None:
        """Begin a run with the draft in the file, followed by the changes since."""
        saved, digest = self._saved
        run = journal.begin_run(saved, self._session.path, digest)
        latest = self._session.draft
        keys = find_changed_keys(saved, latest)
        try:
            journal.append(run, [saved.change(key, latest.get(key)) for key in keys])
        except JournalError:
            journal.end_run(run)
            raise
        self._run, self._unrecorded = run, None

    def _emit_notice(self, journal: Journal) -> None:
        notice = journal.take_notice()
        if notice is not None:
            self.noticed.emit(notice)

    def _set_error(self, problem: JournalError | None) -> None:
        before, self.error = self.error, problem
        if problem is not None and before is None:
            self.failed.emit(problem)
        elif problem is None and before is not None:
            self.recovered.emit()
