"""A draft becomes a draft of another call, and back: what fits moves, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from msgspec.structs import replace

from erasmus_desk.call.carry import (
    AnswerCarry,
    CarryTable,
    InverseTable,
    ListCarry,
    RewriteReason,
)
from erasmus_desk.call.form import Form, Group, Section
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft import carry_marks, spelling_marks
from erasmus_desk.draft.carry import carry_draft
from erasmus_desk.draft.list_changes import remove_item
from erasmus_desk.draft.model import Draft, Key, PackRef, Value
from erasmus_desk.storage import drafts
from tests.core.draft.carried import (
    LATER,
    answers_of,
    carry,
    find_change,
    library,
    pairs,
    read_again,
)
from tests.core.draft.test_item_tree import TREES, make_form, make_tree

EXAMPLES = Path(__file__).parents[3] / "resources" / "examples"
SHARE = 9
"""Random drafts of each pair of calls; `make prove` takes ten thousand of all."""
OLD, SMALL, LARGE = "ka2-2017", "ka210-2026", "ka220-2026"


@pytest.fixture(scope="module")
def draft() -> Draft:
    return drafts.read(EXAMPLES / "innovation-vet.erasmus").draft


def edit(draft: Draft, question: str, value: Value | None, item: str = "") -> Draft:
    return draft.apply(draft.change(Key(question, item), value))


def test_each_call_takes_its_own_drafts_and_those_of_others() -> None:
    assert {(a, b) for a in (OLD, SMALL, LARGE) for b in (OLD, SMALL, LARGE)} <= set(pairs())


@pytest.mark.parametrize(("source", "target"), pairs())
def test_random_drafts_carried_there_and_back_are_as_they_were(source: str, target: str) -> None:
    found = {seed: find_change(seed, source, target) for seed in range(SHARE)}
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.erasmus")), ids=lambda one: one.stem)
def test_every_example_is_as_it_was_carried_to_every_call_and_back(example: Path) -> None:
    old = drafts.read(example).draft
    for target in library().list_carry_targets(old.pack.id):
        new = carry(old, target)
        assert new.moved
        assert new.marks
        assert answers_of(carry(read_again(new.draft), old.pack.id).draft) == old.answers


def rename(pack: Pack, form: Form) -> tuple[Pack, Pack, CarryTable]:
    """Return two calls, one with other names for all of a form, and the table between them."""
    new = {name: f"new.{name}" for name in (*form.questions, *form.lists)} | {"": ""}
    questions = {
        new[one.id]: replace(one, id=new[one.id], of=new[one.of], rows=new[one.rows])
        for one in form.questions.values()
    }
    lists = {
        new[one.id]: replace(
            one,
            id=new[one.id],
            name=new[one.name],
            parent=new[one.parent],
            questions=tuple(new[name] for name in one.questions),
        )
        for one in form.lists.values()
    }
    groups = tuple(
        Group(group.id, questions=tuple(new[one] for one in group.questions), list=new[group.list])
        for section in form.sections
        for group in section.groups
    )
    renamed = Form((Section("s", groups=groups),), questions, lists, {})
    table = CarryTable(
        "one",
        lists=tuple(ListCarry(name, new[name]) for name in form.lists),
        answers=tuple(
            AnswerCarry(name, new[name]) for name, one in form.questions.items() if not one.rows
        ),
    )
    return replace(pack, id="one", form=form), replace(pack, id="two", form=renamed), table


@given(TREES)
def test_lists_at_any_depth_move_as_they_are(chance: Random) -> None:
    form = make_form(chance)
    one, two, table = rename(library().load_pack(OLD), form)
    tree = replace(make_tree(chance, form), pack=PackRef("one", "1", 1))
    tree = tree.apply(
        *(
            tree.change(key, None)
            for key in tree.answers
            if key.question not in (*form.questions, *form.lists)
        )
    )
    there = carry_draft(tree, (one, two), table, str, LATER)
    assert answers_of(there.draft) == {
        Key(f"new.{key.question}", key.item): value for key, value in tree.answers.items()
    }
    assert there.draft.orphans == ()
    back = carry_draft(there.draft, (two, one), table.invert("two"), str, LATER)
    assert answers_of(back.draft) == tree.answers


def test_several_lists_become_one_and_find_their_way_back(draft: Draft) -> None:
    new = carry(draft, SMALL).draft
    lists = ("activities", "outputs", "events", "meetings")
    assert new.items("activities") == sum((draft.items(one) for one in lists), ())
    output, event = draft.items("outputs")[0], draft.items("events")[0]
    assert new.text("act.title", output) == draft.text("io.title", output)
    assert new.get(Key("act.orgs", event)) == draft.get(Key("me.participants", event))
    # The order is another now, an activity is gone, and one is new.
    order = (event, *(one for one in new.items("activities") if one not in (event, output)), "n")
    new = edit(new, "act.title", "A new one", "n")
    new = new.apply(
        *remove_item(new, "activities", output, form=library().load_pack(SMALL).form).changes
    )
    new = edit(edit(new, "activities", order), "act.title", "Another title", event)
    back = carry(read_again(new), OLD).draft
    assert back.items("outputs") == draft.items("outputs")[1:]
    assert back.items("events") == draft.items("events")
    assert back.items("meetings") == draft.items("meetings")
    assert back.items("activities") == (*draft.items("activities"), "n")
    assert back.text("me.title", event) == "Another title"
    assert back.text("ltt.title", "n") == "A new one"


def test_an_activity_becomes_a_work_package_with_one_row(draft: Draft) -> None:
    small = carry(draft, SMALL).draft
    large = carry(small, LARGE).draft
    assert large.items("work_packages") == small.items("activities")
    for item in small.items("activities"):
        (row,) = large.items("wp_activities", item)
        assert large.text("wp.title", item) == small.text("act.title", item)
        assert large.get(Key("wpa.start", row)) == small.get(Key("act.start", item))
        assert large.get(Key("wpa.lead", row)) == small.get(Key("act.lead", item))
    first, second = small.items("activities")[:2]
    more = (*large.items("wp_activities", first), "more")
    large = edit(edit(large, "wp_activities", more, first), "wpa.title", "More", "more")
    large = edit(large, "wp_activities", None, second)
    again = carry(carry(large, SMALL).draft, LARGE).draft
    assert again.items("wp_activities", first) == more
    assert again.text("wpa.title", "more") == "More"


def test_a_text_that_is_too_long_stays_whole_and_is_found(draft: Draft) -> None:
    school = draft.items("organisations")[0]
    long = "word " * 700
    new = carry(edit(draft, "bg.present", long, school), SMALL).draft
    assert new.text("org.present", school) == long
    found = run_checks(new, library().load_pack(SMALL))
    assert ("over-limit", Key("org.present", school)) in [(one.code, one.key) for one in found]


def test_words_that_are_known_in_the_project_go_along(draft: Draft) -> None:
    known = draft.apply(spelling_marks.set_known(draft, "Kruisblik", is_known=True))
    new = carry(known, LARGE).draft
    assert spelling_marks.list_known_words(new) == ("Kruisblik",)
    back = carry(new, OLD).draft
    assert answers_of(back) == answers_of(known)


def test_what_the_present_choices_do_not_ask_for_stays_set_aside(draft: Draft) -> None:
    other = edit(draft, "ctx.main_objective", "good-practice")
    new = carry(other, SMALL).draft
    assert not set(new.items("activities")) & {*draft.items("outputs"), *draft.items("events")}
    assert answers_of(carry(new, OLD).draft) == other.answers


def test_choices_that_the_new_call_does_not_offer_are_kept_beside_those_that_move() -> None:
    large = Draft("d", PackRef(LARGE, "2026", 1), LATER, LATER)
    chosen = ("SCH-STEM", "HED-STEM")
    large = edit(edit(large, "pri.others", chosen), "ctx.field", "higher")
    small = carry(large, SMALL)
    assert small.draft.get(Key("pri.others")) == ("SCH-STEM",)
    assert small.draft.get(Key("ctx.field")) is None
    assert {key.question for key in small.aside} == {"pri.others", "ctx.field"}
    assert answers_of(carry(small.draft, LARGE).draft) == large.answers
    # Somebody chose anew: that holds, and the choices of before are not lost.
    changed = carry(edit(small.draft, "pri.others", ("SCH-ECEC",)), LARGE).draft
    assert changed.get(Key("pri.others")) == ("SCH-ECEC",)
    assert chosen in [one.value for one in changed.orphans]


def test_what_is_to_be_written_again_is_marked_until_it_is_seen(draft: Draft) -> None:
    carried = carry(draft, SMALL)
    new = carried.draft
    marks = {mark.key: mark.reason for mark in carry_marks.list_marks(new)}
    assert marks == {mark.key: mark.reason for mark in carried.marks}
    start, event = Key("prj.start"), draft.items("events")[0]
    assert marks[start] is RewriteReason.DATES
    assert marks[Key("pri.main")] is RewriteReason.PRIORITIES
    assert marks[Key("act.lead", event)] is RewriteReason.ROLES
    assert marks[Key("act.amount", event)] is RewriteReason.AMOUNTS
    assert Key("prj.title") not in marks
    answered = new.apply(new.change(start, date(2027, 9, 1)))
    assert start not in {mark.key for mark in carry_marks.list_marks(answered)}
    mark = carry_marks.Mark(start, RewriteReason.DATES)
    seen = new.apply(*carry_marks.remove_marks(new, (mark,)).changes)
    assert {one.key for one in carry_marks.list_marks(seen)} == marks.keys() - {start}
    # What nobody looked at is marked in the next call too.
    further = {one.key for one in carry_marks.list_marks(carry(new, LARGE).draft)}
    assert Key("des.motivation") in further
    assert {one.key for one in carry_marks.list_marks(read_again(new))} == marks.keys()


def test_a_proposal_for_the_same_call_next_year_has_every_answer(draft: Draft) -> None:
    again = carry(draft, OLD)
    assert answers_of(again.draft) == draft.answers
    assert again.draft.id != draft.id
    assert again.draft.orphans == draft.orphans
    reasons: Mapping[RewriteReason, int] = {one.reason: 1 for one in again.marks}
    assert {RewriteReason.DATES, RewriteReason.PRIORITIES, RewriteReason.ROLES} <= reasons.keys()


def test_the_same_call_another_time_is_its_newest_revision(draft: Draft) -> None:
    old = library().load_pack(OLD)
    questions = {name: one for name, one in old.form.questions.items() if name != "prj.acronym"}
    form = Form(old.form.sections, questions, old.form.lists, old.form.option_sets)
    newest = replace(old, revision=old.revision + 1, form=form)
    table = library().find_carry_table(OLD, OLD)
    assert table is not None
    new = carry_draft(draft, (old, newest), table, str, LATER).draft
    assert new.pack.revision == newest.revision
    assert [one.key.question for one in new.orphans] == ["prj.acronym"]


def test_an_answer_of_the_new_call_is_set_aside_on_the_way_back_and_kept(draft: Draft) -> None:
    new = edit(carry(draft, SMALL).draft, "des.targets", "Pupils of both schools")
    back = carry(new, OLD).draft
    assert answers_of(back) == draft.answers
    shown = {(call, one.key.question) for call, one in carry_marks.list_carried_aside(back)}
    assert (SMALL, "des.targets") in shown
    assert carry(back, SMALL).draft.text("des.targets") == "Pupils of both schools"


def test_the_way_to_a_smaller_call_marks_what_is_to_be_shorter_or_asks_for_more() -> None:
    large = drafts.read(EXAMPLES / "the-empty-chair.erasmus").draft
    small = carry(large, SMALL)
    marks = {(mark.key.question, mark.reason) for mark in small.marks}
    assert {
        ("org.present", RewriteReason.TEXTS),
        ("fol.share", RewriteReason.TEXTS),
        ("act.help", RewriteReason.TEXTS),
        ("act.start", RewriteReason.DATES),
        ("act.amount", RewriteReason.AMOUNTS),
        ("org.first", RewriteReason.FORMALITIES),
        ("coop.platforms", RewriteReason.TEXTS),
    } <= marks
    assert len(small.draft.items("activities")) == len(large.items("work_packages"))


@pytest.mark.parametrize(("source", "target"), [(LARGE, SMALL), (SMALL, LARGE)])
def test_the_way_back_is_by_the_table_of_the_way_out(source: str, target: str) -> None:
    calls = library()
    assert not isinstance(calls.find_carry_table(source, target), InverseTable)
    back = calls.find_carry_table(target, source, owner=target)
    assert isinstance(back, InverseTable)
    assert isinstance(calls.find_carry_table(OLD, target), CarryTable)
    assert isinstance(calls.find_carry_table(target, OLD), InverseTable)
