"""Draft files: opened, saved without overwriting anybody, doubled."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from erasmus_desk import atomic
from erasmus_desk.draft import codec
from erasmus_desk.draft.beginning import new_id
from erasmus_desk.draft.members import MAX_BYTES
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


@dataclass(frozen=True, slots=True)
class Opened:
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
        decoded = codec.decode(content)
    except DraftError as problem:
        problem.facts.setdefault("path", str(path))
        raise
    except (FileNotFoundError, NotADirectoryError, ValueError) as problem:
        raise DraftMissing(path=str(path)) from problem
    except OSError as problem:
        raise DraftUnreadable(path=str(path), problem=str(problem)) from problem
    return Opened(decoded.draft, path, atomic.digest(content), decoded.version, content)


def save(
    draft: Draft,
    path: Path,
    seen: str,
    order: Sequence[str] = (),
    *,
    clock: Clock = now,
    swap: atomic.Swap = os.replace,
) -> str:
    """Replace a draft's file and give the digest of its new content.

    `seen` is the digest last read from or written to `path`. Raises ChangedOnDisk when the
    file holds something else by now; a file that has vanished is made again, for the words in
    hand are all that is left of it. Raises TargetRefused or TargetBusy as `atomic.write`.
    """
    content = _stamped(draft, order, clock)
    try:
        found = atomic.digest(path.read_bytes())
    except FileNotFoundError:
        found = seen
    except (OSError, ValueError) as problem:
        raise atomic.refusal(problem, path) from problem
    if found not in {seen, atomic.digest(content)}:
        raise ChangedOnDisk(path=str(path), seen=seen, found=found)
    return atomic.write(path, content, swap=swap)


def save_new(draft: Draft, path: Path, order: Sequence[str] = (), *, clock: Clock = now) -> str:
    """Write a draft where nothing is yet and give the digest of its content.

    Raises TargetRefused (`exists`) when something is there, else as `save`.
    """
    return atomic.create(path, _stamped(draft, order, clock))


def duplicate(draft: Draft, *, clock: Clock = now) -> Draft:
    """Give a draft with the same answers that is another one from now on, with its own history."""
    moment = clock().replace(microsecond=0)
    return replace(draft, id=new_id(), created=moment, modified=moment)


def _stamped(draft: Draft, order: Sequence[str], clock: Clock) -> bytes:
    """Give the content of the file, modified now; nobody reads a draft's microseconds."""
    return codec.encode(replace(draft, modified=clock().replace(microsecond=0)), order)


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
