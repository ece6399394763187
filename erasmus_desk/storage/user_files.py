"""Small files of this user about a draft: one for each draft, in a folder of their own.

They are no part of the draft: one that goes to somebody else does not tell them, and is not changed
by them. Losing them costs no answer.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.errors import SaveError


class UserFiles:
    """The files in one folder; the newest `most` are kept, and none is longer than `max_bytes`."""

    def __init__(self, folder: Path, most: int, max_bytes: int) -> None:
        self._folder = folder
        self._most = most
        self._max_bytes = max_bytes

    def read(self, draft: str) -> bytes | None:
        """Return the content of the file about a draft, given by its id; `None` without one."""
        path = self._path(draft)
        with contextlib.suppress(OSError):
            if path.stat().st_size <= self._max_bytes:
                return path.read_bytes()
        return None

    def write(self, draft: str, content: bytes) -> None:
        """Write the file about a draft; a failure is of no account."""
        path = self._path(draft)
        with contextlib.suppress(SaveError, OSError):
            atomic_file.make_folder(self._folder)
            is_new = not path.exists()
            atomic_file.write(path, content)
            if is_new:
                self._remove_oldest(path)

    def _path(self, draft: str) -> Path:
        # The id is read from a file of anybody, so it is no name of a file.
        return self._folder / f"{hashlib.sha256(draft.encode()).hexdigest()[:32]}.json"

    def _remove_oldest(self, new: Path) -> None:
        others = [path for path in self._folder.glob("*.json") if path != new]
        others.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in others[: max(len(others) + 1 - self._most, 0)]:
            path.unlink(missing_ok=True)
