"""Assembly of answers from assigned lines; the rest becomes unmatched text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.review_import.docx_reader.document import Paragraph, Run, join_text
from erasmus_desk.review_import.docx_reader.numbering import BULLET
from erasmus_desk.review_import.matching import hard_spaces
from erasmus_desk.review_import.matching.line_alignment import Alignment
from erasmus_desk.review_import.matching.line_splitting import (
    Segment,
    split_by_keys,
    split_by_words,
)
from erasmus_desk.review_import.matching.line_texts import normalize, normalize_lines
from erasmus_desk.review_import.matching.lines import ReturnedLine, SentLine
from erasmus_desk.review_import.matching.result import (
    MatchBasis,
    MatchedAnswer,
    UnmatchedText,
    find_latest_author,
)
from erasmus_desk.review_import.matching.unmatched_lines import Assignment
from erasmus_desk.round_trip.record import BlockRole, RecordBlock

_BULLET_SIGNS = "-*•–—·▪◦‣●○■➢➤→✓"
_TYPED_BULLET = re.compile(rf"[{_BULLET_SIGNS}]\s")
_PROMPT = re.compile(
    r"(?:click|klik|clique|klicken|haga|pulse|fare|kliknij|kattints)\b", re.IGNORECASE
)
"""How Word's own text in an empty control begins."""


class _AnswerPart(Struct, frozen=True, gc=False):
    """A segment of an answer, in one of the blocks that show it."""

    key: Key
    line: ReturnedLine
    segment: Segment
    basis: MatchBasis


