"""The guidance beside a page: comments, what the question asks, how to build an answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from erasmus_desk.call.form import Question
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.draft.review_state import CommentThread

from ..pages.guidance_content import (
    ASKS,
    ASSESSORS,
    BUILD,
    ELEMENTS,
    build_criteria,
    build_layer,
)
from ..pages.question_texts import LONG_LABEL, describe_evidence
from ..session.session import Session
from ..theme.theme import Theme, set_role
from ..widgets.buttons import tool_button
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row
from ..widgets.scroll_page import replace_content, set_up_scroll_area
from .page_factory import load_comments

MARGINS = (2, 2, 2, 3)


class GuidancePane(QScrollArea):
    """Shows the guidance of one question at a time."""

    closed = Signal()
    """Its button to close it was pressed."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._shown: str | None = None
        self._key: Key | None = None
        set_up_scroll_area(self)
        self.setAccessibleName(self.tr("Guidance"))
        self._show_question(None)
        session.changed.connect(self._on_changed)

    @property
    def key(self) -> Key | None:
        """The answer whose question it shows."""
        return self._key

    def show_key(self, key: Key) -> None:
        """Show the guidance of the question of an answer."""
        question = self._session.form.questions.get(key.question)
        if question is None:
            return
        has_threads = bool(self._threads(key)) or bool(self._key and self._threads(self._key))
        is_other = key != self._key
        self._key = key
        if question.id != self._shown or (is_other and (has_threads or key.item)):
            self._show_question(question)

    def show_page(self) -> None:
        """Show how to use the pane: on the page that is shown no question has the focus."""
        is_other, self._key = self._key is not None, None
        if is_other:
            self._show_question(None)

    def _show_question(self, question: Question | None) -> None:
        self._shown = question.id if question else None
        body = QWidget()
        set_role(body, "page")
        name, close = self.tr("Guidance"), self.tr("Close the guidance (F1)")
        close_button = tool_button(self._theme.icon("x"), close, clicked=self.closed.emit)
        set_role(close_button, "inside")
        if question is None or self._key is None:
            head = short_label(name, "heading")
            content = [wrapped_label(self.tr("Click in a question to see its guidance."), "quiet")]
        else:
            head = short_label(name, "quiet")
            content = [*self._build_comments(self._key), *self._build_guidance(self._key, question)]
        build_column(
            body, build_row(None, head, STRETCH, close_button), *content, STRETCH, margins=MARGINS
        )
        replace_content(self, body)

    def _threads(self, key: Key) -> tuple[CommentThread, ...]:
        return review_state.list_threads_at(self._session.draft, key)

    def _build_comments(self, key: Key) -> list[QWidget]:
        if not self._threads(key):
            return []
        return [load_comments()(self._session, self._theme, key)]

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        """Rebuild the pane when a comment changed."""
        question = self._session.form.questions.get(self._shown or "")
        if question is not None and any(review_state.is_desk_key(change.key) for change in changes):
            self._show_question(question)

    def _build_guidance(self, key: Key, question: Question) -> list[QWidget]:
        session = self._session
        heading = session.texts.short_label(question.id)
        label = session.texts.get(f"question.{question.id}.label")
        parts: list[QWidget] = [wrapped_label(heading, "heading")]
        if label not in ("", heading) and len(label) <= LONG_LABEL:
            parts.append(wrapped_label(label, "quiet"))
        for layer in (ASKS, BUILD, ELEMENTS, ASSESSORS):
            parts += build_layer(layer, key, session)
        parts += build_criteria(question, session)
        reason = describe_evidence(question.evidence, session.pack, session.texts)
        return [*parts, wrapped_label(reason, "quiet")]
