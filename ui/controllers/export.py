"""The controller of the export page and the preview: Word files, workbook and PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from erasmus_desk.call.library import Library
from erasmus_desk.draft import review_state
from erasmus_desk.draft.create import make_item_id
from erasmus_desk.draft.model import Change, ChangeSet
from erasmus_desk.draft.number_limits import refuse_impossible_numbers
from erasmus_desk.draft.papers import PaperworkKind
from erasmus_desk.errors import DeskError, SaveError
from erasmus_desk.export import export, page_requirements
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportedFile, ExportRequest
from erasmus_desk.export.online_form import load_context
from erasmus_desk.export.paperwork import PaperworkRequest, render_paperwork
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import sent_records
from erasmus_desk.storage.written_files import WrittenFiles

from ..main_window.page_factory import EXPORT, PREVIEW
from ..main_window.window import MainWindow
from ..pages.base import Page
from ..pages.copy_desk.desk import CopyDesk
from ..pages.copy_desk.page import CopyDeskPage
from ..pages.export.page import ExportOptions, ExportPage
from ..pages.export.preview_page import PreviewPage
from ..pages.export.recipient import ALL_PARTNERS
from ..pages.timeline.page import TimelinePage
from ..pdf.writer import build_pdf
from ..session.session import Session

Outcome = tuple[Path, list[str]]
"""The path of what was written, and what is to be said of it."""


class ExportController(QObject):
    """Shows the open draft as a document, exports it, and records who was sent which file."""

    exported = Signal(str, str)
    """The names of those whom files were written for, empty for nobody, and of the file."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        self._preview_page: PreviewPage | None = None

    def attach(self, page: Page) -> None:
        """Connect to the signals of a page."""
        if isinstance(page, ExportPage):
            page.export_requested.connect(self._export)
            page.preview_requested.connect(self.show_preview)
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
        export_page = editor.export_page() if editor.step == EXPORT else None
        editor.show_step(PREVIEW)
        if export_page is not None and self._preview_page is not None:
            template = export_page.build_options(Path()).template
            self._preview_page.show_as(export_page.profile, export_page.language, template)

    def save_picture(self, path: Path, content: bytes) -> None:
        """Save a picture of the timeline, and show the result on its page."""
        editor = self._window.editor
        page = editor.current_page() if editor else None
        if isinstance(page, TimelinePage):
            self._save(page, path, lambda: self._write({path: content}))

    def ask_for_workbook(self) -> None:
        """Save the budget as a workbook from the export page, where the result is shown."""
        editor = self._window.editor
        if editor is None:
            return
        editor.show_export()
        if (page := editor.export_page()) is not None:
            page.ask_for_workbook()

    def _show_document(self, profile: str, language: str) -> None:
        """Show the draft in a profile and language."""
        opened, page = self._window.opened, self._preview_page
        if opened is None or page is None:
            return
        self._is_changed_elsewhere()
        library, resources = self._window.draft_manager.library, self._paths.resources
        request = ExportRequest(Profile(profile), language, page.template)
        with self._window.showing_errors():
            draft = opened.session.draft
            page.show_document(*export.build_styled(draft, library, resources, request))

    def _save_pdf(self, path: Path) -> None:
        page = self._preview_page
        if page is None:
            return

        def write() -> Outcome:
            outcome = self._write({path: build_pdf(page.finish_layout())})
            self.exported.emit("", outcome[0].name)
            return outcome

        self._save(page, path, write)

    def _export(self, options: ExportOptions) -> None:
        opened, editor = self._window.opened, self._window.editor
        page = editor.export_page() if editor else None
        if opened is not None and page is not None:
            write = partial(self._write_files, opened.session, options)
            self._save(page, options.template or options.path, write)

    def _save(
        self,
        page: ExportPage | PreviewPage | TimelinePage,
        path: Path,
        write: Callable[[], Outcome],
    ) -> None:
        """Write files and show the result on a page; an error names `path`.

        Nothing is written while somebody else's version of the proposal waits for a decision.
        """
        if self._is_changed_elsewhere():
            text = self.tr("Nothing was saved yet. First choose above which version to use.")
            page.result_box.show_result(text, None)
            return
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            self._refuse_impossible_numbers()
            written, remarks = write()
        except DeskError as problem:
            error = self._window.messages.format_error(problem, path=str(path))
            page.result_box.show_result(f"{error.what} {error.safe} {error.do}", None)
        else:
            saved = self.tr("Saved as {}.").format(written)
            page.result_box.show_result(" ".join((saved, *remarks)), written)
        finally:
            QApplication.restoreOverrideCursor()

    def _refuse_impossible_numbers(self) -> None:
        """Raise NumberRefused if the proposal has a number that no project has."""
        if self._window.opened is not None:
            session = self._window.opened.session
            refuse_impossible_numbers(session.draft, session.pack, session.texts)

    def _is_changed_elsewhere(self) -> bool:
        """Return whether the file has another text now; then the user is asked which one to use."""
        opened = self._window.opened
        if opened is None:
            return False
        # What follows holds the window's thread: the last words must not wait for their timer.
        opened.autosave.write_journal()
        if not opened.autosave.check_file().has_other_text:
            return False
        self._window.conflicted.emit()
        return True

    def _write_files(self, session: Session, options: ExportOptions) -> Outcome:
        """Write the files. Raises DeskError before anything is written."""
        library, resources = self._window.draft_manager.library, self._paths.resources
        if options.is_workbook:
            source = session.draft, library, resources, options.language
            return self._write({options.path: export.render_workbook(*source)})
        if options.papers:
            contents, has_macros = _render_papers(session, options, library, resources)
            written, remarks = self._write(contents)
            told = _describe_macros(options, self._window.messages) if has_macros else []
            return options.path if options.needs_folder else written, remarks + told
        # All are rendered before the first is written: an error leaves no part of them.
        files = [
            (path, request, export.render_word(session.draft, library, resources, request))
            for path, request in self._build_requests(session, options)
        ]
        written, remarks = self._write({path: file.content for path, _, file in files})
        sent_to = _record_sent(self._paths.sent_records, session, files, options.recipient.name)
        self.exported.emit(", ".join(dict.fromkeys(sent_to)), written.name)
        # All have the same template, so checking the first is enough.
        breaches = page_requirements.find_violations(files[0][2].content, session.pack.layout)
        messages = self._window.messages
        if files[0][2].has_macros:
            remarks += _describe_macros(options, messages)
        remarks += [page_requirements.describe_violation(one, messages) for one in breaches]
        return written if len(files) == 1 else options.path, remarks

    def _write(self, contents: dict[Path, bytes]) -> Outcome:
        """Write files beside those that somebody changed, never over them. Raises SaveError."""
        known = WrittenFiles(self._paths.written_files)
        names: dict[Path, Path] = {}
        for path, content in contents.items():
            # A folder under that name is an error of writing, not a file to be kept.
            is_kept = path.is_file() and not known.is_free(path, content)
            names[path] = known.choose_name(path, content, names.values()) if is_kept else path
        for path, target in names.items():
            known.write(target, contents[path])
        kept = [path.name for path, target in names.items() if path != target]
        text = self.tr(
            "{} was changed after it was exported, so it was not overwritten. To use what was "
            "changed, import that file."
        )
        return names[next(iter(contents))], [text.format(name) for name in kept]

    def _build_requests(
        self, session: Session, options: ExportOptions
    ) -> Iterator[tuple[Path, ExportRequest]]:
        """Yield the path and the request of each file."""
        recipient = options.recipient
        request = ExportRequest(
            Profile(options.profile),
            options.language,
            options.template,
            recipient.partner,
            recipient.reply_by,
            recipient.second_language,
            options.has_budget_lines,
        )
        if recipient.partner != ALL_PARTNERS:
            yield options.path, request
            return
        draft, library = session.draft, self._window.draft_manager.library
        partners = [partner for partner, _ in export.list_partners(draft, session.pack)][1:]
        for partner, name in export.suggest_partner_file_names(partners, draft, library):
            yield options.path / name, replace(request, partner=partner)


