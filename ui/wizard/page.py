"""The bases of the pages of the guided start."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from erasmus_desk.draft.model import Value

from ..pages.base import Page
from ..widgets.choice_card import ChoiceCard
from .aside import MeaningPane
from .steps import StartStep, ask_step


class WizardPage(Page):
    """A page of the guided start, with what is shown beside it."""

    answered = Signal()
    """An answer of the page changed."""
    about_requested = Signal()
    """What there is to know about the call is to be shown."""

    def __init__(self, step: StartStep, pane: MeaningPane, aside: QWidget | None = None) -> None:
        """Build the page of a step with what its choices mean.

        The pane, or `aside` with it, stands beside the page, or below it where that is narrow.
        """
        super().__init__("")
        self.step = step
        self.pane = pane
        self.aside = aside or pane
        # It goes with the page, also with one that was never shown.
        self.aside.setParent(self)
        self.aside.hide()
        pane.about_requested.connect(self.about_requested)
        self.set_title(ask_step(step))

    def find_obstacle(self) -> str:
        """Return why Next is not possible yet; an empty string if it is."""
        return ""

    def focus_obstacle(self) -> None:
        """Set the focus where the answer that is missing can be given."""

    def get_answer(self) -> str:
        """Return what was chosen, for the list of the steps."""
        return ""

    def refresh_aside(self) -> None:
        """Show beside the page what the present answers mean."""


class ChoicePage(WizardPage):
    """A page with cards, one of which is chosen."""

    def __init__(self, step: StartStep, pane: MeaningPane, aside: QWidget | None = None) -> None:
        super().__init__(step, pane, aside)
        self.cards: list[ChoiceCard] = []
        self.card_layout: QBoxLayout = self.column
        self.subject = ""
        """The choice whose meaning is shown: that of the card with the focus, else the chosen."""

    def add_card(self, card: ChoiceCard) -> None:
        """Add a card after the others."""
        self.watch_card(card)
        self.card_layout.addWidget(card)

    def watch_card(self, card: ChoiceCard) -> None:
        """Take the choices of a card over."""
        self.cards.append(card)
        card.chosen.connect(self.choose)
        card.pointed.connect(self._on_pointed)

    def choose(self, choice: str) -> None:
        """Take a choice of the user over."""
        raise NotImplementedError

    def focus_obstacle(self) -> None:
        """Set the focus on the chosen card, or on the first while none is chosen."""
        chosen = next((card for card in self.cards if card.button.isChecked()), self.cards[0])
        chosen.button.setFocus()

    def show_choice(self, choice: Value | None) -> None:
        """Show which card is chosen, and what that means."""
        for card in self.cards:
            card.show_chosen(is_chosen=card.choice == choice)
        first = self.cards[0].choice if self.cards else ""
        self.subject = choice if isinstance(choice, str) and choice else self.subject or first
        self.refresh_aside()

    def _on_pointed(self, choice: str) -> None:
        self.subject = choice
        self.refresh_aside()
