"""Comparing two states of a text.

Rows of the journal: what was typed, and no more than that.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.model import Change, Key, Step, Value
from erasmus_desk.draft.text_diff import (
    Fate,
    Piece,
    compare,
    differ,
    row_of,
    rows_between,
    splice,
    value_after,
)
from tests.core.draft.drafts import draft_of, keys, texts, values


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


words = ["a", "bb", " ", "\n", "c,", "\u00a0"]
pair_texts = st.lists(st.sampled_from(words)).map("".join) | st.text()


@given(pair_texts, pair_texts)
def test_the_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    pieces = compare(before, after)
    assert "".join(one.text for one in pieces if one.fate is not Fate.NEW) == before
    assert "".join(one.text for one in pieces if one.fate is not Fate.GONE) == after


answers = st.one_of(st.none(), values)


@given(answers, answers)
def test_a_row_leads_from_the_old_answer_to_the_new(old: Value | None, new: Value | None) -> None:
    row = row_of(old, new)
    assert row.isascii()
    after = value_after(old, row)
    assert not differ(after, new)


@given(texts, texts, texts, texts)
def test_what_is_typed_into_a_text_is_all_the_row_holds(
    start: str, end: str, old: str, new: str
) -> None:
    before, after = start + old + end, start + new + end
    offset, removed, inserted = splice(before, after)
    assert before[:offset] + inserted + before[offset + len(removed) :] == after
    assert len(removed) <= len(old)
    assert len(inserted) <= len(new)


def test_one_key_in_a_long_text_costs_a_short_row() -> None:
    text = "word " * 20_000
    assert len(row_of(text, text[:50_000] + "x" + text[50_000:])) < 20


@pytest.mark.parametrize(
    "row", ["", "[", "3", "[1]", '["a", "b", "c"]', "[1, 2, 3]", "[" * 100_000, '"x"', "null"]
)
def test_what_is_no_row_changes_nothing(row: str) -> None:
    assert value_after("as it was", row) == "as it was"


def test_a_row_from_another_text_still_gives_a_text() -> None:
    assert value_after(None, json.dumps([5, "gone", "come"])) == "come"


@given(st.lists(st.tuples(keys, answers), max_size=5))
def test_a_step_and_its_inverse_leave_the_draft_as_it_was(
    edits: list[tuple[Key, Value | None]],
) -> None:
    start = draft_of()
    now = start
    changes: list[Change] = []
    for key, new in edits:
        changes.append(Change(key, now.get(key), new))
        now = now.apply(changes[-1])
    step = Step(tuple(changes), "edit")
    assert start.apply(*step.changes) == now
    assert now.apply(*step.inverse().changes) == start
    assert step.inverse().inverse() == step


def test_yes_is_another_answer_than_one() -> None:
    key = Key("a")
    rows = rows_between(draft_of({key: True}), draft_of({key: 1}), [key, key])
    assert rows == [(key, '{"new": 1}')]
    assert rows_between(draft_of({key: True}), draft_of({key: True}), [key]) == []
