"""The unknown words of texts, remembered: each key has all words of a paragraph judged anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Protocol

from erasmus_desk.draft.model import Key
from erasmus_desk.spelling.words import find_words, normalise

PART: Final = 4000
"""Characters looked through in one turn of the event loop."""
MOST_REMEMBERED: Final = 50_000
LONGEST_REMEMBERED: Final = 100
"""Runs of characters without a space that are remembered, and the longest of them."""
_RUN = re.compile(r"\S+")
Doubtful = tuple[int, int, bool | None]
"""Where a word begins and ends that is unknown (`False`) or not looked up yet (`None`)."""


class IsKnown(Protocol):
    """Says whether a word of a language is right, `None` while that is not known."""

    def __call__(self, language: str, word: str, *, is_shown: bool = True) -> bool | None:
        """Return whether it is; words on screen are looked up first."""
        ...


class UnknownWords:
    """Finds unknown words, and lists those of whole answers."""

    def __init__(self, is_known: IsKnown) -> None:
        self._is_known = is_known
        self._judged: dict[str, dict[str, tuple[Doubtful, ...]]] = {}
        self._listed: dict[Key, tuple[str, str, tuple[str, ...]]] = {}
        self.is_incomplete = False
        """Whether a list lacks words that were not looked up yet."""

    def forget(self) -> None:
        """Look at all words anew: others are known now."""
        self._judged.clear()
        self._listed.clear()

    def find(self, language: str, text: str, *, is_shown: bool = True) -> Iterator[Doubtful]:
        """Yield the words of a text that are not right.

        What stands between two spaces is remembered with its unknown words.
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

    def list_all(self, key: Key, language: str, text: str) -> Iterator[tuple[str, ...] | None]:
        """Yield the unknown words of an answer, each once, after `None` for each part of the work.

        While some are not looked up yet, those are left out.
        """
        before = self._listed.get(key)
        if before is not None and before[:2] == (language, text):
            yield before[2]
            return
        found: dict[str, None] = {}
        is_whole = True
        for part in _split(text):
            for start, end, is_known in self.find(language, part, is_shown=False):
                if is_known is None:
                    is_whole = False
                else:
                    found[normalise(part[start:end])] = None
            yield None
        if is_whole:
            self._listed[key] = language, text, tuple(found)
        self.is_incomplete |= not is_whole
        yield tuple(found)

    def _judge(self, language: str, run: str, *, is_shown: bool) -> tuple[Doubtful, ...]:
        found = (
            (word.start, word.end, self._is_known(language, word.text, is_shown=is_shown))
            for word in find_words(run)
        )
        return tuple(one for one in found if not one[2])


def _split(text: str) -> Iterator[str]:
    """Yield a text in parts of a length that is looked through in a few milliseconds."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + PART)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end
