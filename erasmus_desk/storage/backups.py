"""Dated backups of drafts in a folder of their own, and recovery copies of unsaved drafts."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft
from erasmus_desk.storage import drafts
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.draft_folder import SUFFIX

MAX_BACKUPS = 10
"""Dated backups kept of a draft."""

_STAMP = "%Y-%m-%dT%H-%M-%S"
_RESCUE = "rescue-"
_PLAIN_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


class Backup(Struct, frozen=True):
    """One dated backup; `at` is in UTC."""

    path: Path
    at: datetime


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
        stamp = self._clock().astimezone(UTC).strftime(_STAMP)
        path = self._write(draft_id, stamp, content)
        for old in self.find(draft_id)[:-MAX_BACKUPS]:
            with contextlib.suppress(OSError):
                old.path.unlink()
        return path

    def is_due(self, draft_id: str) -> bool:
        """Return whether a draft has no backup of today."""
        backups = self.find(draft_id)
        return not backups or backups[-1].at.date() != self._clock().astimezone(UTC).date()

    def find(self, draft_id: str) -> tuple[Backup, ...]:
        """Return the dated backups of a draft, oldest first."""
        found: list[Backup] = []
        with contextlib.suppress(OSError):
            for path in self._folder_of(draft_id).iterdir():
                with contextlib.suppress(ValueError):
                    # `strptime` would load the calendar and the locales with the first draft.
                    day, _, time = path.name.partition(".")[0].partition("T")
                    moment = datetime.fromisoformat(f"{day}T{time.replace('-', ':')}")
                    found.append(Backup(path, moment.replace(tzinfo=UTC)))
        return tuple(sorted(found, key=lambda copy: (copy.at, copy.path.name)))

    def save_recovery_copy(self, draft: Draft, order: Sequence[str] = ()) -> Path:
        """Write a draft that cannot be saved to its own file, as one file per day.

        Raises SaveError.
        """
        day = self._clock().astimezone(UTC).date().isoformat()
        return self._write(draft.id, f"{_RESCUE}{day}", file_format.encode(draft, order))

    def _write(self, draft_id: str, stem: str, content: bytes) -> Path:
        folder = self._folder_of(draft_id)
        atomic_file.make_folder(folder)
        path = folder / f"{stem}{SUFFIX}"
        atomic_file.write(path, content)
        return path

    def _folder_of(self, draft_id: str) -> Path:
        """Return the folder of a draft; an id from a file could be a path to another folder."""
        if _PLAIN_ID.fullmatch(draft_id):
            return self._folder / draft_id
        return self._folder / atomic_file.compute_digest(draft_id.encode("utf-8", "surrogatepass"))
