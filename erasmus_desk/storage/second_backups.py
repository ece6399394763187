"""Backups in a second place that the user chose: a stick, a network drive, another disk.

All that is written is in a folder of our own there, which is made when the place is chosen and
never again: a folder of that path without it is another disk, or the empty place of one.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import DraftError, TargetRefused
from erasmus_desk.path_checks import is_folder
from erasmus_desk.storage import drafts
from erasmus_desk.storage.backups import Backup, BackupFolder, digest_id
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.file_names import make_file_stem
from erasmus_desk.storage.rotation import keep_hours_days_weeks

FOLDER = "Erasmus Desk backups"
"""The name of our folder in the place that was chosen."""
_ID_LENGTH = 12
_NAMED = re.compile(rf".*\b(?P<id>[0-9a-f]{{{_ID_LENGTH}}})")


class BackupSpace(Struct, frozen=True):
    """What the backups in a place take: bytes, proposals, and when the newest was made, in UTC."""

    size: int = 0
    drafts: int = 0
    newest: datetime | None = None


def find_folder(chosen: Path) -> Path:
    """Return the path of our folder in one that was chosen, which may be ours already."""
    return chosen if chosen.name == FOLDER else chosen / FOLDER


def prepare_folder(chosen: Path) -> Path:
    """Make our folder in the one that was chosen, and return it. Raises SaveError."""
    folder = find_folder(chosen)
    if not is_folder(folder.parent):
        raise TargetRefused("missing-folder", path=str(folder.parent))
    atomic_file.make_folder(folder)
    probe = folder / f".~{digest_id(str(folder))[:_ID_LENGTH]}.tmp"
    atomic_file.write(probe, b"")
    with contextlib.suppress(OSError):
        probe.unlink()
    return folder


class SecondBackups:
    """The backups of all drafts in our folder of the second place.

    Each draft has a folder there with its name and a part of its id: two of one name do not meet.
    """

    def __init__(self, folder: Path, clock: Clock = now) -> None:
        """`folder` is what `prepare_folder` returned; nothing is read yet."""
        self.folder = folder
        self._clock = clock

    def back_up(self, draft: Draft, name: str, order: Sequence[str] = ()) -> Path | None:
        """Back up a draft, unless its newest backup has the same answers.

        It is opened once it is written: it must be what was read as a draft before. Only then
        those that are too many are removed. Raises SaveError; `missing-folder` while the place is
        not there.
        """
        try:
            return self._back_up(draft, name, order)
        except OSError as problem:
            raise atomic_file.to_save_error(problem, self.folder) from problem

    def _back_up(self, draft: Draft, name: str, order: Sequence[str]) -> Path | None:
        if not is_folder(self.folder):
            raise TargetRefused("missing-folder", path=str(self.folder))
        place = self._find_folder(draft.id) or self.folder / _name_folder(draft.id, name)
        backups = BackupFolder(place, keep_hours_days_weeks)
        if _has_answers(backups.find(), draft):
            return None
        moment = self._clock()
        atomic_file.make_folder(place)
        atomic_file.remove_leftovers(place)
        saved = replace(draft, modified=moment.replace(microsecond=0))
        content = file_format.encode(saved, order)
        try:
            file_format.decode(content)
        except DraftError as problem:
            raise TargetRefused("altered", path=str(place)) from problem
        return backups.write(content, moment)

    def find(self, draft_id: str) -> tuple[Backup, ...]:
        """Return the backups of a draft in the order of their writing. Raises OSError."""
        place = self._find_folder(draft_id)
        return BackupFolder(place, keep_hours_days_weeks).find() if place is not None else ()

    def measure(self) -> BackupSpace:
        """Return the space that the backups take. Raises SaveError while the place is away."""
        try:
            places = [path for path in self._list_folders() if parse_folder(path) is not None]
        except OSError as problem:
            raise atomic_file.to_save_error(problem, self.folder) from problem
        found = [BackupFolder(place, keep_hours_days_weeks).find() for place in places]
        every = [one for backups in found for one in backups]
        size = sum(map(_read_size, every))
        newest = max((backups[-1].at for backups in found if backups), default=None)
        return BackupSpace(size, sum(map(bool, found)), newest)

    def _find_folder(self, draft_id: str) -> Path | None:
        """Return the folder of a draft, which keeps its name when that of the file changes."""
        wanted = digest_id(draft_id)[:_ID_LENGTH]
        return next((path for path in self._list_folders() if parse_folder(path) == wanted), None)

    def _list_folders(self) -> list[Path]:
        return sorted(self.folder.iterdir())


def parse_folder(path: Path) -> str | None:
    """Return the part of an id with which the folder of a draft is named, `None` for any other."""
    found = _NAMED.fullmatch(path.name)
    return found["id"] if found and is_folder(path) else None


def _name_folder(draft_id: str, name: str) -> str:
    return f"{make_file_stem(name)} {digest_id(draft_id)[:_ID_LENGTH]}".strip()


def _has_answers(backups: Sequence[Backup], draft: Draft) -> bool:
    """Return whether the newest backup can be read and has the answers of a draft."""
    try:
        return bool(backups) and drafts.read(backups[-1].path).draft.answers == draft.answers
    except DraftError:
        return False


def _read_size(backup: Backup) -> int:
    try:
        return backup.path.stat().st_size
    except OSError:
        return 0
