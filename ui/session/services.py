"""What drafts are worked on with, fetched when the first of them is wanted."""

from __future__ import annotations

import logging

from erasmus_desk.call.library import Library
from erasmus_desk.errors import DeskError, JournalError, SaveError
from erasmus_desk.paths import Places
from erasmus_desk.storage.backups import Copies
from erasmus_desk.storage.journal import Journal

from .draft_manager import Keeper

log = logging.getLogger("erasmus_desk.ui.workshop")


class Workshop:
    """Calls, journal, copies and keeper: more than half of a start that the home page can skip.

    `trouble` is what went wrong with the journal, if anything: without it saving is all there is.
    """

    def __init__(self, places: Places) -> None:
        """Note where everything lies; nothing is read."""
        self.trouble: DeskError | None = None
        self._places = places
        self._keeper: Keeper | None = None

    @property
    def keeper(self) -> Keeper:
        """The keeper of drafts, with the journal open."""
        if self._keeper is None:
            self._keeper = self._equipped()
        return self._keeper

    def may_hold_rescues(self) -> bool:
        """Tell whether there is a journal at all; before the first draft there is none."""
        return self._keeper is not None or self._places.journal.exists()

    def close(self) -> None:
        """Let go of the journal."""
        if self._keeper is not None and self._keeper.journal is not None:
            self._keeper.journal.close()
            self._keeper.journal = None

    def _equipped(self) -> Keeper:
        # Imported late: this is what a start on the home page does not wait for.

        places = self._places
        journal: Journal | None = None
        try:
            journal = Journal.open(places.journal)
        except (JournalError, SaveError) as problem:
            self.trouble = problem
            log.warning("no journal: %s", problem)
        return Keeper(Library(places.calls), places.drafts, journal, Copies(places.copies))
