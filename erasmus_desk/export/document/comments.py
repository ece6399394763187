"""Threads of comments on their way into a Word file: which goes, and at which of its places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.review_state import Note, Thread
from erasmus_desk.export.document.anchors import keys
from erasmus_desk.export.document.blocks import Block

_COUNTED, _MOST = 0x10000, 0x7FFFFFFF
"""Word draws the marks of paragraphs by lot; small ones look counted, larger ones damage a file."""


class Comment(Struct, frozen=True):
    """A comment or, with a `parent`, a reply; `mark` is that of its paragraph, in hexadecimal."""

    number: int
    note: Note
    mark: str
    parent: str = ""
    is_done: bool = False


def _nowhere() -> Mapping[int, tuple[int, ...]]:
    return MappingProxyType({})


class Talk(Struct, frozen=True):
    """All comments of a file, and the numbers of those at each place, by its own number."""

    comments: tuple[Comment, ...] = ()
    at: Mapping[int, tuple[int, ...]] = field(default_factory=_nowhere)


SILENCE = Talk()
"""Nobody said anything."""


def talk(threads: Sequence[Thread], blocks: Sequence[Block]) -> Talk:
    """Give the comments of threads at their answers; what has no place stands at the first one.

    An answer that is shown at several places has them where it is asked.
    """
    if not threads:
        return SILENCE
    best: dict[str, tuple[int, int]] = {}
    for number, (key, rank) in enumerate(keys(blocks), start=1):
        best[key] = min(best.get(key, (rank, number)), (rank, number))
    placed: dict[int, list[Thread]] = {}
    for thread in threads:
        _, number = best.get(str(thread.key or ""), (0, 1))
        if thread.notes and best:
            placed.setdefault(number, []).append(thread)
    comments: list[Comment] = []
    marks: set[str] = set()
    at: dict[int, tuple[int, ...]] = {}
    for number in sorted(placed):
        first = len(comments)
        for thread in placed[number]:
            comments += _comments(thread, len(comments), marks)
        at[number] = tuple(range(first, len(comments)))
    return Talk(tuple(comments), MappingProxyType(at))


def _comments(thread: Thread, first: int, marks: set[str]) -> list[Comment]:
    found: list[Comment] = []
    for number, note in enumerate(thread.notes, start=first):
        parent = found[0].mark if found else ""
        found.append(Comment(number, note, _mark(note.id, marks), parent, thread.is_done))
    return found


def _mark(note: str, taken: set[str]) -> str:
    """Give a mark that a note has in every file, and that no other has in this one."""
    number = int(sha256(note.encode("utf-8", "surrogatepass")).hexdigest()[:8], 16)
    number = max(number & _MOST, _COUNTED)
    while f"{number:08X}" in taken:
        number = number + 1 if number < _MOST else _COUNTED
    taken.add(f"{number:08X}")
    return f"{number:08X}"


def threads_for(draft: Draft, partner: str, lists: Iterable[str]) -> tuple[Thread, ...]:
    """Give the threads at a partner's own answers, those in its rows included.

    What others say of a text that several share is not for one of them. `lists` are those
    inside an organisation.
    """
    own = {partner, *(row for name in lists for row in draft.items(name, partner))}
    return tuple(one for one in review_state.threads(draft) if one.key and one.key.item in own)
