"""What a home-coming comes to: for each answer what was sent, what is here, what came back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.review_state import Thread, Waiting
from erasmus_desk.review_import.docx_reader.document import By, Span


class Verdict(StrEnum):
    """What became of one answer."""

    UNCHANGED = "unchanged"
    """Nobody changed it, or all changed it to the same."""
    PROPOSED = "proposed"
    """Only they changed it."""
    KEPT = "kept"
    """Only we changed it."""
    CONFLICT = "conflict"
    """Both did, or several of them did, in ways that do not fit together."""


class Theirs(Struct, frozen=True):
    """One answer as it came back in one file.

    `value` is what is proposed, `None` to empty the answer. `spans` shows their tracked changes
    as marked text, lines parted by line ends; empty where nothing was tracked. `words` is how
    the answer reads in the file, `was` how it read when it was sent: where it is no text, only
    these can be read.
    """

    value: Value | None
    by: By
    file: str
    spans: tuple[Span, ...] = ()
    words: str = ""
    was: str = ""


class Answered(Struct, frozen=True):
    """One answer three ways.

    `merged` is an answer that holds the changes of all sides, where they touch different
    places of a text; for a proposal it is the proposed value.
    """

    key: Key
    verdict: Verdict
    sent: Value | None
    mine: Value | None
    theirs: tuple[Theirs, ...]
    merged: Value | None = None
    can_merge: bool = False


class RowAdded(Struct, frozen=True):
    """A new row in a table whose rows are items of a list: a new item, with its answers.

    `after` is the item of the row above, empty for the first. `item` is the id it would get,
    the same each time the same file is read. `words` is how the row reads in the file.
    """

    order: Key
    item: str
    after: str
    values: tuple[tuple[Key, Value], ...]
    by: By
    file: str
    words: str = ""


class RowRemoved(Struct, frozen=True):
    """A row that is gone: its item would go.

    `is_changed`: we changed the item since, or somebody who still has the row. `was` is how the
    row read when it was sent.
    """

    order: Key
    item: str
    by: By
    file: str
    is_changed: bool = False
    was: str = ""


RowChange = RowAdded | RowRemoved


class HomeComing(Struct, frozen=True):
    """All that one or several files brought home, whatever the order they were given in.

    `answers` holds the proposed, conflicting and kept ones, in the form's order; the unchanged
    are only counted. `threads` are the comments with their replies, `tray` what has no place.
    `states` are the sendings that are home now, `files` the names of the files. `threads` are
    those that say something new; `heard` names by their ids the files they came in.
    """

    answers: tuple[Answered, ...]
    rows: tuple[RowChange, ...]
    threads: tuple[Thread, ...]
    tray: tuple[Waiting, ...]
    unchanged: int
    states: tuple[str, ...]
    files: tuple[str, ...]
    heard: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
