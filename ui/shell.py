"""The window as Qt sees it: what is dropped on it, and Enter on its buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton

if TYPE_CHECKING:  # the classes of events cost time, and there are none before the window stands
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent


WORD_FILES = ".docx"
"""Suffix of what may come home."""


class Shell(QMainWindow):
    """An empty window that takes drafts and Word files dropped on it."""

    dropped = Signal(object)
    """The path of a draft that was dropped on the window."""
    files_dropped = Signal(object)
    """The paths of Word files that were dropped on it, as a tuple."""

    def __init__(self) -> None:
        """Build it."""
        super().__init__()
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button by Enter too; Qt does so in dialogs only."""
        part = self.focusWidget()
        is_enter = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if is_enter and isinstance(part, QPushButton | QToolButton):
            part.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take drafts and Word files that are dragged here."""
        if _dragged(event, _drafts()) or _dragged(event, WORD_FILES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the draft that was dropped, or the Word files."""
        drafts, files = _dragged(event, _drafts()), _dragged(event, WORD_FILES)
        if drafts:
            event.acceptProposedAction()
            self.dropped.emit(drafts[0])
        elif files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def _drafts() -> str:
    from erasmus_desk.draft.naming import SUFFIX  # noqa: PLC0415 - until something is dragged

    return SUFFIX


def _dragged(event: QDropEvent, suffix: str) -> tuple[Path, ...]:
    """Give the files on this machine with a suffix that are dragged."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    paths = [Path(url.toLocalFile()) for url in urls]
    return tuple(path for path in paths if path.suffix.lower() == suffix)
