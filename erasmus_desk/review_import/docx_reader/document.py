"""What stands in a Word file that came home, as the reader found it: no meaning given to it yet."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from erasmus_desk.round_trip.record import Sent, Spot

NEW: Final = 10_000
"""Tables and columns that a tracked change put in are counted from here, so that those that were
sent keep their numbers."""


class Fate(StrEnum):
    """What a tracked change did to a stretch of text."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"

    @property
    def is_gone(self) -> bool:
        """Whether the text is content no longer."""
        return self in {Fate.DELETED, Fate.MOVED_AWAY}


class Story(StrEnum):
    """Which of the texts of a Word file a line belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    """A footnote or an endnote."""
    BOX = "box"
    """A text box or a shape."""


class By(Struct, frozen=True):
    """Who changed something, and when; Word writes local time and calls it UTC."""

    author: str
    at: datetime | None = None


class Control(Struct, frozen=True):
    """The content control that a stretch of text stands in, the innermost with a tag.

    `number` tells one control from another with the same tag. `shows_placeholder`: the text is
    that of an empty control. `day` is the date chosen in a date control, `choice` the value of
    the list item whose words are shown.
    """

    tag: str
    number: int
    shows_placeholder: bool = False
    day: date | None = None
    choice: str = ""


class Span(Struct, frozen=True):
    """A stretch of text: tabs and line breaks as characters, fields are what they show.

    `anchors` are the names of the bookmarks it stands in, `comments` the ids of the comments
    on it. An empty text marks a place: that of a paragraph, control, bookmark or comment that
    has no text.
    """

    text: str
    fate: Fate = Fate.KEPT
    by: By | None = None
    control: Control | None = None
    anchors: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    is_fleeting: bool = False
    """Gone, and never sent either: somebody put it in and somebody took it out again."""


class Line(Struct, frozen=True):
    """A paragraph as it reads once all tracked changes are accepted, with what they took out.

    Paragraphs whose mark was deleted are joined, so that a line may hold several; the line end
    that went is a deleted span of its own. Every line has at least one span. `style` is the
    style's name in small letters (its id differs between programs). `before` is the space before
    it in twips where that is not its style's own; it stands for blank lines. `heading` is its
    level from its style, 0 for none; `is_contents`: it is an entry of a table of contents.
    `spot` counts tables in the order of the body, from 0, and rows that are there (deleted rows
    are not counted, and their lines have `is_row_gone`); a table within a table is text of the
    cell it stands in. The lines of a box follow the line that it hangs at.
    """

    spans: tuple[Span, ...]
    story: Story = Story.BODY
    style: str = ""
    heading: int = 0
    is_contents: bool = False
    before: int = 0
    spot: Spot | None = None
    is_row_gone: bool = False
    row_by: By | None = None
    """Who inserted or deleted the row, if that was tracked."""
    was_row: int | None = None
    """The row's number before tracked changes, `None` outside of tables and for a new row."""
    is_gone: bool = False
    """The whole paragraph is gone, its end too: it is no line of the text any more, not even an
    empty one. Its deleted spans are kept to be shown."""
    end_by: By | None = None
    """Who put in the line end behind it, if that was tracked: the next line is split from it."""

    @property
    def text(self) -> str:
        """The text that is content: what was deleted or moved away is not."""
        return "".join(span.text for span in self.spans if not span.fate.is_gone)


class Comment(Struct, frozen=True):
    """A comment; `parent` is the id of the one it replies to. `quote` is the text it is on."""

    id: str
    author: str
    at: datetime | None
    text: str
    parent: str = ""
    is_done: bool = False
    quote: str = ""
    identity: str = ""
    """The paragraph id or durable id that stays the same when the file is saved again."""


class Returned(Struct, frozen=True):
    """A whole file that came home.

    `sent` is the record that travels with it, `None` where it was lost. `draft` is the draft's
    id as far as the file names it elsewhere (dc:identifier). `saved_by` and `saved_at` are what
    the file says of its last change. `pictures` counts images that were not sent, `foreign`
    names embedded documents and objects.
    """

    name: str
    digest: str
    lines: tuple[Line, ...]
    comments: tuple[Comment, ...]
    sent: Sent | None = None
    draft: str = ""
    saved_by: str = ""
    saved_at: datetime | None = None
    pictures: int = 0
    foreign: tuple[str, ...] = ()
