"""What the menu of a text offers for its spelling: suggestions, known words, another language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QFont, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.spelling_marks import NO_LANGUAGE
from erasmus_desk.i18n import formats

from ..qt_support import single_shot
from ..session.draft_spelling import DraftSpelling
from .word_search import SHORTCUT

PATIENCE = 400
"""Milliseconds that the menu waits for suggestions, which some languages need a second for."""


class Place(NamedTuple):
    """A word at a place of a document; positions are those of Qt, in UTF-16 units."""

    start: int
    end: int
    text: str


class SpellingMenu(QObject):
    """Shows the menu of one text, with what there is to do about the word it is opened on.

    The menu waits for the suggestions a moment, so that it seldom changes below the mouse.
    """

    def __init__(
        self,
        owner: QWidget,
        spelling: DraftSpelling,
        key: Key,
        replace: Callable[[Place, str], None],
    ) -> None:
        super().__init__(owner)
        self._spelling = spelling
        self._key = key
        self._replace = replace
        self._word: Place | None = None
        self._suggestions: tuple[str, ...] | None = ()
        self._looking: QAction | None = None
        self._show: Callable[[], None] | None = None
        self._patience = single_shot(self, PATIENCE)
        self._patience.timeout.connect(self._on_waited)

    def open(self, word: Place | None, show: Callable[[], None]) -> None:
        """Call `show` to show the menu for an unknown word, once there are suggestions."""
        self._word, self._suggestions, self._looking = word, (), None
        checker, language = self._spelling.checker, self._spelling.language(self._key)
        if word is None or checker is None:
            show()
            return
        self._suggestions, self._show = None, show
        # The user may have closed the menu and opened another one.
        checker.suggested.connect(self._on_suggested, Qt.ConnectionType.UniqueConnection)
        self._patience.start()
        checker.suggest(language, word.text)

    def fill(self, menu: QMenu, known: str, find_next: Callable[[], None] | None = None) -> None:
        """Add to a menu what there is to do; `known` is a word that the user may have added.

        `find_next` goes to the next unknown word, where a text has room for several.
        """
        others = menu.actions()
        menu.insertActions(others[0], self._list_word_actions(menu, known))
        if self._spelling.is_on:
            if find_next is not None:
                onward = menu.addAction(self.tr("Next unknown word"), find_next)
                onward.setShortcut(QKeySequence(SHORTCUT))
                onward.setEnabled(bool(self._spelling.language(self._key)))
            menu.addMenu(self._build_language_menu(menu))

    def _list_word_actions(self, menu: QMenu, known: str) -> list[QAction]:
        found: list[QAction] = []
        if self._word is not None:
            found += self._list_suggestions(menu, self._word)
            found += [_separator(menu), *self._list_ways_to_know(menu, self._word.text)]
        elif self._spelling.is_user_word(known):
            found.append(QAction(self.tr("Remove from dictionary"), menu))
            found[-1].triggered.connect(partial(self._remove, known))
        elif self._spelling.is_project_word(known):
            found.append(QAction(self.tr("No longer known in this project"), menu))
            found[-1].triggered.connect(partial(self._spelling.set_known, known, is_known=False))
        return [*found, _separator(menu)] if found else found

    def _list_suggestions(self, menu: QMenu, place: Place) -> list[QAction]:
        if self._suggestions is None:
            self._looking = QAction(self.tr("Looking for suggestions…"), menu, enabled=False)
            return [self._looking]
        return self._build_suggestions(menu, place, self._suggestions)

    def _build_suggestions(
        self, menu: QMenu, place: Place, words: tuple[str, ...]
    ) -> list[QAction]:
        if not words:
            return [QAction(self.tr("No suggestions"), menu, enabled=False)]
        found: list[QAction] = []
        for word in words:
            action = QAction(word.replace("&", "&&"), menu)
            font = QFont(menu.font())
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._replace, place, word))
            found.append(action)
        return found

    def _list_ways_to_know(self, menu: QMenu, word: str) -> list[QAction]:
        add = QAction(self.tr("Add to dictionary"), menu)
        know = QAction(self.tr("Known in this project"), menu)
        if self._spelling.user is not None:
            add.triggered.connect(partial(self._spelling.user.add_requested.emit, word))
        know.triggered.connect(partial(self._spelling.set_known, word, is_known=True))
        return [add, know]

    def _remove(self, word: str) -> None:
        if self._spelling.user is not None:
            self._spelling.user.remove_requested.emit(word)

    def _build_language_menu(self, parent: QMenu) -> QMenu:
        """Build the menu of the languages that can be checked, with that of the proposal first."""
        menu = QMenu(self.tr("Spelling language of this answer"), parent)
        group = QActionGroup(menu)
        checker, spelling = self._spelling.checker, self._spelling
        chosen, shown = spelling.chosen_language(self._key), QLocale().name()[:2]
        own = formats.name_language(spelling.own_language(self._key), shown)
        codes = [one for one in checker.dictionaries if checker.can_check(one)] if checker else []
        names = sorted(
            (formats.capitalise(formats.name_language(code, shown)), code) for code in codes
        )
        offered = [
            (self.tr("As the proposal ({})").format(own), ""),
            *names,
            (self.tr("Do not check"), NO_LANGUAGE),
        ]
        for name, code in offered:
            action = group.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(partial(self._set_language, code))
            menu.addAction(action)
        return menu

    def _set_language(self, code: str, _: bool = False) -> None:
        self._spelling.set_language(self._key, code)

    def _on_suggested(self, language: str, word: str, suggestions: tuple[str, ...]) -> None:
        place = self._word
        if place is None or word != place.text or self._suggestions is not None:
            return
        self._suggestions = suggestions
        if self._show is not None:
            self._on_waited()
            return
        looking, self._looking = self._looking, None
        # The user may have closed the menu, which deletes it.
        if looking is None or not shiboken6.isValid(looking):
            return
        menu = looking.parent()
        if isinstance(menu, QMenu):
            menu.insertActions(looking, self._build_suggestions(menu, place, suggestions))
            menu.removeAction(looking)

    def _on_waited(self) -> None:
        self._patience.stop()
        show, self._show = self._show, None
        if show is not None:
            show()


def _separator(menu: QMenu) -> QAction:
    action = QAction(menu)
    action.setSeparator(True)
    return action
