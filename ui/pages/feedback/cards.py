"""The cards of an outstanding copy, a comment thread and an unresolved item."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import Comment, CommentThread, SharedCopy, UnresolvedItem
from erasmus_desk.i18n import formats

from ...fields.line_fields import TextLine
from ...i18n.joined import join_parts, keep_together
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.buttons import ButtonLines, text_button
from ...widgets.labels import selectable_label, wrapped_label
from ..base import Card
from ..question_texts import format_moment


class FeedbackCard(Card):
    """A card with a heading; subclasses add widgets below."""

    def __init__(self, heading: str) -> None:
        super().__init__(margins=(2, 1, 2, 2), spacing=0.5)
        self.heading = heading
        if heading:
            self.column.addWidget(wrapped_label(heading, "label"))

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end of the card."""
        for widget in widgets:
            self.column.addWidget(widget)


class SharedCopyCard(FeedbackCard):
    """Shows who has a copy, since when, and by when the reply is due."""

    def __init__(self, copy: SharedCopy, language: str, today: date) -> None:
        super().__init__(copy.recipient or self.tr("Someone"))
        sent = self.tr("sent {}").format(format_moment(copy.sent_at, language))
        self.add(wrapped_label(sent, "quiet"))
        if copy.reply_by is not None:
            day = formats.format_date(copy.reply_by, language)
            if copy.reply_by < today:
                self.add(wrapped_label(self.tr("The reply was due on {}.").format(day), "warm"))
            else:
                self.add(wrapped_label(self.tr("Reply by {}").format(day)))
        self.stop_button = QPushButton(self.tr("Stop waiting for this file"))
        self.stop_button.setAccessibleDescription(self.heading)
        self.add(ButtonLines(self.stop_button))


