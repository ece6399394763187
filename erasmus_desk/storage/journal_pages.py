"""The rows on the pages of a damaged database, read without what leads to them.

SQLite finds a row through other pages and through the rows beside it; one damaged byte there hides
it. A page of a table has all that is needed to read its rows. Deleted rows are not on it:
`secure_delete` overwrites them. Format: https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.storage.journal_tables import decode_text
from erasmus_desk.storage.journal_wal import PAGE

MAX_PAGES = 2000
"""Pages that are read, the last of the file, so that the program opens in a second or two."""
_LEAF = 0x0D
_FIRST = 100
"""Bytes of the head of the file, on its first page."""
_MAX_LOCAL, _MIN_LOCAL = PAGE - 35, (PAGE - 12) * 32 // 255 - 23
_SIZES = (0, 1, 2, 3, 4, 6, 8)
"""Bytes of a number, by its kind."""
_FIRST_TEXT = 12
"""The first kind that is no number: even ones are bytes, odd ones texts, and they say how long."""
_MORE = 0x80
"""The bit of a byte of a number after which there is one more."""
_TABLES = {
    "sb": "openings",
    "nsbssss": "runs",
    "nibss": "changes",
    "niibss": "saves",
    "nss": "settled",
    "nsssbb": "named",
}
"""The tables by what is in their columns; one that is the number of the row is null."""

Row = tuple[object, ...]


def read_rows(content: bytes) -> Iterator[tuple[str, Row]]:
    """Yield the rows of the tables of a journal with the name of their table."""
    pages = len(content) // PAGE
    for page in range(max(0, pages - MAX_PAGES), pages):
        begin = page * PAGE + (_FIRST if page == 0 else 0)
        if content[begin] != _LEAF:
            continue
        count = int.from_bytes(content[begin + 3 : begin + 5], "big")
        for place in range(begin + 8, min(begin + 8 + 2 * count, (page + 1) * PAGE), 2):
            start = page * PAGE + int.from_bytes(content[place : place + 2], "big")
            try:
                found = _read_row(content, start)
            except (IndexError, ValueError):
                continue
            if found is not None:
                yield found


def _read_row(content: bytes, start: int) -> tuple[str, Row] | None:
    """Return a row and its table. Raises IndexError or ValueError for what is none."""
    size, place = _read_number(content, start)
    number, place = _read_number(content, place)
    record = _read_record(content, place, size)
    end, place = _read_number(record, 0)
    shape, values, at = "", list[object](), end
    while place < end:
        kind, place = _read_number(record, place)
        letter, value, at = _read_value(record, kind, at)
        shape += letter
        values.append(value)
    name = _TABLES.get(shape)
    if name is None or at != size:
        return None
    return name, (number, *values[1:]) if shape.startswith("n") else tuple(values)


def _read_record(content: bytes, place: int, size: int) -> bytes:
    """Return a record; what has no room on the page is on others, one after the other."""
    if size > len(content):
        raise ValueError
    if size <= _MAX_LOCAL:
        return content[place : place + size]
    local = _MIN_LOCAL + (size - _MIN_LOCAL) % (PAGE - 4)
    local = local if local <= _MAX_LOCAL else _MIN_LOCAL
    parts, missing = [content[place : place + local]], size - local
    page = int.from_bytes(content[place + local : place + local + 4], "big")
    while missing > 0:
        start = (page - 1) * PAGE
        if not 0 < start < len(content):
            raise ValueError
        parts.append(content[start + 4 : start + 4 + min(missing, PAGE - 4)])
        missing -= PAGE - 4
        page = int.from_bytes(content[start : start + 4], "big")
    return b"".join(parts)


def _read_value(record: bytes, kind: int, at: int) -> tuple[str, object, int]:
    """Return what a value is, the value, and where the next one is."""
    if kind in {0, 8, 9}:
        return ("n", None, at) if kind == 0 else ("i", kind - 8, at)
    if kind < len(_SIZES):
        end = at + _SIZES[kind]
        return "i", int.from_bytes(record[at:end], "big", signed=True), end
    if kind < _FIRST_TEXT:
        raise ValueError
    end = at + (kind - _FIRST_TEXT) // 2
    return ("s", decode_text(record[at:end]), end) if kind % 2 else ("b", record[at:end], end)


def _read_number(content: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where the next one is."""
    number = 0
    for count in range(8):
        byte = content[place + count]
        number = (number << 7) | (byte & ~_MORE)
        if byte < _MORE:
            return number, place + count + 1
    return (number << 8) | content[place + 8], place + 9
