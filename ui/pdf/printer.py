"""Makes a PDF for the command line: without a window, and without a display."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QHashSeed, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QGuiApplication

from erasmus_desk.errors import PrinterError
from erasmus_desk.export.document.blocks import Document

from ..page_layout.document_layout import Paper
from ..page_layout.styles import Style
from .writer import pdf

log = logging.getLogger("erasmus_desk.ui.paper")


def printed(document: Document, style: bytes) -> bytes:
    """Give a document as a PDF in the look of a style document.

    Raises PrinterError where Qt has no fonts.
    """
    if QGuiApplication.instance() is not None:
        return _made(document, style)
    # What Qt has to say about the machine would stand between the lines of the command.
    before = qInstallMessageHandler(_note)
    # So that equal drafts give equal files: Qt orders the fonts by their hashes.
    QHashSeed.setDeterministicGlobalSeed()
    app = QGuiApplication(_arguments())
    try:
        return _made(document, style)
    finally:
        app.shutdown()
        qInstallMessageHandler(before)


def _made(document: Document, style: bytes) -> bytes:
    look = Style.read(style)
    # Where there are none, some systems still have names for them: only a letter tells.
    if not QFontDatabase.families() or not QFontMetricsF(look.type("Answer").font).inFont("a"):
        raise PrinterError("no-fonts")
    return pdf(Paper.of(document, look))


def _arguments() -> list[str]:
    """Ask for no display, where Qt would end the process if there is none."""
    name = "erasmus-desk"
    return [name, "-platform", "offscreen"] if sys.platform.startswith("linux") else [name]


def _note(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind is not QtMsgType.QtDebugMsg:
        log.info("%s", message)
