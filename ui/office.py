"""What the user can do with the window as a whole: the deeds behind menus and buttons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from erasmus_desk import __version__
from erasmus_desk.draft import listing
from erasmus_desk.draft.model import Draft, Value
from erasmus_desk.draft.naming import SUFFIX
from erasmus_desk.errors import DeskError, SaveError
from erasmus_desk.paths import Places
from erasmus_desk.sentences import Sentences
from erasmus_desk.settings import Settings

from .cards import card_words, example_titles
from .deskwork import DeskWork
from .dialogs.about import About
from .dialogs.keys import Keys
from .dialogs.preferences import Preferences
from .home import HomePage
from .keeper import Keeper, OpenDraft
from .memory import Memory
from .menus import Deeds, Menus
from .notice import Notice
from .rescue import RescueDesk
from .start.wizard import Standing, StartWizard
from .theme import Look
from .window import Window

LANGUAGES = ("en", "nl")
"""Languages the interface is complete in."""


class Wardrobe(Protocol):
    """Whoever gives the application its look and language."""

    look: Look
    sentences: Sentences

    def dress(self, chosen: Settings) -> Look:
        """Apply palette and type size."""
        ...

    def speak(self, chosen: Settings) -> Sentences:
        """Apply the language of the interface."""
        ...


class Office(QObject):
    """Wires the window to files, settings, partner book and export."""

    def __init__(
        self,
        keeper: Keeper,
        places: Places,
        chosen: Settings,
        wardrobe: Wardrobe,
        trouble: DeskError | None,
    ) -> None:
        """Make the window; `trouble` is what went wrong with the journal, if anything."""
        super().__init__()
        self.keeper = keeper
        self.places = places
        self.memory = Memory(chosen, places.settings)
        self._wardrobe = wardrobe
        self._trouble = trouble
        self.window = Window(keeper, wardrobe.look, wardrobe.sentences, places.bells)
        self.work = DeskWork(self.window, places)
        self.rescues = RescueDesk(self.window)
        self.menus = self._new_menus()
        self.window.home_wanted.connect(self.show_home)
        self.window.draft_opened.connect(self._on_opened)
        self.window.draft_closed.connect(self._on_closed)
        self.window.error_raised.connect(self.window.tell)
        self.memory.place(self.window)

    def begin(self, named: Path | None) -> None:
        """Show the window, on the home page or on the named draft."""
        self.show_home()
        self.window.show()
        if named is not None:
            self.window.open_draft(named.absolute())
        if self._trouble is not None:
            self.window.tell(self._trouble)

    def end(self) -> None:
        """Save everything and let go."""
        self.memory.note_place(self.window)
        self.window.close()
        if self.keeper.journal is not None:
            self.keeper.journal.close()
            self.keeper.journal = None

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
        self.window.close_draft()
        language = self.window.language
        examples = example_titles(self.places.examples, self.keeper.library, language)
        home = HomePage(self.window.look, examples)
        home.new_wanted.connect(self.new)
        home.open_wanted.connect(self.open)
        home.draft_wanted.connect(self.window.open_draft)
        home.example_wanted.connect(self.open_example)
        found = listing.listed(self.places.drafts, self.memory.settings.recent)
        home.show_cards(
            tuple(
                card_words(one, self.keeper.library, self.window.sentences, language)
                for one in found
            )
        )
        self.window.show_alone(home)
        home.focus_first()
        self.rescues.offer()

    def new(self) -> None:
        """Begin a new proposal with the guided start."""
        self._guide(None)

    def _guide(self, standing: Standing | None) -> None:
        language = self.memory.settings.proposal_language
        presets: dict[str, Value] = {"language": language} if language else {}
        wizard = StartWizard(
            self.keeper.library,
            self.window.language,
            self.keeper.folder,
            presets,
            self.window.look,
            standing,
        )
        wizard.created.connect(self.create)
        wizard.left.connect(self.show_home)
        self.window.show_alone(wizard)
        wizard.screen_shown().focus_first()

    def create(self, draft: Draft) -> None:
        """Put a new draft on disk and open it."""
        try:
            pack = self.keeper.library.pack(draft.pack.id)
            path = self.keeper.create(draft, draft.text(pack.role("title")))
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
        self.window.look = self._wardrobe.dress(chosen)
        self.window.sentences = self._wardrobe.speak(chosen)
        self.work.close_search()
        self._hang_menus()
        shown = self.window.stack.currentWidget()
        if self.window.opened is not None:
            self.window.rebuild_desk()
            self.menus.set_draft(self.window.opened.session.undo_stack)
        elif isinstance(shown, StartWizard):
            self._guide(shown.standing)
        else:
            self.show_home()

    def _hang_menus(self) -> None:
        """Build the menus anew: their words are in the language they were built in."""
        for action in self.window.actions_of_menus():
            action.deleteLater()
        self.window.menuBar().clear()
        self.menus = self._new_menus()

    def _new_menus(self) -> Menus:
        menus = Menus(self.window, self._deeds())
        menus.recent_wanted.connect(self.window.open_draft)
        menus.show_recent(self.memory.settings.recent)
        return menus

    def _deeds(self) -> Deeds:
        return Deeds(
            new=self.new,
            open=self.open,
            home=self.show_home,
            save=self.window.save_now,
            save_copy=self.save_copy,
            close_draft=self.show_home,
            quit=self.window.close,
            find=self.work.find,
            check=self.work.check,
            word=self.work.word,
            guidance=self.work.guidance,
            previous=self.work.previous,
            next=self.work.next,
            focus_steps=self.work.focus_steps,
            preferences=self.preferences,
            keys=self._keys,
            about=self._about,
        )

    def _on_opened(self, opened: OpenDraft) -> None:
        self.menus.set_draft(opened.session.undo_stack)
        self.memory.keep(self.memory.settings.with_recent(opened.session.path))
        if self.window.desk is not None and not self.memory.settings.guidance_shown:
            self.window.desk.guidance.hide()
        self.menus.show_recent(self.memory.settings.recent)

    def _on_closed(self) -> None:
        self.menus.set_draft(None)

    def _keys(self) -> None:
        Keys.show(self.window, self.menus.shortcuts())

    def _about(self) -> None:
        About.show(self.window, __version__)


def ask_draft(parent: QWidget, title: str, folder: str) -> str:
    """Ask for a draft; gives an empty string if none is chosen."""
    kinds = f"Erasmus Desk (*{SUFFIX})"
    return QFileDialog.getOpenFileName(parent, title, folder, kinds)[0]


def ask_copy(parent: QWidget, title: str, path: str) -> str:
    """Ask where a copy shall go; gives an empty string if nowhere."""
    return QFileDialog.getSaveFileName(parent, title, path, f"Erasmus Desk (*{SUFFIX})")[0]
