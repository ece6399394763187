"""Rows that came into a table or went from it become items that come or go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.review_import.docx_reader.document import By
from erasmus_desk.review_import.merge import is_same
from erasmus_desk.review_import.result import RowAdded, RowChange, RowRemoved
from erasmus_desk.review_import.stable_ids import Namer

Cells = tuple[tuple[str, Value], ...]
"""The answers of a row by their questions, in the order of the columns."""


class Came(Struct, frozen=True):
    """A row that one file has more; `after` is the item above it, `sent` those it went out with."""

    order: Key
    sent: tuple[str, ...]
    after: str
    cells: Cells
    by: By
    words: str


class Went(Struct, frozen=True):
    """A row that one file has no more; `was` is how it read."""

    order: Key
    item: str
    by: By
    was: str


class Rows(Struct, frozen=True):
    """What became of the rows of one file."""

    file: str
    sent: Mapping[Key, Value]
    came: tuple[Came, ...] = ()
    went: tuple[Went, ...] = ()


def changes(draft: Draft, files: Iterable[Rows], touched: set[str]) -> tuple[RowChange, ...]:
    """Give the rows to put in and to take out, each once; what is so already is left out.

    `touched` are the items whose answers somebody changed: they do not go without a look.
    """
    found: dict[tuple[bool, Key, str], RowChange] = {}
    for rows in files:
        for row in (*_added(draft, rows), *_removed(draft, rows, touched)):
            place = (isinstance(row, RowAdded), row.order, row.item)
            found[place] = _also(found[place], row) if place in found else row
    return tuple(found.values())


def _added(draft: Draft, rows: Rows) -> Iterator[RowAdded]:
    namer = Namer()
    last: dict[tuple[Key, str], str] = {}
    for came in rows.came:
        said = [part for question, value in came.cells for part in (question, repr(value))]
        item = namer.name("row", str(came.order), *said)
        above = last.get((came.order, came.after), came.after)
        there = draft.items(came.order.question, came.order.item)
        if item not in there and not _is_there(draft, there, came):
            values = tuple((Key(question, item), value) for question, value in came.cells)
            yield RowAdded(came.order, item, above, values, came.by, rows.file, came.words)
        last[came.order, came.after] = item


def _is_there(draft: Draft, there: Sequence[str], came: Came) -> bool:
    """Tell whether we put in the very same row since the file went out."""
    return any(
        all(is_same(draft.get(Key(question, item)), value) for question, value in came.cells)
        for item in there
        if item not in came.sent
    )


def _removed(draft: Draft, rows: Rows, touched: set[str]) -> Iterator[RowRemoved]:
    for went in rows.went:
        if went.item in draft.items(went.order.question, went.order.item):
            is_changed = went.item in touched or any(
                not is_same(draft.get(key), value)
                for key, value in rows.sent.items()
                if key.item == went.item
            )
            yield RowRemoved(went.order, went.item, went.by, rows.file, is_changed, went.was)


def _also(known: RowChange, row: RowChange) -> RowChange:
    """Give a change that two files brought, in the name of both."""
    names = dict.fromkeys(one.by.author for one in (known, row) if one.by.author)
    files = dict.fromkeys((known.file, row.file))
    by, file = By(", ".join(names), row.by.at), ", ".join(files)
    if isinstance(known, RowRemoved) and isinstance(row, RowRemoved):
        is_changed = known.is_changed or row.is_changed
        return replace(known, by=by, file=file, is_changed=is_changed)
    return replace(known, by=by, file=file)
