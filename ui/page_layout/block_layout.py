"""The blocks of a document as boxes, in the styles of the style document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.export.document import contents_page, fact_lines, heading_space
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Checkboxes,
    Contents,
    Cover,
    Document,
    FactLine,
    Heading,
    LangText,
    PageOrientation,
    Paragraph,
    ParagraphRole,
    Question,
    Table,
    TableKind,
)
from erasmus_desk.export.document.context import TICKED, UNTICKED
from erasmus_desk.export.document.fact_lines import FactLook
from erasmus_desk.export.document.sent_record import is_in_contents
from erasmus_desk.export.document.visible_text import format_fact_label
from erasmus_desk.export.word.style_sheet import PageGeometry

from .boxes import Box, Tag, TagRole
from .line_layout import TextRun
from .paragraph_layout import (
    StyledParagraph,
    build_answer_paragraphs,
    build_paragraph,
    fit_boxes,
    layout_paragraph,
)
from .styles import StyleSheet, TextStyle
from .table_layout import TableLayout

PAGE_NUMBER_WIDTH = 700
"""The width of the page numbers in the table of contents."""
_FIRST_NOTE_SPACING = 360.0, 120.0
"""The space before and after the first note on the cover."""
_INTRODUCED_BLOCKS = (Paragraph, Bullets, Question, Answer, Checkboxes, Table)
_STANDALONE_ROLES = {ParagraphRole.MISSING, ParagraphRole.NOTE}
_HEADING_ROLES = (TagRole.HEADING_1, TagRole.HEADING_2, TagRole.HEADING_3)
_SHORT_PARAGRAPH = 300
"""Characters of a last paragraph that must not be alone on its page."""
_SHORT_CHECKLIST = 12
"""The longest list of checkboxes that is kept on one page."""


class HeadingEntry(Struct, frozen=True):
    """A heading in the bookmarks and the table of contents; `number` counts from 1."""

    number: int
    level: int
    text: LangText
    is_listed: bool = True


def _build_fact_runs(line: FactLine, styles: StyleSheet, size: float) -> list[TextRun]:
    """Return the label of short answers and the answers; those that are missing are marked."""
    label, missing = (
        replace(styles.text_style(name), size=size) for name in ("FactLabel", "FactMissing")
    )
    runs = [TextRun(format_fact_label(line), label)] if line.label.text else []
    runs += (
        TextRun(part.text.text, missing if part.is_missing else None, part.key)
        for part in line.parts
    )
    return runs


class BlockLayout:
    """Lays out blocks one by one; afterwards `boxes` contain the whole document."""

    def __init__(self, document: Document, styles: StyleSheet, geometry: PageGeometry) -> None:
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        self.headings = [
            HeadingEntry(number, heading.level, _format_heading(heading), is_in_contents(heading))
            for number, heading in enumerate(headings, start=1)
        ]
        self.boxes: list[Box] = []
        self.contents: list[tuple[Box, HeadingEntry, Tag]] = []
        """The lines of the table of contents, whose page numbers are only known at the end."""
        self.root = Tag(TagRole.DOCUMENT)
        self._document = document
        self._styles = styles
        self._upright = self._geometry = geometry

    def lay_out(self) -> Iterator[None]:
        """Lay out block after block, with a pause after each."""
        number = 0
        previous: Block | None = None
        looks = fact_lines.arrange(self._document.blocks)
        pairs = zip_longest(self._document.blocks, self._document.blocks[1:])
        for place, (block, following) in enumerate(pairs):
            breaks_page = self._breaks_after(previous)
            match block:
                case PageOrientation(is_landscape):
                    self._geometry = self._upright.rotated() if is_landscape else self._upright
                    self.boxes.append(Box([], geometry=self._geometry))
                case Heading():
                    number += 1
                    self._add_heading(block, number, breaks_page=breaks_page)
                case Contents():
                    self._add_contents(block)
                case Table():
                    if block.has_caption or isinstance(previous, Table):
                        self._add_text(block.title, "Caption")
                    table = TableLayout(self._styles, self._geometry, block)
                    self.boxes += table.lay_out(self.root)
                    if isinstance(following, FactLine):
                        self.boxes[-1].keep_next = True
                case FactLine():
                    self._add_fact_line(block, looks[place])
                case _:
                    first = len(self.boxes)
                    self._add_text_block(block)
                    self._keep_with_neighbours(block, following, first)
            space = heading_space.find_space(block, previous)
            if space is not None and not self.boxes[-1].breaks_page:
                self.boxes[-1].before = space
            previous = block
            yield

    def _breaks_after(self, previous: Block | None) -> bool:
        """Return whether a page ends behind a block: the cover or the contents."""
        if isinstance(previous, Contents):
            return not contents_page.has_room(self._document, int(self._geometry.text_height))
        return isinstance(previous, Cover) and self._fits_page()

    def _fits_page(self) -> bool:
        """Return whether what is laid out so far, the cover, fits on its page."""
        heights = (box.height + max(box.before, box.after) for box in self.boxes)
        return sum(heights) <= self._geometry.text_height

    def _add_text_block(
        self, block: Cover | Paragraph | Bullets | Question | Answer | Checkboxes
    ) -> None:
        match block:
            case Cover():
                self._add_cover(block)
            case Paragraph(text, role):
                is_plain = role is ParagraphRole.PLAIN
                self._add_text(text, "Answer" if is_plain else role.value.capitalize())
            case Bullets(points):
                self._add_bullets(points)
            case Question(key, text):
                self._add_text(text, "Question", key)
            case Answer(key, text, missing):
                if missing:
                    self._add_text(text, "Missing", key)
                else:
                    self._add_answer(text, key, is_typed=block.control.is_multiline)
            case Checkboxes():
                self._add_checkboxes(block)

    def _keep_with_neighbours(self, block: Block, following: Block | None, first: int) -> None:
        """Keep an introduction with its block, and a short last paragraph with the one before."""
        introduces_next = isinstance(block, Bullets) or (
            isinstance(block, Paragraph)
            and (block.role not in _STANDALONE_ROLES or isinstance(following, Table))
        )
        if introduces_next and isinstance(following, _INTRODUCED_BLOCKS):
            # A calendar has a page of its own rather than none of the heading's.
            is_calendar = isinstance(following, Table) and following.kind is TableKind.CALENDAR
            for box in self.boxes[first:]:
                box.keep_next, box.may_break_after = True, not is_calendar
        if isinstance(block, Paragraph) and isinstance(following, PageOrientation | None) and first:
            is_short = len(block.text.text) <= _SHORT_PARAGRAPH
            self.boxes[first - 1].keep_next = self.boxes[first - 1].keep_next or is_short

    def _build_box(self, text: str, style: TextStyle, tag: Tag, key: str = "") -> Box:
        return self._layout(build_paragraph(text, style, tag, key))

    def _layout(self, paragraph: StyledParagraph) -> Box:
        return layout_paragraph(paragraph, self._geometry.text_width)

    def _add_text(
        self, text: LangText, name: str, key: str = "", role: TagRole = TagRole.PARAGRAPH
    ) -> Box:
        """Add a text in the style of a name; return its box."""
        tag = self.root.add(role, text.language)
        return self._add_box(self._build_box(text.text, self._styles.text_style(name), tag, key))

    def _add_box(self, box: Box) -> Box:
        if box.lines:
            self.boxes.append(box)
        return box

    def _add_answer(self, text: LangText, key: str, *, is_typed: bool) -> None:
        to = self._styles, "Answer", self.root, key
        for paragraph, keeps_next in build_answer_paragraphs(text, *to, is_typed=is_typed):
            box = self._add_box(self._layout(paragraph))
            box.keep_next = box.keep_next or keeps_next

    def _add_fact_line(self, line: FactLine, look: FactLook) -> None:
        """Add short answers as one paragraph."""
        style = self._styles.text_style(look.style)
        runs = _build_fact_runs(line, self._styles, style.size)
        tag = self.root.add(TagRole.PARAGRAPH, line.label.language)
        box = self._add_box(self._layout(StyledParagraph(runs, style, tag)))
        box.keep_next = look.keeps_next
        box.before = fact_lines.SPACE_ABOVE if look.has_space else box.before
        box.after = fact_lines.SPACE_BELOW if look.has_space_below else box.after

    def _add_heading(self, heading: Heading, number: int, *, breaks_page: bool) -> None:
        name = f"Heading{heading.level}" if heading.is_listed else "GlanceHeading"
        role = _HEADING_ROLES[heading.level - 1]
        box = self._add_text(_format_heading(heading), name, heading.key, role)
        box.heading_number, box.breaks_page = number, breaks_page
        box.before = 0 if breaks_page else box.before

    def _add_bullets(self, points: tuple[LangText, ...]) -> None:
        list_tag = self.root.add(TagRole.LIST)
        style = self._styles.text_style("ListBullet")
        for index, point in enumerate(points):
            tag = list_tag.add(TagRole.LIST_ITEM).add(TagRole.LIST_BODY, point.language)
            box = self._build_box(f"•\t{point.text}", style, tag)
            if index and style.contextual_spacing and self.boxes and box.lines:
                self.boxes[-1].after = box.before = 0
            self._add_box(box)

    def _add_checkboxes(self, block: Checkboxes) -> None:
        list_tag = self.root.add(TagRole.LIST)
        style = self._styles.text_style("Tick")
        for number, checkbox in enumerate(block.boxes, start=1):
            text = checkbox.text
            tag = list_tag.add(TagRole.LIST_ITEM).add(TagRole.LIST_BODY, text.language)
            symbol = TICKED if checkbox.checked else UNTICKED
            box = self._build_box(f"{symbol}\t{text.text}", style, tag, block.key)
            box.keep_next = len(block.boxes) <= _SHORT_CHECKLIST and number < len(block.boxes)
            self._add_box(box)

    def _add_cover(self, cover: Cover) -> None:
        if cover.eyebrow.text:
            self._add_text(cover.eyebrow, "Eyebrow")
        self._add_text(cover.title, "Title", cover.title_key, TagRole.TITLE)
        if cover.subtitle.text:
            self._add_text(cover.subtitle, "Subtitle", cover.subtitle_key)
        style, label = self._styles.text_style("CoverFact"), self._styles.text_style("Label")
        for fact in cover.facts:
            tag = self.root.add(TagRole.PARAGRAPH, fact.label.language)
            values = "\n".join(value.text for value in fact.values)
            runs = (TextRun(fact.label.text, label), TextRun(f"\t{values}"))
            self._add_box(self._layout(StyledParagraph(runs, style, tag))).keep_lines = True
        for index, note in enumerate(cover.notes):
            self._add_text(note, "Beside" if index else "Answer")
            if not index:
                self.boxes[-1].before, self.boxes[-1].after = _FIRST_NOTE_SPACING
        self._add_text(cover.disclaimer, "Mark")

    def _add_contents(self, contents: Contents) -> None:
        title = self._add_text(contents.title, "TOCHeading")
        title.breaks_page = True
        list_tag = self.root.add(TagRole.CONTENTS)
        first = len(self.boxes)
        for entry in self.headings:
            if not entry.is_listed:
                continue
            link = list_tag.add(TagRole.CONTENTS_ITEM).add(TagRole.LINK, entry.text.language)
            style = self._styles.text_style(f"TOC{entry.level}")
            box = self._build_box(entry.text.text, replace(style, right=PAGE_NUMBER_WIDTH), link)
            for line in box.lines:
                line.target_heading = entry.number
            self.contents.append((box, entry, link))
            self._add_box(box)
        fit_boxes(self.boxes[first:], self._upright.text_height - title.height - title.after)


def _format_heading(heading: Heading) -> LangText:
    """Return a heading with its letter or number, as in the Word file."""
    number = f"{heading.number}.\u2002" if heading.number else ""
    return LangText(f"{number}{heading.text.text}", heading.text.language)
