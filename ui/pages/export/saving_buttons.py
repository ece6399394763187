"""The buttons that save a file: the one that ends the page, and others before it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ...theme.theme import GRID, Theme
from ...widgets.buttons import more_button
from ...widgets.layouts import build_row


class SavingButtons(QWidget):
    """A first button, and others that go into a menu where one line has no room for all."""

    def __init__(self, theme: Theme, first: QPushButton, *others: QPushButton) -> None:
        super().__init__()
        self._first, self._others = first, others
        self._offered: tuple[QPushButton, ...] = others
        self._room = 0
        self.menu_button = more_button(theme.icon("ellipsis-vertical"), *others)
        self._entries = dict(zip(others, self.menu_button.menu().actions(), strict=True))
        build_row(self, *others, first, self.menu_button)
        self._arrange()

    def offer(self, *others: QPushButton) -> None:
        """Show these buttons before the first one, of those that there are."""
        self._offered = others
        self._arrange()

    def fit(self, room: int) -> None:
        """Show all in one line, or some in the menu, in a room in pixels."""
        self._room = room
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: before the style sheet is applied, buttons have the size of plain text."""
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        shown = (*self._offered, self._first)
        wide = sum(one.sizeHint().width() for one in shown) + GRID * (len(shown) - 1)
        has_room = wide <= self._room
        for one, entry in self._entries.items():
            one.setVisible(has_room and one in self._offered)
            entry.setVisible(one in self._offered)
        self.menu_button.setVisible(bool(self._offered) and not has_room)
