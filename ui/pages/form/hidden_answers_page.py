"""Answers that have no place in the form now: seen, searchable, never lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from erasmus_desk.draft.display_names import title
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import parked

from ...i18n.value_text import said
from ...session.session import Session
from ...theme.theme import GRID, set_role
from ...widgets.labels import wrapped
from ..answer_display import shown_at
from ..base import Page


class ParkedPage(Page):
    """Shows every parked answer whole, to read and to copy."""

    def __init__(self, session: Session) -> None:
        """Build the page; it is filled when it is shown."""
        super().__init__("")
        self.set_title(self.tr("Parked answers"))
        self._session = session
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
        draft, texts = self._session.draft, self._session.texts
        waiting = parked(draft, self._session.pack)
        if waiting:
            self._add_note(
                self.tr(
                    "These answers belong to questions that your present choices do not ask. "
                    "They stay in the draft, are left out of the Word file, and come back by "
                    "themselves when the choices ask for them again."
                )
            )
        for key in waiting:
            self._add_card(key, self._heading(key), shown_at(key, self._session))
        if draft.orphans:
            self._add_note(
                self.tr(
                    "The form has no question for these answers any more. They stay in the "
                    "draft and are left out of the Word file; copy from them what you need."
                )
            )
        for orphan in draft.orphans:
            heading = orphan.wording or texts.short(orphan.key.question) or orphan.key.question
            self._add_card(orphan.key, heading, said(orphan.value, texts))

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change: it may park answers or bring them back."""
        self.refresh()

    def show_key(self, key: Key) -> bool:
        """Bring a parked answer into view and focus it."""
        return self.bring_into_view(self._labels.get(key))

    def _heading(self, key: Key) -> str:
        """Name a parked answer, with the record it belongs to."""
        session = self._session
        name = session.texts.short(key.question)
        owner = session.form.list_of(key.question)
        if not owner or session.form.lists[owner].parent:
            return name
        return f"{title(session.draft, session.pack, owner, key.item)} – {name}"

    def _add_note(self, text: str) -> None:
        self._cards.addWidget(wrapped(text, "quiet"))

    def _add_card(self, key: Key, heading: str, text: str) -> None:
        card = QFrame()
        set_role(card, "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.addWidget(wrapped(heading, "label"))
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(heading)
        layout.addWidget(label)
        self._labels[key] = label
        self._cards.addWidget(card)
