"""The marks of a carried draft: what came from another call is marked until somebody looked.

They are answers of the program itself, so that undo, journal and file treat them like all others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct

from erasmus_desk.call.carry import RewriteReason
from erasmus_desk.draft.answer_json import to_json
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Orphan, Value

PREFIX = "desk.carried."
"""Prefix of the ids of the answers about a carry."""
SOURCE, MOVED, ITEMS = Key(f"{PREFIX}from"), Key(f"{PREFIX}moved"), Key(f"{PREFIX}items")
"""The call that a draft was carried from, the questions whose answers moved, and the items."""
TABLE = Key(f"{PREFIX}table")
"""The call that has the table by which a draft was carried."""
STRUCTURE = "·"
"""The wording of what is set aside for the way back alone: lists, and the program's own answers."""
PART = "="
"""Before the question of an answer of which only a part has a place, such as some of its choices.

No question has such an id, so this never becomes an answer by itself.
"""
_MARK = f"{PREFIX}mark"
_SEPARATOR = "/"
"""Between a call and a question: no folder of a call, and so no id of one, contains it."""


class Mark(Struct, frozen=True):
    """An answer, perhaps an empty one, to look at again."""

    key: Key
    reason: RewriteReason


def is_carry_key(key: Key) -> bool:
    """Return whether an answer is about a carry."""
    return key.question.startswith(PREFIX)


def find_table_owner(draft: Draft, target: str) -> str:
    """Return the call whose table leads back, for a draft that was carried from the target."""
    return draft.text(TABLE.question) if draft.get(SOURCE) == target else ""


def add_mark(draft: Draft, mark: Mark) -> Change:
    """Return the change that marks an answer as it is now."""
    value = (mark.reason.value, _compute_print(draft.get(mark.key)))
    return draft.change(Key(_MARK, str(mark.key)), value)


def list_marks(draft: Draft) -> tuple[Mark, ...]:
    """Return the marks of answers that are as they were when they were carried."""
    return tuple(_read_marks(draft))


def remove_marks(draft: Draft, marks: tuple[Mark, ...]) -> ChangeSet:
    """Return the changes that say that somebody looked at answers."""
    keys = (Key(_MARK, str(mark.key)) for mark in marks)
    return ChangeSet(tuple(draft.change(key, None) for key in keys), "carry.seen")


def list_moved_questions(draft: Draft) -> tuple[str, ...]:
    """Return the questions whose answers came from another call, in the order of the form."""
    found = draft.get(MOVED)
    return found if isinstance(found, tuple) else ()


def tag_key(call: str, key: Key) -> Key:
    """Return the key under which an answer of a call is set aside in a draft of another."""
    return Key(f"{call}{_SEPARATOR}{key.question}", key.item)


def split_key(key: Key) -> tuple[str, Key]:
    """Return the call and the key in it of an answer that is set aside; no call for any other."""
    call, separator, question = key.question.partition(_SEPARATOR)
    return (call, Key(question, key.item)) if separator else ("", key)


def list_shown_orphans(draft: Draft) -> tuple[Orphan, ...]:
    """Return what is set aside without a question, but for what is for the way back alone."""
    return tuple(one for one in draft.orphans if one.wording != STRUCTURE)


def list_carried_aside(draft: Draft) -> tuple[tuple[str, Orphan], ...]:
    """Return what users wrote that other calls asked for, as answers there, each with its call."""
    found: list[tuple[str, Orphan]] = []
    for orphan in list_shown_orphans(draft):
        call, key = split_key(orphan.key)
        if call:
            whole = Key(key.question.removeprefix(PART), key.item)
            found.append((call, Orphan(whole, orphan.value, orphan.wording)))
    return tuple(found)


def _read_marks(draft: Draft) -> Iterator[Mark]:
    for key, value in draft.answers.items():
        if key.question == _MARK and isinstance(value, tuple):
            at = Key.parse(key.item)
            reason, seen = value if len(value) == len(("reason", "print")) else ("", "")
            if reason in set(RewriteReason) and seen == _compute_print(draft.get(at)):
                yield Mark(at, RewriteReason(reason))


def _compute_print(value: Value | None) -> str:
    """Return a short text that is another for another answer, and empty for none."""
    if value is None:
        return ""
    return sha256(json.dumps(to_json(value)).encode()).hexdigest()[:16]
