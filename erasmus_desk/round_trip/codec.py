"""The record of a sent Word file as an XML part: JSON in one element."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from html import escape, unescape
from types import MappingProxyType
from typing import TypeVar, cast

from msgspec.structs import astuple, replace

from erasmus_desk.draft.answer_json import from_json, to_json
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.round_trip.record import (
    BlockRole,
    CellPosition,
    RecordBlock,
    RecordTable,
    SentRecord,
)

_Kind = TypeVar("_Kind")

NAMESPACE = "urn:erasmus-desk:sent"
VERSION = 1
_ELEMENT = re.compile(
    rf'<(?:\w+:)?sent\b[^>]*?xmlns(?::\w+)?="{NAMESPACE}"[^>]*>(.*?)</(?:\w+:)?sent>', re.DOTALL
)


def encode(sent: SentRecord) -> bytes:
    """Return the XML part; equal records give equal bytes.

    The JSON is ASCII, so that it can contain characters that XML forbids.
    """
    return _make_part(_encode_record(sent))


def seal(sent: SentRecord) -> tuple[SentRecord, bytes]:
    """Return a record with the digest of its content as its state, and its XML part."""
    text = _encode_record(replace(sent, state=""))
    state = sha256(text.encode()).hexdigest()[:32]
    # Before it is only the id of the draft, in which a quote would be escaped.
    sealed = text.replace('"state":""', f'"state":"{state}"', 1)
    return replace(sent, state=state), _make_part(sealed)


def _make_part(text: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<sent xmlns="{NAMESPACE}">{escape(text, quote=False)}</sent>'.encode()


def decode(part: bytes) -> SentRecord | None:
    """Return the record of a part, or `None` if it cannot be read."""
    found = _ELEMENT.search(part.decode("utf-8", "replace"))
    return decode_text(unescape(found[1])) if found else None


def decode_text(text: str) -> SentRecord | None:
    """Return the record of the text of the element, or `None` (truncated, altered, newer)."""
    try:
        members: object = json.loads(text)
        found = _object(members)
        return _decode_record(found) if found["version"] == VERSION else None
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def _encode_record(sent: SentRecord) -> str:
    members: dict[str, object] = {
        "version": VERSION,
        "draft": sent.draft,
        "state": sent.state,
        "pack": sent.pack,
        "profile": sent.profile,
        "language": sent.language,
        "pieces": [_encode_block(block, sent.values) for block in sent.blocks],
        "grids": [
            (table.table, str(table.order), table.items, table.questions) for table in sent.tables
        ],
        "values": {str(key): to_json(sent.values[key]) for key in sorted(sent.values)},
    }
    if sent.partner:
        members["partner"] = sent.partner
    if sent.reply_by:
        members["reply_by"] = sent.reply_by.isoformat()
    return json.dumps(members, separators=(",", ":"))


def _encode_block(block: RecordBlock, values: Mapping[Key, Value]) -> dict[str, object]:
    """Return a block as JSON without default members, and without a text equal to the answer."""
    is_fixed = block.role is BlockRole.FIXED
    is_answer = block.key is not None and not is_fixed and values.get(block.key) == block.text
    members = {
        "role": None if is_fixed else block.role.value,
        "key": str(block.key) if block.key else None,
        "missing": block.is_placeholder,
        "anchor": block.anchor,
        "spot": astuple(block.cell) if block.cell else None,
        "heading": block.heading,
        "goes_on": block.continues_paragraph,
    }
    text = {} if is_answer else {"text": to_json(block.text)}
    return text | {name: member for name, member in members.items() if member}


def _decode_record(members: Mapping[str, object]) -> SentRecord:
    """Return the record. Raises TypeError, KeyError or ValueError for what is none."""
    reply_by = members.get("reply_by")
    answers = (
        (Key.parse(name), from_json(one)) for name, one in _object(members["values"]).items()
    )
    values = {key: value for key, value in answers if value is not None}
    return SentRecord(
        draft=_check(members["draft"], str),
        state=_check(members["state"], str),
        pack=_check(members["pack"], str),
        profile=_check(members["profile"], str),
        language=_check(members["language"], str),
        blocks=tuple(_decode_block(_object(one), values) for one in _list(members["pieces"])),
        tables=tuple(_decode_table(_list(one)) for one in _list(members["grids"])),
        values=MappingProxyType(values),
        partner=_check(members.get("partner", ""), str),
        reply_by=date.fromisoformat(_check(reply_by, str)) if reply_by is not None else None,
    )


def _decode_block(members: Mapping[str, object], values: Mapping[Key, Value]) -> RecordBlock:
    spot = members.get("spot")
    key = Key.parse(_check(members["key"], str)) if "key" in members else None
    text = from_json(members["text"]) if "text" in members or key is None else values.get(key)
    return RecordBlock(
        role=BlockRole(_check(members.get("role", BlockRole.FIXED.value), str)),
        text=_check(text, str),
        key=key,
        is_placeholder=members.get("missing") is True,
        anchor=_check(members.get("anchor", ""), str),
        cell=CellPosition(*(_check(one, int) for one in _list(spot))) if spot is not None else None,
        heading=_check(members.get("heading", 0), int),
        continues_paragraph=members.get("goes_on") is True,
    )


def _decode_table(parts: list[object]) -> RecordTable:
    table, order, items, questions = parts
    return RecordTable(
        _check(table, int),
        Key.parse(_check(order, str)),
        tuple(_check(item, str) for item in _list(items)),
        tuple(_check(question, str) for question in _list(questions)),
    )


def _check(found: object, kind: type[_Kind]) -> _Kind:
    if not isinstance(found, kind):
        raise TypeError
    return found


def _list(found: object) -> list[object]:
    return cast("list[object]", _check(found, list))


def _object(found: object) -> dict[str, object]:
    return cast("dict[str, object]", _check(found, dict))
