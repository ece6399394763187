"""A button that shows its keys beside its text, where they act."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from ..theme.theme import GRID, Theme, set_role
from .buttons import set_icon

PADDING = GRID // 2 + 2
"""Pixels between the keys and their frame, at the left and the right."""
RADIUS = GRID // 2
SIZE = 0.85
"""Size of the keys, in sizes of the text."""


class KeyButton(QPushButton):
    """A button with an icon, a text and the keys that do the same."""

    def __init__(self, theme: Theme, icon: str, text: str, keys: str, role: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        self._keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._shows_keys = bool(keys)
        self.show_role(role)

    def show_role(self, role: str) -> None:
        """Show the button in a role (`primary` …), with icon and keys in its colours."""
        colours = self._theme.colours
        is_primary = role == "primary"
        self._ink = colours.accent_text if is_primary else colours.quiet
        if role or self.property("role"):
            set_role(self, role)
        if self._icon:
            ink = colours.accent_text if is_primary else colours.text
            set_icon(self, self._theme.icons.icon(self._icon, ink))

    def show_keys(self, *, is_shown: bool) -> None:
        """Show the keys beside the text, or in the tool tip."""
        self._shows_keys = is_shown
        self.setToolTip("" if is_shown else f"{self.text()} ({self._keys})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size with the keys."""
        size = super().sizeHint()
        size.setWidth(size.width() + self._keys_width())
        return size

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of a button is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the keys in a frame at its right."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect.setRight(option.rect.right() - self._keys_width())
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        if self._shows_keys:
            self._draw_keys(painter)
        painter.end()

    def _draw_keys(self, painter: QPainter) -> None:
        metrics = QFontMetrics(self._key_font())
        width, height = self._keys_width() - GRID, metrics.height() + 2
        left = self.width() - width - GRID * 3 // 2
        frame = QRectF(left + 0.5, (self.height() - height) // 2 + 0.5, width - 1, height - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._key_font())
        painter.setPen(QPen(QColor(self._ink), 1))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._keys)

    def _keys_width(self) -> int:
        """Return the width of the keys with their frame and the gap before them."""
        if not self._shows_keys:
            return 0
        metrics = QFontMetrics(self._key_font())
        return metrics.horizontalAdvance(self._keys) + 2 * PADDING + GRID

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SIZE)
        font.setWeight(QFont.Weight.Normal)
        return font
