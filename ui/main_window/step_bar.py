"""The bar below a page: to the previous and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from ..theme.theme import Theme, set_role
from ..widgets.buttons import next_button, push_button
from ..widgets.labels import short_label
from ..widgets.layouts import STRETCH, build_row


class StepBar(QFrame):
    """Buttons to the previous and the next step, with the position between them."""

    def __init__(
        self, theme: Theme, previous: Callable[[], None], following: Callable[[], None]
    ) -> None:
        super().__init__()
        set_role(self, "foot")
        left, right = theme.icon("chevron-left"), theme.icon("chevron-right")
        self.back_button = push_button(left, self.tr("Back"), clicked=previous)
        self.next_button = next_button(right, self.tr("Next"), clicked=following)
        self.page_label = short_label("", "quiet")
        content = (self.back_button, STRETCH, self.page_label, STRETCH, self.next_button)
        build_row(self, *content, margins=(2, 1, 2, 1), spacing=None)

    def show_position(self, index: int, count: int) -> None:
        """Show which of `count` steps is shown; the first has index 0."""
        self.back_button.setEnabled(index > 0)
        self.next_button.setEnabled(index < count - 1)
        self.page_label.setText(self.tr("Step {0} of {1}").format(index + 1, count))
