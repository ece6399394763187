"""The spelling of one open draft: which words are known in it, and the language of each answer.

It knows nothing until a controller gives it a spell checker, after the first painting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from erasmus_desk.call.model import Pack
from erasmus_desk.draft import spelling_marks
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key
from erasmus_desk.spelling.known_names import NameQuestions
from erasmus_desk.spelling.proposal import collect_known_words, find_own_language, judge_word
from erasmus_desk.spelling.unknown_words import UnknownWords
from erasmus_desk.spelling.words import fold

from ..qt_support import single_shot
from .spell_checker import SpellChecker

REST_DELAY: Final = 300
"""Milliseconds without a change of a name after which the names are collected again."""
REPLACED: Final = "spelling.replaced"
MARKED: Final = "spelling.marked"
"""Labels of change sets: a word was replaced, the draft says something else of its spelling."""


class UserDictionary(QObject):
    """The words that the user added; a controller keeps them on disk."""

    changed = Signal()
    add_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, words: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.words = words

    def show(self, words: frozenset[str]) -> None:
        """Take over the words as they are now."""
        self.words = words
        self.changed.emit()


class DraftSpelling(QObject):
    """Knows the words of a draft; what it says of its spelling is changed as one step of undo."""

    answered = Signal()
    """Words that were asked are known now."""
    recount = Signal()
    """The unknown words of answers are others than when they were listed."""
    changed = Signal()
    """Words may be known now that were not, or the other way round."""

    def __init__(
        self,
        parent: QObject,
        pack: Pack,
        reading_language: str,
        read: Callable[[], Draft],
        perform: Callable[[ChangeSet], None],
    ) -> None:
        """`read` returns the draft as it is now; `reading_language` is that of the texts."""
        super().__init__(parent)
        self._pack = pack
        self._reading_language = reading_language
        self._read = read
        self._perform = perform
        self._questions: NameQuestions | None = None
        self._names: frozenset[str] = frozenset()
        self.unknown_words = UnknownWords(self.is_known)
        self.is_counted = False
        """Whether the checks tell how many words of each answer are unknown."""
        self.checker: SpellChecker | None = None
        self.user: UserDictionary | None = None
        self._rest_timer = single_shot(self, REST_DELAY)
        self._rest_timer.timeout.connect(self._collect)

    @property
    def is_on(self) -> bool:
        """Whether words are checked."""
        return self.checker is not None

    def use(
        self,
        checker: SpellChecker | None,
        user: UserDictionary | None = None,
        *,
        is_counted: bool = False,
    ) -> None:
        """Check words from now on, or no more; the checks count them where `is_counted` says so."""
        was_counted, self.is_counted = self.is_counted, is_counted
        if self.checker is not None:
            self.checker.answered.disconnect(self._on_answered)
        if self.user is not None:
            self.user.changed.disconnect(self._collect)
        self.checker, self.user = checker, user
        self.unknown_words.forget()
        if checker is not None and user is not None:
            checker.answered.connect(self._on_answered)
            user.changed.connect(self._collect)
            self._questions = self._questions or NameQuestions(self._pack)
            self._collect()
        else:
            self.changed.emit()
            if was_counted:
                self.recount.emit()

    def _on_answered(self) -> None:
        self.answered.emit()
        if (
            self.unknown_words.is_incomplete
            and self.checker is not None
            and not self.checker.is_waiting
        ):
            self.unknown_words.is_incomplete = False
            self.recount.emit()

    def on_changes(self, changes: tuple[Change, ...]) -> None:
        """Take note of changes of the draft."""
        if self._questions is None:
            return
        keys = [change.key for change in changes]
        if any(map(spelling_marks.is_spelling_key, keys)):
            self._collect()
        elif any(map(self._questions.has, keys)):
            self._rest_timer.start()

    def asks_name(self, key: Key) -> bool:
        """Return whether an answer is a name, in which nothing is misspelled."""
        return self._questions is not None and self._questions.has(key)

    def own_language(self, key: Key) -> str:
        """Return the language that an answer has unless the user says otherwise."""
        return find_own_language(self._read(), self._pack, key, self._reading_language)

    def language(self, key: Key) -> str:
        """Return the language in which an answer is checked, empty if it is not."""
        if self.checker is None:
            return ""
        language = self.chosen_language(key) or self.own_language(key)
        language = language.partition("-")[0].lower()
        return language if self.checker.can_check(language) else ""

    def chosen_language(self, key: Key) -> str:
        """Return the language that the user chose for an answer, empty for its own."""
        return spelling_marks.get_language(self._read(), key)

    def is_known(self, language: str, word: str, *, is_shown: bool = True) -> bool | None:
        """Return whether a word is right in a language; `None` while that is not known yet."""
        if self.checker is None or not language:
            return True
        look_up = partial(self.checker.look_up, language, is_shown=is_shown)
        return judge_word(word, self._names, look_up)

    def list_unknown(self, key: Key, text: str) -> Iterator[tuple[str, ...] | None]:
        """Yield the unknown words of an answer, after `None` for each part of the work.

        While some are not looked up yet, those are left out, and `recount` says when they are.
        """
        language = self.language(key)
        if language and not self.asks_name(key):
            yield from self.unknown_words.list_all(key, language, text)
        else:
            yield ()

    def is_user_word(self, word: str) -> bool:
        """Return whether the user added a word."""
        return self.user is not None and fold(word) in map(fold, self.user.words)

    def is_project_word(self, word: str) -> bool:
        """Return whether a word was said to be known in this project."""
        return fold(word) in map(fold, spelling_marks.list_known_words(self._read()))

    def set_known(self, word: str, *, is_known: bool) -> None:
        """Say that a word is known in this project, or is no more, as one step of undo."""
        self._mark(spelling_marks.set_known(self._read(), word, is_known=is_known))

    def set_language(self, key: Key, language: str) -> None:
        """Set the language of an answer, empty for that of the proposal, as one step of undo."""
        self._mark(spelling_marks.set_language(self._read(), key, language))

    def replace(self, key: Key, text: str) -> None:
        """Set an answer in which a word was replaced, as a step of undo of its own."""
        change = self._read().change(key, text or None)
        self._perform(ChangeSet((change,), REPLACED))

    def _mark(self, change: Change) -> None:
        if change.new != change.old:
            self._perform(ChangeSet((change,), MARKED))

    def _collect(self) -> None:
        """Collect the names and the known words anew."""
        self._rest_timer.stop()
        if self._questions is None:
            return
        draft = self._read()
        added = self.user.words if self.user is not None else frozenset[str]()
        self.unknown_words.forget()
        self._names = collect_known_words(self._questions, draft, added)
        self.changed.emit()
        if self.is_counted:
            self.recount.emit()
