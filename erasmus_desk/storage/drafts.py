"""Draft files: opened, saved without overwriting anybody, doubled.

The drafts of a folder and those used lately, for the home page.

File names for drafts that Windows, macOS and Linux all take.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.draft import file_format
from erasmus_desk.draft.create import new_id
from erasmus_desk.draft.file_format import MAX_BYTES
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import (
    ChangedOnDisk,
    DraftDamaged,
    DraftError,
    DraftForeign,
    DraftMissing,
    DraftUnreadable,
)

Clock = Callable[[], datetime]
"""Gives the present moment, with its zone."""


def now() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC)


class Opened(Struct, frozen=True):
    """A draft as it lies on disk: where, with what digest, written in which version."""

    draft: Draft
    path: Path
    digest: str
    version: int
    content: bytes


def read(path: Path) -> Opened:
    """Read a draft; the file is not touched.

    Raises DraftMissing, DraftUnreadable, DraftForeign, DraftDamaged or DraftNewer, each with
    the `path` among its facts.
    """
    try:
        content = _content(path)
        decoded = file_format.decode(content)
    except DraftError as problem:
        problem.facts.setdefault("path", str(path))
        raise
    except (FileNotFoundError, NotADirectoryError, ValueError) as problem:
        raise DraftMissing(path=str(path)) from problem
    except OSError as problem:
        raise DraftUnreadable(path=str(path), problem=str(problem)) from problem
    return Opened(decoded.draft, path, atomic_file.digest(content), decoded.version, content)


def save(
    draft: Draft,
    path: Path,
    seen: str,
    order: Sequence[str] = (),
    *,
    clock: Clock = now,
    swap: atomic_file.Swap = os.replace,
) -> str:
    """Replace a draft's file and give the digest of its new content.

    `seen` is the digest last read from or written to `path`. Raises ChangedOnDisk when the
    file holds something else by now; a file that has vanished is made again, for the words in
    hand are all that is left of it. Raises TargetRefused or TargetBusy as `atomic.write`.
    """
    content = _stamped(draft, order, clock)
    try:
        found = atomic_file.digest(path.read_bytes())
    except FileNotFoundError:
        found = seen
    except (OSError, ValueError) as problem:
        raise atomic_file.refusal(problem, path) from problem
    if found not in {seen, atomic_file.digest(content)}:
        raise ChangedOnDisk(path=str(path), seen=seen, found=found)
    return atomic_file.write(path, content, swap=swap)


def save_new(draft: Draft, path: Path, order: Sequence[str] = (), *, clock: Clock = now) -> str:
    """Write a draft where nothing is yet and give the digest of its content.

    Raises TargetRefused (`exists`) when something is there, else as `save`.
    """
    return atomic_file.create(path, _stamped(draft, order, clock))


def duplicate(draft: Draft, *, clock: Clock = now) -> Draft:
    """Give a draft with the same answers that is another one from now on, with its own history."""
    moment = clock().replace(microsecond=0)
    return replace(draft, id=new_id(), created=moment, modified=moment)


def _stamped(draft: Draft, order: Sequence[str], clock: Clock) -> bytes:
    """Give the content of the file, modified now; nobody reads a draft's microseconds."""
    return file_format.encode(replace(draft, modified=clock().replace(microsecond=0)), order)


def _content(path: Path) -> bytes:
    """Give a file's bytes; a pipe or a device is no draft, and a huge file is not even read."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise DraftMissing("folder")
    if not stat.S_ISREG(mode):
        raise DraftForeign
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise DraftDamaged("too-large", most=MAX_BYTES)
    return content


SUFFIX = ".erasmus"
MAX_CHARACTERS = 80
"""Longest stem: Windows counts 260 characters for the whole path."""
MAX_NAME_BYTES = 160
"""Linux counts 255 bytes for a name; a copy's date and the suffix come on top."""

_BARRED = re.compile(r'[<>:"/\\|?*]')
# Windows keeps these names for devices, whatever suffix follows.
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)


def suggest_path(folder: Path, title: str, fallback: str = "erasmus") -> Path:
    """Give a path in `folder` for a draft with that title, where nothing is yet.

    `fallback` names a draft whose title leaves no character that may stand in a name.
    """
    stem = safe_stem(title) or safe_stem(fallback) or "erasmus"
    names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(path for name in names if not _taken(path := folder / f"{name}{SUFFIX}"))


def safe_stem(title: str) -> str:
    """Give a title as a file name without suffix; empty if nothing of it may stand there."""
    seen = "".join(" " if _unseen(character) else character for character in title)
    plain = unicodedata.normalize("NFC", _BARRED.sub(" ", seen))
    stem = " ".join(plain.split())[:MAX_CHARACTERS]
    stem = stem.encode()[:MAX_NAME_BYTES].decode(errors="ignore").strip(" .")
    # A leading `~` or `.` hides a file or keeps it out of the cloud.
    stem = stem.lstrip("~. ")
    return f"{stem}_" if _RESERVED.fullmatch(stem) else stem


def _unseen(character: str) -> bool:
    """Tell whether a character is a control, a lone surrogate, or turns the reading direction."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _taken(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False  # nothing there; or saving will say what is wrong with the folder
    return True


class Listed(Struct, frozen=True):
    """One file: the draft in it, or the error that says why it cannot be read."""

    path: Path
    modified: datetime
    draft: Draft | None
    error: DraftError | None


def listed(folder: Path, recent: Iterable[Path] = ()) -> tuple[Listed, ...]:
    """Give the drafts of a folder and the recent ones elsewhere, last modified first.

    Recent files that are gone are left out: they may lie on a stick that is not plugged in.
    """
    places: dict[str, Path] = {}
    for path in (*_in_folder(folder), *recent):
        places.setdefault(os.path.realpath(path), path)
    found = [_look(path) for path in places.values()]
    there = [one for one in found if not isinstance(one.error, DraftMissing)]
    return tuple(sorted(there, key=lambda one: (-one.modified.timestamp(), str(one.path))))


def _in_folder(folder: Path) -> list[Path]:
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() == SUFFIX and not path.name.startswith(".")
        )
    except OSError:
        return []


def _look(path: Path) -> Listed:
    try:
        draft = read(path).draft
    except DraftError as problem:
        return Listed(path, _touched(path), None, problem)
    return Listed(path, draft.modified, draft, None)


def _touched(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return datetime(1970, 1, 1, tzinfo=UTC)
