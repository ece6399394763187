"""What somebody wrote, line by line: points of a list, headings and blank lines found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.round_trip.visible_text import lines

_LISTED = re.compile(r"\s*(?:[-–—*•◦▪‣·]|\(?\w{1,2}[.)])[ \t\u00a0]")
_LONG_MARK = re.compile(r"\s*\(?\w")
_HEADING_MOST = 70
"""Characters that fit in one line with room to spare."""
_ENDS = (".", "!", "?", ";", ",", "…")


class Mark(StrEnum):
    """What a line begins with; the value is what its style is called by."""

    NONE = ""
    POINT = "Point"
    NUMBER = "Number"


class Strip(Struct, frozen=True):
    """A line that is not blank: how many blank ones stand before it, and how it looks.

    `leads`: it is like a heading of what follows, and must not be parted from it.
    """

    text: str
    mark: Mark
    blanks: int
    leads: bool


def strips(text: str) -> Iterator[Strip]:
    """Give the lines that are not blank, no character added or lost."""
    blanks = 0
    whole = lines(text)
    for place, line in enumerate(whole, start=1):
        if not line.strip():
            blanks += 1
            continue
        mark = _mark(line)
        yield Strip(line, mark, blanks, mark is Mark.NONE and _leads(line, whole[place:]))
        blanks = 0


def _mark(line: str) -> Mark:
    if not _LISTED.match(line):
        return Mark.NONE
    return Mark.NUMBER if _LONG_MARK.match(line) else Mark.POINT


def _leads(line: str, behind: list[str]) -> bool:
    """Tell whether a line is like a heading of the text behind it: short, without full stop.

    The first of several such lines in a row is none: they are a list, which may be parted.
    """
    following = next((one for one in behind if one.strip()), "")
    return _is_short(line) and bool(following) and not _is_short(following)


def _is_short(line: str) -> bool:
    is_point = _mark(line) is not Mark.NONE
    return len(line) <= _HEADING_MOST and not is_point and not line.rstrip().endswith(_ENDS)
