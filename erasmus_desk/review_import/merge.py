"""One answer three ways: what was sent, what is here now, what one or several files brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.text_diff import differ
from erasmus_desk.review_import.docx_reader.document import By
from erasmus_desk.review_import.result import Answered, Theirs, Verdict
from erasmus_desk.review_import.text_merge import woven


class Reply(Struct, frozen=True):
    """What one file says: the answers as they were sent with it, and as they came back.

    An answer that the file shows at several places may have come back in several ways.
    """

    sent: Mapping[Key, Value]
    answers: tuple[tuple[Key, Theirs], ...]


class _Side(Struct, frozen=True):
    """One answer in one file."""

    sent: Value | None
    theirs: Theirs


class _Held(Struct, frozen=True):
    """A state of an answer that holds several changes; without one, they do not fit together."""

    value: Value | None = None
    fits: bool = True


_MISFIT = _Held(fits=False)


def merged(draft: Draft, replies: Iterable[Reply]) -> dict[Key, Answered]:
    """Give every answer that stands in a reply, three ways; the order of replies is nothing."""
    found: dict[Key, list[_Side]] = {}
    for reply in replies:
        for key, theirs in reply.answers:
            found.setdefault(key, []).append(_Side(reply.sent.get(key), theirs))
    return {
        key: _answered(key, draft.get(key), sorted(sides, key=_order))
        for key, sides in found.items()
    }


def is_same(one: Value | None, other: Value | None) -> bool:
    """Tell whether two answers say the same; an empty text or list is no answer."""
    return not differ(_whole(one), _whole(other))


def _answered(key: Key, mine: Value | None, sides: Sequence[_Side]) -> Answered:
    first = sides[0].sent
    theirs = [side for side in sides if not is_same(side.sent, side.theirs.value)]
    news = _news(mine, theirs)
    if not news:
        is_ours = not theirs and not any(is_same(side.sent, mine) for side in sides)
        verdict = Verdict.KEPT if is_ours else Verdict.UNCHANGED
        return Answered(key, verdict, first, mine, ())
    held = _together(mine, news)
    is_theirs = all(is_same(side.sent, mine) for side in news)
    return Answered(
        key,
        Verdict.PROPOSED if is_theirs and held.fits else Verdict.CONFLICT,
        news[0].sent,
        mine,
        tuple(_once(side.theirs for side in news)),
        held.value,
        held.fits,
    )


def _news(mine: Value | None, sides: Iterable[_Side]) -> list[_Side]:
    """Give the changes that our answer does not hold yet, alone or with those of the others.

    Where words are repeated, a change among others is not always found by itself.
    """
    alike: dict[str, list[_Side]] = {}
    for side in sides:
        alike.setdefault(repr(_whole(side.sent)), []).append(side)
    news: list[_Side] = []
    for group in alike.values():
        held = _woven(group[0].sent, [one.theirs.value for one in group])
        if not (held.fits and is_same(held.value, mine)):
            news += (side for side in group if not _is_in(mine, side))
    return sorted(news, key=_order)


def _is_in(mine: Value | None, side: _Side) -> bool:
    """Tell whether our answer holds a change already."""
    held = _carried(mine, side)
    return held.fits and is_same(held.value, mine)


def _carried(mine: Value | None, side: _Side) -> _Held:
    """Give our answer with the change that one file made to what it was sent."""
    sent, theirs = side.sent, side.theirs.value
    if is_same(sent, mine):
        return _Held(_whole(theirs))
    if is_same(theirs, mine) or is_same(theirs, sent):
        return _Held(_whole(mine))
    return _woven(sent, (mine, theirs))


def _together(mine: Value | None, sides: Iterable[_Side]) -> _Held:
    """Give our answer with the changes of all files.

    Each change is carried to what stands here first: files may have been sent different texts.
    """
    carried = [_carried(mine, side) for side in sides]
    if not all(held.fits for held in carried):
        return _MISFIT
    values = [held.value for held in carried]
    if all(is_same(value, values[0]) for value in values):
        return carried[0]
    return _woven(mine, values)


def _woven(base: Value | None, values: Iterable[Value | None]) -> _Held:
    """Weave texts; other answers have no parts that could be changed apart."""
    whole = [_whole(value) for value in (base, *values)]
    texts = ["" if value is None else value for value in whole]
    words = [text for text in texts if isinstance(text, str)]
    done = woven(words[0], words[1:]) if len(words) == len(texts) else None
    return _MISFIT if done is None else _Held(done or None)


def _once(theirs: Iterable[Theirs]) -> Iterator[Theirs]:
    """Give each proposal once, in the name of all who made it."""
    alike: dict[str, list[Theirs]] = {}
    for one in theirs:
        alike.setdefault(repr(_whole(one.value)), []).append(one)
    for group in alike.values():
        names = dict.fromkeys(one.by.author for one in group if one.by.author)
        files = dict.fromkeys(one.file for one in group)
        spans = next((one.spans for one in group if one.spans), ())
        by = By(", ".join(names), group[-1].by.at)
        yield replace(group[0], by=by, file=", ".join(files), spans=spans)


def _order(side: _Side) -> tuple[str, ...]:
    """Put the earlier first; what stands in the files decides, not how they were given."""
    by, theirs = side.theirs.by, side.theirs
    moment = by.at.isoformat() if by.at else ""
    return moment, by.author, theirs.file, repr(theirs.value), repr(side.sent), repr(theirs.spans)


def _whole(value: Value | None) -> Value | None:
    return None if value in ("", ()) and not isinstance(value, int) else value
