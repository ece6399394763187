"""What differs between two states of a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+\s*|\s+")


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went or came."""

    fate: Fate
    text: str


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Give the pieces of both texts in order; what went stands before what came.

    The pieces that stayed and went are `before`, those that stayed and came are `after`.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for name, i, k, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            pieces.append(Piece(Fate.SAME, "".join(old[i:k])))
            continue
        if k > i:
            pieces.append(Piece(Fate.GONE, "".join(old[i:k])))
        if n > m:
            pieces.append(Piece(Fate.NEW, "".join(new[m:n])))
    return tuple(pieces)
