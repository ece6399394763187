"""The foot of the desk: back, which step this is, next."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ..theme.theme import GRID, Look, set_role
from ..widgets.buttons import onward_button, push_button


class Foot(QFrame):
    """The two buttons that lead through the steps, and the place between them."""

    def __init__(self, look: Look) -> None:
        """Build the row."""
        super().__init__()
        set_role(self, "side")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.back_button = push_button(look.icon("chevron-left"), self.tr("Back"))
        self.next_button = onward_button(look.icon("chevron-right"), self.tr("Next"))
        self.page_label = QLabel()
        set_role(self.page_label, "quiet")
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.page_label)
        row.addStretch(1)
        row.addWidget(self.next_button)

    def show_place(self, place: int, count: int) -> None:
        """Show at which of the steps the desk is, the first being 0."""
        self.back_button.setEnabled(place > 0)
        self.next_button.setEnabled(place < count - 1)
        self.page_label.setText(self.tr("Step {0} of {1}").format(place + 1, count))
