"""The wave below a word that no dictionary has, drawn alike in all styles of Qt."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

HEIGHT = 4
"""Pixels below the letters that a wave takes."""
LENGTH = 512
"""Pixels of the picture of a wave; a longer one has it several times."""
STEP = 2
"""Pixels from the top of a wave to its bottom, across."""
PEN = 1.2
Place = tuple[float, float, float]
"""Left, top and width of a wave in pixels."""


class Wave:
    """A wave in one colour: drawn once, and copied from then on, as lines at a slant are slow."""

    def __init__(self, colour: QColor) -> None:
        self._colour = colour
        self._picture: QPixmap | None = None

    def draw(self, painter: QPainter, places: Iterable[Place]) -> None:
        """Draw waves, each along the top of its place."""
        ratio = painter.device().devicePixelRatio()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._paint(ratio)
        high = self._picture.height()
        for x, y, wanted in places:
            left, top, width = int(x), int(y), max(ceil(wanted), 2 * STEP)
            if width <= LENGTH:
                part = 0, 0, round(width * ratio), high
                painter.drawPixmap(left, top, width, HEIGHT, self._picture, *part)
            else:
                painter.drawTiledPixmap(left, top, width, HEIGHT, self._picture)

    def _paint(self, ratio: float) -> QPixmap:
        picture = QPixmap(round(LENGTH * ratio), round(HEIGHT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        points = [
            QPointF(x, HEIGHT - PEN if x // STEP % 2 else PEN)
            for x in range(-STEP, LENGTH + 2 * STEP, STEP)
        ]
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, PEN))
        painter.drawPolyline(QPolygonF(points))
        painter.end()
        return picture
