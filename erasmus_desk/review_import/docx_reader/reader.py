"""Reading of a returned Word file: all its texts with authors, controls, bookmarks and comments.

The XML is walked directly, as no library for Word files covers content controls, tracked
changes and comments together. What each program keeps of our files:
docs/decisions/0014-reading-returned-word-files.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import.docx_reader.attributes import XML_SPACE, parse_datetime, w
from erasmus_desk.review_import.docx_reader.comments import read_comments
from erasmus_desk.review_import.docx_reader.content_controls import ControlTags, collect_tags
from erasmus_desk.review_import.docx_reader.document import Paragraph, ReturnedDocument, Story
from erasmus_desk.review_import.docx_reader.element_handlers import HANDLERS
from erasmus_desk.review_import.docx_reader.limits import MAX_RECORD_BLOCKS
from erasmus_desk.review_import.docx_reader.line_builder import build_paragraphs
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
    sent = _read_sent_record(package)
    paragraphs, tags = _read_texts(package, collect_tags(sent))

    def read_comment_text(node: Element) -> str:
        found = build_paragraphs(_parse_story(node, Story.BODY, tags), StyleSheet())
        return "\n".join(paragraph.text for paragraph in found if not paragraph.is_removed)

    return ReturnedDocument(
        name=name,
        digest=sha256(content).hexdigest(),
        paragraphs=paragraphs,
        comments=read_comments(package, paragraphs, read_comment_text),
        sent_record=sent,
        draft_id=_read_property(package, f"{_DC}identifier"),
        saved_by=_read_property(package, f"{_CORE}lastModifiedBy"),
        saved_at=parse_datetime(_read_property(package, f"{_DC_TERMS}modified")),
        picture_count=len(package.pictures),
        embedded=package.embedded,
    )


def _read_sent_record(package: Package) -> SentRecord | None:
    """Return the record of what was sent; programs may rename its part."""
    for part in package.find_parts("customXml"):
        if part.root.tag == _RECORD:
            found = codec.decode_text("".join(part.root.itertext()))
            if found is not None:
                if len(found.blocks) > MAX_RECORD_BLOCKS:
                    raise ReturnedError("absurd", part=part.name)
                return found
    return None


def _read_texts(package: Package, tags: ControlTags) -> tuple[tuple[Paragraph, ...], ControlTags]:
    """Return the paragraphs of all texts: body, its notes, headers and footers once each."""
    styles = read_styles(part.root for part in package.find_parts("styles"))
    body = _parse_story(package.main.root, Story.BODY, tags)
    paragraphs = [*build_paragraphs(body, styles)]
    for note, node in _find_notes(package, body.notes):
        paragraphs += build_paragraphs(_parse_story(node, Story.NOTE, tags, note.change), styles)
    for kind, story in _HEADERS_AND_FOOTERS:
        for part in package.find_parts(kind):
            paragraphs += build_paragraphs(_parse_story(part.root, story, tags), styles)
    return tuple(paragraphs), tags


def _parse_story(
    node: Element, story: Story, tags: ControlTags, change: TrackedChange = NO_CHANGE
) -> ParserState:
    state = ParserState(story, tags, HANDLERS, node.get(XML_SPACE) == "preserve", change)
    state.read_children(node)
    return state


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
