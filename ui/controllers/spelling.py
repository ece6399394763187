"""The controller of the spelling: it finds the dictionaries, and keeps the words of the user."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from erasmus_desk.i18n import formats
from erasmus_desk.paths import AppPaths
from erasmus_desk.spelling.dictionaries import find_dictionaries
from erasmus_desk.spelling.protocol import Fault
from erasmus_desk.storage.settings import Settings
from erasmus_desk.storage.user_words import UserWords

from ..main_window.window import MainWindow
from ..qt_support import single_shot
from ..session.draft_spelling import DraftSpelling, UserDictionary
from ..session.session import Session
from ..session.spell_checker import SpellChecker
from ..theme.user_settings import UserSettings

START_DELAY = 250
"""Milliseconds after a proposal was opened: it is painted and can be typed in before."""
SPELLING = "spelling"
"""Topic of what the user is told."""


class SpellingController(QObject):
    """Gives the draft that is shown the spell checker, unless the user wants none."""

    def __init__(
        self,
        window: MainWindow,
        paths: AppPaths,
        user_settings: UserSettings,
        find_session: Callable[[], Session | None],
        owner: QObject | None = None,
    ) -> None:
        """`find_session` returns the draft that is shown."""
        super().__init__(owner or window)
        self._window = window
        self._find_session = find_session
        self._paths = paths
        self._user_settings = user_settings
        self._checker: SpellChecker | None = None
        self._checked: DraftSpelling | None = None
        self._words: UserWords | None = None
        self._dictionary = UserDictionary()
        self._dictionary.add_requested.connect(self._add_word)
        self._dictionary.remove_requested.connect(self._remove_word)
        self._told: set[str] = set()
        self._start_timer = single_shot(self, START_DELAY)
        self._start_timer.timeout.connect(self.start)

    def apply(self, settings: Settings) -> None:
        """Check words from now on, or no more, as the settings say."""
        self.close()  # the user may have put a dictionary into the folder
        if settings.spelling:
            self.start()

    def start_soon(self) -> None:
        """Start a moment after a draft is shown, unless it is checked already."""
        session = self._find_session()
        if session is None or session.spelling is not self._checked:
            self._start_timer.start()

    def start(self) -> None:
        """Give the draft the spell checker; its process starts with the first word."""
        self._start_timer.stop()
        session = self._find_session()
        if session is None or not self._user_settings.current.spelling:
            return
        if self._checked is not session.spelling:
            self._leave()
        if self._checker is None:
            found = find_dictionaries(self._paths.added_dictionaries, self._paths.dictionaries)
            self._checker = SpellChecker(found, self)
            self._checker.faulted.connect(self._on_faulted)
        if self._words is None:
            self._words = UserWords(self._paths.user_words)
            self._dictionary.show(self._words.words)
            self._window.show_notice(self._words.take_notice())
        self._checked = session.spelling
        is_counted = self._user_settings.current.spelling_findings
        self._checked.use(self._checker, self._dictionary, is_counted=is_counted)

    def close(self) -> None:
        """Check no more words, and end the process with the dictionaries."""
        self._start_timer.stop()
        self._leave()
        if self._checker is not None:
            self._checker.close()
            self._checker.deleteLater()
            self._checker = None

    def _leave(self) -> None:
        if self._checked is not None and shiboken6.isValid(self._checked):
            self._checked.use(None)
        self._checked = None

    def _add_word(self, word: str) -> None:
        if self._words is not None:
            with self._window.showing_errors():
                self._words.add(word)
            self._dictionary.show(self._words.words)

    def _remove_word(self, word: str) -> None:
        if self._words is not None:
            with self._window.showing_errors():
                self._words.remove(word)
            self._dictionary.show(self._words.words)

    def _on_faulted(self, language: str, fault: Fault) -> None:
        """Tell once why a language is not checked; that Hunspell is missing, Preferences say."""
        if fault is Fault.NO_LIBRARY or language in self._told or self._checker is None:
            return
        self._told.add(language)
        path = self._checker.dictionaries[language].words
        name = formats.name_language(language, self._window.language)
        text = QCoreApplication.translate(
            "SpellingController",
            "The spelling of {0} is not checked: the dictionary {1} cannot be used. Your text is "
            "not touched. Replace or remove that file and open the proposal again.",
        )
        self._window.notifications.notify(SPELLING, text.format(name, path))
