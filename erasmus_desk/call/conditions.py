"""Evaluation of conditions for the answers of a draft."""

from __future__ import annotations

from collections.abc import Callable
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
        case FirstItem():
            return context.is_first
        case Not(part):
            return not holds(part, context)
        case All(parts):
            return all(holds(part, context) for part in parts)
        case Any(parts):
            return any(holds(part, context) for part in parts)


def filter_options(options: OptionSet, context: ConditionContext) -> tuple[Option, ...]:
    """Return the choices of a set whose conditions hold."""
    return tuple(option for option in options.options if holds(option.when, context))


def _is_answer_in(question: str, values: tuple[str | bool, ...], context: ConditionContext) -> bool:
    item = context.item if context.form.list_of(question) else ""
    answer = context.answer(question, item)
    if isinstance(answer, tuple):
        return any(one in values for one in cast("tuple[object, ...]", answer))
    # 1 == True: compare the types too.
    return any(answer == value and type(answer) is type(value) for value in values)
