"""The base of every dialog: a body that scrolls, and a bar of buttons below it."""

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

SCREEN_MARGIN = QSize(GRID * 4, GRID * 8)
"""Pixels of the screen left free for its edges and the window's title bar."""


class Dialog(QDialog):
    """A dialog that fits the screen at any text size; Esc closes it without an answer.

    It has no QDialogButtonBox: Qt does not translate its buttons into eight European languages.
    """

    def __init__(self, parent: QWidget | None, width: int = 60) -> None:
        """Build an empty body of a width in average characters, and an empty button bar."""
        super().__init__(parent)
        self._width = width
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
        self._button_bar = QFrame()
        set_role(self._button_bar, "side")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._button_bar)
        self._buttons.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        self._buttons.setSpacing(GRID)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.body_scroll, 1)
        layout.addWidget(self._button_bar)

    def set_title(self, title: str) -> None:
        """Set the title, which is also the name for assistive technology."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def add_button(self, text: str, role: str = "") -> QPushButton:
        """Add a button at the right; add buttons last, so that Tab reaches them last."""
        button = QPushButton(text)
        if role:
            set_role(button, role)
        self._buttons.addWidget(button)
        return button

    def scroll_by_keys(self) -> None:
        """Let the arrow keys scroll the body: for dialogs with nothing to fill in."""
        self.body_scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body_scroll.setAccessibleName(self.windowTitle())
        self.body_scroll.setFocus()

    def run(self) -> int:
        """Show the dialog until it is closed, delete it, and return Qt's dialog code."""
        code = self.exec()
        self.deleteLater()
        return code

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the dialog to the screen."""
        self.fit(self.screen().availableSize() - SCREEN_MARGIN)
        super().showEvent(event)

    def fit(self, room: QSize) -> None:
        """Resize to the content's size, `room` at most."""
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._button_bar.sizeHint().width() > room.width():
            self._buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        bar = self._button_bar.sizeHint()
        preferred = self._width * self.fontMetrics().averageCharWidth()
        width = min(max(preferred, bar.width(), self.body.minimumSize().width()), room.width())
        inner = width - self.body_scroll.verticalScrollBar().sizeHint().width()
        needed = (
            self.body.totalHeightForWidth(inner)
            if self.body.hasHeightForWidth()
            else self.body.totalSizeHint().height()
        )
        self.resize(width, min(needed + bar.height(), room.height()))
