"""Dated backups of drafts in a folder of their own, and recovery copies of unsaved drafts."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import TargetRefused
from erasmus_desk.file_suffixes import DRAFT_SUFFIX
from erasmus_desk.storage import drafts, recovery_copies
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.rotation import Rotation, Written, find_turn, keep_last

MAX_BACKUPS = 10
"""Dated backups kept of a draft."""

_STAMP = "%Y-%m-%dT%H-%M-%S"
_STAMPED = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)", re.ASCII)
_PLAIN_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
# Programs before the numbers and the digest read a name up to its first dot.
_MARK = re.compile(r"([0-9]{4,9})-([0-9]{1,9})-([0-9a-f]{12})", re.ASCII)
_DIGEST = 12


class Backup(Struct, frozen=True):
    """One dated backup; `at` is in UTC.

    `number` is the place in the order of writing, whatever the clock said, `turn` grows each time
    that it went back, and `digest` begins the digest of the content. Those of programs before have
    none of them.
    """

    path: Path
    at: datetime
    number: int = 0
    turn: int = 0
    digest: str = ""

    @property
    def written(self) -> Written:
        """When it was written, for the rotation."""
        return self.turn, self.at

    def is_whole(self) -> bool:
        """Return whether the file has the content that was written, so that it is ours."""
        try:
            content = self.path.read_bytes()
        except OSError:
            return False
        return atomic_file.compute_digest(content).startswith(self.digest)


class BackupFolder:
    """The backups of one draft in one folder, which may have other files: these are left alone."""

    def __init__(self, folder: Path, rotation: Rotation, *, has_unmarked: bool = False) -> None:
        """`has_unmarked`: it has backups of programs that wrote no digest into the name."""
        self._folder = folder
        self._rotation = rotation
        self._has_unmarked = has_unmarked

    def find(self) -> tuple[Backup, ...]:
        """Return the dated backups in the order of their writing."""
        found: list[Backup] = []
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                with contextlib.suppress(ValueError):
                    backup = parse_backup(path)
                    found += [backup] if backup.digest or self._has_unmarked else []
        return tuple(sorted(found, key=lambda one: (one.number, one.at, one.path.name)))

    def write(self, content: bytes, moment: datetime) -> Path:
        """Write a backup, read it back, and remove those that are too many.

        Raises SaveError; then none is removed.
        """
        known = self.find()
        number = max((one.number for one in known), default=0) + 1
        at, taken = moment.astimezone(UTC), {one.at for one in known}
        while at.replace(microsecond=0) in taken:
            at += timedelta(seconds=1)
        digest = atomic_file.compute_digest(content)[:_DIGEST]
        turn = find_turn(known[-1].written if known else None, at)
        path = self._folder / f"{at.strftime(_STAMP)}.{number:04}-{turn}-{digest}{DRAFT_SUFFIX}"
        atomic_file.create(path, content)
        written = parse_backup(path)
        if not written.is_whole():
            raise TargetRefused("altered", path=str(path))
        self._rotate((*known, written))
        return path

    def _rotate(self, backups: Sequence[Backup]) -> None:
        """Remove those that the rotation does not keep.

        What was damaged or changed since is no backup: it takes the place of none, and stays.
        """
        if len(self._rotation([one.written for one in backups])) == len(backups):
            return
        whole = [one for one in backups if one.is_whole()]
        kept = self._rotation([one.written for one in whole])
        for place, one in enumerate(whole):
            if place not in kept:
                with contextlib.suppress(OSError):
                    one.path.unlink()


class Backups:
    """The backups of all drafts below one folder, in one subfolder for each draft."""

    def __init__(self, folder: Path, clock: Clock = now) -> None:
        self._folder = folder
        self._clock = clock

    def back_up(self, draft_id: str, content: bytes) -> Path | None:
        """Back up a draft's file unless the newest backup is equal, and keep the last ten.

        Raises SaveError, or DraftError when the content is not a draft: only a readable backup
        may replace an older one.
        """
        file_format.decode(content)
        return self._store(draft_id, content)

    def back_up_file(self, opened: drafts.DraftFile) -> Path | None:
        """Back up a draft as it was just read. Raises SaveError."""
        return self._store(opened.draft.id, opened.content)

    def _store(self, draft_id: str, content: bytes) -> Path | None:
        backups = self.find(draft_id)
        with contextlib.suppress(OSError):
            if backups and backups[-1].path.read_bytes() == content:
                return None
        atomic_file.make_folder(self._folder_of(draft_id))
        return self._open(draft_id).write(content, self._clock())

    def is_due(self, draft_id: str) -> bool:
        """Return whether the newest backup of a draft is not of today."""
        backups = self.find(draft_id)
        return not backups or backups[-1].at.date() != self._clock().astimezone(UTC).date()

    def find(self, draft_id: str) -> tuple[Backup, ...]:
        """Return the dated backups of a draft in the order of their writing."""
        return self._open(draft_id).find()

    def save_recovery_copy(self, draft: Draft, order: Sequence[str] = ()) -> Path:
        """Write a draft that cannot be saved to its own file, as one file per day.

        Raises SaveError.
        """
        day = self._clock().astimezone(UTC).date().isoformat()
        content = file_format.encode(draft, order)
        return recovery_copies.write(self._folder_of(draft.id), day, content)

    def _open(self, draft_id: str) -> BackupFolder:
        rotation = keep_last(MAX_BACKUPS)
        return BackupFolder(self._folder_of(draft_id), rotation, has_unmarked=True)

    def _folder_of(self, draft_id: str) -> Path:
        """Return the folder of a draft; an id from a file could be a path to another folder."""
        if _PLAIN_ID.fullmatch(draft_id):
            return self._folder / draft_id
        return self._folder / digest_id(draft_id)


def parse_backup(path: Path) -> Backup:
    """Return the backup that a name tells of. Raises ValueError for another name."""
    stamp, _, mark = path.name.removesuffix(DRAFT_SUFFIX).partition(".")
    stamped, marked = _STAMPED.fullmatch(stamp), _MARK.fullmatch(mark)
    if stamped is None or not path.name.endswith(DRAFT_SUFFIX) or (mark and marked is None):
        raise ValueError
    # `strptime` would load the calendar and the locales with the first draft.
    at = datetime.fromisoformat("{}T{}:{}:{}".format(*stamped.groups())).replace(tzinfo=UTC)
    if marked is None:
        return Backup(path, at)
    number, turn, digest = marked.groups()
    return Backup(path, at, int(number), int(turn), digest)


def digest_id(draft_id: str) -> str:
    """Return the digest of the id of a draft, which is safe in a name."""
    return atomic_file.compute_digest(draft_id.encode("utf-8", "surrogatepass"))
