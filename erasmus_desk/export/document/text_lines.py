"""The lines of a typed text, with the list items, headings and blank lines found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.round_trip.visible_text import split_lines

_LIST_ITEM = re.compile(r"\s*(?:[-–—*•◦▪‣·]|\(?\w{1,2}[.)])[ \t\u00a0]")
_NUMBERED = re.compile(r"\s*\(?\w")
_MAX_HEADING_LENGTH = 70
"""Characters that fit in one line for sure."""
_SENTENCE_ENDS = (".", "!", "?", ";", ",", "…")


class LineMarker(StrEnum):
    """The list marker of a line; the value is the suffix of its style."""

    NONE = ""
    POINT = "Point"
    NUMBER = "Number"


class TextLine(Struct, frozen=True):
    """A line with text, its list marker and the number of blank lines before it.

    If `is_heading`, it looks like a heading and stays with the next line.
    """

    text: str
    marker: LineMarker
    blank_lines: int
    is_heading: bool


def parse_lines(text: str) -> Iterator[TextLine]:
    """Return the lines that are not blank, no character added or lost."""
    blank_lines = 0
    all_lines = split_lines(text)
    for place, line in enumerate(all_lines, start=1):
        if not line.strip():
            blank_lines += 1
            continue
        marker = _find_marker(line)
        is_heading = marker is LineMarker.NONE and _is_heading(line, all_lines[place:])
        yield TextLine(line, marker, blank_lines, is_heading)
        blank_lines = 0


def _find_marker(line: str) -> LineMarker:
    if not _LIST_ITEM.match(line):
        return LineMarker.NONE
    return LineMarker.NUMBER if _NUMBERED.match(line) else LineMarker.POINT


def _is_heading(line: str, following_lines: list[str]) -> bool:
    """Return whether a line looks like a heading: short, no full stop, a long line after it.

    Several short lines in a row are a list.
    """
    following = next((one for one in following_lines if one.strip()), "")
    return _is_short(line) and bool(following) and not _is_short(following)


def _is_short(line: str) -> bool:
    if len(line) > _MAX_HEADING_LENGTH or line.rstrip().endswith(_SENTENCE_ENDS):
        return False
    return _find_marker(line) is LineMarker.NONE