def _describe_macros(options: ExportOptions, messages: Messages) -> list[str]:
    """Return that the template has macros, so that only its styles were used."""
    return [messages.format_message("export.template-macros", path=str(options.template))]


def _render_papers(
    session: Session, options: ExportOptions, library: Library, resources: Path
) -> tuple[dict[Path, bytes], bool]:
    """Return letters, annexes or sheets by their paths, and whether the template has macros."""
    kind = PaperworkKind(options.papers)
    request = PaperworkRequest(kind, options.language, options.template)
    files = render_paperwork(session.draft, library, resources, request)
    contents = {
        options.path / file.name if options.needs_folder else options.path: file.content
        for file in files
    }
    return contents, any(file.has_macros for file in files)


def _record_sent(
    folder: Path,
    session: Session,
    files: list[tuple[Path, ExportRequest, ExportedFile]],
    name: str,
) -> list[str]:
    """Save the records of the files, and note the recipients in the draft as one change set.

    A record that cannot be saved is still in the file. A copy that a recipient has already
    is not noted again. Return the names of the recipients.
    """
    draft, changes, sent_to = session.draft, list[Change](), list[str]()
    names = dict(export.list_partners(draft, session.pack))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for _, request, file in files:
        with suppress(SaveError):
            sent_records.save(folder, file.sent, file.part)
        to, state = names.get(request.partner, name), file.sent.state
        sent_to += [to] if to else []
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
    return sent_to
