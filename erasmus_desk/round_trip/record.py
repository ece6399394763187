"""The record of a Word file that went out: every word in it, and which answer it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType

from msgspec import Struct, field

from erasmus_desk.draft.model import Key, Value

LONGEST_TAG = 64
"""Characters that Word takes in the tag of a content control; a longer one damages the file."""


class Role(StrEnum):
    """What a piece of the document is."""

    FIXED = "fixed"
    """Words of the form or of the program: a change to them has no answer to go to."""
    ANSWER = "answer"
    """An answer, in a content control of its own."""
    CONTENTS = "contents"
    """A line of the table of contents: Word makes it anew, with page numbers."""
    EDGE = "edge"
    """A line of a header or footer, which programs repeat, count pages in, or leave out."""
    ALOUD = "aloud"
    """What is read aloud of a table, its title and its description: some programs print it."""


class Spot(Struct, frozen=True):
    """A cell: the number of its table in the document, its row (0 is the head), its column."""

    table: int
    row: int
    column: int


class Piece(Struct, frozen=True):
    """One block of text in the order of the document; its paragraphs are its lines.

    `key` is that of the answer or, for fixed words, of the answer they introduce (empty: none).
    `missing`: the text stands where an answer would. `anchor` names the bookmark around an
    answer. An answer may be shown at several places. `goes_on`: it stands in the paragraph that
    the piece before it began, such as the title of a heading behind its number.
    """

    role: Role
    text: str
    key: Key | None = None
    missing: bool = False
    anchor: str = ""
    spot: Spot | None = None
    heading: int = 0
    goes_on: bool = False


class Grid(Struct, frozen=True):
    """A table whose rows are items of a list: added rows are new items.

    `order` is the key of the list's order, `items` those of the rows from the first after the
    head, `questions` what the columns ask (empty for a column that is no answer).
    """

    table: int
    order: Key
    items: tuple[str, ...]
    questions: tuple[str, ...]


class Sent(Struct, frozen=True):
    """All that travels with the file. Nothing in it that the document does not show.

    `draft` is the id of the draft, `state` the digest of what was sent, which tells one sending
    from another. `partner` is the organisation a partner pack was made for. `values` holds the
    answers that are shown, as they were.
    """

    draft: str
    state: str
    pack: str
    profile: str
    language: str
    pieces: tuple[Piece, ...]
    grids: tuple[Grid, ...] = ()
    values: Mapping[Key, Value] = field(default_factory=lambda: MappingProxyType({}))
    partner: str = ""
    reply_by: date | None = None


def tag(key: Key) -> str:
    """Give the tag of an answer's content control: its key, or a digest where that is too long."""
    return _short(str(key))


def tick_tag(key: Key, option: str) -> str:
    """Give the tag of the control around the box of one choice, inside that of its answer."""
    return _short(f"{key}={option}")


def _short(text: str) -> str:
    if len(text) <= LONGEST_TAG:
        return text

    return f"#{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"
