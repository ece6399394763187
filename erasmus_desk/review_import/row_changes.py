"""Conversion of added and removed table rows to added and removed items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.merge import is_same
from erasmus_desk.review_import.result import RowAdded, RowChange, RowRemoved
from erasmus_desk.review_import.stable_ids import IdGenerator

Cells = tuple[tuple[str, Value], ...]
"""The answers of a row by question, in column order."""


class NewRow(Struct, frozen=True):
    """A row that one file adds; `after` is the item above, `sent_items` the rows that were sent."""

    order: Key
    sent_items: tuple[str, ...]
    after: str
    cells: Cells
    by: RevisionAuthor
    text: str
    is_guess: bool = False


class MissingRow(Struct, frozen=True):
    """A row that one file has removed; `sent_text` is how it read."""

    order: Key
    item: str
    by: RevisionAuthor
    sent_text: str
    is_guess: bool = False


class FileRows(Struct, frozen=True):
    """The row changes of one file."""

    file: str
    sent: Mapping[Key, Value]
    added: tuple[NewRow, ...] = ()
    removed: tuple[MissingRow, ...] = ()


def merge_rows(draft: Draft, files: Iterable[FileRows], touched: set[str]) -> tuple[RowChange, ...]:
    """Return the rows to insert and remove, each once, without those already done.

    `touched` are the items with changed answers; removing them needs a decision.
    """
    changes: dict[tuple[bool, Key, str], RowChange] = {}
    for file in files:
        for row in (*_find_added(draft, file), *_find_removed(draft, file, touched)):
            change_id = (isinstance(row, RowAdded), row.order, row.item)
            changes[change_id] = _combine(changes[change_id], row) if change_id in changes else row
    return tuple(changes.values())


def _find_added(draft: Draft, rows: FileRows) -> Iterator[RowAdded]:
    ids = IdGenerator()
    last: dict[tuple[Key, str], str] = {}
    for row in rows.added:
        parts = [part for question, value in row.cells for part in (question, repr(value))]
        item = ids.next_id("row", str(row.order), *parts)
        above = last.get((row.order, row.after), row.after)
        current = draft.items(row.order.question, row.order.item)
        if item not in current and not _was_added_here(draft, current, row):
            values = tuple((Key(question, item), value) for question, value in row.cells)
            origin = row.by, rows.file, row.text, row.is_guess
            yield RowAdded(row.order, item, above, values, *origin)
        last[row.order, row.after] = item


def _was_added_here(draft: Draft, current: Sequence[str], row: NewRow) -> bool:
    """Return whether an equal row was added here since the file was sent."""
    return any(
        all(is_same(draft.get(Key(question, item)), value) for question, value in row.cells)
        for item in current
        if item not in row.sent_items
    )


def _find_removed(draft: Draft, rows: FileRows, touched: set[str]) -> Iterator[RowRemoved]:
    for row in rows.removed:
        if row.item in draft.items(row.order.question, row.order.item):
            is_changed = row.item in touched or any(
                not is_same(draft.get(key), value)
                for key, value in rows.sent.items()
                if key.item == row.item
            )
            yield RowRemoved(
                row.order,
                row.item,
                row.by,
                rows.file,
                is_changed,
                row.sent_text,
                row.is_guess,
            )


def _combine(known: RowChange, other: RowChange) -> RowChange:
    """Return a change that two files contain, with the names of both."""
    authors = dict.fromkeys(one.by.name for one in (known, other) if one.by.name)
    files = dict.fromkeys((known.file, other.file))
    by, file = RevisionAuthor(", ".join(authors), other.by.at), ", ".join(files)
    combined = replace(known, by=by, file=file, is_guess=known.is_guess and other.is_guess)
    if isinstance(combined, RowRemoved) and isinstance(other, RowRemoved):
        return replace(combined, is_changed=combined.is_changed or other.is_changed)
    return combined
