"""The controller of who else has the open draft open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from erasmus_desk.moments import to_local
from erasmus_desk.storage.clock import now
from erasmus_desk.storage.locks import LockHolder

from ..i18n import plurals
from ..i18n.dates import format_recent
from ..main_window.notice_bar import Tone
from ..main_window.window import MainWindow
from ..session.draft_manager import OpenDraft

HOLDER, TAKE_OVER, TOGETHER = "holder", "take-over", "together"
HOUR, DAY = 3600, 24 * 3600


class LockController(QObject):
    """Tells who has the draft open too, and writes our lock once that is nobody.

    The lock of another computer, which may have crashed, is only taken over if the user says so.
    """

    def __init__(self, window: MainWindow, go_on: Callable[[], None]) -> None:
        """`go_on` tells what waited for the answer."""
        super().__init__(window)
        self._window = window
        self._go_on = go_on
        window.draft_opened.connect(self._on_opened)
        window.notice_answered.connect(self._on_answered)

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.autosave.file_check.reported.connect(self._check_lock)
        holder = opened.holder
        if holder is None:
            return
        text, notifications = (
            describe_lock(holder, self._window.language),
            self._window.notifications,
        )
        if self._window.draft_manager.locks.is_running_here(holder):
            notifications.notify(HOLDER, text, tone=Tone.INFO)
            return
        together = (TOGETHER, self.tr("We both work on it"))
        take_over = (TAKE_OVER, self.tr("Nobody works there: take over"))
        notifications.notify(HOLDER, text, together, take_over, tone=Tone.INFO)

    def _check_lock(self) -> None:
        """Write our lock if the one of somebody else is gone, and say no more that it is there."""
        opened, locks = self._window.opened, self._window.draft_manager.locks
        if opened is None or opened.holder is None or not opened.autosave.file_report.is_same:
            return
        if locks.acquire(opened.session.path):
            self._window.notifications.clear(HOLDER)

    def _on_answered(self, topic: str, answer: str) -> None:
        opened = self._window.opened
        if topic != HOLDER or opened is None:
            return
        if answer == TAKE_OVER:
            self._window.draft_manager.locks.acquire(opened.session.path, take_over=True)
        self._go_on()


def describe_lock(holder: LockHolder, language: str, moment: datetime | None = None) -> str:
    """Return a text that names who else has the draft open, on which computer, since when."""
    text = QCoreApplication.translate(
        "Notification",
        "{0} has had this proposal open on {1} since {2} ({3}). You can both work. The second "
        "person to save chooses how to keep both versions.",
    )
    somebody = QCoreApplication.translate("Notification", "Someone")
    since = to_local(holder.since)
    seconds = int(((moment or now()) - since).total_seconds())
    age = QCoreApplication.translate("Notification", "less than an hour ago")
    if seconds >= DAY:
        age = plurals.days_ago(seconds // DAY)
    elif seconds >= HOUR:
        age = plurals.hours_ago(seconds // HOUR)
    return text.format(holder.user or somebody, holder.host, format_recent(since, language), age)
