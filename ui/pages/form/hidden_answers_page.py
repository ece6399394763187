"""The page of answers whose question is hidden or gone, so that no answer is lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout

from erasmus_desk.draft.carry_marks import list_shown_orphans, split_key
from erasmus_desk.draft.model import Key, Orphan
from erasmus_desk.draft.set_aside import SetAsideSection, collect_set_aside

from ...i18n.value_text import format_value
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import add_content, clear_layout
from ..base import Card, Page
from .other_calls import OtherCallsView
from .set_aside_cards import SetAsideCards, build_pair, list_answers


class HiddenAnswersPage(Page):
    """Shows all hidden answers in full, by record in the order of the form, to read and copy."""

    needs_width: ClassVar[bool] = True

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__("", is_centred=True)
        self.set_title(self.tr("Answers set aside"))
        self._session = session
        self._labels: dict[Key, QLabel] = {}
        self._shown: object = None
        self._body = QVBoxLayout()
        self.other_calls = OtherCallsView(session, theme)
        self.column.addLayout(self._body)
        self.column.addWidget(self.other_calls)

    def refresh(self) -> None:
        """Show the answers that are hidden now."""
        session, draft = self._session, self._session.draft
        sections = collect_set_aside(draft, session.pack)
        keys = [answer.key for section in sections for answer in list_answers(*section.records)]
        shown = sections, tuple(map(session.value, keys)), draft.orphans
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._body)
        self._labels = {}
        if sections:
            self._add_note(
                self.tr(
                    "These answers are not used with your current choices, such as the "
                    "project type and field. They stay in your proposal, but not in the "
                    "Word file. If you change back, they return."
                )
            )
        cards = SetAsideCards(session, self.jump_requested.emit)
        for section in sections:
            self._add_section(section, cards)
        self._labels |= cards.labels
        gone = [one for one in list_shown_orphans(draft) if not split_key(one.key)[0]]
        if gone:
            self._body.addSpacing(GRID * 2)
            self._add_note(
                self.tr(
                    "The form no longer has a question for these answers. They stay in "
                    "your proposal, but not in the Word file. Copy what you need."
                )
            )
            self._add_orphans(gone)
        self.other_calls.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after any change: it may hide or show answers."""
        self.refresh()

    def show_key(self, key: Key) -> bool:
        """Scroll to a hidden answer and focus it."""
        return self.bring_into_view(self._labels.get(key))

    def _add_note(self, text: str) -> None:
        self._body.addWidget(wrapped_label(text, "quiet"))

    def _add_section(self, section: SetAsideSection, cards: SetAsideCards) -> None:
        title = self._session.texts.get(f"section.{section.section}.title") or section.section
        self._body.addSpacing(GRID * 2)
        self._body.addWidget(wrapped_label(title, "heading"))
        for card in cards.build_section(section):
            self._body.addWidget(card)

    def _add_orphans(self, orphans: Iterable[Orphan]) -> None:
        """Show answers whose question is gone, those of one item on one card."""
        texts, cards = self._session.texts, dict[str, Card]()
        for orphan in orphans:
            question = orphan.key.question
            heading = orphan.wording or texts.short_label(question) or question
            label = selectable_label(format_value(orphan.value, texts), heading)
            self._labels[orphan.key] = label
            if orphan.key.item not in cards:
                cards[orphan.key.item] = card = Card(spacing=1.5)
                self._body.addWidget(card)
            add_content(cards[orphan.key.item].column, build_pair(heading, label))
