"""The one door for Word files from outside: opened within bounds, nothing beyond them touched.

How the parts of a package lead to one another, and which content type each one has.
"""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from msgspec import Struct, field

from erasmus_desk.errors import ReturnedError
from erasmus_desk.ooxml.safe_xml import Element, Room, parsed
from erasmus_desk.ooxml.safe_zip import TYPES, Archive, Unfit, folded
from erasmus_desk.review_import.docx_reader import file_type, limits
from erasmus_desk.review_import.docx_reader.limits import MOST_BYTES, WORD, Crowd

MOST: Final = 20_000
"""Relationships of one part that are looked at; Word makes one for each picture and each link."""

_KIND_RENAMED: Final = {
    "extendedProperties": "extended-properties",
    "customProperties": "custom-properties",
    "metadata": "core-properties",
}


class Relation(Struct, frozen=True):
    """One part leads to another inside the package: the kind of tie, and the name it leads to."""

    kind: str
    target: str


class Types(Struct, frozen=True):
    """The content types of a package: by part, folded, and by the end of a name."""

    by_name: dict[str, str]
    by_end: dict[str, str]

    def of(self, name: str) -> str:
        """Give the type of a part, or an empty string."""
        end = posixpath.splitext(name)[1].lstrip(".").casefold()
        return self.by_name.get(folded(name)) or self.by_end.get(end, "")


def types_of(archive: Archive, room: Room) -> Types:
    """Read the content types. Raises Unfit."""
    root = parsed(archive.read(TYPES), TYPES, room)
    types = Types({}, {})
    for entry in _few(root, TYPES):
        kind = entry.get("ContentType") or ""
        if entry.tag.endswith("}Override"):
            types.by_name[folded(entry.get("PartName") or "")] = kind
        elif entry.tag.endswith("}Default"):
            types.by_end[(entry.get("Extension") or "").casefold()] = kind
    return types


def relations_of(archive: Archive, source: str, room: Room) -> tuple[Relation, ...]:
    """Give where a part leads inside the package; "" is the package itself. Raises Unfit.

    What leads out of the package is left out: it is never followed, not even looked for.
    """
    folder, name = posixpath.split(source)
    rels = f"{folder.rstrip('/')}/_rels/{name}.rels"
    if rels not in archive:
        return ()
    root = parsed(archive.read(rels), rels, room)
    return tuple(
        Relation(_kind(entry.get("Type") or ""), _resolved(folder, entry.get("Target") or ""))
        for entry in _few(root, rels)
        if (entry.get("TargetMode") or "").casefold() != "external"
    )


def _few(root: Element, name: str) -> Element:
    if len(root) > MOST:
        raise Unfit("large", name)
    return root


def _kind(uri: str) -> str:
    """Give the last segment, by which the editions of the format agree, in the older spelling."""
    last = uri.rstrip("/").rpartition("/")[2]
    return _KIND_RENAMED.get(last, last)


