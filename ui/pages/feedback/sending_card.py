"""The card of a file that went out: who has it, since when, and by when they answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from erasmus_desk import words
from erasmus_desk.draft.reviewing import Sending

from ...buttons import ButtonRow
from ...labels import wrapped
from .cards import Card
from .named import moment


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
            day = words.day(sending.reply_by, language)
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
