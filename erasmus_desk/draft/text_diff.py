"""What differs between two states of a text, word by word.

What a row of the journal holds: of a long text only the place where it changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum
from typing import cast

from msgspec import Struct

from erasmus_desk.draft.answer_json import of_json, to_json
from erasmus_desk.draft.model import Draft, Key, Value

_WORD = re.compile(r"\S+\s*|\s+")


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Piece(Struct, frozen=True):
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


def row_of(old: Value | None, new: Value | None) -> str:
    """Give the row for an answer going from `old` to `new`, in plain ASCII.

    From text to text it is `[offset, removed, inserted]`, offset in characters; anything else
    is `{"new": …}`.
    """
    if isinstance(old, str) and isinstance(new, str):
        offset, removed, inserted = splice(old, new)
        return json.dumps([offset, to_json(removed), to_json(inserted)])
    return json.dumps({"new": None if new is None else to_json(new)})


def value_after(old: Value | None, row: str) -> Value | None:
    """Give the answer that `old` became by a row; what is no row changes nothing.

    One row that other hands altered must not bar the way to all the others.
    """
    try:
        found: object = json.loads(row)
    except (ValueError, RecursionError):
        return old
    if isinstance(found, dict):
        new = cast("dict[str, object]", found).get("new")
        return None if new is None else of_json(new)
    parts = cast("list[object]", found) if isinstance(found, list) else []
    match [of_json(part) for part in parts]:
        case [int(offset), str(removed), str(inserted)]:
            text = old if isinstance(old, str) else ""
            return text[:offset] + inserted + text[offset + len(removed) :]
        case _:
            return old


def rows_between(before: Draft, after: Draft, keys: Iterable[Key]) -> list[tuple[Key, str]]:
    """Give the rows that lead from one draft to another, for these answers."""
    pairs = ((key, before.get(key), after.get(key)) for key in dict.fromkeys(keys))
    return [(key, row_of(old, new)) for key, old, new in pairs if differ(old, new)]


def differ(one: Value | None, other: Value | None) -> bool:
    """Tell whether two answers differ; to Python alone, yes and 1 are equal."""
    return type(one) is not type(other) or one != other


def splice(old: str, new: str) -> tuple[int, str, str]:
    """Give where two texts differ: the offset, what went and what came."""
    offset = _shared_start(old, new)
    most = min(len(old), len(new)) - offset
    tail = _shared_end(old, new, most)
    return offset, old[offset : len(old) - tail], new[offset : len(new) - tail]


def _shared_start(one: str, other: str) -> int:
    """Count equal characters at the start, by halving: slices compare fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shared_end(one: str, other: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if _tail(one, low, middle) == _tail(other, low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _tail(text: str, low: int, high: int) -> str:
    """Give the characters from `high` to `low` places before the end."""
    return text[len(text) - high : len(text) - low]
