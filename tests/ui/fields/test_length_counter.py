"""A text counted after each change has the length that it has when it is counted whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.text_length import RULES, count_length
from ui.fields.length_counter import LengthCounter

BLANKS = (" ", "  ", "\n", "\r", "\r\n", "\t", "\u00a0", "\u2028", "\x1c")
CHARACTERS = ("a", "word", "\U0001f600", "\ud83d", "\ude00")
PIECES = st.lists(st.sampled_from((*BLANKS, *CHARACTERS)), max_size=12).map("".join)


@pytest.mark.parametrize("rule", sorted(RULES))
@given(before=PIECES, changes=st.lists(st.tuples(st.integers(0), st.integers(0, 5), PIECES)))
@pytest.mark.share(2)
def test_a_changed_text_has_the_length_of_the_whole(
    rule: str, before: str, changes: list[tuple[int, int, str]]
) -> None:
    counter, text = LengthCounter(rule), before
    assert counter.count(text) == count_length(text, rule)
    for place, removed, inserted in changes:
        start = place % (len(text) + 1)
        text = text[:start] + inserted + text[start + removed :]
        assert counter.count(text) == count_length(text, rule)


def test_a_key_in_a_long_text_counts_the_words_around_it_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counter = LengthCounter("words")
    text = "one two three " * 10_000
    counter.count(text)
    seen: list[str] = []

    def count(part: str, rule: str) -> int:
        seen.append(part)
        return count_length(part, rule)

    monkeypatch.setattr("ui.fields.length_counter.count_length", count)
    middle = text.index("two", len(text) // 2)
    assert counter.count(text[:middle] + "x" + text[middle:]) == 30_000
    assert sorted(seen) == [" two", " xtwo"]
