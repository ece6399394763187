"""What the user is told about the saving of the open draft, and asked before words are lost."""

from __future__ import annotations

from PySide6.QtCore import QObject

from erasmus_desk.errors import DeskError

from ..main_window.notice_bar import Notice, error_notice
from ..main_window.window import Window
from ..session.autosave import SaveStatus
from ..session.draft_manager import OpenDraft
from ..widgets.accessibility import announce

UNSAFE, JOURNAL, CONFLICT, ERROR = "unsafe", "journal", "conflict", "error"
CLOSE = "close"


class SavingDesk(QObject):
    """Shows how saving stands: in the bar on top, and in a notice when something is wrong."""

    def __init__(self, window: Window) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._has_warned = False
        window.draft_opened.connect(self._on_opened)
        window.desk_built.connect(self._show_status)
        window.close_refused.connect(self._warn)

    def save_now(self) -> None:
        """Save the open draft and say how that went."""
        opened, topbar = self._window.opened, self._window.topbar
        if opened is None or topbar is None:
            return
        is_saved = opened.autosave.save()
        self._show_status()
        if not is_saved and opened.autosave.is_in_conflict:
            self._window.conflicted.emit()
        elif opened.autosave.status.error is not None:
            self._window.tell(opened.autosave.status.error)
        announce(self._window, topbar.saved_label.text())

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.autosave.status_changed.connect(self._on_status)
        opened.autosave.unguarded.connect(self._on_unguarded)
        if opened.autosave.journal_error is not None:
            self._on_unguarded(opened.autosave.journal_error)

    def _show_status(self) -> None:
        opened, topbar = self._window.opened, self._window.topbar
        if opened is not None and topbar is not None:
            topbar.show_status(opened.autosave.status)

    def _on_status(self, status: SaveStatus) -> None:
        self._show_status()
        if status.error is not None:
            if self._window.notices.topic != CONFLICT:
                self._window.tell(status.error)
        elif status.is_saved and self._window.notices.topic in (ERROR, UNSAFE):
            self._window.notices.clear()

    def _on_unguarded(self, problem: DeskError) -> None:
        """Tell that the net is gone; saving goes on, so this notice stays when it succeeds."""
        told = error_notice(self._window.sentences, problem)
        self._window.notices.show_notice(Notice(JOURNAL, told.text, told.answers))

    def _warn(self) -> None:
        """Ask once more before the window closes over words that are kept nowhere."""
        text = self.tr(
            "Your last words are saved nowhere yet: neither the draft nor anything beside it can "
            "be written. Free some space, or save a copy in another place, before you close."
        )
        self._window.notices.show_notice(
            Notice(UNSAFE, text, ((CLOSE, self.tr("Close all the same")),))
        )
        if not self._has_warned:
            self._has_warned = True
            self._window.notices.answered.connect(self._on_answered)

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) == (UNSAFE, CLOSE):
            self._window.close_all_the_same()
