"""PDF files for the command line, without a window or a display."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QHashSeed, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QGuiApplication

from erasmus_desk.errors import PrinterError
from erasmus_desk.export.document.blocks import Document

from ..page_layout.document_layout import LaidOutDocument
from ..page_layout.styles import StyleSheet
from .writer import build_pdf

log = logging.getLogger("erasmus_desk.ui.paper")


def render_pdf(document: Document, style: bytes) -> bytes:
    """Return a document as a PDF in the styles of a style document.

    Raises PrinterError where Qt has no fonts.
    """
    if QGuiApplication.instance() is not None:
        return _render(document, style)
    # Qt's messages about the machine would mix with the output of the command.
    previous = qInstallMessageHandler(_log_qt_message)
    # Qt orders the fonts by their hashes; equal drafts must give equal files.
    QHashSeed.setDeterministicGlobalSeed()
    app = QGuiApplication(_qt_arguments())
    try:
        return _render(document, style)
    finally:
        app.shutdown()
        qInstallMessageHandler(previous)


def _render(document: Document, style: bytes) -> bytes:
    styles = StyleSheet.read(style)
    font = styles.text_style("Answer").font
    # Some systems without fonts still list names of families, so a letter is tried.
    if not QFontDatabase.families() or not QFontMetricsF(font).inFont("a"):
        raise PrinterError("no-fonts")
    return build_pdf(LaidOutDocument.lay_out(document, styles))


def _qt_arguments() -> list[str]:
    """Return arguments that need no display, where Qt would abort without one."""
    name = "erasmus-desk"
    return [name, "-platform", "offscreen"] if sys.platform.startswith("linux") else [name]


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind is not QtMsgType.QtDebugMsg:
        log.info("%s", message)
