"""Does a condition hold for a draft's answers? Pure, and blind to what the call is."""

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


class Circumstances(Struct, frozen=True):
    """What conditions look at: how to find an answer by question and item, and the item."""

    answer: Callable[[str, str], object]
    form: Form
    item: str = ""
    is_first: bool = False


def holds(condition: Condition, at: Circumstances) -> bool:
    """Tell whether a condition holds."""
    match condition:
        case Always():
            return True
        case AnswerIn(question, values):
            return _answered_with(question, values, at)
        case FirstItem():
            return at.is_first
        case Not(part):
            return not holds(part, at)
        case All(parts):
            return all(holds(part, at) for part in parts)
        case Any(parts):
            return any(holds(part, at) for part in parts)


def offered(options: OptionSet, at: Circumstances) -> tuple[Option, ...]:
    """Give the choices of a set whose own condition holds."""
    return tuple(option for option in options.options if holds(option.when, at))


def _answered_with(question: str, values: tuple[str | bool, ...], at: Circumstances) -> bool:
    item = at.item if at.form.list_of(question) else ""
    answer = at.answer(question, item)
    if isinstance(answer, tuple):
        return any(one in values for one in cast("tuple[object, ...]", answer))
    # bool is an int, and 1 == True: compare with the type, so that a number is never a yes.
    return any(answer == value and type(answer) is type(value) for value in values)
