"""A line that holds several things is cut: its number, its answer, what was typed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import Span
from erasmus_desk.review_import.matching.line_texts import plain
from erasmus_desk.review_import.matching.lines import Part, Rail, Strand

_WORD = re.compile(r"\S+")
_MOST_PAIRS = 250_000


class Cut(Struct, frozen=True):
    """A stretch of a line: whose it is, or what of the fixed words it became.

    `was` are the fixed words that were sent there, `is_fixed` that it stands in their place.
    """

    key: Key | None
    piece: int
    spans: tuple[Span, ...]
    was: str = ""
    is_fixed: bool = False

    @property
    def said(self) -> str:
        """Its words as they are."""
        return "".join(span.text for span in self.spans if not span.fate.is_gone)


def by_words(strand: Strand, parts: Sequence[Part]) -> list[Cut]:
    """Cut a line of several parts by the words that were sent in each."""
    words = list(_words(strand))
    owners = _owners([plain(strand.said[i:k]) for i, k in words], parts)
    starts: list[tuple[int, int]] = []
    for (start, _), owner in zip(words, owners, strict=True):
        if not starts or starts[-1][1] != owner:
            starts.append((start if starts else 0, owner))
    ends = [*(start for start, _ in starts[1:]), len(strand.said)]
    cuts = {
        at: _cut(parts[owner], _slice(strand.spans, start, end))
        for at, ((start, owner), end) in enumerate(zip(starts, ends, strict=True))
    }
    found = list(cuts.values())
    there = {owner for _, owner in starts}
    for number, part in enumerate(parts):
        if number not in there:
            gone = () if starts else strand.spans
            found.append(_cut(part, gone))
    return found


def _words(strand: Strand) -> Iterator[tuple[int, int]]:
    """Give where words stand; a line end that went parts them still."""
    ends = {0, len(strand.said)}
    at = 0
    for span in strand.spans:
        if not span.fate.is_gone:
            at += len(span.text)
        elif "\n" in span.text:
            ends.add(at)
    for start, end in pairwise(sorted(ends)):
        for found in _WORD.finditer(strand.said[start:end]):
            yield start + found.start(), start + found.end()


def _cut(part: Part, spans: tuple[Span, ...]) -> Cut:
    if part.key is not None:
        return Cut(part.key, part.piece, spans)
    return Cut(None, part.piece, spans, part.text, is_fixed=True)


def _owners(words: list[str], parts: Sequence[Part]) -> list[int]:
    """Give for each word the number of the part that it belongs to."""
    sent = [(word, at) for at, part in enumerate(parts) for word in part.text.split()]
    answer = next((at for at, part in enumerate(parts) if part.key), 0)
    found: list[int | None] = [None] * len(words)
    if len(words) * len(sent) <= _MOST_PAIRS:
        matcher = SequenceMatcher(None, [word for word, _ in sent], words, autojunk=False)
        for name, i, k, m, n in matcher.get_opcodes():
            its = [at for _, at in sent[i:k]]
            if name == "equal" or k - i == n - m:
                found[m:n] = its
            elif name == "replace" and len(set(its)) == 1:
                found[m:n] = [its[0]] * (n - m)
    return list(_filled(found, parts, answer))


def _filled(found: list[int | None], parts: Sequence[Part], answer: int) -> Iterator[int]:
    """Give words that were put in to the answer beside them, or to what stands before."""
    last: int | None = None
    for at, owner in enumerate(found):
        if owner is not None:
            last = owner
            yield owner
            continue
        following = next((one for one in found[at:] if one is not None), None)
        beside = [one for one in (last, following) if one is not None and parts[one].key]
        yield beside[0] if beside else last if last is not None else answer


def _slice(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Give the spans of a stretch of the words that are there; what is gone lies between."""
    found: list[Span] = []
    at = 0
    whole = sum(len(span.text) for span in spans if not span.fate.is_gone)
    for span in spans:
        if span.fate.is_gone:
            if start <= at < end or (at == end == whole):
                found.append(span)
            continue
        low, high = max(start, at), min(end, at + len(span.text))
        if low < high:
            found.append(replace(span, text=span.text[low - at : high - at]))
        at += len(span.text)
    return tuple(found)


