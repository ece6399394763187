"""What Qt does not write into a PDF: tags, language, bookmarks, links, dates, correct text.

Qt 6.11 writes text, fonts, title, creator, author (6.9 on) and XMP, but no structure tree, no
language, no bookmarks and no links, so that a screen reader cannot read the file. While a page
is drawn, a mark is left wherever another tag begins: an empty rectangle far outside the page
whose position is a number. Here the marks become marked content, and the rest is added.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from erasmus_desk.export.word.style_sheet import TWIPS_PER_POINT
from erasmus_desk.export.word.text_runs import is_right_to_left
from erasmus_desk.i18n import formats

from ..page_layout.boxes import Tag, TagRole, TextItem
from ..page_layout.document_layout import LaidOutDocument
from ..page_layout.line_layout import TextLine
from .metadata import build_info
from .objects import PdfObjects, encode_text

MARK_Y = -7001
"""The height of the marks, in twips above the page."""
_MARK = re.compile(rb"-(\d+) %d 0 5 re\nf\n" % MARK_Y)
_CELL_ROLES = {TagRole.CELL, TagRole.HEADER_CELL}
_CMAP_ARRAY = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_CMAP_CODE = re.compile(rb"<([0-9A-F]{4})>")


class ContentMarks:
    """Draws a mark wherever another tag begins, and records the tag and the text of each."""

    def __init__(self) -> None:
        self.tags: list[Tag | None] = []
        """By number of the mark, from 1; None for what is not read aloud."""
        self.letters: set[str] = set()
        """All letters that are drawn."""
        self._texts: dict[Tag, dict[int, str]] = {}
        self._reshaped: set[Tag] = set()
        self._is_open = False

    def begin_page(self) -> None:
        """End the current tag: marked content does not continue on the next page."""
        self._is_open = False

    def begin_item(self, painter: QPainter, tag: Tag | None, line: TextLine | None) -> None:
        """Mark the item drawn next, unless it has the same tag as the one before."""
        if line is not None and not line.index:
            self._record_text(tag, line)
        if not self._is_open or tag is not self.tags[-1]:
            self._is_open = True
            self.tags.append(tag)
            painter.fillRect(QRectF(-len(self.tags), MARK_Y, 0, 5), QColor("black"))

    def _record_text(self, tag: Tag | None, line: TextLine) -> None:
        text = line.layout.text()
        self.letters.update(text)
        if tag is not None:
            self._texts.setdefault(tag, {})[id(line.layout)] = text
            if line.is_reshaped:
                self._reshaped.add(tag)

    def actual_text(self, tag: Tag) -> str:
        """Return the text of a tag whose letters are drawn as others, else nothing."""
        if tag not in self._reshaped:
            return ""
        return " ".join(self._texts[tag].values()).replace("\u2028", "\n")


def add_structure(
    content: bytes, document: LaidOutDocument, marks: ContentMarks
) -> Generator[None, None, bytes]:
    """Return the file with all that Qt left out, with pauses. Raises UnsupportedPdfError."""
    objects = PdfObjects(content)
    yield
    tree = _StructureTree(objects, document, marks)
    for index, page in enumerate(tree.pages):
        tree.tag_content(page)
        tree.add_links(index)
        objects.extend(page, b"/StructParents %d\n/Tabs /S" % index)
        yield
    root = tree.write()
    yield
    bookmarks = _add_bookmarks(objects, document, tree.pages)
    language = formats.find_language_tag(document.source.properties.language)
    entries = (
        b"/StructTreeRoot %d 0 R\n/MarkInfo << /Marked true >>\n/Lang %s\n"
        b"/ViewerPreferences << /DisplayDocTitle true >>" % (root, encode_text(language))
    )
    if bookmarks:
        entries += b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % bookmarks
    objects.extend(objects.root, entries)
    objects.bodies[objects.info] = build_info(document)
    _correct_unicode_maps(objects, marks.letters)
    yield
    return (yield from objects.serialise())


class _StructureTree:
    """The structure tree while it is written, with the content of each tag."""

    def __init__(self, objects: PdfObjects, document: LaidOutDocument, marks: ContentMarks) -> None:
        self.pages = objects.pages()
        self._objects = objects
        self._document = document
        self._marks = marks
        self._content: dict[Tag, list[bytes]] = defaultdict(list)
        self._numbers: dict[Tag, int] = {}
        self._page_tags: list[list[Tag]] = []
        """For each page the tags of its marked content, in order."""
        self._link_tags: list[Tag] = []

    def tag_content(self, page: int) -> None:
        """Turn the marks of a page into marked content, and record the tag of each."""
        page_tags: list[Tag] = []
        is_open = False

        def mark_content(found: re.Match[bytes]) -> bytes:
            nonlocal is_open
            end = b"EMC\n" if is_open else b""
            tag = self._marks.tags[int(found[1]) - 1]
            is_open = True
            if tag is None:
                return end + b"/Artifact BMC\n"
            number = len(page_tags)
            page_tags.append(tag)
            reference = b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (page, number)
            self._content[tag].append(reference)
            return end + b"/Span << /MCID %d >> BDC\n" % number

        stream = self._objects.get_reference(page, b"Contents")
        content = _MARK.sub(mark_content, self._objects.stream(stream))
        self._objects.set_stream(stream, content + (b"EMC\n" if is_open else b""))
        self._page_tags.append(page_tags)

    def add_links(self, index: int) -> None:
        """Turn the lines of the table of contents on a page into links."""
        page, number = self._document.pages[index], self.pages[index]
        annotations: list[bytes] = []
        for line in page.lines:
            target = line.line.target_heading
            if not target:
                continue
            top = page.geometry.height - line.y
            sides = (line.x, top - line.line.height, line.x + page.geometry.text_width, top)
            rect = b" ".join(b"%.2f" % (side / TWIPS_PER_POINT) for side in sides)
            items = line.line.items
            tag = next(item.tag for item in items if isinstance(item, TextItem) and item.tag)
            title = next(one.text.text for one in self._document.headings if one.number == target)
            destination = _get_destination(self._document, self.pages, target)
            key = len(self.pages) + len(self._link_tags)
            link = self._objects.add(
                b"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%s] /Dest %s "
                b"/Contents %s /StructParent %d >>\n" % (rect, destination, encode_text(title), key)
            )
            self._link_tags.append(tag)
            self._content[tag].append(b"<< /Type /OBJR /Pg %d 0 R /Obj %d 0 R >>" % (number, link))
            annotations.append(b"%d 0 R" % link)
        if annotations:
            array = self._objects.get_reference(number, b"Annots")
            self._objects.bodies[array] = b"[ %s ]\n" % b" ".join(annotations)

    def write(self) -> int:
        """Write the structure tree, and return the number of its root."""
        root = self._objects.add()
        language = self._document.source.properties.language
        top = self._write_tag(self._document.root, root, language)
        parents: list[bytes] = []
        for index, tags in enumerate(self._page_tags):
            numbers = b" ".join(b"%d 0 R" % self._numbers[tag] for tag in tags)
            parents.append(b"%d [%s]" % (index, numbers))
        for key, tag in enumerate(self._link_tags, start=len(self.pages)):
            parents.append(b"%d %d 0 R" % (key, self._numbers[tag]))
        parent_tree = self._objects.add(b"<< /Nums [%s] >>\n" % b" ".join(parents))
        self._objects.bodies[root] = (
            b"<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d "
            b"/RoleMap << /Title /P >> >>\n" % (top, parent_tree, len(parents))
        )
        return root

    def _write_tag(self, tag: Tag, parent: int, parent_language: str) -> int:
        """Write a tag with all its children, and return its number."""
        number = self._numbers[tag] = self._objects.add()
        language = tag.language or parent_language
        children = list(self._content.get(tag, ()))
        needed = [child for child in tag.children if self._is_needed(child)]
        children += [b"%d 0 R" % self._write_tag(child, number, language) for child in needed]
        entries = b"".join(self._build_attributes(tag, parent_language))
        body = b"<< /Type /StructElem /S /%s /P %d 0 R %s/K [%s] >>\n"
        body %= (tag.role.value.encode(), parent, entries, b" ".join(children))
        self._objects.bodies[number] = body
        return number

    def _build_attributes(self, tag: Tag, parent_language: str) -> Iterator[bytes]:
        if tag.language not in ("", parent_language):
            yield b"/Lang %s " % encode_text(formats.find_language_tag(tag.language))
        if text := self._marks.actual_text(tag):
            yield b"/ActualText %s " % encode_text(text)
        if tag.title:
            yield b"/T %s " % encode_text(tag.title)
        if tag.summary:
            yield b"/A << /O /Table /Summary %s >> " % encode_text(tag.summary)
        if tag.role is TagRole.HEADER_CELL:
            yield b"/A << /O /Table /Scope /%s >> " % (b"Column" if tag.heads_column else b"Row")

    def _is_needed(self, tag: Tag) -> bool:
        """Return whether a tag has content, or is an empty cell, which keeps its position."""
        if tag.role in _CELL_ROLES or tag in self._content:
            return True
        return any(self._is_needed(child) for child in tag.children)


def _get_destination(document: LaidOutDocument, pages: Sequence[int], heading: int) -> bytes:
    """Return the destination that shows a heading with some space above it."""
    page, height = document.heading_positions[heading]
    top = (document.pages[page].geometry.height - height) / TWIPS_PER_POINT + 12
    return b"[%d 0 R /XYZ 0 %.2f null]" % (pages[page], top)


def _add_bookmarks(objects: PdfObjects, document: LaidOutDocument, pages: Sequence[int]) -> int:
    """Write the bookmarks, a tree of all headings, and return the number of its root, or 0."""
    if not document.headings:
        return 0
    root = objects.add()
    parents: dict[int, int] = {}
    children: dict[int, list[int]] = defaultdict(list)
    stack = [(0, root)]
    for heading in document.headings:
        while stack[-1][0] >= heading.level:
            stack.pop()
        _, parent = stack[-1]
        number = objects.add()
        parents[number] = parent
        children[parent].append(number)
        stack.append((heading.level, number))
    for heading, (number, parent) in zip(document.headings, parents.items(), strict=True):
        siblings, own = children[parent], children.get(number)
        at = siblings.index(number)
        entries = [
            b"/Title %s /Parent %d 0 R" % (encode_text(heading.text.text), parent),
            b"/Dest %s" % _get_destination(document, pages, heading.number),
        ]
        entries += [b"/Prev %d 0 R" % siblings[at - 1]] if at else []
        entries += [b"/Next %d 0 R" % one for one in siblings[at + 1 : at + 2]]
        # A negative count closes it: with all headings open the order would be hard to see.
        entries += [b"/First %d 0 R /Last %d 0 R /Count -%d" % _span(own)] if own else []
        objects.bodies[number] = b"<< %s >>\n" % b" ".join(entries)
    body = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>\n"
    objects.bodies[root] = body % _span(children[root])
    return root


def _span(numbers: list[int]) -> tuple[int, int, int]:
    """Return the first, the last and the count."""
    return numbers[0], numbers[-1], len(numbers)


def _correct_unicode_maps(objects: PdfObjects, letters: AbstractSet[str]) -> None:
    """Map each glyph to a letter of the text, so that text can be searched and copied.

    Qt maps a glyph to the first letter its font has for it: a space to the tab, a joined Arabic
    letter to its presentation form, the Greek mu to the micro sign.
    """

    def correct_code(found: re.Match[bytes]) -> bytes:
        letter = chr(int(found[1], 16))
        if letter == "\t":
            return b"<0020>"
        plain = unicodedata.normalize("NFKC", letter)
        # An Arabic ligature stays one character: programs would reverse two letters, and all of
        # them know the ligature.
        is_pair = len(plain) > 1 and is_right_to_left(plain)
        if letter in letters or is_pair or not set(plain) <= letters:
            return found[0]
        return b"<%s>" % plain.encode("utf-16-be").hex().upper().encode()

    def correct_array(found: re.Match[bytes]) -> bytes:
        return _CMAP_CODE.sub(correct_code, found[0])

    for number, body in objects.bodies.items():
        if b"begincmap" in body:
            content = objects.stream(number)
            objects.set_stream(number, _CMAP_ARRAY.sub(correct_array, content))
