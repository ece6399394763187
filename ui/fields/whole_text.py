"""A field of one line that shows its text whole below it, where the line has no room for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ..theme.theme import GRID
from ..widgets.labels import break_addresses, wrapped_label
from .base import Field

LONGEST = 2_000
"""Characters of a text that is shown below its line; measuring more would delay each key."""


class WholeTextField(Field):
    """A field of one part; a text that is cut in it is shown whole below.

    Whether it is depends on the width, so the field measures and places both itself: a layout
    would ask for the height before the text is shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self._part: QWidget | None = None
        self._below = 0
        self.full_text_label: QLabel | None = None
        """The whole text; it is built for the first text that is cut."""
        self._has_full_text = True
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_part(self, part: QWidget) -> None:
        """Show the part that the text is chosen or typed in."""
        part.setParent(self)
        self._part = part

    def take_part(self) -> None:
        """Leave the part to a layout of the field, with nothing below it."""
        self._part = None

    def get_shown_text(self) -> str:
        """Return the text of the part."""
        raise NotImplementedError

    def is_text_cut(self, width: int) -> bool:
        """Return whether the text is longer than the part in a width in pixels."""
        raise NotImplementedError

    def show_box_alone(self) -> None:
        """Never show the text below the part."""
        self._has_full_text = False
        self.show_text_below()

    def show_text_below(self) -> None:
        """Show the text of the part below it, if it is cut in it."""
        if self._place():
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return self._part is not None or super().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the part, with the text below it where the part cuts it."""
        if self._part is None:
            return super().heightForWidth(width)
        height, below = self._part_height(), self._measure_below(width)
        return height + GRID // 2 + below if below else height

    def sizeHint(self) -> QSize:
        """Return the size of the part."""
        return self._part.sizeHint() if self._part else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the part: what it cuts is below it."""
        return self._part.minimumSizeHint() if self._part else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the part, and the text below it."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Measure anew when a part asks for it: in another type size, or with its style."""
        if event.type() is QEvent.Type.LayoutRequest and self._part is not None:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _part_height(self) -> int:
        return self._part.sizeHint().height() if self._part else 0

    def _measure_below(self, width: int) -> int:
        """Return the height of the text below the part, 0 if the part shows it whole."""
        text = self.get_shown_text() if self._part and self._has_full_text else ""
        if not text or len(text) > LONGEST or not self.is_text_cut(width):
            return 0
        if self.full_text_label is None:
            self.full_text_label = wrapped_label("", "quiet")
            self.full_text_label.setParent(self)
        whole = break_addresses(text)
        if self.full_text_label.text() != whole:
            self.full_text_label.setText(whole)
        return self.full_text_label.heightForWidth(width)

    def _place(self) -> bool:
        """Place the part and the text below it; return whether another height is needed now."""
        width, height = self.width(), self._part_height()
        if self._part:
            self._part.setGeometry(0, 0, width, height)
        below = self._measure_below(width)
        before, self._below = self._below, below
        if self.full_text_label is not None:
            self.full_text_label.setGeometry(0, height + GRID // 2, width, below)
            self.full_text_label.setVisible(bool(below))
        return before != below
