"""The proposal as a PDF file: Qt draws the pages, and what Qt leaves out is added to them."""

from __future__ import annotations

import logging
import sys
from collections.abc import Generator

from PySide6.QtCore import (
    QBuffer,
    QHashSeed,
    QIODevice,
    QMarginsF,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from erasmus_desk import __version__
from erasmus_desk.errors import PrinterError
from erasmus_desk.export.document.blocks import Document
from erasmus_desk.export.export import PrintedPdf
from erasmus_desk.export.word.style_sheet import TWIPS_PER_POINT, PageGeometry

from ..page_layout.document_layout import LaidOutDocument
from ..page_layout.missing_letters import find_missing_letters
from ..page_layout.painter import draw_page
from ..page_layout.styles import TWIPS_PER_INCH, StyleSheet
from .metadata import build_xmp
from .objects import UnsupportedPdfError
from .tagging import ContentMarks, add_structure

log = logging.getLogger("erasmus_desk.ui.paper")


def build_pdf(document: LaidOutDocument) -> bytes:
    """Return the document as a tagged PDF, or as Qt wrote it if that has an unknown form."""
    parts = build_in_parts(document)
    while True:
        try:
            next(parts)
        except StopIteration as end:
            return end.value


def build_in_parts(document: LaidOutDocument) -> Generator[None, None, bytes]:
    """Do the same with a pause after each page, so that a window can react in between."""
    marks = ContentMarks()
    content = yield from _render(document, marks)
    try:
        return (yield from add_structure(content, document, marks))
    except UnsupportedPdfError:
        log.warning("the PDF of this Qt is not understood: no structure, no bookmarks, no links")
        return content


def render_pdf(document: Document, style: bytes) -> PrintedPdf:
    """Return a document as a PDF in the styles of a style document, for the command line.

    It needs no window and no display. Raises PrinterError where Qt has no fonts.
    """
    if QGuiApplication.instance() is not None:
        return _render_styled(document, style)
    # Qt's messages about the machine would mix with the output of the command.
    previous = qInstallMessageHandler(_log_qt_message)
    # Qt orders the fonts by their hashes; equal drafts must give equal files.
    QHashSeed.setDeterministicGlobalSeed()
    # Without a display Qt would abort on Linux.
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    app = QGuiApplication(["erasmus-desk", *platform])
    try:
        return _render_styled(document, style)
    finally:
        app.shutdown()
        qInstallMessageHandler(previous)


def _render_styled(document: Document, style: bytes) -> PrintedPdf:
    styles = StyleSheet.read(style)
    font = styles.text_style("Answer").font
    # Some systems without fonts still list names of families, so a letter is tried.
    if not QFontDatabase.families() or not QFontMetricsF(font).inFont("a"):
        raise PrinterError("no-fonts")
    pages = LaidOutDocument.lay_out(document, styles)
    return PrintedPdf(build_pdf(pages), find_missing_letters(pages))


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind is not QtMsgType.QtDebugMsg:
        log.info("%s", message)


def _render(document: LaidOutDocument, marks: ContentMarks) -> Generator[None, None, bytes]:
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
    try:
        for number, page in enumerate(document.pages):
            if number:
                writer.setPageLayout(_build_page_layout(page.geometry))
                writer.newPage()
            marks.begin_page()
            draw_page(painter, page, marks.begin_item)
            yield
    finally:  # also if nobody wants the rest
        painter.end()
    return bytes(buffer.data().data())


def _build_page_layout(geometry: PageGeometry) -> QPageLayout:
    """Build Qt's page layout: an upright size and an orientation."""
    is_landscape = geometry.width > geometry.height
    upright = geometry.rotated() if is_landscape else geometry
    points = QSize(round(upright.width / TWIPS_PER_POINT), round(upright.height / TWIPS_PER_POINT))
    way = QPageLayout.Orientation.Landscape if is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(points), way, QMarginsF(0, 0, 0, 0))
