"""Laying out a document in slices of time, so that the window stays responsive."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, Signal

from erasmus_desk.export.document.blocks import Document

from ...page_layout.document_layout import DocumentLayout, LaidOutDocument
from ...page_layout.styles import StyleSheet
from ...qt_support import single_shot

TIME_SLICE = 0.012
"""Seconds of layout at a time."""


class LayoutWork(QObject):
    """Lays out one document at a time; another one takes its place."""

    finished = Signal(object)
    """The `LaidOutDocument`."""
    progressed = Signal(float)
    """How much is laid out, from 0 to 1."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._layout: DocumentLayout | None = None
        self._steps: Iterator[float] | None = None
        self._timer = single_shot(self, 0)
        self._timer.timeout.connect(self._do_slice)

    @property
    def is_running(self) -> bool:
        """Whether a document is being laid out."""
        return self._steps is not None

    def start(self, document: Document, style: bytes) -> None:
        """Lay out a document with the styles of a Word file."""
        self._layout = DocumentLayout(document, StyleSheet.read(style))
        self._steps = self._layout.lay_out()
        self._timer.start()

    def stop(self) -> None:
        """Leave it as it is."""
        self._timer.stop()
        self._steps = None

    def advance(self) -> None:
        """Lay out one more piece before its time has come."""
        if self._steps is not None and next(self._steps, None) is None:
            self._finish()

    def complete(self) -> None:
        """Lay out all that is left now."""
        self._timer.stop()
        for _ in self._steps or ():
            pass
        self._finish()

    def _do_slice(self) -> None:
        end = monotonic() + TIME_SLICE
        for done in self._steps or ():
            if monotonic() > end:
                self._timer.start()
                self.progressed.emit(done)
                return
        self._finish()

    def _finish(self) -> None:
        if self._steps is not None and self._layout is not None:
            self._steps = None
            shown: LaidOutDocument = self._layout.result
            self.finished.emit(shown)
