"""Sent lines and returned lines in comparable form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
from erasmus_desk.round_trip.visible_text import split_lines

_PAGE_NUMBER = re.compile(r"[\s.…·_]*(?:\b(?:\d+|[ivxlc]+)|\[(?:\d+|[ivxlc]+)\]\(#[^()\s]*\))$")
"""A page number, also as the link of Markdown that pandoc makes of it."""
LEADERS = " .…·_"
"""The characters between an entry of a table of contents and its page number."""
_OUTSIDE_BODY = (BlockRole.HEADER_FOOTER, BlockRole.ALT_TEXT)
_NOT_SENT_HERE = (Revision.INSERTED, Revision.MOVED_FROM)


class LinePart(Struct, frozen=True, gc=False):
    """A part of a sent line: the number of its block, and its text.

    `text` is normalized; `raw_text` has the blanks between this part and the next.
    """

    block: int
    key: Key | None
    text: str
    raw_text: str


class SentLine(Struct, frozen=True, gc=False):
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


class ReturnedLine(Struct, frozen=True, eq=False, gc=False):
    """A line of the file: a paragraph, or part of one between line breaks.

    `text` is the current text, `original_text` the one before tracked changes, both normalized.
    `keys` are the answers that its runs are known to belong to, `key` the first of them. `label`
    is the bullet or number before it.
    """

    number: int
    paragraph: Paragraph
    runs: tuple[Run, ...]
    text: str
    original_text: str
    keys: tuple[Key | None, ...]
    key: Key | None
    basis: MatchBasis
    label: str = ""

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
    found = _PAGE_NUMBER.search(text)
    return normalize(text[: found.start()]) if found else text


def split_record(sent: SentRecord) -> list[SentLine]:
    """Return the lines that were sent. Blocks that continue a paragraph share its line."""
    lines: list[list[LinePart]] = [[]]
    known_texts: dict[str, list[tuple[str, str]]] = {}
    for number, block in enumerate(sent.blocks):
        if block.role in _OUTSIDE_BODY:
            continue
        key = block.key if block.role is BlockRole.ANSWER else None
        # The same answer is shown in several blocks.
        if block.text not in known_texts:
            known_texts[block.text] = [(normalize(one), one) for one in split_lines(block.text)]
        first, *rest = [LinePart(number, key, *texts) for texts in known_texts[block.text]]
        if block.continues_paragraph:
            lines[-1].append(first)
        else:
            lines.append([first])
        lines += ([part] for part in rest)
    nonempty = (tuple(part for part in parts if part.text) for parts in lines)
    return [_build_sent_line(parts, sent.blocks) for parts in nonempty if parts]


def _build_sent_line(parts: tuple[LinePart, ...], all_blocks: Sequence[RecordBlock]) -> SentLine:
    """Return the line of parts with text; the first answer in it gives its role."""
    blocks = [all_blocks[part.block] for part in parts]
    answer: RecordBlock | None = None
    label_of: Key | None = None
    for block in blocks:
        if block.role is BlockRole.ANSWER:
            answer = answer or block
        elif block.role is BlockRole.FIXED:
            label_of = label_of or block.key
    return SentLine(
        parts[0].text if len(parts) == 1 else normalize("".join([one.raw_text for one in parts])),
        parts,
        (answer or blocks[0]).role,
        answer.key if answer else None,
        label_of,
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
        label = paragraph.list_label
        for runs in _split_at_breaks(paragraph.runs):
            known = [names.find_answer(run) for run in runs]
            keys = tuple([key for key, _ in known])
            current, original = join_text(runs), "".join(run.text for run in runs if _was_sent(run))
            text = normalize(current)
            found.append(
                ReturnedLine(
                    len(found),
                    paragraph,
                    runs,
                    text,
                    text if original == current else normalize(original),
                    keys,
                    next(filter(None, keys), None),
                    min((basis for key, basis in known if key), default=MatchBasis.CONTEXT),
                    label,
                )
            )
            label = ""
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
        first, *rest = split_lines(run.text)
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
