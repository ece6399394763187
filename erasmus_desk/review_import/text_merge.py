"""Word-by-word merge of changes that several people made to one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from erasmus_desk.review_import.matching.sequence_alignment import find_longest_chain

# Unlike in `draft.text_diff` spaces are tokens: a word added at the end does not change the last
# one, and changes of adjacent words do not conflict.
_TOKEN = re.compile(r"\n|[^\S\n]+|\S+")

MAX_COMPARED = 10_000
"""Words of one text times words of the other that are compared in full."""
MAX_WORK = 2_000_000
"""Words compared in all rounds; what is left counts as changed."""


class Edit(Struct, frozen=True, order=True):
    """The tokens from `start` to `end`, and their replacement."""

    start: int
    end: int
    new: tuple[str, ...]


def merge_texts(base: str, sides: Iterable[str]) -> str | None:
    """Return the text with the changes of all sides, or `None` if they conflict.

    Each side is a version of `base`. Equal changes count once; different ones must not touch. The
    order of the sides does not matter.
    """
    changed = set(sides) - {base}
    if len(changed) < 2:  # noqa: PLR2004 - one side needs no merge
        return next(iter(changed), base)
    old = tokenize(base)
    edits = sorted({edit for side in changed for edit in _find_edits(base, side)})
    merged, reached = list[str](), -1
    for edit in edits:
        if edit.start <= reached:
            return None
        merged += [*old[max(reached, 0) : edit.start], *edit.new]
        reached = edit.end
    return "".join([*merged, *old[max(reached, 0) :]])


@lru_cache(maxsize=4)
def _find_edits(base: str, side: str) -> tuple[Edit, ...]:
    """Return the edits of one side; the versions of an answer are merged in several ways."""
    return tuple(diff_tokens(tokenize(base), tokenize(side)))


def tokenize(text: str) -> list[str]:
    """Return the words, spaces and line ends of a text; joined they are the text."""
    return _TOKEN.findall(text)


def diff_tokens(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Return the edits from one sequence of tokens to another, in order; none touch.

    Words are matched first and spaces between them after that, as spaces are too alike to match.
    """
    i = k = 0
    for p, q in (*_match_words(_find_words(old), _find_words(new)), (len(old), len(new))):
        yield from _trim_edit(old, new, (i, p), (k, q))
        i, k = p + 1, q + 1


def _trim_edit(
    old: Sequence[str], new: Sequence[str], was: tuple[int, int], now: tuple[int, int]
) -> Iterator[Edit]:
    """Return the edit between two matched words, without equal tokens at its ends."""
    (i, p), (k, q) = was, now
    while i < p and k < q and old[i] == new[k]:
        i, k = i + 1, k + 1
    while i < p and k < q and old[p - 1] == new[q - 1]:
        p, q = p - 1, q - 1
    if i < p or k < q:
        yield Edit(i, p, tuple(new[k:q]))


_Word = tuple[str, int]
"""A word, and its position among the tokens."""


def _find_words(tokens: Sequence[str]) -> list[_Word]:
    return [(token, place) for place, token in enumerate(tokens) if not token.isspace()]


def _match_words(old: list[_Word], new: list[_Word]) -> list[tuple[int, int]]:
    """Return the positions of words that stayed, in order.

    Words that occur once on both sides are anchors; between them fewer words are left, of which
    others occur once.
    """
    found: list[tuple[int, int]] = []
    left, work = [(old, new)], 0
    while left and work < MAX_WORK:
        before, after = left.pop()
        work += len(before) + len(after)
        ends = _split_common_ends(before, after)
        found += ends.found
        before, after = ends.old, ends.new
        if not before or not after:
            continue
        anchors = _find_anchors(before, after)
        if anchors:
            found += [(before[i][1], after[k][1]) for i, k in anchors]
            left += _split_between(before, after, anchors)
        elif len(before) * len(after) <= MAX_COMPARED:
            work += len(before) * len(after)
            found += _compare_words(before, after)
    return sorted(found)


class _CommonEnds(Struct, frozen=True):
    """The equal words at both ends of two texts, and the words left between."""

    found: list[tuple[int, int]]
    old: list[_Word]
    new: list[_Word]


def _split_common_ends(old: list[_Word], new: list[_Word]) -> _CommonEnds:
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
    return _CommonEnds(found, old[head : len(old) - tail], new[head : len(new) - tail])


def _find_anchors(old: list[_Word], new: list[_Word]) -> list[tuple[int, int]]:
    """Return the longest sequence of words that occur once on both sides, in the same order."""
    was, now = Counter(word for word, _ in old), Counter(word for word, _ in new)
    places = {word: k for k, (word, _) in enumerate(new) if now[word] == 1}
    pairs = [
        (places[word], i) for i, (word, _) in enumerate(old) if was[word] == 1 and word in places
    ]
    return [(i, k) for k, i in find_longest_chain(pairs)]


def _split_between(
    old: list[_Word], new: list[_Word], anchors: list[tuple[int, int]]
) -> Iterator[tuple[list[_Word], list[_Word]]]:
    i = k = 0
    for p, q in (*anchors, (len(old), len(new))):
        if i < p and k < q:
            yield old[i:p], new[k:q]
        i, k = p + 1, q + 1


def _compare_words(old: list[_Word], new: list[_Word]) -> Iterator[tuple[int, int]]:
    was, now = [word for word, _ in old], [word for word, _ in new]
    for i, k, length in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks():
        yield from ((old[i + n][1], new[k + n][1]) for n in range(length))
