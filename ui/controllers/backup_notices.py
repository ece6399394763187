"""What is told of backups in the second place: that it is away, and nothing while all is well."""

from __future__ import annotations

from PySide6.QtCore import QObject

from erasmus_desk.errors import SaveError

from ..main_window.notice_bar import Tone
from ..main_window.window import MainWindow

TOPIC = "backups"


class BackupNotices(QObject):
    """Says once why the second place gets no backup; the notice goes when it does again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._writer = window.draft_manager.backup_writer
        self._is_reported = False
        self._writer.changed.connect(self._on_changed)
        # Another notice may have been in its place the last time.
        self._writer.idle.connect(self._show)

    def _on_changed(self) -> None:
        self._is_reported = False
        self._show()

    def _show(self) -> None:
        problem, folder = self._writer.problem, self._writer.folder
        notifications = self._window.notifications
        if problem is None or folder is None:
            notifications.clear(TOPIC)
        elif not self._is_reported and notifications.topic in {"", TOPIC}:
            self._is_reported = True
            text = self._describe(problem).format(folder)
            notifications.notify(TOPIC, text, tone=Tone.INFO)

    def _describe(self, problem: SaveError) -> str:
        reasons = {
            "save.refused.missing-folder": self.tr(
                "The place for backups cannot be reached now: {}. Your proposal is saved as usual. "
                "The backup is made when the place is back."
            ),
            "save.refused.full": self.tr(
                "The place for backups is full: {}. Your proposal is saved as usual, and the "
                "backups there are all kept. Make room, or choose another place in Preferences."
            ),
            "save.refused.no-right": self.tr(
                "You may not write in the place for backups: {}. Your proposal is saved as usual. "
                "You can choose another place in Preferences."
            ),
        }
        other = self.tr(
            "The place for backups reports an error: {}. Your proposal is saved as usual. The "
            "backup is tried again each minute."
        )
        return reasons.get(problem.message_id, other)
