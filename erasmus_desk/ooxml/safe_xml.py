"""XML from outside, parsed within bounds, in the one set of namespaces that readers know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Protocol, cast

from lxml import (  # pyright: ignore[reportMissingTypeStubs]
    etree as _untyped,  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
)
from msgspec import Struct

from erasmus_desk.ooxml.safe_zip import Unfit

MOST_DEPTH: Final = 100
"""Levels of elements. A text box in a table in a control in a table is at level 40; a reader that
calls itself once or twice a level stays far from Python's own bound."""

MOST_TAGS: Final = 1_000_000
"""Elements of one part as written, those of its looks included: four times as many as LibreOffice
makes of the largest plan."""

_ELEMENT, _TEXT, _ATTRIBUTE = 128, 144, 232
"""Bytes that the parser keeps for each, measured with libxml2 2.14 on 64 bits."""

_PIECE: Final = 1 << 18
_etree = cast("Any", _untyped)
_TOO_DEEP = f"boolean({'/*' * (MOST_DEPTH + 1)})"
_DOCTYPE = re.compile(rb"(?:\s++|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.DOTALL)
_MARKS = (
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
    *((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")),
)
_TAG = re.compile(rb"""<(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>""")
_STRICT = re.compile(
    rb"""(\sxmlns(?::[^\s=]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/([\w/]+)(?=["'])"""
)
_LOOKS = re.compile(
    rb"<w:(?:rFonts|lang|kern|color|sz|szCs|bCs|iCs|ind|jc|shd|tcW|top|bottom|left|right"
    rb"|widowControl|keepNext|keepLines|cantSplit|noProof|proofErr)(?:\s[^<>]*)?/>"
)
_STRICT_HOST = b"http://purl.oclc.org/ooxml/"
_RENAMED = {
    b"extendedProperties": b"extended-properties",
    b"customProperties": b"custom-properties",
}


class Element(Protocol):
    """What readers use of an element of lxml, which brings no types of its own.

    Comments and processing instructions are not kept, so that every node is an element.
    """

    @property
    def tag(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str | None: ...  # noqa: D102
    @property
    def tail(self) -> str | None: ...  # noqa: D102
    @property
    def attrib(self) -> Mapping[str, str]: ...  # noqa: D102
    def get(self, key: str, default: str = ..., /) -> str | None: ...  # noqa: D102
    def find(self, path: str, /) -> Element | None: ...  # noqa: D102
    def findall(self, path: str, /) -> list[Element]: ...  # noqa: D102
    def iterfind(self, path: str, /) -> Iterator[Element]: ...  # noqa: D102
    def iter(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102
    def iterchildren(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102
    def iterdescendants(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102
    def iterancestors(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102
    def itertext(self, *tags: str) -> Iterator[str]: ...  # noqa: D102
    def getparent(self) -> Element | None: ...  # noqa: D102
    def getnext(self) -> Element | None: ...  # noqa: D102
    def getprevious(self) -> Element | None: ...  # noqa: D102
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


class Room(Struct):
    """How much may still be parsed: `elements`, and `memory` in bytes that their trees take."""

    elements: int
    memory: int

    def take(self, content: bytes, name: str) -> None:
        """Reckon before parsing what the tree will take at most. Raises Unfit.

        Counted are bytes that every element, text and attribute must have: an upper bound that
        needs no parser, and no more time than reading does.
        """
        starts = _starts(content)
        texts = content.count(b">") - content.count(b"><") + content.count(b"<![CDATA[")
        self.elements -= starts
        self.memory -= _ELEMENT * starts + _TEXT * texts + _ATTRIBUTE * content.count(b"=")
        self.memory -= len(content)
        if self.elements < 0 or self.memory < 0:
            raise Unfit("large", name)


def parsed(content: bytes, name: str, room: Room, *, looks: bool = True) -> Element:
    """Give the root of a part, strict namespaces turned into those of every day.

    No entity is expanded, nothing is fetched. Without `looks`, empty elements that only say how
    text looks are left out; LibreOffice writes more of them than of all else, and a tree of half
    the elements takes a fifth of the memory. Raises Unfit: damaged, doctype or large.
    """
    plain = _as_utf8(content, name)
    if _DOCTYPE.match(plain):
        raise Unfit("doctype", name)
    if _starts(plain) > MOST_TAGS:
        raise Unfit("large", name)
    # In a CDATA section the same letters would be text.
    if not looks and b"<![CDATA[" not in plain:
        plain = _replaced(_LOOKS, _nothing, plain)
    room.take(plain, name)
    if _STRICT_HOST in plain:
        plain = _replaced(_TAG, _transitional, plain)
    try:
        root = _etree.fromstring(plain, _parser())
    except (_etree.LxmlError, ValueError) as problem:
        # Among its own bounds: 10 MB in one text, 256 levels.
        beyond = getattr(problem, "code", None) == _etree.ErrorTypes.ERR_RESOURCE_LIMIT
        raise Unfit("large" if beyond else "damaged", name) from problem
    except MemoryError as problem:
        raise Unfit("large", name) from problem
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unfit("doctype", name)
    if root.xpath(_TOO_DEEP):
        raise Unfit("large", name)
    return cast("Element", root)


def _starts(content: bytes) -> int:
    """Give how many elements there are at most, also in a part that only ends some."""
    ends = content.count(b"</")
    return max(content.count(b"<") - ends, ends)


def _parser() -> object:
    return _etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )


def _as_utf8(content: bytes, name: str) -> bytes:
    """Give the part in UTF-8, the one other encoding that packages allow turned into it.

    With one encoding, bytes can be counted and a DOCTYPE cannot hide in another.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding).lstrip("\ufeff").encode("utf-8")
            except ValueError as problem:
                raise Unfit("damaged", name) from problem
    return content.removeprefix(b"\xef\xbb\xbf")


def _replaced(
    tag: re.Pattern[bytes], new: Callable[[re.Match[bytes]], bytes], content: bytes
) -> bytes:
    """Replace tags piece by piece: a million of them at once take 200 MB while it lasts."""
    pieces: list[bytes] = []
    start = 0
    while start < len(content):
        end = content.find(b"<", start + _PIECE)
        end = len(content) if end < 0 else end
        pieces.append(tag.sub(new, content[start:end]))
        start = end
    return b"".join(pieces)


def _nothing(_tag: re.Match[bytes]) -> bytes:
    return b""


def _transitional(tag: re.Match[bytes]) -> bytes:
    """Rename the strict namespaces that one tag declares; texts are no tags and stay."""
    whole = tag.group()
    return _STRICT.sub(_renamed, whole) if _STRICT_HOST in whole else whole


def _renamed(found: re.Match[bytes]) -> bytes:
    before, first, rest = found.groups()
    rest = _RENAMED.get(rest, rest)
    return before + b"http://schemas.openxmlformats.org/" + first + b"/2006/" + rest
