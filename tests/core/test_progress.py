"""The progress of a proposal: order and state of sections, and the questions of criteria."""

from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.list_changes import add_item
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.progress import FinishLine, LineProgress, Progress, StepState, compute_progress
from tests.core.complete import complete_draft, put_answer, put_role, start_draft

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid"))


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


@pytest.fixture(scope="module")
def new(pack: Pack) -> Draft:
    return start_draft(pack, kind="innovation", field="vet", language="en", title="Small boards")


@pytest.fixture(scope="module")
def answered(new: Draft, pack: Pack) -> Draft:
    return complete_draft(new, pack)


def checked_progress(draft: Draft, pack: Pack) -> Progress:
    return compute_progress(draft, pack, run_checks(draft, pack))


def state(found: Progress, section: str) -> StepState | None:
    step = found.find_step(section)
    return step.state if step else None


def test_the_steps_are_in_the_order_of_the_form(new: Draft, pack: Pack) -> None:
    found = compute_progress(new, pack)
    assert [step.section.id for step in found.steps] == [one.id for one in pack.form.sections]


def test_a_new_draft_is_started_in_one_section_and_has_no_problem(new: Draft, pack: Pack) -> None:
    found = checked_progress(new, pack)
    assert state(found, "context") is StepState.GOING
    assert state(found, "description") is StepState.EMPTY
    assert state(found, "general") is StepState.DONE  # a page to read
    assert StepState.PROBLEMS not in {step.state for step in found.steps}
    step = found.find_step("organisations")
    assert step
    gaps = [one.code for one in run_checks(new, pack) if one.section == "organisations"]
    assert {"too-few-organisations", "too-few-countries", "required"} == set(gaps)
    assert step.gaps == step.completion.required == len(gaps)
    assert compute_progress(new, pack).completion.required_answered == (
        found.completion.required_answered
    )


def test_in_a_complete_draft_every_asked_section_is_done(answered: Draft, pack: Pack) -> None:
    found = checked_progress(answered, pack)
    required = [step for step in found.steps if step.completion.required]
    assert {step.state for step in required} == {StepState.DONE}
    assert found.completion.share == 1.0
    assert found.completion.required_answered == found.completion.required
    assert found.completion.answered < found.completion.total


def test_one_missing_answer_makes_a_section_incomplete(answered: Draft, pack: Pack) -> None:
    draft = put_answer(answered, "des.rationale", " ")
    found = checked_progress(draft, pack)
    step = found.find_step("description")
    assert step
    assert (step.state, step.gaps, step.problems) == (StepState.GOING, 1, 0)
    assert found.completion.share < 1.0
    assert (
        state(compute_progress(draft, pack), "description") is StepState.GOING
    )  # without findings too


def test_a_wrong_answer_is_a_problem(answered: Draft, pack: Pack) -> None:
    found = checked_progress(put_answer(answered, "des.rationale", "x" * 5001), pack)
    step = found.find_step("description")
    assert step
    assert (step.state, step.problems) == (StepState.PROBLEMS, 1)


def test_lesser_findings_are_counted_and_change_no_state(answered: Draft, pack: Pack) -> None:
    draft = put_answer(answered, "des.rationale", "TODO")
    step = checked_progress(draft, pack).find_step("description")
    assert step
    assert (step.state, step.weakening, step.style) == (StepState.DONE, 1, 1)


def test_partners_missing_are_a_gap_even_with_every_question_answered(
    answered: Draft, pack: Pack
) -> None:
    draft = put_answer(answered, "organisations", answered.items("organisations")[:1])
    assert state(checked_progress(draft, pack), "organisations") is StepState.GOING


def test_each_criterion_names_its_questions_and_which_are_answered(
    new: Draft, answered: Draft, pack: Pack
) -> None:
    found = compute_progress(answered, pack)
    assert [fed.criterion for fed in found.criteria] == list(pack.criteria)
    assert all(fed.questions for fed in found.criteria)
    relevance = found.criteria[0]
    keys = [feed.visible.key for feed in relevance.questions]
    assert Key("des.rationale") in keys
    assert (
        compute_progress(new, pack).criteria[0].answered
        < relevance.answered
        <= len(relevance.questions)
    )


