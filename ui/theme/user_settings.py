"""What the program remembers of its user: settings, and where the window stood."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from erasmus_desk.errors import SaveError
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings

FIRST_SIZE = (1280, 800)
log = logging.getLogger("erasmus_desk.ui.memory")


class Memory:
    """Keeps settings on disk as they change; losing them costs nobody any work."""

    def __init__(self, chosen: Settings, path: Path) -> None:
        """Begin with the settings that were read from `path`."""
        self.settings = chosen
        self._path = path

    def keep(self, chosen: Settings) -> None:
        """Remember these settings."""
        if chosen == self.settings:
            return
        self.settings = chosen

        try:
            settings.save(chosen, self._path)
        except SaveError as problem:
            log.info("settings not saved: %s", problem)

    def place(self, window: QWidget) -> None:
        """Put a window where it stood last."""
        kept = settings.load_window(settings.window_path(self._path))
        if not window.restoreGeometry(QByteArray(kept.get("geometry", b""))):
            window.resize(*FIRST_SIZE)

    def note_place(self, window: QWidget) -> None:
        """Remember where a window stands."""
        state = {"geometry": bytes(window.saveGeometry().data())}

        try:
            settings.save_window(state, settings.window_path(self._path))
        except SaveError as problem:
            log.info("place of the window not saved: %s", problem)
