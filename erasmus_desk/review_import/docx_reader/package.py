"""Opening of Word packages from outside, within limits; external targets are never followed."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from msgspec import Struct, field

from erasmus_desk.errors import ReturnedError, SystemProblem
from erasmus_desk.ooxml.safe_xml import Element, ParseLimits, parse_xml
from erasmus_desk.ooxml.safe_zip import (
    CONTENT_TYPES,
    Archive,
    PackageError,
    UnpackLimits,
    fold_name,
)
from erasmus_desk.path_checks import SpecialFile, is_folder, read_content
from erasmus_desk.review_import.docx_reader import file_type, limits
from erasmus_desk.review_import.docx_reader.limits import MAX_BYTES, WORD, ElementCounter

MAX_RELATIONSHIPS: Final = 20_000
"""Relationships of one part; Word makes one for each picture and each link."""

_KIND_RENAMED: Final = {
    "extendedProperties": "extended-properties",
    "customProperties": "custom-properties",
    "metadata": "core-properties",
}


class Relationship(Struct, frozen=True):
    """An internal relationship: the last segment of its type, and the part it leads to."""

    kind: str
    target: str


class ContentTypes(Struct, frozen=True):
    """The content types of a package, by part name (folded) and by extension."""

    by_name: dict[str, str]
    by_extension: dict[str, str]

    def find(self, name: str) -> str:
        """Return the type of a part, or an empty string."""
        end = posixpath.splitext(name)[1].lstrip(".").casefold()
        return self.by_name.get(fold_name(name)) or self.by_extension.get(end, "")


def read_content_types(archive: Archive, parse_limits: ParseLimits) -> ContentTypes:
    """Read the content types. Raises Unfit."""
    root = parse_xml(archive.read(CONTENT_TYPES), CONTENT_TYPES, parse_limits)
    types = ContentTypes({}, {})
    for entry in _check_count(root, CONTENT_TYPES):
        kind = entry.get("ContentType") or ""
        if entry.tag.endswith("}Override"):
            types.by_name[fold_name(entry.get("PartName") or "")] = kind
        elif entry.tag.endswith("}Default"):
            types.by_extension[(entry.get("Extension") or "").casefold()] = kind
    return types


def read_relationships(
    archive: Archive, source: str, parse_limits: ParseLimits
) -> tuple[Relationship, ...]:
    """Return the internal relationships of a part, "" for the package. Raises Unfit."""
    folder, name = posixpath.split(source)
    rels = f"{folder.rstrip('/')}/_rels/{name}.rels"
    if rels not in archive:
        return ()
    root = parse_xml(archive.read(rels), rels, parse_limits)
    return tuple(
        Relationship(
            _shorten_type(entry.get("Type") or ""),
            _resolve_target(folder, entry.get("Target") or ""),
        )
        for entry in _check_count(root, rels)
        if (entry.get("TargetMode") or "").casefold() != "external"
    )


def _check_count(root: Element, name: str) -> Element:
    if len(root) > MAX_RELATIONSHIPS:
        raise PackageError("large", name)
    return root


def _shorten_type(uri: str) -> str:
    """Return the last segment of a type, in the spelling of the older edition."""
    last = uri.rstrip("/").rpartition("/")[2]
    return _KIND_RENAMED.get(last, last)


def _resolve_target(folder: str, target: str) -> str:
    """Return the part name of a target; one that climbs out of the package ends at its root."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).replace("//", "/")


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_MAIN_CONTENT_TYPES: Final = (
    f"{_OFFICE}.wordprocessingml.document.main+xml",
    f"{_OFFICE}.wordprocessingml.template.main+xml",
)
_DOCUMENT_ELEMENT: Final = f"{{{WORD}}}document"
_BODY_ELEMENT: Final = f"{{{WORD}}}body"
_PACKAGE_KINDS: Final = frozenset(("core-properties", "extended-properties", "custom-properties"))
_PART_KINDS: Final = frozenset(
    (
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
        *("header", "footer", "footnotes", "endnotes", "customXml", "styles", "numbering"),
        "settings",
    )
)
"""Relationships of the main part that are read; fonts, themes and so on hold no text."""

_TEXT_KINDS: Final = frozenset(("comments", "header", "footer", "footnotes", "endnotes"))
_EMBEDDED_KINDS: Final = frozenset(
    ("aFChunk", "oleObject", "package", "subDocument", "attachedTemplate")
)
_CODES: Final = {
    "password": "password",
    "large": "absurd",
    "doctype": "doctype",
    "twice": "twice",
    "torn": "damaged.torn",
    "damaged": "damaged",
    "absent": "damaged",
}


class PackagePart(Struct, frozen=True):
    """An XML part: name ("/word/document.xml"), content type, root element."""

    name: str
    content_type: str
    root: Element


