"""What a home-coming came to, as `merge --json` tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from erasmus_desk.commands.desk import JsonValue
from erasmus_desk.draft import reviewing
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.reviewing import Thread, Waiting
from erasmus_desk.draft.values import to_json
from erasmus_desk.exchange.homecoming import Done, left, moment
from erasmus_desk.exchange.outcome import Answered, HomeComing, RowChange, Theirs, Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """A home-coming that is done: each difference stands in one of these, and in one only."""

    coming: HomeComing
    before: Draft
    after: Draft
    applied: tuple[Change, ...]
    conflicts: tuple[tuple[Answered, Theirs], ...]
    tray: tuple[Waiting, ...]
    theirs: Mapping[Key, tuple[Theirs, ...]]
    """What files brought for each answer."""
    rows: Mapping[str, RowChange]
    """The rows that came or went, by their items."""

    @property
    def threads(self) -> tuple[Thread, ...]:
        """The comments that are new."""
        return self.coming.threads

    def authors(self, key: Key) -> str:
        """Give who brought a change: to an answer, or with a row that came or went."""
        names = [theirs.by.author for theirs in self.theirs.get(key, ())]
        row = self.rows.get(key.item)
        names += [row.by.author] if row else []
        if not names:
            names = [one.by.author for one in self.coming.rows if one.order == key]
        return ", ".join(dict.fromkeys(name for name in names if name))


def told(before: Draft, coming: HomeComing, done: Done) -> Told:
    """Sort what a home-coming came to."""
    waiting = {one.id for one in done.tray}
    conflicts = tuple(
        (one, theirs)
        for one in coming.answers
        for theirs in one.theirs
        if one.verdict is Verdict.CONFLICT and left(one.key, theirs).id in waiting
    )
    named = {left(one.key, theirs).id for one, theirs in conflicts}
    places = {one.key: place for place, one in enumerate(coming.answers)}
    applied = [one for one in done.step.changes if not reviewing.is_own(one.key)]
    return Told(
        coming,
        before,
        before.apply(*done.step.changes),
        tuple(sorted(applied, key=lambda one: places.get(one.key, len(places)))),
        conflicts,
        tuple(one for one in done.tray if one.id not in named),
        {one.key: one.theirs for one in coming.answers},
        {row.item: row for row in coming.rows},
    )


def as_object(found: Told) -> JsonValue:
    """Give the object of `--json`. Answers are as in the draft's file."""
    return {
        "applied": [_applied(one, found) for one in found.applied],
        "conflicts": [_conflict(one, theirs) for one, theirs in found.conflicts],
        "tray": [_waiting(one) for one in found.tray],
        "comments": [_comment(one, found) for one in found.threads],
    }


def _applied(change: Change, found: Told) -> JsonValue:
    return {
        "question": change.key.question,
        "item": change.key.item or None,
        "before": _json(change.old),
        "after": _json(change.new),
        "author": found.authors(change.key),
    }


def _conflict(one: Answered, theirs: Theirs) -> JsonValue:
    return {
        "question": one.key.question,
        "item": one.key.item or None,
        "sent": _json(one.sent),
        "before": _json(one.mine),
        "after": _json(theirs.value),
        "author": theirs.by.author,
        "at": moment(theirs.by) or None,
        "file": theirs.file,
    }


def _waiting(one: Waiting) -> JsonValue:
    return {
        "question": one.near.question if one.near else None,
        "item": (one.near.item or None) if one.near else None,
        "before": one.was,
        "after": one.text,
        "author": one.author,
        "at": one.at or None,
        "file": one.file,
        "why": one.why.value,
    }


def _comment(thread: Thread, found: Told) -> JsonValue:
    first, *replies = thread.notes
    return {
        "question": thread.key.question if thread.key else None,
        "item": (thread.key.item or None) if thread.key else None,
        "before": None,
        "after": first.text,
        "author": first.author,
        "at": first.at or None,
        "file": found.coming.heard.get(thread.id, ""),
        "text": first.text,
        "quote": thread.quote,
        "replies": [
            {"author": note.author, "at": note.at or None, "text": note.text} for note in replies
        ],
        "done": thread.is_done,
    }


def _json(value: Value | None) -> JsonValue:
    return None if value is None else cast("JsonValue", to_json(value))
