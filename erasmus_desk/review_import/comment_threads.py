"""Merging of imported comments into the threads of the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.review_state import Comment, CommentThread
from erasmus_desk.review_import.docx_reader.document import WordComment
from erasmus_desk.review_import.stable_ids import IdGenerator

MAX_CANDIDATES = 500
"""Stored comments of the same author and text that are compared with one of a file."""
_QUARTER_HOUR, _MINUTE = timedelta(minutes=15), timedelta(minutes=1)
_MAX_OFFSET = timedelta(hours=14)


class FileComments(Struct, frozen=True):
    """The comments of one file, each with its answer, in document order."""

    file: str
    comments: tuple[tuple[WordComment, Key | None], ...]


class _ThreadUpdate(Struct):
    """A thread that grows; `file` is the first file with news, empty without news."""

    thread: CommentThread
    file: str = ""


def merge_threads(draft: Draft, files: Iterable[FileComments]) -> list[tuple[CommentThread, str]]:
    """Return the threads with news, each with the file they come from.

    Comments that the draft or another file has already are not new. A thread is resolved when one
    file says so; a later reply opens it again.
    """
    known = _KnownThreads(review_state.list_threads(draft))
    for file in files:
        _CommentMerger(known, file).merge()
    return [
        (_sort_comments(update.thread, draft), update.file)
        for update in known.updates
        if update.file
    ]


_Stored = tuple[_ThreadUpdate, Comment]
"""A comment of a thread that is known already."""


class _KnownThreads:
    """All threads, with an index of their comments."""

    def __init__(self, threads: Iterable[CommentThread]) -> None:
        self.updates = [_ThreadUpdate(thread) for thread in threads]
        self._stored_by_text: dict[tuple[str, str], list[_Stored]] = {}
        for update in self.updates:
            for stored in update.thread.comments:
                self.add(update, stored)

    def add(self, update: _ThreadUpdate, stored: Comment) -> None:
        """Index a comment of a thread."""
        self._stored_by_text.setdefault(_text_key(stored)[:2], []).append((update, stored))

    def find_candidates(self, comment: WordComment | Comment) -> list[_Stored]:
        """Return the stored comments with the text and author of a comment."""
        return self._stored_by_text.get(_text_key(comment)[:2], [])


class _CommentMerger:
    """Merges the comments of one file; each stored one is matched at most once."""

    def __init__(self, known: _KnownThreads, file: FileComments) -> None:
        self._known, self._file = known, file
        self._ids = IdGenerator()
        self._exact = {_text_key(comment) for comment, _ in file.comments}
        self._left = {_text_key(one)[:2]: [*known.find_candidates(one)] for one, _ in file.comments}
        self._new: list[_Stored] = []

    def merge(self) -> None:
        """Add the new comments to the threads."""
        for root, key, replies in _group_threads(self._file.comments):
            match = self._find_thread(root, key)
            if match is None:
                update = _ThreadUpdate(self._start_thread(root, key), self._file.file)
                self._known.updates.append(update)
                self._new.append((update, update.thread.comments[0]))
                is_first = True
            else:
                update, is_first = match[0], match[1].id == match[0].thread.comments[0].id
            self._add_replies(update, replies, is_done=is_first and root.is_resolved)
        for update, stored in self._new:
            self._known.add(update, stored)

    def _find_thread(self, root: WordComment, key: Key | None) -> _Stored | None:
        """Return the thread that starts with a comment, else one that contains it.

        Programs that know no replies turn them into comments.
        """

        def rank(update: _ThreadUpdate, stored: Comment) -> int:
            is_first, is_here = stored.id == update.thread.comments[0].id, update.thread.key == key
            is_exact = stored.at == _format_time(root) != ""
            return 4 * (is_first and is_here) + 2 * (is_first and is_exact) + is_here

        return self._find_best(root, rank, 7)

    def _find_best(
        self, comment: WordComment, rank: Callable[[_ThreadUpdate, Comment], int], max_score: int
    ) -> _Stored | None:
        """Return the stored comment that is most likely this one, if any is."""
        candidates = self._left[_text_key(comment)[:2]]
        best, index = 0, -1
        for number, (update, stored) in enumerate(candidates[:MAX_CANDIDATES]):
            score = rank(update, stored)
            if score > best and self._is_same(stored, comment):
                best, index = score, number
            if best == max_score:
                break
        return candidates.pop(index) if best else None

    def _start_thread(self, root: WordComment, key: Key | None) -> CommentThread:
        name = self._ids.next_id("thread", str(key or ""), *_text_key(root))
        return CommentThread(
            name, key, root.quote, root.is_resolved, (self._build_comment(root, name),)
        )

    def _add_replies(
        self, update: _ThreadUpdate, replies: list[WordComment], *, is_done: bool
    ) -> None:
        """Add the unknown replies to a thread."""
        thread = update.thread
        new: list[Comment] = []
        for reply in replies:
            if self._find_reply(reply, update) is None:
                new.append(self._build_comment(reply, thread.id))
                self._new.append((update, new[-1]))
        is_done = is_done or (thread.is_done and not new)
        if new or is_done != thread.is_done:
            update.thread = replace(thread, is_done=is_done, comments=(*thread.comments, *new))
            update.file = update.file or self._file.file

    def _find_reply(self, reply: WordComment, update: _ThreadUpdate) -> _Stored | None:
        """Return a known reply in its thread, else in another at the same answer.

        Programs that know no threads put all comments on the same text into one.
        """

        def rank(other: _ThreadUpdate, stored: Comment) -> int:
            is_near = other.thread.key == update.thread.key
            return is_near and 1 + 2 * (other is update) + (stored.at == _format_time(reply))

        return self._find_best(reply, rank, 4)

    def _is_same(self, stored: Comment, comment: WordComment) -> bool:
        """Return whether a stored comment is this one, and no other of the file."""
        is_others = _text_key(stored) in self._exact and _text_key(stored) != _text_key(comment)
        return not is_others and _may_be_same_time(stored, comment)

    def _build_comment(self, comment: WordComment, thread: str) -> Comment:
        """Return a comment to store; equal ones get ids of their own."""
        name = self._ids.next_id("note", thread, *_text_key(comment))
        return Comment(name, comment.author, _format_time(comment), comment.text)


def _sort_comments(thread: CommentThread, draft: Draft) -> CommentThread:
    """Return a thread with its new comments by time, behind the known ones."""
    known = draft.items(review_state.COMMENTS, thread.id)
    count = len(known) or 1
    new = sorted(thread.comments[count:], key=lambda stored: (stored.at, stored.id))
    return replace(thread, comments=(*thread.comments[:count], *new))


def _group_threads(
    comments: Sequence[tuple[WordComment, Key | None]],
) -> Iterator[tuple[WordComment, Key | None, list[WordComment]]]:
    """Return each comment that starts a thread, with its replies by time."""
    roots = {comment.id for comment, _ in comments if comment.id and not comment.parent}
    replies: dict[str, list[WordComment]] = {}
    for comment, _ in comments:
        replies.setdefault(comment.parent, []).append(comment)
    for comment, key in comments:
        if comment.parent not in roots:
            own = replies.get(comment.id, ()) if comment.id in roots else ()
            yield comment, key, sorted(own, key=lambda one: _to_utc(one.at))


def _may_be_same_time(stored: Comment, comment: WordComment) -> bool:
    """Return whether both comments may be of the same time.

    Word writes local time and calls it UTC, so they may differ by hours and quarters.
    """
    if not stored.at or comment.at is None:
        return True
    try:
        difference = abs(_to_utc(datetime.fromisoformat(stored.at)) - _to_utc(comment.at))
    except ValueError:
        return False
    remainder = difference % _QUARTER_HOUR
    return difference <= _MAX_OFFSET and min(remainder, _QUARTER_HOUR - remainder) < _MINUTE


def _text_key(comment: WordComment | Comment) -> tuple[str, str, str]:
    """Return author, text and time; programs differ in white space."""
    at = comment.at if isinstance(comment, Comment) else _format_time(comment)
    return comment.author, " ".join(comment.text.split()), at


def _format_time(comment: WordComment) -> str:
    return comment.at.isoformat(timespec="seconds") if comment.at else ""


def _to_utc(at: datetime | None) -> datetime:
    if at is None:
        return datetime.min.replace(tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
