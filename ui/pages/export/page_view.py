"""A scroll area that shows the pages of a document one below the other, at any zoom."""

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
from ...page_layout.document_layout import LaidOutDocument
from ...page_layout.painter import draw_page
from ...page_layout.styles import TWIPS_PER_INCH
from ...theme.theme import GRID, Theme

PAGE_GAP = GRID * 2
"""Pixels between two pages."""
MARGIN = GRID * 3
"""Minimum of pixels between the pages and the edge of the view."""
MAX_FIT_ZOOM = 1.75
"""Largest zoom for fitting pages to a wide window."""
ZOOM_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_CACHE_SIZE = 10
"""Number of drawn pages to keep."""
_ZOOM_TOLERANCE = 0.01


class Fit(Enum):
    """How pages are fitted to the view."""

    WIDTH = "width"
    """As wide as the view."""
    PAGE = "page"
    """Whole pages."""
    FREE = "free"
    """The zoom set by the user."""


class PageStrip(Struct, frozen=True):
    """The rectangles of all pages, in pixels of the scrolled content."""

    page_rects: tuple[QRect, ...]
    scales: tuple[float, ...]
    """Pixels per twip of each page."""
    size: QSize

    def page_at(self, y: int) -> int:
        """Return the page at a vertical position, or the nearest one above."""
        tops = [rect.top() for rect in self.page_rects]
        return max(bisect_right(tops, y) - 1, 0)


