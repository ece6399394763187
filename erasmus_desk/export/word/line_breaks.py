"""The number of lines of a paragraph, reckoned from the widths of its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from itertools import accumulate

from msgspec import Struct

from erasmus_desk.export.word.font_widths import Face

_DEFAULT_TAB = 709
"""The distance of default tab stops in our files, in twips."""
_HYPHEN = re.compile(r"(?<=\w-)(?=[^\W\d])")
"""Where a line may break inside a word."""


class Sign(Enum):
    """What stands between texts."""

    TAB = "tab"
    BREAK = "br"


class TextPiece(Struct, frozen=True):
    """A text in a face of a font; `scale` makes twips of its units."""

    text: str
    face: Face
    scale: float


_MIN_LINE = 200
"""Twips of a line whose indents leave no room: about a letter, as the window lays it out."""


class Room(Struct, frozen=True):
    """The room of a paragraph in twips: its edges, where its first line begins, its tab stops.

    Where it has a right tab (`is_aligned_right`), what follows a tab takes its own width only.
    """

    left: float
    right: float
    first: float
    tabs: Sequence[float] = ()
    is_aligned_right: bool = False


def count_lines(pieces: Sequence[TextPiece | Sign], room: Room) -> int:
    """Return the number of lines of a paragraph; an empty one has a line."""
    lines, at = 1, room.first
    for piece in pieces:
        if isinstance(piece, TextPiece):
            more, at = _flow(piece, at, room)
            lines += more
        elif piece is Sign.BREAK:
            lines, at = lines + 1, room.left
        elif not room.is_aligned_right:
            at = _find_stop(at, room)
            if at >= room.right:
                lines, at = lines + 1, room.left
    return lines


def _find_stop(at: float, room: Room) -> float:
    """Return where a tab ends; a hanging indent is a tab stop too."""
    stops = [stop for stop in (*room.tabs, room.left) if stop > at]
    return min(stops, default=(at // _DEFAULT_TAB + 1) * _DEFAULT_TAB)


def _flow(piece: TextPiece, at: float, room: Room) -> tuple[int, float]:
    """Return how many lines a text adds, and where it ends."""
    words = split_words(piece.text)
    if not words:
        return 0, at
    ends = list(accumulate(map(piece.face.__getitem__, words)))
    # Blanks at the end of a line take no room in it.
    blank = piece.face[" "]
    widest = max(room.right - room.left, _MIN_LINE)
    limit, whole = (room.right - at) / piece.scale, widest / piece.scale
    lines, done, start = 0, 0, 0
    while True:
        fit = bisect_right(ends, start + limit + blank)
        if fit > done and ends[fit - 1] > start + limit and not words[fit - 1].endswith(" "):
            fit -= 1
        if fit == len(words):
            return lines, (room.left if lines else at) + (ends[-1] - start) * piece.scale
        if fit == done and limit >= whole:
            # A word that is wider than the line breaks anywhere.
            start += max(1, int(limit))
        else:
            done, start = fit, ends[fit - 1] if fit else 0
        lines, limit = lines + 1, whole


def split_words(text: str) -> list[str]:
    """Return the parts of a text between which a line may break, blanks at their ends."""
    *words, last = text.split(" ")
    parts = [f"{word} " for word in words]
    if last:
        parts.append(last)
    if "-" in text:
        return [part for word in parts for part in _HYPHEN.split(word)]
    return parts
