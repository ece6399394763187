"""The controllers of the open draft, some of them loaded when a page first needs them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from erasmus_desk.draft.list_changes import find_empty_items
from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.errors import ChangedOnDisk, DeskError, FileGone
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import partner_book
from erasmus_desk.storage.damaged_files import describe_damaged
from erasmus_desk.storage.last_places import LastPlace
from erasmus_desk.storage.partner_book import PartnerBook
from erasmus_desk.storage.settings import Settings

from ..dialogs.partner_book import PartnerBookDialog
from ..main_window.editor import DraftView
from ..main_window.notice_bar import CONFLICT, FILE, JOURNAL
from ..main_window.page_factory import COPY_DESK, EXPORT, FEEDBACK, HISTORY, PREVIEW, REVIEW_IMPORT
from ..main_window.window import MainWindow
from ..pages.base import Page
from ..session.draft_manager import OpenDraft
from ..session.save_status import SaveStatus
from ..session.session import Session
from ..theme.user_settings import UserSettings
from ..widgets.accessibility import announce
from .backup_notices import BackupNotices
from .carry import CarryController
from .conflict_copies import ConflictCopiesController
from .history import HistoryController, VersionsPage
from .last_place import LastPlaceController, go_to_cursor
from .leaving import UNSAFE, LeavingController
from .locks import LockController
from .point_ticks import PointTicksController
from .search import SearchController
from .spelling import SpellingController
from .undo_offer import UndoOffer
from .version_merge import DecidingPage, VersionMergeController

if TYPE_CHECKING:
    from ..main_window.focus_page import FocusPage
    from .export import ExportController
    from .focus_mode import FocusModeController
    from .review_import import ReviewImportController

ERROR = "error"
SOLVED_BY_SAVING = (ERROR, UNSAFE, CONFLICT, FILE)
REMOVED = "removed"


class DraftControllers:
    """Editing, saving, export and review import of the draft in a window."""

    def __init__(
        self,
        window: MainWindow,
        paths: AppPaths,
        user_settings: UserSettings,
        start_from: Callable[[Path], None],
    ) -> None:
        """`start_from` begins a new proposal from an earlier Word proposal."""
        self._window = window
        self._paths = paths
        self._start_from = start_from
        self.editing = EditingController(window, paths)
        self.save_status = SaveStatusController(window)
        self.carry = CarryController(window)
        self.leaving = LeavingController(window)
        self.last_place = LastPlaceController(window, paths)
        self._focus_mode: FocusModeController | None = None
        self.search = SearchController(window, self._find_writing_page, self._stop_writing)
        self.history = HistoryController(window)
        self.carry.carried.connect(self.history.keep_carried)
        self.point_ticks = PointTicksController(window, paths)
        self.spelling = SpellingController(window, paths, user_settings, self._find_session)
        window.draft_opened.connect(self._on_opened)
        window.draft_opened.connect(self.spelling.start_soon)
        window.draft_closed.connect(self.spelling.close)
        self.backup_notices = BackupNotices(window)
        self.version_merge = VersionMergeController(window, window.conflicted.emit)
        self.conflict_copies = ConflictCopiesController(window, self.version_merge)
        self.locks = LockController(window, self.conflict_copies.offer)
        window.page_built.connect(self._attach)

    def _find_session(self) -> Session | None:
        return self._window.opened.session if self._window.opened is not None else None

    def apply(self, settings: Settings) -> None:
        """Apply settings, before the editor is built anew, and lead back to the cursor after it."""
        self.search.close()
        self.spelling.apply(settings)
        is_writing = self._find_writing_page() is not None
        self._stop_writing()
        place = self.last_place.find_place()
        if place is not None:
            QTimer.singleShot(0, self.last_place, partial(self._return_to, place, is_writing))

    def _return_to(self, place: LastPlace, is_writing: bool) -> None:
        editor = self._window.editor
        if editor is not None:
            go_to_cursor(editor, place.key, place.position)
        if editor is not None and is_writing:
            self.focus_mode.open()

    def build_view(self, opened: OpenDraft) -> DraftView:
        """Return the view of an open draft."""
        window = self._window
        attach = window.page_built.emit
        return DraftView(opened, window.messages, window.theme, attach, window.stack)

    @property
    def focus_mode(self) -> FocusModeController:
        """The controller of the focus mode, which needs all that a text is written in."""
        if self._focus_mode is None:
            from .focus_mode import FocusModeController  # noqa: PLC0415

            self._focus_mode = FocusModeController(self._window)
        return self._focus_mode

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.session.writing_requested.connect(self._write)

    def _write(self, key: Key) -> None:
        self.focus_mode.open(key)

    def _find_writing_page(self) -> FocusPage | None:
        return self._focus_mode.page if self._focus_mode is not None else None

    def _stop_writing(self) -> None:
        if self._focus_mode is not None:
            self._focus_mode.close()

    def toggle_guidance(self) -> None:
        """Show or hide the guidance, that of the focus mode while it is open."""
        writing, editor = self._find_writing_page(), self._window.editor
        if writing is not None:
            writing.toggle_points()
        elif editor is not None:
            self._window.stack.close_over()
            editor.columns.toggle_guidance()

    @cached_property
    def export(self) -> ExportController:
        """The controller of the export page and the preview."""
        from .export import ExportController  # noqa: PLC0415

        controller = ExportController(self._window, self._paths)
        controller.exported.connect(self.history.keep_exported)
        return controller

    @cached_property
    def review_import(self) -> ReviewImportController:
        """The controller of review imports."""
        from .review_import import ReviewImportController  # noqa: PLC0415

        controller = ReviewImportController(self._window, self._paths)
        controller.start_requested.connect(self._start_from)
        controller.applied.connect(self.history.keep_imported)
        return controller

    def _attach(self, step: str, page: Page) -> None:
        if step in {EXPORT, PREVIEW, COPY_DESK}:
            self.export.attach(page)
        elif step == REVIEW_IMPORT and self._is_version_decided:
            self.version_merge.attach(cast("DecidingPage", page))
        elif step in {FEEDBACK, REVIEW_IMPORT}:
            self.review_import.attach(page)
        else:
            self.editing.attach(page)
        if step == HISTORY:
            self.history.attach(cast("VersionsPage", page))
        page.workbook_requested.connect(self._ask_for_workbook)
        page.picture_requested.connect(self._save_picture)

    @property
    def _is_version_decided(self) -> bool:
        """Whether another version of the proposal is to be decided on, and no reviewed file."""
        editor = self._window.editor
        decisions = editor.import_decisions if editor is not None else None
        return decisions is not None and decisions.is_version

    def _save_picture(self, path: Path, picture: QImage) -> None:
        self.export.save_picture(path, picture)

    def _ask_for_workbook(self) -> None:
        self.export.ask_for_workbook()


class EditingController(QObject):
    """Acts on the draft that is open; without one it does nothing."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        window.draft_opened.connect(self._on_opened)
        self._undo_offer = UndoOffer(window, REMOVED)

    def attach(self, page: Page) -> None:
        """Connect to the signals of a page."""
        page.partner_book_requested.connect(self.add_from_partner_book)
        page.partner_save_requested.connect(self.save_to_partner_book)

    def switch_focus(self) -> None:
        """Move the focus between the steps and the page."""
        editor = self._window.editor
        if editor is None:
            return
        if editor.columns.has_focus_in_steps:
            editor.focus_page()
        else:
            editor.columns.focus_steps()

    def add_from_partner_book(self) -> None:
        """Add an organisation from the partner book, as one undo step."""
        opened, editor = self._window.opened, self._window.editor
        if opened is None or editor is None:
            return
        book = self._load_book()
        if book is None:
            return
        choice = PartnerBookDialog.ask(self._window, book, self._window.language)
        if choice.book != book:
            self._save_book(choice.book)
        if choice.partner is not None:
            session = opened.session
            values = dict(choice.partner.get_answers(session.pack))
            listed = session.pack.role("organisations")
            item = next(iter(find_empty_items(session.draft, listed)), "")
            if item:
                changes = (Change(Key(name, item), None, value) for name, value in values.items())
                session.perform(ChangeSet(tuple(changes), "list.add"))
            else:
                item = session.add_item(listed, values=values)
            if (page := editor.current_page()) is not None:
                page.choose(item)

    def save_to_partner_book(self, item: str) -> None:
        """Save an organisation of the draft for other drafts."""
        opened = self._window.opened
        if opened is None:
            return
        session = opened.session
        book = self._load_book()
        if book is None:
            return
        if self._save_book(book.remember(session.draft, session.pack, item)):
            name = session.draft.text(session.pack.role("organisation_name"), item)
            text = self.tr("{} is saved. You can add it to any proposal.").format(name)
            self._window.notifications.notify("book", text)

    def _on_opened(self, opened: OpenDraft) -> None:
        opened.session.item_removed.connect(self._offer_undo)

    def _offer_undo(self, name: str) -> None:
        """Offer to undo a removal where it happened, until the next change."""
        if self._window.notifications.topic in {"", REMOVED}:
            text = self.tr("You removed {}.").format(name)
            self._undo_offer.show(text)

    def _load_book(self) -> PartnerBook | None:
        """Return the partner book, `None` if it can neither be read nor renamed."""
        path = self._paths.partner_book
        with self._window.showing_errors():
            loaded = partner_book.load(path)
            if loaded.damaged is not None:
                self._window.show_notice(describe_damaged(path, loaded.damaged))
            return loaded.book
        return None

    def _save_book(self, book: PartnerBook) -> bool:
        with self._window.showing_errors():
            partner_book.save(book, self._paths.partner_book)
            return True
        return False


