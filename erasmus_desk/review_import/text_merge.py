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


@lru_cache(maxsize=512)
def _find_edits(base: str, side: str) -> tuple[Edit, ...]:
    """Return the edits of one side; they are wanted again when the draft has changed meanwhile."""
    return tuple(diff_tokens(tokenize(base), tokenize(side)))


def tokenize(text: str) -> list[str]:
    """Return the words, spaces and line ends of a text; joined they are the text."""
    return _TOKEN.findall(text)


def diff_tokens(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Return the edits from one sequence of tokens to another, in order; none touch.

    Words are matched first and spaces between them after that, as spaces are too alike to match.
    """
    was, now = _find_words(old), _find_words(new)
    pairs = _match_words([old[at] for at in was], [new[at] for at in now])
    i = k = 0
    for p, q in (*((was[one], now[other]) for one, other in pairs), (len(old), len(new))):
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


def _find_words(tokens: Sequence[str]) -> list[int]:
    """Return the positions of words among tokens."""
    return [at for at, token in enumerate(tokens) if not token.isspace()]


def _match_words(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the numbers of words that stayed, in order.

    Words that occur once on both sides are anchors; between them fewer words are left, of which
    others occur once.
    """
    found: list[tuple[int, int]] = []
    left, work = [(0, len(old), 0, len(new))], 0
    while left and work < MAX_WORK:
        i, k, m, n = left.pop()
        work += k - i + n - m
        while i < k and m < n and old[i] == new[m]:
            found.append((i, m))
            i, m = i + 1, m + 1
        while i < k and m < n and old[k - 1] == new[n - 1]:
            k, n = k - 1, n - 1
            found.append((k, n))
        if i == k or m == n:
            continue
        anchors = _find_anchors(old[i:k], new[m:n])
        if not anchors and (k - i) * (n - m) <= MAX_COMPARED:
            work += (k - i) * (n - m)
            matcher = SequenceMatcher(None, old[i:k], new[m:n], autojunk=False)
            blocks = matcher.get_matching_blocks()
            found += ((i + a + step, m + b + step) for a, b, size in blocks for step in range(size))
        elif anchors:
            pairs = [(i + one, m + other) for one, other in anchors]
            found += pairs
            for p, q in (*pairs, (k, n)):
                if i < p and m < q:
                    left.append((i, p, m, q))
                i, m = p + 1, q + 1
    return sorted(found)


def _find_anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the longest sequence of words that occur once on both sides, in the same order."""
    was, now = Counter(old), Counter(new)
    places = {word: k for k, word in enumerate(new) if now[word] == 1}
    pairs = [(places[word], i) for i, word in enumerate(old) if was[word] == 1 and word in places]
    return [(i, k) for k, i in find_longest_chain(pairs)]
