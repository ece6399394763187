"""The open draft goes out: as Word files, each noted with the draft while others have it.

The preview gets its pages, and they become a PDF file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from erasmus_desk import atomic_file
from erasmus_desk.draft import review_state
from erasmus_desk.draft.create import new_item
from erasmus_desk.draft.model import Change, Step
from erasmus_desk.errors import DeskError, SaveError
from erasmus_desk.export import export, page_requirements
from erasmus_desk.export import export as write
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import Made, Wish
from erasmus_desk.paths import Places
from erasmus_desk.storage import sent_records

from ..main_window.page_factory import PREVIEW, WORD
from ..main_window.window import Window
from ..pages.export.page import WordWish
from ..pages.export.preview_page import PreviewPage
from ..pages.export.recipient import ALL
from ..pdf.writer import pdf
from ..session.session import Session


class Dispatch(QObject):
    """Writes files of whatever draft the window has open; without one it does nothing."""

    def __init__(self, window: Window, places: Places) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._places = places
        window.export_wanted.connect(self.export)

    def export(self, wish: WordWish) -> None:
        """Write what is wished for, and say on the page how it went."""
        opened = self._window.opened
        page = self._window.desk.word_page() if self._window.desk else None
        if opened is None or page is None:
            return

        QApplication.setOverrideCursor(QtCore.Qt.CursorShape.BusyCursor)
        try:
            made, broken = self._made(opened.session, wish)
        except DeskError as problem:
            told = self._window.sentences.error(problem, path=str(wish.template or wish.path))
            page.show_result(f"{told.what} {told.safe} {told.do}", None)
        else:
            said = self.tr("The file lies at {}.").format(made)
            page.show_result(" ".join((said, *broken)), made)
        finally:
            QApplication.restoreOverrideCursor()

    def _made(self, session: Session, wish: WordWish) -> tuple[Path, list[str]]:
        """Write what is wished for, and tell what it breaks of the call's demands on pages.

        Raises DeskError; then nothing was written.
        """
        library, resources = self._window.keeper.library, self._places.resources
        if wish.is_sheet:
            path, language = wish.path, wish.language
            return write.export_sheet(session.draft, library, resources, path, language), []
        # All are made before the first is written: either all can be, or nothing is written.
        wishes = list(self._wishes(session, wish))
        files = [
            (path, how, write.made(session.draft, library, resources, how)) for path, how in wishes
        ]
        for path, _, file in files:
            atomic_file.write(path, file.content)
        self._note(session, [(how, file) for _, how, file in files], wish.recipient.name)
        # One template is broken in the same way by all of them.
        _, _, first = files[0]
        found = page_requirements.breaches(first.content, session.pack.layout)
        return wish.path, [page_requirements.told(one, self._window.sentences) for one in found]

    def _wishes(self, session: Session, wish: WordWish) -> Iterator[tuple[Path, Wish]]:
        """Give each file to write: where, and how it is wanted."""
        profile, to = Profile(wish.profile), wish.recipient
        day, beside = to.reply_by, to.beside
        if to.partner != ALL:
            yield (
                wish.path,
                write.Wish(profile, wish.language, wish.template, to.partner, day, beside),
            )
            return
        library = self._window.keeper.library
        everybody = [partner for partner, _ in write.partners(session.draft, session.pack)]
        for partner, name in write.names_for(everybody[1:], session.draft, library):
            how = write.Wish(profile, wish.language, wish.template, partner, day, beside)
            yield wish.path / name, how

    def _note(self, session: Session, files: list[tuple[Wish, Made]], name: str) -> None:
        """Keep what was sent, and note with the draft who has it, as one undo step.

        Where there is no room for a record, the file has it all the same. What somebody has
        already is not noted twice.
        """
        draft, changes = session.draft, list[Change]()
        known = dict(write.partners(draft, session.pack))
        at = datetime.now(UTC).isoformat(timespec="seconds")
        for how, file in files:
            with suppress(SaveError):
                sent_records.put(self._places.sent, file.sent, file.part)
            to, state = known.get(how.partner, name), file.sent.state
            if not to or (state, to) in {(one.state, one.to) for one in review_state.away(draft)}:
                continue
            sending = review_state.Sending(
                new_item(), state, how.profile.value, to, at, how.partner, how.reply_by
            )
            step = review_state.sent_out(draft, sending)
            draft = draft.apply(*step.changes)
            changes += step.changes
        session.perform(Step(tuple(changes), "sending.out"))


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

        library, resources = self._window.keeper.library, self._places.resources
        wish = export.Wish(Profile(profile), language)
        try:
            document = export.outlined(opened.session.draft, library, resources, wish)
        except DeskError as problem:
            self._window.tell(problem)
            return
        self._page.show_document(document, export.style(resources))

    def _save(self, path: Path) -> None:
        """Write the pages of the preview as a PDF, and say on it how it went."""
        page = self._page
        if page is None:
            return

        QApplication.setOverrideCursor(QtCore.Qt.CursorShape.BusyCursor)
        try:
            atomic_file.write(path, pdf(page.paper()))
        except SaveError as problem:
            told = self._window.sentences.error(problem, path=str(path))
            page.show_result(f"{told.what} {told.safe} {told.do}", None)
        else:
            page.show_result(self.tr("The PDF lies at {}.").format(path), path)
        finally:
            QApplication.restoreOverrideCursor()
