"""The base of the wizard pages, and the card that offers a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QRadioButton

from erasmus_desk.draft.model import Value

from ..pages.base import Page
from ..theme.theme import GRID, set_role
from ..widgets.labels import bullet_item, marked_line, wrapped_label
from ..widgets.layouts import build_column


class WizardPage(Page):
    """A page of the wizard."""

    answered = Signal()
    """An answer of the page changed."""

    def __init__(self) -> None:
        super().__init__("", is_centred=True)

    def find_obstacle(self) -> str:
        """Return why Next is not possible yet; an empty string if it is."""
        return ""


class ChoiceCard(QFrame):
    """A choice with its explanation; the whole card can be clicked."""

    chosen = Signal(str)

    def __init__(self, choice: str, title: str) -> None:
        super().__init__()
        self.choice = choice
        set_role(self, "card")
        self.button = QRadioButton()
        self.button.setAccessibleName(title)
        self.button.setAutoExclusive(False)
        self.button.clicked.connect(self._on_clicked)
        # The radio button has the gap to its label already.
        head = marked_line(self.button, wrapped_label(title, "label"), spacing=0)
        self.body = build_column(self, head, margins=(2, 2, 2, 2), spacing=0.5)

    def add_text(self, text: str, role: str = "") -> QLabel:
        """Add a paragraph below the title and return its label."""
        label = wrapped_label(text, role)
        self.body.addWidget(label)
        return label

    def add_bullets(self, title: str, points: tuple[str, ...]) -> None:
        """Add a heading with a bulleted list."""
        if points:
            self.body.addSpacing(GRID // 2)
            self.body.addWidget(wrapped_label(title, "label"))
        for point in points:
            self.body.addWidget(bullet_item(point))

    def describe(self, text: str) -> None:
        """Set the accessible description of the button."""
        self.button.setAccessibleDescription(text)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Show whether this card is chosen."""
        self.button.setChecked(is_chosen)
        role = "chosen" if is_chosen else "card"
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


class ChoicePage(WizardPage):
    """A page with cards, one of which is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[ChoiceCard] = []
        self.card_layout: QBoxLayout = self.column

    def add_card(self, card: ChoiceCard) -> None:
        """Add a card after the others."""
        self.cards.append(card)
        card.chosen.connect(self.choose)
        self.card_layout.addWidget(card)

    def choose(self, choice: str) -> None:
        """Take a choice of the user over."""
        raise NotImplementedError

    def show_choice(self, choice: Value | None) -> None:
        """Show which card is chosen."""
        for card in self.cards:
            card.show_chosen(is_chosen=card.choice == choice)
