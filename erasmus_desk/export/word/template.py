"""Is a school's own Word file fit to be a template? Looked at before any library opens it.

A school's template takes in our styles: what it has by name stays its own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Final, Protocol

from erasmus_desk.errors import TemplateError
from erasmus_desk.export.word.package_parts import MAIN, RELATIONS
from erasmus_desk.ooxml.safe_xml import Room, parsed
from erasmus_desk.ooxml.safe_zip import TYPES, Archive, Bounds, Unfit

_MOST_BYTES: Final = 100 * 1024 * 1024
"""More than any letterhead unpacks to; a zip made to swell stops here."""
_ELEMENTS: Final = 400_000
_MEMORY: Final = 128 * 1024 * 1024
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_CODES: Final = {
    "foreign": "not-docx",
    "ole": "not-docx",
    "torn": "not-docx",
    "password": "encrypted",
}


def checked(content: bytes) -> bytes:
    """Give the file as a plain document, a Word template (.dotx) turned into one.

    Raises TemplateError with the code `encrypted`, `not-docx`, `macros` or `unreadable`.
    """
    try:
        return _unpacked(content)
    except Unfit as problem:
        raise TemplateError(_CODES.get(problem.why, "unreadable")) from problem


def _unpacked(content: bytes) -> bytes:
    archive = Archive(content, Bounds(_MOST_BYTES, _MOST_BYTES))
    if archive.declared > _MOST_BYTES:
        raise TemplateError("unreadable")
    if TYPES not in archive:
        raise TemplateError("not-docx")
    types = archive.read(TYPES)
    if _MACROS.search(types) or any(_MACROS.search(name.encode()) for name in archive.names):
        raise TemplateError("macros")
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise TemplateError("not-docx")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as document:
        document.writestr(TYPES, types.replace(_TEMPLATE, _DOCUMENT))
        for name, body in _sound(archive):
            document.writestr(name, body)
    return made.getvalue()


def _sound(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Give all other entries; the library that takes them over has no bounds, so they stop here."""
    room = Room(_ELEMENTS, _MEMORY)
    for name in archive.names.values():
        if name != TYPES:
            body = archive.read(name)
            if name.casefold().endswith((".xml", ".rels")):
                parsed(body, name, room)
            yield name, body


_OURS = "Proposal"
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_UNWANTED = (
    "attachedTemplate",  # would be looked for on a drive that is not there
    "documentProtection",  # nobody could write in the proposal
    "mailMerge",  # Word would ask for the list of addresses
    "updateFields",  # Word would ask whether to update
    "writeProtection",
)


class Node(Protocol):
    """What we use of an XML element; the library that makes them has no types."""

    tag: str
    text: str | None

    @property
    def xml(self) -> str:
        """Give the element as text."""
        ...

    def get(self, key: str, /) -> str | None:
        """Give an attribute."""
        ...

    def set(self, key: str, value: str, /) -> None:
        """Set an attribute."""
        ...

    def find(self, path: str, /) -> Node | None:
        """Give the first element on a path."""
        ...

    def iter(self, tag: str, /) -> Iterator[Node]:
        """Give all elements of a name, however deep."""
        ...

    def append(self, element: Node, /) -> None:
        """Add a child at the end."""
        ...

    def insert(self, index: int, element: Node, /) -> None:
        """Add a child at a place."""
        ...

    def remove(self, element: Node, /) -> None:
        """Take a child out."""
        ...

    def __iter__(self) -> Iterator[Node]:
        """Give the children."""
        ...

    def __len__(self) -> int:
        """Give the number of children."""
        ...


def w(name: str) -> str:
    """Give a name with the namespace of WordprocessingML."""
    return f"{{{MAIN}}}{name}"


def r(name: str) -> str:
    """Give a name with the namespace of relationships."""
    return f"{{{RELATIONS}}}{name}"


def style_ids(styles: Node) -> dict[str, str]:
    """Give the ids of the styles of our own file under the names the program uses."""
    ids = (style.get(w("styleId")) or "" for style in styles.iter(w("style")))
    return {name.removeprefix(_OURS): name for name in ids}


