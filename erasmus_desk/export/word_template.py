"""Is a school's own Word file fit to be a template? Looked at before any library opens it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from erasmus_desk.errors import TemplateError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES = 100 * 1024 * 1024
"""More than any letterhead unpacks to; a zip made to swell stops here."""
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


def checked(content: bytes) -> bytes:
    """Give the file as a plain document, a Word template (.dotx) turned into one.

    Raises TemplateError with the code `encrypted`, `not-docx`, `macros` or `unreadable`.
    """
    if content.startswith(_OLE):
        raise TemplateError("encrypted" if _ENCRYPTED in content else "not-docx")
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise TemplateError("not-docx")
    try:
        return _unpacked(content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as problem:
        # Of these, RuntimeError is how zipfile says that an entry has a password.
        raise TemplateError("unreadable") from problem


def _unpacked(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise TemplateError("unreadable")
        names = {entry.filename for entry in entries}
        if _TYPES not in names:
            raise TemplateError("not-docx")
        types = archive.read(_TYPES)
        if _MACROS.search(types) or any(_MACROS.search(name.encode()) for name in names):
            raise TemplateError("macros")
        if _TEMPLATE in types:
            return _as_document(archive, types)
        if _DOCUMENT not in types:
            raise TemplateError("not-docx")
    return content


def _as_document(archive: zipfile.ZipFile, types: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for entry in archive.infolist():
            body = archive.read(entry)
            if entry.filename == _TYPES:
                body = types.replace(_TEMPLATE, _DOCUMENT)
            made.writestr(entry.filename, body)
    return target.getvalue()
