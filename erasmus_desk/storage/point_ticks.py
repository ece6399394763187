"""The points of the guidance that the user ticked, for each draft.

A tick is a note of the one who writes, and no answer: it is kept with the data of this user.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

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
        """Return the ticks in a draft, given by its id; a damaged file is as good as none."""
        content = self._files.read(draft)
        with contextlib.suppress(ValueError, msgspec.MsgspecError):
            if content is not None:
                return msgspec.json.decode(content, type=dict[str, tuple[str, ...]])
        return {}

    def save(self, draft: str, ticks: Ticks) -> None:
        """Write the ticks in a draft; a failure is of no account."""
        self._files.write(draft, msgspec.json.encode(dict(ticks)))
