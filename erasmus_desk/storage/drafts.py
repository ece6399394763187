"""Draft files: reading, saving without overwriting other changes, names and listings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file, errors
from erasmus_desk.draft import file_format, origins
from erasmus_desk.draft.file_format import MAX_BYTES
from erasmus_desk.draft.ids import make_draft_id
from erasmus_desk.draft.model import Draft
from erasmus_desk.file_suffixes import DRAFT_SUFFIX
from erasmus_desk.path_checks import SpecialFile, is_folder, read_content
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.draft_folder import find_modified_time, list_paths
from erasmus_desk.storage.file_names import make_file_stem


class DraftFile(Struct, frozen=True):
    """A draft as read from disk, with the digest and the format version of its file."""

    draft: Draft
    path: Path
    digest: str
    version: int
    content: bytes


def read(path: Path) -> DraftFile:
    """Read a draft.

    Raises DraftMissing, DraftUnreadable, DraftForeign, DraftDamaged or DraftNewer, each with
    the `path` among its facts.
    """
    try:
        content = _read_bytes(path)
        decoded = file_format.decode(content)
    except errors.DraftError as problem:
        problem.facts.setdefault("path", str(path))
        raise
    except (FileNotFoundError, NotADirectoryError, ValueError) as problem:
        raise errors.DraftMissing(path=str(path)) from problem
    except OSError as problem:
        reason = errors.SystemProblem.of(problem)
        raise errors.DraftUnreadable(path=str(path), problem=reason) from problem
    return DraftFile(
        decoded.draft, path, atomic_file.compute_digest(content), decoded.version, content
    )


def save(
    draft: Draft,
    path: Path,
    known_digest: str,
    order: Sequence[str] = (),
    *,
    clock: Clock = now,
    swap: atomic_file.Swap = os.replace,
) -> str:
    """Replace a draft's file and return the digest of its new content.

    `known_digest` is the digest last read from or written to `path`. Raises ChangedOnDisk when
    the file has another content now, and FileGone when it was renamed, moved or deleted: no
    name comes back by itself. Raises TargetRefused or TargetBusy as `atomic_file.write`.
    """
    content = _encode_now(draft, order, clock)
    known = {known_digest, atomic_file.compute_digest(content)}

    def swap_known(temporary: Path, target: Path) -> None:
        # Once more: a slow disk leaves others the time to write.
        _refuse_unknown(path, known, known_digest)
        swap(temporary, target)

    _refuse_unknown(path, known, known_digest)
    return atomic_file.write(path, content, swap=swap_known)


def _refuse_unknown(path: Path, known: set[str], seen: str) -> None:
    """Raise ChangedOnDisk, FileGone or another SaveError unless a file has a known digest."""
    try:
        found = atomic_file.compute_digest(read_content(path))
    except SpecialFile as problem:
        raise errors.TargetRefused("special", path=str(path)) from problem
    except (FileNotFoundError, NotADirectoryError) as problem:
        if is_folder(path.parent):
            raise errors.FileGone(path=str(path)) from problem
        raise errors.TargetRefused("missing-folder", path=str(path)) from problem
    except (OSError, ValueError) as problem:
        raise atomic_file.to_save_error(problem, path) from problem
    if found not in known:
        raise errors.ChangedOnDisk(path=str(path), seen=seen, found=found)


def save_new(draft: Draft, path: Path, order: Sequence[str] = (), *, clock: Clock = now) -> str:
    """Write a draft to a new file and return the digest of its content.

    Raises TargetRefused (`exists`) when the path exists, else as `save`.
    """
    return atomic_file.create(path, _encode_now(draft, order, clock))


def duplicate(draft: Draft, *, clock: Clock = now) -> Draft:
    """Return a new draft with the same answers, which has its own id and history.

    Files that were sent from the first are still recognised.
    """
    moment = clock().replace(microsecond=0)
    copy = origins.add_origin(draft)
    return replace(copy, id=make_draft_id(), created=moment, modified=moment)


def _encode_now(draft: Draft, order: Sequence[str], clock: Clock) -> bytes:
    """Return the content of the file with the current time, in whole seconds, as modified."""
    return file_format.encode(replace(draft, modified=clock().replace(microsecond=0)), order)


def _read_bytes(path: Path) -> bytes:
    """Return a file's bytes; a pipe, a device or a file over `MAX_BYTES` is refused."""
    if is_folder(path):
        raise errors.DraftMissing("folder")
    try:
        content = read_content(path, MAX_BYTES)
    except SpecialFile as problem:
        raise errors.DraftForeign from problem
    if len(content) > MAX_BYTES:
        raise errors.DraftDamaged("too-large", most=MAX_BYTES)
    return content


def suggest_path(folder: Path, title: str) -> Path:
    """Return an unused path in `folder` for a draft with that title."""
    stem = make_file_stem(title) or "erasmus"
    names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(
        path for name in names if not os.path.lexists(path := folder / f"{name}{DRAFT_SUFFIX}")
    )


class DraftListing(Struct, frozen=True):
    """One file: the draft in it, or the error that reading it gave."""

    path: Path
    modified: datetime
    draft: Draft | None
    error: errors.DraftError | None


def list_drafts(folder: Path) -> tuple[DraftListing, ...]:
    """Return the drafts of a folder, last modified first."""
    found = map(_read_listing, list_paths(folder))
    return tuple(sorted(found, key=lambda one: (-one.modified.timestamp(), str(one.path))))


def _read_listing(path: Path) -> DraftListing:
    try:
        draft = read(path).draft
    except errors.DraftError as problem:
        return DraftListing(path, find_modified_time(path), None, problem)
    return DraftListing(path, draft.modified, draft, None)
