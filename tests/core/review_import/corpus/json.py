"""The stored form of an expected import, beside its file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from erasmus_desk.draft.answer_json import from_json, to_json
from erasmus_desk.draft.model import Key, Value
from tests.core.review_import.corpus.expected import Expected, Remark


def encode_expected(expected: Expected) -> dict[str, Any]:
    """Return an expectation in its stored form, without empty fields."""
    whole: dict[str, Any] = {
        "answers": {str(key): _value(one) for key, one in expected.answers.items()},
        "added": [
            [order, {name: _value(one) for name, one in cells}] for order, cells in expected.added
        ],
        "removed": [list(one) for one in expected.removed],
        "remarks": [
            {"at": str(one.key) if one.key else None, "says": one.texts, "done": one.is_done}
            for one in expected.remarks
        ],
        "tray": list(expected.unresolved),
        "came": list(expected.inserted),
        "gone": list(expected.deleted),
        "loosely": [str(key) for key in expected.loosely],
        "quiet": expected.is_quiet,
        "by words": expected.is_by_words,
    }
    return {name: one for name, one in whole.items() if one}


def decode_expected(kept: Mapping[str, Any]) -> Expected:
    """Return an expectation from its stored form."""
    return Expected(
        MappingProxyType({Key.parse(key): _read(one) for key, one in _pairs(kept, "answers")}),
        tuple(
            (order, tuple((name, _of(one)) for name, one in cells.items()))
            for order, cells in kept.get("added", ())
        ),
        tuple((order, item) for order, item in kept.get("removed", ())),
        tuple(
            Remark(
                Key.parse(one["at"]) if one["at"] else None, tuple(one["says"]), bool(one["done"])
            )
            for one in kept.get("remarks", ())
        ),
        unresolved=tuple(kept.get("tray", ())),
        inserted=tuple(kept.get("came", ())),
        deleted=tuple(kept.get("gone", ())),
        loosely=tuple(Key.parse(one) for one in kept.get("loosely", ())),
        is_quiet=bool(kept.get("quiet")),
        is_by_words=bool(kept.get("by words")),
    )


def _pairs(kept: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    return list(kept.get(name, {}).items())


def _value(value: Value | None) -> object:
    return None if value is None else to_json(value)


def _read(found: object) -> Value | None:
    return None if found is None else from_json(found)


def _of(found: object) -> Value:
    value = from_json(found)
    assert value is not None
    return value
