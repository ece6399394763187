"""The head of a change: which answer it is, who changed it, and how it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QLabel, QPushButton, QWidget

from ...theme.theme import GRID, Theme, set_role
from ...widgets.buttons import icon_size, join_buttons, text_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.labels import NaturalLabel, wrapped_label
from ...widgets.layouts import build_column, build_row, measure_again

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


TWO_LINES = 0.55
"""The part of a text that a line needs room for, so that two lines have all of it."""


class CardHead(QWidget):
    """Names a change; two buttons choose how its versions are compared."""

    mode_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.origin_label = wrapped_label("", "quiet")
        self.heading_label = wrapped_label("", "heading")
        names = QWidget()
        build_column(names, self.origin_label, self.heading_label, spacing=0.25)
        self._chip = QFrame()
        self._sign = QLabel()
        self.status_label = NaturalLabel()
        row = build_row(self._chip, self._sign, self.status_label, margins=(1.25, 0.5, 1.25, 0.5))
        row.setStretch(1, 1)
        beside = QWidget()
        FlowLayout(beside, self._chip, self._build_modes())
        self._is_narrow = False
        self._box = QBoxLayout(ACROSS, self)
        self._box.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        self._box.addWidget(names, 1)
        self._box.addWidget(beside)

    def _build_modes(self) -> QWidget:
        self.marks_button = text_button(self.tr("As in Word"), self.mode_changed)
        self.sides_button = text_button(self.tr("Side by side"), self.mode_changed)
        group = QButtonGroup(self)
        for button in (self.marks_button, self.sides_button):
            button.setCheckable(True)
            group.addButton(button)
            button.setMinimumWidth(_bold_width(button))
        self.marks_button.setChecked(True)
        self.modes = join_buttons(self.marks_button, self.sides_button)
        return self.modes

    def show_change(self, heading: str, origin: str, status: str, *, needs_care: bool) -> None:
        """Show which answer changed, who changed it, and whether it needs care."""
        self.heading_label.setText(heading)
        self.origin_label.setText(origin)
        self.origin_label.setVisible(bool(origin))
        self.status_label.setText(status)
        colours = self._theme.colours
        name, colour = ("circle-help", colours.warm) if needs_care else ("user-pen", colours.accent)
        icon = self._theme.icons.icon(name, colour)
        self._sign.setPixmap(icon.pixmap(icon_size(), icon_size()))
        set_role(self.status_label, "warm" if needs_care else "")
        set_role(self._chip, "pill-warm" if needs_care else "pill")
        self._choose_direction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page measure the lines of the name in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._choose_direction()
            measure_again(self)

    def arrange(self, *, is_narrow: bool) -> None:
        """Put the state beside the name or below it."""
        self._is_narrow = is_narrow
        self._choose_direction()

    def _choose_direction(self) -> None:
        """Put the state below the name where the name would take more than two lines."""
        origin = self.origin_label.fontMetrics().horizontalAdvance(self.origin_label.text())
        beside = self._chip.sizeHint().width() + self.modes.sizeHint().width() + GRID * 2
        room = self.width() - GRID * 4 - beside
        fits = not self._is_narrow and origin * TWO_LINES <= room
        self._box.setDirection(ACROSS if fits else DOWN)


def _bold_width(button: QPushButton) -> int:
    """Return the width of a button whose text is bold where it is chosen."""
    button.setChecked(True)
    button.ensurePolished()
    font = QFont(button.font())
    font.setWeight(QFont.Weight.DemiBold)
    metrics, bold = button.fontMetrics(), QFontMetrics(font)
    wider = bold.horizontalAdvance(button.text()) - metrics.horizontalAdvance(button.text())
    return button.sizeHint().width() + max(wider, 0) + GRID
