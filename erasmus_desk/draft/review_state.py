"""The state of the review of a draft: shared copies, comment threads and unresolved items.

They are answers and lists with ids that begin with `desk.`, which no call may use, so that
journal, undo, backups and the draft file treat them like all other answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct

from erasmus_desk.call.form import Form
from erasmus_desk.draft.model import Change, ChangeSet, Draft, Key, Value

OWN_PREFIX = "desk."
"""Prefix of the ids of the program's own lists and answers."""
SHARED_COPIES, THREADS = "desk.sendings", "desk.threads"
COMMENTS, UNRESOLVED = "desk.notes", "desk.tray"
"""The ids of the lists."""
MERGED_COPIES = "desk.merged"
"""The digests of the copies of the file that were merged: they are not offered again."""
WRITTEN_TEXTS = ("desk.note.text", "desk.waiting.text")
"""The program's own answers that contain text of a reviewer."""


class UnresolvedReason(StrEnum):
    """Why an item of a reviewed file is unresolved."""

    UNPLACED = "unplaced"
    """Text without a matching answer."""
    FIXED = "fixed"
    """Text of the form or of the program was changed or deleted."""
    UNDECIDED = "undecided"
    """A change that is not decided on yet."""
    GUESS = "guess"
    """Text that looks like the answer, without a control or bookmark that says so."""
    UNREADABLE = "unreadable"
    """The text is no valid answer to its question."""
    PICTURE = "picture"
    """A picture or another object without text; only the file contains it."""


class SharedCopy(
    Struct, frozen=True, rename={"recipient": "to", "sent_at": "at", "returned_at": "back"}
):
    """A Word file that was sent; `returned_at` is empty until it is imported.

    `state` is that of its record; `partner` is the organisation of a partner pack, empty for
    the whole proposal. Moments are ISO 8601 texts.
    """

    id: str
    state: str
    profile: str
    recipient: str
    sent_at: str
    partner: str = ""
    reply_by: date | None = None
    returned_at: str = ""


class Comment(Struct, frozen=True):
    """A comment or a reply to one."""

    id: str
    author: str
    at: str
    text: str


class CommentThread(Struct, frozen=True):
    """A comment with its replies, at an answer; `quote` is the commented text."""

    id: str
    key: Key | None
    quote: str
    is_done: bool
    comments: tuple[Comment, ...]


class UnresolvedItem(Struct, frozen=True, rename={"reason": "why", "original": "was"}):
    """Something of a reviewed file without a decision, with the text as sent and a near answer."""

    id: str
    reason: UnresolvedReason
    text: str
    original: str = ""
    near: Key | None = None
    author: str = ""
    at: str = ""
    file: str = ""


def is_desk_key(key: Key) -> bool:
    """Return whether an answer is one of the program's own."""
    return key.question.startswith(OWN_PREFIX)


def list_shared_copies(draft: Draft) -> tuple[SharedCopy, ...]:
    """Return every sent file, in the order of sending."""
    return tuple(_read_copy(draft, item) for item in draft.items(SHARED_COPIES))


def list_outstanding_copies(draft: Draft) -> tuple[SharedCopy, ...]:
    """Return the sent files that are not imported yet."""
    return tuple(copy for copy in list_shared_copies(draft) if not copy.returned_at)


def list_threads(draft: Draft) -> tuple[CommentThread, ...]:
    """Return all comment threads."""
    return tuple(_read_thread(draft, item) for item in draft.items(THREADS))


def list_threads_at(draft: Draft, key: Key) -> tuple[CommentThread, ...]:
    """Return the comment threads at an answer."""
    return tuple(thread for thread in list_threads(draft) if thread.key == key)


def list_unresolved(draft: Draft) -> tuple[UnresolvedItem, ...]:
    """Return the unresolved items."""
    return tuple(_read_unresolved(draft, item) for item in draft.items(UNRESOLVED))


def add_shared_copy(draft: Draft, copy: SharedCopy) -> ChangeSet:
    """Return the changes that record a sent file."""
    members = {name: value or None for name, value in _list_members(copy)}
    members["to"] = copy.recipient
    return ChangeSet(
        tuple(_update_item(draft, SHARED_COPIES, "desk.sending", copy.id, members)), "sending.out"
    )


def mark_returned(draft: Draft, item: str, at: str) -> ChangeSet:
    """Return the changes that record when a file was imported; `at` empty: not yet."""
    return ChangeSet((draft.change(Key("desk.sending.back", item), at or None),), "sending.back")


