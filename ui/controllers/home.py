"""What stands in the window without a draft: the home page, and the guided start."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from erasmus_desk.draft.model import Value
from erasmus_desk.paths import Places
from erasmus_desk.storage import drafts

from ..main_window.home_page import HomePage, card_words, example_titles
from ..main_window.window import Window
from ..session.services import Workshop
from ..theme.user_settings import Memory
from ..wizard.wizard import Standing, StartWizard
from .recovery import RescueDesk


class Reception(QObject):
    """Shows the home page with the drafts, guides to a new one, offers what a crash left.

    At the start the home page is shown at once and completed after its first painting.
    """

    created = Signal(object)
    """A new draft from the guided start; it lies on no disk yet."""
    open_wanted = Signal()
    example_wanted = Signal(object)

    def __init__(self, window: Window, workshop: Workshop, places: Places, memory: Memory) -> None:
        """Receive in a window."""
        super().__init__(window)
        self._window = window
        self._workshop = workshop
        self._places = places
        self._memory = memory
        self._rescues: RescueDesk | None = None
        self._has_told_trouble = False
        window.conflicted.connect(self._on_conflict)

    @property
    def rescues(self) -> RescueDesk:
        """Whoever offers what a crash left, and settles foreign changes."""
        if self._rescues is None:
            self._rescues = RescueDesk(self._window)
        return self._rescues

    def show_soon(self) -> None:
        """Show the home page, and what takes longer to find after its first painting."""
        self._show_page()
        QTimer.singleShot(0, self._complete)

    def show(self) -> None:
        """Show the home page with the drafts as they are now."""
        self._show_page()
        self._complete()

    def show_anew(self) -> None:
        """Build what is shown anew: in another language, or another look."""
        shown = self._window.stack.currentWidget()
        if isinstance(shown, StartWizard):
            self.guide(shown.standing)
        else:
            self.show()

    def guide(self, standing: Standing | None = None) -> None:
        """Begin a new proposal with the guided start, or go on with it where it stands."""
        language = self._memory.settings.proposal_language
        presets: dict[str, Value] = {"language": language} if language else {}
        window = self._window
        wizard = StartWizard(
            window.keeper.library,
            window.language,
            window.keeper.folder,
            presets,
            window.look,
            standing,
        )
        wizard.created.connect(self.created)
        wizard.left.connect(self.show)
        window.show_alone(wizard)
        wizard.screen_shown().focus_first()

    def serve(self) -> None:
        """Stand by for a draft that was just opened."""
        self._tell_trouble()

    def _show_page(self) -> None:
        self._window.close_draft()
        examples = example_titles(self._places.examples, self._window.language)
        home = HomePage(self._window.look, examples)
        home.new_wanted.connect(self.guide)
        home.open_wanted.connect(self.open_wanted)
        home.draft_wanted.connect(self._window.open_draft)
        home.example_wanted.connect(self.example_wanted)
        self._window.show_alone(home)
        home.focus_first()

    def _complete(self) -> None:
        """Show the drafts, and offer rescues, unless something else is shown by now."""
        home = self._window.stack.currentWidget()
        if not isinstance(home, HomePage):
            return
        recent = self._memory.settings.recent
        if recent or next(self._places.drafts.glob("*"), None):
            window = self._window
            speech = window.keeper.library, window.sentences, window.language
            found = drafts.listed(self._places.drafts, recent)
            home.show_cards(tuple(card_words(one, *speech) for one in found))
        else:
            home.show_cards(())
        # What was told at the start, such as a draft that cannot be opened, is not talked over.
        if self._workshop.may_hold_rescues() and not self._window.notices.topic:
            self.rescues.offer()
            self._tell_trouble()

    def _on_conflict(self) -> None:
        if self._rescues is None:  # else it heard of the conflict itself
            self.rescues.tell_conflict()

    def _tell_trouble(self) -> None:
        """Say once what is wrong with the journal."""
        if self._workshop.trouble is not None and not self._has_told_trouble:
            self._has_told_trouble = True
            self._window.tell(self._workshop.trouble)
