"""The offer to undo what was just done, on the line that says so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ..main_window.window import MainWindow
from ..session.draft_manager import OpenDraft

UNDO = "undo"
"""The answer that undoes."""


class UndoOffer(QObject):
    """Tells under one topic what was done to the draft, and undoes it if the user wants.

    It is withdrawn with the next change: from then on Undo would take back something else.
    """

    def __init__(self, window: MainWindow, topic: str) -> None:
        super().__init__(window)
        self._window, self._topic = window, topic
        window.draft_opened.connect(self._on_opened)
        window.notice_answered.connect(self._on_answered)

    def show(self, text: str, *others: tuple[str, str], is_change: bool = True) -> None:
        """Show what was done, with other answers if any; without a change there is no Undo."""
        answers = ((UNDO, self.tr("Undo")),) if is_change else ()
        self._window.notifications.notify(self._topic, text, *answers, *others)

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.session.changed.connect(self._withdraw)

    def _withdraw(self) -> None:
        self._window.notifications.clear(self._topic)

    def _on_answered(self, topic: str, answer: str) -> None:
        opened = self._window.opened
        if (topic, answer) == (self._topic, UNDO) and opened is not None:
            opened.session.undo_stack.undo()
