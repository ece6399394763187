"""The frame of every dialog: a body that scrolls, and buttons with our own words below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..theme.theme import GRID, set_role

AROUND = QSize(GRID * 4, GRID * 8)
"""Pixels of the screen that are left to its edges and to the title of the window."""


class Dialog(QDialog):
    """A dialog that fits the screen at any text size; Esc closes it without an answer.

    Qt's own button boxes are not used: Qt has no words for them in eight languages of Europe.
    """

    def __init__(self, parent: QWidget | None, width: int = 60) -> None:
        """Build an empty body, `width` in average characters, and a row for buttons."""
        super().__init__(parent)
        self._wanted = width
        self.body_widget = QWidget()
        set_role(self.body_widget, "page")
        self.body = QVBoxLayout(self.body_widget)
        self.body.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        self.body.setSpacing(GRID)
        self.body_scroll = QScrollArea()
        self.body_scroll.setWidget(self.body_widget)
        self.body_scroll.setWidgetResizable(True)
        self.body_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.body_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self.body_scroll, "page")
        self._foot = QFrame()
        set_role(self._foot, "side")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self._buttons.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        self._buttons.setSpacing(GRID)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.body_scroll, 1)
        layout.addWidget(self._foot)

    def set_title(self, title: str) -> None:
        """Give the dialog its title, which is its name for assistive technology too."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def add_button(self, text: str, role: str = "") -> QPushButton:
        """Add a button at the right; add buttons last, so that Tab comes to them last."""
        button = QPushButton(text)
        if role:
            set_role(button, role)
        self._buttons.addWidget(button)
        return button

    def read_by_keys(self) -> None:
        """Let the arrow keys scroll the body: for dialogs with nothing to fill in."""
        self.body_scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body_scroll.setAccessibleName(self.windowTitle())
        self.body_scroll.setFocus()

    def run(self) -> int:
        """Show the dialog until it is closed, and let go of it."""
        outcome = self.exec()
        self.deleteLater()
        return outcome

    def showEvent(self, event: QShowEvent) -> None:
        """Take as much room as the content needs and the screen has."""
        self.fit(self.screen().availableSize() - AROUND)
        super().showEvent(event)

    def fit(self, room: QSize) -> None:
        """Take the size that the content needs, within `room`."""
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._foot.sizeHint().width() > room.width():
            self._buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        foot = self._foot.sizeHint()
        wanted = self._wanted * self.fontMetrics().averageCharWidth()
        width = min(max(wanted, foot.width(), self.body.minimumSize().width()), room.width())
        inner = width - self.body_scroll.verticalScrollBar().sizeHint().width()
        needed = (
            self.body.totalHeightForWidth(inner)
            if self.body.hasHeightForWidth()
            else self.body.totalSizeHint().height()
        )
        self.resize(width, min(needed + foot.height(), room.height()))
