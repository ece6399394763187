"""What can be read of a damaged journal: its rows, copied one by one into a new one."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from erasmus_desk.path_checks import may_exist
from erasmus_desk.storage import journal_pages, journal_wal, named_versions
from erasmus_desk.storage.journal_tables import TABLES, JournalTables, decode_text

CHUNK = 1000
"""Rows that are read at once, and one by one where one of them cannot be read."""
MAX_FAILURES = 20_000
"""Failed reads after which a table is given up, so that the program opens in a few seconds."""
MAX_BLIND_FAILURES = 2_500
"""The same where no read of the table ever succeeded: its first page is gone, and all with it.

A chunk of rows that cannot be read one by one fails twice for each row, so that a first chunk
which is damaged as a whole does not end the table.
"""
MAX_ROWS = 10_000_000
"""Highest number of a row that is believed."""
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError, MemoryError, OverflowError)


def copy_rows(damaged: Path, tables: JournalTables) -> int:
    """Copy what can be read of a damaged journal, and return the number of rows.

    A copy of the file is read: SQLite writes into the files that it opens.
    """
    kept, is_whole = 0, True
    named_versions.create(tables.db)
    log = Path(f"{damaged}-wal")
    with contextlib.suppress(OSError), tempfile.TemporaryDirectory(dir=damaged.parent) as folder:
        written = log.read_bytes() if may_exist(log) else b""
        is_torn = journal_wal.is_damaged(written)
        logs = journal_wal.list_mended(written) if is_torn else [written]
        for number, content in enumerate(logs or [b""]):
            copy = Path(folder) / f"journal-{number}"
            shutil.copyfile(damaged, copy)
            if content:
                Path(f"{copy}-wal").write_bytes(content)
            found, has_all = _copy_from(copy, tables)
            kept, is_whole = kept + found, is_whole and has_all and not is_torn
    tables.pass_over_numbers(MAX_ROWS)
    if not is_whole:
        tables.settle_uncertain_runs()
    return kept


def _copy_from(copy: Path, tables: JournalTables) -> tuple[int, bool]:
    """Copy the rows that are missing, and return how many, and whether all could be read."""
    kept, is_whole = 0, True
    found = _find_tables(copy)
    if not TABLES.keys() <= found:
        _replace_head(copy)
    with contextlib.closing(_open(copy)) as db:
        known = {**TABLES, "named": named_versions.COLUMNS} if "named" in found else TABLES
        for name, columns in known.items():
            reader = _TableReader(db, name, columns)
            for row in reader.read():
                kept += tables.insert_salvaged(name, columns, row)
            is_whole = is_whole and not reader.failures
        with contextlib.suppress(*_UNREADABLE):
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for name, row in journal_pages.read_rows(copy.read_bytes()):
        if name in known and not (isinstance(row[0], int) and row[0] > MAX_ROWS):
            kept += tables.insert_salvaged(name, known[name], row)
    return kept, is_whole


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.text_factory = decode_text
    return db


def _find_tables(copy: Path) -> set[str]:
    """Return the names of the tables of a journal, none if they cannot be read."""
    try:
        with contextlib.closing(_open(copy)) as db:
            db.execute("SELECT MAX(id) FROM runs").fetchone()
            return {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    except _UNREADABLE:
        return set()


def _replace_head(copy: Path) -> None:
    """Give a journal the first page of a new one: the head and the tables are always the same."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        JournalTables(db).create()
        head = bytearray(db.serialize()[: journal_wal.PAGE])
    content = copy.read_bytes()
    # The number of pages, and whether a WAL may lie beside it.
    head[28:32] = struct.pack(">I", len(content) // journal_wal.PAGE)
    head[18:20] = b"\2\2" if may_exist(Path(f"{copy}-wal")) else b"\1\1"
    copy.write_bytes(bytes(head) + content[journal_wal.PAGE :])


class _TableReader:
    """Reads the rows of one table in order, past those that cannot be read."""

    def __init__(self, db: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
        self.failures = 0
        self._most = MAX_BLIND_FAILURES
        self._db = db
        self._name = name
        # Names of our own tables; not indexed, for an index is not believed.
        self._select_all = f"SELECT {', '.join(columns)} FROM {name} NOT INDEXED"  # noqa: S608
        self._select = f"{self._select_all} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"

    def read(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that can be read, some of them twice.

        A row whose number is damaged is out of order, and would hide the others from a search.
        """
        try:
            for row in self._db.execute(self._select_all):
                if isinstance(row[0], int) and row[0] > MAX_ROWS:
                    self.failures += 1
                else:
                    yield row
        except _UNREADABLE:
            self.failures += 1
            yield from self._read_ranges()

    def _read_ranges(self) -> Iterator[tuple[Any, ...]]:
        start, last = 1, self._find_last()
        while start <= last and self.failures < self._most:
            yield from self._read_range(start, min(start + CHUNK - 1, last))
            start = self._find_next(start + CHUNK)

    def _find_last(self) -> int:
        return self._ask("SELECT MAX(rowid) FROM {}", (), MAX_ROWS)

    def _find_next(self, start: int) -> int:
        return self._ask("SELECT MIN(rowid) FROM {} WHERE rowid >= ?", (start,), start)

    def _ask(self, question: str, values: tuple[int, ...], fallback: int) -> int:
        try:
            found = self._db.execute(question.format(self._name), values).fetchone()[0]
        except _UNREADABLE:
            self.failures += 1
            return fallback
        self._most = MAX_FAILURES
        return min(found, MAX_ROWS) if isinstance(found, int) else MAX_ROWS + 1 if values else 0

    def _read_range(self, first: int, last: int) -> Iterator[tuple[Any, ...]]:
        try:
            rows = self._db.execute(self._select, (first, last)).fetchall()
        except _UNREADABLE:
            self.failures += 1
            if first == last or self.failures >= self._most:
                return
            middle = (first + last) // 2
            yield from self._read_range(first, middle)
            yield from self._read_range(middle + 1, last)
        else:
            self._most = MAX_FAILURES
            yield from rows
