"""The comments of a Word file: which threads it gets, and at which anchors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct, field

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.review_state import Comment, CommentThread
from erasmus_desk.export.document.anchors import list_anchor_keys
from erasmus_desk.export.document.blocks import Block

_MIN_ID, _MAX_ID = 0x10000, 0x7FFFFFFF
"""Word uses random paragraph ids; larger ones damage a file, smaller ones look like counters."""


class WordComment(Struct, frozen=True):
    """A comment, or a reply to the one with the paragraph id `parent`; ids are hexadecimal."""

    number: int
    content: Comment
    paragraph_id: str
    parent: str = ""
    is_resolved: bool = False


class CommentSet(Struct, frozen=True):
    """All comments of a file, and their numbers by the number of their anchor."""

    comments: tuple[WordComment, ...] = ()
    by_anchor: Mapping[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])


def place_comments(threads: Sequence[CommentThread], blocks: Sequence[Block]) -> CommentSet:
    """Return the comments of threads at the best anchors of their answers.

    Threads without an answer in the document are at the first anchor.
    """
    if not threads:
        return CommentSet()
    best: dict[str, tuple[int, int]] = {}
    for number, (key, rank) in enumerate(list_anchor_keys(blocks), start=1):
        best[key] = min(best.get(key, (rank, number)), (rank, number))
    placed: dict[int, list[CommentThread]] = {}
    for thread in threads:
        _, number = best.get(str(thread.key or ""), (0, 1))
        if thread.comments and best:
            placed.setdefault(number, []).append(thread)
    comments: list[WordComment] = []
    taken: set[str] = set()
    by_anchor: dict[int, tuple[int, ...]] = {}
    for number in sorted(placed):
        first = len(comments)
        for thread in placed[number]:
            comments += _build_comments(thread, len(comments), taken)
        by_anchor[number] = tuple(range(first, len(comments)))
    return CommentSet(tuple(comments), by_anchor)


def _build_comments(thread: CommentThread, first: int, taken: set[str]) -> list[WordComment]:
    found: list[WordComment] = []
    for number, comment in enumerate(thread.comments, start=first):
        parent = found[0].paragraph_id if found else ""
        paragraph_id = _make_paragraph_id(comment.id, taken)
        found.append(WordComment(number, comment, paragraph_id, parent, thread.is_done))
    return found


def _make_paragraph_id(comment_id: str, taken: set[str]) -> str:
    """Return a paragraph id for a comment: the same in every file, unique in this one."""
    number = int(sha256(comment_id.encode("utf-8", "surrogatepass")).hexdigest()[:8], 16)
    number = max(number & _MAX_ID, _MIN_ID)
    while f"{number:08X}" in taken:
        number = number + 1 if number < _MAX_ID else _MIN_ID
    taken.add(f"{number:08X}")
    return f"{number:08X}"


def select_partner_threads(
    draft: Draft, partner: str, lists: Iterable[str]
) -> tuple[CommentThread, ...]:
    """Return the threads at a partner's own answers and those in its rows.

    Threads at texts that several partners share are not included. `lists` are the lists inside
    an organisation.
    """
    own = {partner, *(row for name in lists for row in draft.items(name, partner))}
    return tuple(one for one in review_state.list_threads(draft) if one.key and one.key.item in own)
