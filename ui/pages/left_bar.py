"""The bar that says what of a lump sum is still to distribute, always in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import icon_size
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import NaturalLabel
from ..widgets.layouts import build_column


class LeftBar(QFrame):
    """A sentence with its figure, what it is made of, and at the right what can be done."""

    def __init__(self, theme: Theme, *actions: QWidget) -> None:
        super().__init__()
        set_role(self, "docked")
        self._theme = theme
        self.icon_label = QLabel()
        self.text_label, self.detail_label = NaturalLabel(), NaturalLabel()
        set_role(self.text_label, "label")
        set_role(self.detail_label, "quiet")
        content = QWidget()
        parts = (self.icon_label, self.text_label, self.detail_label, *actions)
        FlowLayout(content, *parts, has_end=bool(actions)).setSpacing(GRID)
        build_column(self, content, margins=(4, 1, 4, 1))

    def show_left(self, text: str, detail: str, *, is_even: bool, is_over: bool) -> None:
        """Say what is left, or that it is too much; with an icon and a word, not by colour."""
        icon = self._theme.icon("circle-dot")
        if is_even:
            icon = self._theme.good_icon("circle-check")
        elif is_over:
            icon = self._theme.warm_icon("octagon-alert")
        self.icon_label.setPixmap(icon.pixmap(icon_size(), icon_size()))
        if self.text_label.text() != text or self.detail_label.text() != detail:
            self.text_label.setText(text)
            self.detail_label.setText(detail)
            self.detail_label.setVisible(bool(detail))
            set_accessible_name(self, " ".join(part for part in (text, detail) if part))
