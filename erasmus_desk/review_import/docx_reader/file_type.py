"""Detection of what a file is that is no Word file, for the error message."""

from __future__ import annotations

from typing import Final

from erasmus_desk.errors import ReturnedError
from erasmus_desk.ooxml.safe_zip import Archive, PackageError

_TEXT_FORMATS: Final = ((b"%PDF-", "not-docx.pdf"), (b"{\\rtf", "not-docx.rtf"))
_IMAGE_PREFIXES: Final = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"),
    *(b"\0\0\0\x18ftyphei", b"\0\0\0\x24ftyphei"),
)
_HTML_TAGS: Final = (b"<!doctype html", b"<html", b"<head", b"<body")
_INSPECTED_BYTES: Final = 2048
_FIRST_PRINTABLE: Final = 32
_WHITESPACE: Final = b"\t\n\r\f\x1b"
_MIMETYPES: Final = (
    (b"application/vnd.oasis.opendocument.text", "not-docx.odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "not-docx.xlsx"),
    (b"application/vnd.oasis.opendocument.presentation", "not-docx.pptx"),
)
_FOLDERS: Final = (("xl/workbook.", "not-docx.xlsx"), ("ppt/presentation.", "not-docx.pptx"))
_STREAMS: Final = (
    ("WordDocument", "old"),
    ("Workbook", "not-docx.xlsx"),
    ("PowerPoint Document", "not-docx.pptx"),
)


def identify_file(content: bytes) -> ReturnedError:
    """Return the error for a file that is no zip."""
    start = content[:_INSPECTED_BYTES].removeprefix(b"\xef\xbb\xbf")
    for prefix, code in _TEXT_FORMATS:
        if start.lstrip().startswith(prefix):
            return ReturnedError(code)
    if any(byte < _FIRST_PRINTABLE and byte not in _WHITESPACE for byte in start):
        return ReturnedError("not-docx.image" if start.startswith(_IMAGE_PREFIXES) else "not-docx")
    lowered = start.lstrip().lower()
    if lowered.startswith(b"<") and any(prefix in lowered for prefix in _HTML_TAGS):
        return ReturnedError("not-docx.html")
    return ReturnedError("not-docx.xml" if lowered.startswith(b"<?xml") else "not-docx.text")


def identify_ole(content: bytes) -> ReturnedError:
    """Return the error for a file in the container of Office 97, by its streams."""
    for stream, code in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return ReturnedError(code)
    return ReturnedError("not-docx")


def identify_zip(archive: Archive, *, otherwise: str) -> ReturnedError:
    """Return the error for a zip that is no Word file; `otherwise` is the fallback code."""
    mimetype = _read_mimetype(archive)
    for prefix, code in _MIMETYPES:
        if mimetype.startswith(prefix):
            return ReturnedError(code)
    for start, code in _FOLDERS:
        if any(name.startswith(start) for name in archive.names):
            return ReturnedError(code)
    return ReturnedError(otherwise)


def _read_mimetype(archive: Archive) -> bytes:
    try:
        return archive.read("mimetype")
    except PackageError:
        return b""
