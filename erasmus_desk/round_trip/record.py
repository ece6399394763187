"""The record of a sent Word file: every block of text and the answer it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.draft.model import Key, Value

MAX_TAG_LENGTH = 64
"""Longest tag of a content control in Word; a longer one damages the file."""


class BlockRole(StrEnum):
    """The role of a block in the document."""

    FIXED = "fixed"
    """Text of the form or of the program."""
    ANSWER = "answer"
    """An answer, in a content control of its own."""
    CONTENTS = "contents"
    """A line of the table of contents, which Word updates."""
    HEADER_FOOTER = "edge"
    """A line of a header or footer."""
    ALT_TEXT = "aloud"
    """Title or description of a table for screen readers; some programs print it."""


class CellPosition(Struct, frozen=True):
    """A cell: the index of its table in the document, its row (0 is the header), its column."""

    table: int
    row: int
    column: int


class RecordBlock(Struct, frozen=True):
    """One block of text in document order, a line for each paragraph.

    `key` is that of the answer or, for fixed text, of the answer it introduces. `anchor` names
    the bookmark around an answer. With `continues_paragraph` a block is in the paragraph of the
    one before, like a heading after its number.
    """

    role: BlockRole
    text: str
    key: Key | None = None
    is_placeholder: bool = False
    anchor: str = ""
    cell: CellPosition | None = None
    heading: int = 0
    continues_paragraph: bool = False


class RecordTable(Struct, frozen=True):
    """A table whose rows are items of a list; rows added to it are new items.

    `order` is the key of the list's order, `items` the items of the rows below the header,
    `questions` those of the columns (empty for a column that is no answer).
    """

    table: int
    order: Key
    items: tuple[str, ...]
    questions: tuple[str, ...]


class SentRecord(Struct, frozen=True):
    """The record that a Word file contains; it has nothing that the document does not show.

    `draft` is the id of the draft, `state` the digest of the record, which identifies the
    copy. `partner` is the organisation of a partner pack, `values` the answers as sent.
    """

    draft: str
    state: str
    pack: str
    profile: str
    language: str
    blocks: tuple[RecordBlock, ...]
    tables: tuple[RecordTable, ...] = ()
    values: Mapping[Key, Value] = field(default_factory=lambda: MappingProxyType({}))
    partner: str = ""
    reply_by: date | None = None


def make_answer_tag(key: Key) -> str:
    """Return the tag of an answer's content control: its key, or a digest if that is too long."""
    return _shorten(str(key))


def make_option_tag(key: Key, option: str) -> str:
    """Return the tag of the control around the checkbox of one choice."""
    return _shorten(f"{key}={option}")


def _shorten(text: str) -> str:
    if len(text) <= MAX_TAG_LENGTH:
        return text
    return f"#{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"
