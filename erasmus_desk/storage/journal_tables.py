"""The tables of the journal and the statements that write, read and delete their rows."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from erasmus_desk.atomic_file import compute_digest as digest_of
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import DraftError
from erasmus_desk.storage import journal_tallies as tallies
from erasmus_desk.storage.history import JournalRow, JournalRun
from erasmus_desk.storage.journal_connection import Connection

VERSION = 1
MAX_OPENING = file_format.MAX_BYTES
"""Bytes of an opened draft: one that unpacks to more is damaged."""
YEARS = range(1980, 9000)
"""Years that are believed of a moment; at the ends of the calendar a time zone has no room."""
UNKNOWN_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""The moment of a run whose own cannot be read."""

TABLES = {
    "openings": ("digest", "content"),
    "runs": ("id", "draft", "path", "digest", "opening", "holder", "begun"),
    "changes": ("id", "run", "key", "at", "payload"),
    "saves": ("id", "run", "upto", "path", "digest", "at"),
    "settled": ("run", "how", "at"),
}
"""The columns of each table, by which the rows of a damaged journal are copied."""
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
_LAST_NUMBERS = {
    "runs": "SELECT MAX(id) FROM (SELECT id FROM runs UNION ALL SELECT run FROM changes "
    "UNION ALL SELECT run FROM saves UNION ALL SELECT run FROM settled) WHERE id <= :most",
    "changes": "SELECT MAX(id) FROM (SELECT id FROM changes UNION ALL SELECT upto FROM saves) "
    "WHERE id <= :most",
}
"""The highest number of a row of a table that any table names."""
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
SELECT_ROWS = "SELECT id, key, at, payload FROM changes WHERE run = ? ORDER BY id"
"""The changes of a run, oldest first."""
_SELECT_PATHS = """
SELECT path FROM (
    SELECT path, id AS run, 0 AS save FROM runs WHERE draft = :draft
    UNION ALL SELECT s.path, s.run, s.id FROM saves s JOIN runs r ON r.id = s.run
    WHERE r.draft = :draft)
GROUP BY path ORDER BY MAX(run) DESC, MAX(save) DESC
"""


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
        tallies.create(self.db)

    def insert_run(self, run: JournalRun, holder: str, moment: datetime) -> int:
        """Insert a run with the full draft as in its file, and return the id of the run."""
        content = file_format.encode(run.saved)
        digest = digest_of(content)
        if not self.db.execute("SELECT 1 FROM openings WHERE digest = ?", (digest,)).fetchone():
            packed = zlib.compress(content, 1)
            self.db.execute("INSERT INTO openings VALUES (?, ?)", (digest, packed))
        owner = (holder, moment.isoformat())
        row = (_encode_id(run.draft.id), os.fsencode(run.path), run.digest, digest, *owner)
        number = self.db.execute(_INSERT_RUN, row).lastrowid or 0
        tallies.begin(self.db, number, row[:4])
        return number

    def insert_changes(self, run: int, rows: Iterable[tuple[Key, str]], moment: datetime) -> int:
        """Insert changes and return the id of the last."""
        last, tally = 0, tallies.load(self.db, run)
        for key, payload in rows:
            values = (encode_key(key), moment.isoformat(), payload)
            last = self.db.execute(_INSERT_CHANGE, (run, *values)).lastrowid or 0
            tally = tally.add((last, *values)) if tally is not None else None
        if tally is not None:
            tallies.put(self.db, tally)
        return last

    def insert_save(self, run: int, upto: int, path: Path, digest: str, moment: datetime) -> None:
        """Record that a file contains all rows of a run up to this one."""
        values = (upto, os.fsencode(path), digest)
        self.db.execute(_INSERT_SAVE, (run, *values, moment.isoformat()))
        tallies.save(self.db, run, values)

    def mark_settled(self, run: int, how: str, moment: datetime) -> None:
        """Record what was decided about unsaved work."""
        values = (run, how, moment.isoformat())
        self.db.execute("INSERT OR REPLACE INTO settled VALUES (?, ?, ?)", values)
        tallies.settle(self.db, run)

    def insert_salvaged(self, table: str, columns: tuple[str, ...], row: tuple[Any, ...]) -> int:
        """Insert a row of a damaged journal, unless it is there; return the number of rows."""
        places = ", ".join("?" * len(columns))
        names = ", ".join(columns)
        statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - names of our own tables
        return max(self.db.execute(statement, row).rowcount, 0)

    def pass_over_numbers(self, most: int) -> None:
        """Give no new row a number that rows of a damaged journal name, of those up to `most`.

        Where a run is lost, its changes would be those of the next one.
        """
        for table, ask in _LAST_NUMBERS.items():
            (last,) = self.db.execute(ask, {"most": most}).fetchone()
            self.db.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            self.db.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last or 0))

    def settle_uncertain_runs(self) -> None:
        """Offer only the last run of each draft: of the others the record of a save may be lost."""
        self.db.execute(
            "INSERT OR IGNORE INTO settled SELECT id, 'unsure', begun FROM runs "
            "WHERE id NOT IN (SELECT MAX(id) FROM runs GROUP BY draft)"
        )

    def settle_copied_run(self, run: int, holder: str, moment: datetime) -> None:
        """Record that a run of this instance goes on as another one."""
        statement = "INSERT OR IGNORE INTO settled SELECT id, 'again', ? FROM runs "
        values = (moment.isoformat(), run, holder)
        if self.db.execute(f"{statement}WHERE id = ? AND holder = ?", values).rowcount > 0:
            tallies.settle(self.db, run)

    def delete_settled(self, run: int) -> None:
        """Take back what was decided about unsaved work."""
        self.db.execute("DELETE FROM settled WHERE run = ?", (run,))
        tallies.settle(self.db, run, is_settled=False)

    def select_unsaved_runs(self) -> list[UnsavedRun]:
        """Return the runs with unsaved rows that can be read, oldest first."""
        found = (_read_unsaved_run(row) for row in self.db.execute(_UNSAVED))
        return [unsaved for unsaved in found if unsaved is not None]

    def select_changes(self, run: int) -> list[JournalRow]:
        """Return the changes of a run, without those that cannot be read."""
        rows: list[JournalRow] = []
        before = UNKNOWN_TIME
        for found in self.db.execute(SELECT_ROWS, (run,)):
            row = _read_change(found, before)
            if row is not None:
                rows.append(row)
                before = row.at
        return rows

    def select_runs(self, draft_id: str) -> list[tuple[int, str, datetime]]:
        """Return id, opening digest and start of a draft's runs, oldest first."""
        statement = "SELECT id, opening, begun FROM runs WHERE draft = ? ORDER BY id"
        found = self.db.execute(statement, (_encode_id(draft_id),))
        return [(run, opening, parse_time(begun) or UNKNOWN_TIME) for run, opening, begun in found]

    def select_paths(self, draft_id: str) -> list[Path]:
        """Return the paths that a draft was opened at or saved to, the last used first."""
        found = self.db.execute(_SELECT_PATHS, {"draft": _encode_id(draft_id)})
        paths = (_read_path(path) for (path,) in found)
        return [path for path in paths if path is not None]

    def load_opening(self, digest: str) -> Draft | None:
        """Return an opened draft, `None` when it is damaged or written by a newer program."""
        statement = "SELECT content FROM openings WHERE digest = ?"
        row = self.db.execute(statement, (digest,)).fetchone()
        try:
            return file_format.decode(unpack(row[0])).draft if row else None
        except (DraftError, zlib.error, TypeError):
            return None

    def select_holders(self) -> list[tuple[int, str]]:
        """Return the ids of all runs with their instance tokens."""
        return self.db.execute("SELECT id, holder FROM runs").fetchall()

    def delete_runs(self, runs: Iterable[int]) -> None:
        """Delete runs with all their rows, and openings that no run refers to."""
        for run in runs:
            self.db.execute("DELETE FROM changes WHERE run = ?", (run,))
            self.db.execute("DELETE FROM saves WHERE run = ?", (run,))
            self.db.execute("DELETE FROM settled WHERE run = ?", (run,))
            self.db.execute("DELETE FROM runs WHERE id = ?", (run,))
            tallies.delete(self.db, run)
        self.db.execute("DELETE FROM openings WHERE digest NOT IN (SELECT opening FROM runs)")


