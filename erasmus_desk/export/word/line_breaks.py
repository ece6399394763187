"""The number of lines of a paragraph, reckoned from the widths of its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from itertools import accumulate, pairwise

from msgspec import Struct

from erasmus_desk.export.word.font_widths import DOTS, Face, round_half_up

_DEFAULT_TAB = 709
"""The distance of default tab stops in our files, in twips."""
_BREAKING = re.compile("[-\u2010\u2013—…?!|\\\\\u2002\u2009]+(?=[\\w(])")
"""Signs behind which LibreOffice may end a line inside a word; it may before a long dash too."""
_MARK, _ENDING = "\0", "\\g<0>\0"
"""What stands for such a place while a text is split: no XML has it."""
_SLASH = re.compile(r"(?<=/)(?=[^\W\d])")
"""Where it ends a line if the first word of a paragraph is wider than that."""


class Sign(Enum):
    """What stands between texts."""

    TAB = "tab"
    BREAK = "br"


class TextPiece(Struct, frozen=True):
    """A text in a face of a font."""

    text: str
    face: Face


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
    return len(find_boxes(pieces, room))


def find_boxes(pieces: Sequence[TextPiece | Sign], room: Room) -> list[bool]:
    """Return for each line of a paragraph whether a checkbox is on it; an empty one has a line."""
    lines, at = [False], room.first
    for place, piece in enumerate(pieces):
        if isinstance(piece, TextPiece):
            words = split_words(piece.text, opens=not place)
            ends, at = _flow(words, piece.face, at, room)
            if _has_box(piece.text):
                found = (
                    any(map(_has_box, words[slice(*one)])) for one in pairwise((0, *ends, None))
                )
                lines[-1] |= next(found)
                lines += found
            else:
                lines += [False] * len(ends)
        elif piece is Sign.BREAK:
            lines.append(False)
            at = room.left
        elif not room.is_aligned_right:
            at = _find_stop(at, room)
            if at >= room.right:
                lines.append(False)
                at = room.left
    return lines


def _has_box(text: str) -> bool:
    return "☐" in text or "☒" in text


def _find_stop(at: float, room: Room) -> float:
    """Return where a tab ends; a hanging indent is a tab stop too."""
    stops = [stop for stop in (*room.tabs, room.left) if stop > at]
    return min(stops, default=(at // _DEFAULT_TAB + 1) * _DEFAULT_TAB)


def _flow(words: Sequence[str], face: Face, at: float, room: Room) -> tuple[Sequence[int], float]:
    """Return how many words are before each new line, and where the last word ends."""
    if not words:
        return (), at
    ends = list(accumulate(map(face.__getitem__, words)))
    # Blanks at the end of a line take no room in it.
    blank = face[" "]
    widest = max(room.right - room.left, _MIN_LINE)
    limit, whole = (room.right - at) * DOTS, widest * DOTS
    lines: list[int] = []
    done, start = 0, 0
    while True:
        fit = bisect_right(ends, start + limit + blank)
        if fit > done and ends[fit - 1] > start + limit and not words[fit - 1].endswith(" "):
            fit -= 1
        if fit == len(words):
            width = round_half_up((ends[-1] - start) / DOTS)
            return lines, (room.left if lines else at) + width
        if fit == done and limit >= whole:
            # A word that is wider than the line breaks anywhere.
            start += max(1, int(limit))
        else:
            done, start = fit, ends[fit - 1] if fit else 0
        lines.append(done)
        limit = whole


def split_words(text: str, *, opens: bool = False) -> list[str]:
    """Return the parts of a text between which a line may break, blanks at their ends.

    A text that `opens` a paragraph has its first word in parts at each slash too.
    """
    marked = _BREAKING.sub(_ENDING, text)
    if "—" in marked:
        marked = marked.replace("—", f"{_MARK}—")
    parts: list[str] = []
    for part in marked.split(_MARK):
        *words, last = part.split(" ")
        parts += [f"{word} " for word in words]
        if last:
            parts.append(last)
    if opens and parts and "/" in parts[0]:
        parts[:1] = _SLASH.split(parts[0])
    return parts
