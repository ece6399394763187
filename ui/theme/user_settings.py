"""The settings of the user and the geometry of the window, kept on disk."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QMargins, Qt
from PySide6.QtWidgets import QWidget

from erasmus_desk.errors import SaveError
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings

FIRST_SIZE = (1280, 800)
FRAME_LINES = 2
"""Lines of text that the title bar of a window is high, at most: its frame comes with the window,
and the style knows only that of a window inside a window."""
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
        is_restored = window.restoreGeometry(QByteArray(state.get("geometry", b"")))
        if not is_restored:
            window.resize(*FIRST_SIZE)
        _keep_on_screen(window, is_restored=is_restored)

    def save_geometry(self, window: QWidget) -> None:
        """Save size and position of the window."""
        state = {"geometry": bytes(window.saveGeometry().data())}
        try:
            settings.save_window_state(state, settings.get_window_state_path(self._path))
        except SaveError as problem:
            log.info("place of the window not saved: %s", problem)


def _keep_on_screen(window: QWidget, *, is_restored: bool) -> None:
    """Maximise a window that is larger than its screen; move one that sticks out of it."""
    screen = window.screen().availableGeometry()
    frame = FRAME_LINES * window.fontMetrics().height()
    room, size = screen.size().shrunkBy(QMargins(0, frame, 0, 0)), window.size()
    # A small screen at 200 % is lower than the least height: better a low window than one whose
    # lower part nobody can see.
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    if is_restored and screen.contains(window.geometry()):
        # It was there with its frame, though that may be lower than we reckon.
        return
    if size.width() > screen.width() or size.height() + frame > screen.height():
        window.resize(size.boundedTo(room))
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    left = min(max(window.x(), screen.left()), screen.right() - window.width() + 1)
    top = min(window.y(), screen.bottom() - window.height() - frame + 1)
    top = max(top, screen.top())
    # Before it is shown, a window does not know its frame: moved to where it is, it would be lower
    # by its title bar at each start.
    if (left, top) != (window.x(), window.y()):
        window.move(left, top)
