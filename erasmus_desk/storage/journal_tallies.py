"""Tallies of the journal: what must be found of each run, so that damage cannot hide it.

A damaged page of an index or of a table may hide rows from SQLite without an error, and a damaged
byte of a text is another text. A tally says in another place how many rows a run has, their check
sum, and its last save. Runs that have ended and need nothing have none.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import astuple, replace

from erasmus_desk.storage.journal_connection import Connection

# Programs before this table do not look at it, so the version of the journal stays.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS tallies (run INTEGER PRIMARY KEY, opened INTEGER NOT NULL,
    rows INTEGER NOT NULL, last INTEGER NOT NULL, chain INTEGER NOT NULL, upto INTEGER NOT NULL,
    saved INTEGER NOT NULL, settled INTEGER NOT NULL, total INTEGER NOT NULL)
"""
_SELECT = "SELECT run, opened, rows, last, chain, upto, saved, settled, total FROM tallies"


class Tally(Struct, frozen=True):
    """What must be found of a run.

    `opened` is the check sum of its own row, `chain` that of its `rows` changes up to the row
    `last`, `saved` that of its last save, which contains the rows up to `upto`.
    """

    run: int
    opened: int
    rows: int = 0
    last: int = 0
    chain: int = 0
    upto: int = 0
    saved: int = 0
    settled: int = 0

    @property
    def is_unsaved(self) -> bool:
        """Whether there are rows after the last save, and nobody decided about them."""
        return not self.settled and self.last > self.upto

    def add(self, row: tuple[object, ...]) -> Tally:
        """Return the tally with one more change, which begins with its id."""
        last = row[0] if isinstance(row[0], int) else 0
        return replace(self, rows=self.rows + 1, last=last, chain=add_up(row, self.chain))

    def has_rows(self, rows: Iterable[tuple[object, ...]]) -> bool:
        """Return whether these are the changes of the run, all and unaltered."""
        found = replace(self, rows=0, last=0, chain=0)
        for row in rows:
            found = found.add(row)
        return found == self


def create(db: Connection) -> None:
    """Create the table unless it is there."""
    db.execute(_SCHEMA)


def begin(db: Connection, run: int, row: tuple[object, ...]) -> None:
    """Begin the tally of a run with its own row."""
    put(db, Tally(run, add_up(row)))


def load(db: Connection, run: int) -> Tally | None:
    """Return the tally of a run, `None` without one: older, or kept of a damaged journal."""
    found = db.execute(f"{_SELECT} WHERE run = ?", (run,)).fetchone()
    return None if found is None else Tally(*found[:-1])


def load_all(db: Connection) -> list[Tally] | None:
    """Return all tallies, `None` if one of them is damaged itself."""
    found = [(Tally(*row[:-1]), row[-1]) for row in db.execute(_SELECT)]
    if any(add_up(astuple(tally)) != total for tally, total in found):
        return None
    return [tally for tally, _ in found]


def put(db: Connection, tally: Tally) -> None:
    """Write the tally of a run."""
    values = astuple(tally)
    statement = "INSERT OR REPLACE INTO tallies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    db.execute(statement, (*values, add_up(values)))


def save(db: Connection, run: int, row: tuple[int, bytes, str]) -> None:
    """Count a save: the row up to which it has all, the path and the digest of the file."""
    tally = load(db, run)
    if tally is not None:
        put(db, replace(tally, upto=row[0], saved=add_up(row)))


def settle(db: Connection, run: int, *, is_settled: bool = True) -> None:
    """Count that somebody decided about the unsaved work of a run, or took that back."""
    tally = load(db, run)
    if tally is not None:
        put(db, replace(tally, settled=int(is_settled)))


def delete(db: Connection, run: int) -> None:
    """Delete the tally of a run that is removed, or whose rows change."""
    db.execute("DELETE FROM tallies WHERE run = ?", (run,))


def keep_only(db: Connection, runs: Iterable[int]) -> None:
    """Delete the tallies of all runs but these."""
    kept = set(runs)
    for (run,) in db.execute("SELECT run FROM tallies").fetchall():
        if run not in kept:
            delete(db, run)


def add_up(values: tuple[object, ...], before: int = 0) -> int:
    """Return the check sum of the values of a row that follows others."""
    parts = [one if isinstance(one, bytes) else str(one).encode() for one in values]
    return zlib.crc32(b"\0".join(parts), before)
