"""The proposal as a PDF file: Qt draws the pages, and what Qt leaves out is added to them."""

from __future__ import annotations

import logging

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from erasmus_desk import __version__

from ..page_layout.boxes import Tag
from ..page_layout.document_layout import LaidOutDocument
from ..page_layout.line_layout import TextLine
from ..page_layout.painter import draw_page
from ..page_layout.styles import TWIPS_PER_INCH, TWIPS_PER_POINT, PageGeometry
from .metadata import build_xmp
from .objects import UnsupportedPdfError
from .tagging import ContentMarks, add_structure

log = logging.getLogger("erasmus_desk.ui.paper")


def build_pdf(document: LaidOutDocument) -> bytes:
    """Return the document as a tagged PDF, or as Qt wrote it if that has an unknown form."""
    marker = _PageMarker()
    content = _render(document, marker)
    try:
        return add_structure(content, document, marker.marks)
    except UnsupportedPdfError:
        log.warning("the PDF of this Qt is not understood: no structure, no bookmarks, no links")
        return content


class _PageMarker:
    """Draws a mark wherever another tag begins."""

    def __init__(self) -> None:
        self.marks = ContentMarks()
        self._last: Tag | None = None
        self._is_open = False

    def begin_page(self) -> None:
        """End the current tag: marked content does not continue on the next page."""
        self._is_open = False

    def mark(self, painter: QPainter, tag: Tag | None, line: TextLine | None) -> None:
        """Mark the item drawn next, unless it has the same tag as the one before."""
        if line is not None:
            self.marks.record_text(tag, line)
        if self._is_open and tag is self._last:
            return
        self._is_open, self._last = True, tag
        painter.fillRect(self.marks.add(tag), QColor("black"))


def _render(document: LaidOutDocument, marker: _PageMarker) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(TWIPS_PER_INCH)
    writer.setTitle(document.source.properties.title)
    writer.setCreator(f"Erasmus Desk {__version__}")
    writer.setDocumentXmpMetadata(build_xmp(document))
    writer.setPageLayout(_build_page_layout(document.pages[0].geometry))
    painter = QPainter(writer)
    for number, page in enumerate(document.pages):
        if number:
            writer.setPageLayout(_build_page_layout(page.geometry))
            writer.newPage()
        marker.begin_page()
        draw_page(painter, page, marker.mark)
    painter.end()
    return bytes(buffer.data().data())


def _build_page_layout(geometry: PageGeometry) -> QPageLayout:
    """Build Qt's page layout: an upright size and an orientation."""
    is_landscape = geometry.width > geometry.height
    upright = geometry.rotated() if is_landscape else geometry
    points = QSize(round(upright.width / TWIPS_PER_POINT), round(upright.height / TWIPS_PER_POINT))
    way = QPageLayout.Orientation.Landscape if is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(points), way, QMarginsF(0, 0, 0, 0))
