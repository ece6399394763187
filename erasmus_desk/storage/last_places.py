"""Where the user stopped in each draft: the question, the cursor and the moment.

It is kept with the data of this user, one file for each draft: a draft that goes to somebody else
does not say where its author was, and is not changed by being read. Losing it costs nothing.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.errors import FileDamaged
from erasmus_desk.moments import to_local
from erasmus_desk.storage.user_files import UserFiles

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
        self._files = UserFiles(folder, MAX_PLACES, MAX_BYTES)

    def find(self, draft: str) -> LastPlace | None:
        """Return the last place in a draft, given by its id; a damaged file is set aside."""
        content = self._files.read(draft)
        if content is None:
            return None
        try:
            entry = msgspec.json.decode(content, type=_Entry)
            moment = entry.at if entry.at.tzinfo else to_local(entry.at)
        except (ValueError, OverflowError, RecursionError, msgspec.MsgspecError):
            self._files.set_aside(draft)
            return None
        return LastPlace(Key.parse(entry.key), moment, entry.position)

    def take_notice(self) -> FileDamaged | None:
        """Return what the user is to be told of a damaged file, once."""
        return self._files.take_notice()

    def save(self, draft: str, place: LastPlace) -> None:
        """Write the last place in a draft; a failure is of no account."""
        entry = _Entry(str(place.key), place.at, place.position)
        self._files.write(draft, msgspec.json.encode(entry))
