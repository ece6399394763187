"""Changes that several people made to one text, woven into one, word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

# Unlike in `draft.comparing` blanks stand for themselves: whoever adds a word at the end does
# not change the last one, and two who change words side by side are not in each other's way.
_TOKEN = re.compile(r"\n|[^\S\n]+|\S+")

MOST_COMPARED = 10_000
"""Words of one text times words of the other that are compared in full; more takes too long."""
MOST_WORK = 2_000_000
"""Words looked at, all rounds taken together; what is left then counts as changed."""


class Edit(Struct, frozen=True, order=True):
    """A stretch of tokens, from `start` up to `end`, with what stands there instead."""

    start: int
    end: int
    new: tuple[str, ...]


def woven(base: str, sides: Iterable[str]) -> str | None:
    """Give the text with the changes of all sides, or `None` if they are in each other's way.

    Each side is a state of `base`. What two sides did alike counts once; different changes
    must not touch. The order of the sides does not matter.
    """
    changed = set(sides) - {base}
    if len(changed) < 2:  # noqa: PLR2004 - one side needs no weaving
        return next(iter(changed), base)
    was = tokens(base)
    edits = sorted({edit for side in changed for edit in edits_of(was, tokens(side))})
    done, reached = list[str](), -1
    for edit in edits:
        if edit.start <= reached:
            return None
        done += [*was[max(reached, 0) : edit.start], *edit.new]
        reached = edit.end
    return "".join([*done, *was[max(reached, 0) :]])


def tokens(text: str) -> list[str]:
    """Give the words, blanks and line ends of a text; together they are the text."""
    return _TOKEN.findall(text)


def edits_of(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Give what turns one sequence of tokens into another, in order; no two edits touch.

    Words are matched first and what stands between them after that: there is too much of it
    to be told apart.
    """
    i = k = 0
    for p, q in (*_matched(_words(old), _words(new)), (len(old), len(new))):
        yield from _edit(old, new, (i, p), (k, q))
        i, k = p + 1, q + 1


def _edit(
    old: Sequence[str], new: Sequence[str], was: tuple[int, int], now: tuple[int, int]
) -> Iterator[Edit]:
    """Give the one edit between two words that stayed, without what is alike at its ends."""
    (i, p), (k, q) = was, now
    while i < p and k < q and old[i] == new[k]:
        i, k = i + 1, k + 1
    while i < p and k < q and old[p - 1] == new[q - 1]:
        p, q = p - 1, q - 1
    if i < p or k < q:
        yield Edit(i, p, tuple(new[k:q]))


_Word = tuple[str, int]
"""A word, and its place among the tokens."""


def _words(tokens: Sequence[str]) -> list[_Word]:
    return [(token, place) for place, token in enumerate(tokens) if not token.isspace()]


def _matched(old: list[_Word], new: list[_Word]) -> list[tuple[int, int]]:
    """Give the places of the words that stayed, in order.

    Words that occur once on both sides are fixed points; between them fewer words are left
    to compare, and among those others occur once.
    """
    found: list[tuple[int, int]] = []
    left, work = [(old, new)], 0
    while left and work < MOST_WORK:
        before, after = left.pop()
        work += len(before) + len(after)
        ends = _ends(before, after)
        found += ends.found
        before, after = ends.old, ends.new
        if not before or not after:
            continue
        points = _fixed_points(before, after)
        if points:
            found += [(before[i][1], after[k][1]) for i, k in points]
            left += _between(before, after, points)
        elif len(before) * len(after) <= MOST_COMPARED:
            work += len(before) * len(after)
            found += _compared(before, after)
    return sorted(found)


class _Ends(Struct, frozen=True):
    """The words alike at both ends of two texts, and those left in the middle."""

    found: list[tuple[int, int]]
    old: list[_Word]
    new: list[_Word]


def _ends(old: list[_Word], new: list[_Word]) -> _Ends:
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head][0] == new[head][0]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail][0] == new[-1 - tail][0]:
        tail += 1
    pairs = [*zip(old[:head], new[:head], strict=True)]
    if tail:
        pairs += zip(old[-tail:], new[-tail:], strict=True)
    found = [(was[1], now[1]) for was, now in pairs]
    return _Ends(found, old[head : len(old) - tail], new[head : len(new) - tail])


def _fixed_points(old: list[_Word], new: list[_Word]) -> list[tuple[int, int]]:
    """Give the longest row of words that occur once on both sides, in the same order."""
    was, now = Counter(word for word, _ in old), Counter(word for word, _ in new)
    places = {word: k for k, (word, _) in enumerate(new) if now[word] == 1}
    pairs = [
        (i, places[word]) for i, (word, _) in enumerate(old) if was[word] == 1 and word in places
    ]
    tops: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for number, (_, k) in enumerate(pairs):
        length = bisect_left(tops, k)
        before.append(rows[length - 1] if length else -1)
        tops[length : length + 1] = [k]
        rows[length : length + 1] = [number]
    row: list[tuple[int, int]] = []
    number = rows[-1] if rows else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _between(
    old: list[_Word], new: list[_Word], points: list[tuple[int, int]]
) -> Iterator[tuple[list[_Word], list[_Word]]]:
    i = k = 0
    for p, q in (*points, (len(old), len(new))):
        if i < p and k < q:
            yield old[i:p], new[k:q]
        i, k = p + 1, q + 1


def _compared(old: list[_Word], new: list[_Word]) -> Iterator[tuple[int, int]]:
    was, now = [word for word, _ in old], [word for word, _ in new]
    for i, k, length in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks():
        yield from ((old[i + n][1], new[k + n][1]) for n in range(length))
