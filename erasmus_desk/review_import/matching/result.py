"""What placing finds in a file that came home: answers, rows, and text that has no place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import IntEnum

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import Why
from erasmus_desk.review_import.docx_reader.document import By, Comment, Fate, Line, Span
from erasmus_desk.round_trip.record import Grid


class How(IntEnum):
    """By what the place of a text was known, the surest first."""

    CONTROL = 0
    ANCHOR = 1
    HEADING = 2
    """By the words around it: what was sent before it and after it."""
    LIKENESS = 3
    """By its own words alone."""


class Found(Struct, frozen=True):
    """One answer as it stands in the file.

    `lines` are its own, spans of other answers cut away. `is_empty`: its place is there, with
    nothing in it but blanks or the words for an answer that is missing. `how` is that of its
    least sure line: an answer in its control with a line typed behind it is `HEADING`.
    `is_changed`: its words are not those that were sent. An answer is found once, unless several
    places that showed it were changed in different ways.
    """

    key: Key
    lines: tuple[Line, ...]
    is_empty: bool
    by: By | None
    how: How
    is_changed: bool = True


class Loose(Struct, frozen=True):
    """Text that belongs to no answer: what came, what it was, and near which answer."""

    text: str
    was: str = ""
    near: Key | None = None
    by: By | None = None
    why: Why = Why.UNPLACED


class RowCame(Struct, frozen=True):
    """A row that was not sent: what stands under each question's head.

    `after` is the item of the row above, empty for the first row.
    """

    grid: Grid
    after: str
    cells: tuple[tuple[str, tuple[Line, ...]], ...]
    by: By | None = None


class RowWent(Struct, frozen=True):
    """A row that was sent and is gone."""

    grid: Grid
    item: str
    by: By | None = None


class Placed(Struct, frozen=True):
    """All that a file holds, each thing at its place.

    `missing` are answers that were sent and stand nowhere any more, their labels neither if
    they are not `labelled`. `orders` are the items of tables whose rows changed places.
    """

    found: tuple[Found, ...]
    loose: tuple[Loose, ...] = ()
    rows_added: tuple[RowCame, ...] = ()
    rows_removed: tuple[RowWent, ...] = ()
    comments: tuple[tuple[Comment, Key | None], ...] = ()
    missing: tuple[Key, ...] = ()
    labelled: frozenset[Key] = frozenset()
    orders: tuple[tuple[Key, tuple[str, ...]], ...] = ()


def latest(spans: Iterable[Span]) -> By | None:
    """Give who changed any of these last, as far as that was tracked."""
    made = [span.by for span in spans if span.by is not None and span.fate is not Fate.KEPT]
    return max(made, key=_moment, default=None)


def _moment(by: By) -> tuple[datetime, str]:
    at = by.at or datetime.min.replace(tzinfo=UTC)
    return (at if at.tzinfo else at.replace(tzinfo=UTC), by.author)
