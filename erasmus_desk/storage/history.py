"""Drafts replayed from journal rows, and unsaved work after a crash."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import ChangeSet, Draft, Key
from erasmus_desk.draft.text_diff import apply_change, find_changed_keys, is_different


class JournalRun(Struct):
    """One draft opened in one run of the program, as recorded in the journal.

    `draft` is the opened draft with all rows applied; new rows are diffs against it. `saved` is
    the draft as in the file, whose digest is `digest`. `last_row` is the id of the newest row.
    """

    id: int
    draft: Draft
    saved: Draft
    path: Path
    digest: str
    last_row: int = 0

    @property
    def save_point(self) -> SavePoint:
        """What a save that begins now will contain."""
        return SavePoint(self.last_row, self.draft)


class SavePoint(Struct, frozen=True):
    """A moment of a run: its newest row and the draft at that time."""

    last_row: int
    draft: Draft


class JournalRow(Struct, frozen=True):
    """One change of one answer as stored in the journal."""

    id: int
    key: Key
    at: datetime
    payload: str


class UnsavedWork(Struct, frozen=True):
    """Changes that a run had not saved when it ended.

    `base_digest` is that of the file last read or written (empty if there was none), `saved`
    the draft in that file, `latest` the draft with all changes.
    """

    run: int
    path: Path
    base_digest: str
    last_change: datetime
    saved: Draft
    latest: Draft

    def make_change_set(self, draft: Draft) -> ChangeSet:
        """Return one undoable change set that puts the unsaved answers into `draft`.

        `draft` may come from another file than that of `base_digest`: the user compares first.
        """
        changes = tuple(
            draft.change(key, self.latest.get(key))
            for key in find_changed_keys(self.saved, self.latest)
            if is_different(draft.get(key), self.latest.get(key))
        )
        return ChangeSet(changes, "rescue")


def replay(draft: Draft, rows: Iterable[JournalRow]) -> Draft:
    """Return the draft with the rows applied."""
    answers = dict(draft.answers)
    for row in rows:
        after = apply_change(answers.get(row.key), row.payload)
        if after is None:
            answers.pop(row.key, None)
        else:
            answers[row.key] = after
    return replace(draft, answers=MappingProxyType(answers))
