"""The guided start in the window: what was chosen is kept until the proposal is created."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from erasmus_desk.errors import SaveError
from erasmus_desk.path_checks import is_file
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage.clock import now
from erasmus_desk.storage.unfinished_starts import (
    UnfinishedStart,
    UnfinishedStarts,
    make_start_id,
)

from ..main_window.window import MainWindow, Wanted
from ..qt_support import single_shot
from ..theme.user_settings import UserSettings
from ..wizard.start_pages import StartTexts
from ..wizard.wizard import NewProposalWizard
from .spelling import SpellingController

KEEP_AFTER = 300
"""Milliseconds from a choice to the file; with the write, less than a second is at risk."""
NOT_KEPT, MISSING = "start", "earlier"
GO_ON, STAY = "go-on", "stay"


class GuidedStart(QObject):
    """Shows the wizard and writes its choices as they are made; it lives as long as the wizard."""

    def __init__(
        self,
        window: MainWindow,
        starts: UnfinishedStarts,
        languages: tuple[str, ...],
        start: UnfinishedStart | None,
        earlier: Path | None = None,
    ) -> None:
        """Build the wizard, with the choices of a start if given. Raises PackError.

        `languages` are those preferred for proposals; `earlier` is the Word file that a new start
        is made from, itself a choice.
        """
        manager, language = window.draft_manager, window.language
        texts = StartTexts(manager.library, language, window.messages, str(manager.folder))
        state = start.state if start else None
        wizard = NewProposalWizard(texts, (*languages, language), window.theme, state)
        super().__init__(wizard)
        self.wizard = wizard
        self._window = window
        self._starts = starts
        self._id = start.id if start else make_start_id()
        self._changed = start.changed if start else now()
        self.earlier = start.earlier if start else earlier
        self._spelling: SpellingController | None = None
        self._is_unsaved = False
        self._is_created = False
        self._wanted: Wanted | None = None
        self._timer = single_shot(self, KEEP_AFTER)
        self._timer.timeout.connect(self.secure)
        wizard.changed.connect(self._on_changed)
        if start is None and earlier is not None:
            self._on_changed()

    @property
    def start(self) -> UnfinishedStart:
        """The start as it is now."""
        return UnfinishedStart(self._id, self._changed, self.wizard.state, self.earlier)

    def check_spelling(self, paths: AppPaths, user_settings: UserSettings) -> None:
        """Check the spelling of what is typed, as in a proposal that is open."""
        wizard, window = self.wizard, self._window
        spelling = SpellingController(window, paths, user_settings, lambda: wizard.session, self)
        self._spelling = spelling
        wizard.changed.connect(spelling.start_soon)
        wizard.installEventFilter(self)
        spelling.start_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the process with the dictionaries while the wizard is not shown."""
        if self._spelling is not None and event.type() is QEvent.Type.Hide:
            self._spelling.close()
        elif self._spelling is not None and event.type() is QEvent.Type.Show:
            self._spelling.start_soon()
        return super().eventFilter(watched, event)

    def report_missing(self) -> None:
        """Say which call cannot be read, or that the Word file of the start is not there now."""
        _, problems = self._window.draft_manager.library.load_packs()
        if problems:
            self._window.show_error(problems[0])
        if self.earlier is not None and not _is_there(self.earlier):
            text = self.tr(
                "The earlier proposal “{0}” is not in {1} now. Put it back to use its answers, or "
                "go on without them."
            )
            self._window.notify(MISSING, text.format(self.earlier.name, self.earlier.parent))

    def secure(self) -> bool:
        """Write what was chosen since the last time; return whether nothing is lost now."""
        self._timer.stop()
        return not self._is_unsaved or self._write() is None

    def finish(self) -> None:
        """Remove the start: its proposal is created."""
        self._timer.stop()
        self._is_created, self._is_unsaved = True, False
        with self._window.showing_errors():
            self._starts.remove(self._id)

    def ask(self, wanted: Wanted) -> None:
        """Ask whether to go on to what was wanted, as the choices could not be kept."""
        problem = self._write()
        if problem is None:
            wanted()
            return
        if self._wanted is None:
            self._window.notice_answered.connect(self._on_answered)
        self._wanted = wanted
        what = self._window.messages.format_error(problem).what
        text = self.tr("If you go on, you lose what you chose for this new proposal.")
        self._window.notify(
            NOT_KEPT,
            f"{what} {text}",
            (GO_ON, self.tr("Go on without saving")),
            (STAY, self.tr("Stay here")),
        )

    def _write(self) -> SaveError | None:
        try:
            self._starts.save(self.start)
        except SaveError as problem:
            return problem
        self._is_unsaved = False
        return None

    def _on_changed(self) -> None:
        if self._is_created:
            return
        self._is_unsaved, self._changed = True, now()
        # Not restarted by later changes, so that the bound holds during continuous typing.
        if not self._timer.isActive():
            self._timer.start()

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) == (NOT_KEPT, GO_ON) and self._wanted is not None:
            with self._window.showing_errors():
                self._window.go_on(self._wanted)


def _is_there(path: Path) -> bool:
    try:
        return is_file(path)
    except OSError:  # its drive or folder cannot be read
        return False
