"""The card that offers a choice with its explanation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel

from ..theme.theme import set_role
from .labels import wrapped_label
from .layouts import build_column, build_row
from .selectors import RadioButton

BESIDE_BOX = 0.5
"""Steps of the grid between a box and the ring that shows its focus."""


class _ChoiceButton(RadioButton):
    """A radio button that says when it has the focus; arrow keys lead to the next card.

    It is the only one in its card. One that is not exclusive would be a check box for a screen
    reader, and an exclusive one is not unchecked by Qt.
    """

    focused = Signal()

    def show_checked(self, *, is_checked: bool) -> None:
        """Check or uncheck it."""
        self.setAutoExclusive(False)
        self.setChecked(is_checked)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next card or back."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextPrevChild(True)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusNextPrevChild(False)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Report the focus."""
        super().focusInEvent(event)
        self.focused.emit()


class ChoiceCard(QFrame):
    """A choice with its explanation; the whole card can be clicked.

    In a list of choices it is a row without a frame of its own.
    """

    chosen = Signal(str)
    pointed = Signal(str)
    """The card has the focus: what it means is to be shown."""

    def __init__(self, choice: str, title: str, *, is_row: bool = False) -> None:
        super().__init__()
        self.choice = choice
        self._is_row = is_row
        self._roles = ("choice-row", "picked-row") if is_row else ("choice", "picked")
        set_role(self, self._roles[0])
        self.button = _ChoiceButton()
        set_role(self.button, "bare")
        self.button.setAccessibleName(title)
        self.button.clicked.connect(self._on_clicked)
        self.button.focused.connect(self._on_focused)
        self.title_label = wrapped_label(title, "label")

    def build_body(self) -> None:
        """Put button and title into the card; other texts are added below the title."""
        # The first line of the title is as high as the circle of the button.
        below = 0 if self._is_row else 0.5
        self.body = build_column(None, self.title_label, margins=(0, 0.5, 0, 0.5), spacing=below)
        # The radio button has the gap at its right already.
        beside, above = (1.5, 0.5) if self._is_row else (2, 1)
        row = build_row(self, margins=(beside - BESIDE_BOX, above, beside, above), spacing=0)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.body, 1)

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
        self.button.show_checked(is_checked=is_chosen)
        role = self._roles[is_chosen]
        if self.property("role") != role:
            set_role(self, role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a click anywhere on the card."""
        super().mouseReleaseEvent(event)
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_inside and self.isEnabled():
            self.button.setFocus()
            self._on_clicked()

    def _on_clicked(self) -> None:
        self.button.setChecked(True)
        self.chosen.emit(self.choice)

    def _on_focused(self) -> None:
        self.pointed.emit(self.choice)
