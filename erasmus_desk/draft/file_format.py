"""A draft as the text of its file, and back: one answer a line, nothing lost on the way.

The outer shell of a draft file: bounded JSON that names each member once.

Old draft files made new, one version at a time.
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
from erasmus_desk.draft.answer_json import of_json, to_json
from erasmus_desk.draft.model import Draft, Key, Orphan, PackRef, Value
from erasmus_desk.errors import DraftDamaged, DraftForeign, DraftNewer

Members = dict[str, object]
"""The members of a draft file, as JSON gave them."""

Migration = Callable[[Members], Members]
"""Takes the members of one version and gives those of the next; it alters nothing it is given."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The first leads from version 1 to 2, and so on. Each version that ever was keeps a sample in
`tests/drafts/v<n>/`, and a migration without one fails the tests."""

CURRENT = len(MIGRATIONS) + 1
"""The version this program writes."""


def migrated(
    members: Members, version: int, migrations: tuple[Migration, ...] = MIGRATIONS
) -> Members:
    """Give the members as the last of the `migrations` leaves them."""
    for migration in migrations[version - 1 :]:
        members = migration(members)
    return members


FORMAT = "erasmus-desk draft"
MAX_BYTES = 64 * 1024 * 1024
"""Largest file read; the heaviest proposal known takes half a megabyte."""
MAX_DEPTH = 40
"""Deepest nesting read; our own members need four, members of others get the rest."""


def read_members(content: bytes) -> Members:
    """Give the members of a draft file of any version.

    Raises DraftForeign or DraftDamaged (`cut` with line and column, `characters` with line,
    `twice` with the name, `empty`, `too-large`, `absurd`).
    """
    if len(content) > MAX_BYTES:
        raise DraftDamaged("too-large", bytes=len(content), most=MAX_BYTES)
    if not content.strip(b"\0 \t\r\n"):
        # What a power cut or a half-fetched cloud file leaves; nobody else writes such files.
        raise DraftDamaged("empty")
    try:
        members: object = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once_each)
    except json.JSONDecodeError as problem:
        raise _damaged(content, "cut", line=problem.lineno, column=problem.colno) from problem
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise _damaged(content, "characters", line=line) from problem
    except _Twice as problem:
        raise _damaged(content, "twice", name=problem.name) from problem
    except (ValueError, RecursionError) as problem:
        raise _damaged(content, "absurd") from problem
    if not isinstance(members, dict):
        raise DraftForeign
    found = cast("Members", members)
    if found.get("format") != FORMAT:
        raise DraftForeign
    if _deeper(found, MAX_DEPTH):
        raise DraftDamaged("absurd")
    return found


class _Twice(ValueError):
    """An object names a member twice: one of the two would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return members


def _damaged(content: bytes, code: str, **facts: object) -> DraftDamaged | DraftForeign:
    """Tell a broken draft from a file that never was one, by the mark all drafts bear."""
    return DraftDamaged(code, **facts) if FORMAT.encode() in content else DraftForeign()


def _deeper(value: object, most: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    whole = cast("dict[str, object] | list[object]", value)
    inner = whole.values() if isinstance(whole, dict) else whole
    return most == 0 or any(_deeper(one, most - 1) for one in inner)


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


class Decoded(Struct, frozen=True):
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
