"""A comment with its replies: read, answered, resolved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from erasmus_desk.draft.reviewing import Note, Thread

from ...access import name
from ...buttons import ButtonRow
from ...labels import wrapped
from ...theme import GRID, set_role
from .cards import Card, readable
from .named import moment


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
