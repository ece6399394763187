"""The page of answers whose question is hidden or gone, so that no answer is lost."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import hidden_answers

from ...i18n.value_text import format_value
from ...session.session import Session
from ...theme.theme import GRID, set_role
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import clear_layout
from ..answer_display import format_answer_at
from ..base import Page


class HiddenAnswersPage(Page):
    """Shows all hidden answers in full, to read and to copy."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Answers set aside"))
        self._session = session
        self._cards = QVBoxLayout()
        self._labels: dict[Key, QLabel] = {}
        self.column.addLayout(self._cards)

    def refresh(self) -> None:
        """Show the answers that are hidden now."""
        clear_layout(self._cards)
        self._labels = {}
        draft, texts = self._session.draft, self._session.texts
        hidden = hidden_answers(draft, self._session.pack)
        if hidden:
            self._add_note(
                self.tr(
                    "These answers are not used with your current choices, such as the "
                    "project type and field. They stay in your proposal, but not in the "
                    "Word file. If you change back, they return."
                )
            )
        for key in hidden:
            self._add_card(key, self._format_heading(key), format_answer_at(key, self._session))
        if draft.orphans:
            self._add_note(
                self.tr(
                    "The form no longer has a question for these answers. They stay in "
                    "your proposal, but not in the Word file. Copy what you need."
                )
            )
        for orphan in draft.orphans:
            heading = (
                orphan.wording or texts.short_label(orphan.key.question) or orphan.key.question
            )
            self._add_card(orphan.key, heading, format_value(orphan.value, texts))

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after any change: it may hide or show answers."""
        self.refresh()

    def show_key(self, key: Key) -> bool:
        """Scroll to a hidden answer and focus it."""
        return self.bring_into_view(self._labels.get(key))

    def _format_heading(self, key: Key) -> str:
        """Return the name of an answer, with the title of its item."""
        session = self._session
        name = session.texts.short_label(key.question)
        owner = session.form.list_of(key.question)
        if not owner or session.form.lists[owner].parent:
            return name
        return f"{format_item_title(session.draft, session.pack, owner, key.item)} – {name}"

    def _add_note(self, text: str) -> None:
        self._cards.addWidget(wrapped_label(text, "quiet"))

    def _add_card(self, key: Key, heading: str, text: str) -> None:
        card = QFrame()
        set_role(card, "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.addWidget(wrapped_label(heading, "label"))
        label = selectable_label(text, heading)
        layout.addWidget(label)
        self._labels[key] = label
        self._cards.addWidget(card)
