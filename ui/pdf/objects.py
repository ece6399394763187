"""Reading, changing and writing the objects of a PDF file that Qt wrote.

Qt writes simple files: one cross-reference table at the end, no object streams, no encryption.
Only such files are read.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from datetime import UTC, datetime

_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_OBJECT = re.compile(rb"(\d+) 0 obj\n")
_STREAM = re.compile(rb"(.*?)stream\n(.*?)\nendstream\n?\Z", re.DOTALL)
_FILE_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class UnsupportedPdfError(ValueError):
    """The file does not have the form that Qt is known to write."""


class PdfObjects:
    """All objects of a file by their numbers, without `obj` and `endobj`."""

    def __init__(self, content: bytes) -> None:
        """Read a file. Raises UnsupportedPdfError."""
        found = _STARTXREF.search(content)
        if found is None:
            raise UnsupportedPdfError
        table = content[int(found[1]) :]
        xref = re.match(rb"xref\n0 (\d+)\n", table)
        trailer = re.search(rb"trailer\n.*?/Info (\d+) 0 R\n/Root (\d+) 0 R", table, re.DOTALL)
        if xref is None or trailer is None:
            raise UnsupportedPdfError
        self.info, self.root = int(trailer[1]), int(trailer[2])
        rows = table[xref.end() : xref.end() + 20 * int(xref[1])]
        starts = [int(rows[at : at + 10]) for at in range(20, len(rows), 20)]
        self._bodies: dict[int, bytes] = {}
        ends = dict(zip(sorted(starts), [*sorted(starts)[1:], int(found[1])], strict=True))
        for number, start in enumerate(starts, start=1):
            piece = content[start : ends[start]]
            header = _OBJECT.match(piece)
            if header is None or int(header[1]) != number:
                raise UnsupportedPdfError
            self._bodies[number] = piece[header.end() :].removesuffix(b"endobj\n")

    def numbers(self) -> list[int]:
        """Return the numbers of all objects."""
        return list(self._bodies)

    def body(self, number: int) -> bytes:
        """Return the body of an object."""
        return self._bodies[number]

    def set_body(self, number: int, body: bytes) -> None:
        """Replace the body of an object."""
        self._bodies[number] = body

    def reserve(self) -> int:
        """Add an object without a body, and return its number."""
        number = len(self._bodies) + 1
        self._bodies[number] = b"null\n"
        return number

    def add(self, body: bytes) -> int:
        """Add an object, and return its number."""
        number = self.reserve()
        self._bodies[number] = body
        return number

    def extend(self, number: int, entries: bytes) -> None:
        """Add entries to a dictionary."""
        body = self._bodies[number].rstrip()
        if not body.endswith(b">>"):
            raise UnsupportedPdfError
        self._bodies[number] = body[:-2] + entries + b"\n>>\n"

    def get_reference(self, number: int, name: str) -> int:
        """Return the number of the object that an entry of a dictionary refers to."""
        found = re.search(rb"/%s (\d+) 0 R" % name.encode(), self._bodies[number])
        if found is None:
            raise UnsupportedPdfError
        return int(found[1])

    def pages(self) -> list[int]:
        """Return the numbers of the pages in order."""
        tree = self._bodies[self.get_reference(self.root, "Pages")]
        kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)
        if kids is None:
            raise UnsupportedPdfError
        return [int(one) for one in re.findall(rb"(\d+) 0 R", kids[1])]

    def stream(self, number: int) -> bytes:
        """Return the content of a compressed stream."""
        found = _STREAM.match(self._bodies[number])
        if found is None or b"/FlateDecode" not in found[1]:
            raise UnsupportedPdfError
        return zlib.decompress(found[2])

    def set_stream(self, number: int, content: bytes, entries: bytes = b"") -> None:
        """Replace an object by a compressed stream."""
        packed = zlib.compress(content)
        head = b"<<\n/Length %d\n/Filter /FlateDecode\n%s>>\n" % (len(packed), entries)
        self._bodies[number] = head + b"stream\n" + packed + b"\nendstream\n"

    def serialise(self) -> bytes:
        """Return the file, the same for the same objects; small ones are in object streams."""
        used = _find_reachable(self._bodies, (self.root, self.info))
        streams = [number for number in used if b"stream\n" in self._bodies[number]]
        packs = self._build_object_streams(sorted(set(used) - set(streams)))
        content = bytearray(_FILE_HEADER)
        entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        for number in streams:
            entries[number] = 1, len(content), 0
            content += b"%d 0 obj\n%sendobj\n" % (number, self._bodies[number])
        for pack, (numbers, body) in packs.items():
            entries[pack] = 1, len(content), 0
            entries |= {number: (2, pack, index) for index, number in enumerate(numbers)}
            content += b"%d 0 obj\n%sendobj\n" % (pack, body)
        file_id = hashlib.md5(content).hexdigest()  # noqa: S324 - an id of the file, no secret
        return bytes(content) + self._build_xref(entries, len(content), file_id)

    def _build_object_streams(self, objects: list[int]) -> dict[int, tuple[list[int], bytes]]:
        """Build object streams, by their own number, with the numbers of their objects."""
        packs: dict[int, tuple[list[int], bytes]] = {}
        free = len(self._bodies) + 1
        for start in range(0, len(objects), 200):
            numbers = objects[start : start + 200]
            index, content = bytearray(), bytearray()
            for number in numbers:
                index += b"%d %d " % (number, len(content))
                content += self._bodies[number]
            packed = zlib.compress(bytes(index + content), 9)
            head = b"<< /Type /ObjStm /N %d /First %d /Length %d /Filter /FlateDecode >>\n"
            head %= (len(numbers), len(index), len(packed))
            packs[free] = numbers, head + b"stream\n" + packed + b"\nendstream\n"
            free += 1
        return packs

    def _build_xref(
        self, entries: dict[int, tuple[int, int, int]], start: int, file_id: str
    ) -> bytes:
        """Build the cross-reference stream: type, offset and index, in rows of eight bytes."""
        number = max(entries) + 1
        entries = {**entries, number: (1, start, 0)}
        rows = b"".join(
            bytes([kind]) + offset.to_bytes(5, "big") + index.to_bytes(2, "big")
            for kind, offset, index in (entries.get(one, (0, 0, 0)) for one in range(number + 1))
        )
        packed = zlib.compress(rows, 9)
        return (
            b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 5 2] /Root %d 0 R /Info %d 0 R "
            b"/ID [<%s> <%s>] /Length %d /Filter /FlateDecode >>\nstream\n"
            % (number, number + 1, self.root, self.info, *[file_id.encode()] * 2, len(packed))
        ) + b"%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (packed, start)


def encode_text(text: str) -> bytes:
    """Return a text as a PDF string in UTF-16."""
    return b"<FEFF%s>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def encode_date(time: datetime) -> bytes:
    """Return a time as a PDF date."""
    return time.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode()


def _find_reachable(bodies: dict[int, bytes], roots: tuple[int, ...]) -> list[int]:
    """Return the objects that the roots refer to, directly or not, in order."""
    found: set[int] = set()
    pending = list(roots)
    while pending:
        number = pending.pop()
        if number in found or number not in bodies:
            continue
        found.add(number)
        head = bodies[number].partition(b"stream\n")[0]
        pending += [int(one) for one in re.findall(rb"(\d+) 0 R", head)]
    return sorted(found)