def test_an_invisible_section_is_no_step(library: Library) -> None:
    tiny = library.load_pack("lump-sums")
    draft = start_draft(tiny, kind="small", field="gardening", language="en", title="A garden")
    found = compute_progress(draft, tiny)
    assert [step.section.id for step in found.steps] == ["idea", "people", "story"]
    larger = compute_progress(put_role(draft, tiny, "kind", "large"), tiny)
    assert found.completion.total < larger.completion.total


def test_a_call_with_nothing_but_a_wish_has_one_step(library: Library) -> None:
    tiny = library.load_pack("no-kinds")
    found = checked_progress(start_draft(tiny, title="A wish"), tiny)
    assert [step.state for step in found.steps] == [StepState.DONE]
    assert found.criteria == ()


def line_of(found: Progress, line: FinishLine) -> LineProgress:
    return next(one for one in found.lines if one.line is line)


def lines_left(draft: Draft, pack: Pack) -> list[int]:
    return [line.left for line in checked_progress(draft, pack).lines]


def test_what_stands_before_a_goal_stands_before_the_goals_after_it(
    new: Draft, answered: Draft, pack: Pack
) -> None:
    found = checked_progress(new, pack)
    assert [one.line for one in found.lines] == list(FinishLine)
    left = [one.left for one in found.lines]
    assert left == sorted(left)
    assert left[0] > 0
    submission = line_of(found, FinishLine.SUBMISSION)
    assert (submission.gaps, submission.problems) == (found.gaps, found.problems)
    assert submission.answered == found.completion.required_answered
    assert found.gaps == found.completion.required - found.completion.required_answered
    assert sum(step.gaps for step in (*found.steps, found.activities)) == found.gaps
    done = checked_progress(answered, pack)
    assert [one.left for one in done.lines] == [0, 0, 0]
    assert {one.share for one in done.lines} == {1.0}


@pytest.mark.parametrize(
    ("question", "value", "left"),
    [
        ("prj.title", None, [1, 1, 1]),  # the frame
        ("des.rationale", None, [1, 1, 1]),  # what it is about
        ("impact.expected", None, [0, 1, 1]),  # a text for assessors
        ("impact.expected", "x" * 6000, [0, 1, 1]),  # wrong, not missing
        ("dec.place", "", [0, 0, 0]),  # not required
        ("chk.done", None, [0, 0, 1]),  # formalities
    ],
)
def test_a_goal_needs_what_is_done_before_it(
    answered: Draft, pack: Pack, question: str, value: str | None, left: list[int]
) -> None:
    assert lines_left(put_answer(answered, question, value), pack) == left


def test_partners_are_asked_for_their_own_data_and_not_before(answered: Draft, pack: Pack) -> None:
    partner = answered.items("organisations")[1]
    for question, left in (
        (pack.role("organisation_name"), [1, 1, 1]),
        ("org.pic", [0, 0, 1]),
        (pack.role("organisation_city"), [0, 0, 1]),
    ):
        assert lines_left(put_answer(answered, question, None, partner), pack) == left, question
    assert lines_left(put_answer(answered, "bg.present", None, partner), pack) == [0, 1, 1]
    few = put_answer(answered, "organisations", answered.items("organisations")[:1])
    assert min(lines_left(few, pack)) > 0


def test_an_activity_is_counted_on_its_page_and_not_in_its_section(
    answered: Draft, pack: Pack
) -> None:
    draft = put_answer(answered, "ltt.yesno", True)
    draft = draft.apply(*add_item(draft, "activities", "c1").changes)
    found = checked_progress(draft, pack)
    before = checked_progress(put_answer(answered, "ltt.yesno", True), pack)
    assert found.activities.gaps > 0
    assert found.activities.completion.total > 0
    section, same = found.find_step("implementation"), before.find_step("implementation")
    assert section
    assert same
    assert section.completion.total == same.completion.total
    partners, advice = (line_of(found, line) for line in list(FinishLine)[:2])
    assert 0 < partners.left < advice.left
    assert None in partners.places
