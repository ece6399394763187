"""Thinning of the history with age: all of two days, then an hour, a day and a week apart.

A row is no older than the days on which something was written after it, whatever the clock says:
one that is a year ahead for a day makes nothing old.

Whatever its age, all of it takes no more than a bound: beyond that the oldest runs are removed,
but none that is the last of its draft, and no named version.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from msgspec import Struct

from erasmus_desk.draft.model import Draft, Value
from erasmus_desk.draft.text_diff import apply_change, encode_change, is_different
from erasmus_desk.storage import named_versions
from erasmus_desk.storage.journal_connection import Connection
from erasmus_desk.storage.journal_tables import JournalTables, decode_key

WHOLE = timedelta(days=2)
"""Age up to which every row stays."""
HOURLY, DAILY = timedelta(days=14), timedelta(days=60)
"""Ages up to which a version an hour stays, and a version a day; after that one a week."""
MAX_SPACE = 200_000_000
"""Bytes that the history of all drafts takes at most, but for what is never removed."""
ROW_SIZE = 64
"""Bytes of a row beside its text, with its part of the index."""
_DAY = len("2026-11-29")
_LENGTHS = (0, len("2026-11-29T17"), _DAY)
"""Characters of a time that name its hour, and its day."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS thinned (run INTEGER PRIMARY KEY, level INTEGER NOT NULL)"
_SELECT_DUE = """
SELECT r.id, r.opening, MAX(c.id), MAX(c.at), COALESCE(t.level, 0)
FROM runs r JOIN changes c ON c.run = r.id LEFT JOIN thinned t ON t.run = r.id
GROUP BY r.id ORDER BY r.id
"""
_SELECT_DAYS = "SELECT substr(at, 1, 10), MAX(id) FROM changes GROUP BY 1"
# What was deleted leaves pages that are written next.
MEASURE = """
SELECT (c.page_count - f.freelist_count) * s.page_size
FROM pragma_page_count() c, pragma_freelist_count() f, pragma_page_size() s
"""
_MEASURE_NAMED = "SELECT COALESCE(SUM(length(content)), 0) FROM named"
_SELECT_EARLIER = """
SELECT id FROM runs WHERE id NOT IN (SELECT MAX(id) FROM runs GROUP BY draft) ORDER BY id
"""


class JournalSpace(Struct, frozen=True):
    """Bytes that the history of all drafts takes, and the named versions in it.

    `copies` are those of the recovery copies, which are files beside it.
    """

    all: int = 0
    named: int = 0
    copies: int = 0


class Ages(Struct, frozen=True):
    """How old rows are at a moment: by the clock, but no older than the days written after them.

    `last_rows` is the last row of each day, by its date.
    """

    moment: datetime
    last_rows: Mapping[str, int]
    order: tuple[int, ...]
    """The same rows, ascending."""

    @classmethod
    def read(cls, db: Connection, moment: datetime) -> Ages:
        """Read on which days there are rows."""
        days = {str(day): last for day, last in db.execute(_SELECT_DAYS, ()).fetchall()}
        return cls(moment, days, tuple(sorted(days.values())))

    def compute(self, row: int, text: object) -> tuple[timedelta, datetime]:
        """Return the age and the time of a row. Raises TypeError or ValueError for odd ones."""
        at = datetime.fromisoformat(str(text))
        later = len(self.order) - bisect_right(self.order, row)
        later -= self.last_rows.get(str(text)[:_DAY], row) > row
        return min(self.moment - at, timedelta(days=later)), at


def measure_space(db: Connection) -> JournalSpace:
    """Return the space that the history of all drafts takes."""
    named_versions.create(db)
    (used,), (named,) = (db.execute(one, ()).fetchone() for one in (MEASURE, _MEASURE_NAMED))
    return JournalSpace(used, named)


