"""Lines of one pixel between parts, rows and columns, and the bar of a chosen row.

A pen that smooths its edges spreads a line over two rows of pixels, each half as visible.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame

from ..theme.theme import set_role

BAR = 3
"""Pixels of the bar."""


def build_line() -> QFrame:
    """Build a line between two parts, one above the other."""
    line = QFrame()
    line.setFixedHeight(1)
    set_role(line, "line")
    return line


def draw_across(painter: QPainter, left: float, right: float, top: float, colour: str) -> None:
    """Draw a line from left to right, in the row of pixels that begins at `top`."""
    painter.fillRect(QRect(round(left), round(top), round(right - left), 1), QColor(colour))


def draw_down(painter: QPainter, left: float, top: float, bottom: float, colour: str) -> None:
    """Draw a line from top to bottom, in the column of pixels that begins at `left`."""
    painter.fillRect(QRect(round(left), round(top), 1, round(bottom - top)), QColor(colour))


def mark_row(painter: QPainter, row: QRect, colour: str) -> None:
    """Draw the bar of a chosen row at its left: a ground alone is little to be seen by."""
    painter.fillRect(QRect(row.left(), row.top(), BAR, row.height()), QColor(colour))
