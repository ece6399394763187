"""Items of a list whose texts wrap, with room for every line of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from ..qt_support import Index

SIDE: Final = 8
"""Border and padding at each side of an item in the style sheet, and what Qt adds, in pixels."""


class _WrappedItems(QStyledItemDelegate):
    """Measures an item for the width that its text has when it is drawn.

    Qt measures for the whole width, without the padding of the style sheet: a text that was a
    little too long for its line got one line, and lost its end.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of an item."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        return super().sizeHint(narrower, index)


def wrap_items(view: QListWidget) -> None:
    """Let the texts of a list wrap at its right edge; it never scrolls sideways."""
    view.setWordWrap(True)
    view.setResizeMode(QListWidget.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setItemDelegate(_WrappedItems(view))


def fit_whole_rows(view: QListWidget, room: int, most: int) -> None:
    """Make a list as high as the whole items that a room in pixels has place for, one at least."""
    edge, height = view.frameWidth() * 2, 0
    for row in range(min(view.count(), most)):
        more = view.visualItemRect(view.item(row)).height()
        if row and edge + height + more > room:
            break
        height += more
    view.setFixedHeight(edge + height)
