"""The services that drafts need: calls, journal, backups and the manager of open drafts."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from erasmus_desk.errors import JournalError
from erasmus_desk.path_checks import may_exist
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import recovery_copies

if TYPE_CHECKING:
    from erasmus_desk.storage.journal import Journal
    from erasmus_desk.storage.thinning import JournalSpace

    from .draft_manager import DraftManager

log = logging.getLogger("erasmus_desk.ui.services")


class Services:
    """Opens the journal and creates the draft manager, each when it is first needed."""

    def __init__(self, paths: AppPaths, backup_folder: Path | None = None) -> None:
        """`backup_folder` is our folder in the second place for backups, if there is one."""
        self._paths = paths
        self._journal: Journal | None = None
        self._draft_manager: DraftManager | None = None
        self._backup_folder = backup_folder

    def back_up_to(self, folder: Path | None) -> None:
        """Write backups in our folder of a second place too; to none for `None`."""
        self._backup_folder = folder
        if self._draft_manager is not None:
            self._draft_manager.backup_writer.use(folder)

    @property
    def journal(self) -> Journal:
        """The journal; one that cannot be opened is tried again each time it is used."""
        if self._journal is None:
            # It loads drafts and their changes; most home pages do without them.
            from erasmus_desk.storage.journal import Journal  # noqa: PLC0415

            self._journal = Journal(self._paths.journal, later=True)
        return self._journal

    def take_journal_notice(self) -> JournalError | None:
        """Return what the user is to be told of the journal, once."""
        notice = self._journal.take_notice() if self._journal is not None else None
        if notice is not None:
            log.warning("journal: %s", notice)
        return notice

    @property
    def draft_manager(self) -> DraftManager:
        """The draft manager, with the journal open."""
        if self._draft_manager is None:
            # It loads calls, checks and budget, which the home page does without.
            from .draft_manager import DraftManager  # noqa: PLC0415

            self._draft_manager = DraftManager(self._paths, self.journal)
            self._draft_manager.backup_writer.use(self._backup_folder)
        return self._draft_manager

    @property
    def has_journal(self) -> bool:
        """Whether there is a journal already; none is made to find out."""
        return self._journal is not None or may_exist(self._paths.journal)

    def measure_history(self) -> JournalSpace | None:
        """Return the space that the history takes, `None` if the journal cannot be read."""
        if not self.has_journal:
            return None
        try:
            copies = recovery_copies.measure(self._paths.backups)
            return replace(self.journal.measure(), copies=copies)
        except JournalError:
            return None

    def may_have_unsaved_work(self) -> bool:
        """Return whether the journal has unsaved work, or cannot be read to tell.

        Without a file there is no journal: none is made before the first draft is opened.
        """
        if not self.has_journal:
            return False
        try:
            return bool(self.journal.find_unsaved_work())
        except JournalError:
            return True

    def close(self) -> None:
        """Close the journal, and thin what is old in it: nobody types any more."""
        if self._draft_manager is not None:
            self._draft_manager.backup_writer.close()
        if self._journal is not None:
            with contextlib.suppress(JournalError):
                self._journal.thin()
            self._journal.close()
            self._journal = None
        if self._draft_manager is not None:
            self._draft_manager.journal = None
