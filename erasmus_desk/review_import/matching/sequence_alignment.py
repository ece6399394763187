"""Alignment of sequences, in order and bounded in time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

_MAX_FULL_COMPARISON = 10_000
"""Pairs up to which a range without unique members is compared in full."""
_MAX_WORK = 3_000_000
"""Members looked at; beyond that the rest counts as different."""
MAX_PAIRS = 2_500
"""Pairs of texts up to which all are compared by similarity."""
_MAX_LETTERS = 4_000
MIN_SIMILARITY = 0.5
"""Similarity from which two texts count as one that was changed."""


def patience_align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int | None]:
    """Return for each new member the equal old one, in order, or `None`.

    Members that are unique in a range are matched first, by their longest common chain; then the
    ranges between them likewise. `None` equals nothing.
    """
    found: list[int | None] = [None] * len(new)
    work = 0
    stretches = [(0, len(old), 0, len(new))]
    while stretches and work < _MAX_WORK:
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
        for place, other in (*_find_chain(old, new, (i, k, m, n)), (k, n)):
            if other < n:
                found[other] = place
            stretches.append((last[0], place, last[1], other))
            last = (place + 1, other + 1)
        if last == (k + 1, n + 1) and stretches[-1] == (i, k, m, n):
            stretches.pop()  # no equal members
    return found


def _find_chain(
    old: Sequence[Hashable], new: Sequence[Hashable], stretch: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """Return pairs of equal members in order: unique ones if any, else all."""
    i, k, m, n = stretch
    before, after = Counter(old[i:k]), Counter(new[m:n])
    shared = {one for one in before.keys() & after.keys() if one is not None}
    if not shared:
        return []
    unique = {one for one in shared if before[one] == after[one] == 1}
    if not unique and (k - i) * (n - m) <= _MAX_FULL_COMPARISON:
        matcher = SequenceMatcher(None, old[i:k], new[m:n], autojunk=False)
        return [
            (i + block.a + step, m + block.b + step)
            for block in matcher.get_matching_blocks()
            for step in range(block.size)
            if new[m + block.b + step] is not None
        ]
    usable = unique or {one for one in shared if before[one] == after[one]} or shared
    return find_longest_chain(_pair_members(old, new, stretch, usable))


def _pair_members(
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


def find_longest_chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain that rises on both sides, of pairs that rise on the second."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, (position, _) in enumerate(pairs):
        length = bisect_left(tails, position)
        previous.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [position]
        ends[length : length + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = previous[number]
    return chain[::-1]


def count_trigrams(text: str) -> Counter[str]:
    """Return the trigrams of a text, by which similarity is measured."""
    short = f"  {text[:_MAX_LETTERS].casefold()} "
    return Counter(short[at : at + 3] for at in range(len(short) - 2))


def measure_similarity(one: Counter[str], other: Counter[str]) -> float:
    """Return how much two texts have in common: 0 nothing, 1 all."""
    length, other_length = one.total(), other.total()
    whole = length + other_length
    if not whole or 2 * min(length, other_length) < MIN_SIMILARITY * whole:
        return 0.0
    # Texts that have little in common are most of those that are compared.
    return 2 * sum(min(one[part], other[part]) for part in one.keys() & other.keys()) / whole


def pair_by_similarity(
    old: Sequence[str], new: Sequence[str], minimum: float = MIN_SIMILARITY
) -> list[int | None]:
    """Return for each new text the most similar old one, in order, or `None`."""
    found: list[int | None] = [None] * len(new)
    if not old or not new or len(old) * len(new) > MAX_PAIRS:
        return found
    before, after = [count_trigrams(one) for one in old], [count_trigrams(one) for one in new]
    scores = [[measure_similarity(one, other) for other in after] for one in before]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for m in range(len(new) - 1, -1, -1):
            both = scores[i][m] + best[i + 1][m + 1] if scores[i][m] >= minimum else 0.0
            best[i][m] = max(both, best[i + 1][m], best[i][m + 1])
    i = m = 0
    while i < len(old) and m < len(new):
        if scores[i][m] >= minimum and best[i][m] == scores[i][m] + best[i + 1][m + 1]:
            found[m] = i
            i, m = i + 1, m + 1
        elif best[i][m] == best[i + 1][m]:
            i += 1
        else:
            m += 1
    return found
