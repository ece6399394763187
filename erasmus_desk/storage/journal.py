"""The journal of changes (SQLite): version history, and recovery after a crash.

Changes are on disk within a second; the file of the draft may follow later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeVar

from erasmus_desk.atomic_file import make_folder
from erasmus_desk.draft.model import Change, Draft
from erasmus_desk.draft.text_diff import encode_changes, find_changed_keys
from erasmus_desk.errors import DraftError, JournalError, SaveError
from erasmus_desk.storage import drafts, journal_check, journal_tallies, thinning
from erasmus_desk.storage.clock import Clock, now
from erasmus_desk.storage.history import JournalRun, SavePoint, UnsavedWork, replay
from erasmus_desk.storage.journal_file import DamagedJournalError, JournalFile, JournalGoneError
from erasmus_desk.storage.journal_tables import JournalTables, UnsavedRun
from erasmus_desk.storage.locks import RunningInstance, is_instance_running
from erasmus_desk.storage.thinning import Ages, JournalSpace


def _read_unsaved_work(
    tables: JournalTables, is_live: Callable[[int, str], bool]
) -> Iterator[UnsavedWork]:
    """Yield the unsaved work of runs that have ended, oldest first.

    Raises DamagedJournalError where damage would hide some.
    """
    if journal_check.is_damaged(tables):
        raise DamagedJournalError
    for unsaved in tables.select_unsaved_runs():
        if is_live(unsaved.run, unsaved.holder):
            continue
        rows = tables.select_changes(unsaved.run)
        opening = tables.load_opening(unsaved.opening)
        after = [row for row in rows if row.id > unsaved.last_saved_row]
        if opening is None:
            saved = _read_saved(unsaved)
        else:
            saved = replay(opening, [row for row in rows if row.id <= unsaved.last_saved_row])
        if saved is not None:
            last = rows[-1].at if rows else unsaved.begun
            work = (unsaved.run, unsaved.path, unsaved.base_digest, last)
            yield UnsavedWork(*work, saved, replay(saved, after))


def _read_saved(unsaved: UnsavedRun) -> Draft | None:
    """Return the draft that the rows of a run follow, from its file if that is as it was."""
    try:
        file = drafts.read(unsaved.path)
    except DraftError:
        return None
    return file.draft if file.digest == unsaved.base_digest else None


_Result = TypeVar("_Result")


class OpenJournal:
    """The file of the journal, which is always there for the runs of this instance.

    In a new file, in place of one that was damaged or is gone, they are begun again.
    """

    def __init__(self, path: Path, clock: Clock = now, *, later: bool = False) -> None:
        """Open the journal; `later`: if that fails, each method tries again, and none before."""
        self.damaged: Path | None = None
        self._path = path
        self._clock = clock
        self._open_runs: list[JournalRun] = []
        self._has_open_runs = True
        self._notice: JournalError | None = None
        self._instances_folder = path.parent / "running"
        self._instance: RunningInstance | None = None
        self._file = JournalFile(path, clock)
        try:
            self.transact(_do_nothing)
        except JournalError as problem:
            if not later:
                self.close()
                raise
            self._notice = problem

    @property
    def is_in_place(self) -> bool:
        """Whether what was written is where the next start will look for it."""
        return self._has_open_runs and self._file.is_in_place

    def take_notice(self) -> JournalError | None:
        """Return what the user is to be told of, once: it could not be opened, or was damaged."""
        notice, self._notice = self._notice, None
        return notice

    def close(self) -> None:
        """Close the journal; unsaved work is offered at the next start."""
        self._file.close()
        if self._instance is not None:
            self._instance.close()
            self._instance = None

    def transact(self, work: Callable[[JournalTables], _Result]) -> _Result:
        """Run one transaction; if the journal is damaged or gone, run it in a new one."""
        try:
            return self._try(work)
        except DamagedJournalError:
            self._set_aside()
        except JournalGoneError:
            self._has_open_runs = False
        try:
            return self._try(work)
        except (DamagedJournalError, JournalGoneError) as problem:
            raise JournalError(path=str(self._path)) from problem

    def _try(self, work: Callable[[JournalTables], _Result]) -> _Result:
        if self._instance is None:
            self._instance = self._begin_instance()
        if not self._has_open_runs:
            self._file.transact(self._insert_open_runs)
            self._has_open_runs = True
        return self._file.transact(work)

    def _begin_instance(self) -> RunningInstance:
        try:
            make_folder(self._path.parent)
            return RunningInstance(self._instances_folder)
        except SaveError as problem:
            raise JournalError("no-right", path=str(self._path)) from problem

    def _set_aside(self) -> None:
        self._has_open_runs = False
        found = self._file.set_aside()
        if found is not None:
            self.damaged, kept = found
            path, aside = str(self._path), self.damaged.name
            self._notice = JournalError("damaged", path=path, aside=aside, n=kept)

    def _insert_open_runs(self, tables: JournalTables) -> None:
        for run in self._open_runs:
            # If it is here already, its rows were read from a damaged journal.
            tables.settle_copied_run(run.id, self._token, self._clock())
            self._insert_run(tables, run)

    def _insert_run(self, tables: JournalTables, run: JournalRun) -> None:
        """Record the saved draft of a run and, as rows, its unsaved changes."""
        keys = find_changed_keys(run.saved, run.draft)
        rows = encode_changes(run.saved, run.draft, keys)
        run.id = tables.insert_run(run, self._token, self._clock())
        run.last_row = tables.insert_changes(run.id, rows, self._clock())

    @property
    def _token(self) -> str:
        return self._instance.token if self._instance is not None else ""

    def _find_live_runs(self, holders: Iterable[tuple[int, str]]) -> set[int]:
        return {run for run, holder in holders if self._is_live(run, holder)}

    def _is_live(self, run: int, holder: str) -> bool:
        """Return whether a run is open here or in another running process."""
        if holder == self._token:
            return run in {one.id for one in self._open_runs}
        return is_instance_running(self._instances_folder, holder)


class Journal(OpenJournal):
    """The journal of all drafts of this user, open in this run of the program.

    Rows are never altered; only `thin` removes some. A damaged journal is
    renamed (`damaged` is its new path), and a new one starts with the open drafts. Every method
    raises JournalError when the journal cannot be read or written: `no-right`, `full`, `busy`
    (locked by another process; try again), `newer` or plain.
    """

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

    def measure(self) -> JournalSpace:
        """Return the space that the history of all drafts takes."""
        return self.transact(lambda tables: thinning.measure_space(tables.db))

    def thin(self, seconds: float = 1.0, most: int = thinning.MAX_SPACE) -> None:
        """Thin the runs that have ended with their age, then bound all to `most` bytes.

        Runs with unsaved work stay. It takes so many seconds: each run is a transaction of its
        own, and what there is no time for is done the next time.
        """
        moment, end = self._clock(), monotonic() + seconds

        def find(tables: JournalTables) -> tuple[Ages, list[tuple[int, str, int]], list[int]]:
            kept = {unsaved.run for unsaved in tables.select_unsaved_runs()}
            kept |= self._find_live_runs(tables.select_holders())
            journal_tallies.keep_only(tables.db, kept)
            ages = Ages.read(tables.db, moment)
            due = thinning.find_due_runs(tables.db, ages, kept)
            return ages, due, thinning.find_runs_beyond(tables.db, most, kept)

        ages, due, beyond = self.transact(find)
        for run, opening, level in due:
            if monotonic() > end:
                return
            thin = partial(thinning.thin_run, run=run, opening=opening, level=level, ages=ages)
            self.transact(thin)
        for run in beyond:
            remove = partial(thinning.remove_run_beyond, run=run, most=most)
            if monotonic() > end or not self.transact(remove):
                break
        if beyond:
            self._file.compact(most)


def _do_nothing(_: JournalTables) -> None:
    """Open the file, which any transaction does."""
