"""The controller of the window without an open draft: home page and wizard."""

from __future__ import annotations

import weakref
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.paths import AppPaths

from ..main_window.card_texts import load_example_texts
from ..main_window.home_page import HomePage
from ..main_window.notice_bar import JOURNAL
from ..main_window.window import MainWindow, Wanted
from ..session.services import Services
from ..theme.user_settings import UserSettings
from .card_menu import CardMenu
from .home_texts import HomeTexts, shorten_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from erasmus_desk.storage.journal import Journal
    from erasmus_desk.storage.unfinished_starts import UnfinishedStart

    from .added_calls import AddedCalls
    from .guided_start import GuidedStart
    from .recovery import RecoveryController
    from .unfinished_starts import UnfinishedStartsController


class SeldomNeeded(QObject):
    """The controllers that a home page seldom needs, each built when it is first needed."""

    starts_changed = Signal()
    """An unfinished start was removed or came back."""
    call_added = Signal()
    """A call was added while no proposal is open."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        self._recovery: RecoveryController | None = None
        self._unfinished: UnfinishedStartsController | None = None
        self._added_calls: AddedCalls | None = None

    @property
    def recovery(self) -> RecoveryController:
        """The controller of recovery and conflicts, built when it is first needed."""
        if self._recovery is None:
            from .recovery import RecoveryController  # noqa: PLC0415 - seldom needed

            self._recovery = RecoveryController(self._window)
        return self._recovery

    @property
    def unfinished(self) -> UnfinishedStartsController:
        """The controller of unfinished starts, built with the first of them."""
        if self._unfinished is None:
            # They are drafts, and a home page without any loads nothing of drafts.
            from .unfinished_starts import UnfinishedStartsController  # noqa: PLC0415

            self._unfinished = UnfinishedStartsController(self._window, self._paths)
            self._unfinished.changed.connect(self.starts_changed)
        return self._unfinished

    @property
    def added_calls(self) -> AddedCalls:
        """What adds calls, built when the user first wants that."""
        if self._added_calls is None:
            _, _, added_calls, _ = _load_call_pages()
            self._added_calls = added_calls(self._window, self._paths.added_calls)
            self._added_calls.added.connect(self.call_added)
        return self._added_calls

    def _show_lost_files(self, home: HomePage, journal: Journal) -> None:
        """Show the drafts whose file is gone, which the journal knows."""
        from .lost_files import show_lost_files  # noqa: PLC0415 - it reads journal and backups

        show_lost_files(self._window, home, journal, self._recovery)


class HomeController(SeldomNeeded):
    """Shows the home page and the wizard, and offers to recover unsaved work.

    At the start the home page is shown at once, and its cards after the first painting.
    """

    created = Signal(object)
    """A new draft from the wizard, not saved yet."""
    open_requested = Signal()
    example_requested = Signal(object)

    def __init__(
        self, window: MainWindow, services: Services, paths: AppPaths, user_settings: UserSettings
    ) -> None:
        super().__init__(window, paths)
        self._services = services
        self._user_settings = user_settings
        self._guided_start: weakref.ref[GuidedStart] | None = None
        """What the wizard keeps, which goes with all that was begun in it."""
        self.starts_changed.connect(self._on_starts_changed)
        self.call_added.connect(self.rebuild)
        self.card_menu = CardMenu(window, user_settings, paths.drafts)
        self.card_menu.changed.connect(self.show)
        window.conflicted.connect(self._on_conflict)
        window.editor_built.connect(self._on_editor_built)
        window.leaving_refused.connect(self._on_leaving_refused)

    def show_soon(self) -> None:
        """Show the home page now, and its cards after the first painting."""
        if self._show_page():
            QTimer.singleShot(0, self._complete_page)

    def show(self, path: Path | None = None) -> None:
        """Show the home page with its cards, with the focus on that of a path."""
        if self._show_page():
            self._complete_page(path)

    def rebuild(self) -> None:
        """Rebuild the page after a change of language or theme."""
        guided_start = self._shown_guided_start()
        if guided_start is not None:
            self.start_wizard(guided_start.start)
        else:
            self.show()

    def start_wizard(
        self, start: UnfinishedStart | None = None, earlier: Path | None = None
    ) -> None:
        """Show the wizard for a new proposal, with the choices of an unfinished start if given.

        `earlier` is a Word file whose answers are offered when the proposal is created; it is kept
        with an unfinished start.
        """
        language = self._user_settings.current.proposal_language
        languages = (language,) if language else ()
        window, starts = self._window, self.unfinished.starts
        show_about_call, guided_start_class, _, _ = _load_call_pages()
        with window.showing_errors():
            guided_start = guided_start_class(window, starts, languages, start, earlier)
            wizard = guided_start.wizard
            wizard.created.connect(self.created)
            wizard.cancelled.connect(self.show)
            wizard.about_requested.connect(partial(show_about_call, window))
            wanted = partial(self.start_wizard, start, earlier)
            if window.show_page(wizard, wanted, guided_start.secure):
                self._guided_start = weakref.ref(guided_start)
                guided_start.check_spelling(self._paths, self._user_settings)
                wizard.current_page().focus_first()
                guided_start.report_missing()

    def show_about_call(self) -> None:
        """Show what there is to know about the call of the proposal that is open or started."""
        started = self._shown_guided_start()
        holder = self._window.opened or (started and started.wizard)
        self._on_call_requested(holder.session.pack.id if holder else "")

    def _on_call_requested(self, call: str) -> None:
        show, *_ = _load_call_pages()
        show(self._window, call)

    def add_call(self) -> None:
        """Ask for the file of a call, show it, and add it if the user wants that."""
        self.added_calls.choose(self._user_settings.current.last_folder or self._paths.drafts)

    def show_backups(self) -> None:
        """Show all backups, to restore one as a new file."""
        *_, show = _load_call_pages()
        show(self._window, self._paths, self._user_settings.current.backup_folder)

    def choose_earlier(self) -> None:
        """Ask for an earlier proposal in Word, and start a new one from it."""
        title, kinds = self.tr("Choose an earlier proposal"), self.tr("Word files (*.docx)")
        folder = self._user_settings.current.last_folder or self._paths.drafts
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(folder), kinds)
        if chosen:
            self.start_from(Path(chosen))

    def start_from(self, earlier: Path) -> None:
        """Show the wizard for a new proposal that is offered the answers of an earlier one."""
        self.start_wizard(earlier=earlier)

    def finish_start(self) -> Path | None:
        """Forget the unfinished start that is shown: its proposal is created.

        Return the Word file whose answers are to be offered, if any.
        """
        guided_start = self._shown_guided_start()
        if guided_start is None:
            return None
        guided_start.finish()
        return guided_start.earlier

    def _shown_guided_start(self) -> GuidedStart | None:
        shown, guided_start = (
            self._window.stack.content,
            self._guided_start and self._guided_start(),
        )
        return guided_start if guided_start and guided_start.wizard is shown else None

    def _on_leaving_refused(self, wanted: Wanted) -> None:
        guided_start = self._shown_guided_start()
        if guided_start is not None:
            guided_start.ask(wanted)

    def _continue_start(self, start_id: str) -> None:
        start = self.unfinished.find(start_id)
        self._on_starts_changed() if start is None else self.start_wizard(start)

    def _remove_start(self, start_id: str) -> None:
        self.unfinished.remove(start_id)

    def _on_starts_changed(self) -> None:
        """Show the cards of the unfinished starts anew, and keep the focus on the page."""
        home = self._window.stack.content
        if isinstance(home, HomePage):
            home.proposals.show_starts(self.unfinished.list_texts())
            home.focus_first()

    def _show_page(self) -> bool:
        examples = load_example_texts(self._paths.examples, self._window.language)
        second = self._user_settings.current.backup_folder
        folders = (shorten_folder(one) if one else "" for one in (self._paths.drafts, second))
        home = HomePage(self._window.theme, examples, *folders)
        home.new_requested.connect(self.start_wizard)
        home.earlier_requested.connect(self.choose_earlier)
        home.open_requested.connect(self.open_requested)
        home.backups_requested.connect(self.show_backups)
        home.proposals.draft_requested.connect(self._window.open_draft)
        home.proposals.menu_requested.connect(self.card_menu.show)
        home.proposals.start_requested.connect(self._continue_start)
        home.proposals.start_removed.connect(self._remove_start)
        home.side.example_requested.connect(self.example_requested)
        home.side.call_requested.connect(self._on_call_requested)
        home.side.add_requested.connect(self.add_call)
        if is_shown := self._window.show_page(home, self.show):
            home.focus_first()
        return is_shown

    def _complete_page(self, path: Path | None = None) -> None:
        """Show the cards and offer recovery, if the home page is still shown."""
        home = self._window.stack.content
        if not isinstance(home, HomePage):
            return
        texts = HomeTexts(self._window, self._paths)
        home.proposals.show_cards(texts.list_cards(self._user_settings.current.recent), path)
        if self._unfinished is not None or any(self._paths.unfinished_starts.glob("*.json")):
            self.unfinished.forget_removed()
            home.proposals.show_starts(self.unfinished.list_texts())
        home.side.show_calls(texts.list_calls())
        texts.save()
        if self._services.may_have_unsaved_work():
            self.recovery.offer_recovery()
        if self._services.has_journal:
            self._show_lost_files(home, self._services.journal)
        # A notification from the start, such as a draft that cannot be opened, is kept.
        if not self._window.notifications.topic:
            self.report_journal_error()

    def _on_conflict(self) -> None:
        if self._recovery is None:  # else it heard of the conflict itself
            self.recovery.file_changes.report()

    def _on_editor_built(self) -> None:
        if self._window.save_trouble is not None:
            self._window.save_trouble.elsewhere_requested.connect(self._save_elsewhere)

    def _save_elsewhere(self) -> None:
        self.recovery.file_changes.save_elsewhere()

    def report_journal_error(self) -> None:
        """Say once what is wrong with the journal, which is opened with the first draft."""
        notice = self._services.take_journal_notice()
        if notice is not None:
            self._window.show_error(notice, JOURNAL)


def _load_call_pages() -> tuple[
    Callable[[MainWindow, str], None],
    type[GuidedStart],
    type[AddedCalls],
    Callable[[MainWindow, AppPaths, Path | None], None],
]:
    """Load what shows the page about a call, the guided start, what adds a call, and the backups.

    The home page does without them, and without what they load of a call.
    """
    from . import about_call, added_calls, guided_start, restore  # noqa: PLC0415

    show_about_call, start = about_call.show_about_call, guided_start.GuidedStart
    return show_about_call, start, added_calls.AddedCalls, restore.show_backups
