"""The page of reviews: outstanding copies, comments, and items to decide on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import CommentThread, SharedCopy, UnresolvedItem
from erasmus_desk.moments import to_local

from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.buttons import ButtonLines, push_button
from ...widgets.empty_card import EmptyCard
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content, clear_layout
from ..base import Page
from ..question_texts import name_answer
from . import actions
from .cards import CommentThreadCard, FeedbackCard, SharedCopyCard, UnresolvedItemCard


class FeedbackPage(Page):
    """Shows unresolved items, comment threads and outstanding copies as cards."""

    needs_width: ClassVar[bool] = True

    import_requested = Signal()
    """Import a reviewed Word file."""
    export_requested = Signal()
    """Save the proposal as a Word file."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__("", is_centred=True)
        self.set_title(self.tr("Comments and returned files"))
        self._session, self._theme = session, theme
        self._focus_widgets: dict[str, QWidget] = {}
        """The widget to focus for each thread, item or copy, by its id."""
        self._shown: tuple[object, ...] | None = None
        intro = self.tr("See who has a Word file, read comments, and decide on changes.")
        icon, label = theme.icon("file-input"), self.tr("Import reviewed Word file…")
        self.import_button = push_button(icon, label, clicked=self.import_requested)
        save = self.tr("Save as Word…")
        self.empty_card = EmptyCard(
            theme,
            "inbox",
            self.tr("No files are waiting for a reply. Nothing to decide."),
            self.tr("Send your proposal to your partners. Their comments and changes come here."),
            buttons=(push_button(theme.icon("send"), save, clicked=self.export_requested),),
        )
        self._body = QVBoxLayout()
        buttons = ButtonLines(self.import_button)
        parts = (wrapped_label(intro, "quiet"), buttons, self.empty_card, self._body)
        add_content(self.column, *parts)

    def refresh(self) -> None:
        """Show the current state, if it has changed."""
        draft = self._session.draft
        copies = review_state.list_outstanding_copies(draft)
        items = review_state.list_unresolved(draft)
        threads = review_state.list_threads(draft)
        if (copies, items, threads) == self._shown:
            return
        self._shown = copies, items, threads
        self._focus_widgets = {}
        clear_layout(self._body)
        self.empty_card.setHidden(bool(copies or items or threads))
        open_threads = [thread for thread in threads if not thread.is_done]
        resolved_threads = [thread for thread in threads if thread.is_done]
        self._add_section(self.tr("To decide"), map(self._build_item_card, items))
        self._add_section(self.tr("Comments"), map(self._build_thread_card, open_threads))
        self._add_section(self.tr("Sent, waiting for reply"), map(self._build_copy_card, copies))
        resolved = map(self._build_thread_card, resolved_threads)
        self._add_section(self.tr("Resolved comments"), resolved)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the review state."""
        if any(review_state.is_desk_key(key) for key in keys):
            self.refresh()

    def show_key(self, key: Key) -> bool:
        """Scroll to a thread, a comment, an unresolved item or a copy."""
        if not review_state.is_desk_key(key):
            return False
        threads = review_state.list_threads(self._session.draft)
        owners = (one.id for one in threads if key.item in [comment.id for comment in one.comments])
        shown_id = next(owners, key.item)
        return self.bring_into_view(self._focus_widgets.get(shown_id, self.import_button))

    def _add_section(self, title: str, cards: Iterable[FeedbackCard]) -> None:
        shown = tuple(cards)
        if shown:
            self._body.addSpacing(GRID * 2)
            add_content(self._body, wrapped_label(title, "heading"), *shown)

    def _build_item_card(self, item: UnresolvedItem) -> FeedbackCard:
        session = self._session
        answer = name_answer(item.near, session)
        accepts_text = actions.accepts_text(item, session)
        card = UnresolvedItemCard(
            item,
            answer,
            session.texts.language,
            accepts_text=accepts_text,
            is_there=actions.is_there(item, session),
        )
        card.jump_button.clicked.connect(partial(self.jump_requested.emit, item.near))
        insert_text = partial(actions.insert_text, session, item.id)
        card.add_button.clicked.connect(partial(insert_text, replaces=False))
        card.replace_button.clicked.connect(partial(insert_text, replaces=True))
        card.done_button.clicked.connect(partial(actions.discard, session, item.id))
        self._focus_widgets[item.id] = card.done_button
        return card

    def _build_copy_card(self, copy: SharedCopy) -> FeedbackCard:
        today = to_local(datetime.now(UTC)).date()
        card = SharedCopyCard(copy, self._session.texts.language, today)
        card.stop_button.clicked.connect(partial(actions.stop_waiting, self._session, copy.id))
        self._focus_widgets[copy.id] = card.stop_button
        return card

    def _build_thread_card(self, thread: CommentThread) -> FeedbackCard:
        session = self._session
        heading = name_answer(thread.key, session) or self.tr("The whole proposal")
        card = CommentThreadCard(thread, heading, session, self._theme)
        card.jump_requested.connect(self.jump_requested)
        card.replied.connect(self._on_replied)
        card.resolved.connect(self._on_resolved)
        self._focus_widgets[thread.id] = card.reply_field
        return card

    def _on_replied(self, thread_id: str, text: str) -> None:
        actions.reply(self._session, thread_id, text)
        self.show_key(Key("desk.thread.at", thread_id))

    def _on_resolved(self, thread_id: str, is_done: bool) -> None:
        actions.resolve(self._session, thread_id, is_done=is_done)
        self.show_key(Key("desk.thread.at", thread_id))