class Package(Struct, frozen=True):
    """An opened Word file.

    `parts` holds by name the main part and those that readers need. `pictures` and `embedded`
    name targets that are not read.
    """

    main: PackagePart
    parts: Mapping[str, PackagePart]
    pictures: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    _by_kind: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def find_parts(self, kind: str) -> tuple[PackagePart, ...]:
        """Return the parts of a relationship kind in file order.

        `kind` is the last segment of the relationship type, equal in every edition of the format:
        "comments", "commentsExtended", "customXml", "header", "core-properties" …
        """
        return tuple(self.parts[name] for name in self._by_kind.get(kind, ()))


def read_file(path: Path) -> bytes:
    """Read a file of at most `MAX_BYTES`. Raises ReturnedError, the path among its facts."""
    path_text = str(path)
    try:
        content = read_content(path, MAX_BYTES)
    except SpecialFile as problem:
        raise ReturnedError("special", path=path_text) from problem
    except (FileNotFoundError, NotADirectoryError, ValueError) as problem:
        raise ReturnedError("missing", path=path_text) from problem
    except OSError as problem:
        code = "folder" if is_folder(path) else "unreadable"
        reason = SystemProblem.of(problem)
        raise ReturnedError(code, path=path_text, problem=reason) from problem
    if len(content) > MAX_BYTES:
        raise _build_size_error(path=path_text)
    return content


def open_package(content: bytes) -> Package:
    """Open a Word file. Raises ReturnedError; the caller adds the path to its facts."""
    if not content:
        raise ReturnedError("empty")
    if len(content) > MAX_BYTES:
        raise _build_size_error()
    try:
        unpack_limits = UnpackLimits(limits.MAX_PART, limits.MAX_UNPACKED)
        return _build_package(Archive(content, unpack_limits))
    except PackageError as problem:
        raise _build_error(problem, content) from problem


def _build_size_error(**facts: object) -> ReturnedError:
    return ReturnedError("too-large", most=MAX_BYTES // 1024**2, **facts)


def _build_package(archive: Archive) -> Package:
    parse_limits = ParseLimits(limits.MAX_TREE_ELEMENTS, limits.MAX_TREE_BYTES)
    if CONTENT_TYPES not in archive:
        raise file_type.identify_zip(archive, otherwise="not-docx")
    types = read_content_types(archive, parse_limits)
    outer = read_relationships(archive, "", parse_limits)
    name = next((one.target for one in outer if one.kind == "officeDocument"), "")
    _require_word(archive, types, name)
    main = PackagePart(
        name,
        types.find(name),
        parse_xml(archive.read(name), name, parse_limits, keep_formatting=False),
    )
    if main.root.tag != _DOCUMENT_ELEMENT or main.root.find(_BODY_ELEMENT) is None:
        raise ReturnedError("damaged.main")
    counter = ElementCounter()
    counter.count(main.root, name)
    inner = read_relationships(archive, name, parse_limits)
    parts = {name: main}
    by_kind: dict[str, list[str]] = {}
    read = [one for one in outer if one.kind in _PACKAGE_KINDS]
    read += (one for one in inner if one.kind in _PART_KINDS)
    for kind, target in ((one.kind, one.target) for one in read if one.target in archive):
        if target not in parts:
            keep = kind not in _TEXT_KINDS
            root = parse_xml(archive.read(target), target, parse_limits, keep_formatting=keep)
            counter.count(root, target)
            parts[target] = PackagePart(target, types.find(target), root)
        names = by_kind.setdefault(kind, [])
        if target not in names:
            names.append(target)
    return Package(
        main,
        parts,
        tuple(one.target for one in inner if one.kind == "image"),
        tuple(one.target for one in inner if one.kind in _EMBEDDED_KINDS),
        {kind: tuple(names) for kind, names in by_kind.items()},
    )


def _require_word(archive: Archive, types: ContentTypes, name: str) -> None:
    """Raise ReturnedError unless the main part is a Word document without macros."""
    kind = types.find(name).casefold()
    all_names = (*types.by_name.values(), *types.by_extension.values(), *archive.names)
    if kind not in _MAIN_CONTENT_TYPES and "word" not in kind:
        raise file_type.identify_zip(archive, otherwise="damaged.main" if name else "not-docx")
    if "macroenabled" in kind or any("vbaproject" in one.casefold() for one in all_names):
        raise ReturnedError("macros")
    if kind not in _MAIN_CONTENT_TYPES or name not in archive:
        raise ReturnedError("damaged.main")


def _build_error(problem: PackageError, content: bytes) -> ReturnedError:
    """Return the user's error for an unfit package."""
    if problem.problem == "foreign":
        return file_type.identify_file(content)
    if problem.problem == "ole":
        return file_type.identify_ole(content)
    return ReturnedError(_CODES[problem.problem], part=problem.name)
