"""Whether a draft is saved, since when, or why not."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.errors import DeskError


class SaveState(StrEnum):
    """The states that the top bar shows."""

    SAVED = "saved"
    TYPING = "typing"
    FAILED = "trouble"


class SaveStatus(Struct, frozen=True):
    """Whether the draft is saved, since when, or what failed."""

    state: SaveState
    at: datetime | None = None
    error: DeskError | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the file contains all changes."""
        return self.state is SaveState.SAVED
