"""The preview gets its pages, and they become a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from erasmus_desk.paths import Places

from .window import Window

if TYPE_CHECKING:  # what printing needs is fetched when something is printed
    from pathlib import Path

    from .pages.preview import PreviewPage


class Press(QObject):
    """Serves the preview of whatever draft the window has open."""

    def __init__(self, window: Window, places: Places) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._places = places
        self._page: PreviewPage | None = None
        window.preview_wanted.connect(self.show_preview)
        window.preview_built.connect(self._on_built)

    def show_preview(self) -> None:
        """Show the pages as they will be; from the Word page as its choices want them."""
        desk = self._window.desk
        if desk is None:
            return
        from .pages.maker import PREVIEW, WORD  # noqa: PLC0415

        # From elsewhere the preview is come back to, and stays as it was left.
        word = desk.word_page() if desk.step == WORD else None
        desk.show_step(PREVIEW)
        if word is not None and self._page is not None:
            self._page.show_as(word.profile, word.language)

    def _on_built(self, page: PreviewPage) -> None:
        self._page = page
        page.document_wanted.connect(self._give_document)
        page.pdf_wanted.connect(self._save)

    def _give_document(self, profile: str, language: str) -> None:
        """Give the preview the blocks it shows."""
        opened = self._window.opened
        if opened is None or self._page is None:
            return
        from erasmus_desk.errors import DeskError  # noqa: PLC0415
        from erasmus_desk.export import printing, write  # noqa: PLC0415
        from erasmus_desk.export.blocks import Profile  # noqa: PLC0415

        library, resources = self._window.keeper.library, self._places.resources
        wish = write.Wish(Profile(profile), language)
        try:
            document = write.outlined(opened.session.draft, library, resources, wish)
        except DeskError as problem:
            self._window.tell(problem)
            return
        self._page.show_document(document, printing.style(resources))

    def _save(self, path: Path) -> None:
        """Write the pages of the preview as a PDF, and say on it how it went."""
        page = self._page
        if page is None:
            return
        from erasmus_desk import atomic  # noqa: PLC0415
        from erasmus_desk.errors import SaveError  # noqa: PLC0415

        from .paper.writing import pdf  # noqa: PLC0415

        QApplication.setOverrideCursor(QtCore.Qt.CursorShape.BusyCursor)
        try:
            atomic.write(path, pdf(page.paper()))
        except SaveError as problem:
            told = self._window.sentences.error(problem, path=str(path))
            page.show_result(f"{told.what} {told.safe} {told.do}", None)
        else:
            page.show_result(self.tr("The PDF lies at {}.").format(path), path)
        finally:
            QApplication.restoreOverrideCursor()
