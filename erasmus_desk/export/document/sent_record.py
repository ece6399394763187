"""The record of a sent Word file, made from the same blocks as the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export.document import blocks, visible_text
from erasmus_desk.export.document.anchors import Anchor, Anchors, parse_key
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import (
    BlockRole,
    CellPosition,
    RecordBlock,
    RecordTable,
    SentRecord,
)
from erasmus_desk.round_trip.visible_text import make_visible

CONTENTS_LEVELS = 2
"""The levels of headings in the table of contents."""


def is_in_contents(heading: blocks.Heading) -> bool:
    """Return whether the table of contents has a heading."""
    return heading.is_listed and heading.level <= CONTENTS_LEVELS


class SendingDetails(Struct, frozen=True):
    """The profile, language, recipient and reply date of a file.

    `header_footer_lines` are the lines in its headers and footers.
    """

    profile: blocks.Profile
    language: str
    partner: str = ""
    reply_by: date | None = None
    header_footer_lines: tuple[str, ...] = ()


def build_record(
    document: blocks.Document, draft: Draft, details: SendingDetails
) -> tuple[SentRecord, bytes]:
    """Build the record of a document, and the part of the file that contains it.

    It has nothing that the document does not show.
    """
    entries = tuple(_add_heading_keys(list(_list_blocks(document))))
    tables = [block for block in document.blocks if isinstance(block, blocks.Table)]
    header_footer_lines = (
        RecordBlock(BlockRole.HEADER_FOOTER, make_visible(text))
        for text in details.header_footer_lines
    )
    shown = {entry.key for entry in entries if entry.role is BlockRole.ANSWER and entry.key}
    values = ((key, draft.get(key)) for key in shown)
    return codec.seal(
        SentRecord(
            draft=draft.id,
            state="",
            pack=draft.pack.id,
            profile=details.profile.value,
            language=details.language,
            blocks=(*entries, *_list_alt_texts(tables), *header_footer_lines),
            tables=tuple(_list_tables(tables)),
            values=MappingProxyType({key: value for key, value in values if value is not None}),
            partner=details.partner,
            reply_by=details.reply_by,
        )
    )


def _list_tables(tables: list[blocks.Table]) -> Iterator[RecordTable]:
    for number, table in enumerate(tables):
        if table.list_key:
            questions = tuple(column.question for column in table.columns)
            yield RecordTable(number, Key.parse(table.list_key), table.items, questions)


def _list_alt_texts(tables: list[blocks.Table]) -> Iterator[RecordBlock]:
    for table in tables:
        text = f"{table.title.text}\n{table.description.text}"
        yield RecordBlock(BlockRole.ALT_TEXT, make_visible(text))


def _add_heading_keys(entries: list[RecordBlock]) -> list[RecordBlock]:
    """Return the blocks, headings without an answer with the key of the next answer."""
    following: Key | None = None
    for index in range(len(entries) - 1, -1, -1):
        entry = entries[index]
        if entry.role is BlockRole.ANSWER:
            following = entry.key
        elif entry.heading and entry.key is None:
            entries[index] = replace(entry, key=following)
    return entries


def _list_blocks(document: blocks.Document) -> Iterator[RecordBlock]:
    anchors = Anchors()
    tables = 0
    before: blocks.Block | None = None
    question_key = ""
    for block in (*document.blocks, None):
        if (block is None and isinstance(before, blocks.Table)) or (
            isinstance(block, blocks.PageOrientation)
            and visible_text.ends_without_paragraph(before)
        ):
            yield _make_fixed_block(document.header_footer.disclaimer.text)
        match block:
            case blocks.Contents():
                yield _make_fixed_block(block.title.text)
                yield from _record_contents(document)
            case blocks.Table():
                has_caption = block.has_caption or isinstance(before, blocks.Table)
                yield from _record_table(block, tables, anchors, is_captioned=has_caption)
                tables += 1
            # A text between a question and its answer has the key of the answer.
            case blocks.Paragraph(text):
                yield _make_fixed_block(text.text, question_key)
            case blocks.Bullets(points):
                yield from (_make_fixed_block(one.text, question_key) for one in points)
            case None | blocks.PageOrientation():
                pass
            case _:
                yield from _record_block(block, anchors)
        if not isinstance(block, blocks.Paragraph | blocks.Bullets):
            question_key = block.key if isinstance(block, blocks.Question) else ""
        before = block


def _record_contents(document: blocks.Document) -> Iterator[RecordBlock]:
    for block in document.blocks:
        if isinstance(block, blocks.Heading) and is_in_contents(block):
            line = visible_text.format_heading(block)
            yield RecordBlock(BlockRole.CONTENTS, make_visible(line))


def _record_block(
    block: blocks.Cover
    | blocks.Heading
    | blocks.Question
    | blocks.Answer
    | blocks.FactLine
    | blocks.Checkboxes,
    anchors: Anchors,
) -> Iterator[RecordBlock]:
    match block:
        case blocks.Cover():
            yield from _record_cover(block, anchors)
        case blocks.Heading():
            yield from _record_heading(block, anchors)
        case blocks.Question(key, text):
            yield _make_fixed_block(text.text, key)
        case blocks.Answer():
            yield from _record_answer(block, anchors)
        case blocks.FactLine():
            yield from _record_fact_line(block, anchors)
        case blocks.Checkboxes():
            text = "\n".join(visible_text.format_checkbox(one) for one in block.boxes)
            yield _make_answer_block(anchors.next(block.key), text)


def _record_cover(cover: blocks.Cover, anchors: Anchors) -> Iterator[RecordBlock]:
    if cover.eyebrow.text:
        yield _make_fixed_block(cover.eyebrow.text)
    for line, key in ((cover.title, cover.title_key), (cover.subtitle, cover.subtitle_key)):
        if key:
            missing = line is cover.title and cover.is_untitled
            yield _make_answer_block(anchors.next(key), line.text, missing=missing)
        elif line.text or line is cover.title:
            yield _make_fixed_block(line.text)
    for fact in cover.facts:
        values = "\n".join(value.text for value in fact.values)
        yield _make_fixed_block(f"{fact.label.text}\t{values}")
    yield from (_make_fixed_block(note.text) for note in cover.notes)
    yield _make_fixed_block(cover.disclaimer.text)


def _record_heading(heading: blocks.Heading, anchors: Anchors) -> Iterator[RecordBlock]:
    prefix = visible_text.format_heading_prefix(heading)
    if prefix:
        yield replace(_make_fixed_block(prefix, heading.key), heading=heading.level)
    if heading.key:
        answer = visible_text.get_heading_answer(heading)
        entry = _make_answer_block(anchors.next(heading.key), answer)
        yield replace(entry, heading=heading.level, continues_paragraph=bool(prefix))


def _record_answer(block: blocks.Answer, anchors: Anchors) -> Iterator[RecordBlock]:
    if not visible_text.is_visible(block):
        return
    text = visible_text.format_answer(block.text.text)
    if block.key:
        yield _make_answer_block(anchors.next(block.key), text, missing=block.is_missing)
    else:
        yield _make_fixed_block(text)


def _record_fact_line(line: blocks.FactLine, anchors: Anchors) -> Iterator[RecordBlock]:
    first = next((part.key for part in line.parts if part.key), "")
    label = visible_text.format_fact_label(line)
    if label:
        yield _make_fixed_block(label, first)
    for place, part in enumerate(line.parts):
        if part.key:
            entry = _make_answer_block(
                anchors.next(part.key), part.text.text, missing=part.is_missing
            )
        else:
            entry = _make_fixed_block(part.text.text)
        yield replace(entry, continues_paragraph=bool(label or place))


def _record_table(
    table: blocks.Table, number: int, anchors: Anchors, *, is_captioned: bool
) -> Iterator[RecordBlock]:
    if is_captioned:
        yield _make_fixed_block(table.title.text)
    for index, column in enumerate(table.columns):
        text = column.head.text
        if column.translation and not column.is_vertical:
            text = f"{text}\n{column.translation.text}"
        yield _make_fixed_block(text, cell=CellPosition(number, 0, index))
    for row_number, row in enumerate(table.rows, start=1):
        question_key = next((cell.key for cell in row if cell.key), "")
        label = question_key if len(row) == len(("asked", "answer")) else ""
        for index, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            position = CellPosition(number, row_number, index)
            text = visible_text.format_cell(cell, column.type)
            if cell.key:
                anchor, missing = anchors.next(cell.key), not cell.is_answered
                yield _make_answer_block(anchor, text, missing=missing, position=position)
            else:
                whole = "\n".join((text, *(one.text for one in cell.notes)))
                yield _make_fixed_block(whole, label, position)


def _make_answer_block(
    anchor: Anchor, text: str, *, missing: bool = False, position: CellPosition | None = None
) -> RecordBlock:
    return RecordBlock(
        BlockRole.ANSWER, make_visible(text), anchor.key, missing, anchor.bookmark, position
    )


def _make_fixed_block(text: str, key: str = "", cell: CellPosition | None = None) -> RecordBlock:
    answer = parse_key(key) if key else None
    return RecordBlock(BlockRole.FIXED, make_visible(text), answer, cell=cell)
