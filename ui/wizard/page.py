"""The base of the wizard pages, and the card that offers a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ..pages.base import Page
from ..theme.theme import GRID, set_role
from ..widgets.labels import bullet_item, wrapped_label


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

    def __init__(self, choice: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        set_role(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.body.setSpacing(GRID // 2)
        self.button = QRadioButton()
        self.button.setAccessibleName(title)
        self.button.setAutoExclusive(False)
        self.title_label = wrapped_label(title, "label")
        head = QWidget()
        row = _row(head)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title_label, 1)
        self.body.addWidget(head)
        self.button.clicked.connect(self._on_clicked)

    def add_text(self, text: str, role: str = "") -> None:
        """Add a paragraph below the title."""
        self.body.addWidget(wrapped_label(text, role))

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


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    # The radio button has the gap to its label already.
    row.setSpacing(0)
    return row
