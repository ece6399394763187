"""Where the user stopped in each draft: the question, the cursor and the moment.

It is kept with the data of this user, one file for each draft: a draft that goes to somebody else
does not say where its author was, and is not changed by being read. Losing it costs nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from erasmus_desk import atomic_file
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import SaveError

MAX_PLACES = 200
"""Places that are kept; one more takes the place of the one that was written longest ago."""
MAX_BYTES = 10_000
"""Size of a file that can be a place."""


class LastPlace(Struct, frozen=True):
    """The answer that had the cursor last, and when.

    `position` is that of the cursor in UTF-16 units, `None` in a field without text.
    """

    key: Key
    at: datetime
    position: int | None = None


class _Entry(Struct, frozen=True):
    key: str
    at: datetime
    position: int | None = None


class LastPlaces:
    """The last places of this user, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, draft: str) -> LastPlace | None:
        """Return the last place in a draft, given by its id; a damaged file is as good as none."""
        path = self._path(draft)
        with contextlib.suppress(OSError, ValueError, msgspec.MsgspecError):
            if path.stat().st_size <= MAX_BYTES:
                entry = msgspec.json.decode(path.read_bytes(), type=_Entry)
                moment = entry.at if entry.at.tzinfo else entry.at.astimezone()
                return LastPlace(Key.parse(entry.key), moment, entry.position)
        return None

    def save(self, draft: str, place: LastPlace) -> None:
        """Write the last place in a draft; a failure is of no account."""
        path = self._path(draft)
        entry = _Entry(str(place.key), place.at, place.position)
        with contextlib.suppress(SaveError, OSError):
            atomic_file.make_folder(self._folder)
            is_new = not path.exists()
            atomic_file.write(path, msgspec.json.encode(entry))
            if is_new:
                self._remove_oldest(path)

    def _path(self, draft: str) -> Path:
        # The id is read from a file of anybody, so it is no name of a file.
        return self._folder / f"{hashlib.sha256(draft.encode()).hexdigest()[:32]}.json"

    def _remove_oldest(self, new: Path) -> None:
        others = [path for path in self._folder.glob("*.json") if path != new]
        others.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in others[: max(len(others) + 1 - MAX_PLACES, 0)]:
            path.unlink(missing_ok=True)
