"""A school's own Word file as a template: checked before a library opens it, then adapted.

Our styles are added to it, except those it has by the same name.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Final, Protocol

from erasmus_desk.errors import TemplateError
from erasmus_desk.export.word.package_parts import RELATIONS, WORD_MAIN
from erasmus_desk.ooxml.safe_xml import ParseLimits, parse_xml
from erasmus_desk.ooxml.safe_zip import CONTENT_TYPES, Archive, PackageError, UnpackLimits

_MAX_BYTES: Final = 100 * 1024 * 1024
"""More than any letterhead unpacks to; stops zip bombs."""
_MAX_ELEMENTS: Final = 400_000
_MAX_MEMORY: Final = 128 * 1024 * 1024
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_CODES: Final = {"password": "encrypted"} | dict.fromkeys(("foreign", "ole", "torn"), "not-docx")


def check_template(content: bytes) -> bytes:
    """Return the file as a document; a Word template (.dotx) is converted.

    Raises TemplateError with the code `encrypted`, `not-docx`, `macros` or `unreadable`.
    """
    try:
        return _repack(content)
    except PackageError as problem:
        raise TemplateError(_CODES.get(problem.problem, "unreadable")) from problem


def _repack(content: bytes) -> bytes:
    archive = Archive(content, UnpackLimits(_MAX_BYTES, _MAX_BYTES))
    if archive.declared > _MAX_BYTES:
        raise TemplateError("unreadable")
    if CONTENT_TYPES not in archive:
        raise TemplateError("not-docx")
    types = archive.read(CONTENT_TYPES)
    if _MACROS.search(types) or any(_MACROS.search(name.encode()) for name in archive.names):
        raise TemplateError("macros")
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise TemplateError("not-docx")
    # All entries are parsed within limits, as the library that reads them has none.
    target, limits = io.BytesIO(), ParseLimits(_MAX_ELEMENTS, _MAX_MEMORY)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as document:
        document.writestr(CONTENT_TYPES, types.replace(_TEMPLATE, _DOCUMENT))
        for name in archive.names.values():
            if name != CONTENT_TYPES:
                body = archive.read(name)
                if name.casefold().endswith((".xml", ".rels")):
                    parse_xml(body, name, limits)
                document.writestr(name, body)
    return target.getvalue()


_STYLE_PREFIX = "Proposal"
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_UNWANTED_SETTINGS = (
    "attachedTemplate",  # Word would look for it on a drive that is not there
    "documentProtection",  # the proposal could not be edited
    "mailMerge",  # Word would ask for the list of addresses
    "updateFields",  # Word would ask whether to update
    "writeProtection",
)


HEADER_FOOTER_REFERENCES = ("headerReference", "footerReference")
"""The elements that link a section to its headers and footers."""


class Node(Protocol):
    """What we use of an XML element; the library has no types."""

    tag: str
    text: str | None

    @property
    def xml(self) -> str: ...  # noqa: D102
    def get(self, key: str, /) -> str | None: ...  # noqa: D102
    def set(self, key: str, value: str, /) -> None: ...  # noqa: D102
    def find(self, path: str, /) -> Node | None: ...  # noqa: D102
    def iter(self, tag: str, /) -> Iterator[Node]: ...  # noqa: D102
    def append(self, element: Node, /) -> None: ...  # noqa: D102
    def insert(self, index: int, element: Node, /) -> None: ...  # noqa: D102
    def remove(self, element: Node, /) -> None: ...  # noqa: D102
    def __iter__(self) -> Iterator[Node]: ...
    def __len__(self) -> int: ...


def w(name: str) -> str:
    """Return a name with the namespace of WordprocessingML."""
    return f"{{{WORD_MAIN}}}{name}"


def r(name: str) -> str:
    """Return a name with the namespace of relationships."""
    return f"{{{RELATIONS}}}{name}"


def list_style_ids(styles: Node) -> dict[str, str]:
    """Return the ids of the styles in our own file by the names in the program."""
    ids = (_get_id(style) for style in styles.iter(w("style")))
    return {name.removeprefix(_STYLE_PREFIX): name for name in ids}


def adopt_styles(theirs: Node, ours: Node, bullet: str) -> dict[str, str]:
    """Add missing styles of ours to a template, and return the ids of all in it.

    Built-in styles are identified by name: a heading has the id `Kop1` in a Dutch Word, but
    always the name `heading 1`. `bullet` is the number of our list in the template.
    """
    known = {_get_name(style): _get_id(style) for style in theirs.iter(w("style"))}
    taken = {style_id for style_id in known.values() if style_id}
    ids = {_get_id(style): known.get(_get_name(style), "") for style in ours.iter(w("style"))}
    new = [style for style in ours.iter(w("style")) if not ids[_get_id(style)]]
    for style in new:
        own = _get_id(style)
        ids[own] = own if own not in taken else f"{_STYLE_PREFIX}{own}"
    accents = _find_accent(ours), _find_accent(theirs)
    for style in new:
        copy = deepcopy(style)
        _recolour(copy, *accents)
        copy.set(w("styleId"), ids[_get_id(style)])
        _update_links(copy, ids, bullet)
        theirs.append(copy)
    return {name.removeprefix(_STYLE_PREFIX): style_id for name, style_id in ids.items()}


def _find_accent(styles: Node) -> str:
    """Return the colour of the main heading, which is the colour of the school."""
    main = next((one for one in styles.iter(w("style")) if _get_name(one) == "heading 1"), None)
    colour = main.find(f"{w('rPr')}/{w('color')}") if main is not None else None
    value = (colour.get(w("val")) or "") if colour is not None else ""
    return value if _COLOUR.fullmatch(value) else ""


def _recolour(style: Node, old: str, new: str) -> None:
    """Replace our colour in a style by that of the school."""
    if not old or not new:
        return
    for element in style.iter("*"):
        for name in (w("val"), w("color"), w("fill")):
            if element.get(name) == old:
                element.set(name, new)


def _update_links(style: Node, ids: dict[str, str], bullet: str) -> None:
    for name in ("basedOn", "next", "link"):
        for link in style.iter(w(name)):
            link.set(w("val"), ids.get(link.get(w("val")) or "", link.get(w("val")) or ""))
    for number in style.iter(w("numId")):
        number.set(w("val"), bullet)


def _get_id(style: Node) -> str:
    return style.get(w("styleId")) or ""


def _get_name(style: Node) -> str:
    name = style.find(w("name"))
    return (name.get(w("val")) or "").lower() if name is not None else ""


def adopt_numbering(theirs: Node, ours: Node) -> str:
    """Add our list to a template's numbering, and return its number there."""
    lists = [int(one.get(w("abstractNumId")) or 0) for one in theirs.iter(w("abstractNum"))]
    numbers = [int(one.get(w("numId")) or 0) for one in theirs.iter(w("num"))]
    new_list, new_number = str(max(lists, default=0) + 1), str(max(numbers, default=0) + 1)
    abstract, number = ours.find(w("abstractNum")), ours.find(w("num"))
    if abstract is None or number is None:
        return new_number
    abstract, number = deepcopy(abstract), deepcopy(number)
    abstract.set(w("abstractNumId"), new_list)
    number.set(w("numId"), new_number)
    for link in number.iter(w("abstractNumId")):
        link.set(w("val"), new_list)
    # The schema requires all lists before all numbers.
    first = [place for place, one in enumerate(theirs) if one.tag != w("abstractNum")]
    theirs.insert(first[0] if first else len(theirs), abstract)
    last = [place for place, one in enumerate(theirs) if one.tag == w("num")]
    theirs.insert(last[-1] + 1 if last else len(theirs), number)
    return new_number


