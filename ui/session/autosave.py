"""Autosave: when the journal and the file are written, and what happens when that fails."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.errors import DeskError, SaveError
from erasmus_desk.storage import clock, open_file
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.history import SavePoint
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.open_file import FileReport, FileState, KnownFile

from ..qt_support import BackgroundTask
from .file_check import FileCheck
from .journal_writer import JournalWriter
from .safety_copies import SafetyCopies
from .save_schedule import SaveSchedule
from .save_status import SaveState, SaveStatus
from .session import Session

JOURNAL_AFTER = 500
"""Milliseconds from a keystroke to the journal; with the write, at most a second is at risk."""
SAVE_AFTER = 1000
"""Milliseconds of rest before the draft's file is saved …"""
SAVE_AT_LATEST = 5000
"""… and milliseconds after which it is saved while typing goes on."""
RETRY_AFTER = 15_000
"""Milliseconds until a file that could not be written is tried again, typing or not."""


class RunningSave(Struct, frozen=True):
    """One state of a draft while a thread saves it, and the state of the journal before."""

    draft: Draft
    save_point: SavePoint | None
    task: BackgroundTask[KnownFile | FileReport]


class Autosave(QObject):
    """Writes the changes of a session to the journal, and soon after saves the whole file.

    A thread saves while the user types; `save` waits for the disk. What others do with the file
    is noticed (`file_report`) and waits for the user; nothing is written over it meanwhile.
    """

    status_changed = Signal(object)
    conflicted = Signal(object)
    """Others changed, renamed or removed the file (the report); the user is to decide."""
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
        self.session = session
        self.status = SaveStatus(SaveState.SAVED, session.draft.modified)
        self.file_check = FileCheck(open_file.recognise_read(session.path, session.draft, digest))
        self.file_check.reported.connect(self._on_reported)
        self.saved_draft = session.draft
        """The draft as it was last read from the file or written to it."""
        self._is_saved_elsewhere = False
        self.copies = SafetyCopies(session, backups)
        self._running: RunningSave | None = None
        self._save_finished.connect(self._finish_save)
        self.journal = JournalWriter(session, digest, journal, delays[0])
        self.journal.failed.connect(self.journal_failed)
        self._schedule = SaveSchedule(*delays[1:], retry_after, self.journal)
        self._schedule.due.connect(self._on_due)
        session.changed.connect(self._on_changed)

    @property
    def file_report(self) -> FileReport:
        """What became of the file, as far as known."""
        return self.file_check.report

    @property
    def is_dirty(self) -> bool:
        """Whether the draft has changes that the file does not have, or there is no file."""
        is_changed = self.session.draft.answers != self.saved_draft.answers
        is_gone = self.file_report.state is FileState.GONE
        return is_changed or is_gone or not self.session.undo_stack.isClean()

    @property
    def is_in_conflict(self) -> bool:
        """Whether the user is to decide on what others did with the file."""
        return not self.file_report.is_same and not self._is_saved_elsewhere

    def secure(self) -> bool:
        """Save; return whether all text is in the file, the journal or a recovery copy."""
        return self.save() or self._is_saved_elsewhere or self.keep_here()

    def keep_here(self) -> bool:
        """Return whether all text is on this computer, in the journal or else a recovery copy."""
        return self.copies.keep(self.journal)

    def list_unsaved(self) -> tuple[Key, ...]:
        """Return the answers whose latest text is neither in the file nor in the journal."""
        is_gone = self.file_report.state is FileState.GONE
        return self.journal.list_missing({} if is_gone else self.saved_draft.answers)

    def write_journal(self) -> None:
        """Write the pending changes to the journal now."""
        self.journal.write()

    def save(self) -> bool:
        """Save the file now; return whether it contains all changes."""
        self._finish_save()
        self._start_save()
        self._finish_save()
        return not self._is_saved_elsewhere and not self.is_dirty

    def check_file(self) -> FileReport:
        """Look at the file now and return what others did with it; news are told to the user."""
        self._finish_save()
        self.file_check.check()
        return self.file_report

    def follow(self, path: Path, digest: str = "") -> None:
        """Go on with the file at another path: renamed by somebody, or just written (`digest`)."""
        self._finish_save()
        self.session.move_to(path)
        self.file_check.move_to(open_file.follow(self.file_check.known, path, digest))
        if self.check_file().is_same:
            self._resume()

    def detach(self) -> None:
        """Stop saving to the file: another file has all changes now."""
        self._finish_save()
        self.write_journal()
        self._is_saved_elsewhere = True
        self.session.undo_stack.setClean()
        self._set_status(SaveStatus(SaveState.SAVED, clock.now()))

    def close(self) -> bool:
        """Save for the last time; return whether the file contains all changes."""
        is_saved = self.save()
        self._schedule.stop()
        self.file_check.stop()
        self.journal.end(saved_elsewhere=self._is_saved_elsewhere)
        return is_saved

    def _start_save(self) -> None:
        """Start a save, unless there is nothing to save or a save is running."""
        self._schedule.stop()
        self.write_journal()
        if self._is_saved_elsewhere or not self.is_dirty or self._running is not None:
            return
        draft, order = self.session.draft, self.session.form.order
        work = partial(open_file.save, draft, self.file_check.known, order)
        task = BackgroundTask("save", work, self._save_finished)
        self._running = RunningSave(draft, self.journal.save_point, task)
        self.file_check.is_saving = True

    def _finish_save(self) -> None:
        """Wait for the running save, if any, and record its result."""
        running, self._running = self._running, None
        if running is None:
            return
        self.file_check.is_saving = False
        try:
            result = running.task.result()
        except SaveError as problem:
            self.copies.secure()
            self._schedule.retry(problem)
            self._set_error(problem)
            return
        if isinstance(result, FileReport):
            self.file_check.take(result)
            self._schedule.note_save(is_complete=not self.file_report.is_same)
            return
        self.file_check.move_to(result)
        self.saved_draft = running.draft
        self.journal.record_save(running.draft, result.digest, running.save_point)
        self.copies.back_up(running.draft)
        is_complete = self.session.draft is running.draft
        self._schedule.note_save(is_complete=is_complete)
        if is_complete:
            self.session.undo_stack.setClean()
            self._set_status(SaveStatus(SaveState.SAVED, clock.now()))

    def _on_reported(self, before: FileReport, report: FileReport) -> None:
        """Resume where the file is as it was; else secure the text and tell the user once."""
        if self._is_saved_elsewhere:
            return
        if report.is_same:
            if not before.is_same:
                self._resume()
            return
        self._schedule.retry()
        is_kept = self.copies.keep(self.journal, with_copy=self.is_dirty)
        if self.file_check.is_news(is_dirty=self.is_dirty, is_kept=is_kept):
            self.conflicted.emit(report)
        if self.is_dirty:
            self._set_error(report.to_error(self.session.path))

    def _resume(self) -> None:
        """Go on saving: the file is where and what it was, or it was followed."""
        known = self.file_check.known
        # A drive that is back may have another number.
        self.file_check.move_to(open_file.follow(known, known.path))
        self._start_save()
        if self._running is None:
            self.journal.record_save(self.session.draft, known.digest, self.journal.save_point)
            self._set_status(SaveStatus(SaveState.SAVED, self.status.at or clock.now()))

    def _on_due(self) -> None:
        if self.file_report.is_same:
            self._start_save()
        else:
            self.write_journal()
            self._schedule.retry()
            self.file_check.check_soon()

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        self.journal.note(changes)
        self._is_saved_elsewhere = False  # what is typed now is not there
        self._schedule.note_change()
        if self.status.state is SaveState.SAVED:
            self._set_status(SaveStatus(SaveState.TYPING, self.status.at))

    def _set_error(self, problem: DeskError) -> None:
        """Show an error once: a closed notification does not return with every try."""
        known = self.status.error
        if known is None or known.message_id != problem.message_id:
            self._set_status(SaveStatus(SaveState.FAILED, self.status.at, problem))

    def _set_status(self, status: SaveStatus) -> None:
        self.status = status
        self.status_changed.emit(status)
