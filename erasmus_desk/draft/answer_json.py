"""The JSON form of an answer, shared by draft file, journal and the record in a Word file."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from erasmus_desk.draft.model import Value

MAX_DIGITS = 60
"""Longest number read; a longer one is no amount, and sums with it take for ever."""

_LONGEST = 10**MAX_DIGITS
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_BETWEEN = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def to_json(value: Value) -> object:
    """Return the JSON form of an answer."""
    if isinstance(value, str):
        return _text_to_json(value)
    if isinstance(value, tuple):
        return [_text_to_json(text) for text in value]
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value


def from_json(data: object) -> Value | None:
    """Return the answer of a JSON form, or `None` if it is none."""
    if isinstance(data, list):
        texts = [_text_from_json(text) for text in cast("list[object]", data)]
        readable = tuple(text for text in texts if text is not None)
        return readable if len(readable) == len(texts) else None
    if isinstance(data, dict):
        return _object_from_json(cast("dict[str, object]", data))
    if isinstance(data, int):
        return data if abs(data) < _LONGEST else None
    return data if isinstance(data, str) else None


def _object_from_json(data: dict[str, object]) -> Value | None:
    if len(data) != 1:
        return None
    match data:
        case {"decimal": str(text)}:
            return _parse_decimal(text)
        case {"date": str(text)}:
            return _parse_date(text)
        case _:
            return _text_from_json(data)


def _text_to_json(text: str) -> object:
    """Return the text, split between the halves of surrogate pairs.

    Two lone surrogates side by side would be read from JSON as one character.
    """
    if text.isascii() or not _SURROGATE_PAIR.search(text):
        return text
    return {"parts": _BETWEEN.split(text)}


def _text_from_json(data: object) -> str | None:
    if not isinstance(data, dict):
        return data if isinstance(data, str) else None
    members = cast("dict[str, object]", data)
    if members.keys() != {"parts"} or not isinstance(members["parts"], list):
        return None
    parts = cast("list[object]", members["parts"])
    texts = [part for part in parts if isinstance(part, str)]
    return "".join(texts) if len(texts) == len(parts) else None


def _parse_decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or max(len(text), abs(number.adjusted())) > MAX_DIGITS:
        return None
    return number


def _parse_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
