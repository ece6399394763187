"""Every version of a draft that the journal can go back to: one after each of its rows.

The history of the program shows those at which typing rested (`DraftHistory.list_moments`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.storage import timeline
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.journal_tables import JournalTables


class Version(NamedTuple):
    """A version, and the answer that changed since the one before; none at an opening."""

    id: str
    at: datetime
    key: Key | None = None


def list_versions(journal: Journal, draft_id: str) -> list[Version]:
    """Return the versions of a draft, oldest first."""
    return journal.transact(lambda tables: list(_read_versions(tables, draft_id)))


def load_version(journal: Journal, draft_id: str, version: str) -> Draft:
    """Return the draft in a version."""
    draft = journal.transact(lambda tables: timeline.read_version(tables, draft_id, version))
    assert draft is not None
    return draft


def load_versions(journal: Journal, draft_id: str) -> Iterator[Draft]:
    """Yield the draft in every version, oldest first."""
    for version in list_versions(journal, draft_id):
        yield load_version(journal, draft_id, version.id)


def _read_versions(tables: JournalTables, draft_id: str) -> Iterator[Version]:
    for run, _, opened_at in tables.select_runs(draft_id):
        yield Version(str(run), opened_at)
        for row in tables.select_changes(run):
            yield Version(f"{run}.{row.id}", row.at, row.key)
