"""The unfinished starts on the home page: their cards, and their removal with Undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from erasmus_desk.errors import PackError
from erasmus_desk.storage.unfinished_starts import UnfinishedStart, UnfinishedStarts

from ..main_window.card_texts import StartText, start_text, unreadable_start_text
from ..main_window.window import MainWindow
from ..wizard.steps import ask_step, list_steps

REMOVED, UNDO = "start-removed", "undo"


class UnfinishedStartsController(QObject):
    """Lists, finds and removes unfinished starts; what is removed can come back at once."""

    changed = Signal()
    """A start was removed or came back: the cards are to be shown anew."""

    def __init__(self, window: MainWindow, starts: UnfinishedStarts) -> None:
        super().__init__(window)
        self._window = window
        self._starts = starts
        self._removed: list[tuple[UnfinishedStart, str]] = []
        self._is_listening = False

    def list_texts(self) -> tuple[StartText, ...]:
        """Return the texts of the cards, the start changed last first."""
        found = self._starts.find() if self._starts.has_any() else ()
        self._window.tell(self._starts.take_notice())
        return tuple(self._text(start) for start in found)

    def find(self, start_id: str) -> UnfinishedStart | None:
        """Return a start, unless it is gone."""
        return next((start for start in self._starts.find() if start.id == start_id), None)

    def remove(self, start_id: str) -> None:
        """Remove a start, and offer to undo that."""
        start = self.find(start_id)
        with self._window.showing_errors():
            self._starts.remove(start_id)
            if start is not None:
                self._removed.append((start, self._text(start).title))
            self.changed.emit()
            self._offer_undo()

    def forget_removed(self) -> None:
        """Offer no removed start any more: the page with the notice was left."""
        self._removed = []

    def _text(self, start: UnfinishedStart) -> StartText:
        library, language = self._window.draft_manager.library, self._window.language
        draft = start.state.draft
        try:
            pack = library.load_pack(draft.pack.id)
            texts = library.load_texts(pack.id, language)
        except PackError as problem:
            return unreadable_start_text(start, problem, self._window.messages)
        kind = texts.get(f"kind.{draft.text(pack.role('kind'))}.short")
        field = texts.get(f"field.{draft.text(pack.role('field'))}.name")
        about = (kind, field, texts.get("pack.short"))
        steps = list_steps(pack)
        step = ask_step(steps[min(start.state.page_index, len(steps) - 1)])
        return start_text(start, draft.text(pack.role("title")), about, step, language)

    def _offer_undo(self) -> None:
        if not self._removed:
            return
        if not self._is_listening:
            self._is_listening = True
            self._window.notifications.answered.connect(self._on_answered)
        _, title = self._removed[-1]
        text = self.tr("You removed {}.").format(f"“{title}”")
        self._window.notifications.tell(REMOVED, text, (UNDO, self.tr("Undo")))

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) != (REMOVED, UNDO) or not self._removed:
            return
        with self._window.showing_errors():
            self._starts.save(self._removed[-1][0])
            self._removed.pop()
            self.changed.emit()
            # Of several, the one that was removed before it is offered next.
            self._offer_undo()
