"""Drafts in which every answer is unique, and a search of whole Word files for answers.

Who may see which mark is defined here independently of the program.
"""

import base64
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from erasmus_desk.call.form import ListSpec, Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Change, Draft, Key, Value

NOBODY = frozenset[str]()
_WRITTEN = (QuestionType.LINE, QuestionType.TEXT)
_COUNTED = (QuestionType.NUMBER, QuestionType.MONEY)
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
_SIGN = re.compile(rb"mark\d{5}x|\d{7,}|(?<!\d)\d{1,3}(?:[,. '\xa0]\d{3})+(?!\d)")
"""What a mark looks like: a word, a long number, or one that is written in groups."""


@dataclass(frozen=True)
class Mark:
    """A unique value, its key, and the organisations that may see it."""

    key: Key
    value: Value
    seen_by: frozenset[str]

    def is_for(self, partner: str) -> bool:
        return partner in self.seen_by

    @property
    def sign(self) -> str:
        """What is looked for: the part of the value that no other has."""
        found = _SIGN.search(str(self.value).encode())
        assert found is not None
        return found[0].decode()


def mark_answers(draft: Draft, pack: Pack) -> tuple[Draft, tuple[Mark, ...]]:
    """Return the draft with a mark of its own in every place for words, numbers and amounts.

    Places without an answer get one too, if they can be asked at all.
    """
    numbers = count(1)
    marks: list[Mark] = []
    for key, seen_by in _places(draft, pack):
        question = pack.form.questions[key.question]
        value = _value(question, next(numbers))
        if value is not None:
            marks.append(Mark(key, value, seen_by))
    return draft.apply(*(Change(one.key, draft.get(one.key), one.value) for one in marks)), tuple(
        marks
    )


def _value(question: Question, number: int) -> Value | None:
    if question.type in _WRITTEN:
        shapes = {
            "pic": f"87{number:07}",
            "oid": f"E8{number:07}",
            "phone": f"+4{number:08}",
            "email": f"mark{number:05}x@example.org",
            "url": f"https://mark{number:05}x.example.org",
        }
        return shapes.get(question.format, f"mark{number:05}x")
    if question.type in _COUNTED:
        whole = 7_000_000 + number * 11
        return Decimal(whole) if question.type is QuestionType.MONEY else whole
    return None


def _places(draft: Draft, pack: Pack) -> Iterator[tuple[Key, frozenset[str]]]:
    form, parties = pack.form, pack.role("organisations")
    open_to_all = {pack.role(role) for role in ("title", "acronym", "start", "months")}
    for question in form.questions.values():
        if not form.list_of(question.id) and question.id not in open_to_all:
            yield Key(question.id), NOBODY
    for spec in form.lists.values():
        if spec.parent:
            continue
        for item in draft.items(spec.id):
            inside = [
                (form.lists[name], row)
                for name in form.nested_lists(spec.id)
                for row in draft.items(name, item)
            ]
            owners = _named(spec, item, draft, pack)
            if spec.id == parties:
                owners = frozenset({item})
            whole = owners.union(*(_named(one, row, draft, pack) for one, row in inside))
            yield from _of(spec, item, whole, pack, is_titled=True)
            for inner, row in inside:
                own = _named(inner, row, draft, pack) or (whole if len(whole) == 1 else NOBODY)
                yield from _of(inner, row, own, pack)


def _of(
    spec: ListSpec, item: str, seen_by: frozenset[str], pack: Pack, *, is_titled: bool = False
) -> Iterator[tuple[Key, frozenset[str]]]:
    for name in spec.questions:
        question = pack.form.questions[name]
        is_money = question.type is QuestionType.MONEY or question.private
        is_private = is_money or question.format in {"pic", "oid", "email", "phone", "url"}
        if is_titled and name == spec.name:
            continue  # by its name an organisation or an activity may be called anywhere
        yield Key(name, item), NOBODY if is_private and len(seen_by) > 1 else seen_by


def _named(spec: ListSpec, item: str, draft: Draft, pack: Pack) -> frozenset[str]:
    parties = pack.role("organisations")
    found: set[str] = set()
    for name in spec.questions:
        value = draft.get(Key(name, item))
        if pack.form.questions[name].of == parties and value is not None:
            found |= set(value) if isinstance(value, tuple) else {str(value)}
    return frozenset(found)


def find_marks(content: bytes) -> Mapping[str, set[str]]:
    """Return all that looks like a mark in a Word file, however it is written, by part."""
    found = {"whole": set(_signs(content))}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found["names"] = set(_signs("\n".join(archive.namelist()).encode() + archive.comment))
        for entry in archive.infolist():
            part = archive.read(entry) + entry.extra + entry.comment
            found[entry.filename] = {sign for one in _readings(part) for sign in _signs(one)}
    return found


def find_visible_marks(content: bytes) -> set[str]:
    """Return the marks that can be read in a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return set(_signs(_read(archive.read("word/document.xml"))))


def _signs(text: bytes) -> Iterator[str]:
    for one in _SIGN.findall(text):
        yield one.decode("latin-1")
        yield "".join(sign for sign in one.decode("latin-1") if sign.isalnum())


def _read(part: bytes) -> bytes:
    """Return the words of a part without its tags: they may be spread over several runs."""
    lines = part.decode("utf-8", "replace").replace("</w:p>", "\n")
    text = html.unescape(re.sub(r"<[^>]*>", "", lines))
    return text.replace("\u202f", " ").encode("latin-1", "replace")


def _readings(part: bytes) -> Iterator[bytes]:
    inside = [part, *_unpacked(part)]
    for piece in set(_BASE64.findall(part)):
        bare = piece.rstrip(b"=")
        with suppress(ValueError):
            plain = base64.b64decode(
                bare + b"=" * (-len(bare) % 4), b"-_" if b"_" in bare else None
            )
            inside += [plain, *_unpacked(plain)]
    for one in inside:
        yield one
        yield _read(one)
        # Sixteen bits for each letter, in either order.
        yield one.replace(b"\0", b"")


def _unpacked(part: bytes) -> Iterator[bytes]:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS, zlib.MAX_WBITS + 16):
        with suppress(zlib.error):
            yield zlib.decompress(part, bits)


def find_leaks(content: bytes, marks: tuple[Mark, ...], partner: str) -> list[str]:
    """Return the marks in a file that the partner may not see."""
    parts = find_marks(content)
    return [
        f"{mark.key} in {name}"
        for mark in marks
        if not mark.is_for(partner)
        for name, found in parts.items()
        if mark.sign in found
    ]
