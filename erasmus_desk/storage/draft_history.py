"""The history of one draft from the journal and its backups, with the file or without it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import DraftError, JournalError
from erasmus_desk.path_checks import find_absolute_path, find_real_path
from erasmus_desk.storage import drafts, named_versions, thinning, timeline
from erasmus_desk.storage.backups import Backup, Backups
from erasmus_desk.storage.history import SavePoint
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.journal_tables import JournalTables
from erasmus_desk.storage.named_versions import NamedVersion, VersionReason
from erasmus_desk.storage.timeline import Moment

BACKUP_PREFIX = "copy-"
"""How the id of a backup begins."""
_STAMP = "%Y%m%dT%H%M%S"
_MEASURE = """
SELECT COALESCE((SELECT SUM(length(c.payload) + length(c.key) + :row)
        FROM changes c JOIN runs r ON r.id = c.run WHERE r.draft = :draft), 0)
    + COALESCE((SELECT SUM(length(content)) FROM openings
        WHERE digest IN (SELECT opening FROM runs WHERE draft = :draft)), 0)
    + COALESCE((SELECT SUM(length(content)) FROM named WHERE draft = :draft), 0)
"""
_FIND_DRAFT = """
SELECT draft FROM (SELECT draft, id AS run, path FROM runs
    UNION ALL SELECT r.draft, r.id, s.path FROM saves s JOIN runs r ON r.id = s.run)
WHERE path IN (:path, :real) ORDER BY run DESC LIMIT 1
"""

_Result = TypeVar("_Result")


class HistorySpace(Struct, frozen=True):
    """Bytes that the history of a draft takes in the journal, and that of all drafts."""

    draft: int
    all: int


class DraftHistory:
    """The versions of one draft.

    Every method raises JournalError as the journal does; without a journal there are backups only.
    """

    def __init__(
        self,
        draft_id: str,
        journal: Journal | None,
        backups: Backups,
        get_latest: Callable[[], SavePoint | None] = lambda: None,
    ) -> None:
        """`get_latest` returns the state of the run in which the draft is open, if it is."""
        self.draft_id = draft_id
        self._get_latest = get_latest
        self._journal = journal
        self._backups = backups

    def list_moments(self, key: Key | None = None) -> tuple[Moment, ...]:
        """Return the moments, oldest first; with a key, where that answer began and changed."""
        return self._read(
            lambda tables: tuple(timeline.find_moments(tables.db, self.draft_id, key)), ()
        )

    def list_named(self) -> tuple[NamedVersion, ...]:
        """Return the named versions, oldest first."""
        return self._read(lambda tables: named_versions.select(tables.db, self.draft_id), ())

    def list_backups(self) -> tuple[Backup, ...]:
        """Return the backups, oldest first."""
        return self._backups.find(self.draft_id)

    def load(self, version: str) -> Draft:
        """Return the draft in a version. Raises JournalError (`no-state`) without it."""
        draft: Draft | None = None
        if version.startswith(BACKUP_PREFIX):
            draft = self._load_backup(version)
        elif version.startswith(named_versions.PREFIX):
            draft = self._read(
                lambda tables: named_versions.load(tables.db, self.draft_id, version), None
            )
        else:
            latest = self._get_latest()
            draft = self._read(
                lambda tables: timeline.read_version(tables, self.draft_id, version, latest), None
            )
        if draft is None:
            raise JournalError("no-state", draft=self.draft_id, state=version)
        return draft

    def load_last(self) -> Draft | None:
        """Return the draft in its last version of all, or `None` if there is none."""
        ids = [(moment.at, moment.id) for moment in self.list_moments()]
        ids += [(named.at, named.id) for named in self.list_named()]
        ids += [(backup.at, make_backup_id(backup)) for backup in self.list_backups()]
        for _, version in sorted(ids, reverse=True):
            try:
                return self.load(version)
            except (DraftError, JournalError):
                continue
        return None

    def keep(self, draft: Draft, reason: VersionReason, name: str = "") -> None:
        """Keep a version of the draft for good."""
        at = datetime.now(UTC)
        self._read(lambda tables: named_versions.insert(tables.db, draft, at, reason, name), None)

    def measure(self) -> HistorySpace:
        """Return the space that the history takes."""

        def measure(tables: JournalTables) -> HistorySpace:
            named_versions.create(tables.db)
            values = {"draft": self.draft_id, "row": thinning.ROW_SIZE}
            own = tables.db.execute(_MEASURE, values).fetchone()[0]
            return HistorySpace(own, tables.db.execute(thinning.MEASURE, ()).fetchone()[0])

        return self._read(measure, HistorySpace(0, 0))

    def _read(self, work: Callable[[JournalTables], _Result], without: _Result) -> _Result:
        return self._journal.transact(work) if self._journal is not None else without

    def _load_backup(self, version: str) -> Draft | None:
        for backup in self.list_backups():
            if make_backup_id(backup) == version:
                return drafts.read(backup.path).draft
        return None


def make_backup_id(backup: Backup) -> str:
    """Return the id of a backup as a version."""
    return f"{BACKUP_PREFIX}{backup.at.strftime(_STAMP)}"


def find_draft_id(journal: Journal, path: Path) -> str | None:
    """Return the id of the draft that was last at a path, or `None`. Raises JournalError."""
    paths = {
        "path": os.fsencode(find_absolute_path(path)),
        "real": os.fsencode(find_real_path(path)),
    }
    row = journal.transact(lambda tables: tables.db.execute(_FIND_DRAFT, paths).fetchone())
    return row[0] if row else None
