"""Alignment of returned lines with sent lines: first in order, then moved ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from operator import attrgetter

from msgspec import Struct, field

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.review_import.matching.lines import (
    LEADERS,
    ReturnedLine,
    SentLine,
    strip_page_number,
)
from erasmus_desk.review_import.matching.sequence_alignment import patience_align
from erasmus_desk.round_trip.record import BlockRole

_MAX_PAIRS = 250_000
"""Pairs of lines that are kept of one answer: five hundred lines by as many."""


class Alignment(Struct):
    """The matches between returned and sent lines, by their numbers in both directions."""

    sent_lines: Sequence[SentLine]
    returned_lines: Sequence[ReturnedLine]
    sent_of: dict[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    returned_of: dict[int, list[int]] = field(default_factory=dict[int, list[int]])

    def match(self, returned: Iterable[int], sent: Iterable[int]) -> None:
        """Match returned lines with sent lines; each may have several."""
        sent_numbers, returned_numbers = tuple(sent), tuple(returned)
        if len(sent_numbers) * len(returned_numbers) > _MAX_PAIRS:
            # For an answer of this length its ends suffice.
            for sent_number in sent_numbers[1:-1]:
                self.returned_of.setdefault(sent_number, []).append(returned_numbers[0])
            sent_numbers = (sent_numbers[0], sent_numbers[-1])
        for number in returned_numbers:
            self.sent_of[number] = (*self.sent_of.get(number, ()), *sent_numbers)
            for sent_number in sent_numbers:
                self.returned_of.setdefault(sent_number, []).append(number)

    def unmatch(self, number: int) -> None:
        """Remove the matches of a returned line."""
        for sent_number in self.sent_of.pop(number, ()):
            self.returned_of[sent_number].remove(number)
            if not self.returned_of[sent_number]:
                del self.returned_of[sent_number]

    @property
    def is_marked(self) -> bool:
        """Whether the file has controls or bookmarks of ours."""
        return any(line.key for line in self.returned_lines)

    def is_free(self, number: int) -> bool:
        """Return whether a sent line has no match."""
        return number not in self.returned_of


class _Token(Struct, frozen=True, gc=False):
    """A comparable value of one or several lines, with their numbers."""

    value: Hashable
    numbers: tuple[int, ...]


def align_lines(
    sent_lines: Sequence[SentLine], returned_lines: Sequence[ReturnedLine]
) -> Alignment:
    """Return the alignment of a file with what was sent.

    Answers known by their controls are aligned by key, not by text.
    """
    known = {key for line in returned_lines for key in line.keys if key}
    old = list(_build_sent_tokens(sent_lines, known))
    contents = _find_toc_entries(sent_lines, returned_lines)
    new = list(_build_returned_tokens(returned_lines, contents, _join_blocks(sent_lines)))
    matches = patience_align([one.value for one in old], [one.value for one in new])
    _match_moved(old, new, matches, sent_lines)
    alignment = Alignment(sent_lines, returned_lines)
    for token, place in zip(new, matches, strict=True):
        if place is not None:
            alignment.match(token.numbers, old[place].numbers)
    return alignment


def _find_toc_entries(
    sent_lines: Sequence[SentLine], returned_lines: Sequence[ReturnedLine]
) -> dict[int, str]:
    """Return the lines that are entries of the table of contents, without page numbers.

    A program may turn them into plain paragraphs, even without page numbers: then a heading occurs
    once more than it was sent, and the first occurrence is the entry.
    """
    forms = {_fold_entry(sent.text) for sent in sent_lines if _is_toc_entry(sent)}
    forms_found = [(line, *_find_form(line, forms)) for line in returned_lines]
    spare = Counter(form for _, form, is_entry in forms_found if form and not is_entry)
    spare.subtract(_fold_entry(sent.text) for sent in sent_lines if not _is_toc_entry(sent))
    found: dict[int, str] = {}
    for line, form, is_entry in forms_found:
        if line.key is None and form:
            if is_entry:
                found[line.number] = form
            elif spare[form] > 0:
                found[line.number] = form
                spare[form] -= 1
    return found


def _find_form(line: ReturnedLine, forms: set[str]) -> tuple[str, bool]:
    """Return which entry a line may be, and whether it is one for sure.

    A title may end with a number too: "House 14" is no entry of "House" if there is a "House 14".
    """
    whole, short = _fold_entry(line.text), _fold_entry(strip_page_number(line.text))
    is_entry = line.paragraph.is_toc_entry
    for form in (short, whole) if is_entry else (whole, short):
        if form in forms:
            return form, is_entry or form != whole
    return "", False


def _fold_entry(text: str) -> str:
    """Return an entry without the dots before its page number, or at the end of a title."""
    return text.rstrip(LEADERS)


def _is_toc_entry(sent: SentLine) -> bool:
    return sent.role is BlockRole.CONTENTS


def _build_sent_tokens(sent_lines: Sequence[SentLine], known: set[Key]) -> Iterator[_Token]:
    """Return the tokens of what was sent; all lines of a known answer are one."""
    keys = [sent.key if sent.key in known else None for sent in sent_lines]
    for key, group in groupby(range(len(keys)), keys.__getitem__):
        if key:
            yield _Token((key,), tuple(group))
            continue
        for number in group:
            sent = sent_lines[number]
            is_entry = _is_toc_entry(sent)
            value = ("contents", _fold_entry(sent.text)) if is_entry else sent.text
            yield _Token(value, (number,))


def _join_blocks(sent_lines: Sequence[SentLine]) -> dict[str, list[str]]:
    """Return the lines of each fixed block with line breaks, by the text with blanks instead.

    A program may turn the breaks into blanks, as AbiWord does.
    """
    groups: list[list[SentLine]] = []
    for sent in sent_lines:
        if sent.role is not BlockRole.FIXED:
            continue
        if groups and groups[-1][-1].parts[-1].block == sent.parts[0].block:
            groups[-1].append(sent)
        else:
            groups.append([sent])
    texts = ([sent.text for sent in group] for group in groups if len(group) > 1)
    return {" ".join(lines): lines for lines in texts}


def _build_returned_tokens(
    returned_lines: Sequence[ReturnedLine],
    contents: Mapping[int, str],
    joined: Mapping[str, Sequence[str]],
) -> Iterator[_Token]:
    """Return the tokens of the file, undoing deleted and inserted line ends."""
    open_lines: list[ReturnedLine] = []
    for key, group in groupby(returned_lines, attrgetter("key")):
        if key:
            yield _Token((key,), tuple(line.number for line in group))
            continue
        for line in group:
            if line.text or line.original_text:
                open_lines.append(line)
                if line.paragraph.break_inserted_by is None:
                    yield from _build_line_tokens(open_lines, contents, joined)
                    open_lines = []
    yield from _build_line_tokens(open_lines, contents, joined)


def _build_line_tokens(
    open_lines: list[ReturnedLine],
    contents: Mapping[int, str],
    joined: Mapping[str, Sequence[str]],
) -> Iterator[_Token]:
    numbers = tuple(one.number for one in open_lines)
    if len(open_lines) > 1:
        yield _Token(
            normalize("".join(one.original_raw_text for one in open_lines)) or None, numbers
        )
        return
    for line in open_lines:
        if line.number in contents:
            yield _Token(("contents", contents[line.number]), numbers)
            continue
        parts = [one for part in line.original_raw_text.split("\n") if (one := normalize(part))]
        for part in [each for one in parts for each in joined.get(one, [one])] or [None]:
            yield _Token(part, numbers)


def _match_moved(
    old: list[_Token], new: list[_Token], matches: list[int | None], sent_lines: Sequence[SentLine]
) -> None:
    """Match moved text: unique landmarks, then the lines around them.

    A line of an answer is no landmark; a heading or a label is.
    """
    taken = {place for place in matches if place is not None}
    unmatched = Counter(one.value for at, one in enumerate(old) if at not in taken)
    returned = Counter(one.value for one, place in zip(new, matches, strict=True) if place is None)
    places = {one.value: at for at, one in enumerate(old) if at not in taken}
    landmarks = [
        (at, places[one.value])
        for at, one in enumerate(new)
        if matches[at] is None
        and one.value is not None
        and unmatched[one.value] == returned[one.value] == 1
        and _is_landmark(one, sent_lines[old[places[one.value]].numbers[0]])
    ]
    for at, place in landmarks:
        matches[at] = place
    if landmarks:
        _match_around(old, new, matches)


def _is_landmark(token: _Token, sent: SentLine) -> bool:
    is_label = sent.heading > 0 or sent.label_of is not None
    return isinstance(token.value, tuple) or (sent.role is BlockRole.FIXED and is_label)


def _match_around(old: list[_Token], new: list[_Token], matches: list[int | None]) -> None:
    """Match lines around moved ones with the lines that were sent around them."""
    taken = {place for place in matches if place is not None}
    at = 0
    while at < len(new):
        if matches[at] is not None:
            at += 1
            continue
        end = at
        while end < len(new) and matches[end] is None:
            end += 1
        after = matches[at - 1] if at else -1
        before = matches[end] if end < len(new) else len(old)
        behind = _list_free(-1 if after is None else after, 1, taken, len(old))
        ahead = _list_free(len(old) if before is None else before, -1, taken, len(old))
        for stretch in (behind, ahead[::-1]):
            _match_stretch(stretch, range(at, end), (old, new), matches, taken)
        at = end


def _list_free(place: int, step: int, taken: set[int], count: int) -> list[int]:
    places = range(place + step, count if step > 0 else -1, step)
    return list(takewhile(lambda one: one not in taken, places))


def _match_stretch(
    stretch: list[int],
    positions: range,
    sides: tuple[list[_Token], list[_Token]],
    matches: list[int | None],
    taken: set[int],
) -> None:
    old, new = sides
    free = [place for place in stretch if place not in taken]
    left = [at for at in positions if matches[at] is None]
    values = [new[at].value for at in left]
    for at, place in zip(
        left, patience_align([old[one].value for one in free], values), strict=True
    ):
        if place is not None:
            matches[at] = free[place]
            taken.add(free[place])
