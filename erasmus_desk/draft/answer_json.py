"""An answer as JSON can hold it: the one form shared by the draft file and the journal."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from erasmus_desk.draft.model import Value

MAX_DIGITS = 60
"""Longest decimal number read; a longer one is no money, and its sum would never end."""

_FALSE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_BETWEEN = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def to_json(value: Value) -> object:
    """Give the JSON form of an answer."""
    if isinstance(value, str):
        return _text_to_json(value)
    if isinstance(value, tuple):
        return [_text_to_json(text) for text in value]
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value


def of_json(found: object) -> Value | None:
    """Give the answer that a JSON form stands for, or `None` if it stands for none."""
    if isinstance(found, list):
        texts = [_text_of_json(one) for one in cast("list[object]", found)]
        kept = tuple(text for text in texts if text is not None)
        return kept if len(kept) == len(texts) else None
    if isinstance(found, dict):
        return _of_object(cast("dict[str, object]", found))
    return found if isinstance(found, (str, int)) else None


def _of_object(found: dict[str, object]) -> Value | None:
    if len(found) != 1:
        return None
    match found:
        case {"decimal": str(text)}:
            return _decimal(text)
        case {"date": str(text)}:
            return _date(text)
        case _:
            return _text_of_json(found)


def _text_to_json(text: str) -> object:
    """Give a text as itself, unless JSON would join two of its characters into one.

    Two halves of a surrogate pair that stand side by side in a text would come back from JSON
    as the one character they are halves of.
    """
    if text.isascii() or not _FALSE_PAIR.search(text):
        return text
    return {"parts": _BETWEEN.split(text)}


def _text_of_json(found: object) -> str | None:
    if not isinstance(found, dict):
        return found if isinstance(found, str) else None
    members = cast("dict[str, object]", found)
    if members.keys() != {"parts"} or not isinstance(members["parts"], list):
        return None
    parts = cast("list[object]", members["parts"])
    texts = [part for part in parts if isinstance(part, str)]
    return "".join(texts) if len(texts) == len(parts) else None


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    tame = number.is_finite() and len(text) <= MAX_DIGITS and abs(number.adjusted()) <= MAX_DIGITS
    return number if tame else None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
