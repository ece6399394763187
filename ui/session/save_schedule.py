"""When a draft is saved: once typing rests, at the latest after a while, and after an error."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from erasmus_desk import atomic_file
from erasmus_desk.errors import SaveError, TargetBusy

from ..qt_support import single_shot
from .journal_writer import JournalWriter

URGENT_AFTER = 500
"""Milliseconds after a change that only the file can keep; with the write, at most a second."""


class SaveSchedule(QObject):
    """Asks for a save when it is due; a change that goes on does not put it off for ever."""

    due = Signal()

    def __init__(self, rest: int, latest: int, retry_after: int, journal: JournalWriter) -> None:
        """Wait so many milliseconds after the last change, after the first, and after an error.

        While the `journal` fails, it is saved within a second of each change.
        """
        super().__init__()
        self._journal = journal
        journal.failed.connect(self._hurry)
        self._retries = 0
        self._retry_after = retry_after
        self._rest_timer, self._latest_timer, self._retry_timer, self._urgent_timer = (
            single_shot(self, delay) for delay in (rest, latest, retry_after, URGENT_AFTER)
        )
        self._timers = (
            self._rest_timer,
            self._latest_timer,
            self._retry_timer,
            self._urgent_timer,
        )
        for timer in self._timers:
            timer.timeout.connect(self.due)

    def note_change(self) -> None:
        """Wait for the rest after a change, not for long while nothing but the file keeps it."""
        self._hurry()
        # Not restarted by later changes, so that the bound holds during continuous typing.
        if not self._latest_timer.isActive():
            self._latest_timer.start()
        self._rest_timer.start()

    def _hurry(self) -> None:
        if self._journal.error is not None and not self._urgent_timer.isActive():
            self._urgent_timer.start()

    def note_save(self, *, is_complete: bool) -> None:
        """Wait no longer, or for the changes made during the save."""
        self._retries = 0
        if not is_complete and not self._rest_timer.isActive():
            self._rest_timer.start()

    def retry(self, problem: SaveError | None = None) -> None:
        """Wait for another try, not for long if the file is only busy."""
        delays = atomic_file.RETRY_DELAYS
        is_short = isinstance(problem, TargetBusy) and self._retries < len(delays)
        self._retry_timer.start(
            int(delays[self._retries] * 1000) if is_short else self._retry_after
        )
        self._retries += problem is not None

    def stop(self) -> None:
        """Wait for nothing until the next change or error."""
        for timer in self._timers:
            timer.stop()
