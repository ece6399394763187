"""XML from outside, parsed within limits and with strict namespaces made transitional."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol, cast

from lxml import (  # pyright: ignore[reportMissingTypeStubs]
    etree as _untyped,  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
)
from msgspec import Struct

from erasmus_desk.ooxml.safe_zip import PackageError

MAX_DEPTH: Final = 100
"""Levels of elements. A text box in a table in a control in a table is at level 40; a reader that
recurses once or twice a level stays far from Python's recursion limit."""

MAX_TAGS: Final = 1_000_000
"""Elements of one part, formatting included: four times as many as LibreOffice writes for the
largest plan."""

_ELEMENT, _TEXT, _ATTRIBUTE = 128, 144, 232
"""Bytes per node in the tree, measured with libxml2 2.14 on 64 bits."""

_CHUNK: Final = 1 << 18
_etree = cast("Any", _untyped)
_TOO_DEEP = f"boolean({'/*' * (MAX_DEPTH + 1)})"
_DOCTYPE = re.compile(rb"(?:\s++|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.DOTALL)
_BYTE_ORDER_MARKS = (
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
    *((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")),
)
_TAG = re.compile(rb"""<(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>""")
_STRICT = re.compile(
    rb"""(\sxmlns(?::[^\s=]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/([\w/]+)(?=["'])"""
)
_FORMATTING = re.compile(
    rb"<w:(?:rFonts|lang|kern|color|sz|szCs|bCs|iCs|ind|jc|shd|tcW|top|bottom|left|right"
    rb"|widowControl|keepNext|keepLines|cantSplit|noProof|proofErr)(?:\s[^<>]*)?/>"
)
_STRICT_HOST = b"http://purl.oclc.org/ooxml/"
_Replacement = Callable[[re.Match[bytes]], bytes]
_RENAMED = {
    b"extendedProperties": b"extended-properties",
    b"customProperties": b"custom-properties",
}


class Element(Protocol):
    """The interface used of an element of lxml, which has no types of its own.

    Comments and processing instructions are dropped, so that every node is an element.
    """

    @property
    def tag(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str | None: ...  # noqa: D102
    @property
    def tail(self) -> str | None: ...  # noqa: D102
    def get(self, key: str, default: str = ..., /) -> str | None: ...  # noqa: D102
    def find(self, path: str, /) -> Element | None: ...  # noqa: D102
    def findall(self, path: str, /) -> list[Element]: ...  # noqa: D102
    def iter(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102
    def iterchildren(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102
    def itertext(self, *tags: str) -> Iterator[str]: ...  # noqa: D102
    def getparent(self) -> Element | None: ...  # noqa: D102
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


class ParseLimits(Struct):
    """How much may still be parsed: number of elements, and memory of their trees in bytes."""

    elements: int
    memory: int

    def reserve(self, content: bytes, name: str) -> None:
        """Subtract an upper bound of what the tree of a part will take. Raises PackageError.

        It counts the bytes that every element, text and attribute must have, without parsing.
        """
        elements = _count_elements(content)
        texts = content.count(b">") - content.count(b"><") + content.count(b"<![CDATA[")
        self.elements -= elements
        self.memory -= _ELEMENT * elements + _TEXT * texts + _ATTRIBUTE * content.count(b"=")
        self.memory -= len(content)
        if self.elements < 0 or self.memory < 0:
            raise PackageError("large", name)


def parse_xml(
    content: bytes, name: str, limits: ParseLimits, *, keep_formatting: bool = True
) -> Element:
    """Return the root element of a part, with transitional namespaces.

    No entity is expanded, nothing is fetched. Unless `keep_formatting`, empty elements that only
    format text are left out: LibreOffice writes more of them than of all others, and a tree of
    half the elements takes a fifth of the memory. Raises PackageError: damaged, doctype or large.
    """
    plain = _as_utf8(content, name)
    if _DOCTYPE.match(plain):
        raise PackageError("doctype", name)
    if _count_elements(plain) > MAX_TAGS:
        raise PackageError("large", name)
    # In a CDATA section a tag would be text.
    if not keep_formatting and b"<![CDATA[" not in plain:
        plain = _replace_tags(_FORMATTING, b"", plain)
    limits.reserve(plain, name)
    if _STRICT_HOST in plain:
        plain = _replace_tags(_TAG, _make_transitional, plain)
    try:
        root = _etree.fromstring(plain, _parser())
    except (_etree.LxmlError, ValueError) as problem:
        # libxml2 has limits of its own: 10 MB in one text, 256 levels.
        beyond = getattr(problem, "code", None) == _etree.ErrorTypes.ERR_RESOURCE_LIMIT
        raise PackageError("large" if beyond else "damaged", name) from problem
    except MemoryError as problem:
        raise PackageError("large", name) from problem
    if root.getroottree().docinfo.internalDTD is not None:
        raise PackageError("doctype", name)
    if root.xpath(_TOO_DEEP):
        raise PackageError("large", name)
    return cast("Element", root)


def _count_elements(content: bytes) -> int:
    """Return an upper bound of the number of elements, also where only end tags occur."""
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
    """Return the part in UTF-8; UTF-16, the other encoding that packages allow, is converted.

    With one encoding, bytes can be counted and a DOCTYPE cannot hide.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding).lstrip("\ufeff").encode("utf-8")
            except ValueError as problem:
                raise PackageError("damaged", name) from problem
    return content.removeprefix(b"\xef\xbb\xbf")


def _replace_tags(
    tag: re.Pattern[bytes], replacement: bytes | _Replacement, content: bytes
) -> bytes:
    """Replace tags in chunks: a million of them at once would take 200 MB."""
    chunks: list[bytes] = []
    start = 0
    while start < len(content):
        end = content.find(b"<", start + _CHUNK)
        end = len(content) if end < 0 else end
        chunks.append(tag.sub(replacement, content[start:end]))
        start = end
    return b"".join(chunks)


def _make_transitional(tag: re.Match[bytes]) -> bytes:
    """Return a tag with its strict namespace declarations made transitional."""
    whole = tag.group()
    return _STRICT.sub(_rename_namespace, whole) if _STRICT_HOST in whole else whole


def _rename_namespace(found: re.Match[bytes]) -> bytes:
    before, first, rest = found.groups()
    rest = _RENAMED.get(rest, rest)
    return before + b"http://schemas.openxmlformats.org/" + first + b"/2006/" + rest
