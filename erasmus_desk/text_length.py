"""How long a text is, by the counting rule that a call names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

_BREAK = re.compile("\r\n|\r|\n")
_WORD = re.compile(r"\S+")


def _characters(text: str) -> int:
    """Count code points, blanks too; a line break counts once, however it is written."""
    return len(text) - text.count("\r\n")


def _characters_crlf(text: str) -> int:
    """Count code points; a line break counts twice, as a web server gets it from a browser."""
    return _characters(text) + sum(1 for _ in _BREAK.finditer(text))


def _utf16(text: str) -> int:
    """Count as JavaScript does: a character beyond the first plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 - text.count("\r\n")


def _words(text: str) -> int:
    """Count what stands between blanks."""
    return len(text.split())


RULES: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "characters": _characters,
        "characters-crlf": _characters_crlf,
        "characters-utf16": _utf16,
        "words": _words,
    }
)
"""The counting rules by the name that a call gives them."""


def count(text: str, rule: str) -> int:
    """Give the length of a text by a rule. Raises KeyError for a rule there is not."""
    return RULES[rule](text)


def left(text: str, rule: str, most: int) -> int:
    """Give how much more a text may hold; below zero it holds too much."""
    return most - count(text, rule)


def surplus_begins(text: str, rule: str, most: int) -> int:
    """Give the index of the first character that is too much; the text's length if none is.

    It never parts a line break written with two characters.
    """
    if left(text, rule, most) >= 0:
        return len(text)
    if rule == "words":
        starts = [found.start() for found in _WORD.finditer(text)]
        return starts[max(most, 0)]
    low, high = 0, len(text)
    while low < high:  # the longest start that fits, by halving
        middle = (low + high + 1) // 2
        if count(text[:middle], rule) <= most:
            low = middle
        else:
            high = middle - 1
    return low - 1 if low > 0 and text[low - 1 : low + 1] == "\r\n" else low
