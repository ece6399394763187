"""Saving files for others: made with *Cancel*, written as a whole, told on the page that asked."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path

import shiboken6
from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.number_limits import refuse_impossible_numbers
from erasmus_desk.errors import DeskError
from erasmus_desk.export import page_requirements
from erasmus_desk.export.document.blocks import Document
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.written_files import WrittenFiles

from ..main_window.notice_bar import Tone
from ..main_window.window import MainWindow
from ..page_layout.document_layout import DocumentLayout
from ..page_layout.styles import StyleSheet
from ..pages.export.options import ExportOptions
from ..pages.export.page import ExportPage
from ..pages.export.preview_page import PreviewPage
from ..pages.timeline.page import TimelinePage
from ..pdf.writer import build_in_parts
from ..widgets.accessibility import announce
from .export_files import (
    MadeFiles,
    WrittenPaths,
    note_sent,
    save_records,
    write_files,
)
from .long_work import Cancellation, LongWork

Styled = tuple[Document, bytes]
"""The blocks of a document, and the file with its styles."""
ResultPage = ExportPage | PreviewPage | TimelinePage
"""A page that shows what became of a file."""
WORK, RESULT = "export", "exported"
"""The topics of what is told above the page: that files are made, and what became of them."""


class Saving(Struct, frozen=True):
    """The page that asked, the path that an error names, and what is to be written."""

    page: ResultPage
    named: Path
    target: Path
    options: ExportOptions | None = None


class Saved(Struct, frozen=True):
    """What was made, and where it is."""

    made: MadeFiles
    written: WrittenPaths


class FileSaver(QObject):
    """Makes and writes files in a thread, and a PDF in steps, one saving at a time."""

    exported = Signal(str, str)
    """The names of those whom files were written for, empty for nobody, and of the file."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window, self._paths = window, paths
        self._work = LongWork(window, WORK)
        window.draft_closing.connect(self._work.complete)

    def save(self, saving: Saving, make: Callable[[Cancellation], MadeFiles]) -> None:
        """Make and write files in a thread, and show the result on the page."""
        if not self._may_save(saving):
            return
        known, records = self._written, self._paths.sent_records

        def work(cancellation: Cancellation) -> Saved:
            made = make(cancellation)
            written = write_files(known, made.contents, cancellation)
            save_records(records, made)
            return Saved(made, written)

        self._work.run(self._describe(saving.target), work, partial(self._finish, saving))

    def print_pages(self, saving: Saving, page: PreviewPage, build: Callable[[], Styled]) -> None:
        """Save the pages of the present draft as a PDF; `build` returns their document."""
        if not self._may_save(saving):
            return
        if page.current_document is not None or page.is_laying_out:
            self._print(saving, _print_shown(page, build))
            return

        def lay_out(get_styled: Callable[[], Styled]) -> None:
            try:
                styled = get_styled()
            except DeskError as problem:
                self._show_problem(saving, problem)
            else:
                self._print(saving, _lay_out_and_print(*styled))

        self._work.run(self._describe(saving.target), lambda _: build(), lay_out)

    def _print(self, saving: Saving, steps: Generator[object, None, bytes]) -> None:
        def finish(get_content: Callable[[], bytes]) -> None:
            def write() -> Saved:
                made = MadeFiles({saving.target: get_content()}, is_proposal=True)
                return Saved(made, write_files(self._written, made.contents, Cancellation()))

            self._finish(saving, write)

        self._work.run_steps(self._describe(saving.target), steps, finish)

    def _describe(self, target: Path) -> str:
        return self.tr("Saving {}…").format(target.name)

    @property
    def _written(self) -> WrittenFiles:
        return WrittenFiles(self._paths.written_files)

    def _may_save(self, saving: Saving) -> bool:
        """Return whether files may be written; else it is said on the page why not.

        Nothing is written while somebody else's version of the proposal waits for a decision, or
        while the proposal has a number that no project has.
        """
        if self.is_changed_elsewhere():
            text = self.tr("Nothing was saved yet. First choose above which version to use.")
            saving.page.result_box.show_result(text, None)
            return False
        opened = self._window.opened
        try:
            if opened is not None:
                session = opened.session
                refuse_impossible_numbers(session.draft, session.pack, session.texts)
        except DeskError as problem:
            self._show_problem(saving, problem)
            return False
        return True

    def is_changed_elsewhere(self) -> bool:
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

    def _finish(self, saving: Saving, get_saved: Callable[[], Saved]) -> None:
        """Note what was sent, and say what was written or why nothing was."""
        try:
            saved = get_saved()
        except DeskError as problem:
            self._show_problem(saving, problem)
            return
        paths, opened, options = saved.written.paths, self._window.opened, saving.options
        first = paths[0]
        if opened is not None and saved.made.is_proposal:
            name = options.recipient.name if options is not None else ""
            sent_to = note_sent(opened.session, saved.made, name)
            self.exported.emit(", ".join(dict.fromkeys(sent_to)), first.name)
        is_folder = options is not None and options.needs_folder
        is_folder = is_folder and (len(paths) > 1 or not saved.made.is_proposal)
        shown = saving.target if is_folder else first
        text = self.tr("Saved as {}.").format(shown)
        self._show(saving.page, " ".join((text, *self._list_remarks(saving, saved))), shown)

    def _list_remarks(self, saving: Saving, saved: Saved) -> Iterator[str]:
        kept = self.tr(
            "{} was changed after it was exported, so it was not overwritten. To use what was "
            "changed, import that file."
        )
        yield from (kept.format(name) for name in saved.written.kept)
        messages = self._window.messages
        template = str(saving.options.template) if saving.options is not None else ""
        for code in saved.made.remarks:
            yield messages.format_message(f"export.template-{code}", path=template)
        for one in saved.made.violations:
            yield page_requirements.describe_violation(one, messages)

    def _show_problem(self, saving: Saving, problem: DeskError) -> None:
        error = self._window.messages.format_error(problem, path=str(saving.named))
        self._show(saving.page, f"{error.what} {error.safe} {error.do}", None)

    def _show(self, page: ResultPage, text: str, path: Path | None) -> None:
        """Show a result on its page, or above the one that is shown meanwhile."""
        if shiboken6.isValid(page) and page.isVisible():
            page.result_box.show_result(text, path)
            announce(page, text)
        else:
            tone = Tone.WRONG if path is None else Tone.DONE
            self._window.notifications.notify(RESULT, text, tone=tone)


def _print_shown(page: PreviewPage, build: Callable[[], Styled]) -> Generator[object, None, bytes]:
    """Return the pages that are shown as a PDF, once they are; they may change meanwhile."""
    while shiboken6.isValid(page) and page.is_laying_out:
        page.lay_out_more()
        yield
    pages = page.current_document if shiboken6.isValid(page) else None
    if pages is None:
        return (yield from _lay_out_and_print(*build()))
    return (yield from build_in_parts(pages))


def _lay_out_and_print(document: Document, style: bytes) -> Generator[object, None, bytes]:
    """Return a document as a PDF, with pauses."""
    layout = DocumentLayout(document, StyleSheet.read(style))
    yield from layout.lay_out()
    return (yield from build_in_parts(layout.result))
