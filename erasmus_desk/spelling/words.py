"""The words of a text that can be spelled wrong, and the names that are written in any way.

Addresses of web and mail, numbers, abbreviations in capitals and names like `eTwinning` are no
words: no dictionary has them, and waves below them would hide those that matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from typing import Final, NamedTuple

MAX_LENGTH: Final = 64
"""Letters of the longest word: what is longer is no word, and Hunspell takes no more."""
APOSTROPHE: Final = "'"
_JOINTS = "'’ʼ\u00ad\u2010\u2011·-"
"""What can be inside a word: apostrophes, the soft hyphen, hyphens, and the dot of Catalan."""
_MARKS = "\u0300-\u036f"
_CHUNK = re.compile(
    rf"[\w@#{_MARKS}{_JOINTS}]++(?:[.:/\\+]++[\w@{_MARKS}{_JOINTS}]++)*+",
)
"""Characters without a space that may be one address; each is read once, however long it is."""
_PIECE = re.compile(rf"[\w{_MARKS}{_JOINTS}]+")
_ADDRESS = re.compile(r"://|^www\.|@|\\|\w\.[a-z]{2,}", re.ASCII)
"""A web address, one of mail, a path, or names with dots between them."""
_SAME = str.maketrans(
    {"’": APOSTROPHE, "ʼ": APOSTROPHE, "\u2010": "-", "\u2011": "-", "\u00ad": None}
)
_HYPHEN = "-"


class Word(NamedTuple):
    """A word in a text, from `start` to `end`; `text` is as dictionaries write it."""

    start: int
    end: int
    text: str


def find_words(text: str) -> Iterator[Word]:
    """Yield the words of a text that can be spelled wrong, from left to right."""
    for chunk in _CHUNK.finditer(text):
        whole = chunk.group()
        if whole.isalpha():
            # Nearly all are a word and nothing else.
            if len(whole) > 1 and _is_spelled(whole):
                yield Word(chunk.start(), chunk.end(), _compose(whole))
        elif not _is_address(whole):
            yield from _find_pieces(whole, chunk.start())


def normalise(word: str) -> str:
    """Return a word as dictionaries write it: composed, with plain apostrophes and hyphens."""
    return _compose(word.translate(_SAME))


def fold(word: str) -> str:
    """Return a word as the lists of known words have it, without regard to capitals."""
    return normalise(word).casefold()


def find_names(text: str) -> Iterator[str]:
    """Yield all words of a name, folded, also those that `find_words` leaves out."""
    for piece in _PIECE.finditer(text):
        word = fold(piece.group().strip(_JOINTS))
        if word:
            yield word
            yield from (part for part in word.split(_HYPHEN) if part)


def split_parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound with hyphens, or nothing for one without."""
    parts = tuple(part for part in word.split(_HYPHEN) if part)
    return parts if len(parts) > 1 else ()


def is_name(word: str, names: Container[str]) -> bool:
    """Return whether a word is among folded names, also with a prefix or an ending.

    Both are set off by an apostrophe: `d'Ankara`, `Ankara'da`.
    """
    folded = word.casefold()
    head, _, tail = folded.partition(APOSTROPHE)
    return folded in names or head in names or tail in names


def _find_pieces(chunk: str, offset: int) -> Iterator[Word]:
    for piece in _PIECE.finditer(chunk):
        found = piece.group()
        text = found.strip(_JOINTS)
        word = normalise(text)
        if text and all(map(_is_spelled, word.split(_HYPHEN))) and len(word) > 1:
            start = offset + piece.start() + found.index(text)
            yield Word(start, start + len(text), word)


def _is_address(chunk: str) -> bool:
    has_sign = "." in chunk or "@" in chunk or "\\" in chunk or ":" in chunk or "#" in chunk
    return has_sign and (chunk[0] == "#" or _ADDRESS.search(chunk) is not None)


def _is_spelled(part: str) -> bool:
    """Return whether a part of a word can be looked up: letters, no capital after the first."""
    if not 1 <= len(part) <= MAX_LENGTH:
        return False
    if part.islower():
        return part.isalpha() or not _has_digit(part)
    rest = part[1:]
    return bool(rest) and rest.islower() and (part.isalpha() or not _has_digit(part))


def _has_digit(part: str) -> bool:
    return any(one.isdigit() or one == "_" for one in part)


def _compose(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFC", word)
