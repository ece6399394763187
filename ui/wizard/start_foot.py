"""The bar below the pages of the guided start, which is always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from ..theme.theme import GRID, Theme, set_role
from ..widgets.buttons import next_button, push_button, text_button
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import build_row

LEAST_OBSTACLE = GRID * 16
"""Pixels for the words that say what is missing."""


class StartFoot(QFrame):
    """The bar below the pages: back, leave, what is missing, and Next."""

    back_requested = Signal()
    left = Signal()
    creation_requested = Signal()
    next_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "foot")
        colours = theme.colours
        self.back_button = push_button(theme.icon("chevron-left"), "", clicked=self.back_requested)
        self.leave_button = text_button(self.tr("Finish later"), self.left, "flat")
        self.position_label = short_label("", "quiet")
        self.obstacle_label = wrapped_label("", "warm")
        self.create_button = text_button(self.tr("Create proposal now"), self.creation_requested)
        self.create_button.hide()
        icon = theme.icons.icon("chevron-right", colours.accent_text)
        self.next_button = next_button(icon, "", clicked=self.next_requested)
        set_role(self.next_button, "primary")
        row = build_row(self, self.back_button, self.leave_button, margins=(2, 1, 2, 1))
        row.addWidget(self.obstacle_label, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.position_label, self.create_button, self.next_button):
            row.addWidget(part)

    def show_step(self, index: int, count: int) -> None:
        """Show where the user is."""
        is_last = index == count - 1
        self.back_button.setText(self.tr("Back") if index else self.tr("Home"))
        self.next_button.setText(self.tr("Create proposal") if is_last else self.tr("Next"))
        self.position_label.setText(self.tr("Step {0} of {1}").format(index + 1, count))
        self.arrange()

    def allow_creation(self, *, is_possible: bool) -> None:
        """Offer to create the proposal before the last step."""
        self.create_button.setVisible(is_possible)
        self.arrange()

    def arrange(self) -> None:
        """Leave out what can be done otherwise where there is no room: Back leads home too."""
        wanted = (self.back_button, self.create_button, self.next_button)
        used = sum(one.sizeHint().width() + GRID for one in wanted if not one.isHidden())
        room = self.width() - used - 4 * GRID
        position = self.position_label.sizeHint().width() + GRID
        leave = self.leave_button.sizeHint().width() + GRID
        self.leave_button.setVisible(leave <= room)
        self.position_label.setVisible(leave + position <= room - LEAST_OBSTACLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.arrange()
