"""Damage in a write-ahead log of SQLite, and what can be read past it.

SQLite reads a log up to the first frame whose check sum is wrong and passes over the rest in
silence, as after a power cut; with a damaged head it passes over all of it. But what was flushed
before the damage was there, and each frame is a page of its own.
Format: https://www.sqlite.org/fileformat2.html#walformat
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

PAGE = 4096
"""Bytes of a page of the journal."""
_HEAD, _FRAME_HEAD = 32, 24
_FRAME = _FRAME_HEAD + PAGE
_INDEX_HEAD, _INDEX_END = 48, 136
_LITTLE, _BIG = 0x377F0682, 0x377F0683
"""The first number of a log, by the order of the bytes that its check sums read."""
_VERSION = 3007000
_MASK = 0xFFFFFFFF

_Sum = tuple[int, int]


class _Frame(Struct, frozen=True):
    """A page as a transaction left it; `size` is the number of pages after the last of one."""

    page: int
    size: int
    content: bytes
    is_sound: bool


def is_damaged(log: bytes) -> bool:
    """Return whether a log has frames that SQLite passes over although they were written whole."""
    return any(not frame.is_sound for frame in _read_frames(log)) or (
        len(log) >= _HEAD + _FRAME and not _is_head_sound(log)
    )


def is_cut_off(log: bytes, index: bytes) -> bool:
    """Return whether a log has fewer frames than its index says, which a program that ended left.

    A frame is in the index (`-shm`) once it is flushed. Format: https://sqlite.org/walformat.html
    """
    copies = index[:_INDEX_HEAD], index[_INDEX_HEAD : 2 * _INDEX_HEAD]
    if len(index) < _INDEX_END or copies[0] != copies[1]:
        return False
    (frames,), (copied,) = (struct.unpack_from("=I", index, place) for place in (16, 96))
    is_same = len(log) < _HEAD or index[32:40] == log[16:24]
    if not is_same or frames <= copied:
        return False
    last = _HEAD + (frames - 1) * _FRAME
    if len(log) < last + _FRAME:
        return True
    return not _is_near(*(struct.unpack_from(">2I", log, place) for place in (last + 8, 16)))


def list_mended(log: bytes) -> list[bytes]:
    """Return logs that SQLite reads to the end: of the sound frames alone, and of all of them.

    In a damaged frame the number of the page may be what is damaged, so the first is truer, and
    the second has more.
    """
    frames = list(_read_frames(log))
    ends = [place for place, frame in enumerate(frames) if frame.is_sound and frame.size]
    sound = [frame for frame in frames[: ends[-1] + 1] if frame.is_sound] if ends else []
    last = max((frame.page for frame in frames if frame.is_sound), default=0)
    likely = [frame for frame in frames if frame.is_sound or 0 < frame.page <= last + 1]
    # The last of each page is the page as it is.
    return [
        _write([*{one.page: one for one in those}.values()]) for those in (sound, likely) if those
    ]


def _read_frames(log: bytes) -> Iterator[_Frame]:
    """Yield the frames of the transactions since the log was begun again."""
    count = (len(log) - _HEAD) // _FRAME
    heads = [struct.unpack_from(">6I", log, _HEAD + n * _FRAME) for n in range(max(count, 0))]
    if not heads:
        return
    is_head_sound = _is_head_sound(log)
    salts = struct.unpack_from(">2I", log, 16) if is_head_sound else _guess_salts(heads)
    members = [n for n in range(count) if _is_near(heads[n][2:4], salts)]
    order = ">" if is_head_sound and struct.unpack_from(">I", log)[0] == _BIG else "<"
    before = struct.unpack_from(">2I", log, 24) if is_head_sound else None
    computed = before
    for n in range(members[-1] + 1 if members else 0):
        start = _HEAD + n * _FRAME
        page, size, *_, first, second = heads[n]
        content = log[start + _FRAME_HEAD : start + _FRAME]
        text = log[start : start + 8] + content
        sums = [_add(text, seed, order) for seed in dict.fromkeys((before, computed)) if seed]
        written = (first, second)
        # The first frame after a damaged head has nothing before it to be reckoned from.
        is_sound = heads[n][2:4] == salts and (written in sums or not sums)
        yield _Frame(page, size, content, is_sound)
        before, computed = written, sums[0] if sums else None


def _is_near(found: Sequence[int], salts: Sequence[int]) -> bool:
    """Return whether a frame belongs to the log; of earlier ones neither number is the same."""
    return found[0] == salts[0] or found[1] == salts[1]


def _guess_salts(heads: list[tuple[int, ...]]) -> tuple[int, ...]:
    return Counter(head[2:4] for head in heads[:3]).most_common(1)[0][0]


def _is_head_sound(log: bytes) -> bool:
    magic, version, page, *_, first, second = struct.unpack_from(">8I", log)
    order = ">" if magic == _BIG else "<"
    is_known = magic in {_LITTLE, _BIG} and version == _VERSION and page == PAGE
    return is_known and _add(log[:24], (0, 0), order) == (first, second)


def _write(frames: list[_Frame]) -> bytes:
    """Return a log of these frames; the last one ends a transaction."""
    salts = struct.pack(">2I", 1, 2)
    head = struct.pack(">4I", _LITTLE, _VERSION, PAGE, 0) + salts
    total = _add(head, (0, 0), "<")
    parts = [head, struct.pack(">2I", *total)]
    pages = max(max(frame.page, frame.size if frame.is_sound else 0) for frame in frames)
    for place, frame in enumerate(frames, start=1):
        size = pages if place == len(frames) else frame.size if frame.is_sound else 0
        begin = struct.pack(">2I", frame.page, size)
        total = _add(begin + frame.content, total, "<")
        parts += [begin, salts, struct.pack(">2I", *total), frame.content]
    return b"".join(parts)


def _add(text: bytes, seed: _Sum, order: str) -> _Sum:
    """Return the check sum of a text that follows another, as SQLite reckons it."""
    one, two = seed
    numbers = struct.unpack(f"{order}{len(text) // 4}I", text)
    for first, second in zip(numbers[::2], numbers[1::2], strict=True):
        one = (one + first + two) & _MASK
        two = (two + second + one) & _MASK
    return one, two
