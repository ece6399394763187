"""All backups that there are: on this computer, in a second place, and in a folder of any name.

They are found by their names; only what has another name is read to learn which draft it is. Each
is restored as a new file, byte for byte.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.errors import DraftError
from erasmus_desk.path_checks import is_folder
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import digest_id, parse_backup
from erasmus_desk.storage.draft_folder import find_draft_files
from erasmus_desk.storage.recovery_copies import parse_copy
from erasmus_desk.storage.second_backups import FOLDER, parse_folder

MAX_FILES = 2000
"""Files of a folder that was chosen by hand which are looked at; it may be any folder."""
MAX_DEPTH = 3
"""Levels of folders below it: the place, our folder in it, and one of a draft."""
_ID_LENGTH = 12


class BackupKind(StrEnum):
    """Where a backup was found."""

    HERE = "here"
    """Made on this computer each day."""
    RECOVERY = "recovery"
    """Made on this computer because the file could not be saved."""
    SECOND = "second"
    """In the second place, or in a folder that was chosen by hand."""


class FoundBackup(Struct, frozen=True):
    """A backup: its file, when it was made (UTC), and where it was found."""

    path: Path
    at: datetime
    kind: BackupKind


class DraftBackups(Struct, frozen=True):
    """The backups of one draft, the newest first; `id` is the beginning of the digest of its id."""

    id: str
    backups: tuple[FoundBackup, ...]


def find_backups(local: Path, others: Iterable[Path] = ()) -> tuple[DraftBackups, ...]:
    """Return all backups by draft, that of the newest backup first.

    `local` is the folder of the backups on this computer; what cannot be reached of `others` is
    passed over.
    """
    found: dict[str, dict[Path, FoundBackup]] = {}
    for draft_id, backup in (*_find_local(local), *_find_others(others)):
        found.setdefault(draft_id, {}).setdefault(backup.path, backup)
    groups = [
        DraftBackups(name, tuple(sorted(those.values(), key=lambda one: one.at, reverse=True)))
        for name, those in found.items()
    ]
    return tuple(sorted(groups, key=lambda one: one.backups[0].at, reverse=True))


def restore(backup: Path, target: Path) -> drafts.DraftFile:
    """Write a backup to a new file, byte for byte, and return what is in it.

    Raises DraftError if it is damaged, SaveError (`exists` where there is a file).
    """
    opened = drafts.read(backup)
    atomic_file.create(target, opened.content)
    return opened


def _find_local(folder: Path) -> Iterator[tuple[str, FoundBackup]]:
    for place in _list_folders(folder):
        # The name is the id, or its digest where the id is no name.
        is_digest = re.fullmatch("[0-9a-f]{64}", place.name) is not None
        draft_id = (place.name if is_digest else digest_id(place.name))[:_ID_LENGTH]
        for path in find_draft_files(place):
            found = _date_file(path)
            if found is not None:
                yield draft_id, found


def _find_others(folders: Iterable[Path]) -> Iterator[tuple[str, FoundBackup]]:
    for folder in folders:
        left = MAX_FILES
        for path in _walk(folder, MAX_DEPTH):
            left -= 1
            if left < 0:
                break
            found = _date_file(path, BackupKind.SECOND)
            with contextlib.suppress(DraftError, OSError):
                named = parse_folder(path.parent)
                if named is not None and found is not None:
                    yield named, found
                    continue
                draft = drafts.read(path).draft
                at = found.at if found is not None else draft.modified
                yield digest_id(draft.id)[:_ID_LENGTH], FoundBackup(path, at, BackupKind.SECOND)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """Yield the draft files of a folder and of those in it, our own folders first."""
    yield from find_draft_files(folder)
    if depth > 1:
        inner = sorted(_list_folders(folder), key=lambda one: (one.name != FOLDER, one.name))
        for one in inner:
            yield from _walk(one, depth - 1)


def _list_folders(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if is_folder(path) and not path.is_symlink()]
    except OSError:
        return []


def _date_file(path: Path, kind: BackupKind = BackupKind.HERE) -> FoundBackup | None:
    """Return a file as the backup that its name tells of, `None` for another name."""
    with contextlib.suppress(OSError, ValueError):
        rescued = parse_copy(path)
        if rescued is None:
            return FoundBackup(path, parse_backup(path).at, kind)
        # Such a copy is written anew throughout its day.
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        day = datetime.fromisoformat(rescued.day).replace(tzinfo=UTC)
        at = written if written.date() == day.date() else day
        return FoundBackup(path, at, BackupKind.RECOVERY)
    return None
