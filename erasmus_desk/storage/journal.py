"""The journal: every change of every draft, on disk before a second is over.

What is asked of the journal: states of answers and drafts, and what needs rescuing.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from erasmus_desk.atomic_file import make_folder
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.text_diff import differ, rows_between
from erasmus_desk.errors import JournalError, SaveError
from erasmus_desk.storage.drafts import Clock, now
from erasmus_desk.storage.history import (
    DraftState,
    Mark,
    Rescue,
    Run,
    State,
    draft_states_of,
    replayed,
    states_of,
)
from erasmus_desk.storage.journal_tables import VERSION, Tables
from erasmus_desk.storage.locks import Presence, is_present


def states(tables: Tables, draft_id: str, key: Key) -> Iterator[State]:
    """Give every state of an answer, oldest first; an opening only if it brought a new one."""
    before: State | None = None
    for run, state_id, begun in tables.runs(draft_id):
        opening = tables.opening(state_id)
        value = opening.get(key) if opening else None
        for state in states_of(run, value, begun, tables.rows(run, key)):
            if before is None or differ(before.value, state.value):
                yield state
            before = state


def draft_states(tables: Tables, draft_id: str, rest: timedelta) -> Iterator[DraftState]:
    """Give the states of a draft, oldest first."""
    for run, _, begun in tables.runs(draft_id):
        yield from draft_states_of(run, begun, tables.rows(run), rest)


def draft_at(tables: Tables, draft_id: str, state: str) -> Draft | None:
    """Give the draft as it was in a state, or `None` if there is no such state."""
    number, _, last = state.partition(".")
    openings = {str(run): opening for run, opening, _ in tables.runs(draft_id)}
    opening = tables.opening(openings.get(number, ""))
    rows = tables.rows(int(number)) if opening and last else []
    if opening is None or (last and last not in {str(row.id) for row in rows}):
        return None
    return replayed(opening, [row for row in rows if row.id <= int(last)])


def rescues(tables: Tables, lives: Callable[[int, str], bool]) -> Iterator[Rescue]:
    """Give what runs left unsaved that do not live any more, oldest first."""
    for left in tables.unsaved():
        opening = tables.opening(left.opening)
        if opening is None or lives(left.run, left.holder):
            continue
        rows = tables.rows(left.run)
        saved = replayed(opening, [row for row in rows if row.id <= left.upto])
        last = rows[-1].at if rows else left.begun
        yield Rescue(left.run, left.path, left.base, last, saved, replayed(opening, rows))


WAIT = 2.0
"""Seconds to wait for another run of the program to finish its row; it takes a millisecond."""

# FULL: a row is on disk when the call returns, power cut or not. What is deleted is zeroed.
_SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON")
_CODES = {
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

    It is only added to: but for what `clear` and `thin` take out, no row is ever altered. A
    damaged journal is moved aside, `damaged` then says where to, and a new one is begun with
    the drafts that are open. Every method raises JournalError when the journal cannot be read
    or written: `no-right`, `full`, `busy` (another run holds it; try again), `newer` or plain.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.damaged: Path | None = None
        self._clock = clock
        self._open: list[Run] = []
        self._running = path.parent / "running"
        self._file = _JournalFile(path, clock)
        try:
            make_folder(path.parent)
            self._presence = Presence(self._running)
        except SaveError as problem:
            raise JournalError("no-right", path=str(path)) from problem
        try:
            self._do(Tables.make)
        except JournalError:
            self._presence.close()
            raise

    @classmethod
    def open(cls, path: Path, clock: Clock = now) -> Journal:
        """Open the journal, or begin it."""
        return cls(path, clock)

    def close(self) -> None:
        """Let go of the journal; what no file holds by now is offered at the next start."""
        self._file.close()
        self._presence.close()

    def begin(self, draft: Draft, path: Path, digest: str) -> Run:
        """Note a draft in full as it is opened; `digest` is that of its file, empty for none."""
        run = Run(0, draft, draft, path, digest)
        self._do(lambda tables: self._begin(tables, run))
        self._open.append(run)
        return run

    def append(self, run: Run, changes: Sequence[Change]) -> None:
        """Put changes on disk, all or none; once this returns, a power cut cannot take them."""
        draft = run.draft.apply(*changes)
        rows = rows_between(run.draft, draft, (change.key for change in changes))
        if rows:
            run.last = self._do(lambda tables: tables.add(run.id, rows, self._clock()))
            run.draft = draft

    def saved(
        self, run: Run, digest: str, path: Path | None = None, mark: Mark | None = None
    ) -> None:
        """Note that the file (at a new path, if one is given) holds all rows written so far.

        Append what is to be saved first, then save, then say so here. If rows may have come in
        meanwhile, take `run.mark` before saving and give it back here.
        """
        place, held = path or run.path, mark or run.mark
        self._do(lambda tables: tables.save(run.id, held.last, place, digest, self._clock()))
        run.saved, run.digest, run.path = held.draft, digest, place

    def end(self, run: Run, *, kept_elsewhere: bool = False) -> None:
        """Close a draft; what its file does not hold by now is offered from now on.

        Unless it is `kept_elsewhere`: in a file beside, after a conflict.
        """
        if kept_elsewhere:
            self._do(lambda tables: tables.settle(run.id, "elsewhere", self._clock()))
        self._open = [other for other in self._open if other is not run]

    def rescues(self) -> tuple[Rescue, ...]:
        """Give what ended runs left unsaved, oldest first; runs that still live are left alone."""
        return self._do(lambda tables: tuple(rescues(tables, self._lives)))

    def settle(self, rescue: Rescue, *, taken: bool) -> None:
        """Note that the user took a rescue or left it: it is not offered again, its rows stay."""
        how = "taken" if taken else "left"
        self._do(lambda tables: tables.settle(rescue.run, how, self._clock()))

    def states(self, draft_id: str, key: Key) -> tuple[State, ...]:
        """Give every state of an answer, oldest first; an opening only if it brought a new one."""
        return self._do(lambda tables: tuple(states(tables, draft_id, key)))

    def draft_states(self, draft_id: str, rest: timedelta = timedelta(0)) -> tuple[DraftState, ...]:
        """Give the states of a draft, oldest first.

        Changes that follow each other within `rest` are one state.
        """
        return self._do(lambda tables: tuple(draft_states(tables, draft_id, rest)))

    def draft_at(self, draft_id: str, state: str) -> Draft:
        """Give the draft as it was in a state. Raises JournalError (`no-state`)."""
        draft = self._do(lambda tables: draft_at(tables, draft_id, state))
        if draft is None:
            raise JournalError("no-state", draft=draft_id, state=state)
        return draft

    def clear(self, draft_id: str) -> None:
        """Forget a draft; where it is open, it begins anew with its present state.

        What another run of the program holds open stays.
        """
        mine = [run for run in self._open if run.draft.id == draft_id]

        def clear(tables: Tables) -> None:
            held = tables.holders(draft_id)
            others = self._living(held) - {run.id for run in mine}
            tables.forget(run for run, _ in held if run not in others)
            for run in mine:
                self._begin(tables, run)

        self._do(clear)
        self._file.tidy()

    def thin(self, before: datetime) -> None:
        """Forget the steps of runs that ended before a moment; how each began stays.

        What is unsaved and not settled stays whole.
        """

        def thin(tables: Tables) -> None:
            kept = {left.run for left in tables.unsaved()} | self._living(tables.holders())
            tables.thin(before, kept)

        self._do(thin)

    def _do(self, work: Callable[[Tables], _Result]) -> _Result:
        """Do one transaction; where the journal turns out damaged, on a new one."""
        try:
            return self._file.do(work)
        except _DamageError:
            self.damaged = self._file.begin_anew()
        try:
            self._file.do(self._begin_all)
            return self._file.do(work)
        except _DamageError as problem:
            raise JournalError from problem

    def _begin_all(self, tables: Tables) -> None:
        for run in self._open:
            self._begin(tables, run)

    def _begin(self, tables: Tables, run: Run) -> None:
        """Note what the file of a run holds and, as rows, what it does not hold yet."""
        keys = run.saved.answers.keys() | run.draft.answers.keys()
        rows = rows_between(run.saved, run.draft, keys)
        run.id = tables.begin(run, self._presence.token, self._clock())
        run.last = tables.add(run.id, rows, self._clock())

    def _living(self, held: Iterable[tuple[int, str]]) -> set[int]:
        return {run for run, holder in held if self._lives(run, holder)}

    def _lives(self, run: int, holder: str) -> bool:
        """Tell whether a run goes on: open here, or in another program that lives."""
        if holder == self._presence.token:
            return run in {one.id for one in self._open}
        return is_present(self._running, holder)


class _DamageError(Exception):
    """The file is no journal any more."""


class _JournalFile:
    """The file of the journal: one transaction at a time, moved aside when damaged."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._db: sqlite3.Connection | None = None

    def do(self, work: Callable[[Tables], _Result]) -> _Result:
        """Do one transaction, all or nothing. Raises JournalError or _DamageError."""
        try:
            self._db = db = self._db or self._connected()
            db.execute("BEGIN IMMEDIATE")
            try:
                result = work(Tables(db))
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise
        except sqlite3.Error as problem:
            raise self._said(problem) from problem
        return result

    def tidy(self) -> None:
        """Bring all into the one file, so that what was cleared is gone from the disk."""
        with contextlib.suppress(sqlite3.Error):
            if self._db:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(sqlite3.Error):
            if self._db:
                self._db.close()
        self._db = None

    def begin_anew(self) -> Path:
        """Move the damaged file aside and give where it went. Raises JournalError."""
        self.close()
        stamp = self._clock().strftime("%Y%m%d-%H%M%S")
        aside = self._path.with_name(f"{self._path.stem}.damaged-{stamp}{self._path.suffix}")
        try:
            for tail in ("", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    Path(f"{self._path}{tail}").rename(f"{aside}{tail}")
            db = self._connected()
        except OSError as problem:
            raise JournalError("no-right", path=str(self._path)) from problem
        except sqlite3.Error as problem:
            raise JournalError(path=str(self._path)) from problem
        self._db = db
        self.do(Tables.make)
        return aside

    def _connected(self) -> sqlite3.Connection:
        wal = Path(f"{self._path}-wal")
        unclean = wal.exists() and wal.stat().st_size > 0
        db = sqlite3.connect(self._path, timeout=WAIT, isolation_level=None)
        try:
            for setting in _SETTINGS:
                db.execute(f"PRAGMA {setting}")
            self._examine(db, unclean=unclean)
        except BaseException:
            db.close()
            raise
        return db

    def _examine(self, db: sqlite3.Connection, *, unclean: bool) -> None:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise JournalError("newer", path=str(self._path), version=version)
        # After a clean end there is nothing to look for, and looking costs time at start.
        if unclean and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise _DamageError

    def _said(self, problem: sqlite3.Error) -> JournalError | _DamageError:
        name = str(getattr(problem, "sqlite_errorname", "")).removeprefix("SQLITE_")
        kind = name.partition("_")[0]
        if kind in {"CORRUPT", "NOTADB"} or "no such" in str(problem):
            return _DamageError()
        return JournalError(_CODES.get(kind, ""), path=str(self._path), problem=str(problem))
