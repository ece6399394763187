"""Evaluation of conditions."""

from collections.abc import Mapping

import pytest

from erasmus_desk.call.conditions import ConditionContext, evaluate, filter_options, holds
from erasmus_desk.call.form import (
    All,
    Always,
    AnswerIn,
    Any,
    Condition,
    FirstItem,
    Form,
    ListSpec,
    NameSource,
    Not,
    Option,
    OptionSet,
    Question,
    QuestionType,
    Within,
)
from erasmus_desk.call.funding import Confidence, Evidence

SURE = Evidence(Confidence.A, ("invented",))
FORM = Form((), {}, {"members": ListSpec("members", "land", ("land",))}, {})
YES = AnswerIn("shared", (True,))
NO = AnswerIn("shared", (False,))


def context(
    answers: Mapping[tuple[str, str], object], item: str = "", *, is_first: bool = False
) -> ConditionContext:
    def answer(question: str, owner: str) -> object:
        return answers.get((question, owner))

    return ConditionContext(answer, FORM, item, is_first)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Always(), True),
        (YES, True),
        (NO, False),
        (Not(YES), False),
        (Not(NO), True),
        (All((YES, YES)), True),
        (All((YES, NO)), False),
        (All(()), True),
        (Any((NO, YES)), True),
        (Any((NO, NO)), False),
        (Any(()), False),
        (Not(All((YES, Any((NO, Not(YES)))))), True),
    ],
)
def test_all_any_and_not_combine_their_parts(condition: Condition, expected: bool) -> None:
    assert holds(condition, context({("shared", ""): True})) is expected


def test_no_answer_is_neither_yes_nor_no() -> None:
    assert not holds(YES, context({}))
    assert not holds(NO, context({}))


def test_a_number_is_not_equal_to_true() -> None:
    assert not holds(YES, context({("shared", ""): 1}))
    assert not holds(NO, context({("shared", ""): 0}))


COUNTED = Form(
    (),
    {"months": Question("months", QuestionType.NUMBER, SURE, required=True)},
    {
        "members": ListSpec("members", "land", ("land",)),
        "visits": ListSpec("visits", "land", (), parent="members"),
    },
    {},
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Within("months", least=12), True),
        (Within("months", least=18), True),
        (Within("months", least=19), False),
        (Within("months", most=18), True),
        (Within("months", most=17), False),
        (Within("months", 12, 24), True),
        (Within("members", least=3), True),
        (Within("members", most=2), False),
        (Within("visits", 2, 2), True),
        (Not(Within("visits", least=1)), False),
    ],
)
def test_a_number_or_a_count_is_compared(condition: Condition, expected: bool) -> None:
    answers: dict[tuple[str, str], object] = {
        ("months", ""): 18,
        ("members", ""): ("a", "b", "c"),
        ("visits", "b"): ("v", "w"),
    }
    at = ConditionContext(lambda name, item: answers.get((name, item)), COUNTED, "b")
    assert holds(condition, at) is evaluate(condition, at) is expected


def test_a_list_without_items_counts_none_and_a_missing_number_is_open() -> None:
    at = ConditionContext(lambda _name, _item: None, COUNTED)
    assert holds(Within("members", most=0), at)
    assert not holds(Within("months", most=100), at)
    assert evaluate(Within("months", most=100), at) is None


def test_of_several_choices_one_is_enough() -> None:
    wanted = AnswerIn("topics", ("sea", "air"))
    assert holds(wanted, context({("topics", ""): ("earth", "air")}))
    assert not holds(wanted, context({("topics", ""): ("earth",)}))
    assert not holds(wanted, context({("topics", ""): ()}))


def test_a_question_of_a_list_is_looked_up_in_the_same_item() -> None:
    answers = {("land", "a"): "BE", ("land", "b"): "NL", ("shared", ""): True}
    in_belgium = AnswerIn("land", ("BE",))
    assert holds(in_belgium, context(answers, "a"))
    assert not holds(in_belgium, context(answers, "b"))
    assert holds(YES, context(answers, "b"))


def test_first_item_holds_for_the_first_item_only() -> None:
    assert holds(FirstItem(), context({}, "a", is_first=True))
    assert not holds(FirstItem(), context({}, "b"))
    assert holds(Not(FirstItem()), context({}, "b"))


def test_choices_are_offered_while_their_condition_holds() -> None:
    options = OptionSet(
        "o", NameSource.TEXTS, (Option("always", SURE), Option("shared", SURE, when=YES))
    )
    assert [one.id for one in filter_options(options, context({("shared", ""): True}))] == [
        "always",
        "shared",
    ]
    assert [one.id for one in filter_options(options, context({}))] == ["always"]
