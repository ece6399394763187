"""What a file that is no Word file is instead, as far as its first bytes or its entries tell."""

from __future__ import annotations

from typing import Final

from erasmus_desk.errors import ReturnedError
from erasmus_desk.ooxml.safe_zip import Archive, Unfit

_LETTERS: Final = ((b"%PDF-", "not-docx.pdf"), (b"{\\rtf", "not-docx.rtf"))
_PICTURES: Final = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"),
    *(b"\0\0\0\x18ftyphei", b"\0\0\0\x24ftyphei"),
)
_HTML: Final = (b"<!doctype html", b"<html", b"<head", b"<body")
_LOOKED_AT: Final = 2048
_FIRST_SIGN: Final = 32
_BLANKS: Final = b"\t\n\r\f\x1b"
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


def foreign(content: bytes) -> ReturnedError:
    """Say what a file is that is no zip."""
    start = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    for mark, code in _LETTERS:
        if start.lstrip().startswith(mark):
            return ReturnedError(code)
    if any(byte < _FIRST_SIGN and byte not in _BLANKS for byte in start):
        return ReturnedError("not-docx.image" if start.startswith(_PICTURES) else "not-docx")
    small = start.lstrip().lower()
    if small.startswith(b"<") and any(mark in small for mark in _HTML):
        return ReturnedError("not-docx.html")
    return ReturnedError("not-docx.xml" if small.startswith(b"<?xml") else "not-docx.text")


def ole(content: bytes) -> ReturnedError:
    """Say what a file in the container of Office 97 is, by the names of what it contains."""
    for stream, code in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return ReturnedError(code)
    return ReturnedError("not-docx")


def zipped(archive: Archive, *, otherwise: str) -> ReturnedError:
    """Say what a zip is that is no Word file; `otherwise` is the code if that is not known."""
    mimetype = _mimetype(archive)
    for mark, code in _MIMETYPES:
        if mimetype.startswith(mark):
            return ReturnedError(code)
    for start, code in _FOLDERS:
        if any(name.startswith(start) for name in archive.names):
            return ReturnedError(code)
    return ReturnedError(otherwise)


def _mimetype(archive: Archive) -> bytes:
    try:
        return archive.read("mimetype")
    except Unfit:
        return b""
