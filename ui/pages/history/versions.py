"""The versions that the history lists: found by id, read once, and the one before each."""

from __future__ import annotations

from collections.abc import Sequence

from erasmus_desk.draft import differences
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import DraftError, JournalError
from erasmus_desk.storage.draft_history import DraftHistory

from ...session.session import Session
from .entries import NOW, Entry

NEAR = 3
"""Versions among which the first one to be compared is looked for."""


class Versions:
    """The entries of a history, newest first; the first is the proposal as it is now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._history: DraftHistory | None = None
        self._loaded: dict[str, Draft] = {}
        """Versions that were read; they do not change."""
        self.entries: Sequence[Entry] = ()

    def show(self, history: DraftHistory, entries: Sequence[Entry]) -> None:
        """Take the entries of a history."""
        self._history = history
        self.entries = entries

    def find(self, version: str) -> Entry | None:
        """Return the entry of a version, also of one within another entry."""
        for entry in self.entries:
            for one in (entry, *entry.pauses):
                if one.id == version:
                    return one
        return None

    def find_before(self, entry: Entry) -> Entry | None:
        """Return the version before one, also within the same piece of work."""
        listed = [one for outer in self.entries for one in (outer.pauses or (outer,))]
        ids = [one.id for one in listed]
        place = ids.index(entry.id) + 1 if entry.id in ids else len(ids)
        return listed[place] if place < len(listed) else None

    def find_first(self) -> str:
        """Return the newest version that is other than the present one, if it is near."""
        now, form = self._session.draft, self._session.form
        for entry in self.entries[1 : NEAR + 1]:
            try:
                if differences.find_differences(self.load(entry.id), now, form):
                    return entry.id
            except (JournalError, DraftError):
                continue
        return self.entries[min(len(self.entries) - 1, 1)].id

    def load(self, version: str) -> Draft:
        """Return a version. Raises JournalError or DraftError."""
        if version == NOW or self._history is None:
            return self._session.draft
        if version not in self._loaded:
            self._loaded[version] = self._history.load(version)
        return self._loaded[version]
