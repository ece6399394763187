"""A bar that shows a share, beside the figures that say it in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme.theme import GRID, Theme

SLIM, PLAIN = GRID // 2, GRID
"""Heights in pixels: in tiles, and elsewhere."""


class ShareBar(QWidget):
    """Draws a share from 0 to 1; the colour says more only where a text says it too."""

    def __init__(self, theme: Theme, height: int = PLAIN) -> None:
        super().__init__()
        self._theme = theme
        self._height = height
        self._is_over = self._is_good = False
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(
        self, share: float, text: str, *, is_over: bool = False, is_good: bool = False
    ) -> None:
        """Show a share with its text for a screen reader, in the colour of warning or success."""
        self.share, self._is_over, self._is_good = min(max(share, 0.0), 1.0), is_over, is_good
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a short bar, which grows with the room it gets."""
        return QSize(GRID * 8, self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the least length at which a share can be seen."""
        return QSize(GRID * 4, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the share."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(0, 0, self.width(), self._height)
        radius = self._height / 2
        painter.setBrush(QColor(colours.bar))
        painter.drawRoundedRect(ground, radius, radius)
        if self.share:
            filled = QRectF(0, 0, max(self.width() * self.share, self._height), self._height)
            done = colours.good if self._is_good else colours.accent
            painter.setBrush(QColor(colours.warm if self._is_over else done))
            painter.drawRoundedRect(filled, radius, radius)
        painter.end()
