"""A Word file that came home, read: every text in it, by whom, and what it is marked with.

The XML itself is walked, as no library that writes Word files sees content controls, tracked
changes and comments together. No meaning is given to anything here. What each program keeps of
what we sent is written down in docs/decisions/0014-what-comes-home.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import.docx_reader.attributes import XML_SPACE, moment, w
from erasmus_desk.review_import.docx_reader.comments import comments_of
from erasmus_desk.review_import.docx_reader.content_controls import Tags, tags_of
from erasmus_desk.review_import.docx_reader.document import Line, Returned, Story
from erasmus_desk.review_import.docx_reader.element_handlers import ENTER
from erasmus_desk.review_import.docx_reader.limits import MOST_PIECES
from erasmus_desk.review_import.docx_reader.line_builder import lines_of
from erasmus_desk.review_import.docx_reader.package import Element, Package, opened
from erasmus_desk.review_import.docx_reader.parser_state import Note, Reading
from erasmus_desk.review_import.docx_reader.revisions import KEPT, Mark
from erasmus_desk.review_import.docx_reader.styles import Styles, styles_of
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import Sent

_RECORD: Final = f"{{{codec.NAMESPACE}}}sent"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_EDGES = (("header", Story.HEADER), ("footer", Story.FOOTER))
_NOTES = (("footnotes", w("footnote")), ("endnotes", w("endnote")))


def returned(content: bytes, name: str) -> Returned:
    """Read a file; `name` is what it is called. Raises ReturnedError."""
    package = opened(content)
    sent = _sent(package)
    lines, tags = _texts(package, tags_of(sent))

    def text_of(node: Element) -> str:
        found = lines_of(_read(node, Story.BODY, tags), Styles())
        return "\n".join(line.text for line in found if not line.is_gone)

    return Returned(
        name=name,
        digest=sha256(content).hexdigest(),
        lines=lines,
        comments=comments_of(package, lines, text_of),
        sent=sent,
        draft=_property(package, f"{_DC}identifier"),
        saved_by=_property(package, f"{_CORE}lastModifiedBy"),
        saved_at=moment(_property(package, f"{_TERMS}modified")),
        pictures=len(package.pictures),
        foreign=package.embedded,
    )


def _sent(package: Package) -> Sent | None:
    """Give the record of the sending, whatever its part is called after other programs saved."""
    for part in package.related("customXml"):
        if part.root.tag == _RECORD:
            found = codec.of_text("".join(part.root.itertext()))
            if found is not None:
                if len(found.pieces) > MOST_PIECES:
                    raise ReturnedError("absurd", part=part.name)
                return found
    return None


def _texts(package: Package, tags: Tags) -> tuple[tuple[Line, ...], Tags]:
    """Give the lines of all texts: body, notes that hang in it, headers and footers once each."""
    styles = styles_of(part.root for part in package.related("styles"))
    body = _read(package.main.root, Story.BODY, tags)
    lines = [*lines_of(body, styles)]
    for note, node in _notes(package, body.notes):
        lines += lines_of(_read(node, Story.NOTE, tags, note.mark), styles)
    for kind, story in _EDGES:
        for part in package.related(kind):
            lines += lines_of(_read(part.root, story, tags), styles)
    return tuple(lines), tags


def _read(node: Element, story: Story, tags: Tags, mark: Mark = KEPT) -> Reading:
    reading = Reading(story, tags, ENTER, node.get(XML_SPACE) == "preserve", mark)
    reading.visit(node)
    return reading


def _notes(package: Package, hung: list[Note]) -> Iterator[tuple[Note, Element]]:
    """Give the notes that hang in the text, each once; others are left over and not to be seen."""
    for kind, tag in _NOTES:
        found: dict[str, Element] = {}
        for part in package.related(kind):
            for node in part.root.iterchildren(tag):
                found.setdefault(node.get(w("id")) or "", node)
        for note in hung:
            node = found.pop(note.id, None) if note.kind == kind else None
            if node is not None:
                yield note, node


def _property(package: Package, name: str) -> str:
    """Give a property of the file, an empty text where it has none."""
    for part in package.related("core-properties"):
        node = part.root.find(name)
        if node is not None:
            return (node.text or "").strip()
    return ""
