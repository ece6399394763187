"""The services that drafts need: calls, journal, backups and the manager of open drafts."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from erasmus_desk.errors import DeskError, JournalError, SaveError
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.journal import Journal

if TYPE_CHECKING:
    from .draft_manager import DraftManager

log = logging.getLogger("erasmus_desk.ui.services")


class Services:
    """Opens the journal and creates the draft manager, each when it is first needed.

    `journal_error` says why there is no journal, if there is none; then drafts are only saved as
    files.
    """

    def __init__(self, paths: AppPaths) -> None:
        self.journal_error: DeskError | None = None
        self._paths = paths
        self._journal: Journal | None = None
        self._draft_manager: DraftManager | None = None

    @property
    def journal(self) -> Journal | None:
        """The journal, opened or made; `None` after an error."""
        if self._journal is None and self.journal_error is None:
            try:
                self._journal = Journal(self._paths.journal)
            except (JournalError, SaveError) as problem:
                self.journal_error = problem
                log.warning("no journal: %s", problem)
        return self._journal

    @property
    def draft_manager(self) -> DraftManager:
        """The draft manager, with the journal open."""
        if self._draft_manager is None:
            # It loads calls, checks and budget, which the home page does without.
            from .draft_manager import DraftManager  # noqa: PLC0415

            self._draft_manager = DraftManager(self._paths, self.journal)
        return self._draft_manager

    def may_have_unsaved_work(self) -> bool:
        """Return whether the journal has unsaved work, or cannot be read to tell.

        Without a file there is no journal: none is made before the first draft is opened.
        """
        if self._journal is None and not self._paths.journal.exists():
            return False
        try:
            return self.journal is not None and bool(self.journal.find_unsaved_work())
        except JournalError:
            return True

    def close(self) -> None:
        """Close the journal."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        if self._draft_manager is not None:
            self._draft_manager.journal = None
