"""A school's own Word file as a template: checked before a library opens it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from msgspec import Struct

from erasmus_desk.errors import TemplateError
from erasmus_desk.ooxml.safe_xml import ParseLimits, parse_xml
from erasmus_desk.ooxml.safe_zip import CONTENT_TYPES, Archive, PackageError, UnpackLimits

_MAX_BYTES: Final = 100 * 1024 * 1024
"""More than any letterhead unpacks to; stops zip bombs."""
_MAX_ELEMENTS: Final = 400_000
_MAX_MEMORY: Final = 128 * 1024 * 1024
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN_PART = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
    rb"|ms-word\.document\.macroEnabled|ms-word\.template\.macroEnabledTemplate)\.main\+xml",
    re.IGNORECASE,
)
"""The content types of .dotx, .docm and .dotm."""
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_CODES: Final = {"password": "encrypted"} | dict.fromkeys(("foreign", "ole", "torn"), "not-docx")


class CheckedTemplate(Struct, frozen=True):
    """A template as a document, and whether the file contains macros."""

    content: bytes
    has_macros: bool


def check_template(content: bytes) -> CheckedTemplate:
    """Return the file as a document; .dotx, .docm and .dotm are converted.

    Raises TemplateError with the code `encrypted`, `not-docx` or `unreadable`.
    """
    try:
        return _repack(content)
    except PackageError as problem:
        raise TemplateError(_CODES.get(problem.problem, "unreadable")) from problem


def _repack(content: bytes) -> CheckedTemplate:
    archive = Archive(content, UnpackLimits(_MAX_BYTES, _MAX_BYTES))
    if archive.declared > _MAX_BYTES:
        raise TemplateError("unreadable")
    if CONTENT_TYPES not in archive:
        raise TemplateError("not-docx")
    types = archive.read(CONTENT_TYPES)
    has_macros = any(map(_MACROS.search, (types, *(one.encode() for one in archive.names))))
    types = _MAIN_PART.sub(_DOCUMENT, types)
    if _DOCUMENT not in types:
        raise TemplateError("not-docx")
    # All entries are parsed within limits, as the library that reads them has none.
    target, limits = io.BytesIO(), ParseLimits(_MAX_ELEMENTS, _MAX_MEMORY)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as document:
        document.writestr(CONTENT_TYPES, types)
        for name in archive.names.values():
            if name != CONTENT_TYPES:
                body = archive.read(name)
                if name.casefold().endswith((".xml", ".rels")):
                    parse_xml(body, name, limits)
                document.writestr(name, body)
    return CheckedTemplate(target.getvalue(), has_macros)
