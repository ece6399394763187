"""The zip around a Word file: what is in it, read within bounds and never onto the disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import unquote

from msgspec import Struct

MOST_ENTRIES: Final = 4096
"""Entries a zip may have. Word makes some 20, and one more for each picture; Python keeps about
half a kilobyte for each, so that a directory of a million would cost more than the text itself."""

TYPES: Final = "[Content_Types].xml"
"""The entry that every package has."""

_ENTRY = b"PK\x01\x02"
_CHUNK: Final = 1 << 18
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two packings that ISO/IEC 29500-2 allows; Python unpacks the others without a bound."""
_HAS_PASSWORD: Final = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""How zipfile says that an archive cannot be read; UnicodeDecodeError is a ValueError."""

Why = Literal[
    "foreign",  # no zip at all
    "ole",  # the container of Office 97, without a password
    "password",
    "torn",  # begins as a zip, but has no directory that can be read
    "damaged",  # one entry, or its XML, cannot be read
    "absent",  # an entry that must be there is not
    "twice",  # two entries bear the name asked for
    "large",  # more bytes, elements, entries or levels than any text needs
    "doctype",
]


class Unfit(Exception):
    """A package cannot be used; `why` says what is wrong, `name` with which entry."""

    def __init__(self, why: Why, name: str = "") -> None:
        super().__init__(why, name)
        self.why: Why = why
        self.name = name


class Bounds(Struct):
    """How much may still be unpacked, in bytes: `part` of one entry, `left` of all together."""

    part: int
    left: int

    def most(self) -> int:
        """Give how many bytes the next entry may have."""
        return min(self.part, self.left)


class Archive:
    """A zip in memory. Entries are found by name as packages compare names: in any case."""

    def __init__(self, content: bytes, bounds: Bounds) -> None:
        """Read the directory only. Raises Unfit."""
        if content.startswith(_OLE):
            raise Unfit("password" if _ENCRYPTED in content else "ole")
        if not content.startswith(b"PK"):
            raise Unfit("foreign")
        # Each entry of the directory opens with these four bytes, whatever its counters say.
        if content.count(_ENTRY) > MOST_ENTRIES:
            raise Unfit("large")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as problem:
            raise Unfit("torn") from problem
        self._bounds = bounds
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in self._zip.infolist():
            if not entry.filename.endswith("/"):
                self._entries.setdefault(folded(entry.filename), []).append(entry)

    @property
    def names(self) -> Mapping[str, str]:
        """The names of all entries as written, by their folded form."""
        return {folded: entries[0].filename for folded, entries in self._entries.items()}

    @property
    def declared(self) -> int:
        """The bytes that all entries unpack to, as the directory says; it may say too little."""
        return sum(entry.file_size for entries in self._entries.values() for entry in entries)

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._entries

    def read(self, name: str) -> bytes:
        """Unpack one entry. Raises Unfit."""
        entries = self._entries.get(folded(name), [])
        if len(entries) != 1:
            # Programs differ in which of two they take, so that what was checked by one
            # might not be what is read by another.
            raise Unfit("twice" if entries else "absent", name)
        entry = entries[0]
        if entry.flag_bits & _HAS_PASSWORD:
            raise Unfit("password", name)
        if entry.compress_type not in _PACKINGS:
            raise Unfit("damaged", name)
        try:
            return self._unpacked(entry)
        except _BROKEN as problem:
            raise Unfit("damaged", name) from problem

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        """Unpack in small pieces: what the directory says of a size may be a lie."""
        most = self._bounds.most()
        chunks: list[bytes] = []
        size = 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise Unfit("large", entry.filename)
                chunks.append(chunk)
        if size != entry.file_size:
            raise Unfit("damaged", entry.filename)
        self._bounds.left -= size
        return b"".join(chunks)


def folded(name: str) -> str:
    """Give a name as packages compare it: without the first slash, unquoted, in small letters.

    Some programs write backslashes. Names that climb out of the package stay as they are, and no
    relationship ever leads to them.
    """
    return unquote(name.replace("\\", "/")).lstrip("/").casefold()
