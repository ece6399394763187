"""The controller that keeps the ticks at the points of the guidance on disk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.point_ticks import PointTicksFiles, Ticks

from ..main_window.window import MainWindow
from ..qt_support import BackgroundTask, single_shot

REST_DELAY = 1000
"""Milliseconds without a tick after which the ticks are written."""


class PointTicksController(QObject):
    """Loads the ticks of a draft when it is opened, and writes them when one changed."""

    saved = Signal()

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._files = PointTicksFiles(paths.point_ticks)
        self._unsaved: tuple[str, Ticks] | None = None
        self._task: BackgroundTask[None] | None = None
        self._timer = single_shot(self, REST_DELAY)
        self._timer.timeout.connect(self._save)
        window.draft_opening.connect(self._load)
        window.draft_closed.connect(self._on_closed)
        self._load()

    def _load(self) -> None:
        opened = self._window.opened
        if opened is not None:
            ticks = opened.session.ticks
            ticks.load(self._files.find(opened.session.draft.id))
            ticks.changed.connect(self._on_changed)
            self._window.show_notice(self._files.take_notice())

    def _on_changed(self) -> None:
        opened = self._window.opened
        if opened is not None:
            self._unsaved = opened.session.draft.id, opened.session.ticks.all
            self._timer.start()

    def _save(self) -> None:
        """Write in a thread, as a slow disk must not stop the next key."""
        self._wait()
        if self._unsaved is not None:
            save = partial(self._files.save, *self._unsaved)
            self._unsaved = None
            self._task = BackgroundTask("point-ticks", save, self.saved)

    def _on_closed(self) -> None:
        self._timer.stop()
        self._save()
        self._wait()

    def _wait(self) -> None:
        if self._task is not None:
            self._task.join()
            self._task = None