def decode_text(stored: bytes) -> str:
    """Return a text of the database; in a damaged one it may not be UTF-8."""
    return stored.decode("utf-8", "replace")


def parse_time(stored: object) -> datetime | None:
    """Return a moment, in UTC unless it says more; `None` for what is none."""
    try:
        moment = datetime.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None
    if moment is None or moment.year not in YEARS:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_unsaved_run(row: tuple[Any, ...]) -> UnsavedRun | None:
    run, opening, holder, at, upto, stored, base, _ = row
    path = _read_path(stored)
    if path is None or not isinstance(upto, int):
        return None
    begun = parse_time(at) or UNKNOWN_TIME
    return UnsavedRun(run, opening, _to_text(holder), begun, upto, path, _to_text(base))


def _read_change(row: tuple[Any, ...], before: datetime) -> JournalRow | None:
    """Return a change, or `None` if it cannot be read; its moment may be that `before` it."""
    number, stored, at, payload = row
    if not isinstance(stored, bytes) or not isinstance(payload, (bytes, str)):
        return None
    try:
        key = decode_key(stored)
    except UnicodeError:
        return None
    return JournalRow(number, key, parse_time(at) or before, _to_text(payload))


def _read_path(stored: object) -> Path | None:
    return Path(os.fsdecode(stored)) if stored and isinstance(stored, (bytes, str)) else None


def _to_text(stored: object) -> str:
    """Return a text that may be stored as bytes, nothing for what is none."""
    if isinstance(stored, bytes):
        return decode_text(stored)
    return stored if isinstance(stored, str) else ""


def unpack(packed: bytes) -> bytes:
    """Unpack an opened draft, no more of it than a draft may have."""
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(packed, MAX_OPENING)
    if not unpacking.eof:
        raise zlib.error
    return content


def _encode_id(draft_id: str) -> str:
    """Return the id of a draft as SQLite text, which cannot contain a lone surrogate."""
    return draft_id.encode("utf-8", "backslashreplace").decode()


def encode_key(key: Key) -> bytes:
    """Return a key as bytes: SQLite text cannot contain a lone surrogate."""
    return str(key).encode("utf-8", "surrogatepass")


def decode_key(stored: bytes) -> Key:
    """Return a stored key. Raises UnicodeError."""
    return Key.parse(stored.decode("utf-8", "surrogatepass"))
