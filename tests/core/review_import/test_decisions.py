"""Decisions become one change set; every difference is applied, rejected or unresolved."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import permutations
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import ChangeSet, Draft, Key, Value
from erasmus_desk.draft.review_state import SharedCopy, UnresolvedReason
from erasmus_desk.review_import import comment_threads
from erasmus_desk.review_import.comment_threads import FileComments
from erasmus_desk.review_import.decisions import (
    AcceptMode,
    AppliedImport,
    Decision,
    ImportDecisions,
    Resolution,
    RowResolution,
    apply_decisions,
    auto_decisions,
)
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor, WordComment
from erasmus_desk.review_import.merge import FileAnswers, merge_answers
from erasmus_desk.review_import.result import ImportResult, MergeStatus, ProposedAnswer, RowAdded
from erasmus_desk.review_import.row_changes import FileRows, MissingRow, NewRow, merge_rows
from tests.core.desk_process import ROOT, make_draft

PACK = Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017")
NOW = datetime(2017, 3, 1, 9, 30, tzinfo=UTC)
AT = NOW.isoformat()
SUM, TITLE = Key("sum.text"), Key("prj.title")
KEYS = (SUM, TITLE, Key("impact.text"))
ORGS = Key("organisations")


def by(name: str) -> RevisionAuthor:
    return RevisionAuthor(name, NOW)


def make_proposal(value: Value | None, was: Value | None, author: str) -> ProposedAnswer:
    text, sent_text = (one if isinstance(one, str) else "" for one in (value, was))
    return ProposedAnswer(value, by(author), f"{author}.docx", (), text, sent_text)


def make_answers(draft: Draft, author: str, **texts: str | None) -> FileAnswers:
    """The answers of a reviewer who was sent this draft and changed some of them."""
    new = {Key(name.replace("_", ".")): text for name, text in texts.items()}
    answers = [(key, make_proposal(text, draft.get(key), author)) for key, text in new.items()]
    return FileAnswers(draft.answers, tuple(answers))


def make_result(draft: Draft, replies: Sequence[FileAnswers], **more: object) -> ImportResult:
    answers = merge_answers(draft, replies).values()
    changed = tuple(one for one in answers if one.status is not MergeStatus.UNCHANGED)
    defaults: dict[str, object] = {
        "rows": (),
        "threads": (),
        "unresolved": (),
        "unchanged_count": 0,
        "returned_states": (),
        "files": (),
    }
    return ImportResult(answers=changed, **{**defaults, **more})  # type: ignore[arg-type]


def decide(
    draft: Draft, result: ImportResult, decisions: ImportDecisions | AcceptMode
) -> AppliedImport:
    chosen = auto_decisions(result, decisions) if isinstance(decisions, AcceptMode) else decisions
    return apply_decisions(draft, PACK.form, result, chosen, AT)


def with_text(draft: Draft, key: Key, text: str | None) -> Draft:
    answers = {name: value for name, value in draft.answers.items() if name != key}
    if text is not None:
        answers[key] = text
    return Draft(draft.id, draft.pack, draft.created, draft.modified, MappingProxyType(answers))


@pytest.fixture
def draft() -> Draft:
    return with_text(make_draft(), SUM, "We teach small boards in four schools.")


def test_a_proposal_is_applied_and_leaves_nothing_to_decide(draft: Draft) -> None:
    result = make_result(draft, [make_answers(draft, "Ana", sum_text="We teach boards.")])
    found = decide(draft, result, AcceptMode.CLEAR)
    assert found.change_set.label == "merge"
    assert draft.apply(*found.change_set.changes).get(SUM) == "We teach boards."
    assert found.unresolved == ()


def test_an_import_is_undone_by_one_change_set(draft: Draft) -> None:
    result = make_result(draft, [make_answers(draft, "Ana", sum_text="New.", prj_title=None)])
    found = decide(draft, result, AcceptMode.CLEAR).change_set
    after = draft.apply(*found.changes)
    assert after.apply(*found.invert().changes).answers == draft.answers


def test_in_a_conflict_mine_stays_and_theirs_is_unresolved(draft: Draft) -> None:
    mine = with_text(draft, SUM, "Mine.")
    result = make_result(mine, [make_answers(draft, "Ana", sum_text="Theirs.")])
    after = mine.apply(*decide(mine, result, AcceptMode.CLEAR).change_set.changes)
    assert after.get(SUM) == "Mine."
    (item,) = review_state.list_unresolved(after)
    assert (item.reason, item.text, item.near) == (
        UnresolvedReason.UNDECIDED,
        "Theirs.",
        SUM,
    )
    assert (item.original, item.author) == (draft.get(SUM), "Ana")


def test_accepting_all_takes_theirs_where_there_is_one(draft: Draft) -> None:
    mine = with_text(draft, SUM, "Mine.")
    one = make_result(mine, [make_answers(draft, "Ana", sum_text="Theirs.")])
    assert mine.apply(*decide(mine, one, AcceptMode.ALL).change_set.changes).get(SUM) == "Theirs."
    two = make_result(
        mine,
        [
            make_answers(draft, "Ana", sum_text="Theirs."),
            make_answers(draft, "Bo", sum_text="Other."),
        ],
    )
    after = mine.apply(*decide(mine, two, AcceptMode.ALL).change_set.changes)
    assert after.get(SUM) == "Mine."
    assert {one.text for one in review_state.list_unresolved(after)} == {"Theirs.", "Other."}


def test_accepting_nothing_leaves_everything_unresolved(draft: Draft) -> None:
    result = make_result(draft, [make_answers(draft, "Ana", sum_text="New.", prj_title="Other")])
    after = draft.apply(*decide(draft, result, AcceptMode.NONE).change_set.changes)
    assert (after.get(SUM), after.get(TITLE)) == (draft.get(SUM), draft.get(TITLE))
    assert {one.text for one in review_state.list_unresolved(after)} == {"New.", "Other"}


@pytest.mark.parametrize(
    ("decision", "stands", "waits"),
    [
        (Decision(Resolution.MINE), "Mine tiny boards in four schools.", set[str]()),
        (Decision(Resolution.THEIRS, 0), "A", set[str]()),
        (Decision(Resolution.EDITED, value="Both."), "Both.", set[str]()),
        (Decision(Resolution.UNDECIDED), "Mine tiny boards in four schools.", {"A", "B"}),
        (Decision(Resolution.MERGED), "Mine tiny boards in four schools.", {"A", "B"}),
        (Decision(Resolution.THEIRS, 7), "Mine tiny boards in four schools.", {"A", "B"}),
    ],
)
def test_each_decision_stands(
    draft: Draft, decision: Decision, stands: str, waits: set[str]
) -> None:
    mine = with_text(draft, SUM, "Mine tiny boards in four schools.")
    replies = [make_answers(draft, "Ana", sum_text="A"), make_answers(draft, "Bo", sum_text="B")]
    found = decide(mine, make_result(mine, replies), ImportDecisions({SUM: decision}))
    after = mine.apply(*found.change_set.changes)
    assert after.get(SUM) == stands
    assert {one.text for one in review_state.list_unresolved(after)} == waits


def test_an_answer_changed_since_is_left_alone(draft: Draft) -> None:
    result = make_result(draft, [make_answers(draft, "Ana", sum_text="Theirs.")])
    later = with_text(draft, SUM, "Typed meanwhile.")
    after = later.apply(*decide(later, result, AcceptMode.CLEAR).change_set.changes)
    assert after.get(SUM) == "Typed meanwhile."
    assert [one.text for one in review_state.list_unresolved(after)] == ["Theirs."]


def test_imported_files_count_as_returned(draft: Draft) -> None:
    sent = SharedCopy("s1", "state-1", "clean", "Ana", AT)
    away = draft.apply(*review_state.add_shared_copy(draft, sent).changes)
    other = SharedCopy("s2", "state-2", "clean", "Bo", AT)
    away = away.apply(*review_state.add_shared_copy(away, other).changes)
    found = decide(away, make_result(away, [], returned_states=("state-1",)), AcceptMode.CLEAR)
    after = away.apply(*found.change_set.changes)
    assert [one.id for one in review_state.list_outstanding_copies(after)] == ["s2"]
    assert review_state.list_shared_copies(after)[0].returned_at == AT


ROW = (("org.name_lat", "New School"), ("org.city", "Gent"))


def make_file_rows(
    draft: Draft, *added: NewRow, removed: tuple[MissingRow, ...] = (), file: str = "a"
) -> FileRows:
    return FileRows(file, draft.answers, added, removed)


def make_row(draft: Draft, author: str = "Ana", after: str = "") -> NewRow:
    items = draft.items(ORGS.question)
    return NewRow(ORGS, items, after or items[-1], ROW, by(author), "New School | Gent")


def test_a_new_row_is_a_new_item_below_the_row_above(draft: Draft) -> None:
    first, *rest = draft.items("organisations")
    (row,) = merge_rows(draft, [make_file_rows(draft, make_row(draft, after=first))], set())
    assert isinstance(row, RowAdded)
    found = decide(
        draft,
        make_result(draft, [], rows=(row,)),
        ImportDecisions(rows={row.item: RowResolution.ACCEPT}),
    )
    after = draft.apply(*found.change_set.changes)
    assert after.items("organisations") == (first, row.item, *rest)
    assert after.text("org.city", row.item) == "Gent"
    again = merge_rows(after, [make_file_rows(draft, make_row(draft, after=first))], set())
    assert again == ()


def test_the_same_row_from_two_is_one_and_twice_in_one_file_two(draft: Draft) -> None:
    ana, bo = (make_file_rows(draft, make_row(draft, name), file=name) for name in ("Ana", "Bo"))
    (row,) = merge_rows(draft, [ana, bo], set())
    assert (row.by.name, row.file) == ("Ana, Bo", "Ana, Bo")
    twice = merge_rows(draft, [make_file_rows(draft, make_row(draft), make_row(draft))], set())
    assert len({one.item for one in twice}) == 2


def test_a_row_that_was_added_here_too_is_not_new(draft: Draft) -> None:
    item = "ours"
    more = with_text(
        with_text(draft, Key("org.name_lat", item), "New School"), Key("org.city", item), "Gent"
    )
    order = (*draft.items("organisations"), item)
    answers = {**more.answers, ORGS: order}
    ours = Draft(draft.id, draft.pack, NOW, NOW, MappingProxyType(answers))
    assert merge_rows(ours, [make_file_rows(draft, make_row(draft))], set()) == ()


def test_a_removed_row_removes_its_item_and_a_change_to_it_is_unresolved(draft: Draft) -> None:
    item = draft.items("organisations")[-1]
    key = Key("org.city", item)
    old = draft.text("org.city", item)
    removed = make_file_rows(draft, removed=(MissingRow(ORGS, item, by("Ana"), "a school"),))
    (row,) = merge_rows(draft, [removed], {item})
    bo = FileAnswers(draft.answers, ((key, make_proposal("Gent", old, "Bo")),))
    result = make_result(draft, [bo], rows=(row,))
    chosen = ImportDecisions({key: Decision(Resolution.MERGED)}, {item: RowResolution.ACCEPT})
    after = draft.apply(*decide(draft, result, chosen).change_set.changes)
    assert item not in after.items("organisations")
    assert [one.text for one in review_state.list_unresolved(after)] == ["Gent"]
    # A row that somebody has changed is not removed without a decision.
    careful = draft.apply(*decide(draft, result, AcceptMode.CLEAR).change_set.changes)
    assert careful.text("org.city", item) == "Gent"
    assert [one.original for one in review_state.list_unresolved(careful)] == ["a school"]


def test_rows_in_another_order_and_a_new_one_come_together(draft: Draft) -> None:
    first, second, *rest = draft.items("organisations")
    order = ProposedAnswer((second, first, *rest), by("Ana"), "a")
    (row,) = merge_rows(draft, [make_file_rows(draft, make_row(draft, after=second))], set())
    result = make_result(draft, [FileAnswers(draft.answers, ((ORGS, order),))], rows=(row,))
    after = draft.apply(*decide(draft, result, AcceptMode.CLEAR).change_set.changes)
    assert after.items("organisations") == (second, row.item, first, *rest)
    assert review_state.list_unresolved(after) == ()


def test_an_undecided_row_is_unresolved(draft: Draft) -> None:
    rows = merge_rows(draft, [make_file_rows(draft, make_row(draft))], set())
    after = draft.apply(
        *decide(draft, make_result(draft, [], rows=rows), ImportDecisions()).change_set.changes
    )
    assert after.items("organisations") == draft.items("organisations")
    assert [one.text for one in review_state.list_unresolved(after)] == ["New School | Gent"]


def make_comments(*comments: WordComment, file: str = "a.docx") -> FileComments:
    return FileComments(file, tuple((one, SUM) for one in comments))


FIRST = WordComment("1", "Ana", NOW, "Why four?", quote="four schools")
REPLY = WordComment("2", "Bo", NOW, "There are four.", parent="1")


def import_comments(draft: Draft, *files: FileComments) -> Draft:
    threads = tuple(thread for thread, _ in comment_threads.merge_threads(draft, files))
    return draft.apply(
        *decide(draft, make_result(draft, [], threads=threads), AcceptMode.CLEAR).change_set.changes
    )


def test_comments_and_replies_become_a_thread_once(draft: Draft) -> None:
    after = import_comments(draft, make_comments(FIRST, REPLY))
    (thread,) = review_state.list_threads_at(after, SUM)
    assert [note.text for note in thread.comments] == ["Why four?", "There are four."]
    assert thread.quote == "four schools"
    assert import_comments(after, make_comments(FIRST, REPLY)).answers == after.answers


def test_our_own_comments_come_back_to_their_threads_with_what_was_answered(draft: Draft) -> None:
    after = import_comments(draft, make_comments(FIRST))
    # Written again by another program: other ids, local time instead of UTC.
    later = NOW.replace(hour=11)
    root = WordComment("70", "Ana", later, "Why  four?")
    new = WordComment("71", "Bo", later, "Five by now.", parent="70")
    (thread,) = review_state.list_threads_at(import_comments(after, make_comments(root, new)), SUM)
    assert [note.text for note in thread.comments] == ["Why four?", "Five by now."]


def test_replies_of_two_files_stand_by_their_time_in_one_thread(draft: Draft) -> None:
    first = WordComment("2", "Bo", NOW.replace(hour=10), "Early.", parent="1")
    second = WordComment("2", "Cleo", NOW.replace(hour=12), "Late.", parent="1")
    files = make_comments(FIRST, second, file="c"), make_comments(FIRST, first, file="b")
    for order in permutations(files):
        (thread,) = review_state.list_threads_at(import_comments(draft, *order), SUM)
        assert [note.text for note in thread.comments] == ["Why four?", "Early.", "Late."]


def test_a_thread_is_resolved_by_a_file_and_opened_by_a_new_reply(
    draft: Draft,
) -> None:
    done_with = WordComment("1", "Ana", NOW, "Why four?", is_resolved=True)
    after = import_comments(import_comments(draft, make_comments(FIRST)), make_comments(done_with))
    assert review_state.list_threads(after)[0].is_done
    assert review_state.list_threads(import_comments(after, make_comments(FIRST)))[0].is_done
    assert not review_state.list_threads(import_comments(after, make_comments(FIRST, REPLY)))[
        0
    ].is_done


def test_the_same_comment_twice_is_kept_twice(draft: Draft) -> None:
    twice = WordComment("9", "Ana", NOW, "Why four?")
    after = import_comments(draft, make_comments(FIRST, twice))
    assert len(review_state.list_threads(after)) == 2
    assert import_comments(after, make_comments(FIRST, twice)).answers == after.answers


def test_threads_come_back_whole_from_programs_that_know_no_replies(draft: Draft) -> None:
    other = WordComment("5", "Cleo", NOW.replace(hour=15), "And how many boards?")
    after = import_comments(draft, make_comments(FIRST, REPLY, other))
    # Comments on the same text as one thread, and replies as comments of their own.
    chained = make_comments(FIRST, REPLY, replace(other, parent="1"))
    apart = make_comments(FIRST, replace(REPLY, parent=""), other)
    for file in (chained, apart):
        assert import_comments(after, file).answers == after.answers


def test_of_two_alike_the_one_that_is_known_is_known_by_its_time(draft: Draft) -> None:
    late = WordComment("1", "Ana", NOW.replace(hour=12), "Why four?")
    after = import_comments(
        import_comments(draft, make_comments(late)), make_comments(FIRST, replace(late, id="2"))
    )
    assert {one.comments[0].at for one in review_state.list_threads(after)} == {
        NOW.isoformat(),
        NOW.replace(hour=12).isoformat(),
    }


def test_replies_in_a_circle_are_kept(draft: Draft) -> None:
    one = WordComment("1", "Ana", None, "One", parent="2")
    two = WordComment("2", "Bo", None, "Two", parent="1")
    after = import_comments(draft, make_comments(one, two))
    assert {note.text for one in review_state.list_threads(after) for note in one.comments} == {
        "One",
        "Two",
    }


WORDS = st.lists(st.sampled_from(["a", "b", "c", "\n"]), max_size=5).map(" ".join)


@st.composite
def make_imports(draw: st.DrawFn) -> tuple[Draft, ImportResult, ImportDecisions]:
    """A draft that was changed since it was sent, and an import into it."""
    sent = make_draft()
    for key in KEYS:
        sent = with_text(sent, key, draw(WORDS) or None)
    mine = sent
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=3)):
        mine = with_text(mine, key, f"{draw(WORDS)} mine")
    replies: list[FileAnswers] = []
    for name in ("x", "y", "z")[: draw(st.integers(1, 3))]:
        answers: list[tuple[Key, ProposedAnswer]] = []
        for key in KEYS:
            old = sent.text(key.question)
            text = draw(st.sampled_from([old, f"{old} {name}1", f"{name}2 {old}", f"{name}3", ""]))
            answers.append((key, make_proposal(text or None, old, name)))
        replies.append(FileAnswers(sent.answers, tuple(answers)))
    result = make_result(mine, replies)
    picks = st.sampled_from([Resolution.THEIRS, Resolution.MERGED, Resolution.UNDECIDED])
    chosen = ImportDecisions({one.key: Decision(draw(picks)) for one in result.answers})
    automatic = [auto_decisions(result, accept) for accept in AcceptMode]
    return mine, result, draw(st.sampled_from([chosen, *automatic]))


@given(make_imports())
def test_no_returned_word_is_lost_unless_it_was_rejected(
    found: tuple[Draft, ImportResult, ImportDecisions],
) -> None:
    mine, result, decisions = found
    after = mine.apply(*decide(mine, result, decisions).change_set.changes)
    unresolved = " ".join(one.text for one in review_state.list_unresolved(after))
    for one in result.answers:
        decision = decisions.answers.get(one.key, Decision(Resolution.UNDECIDED))
        if decision.resolution is Resolution.THEIRS:
            continue  # the others were rejected
        for proposal in one.theirs:
            new = set(str(proposal.value or "").split()) - set(str(one.sent or "").split())
            there = f"{after.get(one.key)} {unresolved}"
            assert all(word in there.split() for word in new)
        if "mine" in str(one.mine):
            assert "mine" in str(after.get(one.key)).split()


@given(make_imports())
def test_the_same_import_again_changes_nothing(
    found: tuple[Draft, ImportResult, ImportDecisions],
) -> None:
    mine, result, decisions = found
    after = mine.apply(*decide(mine, result, decisions).change_set.changes)
    assert decide(after, result, decisions).change_set == ChangeSet((), "merge")
