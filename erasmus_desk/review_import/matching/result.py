"""The result of matching: answers, rows, comments, and unmatched text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import IntEnum

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.review_import.docx_reader.document import (
    Paragraph,
    Revision,
    RevisionAuthor,
    Run,
    WordComment,
)
from erasmus_desk.round_trip.record import RecordTable


class MatchBasis(IntEnum):
    """How text was matched, the most certain first."""

    CONTROL = 0
    BOOKMARK = 1
    CONTEXT = 2
    """By the lines before and behind it."""
    SIMILARITY = 3
    """By its own words alone."""


class MatchedAnswer(Struct, frozen=True):
    """One answer of the file, found once unless changed differently in several places.

    `paragraphs` hold its own runs only. `is_empty`: there is nothing but white space or the text
    for a missing answer. `basis` is that of its least certain line. `is_changed`: its text differs
    from what was sent. `keeps_hard_spaces`: its no-break spaces are those that somebody wants.
    """

    key: Key
    paragraphs: tuple[Paragraph, ...]
    is_empty: bool
    by: RevisionAuthor | None
    basis: MatchBasis
    is_changed: bool = True
    keeps_hard_spaces: bool = False


class UnmatchedText(Struct, frozen=True):
    """Text without an answer: new text, sent text, and the answer it is near."""

    text: str
    sent_text: str = ""
    near: Key | None = None
    by: RevisionAuthor | None = None
    reason: UnresolvedReason = UnresolvedReason.UNPLACED


class AddedTableRow(Struct, frozen=True):
    """A row that was not sent, with its cells by question.

    `after` is the item of the row above, empty for the first row. `is_guess`: the table has
    neither controls nor bookmarks of ours.
    """

    table: RecordTable
    after: str
    cells: tuple[tuple[str, tuple[Paragraph, ...]], ...]
    by: RevisionAuthor | None = None
    is_guess: bool = False


class RemovedTableRow(Struct, frozen=True):
    """A row that was sent and is gone. `is_guess`: the table has no controls or bookmarks."""

    table: RecordTable
    item: str
    by: RevisionAuthor | None = None
    is_guess: bool = False


class DocumentMatches(Struct, frozen=True):
    """All text of a file, matched.

    `missing` are answers that were sent and are gone; their labels are gone too if they are not
    `labelled`. `row_orders` are the items of tables whose rows were reordered, `guessed_orders`
    those of tables without controls and bookmarks. `is_marked`: the file has some of ours.
    """

    answers: tuple[MatchedAnswer, ...]
    unmatched: tuple[UnmatchedText, ...] = ()
    rows_added: tuple[AddedTableRow, ...] = ()
    rows_removed: tuple[RemovedTableRow, ...] = ()
    comments: tuple[tuple[WordComment, Key | None], ...] = ()
    missing: tuple[Key, ...] = ()
    labelled: frozenset[Key] = frozenset()
    row_orders: tuple[tuple[Key, tuple[str, ...]], ...] = ()
    guessed_orders: frozenset[Key] = frozenset()
    is_marked: bool = True


def find_latest_author(spans: Iterable[Run]) -> RevisionAuthor | None:
    """Return the author of the latest tracked change, if any."""
    authors = [
        span.by for span in spans if span.by is not None and span.revision is not Revision.UNCHANGED
    ]
    return max(authors, key=_moment, default=None)


def _moment(by: RevisionAuthor) -> tuple[datetime, str]:
    at = by.at or datetime.min.replace(tzinfo=UTC)
    return (at if at.tzinfo else at.replace(tzinfo=UTC), by.name)
