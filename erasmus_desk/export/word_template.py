"""Is a school's own Word file fit to be a template? Looked at before any library opens it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from erasmus_desk.errors import TemplateError
from erasmus_desk.ooxml.archive import TYPES, Archive, Bounds, Unfit
from erasmus_desk.ooxml.markup import Room, parsed

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
