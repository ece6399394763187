"""What was copied into the online form is kept with the draft, and goes by the answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.draft import copying, file_format, reconcile
from erasmus_desk.draft.copying import CopyField, CopyGroup, CopyState
from erasmus_desk.draft.form_order import FormOrder, Record
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.visibility import hidden_answers, visible_questions
from erasmus_desk.progress import compute_progress
from tests.characters import ANY
from tests.core.draft.drafts import make_draft
from tests.core.draft.test_item_tree import TREES, make_form, make_tree
from tests.drafts_made import make_heavy_draft

ROOT = Path(__file__).resolve().parents[3]
LIBRARY = Library((ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid"))
CALLS = ("ka2-2017", "ka210-2026", "ka220-2026")
AT = "2026-02-09T10:52:00+01:00"
VALUES: st.SearchStrategy[Value | None] = st.one_of(
    st.none(),
    st.text(ANY),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False, places=2),
    st.lists(st.text(ANY, min_size=1), max_size=3).map(tuple),
)


@cache
def made(call: str) -> Draft:
    """Return a draft of a call with some of everything."""
    return make_heavy_draft(LIBRARY.load_pack(call), texts=24, rows=20)


def fields_of(draft: Draft, call: str) -> tuple[CopyField, ...]:
    pack = LIBRARY.load_pack(call)
    return tuple(copying.list_fields(draft, visible_questions(draft, pack)))


PACK = LIBRARY.load_pack("ka210-2026")
TITLE = next(
    one for one in visible_questions(make_draft(), PACK) if one.key == Key(PACK.role("title"))
)


def draft_with(value: Value | None) -> Draft:
    return make_draft({Key("another"): "answer"}).apply(Change(TITLE.key, None, value))


def find_state(draft: Draft) -> CopyState:
    (field,) = copying.list_fields(draft, (TITLE,))
    return field.state


@given(VALUES, VALUES)
def test_a_copied_answer_is_flagged_by_another_one_and_no_more_when_it_is_back(
    value: Value | None, other: Value | None
) -> None:
    draft = draft_with(value)
    copied = draft.apply(*copying.note_copy(draft, TITLE.key, AT))
    if find_state(draft) is CopyState.EMPTY:
        assert copied == draft
        return
    assert find_state(draft) is CopyState.OPEN
    assert find_state(copied) is CopyState.COPIED

    changed = copied.apply(copied.change(TITLE.key, other))
    is_same = _is_same(value, other)
    assert find_state(changed) is (CopyState.COPIED if is_same else CopyState.CHANGED)
    assert find_state(changed.apply(changed.change(TITLE.key, value))) is CopyState.COPIED


def _is_same(value: Value | None, other: Value | None) -> bool:
    """Return whether two answers are one in the online form."""
    if isinstance(value, tuple) and isinstance(other, tuple):
        return sorted(value) == sorted(other)
    kinds = [
        "number" if isinstance(one, int | Decimal) and not isinstance(one, bool) else type(one)
        for one in (value, other)
    ]
    return kinds[0] == kinds[1] and value == other


def test_neither_the_order_of_choices_nor_zeros_of_an_amount_change_an_answer() -> None:
    for before, after in (
        (("a", "b"), ("b", "a")),
        (Decimal(24000), Decimal("24000.00")),
        (Decimal(5), 5),
    ):
        draft = draft_with(before)
        copied = draft.apply(*copying.note_copy(draft, TITLE.key, AT))
        changed = copied.apply(copied.change(TITLE.key, after))
        assert find_state(changed) is CopyState.COPIED


def test_an_answer_that_is_emptied_is_flagged_until_that_is_copied_too() -> None:
    draft = draft_with("A title")
    draft = draft.apply(*copying.note_copy(draft, TITLE.key, AT))
    draft = draft.apply(draft.change(TITLE.key, None))
    assert find_state(draft) is CopyState.CHANGED
    draft = draft.apply(*copying.note_copy(draft, TITLE.key, AT))
    assert find_state(draft) is CopyState.EMPTY
    assert draft == draft_with(None)


def test_a_note_that_is_cleared_leaves_nothing_behind() -> None:
    draft = draft_with("A title")
    noted = draft.apply(*copying.note_copy(draft, TITLE.key, AT))
    assert noted.apply(*copying.clear_note(noted, TITLE.key)) == draft


def test_only_answers_are_counted_and_a_changed_one_is_to_be_copied_again() -> None:
    states = (CopyState.EMPTY, CopyState.OPEN, CopyState.COPIED, CopyState.CHANGED)
    assert copying.count_copied(CopyField(TITLE, one) for one in states) == (1, 3)
    assert [one.is_left for one in states] == [False, True, False, True]


@pytest.mark.parametrize("call", CALLS)
def test_every_asked_answer_is_a_field_once_in_the_order_of_the_form(call: str) -> None:
    pack = LIBRARY.load_pack(call)
    draft = made(call)
    found = fields_of(draft, call)
    keys = [one.visible.key for one in found]
    asked = [
        one
        for one in visible_questions(draft, pack)
        if one.question.type is not QuestionType.TABLE and not copying.is_ticked_only(one)
    ]
    assert keys == [one.key for one in asked]
    assert len(keys) == len(set(keys)) > 100
    assert not set(keys) & set(hidden_answers(draft, pack))
    groups = copying.group_fields(found, draft, pack)
    assert [one.visible.key for group in groups for one in group.walk()] == keys


@pytest.mark.parametrize("call", CALLS)
def test_what_is_noted_changes_no_count_no_check_and_stays_with_the_file(call: str) -> None:
    pack = LIBRARY.load_pack(call)
    draft = made(call)
    noted = draft
    for one in fields_of(draft, call)[::3]:
        noted = noted.apply(*copying.note_copy(noted, one.visible.key, AT))
    noted = noted.apply(*copying.tick_point(noted, "papers", "1/3", is_ticked=True))
    assert compute_progress(noted, pack) == compute_progress(draft, pack)
    assert hidden_answers(noted, pack) == hidden_answers(draft, pack)
    read = file_format.decode(file_format.encode(noted, pack.form.order)).draft
    assert read.answers == noted.answers
    assert fields_of(read, call) == fields_of(noted, call)
    kept = reconcile.reconcile_draft(read, pack, LIBRARY.load_texts(call, "en"))
    assert kept.answers == noted.answers


@given(TREES)
def test_items_stand_in_their_items_to_any_depth(chance: Random) -> None:
    form = make_form(chance)
    draft = make_tree(chance, form)
    pack = replace(PACK, form=form)
    found = tuple(copying.list_fields(draft, visible_questions(draft, pack)))
    order = FormOrder(draft, form)
    placed: dict[Key, tuple[Record, ...]] = {}

    def walk(group: CopyGroup, around: tuple[Record, ...]) -> None:
        for one in group.content:
            if isinstance(one, CopyField):
                placed[one.visible.key] = around
            else:
                walk(one, (*around, one.record))

    for group in copying.group_fields(found, draft, pack):
        walk(group, ())
    assert placed == {one.visible.key: order.find_records(one.visible.key) for one in found}
    assert len(placed) == len(found)


def test_a_tick_is_taken_away_without_a_trace() -> None:
    draft = draft_with("A title")
    ticked = draft.apply(*copying.tick_point(draft, "papers", "1/3", is_ticked=True))
    assert ticked != draft
    assert copying.tick_point(ticked, "papers", "1/3", is_ticked=True) == ()
    other = ticked.apply(*copying.tick_point(ticked, "papers", "1/3", is_ticked=False))
    assert other == draft
    assert [key for key in ticked.answers if copying.is_copying_key(key)] == [
        Key(copying.TICKED, "papers")
    ]


def test_only_the_choices_of_the_formalities_are_ticked_in_the_last_hours() -> None:
    for call in CALLS:
        pack = LIBRARY.load_pack(call)
        draft = made(call)
        ticked = [one for one in visible_questions(draft, pack) if copying.is_ticked_only(one)]
        assert ticked
        assert {one.question.type for one in ticked} == {QuestionType.MULTI}


def test_a_date_is_told_from_its_text() -> None:
    draft = draft_with(date(2026, 12, 1))
    draft = draft.apply(*copying.note_copy(draft, TITLE.key, AT))
    draft = draft.apply(draft.change(TITLE.key, "2026-12-01"))
    assert find_state(draft) is CopyState.CHANGED
