"""Comments that came home become threads; what is known already finds its own thread again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from erasmus_desk.draft import reviewing
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.reviewing import Note, Thread
from erasmus_desk.exchange.names import named
from erasmus_desk.exchange.returned import Comment

_QUARTER, _A_MINUTE, _FARTHEST = timedelta(minutes=15), timedelta(minutes=1), timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Said:
    """The comments of one file, each at its answer, in the order of the document."""

    file: str
    comments: tuple[tuple[Comment, Key | None], ...]


@dataclass(slots=True)
class _Talk:
    """A thread that grows; `file` is where its news come from, empty while there are none."""

    thread: Thread
    file: str = ""


def threads(draft: Draft, heard: Iterable[Said]) -> list[tuple[Thread, str]]:
    """Give the threads in which something is new, each with the file that brought it.

    Comments that the draft or another file has already are not new. A thread is dealt with
    when one file says so; what is said after that opens it again.
    """
    talks = [_Talk(thread) for thread in reviewing.threads(draft)]
    for said in heard:
        taken: set[str] = set()
        for root, key, replies in _gathered(said.comments):
            talk = _known(talks, root, key, taken)
            if talk is None:
                talk = _begun(root, key, {one.thread.id for one in talks})
                talk.file = said.file
                talks.append(talk)
            taken.add(talk.thread.id)
            _heard(talk, root, replies, said.file)
    return [(_in_order(talk.thread, draft), talk.file) for talk in talks if talk.file]


def _in_order(thread: Thread, draft: Draft) -> Thread:
    """Give a thread with what several files said in it by its time; what was there stays first."""
    known = draft.items(reviewing.NOTES, thread.id)
    count = len(known) or 1
    new = sorted(thread.notes[count:], key=lambda note: (note.at, note.id))
    return replace(thread, notes=(*thread.notes[:count], *new))


def _gathered(
    comments: Sequence[tuple[Comment, Key | None]],
) -> Iterator[tuple[Comment, Key | None, list[Comment]]]:
    """Give each comment that is no reply, with its replies and the replies to those."""
    by_id = {comment.id: comment for comment, _ in comments}
    replies: dict[str, list[Comment]] = {}
    roots: list[tuple[Comment, Key | None]] = []
    for comment, key in comments:
        root = _root(comment, by_id)
        if root is comment:
            roots.append((comment, key))
        else:
            replies.setdefault(root.id, []).append(comment)
    for root, key in roots:
        yield root, key, sorted(replies.get(root.id, []), key=lambda one: _moment(one.at))


def _root(comment: Comment, by_id: Mapping[str, Comment]) -> Comment:
    """Give the comment that a reply goes back to; replies in a circle go back to none."""
    seen = {comment.id}
    root = comment
    while root.parent in by_id:
        root = by_id[root.parent]
        if root.id in seen:
            return comment
        seen.add(root.id)
    return root


def _known(talks: list[_Talk], root: Comment, key: Key | None, taken: set[str]) -> _Talk | None:
    """Find the thread that begins with a comment, at its answer or, to the second, elsewhere."""
    fitting = [
        talk
        for talk in talks
        if talk.thread.id not in taken and talk.thread.notes and _says(talk.thread.notes[0], root)
    ]
    here = [talk for talk in fitting if talk.thread.key == key]
    exact = [talk for talk in fitting if talk.thread.notes[0].at == _at(root) != ""]
    both = [talk for talk in here if talk in exact]
    return next(iter((*both, *here, *exact)), None)


def _begun(root: Comment, key: Key | None, ids: set[str]) -> _Talk:
    parts = "thread", str(key or ""), root.author, _at(root), root.text
    name = _free(parts, ids)
    return _Talk(Thread(name, key, root.quote, root.is_done, (_note(root, name, set()),)))


def _heard(talk: _Talk, root: Comment, replies: list[Comment], file: str) -> None:
    """Put the replies of a file that are not known into a thread."""
    thread = talk.thread
    left = list(thread.notes[1:])
    notes = list(thread.notes)
    for reply in replies:
        known = _best(left, reply)
        if known is None:
            notes.append(_note(reply, thread.id, {note.id for note in notes}))
        else:
            left.remove(known)
    has_news = len(notes) > len(thread.notes)
    is_done = root.is_done or (thread.is_done and not has_news)
    if has_news or is_done != thread.is_done:
        talk.thread = replace(thread, is_done=is_done, notes=tuple(notes))
        talk.file = talk.file or file


def _best(notes: list[Note], comment: Comment) -> Note | None:
    fitting = [note for note in notes if _says(note, comment)]
    exact = [note for note in fitting if note.at == _at(comment)]
    return next(iter((*exact, *fitting)), None)


def _says(note: Note, comment: Comment) -> bool:
    """Tell whether a note is this comment.

    Word writes local time and calls it UTC, so that the same moment may be hours away.
    """
    if note.author != comment.author or note.text.split() != comment.text.split():
        return False
    if not note.at or comment.at is None:
        return True
    try:
        apart = abs(_moment(datetime.fromisoformat(note.at)) - _moment(comment.at))
    except ValueError:
        return False
    beside = apart % _QUARTER
    return apart <= _FARTHEST and min(beside, _QUARTER - beside) < _A_MINUTE


def _note(comment: Comment, thread: str, ids: set[str]) -> Note:
    name = _free(("note", thread, comment.author, _at(comment), comment.text), ids)
    return Note(name, comment.author, _at(comment), comment.text)


def _free(parts: tuple[str, ...], ids: set[str]) -> str:
    """Give an id; who says the same twice is heard twice."""
    count = 0
    while (name := named(*parts, *([str(count)] if count else []))) in ids:
        count += 1
    return name


def _at(comment: Comment) -> str:
    return comment.at.isoformat(timespec="seconds") if comment.at else ""


def _moment(at: datetime | None) -> datetime:
    if at is None:
        return datetime.min.replace(tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
