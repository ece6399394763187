"""A draft as the text of its file, and back: one answer a line, nothing lost on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import cast

from erasmus_desk import __version__
from erasmus_desk.draft.members import FORMAT, read_members
from erasmus_desk.draft.migrations import CURRENT, MIGRATIONS, Members, Migration, migrated
from erasmus_desk.draft.model import Draft, Key, Orphan, PackRef, Value
from erasmus_desk.draft.values import of_json, to_json
from erasmus_desk.errors import DraftDamaged, DraftNewer

Row = dict[str, object]
"""One row of a list in the file, as JSON gave it."""

MAX_ID = 200

_KNOWN = {
    *("format", "version", "written_by", "id", "pack", "created", "modified"),
    *("answers", "orphans"),
}
_PACK = {"id", "edition", "revision"}
_ROW = {"q", "item", "value"}
# One for all rows: `dumps` makes a new one for each, which takes longer than to use it.
_ENCODER = json.JSONEncoder(ensure_ascii=False)
# These would break a line in an editor or vanish there; lone surrogates have no UTF-8.
_UNSEEN = "\u007f\u0085\u2028\u2029\ufeff"
_ESCAPED = re.compile(f"[{_UNSEEN}\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A draft and the version of the file it was read from."""

    draft: Draft
    version: int


def encode(draft: Draft, order: Sequence[str] = ()) -> bytes:
    """Give the content of a draft's file.

    `order` is that of the questions and lists in the call; what it does not name comes after,
    by id. Answers to the same question are ordered by item, so that two versions of a file
    differ only where an answer does.
    """
    places = {question: place for place, question in enumerate(order)}
    last = len(places)
    keys = sorted(
        draft.answers, key=lambda key: (places.get(key.question, last), key.question, key.item)
    )
    ref = {"id": draft.pack.id, "edition": draft.pack.edition, "revision": draft.pack.revision}
    pack = ref | cast("dict[str, object]", draft.extra.get("pack", {}))
    head: dict[str, object] = {
        "format": FORMAT,
        "version": CURRENT,
        "written_by": __version__,
        "id": draft.id,
        "pack": pack,
        "created": draft.created.isoformat(),
        "modified": draft.modified.isoformat(),
    }
    others = {name: draft.extra[name] for name in draft.extra if name not in _KNOWN}
    lines = [f" {_json(name)}: {_json(member)}," for name, member in (head | others).items()]
    lines += _rows("answers", _answers(draft, keys), ",")
    orphans = [_orphan(orphan) for orphan in draft.orphans]
    lines += _rows("orphans", [*orphans, *_strangers(draft, "orphans")], "")
    return _bytes("{\n" + "\n".join(lines) + "\n}\n")


def decode(content: bytes, migrations: tuple[Migration, ...] = MIGRATIONS) -> Decoded:
    """Read a draft's file.

    Raises DraftForeign for what never was a draft, DraftDamaged (with the line, where there is
    one) for a draft that cannot be read any more, DraftNewer for one from a newer program.
    """
    members = read_members(content)
    version = members.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DraftDamaged("member", name="version")
    if version > len(migrations) + 1:
        by = members.get("written_by")
        raise DraftNewer(version=version, known=len(migrations) + 1, by=by or "")
    return Decoded(_draft(migrated(members, version, migrations)), version)


def _json(value: object) -> str:
    return _ENCODER.encode(value)


def _bytes(text: str) -> bytes:
    """Give the bytes of JSON text; what cannot or should not be seen is escaped.

    Such characters stand inside strings only. Looking for them one by one costs a tenth of
    what the pattern does, and most drafts have none.
    """
    try:
        if not any(character in text for character in _UNSEEN):
            return text.encode()
    except UnicodeEncodeError:
        pass
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def _rows(name: str, rows: Iterable[Mapping[str, object]], comma: str) -> list[str]:
    lines = [f"  {_json(row)}" for row in rows]
    body = ["[", ",\n".join(lines), " ]"] if lines else ["[]"]
    return ["\n".join([f' "{name}": {body[0]}', *body[1:]]) + comma]


def _row(key: Key, members: Mapping[str, object]) -> Row:
    item = {"item": key.item} if key.item else {}
    return {"q": key.question, **item, **members}


