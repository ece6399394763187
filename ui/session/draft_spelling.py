"""The spelling of one open draft: which words are known in it, and the language of each answer.

It knows nothing until a controller gives it a spell checker, after the first painting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from erasmus_desk.call.model import Pack
from erasmus_desk.draft import spelling_marks
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key
from erasmus_desk.spelling.known_names import NameQuestions
from erasmus_desk.spelling.words import find_words, fold, is_name, normalise, split_parts

from ..qt_support import single_shot
from .spell_checker import SpellChecker

REST_DELAY: Final = 300
"""Milliseconds without a change of a name after which the names are collected again."""
MOST_REMEMBERED: Final = 50_000
LONGEST_REMEMBERED: Final = 100
"""Runs of characters without a space that are remembered, and the longest of them."""
REPLACED: Final = "spelling.replaced"
MARKED: Final = "spelling.marked"
"""Labels of change sets: a word was replaced, the draft says something else of its spelling."""

_RUN = re.compile(r"\S+")


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
        self._judged: dict[str, dict[str, tuple[tuple[int, int, bool | None], ...]]] = {}
        self.checker: SpellChecker | None = None
        self.user: UserDictionary | None = None
        self._rest_timer = single_shot(self, REST_DELAY)
        self._rest_timer.timeout.connect(self._collect)

    @property
    def is_on(self) -> bool:
        """Whether words are checked."""
        return self.checker is not None

    def use(self, checker: SpellChecker | None, user: UserDictionary | None = None) -> None:
        """Check words from now on, or no more."""
        if self.checker is not None:
            self.checker.answered.disconnect(self.answered)
        if self.user is not None:
            self.user.changed.disconnect(self._collect)
        self.checker, self.user = checker, user
        self._judged.clear()
        if checker is not None and user is not None:
            checker.answered.connect(self.answered)
            user.changed.connect(self._collect)
            self._questions = self._questions or NameQuestions(self._pack)
            self._collect()
        else:
            self.changed.emit()

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
        if key.question == self._pack.role("summary_translation"):
            return self._pack.main_language
        draft = self._read()
        return draft.text(self._pack.role("language")) or self._reading_language

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
        found = self.checker.look_up(language, word, is_shown=is_shown)
        if found or is_name(word, self._names):
            return True
        parts = split_parts(word)
        if found is None or not parts:
            return found
        known = [
            len(part) == 1 or self.is_known(language, part, is_shown=is_shown) for part in parts
        ]
        return None if None in known else all(known)

    def find_doubtful(
        self, language: str, text: str, *, is_shown: bool = True
    ) -> Iterator[tuple[int, int, bool | None]]:
        """Yield where unknown words of a text begin and end; with `None` those not yet looked up.

        What stands between two spaces is remembered with its unknown words: with each key all
        words of a paragraph are looked at again.
        """
        judged = self._judged.setdefault(language, {})
        if len(judged) > MOST_REMEMBERED:
            judged.clear()
        for run in _RUN.finditer(text):
            found = run.group()
            unknown = judged.get(found)
            if unknown is None:
                unknown = self._judge(language, found, is_shown=is_shown)
                if len(found) <= LONGEST_REMEMBERED and all(one[2] is False for one in unknown):
                    judged[found] = unknown
            if unknown:
                at = run.start()
                for start, end, is_known in unknown:
                    yield at + start, at + end, is_known

    def _judge(
        self, language: str, run: str, *, is_shown: bool
    ) -> tuple[tuple[int, int, bool | None], ...]:
        found = (
            (word.start, word.end, self.is_known(language, word.text, is_shown=is_shown))
            for word in find_words(run)
        )
        return tuple(one for one in found if not one[2])

    def list_unknown(self, key: Key, text: str) -> tuple[str, ...] | None:
        """Return the unknown words of an answer, each once; `None` while some are not known yet."""
        language = self.language(key)
        if not language or self.asks_name(key):
            return ()
        found: dict[str, None] = {}
        is_whole = True
        for start, end, is_known in self.find_doubtful(language, text, is_shown=False):
            is_whole = is_whole and is_known is not None
            found[normalise(text[start:end])] = None
        return tuple(found) if is_whole else None

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
        known = (*added, *spelling_marks.list_known_words(draft))
        self._judged.clear()
        self._names = self._questions.collect(draft) | {fold(word) for word in known}
        self.changed.emit()