class AnswerAssembler:
    """Assigns each line once; `unmatched` holds text without an answer, by line number."""

    def __init__(
        self,
        alignment: Alignment,
        assignments: Mapping[int, Assignment],
        skipped: set[int],
        *,
        keeps_hard_spaces: bool,
    ) -> None:
        self._alignment, self._assignments, self._skipped = alignment, assignments, skipped
        self._keeps_hard_spaces = keeps_hard_spaces
        self._parts: list[_AnswerPart] = []
        self.unmatched: list[tuple[int, UnmatchedText]] = []
        for line in alignment.returned_lines:
            if line.number not in skipped:
                self._add_line(line)
        self._add_blank_lines()

    def answer_keys(self) -> dict[int, Key]:
        """Return the answer of each line that belongs to one."""
        return {part.line.number: part.key for part in reversed(self._parts)}

    def answers(self, shown: Mapping[Key, Sequence[RecordBlock]]) -> Iterator[MatchedAnswer]:
        """Return the answers, each version once if an answer was shown several times."""
        parts_by_key: dict[Key, dict[int, list[_AnswerPart]]] = {}
        for part in sorted(self._parts, key=lambda one: one.line.number):
            parts_by_key.setdefault(part.key, {}).setdefault(part.segment.block, []).append(part)
        for key, by_block in parts_by_key.items():
            sent = _SentTexts(shown.get(key, ()), keeps_hard_spaces=self._keeps_hard_spaces)
            versions = [_build_answer(key, parts, sent) for parts in by_block.values()]
            unique = {texts: one for texts, one in reversed(versions) if one.is_changed}
            yield from reversed(unique.values()) if unique else (versions[0][1],)

    def _add_line(self, line: ReturnedLine) -> None:
        sent_numbers = self._alignment.sent_of.get(line.number)
        assignment = self._assignments.get(line.number)
        if line.key is not None:
            self._add_known(line, sent_numbers or ())
        elif sent_numbers is not None:
            self._add_aligned(line, [self._alignment.sent_lines[at] for at in sent_numbers])
        elif assignment is not None:
            self._add_assigned(line, assignment)

    def _add_known(self, line: ReturnedLine, sent_numbers: Sequence[int]) -> None:
        """Add a line with known answers; `sent_numbers` are the sent lines of its answer."""
        sent = [self._alignment.sent_lines[at] for at in sent_numbers]
        returned = self._alignment.returned_of.get(sent_numbers[0], []) if sent_numbers else []
        first = sent[0] if sent and returned[0] == line.number else None
        last = sent[-1] if sent and returned[-1] == line.number else None
        block = sent[0].block if sent else -1 - line.number
        if not sent and self._parts and self._parts[-1].key == line.key:
            block = self._parts[-1].segment.block
        for segment in split_by_keys(line, first, last):
            is_placed = segment.block >= 0
            self._add_segment(line, segment if is_placed else replace(segment, block=block))

    def _add_aligned(self, line: ReturnedLine, sent_lines: Sequence[SentLine]) -> None:
        if any(sent.role is BlockRole.CONTENTS for sent in sent_lines):
            return
        parts = [part for sent in sent_lines for part in sent.parts]
        keys = {part.key for part in parts}
        if len(keys) == 1 and None not in keys:
            self._add_segment(line, Segment(parts[0].key, sent_lines[0].block, line.runs))
        elif len(keys) > 1:
            for segment in split_by_words(line, parts):
                self._add_segment(line, segment)
        elif not self._is_split(line, sent_lines):
            sent_text = "\n".join(sent.text for sent in sent_lines)
            near = next((sent.label_of for sent in sent_lines if sent.label_of), None)
            if normalize(sent_text) != line.text:
                segment = Segment(None, -1, line.runs, sent_text, is_fixed=True)
                self._add_fixed_text(line, segment, near)

    def _is_split(self, line: ReturnedLine, sent_lines: Sequence[SentLine]) -> bool:
        """Return whether fixed text was only split into more paragraphs."""
        if len(sent_lines) > 1:
            return False
        numbers = self._alignment.returned_of[self._alignment.sent_of[line.number][0]]
        texts = [self._alignment.returned_lines[one].raw_text for one in numbers]
        return len(texts) > 1 and normalize("".join(texts)) == sent_lines[0].text

    def _add_assigned(self, line: ReturnedLine, assignment: Assignment) -> None:
        number = assignment.sent_line
        sent = self._alignment.sent_lines[number] if number is not None else None
        if sent and len(sent.parts) > 1:
            for segment in split_by_words(line, sent.parts):
                self._add_segment(line, segment, assignment.basis)
        elif assignment.key is not None:
            segment = Segment(assignment.key, assignment.block, line.runs)
            self._add_segment(line, segment, assignment.basis)
        elif sent is not None:
            segment = Segment(None, -1, line.runs, sent.text, is_fixed=True)
            self._add_fixed_text(line, segment, assignment.near)
        elif line.text:
            text, by = f"{line.label}{line.raw_text.strip()}", find_latest_author(line.runs)
            self.unmatched.append((line.number, UnmatchedText(text, "", assignment.near, by)))

    def _add_segment(
        self, line: ReturnedLine, segment: Segment, basis: MatchBasis = MatchBasis.CONTEXT
    ) -> None:
        if segment.key is not None:
            segment_runs = {id(run) for run in segment.runs}
            keyed = segment.runs and all(
                key == segment.key or not run.text.strip()
                for run, key in zip(line.runs, line.keys, strict=True)
                if id(run) in segment_runs
            )
            segment_basis = line.basis if keyed and line.key else basis
            self._parts.append(_AnswerPart(segment.key, line, segment, segment_basis))
        elif normalize(segment.raw_text) != segment.sent_text:
            near = next((part.key for part in reversed(self._parts) if part.line is line), None)
            self._add_fixed_text(line, segment, near or line.key)

    def _add_fixed_text(self, line: ReturnedLine, segment: Segment, near: Key | None) -> None:
        """Add changed fixed text to the unmatched text, unless only blanks are changed.

        What goes through HTML has the bullet of an item as its first character.
        """
        text, by = segment.raw_text.strip(), find_latest_author(segment.runs or line.runs)
        bullet = _TYPED_BULLET.match(text)
        bare = text[bullet.end() :] if bullet else text
        if _join_words(segment.sent_text) in {_join_words(text), _join_words(bare)}:
            return
        unmatched = UnmatchedText(text, segment.sent_text, near, by, UnresolvedReason.FIXED)
        self.unmatched.append((line.number, unmatched))

    def _add_blank_lines(self) -> None:
        """Add blank lines to the answer around them."""
        by_number = {part.line.number: part for part in self._parts}
        for number, next_number in pairwise(sorted(by_number)):
            before, after = by_number[number], by_number[next_number]
            is_same = (before.key, before.segment.block) == (after.key, after.segment.block)
            if not is_same or before.line.cell != after.line.cell:
                continue
            between = self._alignment.returned_lines[number + 1 : next_number]
            if all(not line.text for line in between):
                for line in between:
                    segment = Segment(before.key, before.segment.block, line.runs)
                    self._parts.append(_AnswerPart(before.key, line, segment, before.basis))


