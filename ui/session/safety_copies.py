"""Copies of a draft beside its file: a dated backup of it, and a recovery copy while it fails."""

from __future__ import annotations

import contextlib

from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import DraftError, SaveError
from erasmus_desk.storage.backups import Backups

from .backup_writer import BackupWriter
from .journal_writer import JournalWriter
from .session import Session


class SafetyCopies:
    """Backs a draft up after a save, and keeps a recovery copy of what cannot be saved."""

    def __init__(self, session: Session, backups: Backups) -> None:
        """Copy the draft of a session."""
        self._session = session
        self._backups = backups
        self._copied: Draft | None = None
        """The draft as in the last recovery copy."""
        self.writer: BackupWriter | None = None
        """Writes backups in the second place."""

    def is_kept(self, journal: JournalWriter) -> bool:
        """Return whether the journal has all text, or the recovery copy that was written last."""
        return journal.is_complete or self._copied is self._session.draft

    def back_up(self, saved: Draft) -> None:
        """Back up the file after a save, once a day, and what is due in the second place."""
        self._note()
        # A backup that fails is tried again with the next save.
        with contextlib.suppress(OSError, DraftError, SaveError):
            if self._backups.is_due(saved.id):
                self._backups.back_up(saved.id, self._session.path.read_bytes())

    def keep(self, journal: JournalWriter, *, with_copy: bool = False) -> bool:
        """Write the journal, and a copy if asked or needed; return whether one has all text."""
        journal.write()
        is_copied = (with_copy or not journal.is_complete) and self.secure()
        return is_copied or journal.is_complete

    def secure(self) -> bool:
        """Write a recovery copy of what cannot be saved; return whether that worked.

        The second place gets its backup all the same: it may be another drive.
        """
        self._note()
        # If that fails too, the text may still be in the journal.
        with contextlib.suppress(SaveError):
            draft = self._session.draft
            self._backups.save_recovery_copy(draft, self._session.form.order)
            self._copied = draft
            return True
        return False

    def _note(self) -> None:
        if self.writer is not None:
            session = self._session
            self.writer.note(session.draft, session.path, session.form.order)
