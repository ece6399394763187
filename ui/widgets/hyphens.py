"""Places in a word where a line may end with a hyphen: after a syllable."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QFontMetrics

HYPHEN: Final = "\u00ad"
"""A place in a word; it is drawn as a hyphen where a line ends there, and nowhere else."""
BREAK: Final = "\u200b"
"""A place in a word where a line may end, and nothing is drawn."""
LEAST_WIDTH: Final = 400
"""Pixels that a page has for words in the narrowest window, whatever the type size.

A word of that width has hyphens in large type alone: at 100 % it would have fifty letters.
"""
_ADDRESS: Final = re.compile(rf"{BREAK}|://|@|\\|^/")
"""What is in an address of e-mail or a page, or in a path: a hyphen would be read as part of it."""
_MARKS: Final = re.compile(rf"([/._?=&%@-])(?=[^\s{BREAK}])")
_LONG_WORD: Final = re.compile(r"\S{10}")
"""At 200 % ten letters take less than half of the least width."""
_LEAST_PART: Final = 3
"""Letters of a word before and after a hyphen at least."""
_VOWELS: Final = "aeiouyäöüàâéèêëîïôûùœæ"
_ONSET: Final = "(?:sch[lmnrw]?|[ckpt]h|st[r]?|[bcfgkp][lr]|[dtv]r|qu|[bcdfghjklmnpqrstvwxzçß])"
_SYLLABLE: Final = re.compile(f"(?=({_ONSET}[{_VOWELS}]))", re.IGNORECASE)
"""Where consonants begin that can begin a syllable, with its vowel."""
_FIRST_PART: Final = re.compile(
    r"(?:\b(?:budget|partner|programma?|proje[ck]t)|ungs|ings|eits|eids|ions|ents|äts|afts)(?=\w{4})",
    re.IGNORECASE,
)
"""The first part of a compound in German and Dutch: a word of the programme, or how many end."""


def has_long_word(text: str) -> bool:
    """Return whether a word may be too wide in the largest type, which few texts have."""
    return _LONG_WORD.search(text) is not None


def hyphenate(text: str, metrics: QFontMetrics, width: int = LEAST_WIDTH) -> str:
    """Return a text whose words wider than a width in pixels may be parted with a hyphen."""
    # Most texts have no long word, and measuring each would take longer than showing them.
    letters = width // (2 * max(metrics.averageCharWidth(), 1))
    if all(len(word) < letters for word in text.split()):
        return text
    return " ".join(_part_word(word, metrics, width) for word in text.split(" "))


def _part_word(word: str, metrics: QFontMetrics, width: int) -> str:
    """Return a word whose parts between breaks fit; an address gets no hyphen."""
    if not _ADDRESS.search(word):
        return _part(word, HYPHEN, metrics, width)
    parts = (word if metrics.horizontalAdvance(word) <= width else break_at_marks(word)).split(
        BREAK
    )
    return BREAK.join(_part(one, BREAK, metrics, width) for one in parts)


def break_at_marks(word: str) -> str:
    """Return a word that may be broken behind its marks."""
    return _MARKS.sub(rf"\1{BREAK}", word)


def _part(word: str, sign: str, metrics: QFontMetrics, width: int) -> str:
    parts: list[str] = []
    while metrics.horizontalAdvance(word) > width:
        places = [one for one in find_places(word) if _fits(word[:one], metrics, width)]
        if not places:
            break
        parts.append(word[: places[0]])
        word = word[places[0] :]
    return sign.join((*parts, word))


def _fits(part: str, metrics: QFontMetrics, width: int) -> bool:
    return metrics.horizontalAdvance(f"{part}-") <= width


def find_places(word: str) -> list[int]:
    """Return where a word may be parted, the best places first and then from its end."""
    compound = [match.end() for match in _FIRST_PART.finditer(word)]
    syllables = list[int]()
    taken = 0
    for match in _SYLLABLE.finditer(word):
        # The longest onset is found first; the shorter ones in it begin no syllable.
        if match.start() >= taken:
            syllables.append(match.start())
            taken = match.end(1)
    inside = range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    found = (*reversed(compound), *reversed(syllables))
    # The letter that joins a compound begins no syllable.
    apart = {one - 1 for one in compound}
    return [one for one in found if one in inside and one not in apart and word[one - 1].isalpha()]
