"""The controller of the save status: it shows it, and warns before unsaved text is lost."""

from __future__ import annotations

from PySide6.QtCore import QObject

from erasmus_desk.errors import DeskError

from ..main_window.window import MainWindow
from ..session.autosave import SaveStatus
from ..session.draft_manager import OpenDraft
from ..widgets.accessibility import announce

UNSAFE, JOURNAL, CONFLICT, ERROR = "unsafe", "journal", "conflict", "error"
CLOSE = "close"


class SaveStatusController(QObject):
    """Shows the save status in the top bar, and errors as notifications."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._has_warned = False
        window.draft_opened.connect(self._on_opened)
        window.editor_built.connect(self._show_status)
        window.close_refused.connect(self._warn_before_close)

    def save_now(self) -> None:
        """Save the open draft and announce the result."""
        opened, top_bar = self._window.opened, self._window.top_bar
        if opened is None or top_bar is None:
            return
        is_saved = opened.autosave.save()
        self._show_status()
        if not is_saved and opened.autosave.is_in_conflict:
            self._window.conflicted.emit()
        elif opened.autosave.status.error is not None:
            self._window.show_error(opened.autosave.status.error)
        announce(self._window, top_bar.saved_label.text())

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.autosave.status_changed.connect(self._on_status_changed)
        opened.autosave.journal_failed.connect(self._on_journal_failed)
        if opened.autosave.journal_error is not None:
            self._on_journal_failed(opened.autosave.journal_error)

    def _show_status(self) -> None:
        opened, top_bar = self._window.opened, self._window.top_bar
        if opened is not None and top_bar is not None:
            top_bar.show_status(opened.autosave.status)

    def _on_status_changed(self, status: SaveStatus) -> None:
        self._show_status()
        if status.error is not None:
            if self._window.notifications.topic != CONFLICT:
                self._window.show_error(status.error)
        elif status.is_saved and self._window.notifications.topic in (ERROR, UNSAFE):
            self._window.notifications.clear()

    def _on_journal_failed(self, problem: DeskError) -> None:
        """Show that the journal fails; a topic of its own, as saving the file may still succeed."""
        self._window.show_error(problem, JOURNAL)

    def _warn_before_close(self) -> None:
        """Ask for confirmation before text is lost that could be written nowhere."""
        text = self.tr(
            "Your latest text is not saved. The disk may be full or read-only. Save a "
            "copy in another folder before you close."
        )
        self._window.notify(UNSAFE, text, (CLOSE, self.tr("Close without saving")))
        if not self._has_warned:
            self._has_warned = True
            self._window.notifications.answered.connect(self._on_answered)

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) == (UNSAFE, CLOSE):
            self._window.force_close()
