"""The spelling of a whole proposal: which words are known in it, and those that are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import spelling_marks
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import VisibleQuestion, visible_questions
from erasmus_desk.spelling.dictionaries import Dictionary
from erasmus_desk.spelling.known_names import NameQuestions
from erasmus_desk.spelling.process import SpellingProcess
from erasmus_desk.spelling.protocol import Fault
from erasmus_desk.spelling.unknown_words import UnknownWords
from erasmus_desk.spelling.words import fold, is_name, split_parts

WRITTEN: Final = (QuestionType.TEXT, QuestionType.LINE)
"""Types of questions whose answers have words."""
NO_DICTIONARY: Final = "no-dictionary"


class UnknownWordsFound(Struct, frozen=True):
    """The unknown words of each answer, and why languages are not checked: a fault, or a reason."""

    words: Mapping[Key, tuple[str, ...]]
    unchecked: Mapping[str, str]


def judge_word(
    word: str, names: frozenset[str], look_up: Callable[[str], bool | None]
) -> bool | None:
    """Return whether a word is right; `None` while a dictionary has not said so yet."""
    found = look_up(word)
    if found or is_name(word, names):
        return True
    parts = split_parts(word)
    if found is None or not parts:
        return found
    known = [len(part) == 1 or judge_word(part, names, look_up) for part in parts]
    return None if None in known else all(known)


def find_own_language(draft: Draft, pack: Pack, key: Key, reading_language: str) -> str:
    """Return the language that an answer has unless the user says otherwise."""
    if key.question == pack.role("summary_translation"):
        return pack.main_language
    return draft.text(pack.role("language")) or reading_language


def collect_known_words(
    questions: NameQuestions, draft: Draft, added: Iterable[str]
) -> frozenset[str]:
    """Return the names in a draft and the words that were said to be known, folded."""
    known = (*added, *spelling_marks.list_known_words(draft))
    return questions.collect(draft) | {fold(word) for word in known}


def find_unknown_words(
    draft: Draft,
    pack: Pack,
    reading_language: str,
    added: Iterable[str],
    dictionaries: Mapping[str, Dictionary],
) -> UnknownWordsFound:
    """Look up the words of all visible answers, as the window does."""
    return _Proposal(draft, pack, reading_language, added).find(dictionaries)


class _Proposal:
    def __init__(self, draft: Draft, pack: Pack, reading: str, added: Iterable[str]) -> None:
        self._draft, self._pack, self._reading = draft, pack, reading
        self._questions = NameQuestions(pack)
        self._names = collect_known_words(self._questions, draft, added)
        self._right: dict[str, dict[str, bool]] = {}
        """By language, whether words are right."""
        self._asked: dict[str, dict[str, None]] = {}
        self._words = UnknownWords(self._is_known)

    def find(self, dictionaries: Mapping[str, Dictionary]) -> UnknownWordsFound:
        texts = tuple(self._list_texts())
        languages = dict.fromkeys(language for _, language, _ in texts)
        unchecked = {one: NO_DICTIONARY for one in languages if one not in dictionaries}
        texts = tuple(one for one in texts if one[1] in dictionaries)
        with SpellingProcess() as process:
            # Words have parts that are only asked where the whole is unknown.
            while self._list_all(texts) and self._asked:
                for language, words in self._asked.items():
                    found = process.find_unknown(dictionaries[language], words)
                    if isinstance(found, Fault):
                        unchecked[language], found = found.value, frozenset[str]()
                    known = self._right.setdefault(language, {})
                    known |= {word: word not in found for word in words}
                self._asked = {}
                self._words.forget()
        found = {key: words for key, words in self._list_all(texts).items() if words}
        return UnknownWordsFound(found, unchecked)

    def _list_all(self, texts: Iterable[tuple[Key, str, str]]) -> dict[Key, tuple[str, ...]]:
        found: dict[Key, tuple[str, ...]] = {}
        for key, language, text in texts:
            for words in self._words.list_all(key, language, text):
                found[key] = words or ()
        return found

    def _list_texts(self) -> Iterator[tuple[Key, str, str]]:
        """Yield each answer that is checked, with its language and its text."""
        for one in visible_questions(self._draft, self._pack):
            text = self._draft.text(one.key.question, one.key.item)
            if text and _is_written(one) and not self._questions.has(one.key):
                chosen = spelling_marks.get_language(self._draft, one.key)
                own = find_own_language(self._draft, self._pack, one.key, self._reading)
                if chosen != spelling_marks.NO_LANGUAGE:
                    yield one.key, (chosen or own).partition("-")[0].lower(), text

    def _is_known(self, language: str, word: str, **_: bool) -> bool | None:
        def look_up(part: str) -> bool | None:
            found = self._right.get(language, {}).get(part)
            if found is None:
                self._asked.setdefault(language, {})[part] = None
            return found

        return judge_word(word, self._names, look_up)


def _is_written(one: VisibleQuestion) -> bool:
    return one.question.type in WRITTEN
