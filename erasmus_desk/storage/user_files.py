"""Small files of this user about a draft: one for each draft, in a folder of their own.

They are no part of the draft: one that goes to somebody else does not tell them, and is not changed
by them. Losing them costs no answer.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.errors import FileDamaged, SaveError
from erasmus_desk.path_checks import may_exist
from erasmus_desk.storage.clock import now
from erasmus_desk.storage.damaged_files import describe_damaged, is_damaged, rename_damaged


class UserFiles:
    """The files in one folder; the newest `most` are kept, and none is longer than `max_bytes`."""

    def __init__(self, folder: Path, most: int, max_bytes: int) -> None:
        self._folder = folder
        self._most = most
        self._max_bytes = max_bytes
        self._notice: FileDamaged | None = None

    def read(self, draft: str) -> bytes | None:
        """Return the content of the file about a draft, given by its id; `None` without one."""
        path = self._path(draft)
        with contextlib.suppress(OSError):
            if path.stat().st_size <= self._max_bytes:
                return path.read_bytes()
            self.set_aside(draft)
        return None

    def set_aside(self, draft: str, readable: bytes | None = None) -> None:
        """Rename the file about a draft, which is damaged; `readable` of it stays."""
        path = self._path(draft)
        with contextlib.suppress(SaveError):
            self._notice = describe_damaged(path, rename_damaged(path, now(), readable))

    def take_notice(self) -> FileDamaged | None:
        """Return what the user is to be told of a damaged file, once."""
        notice, self._notice = self._notice, None
        return notice

    def write(self, draft: str, content: bytes) -> None:
        """Write the file about a draft; a failure is of no account."""
        path = self._path(draft)
        with contextlib.suppress(SaveError, OSError):
            atomic_file.make_folder(self._folder)
            is_new = not may_exist(path)
            atomic_file.write(path, content)
            if is_new:
                self._remove_oldest(path)

    def _path(self, draft: str) -> Path:
        # The id is read from a file of anybody, so it is no name of a file.
        return self._folder / f"{hashlib.sha256(draft.encode()).hexdigest()[:32]}.json"

    def _remove_oldest(self, new: Path) -> None:
        found = self._folder.glob("*.json")
        others = [path for path in found if path != new and not is_damaged(path)]
        others.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in others[: max(len(others) + 1 - self._most, 0)]:
            path.unlink(missing_ok=True)