def remove_children(element: Node, *names: str) -> None:
    """Remove all children with these names."""
    for child in list(element):
        if child.tag in map(w, names):
            element.remove(child)


def neutralise_settings(settings: Node) -> None:
    """Remove settings that would stop or question the reader from a template."""
    remove_children(settings, *_UNWANTED_SETTINGS)


def set_language(root: Node, tag: str) -> None:
    """Set the default language of a styles or settings part."""
    found = list(root.iter(w("themeFontLang")))
    if (defaults := root.find(w("docDefaults"))) is not None:
        found += defaults.iter(w("lang"))
    for language in found:
        language.set(w("val"), tag)
        language.set(w("eastAsia"), tag)


def find_headers_and_footers(root: Node) -> dict[tuple[str, str], str]:
    """Return the headers and footers of the last section, inherited ones included."""
    found: dict[tuple[str, str], str] = {}
    for section in root.iter(w("sectPr")):
        for name in HEADER_FOOTER_REFERENCES:
            for link in section.iter(w(name)):
                found[name, link.get(w("type")) or "default"] = link.get(r("id")) or ""
    return found


def get_text_width(section: Node) -> int:
    """Return the width between the margins in twips; without page size, that of A4."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return 11906 - 2 * 1474
    sides = (margins.get(w(name)) or "0" for name in ("left", "right", "gutter"))
    return max(2000, int(size.get(w("w")) or 11906) - sum(abs(int(side)) for side in sides))
