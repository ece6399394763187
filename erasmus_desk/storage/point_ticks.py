"""The points of the guidance that the user ticked, for each draft.

A tick is a note of the one who writes, and no answer: it is kept with the data of this user.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from erasmus_desk.errors import FileDamaged
from erasmus_desk.storage.user_files import UserFiles

MAX_DRAFTS = 1000
"""Drafts whose ticks are kept; one more takes the place of the one ticked in longest ago."""
MAX_BYTES = 1_000_000
"""Size of a file that can be a list of ticks."""

Ticks = Mapping[str, tuple[str, ...]]
"""The ids of the ticked points by the key of their answer, as text."""


class PointTicksFiles:
    """The ticks of this user, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._files = UserFiles(folder, MAX_DRAFTS, MAX_BYTES)

    def find(self, draft: str) -> Ticks:
        """Return the ticks in a draft, given by its id; what cannot be read is set aside."""
        content = self._files.read(draft)
        if content is None:
            return {}
        try:
            found = msgspec.json.decode(content, type=dict[str, object])
        except (ValueError, RecursionError, msgspec.MsgspecError):
            self._files.set_aside(draft)
            return {}
        ticks: dict[str, tuple[str, ...]] = {}
        for key, points in found.items():
            with contextlib.suppress(msgspec.ValidationError):
                ticks[key] = msgspec.convert(points, tuple[str, ...])
        if len(ticks) < len(found):
            self._files.set_aside(draft, msgspec.json.encode(ticks))
        return ticks

    def take_notice(self) -> FileDamaged | None:
        """Return what the user is to be told of a damaged file, once."""
        return self._files.take_notice()

    def save(self, draft: str, ticks: Ticks) -> None:
        """Write the ticks in a draft; a failure is of no account."""
        self._files.write(draft, msgspec.json.encode(dict(ticks)))
