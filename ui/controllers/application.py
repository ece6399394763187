"""The controller of the application: it builds the others and carries out the menu commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.file_suffixes import CALL_SUFFIX, DRAFT_SUFFIX, WORD_SUFFIX, has_suffix
from erasmus_desk.path_checks import find_absolute_path, may_exist
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.settings import Settings

from ..dialogs.save_path import ask_draft_path
from ..main_window.menus import MenuCommands, Menus
from ..main_window.window import MainWindow
from ..session.services import Services
from ..theme.appearance import Appearance
from ..theme.user_settings import UserSettings
from .home import HomeController
from .system_recent import SystemRecent

if TYPE_CHECKING:
    from erasmus_desk.draft.model import Draft

    from ..main_window.editor import Editor
    from ..session.draft_manager import DraftManager, OpenDraft
    from .draft_controllers import DraftControllers
    from .program_dialogs import ProgramDialogs

FILE_FILTER = "Erasmus Desk (*.erasmus)"


class ApplicationController(QObject):
    """Builds the window with its controllers, and serves the commands of the menus."""

    def __init__(
        self, services: Services, paths: AppPaths, settings: Settings, appearance: Appearance
    ) -> None:
        super().__init__()
        self.paths = paths
        self.user_settings = UserSettings(settings, paths.settings)
        self._services = services
        self._appearance = appearance
        places = services, appearance, paths.instances
        self.window = MainWindow(*places, lambda one: self.draft_controllers.build_view(one))  # noqa: PLW0108 - loaded then
        self._draft_controllers: DraftControllers | None = None
        self.home = HomeController(self.window, services, paths, self.user_settings)
        self.system_recent = SystemRecent(paths.recent_documents, self)
        self.home.created.connect(self.create_proposal)
        self.home.open_requested.connect(self.choose_proposal)
        self.home.example_requested.connect(self.open_example)
        self.menus = self._build_menus()
        self.window.editor_built.connect(self._on_editor_built)
        self.window.files_dropped.connect(partial(open_files, self))
        self.window.draft_opened.connect(self._on_opened)
        self.home.card_menu.recent_changed.connect(self._show_recent)
        self.window.draft_closed.connect(lambda: self.menus.set_draft(None))
        self.user_settings.restore_geometry(self.window)

    def start(self, *paths: Path) -> None:
        """Show the window with what is in the files, else the home page; what is slow comes later.

        What is named as neither a Word file nor a call is read as a draft, whatever its suffix.
        """
        named = tuple(map(find_absolute_path, paths))
        drafts = [one for one in named if not is_taken_over(one)]
        if not drafts or not open_first(self.window, drafts):
            self.home.show_soon()
        else:
            QTimer.singleShot(0, self._offer_recovery)
        self.window.show()
        if named and not drafts:
            QTimer.singleShot(0, partial(open_files, self, named))

    @property
    def draft_manager(self) -> DraftManager:
        """The manager that opens and closes drafts."""
        return self._services.draft_manager

    @property
    def draft_controllers(self) -> DraftControllers:
        """The controllers that act on the open draft, built when they are first needed."""
        if self._draft_controllers is None:
            # They load the editor and all that it needs, which the home page does without.
            from .draft_controllers import DraftControllers  # noqa: PLC0415

            places = self.paths, self.user_settings, self.home.start_from
            self._draft_controllers = DraftControllers(self.window, *places)
            self._draft_controllers.leaving.copied.connect(self._add_recent)
        return self._draft_controllers

    @property
    def dialogs(self) -> ProgramDialogs:
        """The dialogs about the program itself."""
        from .program_dialogs import ProgramDialogs  # noqa: PLC0415 - no start shows them

        return ProgramDialogs(self.window, self._services, self.paths)

    def _offer_recovery(self) -> None:
        if self.window.opened is not None and self._services.may_have_unsaved_work():
            self.home.recovery.offer_recovery()

    def shut_down(self) -> None:
        """Save, close the window, also if text cannot be saved, and release the services."""
        self.user_settings.save_geometry(self.window)
        self.window.go_on(self.window.close)
        self._services.close()
        self._appearance.remove_language()

    def report_fault(self, fault: str) -> None:
        """Save what can be saved after an unexpected exception, and tell the user."""
        opened = self.window.opened
        is_saved = opened.autosave.save() if opened is not None else self.window.save_content()
        what = self.tr("Something went wrong in Erasmus Desk ({}).").format(fault)
        safe = self.tr("Your answers are saved.") if is_saved else ""
        do = self.tr(
            "If it happens again, restart Erasmus Desk and report it. Attach the log file: {}"
        ).format(self.paths.log)
        self.window.notify("fault", " ".join(filter(None, (what, safe, do))))

    def show_home(self) -> None:
        """Show the home page."""
        self.home.show()

    def new_proposal(self) -> None:
        """Show the wizard for a new proposal."""
        self.home.start_wizard()

    def create_proposal(self, draft: Draft) -> None:
        """Save a new draft and open it."""
        with self.window.showing_errors():
            pack = self.draft_manager.library.load_pack(draft.pack.id, draft.pack.revision)
            title = draft.text(pack.role("title")) or self.tr("Untitled proposal")
            path = self.draft_manager.create(draft, title)
            earlier = self.home.finish_start()
            if self.window.open_draft(path) and earlier is not None:
                self.draft_controllers.review_import.import_files((earlier,))

    def choose_proposal(self) -> None:
        """Ask for a draft file and open it."""
        folder = self.user_settings.current.last_folder or self.paths.drafts
        title = self.tr("Open a proposal")
        chosen, _ = QFileDialog.getOpenFileName(self.window, title, str(folder), FILE_FILTER)
        if chosen:
            path = Path(chosen)
            self.user_settings.update(replace(self.user_settings.current, last_folder=path.parent))
            self.window.open_draft(path)

    def open_example(self, example: Path) -> None:
        """Open a copy of a shipped example, which is made only when it can be opened."""
        if not self.window.secure(partial(self.open_example, example)):
            return
        with self.window.showing_errors():
            self.window.open_draft(self.draft_manager.create_copy(example, example.stem))

    def save_copy(self) -> None:
        """Ask for a path and save a copy there."""
        opened = self.window.opened
        if opened is None:
            return
        target = ask_draft_path(self.window, self.tr("Save a copy"), opened.session.path)
        if target is None:
            return
        with self.window.showing_errors():
            self.draft_manager.save_copy(opened.session.draft, target)
            text = self.tr("A copy was saved as {}.").format(target.name)
            self.window.notifications.notify("copy", text)

    def edit_preferences(self) -> None:
        """Show the preferences and apply them."""
        current, languages = self.user_settings.current, self._appearance.languages
        if (chosen := self.dialogs.ask_preferences(current, languages)) is not None:
            self.apply_settings(chosen)

    def apply_settings(self, settings: Settings) -> None:
        """Apply colours, type size and language; an open draft stays open."""
        self.user_settings.update(settings)
        self._services.back_up_to(settings.backup_folder)
        self._appearance.apply_theme(settings)
        self._appearance.install_language(settings)
        if self._draft_controllers is not None:
            self._draft_controllers.apply(settings)
        self._rebuild_menus()
        if self.window.opened is not None:
            self.window.rebuild_editor()
            self.menus.set_draft(self.window.opened.session.undo_stack)
        else:
            self.home.rebuild()

    def _rebuild_menus(self) -> None:
        """Rebuild the menus in the present language."""
        for action in self.window.menu_actions():
            action.deleteLater()
        self.menus.take_out()
        self.menus = self._build_menus()

    def _build_menus(self) -> Menus:
        menus = Menus(self.window, build_menu_commands(self), partial(has_version, self))
        menus.recent_requested.connect(self._on_recent)
        menus.show_recent(self.user_settings.current.recent)
        return menus

    def _on_opened(self, opened: OpenDraft) -> None:
        self.home.report_journal_error()
        self.menus.set_draft(opened.session.undo_stack)
        opened.session.path_changed.connect(self._on_path_changed)
        self._add_recent(opened.session.path)

    def _add_recent(self, path: Path) -> None:
        self.system_recent.note(path)
        self._show_recent(self.user_settings.current.with_recent(path))

    def _on_path_changed(self, path: Path, before: Path) -> None:
        self._show_recent(self.user_settings.current.without_recent(before).with_recent(path))

    def _show_recent(self, settings: Settings) -> None:
        self.user_settings.update(settings)
        self.menus.show_recent(settings.recent)

    def _on_recent(self, path: Path) -> None:
        if not self.window.open_draft(path) and not may_exist(path):
            self._show_recent(self.user_settings.current.without_recent(path))

    def _on_editor_built(self) -> None:
        if self.window.top_bar is not None:
            self.window.top_bar.home_requested.connect(self.show_home)
        if self.window.editor is not None:
            self.window.editor.columns.prefer_guidance(
                is_shown=self.user_settings.current.guidance_shown
            )


def is_taken_over(path: Path) -> bool:
    """Return whether a file is named as one whose content is taken over: a Word file or a call."""
    return has_suffix(path, WORD_SUFFIX) or has_suffix(path, CALL_SUFFIX)


def open_first(window: MainWindow, drafts: Sequence[Path]) -> bool:
    """Open the first of some drafts; return whether it is open then. Of the others it is told."""
    is_open = window.open_draft(drafts[0])
    if is_open and len(drafts) > 1:
        text = QCoreApplication.translate(
            "ApplicationController",
            "{} was opened. A window shows one proposal: open the others one by one.",
        )
        window.notifications.notify("one-proposal", text.format(drafts[0].name))
    return is_open


def open_files(controller: ApplicationController, paths: tuple[Path, ...]) -> None:
    """Open the first draft; else show the first call, to be added; else import all as Word files.

    A file of any other kind is read as one of Word: its reader says what it is.
    """
    drafts = [one for one in paths if has_suffix(one, DRAFT_SUFFIX)]
    calls = [one for one in paths if has_suffix(one, CALL_SUFFIX)]
    if drafts:
        open_first(controller.window, drafts)
    elif calls:
        controller.home.added_calls.add_from_file(calls[0])
    else:
        controller.draft_controllers.review_import.import_files(paths)


Run = Callable[[], None]
"""What an entry of a menu does."""


def has_version(controller: ApplicationController) -> bool:
    """Return whether there is another version of the open draft to merge."""
    is_open = controller.window.opened is not None
    return is_open and controller.draft_controllers.conflict_copies.has_other_version


def build_menu_commands(controller: ApplicationController) -> MenuCommands:
    """Return the commands of the menus; those on a draft do nothing without one."""

    def on_draft(command: Callable[[DraftControllers], None], *, leaves_page: bool = True) -> Run:
        def run() -> None:
            if controller.window.opened is not None:
                if leaves_page:
                    controller.window.stack.close_over()
                command(controller.draft_controllers)

        return run

    def on_editor(command: Callable[[Editor], None]) -> Run:
        def run() -> None:
            if controller.window.editor is not None:
                controller.window.stack.close_over()
                command(controller.window.editor)

        return run

    return MenuCommands(
        new=controller.new_proposal,
        carry=on_draft(lambda draft: draft.carry.show_calls()),
        open=controller.choose_proposal,
        restore=controller.home.show_backups,
        home=controller.show_home,
        save=on_draft(lambda draft: draft.save_status.save_now(), leaves_page=False),
        save_copy=controller.save_copy,
        close_draft=controller.show_home,
        quit=controller.window.close,
        find=on_draft(lambda draft: draft.search.show(), leaves_page=False),
        replace=on_draft(lambda draft: draft.search.show(can_replace=True), leaves_page=False),
        history=on_draft(lambda draft: draft.history.show()),
        merge=on_draft(lambda draft: draft.conflict_copies.merge()),
        check=on_editor(lambda editor: editor.show_checks()),
        show_export=on_editor(lambda editor: editor.show_export()),
        preview=on_draft(lambda draft: draft.export.show_preview()),
        import_review=on_draft(lambda draft: draft.review_import.choose_files()),
        guidance=on_draft(lambda draft: draft.toggle_guidance(), leaves_page=False),
        focus_mode=on_draft(lambda draft: draft.focus_mode.toggle(), leaves_page=False),
        previous=on_editor(lambda editor: editor.show_previous()),
        next=on_editor(lambda editor: editor.show_next()),
        switch_focus=on_draft(lambda draft: draft.editing.switch_focus()),
        preferences=controller.edit_preferences,
        shortcuts=lambda: controller.dialogs.show_shortcuts(controller.menus.shortcuts()),
        add_call=controller.home.add_call,
        about_call=controller.home.show_about_call,
        report_problem=lambda: controller.dialogs.report_problem(),  # noqa: PLW0108 - as below
        about=lambda: controller.dialogs.show_about(),  # noqa: PLW0108 - loaded by the click
    )
