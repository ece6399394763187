"""Small records and returned documents made by hand."""

import re
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.review_import.docx_reader.document import (
    ContentControl,
    Paragraph,
    ReturnedDocument,
    Revision,
    RevisionAuthor,
    Run,
    WordComment,
)
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.review_import.matching.matcher import match_document
from erasmus_desk.review_import.matching.result import DocumentMatches, MatchedAnswer, UnmatchedText
from erasmus_desk.round_trip.record import (
    BlockRole,
    CellPosition,
    RecordBlock,
    RecordTable,
    SentRecord,
    make_answer_tag,
)
from erasmus_desk.round_trip.visible_text import replace_unsupported, split_lines

ANNA, BEN = RevisionAuthor("Anna"), RevisionAuthor("Ben")


def make_fixed(
    text: str, label_of: str = "", heading: int = 0, cell: CellPosition | None = None
) -> RecordBlock:
    key = Key.parse(label_of) if label_of else None
    return RecordBlock(BlockRole.FIXED, text, key, heading=heading, cell=cell)


def make_answer(
    key: str, text: str, cell: CellPosition | None = None, *, missing: bool = False
) -> RecordBlock:
    return RecordBlock(BlockRole.ANSWER, text, Key.parse(key), missing, f"_Desk_{key}", cell)


def make_question(key: str, label: str, text: str) -> tuple[RecordBlock, RecordBlock]:
    return make_fixed(label, key), make_answer(key, text)


def make_record(
    blocks: Iterable[RecordBlock],
    values: dict[str, Value] | None = None,
    tables: Sequence[RecordTable] = (),
) -> SentRecord:
    own = tuple(blocks)
    texts: dict[Key, Value] = {
        one.key: one.text
        for one in own
        if one.role is BlockRole.ANSWER and one.key and not one.is_placeholder
    }
    texts |= {Key.parse(name): value for name, value in (values or {}).items()}
    return SentRecord("d", "s", "p", "clean", "en", own, tuple(tables), MappingProxyType(texts))


def make_paragraph(
    text: str,
    key: str = "",
    *,
    cell: CellPosition | None = None,
    heading: int = 0,
    anchor: str = "",
    comments: tuple[str, ...] = (),
) -> Paragraph:
    control = (
        ContentControl(key if len(key) < 60 else make_answer_tag(Key.parse(key)), 1)
        if key
        else None
    )
    run = Run(text, control=control, bookmarks=(anchor,) if anchor else (), comments=comments)
    return Paragraph((run,), cell=cell, heading=heading)


def make_mixed(*parts: str | tuple[str, str], cell: CellPosition | None = None) -> Paragraph:
    """A paragraph of several runs: words, or the key of a control and its words."""
    made = [
        Run(one) if isinstance(one, str) else Run(one[1], control=ContentControl(one[0], 1))
        for one in parts
    ]
    return Paragraph(tuple(made), cell=cell)


def make_tracked(*parts: str | Run, key: str = "", cell: CellPosition | None = None) -> Paragraph:
    """A paragraph with tracked changes: `insert_run`, `delete_run` and plain words."""
    control = ContentControl(key, 1) if key else None
    own = [one if isinstance(one, Run) else Run(one) for one in parts]
    return Paragraph(tuple(replace(one, control=control) for one in own), cell=cell)


def insert_run(text: str, by: RevisionAuthor = ANNA) -> Run:
    return Run(text, Revision.INSERTED, by)


def delete_run(text: str, by: RevisionAuthor = ANNA) -> Run:
    return Run(text, Revision.DELETED, by)


