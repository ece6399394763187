"""How the parts of a package lead to one another, and which content type each one has."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from erasmus_desk.ooxml.archive import TYPES, Archive, Unfit, folded
from erasmus_desk.ooxml.markup import Element, Room, parsed

MOST: Final = 20_000
"""Relationships of one part that are looked at; Word makes one for each picture and each link."""

_KIND_RENAMED: Final = {
    "extendedProperties": "extended-properties",
    "customProperties": "custom-properties",
    "metadata": "core-properties",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One part leads to another inside the package: the kind of tie, and the name it leads to."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Types:
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
