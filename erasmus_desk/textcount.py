"""Counting rules by the names that packs give them: how much an answer holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

_LINE_END = re.compile(r"\r\n|\r|\n")
_BEYOND_16_BITS = re.compile(r"[\U00010000-\U0010ffff]")


def characters(text: str) -> int:
    """Count characters with blanks; a line end, however it is written, counts as one."""
    return len(text) - text.count("\r\n")


def characters_crlf(text: str) -> int:
    """Count characters with blanks as web forms send them: a line end counts as two."""
    ends = _LINE_END.findall(text)
    return len(text) - sum(map(len, ends)) + 2 * len(ends)


def characters_utf16(text: str) -> int:
    """Count as Java and JavaScript do: an emoji counts as two, a line end as one."""
    return characters(text) + len(_BEYOND_16_BITS.findall(text))


def words(text: str) -> int:
    """Count words: runs of anything between blanks."""
    return len(text.split())


RULES: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "characters": characters,
        "characters-crlf": characters_crlf,
        "characters-utf16": characters_utf16,
        "words": words,
    }
)
"""Every counting rule by its name in a pack; the pack checker demands one of these."""


def count(text: str, rule: str) -> int:
    """Count a text by a rule; a rule this version does not know counts characters."""
    return RULES.get(rule, characters)(text)


def surplus_begins(text: str, rule: str, most: int) -> int:
    """Give the index from which a text is over the limit, its length if it is not."""
    fits, over = 0, len(text) + 1
    while over - fits > 1:
        middle = (fits + over) // 2
        if count(text[:middle], rule) <= most:
            fits = middle
        else:
            over = middle
    return fits
