"""The record of a sending as a part of the Word file: JSON in one element of XML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from html import escape, unescape
from types import MappingProxyType
from typing import cast

from msgspec.structs import replace

from erasmus_desk.draft.answer_json import of_json, to_json
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.round_trip.record import Grid, Piece, Role, Sent, Spot

NAMESPACE = "urn:erasmus-desk:sent"
VERSION = 1
_ELEMENT = re.compile(
    rf'<(?:\w+:)?sent\b[^>]*?xmlns(?::\w+)?="{NAMESPACE}"[^>]*>(.*?)</(?:\w+:)?sent>', re.DOTALL
)


def encode(sent: Sent) -> bytes:
    """Give the XML part; equal records give equal bytes.

    The JSON is plain ASCII, so that characters that XML cannot hold survive in it.
    """
    return _part(_text_of(sent))


def stamped(sent: Sent) -> Sent:
    """Give a record with the digest of its content as its state."""
    return sealed(sent)[0]


def sealed(sent: Sent) -> tuple[Sent, bytes]:
    """Give a record with the digest of its content as its state, and its part of a file."""
    text = _text_of(replace(sent, state=""))
    state = sha256(text.encode()).hexdigest()[:32]
    # Before it stands nothing but the id of the draft, in which a quote would be escaped.
    named = text.replace('"state":""', f'"state":"{state}"', 1)
    return replace(sent, state=state), _part(named)


def _text_of(sent: Sent) -> str:
    return json.dumps(_members(sent), separators=(",", ":"))


def _part(text: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<sent xmlns="{NAMESPACE}">{escape(text, quote=False)}</sent>'.encode()


def is_record(part: bytes) -> bool:
    """Tell whether an XML part is a record of ours."""
    return NAMESPACE.encode() in part[:400]


def decode(part: bytes) -> Sent | None:
    """Read the part back; `None` for what cannot be read, which is as good as no record."""
    found = _ELEMENT.search(part.decode("utf-8", "replace"))
    return of_text(unescape(found[1])) if found else None


def of_text(text: str) -> Sent | None:
    """Read the record from the text of its element, or `None` (cut, altered, from the future)."""
    try:
        members: object = json.loads(text)
        found = _object(members)
        return _sent(found) if found["version"] == VERSION else None
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def _members(sent: Sent) -> dict[str, object]:
    members: dict[str, object] = {
        "version": VERSION,
        "draft": sent.draft,
        "state": sent.state,
        "pack": sent.pack,
        "profile": sent.profile,
        "language": sent.language,
        "pieces": [_piece(piece, sent.values) for piece in sent.pieces],
        "grids": [
            [grid.table, str(grid.order), list(grid.items), list(grid.questions)]
            for grid in sent.grids
        ],
        "values": {
            str(key): to_json(value) for key, value in sorted(sent.values.items(), key=_place)
        },
    }
    if sent.partner:
        members["partner"] = sent.partner
    if sent.reply_by:
        members["reply_by"] = sent.reply_by.isoformat()
    return members


def _place(answer: tuple[Key, Value]) -> tuple[str, str]:
    return answer[0].question, answer[0].item


def _piece(piece: Piece, values: Mapping[Key, Value]) -> dict[str, object]:
    """Give a piece; what is as usual is left out, and a text that is the value to the letter."""
    members: dict[str, object] = {}
    if piece.key is None or piece.role is Role.FIXED or values.get(piece.key) != piece.text:
        members["text"] = to_json(piece.text)
    if piece.role is not Role.FIXED:
        members["role"] = piece.role.value
    if piece.key is not None:
        members["key"] = str(piece.key)
    if piece.missing:
        members["missing"] = True
    if piece.anchor:
        members["anchor"] = piece.anchor
    if piece.spot is not None:
        members["spot"] = [piece.spot.table, piece.spot.row, piece.spot.column]
    if piece.heading:
        members["heading"] = piece.heading
    if piece.goes_on:
        members["goes_on"] = True
    return members


def _sent(members: Mapping[str, object]) -> Sent:
    """Read what the record says. What is not of the kind expected raises."""
    reply_by = members.get("reply_by")
    values = dict(_values_of(_object(members["values"])))
    return Sent(
        draft=_text(members["draft"]),
        state=_text(members["state"]),
        pack=_text(members["pack"]),
        profile=_text(members["profile"]),
        language=_text(members["language"]),
        pieces=tuple(_piece_of(_object(one), values) for one in _list(members["pieces"])),
        grids=tuple(_grid_of(_list(one)) for one in _list(members["grids"])),
        values=MappingProxyType(values),
        partner=_text(members.get("partner", "")),
        reply_by=date.fromisoformat(_text(reply_by)) if reply_by is not None else None,
    )


def _piece_of(members: Mapping[str, object], values: Mapping[Key, Value]) -> Piece:
    spot = members.get("spot")
    key = Key.parse(_text(members["key"])) if "key" in members else None
    text = of_json(members["text"]) if "text" in members or key is None else values.get(key)
    return Piece(
        role=Role(_text(members.get("role", Role.FIXED.value))),
        text=_text(text),
        key=key,
        missing=members.get("missing") is True,
        anchor=_text(members.get("anchor", "")),
        spot=Spot(*(_number(one) for one in _list(spot))) if spot is not None else None,
        heading=_number(members.get("heading", 0)),
        goes_on=members.get("goes_on") is True,
    )


def _grid_of(parts: list[object]) -> Grid:
    table, order, items, questions = parts
    return Grid(
        _number(table),
        Key.parse(_text(order)),
        tuple(map(_text, _list(items))),
        tuple(map(_text, _list(questions))),
    )


def _values_of(members: Mapping[str, object]) -> list[tuple[Key, Value]]:
    found = [(Key.parse(name), of_json(value)) for name, value in members.items()]
    return [(key, value) for key, value in found if value is not None]


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return found


def _number(found: object) -> int:
    if not isinstance(found, int):
        raise TypeError
    return found


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise TypeError
    return cast("list[object]", found)


def _object(found: object) -> dict[str, object]:
    if not isinstance(found, dict):
        raise TypeError
    return cast("dict[str, object]", found)
