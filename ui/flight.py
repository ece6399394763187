"""A save on its way: in a thread of its own, for a disk may take longer than a key can wait."""

from __future__ import annotations

import contextlib
from threading import Thread

from PySide6.QtCore import SignalInstance

from erasmus_desk.draft import store
from erasmus_desk.draft.history import Run
from erasmus_desk.draft.model import Draft

from .session import Session


class Flight:
    """One save of one state of a draft; drafts are values, so nobody else touches this one.

    `mark` is where the run of the journal stood when it began.
    """

    def __init__(
        self, session: Session, seen: str, run: Run | None, landed: SignalInstance
    ) -> None:
        """Begin to save onto the file of digest `seen`; `landed` comes from the other thread."""
        self.draft: Draft = session.draft
        self.mark = run.mark if run is not None else None
        self._digest = seen
        self._problem: Exception | None = None
        self._path, self._order = session.path, session.form.order
        self._landed = landed
        self._thread = Thread(target=self._save, name="save")
        self._thread.start()

    def wait(self) -> str:
        """Wait for the end and give the digest of the file. Raises SaveError."""
        self._thread.join()
        if self._problem is not None:
            raise self._problem
        return self._digest

    def _save(self) -> None:
        try:
            self._digest = store.save(self.draft, self._path, self._digest, self._order)
        except Exception as problem:  # noqa: BLE001 - raised again by whoever waits
            self._problem = problem
        # Nobody is there to be told when the program ends in this moment.
        with contextlib.suppress(RuntimeError):
            self._landed.emit()
