"""The tables of the journal and the statements that write, read and delete their rows."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from erasmus_desk.atomic_file import compute_digest as digest_of
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import DraftError
from erasmus_desk.storage.history import JournalRow, JournalRun

VERSION = 1

_SCHEMA = f"""
CREATE TABLE openings (digest TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, draft TEXT NOT NULL, path BLOB NOT NULL,
    digest TEXT NOT NULL, opening TEXT NOT NULL, holder TEXT NOT NULL, begun TEXT NOT NULL);
CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL,
    key BLOB NOT NULL, at TEXT NOT NULL, payload TEXT NOT NULL);
CREATE TABLE saves (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL,
    upto INTEGER NOT NULL, path BLOB NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE settled (run INTEGER PRIMARY KEY, how TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX runs_of_draft ON runs (draft, id);
CREATE INDEX changes_of_run ON changes (run, id);
CREATE INDEX saves_of_run ON saves (run, id);
PRAGMA user_version = {VERSION}
"""
# The last known file of a run (its last save, else its opening) and its newest row.
_UNSAVED = """
SELECT r.id, r.opening, r.holder, r.begun, COALESCE(s.upto, 0), COALESCE(s.path, r.path),
    COALESCE(s.digest, r.digest), (SELECT MAX(id) FROM changes WHERE run = r.id) AS newest
FROM runs r LEFT JOIN saves s ON s.id = (SELECT MAX(id) FROM saves WHERE run = r.id)
WHERE r.id NOT IN (SELECT run FROM settled)
    AND (newest > COALESCE(s.upto, 0) OR (r.digest = '' AND s.id IS NULL))
ORDER BY r.id
"""
_INSERT_RUN = (
    "INSERT INTO runs (draft, path, digest, opening, holder, begun) VALUES (?, ?, ?, ?, ?, ?)"
)
_INSERT_CHANGE = "INSERT INTO changes (run, key, at, payload) VALUES (?, ?, ?, ?)"
_INSERT_SAVE = "INSERT INTO saves (run, upto, path, digest, at) VALUES (?, ?, ?, ?, ?)"
_SELECT_ROWS = "SELECT id, key, at, payload FROM changes WHERE run = ? ORDER BY id"
_SELECT_PATHS = """
SELECT path FROM (
    SELECT path, id AS run, 0 AS save FROM runs WHERE draft = :draft
    UNION ALL SELECT s.path, s.run, s.id FROM saves s JOIN runs r ON r.id = s.run
    WHERE r.draft = :draft)
GROUP BY path ORDER BY MAX(run) DESC, MAX(save) DESC
"""


class Cursor(Protocol):
    """The part of a database cursor that is used here."""

    @property
    def lastrowid(self) -> int | None:
        """The id of the row just inserted."""
        ...

    def fetchone(self) -> Any:  # noqa: ANN401 -- depends on the statement
        """Return one row."""
        ...

    def fetchall(self) -> list[Any]:
        """Return all rows."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """A transaction in a database; only `journal.py` knows which library."""

    def execute(self, statement: str, values: tuple[Any, ...] | dict[str, Any] = ..., /) -> Cursor:
        """Execute one statement."""
        ...


class UnsavedRun(Struct, frozen=True):
    """A run with rows after the last save, or a draft that was never saved."""

    run: int
    opening: str
    holder: str
    begun: datetime
    last_saved_row: int
    path: Path
    base_digest: str


class JournalTables:
    """The tables within one transaction."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def create(self) -> None:
        """Create the tables unless another process already has."""
        if self.db.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in _SCHEMA.split(";"):
                self.db.execute(statement)

    def insert_run(self, run: JournalRun, holder: str, moment: datetime) -> int:
        """Insert a run with the full draft as in its file, and return the id of the run."""
        content = file_format.encode(run.saved)
        digest = digest_of(content)
        if not self.db.execute("SELECT 1 FROM openings WHERE digest = ?", (digest,)).fetchone():
            packed = zlib.compress(content, 1)
            self.db.execute("INSERT INTO openings VALUES (?, ?)", (digest, packed))
        owner = (holder, moment.isoformat())
        row = (run.draft.id, os.fsencode(run.path), run.digest, digest, *owner)
        return self.db.execute(_INSERT_RUN, row).lastrowid or 0

    def insert_changes(self, run: int, rows: Iterable[tuple[Key, str]], moment: datetime) -> int:
        """Insert changes and return the id of the last."""
        last = 0
        for key, payload in rows:
            values = (run, encode_key(key), moment.isoformat(), payload)
            last = self.db.execute(_INSERT_CHANGE, values).lastrowid or 0
        return last

    def insert_save(self, run: int, upto: int, path: Path, digest: str, moment: datetime) -> None:
        """Record that a file contains all rows of a run up to this one."""
        values = (run, upto, os.fsencode(path), digest, moment.isoformat())
        self.db.execute(_INSERT_SAVE, values)

    def mark_settled(self, run: int, how: str, moment: datetime) -> None:
        """Record what was decided about unsaved work."""
        values = (run, how, moment.isoformat())
        self.db.execute("INSERT OR REPLACE INTO settled VALUES (?, ?, ?)", values)

    def select_unsaved_runs(self) -> list[UnsavedRun]:
        """Return the runs with unsaved rows, oldest first."""
        return [
            UnsavedRun(run, opening, holder, _parse_time(at), upto, Path(os.fsdecode(path)), base)
            for run, opening, holder, at, upto, path, base, _ in self.db.execute(_UNSAVED)
        ]

    def select_changes(self, run: int) -> list[JournalRow]:
        """Return the changes of a run."""
        return [
            JournalRow(number, decode_key(stored), _parse_time(at), payload)
            for number, stored, at, payload in self.db.execute(_SELECT_ROWS, (run,))
        ]

    def select_runs(self, draft_id: str) -> list[tuple[int, str, datetime]]:
        """Return id, opening digest and start of a draft's runs, oldest first."""
        statement = "SELECT id, opening, begun FROM runs WHERE draft = ? ORDER BY id"
        found = self.db.execute(statement, (draft_id,))
        return [(run, opening, _parse_time(begun)) for run, opening, begun in found]

    def select_paths(self, draft_id: str) -> list[Path]:
        """Return the paths that a draft was opened at or saved to, the last used first."""
        found = self.db.execute(_SELECT_PATHS, {"draft": draft_id})
        return [Path(os.fsdecode(path)) for (path,) in found]

    def load_opening(self, digest: str) -> Draft | None:
        """Return an opened draft, or `None` when it was written by a newer program."""
        statement = "SELECT content FROM openings WHERE digest = ?"
        row = self.db.execute(statement, (digest,)).fetchone()
        try:
            return file_format.decode(zlib.decompress(row[0])).draft if row else None
        except (DraftError, zlib.error):
            return None

    def select_holders(self, draft_id: str = "") -> list[tuple[int, str]]:
        """Return the ids of all runs, or those of a draft, with their instance tokens."""
        if draft_id:
            statement = "SELECT id, holder FROM runs WHERE draft = ?"
            return self.db.execute(statement, (draft_id,)).fetchall()
        return self.db.execute("SELECT id, holder FROM runs").fetchall()

    def delete_runs(self, runs: Iterable[int]) -> None:
        """Delete runs with all their rows, and openings that no run refers to."""
        for run in runs:
            self.db.execute("DELETE FROM changes WHERE run = ?", (run,))
            self.db.execute("DELETE FROM saves WHERE run = ?", (run,))
            self.db.execute("DELETE FROM settled WHERE run = ?", (run,))
            self.db.execute("DELETE FROM runs WHERE id = ?", (run,))
        self.db.execute("DELETE FROM openings WHERE digest NOT IN (SELECT opening FROM runs)")

    def prune(self, before: datetime, kept: set[int]) -> None:
        """Delete the changes of runs whose last change is older, except runs in `kept`."""
        newest = self.db.execute("SELECT run, MAX(at) FROM changes GROUP BY run").fetchall()
        for run, last in newest:
            if run not in kept and _parse_time(last) < before:
                self.db.execute("DELETE FROM changes WHERE run = ?", (run,))


_parse_time = datetime.fromisoformat


def encode_key(key: Key) -> bytes:
    """Return a key as bytes: SQLite text cannot contain a lone surrogate."""
    return str(key).encode("utf-8", "surrogatepass")


def decode_key(stored: bytes) -> Key:
    """Return a stored key. Raises UnicodeError."""
    return Key.parse(stored.decode("utf-8", "surrogatepass"))
