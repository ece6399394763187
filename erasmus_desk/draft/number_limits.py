"""Numbers and amounts that no project has: below zero, beyond all bounds, or no numbers at all.

A file may contain any; a budget with them is none, and Word cannot show them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, cast

from msgspec import Struct

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key, Value

MAX_COUNT: Final = 1_000_000
"""Most persons, days or kilometres; a larger number is a typing error."""
MAX_AMOUNT: Final = Decimal(1_000_000_000)
_LEAST_SHARE: Final = -4
"""A number of more decimals than this is none that somebody typed."""
_LIMITS: Final[Mapping[QuestionType, Decimal | int]] = {
    QuestionType.NUMBER: MAX_COUNT,
    QuestionType.MONEY: MAX_AMOUNT,
}
_MAX_QUOTE: Final = 40


class ImpossibleNumber(Struct, frozen=True):
    """An answer that cannot be a number or an amount, with what the file has there."""

    key: Key
    found: Decimal | int | str


def is_impossible(question: Question, value: Value | None) -> bool:
    """Return whether a number is below zero or beyond what any project has."""
    most = _LIMITS.get(question.type)
    if most is None or isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return not 0 <= value <= most or (isinstance(exponent, int) and exponent < _LEAST_SHARE)


def find_impossible_numbers(
    draft: Draft, pack: Pack, keys: Iterable[Key]
) -> Iterator[ImpossibleNumber]:
    """Return the answers at these keys that can be no number, in their order."""
    unread = find_unread_numbers(draft, pack)
    for key in keys:
        question, value = pack.form.questions.get(key.question), draft.get(key)
        if question is None:
            continue
        if isinstance(value, int | Decimal) and is_impossible(question, value):
            yield ImpossibleNumber(key, value)
        elif key in unread:
            yield ImpossibleNumber(key, unread[key])


def find_unread_numbers(draft: Draft, pack: Pack) -> Mapping[Key, str]:
    """Return what a file has for numbers that could not be read, such as `NaN`, by key."""
    found: dict[Key, str] = {}
    for row in cast("tuple[Mapping[str, object], ...]", draft.extra.get("answers", ())):
        key = Key(str(row.get("q", "")), str(row.get("item", "")))
        question = pack.form.questions.get(key.question)
        if question and question.type in _LIMITS and "value" in row and key not in draft.answers:
            found[key] = _quote(row["value"])
    return found


def _quote(value: object) -> str:
    if isinstance(value, dict) and len(cast("dict[str, object]", value)) == 1:
        value = next(iter(cast("dict[str, object]", value).values()))
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= _MAX_QUOTE else f"{text[:_MAX_QUOTE]}…"