def arrange_pages(
    pages: Sequence[Page], viewport: QSize, fit: Fit, zoom: float, dpi: int
) -> PageStrip:
    """Return the pages one below the other, centred, for a viewport and a screen resolution."""
    full_size = dpi / TWIPS_PER_INCH
    scales = [_compute_scale(page, viewport, fit, zoom, full_size) for page in pages]
    sizes = [
        QSize(round(page.geometry.width * scale), round(page.geometry.height * scale))
        for page, scale in zip(pages, scales, strict=True)
    ]
    total_width = max([viewport.width(), *(size.width() + 2 * MARGIN for size in sizes)])
    rects: list[QRect] = []
    top = MARGIN
    for size in sizes:
        rects.append(QRect((total_width - size.width()) // 2, top, size.width(), size.height()))
        top += size.height() + PAGE_GAP
    return PageStrip(tuple(rects), tuple(scales), QSize(total_width, top - PAGE_GAP + MARGIN))


def _compute_scale(page: Page, viewport: QSize, fit: Fit, zoom: float, full_size: float) -> float:
    if fit is Fit.FREE:
        return zoom * full_size
    width = max(viewport.width() - 2 * MARGIN, 1) / page.geometry.width
    if fit is Fit.WIDTH:
        return min(width, MAX_FIT_ZOOM * full_size)
    return min(width, max(viewport.height() - 2 * MARGIN, 1) / page.geometry.height)


class PageView(QAbstractScrollArea):
    """Shows pages one below the other; only visible pages are drawn."""

    position_changed = Signal()
    """The current page or the zoom has changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.document: LaidOutDocument | None = None
        self.strip = PageStrip((), (), QSize())
        self.page = 0
        """Index of the current page."""
        self.fit = Fit.WIDTH
        self._theme = theme
        self._zoom = 1.0
        self._pictures: dict[tuple[int, int], QPixmap] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always on: showing and hiding it would change the width and so the pages.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().setSingleStep(GRID * 6)
        self.horizontalScrollBar().setSingleStep(GRID * 6)

    @property
    def percent(self) -> int:
        """The zoom of the current page in percent."""
        if not self.strip.scales:
            return 100
        scale = self.strip.scales[min(self.page, len(self.strip.scales) - 1)]
        return round(scale * TWIPS_PER_INCH / self.logicalDpiX() * 100)

    @property
    def offset(self) -> QPoint:
        """The scroll position."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def show_document(self, document: LaidOutDocument) -> None:
        """Show a document at the same scroll position."""
        self.document = document
        self._pictures.clear()
        self._lay_out()

    def set_fit(self, fit: Fit) -> None:
        """Set how pages are fitted to the view."""
        self.fit = fit
        self._lay_out()

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        current = self.percent / 100 + _ZOOM_TOLERANCE
        self._set_zoom(next((step for step in ZOOM_STEPS if step > current), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        current = self.percent / 100 - _ZOOM_TOLERANCE
        smaller = (step for step in reversed(ZOOM_STEPS) if step < current)
        self._set_zoom(next(smaller, ZOOM_STEPS[0]))

    def go_to(self, page: int) -> None:
        """Scroll to the top of a page."""
        if 0 <= page < len(self.strip.page_rects):
            rect = self.strip.page_rects[page]
            space_above = max((self.viewport().height() - rect.height()) // 2, GRID)
            self.verticalScrollBar().setValue(rect.top() - space_above)

    def visible_pages(self) -> range:
        """Return the pages that are at least partly visible."""
        if not self.strip.page_rects:
            return range(0)
        top = self.offset.y()
        bottom = top + self.viewport().height() - 1
        return range(self.strip.page_at(top), self.strip.page_at(bottom) + 1)

    def cached_pages(self) -> frozenset[int]:
        """Return the pages that are kept as drawn."""
        return frozenset(page for page, _ in self._pictures)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible pages."""
        painter = QPainter(self.viewport())
        colours = self._theme.colours
        painter.fillRect(event.rect(), QColor(colours.window))
        for page in self.visible_pages():
            rect = self.strip.page_rects[page].translated(-self.offset)
            painter.fillRect(rect.adjusted(-1, -1, 1, 2), QColor(colours.border))
            painter.drawPixmap(rect.topLeft(), self._get_picture(page))
        self.draw_overlay(painter)
        painter.end()

    def draw_overlay(self, painter: QPainter) -> None:
        """Draw on top of the pages; subclasses override this."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the pages for the new size."""
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
        """Go to the next or previous whole page, or to the start or end."""
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
        """Arrange the pages again, and keep the scroll position within the current page."""
        page, share = self.page, self._scrolled_share()
        pages = self.document.pages if self.document else ()
        size = self.viewport().size()
        self.strip = arrange_pages(pages, size, self.fit, self._zoom, self.logicalDpiX())
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(max(size.height() - GRID * 4, 1))
        vertical.setRange(0, max(self.strip.size.height() - size.height(), 0))
        horizontal.setPageStep(max(size.width(), 1))
        horizontal.setRange(0, max(self.strip.size.width() - size.width(), 0))
        horizontal.setValue(horizontal.maximum() // 2)
        if self.strip.page_rects:
            rect = self.strip.page_rects[min(page, len(self.strip.page_rects) - 1)]
            top = round(rect.top() + share * rect.height())
            vertical.setValue(top if page or share > 0 else 0)
        self._on_scrolled()

    def _scrolled_share(self) -> float:
        """Return the share of the current page above the scroll position."""
        if not self.strip.page_rects:
            return 0
        rect = self.strip.page_rects[min(self.page, len(self.strip.page_rects) - 1)]
        return (self.offset.y() - rect.top()) / max(rect.height(), 1)

    def _on_scrolled(self) -> None:
        upper_third = self.offset.y() + self.viewport().height() // 3
        self.page = self.strip.page_at(upper_third) if self.strip.page_rects else 0
        self.position_changed.emit()
        self.viewport().update()

    def _get_picture(self, page: int) -> QPixmap:
        """Return a page drawn at the current zoom, from the cache if possible."""
        width = self.strip.page_rects[page].width()
        picture = self._pictures.pop((page, width), None) or self._draw_page(page)
        self._pictures[page, width] = picture
        while len(self._pictures) > _CACHE_SIZE:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _draw_page(self, page: int) -> QPixmap:
        density = self.devicePixelRatioF()
        picture = QPixmap(self.strip.page_rects[page].size() * density)
        picture.setDevicePixelRatio(density)
        picture.fill(QColor("white"))
        if self.document is not None:
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.strip.scales[page], self.strip.scales[page])
            draw_page(painter, self.document.pages[page])
            painter.end()
        return picture
