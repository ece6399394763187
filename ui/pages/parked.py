"""Answers that have no place under the present choices: seen, searchable, never lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from erasmus_desk.draft.asked import parked
from erasmus_desk.draft.model import Key

from ..labels import wrapped
from ..session import Session
from ..speech import said
from ..theme import GRID, set_role
from .base import Page


class ParkedPage(Page):
    """Shows every parked answer whole, to read and to copy."""

    def __init__(self, session: Session) -> None:
        """Build the page; it is filled when it is shown."""
        super().__init__("")
        self.set_title(self.tr("Parked answers"))
        self._session = session
        self.column.addWidget(
            wrapped(
                self.tr(
                    "These answers belong to questions that your present choices do not ask. "
                    "They stay in the draft, are left out of the Word file, and come back by "
                    "themselves when the choices ask for them again."
                ),
                "quiet",
            )
        )
        self._cards = QVBoxLayout()
        self._labels: dict[Key, QLabel] = {}
        self.column.addLayout(self._cards)

    def refresh(self) -> None:
        """Show what is parked now."""
        while (old := self._cards.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        self._labels = {}
        texts = self._session.texts
        for key in parked(self._session.draft, self._session.pack):
            card = QFrame()
            set_role(card, "card")
            layout = QVBoxLayout(card)
            layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
            layout.addWidget(wrapped(texts.short(key.question), "label"))
            value = self._session.value(key)
            label = QLabel(said(value, texts))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(texts.short(key.question))
            layout.addWidget(label)
            self._labels[key] = label
            self._cards.addWidget(card)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change: it may park answers or bring them back."""
        self.refresh()

    def show_key(self, key: Key) -> bool:
        """Bring a parked answer into view and focus it."""
        return self.bring_into_view(self._labels.get(key))
