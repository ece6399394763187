"""The proposals of this program in the list of recent documents of the desktop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from erasmus_desk.storage import recent_documents

from ..qt_support import BackgroundTask, single_shot

DELAY = 3000
"""Milliseconds after a proposal was opened: the list may be long, and nobody looks there yet."""


class SystemRecent(QObject):
    """Adds proposals to the list, in a thread and a while after they were opened."""

    written = Signal()

    def __init__(self, listed: Path | None, parent: QObject) -> None:
        """Serve the list at `listed`, `None` where there is none or the folder is portable."""
        super().__init__(parent)
        self._listed = listed
        self._waiting: Path | None = None
        self._task: BackgroundTask[bool] | None = None
        self._timer = single_shot(self, DELAY)
        self._timer.timeout.connect(self.write)

    def note(self, path: Path) -> None:
        """Note that a proposal was opened."""
        if self._listed is not None:
            self._waiting = path
            self._timer.start()

    def write(self) -> None:
        """Add the proposal that was noted last, now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if self._listed is not None and waiting is not None:
            add = partial(recent_documents.add, self._listed, waiting)
            self._task = BackgroundTask("recent", add, self.written, may_hang=True)
