"""The journal of changes (SQLite): version history, and recovery after a crash.

Changes are on disk within a second; the file of the draft may follow later.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from erasmus_desk.atomic_file import make_folder
from erasmus_desk.draft.model import Change, Draft
from erasmus_desk.draft.text_diff import encode_changes
from erasmus_desk.errors import JournalError, SaveError
from erasmus_desk.storage import history, timeline
from erasmus_desk.storage.drafts import Clock, now
from erasmus_desk.storage.history import DraftVersion, JournalRun, SavePoint, UnsavedWork, replay
from erasmus_desk.storage.journal_tables import VERSION, JournalTables
from erasmus_desk.storage.locks import RunningInstance, is_instance_running


def _read_draft_versions(
    tables: JournalTables, draft_id: str, pause: timedelta
) -> Iterator[DraftVersion]:
    """Yield the versions of a draft, oldest first."""
    for run, _, opened_at in tables.select_runs(draft_id):
        rows = tables.select_changes(run)
        yield from history.list_run_draft_versions(run, opened_at, rows, pause)


def _read_unsaved_work(
    tables: JournalTables, is_live: Callable[[int, str], bool]
) -> Iterator[UnsavedWork]:
    """Yield the unsaved work of runs that have ended, oldest first."""
    for unsaved in tables.select_unsaved_runs():
        opening = tables.load_opening(unsaved.opening)
        if opening is None or is_live(unsaved.run, unsaved.holder):
            continue
        rows = tables.select_changes(unsaved.run)
        saved = replay(opening, [row for row in rows if row.id <= unsaved.last_saved_row])
        last = rows[-1].at if rows else unsaved.begun
        yield UnsavedWork(
            unsaved.run, unsaved.path, unsaved.base_digest, last, saved, replay(opening, rows)
        )


LOCK_TIMEOUT = 2.0
"""Seconds to wait for another process to finish its transaction, which takes a millisecond."""

# FULL: a row survives a power cut once the call returns. Deleted content is overwritten.
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON")
_ERROR_CODES = {
    "FULL": "full",
    "BUSY": "busy",
    "LOCKED": "busy",
    "READONLY": "no-right",
    "CANTOPEN": "no-right",
    "PERM": "no-right",
}

_Result = TypeVar("_Result")


class Journal:
    """The journal of all drafts of this user, open in this run of the program.

    Rows are never altered; only `delete_draft` and `prune` remove some. A damaged journal is
    renamed (`damaged` is its new path), and a new one starts with the open drafts. Every method
    raises JournalError when the journal cannot be read or written: `no-right`, `full`, `busy`
    (locked by another process; try again), `newer` or plain.
    """

    def __init__(self, path: Path, clock: Clock = now) -> None:
        self.damaged: Path | None = None
        self._clock = clock
        self._open_runs: list[JournalRun] = []
        self._instances_folder = path.parent / "running"
        self._file = _JournalFile(path, clock)
        try:
            make_folder(path.parent)
            self._instance = RunningInstance(self._instances_folder)
        except SaveError as problem:
            raise JournalError("no-right", path=str(path)) from problem
        try:
            self.transact(JournalTables.create)
        except JournalError:
            self._instance.close()
            raise

    @property
    def is_in_place(self) -> bool:
        """Whether what was written is where the next start will look for it."""
        return self._file.is_in_place

    def close(self) -> None:
        """Close the journal; unsaved work is offered at the next start."""
        self._file.close()
        self._instance.close()

    def begin_run(self, draft: Draft, path: Path, digest: str) -> JournalRun:
        """Record an opened draft in full; `digest` is that of its file, empty for none."""
        run = JournalRun(0, draft, draft, path, digest)
        self.transact(lambda tables: self._insert_run(tables, run))
        self._open_runs.append(run)
        return run

    def append(self, run: JournalRun, changes: Sequence[Change]) -> None:
        """Write changes to disk, all or none; once this returns they survive a power cut."""
        draft = run.draft.apply(*changes)
        rows = encode_changes(run.draft, draft, (change.key for change in changes))
        if rows:
            run.last_row = self.transact(
                lambda tables: tables.insert_changes(run.id, rows, self._clock())
            )
            run.draft = draft

    def record_save(
        self,
        run: JournalRun,
        digest: str,
        path: Path | None = None,
        save_point: SavePoint | None = None,
    ) -> None:
        """Record that the file (at a new path, if given) contains all rows written so far.

        Append the changes first, then save, then call this. If rows may be added during the
        save, read `run.save_point` before it and pass it here.
        """
        path, saved = path or run.path, save_point or run.save_point
        self.transact(
            lambda tables: tables.insert_save(run.id, saved.last_row, path, digest, self._clock())
        )
        run.saved, run.digest, run.path = saved.draft, digest, path

    def end_run(self, run: JournalRun, *, saved_elsewhere: bool = False) -> None:
        """Close a draft; its unsaved work is offered from now on.

        Not if it was `saved_elsewhere`: in another file, after a conflict.
        """
        if saved_elsewhere:
            self.transact(lambda tables: tables.mark_settled(run.id, "elsewhere", self._clock()))
        self._open_runs = [other for other in self._open_runs if other is not run]

    def find_unsaved_work(self) -> tuple[UnsavedWork, ...]:
        """Return the unsaved work of runs that have ended, oldest first."""
        return self.transact(lambda tables: tuple(_read_unsaved_work(tables, self._is_live)))

    def close_unsaved_work(self, work: UnsavedWork, *, recovered: bool) -> None:
        """Record that the user recovered or declined the work, so that it is not offered again."""
        how = "taken" if recovered else "left"
        self.transact(lambda tables: tables.mark_settled(work.run, how, self._clock()))

    def list_paths(self, draft_id: str) -> tuple[Path, ...]:
        """Return the paths that a draft was opened at or saved to, the last used first."""
        return self.transact(lambda tables: tuple(tables.select_paths(draft_id)))

    def list_draft_versions(
        self, draft_id: str, pause: timedelta = timedelta(0)
    ) -> tuple[DraftVersion, ...]:
        """Return the versions of a draft, oldest first.

        Changes within `pause` of each other make one version.
        """
        return self.transact(lambda tables: tuple(_read_draft_versions(tables, draft_id, pause)))

    def load_draft_version(self, draft_id: str, version: str) -> Draft:
        """Return the draft in a version. Raises JournalError (`no-state`)."""
        draft = self.transact(lambda tables: timeline.read_version(tables, draft_id, version))
        if draft is None:
            raise JournalError("no-state", draft=draft_id, state=version)
        return draft

    def delete_draft(self, draft_id: str) -> None:
        """Delete the history of a draft; where it is open, a new run starts with its content.

        Runs that are open in another process stay.
        """
        mine = [run for run in self._open_runs if run.draft.id == draft_id]

        def delete(tables: JournalTables) -> None:
            holders = tables.select_holders(draft_id)
            others = self._find_live_runs(holders) - {run.id for run in mine}
            tables.delete_runs(run for run, _ in holders if run not in others)
            for run in mine:
                self._insert_run(tables, run)

        self.transact(delete)
        self._file.checkpoint()

    def prune(self, before: datetime) -> None:
        """Delete the rows of runs that ended before a time; their opening states stay.

        Runs with unsaved work stay whole.
        """

        def delete(tables: JournalTables) -> None:
            kept = {unsaved.run for unsaved in tables.select_unsaved_runs()} | self._find_live_runs(
                tables.select_holders()
            )
            tables.prune(before, kept)

        self.transact(delete)

    def transact(self, work: Callable[[JournalTables], _Result]) -> _Result:
        """Run one transaction; if the journal is damaged or gone, run it in a new one."""
        try:
            return self._file.transact(work)
        except _DamagedJournalError:
            self.damaged = self._file.replace_damaged()
        except _JournalGoneError:
            self._file.close()
        try:
            self._file.transact(JournalTables.create)
            self._file.transact(self._insert_open_runs)
            return self._file.transact(work)
        except _DamagedJournalError as problem:
            raise JournalError from problem

    def _insert_open_runs(self, tables: JournalTables) -> None:
        for run in self._open_runs:
            self._insert_run(tables, run)

    def _insert_run(self, tables: JournalTables, run: JournalRun) -> None:
        """Record the saved draft of a run and, as rows, its unsaved changes."""
        keys = run.saved.answers.keys() | run.draft.answers.keys()
        rows = encode_changes(run.saved, run.draft, keys)
        run.id = tables.insert_run(run, self._instance.token, self._clock())
        run.last_row = tables.insert_changes(run.id, rows, self._clock())

    def _find_live_runs(self, holders: Iterable[tuple[int, str]]) -> set[int]:
        return {run for run, holder in holders if self._is_live(run, holder)}

    def _is_live(self, run: int, holder: str) -> bool:
        """Return whether a run is open here or in another running process."""
        if holder == self._instance.token:
            return run in {one.id for one in self._open_runs}
        return is_instance_running(self._instances_folder, holder)


class _DamagedJournalError(Exception):
    """The file is not a readable journal."""


class _JournalGoneError(Exception):
    """The file was removed or replaced: what is written to the open one is nowhere."""


class _JournalFile:
    """The database file of the journal: transactions, and replacement when damaged."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._db: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None

    def transact(self, work: Callable[[JournalTables], _Result]) -> _Result:
        """Run one transaction, all or nothing.

        Raises JournalError, _DamagedJournalError or _JournalGoneError.
        """
        if self._db is not None and not self.is_in_place:
            raise _JournalGoneError
        try:
            self._db = db = self._db or self._connect()
            db.execute("BEGIN IMMEDIATE")
            try:
                result = work(JournalTables(db))
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise
        except sqlite3.Error as problem:
            raise self._to_error(problem) from problem
        return result

    def checkpoint(self) -> None:
        """Write the WAL into the database file, so that deleted rows are gone from the disk."""
        with contextlib.suppress(sqlite3.Error):
            if self._db:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection."""
        with contextlib.suppress(sqlite3.Error):
            if self._db:
                self._db.close()
        self._db = None

    def replace_damaged(self) -> Path:
        """Rename the damaged file, start a new one, return the new name. Raises JournalError."""
        self.close()
        stamp = self._clock().strftime("%Y%m%d-%H%M%S")
        renamed = self._path.with_name(f"{self._path.stem}.damaged-{stamp}{self._path.suffix}")
        try:
            for tail in ("", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    Path(f"{self._path}{tail}").rename(f"{renamed}{tail}")
            db = self._connect()
        except OSError as problem:
            raise JournalError("no-right", path=str(self._path)) from problem
        except sqlite3.Error as problem:
            raise JournalError(path=str(self._path)) from problem
        self._db = db
        self.transact(JournalTables.create)
        return renamed

    def _connect(self) -> sqlite3.Connection:
        wal = Path(f"{self._path}-wal")
        unclean = wal.exists() and wal.stat().st_size > 0
        db = sqlite3.connect(self._path, timeout=LOCK_TIMEOUT, isolation_level=None)
        try:
            for setting in _PRAGMAS:
                db.execute(f"PRAGMA {setting}")
            self._check_database(db, unclean=unclean)
        except BaseException:
            db.close()
            raise
        self._identity = self._identify()
        return db

    @property
    def is_in_place(self) -> bool:
        """Whether the open file is the one at the path, so that it is there the next time."""
        return self._db is not None and self._identify() == self._identity

    def _identify(self) -> tuple[int, int] | None:
        """Return device and number of the file at the path, `None` without one."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _check_database(self, db: sqlite3.Connection, *, unclean: bool) -> None:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise JournalError("newer", path=str(self._path), version=version)
        # The check takes time; after a clean end it is not needed.
        if unclean and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise _DamagedJournalError

    def _to_error(self, problem: sqlite3.Error) -> JournalError | _DamagedJournalError:
        name = str(getattr(problem, "sqlite_errorname", "")).removeprefix("SQLITE_")
        kind = name.partition("_")[0]
        if kind in {"CORRUPT", "NOTADB"} or "no such" in str(problem):
            return _DamagedJournalError()
        return JournalError(_ERROR_CODES.get(kind, ""), path=str(self._path), problem=str(problem))
