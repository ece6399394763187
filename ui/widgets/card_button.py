"""A card or a row with texts that is one button: one click, one stop of Tab, one name."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ..theme.theme import GRID, Theme
from .hairline import draw_across

RADIUS, RING = GRID, 2


class CardButton(QAbstractButton):
    """A button with a layout of its own in it; its accessible name says all its texts.

    A flat one has no frame: it is a row of a card, with a line above it unless it `is_first`.
    """

    words_at: ClassVar[int] = 0
    """Pixels between the sides of a row and its words, which its line is as wide as."""

    def __init__(self, theme: Theme, *, is_flat: bool = False, is_first: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._is_flat, self._is_first = is_flat, is_first
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def pass_clicks(self) -> None:
        """Let the widgets in the button leave the mouse to it."""
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def frame_colour(self) -> str:
        """Return the colour of the frame at rest."""
        return self._theme.colours.line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button on Enter too, not on the space bar alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the frame or the line, and a ring where the focus is."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_hot = self.underMouse() or self.isDown()
        if self._is_flat:
            if not self._is_first:
                left, right = self.words_at, self.width() - self.words_at
                draw_across(painter, left, right, 0, colours.line)
            if is_hot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.hover))
                radius = GRID // 2 if self.words_at else 0
                painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, 0), radius, radius)
        else:
            at_rest = colours.accent_line if self.isChecked() else self.frame_colour()
            painter.setPen(QPen(QColor(colours.edge if is_hot else at_rest), 1))
            painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.card))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = inside.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, RADIUS, RADIUS)
        painter.end()