def adopt_styles(theirs: Node, ours: Node, bullet: str) -> dict[str, str]:
    """Add to a template what it lacks of our styles, and give their ids in it.

    Built-in styles are known by name: a heading is `Kop1` in a Dutch Word, but always
    named `heading 1`. `bullet` is the number of our list in the template.
    """
    known = {_name(style).lower(): style.get(w("styleId")) or "" for style in _each(theirs)}
    taken = {identity for identity in known.values() if identity}
    ids = {
        style.get(w("styleId")) or "": known.get(_name(style).lower(), "") for style in _each(ours)
    }
    new = [style for style in _each(ours) if not ids[style.get(w("styleId")) or ""]]
    for style in new:
        own = style.get(w("styleId")) or ""
        ids[own] = own if own not in taken else f"{_OURS}{own}"
    accents = _accent(ours), _accent(theirs)
    for style in new:
        copy = deepcopy(style)
        _recolour(copy, *accents)
        copy.set(w("styleId"), ids[style.get(w("styleId")) or ""])
        _repoint(copy, ids, bullet)
        theirs.append(copy)
    return {name.removeprefix(_OURS): identity for name, identity in ids.items()}


def _accent(styles: Node) -> str:
    """Give the colour of the main heading, which is that of the house."""
    main = next((one for one in _each(styles) if _name(one).lower() == "heading 1"), None)
    colour = main.find(f"{w('rPr')}/{w('color')}") if main is not None else None
    value = (colour.get(w("val")) or "") if colour is not None else ""
    return value if _COLOUR.fullmatch(value) else ""


def _recolour(style: Node, old: str, new: str) -> None:
    """Draw in the colour of the school what we draw in ours."""
    if not old or not new:
        return
    for element in style.iter("*"):
        for name in (w("val"), w("color"), w("fill")):
            if element.get(name) == old:
                element.set(name, new)


def _repoint(style: Node, ids: dict[str, str], bullet: str) -> None:
    # In a template that has no default of this kind ours must not become one.
    for name in ("basedOn", "next", "link"):
        for link in style.iter(w(name)):
            link.set(w("val"), ids.get(link.get(w("val")) or "", link.get(w("val")) or ""))
    for number in style.iter(w("numId")):
        number.set(w("val"), bullet)


def _each(styles: Node) -> Iterator[Node]:
    return styles.iter(w("style"))


def _name(style: Node) -> str:
    name = style.find(w("name"))
    return (name.get(w("val")) or "") if name is not None else ""


def adopt_numbering(theirs: Node, ours: Node) -> str:
    """Add our list to a template's numbering, and give the number it has there."""
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
    # The schema wants all lists before all numbers.
    first = [place for place, one in enumerate(theirs) if one.tag != w("abstractNum")]
    theirs.insert(first[0] if first else len(theirs), abstract)
    last = [place for place, one in enumerate(theirs) if one.tag == w("num")]
    theirs.insert(last[-1] + 1 if last else len(theirs), number)
    return new_number


def calm(settings: Node) -> None:
    """Take out of a template's settings what would stop or question the reader."""
    for child in list(settings):
        if child.tag in {w(name) for name in _UNWANTED}:
            settings.remove(child)


def set_language(root: Node, tag: str) -> None:
    """Make the language the default of a styles or settings part."""
    defaults = root.find(w("docDefaults"))
    for language in defaults.iter(w("lang")) if defaults is not None else ():
        language.set(w("val"), tag)
        language.set(w("eastAsia"), tag)
    for language in root.iter(w("themeFontLang")):
        language.set(w("val"), tag)
        language.set(w("eastAsia"), tag)


def edges(root: Node) -> dict[tuple[str, str], str]:
    """Give the headers and footers of the last section, those it takes over included."""
    found: dict[tuple[str, str], str] = {}
    for section in root.iter(w("sectPr")):
        for name in ("headerReference", "footerReference"):
            for link in section.iter(w(name)):
                found[name, link.get(w("type")) or "default"] = link.get(r("id")) or ""
    return found


def text_width(section: Node) -> int:
    """Give the width between the margins in twips, that of A4 where the page says nothing."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return 11906 - 2 * 1474
    sides = (margins.get(w(name)) or "0" for name in ("left", "right", "gutter"))
    return max(2000, int(size.get(w("w")) or 11906) - sum(abs(int(side)) for side in sides))
