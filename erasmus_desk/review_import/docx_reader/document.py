"""The contents of a returned Word file as read, not yet interpreted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from erasmus_desk.round_trip.record import CellPosition, SentRecord

FIRST_INSERTED: Final = 10_000
"""First number of inserted tables and columns, so that those sent keep their numbers."""


class Revision(StrEnum):
    """What a tracked change did to a run."""

    UNCHANGED = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_TO = "moved-here"
    MOVED_FROM = "moved-away"

    @property
    def is_removed(self) -> bool:
        """Whether the text was deleted or moved away."""
        return self in _REMOVED


_REMOVED = (Revision.DELETED, Revision.MOVED_FROM)


class Story(StrEnum):
    """The part of a Word file that a paragraph belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    """A footnote or an endnote."""
    BOX = "box"
    """A text box or a shape."""


class Script(StrEnum):
    """How text stands above or below its line."""

    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


class RevisionAuthor(Struct, frozen=True):
    """Author and time of a change; the time has no zone where only local time was written."""

    name: str
    at: datetime | None = None


class ContentControl(Struct, frozen=True):
    """The innermost tagged content control around a run.

    `occurrence` counts controls with the same tag. `shows_placeholder`: the text is that of an
    empty control. `day` is the date of a date control, `choice` the value of the list item shown.
    """

    tag: str
    occurrence: int
    shows_placeholder: bool = False
    day: date | None = None
    choice: str = ""


class Run(Struct, frozen=True, gc=False):
    """A run of text: tabs and breaks as characters, fields as their result.

    `bookmarks` are the names of the bookmarks around it, `comments` the ids of the comments on
    it, and marks of notes and boxes here. An empty text marks the position of a paragraph, control,
    bookmark or comment without text.
    """

    text: str
    revision: Revision = Revision.UNCHANGED
    by: RevisionAuthor | None = None
    control: ContentControl | None = None
    bookmarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    inserted_then_deleted: bool = False
    """Inserted and deleted again: neither sent nor present now."""
    script: Script | None = None
    """Raised or lowered in a way that characters of Unicode cannot show."""

    def with_text(self, text: str) -> Run:
        """Return the run with another text."""
        if text == self.text:
            return self
        return Run(
            text,
            self.revision,
            self.by,
            self.control,
            self.bookmarks,
            self.comments,
            self.inserted_then_deleted,
            self.script,
        )


def join_text(runs: Iterable[Run]) -> str:
    """Return the text of runs without deleted and moved-away ones."""
    return "".join(run.text for run in runs if run.revision not in _REMOVED)


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph with all tracked changes accepted; deleted runs are kept and marked.

    Paragraphs whose mark was deleted are joined; the deleted line end is a run of its own. There
    is always at least one run. `style` is the style's name in lower case, as ids differ between
    programs. `space_before` is in twips, 0 if it is that of the style; it stands for blank lines.
    `heading` is the outline level, 0 for none. `cell` counts the tables of the body from 0, and
    rows without deleted ones (`is_row_removed`); a nested table is text of its outer cell. The
    paragraphs of a text box follow the paragraph it is anchored in.
    """

    runs: tuple[Run, ...]
    story: Story = Story.BODY
    style: str = ""
    heading: int = 0
    is_toc_entry: bool = False
    space_before: int = 0
    cell: CellPosition | None = None
    is_row_removed: bool = False
    row_by: RevisionAuthor | None = None
    """Author of the tracked insertion or deletion of the row."""
    original_row: int | None = None
    """Row number before tracked changes, `None` outside tables and for a new row."""
    is_removed: bool = False
    """Deleted with its mark: not even an empty line is left."""
    break_inserted_by: RevisionAuthor | None = None
    """Author of a tracked paragraph mark: the next paragraph was split off."""
    list_label: str = ""
    """The bullet or number that Word shows before it, which is in no run."""
    anchor: str = ""
    """The mark among the `comments` of a run where this note or box is."""
    table_path: tuple[int, ...] = ()
    """Table, row and cell of each table around it, the outermost first, nested ones too."""

    @property
    def text(self) -> str:
        """The text without deleted and moved-away runs."""
        return join_text(self.runs)

    @property
    def shown_text(self) -> str:
        """The text with the bullet or number before it."""
        return f"{self.list_label}{join_text(self.runs)}"


def join_paragraphs(paragraphs: Iterable[Paragraph]) -> str:
    """Return the text of paragraphs, one on a line."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


class WordComment(Struct, frozen=True):
    """A comment; `parent` is the id of the first of its thread, `quote` the text it is on."""

    id: str
    author: str
    at: datetime | None
    text: str
    parent: str = ""
    is_resolved: bool = False
    quote: str = ""
    identity: str = ""
    """A paragraph id or durable id that survives saving."""


class ReturnedDocument(Struct, frozen=True):
    """A returned file as read.

    `sent_record` is the embedded record, `None` if lost; `draft_id` comes from dc:identifier.
    `picture_count` counts images that were not sent, `embedded` names embedded files and objects.
    """

    name: str
    digest: str
    paragraphs: tuple[Paragraph, ...]
    comments: tuple[WordComment, ...]
    sent_record: SentRecord | None = None
    draft_id: str = ""
    saved_by: str = ""
    saved_at: datetime | None = None
    picture_count: int = 0
    embedded: tuple[str, ...] = ()
    other_records: tuple[SentRecord, ...] = ()
    """Those of files that were joined to this one."""
