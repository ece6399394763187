"""Counting as the call counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.text_length import RULES, count, left, surplus_begins
from tests.core.draft.drafts import texts

rules = st.sampled_from(sorted(RULES))


@pytest.mark.parametrize(
    ("text", "characters", "crlf", "utf16", "words"),
    [
        ("", 0, 0, 0, 0),
        ("a b", 3, 3, 3, 2),
        ("  a  ", 5, 5, 5, 1),
        ("a\nb", 3, 4, 3, 2),
        ("a\r\nb", 3, 4, 3, 2),
        ("a\rb\n\n", 5, 8, 5, 2),
        ("é", 1, 1, 1, 1),
        ("e\u0301", 2, 2, 2, 1),
        ("😀", 1, 1, 2, 1),
        ("\ud83d", 1, 1, 1, 1),
        ("één-twee, drie", 14, 14, 14, 2),
    ],
)
def test_each_rule_counts_its_own_way(
    text: str, characters: int, crlf: int, utf16: int, words: int
) -> None:
    assert count(text, "characters") == characters
    assert count(text, "characters-crlf") == crlf
    assert count(text, "characters-utf16") == utf16
    assert count(text, "words") == words


@given(texts, rules, st.integers(0, 20))
def test_up_to_where_the_surplus_begins_the_text_fits_and_not_one_further(
    text: str, rule: str, most: int
) -> None:
    begins = surplus_begins(text, rule, most)
    assert count(text[:begins], rule) <= most
    assert (begins == len(text)) == (left(text, rule, most) >= 0)
    if begins < len(text):
        step = 2 if text[begins : begins + 2] == "\r\n" else 1
        assert count(text[: begins + step], rule) > most


def test_what_is_left_goes_below_zero() -> None:
    assert left("abc", "characters", 5) == 2
    assert left("abc", "characters", 1) == -2


def test_a_line_break_is_never_parted() -> None:
    assert surplus_begins("ab\r\ncd", "characters", 2) == 2
    assert surplus_begins("ab\r\ncd", "characters-crlf", 3) == 2


def test_words_too_many_begin_at_a_word() -> None:
    assert surplus_begins("one two  three", "words", 2) == 9


def test_a_rule_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        count("a", "pages")
