"""Which way text runs: names in Arabic or Hebrew are set from right to left, whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

RIGHT_TO_LEFT = "<w:bidi/>"
"""Of a paragraph; in the schema it stands before spacing, indents and alignment."""
_LETTER = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""The blocks of the scripts that run from right to left, present ones and those to come."""
_ANY = re.compile(_LETTER)
_STRETCH = re.compile(rf"({_LETTER}(?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff\t\n]*{_LETTER})?)")
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_STRONG = {"L": False, "R": True, "AL": True}
_AFTER = re.compile("<w:(?:spacing|ind|contextualSpacing|jc|textAlignment|outlineLvl|rPr|sectPr)")


def runs_from_right(text: str) -> bool:
    """Tell whether a text is one that runs from the right: its first strong letter decides."""
    if text.isascii() or _ANY.search(text) is None:
        return False
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), False)


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """Give the parts of a text with the tag of the language of those that run from the right.

    Digits and blanks between two words of such a script belong to them.
    """
    if text.isascii() or _ANY.search(text) is None:
        yield text, ""
        return
    for place, part in enumerate(_STRETCH.split(text)):
        if part:
            hebrew = "he-IL" if _HEBREW.search(part) else "ar-SA"
            yield part, hebrew if place % 2 else ""


def directed(text: str, more: str) -> str:
    """Give the properties of a paragraph, marked where its text runs from the right."""
    if not runs_from_right(text):
        return more
    found = _AFTER.search(more)
    place = found.start() if found else len(more)
    return f"{more[:place]}{RIGHT_TO_LEFT}{more[place:]}"
