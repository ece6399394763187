"""Conditions: what is asked under which answers."""

from collections.abc import Mapping

import pytest

from erasmus_desk.call.conditions import Circumstances, holds, offered
from erasmus_desk.call.form import (
    All,
    Always,
    AnswerIn,
    Any,
    Condition,
    FirstItem,
    Form,
    ListSpec,
    Naming,
    Not,
    Option,
    OptionSet,
)
from erasmus_desk.call.funding import Confidence, Evidence

SURE = Evidence(Confidence.A, ("invented",))
FORM = Form((), {}, {"members": ListSpec("members", "land", ("land",))}, {})
YES = AnswerIn("shared", (True,))
NO = AnswerIn("shared", (False,))


def at(
    answers: Mapping[tuple[str, str], object], item: str = "", *, is_first: bool = False
) -> Circumstances:
    def answer(question: str, owner: str) -> object:
        return answers.get((question, owner))

    return Circumstances(answer, FORM, item, is_first)


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
def test_parts_are_joined_as_they_say(condition: Condition, expected: bool) -> None:
    assert holds(condition, at({("shared", ""): True})) is expected


def test_no_answer_is_neither_yes_nor_no() -> None:
    assert not holds(YES, at({}))
    assert not holds(NO, at({}))


def test_a_number_is_never_a_yes() -> None:
    assert not holds(YES, at({("shared", ""): 1}))
    assert not holds(NO, at({("shared", ""): 0}))


def test_of_several_choices_one_is_enough() -> None:
    wanted = AnswerIn("topics", ("sea", "air"))
    assert holds(wanted, at({("topics", ""): ("earth", "air")}))
    assert not holds(wanted, at({("topics", ""): ("earth",)}))
    assert not holds(wanted, at({("topics", ""): ()}))


def test_a_question_of_a_list_is_looked_up_in_the_same_item() -> None:
    answers = {("land", "a"): "BE", ("land", "b"): "NL", ("shared", ""): True}
    in_belgium = AnswerIn("land", ("BE",))
    assert holds(in_belgium, at(answers, "a"))
    assert not holds(in_belgium, at(answers, "b"))
    assert holds(YES, at(answers, "b"))


def test_the_first_item_is_told_from_the_others() -> None:
    assert holds(FirstItem(), at({}, "a", is_first=True))
    assert not holds(FirstItem(), at({}, "b"))
    assert holds(Not(FirstItem()), at({}, "b"))


def test_choices_are_offered_while_their_condition_holds() -> None:
    options = OptionSet(
        "o", Naming.TEXTS, (Option("always", SURE), Option("shared", SURE, when=YES))
    )
    assert [one.id for one in offered(options, at({("shared", ""): True}))] == ["always", "shared"]
    assert [one.id for one in offered(options, at({}))] == ["always"]
