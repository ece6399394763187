"""Copies on this computer of drafts that cannot be saved to their own file: one a day for each.

All of them together take no more than a bound. Beyond it the oldest go, in the order in which they
were begun, whatever the clock said; the last of a draft never goes.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.file_suffixes import DRAFT_SUFFIX
from erasmus_desk.storage.draft_folder import find_draft_files

RESCUE = "rescue-"
"""How the name of a recovery copy begins; its day and its number follow."""
MAX_SPACE = 200_000_000
"""Bytes that the recovery copies of all drafts take at most, but for the last of each."""
# Programs before the number wrote the day only.
_NAME = re.compile(rf"{RESCUE}(\d{{4}}-\d\d-\d\d)(?:\.(\d{{4,9}}))?", re.ASCII)


class RecoveryCopy(Struct, frozen=True):
    """A recovery copy; `number` is its place in the order in which those of all drafts began."""

    path: Path
    day: str
    number: int


def parse_copy(path: Path) -> RecoveryCopy | None:
    """Return the recovery copy that a name tells of, `None` for another name."""
    found = _NAME.fullmatch(path.stem)
    return RecoveryCopy(path, found[1], int(found[2] or 0)) if found else None


def find_copies(folder: Path) -> tuple[RecoveryCopy, ...]:
    """Return the recovery copies of all drafts in the order in which they were begun.

    `folder` has a folder for each draft.
    """
    found = (parse_copy(path) for path in _list_files(folder))
    return tuple(sorted(filter(None, found), key=lambda one: (one.number, one.day, one.path.name)))


def measure(folder: Path) -> int:
    """Return the bytes that the recovery copies of all drafts take."""
    return sum(_measure(one.path) for one in find_copies(folder))


def write(folder: Path, day: str, content: bytes, most: int = MAX_SPACE) -> Path:
    """Write the copy of a draft of a day into its folder, which has those of other days.

    The first of a day makes room among those of all drafts. Raises SaveError; then none is removed.
    """
    atomic_file.make_folder(folder)
    mine = (parse_copy(path) for path in find_draft_files(folder))
    today = next((one.path for one in mine if one and one.day == day), None)
    if today is not None:
        atomic_file.write(today, content)
        return today
    number = max((one.number for one in find_copies(folder.parent)), default=0) + 1
    path = folder / f"{RESCUE}{day}.{number:04}{DRAFT_SUFFIX}"
    atomic_file.write(path, content)
    _make_room(folder.parent, most)
    return path


def _make_room(folder: Path, most: int) -> None:
    copies = find_copies(folder)
    last = {one.path.parent: one.path for one in copies}
    size = sum(_measure(one.path) for one in copies)
    for one in copies:
        if size <= most:
            return
        if last[one.path.parent] != one.path:
            gone = _measure(one.path)
            with contextlib.suppress(OSError):
                one.path.unlink()
                size -= gone


def _list_files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for place in folder.iterdir():
            if not place.is_symlink():
                yield from find_draft_files(place)


def _measure(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
