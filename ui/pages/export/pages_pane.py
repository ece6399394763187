"""The pages of the file beside the choices that it is made by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export.document.blocks import Document

from ...page_layout.document_layout import LaidOutDocument
from ...qt_support import single_shot
from ...session.session import Session
from ...theme.theme import Theme, set_role
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_column, build_row
from .answer_view import AnswerPageView, name_answers
from .layout_work import LayoutWork
from .options import ExportOptions

DELAY = 150
"""Milliseconds without another choice after which the pages are laid out."""


class PagesPane(QWidget):
    """Shows the pages as they will be in the file; a click on an answer leads to it."""

    document_requested = Signal(object)
    """The `ExportOptions` of the document to pass to `show_document`."""
    chosen = Signal(object)
    """The key of an answer."""

    def __init__(self, session: Session, theme: Theme, is_visible: Callable[[Key], bool]) -> None:
        """Build the pane; `is_visible` returns whether any page shows an answer now."""
        super().__init__()
        set_role(self, "page")
        self._session, self._is_visible = session, is_visible
        self._wanted: tuple[Draft, ExportOptions] | None = None
        self.work = LayoutWork(self)
        self.work.finished.connect(self._show_pages)
        self._timer = single_shot(self, DELAY)
        self._timer.timeout.connect(self.request)
        self.view = AnswerPageView(theme)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.view.chosen.connect(self._on_chosen)
        self.view.position_changed.connect(self._show_position)
        preparing = QCoreApplication.translate("PreviewPage", "Preparing the pages…")
        self.page_label = short_label(preparing, "quiet")
        hint = QCoreApplication.translate("PreviewPage", "Click an answer to edit it.")
        head = build_row(None, wrapped_label(hint, "quiet"), self.page_label, spacing=2)
        head.setStretch(0, 1)
        column = build_column(self, head, self.view, margins=(2, 3, 3, 2))
        column.setStretchFactor(self.view, 1)

    def show_options(self, options: ExportOptions) -> None:
        """Show the pages of a file with these options, once nothing else is chosen."""
        wanted = self._session.draft, options
        if wanted != self._wanted:
            self._wanted = wanted
            self._timer.start()

    def show_document(self, document: Document, style: bytes) -> None:
        """Lay out the requested document."""
        self.work.start(document, style)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing while nobody looks."""
        super().hideEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._wanted = None

    def request(self) -> None:
        """Ask for the pages that are wanted now."""
        self._timer.stop()
        if self._wanted is not None:
            self.document_requested.emit(self._wanted[1])

    def _show_pages(self, document: LaidOutDocument) -> None:
        self.view.show_answers(document, name_answers(document, self._session, self._is_visible))
        self._show_position()

    def _show_position(self) -> None:
        if self.view.document is not None:
            text = QCoreApplication.translate("PreviewBar", "Page {0} of {1}")
            count = len(self.view.document.pages)
            self.page_label.setText(text.format(self.view.page + 1, count))

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(Key.parse(key))