def _resolved(folder: str, target: str) -> str:
    """Give the name inside the package; one that climbs out of it ends at its root."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).replace("//", "/")


__all__ = ("Element", "Package", "Part", "opened", "read")

_DOCUMENT: Final = "officeDocument"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_MAIN_KINDS: Final = (
    f"{_OFFICE}.wordprocessingml.document.main+xml",
    f"{_OFFICE}.wordprocessingml.template.main+xml",
)
_ROOT: Final = f"{{{WORD}}}document"
_BODY: Final = f"{{{WORD}}}body"
_AROUND: Final = frozenset(("core-properties", "extended-properties", "custom-properties"))
_READ: Final = frozenset(
    (
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
        *("header", "footer", "footnotes", "endnotes", "customXml", "styles", "numbering"),
        "settings",
    )
)
"""Kinds of relationships from the main part that are read; fonts, themes and so on say nothing."""

_TEXTS: Final = frozenset(("comments", "header", "footer", "footnotes", "endnotes"))
_EMBEDDED: Final = frozenset(("aFChunk", "oleObject", "package", "subDocument", "attachedTemplate"))
_CODES: Final = {
    "password": "password",
    "large": "absurd",
    "doctype": "doctype",
    "twice": "twice",
    "torn": "damaged.torn",
    "damaged": "damaged",
    "absent": "damaged",
}


class Part(Struct, frozen=True):
    """One XML part: its name ("/word/document.xml"), its content type, its root element."""

    name: str
    kind: str
    root: Element


class Package(Struct, frozen=True):
    """An opened Word file.

    `parts` holds by name the main part and those it leads to that readers want. `pictures` and
    `embedded` name what came along and is not read: images, and other files inside this one.
    """

    main: Part
    parts: Mapping[str, Part]
    pictures: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    _by_kind: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def related(self, kind: str) -> tuple[Part, ...]:
        """Give the parts of a kind, in the order the file names them.

        `kind` is the last segment of the type of relationship, the same for every edition of the
        format: "comments", "commentsExtended", "customXml", "header", "core-properties" …
        """
        return tuple(self.parts[name] for name in self._by_kind.get(kind, ()))


def read(path: Path) -> bytes:
    """Read a file of at most `MOST_BYTES`. Raises ReturnedError, the path among its facts."""
    where = str(path)
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            kind = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(kind):
                raise ReturnedError("special", path=where)
            content = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as problem:
        raise ReturnedError("missing", path=where) from problem
    except OSError as problem:
        code = "folder" if path.is_dir() else "unreadable"
        raise ReturnedError(code, path=where, problem=problem.strerror or "") from problem
    if len(content) > MOST_BYTES:
        raise _too_large(path=where)
    return content


def opened(content: bytes) -> Package:
    """Open a Word file. Raises ReturnedError; the path is for the caller to add to its facts."""
    if not content:
        raise ReturnedError("empty")
    if len(content) > MOST_BYTES:
        raise _too_large()
    try:
        return _package(Archive(content, limits.bounds()))
    except Unfit as problem:
        raise _told(problem, content) from problem


def _without_waiting(path: str, flags: int) -> int:
    """Open a pipe that nobody writes to without waiting for somebody."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(**facts: object) -> ReturnedError:
    return ReturnedError("too-large", most=MOST_BYTES // 1024**2, **facts)


def _package(archive: Archive) -> Package:
    room = limits.room()
    if TYPES not in archive:
        raise file_type.zipped(archive, otherwise="not-docx")
    types = types_of(archive, room)
    around = relations_of(archive, "", room)
    name = next((one.target for one in around if one.kind == _DOCUMENT), "")
    _demand_word(archive, types, name)
    main = Part(name, types.of(name), parsed(archive.read(name), name, room, looks=False))
    if main.root.tag != _ROOT or main.root.find(_BODY) is None:
        raise ReturnedError("damaged.main")
    crowd = Crowd()
    crowd.join(main.root, name)
    ties = relations_of(archive, name, room)
    parts = {name: main}
    by_kind: dict[str, list[str]] = {}
    for tie in _wanted(around, ties, archive):
        if tie.target not in parts:
            looks = tie.kind not in _TEXTS
            root = parsed(archive.read(tie.target), tie.target, room, looks=looks)
            crowd.join(root, tie.target)
            parts[tie.target] = Part(tie.target, types.of(tie.target), root)
        names = by_kind.setdefault(tie.kind, [])
        if tie.target not in names:
            names.append(tie.target)
    return Package(
        main,
        parts,
        tuple(one.target for one in ties if one.kind == "image"),
        tuple(one.target for one in ties if one.kind in _EMBEDDED),
        {kind: tuple(names) for kind, names in by_kind.items()},
    )


def _demand_word(archive: Archive, types: Types, name: str) -> None:
    """Raise ReturnedError unless the main part is a Word text without macros."""
    kind = types.of(name).casefold()
    everything = (*types.by_name.values(), *types.by_end.values(), *archive.names)
    if kind not in _MAIN_KINDS and "word" not in kind:
        raise file_type.zipped(archive, otherwise="damaged.main" if name else "not-docx")
    if "macroenabled" in kind or any("vbaproject" in one.casefold() for one in everything):
        raise ReturnedError("macros")
    if kind not in _MAIN_KINDS or name not in archive:
        raise ReturnedError("damaged.main")


def _wanted(
    around: Iterable[Relation], ties: Iterable[Relation], archive: Archive
) -> Iterator[Relation]:
    """Give what is to be read beside the main part and is there."""
    yield from (one for one in around if one.kind in _AROUND and one.target in archive)
    yield from (one for one in ties if one.kind in _READ and one.target in archive)


def _told(problem: Unfit, content: bytes) -> ReturnedError:
    """Turn what is wrong with the package into what the user is told."""
    if problem.why == "foreign":
        return file_type.foreign(content)
    if problem.why == "ole":
        return file_type.ole(content)
    return ReturnedError(_CODES[problem.why], part=problem.name)
