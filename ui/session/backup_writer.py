"""Writing of backups in the second place: in a thread, and again once the place is back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import monotonic

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import SaveError
from erasmus_desk.storage.second_backups import SecondBackups

from ..qt_support import BackgroundTask, single_shot

BACK_UP_EVERY = 3600.0
"""Seconds between two backups of a draft that is open: by a clock that nobody sets."""
RETRY_AFTER = 60_000
"""Milliseconds until a place that could not be written is tried again."""
WAIT_AT_END = 2.0
"""Seconds that the end of the program waits for a backup that is being written."""


class _Job(Struct, frozen=True):
    """A draft as it is to be backed up, with the name of its file and the order of its answers."""

    draft: Draft
    name: str
    order: Sequence[str]


class BackupWriter(QObject):
    """Backs drafts up, one at a time; without a folder it does nothing.

    Nothing of the place is looked at in the window's thread: a drive may take a minute to answer.
    """

    changed = Signal()
    """The place failed, or it works again (`problem`)."""
    idle = Signal()
    """Nothing is being written any more."""
    _finished = Signal()

    def __init__(self, retry_after: int = RETRY_AFTER) -> None:
        """`retry_after` is in milliseconds."""
        super().__init__()
        self.problem: SaveError | None = None
        """Why the last backup was not written."""
        self._backups: SecondBackups | None = None
        self._latest: dict[str, _Job] = {}
        """What is to be backed up, by the id of the draft, as it was noted last."""
        self._written_at: dict[str, float] = {}
        self._running: tuple[_Job, SecondBackups, BackgroundTask[Path | None]] | None = None
        self._retry = single_shot(self, retry_after)
        self._retry.timeout.connect(self.try_again)
        self._finished.connect(self._finish)

    @property
    def folder(self) -> Path | None:
        """Our folder in the second place."""
        return self._backups.folder if self._backups is not None else None

    def use(self, folder: Path | None) -> None:
        """Write to a folder from now on, to none for `None`."""
        if folder == self.folder:
            return
        self._backups = SecondBackups(folder) if folder is not None else None
        self._latest, self._written_at = {}, {}
        self._retry.stop()
        self._report(None)

    def note(
        self, draft: Draft, path: Path, order: Sequence[str], *, is_last: bool = False
    ) -> None:
        """Back a draft up if that is due, or if it is closed (`is_last`)."""
        if self._backups is None:
            return
        written_at = self._written_at.get(draft.id)
        is_due = written_at is None or monotonic() - written_at >= BACK_UP_EVERY
        if is_due or is_last or draft.id in self._latest:
            self._latest[draft.id] = _Job(draft, path.stem, order)
        if not self._retry.isActive() or is_last:
            self.try_again()

    def try_again(self) -> None:
        """Write what is to be backed up, unless that is going on."""
        if self._running is not None or self._backups is None or not self._latest:
            return
        self._retry.stop()
        job = next(iter(self._latest.values()))
        work = partial(self._backups.back_up, job.draft, job.name, job.order)
        task = BackgroundTask("backup", work, self._finished, may_hang=True)
        self._running = (job, self._backups, task)

    def close(self, seconds: float = WAIT_AT_END) -> None:
        """Wait for what is being written, so long at most; what is left is left."""
        self._retry.stop()
        end = monotonic() + seconds
        while self._running is not None and self._running[2].join(max(end - monotonic(), 0.0)):
            self._finish()
        self._latest, self._running = {}, None
        self._retry.stop()

    def _finish(self) -> None:
        # What is reported may be the one before, which `close` has waited for.
        if self._running is None or not self._running[2].is_done:
            return
        (job, backups, task), self._running = self._running, None
        try:
            task.result()
        except SaveError as problem:
            if backups is self._backups:
                self._retry.start()
                self._report(problem)
                self.idle.emit()
                return
        else:
            self._note_written(job, backups)
        self.try_again()
        if self._running is None:
            self.idle.emit()

    def _note_written(self, job: _Job, backups: SecondBackups) -> None:
        if backups is self._backups:
            self._written_at[job.draft.id] = monotonic()
            if self._latest.get(job.draft.id) is job:
                del self._latest[job.draft.id]
            self._report(None)

    def _report(self, problem: SaveError | None) -> None:
        """Report a problem once until it is another one, and its end."""
        before, self.problem = self.problem, problem
        if (before and before.message_id) != (problem and problem.message_id):
            self.changed.emit()
