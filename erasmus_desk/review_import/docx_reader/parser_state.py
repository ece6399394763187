"""One text of a Word file while it is read: its paragraphs, and what holds at the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.content_controls import Held, Tags
from erasmus_desk.review_import.docx_reader.document import Story
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.review_import.docx_reader.ranges import Field, Fields, Range, Ranges
from erasmus_desk.review_import.docx_reader.revisions import KEPT, Mark
from erasmus_desk.review_import.docx_reader.table_position import Place, Row, Table

Enter = Callable[["Reading", Element], None]
NOWHERE: Final = Place()
NEW_PAGE: Final = "\f"
"""A break of pages or columns until it is known whether it parts two texts; no XML holds one."""


class Look(Struct, frozen=True):
    """All that a stretch of text has in common."""

    mark: Mark
    control: Held | None
    anchors: tuple[Range, ...]
    comments: tuple[Range, ...]
    hider: Field | None


class Scrap(Struct):
    """Text that all looks the same."""

    look: Look
    words: list[str]


class Listing(Struct, eq=False):
    """A control around a table of contents; what stands in it behind the field is not contents.

    Who types right behind the contents types into it. One without a field is none.
    """

    is_over: bool = False


class Para(Struct, eq=False):
    """A paragraph as it stands in the file. `is_last`: no paragraph behind it can join it.

    `contents` is the field of a table of contents that it is in, `listing` the control around
    one, `is_behind` a paragraph of that control behind the field.
    """

    place: Place
    style: str = ""
    outline: int | None = None
    before: int = 0
    end: Mark = KEPT
    is_last: bool = False
    contents: Field | None = None
    has_other_text: bool = False
    listing: Listing | None = None
    is_behind: bool = False
    scraps: list[Scrap] = field(default_factory=list[Scrap])
    boxes: list[Para] = field(default_factory=list["Para"])


class Note(Struct):
    """A place that a note hangs at: the kind of note, its id, and what became of the place."""

    kind: str
    id: str
    mark: Mark


class Reading(Struct, eq=False):
    """One text of the file. `enter` says for each name of an element what reads it."""

    story: Story
    tags: Tags
    enter: Mapping[str, Enter]
    keeps_blanks: bool = False
    mark: Mark = KEPT
    paras: list[Para] = field(default_factory=list[Para])
    notes: list[Note] = field(default_factory=list[Note])
    control: Held | None = None
    fields: Fields = field(default_factory=Fields)
    anchors: Ranges = field(default_factory=Ranges)
    comments: Ranges = field(default_factory=Ranges)
    table: Table | None = None
    row: Row | None = None
    place: Place = NOWHERE
    listing: Listing | None = None
    said: int = 0
    new_tables: int = 0
    old_tables: int = 0
    open: list[Para] = field(default_factory=list[Para])
    stray: Para | None = None

    def visit(self, node: Element) -> None:
        """Read what stands in an element; of what is unknown, its content."""
        enter = self.enter
        for child in node:
            name = child.tag
            reads = enter.get(name)
            if reads is not None:
                reads(self, child)
            elif len(child) and not name.endswith("Pr"):
                self.visit(child)

    def visit_in(self, node: Element, mark: Mark) -> None:
        """Read what stands in an element that a tracked change is about."""
        outer = self.mark
        self.mark = outer.with_inner(mark)
        self.visit(node)
        self.mark = outer

    def para(self) -> Para:
        """Give the paragraph to write in; text outside of one makes one."""
        if self.open:
            return self.open[-1]
        if self.stray is None:
            self.stray = self.begin(Para(self.place))
        return self.stray

    def begin(self, new: Para) -> Para:
        """Begin a paragraph."""
        new.contents, new.listing = self.fields.contents(), self.listing
        new.is_behind = self.listing is not None and self.listing.is_over
        self.paras.append(new)
        return new

    def wall(self) -> None:
        """Note that what comes next does not join with what was read last."""
        self.stray = None
        if self.paras:
            self.paras[-1].is_last = True

    def say(self, words: str, *extra: Range) -> None:
        """Write text at this place; an empty one marks the place itself."""
        para = self.para()
        self.said += len(words)
        cell = self.row.cell if self.row is not None else -1
        comments = self.comments.at(cell)
        look = Look(
            self.mark,
            self.control,
            self.anchors.at(cell),
            (*comments, *extra) if extra else comments,
            self.fields.hider(),
        )
        if self.control is not None:
            self.control.seen = True
        contents = self.fields.contents()
        if words and contents is None:
            para.has_other_text = True
            para.is_behind = self.listing is not None and self.listing.is_over
        para.contents = para.contents or contents
        self._put(para, look, words)

    def _put(self, para: Para, look: Look, words: str) -> None:
        if para.scraps and para.scraps[-1].look == look:
            para.scraps[-1].words.append(words)
        else:
            para.scraps.append(Scrap(look, [words]))

    def inner(self, story: Story) -> Reading:
        """Give a text of its own that hangs at this place, with what became of the place."""
        return Reading(story, self.tags, self.enter, self.keeps_blanks, self.mark)
