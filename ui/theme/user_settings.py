"""The settings of the user and the geometry of the window, kept on disk."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from erasmus_desk.errors import SaveError
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings

FIRST_SIZE = (1280, 800)
log = logging.getLogger("erasmus_desk.ui.settings")


class UserSettings:
    """Saves settings when they change; a failure is only logged, as no work is lost."""

    def __init__(self, loaded: Settings, path: Path) -> None:
        self.current = loaded
        self._path = path

    def update(self, chosen: Settings) -> None:
        """Make these settings the current ones and save them."""
        if chosen == self.current:
            return
        self.current = chosen
        try:
            settings.save(chosen, self._path)
        except SaveError as problem:
            log.info("settings not saved: %s", problem)

    def restore_geometry(self, window: QWidget) -> None:
        """Restore size and position of the window."""
        state = settings.load_window_state(settings.get_window_state_path(self._path))
        if not window.restoreGeometry(QByteArray(state.get("geometry", b""))):
            window.resize(*FIRST_SIZE)

    def save_geometry(self, window: QWidget) -> None:
        """Save size and position of the window."""
        state = {"geometry": bytes(window.saveGeometry().data())}
        try:
            settings.save_window_state(state, settings.get_window_state_path(self._path))
        except SaveError as problem:
            log.info("place of the window not saved: %s", problem)