def by_keys(strand: Strand, first: Rail | None, last: Rail | None) -> list[Cut]:
    """Cut a line in which answers are known.

    What stands between them must be the fixed words that were sent there, before the answer
    in `first` and behind the one in `last`; all else was typed beside an answer, and is its.
    """
    found: list[Cut] = []
    runs = _runs(strand)
    for at, (key, spans) in enumerate(runs):
        if key is not None:
            found.append(Cut(key, _piece(key, first, last), spans))
            continue
        before = runs[at - 1][0] if at else None
        after = runs[at + 1][0] if at + 1 < len(runs) else None
        found += _beside(spans, (before, after), (first, last))
    for key, fixed in _expected(runs, first, last):
        if not any(one.is_fixed and one.was == fixed for one in found):
            found.append(Cut(None, _piece(key, first, last), (), fixed, is_fixed=True))
    return found


def _runs(strand: Strand) -> list[tuple[Key | None, tuple[Span, ...]]]:
    """Give what belongs together; blanks go with the answer beside them."""
    gathered: list[tuple[Key | None, list[Span]]] = []
    for span, known in zip(strand.spans, strand.keys, strict=True):
        is_blank = known is None and not span.text.strip()
        key = gathered[-1][0] if is_blank and gathered else known
        if gathered and gathered[-1][0] == key:
            gathered[-1][1].append(span)
        else:
            gathered.append((key, [span]))
    runs = [(key, tuple(spans)) for key, spans in gathered]
    if len(runs) > 1 and runs[0][0] is None and not _said(runs[0][1]):
        runs[:2] = [(runs[1][0], runs[0][1] + runs[1][1])]
    return runs


def _said(spans: Sequence[Span]) -> str:
    return plain("".join(span.text for span in spans))


def _beside(
    spans: tuple[Span, ...],
    keys: tuple[Key | None, Key | None],
    rails: tuple[Rail | None, Rail | None],
) -> Iterator[Cut]:
    """Give what stands before, between or behind answers, with the fixed words taken out."""
    before, after = keys
    fixed = _before(after, rails[0]) if after else _behind(before, rails[1])
    text = "".join(span.text for span in spans if not span.fate.is_gone)
    near = before or after
    if near is None:
        return
    if not fixed:
        yield Cut(near, _piece(near, *rails), spans)
        return
    # The fixed words stand with some of what was typed: each is found by its words.
    pattern = r"\s*".join(re.escape(word) for word in fixed.split())
    found = re.search(rf"(?<!\S){pattern}(?!\S)", text)
    if found is None:
        yield Cut(None, _piece(near, *rails), spans, fixed, is_fixed=True)
        return
    for start, end, key in (
        (0, found.start(), before or after),
        (found.start(), found.end(), None),
        (found.end(), len(text), after or before),
    ):
        part = _slice(spans, start, end)
        if key is None:
            yield Cut(None, _piece(near, *rails), part, fixed, is_fixed=True)
        elif _said(part):
            yield Cut(key, _piece(key, *rails), part)


def _piece(key: Key, *rails: Rail | None) -> int:
    for rail in rails:
        for part in rail.parts if rail else ():
            if part.key == key:
                return part.piece
    return -1


def _before(key: Key | None, rail: Rail | None) -> str:
    """Give the fixed words right before an answer."""
    fixed: list[str] = []
    for part in rail.parts if rail else ():
        if part.key == key:
            return " ".join(fixed)
        fixed = [*fixed, part.text] if part.key is None else []
    return ""


def _behind(key: Key | None, rail: Rail | None) -> str:
    """Give the fixed words behind an answer, up to the end of the line."""
    fixed: list[str] = []
    is_behind = False
    for part in rail.parts if rail else ():
        if part.key is not None:
            is_behind, fixed = part.key == key, []
        elif is_behind:
            fixed.append(part.text)
    return " ".join(fixed)


def _expected(
    runs: Sequence[tuple[Key | None, tuple[Span, ...]]], first: Rail | None, last: Rail | None
) -> Iterator[tuple[Key, str]]:
    keys = [key for key, _ in runs if key]
    for key in dict.fromkeys(keys):
        if fixed := _before(key, first):
            yield key, fixed
    if keys and (fixed := _behind(keys[-1], last)):
        yield keys[-1], fixed