class SaveStatusController(QObject):
    """Shows the save status in the top bar, and errors as notifications."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown_error: DeskError | None = None
        self._is_journal_hidden = False
        """Whether a notice on the journal was taken back because the file is not saved either."""
        window.draft_opened.connect(self._on_opened)
        window.editor_built.connect(self._show_status)
        window.activated.connect(self._check_file)
        window.stack.currentChanged.connect(self._on_covered)

    def save_now(self) -> None:
        """Save the open draft and announce the result."""
        opened, top_bar = self._window.opened, self._window.top_bar
        if opened is None or top_bar is None:
            return
        is_saved = opened.autosave.save()
        self._show_status()
        if not is_saved and opened.autosave.is_in_conflict:
            self._window.conflicted.emit()
        elif opened.autosave.status.error is not None:
            self._report(opened.autosave.status.error)
        announce(self._window, top_bar.saved_label.text())

    def _on_opened(self, opened: OpenDraft) -> None:
        self._is_journal_hidden = False
        opened.autosave.status_changed.connect(self._on_status_changed)
        opened.autosave.journal_failed.connect(self._on_journal_failed)
        opened.autosave.journal.noticed.connect(self._on_journal_failed)
        opened.autosave.journal.recovered.connect(self._on_journal_recovered)
        opened.autosave.journal.failed.connect(self._show_status)
        if opened.autosave.journal.error is not None:
            self._on_journal_failed(opened.autosave.journal.error)

    def _show_status(self) -> None:
        opened, window = self._window.opened, self._window
        if opened is not None and window.top_bar and window.save_trouble:
            autosave = opened.autosave
            window.top_bar.show_status(autosave.status)
            is_kept, error = autosave.copies.is_kept(autosave.journal), autosave.status.error
            advice = window.messages.format_error(error).do if error is not None else ""
            window.save_trouble.show_problem(error, advice, is_kept=is_kept)

    def _report(self, error: DeskError) -> None:
        """Show why the draft is not saved, unless the line below the top bar says so in sight."""
        trouble = self._window.save_trouble
        if trouble is None or not trouble.isVisible():
            self._window.show_error(error)

    def _on_covered(self) -> None:
        """Show in a notice what that line says while a page covers it, and only then."""
        opened = self._window.opened
        error = opened.autosave.status.error if opened is not None else None
        if error is None or self._window.notifications.topic not in {"", ERROR}:
            return
        self._window.notifications.clear(ERROR)
        if not isinstance(error, ChangedOnDisk | FileGone):
            self._report(error)

    def _check_file(self) -> None:
        """Look what others did with the file while the user was away."""
        if self._window.opened is not None:
            self._window.opened.autosave.file_check.check_soon()

    def _on_status_changed(self, status: SaveStatus) -> None:
        self._show_status()
        self._show_journal_error(status)
        if status.error is not None:
            is_busy = self._window.notifications.topic in (CONFLICT, FILE, UNSAFE)
            if not is_busy and status.error is not self._shown_error:
                self._shown_error = status.error
                self._report(status.error)
        elif status.is_saved and self._window.notifications.topic in SOLVED_BY_SAVING:
            self._window.notifications.clear()

    def _on_journal_failed(self, problem: DeskError) -> None:
        """Show that the journal fails; a topic of its own, as saving the file may still succeed.

        The notice says that the file is saved: while it is not, what was told of it stays, with
        what has become of the text.
        """
        opened = self._window.opened
        if opened is not None and opened.autosave.is_in_conflict:
            self._window.conflicted.emit()
        elif opened is None or opened.autosave.status.error is None:
            self._window.show_error(problem, JOURNAL)

    def _show_journal_error(self, status: SaveStatus) -> None:
        """Take back the notice on the journal while the file is not saved; show it after that."""
        opened, notifications = self._window.opened, self._window.notifications
        error = opened.autosave.journal.error if opened is not None else None
        if error is not None and status.error is not None:
            self._is_journal_hidden |= notifications.topic == JOURNAL
            notifications.clear(JOURNAL)
        elif status.is_saved and self._is_journal_hidden and not notifications.topic:
            self._is_journal_hidden = False
            if error is not None:
                self._window.show_error(error, JOURNAL)

    def _on_journal_recovered(self) -> None:
        self._window.notifications.clear(JOURNAL)
        self._show_status()
