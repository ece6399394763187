"""The writer of one session's changes to the journal, which may fail and work again later."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.errors import JournalError
from erasmus_desk.storage.history import JournalRun, SavePoint
from erasmus_desk.storage.journal import Journal

from ..qt_support import single_shot
from .session import Session


class JournalWriter(QObject):
    """Collects the changes of a session, and writes them at most `delay` milliseconds later."""

    failed = Signal(object)
    """The journal cannot be written; emitted once until it can be written again."""

    def __init__(self, session: Session, digest: str, journal: Journal | None, delay: int) -> None:
        """Begin a run of the journal for a session whose file has `digest`."""
        super().__init__()
        self.error: JournalError | None = None
        self._session = session
        self._journal = journal
        self._pending: dict[Key, Change] = {}
        self._timer = single_shot(self, delay)
        self._timer.timeout.connect(self.write)
        self._run = self._begin_run(digest)

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
        """Write the pending changes now."""
        self._timer.stop()
        if not self._pending:
            return
        if self._journal is not None and self._run is not None:
            try:
                self._journal.append(self._run, tuple(self._pending.values()))
            except JournalError as problem:
                self._set_error(problem)
                return
            self._set_error(None)
        self._pending.clear()

    def record_save(self, saved: Draft, digest: str, save_point: SavePoint | None) -> None:
        """Record that the file of the session has a draft, and all changes up to a save point."""
        if self._run is None:
            # A run begins with the state of the file: not if the draft changed during the save.
            if self._session.draft is saved:
                self._run = self._begin_run(digest)
        elif self._journal is not None:
            try:
                self._journal.record_save(self._run, digest, self._session.path, save_point)
            except JournalError as problem:
                self._set_error(problem)

    def end(self, *, saved_elsewhere: bool) -> None:
        """End the run; what is not saved is offered from now on, unless it is `saved_elsewhere`."""
        if self._journal is not None and self._run is not None:
            with contextlib.suppress(JournalError):
                self._journal.end_run(self._run, saved_elsewhere=saved_elsewhere)

    def _begin_run(self, digest: str) -> JournalRun | None:
        if self._journal is None:
            return None
        try:
            return self._journal.begin_run(self._session.draft, self._session.path, digest)
        except JournalError as problem:
            self._set_error(problem)
            return None

    def _set_error(self, problem: JournalError | None) -> None:
        is_news = problem is not None and self.error is None
        self.error = problem
        if is_news:
            self.failed.emit(problem)
