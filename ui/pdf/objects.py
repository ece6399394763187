"""The objects of a PDF file that Qt wrote: taken apart, changed and put together again.

Qt writes plain files: one table of places at the end, no compressed objects, no encryption.
Only such files are understood here.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from datetime import UTC, datetime

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_HEAD = re.compile(rb"(\d+) 0 obj\n")
_STREAM = re.compile(rb"(.*?)stream\n(.*?)\nendstream\n?\Z", re.DOTALL)
_KIND = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class NotUnderstood(ValueError):
    """The file is not as Qt is known to write them; it is left as it is."""


class Objects:
    """All objects of a file by their numbers, without `obj` and `endobj`."""

    def __init__(self, content: bytes) -> None:
        """Take a file apart. Raises NotUnderstood."""
        found = _START.search(content)
        if found is None:
            raise NotUnderstood
        table = content[int(found[1]) :]
        head = re.match(rb"xref\n0 (\d+)\n", table)
        trailer = re.search(rb"trailer\n.*?/Info (\d+) 0 R\n/Root (\d+) 0 R", table, re.DOTALL)
        if head is None or trailer is None:
            raise NotUnderstood
        self.info, self.root = int(trailer[1]), int(trailer[2])
        rows = table[head.end() : head.end() + 20 * int(head[1])]
        starts = [int(rows[at : at + 10]) for at in range(20, len(rows), 20)]
        self._bodies: dict[int, bytes] = {}
        ends = dict(zip(sorted(starts), [*sorted(starts)[1:], int(found[1])], strict=True))
        for number, start in enumerate(starts, start=1):
            piece = content[start : ends[start]]
            named = _HEAD.match(piece)
            if named is None or int(named[1]) != number:
                raise NotUnderstood
            self._bodies[number] = piece[named.end() :].removesuffix(b"endobj\n")

    def numbers(self) -> list[int]:
        """Give the numbers of all objects."""
        return list(self._bodies)

    def body(self, number: int) -> bytes:
        """Give an object."""
        return self._bodies[number]

    def put(self, number: int, body: bytes) -> None:
        """Put an object in the place of another."""
        self._bodies[number] = body

    def reserve(self) -> int:
        """Give the number of a new object, which is empty until it is put."""
        number = len(self._bodies) + 1
        self._bodies[number] = b"null\n"
        return number

    def add(self, body: bytes) -> int:
        """Add an object, and give its number."""
        number = self.reserve()
        self._bodies[number] = body
        return number

    def extend(self, number: int, entries: bytes) -> None:
        """Add entries to a dictionary."""
        body = self._bodies[number].rstrip()
        if not body.endswith(b">>"):
            raise NotUnderstood
        self._bodies[number] = body[:-2] + entries + b"\n>>\n"

    def link(self, number: int, name: str) -> int:
        """Give the number of the object that an entry of a dictionary leads to."""
        found = re.search(rb"/%s (\d+) 0 R" % name.encode(), self._bodies[number])
        if found is None:
            raise NotUnderstood
        return int(found[1])

    def pages(self) -> list[int]:
        """Give the numbers of the pages in their order."""
        tree = self._bodies[self.link(self.root, "Pages")]
        kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)
        if kids is None:
            raise NotUnderstood
        return [int(one) for one in re.findall(rb"(\d+) 0 R", kids[1])]

    def stream(self, number: int) -> bytes:
        """Give what a compressed stream holds."""
        found = _STREAM.match(self._bodies[number])
        if found is None or b"/FlateDecode" not in found[1]:
            raise NotUnderstood
        return zlib.decompress(found[2])

    def put_stream(self, number: int, content: bytes, entries: bytes = b"") -> None:
        """Put a compressed stream in the place of an object."""
        packed = zlib.compress(content)
        head = b"<<\n/Length %d\n/Filter /FlateDecode\n%s>>\n" % (len(packed), entries)
        self._bodies[number] = head + b"stream\n" + packed + b"\nendstream\n"

    def joined(self) -> bytes:
        """Give the whole file: small objects packed together, the same for the same objects."""
        used = _used(self._bodies, (self.root, self.info))
        packs = self._packs([one for one in used if b"stream\n" not in self._bodies[one]])
        made = bytearray(_KIND)
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        for number in [one for one in used if b"stream\n" in self._bodies[one]]:
            places[number] = 1, len(made), 0
            made += b"%d 0 obj\n%sendobj\n" % (number, self._bodies[number])
        for pack, (numbers, body) in packs.items():
            places[pack] = 1, len(made), 0
            places |= {number: (2, pack, at) for at, number in enumerate(numbers)}
            made += b"%d 0 obj\n%sendobj\n" % (pack, body)
        return bytes(made) + self._table(places, len(made), hashlib.md5(made).hexdigest())  # noqa: S324 - a name for the file, no secret

    def _packs(self, small: list[int]) -> dict[int, tuple[list[int], bytes]]:
        """Pack objects without streams, by the number of each pack."""
        packs: dict[int, tuple[list[int], bytes]] = {}
        free = len(self._bodies) + 1
        for start in range(0, len(small), 200):
            numbers = small[start : start + 200]
            index, content = bytearray(), bytearray()
            for number in numbers:
                index += b"%d %d " % (number, len(content))
                content += self._bodies[number]
            packed = zlib.compress(bytes(index + content), 9)
            head = b"<< /Type /ObjStm /N %d /First %d /Length %d /Filter /FlateDecode >>\n"
            filled = head % (len(numbers), len(index), len(packed))
            packs[free] = numbers, filled + b"stream\n" + packed + b"\nendstream\n"
            free += 1
        return packs

    def _table(self, places: dict[int, tuple[int, int, int]], start: int, name: str) -> bytes:
        """Give the table of places: kind, where, and which, in rows of eight bytes."""
        number = max(places) + 1
        places = {**places, number: (1, start, 0)}
        rows = b"".join(
            bytes([kind]) + where.to_bytes(5, "big") + which.to_bytes(2, "big")
            for kind, where, which in (places.get(one, (0, 0, 0)) for one in range(number + 1))
        )
        packed = zlib.compress(rows, 9)
        return (
            b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 5 2] /Root %d 0 R /Info %d 0 R "
            b"/ID [<%s> <%s>] /Length %d /Filter /FlateDecode >>\nstream\n"
            % (number, number + 1, self.root, self.info, name.encode(), name.encode(), len(packed))
        ) + b"%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (packed, start)


def text(words: str) -> bytes:
    """Give words as a string of PDF, every script whole."""
    return b"<FEFF%s>" % words.encode("utf-16-be", "replace").hex().upper().encode()


def stamp(moment: datetime) -> bytes:
    """Give a moment as PDF writes it."""
    return moment.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode()


def _used(bodies: dict[int, bytes], roots: tuple[int, ...]) -> list[int]:
    """Give the objects that are led to, in the order of their numbers."""
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        number = waiting.pop()
        if number in found or number not in bodies:
            continue
        found.add(number)
        head = bodies[number].partition(b"stream\n")[0]
        waiting += [int(one) for one in re.findall(rb"(\d+) 0 R", head)]
    return sorted(found)
