"""A button that shows its keys beside its text, where they act."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from ..theme.theme import GRID, Theme, set_role
from .buttons import set_icon
from .key_hints import name_shortcut

PADDING = GRID // 2 + 2
"""Pixels between the keys and their frame, at the left and the right."""
RADIUS = GRID // 2
ICON_SPACING = GRID // 4
"""Pixels between icon and text, as Qt leaves them."""
SIZE = 0.85
"""Size of the keys, in sizes of the text."""


class KeyButton(QPushButton):
    """A button with an icon, a text and the keys that do the same."""

    def __init__(self, theme: Theme, icon: str, text: str, keys: str, role: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        self._keys = name_shortcut(QKeySequence(keys))
        self._shows_keys = bool(keys)
        self.comes_after: QWidget | None = None
        """The field that Tab leads to it from, where that is not what is read before it."""
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
        if is_shown == self._shows_keys:
            return
        self._shows_keys = is_shown
        self.setToolTip("" if is_shown else f"{self.text()} ({self._keys})")
        self.updateGeometry()
        self.update()

    @property
    def shown_keys(self) -> str:
        """The keys beside the text, or nothing."""
        return self._keys if self._shows_keys else ""

    def measure_widths(self) -> tuple[int, int]:
        """Return the width without the keys, and that with them, whether they are shown or not."""
        width = super().sizeHint().width()
        return width, width + self._measure_keys(self._keys)

    def sizeHint(self) -> QSize:
        """Return the size with the keys."""
        size = super().sizeHint()
        size.setWidth(size.width() + self._keys_width())
        return size

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of a button is cut."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Leave icon and text to `paintEvent`: the style would draw them below the keys."""
        super().initStyleOption(option)
        option.text, option.icon = "", QIcon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, its icon and text, and the keys in a frame at its right."""
        super().paintEvent(event)
        painter = QPainter(self)
        self._draw_label(painter)
        if self.shown_keys:
            self._draw_keys(painter)
        painter.end()

    def _draw_label(self, painter: QPainter) -> None:
        """Draw icon and text in the middle of what the keys leave."""
        colours, area = self._theme.colours, self.rect()
        area.setRight(area.right() - self._keys_width())
        text = painter.boundingRect(area, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._icon:
            size = self.iconSize()
            text.translate((size.width() + ICON_SPACING) // 2, 0)
            place = QRect(area.topLeft(), size)
            place.moveTop(area.center().y() - size.height() // 2)
            place.moveRight(text.left() - ICON_SPACING - 1)
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
        is_primary = self.property("role") == "primary"
        ink = colours.accent_text if is_primary else colours.text
        painter.setPen(QColor(ink if self.isEnabled() else colours.disabled))
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, self.text())

    def _draw_keys(self, painter: QPainter) -> None:
        metrics = QFontMetrics(self._key_font())
        width, height = self._keys_width() - GRID, metrics.height() + 2
        left = self.width() - width - GRID * 3 // 2
        frame = QRectF(left + 0.5, (self.height() - height) // 2 + 0.5, width - 1, height - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._key_font())
        painter.setPen(QPen(QColor(self._ink), 1))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.shown_keys)

    def _keys_width(self) -> int:
        return self._measure_keys(self.shown_keys)

    def _measure_keys(self, keys: str) -> int:
        """Return the width of keys with their frame and the gap before them."""
        if not keys:
            return 0
        metrics = QFontMetrics(self._key_font())
        return metrics.horizontalAdvance(keys) + 2 * PADDING + GRID

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SIZE)
        font.setWeight(QFont.Weight.Normal)
        return font
