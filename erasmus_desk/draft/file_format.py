"""The draft file: bounded JSON, one answer a line, with migrations from older versions.

Members and rows that are not understood are written back unchanged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import cast

from msgspec import Struct

from erasmus_desk import __version__
from erasmus_desk.draft.answer_json import from_json, to_json
from erasmus_desk.draft.model import Draft, Key, Orphan, PackRef, Value
from erasmus_desk.errors import DraftDamaged, DraftForeign, DraftNewer
from erasmus_desk.moments import parse_moment

Members = dict[str, object]
"""The members of a draft file as JSON values."""

Migration = Callable[[Members], Members]
"""Returns the members of the next version, without changing its argument."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The first leads from version 1 to 2, and so on. Each version has a sample in
`tests/drafts/v<n>/`; a migration without one fails the tests."""

CURRENT_VERSION = len(MIGRATIONS) + 1
"""The version this program writes."""
FORMAT = "erasmus-desk draft"
MAX_BYTES = 64 * 1024 * 1024
"""Largest file read; the largest proposal known takes half a megabyte."""
MAX_DEPTH = 40
"""Deepest nesting read; known members need four levels, unknown ones may need more."""
MAX_ID = 200

JsonRow = dict[str, object]
"""One row of a list in the file as JSON values."""

_HEAD = ("format", "version", "written_by", "id", "pack", "created", "modified")
_KNOWN = {*_HEAD, "answers", "orphans"}
_PACK = {"id", "edition", "revision"}
_ROW = {"q", "item", "value"}
# One for all rows: `dumps` makes a new one for each, which takes longer than to use it.
_json = json.JSONEncoder(ensure_ascii=False).encode
# These break a line or are invisible in an editor; lone surrogates have no UTF-8.
_UNSEEN = "\u007f\u0085\u2028\u2029\ufeff"
_ESCAPED = re.compile(f"[{_UNSEEN}\ud800-\udfff]")


def migrate(
    members: Members, version: int, migrations: tuple[Migration, ...] = MIGRATIONS
) -> Members:
    """Return the members after the migrations from `version` on."""
    for migration in migrations[version - 1 :]:
        members = migration(members)
    return members


def read_members(content: bytes) -> Members:
    """Return the members of a draft file of any version.

    Raises DraftForeign or DraftDamaged (`cut` with line and column, `characters` with line,
    `twice` with the name, `empty`, `too-large`, `absurd`).
    """
    if len(content) > MAX_BYTES:
        raise DraftDamaged("too-large", bytes=len(content), most=MAX_BYTES)
    if not content.strip(b"\0 \t\r\n"):
        # What a power cut or a half-fetched cloud file leaves.
        raise DraftDamaged("empty")
    try:
        members: object = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_unique_members)
    except json.JSONDecodeError as problem:
        line, column = problem.lineno, problem.colno
        raise _unreadable_error(content, "cut", line=line, column=column) from problem
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise _unreadable_error(content, "characters", line=line) from problem
    except _DuplicateMember as problem:
        raise _unreadable_error(content, "twice", name=problem.name) from problem
    except (ValueError, RecursionError) as problem:
        raise _unreadable_error(content, "absurd") from problem
    if not isinstance(members, dict):
        raise DraftForeign
    found = cast("Members", members)
    if found.get("format") != FORMAT:
        raise DraftForeign
    if _is_deeper(found, MAX_DEPTH):
        raise DraftDamaged("absurd")
    return found


class _DuplicateMember(ValueError):
    """An object names a member twice: one of the two would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _unique_members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        raise _DuplicateMember(next(name for name in names if names.count(name) > 1))
    return members


def _unreadable_error(content: bytes, code: str, **facts: object) -> DraftDamaged | DraftForeign:
    """Return DraftDamaged if the content names the format of drafts, else DraftForeign."""
    return DraftDamaged(code, **facts) if FORMAT.encode() in content else DraftForeign()


