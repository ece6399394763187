"""Where the pages of a paper lie below each other on the screen, at a zoom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize

from ..theme import GRID
from .bands import Page
from .style import INCH

GAP = GRID * 2
"""Pixels between two pages."""
AROUND = GRID * 3
"""Pixels between the pages and the edge of the view, at least."""
WIDEST = 1.75
"""The greatest zoom that a page is given to fill a wide window."""


class Fit(Enum):
    """How large the pages are."""

    WIDTH = "width"
    """As wide as the view."""
    PAGE = "page"
    """Each page whole."""
    FREE = "free"
    """At a zoom of the user's."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The places of all pages, in pixels from the top left of a whole that scrolls."""

    places: tuple[QRect, ...]
    scales: tuple[float, ...]
    """Pixels of a twip, page by page."""
    size: QSize

    def at(self, height: int) -> int:
        """Give the page that lies at a height, or the nearest one above."""
        tops = [place.top() for place in self.places]
        return max(bisect_right(tops, height) - 1, 0)

    def seen(self, top: int, bottom: int) -> range:
        """Give the pages of which anything lies between two heights."""
        if not self.places:
            return range(0)
        return range(self.at(top), self.at(bottom) + 1)


def shelve(pages: Sequence[Page], room: QSize, fit: Fit, zoom: float, dots: int) -> Shelf:
    """Put pages below each other in a view with so much room; `dots` of the screen an inch."""
    plain = dots / INCH
    scales = [_scale(page, room, fit, zoom, plain) for page in pages]
    sizes = [
        QSize(round(page.leaf.width * scale), round(page.leaf.height * scale))
        for page, scale in zip(pages, scales, strict=True)
    ]
    whole = max([room.width(), *(size.width() + 2 * AROUND for size in sizes)])
    places: list[QRect] = []
    top = AROUND
    for size in sizes:
        places.append(QRect((whole - size.width()) // 2, top, size.width(), size.height()))
        top += size.height() + GAP
    return Shelf(tuple(places), tuple(scales), QSize(whole, top - GAP + AROUND))


def _scale(page: Page, room: QSize, fit: Fit, zoom: float, plain: float) -> float:
    if fit is Fit.FREE:
        return zoom * plain
    width = max(room.width() - 2 * AROUND, 1) / page.leaf.width
    if fit is Fit.WIDTH:
        return min(width, WIDEST * plain)
    return min(width, max(room.height() - 2 * AROUND, 1) / page.leaf.height)
