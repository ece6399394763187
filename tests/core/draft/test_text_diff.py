"""Differences of texts, word by word and as journal rows."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from erasmus_desk.draft.text_diff import (
    apply_change,
    encode_change,
    encode_changes,
    find_difference,
    is_different,
)
from erasmus_desk.draft.word_diff import DiffKind, DiffPiece, diff_words, trim_changes
from tests.characters import ANY
from tests.core.draft.drafts import keys, make_draft, texts, values


def test_a_changed_word_is_deleted_and_inserted() -> None:
    assert diff_words("We meet in May.", "We meet in June.") == (
        DiffPiece(DiffKind.SAME, "We meet in "),
        DiffPiece(DiffKind.DELETED, "May."),
        DiffPiece(DiffKind.INSERTED, "June."),
    )


def test_a_text_after_an_empty_one_is_inserted() -> None:
    assert diff_words("", "All of it") == (DiffPiece(DiffKind.INSERTED, "All of it"),)
    assert diff_words("All of it", "") == (DiffPiece(DiffKind.DELETED, "All of it"),)


def test_equal_texts_have_one_piece_or_none() -> None:
    assert diff_words("same\n\nwords", "same\n\nwords") == (
        DiffPiece(DiffKind.SAME, "same\n\nwords"),
    )
    assert diff_words("", "") == ()


words = ["a", "bb", " ", "\n", "c,", "\u00a0"]
pair_texts = st.lists(st.sampled_from(words)).map("".join) | st.text(ANY)


@given(pair_texts, pair_texts)
def test_the_pieces_make_up_both_texts(before: str, after: str) -> None:
    pieces = diff_words(before, after)
    assert "".join(one.text for one in pieces if one.kind is not DiffKind.INSERTED) == before
    assert "".join(one.text for one in pieces if one.kind is not DiffKind.DELETED) == after


def test_what_a_change_has_in_common_is_no_part_of_it() -> None:
    assert trim_changes(diff_words("We met in May.", "We met in June.")) == (
        DiffPiece(DiffKind.SAME, "We met in "),
        DiffPiece(DiffKind.DELETED, "May"),
        DiffPiece(DiffKind.INSERTED, "June"),
        DiffPiece(DiffKind.SAME, "."),
    )
    assert trim_changes(diff_words("We end.", "We end early.")) == (
        DiffPiece(DiffKind.SAME, "We end"),
        DiffPiece(DiffKind.INSERTED, " early"),
        DiffPiece(DiffKind.SAME, "."),
    )


@given(pair_texts, pair_texts)
def test_the_trimmed_pieces_make_up_both_texts(before: str, after: str) -> None:
    pieces = trim_changes(diff_words(before, after))
    assert "".join(one.text for one in pieces if one.kind is not DiffKind.INSERTED) == before
    assert "".join(one.text for one in pieces if one.kind is not DiffKind.DELETED) == after


answers = st.one_of(st.none(), values)


@given(answers, answers)
def test_a_row_leads_from_the_old_answer_to_the_new(old: Value | None, new: Value | None) -> None:
    row = encode_change(old, new)
    assert row.isascii()
    after = apply_change(old, row)
    assert not is_different(after, new)


@given(texts, texts, texts, texts)
def test_a_row_contains_only_the_typed_text(start: str, end: str, old: str, new: str) -> None:
    before, after = start + old + end, start + new + end
    offset, removed, inserted = find_difference(before, after)
    assert before[:offset] + inserted + before[offset + len(removed) :] == after
    assert len(removed) <= len(old)
    assert len(inserted) <= len(new)


def test_one_key_in_a_long_text_costs_a_short_row() -> None:
    text = "word " * 20_000
    assert len(encode_change(text, text[:50_000] + "x" + text[50_000:])) < 20


@pytest.mark.parametrize(
    "row", ["", "[", "3", "[1]", '["a", "b", "c"]', "[1, 2, 3]", "[" * 100_000, '"x"', "null"]
)
def test_a_damaged_row_changes_nothing(row: str) -> None:
    assert apply_change("as it was", row) == "as it was"


def test_a_row_from_another_text_still_gives_a_text() -> None:
    assert apply_change(None, json.dumps([5, "gone", "come"])) == "come"


@given(st.lists(st.tuples(keys, answers), max_size=5))
def test_a_change_set_and_its_inverse_leave_the_draft_unchanged(
    edits: list[tuple[Key, Value | None]],
) -> None:
    start = make_draft()
    now = start
    changes: list[Change] = []
    for key, new in edits:
        changes.append(Change(key, now.get(key), new))
        now = now.apply(changes[-1])
    step = ChangeSet(tuple(changes), "edit")
    assert start.apply(*step.changes) == now
    assert now.apply(*step.invert().changes) == start
    assert step.invert().invert() == step


def test_true_differs_from_one() -> None:
    key = Key("a")
    rows = encode_changes(make_draft({key: True}), make_draft({key: 1}), [key, key])
    assert rows == [(key, '{"new": 1}')]
    assert encode_changes(make_draft({key: True}), make_draft({key: True}), [key]) == []
