"""The partner book: organisations remembered across drafts and calls."""

from __future__ import annotations

import contextlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.answer_json import of_json, to_json
from erasmus_desk.draft.create import new_item
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.errors import TargetRefused
from erasmus_desk.storage.drafts import Clock, now

FORMAT = "erasmus-desk partners"
VERSION = 1

_SEARCHED = ("name", "name_national", "acronym", "city", "pic")


class Partner(Struct, frozen=True):
    """One organisation: its answers by question of the call they were given in, and by part.

    `parts` repeats the answers whose meaning every call names (`name`, `country`, `pic` …), so
    that an organisation met in one call can be put into a draft for another.
    """

    id: str
    name: str
    pack: str
    updated: datetime
    values: Mapping[str, Value]
    parts: Mapping[str, Value]

    def answers(self, pack: Pack) -> Mapping[str, Value]:
        """Give the answers that a call has a question for, by question."""
        known = _questions(pack)
        if pack.id == self.pack:
            return {name: value for name, value in self.values.items() if name in known}
        places = _parts(pack)
        found = ((places.get(part, ""), value) for part, value in self.parts.items())
        return {question: value for question, value in found if question in known}


class PartnerBook(Struct, frozen=True):
    """All organisations remembered, by name."""

    partners: tuple[Partner, ...] = ()

    def remember(self, draft: Draft, pack: Pack, item: str, clock: Clock = now) -> PartnerBook:
        """Give the book with an organisation of a draft, new or brought up to date.

        It is known again by its PIC; without one, by name and country. An organisation
        without a name is not kept.
        """
        values = {
            question: value
            for question in _questions(pack)
            if (value := draft.get(Key(question, item))) is not None
        }
        parts = {
            part: values[question] for part, question in _parts(pack).items() if question in values
        }
        name = str(parts.get("name") or parts.get("name_national") or "")
        if not name.strip():
            return self
        fresh = Partner(new_item(), name, pack.id, clock(), values, parts)
        known = next((old for old in self.partners if _same(old, fresh)), None)
        others = [old for old in self.partners if old is not known]
        return _book([*others, replace(fresh, id=known.id) if known else fresh])

    def find(self, beginning: str) -> tuple[Partner, ...]:
        """Give the partners of which a word (or the PIC) begins so; accents and case aside."""
        sought = _plain(beginning).split()
        return tuple(
            partner
            for partner in self.partners
            if all(any(word.startswith(one) for word in _words(partner)) for one in sought)
        )

    def without(self, partner: str) -> PartnerBook:
        """Give the book without a partner, by its id."""
        return _book(old for old in self.partners if old.id != partner)


class LoadedBook(Struct, frozen=True):
    """The book as read; `damaged` is where a file was moved to that could not be read."""

    book: PartnerBook
    damaged: Path | None = None


def load(path: Path, clock: Clock = now) -> LoadedBook:
    """Read the book; a file that is none is moved aside, and the book begins anew.

    Raises TargetRefused when the file is there but cannot be read or moved.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return LoadedBook(PartnerBook())
    except OSError as problem:
        raise atomic_file.refusal(problem, path) from problem
    with contextlib.suppress(ValueError, RecursionError):
        return LoadedBook(_decoded(content))
    aside = path.with_name(f"{path.stem}.damaged-{clock().strftime('%Y%m%d-%H%M%S')}{path.suffix}")
    try:
        path.replace(aside)
    except OSError as problem:
        raise TargetRefused("no-right", path=str(path)) from problem
    return LoadedBook(PartnerBook(), aside)


def save(book: PartnerBook, path: Path) -> None:
    """Write the book. Raises SaveError."""
    partners = [_encoded(partner) for partner in book.partners]
    whole = {"format": FORMAT, "version": VERSION, "partners": partners}
    atomic_file.make_folder(path.parent)
    atomic_file.write(path, (json.dumps(whole, indent=1) + "\n").encode())


def _questions(pack: Pack) -> tuple[str, ...]:
    """Give the questions about an organisation that are answered by one value."""
    spec = pack.form.lists.get(pack.role("organisations"))
    names = spec.questions if spec else ()
    asked = ((name, pack.question(name)) for name in names)
    return tuple(name for name, one in asked if one and one.type is not QuestionType.TABLE)


def _parts(pack: Pack) -> dict[str, str]:
    """Give the questions about an organisation by the part they play."""
    start = "organisation_"
    roles = pack.roles.items()
    return {role.removeprefix(start): name for role, name in roles if role.startswith(start)}


def _same(one: Partner, other: Partner) -> bool:
    pics = [str(partner.parts.get("pic") or "").strip() for partner in (one, other)]
    if all(pics):
        return pics[0] == pics[1]
    names = [_plain(partner.name) for partner in (one, other)]
    lands = [partner.parts.get("country") for partner in (one, other)]
    return names[0] == names[1] and lands[0] == lands[1]


def _book(partners: Iterable[Partner]) -> PartnerBook:
    return PartnerBook(tuple(sorted(partners, key=lambda one: (_plain(one.name), one.id))))


def _words(partner: Partner) -> list[str]:
    return _plain(" ".join(str(partner.parts.get(part) or "") for part in _SEARCHED)).split()


def _plain(text: str) -> str:
    """Give a text without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).split())


def _encoded(partner: Partner) -> dict[str, object]:
    return {
        "id": partner.id,
        "name": partner.name,
        "pack": partner.pack,
        "updated": partner.updated.isoformat(timespec="seconds"),
        "values": {name: to_json(value) for name, value in partner.values.items()},
        "parts": {name: to_json(value) for name, value in partner.parts.items()},
    }


def _decoded(content: bytes) -> PartnerBook:
    """Read the file. Raises ValueError for what is no book, or one of a newer program."""
    book = _members(json.loads(content))
    partners = book.get("partners")
    if (book.get("format"), book.get("version")) != (FORMAT, VERSION):
        raise ValueError(FORMAT)
    if not isinstance(partners, list):
        raise ValueError(FORMAT)  # noqa: TRY004 -- what a broken file holds is a wrong value
    return _book(_partner(_members(one)) for one in cast("list[object]", partners))


def _partner(found: dict[str, object]) -> Partner:
    match found:
        case {"id": str(name), "name": str(label), "pack": str(pack), "updated": str(updated)}:
            moment = datetime.fromisoformat(updated)
            zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            values, parts = _values(found.get("values")), _values(found.get("parts"))
            return Partner(name, label, pack, zoned, values, parts)
        case _:
            raise ValueError(FORMAT)


def _members(found: object) -> dict[str, object]:
    if not isinstance(found, dict):
        raise ValueError(FORMAT)  # noqa: TRY004 -- what a broken file holds is a wrong value
    return cast("dict[str, object]", found)


def _values(found: object) -> Mapping[str, Value]:
    read = {name: of_json(value) for name, value in _members(found).items()}
    return MappingProxyType({name: value for name, value in read.items() if value is not None})
