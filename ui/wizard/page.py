"""The base of the pages of the guided start, and the card that offers a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QRadioButton, QWidget

from erasmus_desk.draft.model import Value

from ..pages.base import Page
from ..theme.theme import set_role
from ..widgets.labels import marked_line, wrapped_label
from ..widgets.layouts import build_column
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

    def get_answer(self) -> str:
        """Return what was chosen, for the list of the steps."""
        return ""

    def refresh_aside(self) -> None:
        """Show beside the page what the present answers mean."""


class _ChoiceButton(QRadioButton):
    """A radio button that says when it has the focus."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Report the focus."""
        super().focusInEvent(event)
        self.focused.emit()


class ChoiceCard(QFrame):
    """A choice with its explanation; the whole card can be clicked."""

    chosen = Signal(str)
    pointed = Signal(str)
    """The card has the focus: what it means is to be shown."""

    def __init__(self, choice: str, title: str) -> None:
        super().__init__()
        self.choice = choice
        set_role(self, "choice")
        self.button = _ChoiceButton()
        self.button.setAccessibleName(title)
        self.button.setAutoExclusive(False)
        self.button.clicked.connect(self._on_clicked)
        self.button.focused.connect(self._on_focused)
        self.title_label = wrapped_label(title, "label")

    def build_body(self) -> None:
        """Put button and title into the card; other texts are added below them."""
        # The radio button has the gap to its label already.
        head = marked_line(self.button, self.title_label, spacing=0)
        self.body = build_column(self, head, margins=(2, 1, 2, 1), spacing=0.5)

    def add_text(self, text: str, role: str = "") -> QLabel:
        """Add a paragraph below the title and return its label."""
        label = wrapped_label(text, role)
        self.body.addWidget(label)
        return label

    def describe(self, text: str) -> None:
        """Set the accessible description of the button."""
        self.button.setAccessibleDescription(text)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Show whether this card is chosen."""
        self.button.setChecked(is_chosen)
        role = "picked" if is_chosen else "choice"
        if self.property("role") != role:
            set_role(self, role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a click anywhere on the card."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            self.button.setFocus()
            self._on_clicked()

    def _on_clicked(self) -> None:
        self.button.setChecked(True)
        self.chosen.emit(self.choice)

    def _on_focused(self) -> None:
        self.pointed.emit(self.choice)


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