def _is_deeper(value: object, most: int) -> bool:
    """Return whether lists and objects are nested deeper than `most`, level by level."""
    level = [value]
    for _ in range(most):
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                inner += cast("dict[str, object]", one).values()
            elif isinstance(one, list):
                inner += cast("list[object]", one)
        level = inner
    return any(isinstance(one, (dict, list)) for one in level)


class DecodedDraft(Struct, frozen=True):
    """A draft and the version of the file it was read from."""

    draft: Draft
    version: int


def encode(draft: Draft, order: Sequence[str] = ()) -> bytes:
    """Return the content of a draft file.

    `order` is that of the questions and lists in the call; others come after, by id. Answers
    to one question are ordered by item, so that versions of a file differ only in answers.
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
        "version": CURRENT_VERSION,
        "written_by": __version__,
        "id": draft.id,
        "pack": pack,
        "created": draft.created.isoformat(),
        "modified": draft.modified.isoformat(),
    }
    others = {name: draft.extra[name] for name in draft.extra if name not in _KNOWN}
    lines = [f" {_json(name)}: {_json(member)}," for name, member in (head | others).items()]
    lines += _list_lines("answers", _answer_rows(draft, keys), ",")
    orphans = [_orphan_row(orphan) for orphan in draft.orphans]
    lines += _list_lines("orphans", [*orphans, *_unknown_rows(draft, "orphans")], "")
    return _to_bytes("{\n" + "\n".join(lines) + "\n}\n")


def decode(content: bytes, migrations: tuple[Migration, ...] = MIGRATIONS) -> DecodedDraft:
    """Return the draft of a file. Raises DraftForeign, DraftDamaged or DraftNewer."""
    members = read_members(content)
    version = members.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DraftDamaged("member", name="version")
    if version > len(migrations) + 1:
        by = members.get("written_by")
        raise DraftNewer(version=version, known=len(migrations) + 1, by=by or "")
    return DecodedDraft(_read_draft(migrate(members, version, migrations)), version)


def _to_bytes(text: str) -> bytes:
    """Return JSON text as UTF-8 with invisible characters escaped, which strings alone contain.

    Most drafts have none, and to look for each takes a tenth of the time of the pattern.
    """
    try:
        if not any(character in text for character in _UNSEEN):
            return text.encode()
    except UnicodeEncodeError:
        pass
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def _list_lines(name: str, rows: Iterable[Mapping[str, object]], comma: str) -> list[str]:
    lines = [f"  {_json(row)}" for row in rows]
    body = ["[", ",\n".join(lines), " ]"] if lines else ["[]"]
    return ["\n".join([f' "{name}": {body[0]}', *body[1:]]) + comma]


def _make_row(key: Key, members: Mapping[str, object]) -> JsonRow:
    item = {"item": key.item} if key.item else {}
    return {"q": key.question, **item, **members}


def _answer_rows(draft: Draft, keys: Iterable[Key]) -> list[JsonRow]:
    """Return the rows of the answers, then the rows that were not understood.

    Unknown members of a row are written back into it as long as its answer exists.
    """
    unknown_members: dict[Key, JsonRow] = {}
    unknown_rows: list[JsonRow] = []
    for row in _unknown_rows(draft, "answers"):
        key = _read_key(row)
        if "value" in row or key not in draft.answers or key in unknown_members:
            unknown_rows.append(row)
        else:
            unknown_members[key] = _unknown_members(row)
    rows = [
        _make_row(key, {"value": to_json(draft.answers[key])} | unknown_members.get(key, {}))
        for key in keys
    ]
    return rows + unknown_rows


def _unknown_rows(draft: Draft, name: str) -> tuple[JsonRow, ...]:
    """Return the rows that were not understood when the file was read."""
    return cast("tuple[JsonRow, ...]", draft.extra.get(name, ()))


def _unknown_members(row: Mapping[str, object]) -> JsonRow:
    return {name: row[name] for name in row if name not in _ROW}


def _orphan_row(orphan: Orphan) -> JsonRow:
    wording = {"wording": to_json(orphan.wording)} if orphan.wording else {}
    return _make_row(orphan.key, {"value": to_json(orphan.value), **wording})


def _read_draft(members: Members) -> Draft:
    answers, duplicates, unknown_answers = _read_answers(_read_rows(members, "answers"))
    orphans, unknown_orphans = _read_orphans(_read_rows(members, "orphans"))
    ref, unknown_pack = _read_pack(members)
    extra = {name: members[name] for name in members if name not in _KNOWN}
    # Under known names: their rows and members that were not understood.
    known = {"answers": unknown_answers, "orphans": unknown_orphans, "pack": unknown_pack}
    extra |= {name: unknown for name, unknown in known.items() if unknown}
    return Draft(
        id=_read_id(members),
        pack=ref,
        created=_read_moment(members, "created"),
        modified=_read_moment(members, "modified"),
        answers=MappingProxyType(answers),
        orphans=(*orphans, *duplicates),
        extra=MappingProxyType(extra),
    )


def _read_answers(
    rows: Iterable[JsonRow],
) -> tuple[dict[Key, Value], list[Orphan], tuple[JsonRow, ...]]:
    """Return the answers, second answers to a question, and rows that are not understood."""
    answers: dict[Key, Value] = {}
    duplicates: list[Orphan] = []
    unknown: list[JsonRow] = []
    for row in rows:
        key, value, rest = _read_key(row), from_json(row.get("value")), _unknown_members(row)
        if value is None or (key in answers and rest):
            unknown.append(row)
        elif key in answers:
            # Two rows for one answer, as a merge tool may leave them: the first one counts.
            duplicates.extend([Orphan(key, value)] if answers[key] != value else [])
        else:
            answers[key] = value
            unknown.extend([_make_row(key, rest)] if rest else [])
    return answers, duplicates, tuple(unknown)


def _read_orphans(rows: Iterable[JsonRow]) -> tuple[list[Orphan], tuple[JsonRow, ...]]:
    orphans: list[Orphan] = []
    unknown: list[JsonRow] = []
    for row in rows:
        value, wording = from_json(row.get("value")), from_json(row.get("wording", ""))
        is_known = not _unknown_members(row).keys() - {"wording"}
        if value is not None and isinstance(wording, str) and is_known:
            orphans.append(Orphan(_read_key(row), value, wording))
        else:
            unknown.append(row)
    return orphans, tuple(unknown)


def _read_rows(members: Members, name: str) -> list[JsonRow]:
    rows = members.get(name, [])
    if not isinstance(rows, list):
        raise DraftDamaged("member", name=name)
    for row in cast("list[object]", rows):
        if not isinstance(row, dict) or not isinstance(cast("Members", row).get("q"), str):
            raise DraftDamaged("member", name=name)
    return cast("list[JsonRow]", rows)


def _read_key(row: Mapping[str, object]) -> Key:
    item = row.get("item", "")
    if not isinstance(item, str):
        raise DraftDamaged("member", name="item")
    return Key(str(row["q"]), item)


def _read_id(members: Members) -> str:
    found = members.get("id")
    if not isinstance(found, str) or not found or len(found) > MAX_ID or _ESCAPED.search(found):
        raise DraftDamaged("member", name="id")
    return found


def _read_pack(members: Members) -> tuple[PackRef, dict[str, object]]:
    match members.get("pack"):
        case {"id": str(name), "edition": str(edition), "revision": int(revision)}:
            pack = cast("dict[str, object]", members["pack"])
            rest = {name: pack[name] for name in pack if name not in _PACK}
            return PackRef(name, edition, revision), rest
        case _:
            raise DraftDamaged("member", name="pack")


def _read_moment(members: Members, name: str) -> datetime:
    moment = parse_moment(str(members.get(name)))
    if moment is None:
        raise DraftDamaged("member", name=name)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
