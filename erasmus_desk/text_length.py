"""The length of a text by the counting rule of a call."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import islice
from types import MappingProxyType

_BREAK = re.compile("\r\n|\r|\n")
_WORD = re.compile(r"\S+")


def _count_characters(text: str) -> int:
    """Count code points; a line break counts once, however it is written."""
    return len(text) - text.count("\r\n")


def _count_characters_crlf(text: str) -> int:
    """Count code points; a line break counts twice, as browsers send it."""
    return _count_characters(text) + sum(1 for _ in _BREAK.finditer(text))


def _count_utf16(text: str) -> int:
    """Count as JavaScript does: a character beyond the first plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 - text.count("\r\n")


def _count_words(text: str) -> int:
    """Count what white space separates."""
    return len(text.split())


RULES: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "characters": _count_characters,
        "characters-crlf": _count_characters_crlf,
        "characters-utf16": _count_utf16,
        "words": _count_words,
    }
)
"""The counting rules by their name in a call."""


def count_length(text: str, rule: str) -> int:
    """Return the length of a text by a rule. Raises KeyError for an unknown rule."""
    return RULES[rule](text)


def find_surplus(text: str, rule: str, most: int) -> int:
    """Return the index of the first surplus character, or the length of the text if none is.

    It never splits a line break of two characters.
    """
    if rule == "words":
        surplus = next(islice(_WORD.finditer(text), max(most, 0), None), None)
        return surplus.start() if surplus else len(text)
    # Every character counts, only a line break of Windows has two for one.
    text = text[: 2 * max(most, 0) + 2]
    if count_length(text, rule) <= most:
        return len(text)
    if "\r" not in text and count_length(text[:most], rule) == most >= 0:
        return most  # as nearly always: no character before it counts twice
    lengths = range(len(text) + 1)
    fitting = bisect_right(lengths, most, key=lambda end: count_length(text[:end], rule)) - 1
    is_in_break = fitting > 0 and text[fitting - 1 : fitting + 1] == "\r\n"
    return fitting - 1 if is_in_break else fitting
