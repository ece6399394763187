"""The state of reading one text of a Word file: its paragraphs, and what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.content_controls import ControlTags, OpenControl
from erasmus_desk.review_import.docx_reader.document import Script, Story
from erasmus_desk.review_import.docx_reader.numbering import ListPlace
from erasmus_desk.review_import.docx_reader.package import Element
from erasmus_desk.review_import.docx_reader.ranges import OpenFields, OpenRanges, Range, WordField
from erasmus_desk.review_import.docx_reader.revisions import NO_CHANGE, TrackedChange
from erasmus_desk.review_import.docx_reader.table_position import OpenRow, OpenTable, TablePosition

Handler = Callable[["ParserState", Element], None]
MARK: Final = "place:"
"""What marks of places begin with; ids of comments are numbers."""
NOWHERE: Final = TablePosition()
PAGE_BREAK: Final = "\f"
"""A page or column break, until it is known whether it separates two texts; not valid in XML."""


class RunContext(Struct, frozen=True, gc=False):
    """All that a run has in common apart from its text."""

    change: TrackedChange
    control: OpenControl | None
    bookmarks: tuple[Range, ...]
    comments: tuple[Range, ...]
    hiding_field: WordField | None
    script: Script | None = None


class RawRun(Struct, gc=False):
    """A run with its texts."""

    context: RunContext
    texts: list[str]


class TocControl(Struct, eq=False):
    """A control around a table of contents; text behind the field in it is no entry.

    Text typed right behind the contents ends up in the control. Without a field it is no contents.
    """

    has_ended: bool = False


class RawParagraph(Struct, eq=False):
    """A paragraph as it is in the file. `is_last`: the next one cannot join it.

    `toc_field` and `toc_control` are the table of contents around it; `is_after_toc`: it is in the
    control, behind the field.
    """

    position: TablePosition
    style: str = ""
    outline_level: int | None = None
    space_before: int = 0
    list_place: ListPlace | None = None
    anchor: str = ""
    mark_change: TrackedChange = NO_CHANGE
    is_last: bool = False
    toc_field: WordField | None = None
    has_other_text: bool = False
    toc_control: TocControl | None = None
    is_after_toc: bool = False
    runs: list[RawRun] = field(default_factory=list[RawRun])
    boxes: list[RawParagraph] = field(default_factory=list["RawParagraph"])


class NoteReference(Struct):
    """The reference to a note: kind, id, the tracked change around it, the mark at its place."""

    kind: str
    id: str
    change: TrackedChange
    mark: str


class ParserState(Struct, eq=False):
    """One text of a file while it is read, with a handler for each element name.

    `marks` numbers the places of notes and boxes of all texts of a file.
    """

    story: Story
    tags: ControlTags
    handlers: Mapping[str, Handler]
    marks: Iterator[int]
    keeps_spaces: bool = False
    change: TrackedChange = NO_CHANGE
    paragraphs: list[RawParagraph] = field(default_factory=list[RawParagraph])
    notes: list[NoteReference] = field(default_factory=list[NoteReference])
    control: OpenControl | None = None
    fields: OpenFields = field(default_factory=OpenFields)
    bookmarks: OpenRanges = field(default_factory=OpenRanges)
    comments: OpenRanges = field(default_factory=OpenRanges)
    table: OpenTable | None = None
    row: OpenRow | None = None
    position: TablePosition = NOWHERE
    toc_control: TocControl | None = None
    text_length: int = 0
    new_tables: int = 0
    old_tables: int = 0
    tables: int = 0
    script: Script | None = None
    open_paragraphs: list[RawParagraph] = field(default_factory=list[RawParagraph])
    implicit_paragraph: RawParagraph | None = None

    def read_children(self, node: Element) -> None:
        """Read the children of an element; of unknown ones, their content."""
        handlers = self.handlers
        for child in node:
            name = child.tag
            handler = handlers.get(name)
            if handler is not None:
                handler(self, child)
            elif len(child) and not name.endswith("Pr"):
                self.read_children(child)

    def read_changed(self, node: Element, change: TrackedChange) -> None:
        """Read the children of an element within a tracked change."""
        outer = self.change
        self.change = outer.with_inner(change)
        self.read_children(node)
        self.change = outer

    def current_paragraph(self) -> RawParagraph:
        """Return the paragraph to write in; text outside of one starts one."""
        if self.open_paragraphs:
            return self.open_paragraphs[-1]
        if self.implicit_paragraph is None:
            self.implicit_paragraph = self.begin_paragraph(RawParagraph(self.position))
        return self.implicit_paragraph

    def begin_paragraph(self, new: RawParagraph) -> RawParagraph:
        """Begin a paragraph."""
        new.toc_field, new.toc_control = self.fields.toc_field(), self.toc_control
        new.is_after_toc = self.toc_control is not None and self.toc_control.has_ended
        self.paragraphs.append(new)
        return new

    def end_block(self) -> None:
        """Keep what follows from joining what was read last."""
        self.implicit_paragraph = None
        if self.paragraphs:
            self.paragraphs[-1].is_last = True

    def add_text(self, text: str, *extra_comments: Range) -> None:
        """Add text at this position; an empty one marks the position itself."""
        paragraph = self.current_paragraph()
        self.text_length += len(text)
        cell = self.row.cell if self.row is not None else -1
        comments = self.comments.ranges_at(cell)
        context = RunContext(
            self.change,
            self.control,
            self.bookmarks.ranges_at(cell),
            (*comments, *extra_comments) if extra_comments else comments,
            self.fields.hiding_field(),
            self.script,
        )
        if self.control is not None:
            self.control.has_content = True
        contents = self.fields.toc_field()
        if text and contents is None:
            paragraph.has_other_text = True
            paragraph.is_after_toc = self.toc_control is not None and self.toc_control.has_ended
        paragraph.toc_field = paragraph.toc_field or contents
        self._append(paragraph, context, text)

    def _append(self, paragraph: RawParagraph, context: RunContext, text: str) -> None:
        if paragraph.runs and paragraph.runs[-1].context == context:
            paragraph.runs[-1].texts.append(text)
        else:
            paragraph.runs.append(RawRun(context, [text]))

    def nested_state(self, story: Story) -> ParserState:
        """Return the state for a nested text, within the same tracked change."""
        return ParserState(
            story, self.tags, self.handlers, self.marks, self.keeps_spaces, self.change
        )

    def add_mark(self) -> str:
        """Mark the place of a note or a box; return the mark."""
        mark = f"{MARK}{next(self.marks)}"
        self.add_text("", Range(mark, "", has_ended=True))
        return mark
