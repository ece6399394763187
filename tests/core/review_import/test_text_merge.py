"""Changes of several people to one text are merged where they fit, else refused."""

import re
import time
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.review_import.text_merge import diff_tokens, merge_texts

BASE = "We teach small boards in four schools.\nEach school has a kitchen of its own."
WORDS = st.sampled_from(["board", "school", "we", "and", "the", "", "a", "é"])
BLANKS = st.sampled_from([" ", "  ", "\n", "\t"])
TEXT = st.lists(st.tuples(WORDS, BLANKS), max_size=12).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
TOKEN = re.compile(r"\n|[^\S\n]+|\S+")


@st.composite
def edited(draw: st.DrawFn, base: str, mark: str) -> str:
    """A text with unique words inserted, and some deleted."""
    tokens = TOKEN.findall(base)
    done: list[str] = []
    for number, token in enumerate(tokens):
        what = draw(st.sampled_from(["keep"] * 8 + ["drop", "put", "change"]))
        if what == "put":
            done.append(f"{mark}{number} ")
        if what != "drop":
            done.append(f"{mark}{number}" if what == "change" else token)
    if draw(st.booleans()):
        done.append(f" {mark}end")
    return "".join(done)


@st.composite
def sides(draw: st.DrawFn) -> tuple[str, list[str]]:
    base = draw(TEXT)
    return base, [draw(edited(base, mark)) for mark in ("x", "y", "z")[: draw(st.integers(1, 3))]]


def test_changes_at_different_places_all_hold() -> None:
    mine = BASE.replace("small boards", "tiny boards")
    theirs = BASE.replace("own.", "own, with tools.")
    assert merge_texts(BASE, [mine, theirs]) == (
        "We teach tiny boards in four schools.\nEach school has a kitchen of its own, with tools."
    )


def test_changes_to_the_same_word_do_not_merge() -> None:
    assert merge_texts(BASE, [BASE.replace("four", "five"), BASE.replace("four", "six")]) is None


def test_two_texts_inserted_at_one_position_do_not_merge() -> None:
    assert merge_texts(BASE, [f"{BASE} Mine.", f"{BASE} Theirs."]) is None


def test_the_same_change_by_two_counts_once() -> None:
    both = BASE.replace("four", "five")
    assert merge_texts(BASE, [both, both, f"{both} More."]) == f"{both} More."


def test_a_sentence_added_at_the_end_leaves_the_last_word_unchanged() -> None:
    assert merge_texts("one two", ["one two three", "one 2"]) is None
    assert merge_texts("one two.", ["one two. Three.", "1 two."]) == "1 two. Three."


def test_a_new_paragraph_and_a_change_above_it_merge() -> None:
    theirs = BASE.replace("\n", "\nIn between.\n")
    mine = BASE.replace("small", "tiny")
    assert merge_texts(BASE, [mine, theirs]) == theirs.replace("small", "tiny")


def test_an_empty_base_takes_the_only_text() -> None:
    assert merge_texts("", ["", "new text"]) == "new text"
    assert merge_texts("old text", ["old text", ""]) == ""


@given(sides())
def test_the_order_of_the_sides_does_not_matter(found: tuple[str, list[str]]) -> None:
    base, states = found
    assert len({merge_texts(base, order) for order in permutations(states)}) == 1


@given(TEXT, TEXT)
def test_an_unchanged_side_changes_nothing(base: str, side: str) -> None:
    assert merge_texts(base, [side]) == side
    assert merge_texts(base, [base, side, base, side]) == side


@given(TEXT, TEXT)
def test_the_edits_of_a_text_give_that_text(base: str, side: str) -> None:
    old, done, reached = TOKEN.findall(base), list[str](), 0
    for edit in diff_tokens(old, TOKEN.findall(side)):
        assert not done or edit.start > reached
        done += [*old[reached : edit.start], *edit.new]
        reached = edit.end
    assert "".join([*done, *old[reached:]]) == side


@given(sides())
def test_no_inserted_word_is_lost_in_a_merge(
    found: tuple[str, list[str]],
) -> None:
    base, states = found
    done = merge_texts(base, states)
    if done is not None:
        for side in states:
            new = set(side.split()) - set(base.split())
            assert all(word in done for word in new)


def test_a_merged_text_contains_each_side() -> None:
    sides = [BASE.replace("small", "tiny"), BASE.replace("four", "five"), f"{BASE} Good."]
    done = merge_texts(BASE, sides)
    assert done is not None
    assert all(merge_texts(BASE, [done, side]) == done for side in sides)


def test_texts_made_to_be_hard_take_no_time() -> None:
    began = time.process_time()
    merge_texts("a b " * 20_000, ["b a " * 20_000, "a a b " * 15_000])
    every = [f"w{number}" for number in range(20_000)]
    merge_texts(" ".join(every), [" ".join(reversed(every)), " ".join(every[::2])])
    assert time.process_time() - began < 10  # a hang takes minutes
