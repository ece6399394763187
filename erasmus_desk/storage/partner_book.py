"""The partner book: organisations saved for use in other drafts and calls."""

from __future__ import annotations

import contextlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.answer_json import from_json, to_json
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.damaged_files import rename_damaged

_SEARCHED_ROLES = ("name", "name_national", "acronym", "city")
_OTHER_ROLES = ("country", "type", "email", "website")
"""What calls ask of organisations beside that; every other role is the name of an identifier."""


class Partner(Struct, frozen=True):
    """One organisation: its answers by question of the call they were given in, and by role.

    `role_values` repeats the answers to questions with a role that all calls share (`name`,
    `country` …), and the identifiers by the names that calls have for them (`pic`, `oid`), so
    that they can be used in a draft for another call.
    """

    id: str
    name: str
    pack: str
    updated: datetime
    values: Mapping[str, Value]
    role_values: Mapping[str, Value]

    @property
    def identifiers(self) -> Mapping[str, str]:
        """The identifiers of the organisation by their names."""
        values = {role: str(value).strip() for role, value in self.role_values.items()}
        others = (*_SEARCHED_ROLES, *_OTHER_ROLES)
        return {role: one for role, one in values.items() if one and role not in others}

    def get_answers(self, pack: Pack) -> Mapping[str, Value]:
        """Return the answers that a call has a question for, by question."""
        known = _find_questions(pack)
        if pack.id == self.pack:
            return {name: value for name, value in self.values.items() if name in known}
        questions = _map_roles(pack)
        answers = ((questions.get(role, ""), value) for role, value in self.role_values.items())
        return {
            question: value
            for question, value in answers
            if question in known and _fits(pack, question, value)
        }


class PartnerBook(Struct, frozen=True):
    """All saved organisations, sorted by name."""

    partners: tuple[Partner, ...] = ()

    def remember(self, draft: Draft, pack: Pack, item: str, clock: Clock = now) -> PartnerBook:
        """Return the book with an organisation of a draft added or updated.

        It is identified by an identifier, such as its PIC; without one, by name and country. An
        identifier that only other calls ask for is kept. An organisation without a name is not
        added.
        """
        values = {
            question: value
            for question in _find_questions(pack)
            if (value := draft.get(Key(question, item))) is not None
        }
        roles = _map_roles(pack).items()
        role_values = {role: values[question] for role, question in roles if question in values}
        name = str(role_values.get("name") or role_values.get("name_national") or "")
        if not name.strip():
            return self
        fresh = Partner(make_item_id(), name, pack.id, clock(), values, role_values)
        known = next((old for old in self.partners if _is_same(old, fresh)), None)
        others = [old for old in self.partners if old is not known]
        if known is not None:
            kept = {name: one for name, one in known.identifiers.items() if name not in dict(roles)}
            fresh = replace(fresh, id=known.id, role_values={**kept, **role_values})
        return _build_book([*others, fresh])

    def find(self, prefixes: str) -> tuple[Partner, ...]:
        """Return the partners with words that begin like this, accents and case ignored."""
        return tuple(one for one in self.partners if _matches(one, _normalise(prefixes).split()))

    def without(self, partner: str) -> PartnerBook:
        """Return the book without the partner of that id."""
        return _build_book(old for old in self.partners if old.id != partner)


class LoadedBook(Struct, frozen=True):
    """The book as read; `damaged` is the new path of a file that could not be read."""

    book: PartnerBook
    damaged: Path | None = None


