"""The tables of the journal: how a row is written, read and forgotten."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from erasmus_desk.atomic_file import digest as digest_of
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import DraftError
from erasmus_desk.storage.history import Row, Run

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
# A run's file as last known (its last save, else its opening) and its newest row.
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
_SELECT_ROWS_OF_KEY = (
    "SELECT id, key, at, payload FROM changes WHERE run = ? AND key = ? ORDER BY id"
)


class Found(Protocol):
    """What a statement gives back, as far as it is used here."""

    @property
    def lastrowid(self) -> int | None:
        """The number of the row just written."""
        ...

    def fetchone(self) -> Any:  # noqa: ANN401 -- whatever was asked for
        """Give one row."""
        ...

    def fetchall(self) -> list[Any]:
        """Give all rows."""
        ...


class Connection(Protocol):
    """A transaction in a database; `draft/journal.py` alone knows which."""

    def execute(self, statement: str, facts: tuple[Any, ...] = ..., /) -> Found:
        """Do one statement."""
        ...


class Unsaved(Struct, frozen=True):
    """A run whose file lacks rows; `upto` is the last row the file has."""

    run: int
    opening: str
    holder: str
    begun: datetime
    upto: int
    path: Path
    base: str


class Tables:
    """The tables within one transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def make(self) -> None:
        """Make them, unless another run of the program was faster."""
        if self._db.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in _SCHEMA.split(";"):
                self._db.execute(statement)

    def begin(self, run: Run, holder: str, moment: datetime) -> int:
        """Note the draft as its file holds it, in full, and give the number of the new run."""
        content = file_format.encode(run.saved)
        state = digest_of(content)
        if not self._db.execute("SELECT 1 FROM openings WHERE digest = ?", (state,)).fetchone():
            packed = zlib.compress(content, 1)
            self._db.execute("INSERT INTO openings VALUES (?, ?)", (state, packed))
        who = (holder, moment.isoformat())
        facts = (run.draft.id, os.fsencode(run.path), run.digest, state, *who)
        return self._db.execute(_INSERT_RUN, facts).lastrowid or 0

    def add(self, run: int, rows: Iterable[tuple[Key, str]], moment: datetime) -> int:
        """Note changes and give the number of the last."""
        last = 0
        for key, payload in rows:
            facts = (run, _stored(key), moment.isoformat(), payload)
            last = self._db.execute(_INSERT_CHANGE, facts).lastrowid or 0
        return last

    def save(self, run: int, upto: int, path: Path, digest: str, moment: datetime) -> None:
        """Note that a file holds all rows of a run up to this one."""
        facts = (run, upto, os.fsencode(path), digest, moment.isoformat())
        self._db.execute(_INSERT_SAVE, facts)

    def settle(self, run: int, how: str, moment: datetime) -> None:
        """Note what the user decided."""
        facts = (run, how, moment.isoformat())
        self._db.execute("INSERT OR REPLACE INTO settled VALUES (?, ?, ?)", facts)

    def unsaved(self) -> list[Unsaved]:
        """Give the runs whose file lacks rows, oldest first."""
        found = self._db.execute(_UNSAVED).fetchall()
        return [
            Unsaved(run, opening, holder, _moment(at), upto, Path(os.fsdecode(path)), base)
            for run, opening, holder, at, upto, path, base, _ in found
        ]

    def rows(self, run: int, key: Key | None = None) -> list[Row]:
        """Give the rows of a run, or those for one answer."""
        found = (
            self._db.execute(_SELECT_ROWS, (run,))
            if key is None
            else self._db.execute(_SELECT_ROWS_OF_KEY, (run, _stored(key)))
        )
        return [
            Row(number, _key(stored), _moment(at), payload)
            for number, stored, at, payload in found.fetchall()
        ]

    def runs(self, draft_id: str) -> list[tuple[int, str, datetime]]:
        """Give number, opening state and beginning of a draft's runs, oldest first."""
        asked = "SELECT id, opening, begun FROM runs WHERE draft = ? ORDER BY id"
        found = self._db.execute(asked, (draft_id,)).fetchall()
        return [(run, opening, _moment(begun)) for run, opening, begun in found]

    def opening(self, state: str) -> Draft | None:
        """Give an opening state, or `None` when it was written by a newer program."""
        asked = "SELECT content FROM openings WHERE digest = ?"
        row = self._db.execute(asked, (state,)).fetchone()
        try:
            return file_format.decode(zlib.decompress(row[0])).draft if row else None
        except (DraftError, zlib.error):
            return None

    def holders(self, draft_id: str = "") -> list[tuple[int, str]]:
        """Give all runs, or those of a draft, and by which run of the program they are held."""
        if draft_id:
            asked = "SELECT id, holder FROM runs WHERE draft = ?"
            return self._db.execute(asked, (draft_id,)).fetchall()
        return self._db.execute("SELECT id, holder FROM runs").fetchall()

    def forget(self, runs: Iterable[int]) -> None:
        """Take runs out with all their rows, and opening states that no run needs."""
        for run in runs:
            self._db.execute("DELETE FROM changes WHERE run = ?", (run,))
            self._db.execute("DELETE FROM saves WHERE run = ?", (run,))
            self._db.execute("DELETE FROM settled WHERE run = ?", (run,))
            self._db.execute("DELETE FROM runs WHERE id = ?", (run,))
        self._db.execute("DELETE FROM openings WHERE digest NOT IN (SELECT opening FROM runs)")

    def thin(self, before: datetime, kept: set[int]) -> None:
        """Take out the rows of runs whose last row is older, but for those `kept`."""
        newest = self._db.execute("SELECT run, MAX(at) FROM changes GROUP BY run").fetchall()
        for run, last in newest:
            if run not in kept and _moment(last) < before:
                self._db.execute("DELETE FROM changes WHERE run = ?", (run,))


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored)


def _stored(key: Key) -> bytes:
    """Give a key as bytes: text of SQLite cannot hold a lone surrogate."""
    return str(key).encode("utf-8", "surrogatepass")


def _key(stored: bytes) -> Key:
    return Key.parse(stored.decode("utf-8", "surrogatepass"))
