"""The database file of the journal: transactions, faults, and what is kept of a damaged one."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from erasmus_desk.errors import JournalError
from erasmus_desk.storage import named_versions
from erasmus_desk.storage.damaged_files import name_damaged
from erasmus_desk.storage.drafts import Clock
from erasmus_desk.storage.journal_tables import TABLES, VERSION, JournalTables, decode_text

LOCK_TIMEOUT = 2.0
"""Seconds to wait for another process to finish its transaction, which takes a millisecond."""
RETRY_TIMEOUT = 0.05
"""Seconds to wait while the journal is known to be locked: each try holds up the window."""
MAX_VERSION = 10_000
"""Version that no program will ever have: the number itself is damaged."""

# FULL: a row survives a power cut once the call returns. Deleted content is overwritten.
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON")
_ERROR_CODES = {
    "FULL": "full",
    "BUSY": "busy",
    "LOCKED": "busy",
    "READONLY": "no-right",
    "CANTOPEN": "no-right",
    "PERM": "no-right",
    "IOERR": "disk",
}
# The statements are always the same: one that is wrong, or breaks a rule, meets other tables.
_DAMAGES = {"CORRUPT", "NOTADB", "ERROR", "CONSTRAINT", "MISMATCH", "FORMAT", "TOOBIG"}
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
_PAGE = 4096
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError, MemoryError, OverflowError)
_TAILS = ("", "-wal", "-shm")

_Result = TypeVar("_Result")


class DamagedJournalError(Exception):
    """The file is not a readable journal."""


class JournalGoneError(Exception):
    """The file was removed or replaced: what is written to the open one is nowhere."""


class JournalFile:
    """The database file: it is opened when it is needed, and again after a fault."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._db: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._is_busy = False

    def transact(self, work: Callable[[JournalTables], _Result]) -> _Result:
        """Run one transaction, all or nothing.

        Raises JournalError, DamagedJournalError or JournalGoneError.
        """
        if self._db is not None and not self.is_in_place:
            self.close()
            self._identity = None
            raise JournalGoneError
        try:
            if self._db is None:
                self._open()
            return self._run(work)
        except (sqlite3.Error, UnicodeDecodeError, MemoryError) as problem:
            raise self._to_error(problem) from problem

    def _open(self) -> None:
        """Connect and make the tables. Raises JournalGoneError if it is another file now."""
        before, self._identity = self._identity, None
        self._db = self._connect()
        self._identity = self._identify()
        self._run(JournalTables.create)
        if before not in {None, self._identity}:
            raise JournalGoneError

    def _run(self, work: Callable[[JournalTables], _Result]) -> _Result:
        db = self._db
        if db is None:
            raise DamagedJournalError
        db.execute("BEGIN IMMEDIATE")
        try:
            result = work(JournalTables(db))
            db.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                db.rollback()
            raise
        if self._is_busy:
            self._is_busy = False
            self._set_timeout(LOCK_TIMEOUT)
        return result

    def checkpoint(self) -> None:
        """Write the WAL into the database file, so that deleted rows are gone from the disk."""
        with contextlib.suppress(sqlite3.Error):
            if self._db:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def compact(self, most: int) -> None:
        """Give pages back to the disk if the file has more than `most` bytes and many are free.

        It writes the file anew, so it is for the end of the program. A full disk, or another
        program that uses the file, leaves it as it is.
        """
        with contextlib.suppress(sqlite3.Error):
            if self._db:
                ask = "SELECT c.page_count * s.page_size, f.freelist_count * s.page_size FROM "
                tables = "pragma_page_count() c, pragma_freelist_count() f, pragma_page_size() s"
                size, free = self._db.execute(ask + tables).fetchone()
                if size > most and free > size // 4:
                    self._db.execute("VACUUM")
                    self.checkpoint()

    def close(self) -> None:
        """Close the connection."""
        with contextlib.suppress(sqlite3.Error):
            if self._db:
                self._db.close()
        self._db = None

    def set_aside(self) -> tuple[Path, int] | None:
        """Rename the damaged file, and begin a new one with the rows that can be read.

        Return the new name of the damaged one and the number of rows, `None` if another process
        has done so already. Raises JournalError.
        """
        self.close()
        if self._identity is not None and self._identify() != self._identity:
            return None
        aside = name_damaged(self._path, self._clock())
        try:
            for tail in _TAILS:
                with contextlib.suppress(FileNotFoundError):
                    Path(f"{self._path}{tail}").rename(f"{aside}{tail}")
        except OSError as problem:
            raise JournalError("no-right", path=str(self._path)) from problem
        self._identity = None
        try:
            kept = self.transact(lambda tables: _copy_rows(aside, tables))
        except (DamagedJournalError, JournalGoneError) as problem:
            raise JournalError(path=str(self._path)) from problem
        return aside, kept

    def _connect(self) -> sqlite3.Connection:
        wal = Path(f"{self._path}-wal")
        is_unclean = wal.exists() and wal.stat().st_size > 0
        # SQLite would open it to be read only, and never look again.
        if self._path.is_file() and not os.access(self._path, os.W_OK):
            raise JournalError("no-right", path=str(self._path))
        timeout = RETRY_TIMEOUT if self._is_busy else LOCK_TIMEOUT
        db = sqlite3.connect(self._path, timeout=timeout, isolation_level=None)
        self._identity = self._identify()
        db.text_factory = decode_text
        try:
            for setting in _PRAGMAS:
                db.execute(f"PRAGMA {setting}")
            self._check_database(db, is_unclean=is_unclean)
        except BaseException:
            db.close()
            raise
        return db

    @property
    def is_in_place(self) -> bool:
        """Whether the known file is the one at the path, so that it is there the next time."""
        return self._identity is not None and self._identify() == self._identity

    def _identify(self) -> tuple[int, int] | None:
        """Return device and number of the file at the path, `None` without one."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _check_database(self, db: sqlite3.Connection, *, is_unclean: bool) -> None:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        with self._path.open("rb") as file:
            formats = set(file.read(20)[18:])
        # A format that SQLite does not know can only be read, as if there were no right to write.
        if not 0 <= version < MAX_VERSION or not formats <= {1, 2}:
            raise DamagedJournalError
        if version > VERSION:
            raise JournalError("newer", path=str(self._path), version=version)
        # The check takes time; after a clean end it is not needed.
        if is_unclean and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DamagedJournalError

    def _set_timeout(self, seconds: float) -> None:
        if self._db is not None:
            self._db.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def _to_error(self, problem: Exception) -> JournalError | DamagedJournalError:
        """Return what an error of SQLite means; one whose text is not UTF-8 quotes damage."""
        name = str(getattr(problem, "sqlite_errorname", "")).removeprefix("SQLITE_")
        kind = name.partition("_")[0]
        if kind in _DAMAGES or isinstance(problem, UnicodeDecodeError):
            return DamagedJournalError()
        code = _ERROR_CODES.get(kind, "")
        if code == "busy" and not self._is_busy:
            self._is_busy = True
            self._set_timeout(RETRY_TIMEOUT)
        if code == "disk":
            self.close()  # a disk that is back is another one for the system
        return JournalError(code, path=str(self._path), problem=str(problem))


def _copy_rows(damaged: Path, tables: JournalTables) -> int:
    """Copy what can be read of a damaged journal, and return the number of rows.

    A copy of the file is read: SQLite writes into the files that it opens.
    """
    kept, is_whole = 0, True
    with contextlib.suppress(OSError), tempfile.TemporaryDirectory(dir=damaged.parent) as folder:
        copy = Path(folder) / "journal"
        for tail in ("", "-wal"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(f"{damaged}{tail}", f"{copy}{tail}")
        found = _find_tables(copy)
        if not TABLES.keys() <= found:
            _replace_head(copy)
        with contextlib.closing(_open(copy)) as db:
            named_versions.create(tables.db)
            known = {**TABLES, "named": named_versions.COLUMNS} if "named" in found else TABLES
            for name, columns in known.items():
                reader = _TableReader(db, name, columns)
                for row in reader.read():
                    kept += tables.insert_salvaged(name, columns, row)
                is_whole = is_whole and not reader.failures
        if not is_whole:
            tables.settle_uncertain_runs()
    return kept


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
        head = bytearray(db.serialize()[:_PAGE])
    content = copy.read_bytes()
    # The number of pages, and whether a WAL may lie beside it.
    head[28:32] = struct.pack(">I", len(content) // _PAGE)
    head[18:20] = b"\2\2" if Path(f"{copy}-wal").exists() else b"\1\1"
    copy.write_bytes(bytes(head) + content[_PAGE:])


class _TableReader:
    """Reads the rows of one table in order, past those that cannot be read."""

    def __init__(self, db: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
        self.failures = 0
        self._most = MAX_BLIND_FAILURES
        self._db = db
        self._name = name
        self._select = (
            f"SELECT {', '.join(columns)} FROM {name} "  # noqa: S608 - names of our own tables
            "WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        )

    def read(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that can be read."""
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