def update_thread(draft: Draft, thread: CommentThread) -> tuple[Change, ...]:
    """Return the changes that add or update a thread; new comments come after known ones."""
    members: dict[str, Value | None] = {
        "at": str(thread.key) if thread.key else None,
        "quote": thread.quote or None,
        "done": thread.is_done or None,
    }
    changes = list(_update_item(draft, THREADS, "desk.thread", thread.id, members))
    known = draft.items(COMMENTS, thread.id)
    new = [comment for comment in thread.comments if comment.id not in known]
    for comment in new:
        texts = {"author": comment.author, "at": comment.at, "text": comment.text}
        for name, text in texts.items():
            changes.append(draft.change(Key(f"desk.note.{name}", comment.id), text or None))
    if new:
        order = (*known, *(comment.id for comment in new))
        changes.append(draft.change(Key(COMMENTS, thread.id), order))
    return tuple(changes)


def add_unresolved(draft: Draft, items: tuple[UnresolvedItem, ...]) -> tuple[Change, ...]:
    """Return the changes that add unresolved items, except those that are known."""
    known = draft.items(UNRESOLVED)
    new = {item.id: item for item in items if item.id not in known}
    changes: list[Change] = []
    for item in new.values():
        for name, value in _list_members(item):
            if value:
                changes.append(draft.change(Key(f"desk.waiting.{name}", item.id), str(value)))
    if new:
        changes.append(draft.change(Key(UNRESOLVED), (*known, *new)))
    return tuple(changes)


def is_there(draft: Draft, form: Form, key: Key) -> bool:
    """Return whether a draft has the question, and the item that the answer is of."""
    if key.question in form.lists:
        owner = form.lists[key.question].parent
    else:
        owner = form.list_of(key.question)
        if not owner:
            return key.question in form.questions
    if not owner:
        return True
    return any(
        key.item in draft.items(owner, one.item) for one in draft.answers if one.question == owner
    )


def discard_unresolved(draft: Draft, item: str) -> ChangeSet:
    """Return the changes that remove an unresolved item."""
    members = [draft.change(key, None) for key in draft.keys_of_item(item)]
    remaining = tuple(other for other in draft.items(UNRESOLVED) if other != item)
    return ChangeSet((*members, draft.change(Key(UNRESOLVED), remaining or None)), "tray.out")


def resolve_thread(draft: Draft, item: str, *, is_done: bool) -> ChangeSet:
    """Return the changes that resolve or reopen a thread."""
    return ChangeSet((draft.change(Key("desk.thread.done", item), is_done or None),), "thread.done")


def _update_item(
    draft: Draft, list_id: str, prefix: str, item: str, members: dict[str, Value | None]
) -> Iterator[Change]:
    for name, value in members.items():
        key = Key(f"{prefix}.{name}", item)
        if draft.get(key) != value:
            yield draft.change(key, value)
    known = draft.items(list_id)
    if item not in known:
        yield draft.change(Key(list_id), (*known, item))


def _list_members(record: SharedCopy | UnresolvedItem) -> list[tuple[str, Any]]:
    """Return the fields of a record, except its id, by the name in the ids of its answers."""
    names = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    return [(stored, getattr(record, name)) for name, stored in names if name != "id"]


def _read_texts(
    kind: type[SharedCopy | UnresolvedItem], draft: Draft, prefix: str, item: str
) -> dict[str, Any]:
    """Return the fields of a record as texts, empty where there is no answer."""
    names = zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
    return {name: draft.text(f"{prefix}.{stored}", item) for name, stored in names} | {"id": item}


def _read_copy(draft: Draft, item: str) -> SharedCopy:
    reply_by = draft.get(Key("desk.sending.reply_by", item))
    members = _read_texts(SharedCopy, draft, "desk.sending", item)
    members["reply_by"] = reply_by if isinstance(reply_by, date) else None
    return SharedCopy(**members)


def _read_thread(draft: Draft, item: str) -> CommentThread:
    at = draft.text("desk.thread.at", item)
    return CommentThread(
        id=item,
        key=Key.parse(at) if at else None,
        quote=draft.text("desk.thread.quote", item),
        is_done=draft.get(Key("desk.thread.done", item)) is True,
        comments=tuple(_read_comment(draft, note) for note in draft.items(COMMENTS, item)),
    )


def _read_comment(draft: Draft, item: str) -> Comment:
    author, at, text = (draft.text(f"desk.note.{name}", item) for name in ("author", "at", "text"))
    return Comment(item, author, at, text)


def _read_unresolved(draft: Draft, item: str) -> UnresolvedItem:
    members = _read_texts(UnresolvedItem, draft, "desk.waiting", item)
    near, why = members["near"], members["reason"]
    is_known = why in set(UnresolvedReason)
    members["reason"] = UnresolvedReason(why) if is_known else UnresolvedReason.UNPLACED
    members["near"] = Key.parse(near) if near else None
    return UnresolvedItem(**members)
