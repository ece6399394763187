"""The controllers of the export page and the preview: Word files, workbook and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from erasmus_desk import atomic_file
from erasmus_desk.draft import review_state
from erasmus_desk.draft.create import make_item_id
from erasmus_desk.draft.model import Change, ChangeSet
from erasmus_desk.errors import DeskError, SaveError
from erasmus_desk.export import export, page_requirements
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportedFile, ExportRequest
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import sent_records

from ..main_window.page_factory import EXPORT, PREVIEW
from ..main_window.window import MainWindow
from ..pages.base import Page
from ..pages.export.page import ExportOptions, ExportPage
from ..pages.export.preview_page import PreviewPage
from ..pages.export.recipient import ALL_PARTNERS
from ..pdf.writer import build_pdf
from ..session.session import Session


class ExportController(QObject):
    """Exports the open draft and records who was sent which file."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths

    def attach(self, page: Page) -> None:
        """Connect to the signals of a page."""
        if isinstance(page, ExportPage):
            page.export_requested.connect(self.export)

    def export(self, options: ExportOptions) -> None:
        """Write the files and show the result on the page."""
        opened = self._window.opened
        page = self._window.editor.export_page() if self._window.editor else None
        if opened is None or page is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            path, breaches = self._write_files(opened.session, options)
        except DeskError as problem:
            _show_error(self._window, page, problem, options.template or options.path)
        else:
            saved = self.tr("Saved as {}.").format(path)
            page.result_box.show_result(" ".join((saved, *breaches)), path)
        finally:
            QApplication.restoreOverrideCursor()

    def _write_files(self, session: Session, options: ExportOptions) -> tuple[Path, list[str]]:
        """Write the files; return their path and the page requirements that they break.

        Raises DeskError before anything is written.
        """
        library, resources = self._window.draft_manager.library, self._paths.resources
        if options.is_workbook:
            path, language = options.path, options.language
            return export.export_workbook(session.draft, library, resources, path, language), []
        # All are rendered before the first is written: an error leaves no part of them.
        requests = list(self._build_requests(session, options))
        files = [
            (path, request, export.render_word(session.draft, library, resources, request))
            for path, request in requests
        ]
        for path, _, file in files:
            atomic_file.write(path, file.content)
        self._record_sent(
            session, [(request, file) for _, request, file in files], options.recipient.name
        )
        # All have the same template, so checking the first is enough.
        _, _, first = files[0]
        breaches = page_requirements.find_violations(first.content, session.pack.layout)
        return options.path, [
            page_requirements.describe_violation(one, self._window.messages) for one in breaches
        ]

    def _build_requests(
        self, session: Session, options: ExportOptions
    ) -> Iterator[tuple[Path, ExportRequest]]:
        """Yield the path and the request of each file."""
        profile, recipient = Profile(options.profile), options.recipient
        day, second = recipient.reply_by, recipient.second_language
        if recipient.partner != ALL_PARTNERS:
            yield (
                options.path,
                export.ExportRequest(
                    profile, options.language, options.template, recipient.partner, day, second
                ),
            )
            return
        library = self._window.draft_manager.library
        partners = [partner for partner, _ in export.list_partners(session.draft, session.pack)]
        for partner, name in export.suggest_partner_file_names(
            partners[1:], session.draft, library
        ):
            request = export.ExportRequest(
                profile, options.language, options.template, partner, day, second
            )
            yield options.path / name, request

    def _record_sent(
        self, session: Session, files: list[tuple[ExportRequest, ExportedFile]], name: str
    ) -> None:
        """Save the records of the files, and note the recipients in the draft as one change set.

        A record that cannot be saved is still in the file. A copy that a recipient has already
        is not noted again.
        """
        draft, changes = session.draft, list[Change]()
        names = dict(export.list_partners(draft, session.pack))
        at = datetime.now(UTC).isoformat(timespec="seconds")
        for request, file in files:
            with suppress(SaveError):
                sent_records.save(self._paths.sent_records, file.sent, file.part)
            to, state = names.get(request.partner, name), file.sent.state
            outstanding = review_state.list_outstanding_copies(draft)
            if not to or (state, to) in {(copy.state, copy.recipient) for copy in outstanding}:
                continue
            shared = review_state.SharedCopy(
                make_item_id(),
                state,
                request.profile.value,
                to,
                at,
                request.partner,
                request.reply_by,
            )
            change_set = review_state.add_shared_copy(draft, shared)
            draft = draft.apply(*change_set.changes)
            changes += change_set.changes
        session.perform(ChangeSet(tuple(changes), "sending.out"))


class PreviewController(QObject):
    """Builds the document of the preview, and saves it as PDF."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        self._page: PreviewPage | None = None

    def show_preview(self) -> None:
        """Show the preview; from the export page with its profile and language."""
        editor = self._window.editor
        if editor is None:
            return
        export_page = editor.export_page() if editor.step == EXPORT else None
        editor.show_step(PREVIEW)
        if export_page is not None and self._page is not None:
            self._page.show_as(export_page.profile, export_page.language)

    def attach(self, page: Page) -> None:
        """Connect to the signals of a page."""
        if isinstance(page, ExportPage):
            page.preview_requested.connect(self.show_preview)
        elif isinstance(page, PreviewPage):
            self._page = page
            page.document_requested.connect(self._show_document)
            page.pdf_requested.connect(self._save_pdf)

    def _show_document(self, profile: str, language: str) -> None:
        """Show the draft in a profile and language."""
        opened = self._window.opened
        if opened is None or self._page is None:
            return
        library, resources = self._window.draft_manager.library, self._paths.resources
        request = export.ExportRequest(Profile(profile), language)
        try:
            document = export.build_document(opened.session.draft, library, resources, request)
        except DeskError as problem:
            self._window.show_error(problem)
            return
        self._page.show_document(document, export.read_style(resources))

    def _save_pdf(self, path: Path) -> None:
        """Save the preview as PDF and show the result on the page."""
        page = self._page
        if page is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            atomic_file.write(path, build_pdf(page.finish_layout()))
        except SaveError as problem:
            _show_error(self._window, page, problem, path)
        else:
            page.result_box.show_result(self.tr("Saved as {}.").format(path), path)
        finally:
            QApplication.restoreOverrideCursor()


def _show_error(
    window: MainWindow, page: ExportPage | PreviewPage, problem: DeskError, path: Path
) -> None:
    error = window.messages.format_error(problem, path=str(path))
    page.result_box.show_result(f"{error.what} {error.safe} {error.do}", None)
