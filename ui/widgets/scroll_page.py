"""A scrolling page with a title, which the home page and the pages of a draft are built on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ..theme.theme import COLUMN_WIDTH, GRID, set_role
from .labels import wrapped_label

COLUMN_STRETCH = 1000
"""Stretch that lets the column grow to its maximum width before the space beside it does."""


def set_up_scroll_area(area: QScrollArea) -> None:
    """Let an area without a frame scroll its page vertically only."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    set_role(area, "page")


class ScrollPage(QScrollArea):
    """A scrolling page: a title, then the widgets that the subclass adds to `column`."""

    def __init__(
        self, title: str, intro: str = "", *, is_centred: bool = False, is_full_height: bool = False
    ) -> None:
        """Build the column with title and introduction.

        A full-height page fills the window; its widgets scroll, not the page.
        """
        super().__init__()
        set_up_scroll_area(self)
        # The title takes the focus instead; it does not consume the keys that scroll.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        set_role(body, "page")
        outer = QVBoxLayout(body)
        below = GRID * 2 if is_full_height else GRID * 6
        outer.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, below)
        self.column_widget = QWidget()
        if not is_full_height:
            self.column_widget.setMaximumWidth(COLUMN_WIDTH)
        self.column = QVBoxLayout(self.column_widget)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        across = QHBoxLayout()
        if is_centred:
            across.addStretch(1)
        across.addWidget(self.column_widget, COLUMN_STRETCH)
        across.addStretch(1 if is_centred else 0)
        outer.addLayout(across, 1 if is_full_height else 0)
        if not is_full_height:
            outer.addStretch(1)
        self.setWidget(body)
        self.title_label = wrapped_label(title, "title")
        # The title takes the focus when the page is shown, so that a screen reader reads it.
        self.title_label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title_label.setAccessibleName(title)
        self.column.addWidget(self.title_label)
        if intro:
            self.column.addWidget(wrapped_label(intro, "quiet"))

    def set_title(self, title: str) -> None:
        """Set the title and its accessible name."""
        self.title_label.setText(title)
        self.title_label.setAccessibleName(title)

    def focus_first(self) -> None:
        """Set the focus on the title."""
        self.title_label.setFocus()
