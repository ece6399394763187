"""The zip package of a Word file, read within limits and in memory only."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import unquote

from msgspec import Struct

MAX_ENTRIES: Final = 4096
"""Entries a zip may have. Word writes some 20, and one more for each picture; Python keeps about
half a kilobyte for each."""

CONTENT_TYPES: Final = "[Content_Types].xml"
"""The entry that every package must have."""

_ENTRY = b"PK\x01\x02"
_CHUNK: Final = 1 << 18
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_COMPRESSIONS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The compression methods that ISO/IEC 29500-2 allows; Python unpacks others without a limit."""
_HAS_PASSWORD: Final = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for archives it cannot read; some by a subclass."""

PackageProblem = Literal[
    "foreign",  # no zip at all
    "ole",  # the container of Office 97, without a password
    "password",
    "torn",  # starts as a zip, but has no readable directory
    "damaged",  # one entry, or its XML, cannot be read
    "absent",  # a required entry is missing
    "twice",  # two entries have the name
    "large",  # more bytes, elements, entries or levels than any text needs
    "doctype",
]


class PackageError(Exception):
    """A package cannot be used; `why` says what is wrong, `name` with which entry."""

    def __init__(self, why: PackageProblem, name: str = "") -> None:
        super().__init__(why, name)
        self.problem: PackageProblem = why
        self.name = name


class UnpackLimits(Struct):
    """Bytes that may still be unpacked: `part` for one entry, `left` for all together."""

    part: int
    left: int


class Archive:
    """A zip in memory, with names of entries compared as in packages, without regard to case."""

    def __init__(self, content: bytes, bounds: UnpackLimits) -> None:
        """Read the directory only. Raises PackageError."""
        if content.startswith(_OLE):
            raise PackageError("password" if _ENCRYPTED in content else "ole")
        if not content.startswith(b"PK"):
            raise PackageError("foreign")
        # Each entry of the directory starts with these four bytes; its counters may be wrong.
        if content.count(_ENTRY) > MAX_ENTRIES:
            raise PackageError("large")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as problem:
            raise PackageError("torn") from problem
        self._bounds = bounds
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in self._zip.infolist():
            if not entry.filename.endswith("/"):
                self._entries.setdefault(fold_name(entry.filename), []).append(entry)

    @property
    def names(self) -> Mapping[str, str]:
        """The names of all entries as written, by their folded name."""
        return {folded: entries[0].filename for folded, entries in self._entries.items()}

    @property
    def declared(self) -> int:
        """The unpacked size of all entries according to the directory, which may be wrong."""
        return sum(entry.file_size for entries in self._entries.values() for entry in entries)

    def __contains__(self, name: str) -> bool:
        return fold_name(name) in self._entries

    def read(self, name: str) -> bytes:
        """Unpack one entry. Raises PackageError."""
        entries = self._entries.get(fold_name(name), [])
        if len(entries) != 1:
            # Programs differ in which of the two they read.
            raise PackageError("twice" if entries else "absent", name)
        entry = entries[0]
        if entry.flag_bits & _HAS_PASSWORD:
            raise PackageError("password", name)
        if entry.compress_type not in _COMPRESSIONS:
            raise PackageError("damaged", name)
        try:
            return self._unpack(entry)
        except _BROKEN as problem:
            raise PackageError("damaged", name) from problem

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        """Unpack in chunks, because the size in the directory may be wrong."""
        most = min(self._bounds.part, self._bounds.left)
        chunks: list[bytes] = []
        size = 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise PackageError("large", entry.filename)
                chunks.append(chunk)
        if size != entry.file_size:
            raise PackageError("damaged", entry.filename)
        self._bounds.left -= size
        return b"".join(chunks)


def fold_name(name: str) -> str:
    """Return a name as packages compare it: unquoted, in lower case, without the first slash.

    Some programs write backslashes. Names with `..` stay as they are: no relationship leads
    to them.
    """
    return unquote(name.replace("\\", "/")).lstrip("/").casefold()
