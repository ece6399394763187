"""Comments that came home become threads; what is known already finds its own thread again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.review_state import Note, Thread
from erasmus_desk.review_import.docx_reader.document import Comment
from erasmus_desk.review_import.stable_ids import Namer

MOST_ALIKE = 500
"""Notes with the same words by the same author that are looked at to find a comment again."""
_QUARTER, _A_MINUTE, _FARTHEST = timedelta(minutes=15), timedelta(minutes=1), timedelta(hours=14)


class Said(Struct, frozen=True):
    """The comments of one file, each at its answer, in the order of the document."""

    file: str
    comments: tuple[tuple[Comment, Key | None], ...]


class _Talk(Struct):
    """A thread that grows; `file` is where its news come from, empty while there are none."""

    thread: Thread
    file: str = ""


def threads(draft: Draft, heard: Iterable[Said]) -> list[tuple[Thread, str]]:
    """Give the threads in which something is new, each with the file that brought it.

    Comments that the draft or another file has already are not new. A thread is dealt with
    when one file says so; what is said after that opens it again.
    """
    known = _Known(review_state.threads(draft))
    for said in heard:
        _Hearing(known, said).listen()
    return [(_in_order(talk.thread, draft), talk.file) for talk in known.talks if talk.file]


class _Known:
    """All threads there are, and who said what in them."""

    def __init__(self, threads: Iterable[Thread]) -> None:
        self.talks = [_Talk(thread) for thread in threads]
        self._said: dict[tuple[str, str], list[tuple[_Talk, Note]]] = {}
        for talk in self.talks:
            for note in talk.thread.notes:
                self.note(talk, note)

    def note(self, talk: _Talk, note: Note) -> None:
        """Remember what was said in a thread."""
        self._said.setdefault(_words(note)[:2], []).append((talk, note))

    def said(self, comment: Comment | Note) -> list[tuple[_Talk, Note]]:
        """Give what may be a comment: the same words by the same author."""
        return self._said.get(_words(comment)[:2], [])


class _Hearing:
    """Takes in the comments of one file; each note that was known is found at most once."""

    def __init__(self, known: _Known, said: Said) -> None:
        self._known, self._said = known, said
        self._namer = Namer()
        self._exact = {_words(comment) for comment, _ in said.comments}
        self._left = {_words(one)[:2]: [*known.said(one)] for one, _ in said.comments}
        self._new: list[tuple[_Talk, Note]] = []

    def listen(self) -> None:
        """Put into the threads what is new."""
        for root, key, replies in _gathered(self._said.comments):
            place = self._place(root, key)
            if place is None:
                talk = _Talk(self._begun(root, key), self._said.file)
                self._known.talks.append(talk)
                self._new.append((talk, talk.thread.notes[0]))
                is_first = True
            else:
                talk, is_first = place[0], place[1].id == place[0].thread.notes[0].id
            self._reply(talk, replies, is_done=is_first and root.is_done)
        for talk, note in self._new:
            self._known.note(talk, note)

    def _place(self, root: Comment, key: Key | None) -> tuple[_Talk, Note] | None:
        """Find the thread that begins with a comment, else one in which it was said.

        Programs that keep no replies make comments of them.
        """

        def rank(talk: _Talk, note: Note) -> int:
            is_first, is_here = note.id == talk.thread.notes[0].id, talk.thread.key == key
            is_exact = note.at == _at(root) != ""
            return 4 * (is_first and is_here) + 2 * (is_first and is_exact) + is_here

        return self._best(root, rank, 7)

    def _best(
        self, comment: Comment, rank: Callable[[_Talk, Note], int], most: int
    ) -> tuple[_Talk, Note] | None:
        """Take the note that a comment is most likely to be, if it is one at all."""
        left = self._left[_words(comment)[:2]]
        found, place = 0, -1
        for number, (talk, note) in enumerate(left[:MOST_ALIKE]):
            height = rank(talk, note)
            if height > found and self._is(note, comment):
                found, place = height, number
            if found == most:
                break
        return left.pop(place) if found else None

    def _begun(self, root: Comment, key: Key | None) -> Thread:
        name = self._namer.name("thread", str(key or ""), *_words(root))
        return Thread(name, key, root.quote, root.is_done, (self._note(root, name),))

    def _reply(self, talk: _Talk, replies: list[Comment], *, is_done: bool) -> None:
        """Put the replies that are not known into a thread."""
        thread = talk.thread
        new: list[Note] = []
        for reply in replies:
            if self._replied(reply, talk) is None:
                new.append(self._note(reply, thread.id))
                self._new.append((talk, new[-1]))
        is_done = is_done or (thread.is_done and not new)
        if new or is_done != thread.is_done:
            talk.thread = replace(thread, is_done=is_done, notes=(*thread.notes, *new))
            talk.file = talk.file or self._said.file

    def _replied(self, reply: Comment, talk: _Talk) -> tuple[_Talk, Note] | None:
        """Find a reply in its thread, else in another at the same answer.

        Programs that know no threads put all that is said of the same words into one.
        """

        def rank(other: _Talk, note: Note) -> int:
            is_near = other.thread.key == talk.thread.key
            return is_near and 1 + 2 * (other is talk) + (note.at == _at(reply))

        return self._best(reply, rank, 4)

    def _is(self, note: Note, comment: Comment) -> bool:
        """Tell whether a note is this comment, and is not another one of this file."""
        is_others = _words(note) in self._exact and _words(note) != _words(comment)
        return not is_others and _is_moment(note, comment)

    def _note(self, comment: Comment, thread: str) -> Note:
        """Give what was said as a note; who says the same twice is heard twice."""
        name = self._namer.name("note", thread, *_words(comment))
        return Note(name, comment.author, _at(comment), comment.text)


def _in_order(thread: Thread, draft: Draft) -> Thread:
    """Give a thread with what several files said in it by its time; what was there stays first."""
    known = draft.items(review_state.NOTES, thread.id)
    count = len(known) or 1
    new = sorted(thread.notes[count:], key=lambda note: (note.at, note.id))
    return replace(thread, notes=(*thread.notes[:count], *new))


def _gathered(
    comments: Sequence[tuple[Comment, Key | None]],
) -> Iterator[tuple[Comment, Key | None, list[Comment]]]:
    """Give each comment that is no reply, with its replies and the replies to those."""
    by_id = {comment.id: comment for comment, _ in comments}
    roots: dict[str, str] = {}
    replies: dict[str, list[Comment]] = {}
    for comment, _ in comments:
        root = _root(comment.id, by_id, roots)
        if root != comment.id:
            replies.setdefault(root, []).append(comment)
    for comment, key in comments:
        if roots[comment.id] == comment.id:
            its = replies.pop(comment.id, [])
            yield comment, key, sorted(its, key=lambda one: _moment(one.at))


def _root(name: str, by_id: Mapping[str, Comment], roots: dict[str, str]) -> str:
    """Give the comment that a reply goes back to, and note it for all on the way.

    Replies in a circle go back to the first of them that is asked for.
    """
    way: list[str] = []
    seen: set[str] = set()
    here = name
    while here not in roots and here not in seen:
        seen.add(here)
        way.append(here)
        parent = by_id[here].parent
        if parent in by_id:
            here = parent
    root = roots.get(here, name if here in seen and by_id[here].parent in by_id else here)
    roots.update(dict.fromkeys(way, root))
    return root


def _is_moment(note: Note, comment: Comment) -> bool:
    """Tell whether a note may be of the moment of a comment.

    Word writes local time and calls it UTC, so that the same moment may be hours away.
    """
    if not note.at or comment.at is None:
        return True
    try:
        apart = abs(_moment(datetime.fromisoformat(note.at)) - _moment(comment.at))
    except ValueError:
        return False
    beside = apart % _QUARTER
    return apart <= _FARTHEST and min(beside, _QUARTER - beside) < _A_MINUTE


def _words(said: Comment | Note) -> tuple[str, str, str]:
    """Give author, text and moment; how blanks are set differs between programs."""
    at = said.at if isinstance(said, Note) else _at(said)
    return said.author, " ".join(said.text.split()), at


def _at(comment: Comment) -> str:
    return comment.at.isoformat(timespec="seconds") if comment.at else ""


def _moment(at: datetime | None) -> datetime:
    if at is None:
        return datetime.min.replace(tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
