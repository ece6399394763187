"""One cause gives one finding: each answer of complete drafts is taken away or made wrong."""

from collections.abc import Callable, Iterator

import pytest

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import VisibleQuestion, visible_questions
from tests.core.checks.planned import build_planned_draft
from tests.core.complete import put_answer

WRONG: dict[QuestionType, Value] = {
    QuestionType.CHOICE: "no-such-choice",
    QuestionType.YESNO: "perhaps",
    QuestionType.ITEM: "no-such-item",
    QuestionType.NUMBER: -1,
    QuestionType.DATE: "some day",
    QuestionType.MONEY: "a lot",
}
"""For each type of question an answer that nobody can use."""


@pytest.fixture(params=["vet", "school", "plan"])
def draft(request: pytest.FixtureRequest, pack: Pack) -> Draft:
    if request.param == "plan":
        return build_planned_draft(pack)
    found: Draft = request.getfixturevalue(request.param)
    return found


def find_places(
    draft: Draft, pack: Pack, change: Callable[[VisibleQuestion], Value | None]
) -> Iterator[tuple[VisibleQuestion, list[tuple[str, Key | None]]]]:
    """Yield each answered question with what is found after its answer is changed."""
    for visible in visible_questions(draft, pack):
        value = change(visible)
        if draft.get(visible.key) not in (None, "", (), value):
            changed = put_answer(draft, visible.key.question, value, visible.key.item)
            yield visible, [(one.code, one.key) for one in run_checks(changed, pack)]


@pytest.mark.share(3)
def test_a_missing_answer_is_found_once_at_its_question(draft: Draft, pack: Pack) -> None:
    codes = {"required", "priority-needed", "checklist", "english-summary"}
    for visible, found in find_places(draft, pack, lambda _: None):
        if visible.question.required:
            assert [key for _, key in found] == [visible.key]
            assert found[0][0] in codes


@pytest.mark.share(3)
def test_an_answer_that_nobody_can_use_is_found_once_at_its_question(
    draft: Draft, pack: Pack
) -> None:
    def choose(visible: VisibleQuestion) -> Value | None:
        return WRONG.get(visible.question.type)

    for visible, found in find_places(draft, pack, choose):
        if visible.question.type in WRONG:
            assert [key for _, key in found] == [visible.key], found


def test_while_a_choice_is_open_nothing_that_depends_on_it_is_found(
    school: Draft, pack: Pack
) -> None:
    """Two schools are enough for schools only, three organisations are needed otherwise."""
    draft = put_answer(school, "organisations", school.items("organisations")[:2])
    for question in ("ctx.field", "ctx.main_objective", "ctx.schools_only"):
        for value in (None, "no-such-choice"):
            found = run_checks(put_answer(draft, question, value), pack)
            assert {one.key for one in found} == {Key(question)}
    alone = put_answer(draft, "organisations", draft.items("organisations")[:1])
    found = run_checks(put_answer(alone, "ctx.schools_only", None), pack)
    assert [one.facts["least"] for one in found if one.code == "too-few-organisations"] == [2]


def test_what_every_possible_action_excludes_is_found_all_the_same(
    school: Draft, pack: Pack
) -> None:
    draft = put_answer(school, "ctx.schools_only", None)
    assert "duration" in {
        one.code for one in run_checks(put_answer(draft, "prj.duration", 37), pack)
    }
