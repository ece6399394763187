"""The head of the overview: its title, and how many of the required answers there are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel

from ...theme.theme import GRID, Theme
from ...widgets.labels import wrapped_label
from ...widgets.share_bar import ShareBar
from .cards import ACROSS, turn

_BAR_WIDTH = GRID * 20


class OverviewHead(QBoxLayout):
    """The title with the required answers as words and as a bar, beside or below it."""

    def __init__(self, title: QLabel, theme: Theme) -> None:
        super().__init__(ACROSS)
        self.setSpacing(GRID)
        self.label = wrapped_label("", "quiet")
        self.bar = ShareBar(theme)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.addWidget(title, 1)
        self.addWidget(self.label, 1)
        # Without an alignment its width would be the most of the whole head where that is a column.
        beside = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.addWidget(self.bar, 0, beside)

    def show_answers(self, answered: str, share: float) -> None:
        """Show how many answers there are, in words and as a share from 0 to 1."""
        self.label.setText(answered)
        self.bar.show_share(share, answered, is_good=share >= 1)

    def arrange(self, *, is_narrow: bool) -> None:
        """Put the answers beside the title or below it."""
        turn(self, is_narrow=is_narrow)
        self.setStretch(1, 0 if is_narrow else 1)
        side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignRight
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter | side)
