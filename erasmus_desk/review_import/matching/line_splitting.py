"""Splitting of lines that hold several things: number, answer, text typed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import Run, join_text
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.review_import.matching.lines import LinePart, ReturnedLine, SentLine

_WORD = re.compile(r"\w+|[^\w\s]")
"""A word or a sign: the fixed text between two answers may be a comma behind a word."""
_MAX_PAIRS = 250_000


class Segment(Struct, frozen=True, gc=False):
    """A segment of a line: of an answer, or of fixed text.

    `sent_text` is the fixed text that was sent there, `is_fixed`: the segment stands for it.
    """

    key: Key | None
    block: int
    runs: tuple[Run, ...]
    sent_text: str = ""
    is_fixed: bool = False

    @property
    def raw_text(self) -> str:
        """The text without normalization."""
        return join_text(self.runs)


def split_by_words(line: ReturnedLine, parts: Sequence[LinePart]) -> list[Segment]:
    """Split a line of several parts by the words that were sent in each."""
    words = list(_find_words(line))
    part_numbers = _assign_words([normalize(line.raw_text[i:k]) for i, k in words], parts)
    starts: list[tuple[int, int]] = []
    for (start, _), part_number in zip(words, part_numbers, strict=True):
        if not starts or starts[-1][1] != part_number:
            starts.append((start if starts else 0, part_number))
    ends = [*(start for start, _ in starts[1:]), len(line.raw_text)]
    slices = (
        _slice_runs(line.runs, start, end) for (start, _), end in zip(starts, ends, strict=True)
    )
    segments = [
        _build_segment(parts[part_number], runs if place == len(starts) else _strip_end(runs))
        for place, ((_, part_number), runs) in enumerate(zip(starts, slices, strict=True), start=1)
    ]
    present = {part_number for _, part_number in starts}
    for number, part in enumerate(parts):
        if number not in present:
            segments.append(_build_segment(part, () if starts else line.runs))
    return segments


def _strip_end(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs without the blanks at their end, which are those of the form behind an answer."""
    kept: list[Run] = []
    has_words = False
    for run in reversed(runs):
        text = run.text if has_words or run.revision.is_removed else run.text.rstrip()
        has_words = has_words or bool(text and not run.revision.is_removed)
        if text:
            kept.append(run if text == run.text else run.with_text(text))
    return tuple(reversed(kept))


def _find_words(line: ReturnedLine) -> Iterator[tuple[int, int]]:
    """Return the ranges of words; a deleted line end separates words."""
    ends = {0, len(line.raw_text)}
    at = 0
    for run in line.runs:
        if not run.revision.is_removed:
            at += len(run.text)
        elif "\n" in run.text:
            ends.add(at)
    for start, end in pairwise(sorted(ends)):
        for found in _WORD.finditer(line.raw_text[start:end]):
            yield start + found.start(), start + found.end()


def _build_segment(part: LinePart, runs: tuple[Run, ...]) -> Segment:
    if part.key is not None:
        return Segment(part.key, part.block, runs)
    return Segment(None, part.block, runs, part.text, is_fixed=True)


def _assign_words(words: list[str], parts: Sequence[LinePart]) -> list[int]:
    """Return for each word the number of its part."""
    sent = [(word, at) for at, part in enumerate(parts) for word in _WORD.findall(part.text)]
    answer = next((at for at, part in enumerate(parts) if part.key), 0)
    found: list[int | None] = [None] * len(words)
    if len(words) * len(sent) <= _MAX_PAIRS:
        matcher = SequenceMatcher(None, [word for word, _ in sent], words, autojunk=False)
        for name, i, k, m, n in matcher.get_opcodes():
            part_numbers = [at for _, at in sent[i:k]]
            if name == "equal" or k - i == n - m:
                found[m:n] = part_numbers
            elif name == "replace" and len(set(part_numbers)) == 1:
                found[m:n] = [part_numbers[0]] * (n - m)
    return list(_assign_inserted(found, parts, answer))