def _answers(draft: Draft, keys: Iterable[Key]) -> list[Row]:
    """Give the rows of the answers, then those that were not understood, as they came.

    Unknown members of a row go back into it as long as its answer is there.
    """
    notes: dict[Key, Row] = {}
    loose: list[Row] = []
    for row in _strangers(draft, "answers"):
        key = _key(row)
        if "value" in row or key not in draft.answers or key in notes:
            loose.append(row)
        else:
            notes[key] = _rest(row)
    rows = [_row(key, {"value": to_json(draft.answers[key])} | notes.get(key, {})) for key in keys]
    return rows + loose


def _strangers(draft: Draft, name: str) -> tuple[Row, ...]:
    """Give the rows that were not understood when the file was read."""
    return cast("tuple[Row, ...]", draft.extra.get(name, ()))


def _rest(row: Mapping[str, object]) -> Row:
    return {name: row[name] for name in row if name not in _ROW}


def _orphan(orphan: Orphan) -> Row:
    wording = {"wording": to_json(orphan.wording)} if orphan.wording else {}
    return _row(orphan.key, {"value": to_json(orphan.value), **wording})


def _draft(members: Members) -> Draft:
    answers, doubles, strange_answers = _read_answers(_objects(members, "answers"))
    orphans, strange_orphans = _read_orphans(_objects(members, "orphans"))
    ref, strange_pack = _pack(members)
    extra = {name: members[name] for name in members if name not in _KNOWN}
    # Under the names we know lies what stood there and was not understood.
    known = {"answers": strange_answers, "orphans": strange_orphans, "pack": strange_pack}
    extra |= {name: strange for name, strange in known.items() if strange}
    return Draft(
        id=_id(members),
        pack=ref,
        created=_moment(members, "created"),
        modified=_moment(members, "modified"),
        answers=MappingProxyType(answers),
        orphans=(*orphans, *doubles),
        extra=MappingProxyType(extra),
    )


def _read_answers(
    rows: Iterable[Row],
) -> tuple[dict[Key, Value], list[Orphan], tuple[Row, ...]]:
    """Give the answers, second answers to one question, and rows that are not understood."""
    answers: dict[Key, Value] = {}
    doubles: list[Orphan] = []
    strangers: list[Row] = []
    for row in rows:
        key, value, rest = _key(row), of_json(row.get("value")), _rest(row)
        if value is None or (key in answers and rest):
            strangers.append(row)
        elif key in answers:
            # Two rows for one answer, as a merging tool may leave them: the first one counts.
            doubles.extend([Orphan(key, value)] if answers[key] != value else [])
        else:
            answers[key] = value
            strangers.extend([_row(key, rest)] if rest else [])
    return answers, doubles, tuple(strangers)


def _read_orphans(rows: Iterable[Row]) -> tuple[list[Orphan], tuple[Row, ...]]:
    orphans: list[Orphan] = []
    strangers: list[Row] = []
    for row in rows:
        value, wording = of_json(row.get("value")), of_json(row.get("wording", ""))
        if value is None or not isinstance(wording, str) or _rest(row).keys() - {"wording"}:
            strangers.append(row)
        else:
            orphans.append(Orphan(_key(row), value, wording))
    return orphans, tuple(strangers)


def _objects(members: Members, name: str) -> list[Row]:
    rows = members.get(name, [])
    if not isinstance(rows, list):
        raise DraftDamaged("member", name=name)
    for row in cast("list[object]", rows):
        if not isinstance(row, dict) or not isinstance(cast("Members", row).get("q"), str):
            raise DraftDamaged("member", name=name)
    return cast("list[Row]", rows)


def _key(row: Mapping[str, object]) -> Key:
    item = row.get("item", "")
    if not isinstance(item, str):
        raise DraftDamaged("member", name="item")
    return Key(str(row["q"]), item)


def _id(members: Members) -> str:
    found = members.get("id")
    if not isinstance(found, str) or not found or len(found) > MAX_ID or _ESCAPED.search(found):
        raise DraftDamaged("member", name="id")
    return found


def _pack(members: Members) -> tuple[PackRef, dict[str, object]]:
    match members.get("pack"):
        case {"id": str(name), "edition": str(edition), "revision": int(revision)}:
            pack = cast("dict[str, object]", members["pack"])
            rest = {name: pack[name] for name in pack if name not in _PACK}
            return PackRef(name, edition, revision), rest
        case _:
            raise DraftDamaged("member", name="pack")


def _moment(members: Members, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(str(members.get(name)))
    except ValueError as problem:
        raise DraftDamaged("member", name=name) from problem
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
