"""What every page of the desk promises, and the column its content stands in."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from erasmus_desk.draft.model import Key

from ..fields.question_box import QuestionBox, Remark
from ..qt_support import put
from ..theme.theme import COLUMN, GRID, set_role
from ..widgets.labels import wrapped

# The home page is a page too, and stands before anything of a draft is loaded.

Remarks: TypeAlias = "dict[Key, tuple[Remark, ...]]"
"""Findings as shown, by the answer they are about."""


WIDE = 1000
"""Stretch of the column: it takes all the room up to its greatest width."""


class Page(QScrollArea):
    """A page that scrolls: a title, then whatever the page puts into `column`."""

    focused = Signal(object)
    """The key whose field got the focus, so that guidance can follow."""
    asked_for = Signal(object)
    """A key that the user wants to be taken to, here or on another page."""

    def __init__(
        self, title: str, intro: str = "", *, is_centred: bool = False, is_filling: bool = False
    ) -> None:
        """Build the column with its title and introduction, at the left or in the middle.

        A page that is filling takes the whole room; its parts scroll, not the page.
        """
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        put(self, horizontalScrollBarPolicy="ScrollBarAlwaysOff")
        # The title has the focus in its stead, and hands on the keys that scroll.
        put(self, focusPolicy="NoFocus")
        set_role(self, "page")
        body = QWidget()
        set_role(body, "page")
        outer = QVBoxLayout(body)
        below = GRID * 2 if is_filling else GRID * 6
        outer.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, below)
        self.column_widget = QWidget()
        if not is_filling:
            self.column_widget.setMaximumWidth(COLUMN)
        self.column = QVBoxLayout(self.column_widget)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        across = QHBoxLayout()
        if is_centred:
            across.addStretch(1)
        across.addWidget(self.column_widget, WIDE)
        across.addStretch(1 if is_centred else 0)
        outer.addLayout(across, 1 if is_filling else 0)
        if not is_filling:
            outer.addStretch(1)
        self.setWidget(body)
        self._is_following = False
        self.verticalScrollBar().rangeChanged.connect(self._on_grown)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.title_label = wrapped(title, "title")
        # The title takes the focus when the page is shown, so that a screen reader says it.
        put(self.title_label, focusPolicy="TabFocus")
        self.title_label.setAccessibleName(title)
        self.column.addWidget(self.title_label)
        if intro:
            self.column.addWidget(wrapped(intro, "quiet"))

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title_label.setText(title)
        self.title_label.setAccessibleName(title)

    def focus_first(self) -> None:
        """Put the keyboard focus where reading begins."""
        self.title_label.setFocus()

    def refresh(self) -> None:
        """Show the present state of the draft; called when the page is shown."""

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft while the page is shown."""

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at the fields they are about."""

    def show_key(self, _key: Key) -> bool:
        """Bring an answer into view and focus it; tells whether it is on this page."""
        return False

    def bring_into_view(self, widget: QWidget | None) -> bool:
        """Scroll to a part of the page and focus it; tells whether there is one."""
        if widget is None:
            return False

        if isinstance(widget, QuestionBox):
            widget.focus_first()
        else:
            widget.setFocus()
        self._is_following = True
        self.ensureWidgetVisible(widget, 0, GRID * 10)
        return True

    def _on_grown(self) -> None:
        """Keep what was asked for in view while the boxes above it grow, until one scrolls."""
        part: QWidget | None = self.focusWidget()
        if self._is_following and part:
            self.ensureWidgetVisible(part, 0, GRID * 10)

    def _on_scrolled(self) -> None:
        self._is_following = False
