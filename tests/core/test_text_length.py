"""The length of texts by the counting rules of calls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.text_length import RULES, count_length, find_surplus
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
    assert count_length(text, "characters") == characters
    assert count_length(text, "characters-crlf") == crlf
    assert count_length(text, "characters-utf16") == utf16
    assert count_length(text, "words") == words


@given(texts, rules, st.integers(0, 20))
def test_the_text_fits_up_to_the_surplus_and_no_further(text: str, rule: str, most: int) -> None:
    begins = find_surplus(text, rule, most)
    assert count_length(text[:begins], rule) <= most
    assert (begins == len(text)) == (count_length(text, rule) <= most)
    if begins < len(text):
        step = 2 if text[begins : begins + 2] == "\r\n" else 1
        assert count_length(text[: begins + step], rule) > most


def test_a_line_break_is_never_split() -> None:
    assert find_surplus("ab\r\ncd", "characters", 2) == 2
    assert find_surplus("ab\r\ncd", "characters-crlf", 3) == 2


def test_surplus_words_begin_at_a_word() -> None:
    assert find_surplus("one two  three", "words", 2) == 9


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        count_length("a", "pages")
