"""Cards of the page of feedback: a frame with a heading, words to select, and buttons.

The card of a file that went out: who has it, since when, and by when they answer.

A comment with its replies: read, answered, resolved.

The card of one thing in the tray: what came, what it was, and what to do with it.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.review_state import Note, Sending, Thread, Waiting, Why
from erasmus_desk.i18n import formats

from ...theme.theme import GRID, set_role
from ...widgets.accessibility import name
from ...widgets.buttons import ButtonRow
from ...widgets.labels import wrapped
from ..answer_names import moment


class Card(QFrame):
    """A card with a heading, to be filled from above."""

    def __init__(self, heading: str) -> None:
        """Build the frame with its heading."""
        super().__init__()
        set_role(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID * 2)
        self.column.setSpacing(GRID // 2)
        self.heading = heading
        if heading:
            self.column.addWidget(wrapped(heading, "label"))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below each other."""
        for widget in widgets:
            self.column.addWidget(widget)


def readable(text: str, label: str, role: str = "") -> QLabel:
    """Build words that can be reached by the keyboard, selected and copied."""
    shown = wrapped(text, role)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    name(shown, label)
    return shown


class SendingCard(Card):
    """Says where a file is; it may be called home."""

    called_home = Signal(str)
    """The id of a sending that is not waited for any longer."""

    def __init__(self, sending: Sending, language: str, today: date) -> None:
        """Show a sending that is away."""
        super().__init__(sending.to or self.tr("Somebody"))
        self._id = sending.id
        since = self.tr("sent {}").format(moment(sending.at, language))
        self.add(wrapped(since, "quiet"))
        if sending.reply_by is not None:
            day = formats.day(sending.reply_by, language)
            if sending.reply_by < today:
                self.add(wrapped(self.tr("The answer was due on {}.").format(day), "warm"))
            else:
                self.add(wrapped(self.tr("Answer by {}").format(day)))
        self.home_button = QPushButton(self.tr("Wait for it no longer"))
        self.home_button.setAccessibleDescription(self.heading)
        self.home_button.clicked.connect(self._on_home)
        self.add(ButtonRow(self.home_button))

    def _on_home(self) -> None:
        self.called_home.emit(self._id)


