"""The unfinished starts on the home page: their cards, and their removal with Undo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from erasmus_desk.errors import DeskError, PackError
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.moments import to_local
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.unfinished_starts import UnfinishedStart, UnfinishedStarts

from ..i18n.dates import format_recent
from ..i18n.joined import join_parts
from ..i18n.quotes import quote
from ..main_window.card_texts import StartText
from ..main_window.window import MainWindow
from ..wizard.steps import ask_step, list_steps

REMOVED, UNDO = "start-removed", "undo"


class UnfinishedStartsController(QObject):
    """Lists, finds and removes unfinished starts; what is removed can come back at once."""

    changed = Signal()
    """A start was removed or came back: the cards are to be shown anew."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self.starts = UnfinishedStarts(paths.unfinished_starts)
        self._removed: list[tuple[UnfinishedStart, str]] = []
        self._is_listening = False

    def list_texts(self) -> tuple[StartText, ...]:
        """Return the texts of the cards, the start changed last first."""
        found = self.starts.find()
        self._window.show_notice(self.starts.take_notice())
        return tuple(self._text(start) for start in found)

    def find(self, start_id: str) -> UnfinishedStart | None:
        """Return a start, unless it is gone."""
        return next((start for start in self.starts.find() if start.id == start_id), None)

    def remove(self, start_id: str) -> None:
        """Remove a start, and offer to undo that."""
        start = self.find(start_id)
        with self._window.showing_errors():
            self.starts.remove(start_id)
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
            return _unreadable_start_text(start, problem, self._window.messages)
        kind = texts.get(f"kind.{draft.text(pack.role('kind'))}.short")
        field = texts.get(f"field.{draft.text(pack.role('field'))}.name")
        about = (kind, field, texts.get("pack.short"))
        steps = list_steps(pack)
        step = ask_step(steps[min(start.state.page_index, len(steps) - 1)])
        return _start_text(start, draft.text(pack.role("title")), about, step, language)

    def _offer_undo(self) -> None:
        if not self._removed:
            return
        if not self._is_listening:
            self._is_listening = True
            self._window.notice_answered.connect(self._on_answered)
        _, title = self._removed[-1]
        text = self.tr("You removed {}.").format(quote(title))
        self._window.notifications.notify(REMOVED, text, (UNDO, self.tr("Undo")))

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) != (REMOVED, UNDO) or not self._removed:
            return
        with self._window.showing_errors():
            self.starts.save(self._removed[-1][0])
            self._removed.pop()
            self.changed.emit()
            # Of several, the one that was removed before it is offered next.
            self._offer_undo()


def _start_text(
    start: UnfinishedStart, title: str, about: tuple[str, ...], step: str, language: str
) -> StartText:
    """Return the texts of the card of a start that can be continued.

    `step` is the name of the page where the user stopped.
    """
    state = start.state
    count = max(state.page_count, state.page_index + 1)
    share_text = QCoreApplication.translate("NewProposalWizard", "Step {0} of {1}").format(
        state.page_index + 1, count
    )
    stopped = QCoreApplication.translate("CardTexts", "You stopped at “{}”").format(step)
    source = ""
    if start.earlier is not None:
        source = QCoreApplication.translate("CardTexts", "from {}").format(start.earlier.name)
    return StartText(
        start.id,
        title or QCoreApplication.translate("CardTexts", "No title yet"),
        join_parts(_unfinished(), *about),
        tuple(part for part in (stopped if step else "", source) if part),
        start.changed,
        state.page_index / count,
        share_text,
        format_recent(to_local(start.changed), language),
    )


def _unreadable_start_text(
    start: UnfinishedStart, error: DeskError, sentences: Messages
) -> StartText:
    """Return the texts of the card of a start whose call cannot be read: what happened."""
    text = sentences.format_error(error)
    name = start.state.draft.pack.id
    return StartText(start.id, name, _unfinished(), (text.what, text.do), start.changed)


def _unfinished() -> str:
    return QCoreApplication.translate("CardTexts", "Unfinished new proposal")
