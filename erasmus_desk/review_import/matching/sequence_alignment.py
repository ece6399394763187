"""Which of two sequences' members belong together, in order: fast, and bounded in time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

_SMALL = 10_000
"""Pairs up to which a stretch without any unique member is compared in full."""
_MOST_WORK = 3_000_000
"""Members looked at; beyond that what is left counts as different."""
_MOST_PAIRS = 2_500
_MOST_LETTERS = 4_000
ALIKE = 0.5
"""From here on two texts count as one that was changed."""


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int | None]:
    """Give for each new member the old one that it equals, in order.

    Members that are unique in a stretch are matched first, the longest chain of them that is
    in order; between them the same again. `None` equals nothing.
    """
    found: list[int | None] = [None] * len(new)
    work = 0
    stretches = [(0, len(old), 0, len(new))]
    while stretches and work < _MOST_WORK:
        i, k, m, n = stretches.pop()
        while i < k and m < n and old[i] == new[m] is not None:
            found[m] = i
            i, m = i + 1, m + 1
        while i < k and m < n and old[k - 1] == new[n - 1] is not None:
            k, n = k - 1, n - 1
            found[n] = k
        if i == k or m == n:
            continue
        work += k - i + n - m
        last = (i, m)
        for place, other in (*_chain(old, new, (i, k, m, n)), (k, n)):
            if other < n:
                found[other] = place
            stretches.append((last[0], place, last[1], other))
            last = (place + 1, other + 1)
        if last == (k + 1, n + 1) and stretches[-1] == (i, k, m, n):
            stretches.pop()  # nothing in it is equal
    return found


def _chain(
    old: Sequence[Hashable], new: Sequence[Hashable], stretch: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """Give pairs of equal members in order: unique ones, or else what is left of all."""
    i, k, m, n = stretch
    before, after = Counter(old[i:k]), Counter(new[m:n])
    shared = {one for one in before.keys() & after.keys() if one is not None}
    if not shared:
        return []
    unique = {one for one in shared if before[one] == after[one] == 1}
    if not unique and (k - i) * (n - m) <= _SMALL:
        matcher = SequenceMatcher(None, old[i:k], new[m:n], autojunk=False)
        return [
            (i + block.a + step, m + block.b + step)
            for block in matcher.get_matching_blocks()
            for step in range(block.size)
            if new[m + block.b + step] is not None
        ]
    usable = unique or {one for one in shared if before[one] == after[one]} or shared
    return _longest(_pairs(old, new, stretch, usable))


def _pairs(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    stretch: tuple[int, int, int, int],
    usable: set[Hashable],
) -> list[tuple[int, int]]:
    """Pair the first of a kind with the first, the second with the second, in the new order."""
    i, k, m, n = stretch
    places: dict[Hashable, list[int]] = {one: [] for one in usable}
    for at in range(k - 1, i - 1, -1):
        if old[at] in usable:
            places[old[at]].append(at)
    return [
        (places[new[at]].pop(), at) for at in range(m, n) if new[at] in usable and places[new[at]]
    ]


def _longest(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest chain of pairs that rises on both sides; the second side does already."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (place, _) in enumerate(pairs):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            ends.append(at)
        else:
            tails[length] = place
            ends[length] = at
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def letters(text: str) -> Counter[str]:
    """Give the groups of three letters of a text, by which likeness is measured."""
    short = f"  {text[:_MOST_LETTERS].casefold()} "
    return Counter(short[at : at + 3] for at in range(len(short) - 2))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give how much two texts have in common: 0 nothing, 1 all."""
    whole = one.total() + other.total()
    if not whole or 2 * min(one.total(), other.total()) < ALIKE * whole:
        return 0.0
    return 2 * (one & other).total() / whole


def paired(old: Sequence[str], new: Sequence[str], least: float = ALIKE) -> list[int | None]:
    """Give for each new text the old one it is most like, in order; `None` where none is."""
    found: list[int | None] = [None] * len(new)
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return found
    before, after = [letters(one) for one in old], [letters(one) for one in new]
    alike = [[likeness(one, other) for other in after] for one in before]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for m in range(len(new) - 1, -1, -1):
            both = alike[i][m] + best[i + 1][m + 1] if alike[i][m] >= least else 0.0
            best[i][m] = max(both, best[i + 1][m], best[i][m + 1])
    i = m = 0
    while i < len(old) and m < len(new):
        if alike[i][m] >= least and best[i][m] == alike[i][m] + best[i + 1][m + 1]:
            found[m] = i
            i, m = i + 1, m + 1
        elif best[i][m] == best[i + 1][m]:
            i += 1
        else:
            m += 1
    return found
