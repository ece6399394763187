"""Buttons with icons that grow with the type, and a row of them that gives way to large type."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QToolButton, QWidget

from ..theme.theme import GRID, set_role
from .accessibility import name

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
    button.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
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


class ButtonRow(QWidget):
    """Buttons, or groups of them, side by side; below each other where they do not fit."""

    def __init__(self, *parts: QWidget, apart: bool = False) -> None:
        """Put the parts into a row, from the left on or, `apart`, from end to end."""
        super().__init__()
        self._parts = parts
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        for part in parts:
            self._layout.addWidget(part, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._layout.insertStretch(1 if apart else -1, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the widest part needs: the others can go below it."""
        widths = [part.minimumSizeHint().width() for part in self._parts]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts side by side or below each other."""
        super().resizeEvent(event)
        for part in self._parts:
            # A button that was made in this moment has the size of bare text.
            part.ensurePolished()
        wanted = sum(part.sizeHint().width() + GRID for part in self._parts)
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if wanted <= self.width() else way.TopToBottom)


def button_group(*buttons: QWidget) -> QWidget:
    """Give buttons that stay side by side."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for button in buttons:
        row.addWidget(button)
    return group


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
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        left = ROOM * density if at_end else 0
        icon.paint(painter, QRect(left, 0, side * density, side * density))
        painter.end()
        wide.addPixmap(pixmap)
    button.setIcon(wide)
    button.setIconSize(QSize(side + ROOM, side))
