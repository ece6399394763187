"""What was decided becomes one step, and every difference is applied, declined or in the tray."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.call.library import Library
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key, Step, Value
from erasmus_desk.draft.review_state import Sending, Why
from erasmus_desk.review_import import comment_threads
from erasmus_desk.review_import.comment_threads import Said
from erasmus_desk.review_import.decisions import (
    Accept,
    Decision,
    Decisions,
    Done,
    Pick,
    RowPick,
    decided,
    step,
)
from erasmus_desk.review_import.docx_reader.document import By, Comment
from erasmus_desk.review_import.merge import Reply, merged
from erasmus_desk.review_import.result import HomeComing, RowAdded, Theirs, Verdict
from erasmus_desk.review_import.row_changes import Came, Rows, Went, changes
from tests.core.desk_process import ROOT, made

PACK = Library((ROOT / "resources" / "calls",)).pack("ka2-2017")
NOW = datetime(2017, 3, 1, 9, 30, tzinfo=UTC)
AT = NOW.isoformat()
SUM, TITLE = Key("sum.text"), Key("prj.title")
KEYS = (SUM, TITLE, Key("impact.text"))
ORGS = Key("organisations")


def by(name: str) -> By:
    return By(name, NOW)


def theirs(value: Value | None, was: Value | None, author: str) -> Theirs:
    words, then = (one if isinstance(one, str) else "" for one in (value, was))
    return Theirs(value, by(author), f"{author}.docx", (), words, then)


def reply(draft: Draft, author: str, **texts: str | None) -> Reply:
    """What a reviewer sends back who was sent this draft and changed some answers."""
    new = {Key(name.replace("_", ".")): text for name, text in texts.items()}
    answers = [(key, theirs(text, draft.get(key), author)) for key, text in new.items()]
    return Reply(draft.answers, tuple(answers))


def coming(draft: Draft, replies: Sequence[Reply], **more: object) -> HomeComing:
    answers = merged(draft, replies).values()
    told = tuple(one for one in answers if one.verdict is not Verdict.UNCHANGED)
    parts: dict[str, object] = {
        "rows": (),
        "threads": (),
        "tray": (),
        "unchanged": 0,
        "states": (),
        "files": (),
    }
    return HomeComing(answers=told, **{**parts, **more})  # type: ignore[arg-type]


def done(draft: Draft, what: HomeComing, decisions: Decisions | Accept) -> Done:
    chosen = decided(what, decisions) if isinstance(decisions, Accept) else decisions
    return step(draft, PACK.form, what, chosen, AT)


def with_text(draft: Draft, key: Key, text: str | None) -> Draft:
    answers = {name: value for name, value in draft.answers.items() if name != key}
    if text is not None:
        answers[key] = text
    return Draft(draft.id, draft.pack, draft.created, draft.modified, MappingProxyType(answers))


@pytest.fixture
def draft() -> Draft:
    return with_text(made(), SUM, "We teach small boards in four schools.")


def test_a_proposal_is_applied_and_leaves_nothing_to_decide(draft: Draft) -> None:
    what = coming(draft, [reply(draft, "Ana", sum_text="We teach boards.")])
    found = done(draft, what, Accept.CLEAR)
    assert found.step.label == "merge"
    assert draft.apply(*found.step.changes).get(SUM) == "We teach boards."
    assert found.tray == ()


def test_the_whole_home_coming_is_one_step_back(draft: Draft) -> None:
    what = coming(draft, [reply(draft, "Ana", sum_text="New.", prj_title=None)])
    found = done(draft, what, Accept.CLEAR).step
    after = draft.apply(*found.changes)
    assert after.apply(*found.inverse().changes).answers == draft.answers


def test_of_a_conflict_ours_stands_and_theirs_lies_in_the_tray(draft: Draft) -> None:
    mine = with_text(draft, SUM, "Mine.")
    what = coming(mine, [reply(draft, "Ana", sum_text="Theirs.")])
    after = mine.apply(*done(mine, what, Accept.CLEAR).step.changes)
    assert after.get(SUM) == "Mine."
    (waiting,) = review_state.tray(after)
    assert (waiting.why, waiting.text, waiting.near) == (Why.UNDECIDED, "Theirs.", SUM)
    assert (waiting.was, waiting.author) == (draft.get(SUM), "Ana")


def test_who_accepts_all_takes_theirs_where_there_is_one(draft: Draft) -> None:
    mine = with_text(draft, SUM, "Mine.")
    one = coming(mine, [reply(draft, "Ana", sum_text="Theirs.")])
    assert mine.apply(*done(mine, one, Accept.ALL).step.changes).get(SUM) == "Theirs."
    two = coming(
        mine, [reply(draft, "Ana", sum_text="Theirs."), reply(draft, "Bo", sum_text="Other.")]
    )
    after = mine.apply(*done(mine, two, Accept.ALL).step.changes)
    assert after.get(SUM) == "Mine."
    assert {one.text for one in review_state.tray(after)} == {"Theirs.", "Other."}


def test_who_accepts_nothing_finds_it_all_in_the_tray(draft: Draft) -> None:
    what = coming(draft, [reply(draft, "Ana", sum_text="New.", prj_title="Other")])
    after = draft.apply(*done(draft, what, Accept.NONE).step.changes)
    assert (after.get(SUM), after.get(TITLE)) == (draft.get(SUM), draft.get(TITLE))
    assert {one.text for one in review_state.tray(after)} == {"New.", "Other"}


@pytest.mark.parametrize(
    ("decision", "stands", "waits"),
    [
        (Decision(Pick.MINE), "Mine tiny boards in four schools.", set[str]()),
        (Decision(Pick.THEIRS, 0), "A", set[str]()),
        (Decision(Pick.EDITED, value="Both."), "Both.", set[str]()),
        (Decision(Pick.UNDECIDED), "Mine tiny boards in four schools.", {"A", "B"}),
        (Decision(Pick.MERGED), "Mine tiny boards in four schools.", {"A", "B"}),
        (Decision(Pick.THEIRS, 7), "Mine tiny boards in four schools.", {"A", "B"}),
    ],
)
def test_each_decision_stands(
    draft: Draft, decision: Decision, stands: str, waits: set[str]
) -> None:
    mine = with_text(draft, SUM, "Mine tiny boards in four schools.")
    replies = [reply(draft, "Ana", sum_text="A"), reply(draft, "Bo", sum_text="B")]
    found = done(mine, coming(mine, replies), Decisions({SUM: decision}))
    after = mine.apply(*found.step.changes)
    assert after.get(SUM) == stands
    assert {one.text for one in review_state.tray(after)} == waits


def test_an_answer_that_we_went_on_writing_is_left_alone(draft: Draft) -> None:
    what = coming(draft, [reply(draft, "Ana", sum_text="Theirs.")])
    later = with_text(draft, SUM, "Typed meanwhile.")
    after = later.apply(*done(later, what, Accept.CLEAR).step.changes)
    assert after.get(SUM) == "Typed meanwhile."
    assert [one.text for one in review_state.tray(after)] == ["Theirs."]


def test_files_that_came_home_count_as_back(draft: Draft) -> None:
    sent = Sending("s1", "state-1", "clean", "Ana", AT)
    away = draft.apply(*review_state.sent_out(draft, sent).changes)
    other = Sending("s2", "state-2", "clean", "Bo", AT)
    away = away.apply(*review_state.sent_out(away, other).changes)
    found = done(away, coming(away, [], states=("state-1",)), Accept.CLEAR)
    after = away.apply(*found.step.changes)
    assert [one.id for one in review_state.away(after)] == ["s2"]
    assert review_state.sendings(after)[0].back == AT


ROW = (("org.name_lat", "New School"), ("org.city", "Gent"))


def rows_of(draft: Draft, *came: Came, went: tuple[Went, ...] = (), file: str = "a") -> Rows:
    return Rows(file, draft.answers, came, went)


def a_row(draft: Draft, author: str = "Ana", after: str = "") -> Came:
    items = draft.items(ORGS.question)
    return Came(ORGS, items, after or items[-1], ROW, by(author), "New School | Gent")


def test_a_new_row_is_a_new_item_below_the_row_above(draft: Draft) -> None:
    first, *rest = draft.items("organisations")
    (row,) = changes(draft, [rows_of(draft, a_row(draft, after=first))], set())
    assert isinstance(row, RowAdded)
    found = done(draft, coming(draft, [], rows=(row,)), Decisions(rows={row.item: RowPick.TAKE}))
    after = draft.apply(*found.step.changes)
    assert after.items("organisations") == (first, row.item, *rest)
    assert after.text("org.city", row.item) == "Gent"
    again = changes(after, [rows_of(draft, a_row(draft, after=first))], set())
    assert again == ()


def test_the_same_row_from_two_is_one_and_twice_in_one_file_two(draft: Draft) -> None:
    ana, bo = (rows_of(draft, a_row(draft, name), file=name) for name in ("Ana", "Bo"))
    (row,) = changes(draft, [ana, bo], set())
    assert (row.by.author, row.file) == ("Ana, Bo", "Ana, Bo")
    twice = changes(draft, [rows_of(draft, a_row(draft), a_row(draft))], set())
    assert len({one.item for one in twice}) == 2


def test_a_row_that_we_put_in_too_is_not_new(draft: Draft) -> None:
    item = "ours"
    more = with_text(
        with_text(draft, Key("org.name_lat", item), "New School"), Key("org.city", item), "Gent"
    )
    order = (*draft.items("organisations"), item)
    answers = {**more.answers, ORGS: order}
    ours = Draft(draft.id, draft.pack, NOW, NOW, MappingProxyType(answers))
    assert changes(ours, [rows_of(draft, a_row(draft))], set()) == ()


def test_a_row_that_went_takes_its_item_and_a_change_to_it_waits(draft: Draft) -> None:
    item = draft.items("organisations")[-1]
    key = Key("org.city", item)
    old = draft.text("org.city", item)
    went = rows_of(draft, went=(Went(ORGS, item, by("Ana"), "a school"),))
    (row,) = changes(draft, [went], {item})
    bo = Reply(draft.answers, ((key, theirs("Gent", old, "Bo")),))
    what = coming(draft, [bo], rows=(row,))
    chosen = Decisions({key: Decision(Pick.MERGED)}, {item: RowPick.TAKE})
    after = draft.apply(*done(draft, what, chosen).step.changes)
    assert item not in after.items("organisations")
    assert [one.text for one in review_state.tray(after)] == ["Gent"]
    # By itself nobody's row goes that somebody else has changed.
    careful = draft.apply(*done(draft, what, Accept.CLEAR).step.changes)
    assert careful.text("org.city", item) == "Gent"
    assert [one.was for one in review_state.tray(careful)] == ["a school"]


def test_rows_in_another_order_and_a_new_one_come_together(draft: Draft) -> None:
    first, second, *rest = draft.items("organisations")
    order = Theirs((second, first, *rest), by("Ana"), "a")
    (row,) = changes(draft, [rows_of(draft, a_row(draft, after=second))], set())
    what = coming(draft, [Reply(draft.answers, ((ORGS, order),))], rows=(row,))
    after = draft.apply(*done(draft, what, Accept.CLEAR).step.changes)
    assert after.items("organisations") == (second, row.item, first, *rest)
    assert review_state.tray(after) == ()


def test_a_row_that_nobody_decided_on_waits(draft: Draft) -> None:
    rows = changes(draft, [rows_of(draft, a_row(draft))], set())
    after = draft.apply(*done(draft, coming(draft, [], rows=rows), Decisions()).step.changes)
    assert after.items("organisations") == draft.items("organisations")
    assert [one.text for one in review_state.tray(after)] == ["New School | Gent"]


def said(*comments: Comment, file: str = "a.docx") -> Said:
    return Said(file, tuple((one, SUM) for one in comments))


REMARK = Comment("1", "Ana", NOW, "Why four?", quote="four schools")
ANSWER = Comment("2", "Bo", NOW, "There are four.", parent="1")


def heard(draft: Draft, *files: Said) -> Draft:
    threads = tuple(thread for thread, _ in comment_threads.threads(draft, files))
    return draft.apply(*done(draft, coming(draft, [], threads=threads), Accept.CLEAR).step.changes)


def test_comments_and_replies_become_a_thread_once(draft: Draft) -> None:
    after = heard(draft, said(REMARK, ANSWER))
    (thread,) = review_state.threads_at(after, SUM)
    assert [note.text for note in thread.notes] == ["Why four?", "There are four."]
    assert thread.quote == "four schools"
    assert heard(after, said(REMARK, ANSWER)).answers == after.answers


def test_our_own_comments_come_back_to_their_threads_with_what_was_answered(draft: Draft) -> None:
    after = heard(draft, said(REMARK))
    # Written again by another program: other ids, local time instead of UTC.
    later = NOW.replace(hour=11)
    root = Comment("70", "Ana", later, "Why  four?")
    new = Comment("71", "Bo", later, "Five by now.", parent="70")
    (thread,) = review_state.threads_at(heard(after, said(root, new)), SUM)
    assert [note.text for note in thread.notes] == ["Why four?", "Five by now."]


def test_replies_of_two_files_stand_by_their_time_in_one_thread(draft: Draft) -> None:
    first = Comment("2", "Bo", NOW.replace(hour=10), "Early.", parent="1")
    second = Comment("2", "Cleo", NOW.replace(hour=12), "Late.", parent="1")
    files = said(REMARK, second, file="c"), said(REMARK, first, file="b")
    for order in permutations(files):
        (thread,) = review_state.threads_at(heard(draft, *order), SUM)
        assert [note.text for note in thread.notes] == ["Why four?", "Early.", "Late."]


def test_a_thread_is_dealt_with_when_a_file_says_so_and_opens_with_a_new_reply(
    draft: Draft,
) -> None:
    done_with = Comment("1", "Ana", NOW, "Why four?", is_done=True)
    after = heard(heard(draft, said(REMARK)), said(done_with))
    assert review_state.threads(after)[0].is_done
    assert review_state.threads(heard(after, said(REMARK)))[0].is_done
    assert not review_state.threads(heard(after, said(REMARK, ANSWER)))[0].is_done


def test_who_says_the_same_twice_is_heard_twice(draft: Draft) -> None:
    twice = Comment("9", "Ana", NOW, "Why four?")
    after = heard(draft, said(REMARK, twice))
    assert len(review_state.threads(after)) == 2
    assert heard(after, said(REMARK, twice)).answers == after.answers


def test_threads_come_back_whole_from_programs_that_know_no_replies(draft: Draft) -> None:
    other = Comment("5", "Cleo", NOW.replace(hour=15), "And how many boards?")
    after = heard(draft, said(REMARK, ANSWER, other))
    # All on the same words made one thread, and all replies made comments.
    chained = said(REMARK, ANSWER, replace(other, parent="1"))
    apart = said(REMARK, replace(ANSWER, parent=""), other)
    for file in (chained, apart):
        assert heard(after, file).answers == after.answers


def test_of_two_alike_the_one_that_is_known_is_known_by_its_time(draft: Draft) -> None:
    late = Comment("1", "Ana", NOW.replace(hour=12), "Why four?")
    after = heard(heard(draft, said(late)), said(REMARK, replace(late, id="2")))
    assert {one.notes[0].at for one in review_state.threads(after)} == {
        NOW.isoformat(),
        NOW.replace(hour=12).isoformat(),
    }


def test_replies_in_a_circle_are_heard(draft: Draft) -> None:
    one = Comment("1", "Ana", None, "One", parent="2")
    two = Comment("2", "Bo", None, "Two", parent="1")
    after = heard(draft, said(one, two))
    assert {note.text for one in review_state.threads(after) for note in one.notes} == {
        "One",
        "Two",
    }


WORDS = st.lists(st.sampled_from(["a", "b", "c", "\n"]), max_size=5).map(" ".join)


@st.composite
def home_comings(draw: st.DrawFn) -> tuple[Draft, HomeComing, Decisions]:
    """A draft, what went out of it, what was written here since, and what came back."""
    sent = made()
    for key in KEYS:
        sent = with_text(sent, key, draw(WORDS) or None)
    mine = sent
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=3)):
        mine = with_text(mine, key, f"{draw(WORDS)} mine")
    replies: list[Reply] = []
    for name in ("x", "y", "z")[: draw(st.integers(1, 3))]:
        answers: list[tuple[Key, Theirs]] = []
        for key in KEYS:
            old = sent.text(key.question)
            text = draw(st.sampled_from([old, f"{old} {name}1", f"{name}2 {old}", f"{name}3", ""]))
            answers.append((key, theirs(text or None, old, name)))
        replies.append(Reply(sent.answers, tuple(answers)))
    what = coming(mine, replies)
    picks = st.sampled_from([Pick.THEIRS, Pick.MERGED, Pick.UNDECIDED])
    chosen = Decisions({one.key: Decision(draw(picks)) for one in what.answers})
    automatic = [decided(what, accept) for accept in Accept]
    return mine, what, draw(st.sampled_from([chosen, *automatic]))


@given(home_comings())
def test_no_word_that_came_is_lost_unless_it_was_declined(
    found: tuple[Draft, HomeComing, Decisions],
) -> None:
    mine, what, decisions = found
    after = mine.apply(*done(mine, what, decisions).step.changes)
    tray = " ".join(one.text for one in review_state.tray(after))
    for one in what.answers:
        decision = decisions.answers.get(one.key, Decision(Pick.UNDECIDED))
        if decision.pick is Pick.THEIRS:
            continue  # the others were seen and declined
        for its in one.theirs:
            new = set(str(its.value or "").split()) - set(str(one.sent or "").split())
            there = f"{after.get(one.key)} {tray}"
            assert all(word in there.split() for word in new)
        if "mine" in str(one.mine):
            assert "mine" in str(after.get(one.key)).split()


@given(home_comings())
def test_the_same_home_coming_once_more_changes_nothing(
    found: tuple[Draft, HomeComing, Decisions],
) -> None:
    mine, what, decisions = found
    after = mine.apply(*done(mine, what, decisions).step.changes)
    assert done(after, what, decisions).step == Step((), "merge")