def load(path: Path, clock: Clock = now) -> LoadedBook:
    """Read the book; a damaged file is renamed, and the book has what can be read of it.

    Raises SaveError when the file exists but cannot be read or renamed.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return LoadedBook(PartnerBook())
    except OSError as problem:
        raise atomic_file.to_save_error(problem, path) from problem
    try:
        book, is_whole = _decode(content)
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return LoadedBook(PartnerBook(), rename_damaged(path, clock()))
    if is_whole:
        return LoadedBook(book)
    readable = _encode_book(book) if book.partners else None
    return LoadedBook(book, rename_damaged(path, clock(), readable))


def save(book: PartnerBook, path: Path) -> None:
    """Write the book. Raises SaveError."""
    atomic_file.make_folder(path.parent)
    atomic_file.write(path, _encode_book(book))


def _encode_book(book: PartnerBook) -> bytes:
    partners = [_encode(partner) for partner in book.partners]
    whole = {"format": "erasmus-desk partners", "version": 1, "partners": partners}
    return (json.dumps(whole, indent=1) + "\n").encode()


def _find_questions(pack: Pack) -> tuple[str, ...]:
    """Return the questions about an organisation, without tables."""
    spec = pack.form.lists.get(pack.role("organisations"))
    names = spec.questions if spec else ()
    questions = ((name, pack.question(name)) for name in names)
    return tuple(name for name, one in questions if one and one.type is not QuestionType.TABLE)


def _map_roles(pack: Pack) -> dict[str, str]:
    """Return the questions about an organisation by role, and identifiers by their names."""
    start = "organisation_"
    asked = [pack.form.questions[name] for name in _find_questions(pack)]
    roles = pack.roles.items()
    return {
        **{role.removeprefix(start): name for role, name in roles if role.startswith(start)},
        **{question.format: question.id for question in asked if question.shape},
    }


def _fits(pack: Pack, question: str, value: Value) -> bool:
    """Return whether a value can be the answer: an identifier has the shape that a call knows."""
    shape = pack.form.questions[question].shape
    return shape is None or (isinstance(value, str) and shape.fits(value.strip()))


def _is_same(one: Partner, other: Partner) -> bool:
    here, there = one.identifiers, other.identifiers
    shared = here.keys() & there.keys()
    if shared:
        return any(here[role] == there[role] for role in shared)
    names = [_normalise(partner.name) for partner in (one, other)]
    countries = [partner.role_values.get("country") for partner in (one, other)]
    return names[0] == names[1] and countries[0] == countries[1]


def _build_book(partners: Iterable[Partner]) -> PartnerBook:
    return PartnerBook(tuple(sorted(partners, key=lambda one: (_normalise(one.name), one.id))))


def _matches(partner: Partner, prefixes: list[str]) -> bool:
    found = [str(partner.role_values.get(role) or "") for role in _SEARCHED_ROLES]
    found += partner.identifiers.values()
    words = _normalise(" ".join(found)).split()
    return all(any(word.startswith(prefix) for word in words) for prefix in prefixes)


def _normalise(text: str) -> str:
    """Return a text without accents, capitals and repeated spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).split())


def _encode(partner: Partner) -> dict[str, object]:
    return {
        "id": partner.id,
        "name": partner.name,
        "pack": partner.pack,
        "updated": partner.updated.isoformat(timespec="seconds"),
        "values": {name: to_json(value) for name, value in partner.values.items()},
        "parts": {name: to_json(value) for name, value in partner.role_values.items()},
    }


class _StoredPartner(Struct):
    """A partner as in the file, with answers as JSON values."""

    id: str
    name: str
    pack: str
    updated: datetime
    values: dict[str, object]
    parts: dict[str, object]


class _StoredBook(Struct):
    format: Literal["erasmus-desk partners"]
    version: Literal[1]
    partners: list[object]


_ENTRY = re.compile(r'\{\s*"id"\s*:')
"""How an entry begins, by which those of a file that is no JSON any more are found."""


def _decode(content: bytes) -> tuple[PartnerBook, bool]:
    """Return what can be read of a file, and whether that is all of it.

    Raises ValueError or MsgspecError if it is not a book of this version.
    """
    text = content.decode("utf-8", "replace")
    try:
        entries, is_whole = msgspec.convert(json.loads(content), _StoredBook).partners, True
    except (json.JSONDecodeError, UnicodeDecodeError):
        entries, is_whole = _find_entries(text), False
        if not entries:
            raise
    read = [_decode_partner(entry) for entry in entries]
    found = [partner for partner, _ in read if partner is not None]
    return _build_book(found), is_whole and all(is_read for _, is_read in read)


def _find_entries(text: str) -> list[object]:
    """Return the entries that can be read of a damaged file."""
    found: list[object] = []
    for begin in _ENTRY.finditer(text):
        with contextlib.suppress(ValueError, RecursionError):
            found.append(json.JSONDecoder().raw_decode(text, begin.start())[0])
    return found


def _decode_partner(entry: object) -> tuple[Partner | None, bool]:
    """Return a partner with the answers that can be read, and whether that is all of it."""
    try:
        one = msgspec.convert(entry, _StoredPartner)
    except msgspec.ValidationError:
        return None, False
    values, parts = _decode_values(one.values), _decode_values(one.parts)
    updated = one.updated if one.updated.tzinfo else one.updated.replace(tzinfo=UTC)
    partner = Partner(one.id, one.name, one.pack, updated, values, parts)
    return partner, len(values) + len(parts) == len(one.values) + len(one.parts)


def _decode_values(found: dict[str, object]) -> Mapping[str, Value]:
    read = {name: from_json(value) for name, value in found.items()}
    return MappingProxyType({name: value for name, value in read.items() if value is not None})
