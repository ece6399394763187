"""Evaluation of conditions for the answers of a draft.

`holds` takes a missing answer as one that does not match, as a form does that asks step by step.
`evaluate` leaves open what a missing answer decides, so that no rule is applied too early.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import cast

from msgspec import Struct

from erasmus_desk.call.form import (
    All,
    Always,
    AnswerIn,
    Any,
    Condition,
    FirstItem,
    Form,
    Not,
    Option,
    OptionSet,
    QuestionType,
    Within,
)


class ConditionContext(Struct, frozen=True):
    """What a condition is evaluated against: answers by question and item, and one item."""

    answer: Callable[[str, str], object]
    form: Form
    item: str = ""
    is_first: bool = False


def holds(condition: Condition, context: ConditionContext) -> bool:
    """Return whether a condition holds."""
    match condition:
        case Always():
            return True
        case AnswerIn(question, values):
            return _is_answer_in(question, values, context)
        case Within():
            return _is_within(condition, context)
        case FirstItem():
            return context.is_first
        case Not(part):
            return not holds(part, context)
        case All(parts) | Any(parts):
            combine = all if isinstance(condition, All) else any
            return combine(holds(part, context) for part in parts)


def evaluate(condition: Condition, context: ConditionContext) -> bool | None:
    """Return whether a condition holds, or `None` while a required answer to it is missing.

    A choice that the call does not know is no answer either.
    """
    match condition:
        case AnswerIn(question) | Within(question):
            return None if _is_open(question, context) else holds(condition, context)
        case Not(part):
            found = evaluate(part, context)
            return None if found is None else not found
        case All(parts):
            return _combine(parts, context, decisive=False)
        case Any(parts):
            return _combine(parts, context, decisive=True)
        case _:
            return holds(condition, context)


def filter_options(options: OptionSet, context: ConditionContext) -> tuple[Option, ...]:
    """Return the choices of a set whose conditions hold."""
    return tuple(option for option in options.options if holds(option.when, context))


def _combine(
    parts: tuple[Condition, ...], context: ConditionContext, *, decisive: bool
) -> bool | None:
    """Return the value that one part decides, else the other one, or `None` if one is open."""
    found = [evaluate(part, context) for part in parts]
    if decisive in found:
        return decisive
    return None if None in found else not decisive


def _is_open(question: str, context: ConditionContext) -> bool:
    """Return whether a required answer is missing, or is no choice of the call."""
    spec = context.form.questions.get(question)
    if spec is None:
        return False
    answer = context.answer(question, context.item if context.form.list_of(question) else "")
    if answer is None or answer in ("", ()):
        return spec.required
    if spec.type is QuestionType.YESNO:
        return not isinstance(answer, bool)
    known = context.form.option_sets.get(spec.options)
    return isinstance(answer, str) and known is not None and not _has_option(known, answer)


def _has_option(options: OptionSet, name: str) -> bool:
    return any(option.id == name for option in options.options)


def _is_within(condition: Within, context: ConditionContext) -> bool:
    name, form = condition.question, context.form
    spec = form.lists.get(name)
    inside = bool(spec.parent) if spec else bool(form.list_of(name))
    answer = context.answer(name, context.item if inside else "")
    if isinstance(answer, tuple):
        number: object = len(cast("tuple[object, ...]", answer))
    else:
        # A list without items has no order, and a question without choices no answer.
        number = 0 if answer is None and (spec or form.questions[name].options) else answer
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        return False
    least, most = condition.least, condition.most
    return (least is None or number >= least) and (most is None or number <= most)


def _is_answer_in(question: str, values: tuple[str | bool, ...], context: ConditionContext) -> bool:
    item = context.item if context.form.list_of(question) else ""
    answer = context.answer(question, item)
    if isinstance(answer, tuple):
        return any(one in values for one in cast("tuple[object, ...]", answer))
    # 1 == True: compare the types too.
    return any(answer == value and type(answer) is type(value) for value in values)
