"""The result of an import: each answer as sent, in the draft and as returned."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.review_state import CommentThread, UnresolvedItem
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor, Run


class MergeStatus(StrEnum):
    """The outcome of merging one answer."""

    UNCHANGED = "unchanged"
    """Not changed, or changed by all to the same value."""
    PROPOSED = "proposed"
    """Changed by them only."""
    KEPT = "kept"
    """Changed by us only."""
    CONFLICT = "conflict"
    """Changed by both, or by several of them in ways that do not merge."""


class ProposedAnswer(Struct, frozen=True):
    """An answer as returned in one file.

    `value` is the proposed one, `None` to clear the answer. `runs` show tracked changes, with
    line ends between paragraphs; empty if nothing was tracked. `text` and `sent_text` are how the
    answer reads in the file and read when sent: all that can be shown if the answer is no text.
    `is_guess`: the text only looks like that of the answer, by its words or its place.
    """

    value: Value | None
    by: RevisionAuthor
    file: str
    runs: tuple[Run, ...] = ()
    text: str = ""
    sent_text: str = ""
    is_guess: bool = False


class AnswerMerge(Struct, frozen=True):
    """The three-way merge of an answer.

    `merged` holds the changes of all sides if they do not overlap; for a proposal it is the
    proposed value.
    """

    key: Key
    status: MergeStatus
    sent: Value | None
    mine: Value | None
    theirs: tuple[ProposedAnswer, ...]
    merged: Value | None = None
    can_merge: bool = False

    @property
    def is_guess(self) -> bool:
        """Whether a proposal is one, so that a person must decide."""
        return any(theirs.is_guess for theirs in self.theirs)


class RowAdded(Struct, frozen=True):
    """A new row in a table of list items: a new item with its answers.

    `after` is the item of the row above, empty for the first. `item` is its new id, the same each
    time the file is read. `text` is how the row reads in the file. `is_guess`: nothing but words
    tells that the table is ours. `is_back`: it was removed here, and changed by them.
    """

    order: Key
    item: str
    after: str
    values: tuple[tuple[Key, Value], ...]
    by: RevisionAuthor
    file: str
    text: str = ""
    is_guess: bool = False
    is_back: bool = False

    @property
    def is_conflict(self) -> bool:
        """Whether both sides did something with the row."""
        return self.is_back


class RowRemoved(Struct, frozen=True):
    """A deleted row, whose item would be deleted.

    `is_changed`: the item was changed since, here or in another file. `sent_text` is how the row
    read when sent. `is_guess` as in `RowAdded`.
    """

    order: Key
    item: str
    by: RevisionAuthor
    file: str
    is_changed: bool = False
    sent_text: str = ""
    is_guess: bool = False

    @property
    def is_conflict(self) -> bool:
        """Whether both sides did something with the row."""
        return self.is_changed


RowChange = RowAdded | RowRemoved


class LossKind(StrEnum):
    """What an answer of plain text cannot have."""

    TABLE = "table"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


class FormatLoss(Struct, frozen=True):
    """Formatting inside a returned answer that did not come along; the words did.

    `text` is the first row of a table, or the word with raised or lowered letters.
    """

    key: Key
    kind: LossKind
    text: str
    file: str


class ImportResult(Struct, frozen=True):
    """The result of importing one or several files, in any order.

    `answers` are the proposed, conflicting and kept ones in the form's order. `threads` are those
    with new comments, `thread_files` the files these came in, by thread id. `unresolved` is what
    matches no answer. `returned_states` are the ids of the shared copies that are back. `losses`
    are told, and change nothing.
    """

    answers: tuple[AnswerMerge, ...]
    rows: tuple[RowChange, ...]
    threads: tuple[CommentThread, ...]
    unresolved: tuple[UnresolvedItem, ...]
    unchanged_count: int
    returned_states: tuple[str, ...]
    files: tuple[str, ...]
    thread_files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    losses: tuple[FormatLoss, ...] = ()

    def losses_of(self, key: Key) -> tuple[FormatLoss, ...]:
        """Return what did not come along with an answer."""
        return tuple(one for one in self.losses if one.key == key)
