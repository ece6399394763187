"""The controller of the export page and the preview: Word files, workbook and PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest
from erasmus_desk.export.online_form import load_context
from erasmus_desk.paths import AppPaths

from ..main_window.editor import Editor
from ..main_window.page_factory import EXPORT, PREVIEW, find_step
from ..main_window.window import MainWindow
from ..pages.base import Page
from ..pages.copy_desk.desk import CopyDesk
from ..pages.copy_desk.page import CopyDeskPage
from ..pages.export.options import ExportOptions
from ..pages.export.page import ExportPage
from ..pages.export.pages_pane import PagesPane
from ..pages.export.preview_page import PreviewPage
from ..pages.timeline.page import TimelinePage, encode_png
from ..session.session import Session
from .export_files import MadeFiles, build_requests, make_files
from .file_saver import FileSaver, Saving, Styled
from .long_work import LongWork


def find_export_page(editor: Editor) -> ExportPage | None:
    """Return the page that exports to Word, if it was built already."""
    page = editor.stack.built_page(EXPORT)
    return page if isinstance(page, ExportPage) else None


class ExportController(QObject):
    """Shows the open draft as a document, exports it, and records who was sent which file."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        self._preview_page: PreviewPage | None = None
        self._saver = FileSaver(window, paths)
        self.exported = self._saver.exported
        self._preview_work = LongWork(window, PREVIEW, is_told=False)
        self._pages_work = LongWork(window, EXPORT, is_told=False)
        window.draft_closed.connect(self._leave_preview)

    def attach(self, page: Page) -> None:
        """Connect to the signals of a page."""
        if isinstance(page, ExportPage):
            page.export_requested.connect(self._export)
            page.preview_requested.connect(self.show_preview)
            self._add_pages(page)
        elif isinstance(page, PreviewPage):
            self._preview_page = page
            page.document_requested.connect(self._show_document)
            page.pdf_requested.connect(self._save_pdf)
        elif isinstance(page, CopyDeskPage):
            page.context_requested.connect(self._show_context)

    def _show_context(self, desk: CopyDesk) -> None:
        """Word the answers at the copy desk in the language of the proposal."""
        library, draft = self._window.draft_manager.library, desk.session.draft
        with self._window.showing_errors():
            desk.show_context(load_context(draft, library, self._paths.resources))

    def show_preview(self) -> None:
        """Show the preview; from the export page with its profile and language."""
        editor = self._window.editor
        if editor is None:
            return
        export_page = find_export_page(editor) if editor.step == EXPORT else None
        editor.show_step(PREVIEW)
        if export_page is not None and self._preview_page is not None:
            template = export_page.build_options(Path()).template
            self._preview_page.show_as(export_page.profile, export_page.language, template)

    def _add_pages(self, page: ExportPage) -> None:
        """Show the pages of the file beside its choices."""
        opened = self._window.opened
        if opened is None:
            return
        session = opened.session
        pane = PagesPane(session, self._window.theme, lambda key: bool(find_step(key, session)))
        page.dock_beside(pane)
        page.options_changed.connect(pane.show_options)
        pane.chosen.connect(page.jump_requested)
        pane.document_requested.connect(partial(self._show_file, session, pane))

    def _show_file(self, session: Session, pane: PagesPane, options: ExportOptions) -> None:
        """Show the first file with these options, while its draft is open."""
        opened = self._window.opened
        if opened is None or opened.session is not session:
            return
        library, resources = self._window.draft_manager.library, self._paths.resources
        _, request = next(build_requests(session.draft, library, options))
        build = partial(export.build_styled, session.draft, library, resources, request)

        def show(get_styled: Callable[[], Styled]) -> None:
            if shiboken6.isValid(pane):
                with self._window.showing_errors():
                    pane.show_document(*get_styled())

        self._pages_work.cancel()
        self._pages_work.run("", lambda _: build(), show)

    def save_picture(self, path: Path, picture: QImage) -> None:
        """Save a picture of the timeline, and show the result on its page."""
        editor = self._window.editor
        page = editor.current_page() if editor else None
        if isinstance(page, TimelinePage):
            # Making a file of it takes four times as long as drawing it.
            saving = Saving(page, path, path)
            self._saver.save(saving, lambda _: MadeFiles({path: encode_png(picture)}))

    def ask_for_workbook(self) -> None:
        """Save the budget as a workbook from the export page, where the result is shown."""
        editor = self._window.editor
        if editor is None:
            return
        editor.show_export()
        if (page := find_export_page(editor)) is not None:
            page.ask_for_workbook()

    def _show_document(self, profile: str, language: str) -> None:
        """Show the draft in a profile and language."""
        opened, page = self._window.opened, self._preview_page
        if opened is None or page is None:
            return
        self._saver.is_changed_elsewhere()
        self._preview_work.cancel()
        build = self._prepare_document(opened.session, page)

        def show(get_styled: Callable[[], Styled]) -> None:
            if shiboken6.isValid(page):
                with self._window.showing_errors():
                    page.show_document(*get_styled())

        if page.template is None:
            show(build)
        else:  # the whole Word file is made for its looks
            self._preview_work.run("", lambda _: build(), show)

    def _prepare_document(self, session: Session, page: PreviewPage) -> Callable[[], Styled]:
        library, resources = self._window.draft_manager.library, self._paths.resources
        request = ExportRequest(Profile(page.bar.profile), page.language, page.template)
        return partial(export.build_styled, session.draft, library, resources, request)

    def _leave_preview(self) -> None:
        self._preview_page = None
        for work in (self._preview_work, self._pages_work):
            work.cancel()
            work.wait()

    def _save_pdf(self, path: Path) -> None:
        """Print the pages of the preview; those of the present draft if it shows others yet."""
        opened, page = self._window.opened, self._preview_page
        if opened is None or page is None:
            return
        build = self._prepare_document(opened.session, page)
        self._saver.print_pages(Saving(page, path, path), page, build)

    def _export(self, options: ExportOptions) -> None:
        opened, editor = self._window.opened, self._window.editor
        page = find_export_page(editor) if editor else None
        if opened is None or page is None:
            return
        library, resources = self._window.draft_manager.library, self._paths.resources
        make = partial(make_files, opened.session.draft, library, resources, options)
        named = options.template or options.path
        self._saver.save(Saving(page, named, options.path, options), make)