class CommentThreadCard(FeedbackCard):
    """Shows a thread, with a reply field and a button to resolve it."""

    jump_requested = Signal(object)
    replied = Signal(str, str)
    """The id of the thread and the text of the reply."""
    resolved = Signal(str, bool)
    """The id of the thread, and whether it is resolved."""

    def __init__(self, thread: CommentThread, heading: str, session: Session, theme: Theme) -> None:
        """Show a thread; `heading` is the name of its answer, empty if it is shown elsewhere."""
        super().__init__(heading)
        self.comment_thread = thread
        self._language = session.texts.language
        if thread.is_done:
            self.add(wrapped_label(self.tr("Resolved"), "good"))
        if thread.quote:
            self.add(wrapped_label(self.tr("On “{}”").format(thread.quote), "quiet"))
        for comment in thread.comments:
            self._add_comment(comment)
        self._add_reply(session, theme)
        self._add_buttons()

    def _add_comment(self, comment: Comment) -> None:
        author = comment.author or self.tr("Someone")
        moment = format_moment(comment.at, self._language) if comment.at else ""
        byline = _join_origin(author, moment)
        self.column.addSpacing(GRID // 2)
        self.add(wrapped_label(byline, "quiet"), selectable_label(comment.text, byline))

    def _add_reply(self, session: Session, theme: Theme) -> None:
        reply = self.tr("Reply")
        self.reply_field = TextLine(has_undo=True)
        self.reply_field.setPlaceholderText(reply)
        # It is in the language of the answer that it is about.
        key = self.comment_thread.key or Key(session.pack.role("title"))
        colour = theme.colours.misspelled
        self.reply_field.check_spelling(session.spelling, key, colour, is_answer=False)
        self.reply_field.setAccessibleName(reply)
        self.reply_button = text_button(reply, self._on_reply)
        self.reply_button.setEnabled(False)
        self.reply_field.textChanged.connect(self._on_typed)
        self.reply_field.returnPressed.connect(self._on_reply)
        self.column.addSpacing(GRID // 2)
        self.add(self.reply_field)

    def _add_buttons(self) -> None:
        label = self.tr("Reopen") if self.comment_thread.is_done else self.tr("Resolve")
        self.done_button = text_button(label, self._on_done)
        self.jump_button = text_button(self.tr("Go to the answer"), self._on_jump, "link")
        self.add(ButtonLines(self.reply_button, self.done_button, self.jump_button))
        self.jump_button.setVisible(self.comment_thread.key is not None and bool(self.heading))

    def _on_typed(self, text: str) -> None:
        self.reply_button.setEnabled(bool(text.strip()))

    def _on_reply(self) -> None:
        text = self.reply_field.text()
        if text.strip():
            self.replied.emit(self.comment_thread.id, text)

    def _on_done(self) -> None:
        self.resolved.emit(self.comment_thread.id, not self.comment_thread.is_done)

    def _on_jump(self) -> None:
        self.jump_requested.emit(self.comment_thread.key)


class UnresolvedItemCard(FeedbackCard):
    """Shows an unresolved item, with buttons to add its text to an answer or to discard it."""

    def __init__(
        self,
        item: UnresolvedItem,
        answer: str,
        language: str,
        *,
        accepts_text: bool,
        is_there: bool = True,
    ) -> None:
        """Show an item; `answer` is the name of its answer, which may take the item's text.

        `is_there` is whether that answer's question and item are in the proposal.
        """
        super().__init__(answer or self.tr("Not placed yet"))
        self.item = item
        self.add(wrapped_label(self._describe_reason(is_there=is_there), "quiet"))
        moment = format_moment(item.at, language) if item.at else ""
        origin = _join_origin(item.author, moment, item.file)
        if origin:
            self.add(wrapped_label(origin, "quiet"))
        if item.original:
            self.add(wrapped_label(self.tr("The text you sent:"), "quiet"))
            self.add(selectable_label(item.original, self.tr("The text you sent")))
            self.add(wrapped_label(self.tr("The text in the returned file:"), "quiet"))
        returned = item.text or self.tr("(deleted)")
        self.add(selectable_label(returned, self.tr("The text in the returned file")))
        self._add_buttons(accepts_text=accepts_text and bool(item.text), is_there=is_there)

    def _describe_reason(self, *, is_there: bool) -> str:
        reason = review_state.UnresolvedReason
        if not is_there:
            return self.tr(
                "What this text belongs to is no longer in the proposal. Copy the text to where "
                "you need it, or mark it as done."
            )
        if self.item.reason is reason.UNPLACED and self.item.near is not None:
            return self.tr(
                "This text is at this question, but not in its answer. Decide what becomes of it, "
                "and mark it as done."
            )
        reasons = {
            reason.UNPLACED: self.tr(
                "We could not find the question for this text. Add it to an "
                "answer, or mark it as done."
            ),
            reason.FIXED: self.tr(
                "The reviewer changed a heading or a question. These texts are fixed."
            ),
            reason.UNDECIDED: self.tr("You have not decided on this change yet."),
            reason.GUESS: self.tr(
                "This looks like the answer to this question. Check it before you use it."
            ),
            reason.UNREADABLE: self.tr(
                "This answer does not fit the question. Enter the answer yourself."
            ),
            reason.PICTURE: self.tr(
                "The file contains a picture or object. It is not imported. Open "
                "the Word file to see it."
            ),
        }
        return reasons[self.item.reason]

    def _add_buttons(self, *, accepts_text: bool, is_there: bool) -> None:
        item = self.item
        self.add_button = QPushButton(self.tr("Add to the answer"))
        self.replace_button = QPushButton(self.tr("Replace the answer"))
        self.copy_button = text_button(self.tr("Copy the text"), self._on_copy, "link")
        self.jump_button = text_button(self.tr("Go to the answer"), role="link")
        self.done_button = QPushButton(self.tr("Mark as done"))
        self.column.addSpacing(GRID // 2)
        buttons = (self.replace_button, self.add_button, self.done_button)
        self.add(ButtonLines(*buttons, self.jump_button, self.copy_button))
        reason = review_state.UnresolvedReason
        is_answer = item.reason in {reason.UNDECIDED, reason.GUESS}
        self.add_button.setVisible(accepts_text)
        self.replace_button.setVisible(accepts_text and is_answer)
        self.copy_button.setVisible(bool(item.text))
        self.jump_button.setVisible(item.near is not None and is_there)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.item.text)


def _join_origin(author: str, moment: str, file: str = "") -> str:
    """Return who wrote something, when and where; a line does not break in the moment."""
    return join_parts(author, keep_together(moment), file)
