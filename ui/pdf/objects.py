"""Reading, changing and writing the objects of a PDF file that Qt wrote.

Qt writes simple files: one cross-reference table at the end, no object streams, no encryption.
Only such files are read.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Generator
from datetime import datetime

from erasmus_desk.moments import to_utc

_FILE_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_PER_STREAM = 200


class UnsupportedPdfError(ValueError):
    """The file does not have the form that Qt is known to write."""


class PdfObjects:
    """All objects of a file by their numbers, without `obj` and `endobj`."""

    def __init__(self, content: bytes) -> None:
        """Read a file. Raises UnsupportedPdfError."""
        table_start = int(_find(rb"startxref\s+(\d+)\s+%%EOF\s*$", content)[1])
        table = content[table_start:]
        xref = _find(rb"\Axref\n0 (\d+)\n", table)
        trailer = _find(rb"trailer\n.*?/Info (\d+) 0 R\n/Root (\d+) 0 R", table)
        self.info, self.root = int(trailer[1]), int(trailer[2])
        rows = table[xref.end() : xref.end() + 20 * int(xref[1])]
        starts = [int(rows[at : at + 10]) for at in range(20, len(rows), 20)]
        ends = dict(zip(sorted(starts), [*sorted(starts)[1:], table_start], strict=True))
        self.bodies: dict[int, bytes] = {}
        for number, start in enumerate(starts, start=1):
            head = b"%d 0 obj\n" % number
            piece = content[start : ends[start]]
            if not piece.startswith(head):
                raise UnsupportedPdfError
            self.bodies[number] = piece.removeprefix(head).removesuffix(b"endobj\n")

    def add(self, body: bytes = b"null\n") -> int:
        """Add an object, whose body may follow later, and return its number."""
        number = len(self.bodies) + 1
        self.bodies[number] = body
        return number

    def extend(self, number: int, entries: bytes) -> None:
        """Add entries to a dictionary."""
        body = self.bodies[number].rstrip()
        if not body.endswith(b">>"):
            raise UnsupportedPdfError
        self.bodies[number] = body[:-2] + entries + b"\n>>\n"

    def get_reference(self, number: int, name: bytes) -> int:
        """Return the number of the object that an entry of a dictionary refers to."""
        return int(_find(rb"/%s (\d+) 0 R" % name, self.bodies[number])[1])

    def pages(self) -> list[int]:
        """Return the numbers of the pages in order."""
        tree = self.bodies[self.get_reference(self.root, b"Pages")]
        return _find_references(_find(rb"/Kids\s*\[(.*?)\]", tree)[1])

    def stream(self, number: int) -> bytes:
        """Return the content of a stream."""
        head, _, rest = self.bodies[number].partition(b"stream\n")
        content, end, _ = rest.rpartition(b"\nendstream")
        if b"/FlateDecode" in head:
            return zlib.decompress(content)
        if not end or b"/Filter" in head:
            raise UnsupportedPdfError
        return content

    def set_stream(self, number: int, content: bytes) -> None:
        """Replace an object by a compressed stream."""
        packed = zlib.compress(content)
        head = b"<<\n/Length %d\n/Filter /FlateDecode\n>>\n" % len(packed)
        self.bodies[number] = head + b"stream\n" + packed + b"\nendstream\n"

    def serialise(self) -> Generator[None, None, bytes]:
        """Return the file, the same for the same objects; small ones are in object streams.

        There is a pause after every few objects.
        """
        used = yield from self._list_reachable()
        written = {one: self.bodies[one] for one in used if b"stream\n" in self.bodies[one]}
        small = [number for number in used if number not in written]
        # The type, the offset and the index of each object in the cross-reference stream.
        rows: dict[int, tuple[int, int, int]] = {}
        for start in range(0, len(small), _OBJECTS_PER_STREAM):
            numbers = small[start : start + _OBJECTS_PER_STREAM]
            pack = len(self.bodies) + 1 + start // _OBJECTS_PER_STREAM
            written[pack] = self._build_object_stream(numbers)
            rows |= {number: (2, pack, index) for index, number in enumerate(numbers)}
            yield
        content = bytearray(_FILE_HEADER)
        for number, body in written.items():
            rows[number] = 1, len(content), 0
            content += b"%d 0 obj\n%sendobj\n" % (number, body)
        return bytes(content) + self._build_xref(rows, content)

    def _list_reachable(self) -> Generator[None, None, list[int]]:
        """Return the objects that the catalogue and the information refer to, in order."""
        found: set[int] = set()
        pending = [self.root, self.info]
        while pending:
            number = pending.pop()
            if number not in found and number in self.bodies:
                found.add(number)
                if len(found) % _OBJECTS_PER_STREAM == 0:
                    yield
                pending += _find_references(self.bodies[number].partition(b"stream\n")[0])
        return sorted(found)

    def _build_object_stream(self, numbers: list[int]) -> bytes:
        index, content = bytearray(), bytearray()
        for number in numbers:
            index += b"%d %d " % (number, len(content))
            content += self.bodies[number]
        entries = b"/Type /ObjStm /N %d /First %d" % (len(numbers), len(index))
        return _build_stream(entries, bytes(index + content))

    def _build_xref(self, rows: dict[int, tuple[int, int, int]], content: bytearray) -> bytes:
        """Build the end of the file: a cross-reference stream with rows of eight bytes."""
        number = max(rows) + 1
        every = {0: (0, 0, 65535), **rows, number: (1, len(content), 0)}
        table = b"".join(
            bytes([kind]) + offset.to_bytes(5, "big") + index.to_bytes(2, "big")
            for kind, offset, index in (every.get(one, (0, 0, 0)) for one in range(number + 1))
        )
        file_id = hashlib.md5(content).hexdigest().encode()  # noqa: S324 - no secret
        entries = b"/Type /XRef /Size %d /W [1 5 2] /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]"
        entries %= (number + 1, self.root, self.info, file_id, file_id)
        stream = _build_stream(entries, table)
        end = b"endobj\nstartxref\n%d\n%%%%EOF\n" % len(content)
        return b"%d 0 obj\n%s%s" % (number, stream, end)


def encode_text(text: str) -> bytes:
    """Return a text as a PDF string in UTF-16."""
    return b"<FEFF%s>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def encode_date(time: datetime) -> bytes:
    """Return a time as a PDF date."""
    # The system would write the year 2 as "2".
    at = to_utc(time)
    return f"(D:{at.year:04}{at:%m%d%H%M%S}Z)".encode()


def _build_stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head = b"<< %s /Length %d /Filter /FlateDecode >>\n" % (entries, len(packed))
    return head + b"stream\n" + packed + b"\nendstream\n"


def _find(pattern: bytes, text: bytes) -> re.Match[bytes]:
    """Return the first match. Raises UnsupportedPdfError where there is none."""
    found = re.search(pattern, text, re.DOTALL)
    if found is None:
        raise UnsupportedPdfError
    return found


def _find_references(text: bytes) -> list[int]:
    return [int(one) for one in re.findall(rb"(\d+) 0 R", text)]
