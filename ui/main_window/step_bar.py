"""The bar below the page: back, which step this is, next."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ..theme.theme import GRID, Theme, set_role
from ..widgets.buttons import next_button, push_button


class StepBar(QFrame):
    """Buttons to the previous and the next step, with the position between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "side")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.back_button = push_button(theme.icon("chevron-left"), self.tr("Back"))
        self.next_button = next_button(theme.icon("chevron-right"), self.tr("Next"))
        self.page_label = QLabel()
        set_role(self.page_label, "quiet")
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.page_label)
        row.addStretch(1)
        row.addWidget(self.next_button)

    def show_position(self, index: int, count: int) -> None:
        """Show which of `count` steps is shown; the first has index 0."""
        self.back_button.setEnabled(index > 0)
        self.next_button.setEnabled(index < count - 1)
        self.page_label.setText(self.tr("Step {0} of {1}").format(index + 1, count))
