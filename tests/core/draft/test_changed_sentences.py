"""Only the sentences that changed are shown; the others are counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.changed_sentences import find_passages
from erasmus_desk.draft.word_diff import DiffKind, diff_words

ONE = "We meet in May. "
TWO = "Then we write. "


def counts(before: str, after: str) -> list[int]:
    return [one.unchanged_count for one in find_passages(diff_words(before, after))]


def test_unchanged_sentences_before_and_behind_are_set_apart() -> None:
    before = ONE + TWO + "All schools take part. " + ONE + TWO + "It ends here."
    passages = find_passages(diff_words(before, before.replace("All", "Four")))
    assert [one.unchanged_count for one in passages] == [2, 0, 3]
    changed = "".join(piece.text for piece in passages[1].pieces)
    assert changed == "All Four schools take part. "


def test_one_unchanged_sentence_stays_with_the_changed_ones() -> None:
    assert counts(f"Old. {ONE}Older.", f"New. {ONE}Newer.") == [0]
    assert counts(f"Old. {ONE}{TWO}Older.", f"New. {ONE}{TWO}Newer.") == [0, 2, 0]


def test_the_rest_of_a_sentence_stays_with_its_change() -> None:
    before = f"Here old words stand. {ONE}{TWO}"
    passages = find_passages(diff_words(before, before.replace("old", "new")))
    text = "".join(piece.text for piece in passages[0].pieces)
    assert text == "Here old new words stand. "
    assert passages[1].unchanged_count == 2


def test_a_full_stop_in_an_abbreviation_ends_no_sentence() -> None:
    before = "See e.g. page two of the plan. " + ONE + "Old."
    assert counts(before, before.replace("Old", "New")) == [2, 0]


def test_lines_of_a_list_are_sentences() -> None:
    lines = "- the first\n- the second\n- the third\n"
    assert counts(f"{lines}old", f"{lines}new") == [3, 0]


def test_texts_without_a_change_are_counted_as_a_whole() -> None:
    assert counts(ONE + TWO, ONE + TWO) == [2]
    assert counts("", "") == []


TEXT = st.text(alphabet=st.sampled_from("Aab .!\n”"), max_size=60)


@given(TEXT, TEXT)
def test_no_word_is_lost(before: str, after: str) -> None:
    passages = find_passages(diff_words(before, after))
    pieces = [piece for one in passages for piece in one.pieces]
    kept = [piece.text for piece in pieces if piece.kind is not DiffKind.INSERTED]
    new = [piece.text for piece in pieces if piece.kind is not DiffKind.DELETED]
    assert ("".join(kept), "".join(new)) == (before, after)
    for one in passages:
        is_same = all(piece.kind is DiffKind.SAME for piece in one.pieces)
        assert is_same or not one.unchanged_count
