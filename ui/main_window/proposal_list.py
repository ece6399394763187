"""The proposals on the home page: cards, or rows with a search where there are many."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ..theme.theme import Theme, set_role
from ..widgets.buttons import push_button
from ..widgets.empty_card import EmptyCard
from ..widgets.labels import wrapped_label
from ..widgets.layouts import ColumnWidget, add_content, build_column, build_row
from ..widgets.scroll_page import ScrollPage
from ..widgets.text_kind import TextKind, mark_unspelled
from .card_grid import CardGrid
from .card_texts import CardText, StartText
from .draft_cards import DraftCard
from .recovery_list import LostCard, LostText
from .start_card import StartCard

MOST_CARDS = 10
"""With more proposals they are rows, and there is a field to search in them."""
SHOWN_ROWS = 30
"""Rows that are built; the others are found by searching, or shown on demand."""


class ProposalList(ColumnWidget):
    """The proposals and the unfinished starts, last edited first."""

    draft_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    start_requested = Signal(str)
    start_removed = Signal(str)
    lost_answered = Signal(str, str)
    """The id of a proposal whose file is gone, and what is to be done."""

    def __init__(self, theme: Theme, page: ScrollPage) -> None:
        super().__init__(spacing=1.5)
        self._theme = theme
        self._shows_all = False
        self._words: tuple[CardText, ...] = ()
        self.cards: list[DraftCard] = []
        """The cards or rows of the proposals."""
        self.start_cards: list[StartCard] = []
        """The cards of the unfinished starts."""
        self.lost_cards: list[LostCard] = []
        """The cards of the proposals whose file is gone."""
        self.empty_card = EmptyCard(
            theme,
            "file-plus",
            self.tr("No proposals yet"),
            self.tr("Choose New proposal, or open an example first."),
        )
        self.grid, self._rows = CardGrid(page), QFrame()
        set_role(self._rows, "card")
        self._row_column = build_column(self._rows, margins=(0.25, 0.125, 0.25, 0.125), spacing=0)
        self.all_button = push_button(
            theme.icon("chevron-down"), self.tr("Show all"), clicked=self._show_all
        )
        self.none_label = wrapped_label(self.tr("No proposal has these words."), "quiet")
        for widget in (self.empty_card, self._rows, self.all_button, self.none_label):
            widget.hide()
        head = self._build_list_head()
        content = (head, self.empty_card, self.grid, self._rows, self.none_label)
        add_content(self.column, *content)
        self.column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_cards(self, cards: tuple[CardText, ...], path: Path | None = None) -> None:
        """Show the proposals, or a text that there are none; the card of a path has the focus."""
        self._words = cards
        self.search_line.setVisible(len(cards) > MOST_CARDS)
        self._show_drafts()
        self._show_emptiness()
        for card in self.cards:
            if card.words.path == path:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_starts(self, starts: tuple[StartText, ...]) -> None:
        """Show the unfinished starts, among the proposals by when they were changed."""
        if not starts and not self.start_cards:
            return
        for card in self.start_cards:
            card.deleteLater()
        self.start_cards = [StartCard(words, self._theme) for words in starts]
        for card in self.start_cards:
            card.continued.connect(self.start_requested)
            card.removed.connect(self.start_removed)
        self._fill_grid()
        self._show_emptiness()

    def show_lost(self, lost: tuple[LostText, ...]) -> None:
        """Show the proposals whose file is gone, among the others."""
        for card in self.lost_cards:
            card.deleteLater()
        self.lost_cards = [LostCard(words, self._theme) for words in lost]
        for card in self.lost_cards:
            card.answered.connect(self.lost_answered)
        self._fill_grid()
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        """Invite to begin, if there is no proposal yet."""
        others = self.start_cards or self.lost_cards or self.search_line.text()
        is_empty = not self.cards and not others
        self.empty_card.setVisible(is_empty)
        self._order_label.setVisible(not is_empty)

    def _build_list_head(self) -> QWidget:
        self.heading = wrapped_label(self.tr("Your proposals"), "heading")
        self._order_label = wrapped_label(self.tr("last edited first"), "quiet")
        self._order_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.search_line = QLineEdit(placeholderText=self.tr("Search your proposals"))
        mark_unspelled(self.search_line, TextKind.SEARCH)
        self.search_line.setAccessibleName(self.search_line.placeholderText())
        self.search_line.setClearButtonEnabled(True)
        self.search_line.hide()
        self.search_line.textChanged.connect(self._on_search)
        head = QWidget()
        row = build_row(None, self.heading, self._order_label)
        row.setStretchFactor(self._order_label, 1)
        build_column(head, row, self.search_line)
        return head

    def _show_drafts(self) -> None:
        """Build the cards; of many, those that have the words and are seen at first."""
        for card in self.cards:
            card.deleteLater()
        has_rows = len(self._words) > MOST_CARDS
        wanted = self.search_line.text().casefold().split() if has_rows else []
        found = [one for one in self._words if _has_words(one, wanted)]
        shown = found if self._shows_all or not has_rows else found[:SHOWN_ROWS]
        self.cards = [
            DraftCard(words, self._theme, is_row=has_rows, is_first=words is shown[0])
            for words in shown
        ]
        for card in self.cards:
            card.opened.connect(self.draft_requested)
            card.menu_requested.connect(self.menu_requested)
        if has_rows:
            add_content(self._row_column, *self.cards)
        self._rows.setVisible(has_rows and bool(self.cards))
        self.none_label.setVisible(has_rows and not self.cards)
        self.all_button.setVisible(len(shown) < len(found))
        self._fill_grid()

    def _fill_grid(self) -> None:
        drafts = self.cards if len(self._words) <= MOST_CARDS else []
        others = (*self.start_cards, *self.lost_cards)
        placed = [(card.words.changed, card) for card in (*drafts, *others)]
        placed.sort(key=lambda one: one[0], reverse=True)
        self.grid.show_cards(tuple(card for _, card in placed))

    def _on_search(self) -> None:
        self._shows_all = False
        self._show_drafts()

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_drafts()


def _has_words(words: CardText, wanted: list[str]) -> bool:
    text = words.spoken.casefold()
    return all(one in text for one in wanted)
