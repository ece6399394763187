"""A box to put an answer together from all sides, in one's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from erasmus_desk.exchange.homecoming import Decision, Pick
from erasmus_desk.exchange.outcome import Answered

from ...access import name
from ...buttons import ButtonRow
from ...fields.faithful import held, kept
from ...theme import GRID
from .offers import Choice

LINES = 8
"""Lines of the box that are seen at a time."""


class OwnWords(QWidget):
    """A text box with a button that takes what stands in it."""

    written = Signal(str)

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self._offered = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.text_box = QPlainTextEdit()
        self.text_box.setTabChangesFocus(True)
        self.text_box.setFixedHeight(self.fontMetrics().lineSpacing() * LINES)
        name(self.text_box, self.tr("The answer as it shall be"))
        self.take_button = QPushButton(self.tr("This is the answer"))
        self.take_button.clicked.connect(self._on_take)
        column.addWidget(self.text_box)
        column.addWidget(ButtonRow(self.take_button))

    def offer(self, answer: Answered, choice: Choice) -> None:
        """Begin with what was written before, with all changes, or with the texts of both."""
        texts = [answer.merged] if answer.can_merge else [answer.mine]
        if not answer.can_merge:
            texts += [one.value for one in answer.theirs]
        if isinstance(choice, Decision) and choice.pick is Pick.EDITED:
            texts = [choice.value]
        parts = [text for text in texts if isinstance(text, str)]
        self._offered = "\n".join(dict.fromkeys(parts))
        self.text_box.setPlainText(held(self._offered))

    def focus_first(self) -> None:
        """Put the cursor into the box."""
        self.text_box.setFocus()

    def _on_take(self) -> None:
        raw = self.text_box.document().toRawText()
        shown = raw.replace("\u2029", "\n").replace("\u2028", "\n")
        self.written.emit(kept(self._offered, shown))
