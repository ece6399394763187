"""Sent lines and returned lines in comparable form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import Paragraph, Revision, Run, join_text
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.review_import.matching.result import MatchBasis
from erasmus_desk.round_trip.record import (
    BlockRole,
    CellPosition,
    RecordBlock,
    SentRecord,
    make_answer_tag,
)
from erasmus_desk.round_trip.visible_text import LINE_BREAK, split_lines

_PAGE_NUMBER = re.compile(r"[\s.…·_]*\b(?:\d+|[ivxlc]+)$")
_NOT_SENT_HERE = {Revision.INSERTED, Revision.MOVED_FROM}


class LinePart(Struct, frozen=True):
    """A part of a sent line: the number of its block, and its text."""

    block: int
    key: Key | None
    text: str


class SentLine(Struct, frozen=True):
    """A line that was sent, except blank ones.

    `key` is that of its answer, `label_of` that of the answer it is the label of.
    """

    text: str
    parts: tuple[LinePart, ...]
    role: BlockRole
    key: Key | None
    label_of: Key | None
    cell: CellPosition | None
    heading: int

    @property
    def block(self) -> int:
        """The number of its answer's block, or else of its first."""
        return next((part.block for part in self.parts if part.key), self.parts[0].block)


class ReturnedLine(Struct, frozen=True, eq=False):
    """A line of the file: a paragraph, or part of one between line breaks.

    `text` is the current text, `original_text` the one before tracked changes, both normalized.
    `keys` are the answers that its runs are known to belong to.
    """

    number: int
    paragraph: Paragraph
    runs: tuple[Run, ...]
    text: str
    original_text: str
    keys: tuple[Key | None, ...]
    basis: MatchBasis

    @property
    def key(self) -> Key | None:
        """The first answer known to be in it."""
        return next((key for key in self.keys if key), None)

    @property
    def cell(self) -> CellPosition | None:
        """Its cell, if it is in a table."""
        return self.paragraph.cell

    @property
    def raw_text(self) -> str:
        """The text without normalization."""
        return join_text(self.runs)

    @property
    def original_raw_text(self) -> str:
        """The text before tracked changes, with deleted line ends."""
        return "".join(run.text for run in self.runs if _was_sent(run))


def strip_page_number(text: str) -> str:
    """Return an entry of a table of contents without its page number, which Word updates."""
    return normalize(_PAGE_NUMBER.sub("", text))


def split_record(sent: SentRecord) -> list[SentLine]:
    """Return the lines that were sent. Blocks that continue a paragraph share its line."""
    open_parts: list[LinePart] = []
    found: list[SentLine] = []
    for number, block in enumerate(sent.blocks):
        if block.role in {BlockRole.HEADER_FOOTER, BlockRole.ALT_TEXT}:
            continue
        key = block.key if block.role is BlockRole.ANSWER else None
        if open_parts and not block.continues_paragraph:
            found.extend(_build_sent_line(open_parts, sent))
            open_parts = []
        for place, text in enumerate(split_lines(block.text)):
            if place:
                found.extend(_build_sent_line(open_parts, sent))
                open_parts = []
            open_parts = [*open_parts, LinePart(number, key, normalize(text))]
    return [*found, *_build_sent_line(open_parts, sent)]


def _build_sent_line(parts: list[LinePart], sent: SentRecord) -> Iterator[SentLine]:
    nonempty = tuple(part for part in parts if part.text)
    if not nonempty:
        return
    blocks = [sent.blocks[part.block] for part in nonempty]
    answer = next((block for block in blocks if block.role is BlockRole.ANSWER), None)
    yield SentLine(
        " ".join(part.text for part in nonempty),
        nonempty,
        (answer or blocks[0]).role,
        answer.key if answer else None,
        next((block.key for block in blocks if block.role is BlockRole.FIXED and block.key), None),
        blocks[0].cell,
        blocks[0].heading,
    )


class AnswerNames:
    """The tags of controls and names of bookmarks of the answers in a record."""

    def __init__(self, sent: SentRecord) -> None:
        keys = set(group_blocks(sent))
        for table in sent.tables:
            keys |= {Key(name, item) for name in table.questions if name for item in table.items}
        self._keys_by_tag = {make_answer_tag(key): key for key in keys}
        self._keys_by_bookmark = {
            one.anchor: one.key for one in sent.blocks if one.anchor and one.key
        }

    def find_answer(self, run: Run) -> tuple[Key | None, MatchBasis]:
        """Return the answer of a run, by its control or by a bookmark.

        A check box has a control of its own, with the option behind the answer's tag.
        """
        if run.control is not None:
            name = run.control.tag
            key = self._keys_by_tag.get(name) or self._keys_by_tag.get(name.rpartition("=")[0])
            if key is not None:
                return key, MatchBasis.CONTROL
        for name in reversed(run.bookmarks):
            if name in self._keys_by_bookmark:
                return self._keys_by_bookmark[name], MatchBasis.BOOKMARK
        return None, MatchBasis.CONTEXT


def split_paragraphs(paragraphs: Iterable[Paragraph], names: AnswerNames) -> list[ReturnedLine]:
    """Return the lines of the file, several for a paragraph with line breaks."""
    found: list[ReturnedLine] = []
    for paragraph in paragraphs:
        for runs in _split_at_breaks(paragraph.runs):
            known = [names.find_answer(run) for run in runs]
            found.append(
                ReturnedLine(
                    len(found),
                    paragraph,
                    runs,
                    normalize(join_text(runs)),
                    normalize("".join(run.text for run in runs if _was_sent(run))),
                    tuple(key for key, _ in known),
                    min((basis for key, basis in known if key), default=MatchBasis.CONTEXT),
                )
            )
    return found


def _was_sent(run: Run) -> bool:
    return run.revision not in _NOT_SENT_HERE and not run.inserted_then_deleted


def _split_at_breaks(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Split a paragraph at its line breaks."""
    parts: list[Run] = []
    for run in runs:
        if run.revision.is_removed:
            parts.append(run)
            continue
        first, *rest = LINE_BREAK.split(run.text)
        parts.append(run.with_text(first))
        for text in rest:
            yield tuple(parts)
            parts = [run.with_text(text)]
    yield tuple(parts)


def group_blocks(sent: SentRecord) -> Mapping[Key, tuple[RecordBlock, ...]]:
    """Return the blocks that show each answer."""
    found: dict[Key, list[RecordBlock]] = {}
    for block in sent.blocks:
        if block.role is BlockRole.ANSWER and block.key is not None:
            found.setdefault(block.key, []).append(block)
    return {key: tuple(blocks) for key, blocks in found.items()}
