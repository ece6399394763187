"""The database file of the journal: transactions, faults, and that a damaged one is set aside."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from erasmus_desk.errors import JournalError
from erasmus_desk.path_checks import is_file
from erasmus_desk.storage import journal_wal
from erasmus_desk.storage.clock import Clock
from erasmus_desk.storage.damaged_files import name_damaged
from erasmus_desk.storage.journal_salvage import copy_rows
from erasmus_desk.storage.journal_tables import VERSION, JournalTables, decode_text

LOCK_TIMEOUT = 2.0
"""Seconds to wait for another process to finish its transaction, which takes a millisecond."""
RETRY_TIMEOUT = 0.05
"""Seconds to wait while the journal is known to be locked: each try holds up the window."""
NEW_SECONDS = 60
"""Age from which a journal without any content was not just made, but is damaged."""
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
        self._damaged_log = b""

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
            if self._damaged_log:
                Path(f"{aside}-wal").write_bytes(self._damaged_log)
        except OSError as problem:
            raise JournalError("no-right", path=str(self._path)) from problem
        self._identity, self._damaged_log = None, b""
        try:
            kept = self.transact(lambda tables: copy_rows(aside, tables))
        except (DamagedJournalError, JournalGoneError) as problem:
            raise JournalError(path=str(self._path)) from problem
        return aside, kept

    def _connect(self) -> sqlite3.Connection:
        index = _read(Path(f"{self._path}-shm"))  # SQLite writes it anew
        is_unclean = bool(index or _read(Path(f"{self._path}-wal"), 1))
        # SQLite would open it to be read only, and never look again.
        if is_file(self._path) and not os.access(self._path, os.W_OK):
            raise JournalError("no-right", path=str(self._path))
        if not is_unclean and self._is_emptied():
            raise DamagedJournalError
        timeout = RETRY_TIMEOUT if self._is_busy else LOCK_TIMEOUT
        db = sqlite3.connect(self._path, timeout=timeout, isolation_level=None)
        self._identity = self._identify()
        db.text_factory = decode_text
        try:
            for setting in _PRAGMAS:
                db.execute(f"PRAGMA {setting}")
            self._check_database(db, index, is_unclean=is_unclean)
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

    def _check_database(self, db: sqlite3.Connection, index: bytes, *, is_unclean: bool) -> None:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        with self._path.open("rb") as file:
            formats = set(file.read(20)[18:])
        # A format that SQLite does not know can only be read, as if there were no right to write.
        if not 0 <= version < MAX_VERSION or not formats <= {1, 2}:
            raise DamagedJournalError
        if version > VERSION:
            raise JournalError("newer", path=str(self._path), version=version)
        # The checks take time; after a clean end they are not needed.
        if is_unclean:
            self._check_log(db, index)
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise DamagedJournalError

    def _is_emptied(self) -> bool:
        """Return whether all of the file is gone; one that was just made is filled at once."""
        try:
            found = self._path.stat()
        except OSError:
            return False
        age = self._clock().timestamp() - found.st_mtime
        return stat.S_ISREG(found.st_mode) and found.st_size == 0 and age > NEW_SECONDS

    def _check_log(self, db: sqlite3.Connection, index: bytes) -> None:
        """Keep a damaged log and raise: SQLite passes over what is in it, and then removes it."""
        db.execute("BEGIN IMMEDIATE")  # nobody writes into it now
        try:
            log = _read(Path(f"{self._path}-wal"))
        finally:
            db.rollback()
        if journal_wal.is_damaged(log) or journal_wal.is_cut_off(log, index):
            self._damaged_log = log
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


def _read(path: Path, most: int = -1) -> bytes:
    """Return so many bytes of a file or all, none if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError:
        return b""
