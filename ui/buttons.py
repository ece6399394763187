"""Buttons with icons that grow with the type and keep their distance from the words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QToolButton

from .access import name
from .theme import GRID, set_role

ROOM = GRID // 2
"""Pixels between icon and words, on top of the few that Qt leaves."""
SIDES = (32, 24, 20, 16)
"""Sizes in which icons are drawn sharply, the smallest last."""
DENSITIES = (1, 2, 3)


def push_button(icon: QIcon, text: str, role: str = "") -> QPushButton:
    """Build a button with an icon before its words."""
    button = QPushButton(text)
    if role:
        set_role(button, role)
    _give(button, icon, at_end=False)
    return button


def onward_button(icon: QIcon, text: str) -> QPushButton:
    """Build a button with an icon after its words."""
    button = QPushButton(text)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _give(button, icon, at_end=True)
    return button


def tool_button(icon: QIcon, label: str) -> QToolButton:
    """Build a button with an icon alone; its label is its tool tip and its name."""
    button = QToolButton()
    button.setIcon(icon)
    button.setIconSize(QSize(icon_side(), icon_side()))
    button.setToolTip(label)
    name(button, label)
    set_role(button, "plain")
    return button


def icon_side() -> int:
    """Give the side of an icon that suits the size of the type, in pixels."""
    height = QFontMetrics(QGuiApplication.font()).height()
    return next((side for side in SIDES if side <= height), SIDES[-1])


def _give(button: QPushButton, icon: QIcon, *, at_end: bool) -> None:
    """Give a button an icon with some room drawn beside it: no style sheet can ask for that."""
    side = icon_side()
    wide = QIcon()
    for density in DENSITIES:
        pixmap = QPixmap(QSize(side + ROOM, side) * density)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        left = ROOM * density if at_end else 0
        icon.paint(painter, QRect(left, 0, side * density, side * density))
        painter.end()
        wide.addPixmap(pixmap)
    button.setIcon(wide)
    button.setIconSize(QSize(side + ROOM, side))
