"""Answers to questions that a call no longer asks: kept, worded, and back when it asks again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from erasmus_desk import paths
from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.form import Form, ListSpec, Question, QuestionType
from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import file_format
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Change, Draft, Key, Orphan
from erasmus_desk.draft.reconcile import reconcile_draft
from erasmus_desk.draft.visibility import hidden_answers
from tests.core.draft.drafts import drafts

CALLS = paths.find_paths().resources / "calls"
EXAMPLE = paths.find_paths().resources / "examples" / "innovation-vet.erasmus"
OLD = Path(__file__).parents[2] / "drafts" / "v1" / "plan-as-text.erasmus"
GONE = ("bud.pmi", "bud.special", "io.text", "ltt.text", "me.text")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((CALLS,))


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


@pytest.fixture
def old() -> Draft:
    return file_format.decode(OLD.read_bytes()).draft


def with_text_question(pack: Pack, name: str) -> Pack:
    """Return the pack as it was while it asked a question as a text."""
    asked = Question(name, QuestionType.TEXT, Evidence(Confidence.C, ("own",)))
    form = pack.form
    return replace(
        pack,
        form=Form(form.sections, {**form.questions, name: asked}, form.lists, form.option_sets),
    )


def test_the_plan_of_an_old_draft_is_kept_with_its_old_wording(
    old: Draft, pack: Pack, library: Library
) -> None:
    settled = reconcile_draft(old, pack, library.load_texts("ka2-2017", "nl"))
    assert tuple(one.key.question for one in settled.orphans) == GONE
    kept = {one.key.question: one for one in settled.orphans}
    assert kept["io.text"] == Orphan(
        Key("io.text"),
        "O1, a sensor kit.\nO2, a guide — “open” to all.",
        "Beschrijving van de prestaties",
    )
    assert all(one.wording for one in settled.orphans)
    assert not {key.question for key in settled.answers} & set(GONE)
    assert settled.text("bud.comment") == "None."
    assert settled.pack.revision == pack.revision
    assert hidden_answers(settled, pack) == ()


def test_nothing_is_lost_by_writing_and_reading_again(old: Draft, pack: Pack) -> None:
    settled = reconcile_draft(old, pack)
    again = file_format.decode(file_format.encode(settled, pack.form.order)).draft
    assert again == settled
    assert reconcile_draft(again, pack) == again


def test_without_texts_an_orphan_is_labelled_by_the_id_of_its_question(
    old: Draft, pack: Pack
) -> None:
    assert {one.wording for one in reconcile_draft(old, pack).orphans} == set(GONE)


def test_an_orphan_is_restored_with_its_question(old: Draft, pack: Pack) -> None:
    settled = reconcile_draft(old, pack)
    back = reconcile_draft(settled, with_text_question(pack, "io.text"))
    assert back.text("io.text") == old.text("io.text")
    assert "io.text" not in {one.key.question for one in back.orphans}
    assert len(back.orphans) == len(GONE) - 1


def test_an_orphan_does_not_replace_an_answer(old: Draft, pack: Pack) -> None:
    asking = with_text_question(pack, "io.text")
    settled = reconcile_draft(old, pack).apply(Change(Key("io.text"), None, "Written anew"))
    back = reconcile_draft(settled, asking)
    assert back.text("io.text") == "Written anew"
    assert Orphan(Key("io.text"), old.text("io.text"), "io.text") in back.orphans


def test_the_second_of_two_answers_in_a_file_never_becomes_the_answer(pack: Pack) -> None:
    draft = create_draft(pack, {"kind": "innovation"}, datetime(2017, 1, 9, tzinfo=UTC))
    draft = replace(draft, orphans=(Orphan(Key("prj.title"), "From a merge"),))
    assert reconcile_draft(draft, pack) is draft


def test_the_order_of_a_removed_list_is_kept_too(pack: Pack) -> None:
    draft = create_draft(pack, {"kind": "innovation"}, datetime(2017, 1, 9, tzinfo=UTC))
    draft = draft.apply(
        Change(Key("tasks"), None, ("t1", "t2")), Change(Key("task.name", "t1"), None, "Draw")
    )
    settled = reconcile_draft(draft, pack)
    assert {str(one.key) for one in settled.orphans} == {"tasks", "task.name@t1"}
    form = pack.form
    name = Question("task.name", QuestionType.LINE, Evidence(Confidence.C, ("own",)))
    tasks = ListSpec("tasks", "task.name", ("task.name",))
    asking = Form(
        form.sections,
        {**form.questions, "task.name": name},
        {**form.lists, "tasks": tasks},
        form.option_sets,
    )
    assert reconcile_draft(settled, replace(pack, form=asking)).answers == draft.answers


def test_an_item_that_a_file_lists_twice_is_listed_and_paid_once(pack: Pack) -> None:
    """A tool that merges lines leaves such a file when two people added or moved a row."""
    whole = file_format.decode(EXAMPLE.read_bytes()).draft
    first, second, *_ = whole.items("meetings")
    row, travel = whole.items("meeting_travel", first)[0], whole.items("meeting_travel", second)
    repeated: dict[Key, tuple[str, ...]] = {
        Key("meetings"): (*whole.items("meetings"), first, ""),
        Key("meeting_travel", second): (row, *travel),
        Key("meeting_travel", "removed"): (row,),
    }
    draft = whole.apply(*(whole.change(key, items) for key, items in repeated.items()))
    settled = reconcile_draft(draft, pack)
    assert settled.answers == {
        **whole.answers,
        Key("meeting_travel", "removed"): (row,),
    }
    assert compute_grant(settled, pack).total == compute_grant(whole, pack).total


@given(drafts)
def test_no_answer_is_lost_and_reconciling_again_changes_nothing(
    draft: Draft,
) -> None:
    pack = Library((CALLS,)).load_pack("ka2-2017")
    settled = reconcile_draft(draft, pack)
    before = [*draft.answers.items(), *((one.key, one.value) for one in draft.orphans)]
    after = [*settled.answers.items(), *((one.key, one.value) for one in settled.orphans)]
    assert all(one in after for one in before)
    assert all(one in before for one in after)
    assert reconcile_draft(settled, pack) is settled
