"""What a returned file has to bring home, as it is kept beside the file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from erasmus_desk.draft.answer_json import of_json, to_json
from erasmus_desk.draft.model import Key, Value
from tests.core.review_import.corpus.expected import Expected, Remark


def as_json(expected: Expected) -> dict[str, Any]:
    """Give an expectation as it is kept; what is empty is left out."""
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
        "tray": list(expected.tray),
        "came": list(expected.came),
        "gone": list(expected.gone),
        "loosely": [str(key) for key in expected.loosely],
        "quiet": expected.is_quiet,
        "by words": expected.is_by_words,
    }
    return {name: one for name, one in whole.items() if one}


def of_kept(kept: Mapping[str, Any]) -> Expected:
    """Read an expectation back."""
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
        tray=tuple(kept.get("tray", ())),
        came=tuple(kept.get("came", ())),
        gone=tuple(kept.get("gone", ())),
        loosely=tuple(Key.parse(one) for one in kept.get("loosely", ())),
        is_quiet=bool(kept.get("quiet")),
        is_by_words=bool(kept.get("by words")),
    )


def _pairs(kept: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    return list(kept.get(name, {}).items())


def _value(value: Value | None) -> object:
    return None if value is None else to_json(value)


def _read(found: object) -> Value | None:
    return None if found is None else of_json(found)


def _of(found: object) -> Value:
    value = of_json(found)
    assert value is not None
    return value
