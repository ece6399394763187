"""Reading of a returned Word file: all its texts with authors, controls, bookmarks and comments.

The XML is walked directly, as no library for Word files covers content controls, tracked
changes and comments together. What each program keeps of our files:
docs/decisions/0014-reading-returned-word-files.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from typing import Final

from msgspec import Struct, field

from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import.docx_reader.attributes import XML_SPACE, parse_datetime, w
from erasmus_desk.review_import.docx_reader.comments import read_comments
from erasmus_desk.review_import.docx_reader.content_controls import ControlTags, collect_tags
from erasmus_desk.review_import.docx_reader.document import Paragraph, ReturnedDocument, Story
from erasmus_desk.review_import.docx_reader.element_handlers import HANDLERS
from erasmus_desk.review_import.docx_reader.limits import MAX_RECORD_BLOCKS
from erasmus_desk.review_import.docx_reader.line_builder import build_paragraphs
from erasmus_desk.review_import.docx_reader.numbering import Numbering, read_numbering
from erasmus_desk.review_import.docx_reader.package import Element, Package, open_package
from erasmus_desk.review_import.docx_reader.parser_state import NoteReference, ParserState
from erasmus_desk.review_import.docx_reader.revisions import NO_CHANGE, TrackedChange
from erasmus_desk.review_import.docx_reader.styles import StyleSheet, read_styles
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import SentRecord

_RECORD: Final = f"{{{codec.NAMESPACE}}}sent"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DC_TERMS = "{http://purl.org/dc/terms/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_HEADERS_AND_FOOTERS = (("header", Story.HEADER), ("footer", Story.FOOTER))
_NOTES = (("footnotes", w("footnote")), ("endnotes", w("endnote")))


def read_document(content: bytes, name: str) -> ReturnedDocument:
    """Read a file; `name` is its file name. Raises ReturnedError."""
    package = open_package(content)
    records = _read_sent_records(package)
    texts = _open_texts(package, collect_tags(records))
    paragraphs = _read_paragraphs(package, texts)

    def read_comment_text(node: Element) -> str:
        found = texts.build(texts.parse(node, Story.BODY))
        return "\n".join(paragraph.text for paragraph in found if not paragraph.is_removed)

    return ReturnedDocument(
        name=name,
        digest=sha256(content).hexdigest(),
        paragraphs=paragraphs,
        comments=read_comments(package, paragraphs, read_comment_text),
        sent_record=records[0] if records else None,
        other_records=records[1:],
        draft_id=_read_property(package, f"{_DC}identifier"),
        saved_by=_read_property(package, f"{_CORE}lastModifiedBy"),
        saved_at=parse_datetime(_read_property(package, f"{_DC_TERMS}modified")),
        picture_count=len(package.pictures),
        embedded=package.embedded,
    )


def _read_sent_records(package: Package) -> tuple[SentRecord, ...]:
    """Return the records of what was sent, each once; programs may rename their parts."""
    found: dict[str, SentRecord] = {}
    for part in package.find_parts("customXml"):
        if part.root.tag == _RECORD:
            sent = codec.decode_text("".join(part.root.itertext()))
            if sent is not None:
                if len(sent.blocks) > MAX_RECORD_BLOCKS:
                    raise ReturnedError("absurd", part=part.name)
                found.setdefault(sent.state, sent)
    return tuple(found.values())


class _TextReader(Struct):
    """What all texts of a file share while they are read."""

    tags: ControlTags
    styles: StyleSheet
    numbering: Numbering
    marks: Iterator[int] = field(default_factory=count)

    def parse(self, node: Element, story: Story, change: TrackedChange = NO_CHANGE) -> ParserState:
        """Return the state after reading a text."""
        keeps_spaces = node.get(XML_SPACE) == "preserve"
        state = ParserState(story, self.tags, HANDLERS, self.marks, keeps_spaces, change)
        state.read_children(node)
        return state

    def build(self, state: ParserState) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a text."""
        return build_paragraphs(state, self.styles, self.numbering)


def _open_texts(package: Package, tags: ControlTags) -> _TextReader:
    return _TextReader(
        tags,
        read_styles(part.root for part in package.find_parts("styles")),
        read_numbering(part.root for part in package.find_parts("numbering")),
    )


def _read_paragraphs(package: Package, texts: _TextReader) -> tuple[Paragraph, ...]:
    """Return the paragraphs of all texts: body, its notes, headers and footers once each."""
    body = texts.parse(package.main.root, Story.BODY)
    paragraphs = [*texts.build(body)]
    for note, node in _find_notes(package, body.notes):
        state = texts.parse(node, Story.NOTE, note.change)
        for one in state.paragraphs:
            one.anchor = note.mark
        paragraphs += texts.build(state)
    for kind, story in _HEADERS_AND_FOOTERS:
        for part in package.find_parts(kind):
            paragraphs += texts.build(texts.parse(part.root, story))
    return tuple(paragraphs)


def _find_notes(
    package: Package, references: list[NoteReference]
) -> Iterator[tuple[NoteReference, Element]]:
    """Return the notes that the text refers to, each once; Word does not show others."""
    for kind, tag in _NOTES:
        found: dict[str, Element] = {}
        for part in package.find_parts(kind):
            for node in part.root.iterchildren(tag):
                found.setdefault(node.get(w("id")) or "", node)
        for note in references:
            node = found.pop(note.id, None) if note.kind == kind else None
            if node is not None:
                yield note, node


def _read_property(package: Package, name: str) -> str:
    """Return a core property, an empty text if absent."""
    for part in package.find_parts("core-properties"):
        node = part.root.find(name)
        if node is not None:
            return (node.text or "").strip()
    return ""