def find_runs_beyond(db: Connection, most: int, kept: set[int]) -> list[int]:
    """Return the runs that may be removed, oldest first, while the history takes more than `most`.

    Those `kept` may not, nor the last of each draft: it tells where the file was, and what was in
    it last.
    """
    if db.execute(MEASURE, ()).fetchone()[0] <= most:
        return []
    return [run for (run,) in db.execute(_SELECT_EARLIER, ()) if run not in kept]


def remove_run_beyond(tables: JournalTables, run: int, most: int) -> bool:
    """Remove a run if the history still takes more than `most`; return whether it did."""
    if tables.db.execute(MEASURE, ()).fetchone()[0] <= most:
        return False
    tables.delete_runs([run])
    return True


def find_due_runs(db: Connection, ages: Ages, kept: set[int]) -> list[tuple[int, str, int]]:
    """Return the runs to be thinned with their opening and how far; none of those `kept`.

    A run is thinned as a whole once its last row is old enough.
    """
    db.execute(_SCHEMA)
    due: list[tuple[int, str, int]] = []
    for run, opening, row, last, level in db.execute(_SELECT_DUE, ()).fetchall():
        try:
            wanted = _find_level(ages.compute(row, last)[0])
        except (TypeError, ValueError):
            continue
        if wanted > level and run not in kept:
            due.append((run, opening, wanted))
    return due


def thin_run(tables: JournalTables, run: int, opening: str, level: int, ages: Ages) -> None:
    """Replace the rows of each hour, day or week by one row for each answer that they changed.

    The version at the end of each stays as it was. One transaction: a program
    that is killed meanwhile leaves the run as it was.
    """
    draft = tables.load_opening(opening)
    tables.db.execute("INSERT OR REPLACE INTO thinned VALUES (?, ?)", (run, level))
    if draft is None:
        return
    statement = "SELECT id, key, at, payload FROM changes WHERE run = ? ORDER BY id"
    rows = tables.db.execute(statement, (run,)).fetchall()
    values: dict[bytes, Value | None] = {}
    for bucket, those in groupby(rows, lambda row: _find_bucket(row[0], row[2], ages)):
        _thin_rows(tables.db, those, values, draft, is_kept=not bucket)


def _thin_rows(
    db: Connection,
    rows: Iterable[Any],
    values: dict[bytes, Value | None],
    opening: Draft,
    *,
    is_kept: bool,
) -> None:
    """Join the rows of a time, by answer; `values` are the answers before, and after it.

    Rows that change a text here and there stay where one row would be longer than they are.
    """
    before: dict[bytes, Value | None] = {}
    ids: dict[bytes, list[int]] = {}
    sizes: dict[bytes, int] = {}
    for number, stored, _, payload in rows:
        if stored not in values:
            with suppress(AttributeError, UnicodeError):
                values[stored] = opening.get(decode_key(stored))
        if stored not in values or not isinstance(payload, str):
            continue
        before.setdefault(stored, values[stored])
        ids.setdefault(stored, []).append(number)
        sizes[stored] = sizes.get(stored, 0) + len(payload) + ROW_SIZE
        values[stored] = apply_change(values[stored], payload)
    if is_kept:
        return
    for stored, numbers in ids.items():
        old, new = before[stored], values[stored]
        gone = numbers[:-1] if is_different(old, new) else numbers
        if gone is not numbers and gone:
            joined = encode_change(old, new)
            if len(joined) + ROW_SIZE > sizes[stored]:
                continue
            db.execute("UPDATE changes SET payload = ? WHERE id = ?", (joined, numbers[-1]))
        for number in gone:
            db.execute("DELETE FROM changes WHERE id = ?", (number,))


def _find_level(age: timedelta) -> int:
    return sum(age > limit for limit in (WHOLE, HOURLY, DAILY))


def _find_bucket(row: int, text: object, ages: Ages) -> str:
    """Return the hour, day or week of a row, empty for one that stays."""
    try:
        age, at = ages.compute(row, text)
    except (TypeError, ValueError):
        return ""
    if age > DAILY:
        year, week, _ = at.isocalendar()
        return f"{year} {week}"
    return str(text)[: _LENGTHS[_find_level(age)]]
