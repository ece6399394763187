"""What the user can do with the window as a whole: the deeds behind menus and buttons."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from erasmus_desk import __version__
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import DeskError, SaveError
from erasmus_desk.paths import Places
from erasmus_desk.storage.settings import Settings

from ..dialogs.about import About
from ..dialogs.preferences import Preferences
from ..dialogs.shortcuts import Keys
from ..main_window.menus import Deeds, Menus
from ..main_window.notice_bar import Notice
from ..main_window.window import Window
from ..session.draft_manager import Keeper, OpenDraft
from ..session.services import Workshop
from ..theme.appearance import Wardrobe
from ..theme.user_settings import Memory
from .editing import DeskWork
from .export import Dispatch, Press
from .home import Reception
from .review_import import Bringing
from .saving import SavingDesk

# What the home page does not need is imported where it is used: half of all modules, and most
# of the time that a start would take (docs/decisions/0004).

LANGUAGES = ("en", "nl")
"""Languages the interface is complete in."""
KINDS = "Erasmus Desk (*.erasmus)"
"""What the dialogs of files offer to choose from."""


class Office(QObject):
    """Wires the window to files, settings, partner book and export."""

    def __init__(
        self, workshop: Workshop, places: Places, chosen: Settings, wardrobe: Wardrobe
    ) -> None:
        """Make the window."""
        super().__init__()
        self.places = places
        self.memory = Memory(chosen, places.settings)
        self._workshop = workshop
        self._wardrobe = wardrobe
        self.window = Window(workshop, wardrobe, places.bells)
        self.work = DeskWork(self.window, places)
        self.dispatch = Dispatch(self.window, places)
        self.bringing = Bringing(self.window, places)
        self.press = Press(self.window, places)
        self.saving = SavingDesk(self.window)
        self.reception = Reception(self.window, workshop, places, self.memory)
        self.reception.created.connect(self.create)
        self.reception.open_wanted.connect(self.open)
        self.reception.example_wanted.connect(self.open_example)
        self.menus = self._new_menus()
        self.window.home_wanted.connect(self.show_home)
        self.window.desk_built.connect(self._show_guidance)
        self.window.draft_opened.connect(self._on_opened)
        self.window.draft_closed.connect(self._on_closed)
        self.window.error_raised.connect(self.window.tell)
        self.memory.place(self.window)

    def begin(self, named: Path | None) -> None:
        """Show the window, on the home page or on the named draft.

        The home page can be used from its first painting on; what takes longer to find, the
        drafts and what a crash left, comes in the turn after.
        """
        if named is None or not self.window.open_draft(named.absolute()):
            self.reception.show_soon()
        else:
            # Here too, once the desk is painted; the home page looks for itself.
            QTimer.singleShot(0, self._offer_rescues)
        self.window.show()

    @property
    def keeper(self) -> Keeper:
        """Whoever opens and closes drafts."""
        return self._workshop.keeper

    def _offer_rescues(self) -> None:
        if self.window.opened is not None:
            self.reception.rescues.offer()

    def end(self) -> None:
        """Save everything and let go."""
        self.memory.note_place(self.window)
        self.window.close()
        self._workshop.close()

    def rescue(self, fault: str) -> None:
        """After an unforeseen fault: save what can be saved and say so."""
        opened = self.window.opened
        is_saved = opened is None or opened.autosave.save()
        what = self.tr("Something went wrong inside Erasmus Desk ({}).").format(fault)
        safe = self.tr("Your answers are saved.") if is_saved else ""
        do = self.tr("If it happens again, start the program anew; the log has the details.")
        self.window.notices.show_notice(Notice("fault", " ".join(filter(None, (what, safe, do)))))

    def show_home(self) -> None:
        """Show the home page with the drafts as they are now."""
        self.reception.show()

    def new(self) -> None:
        """Begin a new proposal with the guided start."""
        self.reception.guide()

    def create(self, draft: Draft) -> None:
        """Put a new draft on disk and open it."""
        try:
            pack = self.keeper.library.pack(draft.pack.id)
            title = draft.text(pack.role("title")) or self.tr("Untitled proposal")
            path = self.keeper.create(draft, title)
        except DeskError as problem:
            self.window.tell(problem)
            return
        self.window.open_draft(path)

    def open(self) -> None:
        """Ask for a draft and open it."""
        folder = self.memory.settings.last_folder or self.places.drafts
        chosen = ask_draft(self.window, self.tr("Open a proposal"), str(folder))
        if chosen:
            self.memory.keep(replace(self.memory.settings, last_folder=Path(chosen).parent))
            self.window.open_draft(Path(chosen))

    def open_example(self, example: Path) -> None:
        """Open a copy of a shipped example."""
        try:
            path = self.keeper.copy_of(example, example.stem)
        except DeskError as problem:
            self.window.tell(problem)
            return
        self.window.open_draft(path)

    def save_copy(self) -> None:
        """Ask where a copy shall go and write it."""
        opened = self.window.opened
        if opened is None:
            return
        title = self.tr("Save a copy")
        chosen = ask_copy(self.window, title, str(opened.session.path))
        if not chosen:
            return

        try:
            self.keeper.save_copy(opened.session.draft, Path(chosen))
        except SaveError as problem:
            self.window.tell(problem)
            return

        said = self.tr("A copy was saved as {}.").format(Path(chosen).name)
        self.window.notices.show_notice(Notice("copy", said))

    def preferences(self) -> None:
        """Ask for settings and apply them at once."""
        chosen = Preferences.ask(self.window, self.memory.settings, LANGUAGES)
        if chosen is not None:
            self.apply(chosen)

    def apply(self, chosen: Settings) -> None:
        """Apply settings: palette, type size, language; the draft stays open."""
        self.memory.keep(chosen)
        self._wardrobe.dress(chosen)
        self._wardrobe.speak(chosen)
        self.work.close_search()
        self._hang_menus()
        if self.window.opened is not None:
            self.window.rebuild_desk()
            self.menus.set_draft(self.window.opened.session.undo_stack)
        else:
            self.reception.show_anew()

    def _hang_menus(self) -> None:
        """Build the menus anew: their words are in the language they were built in."""
        for action in self.window.actions_of_menus():
            action.deleteLater()
        self.window.menuBar().clear()
        self.menus = self._new_menus()

    def _new_menus(self) -> Menus:
        menus = Menus(self.window, deeds_of(self))
        menus.recent_wanted.connect(self._on_recent)
        menus.show_recent(self.memory.settings.recent)
        return menus

    def _on_opened(self, opened: OpenDraft) -> None:
        self.reception.serve()
        self.menus.set_draft(opened.session.undo_stack)
        self.memory.keep(self.memory.settings.with_recent(opened.session.path))
        self.menus.show_recent(self.memory.settings.recent)

    def _on_recent(self, path: Path) -> None:
        if not self.window.open_draft(path) and not path.exists():
            self.memory.keep(self.memory.settings.without_recent(path))
            self.menus.show_recent(self.memory.settings.recent)

    def _show_guidance(self) -> None:
        if self.window.desk is not None:
            self.window.desk.guidance.setVisible(self.memory.settings.guidance_shown)

    def _on_closed(self) -> None:
        self.menus.set_draft(None)

    def keys(self) -> None:
        """Show the list of keys."""
        Keys.show(self.window, self.menus.shortcuts())

    def about(self) -> None:
        """Say what the program is."""
        About.show(self.window, __version__)


def deeds_of(office: Office) -> Deeds:
    """Give what hangs in the menus."""
    return Deeds(
        new=office.new,
        open=office.open,
        home=office.show_home,
        save=office.saving.save_now,
        save_copy=office.save_copy,
        close_draft=office.show_home,
        quit=office.window.close,
        find=office.work.find,
        check=office.work.check,
        word=office.work.word,
        preview=office.press.show_preview,
        bring=office.bringing.ask,
        guidance=office.work.guidance,
        previous=office.work.previous,
        next=office.work.next,
        focus_steps=office.work.focus_steps,
        preferences=office.preferences,
        keys=office.keys,
        about=office.about,
    )


def ask_draft(parent: QWidget, title: str, folder: str) -> str:
    """Ask for a draft; gives an empty string if none is chosen."""
    return QFileDialog.getOpenFileName(parent, title, folder, KINDS)[0]


def ask_copy(parent: QWidget, title: str, path: str) -> str:
    """Ask where a copy shall go; gives an empty string if nowhere."""
    chosen = QFileDialog.getSaveFileName(parent, title, path, KINDS)[0]
    return chosen if not chosen or Path(chosen).suffix else f"{chosen}{Path(path).suffix}"
