"""The look: an 8-pixel grid, two palettes, type sizes and icons."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from .palettes import Colours, palette
from .stylesheet import sheet

GRID = 8
"""Pixels of one step of the grid; margins and gaps are multiples of it."""
LEAST_POINTS = 10.0
"""Smallest type; some systems say nothing, or 9."""
COLUMN = 720
"""Most pixels a column of text is wide at 100 %: about 80 characters."""


def apply(app: QApplication, look: Look, text_scale: int) -> None:
    """Give the application its palette and type size (`text_scale` in percent)."""
    app.setPalette(palette(look.colours))
    font = app.font()
    # Later the application's font is ours: the system's size is noted before it is changed.
    system = app.property("systemPoints") or max(font.pointSizeF(), 0) or LEAST_POINTS
    app.setProperty("systemPoints", system)
    font.setPointSizeF(max(system * text_scale / 100, LEAST_POINTS))
    app.setFont(font)
    points = font.pointSizeF()
    arrow, tick = (
        look.icons.file(f"{name}-{look.colours.scheme.value}").as_posix()
        for name in ("arrow", "tick")
    )
    app.setStyleSheet(sheet(look.colours, points, arrow, tick))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a part in the style sheet (`title`, `quiet`, `card`, `primary` …)."""
    is_first = widget.property("role") is None and not widget.isVisible()
    widget.setProperty("role", role)
    if is_first:
        widget.ensurePolished()
    else:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Icons:
    """Icons of one family (Lucide, ISC licence), drawn in a colour of the palette."""

    def __init__(self, folder: Path) -> None:
        """Read icons from `folder` when they are first asked for."""
        self._folder = folder
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str) -> QIcon:
        """Give an icon in a colour; an unknown name gives an empty icon."""
        found = self._drawn.get((name, colour))
        if found is None:
            found = self._drawn[name, colour] = self._draw(name, colour)
        return found

    def file(self, name: str) -> Path:
        """Give the file of an icon, for a style sheet."""
        return self._folder / f"{name}.svg"

    def _draw(self, name: str, colour: str) -> QIcon:
        icon = QIcon()
        file = self._folder / f"{name}.svg"
        if not file.is_file():
            return icon
        svg = file.read_text(encoding="utf-8").replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        for size in (16, 20, 24, 32, 48, 64):
            pixmap = QPixmap(QSize(size, size))
            pixmap.fill(QColor(0, 0, 0, 0))
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            icon.addPixmap(pixmap)
        return icon


class Look(Struct, frozen=True):
    """The palette and the icons, handed to whoever draws."""

    colours: Colours
    icons: Icons

    def icon(self, name: str) -> QIcon:
        """Give an icon in the colour of text."""
        return self.icons.icon(name, self.colours.text)

    def accent_icon(self, name: str) -> QIcon:
        """Give an icon in the accent colour."""
        return self.icons.icon(name, self.colours.accent)

    def warm_icon(self, name: str) -> QIcon:
        """Give an icon in the colour of what needs attention."""
        return self.icons.icon(name, self.colours.warm)

    def good_icon(self, name: str) -> QIcon:
        """Give an icon in the colour of what is done."""
        return self.icons.icon(name, self.colours.good)
