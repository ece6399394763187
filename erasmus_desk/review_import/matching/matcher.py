"""Matching of a returned file with what was sent.

Text is matched to answers by control; by bookmark; by context, aligned with what was sent, also
where it was moved; by row and column of a table; by its own words. The rest is unmatched. How,
and what programs leave of our files: docs/decisions/0019-matching-of-returned-text.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.review_import.docx_reader.document import ReturnedDocument, Story, WordComment
from erasmus_desk.review_import.matching import hard_spaces
from erasmus_desk.review_import.matching.answer_assembly import AnswerAssembler
from erasmus_desk.review_import.matching.line_alignment import Alignment, align_lines
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.review_import.matching.lines import (
    AnswerNames,
    ReturnedLine,
    group_blocks,
    split_paragraphs,
    split_record,
)
from erasmus_desk.review_import.matching.result import (
    DocumentMatches,
    UnmatchedText,
    find_latest_author,
)
from erasmus_desk.review_import.matching.tables import TableMatcher
from erasmus_desk.review_import.matching.unmatched_lines import Assignment, UnmatchedLines
from erasmus_desk.round_trip.record import BlockRole, SentRecord

_DIGITS = re.compile(r"\d+")


def match_document(sent: SentRecord, document: ReturnedDocument) -> DocumentMatches:
    """Return the matches of a file; nothing is left out."""
    names = AnswerNames(sent)
    body = split_paragraphs((p for p in document.paragraphs if p.story is Story.BODY), names)
    outside = split_paragraphs((p for p in document.paragraphs if p.story is not Story.BODY), names)
    alignment = align_lines(split_record(sent), body)
    tables = TableMatcher(alignment, sent)
    tables.skipped.update(_find_printed_alt_text(alignment, sent))
    unmatched = UnmatchedLines(alignment, tables.assignments, tables.table_lines, tables.skipped)
    assignments = unmatched.assign()
    keeps_hard_spaces = hard_spaces.are_kept(sent, ((one.text, one.raw_text) for one in body))
    assembler = AnswerAssembler(
        alignment, assignments, tables.skipped, keeps_hard_spaces=keeps_hard_spaces
    )
    blocks_by_key = group_blocks(sent)
    answers = tuple(assembler.answers(blocks_by_key))
    found_keys = {one.key for one in answers}
    used = {assignment.sent_line for assignment in assignments.values()}
    locations = _locate_lines(alignment, assignments, assembler.answer_keys())
    marks = _count_votes(body, locations)
    outside_locations = _locate_outside(outside, marks)
    return DocumentMatches(
        answers=answers,
        unmatched=(
            *_join_unmatched(assembler.unmatched),
            *_find_deleted_text(alignment, used.union(tables.excused)),
            *_find_outside_text(outside, sent, outside_locations),
        ),
        rows_added=tuple(tables.added),
        rows_removed=tuple(tables.removed),
        comments=tuple(
            _locate_comments(document, marks | _count_votes(outside, outside_locations))
        ),
        missing=tuple(
            key
            for key, blocks in blocks_by_key.items()
            if key not in found_keys and not all(block.is_placeholder for block in blocks)
        ),
        labelled=frozenset(_find_labelled(alignment)),
        row_orders=tuple(tables.row_orders),
        guessed_orders=frozenset(tables.guessed_orders),
        is_marked=alignment.is_marked,
    )


def _find_printed_alt_text(alignment: Alignment, sent: SentRecord) -> Iterator[int]:
    """Return the lines with alternative text of tables: pandoc prints it above them."""
    known = {normalize(block.text) for block in sent.blocks if block.role is BlockRole.ALT_TEXT}
    alt_texts = {text.replace(" ", "") for text in known}
    for line in alignment.returned_lines:
        is_untouched = line.text == line.original_text and line.number not in alignment.sent_of
        if is_untouched and line.key is None and line.text.replace(" ", "") in alt_texts:
            yield line.number


def _join_unmatched(unmatched: Sequence[tuple[int, UnmatchedText]]) -> Iterator[UnmatchedText]:
    """Return unmatched text, consecutive lines joined."""
    groups: list[tuple[UnmatchedText, list[str]]] = []
    last = -1
    for number, item in unmatched:
        kind = item.reason, item.near, item.by
        is_line = item.reason is UnresolvedReason.UNPLACED and bool(groups) and number - last <= 1
        if is_line and (groups[-1][0].reason, groups[-1][0].near, groups[-1][0].by) == kind:
            groups[-1][1].append(item.text)
        else:
            groups.append((item, [item.text]))
        last = number
    return (replace(first, text="\n".join(texts)) for first, texts in groups)


def _find_deleted_text(alignment: Alignment, used: set[int | None]) -> Iterator[UnmatchedText]:
    """Return the deleted fixed text, consecutive lines joined."""
    deleted: list[str] = []
    near: Key | None = None
    for number, sent_line in enumerate(alignment.sent_lines):
        texts = [part.text for part in sent_line.parts if part.key is None]
        is_there = not alignment.is_free(number) or number in used
        if deleted and is_there:
            yield UnmatchedText("", "\n".join(deleted), near, reason=UnresolvedReason.FIXED)
            deleted = []
        if is_there or sent_line.role is BlockRole.CONTENTS or not texts:
            continue
        near = near if deleted else sent_line.key or sent_line.label_of
        deleted.append(" ".join(texts))
    if deleted:
        yield UnmatchedText("", "\n".join(deleted), near, reason=UnresolvedReason.FIXED)


def _find_outside_text(
    outside: Sequence[ReturnedLine], sent: SentRecord, locations: Mapping[int, Key]
) -> Iterator[UnmatchedText]:
    """Return text in notes, boxes, headers and footers that was not sent there.

    Headers and footers occur in several parts of a file, and programs count pages in them.
    """
    blocks = (block for block in sent.blocks if block.role is BlockRole.HEADER_FOOTER)
    known = {_mask_numbers(block.text) for block in blocks}
    for line in outside:
        is_header_or_footer = line.paragraph.story in {Story.HEADER, Story.FOOTER}
        form = _mask_numbers(line.text)
        if line.text and not (is_header_or_footer and form in known):
            text, near = f"{line.label}{line.raw_text.strip()}", locations.get(line.number)
            yield UnmatchedText(text, "", near, find_latest_author(line.runs))
            if is_header_or_footer:
                known.add(form)


def _mask_numbers(text: str) -> str:
    return _DIGITS.sub("#", normalize(text))


def _find_labelled(alignment: Alignment) -> Iterator[Key]:
    """Return the answers whose labels are present; without a label the heading counts."""
    labels: dict[Key, list[tuple[bool, int]]] = {}
    for number, sent_line in enumerate(alignment.sent_lines):
        if sent_line.label_of and sent_line.role is BlockRole.FIXED:
            labels.setdefault(sent_line.label_of, []).append((sent_line.heading > 0, number))
    for key, entries in labels.items():
        closest = [number for is_heading, number in entries if not is_heading]
        if any(not alignment.is_free(one) for one in closest or [number for _, number in entries]):
            yield key


def _locate_lines(
    alignment: Alignment, assignments: Mapping[int, Assignment], answers: Mapping[int, Key]
) -> dict[int, Key]:
    """Return for each line the answer that a comment on it is about."""
    found: dict[int, Key] = {}
    last: Key | None = None
    for line in alignment.returned_lines:
        matched = [alignment.sent_lines[at] for at in alignment.sent_of.get(line.number, ())]
        assignment = assignments.get(line.number)
        near = next(filter(None, (line.key or line.label_of for line in matched)), None)
        last = (
            line.key
            or answers.get(line.number)
            or near
            or (assignment.key or assignment.near if assignment else None)
            or last
        )
        if last is not None:
            found[line.number] = last
    return found


def _locate_outside(
    outside: Sequence[ReturnedLine], marks: Mapping[str, Counter[Key]]
) -> dict[int, Key]:
    """Return for each line of a note or box the answer at its place, also of one in another."""
    places = {name: votes.most_common(1)[0][0] for name, votes in marks.items()}
    found: dict[int, Key] = {}
    for line in outside:
        near = places.get(line.paragraph.anchor)
        if near is not None:
            found[line.number] = near
            for run in line.runs:
                places |= {name: near for name in run.comments if name not in places}
    return found


def _count_votes(
    lines: Sequence[ReturnedLine], locations: Mapping[int, Key]
) -> dict[str, Counter[Key]]:
    """Return for each comment and mark of a place how much of it is at each answer."""
    votes: dict[str, Counter[Key]] = {}
    for line in lines:
        for run, key in zip(line.runs, line.keys, strict=True):
            at = key or locations.get(line.number)
            for name in run.comments:
                if at is not None:
                    votes.setdefault(name, Counter())[at] += 1 + len(run.text.strip())
    return votes


def _locate_comments(
    document: ReturnedDocument, votes: Mapping[str, Counter[Key]]
) -> Iterator[tuple[WordComment, Key | None]]:
    """Return the comments, each with the answer that most of its words belong to."""
    for comment in document.comments:
        own = votes.get(comment.id) or votes.get(comment.parent or comment.id)
        yield comment, own.most_common(1)[0][0] if own else None
