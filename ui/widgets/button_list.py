"""A list of buttons that opens over the window, below the button that was pressed.

It is a part of the window, not a window of its own: only so do screen readers see it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QWidget

from ..theme.theme import GRID, set_role
from .layouts import build_column, clear_layout


class ButtonList(QFrame):
    """Buttons below each other; arrows go through them, Esc and a click elsewhere close it."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "popover")
        self.column = build_column(self, margins=(0.5, 0.5, 0.5, 0.5), spacing=0)
        self.buttons: list[QAbstractButton] = []
        self._opener: QWidget | None = None
        self.hide()

    def show_buttons(self, buttons: list[QAbstractButton]) -> None:
        """Set the buttons."""
        clear_layout(self.column)
        self.buttons = buttons
        for button in buttons:
            button.installEventFilter(self)
            self.column.addWidget(button)

    def open_below(self, opener: QWidget) -> None:
        """Open below a button, as far as the window allows, with the focus on the first row."""
        window = opener.window()
        self._opener = opener
        self.setParent(window)
        room = window.width() - GRID * 2
        width = min(max(self.wanted_width(), GRID * 20), room)
        height = self.heightForWidth(width)
        place = opener.mapTo(window, QPoint(0, opener.height() + GRID // 2))
        left = max(min(place.x(), room + GRID - width), GRID)
        top = max(min(place.y(), window.height() - height - GRID), GRID)
        self.setGeometry(QRect(left, top, width, height))
        self.show()
        self.raise_()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._on_focus_changed)
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def wanted_width(self) -> int:
        """Return the width at which no row wraps."""
        return self.sizeHint().width()

    def close_list(self) -> None:
        """Close, and give the focus back to the button that opened it."""
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self._hide()
        if had_focus and self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrows, close with Esc and with a press of the mouse elsewhere."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched in self.buttons and self.handle_key(event):
                return True
        elif event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            place = self.mapFromGlobal(event.globalPosition().toPoint())
            if isinstance(watched, QWidget) and not self.rect().contains(place):
                self._hide()
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_own = watched in self.buttons and event.key() == Qt.Key.Key_Escape
            if is_own:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Act on a key that a row got; return whether it was for the list."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.close_list()
            return True
        step = steps.get(Qt.Key(event.key()))
        focused = [n for n, one in enumerate(self.buttons) if one.hasFocus()]
        if step is None or not focused:
            return False
        following = self.buttons[(focused[0] + step) % len(self.buttons)]
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _hide(self) -> None:
        if self.isHidden():
            return  # it went when the focus left it
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and not self.isAncestorOf(new):
            self._hide()
