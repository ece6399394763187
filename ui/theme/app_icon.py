"""The icon of the application: two drawings, the simpler one for small sizes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer

from erasmus_desk.path_checks import is_file

from .svg_icon import add_drawing

SMALL_SIZES, LARGE_SIZES = (16, 24), (32, 48, 64, 128)
"""Pixels, as title bars, task bars and screens of twice the density ask for them."""


def load_app_icon(folder: Path) -> QIcon:
    """Return the icon, drawn from the files in the folder of icons; none if they are gone."""
    icon = QIcon()
    drawings = {"erasmus-desk-16.svg": SMALL_SIZES, "erasmus-desk.svg": LARGE_SIZES}
    for name, sizes in drawings.items():
        file = folder / name
        if not is_file(file):
            continue
        renderer = QSvgRenderer(str(file))
        add_drawing(icon, renderer, sizes)
    return icon