class ThreadCard(Card):
    """Shows one thread; tells what the user does with it."""

    jump_wanted = Signal(object)
    replied = Signal(str, str)
    """The id of the thread and the words of the reply."""
    resolved = Signal(str, bool)

    def __init__(self, thread: Thread, heading: str, language: str) -> None:
        """Show a thread; `heading` names its answer, empty where the page does."""
        super().__init__(heading)
        self.shown = thread
        self._language = language
        if thread.is_done:
            self.add(wrapped(self.tr("Resolved"), "good"))
        if thread.quote:
            self.add(wrapped(self.tr("On “{}”").format(thread.quote), "quiet"))
        for note in thread.notes:
            self._add_note(note)
        self._add_reply()
        self._add_buttons()

    def _add_note(self, note: Note) -> None:
        who = note.author or self.tr("Somebody")
        when = moment(note.at, self._language) if note.at else ""
        said_by = "   ·   ".join(part for part in (who, when) if part)
        self.column.addSpacing(GRID // 2)
        self.add(wrapped(said_by, "quiet"), readable(note.text, said_by))

    def _add_reply(self) -> None:
        self.reply_field = QLineEdit()
        self.reply_field.setPlaceholderText(self.tr("Reply"))
        name(self.reply_field, self.tr("Reply"))
        self.reply_button = QPushButton(self.tr("Reply"))
        self.reply_button.setEnabled(False)
        self.reply_field.textChanged.connect(self._on_typed)
        self.reply_field.returnPressed.connect(self._on_reply)
        self.reply_button.clicked.connect(self._on_reply)
        self.column.addSpacing(GRID // 2)
        self.add(self.reply_field)

    def _add_buttons(self) -> None:
        done = self.tr("Open again") if self.shown.is_done else self.tr("Resolve")
        self.done_button = QPushButton(done)
        self.done_button.clicked.connect(self._on_done)
        self.jump_button = QPushButton(self.tr("Go there"))
        set_role(self.jump_button, "link")
        self.jump_button.clicked.connect(self._on_jump)
        self.jump_button.setVisible(self.shown.key is not None and bool(self.heading))
        self.add(ButtonRow(self.reply_button, self.done_button, self.jump_button))

    def _on_typed(self, text: str) -> None:
        self.reply_button.setEnabled(bool(text.strip()))

    def _on_reply(self) -> None:
        text = self.reply_field.text()
        if text.strip():
            self.replied.emit(self.shown.id, text)

    def _on_done(self) -> None:
        self.resolved.emit(self.shown.id, not self.shown.is_done)

    def _on_jump(self) -> None:
        self.jump_wanted.emit(self.shown.key)


class TrayCard(Card):
    """Shows a thing that waits; it stays until somebody deals with it."""

    jump_wanted = Signal(object)
    added = Signal(str)
    replaced = Signal(str)
    dealt_with = Signal(str)

    def __init__(self, waiting: Waiting, near: str, language: str, *, takes_text: bool) -> None:
        """Show it; `near` names its answer. `takes_text`: that answer is text of any length."""
        super().__init__(near or self.tr("No question could be found for this"))
        self.waiting = waiting
        self.add(wrapped(self._reason(waiting.why), "quiet"))
        by = (waiting.author, moment(waiting.at, language) if waiting.at else "", waiting.file)
        origin = "   ·   ".join(part for part in by if part)
        if origin:
            self.add(wrapped(origin, "quiet"))
        if waiting.was:
            self.add(wrapped(self.tr("As it was sent:"), "quiet"))
            self.add(readable(waiting.was, self.tr("As it was sent")))
            self.add(wrapped(self.tr("As it came back:"), "quiet"))
        came = waiting.text or self.tr("(nothing: it was taken out)")
        self.add(readable(came, self.tr("As it came back")))
        self._add_buttons(takes_text=takes_text)

    def _reason(self, why: Why) -> str:
        reasons = {
            Why.UNPLACED: self.tr("This text stands in the file, but belongs to no answer."),
            Why.FIXED: self.tr("Words of the form or of the program were changed."),
            Why.UNDECIDED: self.tr("This change was left for later."),
            Why.UNREADABLE: self.tr("The question takes no answer like this one."),
            Why.PICTURE: self.tr("Something that is no text came along; only the file has it."),
        }
        return reasons[why]

    def _add_buttons(self, *, takes_text: bool) -> None:
        waiting = self.waiting
        self.add_button = QPushButton(self.tr("Add to the answer"))
        self.add_button.clicked.connect(self._on_add)
        self.add_button.setVisible(takes_text and bool(waiting.text))
        self.replace_button = QPushButton(self.tr("Put in place of the answer"))
        self.replace_button.clicked.connect(self._on_replace)
        is_change = waiting.why is Why.UNDECIDED
        self.replace_button.setVisible(takes_text and is_change and bool(waiting.text))
        self.copy_button = QPushButton(self.tr("Copy the text"))
        self.copy_button.clicked.connect(self._on_copy)
        self.copy_button.setVisible(bool(waiting.text))
        self.jump_button = QPushButton(self.tr("Go there"))
        self.jump_button.clicked.connect(self._on_jump)
        self.jump_button.setVisible(waiting.near is not None)
        self.done_button = QPushButton(self.tr("Dealt with"))
        self.done_button.clicked.connect(self._on_done)
        for button in (self.jump_button, self.copy_button):
            set_role(button, "link")
        self.column.addSpacing(GRID // 2)
        offered = (self.replace_button, self.add_button, self.done_button)
        self.add(ButtonRow(*offered, self.jump_button, self.copy_button))

    def _on_add(self) -> None:
        self.added.emit(self.waiting.id)

    def _on_replace(self) -> None:
        self.replaced.emit(self.waiting.id)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.waiting.text)

    def _on_jump(self) -> None:
        self.jump_wanted.emit(self.waiting.near)

    def _on_done(self) -> None:
        self.dealt_with.emit(self.waiting.id)