def list_sent(sent: SentRecord, *, controls: bool = True) -> list[Paragraph]:
    """The paragraphs of the document as sent."""
    made: list[Paragraph] = []
    control: ContentControl | None = None
    for number, block in enumerate(sent.blocks):
        is_answer = block.role is BlockRole.ANSWER and block.key is not None
        control = (
            ContentControl(make_answer_tag(block.key), number) if is_answer and block.key else None
        )
        shown_control = control if controls else None
        for place, text in enumerate(split_lines(replace_unsupported(block.text))):
            run = Run(text, control=shown_control)
            if block.continues_paragraph and not place:
                made[-1] = replace(made[-1], runs=(*made[-1].runs, run))
            elif text.strip() or block.cell:
                made.append(Paragraph((run,), cell=block.cell, heading=block.heading))
    return made


def make_document(
    returned: Iterable[Paragraph], comments: Iterable[WordComment] = ()
) -> ReturnedDocument:
    return ReturnedDocument("file.docx", "digest", tuple(returned), tuple(comments))


def match_paragraphs(sent: SentRecord, returned: Iterable[Paragraph]) -> DocumentMatches:
    found = match_document(sent, make_document(returned))
    check_nothing_is_lost(sent, list(returned), found)
    return found


def get_changed(found: DocumentMatches) -> dict[str, str]:
    """The changed answers, each with its text."""
    return {str(one.key): get_text(one) for one in found.answers if one.is_changed}


def get_text(found: MatchedAnswer) -> str:
    return "\n".join(one.text for one in found.paragraphs)


def list_unmatched(unmatched: Iterable[UnmatchedText]) -> list[tuple[str, str]]:
    return [(one.text, one.sent_text) for one in unmatched]


_PAGE = re.compile(r"\s\d+$")
"""The page behind an entry of the contents."""


def check_nothing_is_lost(
    sent: SentRecord, returned: Sequence[Paragraph], found: DocumentMatches
) -> None:
    """Every word of the file was sent, is in an answer, a row, or unmatched; and the reverse."""
    known = {
        normalize(part)
        for block in sent.blocks
        for part in split_lines(replace_unsupported(block.text))
    }
    entries = {normalize(one.text) for one in sent.blocks if one.role is BlockRole.CONTENTS}
    rows = [text for row in found.rows_added for _, own in row.cells for text in own]
    homes = [
        *(one.text for each in found.answers for one in each.paragraphs),
        *(one.text for one in rows),
        *(one.text for one in found.unmatched),
    ]
    there = {normalize(text) for home in homes for text in split_lines(home)} | known
    tables = {table.table for table in sent.tables}
    for one in returned:
        is_listed = one.cell is not None and one.cell.table in tables
        for text in map(normalize, split_lines(one.text)):
            if is_listed and text.isdecimal():
                continue  # the running numbers of rows follow them
            if normalize(_PAGE.sub("", text)) in entries:
                continue  # Word renews the pages of the contents
            assert not text or text in there or _is_made_of(text, there), f"lost: {text!r}"
    left = {normalize(text) for one in returned for text in split_lines(one.text)}
    deleted = " \x00 ".join(
        normalize(part) for one in found.unmatched for part in split_lines(one.sent_text)
    )
    keys = {one.key for one in found.answers} | set(found.missing)
    keys |= {Key(name, row.item) for row in found.rows_removed for name in row.table.questions}
    for block in sent.blocks:
        if block.role is BlockRole.FIXED and not block.cell:
            for text in map(normalize, split_lines(replace_unsupported(block.text))):
                is_there = text in left or any(text in one for one in left)
                assert not text or is_there or text in deleted, f"taken out unseen: {text!r}"
        elif block.role is BlockRole.ANSWER and block.key and not block.is_placeholder:
            assert block.key in keys, f"gone unseen: {block.key}"


def _is_made_of(text: str, parts: set[str]) -> bool:
    """Whether a line is nothing but such parts, one behind the other."""
    usable = [part for part in parts if part and part in text]
    ends = {0}
    for at in range(len(text)):
        if at in ends and text[at] == " ":
            ends.add(at + 1)
        elif at in ends:
            ends |= {at + len(part) for part in usable if text.startswith(part, at)}
    return len(text) in ends
