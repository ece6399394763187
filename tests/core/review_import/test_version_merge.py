"""Two versions of one draft become one: what only one side changed, and what both did."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.draft import list_changes, review_state
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.review_state import SharedCopy
from erasmus_desk.review_import import version_merge
from erasmus_desk.review_import.decisions import (
    AcceptMode,
    Decision,
    ImportDecisions,
    Resolution,
    auto_decisions,
)
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus, RowAdded, RowRemoved
from erasmus_desk.review_import.version_merge import OtherVersion
from erasmus_desk.storage import drafts
from tests.core.desk_process import ROOT, make_draft_with

FORM = Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017").form
TITLE, SUM, IMPACT = Key("prj.title"), Key("sum.text"), Key("des.rationale")
ORGS, MEETINGS = Key("organisations"), Key("meetings")
ANN = RevisionAuthor("Ann", datetime(2026, 11, 29, 12, tzinfo=UTC))
EXAMPLE = drafts.read(ROOT / "resources" / "examples" / "innovation-vet.erasmus").draft


def put(draft: Draft, key: Key, value: Value | None) -> Draft:
    return draft.apply(draft.change(key, value))


def remove(draft: Draft, list_id: str, item: str) -> Draft:
    return draft.apply(*list_changes.remove_item(draft, list_id, item, form=FORM).changes)


def merge(
    mine: Draft, theirs: Draft, base: Draft | None, accept: AcceptMode = AcceptMode.CLEAR
) -> tuple[Draft, tuple[object, ...]]:
    """Return ours with what is accepted without asking, and what somebody has to decide."""
    other = OtherVersion(theirs, base, "a.erasmus", ANN, "d" * 64)
    result = version_merge.build_result(mine, other, FORM)
    decided = auto_decisions(result, accept)
    applied = version_merge.apply_merge(mine, other, FORM, result, decided)
    asked = [
        one
        for one in version_merge.list_asked(result)
        if (isinstance(one, AnswerMerge) and one.status is MergeStatus.CONFLICT)
        or (isinstance(one, RowAdded | RowRemoved) and one.is_conflict)
    ]
    return mine.apply(*applied.change_set.changes), tuple(asked)


def without_notes(draft: Draft) -> dict[Key, Value]:
    """Return the answers of the form."""
    return {key: one for key, one in draft.answers.items() if not review_state.is_desk_key(key)}


BASE = make_draft_with(prj_title="Robots", sum_text="We build robots.", des_rationale="Large.")


def test_changes_of_different_answers_merge_without_a_question() -> None:
    mine, theirs = put(BASE, TITLE, "Mine"), put(BASE, IMPACT, "Theirs")
    merged, asked = merge(mine, theirs, BASE)
    assert asked == ()
    assert without_notes(merged) == without_notes(put(put(BASE, TITLE, "Mine"), IMPACT, "Theirs"))


def test_an_answer_that_both_changed_is_asked_and_stays_until_it_is_decided() -> None:
    mine, theirs = put(BASE, SUM, "We build kites."), put(BASE, SUM, "They build robots.")
    merged, asked = merge(mine, theirs, BASE)
    (one,) = asked
    assert isinstance(one, AnswerMerge)
    assert (one.key, one.sent, one.mine) == (SUM, "We build robots.", "We build kites.")
    assert one.merged == "They build kites."
    assert merged.get(SUM) == "We build kites."
    # What was not decided waits, with the text of the other side.
    assert [(item.near, item.text) for item in review_state.list_unresolved(merged)] == [
        (SUM, "They build robots.")
    ]


def test_the_same_change_on_both_sides_is_no_question() -> None:
    both = put(BASE, SUM, "We build kites.")
    other = OtherVersion(both, BASE, "a.erasmus", ANN)
    assert not version_merge.has_news(both, other, FORM)


def test_of_a_base_that_is_not_known_nothing_is_taken_out_and_all_differences_are_asked() -> None:
    mine = put(put(BASE, TITLE, "Mine"), IMPACT, None)
    theirs = put(put(BASE, SUM, None), TITLE, "Theirs")
    merged, asked = merge(mine, theirs, None)
    assert [one.key for one in asked if isinstance(one, AnswerMerge)] == [TITLE]
    assert (merged.get(SUM), merged.get(IMPACT)) == ("We build robots.", "Large.")


def test_an_item_is_added_at_its_place_with_all_inside_it() -> None:
    places = find_item_places(EXAMPLE, FORM)
    nested = next(place for place in places.values() if place.parent)
    outer = places[nested.parent]
    base = remove(EXAMPLE, outer.list, nested.parent)
    merged, asked = merge(base, EXAMPLE, base)
    assert asked == ()
    assert without_notes(merged) == without_notes(EXAMPLE)


def test_an_item_that_they_removed_goes_unless_we_changed_it() -> None:
    item = EXAMPLE.items(ORGS.question)[-1]
    theirs = remove(EXAMPLE, ORGS.question, item)
    merged, asked = merge(EXAMPLE, theirs, EXAMPLE)
    assert asked == ()
    assert without_notes(merged) == without_notes(theirs)
    mine = put(EXAMPLE, Key("org.city", item), "Elsewhere")
    merged, asked = merge(mine, theirs, EXAMPLE)
    (one,) = asked
    assert isinstance(one, RowRemoved)
    assert item in merged.items(ORGS.question)


def test_an_item_that_we_removed_and_they_changed_comes_back_only_if_somebody_says_so() -> None:
    item = EXAMPLE.items(ORGS.question)[-1]
    mine = remove(EXAMPLE, ORGS.question, item)
    theirs = put(EXAMPLE, Key("org.city", item), "Elsewhere")
    merged, asked = merge(mine, theirs, EXAMPLE)
    (one,) = asked
    assert isinstance(one, RowAdded)
    assert item not in merged.items(ORGS.question)
    back, _ = merge(mine, theirs, EXAMPLE, AcceptMode.ALL)
    assert back.items(ORGS.question) == EXAMPLE.items(ORGS.question)
    assert back.text("org.city", item) == "Elsewhere"
    # One that they did not touch is no question: we removed it.
    assert merge(mine, EXAMPLE, EXAMPLE) == (merge(mine, mine, EXAMPLE)[0], ())


def test_an_item_that_is_not_there_is_named_by_no_answer() -> None:
    reference = next(
        key
        for key, value in EXAMPLE.answers.items()
        if isinstance(value, str) and FORM.questions.get(key.question) is not None
        if FORM.questions[key.question].of == ORGS.question and value
    )
    gone = EXAMPLE.items(ORGS.question)[-1]
    base = remove(EXAMPLE, ORGS.question, gone)
    theirs = put(put(base, ORGS, (*base.items(ORGS.question), "new")), reference, "new")
    theirs = put(theirs, Key("org.name", "new"), "Newcomers")
    other = OtherVersion(theirs, base, "a.erasmus", ANN)
    result = version_merge.build_result(base, other, FORM)
    only_answers = ImportDecisions(auto_decisions(result, AcceptMode.CLEAR).answers)
    applied = version_merge.apply_merge(base, other, FORM, result, only_answers)
    assert base.apply(*applied.change_set.changes).get(reference) is None
    assert merge(base, theirs, base)[0].get(reference) == "new"


def test_items_that_both_moved_keep_those_that_only_one_side_has() -> None:
    listed = EXAMPLE.items(ORGS.question)
    theirs = put(EXAMPLE, ORGS, (*listed[1:], listed[0]))
    mine = put(EXAMPLE, ORGS, (*listed, "new"))
    merged, asked = merge(mine, theirs, EXAMPLE)
    assert asked == ()
    assert merged.items(ORGS.question) == (*listed[1:], listed[0], "new")


def test_what_the_program_noted_on_both_sides_is_kept_without_a_question() -> None:
    copies = [SharedCopy(name, "s", "clean", name, "2026-11-01T10:00:00") for name in "abc"]
    base = BASE.apply(*review_state.add_shared_copy(BASE, copies[0]).changes)
    mine = base.apply(*review_state.add_shared_copy(base, copies[1]).changes)
    theirs = base.apply(*review_state.add_shared_copy(base, copies[2]).changes)
    theirs = theirs.apply(*review_state.mark_returned(theirs, "a", "2026-11-02").changes)
    merged, asked = merge(mine, theirs, base)
    assert asked == ()
    found = review_state.list_shared_copies(merged)
    assert [(one.id, one.returned_at) for one in found] == [
        ("a", "2026-11-02"),
        ("b", ""),
        ("c", ""),
    ]


def test_a_copy_that_was_merged_is_known_and_forgotten_when_the_merge_is_undone() -> None:
    theirs = put(BASE, IMPACT, "Theirs")
    other = OtherVersion(theirs, BASE, "a.erasmus", ANN, "d" * 64)
    result = version_merge.build_result(BASE, other, FORM)
    reject = ImportDecisions({IMPACT: Decision(Resolution.MINE)})
    change_set = version_merge.apply_merge(BASE, other, FORM, result, reject).change_set
    merged = BASE.apply(*change_set.changes)
    assert version_merge.is_merged(merged, "d" * 64)
    assert merged.get(IMPACT) == "Large."
    assert merged.apply(*change_set.invert().changes) == BASE


# Any two people


class Writer:
    """Somebody who edits a draft in all ways, the same for each seed."""

    def __init__(self, name: str, seed: int) -> None:
        self._name, self._chance, self._count = name, random.Random(seed), 0  # noqa: S311 -- repeatable

    def work(self, draft: Draft, steps: int) -> Draft:
        for _ in range(steps):
            self._count += 1
            draft = self._step(draft, FORM)
        return draft

    def _step(self, draft: Draft, form: Form) -> Draft:
        chance = self._chance
        places = find_item_places(draft, form)
        item = chance.choice(sorted(places))
        place, kind = places[item], chance.random()
        owner = (draft, place.list)
        if kind < 0.15:
            changes = list_changes.remove_item(*owner, item, place.parent, form=form).changes
            return draft.apply(*changes)
        if kind < 0.3:
            new = f"{self._name}{self._count}"
            draft = draft.apply(*list_changes.add_item(*owner, new, place.parent).changes)
            name = Key(form.lists[place.list].name, new)
            is_text = not form.questions[name.question].of
            return put(draft, name, f"{self._name} made it") if is_text else draft
        if kind < 0.4:
            copy = f"{self._name}{self._count}"
            changes = list_changes.copy_item(*owner, item, copy, place.parent, form=form).changes
            return draft.apply(*changes)
        if kind < 0.5:
            return draft.apply(*list_changes.move_item(*owner, item, 0, place.parent).changes)
        texts = [
            key
            for key in sorted(draft.answers)
            if key.question in form.questions
            and form.questions[key.question].type in {QuestionType.TEXT, QuestionType.LINE}
        ]
        key = chance.choice(texts)
        value = None if kind < 0.6 else f"{draft.text(key.question, key.item)} {self._name}"
        return put(draft, key, value)


SHARE, ALL = 25, 1000


def check_two_writers(seed: int) -> None:
    mine, theirs = Writer("m", seed).work(EXAMPLE, 6), Writer("t", -seed - 1).work(EXAMPLE, 6)
    # Where only one side did anything, the other gets all of it, and nobody is asked.
    assert merge(EXAMPLE, theirs, EXAMPLE) == (_note(theirs), ())
    assert merge(mine, EXAMPLE, EXAMPLE)[1] == ()
    assert without_notes(merge(mine, EXAMPLE, EXAMPLE)[0]) == without_notes(mine)
    one, asked = merge(mine, theirs, EXAMPLE, AcceptMode.NONE)
    assert without_notes(one) == without_notes(mine)
    # Every change of theirs is in the answers, or somebody is asked about it.
    merged, asked = merge(mine, theirs, EXAMPLE)
    open_keys = {one.key for one in asked if isinstance(one, AnswerMerge)}
    open_items = {one.item for one in asked if isinstance(one, RowAdded | RowRemoved)}
    inside = _find_inside(theirs, open_items) | _find_inside(mine, open_items)
    places = find_item_places(merged, FORM)
    for key in without_notes(theirs):
        is_theirs = theirs.get(key) != EXAMPLE.get(key)
        if not is_theirs or key in open_keys or key.item in inside or key.question in FORM.lists:
            continue
        if FORM.list_of(key.question) and key.item not in places:
            continue
        if not FORM.questions[key.question].of:
            assert merged.get(key) == theirs.get(key), (seed, key)
    # Nothing is there twice, and nothing of ours is gone but what they removed.
    for key, value in merged.answers.items():
        if key.question in FORM.lists and isinstance(value, tuple):
            assert len(set(value)) == len(value)


def _find_inside(draft: Draft, items: set[str]) -> set[str]:
    places = find_item_places(draft, FORM)
    found = set(items)
    while new := {one for one, place in places.items() if place.parent in found} - found:
        found |= new
    return found


def _note(draft: Draft) -> Draft:
    return draft.apply(Change(Key(review_state.MERGED_COPIES), None, ("d" * 16,)))


def test_two_people_who_did_anything_lose_nothing() -> None:
    for seed in range(SHARE):
        check_two_writers(seed)


@pytest.mark.prove
def test_many_pairs_of_people_lose_nothing() -> None:
    for seed in range(SHARE, ALL):
        check_two_writers(seed)


class Carrier(Writer):
    """Somebody who also moves what is inside one item into another, with a program of their own."""

    def _step(self, draft: Draft, form: Form) -> Draft:
        if self._chance.random() < 0.5:
            return super()._step(draft, form)
        places = find_item_places(draft, form)
        inner = [item for item, place in sorted(places.items()) if place.parent]
        if not inner:
            return draft
        item = self._chance.choice(inner)
        place = places[item]
        owners = draft.items(form.lists[place.list].parent)
        to = self._chance.choice(owners)
        if self._chance.random() < 0.5:
            to = f"{self._name}{self._count}"
            changes = list_changes.add_item(draft, form.lists[place.list].parent, to).changes
            draft = draft.apply(*changes)
        for owner, take in ((place.parent, True), (to, False)):
            key = Key(place.list, owner)
            rest = tuple(one for one in draft.items(*_split(key)) if one != item)
            draft = put(draft, key, rest if take else (*rest, item))
        return draft


@pytest.mark.parametrize("accept", AcceptMode)
def test_what_somebody_moved_into_another_item_is_in_one_list_and_not_lost(
    accept: AcceptMode,
) -> None:
    for seed in range(SHARE):
        mine = Carrier("m", seed).work(EXAMPLE, seed % 4)
        theirs = Carrier("t", -seed - 1).work(EXAMPLE, 3)
        merged, asked = merge(mine, theirs, EXAMPLE, accept)
        listed = [
            item
            for key, items in merged.answers.items()
            if key.question in FORM.lists and isinstance(items, tuple)
            for item in items
        ]
        assert len(set(listed)) == len(listed), seed
        ours, others = (find_item_places(one, FORM) for one in (mine, theirs))
        open_items = {one.item for one in asked if isinstance(one, RowAdded | RowRemoved)}
        for item in ours.keys() & others.keys():
            assert item in listed, (seed, item)
            for key in mine.keys_of_item(item):
                assert key in merged.answers or key not in theirs.answers, (seed, key)
        if mine is EXAMPLE and not open_items and accept is not AcceptMode.NONE:
            assert without_notes(merged) == without_notes(theirs), seed


def test_the_order_of_saving_decides_nothing_where_nobody_is_asked() -> None:
    for seed in range(SHARE):
        mine, theirs = Writer("m", seed).work(EXAMPLE, 2), Writer("t", -seed - 1).work(EXAMPLE, 2)
        one, asked = merge(mine, theirs, EXAMPLE)
        other, others = merge(theirs, mine, EXAMPLE)
        if not asked and not others:
            ours, again = without_notes(one), without_notes(other)
            lists = {key for key in (*ours, *again) if key.question in FORM.lists}
            assert {k: v for k, v in ours.items() if k not in lists} == {
                k: v for k, v in again.items() if k not in lists
            }
            for key in lists:
                assert sorted(one.items(*_split(key))) == sorted(other.items(*_split(key)))


def _split(key: Key) -> tuple[str, str]:
    return key.question, key.item


def test_notes_without_a_base_are_joined() -> None:
    mine = put(BASE, Key("desk.tray"), ("a",))
    theirs = put(BASE, Key("desk.tray"), ("b",))
    other = OtherVersion(replace(theirs), None, "a.erasmus", ANN)
    result = version_merge.build_result(mine, other, FORM)
    applied = version_merge.apply_merge(mine, other, FORM, result, ImportDecisions())
    assert mine.apply(*applied.change_set.changes).items("desk.tray") == ("a", "b")
