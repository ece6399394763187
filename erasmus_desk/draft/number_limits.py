"""Numbers and amounts that no project has: below zero, beyond all bounds, or no numbers at all.

A file may contain any; a budget with them is none, and Word cannot show them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, cast

from msgspec import Struct

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.errors import NumberRefused
from erasmus_desk.i18n.typed_values import TOO_LARGE, read_amount

MAX_COUNT: Final = 1_000_000
"""Most persons, days or kilometres; a larger number is a typing error."""
MAX_AMOUNT: Final = Decimal(1_000_000_000)
_LEAST_SHARE: Final = -4
"""A number of more decimals than this is none that somebody typed."""
_LIMITS: Final[Mapping[QuestionType, Decimal | int]] = {
    QuestionType.NUMBER: MAX_COUNT,
    QuestionType.MONEY: MAX_AMOUNT,
}
_MAX_QUOTE: Final = 50
_SMALLEST: Final = Decimal("0.01")
_POWER: Final = re.compile(
    r"[+-]?(?:nan|inf|infinity|\d[\d.,]*e[+-]?\d+)", re.ASCII | re.IGNORECASE
)
"""Numbers as programs write them, which no field reads."""


class ImpossibleNumber(Struct, frozen=True):
    """An answer that cannot be a number or an amount, with what the file has there."""

    key: Key
    found: Decimal | int | str


def is_impossible(question: Question, value: Value | None) -> bool:
    """Return whether a number is below zero or beyond what any project has, also as a text."""
    most = _LIMITS.get(question.type)
    if most is not None and isinstance(value, str):
        return read_amount(value) == TOO_LARGE or _POWER.fullmatch(value.strip()) is not None
    if most is None or isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return not 0 <= value <= most or (isinstance(exponent, int) and exponent < _LEAST_SHARE)


def quote_number(value: Value) -> Decimal | int | str:
    """Return a number to be shown, as text if it would be shown as zero or is a text."""
    if isinstance(value, Decimal):
        return value if not value or abs(value) >= _SMALLEST else str(value)
    return value if isinstance(value, int) else _quote(value)


def find_impossible_numbers(draft: Draft, pack: Pack) -> Iterator[ImpossibleNumber]:
    """Return the visible answers that can be no number, in the order of the form."""
    unread = find_unread_numbers(draft, pack)
    for visible in visible_questions(draft, pack):
        value = draft.get(visible.key)
        if value is not None and is_impossible(visible.question, value):
            yield ImpossibleNumber(visible.key, quote_number(value))
        elif visible.key in unread:
            yield ImpossibleNumber(visible.key, unread[visible.key])


def refuse_impossible_numbers(draft: Draft, pack: Pack, texts: Texts) -> None:
    """Raise NumberRefused for the first visible number that no project has."""
    for one in find_impossible_numbers(draft, pack):
        where = display_names.name_answer(draft, pack, texts, one.key)
        raise NumberRefused(where=where, found=one.found)


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
