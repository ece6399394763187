"""Named versions in the journal: kept in full, whatever becomes of the rows that led to them."""

from __future__ import annotations

import zlib
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import DraftError
from erasmus_desk.storage.journal_connection import Connection
from erasmus_desk.storage.journal_tables import parse_time, unpack

PREFIX = "named-"
"""How the id of a named version begins."""
COLUMNS = ("id", "draft", "at", "reason", "name", "content")
"""The columns of the table `named`."""
# Programs before these tables do not look at them, so the version of the journal stays.
_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS named (id INTEGER PRIMARY KEY AUTOINCREMENT, draft TEXT NOT NULL,
    at TEXT NOT NULL, reason TEXT NOT NULL, name BLOB NOT NULL, content BLOB NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS named_of_draft ON named (draft, id)",
)
_SELECT = "SELECT id, at, reason, name FROM named WHERE draft = ? ORDER BY id"


class VersionReason(StrEnum):
    """Why a version is kept under a name."""

    BY_HAND = "named"
    SENT = "sent"
    EXPORTED = "exported"
    IMPORTED = "imported"
    SWITCHED = "switched"
    CARRIED = "carried"
    LEFT = "left"
    """Newer text that was not taken over after a crash."""
    MERGED = "merged"
    """Another version, as it was when it was merged."""
    RESTORED = "restored"
    """As it was before all of an earlier version was brought back."""


class NamedVersion(Struct, frozen=True):
    """One version that is never thinned out."""

    id: str
    at: datetime
    reason: VersionReason
    name: str


def create(db: Connection) -> None:
    """Create the tables unless they are there."""
    for statement in _SCHEMA:
        db.execute(statement)


def insert(
    db: Connection, draft: Draft, at: datetime, reason: VersionReason, name: str = ""
) -> str:
    """Insert a version in full and return its id."""
    create(db)
    content = zlib.compress(file_format.encode(draft))
    row = (draft.id, at.isoformat(), reason.value, _encode(name), content)
    statement = "INSERT INTO named (draft, at, reason, name, content) VALUES (?, ?, ?, ?, ?)"
    return f"{PREFIX}{db.execute(statement, row).lastrowid}"


def select(db: Connection, draft_id: str) -> tuple[NamedVersion, ...]:
    """Return the named versions of a draft, oldest first; what cannot be read is passed over."""
    create(db)
    found: list[NamedVersion] = []
    for number, at, reason, name in db.execute(_SELECT, (draft_id,)):
        with suppress(AttributeError, TypeError, ValueError):
            moment, kept_as = parse_time(at), _decode(name)
            if moment is not None:
                found.append(
                    NamedVersion(f"{PREFIX}{number}", moment, _read_reason(reason), kept_as)
                )
    return tuple(found)


def delete(db: Connection, version: str) -> None:
    """Delete one named version."""
    create(db)
    db.execute("DELETE FROM named WHERE id = ?", (version.removeprefix(PREFIX),))


def load(db: Connection, draft_id: str, version: str) -> Draft | None:
    """Return the draft in a named version, or `None` without one that can be read."""
    create(db)
    row = db.execute(
        "SELECT content FROM named WHERE draft = ? AND id = ?",
        (draft_id, version.removeprefix(PREFIX)),
    ).fetchone()
    try:
        return file_format.decode(unpack(row[0])).draft if row else None
    except (DraftError, TypeError, zlib.error):
        return None


def _read_reason(stored: Any) -> VersionReason:  # noqa: ANN401 - whatever the column has
    """Return a reason; one of a newer program counts as a name given by hand."""
    try:
        return VersionReason(stored)
    except ValueError:
        return VersionReason.BY_HAND


def _encode(name: str) -> bytes:
    """Return a name as bytes: SQLite text cannot contain a lone surrogate."""
    return name.encode("utf-8", "surrogatepass")


def _decode(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")
