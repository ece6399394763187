"""A layout whose widgets go on in the next line where there is no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ..theme.theme import GRID


class FlowLayout(QLayout):
    """Widgets in lines, each as wide as it likes; the last may stand at the right edge."""

    def __init__(self, parent: QWidget, *widgets: QWidget, has_end: bool = False) -> None:
        """Fill a widget; with `has_end` the last widget, if shown, is at the end of its line."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._has_end = has_end
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GRID)
        for widget in widgets:
            self.addWidget(widget)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets in place of those before."""
        while self._items:
            self._items.pop()
        for widget in widgets:
            self.addWidget(widget)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end; Qt calls it."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, `None` beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, `None` beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return no direction: what is left stays free."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: more lines are needed where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest widget."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        """Arrange the widgets line by line; return the height."""
        items = self._shown()
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in items:
            size = self._measure(item, rect.width())
            if not lines or left + size.width() > rect.width():
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        top = rect.top()
        for line in lines:
            height = max(size.height() for _, size in line)
            if moves:
                self._place(line, QRect(rect.left(), top, rect.width(), height), self._items[-1])
            top += height + self.spacing()
        return max(top - rect.top() - self.spacing(), 0)

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, last: QLayoutItem) -> None:
        left = rect.left()
        for item, size in line:
            if self._has_end and item is last and len(line) > 1:
                left = rect.right() + 1 - size.width()
            down = (rect.height() - size.height()) // 2
            item.setGeometry(QRect(left, rect.top() + down, size.width(), size.height()))
            left += size.width() + self.spacing()

    @staticmethod
    def _measure(item: QLayoutItem, room: int) -> QSize:
        size = item.sizeHint()
        if size.width() > room:
            size.setWidth(max(room, item.minimumSize().width()))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        return size
