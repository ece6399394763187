"""The page of answers whose question is hidden or gone, so that no answer is lost."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import hidden_answers

from ...i18n.value_text import format_value
from ...session.session import Session
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import clear_layout
from ..base import FLAT_CARD_MARGINS, Card, Page
from ..question_texts import format_answer_at, name_answer


class HiddenAnswersPage(Page):
    """Shows all hidden answers in full, to read and to copy."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Answers set aside"))
        self._session = session
        self._labels: dict[Key, QLabel] = {}
        self._cards = QVBoxLayout()
        self.column.addLayout(self._cards)

    def refresh(self) -> None:
        """Show the answers that are hidden now."""
        clear_layout(self._cards)
        self._labels = {}
        session, draft, texts = self._session, self._session.draft, self._session.texts
        hidden = hidden_answers(draft, session.pack)
        if hidden:
            self._add_note(
                self.tr(
                    "These answers are not used with your current choices, such as the "
                    "project type and field. They stay in your proposal, but not in the "
                    "Word file. If you change back, they return."
                )
            )
        for key in hidden:
            self._add_card(key, name_answer(key, session), format_answer_at(key, session))
        if draft.orphans:
            self._add_note(
                self.tr(
                    "The form no longer has a question for these answers. They stay in "
                    "your proposal, but not in the Word file. Copy what you need."
                )
            )
        for orphan in draft.orphans:
            question = orphan.key.question
            heading = orphan.wording or texts.short_label(question) or question
            self._add_card(orphan.key, heading, format_value(orphan.value, texts))

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after any change: it may hide or show answers."""
        self.refresh()

    def show_key(self, key: Key) -> bool:
        """Scroll to a hidden answer and focus it."""
        return self.bring_into_view(self._labels.get(key))

    def _add_note(self, text: str) -> None:
        self._cards.addWidget(wrapped_label(text, "quiet"))

    def _add_card(self, key: Key, heading: str, text: str) -> None:
        self._labels[key] = label = selectable_label(text, heading)
        card = Card(wrapped_label(heading, "label"), label, margins=FLAT_CARD_MARGINS)
        self._cards.addWidget(card)
