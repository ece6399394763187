"""The comments on one answer, as they stand beside its page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column
from . import actions
from .cards import CommentThreadCard


class AnswerComments(QWidget):
    """The comment threads on an answer, open ones first, to be answered and resolved."""

    def __init__(self, session: Session, theme: Theme, key: Key) -> None:
        super().__init__()
        self._session = session
        heading = QCoreApplication.translate("GuidancePane", "Comments")
        column = build_column(self, wrapped_label(heading, "heading"))
        threads = review_state.list_threads_at(session.draft, key)
        for thread in sorted(threads, key=lambda one: one.is_done):
            card = CommentThreadCard(thread, "", session, theme)
            card.replied.connect(self._on_replied)
            card.resolved.connect(self._on_resolved)
            column.addWidget(card)

    def _on_replied(self, item: str, text: str) -> None:
        actions.reply(self._session, item, text)

    def _on_resolved(self, item: str, is_done: bool) -> None:
        actions.resolve(self._session, item, is_done=is_done)
