"""The steps of a proposal: order, state in counts, and what feeds which criterion."""

from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.progress import Flow, State, flow
from tests.core.complete import complete, play, put, start

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid"))


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    return library.pack("ka2-2017")


@pytest.fixture(scope="module")
def new(pack: Pack) -> Draft:
    return start(pack, kind="innovation", field="vet", language="en", title="Small boards")


@pytest.fixture(scope="module")
def whole(new: Draft, pack: Pack) -> Draft:
    return complete(new, pack)


def checked(draft: Draft, pack: Pack) -> Flow:
    return flow(draft, pack, run(draft, pack))


def state(found: Flow, section: str) -> State | None:
    step = found.step(section)
    return step.state if step else None


def test_the_steps_stand_in_the_order_of_the_form(new: Draft, pack: Pack) -> None:
    found = flow(new, pack)
    assert [step.section.id for step in found.steps] == [one.id for one in pack.form.sections]


def test_next_and_previous_end_where_the_form_ends(new: Draft, pack: Pack) -> None:
    found = flow(new, pack)
    order = [step.section.id for step in found.steps]
    assert [found.next(section) for section in order] == [*order[1:], ""]
    assert [found.previous(section) for section in order] == ["", *order[:-1]]


def test_from_a_section_that_is_gone_one_begins_anew(new: Draft, pack: Pack) -> None:
    found = flow(new, pack)
    assert found.next("gone") == found.steps[0].section.id


def test_a_new_draft_is_begun_in_one_section_and_has_no_problem(new: Draft, pack: Pack) -> None:
    found = checked(new, pack)
    assert state(found, "context") is State.GOING
    assert state(found, "description") is State.EMPTY
    assert state(found, "general") is State.DONE  # a page to read
    assert State.PROBLEMS not in {step.state for step in found.steps}
    step = found.step("organisations")
    assert step
    assert step.gaps == step.tally.required + 2  # too few organisations, too few countries


def test_in_a_complete_draft_every_asked_section_is_done(whole: Draft, pack: Pack) -> None:
    found = checked(whole, pack)
    required = [step for step in found.steps if step.tally.required]
    assert {step.state for step in required} == {State.DONE}
    assert found.tally.share == 1.0
    assert found.tally.required_answered == found.tally.required
    assert found.tally.answered < found.tally.asked


def test_one_missing_answer_sends_a_section_back(whole: Draft, pack: Pack) -> None:
    draft = put(whole, "des.rationale", " ")
    found = checked(draft, pack)
    step = found.step("description")
    assert step
    assert (step.state, step.gaps, step.problems) == (State.GOING, 1, 0)
    assert found.tally.share < 1.0
    assert state(flow(draft, pack), "description") is State.GOING  # without findings too


def test_what_is_there_and_wrong_is_a_problem(whole: Draft, pack: Pack) -> None:
    found = checked(put(whole, "des.rationale", "x" * 5001), pack)
    step = found.step("description")
    assert step
    assert (step.state, step.problems) == (State.PROBLEMS, 1)


def test_lesser_findings_are_counted_and_change_no_state(whole: Draft, pack: Pack) -> None:
    draft = put(whole, "des.rationale", "TODO")
    step = checked(draft, pack).step("description")
    assert step
    assert (step.state, step.weakening, step.style) == (State.DONE, 1, 1)


def test_partners_missing_are_a_gap_even_with_every_question_answered(
    whole: Draft, pack: Pack
) -> None:
    draft = put(whole, "organisations", whole.items("organisations")[:1])
    assert state(checked(draft, pack), "organisations") is State.GOING


def test_each_criterion_names_its_questions_and_which_are_answered(
    new: Draft, whole: Draft, pack: Pack
) -> None:
    found = flow(whole, pack)
    assert [fed.criterion for fed in found.criteria] == list(pack.criteria)
    assert all(fed.feeds for fed in found.criteria)
    relevance = found.criteria[0]
    keys = [feed.asked.key for feed in relevance.feeds]
    assert Key("des.rationale") in keys
    assert flow(new, pack).criteria[0].answered < relevance.answered <= len(relevance.feeds)


def test_a_section_that_a_choice_closes_is_no_step(library: Library) -> None:
    tiny = library.pack("lump-sums")
    draft = start(tiny, kind="small", field="gardening", language="en", title="A garden")
    found = flow(draft, tiny)
    assert [step.section.id for step in found.steps] == ["idea", "people", "story"]
    larger = flow(play(draft, tiny, "kind", "large"), tiny)
    assert found.tally.asked < larger.tally.asked


def test_a_call_with_nothing_but_a_wish_has_one_step(library: Library) -> None:
    tiny = library.pack("no-kinds")
    found = checked(start(tiny, title="A wish"), tiny)
    assert [step.state for step in found.steps] == [State.DONE]
    assert found.criteria == ()
