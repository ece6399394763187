"""Shows the pages of a paper below each other on a quiet ground, at any zoom.

Where the pages of a paper lie below each other on the screen, at a zoom.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ...page_layout.boxes import Page
from ...page_layout.document_layout import Paper
from ...page_layout.painter import draw
from ...page_layout.styles import INCH
from ...theme.theme import GRID, Look

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


class Shelf(Struct, frozen=True):
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


STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
"""The zooms that larger and smaller go through."""
_KEPT = 10
"""Pictures of pages that are kept; others are drawn again."""
_NEAR = 0.01


class PaperScroll(QAbstractScrollArea):
    """The pages, of which only those in sight are drawn."""

    place_changed = Signal()
    """Another page is in sight, or at another zoom."""

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__()
        self.paper: Paper | None = None
        self.shelf = Shelf((), (), QSize())
        self.page = 0
        """The page in sight, counted from 0."""
        self.fit = Fit.WIDTH
        self._look = look
        self._zoom = 1.0
        self._pictures: dict[tuple[int, int], QPixmap] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: its coming and going would change the room, and so the pages.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().setSingleStep(GRID * 6)
        self.horizontalScrollBar().setSingleStep(GRID * 6)

    @property
    def percent(self) -> int:
        """The zoom of the page in sight, in percent."""
        if not self.shelf.scales:
            return 100
        scale = self.shelf.scales[min(self.page, len(self.shelf.scales) - 1)]
        return round(scale * INCH / self.logicalDpiX() * 100)

    @property
    def offset(self) -> QPoint:
        """How far the pages are scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def show_paper(self, paper: Paper) -> None:
        """Show other pages at the same place."""
        self.paper = paper
        self._pictures.clear()
        self._lay_out()

    def set_fit(self, fit: Fit) -> None:
        """Show the pages in another size."""
        self.fit = fit
        self._lay_out()

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        now = self.percent / 100 + _NEAR
        self._set_zoom(next((step for step in STEPS if step > now), STEPS[-1]))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        now = self.percent / 100 - _NEAR
        self._set_zoom(next((step for step in reversed(STEPS) if step < now), STEPS[0]))

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if 0 <= page < len(self.shelf.places):
            box = self.shelf.places[page]
            above = max((self.viewport().height() - box.height()) // 2, GRID)
            self.verticalScrollBar().setValue(box.top() - above)

    def in_sight(self) -> range:
        """Give the pages of which anything is seen."""
        return self.shelf.seen(self.offset.y(), self.offset.y() + self.viewport().height() - 1)

    def drawn(self) -> frozenset[int]:
        """Give the pages of which a picture is kept."""
        return frozenset(page for page, _ in self._pictures)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        colours = self._look.colours
        painter.fillRect(event.rect(), QColor(colours.window))
        for page in self.in_sight():
            box = self.shelf.places[page].translated(-self.offset)
            painter.fillRect(box.adjusted(-1, -1, 1, 2), QColor(colours.border))
            painter.drawPixmap(box.topLeft(), self._picture(page))
        self.draw_over(painter)
        painter.end()

    def draw_over(self, painter: QPainter) -> None:
        """Draw on top of the pages; here nothing."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the room there is."""
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages that are seen whole, and go to the first or the last."""
        match event.key():
            case Qt.Key.Key_PageDown if self.fit is Fit.PAGE:
                self.go_to(self.page + 1)
            case Qt.Key.Key_PageUp if self.fit is Fit.PAGE:
                self.go_to(self.page - 1)
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case _:
                super().keyPressEvent(event)

    def _set_zoom(self, zoom: float) -> None:
        self.fit, self._zoom = Fit.FREE, zoom
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay the pages out anew, and keep in sight what was."""
        page, share = self.page, self._share()
        pages = self.paper.pages if self.paper else ()
        room = self.viewport().size()
        self.shelf = shelve(pages, room, self.fit, self._zoom, self.logicalDpiX())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(max(room.height() - GRID * 4, 1))
        down.setRange(0, max(self.shelf.size.height() - room.height(), 0))
        across.setPageStep(max(room.width(), 1))
        across.setRange(0, max(self.shelf.size.width() - room.width(), 0))
        across.setValue(across.maximum() // 2)
        if self.shelf.places:
            box = self.shelf.places[min(page, len(self.shelf.places) - 1)]
            down.setValue(round(box.top() + share * box.height()) if page or share > 0 else 0)
        self._on_scrolled()

    def _share(self) -> float:
        """Give how much of the page in sight is scrolled past."""
        if not self.shelf.places:
            return 0
        box = self.shelf.places[min(self.page, len(self.shelf.places) - 1)]
        return (self.offset.y() - box.top()) / max(box.height(), 1)

    def _on_scrolled(self) -> None:
        middle = self.offset.y() + self.viewport().height() // 3
        self.page = self.shelf.at(middle) if self.shelf.places else 0
        self.place_changed.emit()
        self.viewport().update()

    def _picture(self, page: int) -> QPixmap:
        """Give the picture of a page at the present zoom."""
        width = self.shelf.places[page].width()
        picture = self._pictures.pop((page, width), None) or self._draw(page)
        self._pictures[page, width] = picture
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _draw(self, page: int) -> QPixmap:
        density = self.devicePixelRatioF()
        picture = QPixmap(self.shelf.places[page].size() * density)
        picture.setDevicePixelRatio(density)
        picture.fill(QColor("white"))
        if self.paper is not None:
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.shelf.scales[page], self.shelf.scales[page])
            draw(painter, self.paper.pages[page])
            painter.end()
        return picture
