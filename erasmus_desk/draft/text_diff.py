"""Differences of texts: word by word for display, and one span for a row of the journal.

The journal stores only the changed span, so that long answers stay cheap.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum
from typing import cast

from msgspec import Struct

from erasmus_desk.draft.answer_json import from_json, to_json
from erasmus_desk.draft.model import Draft, Key, Value

_WORD = re.compile(r"\S+\s*|\s+")


class DiffKind(StrEnum):
    """Whether a piece of text is in both versions, only in the old or only in the new."""

    SAME = "same"
    DELETED = "gone"
    INSERTED = "new"


class DiffPiece(Struct, frozen=True):
    """A piece of text that is equal, deleted or inserted."""

    kind: DiffKind
    text: str


def diff_words(before: str, after: str) -> tuple[DiffPiece, ...]:
    """Return the pieces of both texts in order, deleted ones before inserted ones.

    Equal and deleted pieces make up `before`, equal and inserted ones `after`.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[DiffPiece] = []
    for name, i, k, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if k > i:
            kind = DiffKind.SAME if name == "equal" else DiffKind.DELETED
            pieces.append(DiffPiece(kind, "".join(old[i:k])))
        if n > m and name != "equal":
            pieces.append(DiffPiece(DiffKind.INSERTED, "".join(new[m:n])))
    return tuple(pieces)


def trim_changes(pieces: Iterable[DiffPiece]) -> tuple[DiffPiece, ...]:
    """Return the pieces with the words and signs set apart that a change has in common.

    `May.` that became `June.` is `May` that became `June`, and a full stop.
    """
    trimmed: list[DiffPiece] = []
    waiting = list(pieces)[::-1]
    while waiting:
        piece = waiting.pop()
        last = trimmed[-1] if trimmed else None
        if last and last.kind is piece.kind:
            trimmed[-1] = DiffPiece(piece.kind, last.text + piece.text)
        elif last and (last.kind, piece.kind) == (DiffKind.DELETED, DiffKind.INSERTED):
            old, new = trimmed.pop().text, piece.text
            start, end = _find_common_words(old, new)
            shared = DiffPiece(DiffKind.SAME, old[len(old) - end :])
            waiting += [shared] if end else []
            for kind, text in (
                (DiffKind.SAME, old[:start]),
                (DiffKind.DELETED, old[start : len(old) - end]),
                (DiffKind.INSERTED, new[start : len(new) - end]),
            ):
                if text and trimmed and trimmed[-1].kind is kind:
                    trimmed[-1] = DiffPiece(kind, trimmed[-1].text + text)
                elif text:
                    trimmed.append(DiffPiece(kind, text))
        else:
            trimmed.append(piece)
    return tuple(trimmed)


def _find_common_words(old: str, new: str) -> tuple[int, int]:
    """Return the lengths of the begin and the end that two texts share, in whole words."""
    start = _common_prefix(old, new)
    while start and _is_in_word(old, start, new, start):
        start -= 1
    end = _common_suffix(old[start:], new[start:])
    while end and _is_in_word(old, len(old) - end, new, len(new) - end):
        end -= 1
    return start, end


def _is_in_word(one: str, place: int, other: str, other_place: int) -> bool:
    """Return whether a place is inside a word of either text."""
    return any(
        text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()
        for text, at in ((one, place), (other, other_place))
    )


def encode_change(old: Value | None, new: Value | None) -> str:
    """Return the journal row of a change, in ASCII.

    From text to text it is `[offset, removed, inserted]`, offset in characters; anything else
    is `{"new": …}`.
    """
    if isinstance(old, str) and isinstance(new, str):
        offset, removed, inserted = find_difference(old, new)
        return json.dumps([offset, to_json(removed), to_json(inserted)])
    return json.dumps({"new": None if new is None else to_json(new)})


def apply_change(old: Value | None, row: str) -> Value | None:
    """Return the answer after the change of a journal row.

    A damaged row changes nothing, so that the others can still be read.
    """
    try:
        found: object = json.loads(row)
    except (ValueError, RecursionError):
        return old
    if isinstance(found, dict):
        new = cast("dict[str, object]", found).get("new")
        return None if new is None else from_json(new)
    match found:
        case [int(offset), str(removed), str(inserted)] if isinstance(old, str):
            # Nearly all rows are this, and a history has many.
            return f"{old[:offset]}{inserted}{old[offset + len(removed) :]}"
        case _:
            parts = cast("list[object]", found) if isinstance(found, list) else []
    match [from_json(part) for part in parts]:
        case [int(offset), str(removed), str(inserted)]:
            text = old if isinstance(old, str) else ""
            return text[:offset] + inserted + text[offset + len(removed) :]
        case _:
            return old


def encode_changes(before: Draft, after: Draft, keys: Iterable[Key]) -> list[tuple[Key, str]]:
    """Return the journal rows that lead from one draft to another, for some answers."""
    pairs = ((key, before.get(key), after.get(key)) for key in dict.fromkeys(keys))
    return [(key, encode_change(old, new)) for key, old, new in pairs if is_different(old, new)]


def is_different(one: Value | None, other: Value | None) -> bool:
    """Return whether two answers differ; `True` and 1 do."""
    return type(one) is not type(other) or one != other


def find_changed_keys(before: Draft, after: Draft) -> list[Key]:
    """Return the keys of the answers that differ, sorted."""
    if before is after:
        return []
    keys = before.answers.keys() | after.answers.keys()
    return sorted(key for key in keys if is_different(before.get(key), after.get(key)))


def find_difference(old: str, new: str) -> tuple[int, str, str]:
    """Return the span in which two texts differ: offset, deleted and inserted text."""
    offset = _common_prefix(old, new)
    tail = _common_suffix(old[offset:], new[offset:])
    return offset, old[offset : len(old) - tail], new[offset : len(new) - tail]


def _common_prefix(one: str, other: str) -> int:
    """Return the length of the common start, by binary search: slices compare fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(one: str, other: str) -> int:
    """Return the length of the common end; long texts are not turned round, which takes longer."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
