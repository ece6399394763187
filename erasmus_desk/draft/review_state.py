"""What is kept with a draft while others read it: who has a copy, what they said, what waits.

All of it are answers under ids of the program's own (they begin with `desk.`, which no call may
use), so that journal, undo, copies and the draft's file hold them like every other answer. A
list's order and its items follow the same rule as organisations.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.draft.model import Change, Draft, Key, Step, Value

OWN = "desk."
"""How the ids of the program's own lists and answers begin."""
SENDINGS, THREADS, NOTES, TRAY = "desk.sendings", "desk.threads", "desk.notes", "desk.tray"
"""Lists: files that went out; threads of comments; the notes in a thread; what has no place."""


WRITTEN = ("desk.note.text", "desk.waiting.text")
"""Of the program's own answers those that somebody has written."""


class Why(StrEnum):
    """Why something lies in the tray."""

    UNPLACED = "unplaced"
    """Text that belongs to no answer that could be found."""
    FIXED = "fixed"
    """Words of the form or of the program were changed or taken out."""
    UNDECIDED = "undecided"
    """A change that nobody decided on yet."""
    UNREADABLE = "unreadable"
    """What was written is no value that the question takes."""
    PICTURE = "picture"
    """Something that is no text came along; only the file has it."""


class Sending(Struct, frozen=True):
    """A Word file that went out. `back` is the moment it came home, empty while it is away.

    `state` is that of its record; `partner` the item of the organisation it was made for, empty
    for the whole proposal. Moments are ISO 8601 texts.
    """

    id: str
    state: str
    profile: str
    to: str
    at: str
    partner: str = ""
    reply_by: date | None = None
    back: str = ""


class Note(Struct, frozen=True):
    """One comment, or a reply to one."""

    id: str
    author: str
    at: str
    text: str


class Thread(Struct, frozen=True):
    """A comment with its replies, at an answer; `quote` is the text it was put on."""

    id: str
    key: Key | None
    quote: str
    is_done: bool
    notes: tuple[Note, ...]


class Waiting(Struct, frozen=True):
    """One thing in the tray: what came, what it was when it was sent, and near which answer."""

    id: str
    why: Why
    text: str
    was: str = ""
    near: Key | None = None
    author: str = ""
    at: str = ""
    file: str = ""


def is_own(key: Key) -> bool:
    """Tell whether an answer is one of the program's own."""
    return key.question.startswith(OWN)


def sendings(draft: Draft) -> tuple[Sending, ...]:
    """Give every file that went out, in the order of sending."""
    return tuple(_sending(draft, item) for item in draft.items(SENDINGS))


def away(draft: Draft) -> tuple[Sending, ...]:
    """Give the files that are still away."""
    return tuple(one for one in sendings(draft) if not one.back)


def threads(draft: Draft) -> tuple[Thread, ...]:
    """Give all threads of comments."""
    return tuple(_thread(draft, item) for item in draft.items(THREADS))


def threads_at(draft: Draft, key: Key) -> tuple[Thread, ...]:
    """Give the threads at an answer."""
    return tuple(one for one in threads(draft) if one.key == key)


def tray(draft: Draft) -> tuple[Waiting, ...]:
    """Give what lies in the tray."""
    return tuple(_waiting(draft, item) for item in draft.items(TRAY))


def sent_out(draft: Draft, sending: Sending) -> Step:
    """Give the step that notes a file that went out."""
    members: dict[str, Value | None] = {
        "state": sending.state,
        "profile": sending.profile,
        "to": sending.to,
        "at": sending.at,
        "partner": sending.partner or None,
        "reply_by": sending.reply_by,
        "back": sending.back or None,
    }
    return Step(tuple(_put(draft, SENDINGS, "desk.sending", sending.id, members)), "sending.out")


def come_back(draft: Draft, item: str, at: str) -> Step:
    """Give the step that notes that a file is home; at no moment, that it is away again."""
    return Step((_change(draft, Key("desk.sending.back", item), at or None),), "sending.back")


