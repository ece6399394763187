"""The page of feedback: who still has a file, what was said, and what waits for a decision."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import Thread, Waiting

from ...session.session import Session
from ...theme.theme import GRID, Look
from ...widgets.buttons import ButtonRow, push_button
from ...widgets.labels import wrapped
from ..answer_names import answer_name
from ..base import Page
from . import actions
from .cards import SendingCard, ThreadCard, TrayCard


class FeedbackPage(Page):
    """Shows all that is between us and those who read along."""

    bring_wanted = Signal()
    """A Word file shall come home."""

    def __init__(self, session: Session, look: Look) -> None:
        """Build the frame; it is filled when it is shown."""
        super().__init__("")
        self.set_title(self.tr("Feedback"))
        self._session = session
        self._parts: dict[Key, QWidget] = {}
        self._shown: tuple[object, ...] | None = None
        intro = self.tr(
            "Word files that others have, what they wrote beside your answers, and what came "
            "back and waits for you."
        )
        self.column.addWidget(wrapped(intro, "quiet"))
        bring = self.tr("Bring a Word file home …")
        self.bring_button = push_button(look.icon("file-input"), bring)
        self.bring_button.clicked.connect(self.bring_wanted)
        self.column.addWidget(ButtonRow(self.bring_button))
        self._body = QVBoxLayout()
        self.column.addLayout(self._body)

    def refresh(self) -> None:
        """Show what there is now, if it is not shown already."""
        draft = self._session.draft
        found = (review_state.away(draft), review_state.tray(draft), review_state.threads(draft))
        if found == self._shown:
            return
        self._shown = found
        self._clear()
        away, tray, threads = found
        open_threads = tuple(one for one in threads if not one.is_done)
        done = tuple(one for one in threads if one.is_done)
        if not any(found):
            self._body.addWidget(wrapped(self.tr("Nothing is away, and nothing waits.")))
        self._section(self.tr("Waiting for a decision"), bool(tray))
        for waiting in tray:
            self._add_waiting(waiting)
        self._section(self.tr("Comments"), bool(open_threads))
        for thread in open_threads:
            self._add_thread(thread)
        self._section(self.tr("Files that are away"), bool(away))
        today = datetime.now(UTC).astimezone().date()
        for sending in away:
            card = SendingCard(sending, self._session.texts.language, today)
            card.called_home.connect(self._on_home)
            self._put(Key("desk.sending.state", sending.id), card, card.home_button)
        self._section(self.tr("Comments that are resolved"), bool(done))
        for thread in done:
            self._add_thread(thread)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of what others said, or of a name that is shown."""
        if any(review_state.is_own(key) for key in keys):
            self.refresh()

    def show_key(self, key: Key) -> bool:
        """Bring a thread, a thing in the tray or a sending into view."""
        if not review_state.is_own(key):
            return False
        noted = (
            thread.id
            for thread in review_state.threads(self._session.draft)
            if any(note.id == key.item for note in thread.notes)
        )
        item = next(noted, key.item)
        wanted = next((part for at, part in self._parts.items() if at.item == item), None)
        return self.bring_into_view(wanted or self.bring_button)

    def _clear(self) -> None:
        self._parts = {}
        while (old := self._body.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()

    def _section(self, title: str, is_there: bool) -> None:
        if is_there:
            self._body.addSpacing(GRID * 2)
            self._body.addWidget(wrapped(title, "heading"))

    def _put(self, key: Key, card: QWidget, first: QWidget) -> None:
        self._parts[key] = first
        self._body.addWidget(card)

    def _add_waiting(self, waiting: Waiting) -> None:
        session = self._session
        near = answer_name(waiting.near, session)
        fits = actions.takes_text(waiting, session)
        card = TrayCard(waiting, near, session.texts.language, takes_text=fits)
        card.jump_wanted.connect(self.asked_for)
        card.added.connect(self._on_added)
        card.replaced.connect(self._on_replaced)
        card.dealt_with.connect(self._on_dealt_with)
        self._put(Key("desk.waiting.text", waiting.id), card, card.done_button)

    def _add_thread(self, thread: Thread) -> None:
        session = self._session
        heading = answer_name(thread.key, session) or self.tr("The whole proposal")
        card = ThreadCard(thread, heading, session.texts.language)
        card.jump_wanted.connect(self.asked_for)
        card.replied.connect(self._on_replied)
        card.resolved.connect(self._on_resolved)
        self._put(Key("desk.thread.at", thread.id), card, card.reply_field)

    def _on_added(self, item: str) -> None:
        actions.take(self._session, item, in_place=False)

    def _on_replaced(self, item: str) -> None:
        actions.take(self._session, item, in_place=True)

    def _on_dealt_with(self, item: str) -> None:
        actions.let_go(self._session, item)

    def _on_replied(self, item: str, text: str) -> None:
        actions.reply(self._session, item, text)
        self.show_key(Key("desk.thread.at", item))

    def _on_resolved(self, item: str, is_done: bool) -> None:
        actions.resolve(self._session, item, is_done=is_done)
        self.show_key(Key("desk.thread.at", item))

    def _on_home(self, item: str) -> None:
        actions.home(self._session, item)
