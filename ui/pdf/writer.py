"""The proposal as a PDF file: Qt draws the pages, and what Qt leaves out is added to them."""

from __future__ import annotations

import logging

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from erasmus_desk import __version__

from ..page_layout.boxes import Part
from ..page_layout.document_layout import Paper
from ..page_layout.line_layout import Line
from ..page_layout.painter import draw
from ..page_layout.styles import INCH, TWIPS, Leaf
from .metadata import xmp
from .objects import NotUnderstood
from .tagging import Marks, finished

log = logging.getLogger("erasmus_desk.ui.paper")


def pdf(paper: Paper) -> bytes:
    """Give the file. Should Qt one day write it otherwise, it is given as Qt wrote it."""
    marker = _Marker()
    content = _written(paper, marker)
    try:
        return finished(content, paper, marker.marks)
    except NotUnderstood:
        log.warning("the PDF of this Qt is not understood: no structure, no bookmarks, no links")
        return content


class _Marker:
    """Leaves a mark in the file wherever another part begins."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._last: Part | None = None
        self._is_open = False

    def begin_page(self) -> None:
        """Forget what was open: nothing reaches over the end of a page."""
        self._is_open = False

    def mark(self, painter: QPainter, part: Part | None, line: Line | None) -> None:
        """Mark what is drawn next, unless it goes on as before."""
        if line is not None:
            self.marks.note(part, line)
        if self._is_open and part is self._last:
            return
        self._is_open, self._last = True, part
        painter.fillRect(self.marks.begin(part), QColor("black"))


def _written(paper: Paper, marker: _Marker) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(INCH)
    writer.setTitle(paper.document.about.title)
    writer.setCreator(f"Erasmus Desk {__version__}")
    writer.setDocumentXmpMetadata(xmp(paper))
    writer.setPageLayout(_page_layout(paper.pages[0].leaf))
    painter = QPainter(writer)
    for number, page in enumerate(paper.pages):
        if number:
            writer.setPageLayout(_page_layout(page.leaf))
            writer.newPage()
        marker.begin_page()
        draw(painter, page, marker.mark)
    painter.end()
    return bytes(buffer.data().data())


def _page_layout(leaf: Leaf) -> QPageLayout:
    """Give the page to Qt: always as an upright one and how it lies."""
    way = QPageLayout.Orientation
    turned = leaf.width > leaf.height
    upright = leaf.turned() if turned else leaf
    points = QSize(round(upright.width / TWIPS), round(upright.height / TWIPS))
    size = QPageSize(points)
    return QPageLayout(size, way.Landscape if turned else way.Portrait, QMarginsF(0, 0, 0, 0))
