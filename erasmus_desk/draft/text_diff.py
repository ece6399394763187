"""Differences of texts as one span, and the rows of the journal.

The journal stores only the changed span, so that long answers stay cheap.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import cast

from erasmus_desk.draft.answer_json import from_json, to_json
from erasmus_desk.draft.model import Draft, Key, Value


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
    offset = find_common_start(old, new)
    tail = find_common_end(old[offset:], new[offset:])
    return offset, old[offset : len(old) - tail], new[offset : len(new) - tail]


def find_common_start(one: str, other: str) -> int:
    """Return the length of the common start, by binary search: slices compare fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def find_common_end(one: str, other: str) -> int:
    """Return the length of the common end; long texts are not turned round, which takes longer."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
