"""Assignment of lines without a match, from the lines around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.matching.line_alignment import Alignment
from erasmus_desk.review_import.matching.lines import ReturnedLine, strip_page_number
from erasmus_desk.review_import.matching.result import MatchBasis
from erasmus_desk.review_import.matching.sequence_alignment import (
    MAX_PAIRS,
    count_trigrams,
    measure_similarity,
    pair_by_similarity,
)

_MIN_ANSWER_SIMILARITY = 0.6
"""Similarity from which text anywhere in the file is taken for an answer."""
_MIN_DISTINCT_LENGTH = 40
"""Characters that a text needs to be identified by its own words."""
_MAX_SHARING, _MAX_COMPARED = 20, 3
"""Texts that may share three words before these are too common; texts compared in full."""


class Assignment(Struct, frozen=True, gc=False):
    """What an unmatched line belongs to.

    An answer, in that block; or the changed fixed text of a sent line; or nothing, near an answer.
    """

    key: Key | None = None
    block: int = -1
    sent_line: int | None = None
    near: Key | None = None
    basis: MatchBasis = MatchBasis.CONTEXT


class DisplacedAnswers:
    """The answers without any line, to be identified by their words."""

    def __init__(self, alignment: Alignment, assignments: Mapping[int, Assignment]) -> None:
        found = {key for line in alignment.returned_lines for key in line.keys}
        found |= {assignment.key for assignment in assignments.values()}
        found |= {alignment.sent_lines[at].key for at in alignment.returned_of} | {None}
        self._sent_lines = [sent for sent in alignment.sent_lines if sent.key not in found]
        self._by_words: dict[str, list[int]] = {}
        for number, sent in enumerate(self._sent_lines):
            for group in _group_words(sent.text):
                self._by_words.setdefault(group, []).append(number)
        self._last: Key | None = None

    def reset(self) -> None:
        """Forget the last answer, as other lines follow."""
        self._last = None

    def find_similar(self, line: ReturnedLine) -> Assignment | None:
        """Return the answer with the same words as this line, if any."""
        votes = Counter(
            one
            for group in _group_words(line.text)
            if len(numbers := self._by_words.get(group, [])) <= _MAX_SHARING
            for one in numbers
        )
        is_short = len(line.text) < _MIN_DISTINCT_LENGTH
        for number, _ in votes.most_common(_MAX_COMPARED):
            sent = self._sent_lines[number]
            if is_short and not (sent.key == self._last and sent.text == line.text):
                continue
            score = measure_similarity(count_trigrams(line.text), count_trigrams(sent.text))
            if score >= _MIN_ANSWER_SIMILARITY:
                self._last = sent.key
                return Assignment(sent.key, sent.block, basis=MatchBasis.SIMILARITY)
        return None


def _group_words(text: str) -> set[str]:
    """Return the groups of three words of a text, or all of a shorter one."""
    words = text.casefold().split()
    return {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))}


class UnmatchedLines:
    """Assigns every line that has no match.

    `table_lines` are sent lines that the table matcher handles.
    """

    def __init__(
        self,
        alignment: Alignment,
        assignments: dict[int, Assignment],
        table_lines: set[int],
        skipped: set[int],
    ) -> None:
        self._alignment = alignment
        self._is_marked = alignment.is_marked
        self._skipped = skipped
        self._assignments = assignments
        self._table_lines = table_lines
        self._used = {assignment.sent_line for assignment in assignments.values()}
        self._first = {sent.key: at for at, sent in reversed(list(enumerate(alignment.sent_lines)))}
        self._displaced = DisplacedAnswers(alignment, self._assignments)
        lines = alignment.returned_lines
        self._texts = {line.text for line in lines if not line.paragraph.is_toc_entry}

    def assign(self) -> dict[int, Assignment]:
        """Return the assignments of all lines without a match."""
        gap: list[ReturnedLine] = []
        last: int | None = None
        for line in self._alignment.returned_lines:
            if line.number in self._skipped:
                self._assign_gap(gap, last, None)
                gap = []
            elif self._is_located(line):
                sent_numbers = self._find_sent_lines(line)
                self._assign_gap(gap, last, sent_numbers[0] if sent_numbers else None)
                gap = []
                last = sent_numbers[-1] if sent_numbers else last
            elif line.text and not self._is_entry(line):
                gap.append(line)
        self._assign_gap(gap, last, None)
        return self._assignments

    def _is_located(self, line: ReturnedLine) -> bool:
        number = line.number
        is_known = number in self._alignment.sent_of or number in self._assignments
        return is_known or line.key is not None

    def _is_entry(self, line: ReturnedLine) -> bool:
        """Return whether a line is an entry of the contents, updated from a line of the text."""
        return line.paragraph.is_toc_entry and strip_page_number(line.text) in self._texts

    def _find_sent_lines(self, line: ReturnedLine) -> tuple[int, ...]:
        if found := self._alignment.sent_of.get(line.number):
            return tuple(sorted(found))
        assignment = self._assignments.get(line.number)
        if assignment and assignment.sent_line is not None:
            return (assignment.sent_line,)
        key = line.key or (assignment.key if assignment else None)
        return (self._first[key],) if key in self._first else ()

    def _assign_gap(self, gap: list[ReturnedLine], last: int | None, ahead: int | None) -> None:
        # Lines of the text are no continuation of those of tables.
        for _, stretch in groupby(gap, lambda line: line.cell is None):
            self._assign_stretch(list(stretch), last, ahead)

    def _assign_stretch(
        self, stretch: list[ReturnedLine], last: int | None, ahead: int | None
    ) -> None:
        """Assign consecutive lines between two matched ones."""
        matches = self._match_changed(stretch, last, ahead)
        next_lines = _find_next_matches(matches, ahead)
        self._displaced.reset()
        is_new_section = False
        cached: tuple[int | None, int | None, Assignment] | None = None
        for place, (line, sent) in enumerate(zip(stretch, matches, strict=True)):
            if sent is not None:
                self._assign_line(line, sent)
                last, is_new_section = sent, False
                continue
            next_line = next_lines[place]
            if cached is None or cached[:2] != (last, next_line):
                cached = last, next_line, self._assign_by_position(line, last, next_line)
            assignment = cached[2]
            is_new_section = is_new_section or line.paragraph.heading > 0
            if assignment.key is None or is_new_section:
                elsewhere = Assignment(near=assignment.key or assignment.near)
                assignment = self._displaced.find_similar(line) or elsewhere
            self._assignments[line.number] = assignment

    def _match_changed(
        self, stretch: list[ReturnedLine], last: int | None, ahead: int | None
    ) -> list[int | None]:
        """Return for each line the sent line that it was: similar, or with the same beginning."""
        if last is None and ahead is None:
            return [None] * len(stretch)
        free = self._free_between(last, ahead)
        if len(free) * len(stretch) > MAX_PAIRS:
            # In somebody else's document much of ours is missing; an answer may still be there.
            keys = {self._alignment.sent_lines[at].key for at in (last, ahead) if at is not None}
            free = [at for at in free if self._alignment.sent_lines[at].key in keys - {None}]
        sent_lines = [self._alignment.sent_lines[one] for one in free]
        texts = [line.original_text or line.text for line in stretch]
        pairs = pair_by_similarity([sent.text for sent in sent_lines], texts)
        numbers = {
            f"{sent.parts[0].text} ": at
            for at, sent in enumerate(sent_lines)
            if len(sent.parts) > 1 and sent.parts[0].key is None and at not in pairs
        }
        for place, line in enumerate(stretch):
            if pairs[place] is None:
                prefixed = (at for text, at in numbers.items() if f"{line.text} ".startswith(text))
                pairs[place] = next((at for at in prefixed if at not in pairs), None)
        return [free[at] if at is not None else None for at in pairs]

    def _assign_line(self, line: ReturnedLine, number: int) -> None:
        sent = self._alignment.sent_lines[number]
        self._used.add(number)
        if sent.key is not None:
            self._assignments[line.number] = Assignment(sent.key, sent.block, number)
        else:
            near = self._find_nearby_answer(number)
            self._assignments[line.number] = Assignment(sent_line=number, near=near)

    def _assign_by_position(
        self, line: ReturnedLine, last: int | None, ahead: int | None
    ) -> Assignment:
        """Return the answer between two sent lines, or the one that continues here."""
        sent_lines = self._alignment.sent_lines
        if last is None and ahead is None:
            return Assignment()
        number = self._find_emptied_answer(line, last, ahead)
        if number is not None:
            return Assignment(sent_lines[number].key, sent_lines[number].block)
        before = sent_lines[last] if last is not None else None
        after = sent_lines[ahead] if ahead is not None else None
        is_next = last is not None and ahead == last + 1
        if (
            line.cell is None
            and before
            and before.key
            and not (before.cell or before.heading)
            and self._continues(before.key, last, ahead)
        ):
            return Assignment(before.key, before.block)
        if is_next and after and after.key and not (after.cell or after.heading) and before:
            return Assignment(after.key, after.block)
        return Assignment(near=self._find_nearby_answer(last) or self._find_nearby_answer(ahead))

    def _continues(self, key: Key, last: int | None, ahead: int | None) -> bool:
        """Return whether a line between two sent ones can only continue the answer before it.

        Without controls and bookmarks, it may be of somebody else's document: then the answer must
        end at the next sent line that is there.
        """
        if self._is_marked or last is None or ahead is None or ahead <= last:
            return self._is_marked
        return all(sent.key == key for sent in self._alignment.sent_lines[last + 1 : ahead])

    def _find_emptied_answer(
        self, line: ReturnedLine, last: int | None, ahead: int | None
    ) -> int | None:
        """Return the sent line of an answer that has lost its text here.

        Its label is above, or it is the only such answer between two sent lines, with no fixed text
        but its own label.
        """
        free = self._free_between(last, ahead)
        sent_lines = [self._alignment.sent_lines[one] for one in free]
        fixed = {sent.label_of for sent in sent_lines if sent.key is None}
        keys = {sent.key for sent in sent_lines if sent.key}
        for number, sent in zip(free, sent_lines, strict=True):
            if sent.key is None:
                if ahead is None or len(keys) > 1 or fixed - keys:
                    return None
            elif sent.cell is None or line.cell is not None:
                return number
        return None

    def _free_between(self, last: int | None, ahead: int | None) -> list[int]:
        """Return the free sent lines between two; in a moved part, those behind the first."""
        sent_lines = self._alignment.sent_lines
        start = -1 if last is None else last
        end = len(sent_lines) if ahead is None else ahead
        if end <= start:
            end = len(sent_lines)
        found: list[int] = []
        for number in range(start + 1, end):
            is_free = self._alignment.is_free(number) and number not in self._used
            if is_free and number not in self._table_lines:
                found.append(number)
            elif ahead is None or ahead <= start:
                break
        return found

    def _find_nearby_answer(self, number: int | None) -> Key | None:
        if number is None:
            return None
        sent = self._alignment.sent_lines[number]
        return sent.key or sent.label_of


def _find_next_matches(matches: Sequence[int | None], ahead: int | None) -> list[int | None]:
    """Return for each line the match of the next line that has one."""
    next_lines = [ahead] * len(matches)
    for place in reversed(range(len(matches))):
        ahead = ahead if matches[place] is None else matches[place]
        next_lines[place] = ahead
    return next_lines
