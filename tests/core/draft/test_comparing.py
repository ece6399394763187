"""Comparing two states of a text."""

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.comparing import Fate, Piece, compare


def test_a_word_that_was_changed_went_and_came() -> None:
    assert compare("We meet in May.", "We meet in June.") == (
        Piece(Fate.SAME, "We meet in "),
        Piece(Fate.GONE, "May."),
        Piece(Fate.NEW, "June."),
    )


def test_a_text_where_there_was_none_is_all_new() -> None:
    assert compare("", "All of it") == (Piece(Fate.NEW, "All of it"),)
    assert compare("All of it", "") == (Piece(Fate.GONE, "All of it"),)


def test_equal_texts_have_one_piece_or_none() -> None:
    assert compare("same\n\nwords", "same\n\nwords") == (Piece(Fate.SAME, "same\n\nwords"),)
    assert compare("", "") == ()


texts = st.lists(st.sampled_from(["a", "bb", " ", "\n", "c,", "\u00a0"])).map("".join) | st.text()


@given(texts, texts)
def test_the_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    pieces = compare(before, after)
    assert "".join(one.text for one in pieces if one.fate is not Fate.NEW) == before
    assert "".join(one.text for one in pieces if one.fate is not Fate.GONE) == after