def thread_put(draft: Draft, thread: Thread) -> tuple[Change, ...]:
    """Give the changes that lay a thread down, or bring one that is there up to date.

    Notes that are there already stay, in their order; new ones come behind.
    """
    members: dict[str, Value | None] = {
        "at": str(thread.key) if thread.key else None,
        "quote": thread.quote or None,
        "done": thread.is_done or None,
    }
    changes = list(_put(draft, THREADS, "desk.thread", thread.id, members))
    known = draft.items(NOTES, thread.id)
    new = [note for note in thread.notes if note.id not in known]
    for note in new:
        for name in ("author", "at", "text"):
            value: str = getattr(note, name)
            changes.append(_change(draft, Key(f"desk.note.{name}", note.id), value or None))
    if new:
        order = (*known, *(note.id for note in new))
        changes.append(_change(draft, Key(NOTES, thread.id), order))
    return tuple(changes)


def tray_put(draft: Draft, things: tuple[Waiting, ...]) -> tuple[Change, ...]:
    """Give the changes that lay things into the tray; what lies there already stays once."""
    there = draft.items(TRAY)
    new = {one.id: one for one in things if one.id not in there}
    changes: list[Change] = []
    for one in new.values():
        members: dict[str, Value | None] = {
            "why": one.why.value,
            "text": one.text or None,
            "was": one.was or None,
            "near": str(one.near) if one.near else None,
            "author": one.author or None,
            "at": one.at or None,
            "file": one.file or None,
        }
        for name, value in members.items():
            if value is not None:
                changes.append(_change(draft, Key(f"desk.waiting.{name}", one.id), value))
    if new:
        changes.append(_change(draft, Key(TRAY), (*there, *new)))
    return tuple(changes)


def taken_out(draft: Draft, item: str) -> Step:
    """Give the step that takes a thing out of the tray, because somebody dealt with it."""
    gone = [Change(key, draft.answers[key], None) for key in draft.keys_of_item(item)]
    left = tuple(one for one in draft.items(TRAY) if one != item)
    return Step((*gone, _change(draft, Key(TRAY), left or None)), "tray.out")


def resolved(draft: Draft, item: str, *, is_done: bool) -> Step:
    """Give the step that marks a thread as dealt with, or opens it again."""
    return Step((_change(draft, Key("desk.thread.done", item), is_done or None),), "thread.done")


def _put(
    draft: Draft, list_id: str, prefix: str, item: str, members: dict[str, Value | None]
) -> Iterator[Change]:
    for name, value in members.items():
        key = Key(f"{prefix}.{name}", item)
        if draft.get(key) != value:
            yield _change(draft, key, value)
    there = draft.items(list_id)
    if item not in there:
        yield _change(draft, Key(list_id), (*there, item))


def _change(draft: Draft, key: Key, new: Value | None) -> Change:
    return Change(key, draft.get(key), new)


def _sending(draft: Draft, item: str) -> Sending:
    reply_by = draft.get(Key("desk.sending.reply_by", item))
    return Sending(
        id=item,
        state=draft.text("desk.sending.state", item),
        profile=draft.text("desk.sending.profile", item),
        to=draft.text("desk.sending.to", item),
        at=draft.text("desk.sending.at", item),
        partner=draft.text("desk.sending.partner", item),
        reply_by=reply_by if isinstance(reply_by, date) else None,
        back=draft.text("desk.sending.back", item),
    )


def _thread(draft: Draft, item: str) -> Thread:
    at = draft.text("desk.thread.at", item)
    return Thread(
        id=item,
        key=Key.parse(at) if at else None,
        quote=draft.text("desk.thread.quote", item),
        is_done=draft.get(Key("desk.thread.done", item)) is True,
        notes=tuple(_note(draft, note) for note in draft.items(NOTES, item)),
    )


def _note(draft: Draft, item: str) -> Note:
    author, at, text = (draft.text(f"desk.note.{name}", item) for name in ("author", "at", "text"))
    return Note(item, author, at, text)


def _waiting(draft: Draft, item: str) -> Waiting:
    near, why = draft.text("desk.waiting.near", item), draft.text("desk.waiting.why", item)
    return Waiting(
        id=item,
        why=Why(why) if why in set(Why) else Why.UNPLACED,
        text=draft.text("desk.waiting.text", item),
        was=draft.text("desk.waiting.was", item),
        near=Key.parse(near) if near else None,
        author=draft.text("desk.waiting.author", item),
        at=draft.text("desk.waiting.at", item),
        file=draft.text("desk.waiting.file", item),
    )
