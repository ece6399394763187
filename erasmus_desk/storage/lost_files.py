"""Drafts whose file is gone after a normal close, and the way back from their history."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct

from erasmus_desk.path_checks import may_exist
from erasmus_desk.storage import open_file
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.journal_connection import Connection
from erasmus_desk.storage.journal_tables import JournalTables

KNOWN_FOR = timedelta(days=90)
"""How long after its last use a draft whose file is gone is offered."""
MAX_SHOWN = 5
"""Drafts that are offered at once, those used last."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS dismissed (draft TEXT PRIMARY KEY, run INTEGER NOT NULL)"
# One that was dismissed is offered again once it was opened after that.
_SELECT = """
SELECT r.draft, COALESCE(s.path, r.path), COALESCE(s.at, r.begun), COALESCE(s.digest, r.digest)
FROM runs r LEFT JOIN saves s ON s.id = (SELECT MAX(id) FROM saves WHERE run = r.id)
WHERE r.id IN (SELECT MAX(id) FROM runs GROUP BY draft)
    AND NOT EXISTS (SELECT 1 FROM dismissed d WHERE d.draft = r.draft AND d.run >= r.id)
ORDER BY r.id DESC
"""
_DISMISS = """
INSERT OR REPLACE INTO dismissed SELECT draft, MAX(id) FROM runs WHERE draft = ? GROUP BY draft
"""


class LostFile(Struct, frozen=True):
    """A draft whose file is gone: where it was, and when it was last saved or opened."""

    draft_id: str
    path: Path
    at: datetime


def find_lost_files(
    journal: Journal, others: Iterable[str] = (), clock: Clock = now
) -> tuple[LostFile, ...]:
    """Return the drafts whose file is gone, the last used first; none of `others`, by their ids.

    A file with another name in the same folder is not gone. Raises JournalError.
    """
    rows = journal.transact(_select)
    left, oldest, found = {*others}, clock() - KNOWN_FOR, list[LostFile]()
    for draft_id, stored, text, digest in rows:
        if draft_id in left or len(found) == MAX_SHOWN:
            continue
        with suppress(TypeError, ValueError, OSError):
            path, at = Path(os.fsdecode(stored)), datetime.fromisoformat(text)
            is_gone = at >= oldest and not may_exist(path)
            if is_gone and open_file.find_renamed(path, draft_id, digest) is None:
                found.append(LostFile(draft_id, path, at))
    return tuple(found)


def dismiss(journal: Journal, draft_id: str) -> None:
    """Offer a draft no more; its history stays. Raises JournalError."""

    def write(db: Connection) -> None:
        db.execute(_SCHEMA)
        db.execute(_DISMISS, (draft_id,))

    journal.transact(lambda tables: write(tables.db))


def _select(tables: JournalTables) -> list[Any]:
    tables.db.execute(_SCHEMA)
    return tables.db.execute(_SELECT, ()).fetchall()
