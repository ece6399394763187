"""The base of every dialog: a body that scrolls, and a bar of buttons below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QBoxLayout,
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ..qt_support import single_shot
from ..theme.theme import GRID, set_role
from ..widgets.buttons import Action, text_button
from ..widgets.layouts import STRETCH, build_column, build_row
from ..widgets.scroll_page import set_up_scroll_area

SCREEN_MARGIN = QSize(GRID * 4, GRID * 8)
"""Pixels of the screen left free for its edges and the window's title bar."""

PAGE_KEYS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


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
        self.body = build_column(self.body_widget, margins=(3, 3, 3, 2))
        self.body_scroll = QScrollArea()
        self.body_scroll.setWidget(self.body_widget)
        set_up_scroll_area(self.body_scroll)
        self.body_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = QSize()
        # What is pressed may add lines; the parts get their places after the range.
        self._grow_soon = single_shot(self, 0)
        self._grow_soon.timeout.connect(self._grow)
        self.body_scroll.verticalScrollBar().rangeChanged.connect(self._grow_soon.start)
        self._button_bar = QFrame()
        set_role(self._button_bar, "side")
        self._buttons = build_row(self._button_bar, STRETCH, margins=(3, 1, 3, 1))
        layout = build_column(self, self.body_scroll, self._button_bar, spacing=0)
        layout.setStretchFactor(self.body_scroll, 1)

    def set_title(self, title: str) -> None:
        """Set the title, which is also the name for assistive technology."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def add_button(self, text: str, clicked: Action | None = None, role: str = "") -> QPushButton:
        """Add a button at the right; add buttons last, so that Tab reaches them last."""
        button = text_button(text, clicked, role)
        self._buttons.addWidget(button)
        return button

    def finish_reading(self, close: str) -> None:
        """End a dialog with nothing to fill in: the arrow keys scroll it, one button closes it."""
        self.body.addStretch(1)
        self.add_button(close, self.accept, "primary")
        self.body_scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body_scroll.setAccessibleName(self.windowTitle())
        self.body_scroll.setFocus()

    def run(self) -> int:
        """Show the dialog until it is closed, delete it, and return Qt's dialog code."""
        code = self.exec()
        self.deleteLater()
        return code

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by pages, also where the focus is on a button below what scrolls."""
        page = PAGE_KEYS.get(Qt.Key(event.key()))
        if page is None:
            super().keyPressEvent(event)
        else:
            self.body_scroll.verticalScrollBar().triggerAction(page)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the dialog to the screen."""
        self.fit(self.screen().availableSize() - SCREEN_MARGIN)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the size that the user gives."""
        super().resizeEvent(event)
        if event.spontaneous():
            self._room = QSize()

    def _grow(self) -> None:
        """Grow with the body as far as there is room; what has the focus stays in sight."""
        below = self.screen().availableGeometry().bottom() - self.frameGeometry().bottom()
        free = min(below, self._room.height() - self.height())
        missing = min(self.body_scroll.verticalScrollBar().maximum(), free)
        if missing > 0:
            self.resize(self.width(), self.height() + missing)
        focus = QApplication.focusWidget() or self
        if self.body_widget.isAncestorOf(focus):
            self.body_scroll.ensureWidgetVisible(focus, 0, GRID)

    def fit(self, room: QSize) -> None:
        """Resize to the content's size, `room` at most."""
        self._room = room
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._button_bar.sizeHint().width() > room.width():
            self._buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        # Now, not with a later event: it decides how small the dialog can become.
        self._buttons.activate()
        if (layout := self.layout()) is not None:
            layout.activate()
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
