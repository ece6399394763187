"""Equal and similar members of two sequences are aligned in order, in bounded time."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.review_import.matching.sequence_alignment import (
    pair_by_similarity,
    patience_align,
)

_LISTS = st.lists(st.sampled_from("abcdefgh") | st.none(), max_size=30)


@given(_LISTS, _LISTS)
def test_what_is_aligned_is_equal_and_in_order(
    old: list[str | None], new: list[str | None]
) -> None:
    found = patience_align(old, new)
    pairs = [(place, at) for at, place in enumerate(found) if place is not None]
    assert all(old[place] == new[at] is not None for place, at in pairs)
    assert pairs == sorted(set(pairs))
    assert len({place for place, _ in pairs}) == len(pairs)


@given(st.lists(st.sampled_from("abcdefgh"), max_size=30))
def test_equal_sequences_are_aligned_whole(one: list[str]) -> None:
    assert patience_align(one, one) == list(range(len(one)))


@given(st.lists(st.integers(), unique=True, max_size=40), st.integers(0, 40))
def test_what_was_put_in_matches_nothing(one: list[int], place: int) -> None:
    found = patience_align(one, [*one[:place], "new", *one[place:]])
    assert [at for at in found if at is not None] == list(range(len(one)))


def test_repeated_members_are_found_between_unique_ones() -> None:
    old = ["title", "label", "a", "label", "b", "label", "c", "end"]
    new = ["title", "label", "x", "label", "b", "more", "label", "c", "end"]
    assert patience_align(old, new) == [0, 1, None, 3, 4, None, 5, 6, 7]


def test_texts_are_paired_with_those_they_became() -> None:
    old = ["The school is small.", "We work with partners in Spain.", "Costs"]
    new = ["New words before.", "We work with two partners in Spain.", "The costs", "Else"]
    assert pair_by_similarity(old, new) == [None, 1, 2, None]


def test_thousands_of_lines_take_less_than_a_second() -> None:
    dice = random.Random(4)  # noqa: S311 - no secret
    old = [f"line {dice.randrange(3000)}" for _ in range(5000)]
    shuffled = old[2000:] + old[:2000]
    few = [f"line {dice.randrange(7)}" for _ in range(5000)]
    start = time.process_time()
    patience_align(old, shuffled)
    patience_align(old, [line for line in old if dice.random() > 0.2])
    patience_align(few, few[::-1])
    patience_align(few, [f"line {dice.randrange(9)}" for _ in range(5000)])
    assert time.process_time() - start < 4
