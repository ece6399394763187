"""The card of one thing in the tray: what came, what it was, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton

from erasmus_desk.draft.reviewing import Waiting, Why

from ...buttons import ButtonRow
from ...labels import wrapped
from ...theme import GRID, set_role
from .cards import Card, readable
from .named import moment


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