def _join_words(text: str) -> str:
    """Return a text without any blanks."""
    return "".join(normalize(text).split())


_Texts = tuple[str, ...]
"""The non-blank lines of an answer, normalized."""


class _SentTexts:
    """The texts that show an answer, and those that stand for a missing one."""

    def __init__(self, blocks: Sequence[RecordBlock], *, keeps_hard_spaces: bool) -> None:
        self.keeps_hard_spaces = keeps_hard_spaces
        self._raw_texts = [one.text for one in blocks if not one.is_placeholder]
        texts = {(one.text, one.is_placeholder) for one in blocks}
        lines = [(tuple(normalize_lines([text])), is_missing) for text, is_missing in texts]
        self.shown = {one for one, is_missing in lines if not is_missing}
        self.placeholders = {one for one, is_missing in lines if is_missing}

    def has_changed_hard_spaces(self, texts: Sequence[str]) -> bool:
        """Return whether lines that are otherwise as sent have other no-break spaces."""
        if not self.keeps_hard_spaces or not any(
            map(hard_spaces.has_hard_spaces, (*texts, *self._raw_texts))
        ):
            return False
        sent = [normalize_lines([hard_spaces.to_signs(one)]) for one in self._raw_texts]
        return normalize_lines(map(hard_spaces.to_signs, texts)) not in sent

    def find_label(self, line: ReturnedLine) -> str:
        """Return the bullet or number of a line, empty if it was typed too.

        Programs make lists of lines that begin with a sign. If it was sent, it is that sign.
        """
        if not line.label or not line.text:
            return ""
        sign = line.label.strip()
        if line.text.startswith(f"{sign} ") or (
            sign == BULLET.strip() and _TYPED_BULLET.match(line.text)
        ):
            return ""
        indent = line.label[: len(line.label) - len(line.label.lstrip())]
        if sign == BULLET.strip():
            sent_lines = {text for texts in self.shown for text in texts}
            typed = (one for one in _BULLET_SIGNS if f"{one} {line.text}" in sent_lines)
            sign = next(typed, sign)
        return f"{indent}{sign} "


def _build_answer(
    key: Key, parts: Sequence[_AnswerPart], sent: _SentTexts
) -> tuple[_Texts, MatchedAnswer]:
    paragraphs: list[Paragraph] = []
    texts: list[str] = []
    last: Paragraph | None = None
    for line, own in groupby(parts, attrgetter("line")):
        runs = tuple(run for part in own for run in part.segment.runs)
        # A line after a break has no space of its own above it.
        space = 0 if line.paragraph is last else line.paragraph.space_before
        label = sent.find_label(line) if runs == line.runs else ""
        paragraphs.append(replace(line.paragraph, runs=runs, space_before=space, list_label=label))
        text = line.text if runs == line.runs else normalize(join_text(runs))
        texts.append(normalize(f"{label}{text}") if label else text)
        last = line.paragraph
    shown = tuple(filter(None, texts))
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    is_empty = _is_empty(shown, runs, sent)
    if is_empty:
        is_same = bool(sent.placeholders)
    else:
        is_same = shown in sent.shown and not sent.has_changed_hard_spaces(
            [paragraph.shown_text for paragraph in paragraphs]
        )
    basis = max(part.basis for part in parts)
    author = find_latest_author(runs)
    keeps = sent.keeps_hard_spaces
    return shown, MatchedAnswer(key, tuple(paragraphs), is_empty, author, basis, not is_same, keeps)


def _is_empty(texts: _Texts, runs: Sequence[Run], sent: _SentTexts) -> bool:
    """Return whether an answer is blank or shows only the text for a missing answer.

    Programs may leave the placeholder mark on a control that was filled in, so that the mark alone
    does not tell for an answer that was missing before.
    """
    if not texts or texts in sent.placeholders:
        return True
    is_placeholder = all(
        run.control and run.control.shows_placeholder for run in runs if run.text.strip()
    )
    return is_placeholder and (not sent.placeholders or bool(_PROMPT.match(texts[0])))
