"""The window as Qt sees it: what is dropped on it, and Enter on its buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton

if TYPE_CHECKING:  # the classes of events cost time, and there are none before the window stands
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent


class Shell(QMainWindow):
    """An empty window that takes drafts dropped on it."""

    dropped = Signal(object)
    """The path of a draft that was dropped on the window."""

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
        """Take drafts that are dragged here."""
        if _dragged_draft(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the draft that was dropped."""
        path = _dragged_draft(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _dragged_draft(event: QDropEvent) -> Path | None:
    from erasmus_desk.draft.naming import SUFFIX  # noqa: PLC0415 - until something is dragged

    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SUFFIX:
            return path
    return None
