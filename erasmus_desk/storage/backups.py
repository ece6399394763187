"""Dated copies of drafts, away from the drafts themselves, and rescue copies."""

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
from erasmus_desk.storage.drafts import SUFFIX, Clock, now

KEPT = 10
"""How many dated copies of a draft stay."""

_STAMP = "%Y-%m-%dT%H-%M-%S"
_RESCUE = "rescue-"
_PLAIN_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


class Copy(Struct, frozen=True):
    """One dated copy; `at` is in UTC."""

    path: Path
    at: datetime


class Copies:
    """The copies of all drafts below one folder, a folder for each draft."""

    def __init__(self, folder: Path, clock: Clock = now) -> None:
        self._folder = folder
        self._clock = clock

    def keep(self, draft_id: str, content: bytes) -> Path | None:
        """Copy a draft's file, unless the newest copy is the same; the last ten stay.

        What cannot be decoded is not copied, and a copy is read back before an older one goes.
        Raises SaveError, or DraftError when the content is no draft.
        """
        file_format.decode(content)
        return self._keep(draft_id, content)

    def keep_opened(self, opened: drafts.Opened) -> Path | None:
        """Copy a draft as it was just read. Raises SaveError."""
        return self._keep(opened.draft.id, opened.content)

    def _keep(self, draft_id: str, content: bytes) -> Path | None:
        kept = self.of(draft_id)
        with contextlib.suppress(OSError):
            if kept and kept[-1].path.read_bytes() == content:
                return None
        stamp = self._clock().astimezone(UTC).strftime(_STAMP)
        path = self._put(draft_id, stamp, content)
        for old in self.of(draft_id)[:-KEPT]:
            with contextlib.suppress(OSError):
                old.path.unlink()
        return path

    def due(self, draft_id: str) -> bool:
        """Tell whether the newest copy of a draft is of another day."""
        kept = self.of(draft_id)
        return not kept or kept[-1].at.date() != self._clock().astimezone(UTC).date()

    def of(self, draft_id: str) -> tuple[Copy, ...]:
        """Give the dated copies of a draft, oldest first."""
        found: list[Copy] = []
        with contextlib.suppress(OSError):
            for path in self._folder_of(draft_id).iterdir():
                with contextlib.suppress(ValueError):
                    stamp = path.name.partition(".")[0]
                    found.append(Copy(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)))
        return tuple(sorted(found, key=lambda copy: (copy.at, copy.path.name)))

    def rescue(self, draft: Draft, order: Sequence[str] = ()) -> Path:
        """Write a draft that cannot be saved in its own place: one file a day, the last counts.

        Raises SaveError.
        """
        day = self._clock().astimezone(UTC).date().isoformat()
        return self._put(draft.id, f"{_RESCUE}{day}", file_format.encode(draft, order))

    def rescued(self, draft_id: str) -> tuple[Path, ...]:
        """Give the rescue copies of a draft, oldest first."""
        return tuple(sorted(self._folder_of(draft_id).glob(f"{_RESCUE}*{SUFFIX}")))

    def _put(self, draft_id: str, stem: str, content: bytes) -> Path:
        folder = self._folder_of(draft_id)
        atomic_file.make_folder(folder)
        path = folder / f"{stem}{SUFFIX}"
        atomic_file.write(path, content)
        return path

    def _folder_of(self, draft_id: str) -> Path:
        """Give the folder of a draft; an id comes from a file, and may be made to lead astray."""
        if _PLAIN_ID.fullmatch(draft_id):
            return self._folder / draft_id
        return self._folder / atomic_file.digest(draft_id.encode("utf-8", "surrogatepass"))