def _assign_inserted(
    found: list[int | None], parts: Sequence[LinePart], answer: int
) -> Iterator[int]:
    """Assign inserted words to the answer beside them, or to the part before."""
    last: int | None = None
    for at, part_number in enumerate(found):
        if part_number is not None:
            last = part_number
            yield part_number
            continue
        following = next((one for one in found[at:] if one is not None), None)
        beside = [one for one in (last, following) if one is not None and parts[one].key]
        yield beside[0] if beside else last if last is not None else answer


def _slice_runs(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of a range of the current text, with deleted runs in it."""
    found: list[Run] = []
    at = 0
    whole = sum(len(run.text) for run in runs if not run.revision.is_removed)
    for run in runs:
        if run.revision.is_removed:
            if start <= at < end or (at == end == whole):
                found.append(run)
            continue
        low, high = max(start, at), min(end, at + len(run.text))
        if low < high:
            found.append(run.with_text(run.text[low - at : high - at]))
        at += len(run.text)
    return tuple(found)


def split_by_keys(
    line: ReturnedLine, first: SentLine | None, last: SentLine | None
) -> list[Segment]:
    """Split a line in which answers are known.

    Text between them must be the fixed text that was sent there, before the answer in `first` and
    behind the one in `last`; other text was typed beside an answer, and belongs to it.
    """
    found: list[Segment] = []
    groups = list(_release_fixed(_group_by_answer(line), first, last))
    for at, (key, runs) in enumerate(groups):
        if key is not None:
            found.append(Segment(key, _find_block(key, first, last), runs))
            continue
        if not _normalize_runs(runs) and 0 < at < len(groups) - 1:
            continue
        before = groups[at - 1][0] if at else None
        after = groups[at + 1][0] if at + 1 < len(groups) else None
        found += _split_beside(runs, (before, after), (first, last))
    for key, fixed in _expect_fixed(groups, first, last):
        if not any(one.is_fixed and one.sent_text == fixed for one in found):
            found.append(Segment(None, _find_block(key, first, last), (), fixed, is_fixed=True))
    return found


def _group_by_answer(line: ReturnedLine) -> list[tuple[Key | None, tuple[Run, ...]]]:
    """Return groups of runs of the same answer; white space joins its neighbour.

    Between two answers it is the form's.
    """
    grouped: list[tuple[Key | None, list[Run]]] = []
    pairs = list(zip(line.runs, line.keys, strict=True))
    for place, (run, known) in enumerate(pairs):
        is_blank = known is None and not run.text.strip()
        key = grouped[-1][0] if is_blank and grouped else known
        if is_blank and key is not None:
            rest = pairs[place + 1 :]
            following = next((one for text, one in rest if one or text.text.strip()), key)
            key = key if following in (key, None) else None
        if grouped and grouped[-1][0] == key:
            grouped[-1][1].append(run)
        else:
            grouped.append((key, [run]))
    groups = [(key, tuple(runs)) for key, runs in grouped]
    if len(groups) > 1 and groups[0][0] is None and not _normalize_runs(groups[0][1]):
        groups[:2] = [(groups[1][0], groups[0][1] + groups[1][1])]
    return groups


def _release_fixed(
    groups: Sequence[tuple[Key | None, tuple[Run, ...]]],
    first: SentLine | None,
    last: SentLine | None,
) -> Iterator[tuple[Key | None, tuple[Run, ...]]]:
    """Return groups without the fixed text beside an answer that its mark took in.

    Programs put a bookmark at another place of its line, LibreOffice in a file that was .rtf. An
    answer that was sent with those words keeps them.
    """
    for at, (key, runs) in enumerate(groups):
        before = groups[at - 1][0] if at else key
        after = groups[at + 1][0] if at + 1 < len(groups) else None
        is_last = at + 1 == len(groups)
        head = _fixed_before(key, first) if key and before else ""
        tail = _fixed_after(key, last) if key and is_last else _fixed_before(after, first)
        sent, text = _find_text(key, first, last), join_text(runs)
        start, end = 0, len(text)
        if head and not _find_at_start(head, sent) and (found := _find_at_start(head, text)):
            start = found.end()
        if key and tail and not _find_at_end(tail, sent) and (found := _find_at_end(tail, text)):
            end = max(start, found.start())
        if (start, end) == (0, len(text)):
            yield key, runs
            continue
        for one, low, high in ((None, 0, start), (key, start, end), (None, end, len(text))):
            if low < high:
                yield one, _slice_runs(runs, low, high)


def _find_at_start(fixed: str, text: str) -> re.Match[str] | None:
    border = r"(?!\w)" if fixed[-1:].isalnum() else ""  # "M1" is not in "M12"
    return re.match(rf"\s*{_to_pattern(fixed)}{border}\s*", text)


def _find_at_end(fixed: str, text: str) -> re.Match[str] | None:
    border = r"(?<!\w)" if fixed[:1].isalnum() else ""
    return re.search(rf"\s*{border}{_to_pattern(fixed)}\s*\Z", text)


def _to_pattern(fixed: str) -> str:
    return r"\s*".join(re.escape(word) for word in fixed.split())


def _normalize_runs(runs: Sequence[Run]) -> str:
    return normalize("".join(run.text for run in runs))


def _split_beside(
    runs: tuple[Run, ...],
    keys: tuple[Key | None, Key | None],
    sent_lines: tuple[SentLine | None, SentLine | None],
) -> Iterator[Segment]:
    """Return text before, between or behind answers, with the fixed text split off."""
    before, after = keys
    fixed = _fixed_before(after, sent_lines[0]) if after else _fixed_after(before, sent_lines[1])
    text = join_text(runs)
    near = before or after
    if near is None:
        return
    if not fixed:
        yield Segment(near, _find_block(near, *sent_lines), runs)
        return
    # The fixed text and typed text share these runs: the fixed text is searched for.
    found = re.search(rf"(?<!\S){_to_pattern(fixed)}(?!\S)", text)
    if found is None:
        yield Segment(None, _find_block(near, *sent_lines), runs, fixed, is_fixed=True)
        return
    for start, end, key in (
        (0, found.start(), before or after),
        (found.start(), found.end(), None),
        (found.end(), len(text), after or before),
    ):
        part = _slice_runs(runs, start, end)
        if key is None:
            yield Segment(None, _find_block(near, *sent_lines), part, fixed, is_fixed=True)
        elif _normalize_runs(part):
            yield Segment(key, _find_block(key, *sent_lines), part)


def _find_block(key: Key, *sent_lines: SentLine | None) -> int:
    for sent_line in sent_lines:
        for part in sent_line.parts if sent_line else ():
            if part.key == key:
                return part.block
    return -1


def _find_text(key: Key | None, *sent_lines: SentLine | None) -> str:
    """Return what was sent of an answer in these lines."""
    parts = (part for sent in sent_lines if sent for part in sent.parts)
    return next((part.text for part in parts if part.key == key), "")


def _fixed_before(key: Key | None, sent_line: SentLine | None) -> str:
    """Return the fixed text right before an answer."""
    fixed: list[str] = []
    for part in sent_line.parts if sent_line else ():
        if part.key == key:
            return " ".join(fixed)
        fixed = [*fixed, part.text] if part.key is None else []
    return ""


def _fixed_after(key: Key | None, sent_line: SentLine | None) -> str:
    """Return the fixed text behind an answer, up to the end of the line."""
    fixed: list[str] = []
    is_behind = False
    for part in sent_line.parts if sent_line else ():
        if part.key is not None:
            is_behind, fixed = part.key == key, []
        elif is_behind:
            fixed.append(part.text)
    return " ".join(fixed)


def _expect_fixed(
    groups: Sequence[tuple[Key | None, tuple[Run, ...]]],
    first: SentLine | None,
    last: SentLine | None,
) -> Iterator[tuple[Key, str]]:
    keys = [key for key, _ in groups if key]
    for key in dict.fromkeys(keys):
        if fixed := _fixed_before(key, first):
            yield key, fixed
    if keys and (fixed := _fixed_after(keys[-1], last)):
        yield keys[-1], fixed
