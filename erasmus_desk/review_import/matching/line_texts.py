"""Restoring of a sent text from returned lines, exact where unchanged."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import Match, SequenceMatcher

from msgspec import Struct

from erasmus_desk.review_import.docx_reader.document import Paragraph
from erasmus_desk.round_trip.visible_text import (
    LINE_BREAK,
    join_lines,
    replace_unsupported,
    split_lines,
)

_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens, break opportunities, direction marks. Word turns the first into an element of its
own; LibreOffice drops some and adds others."""
_WORD = re.compile(r"\S+\s*")
_BLANK_LINE_SPACE = 140
"""Space in twips that stands for a blank line."""
_MAX_PAIRS = 250_000
"""Pairs of lines, or of words, that are compared; beyond that a text counts as new."""
_MAX_WORD_PAIRS = 1_000_000
"""Pairs of words compared in one text, so that many long lines do not take minutes."""
_FIRST_WORDS = 64
"""Words of a sent text that are searched for those of a line first."""
_MIN_SIMILARITY = 0.5


def normalize(text: str) -> str:
    """Return a line without differences that do not count as changes.

    White space of all kinds is one space: programs convert tabs, hard and wide spaces, and drop
    some. Invisible characters are dropped.
    """
    # Most lines are printable, and printable characters are neither forbidden nor invisible.
    seen = text if text.isprintable() else _INVISIBLE.sub("", replace_unsupported(text))
    return " ".join((seen if seen.isascii() else unicodedata.normalize("NFC", seen)).split())


def normalize_lines(texts: Iterable[str]) -> list[str]:
    """Return the non-blank lines, normalized."""
    return [one for text in texts for part in split_lines(text) if (one := normalize(part))]


def rebuild_text(sent: str, returned: Sequence[Paragraph]) -> str:
    """Return the returned text, exactly as sent where it is unchanged.

    Unchanged lines are taken from what was sent, with the blank lines before them and characters
    that Word cannot hold; in changed lines, every unchanged word. Another line in the place of one
    has the blank lines that the file has.
    """
    old, new = list(_split_sent(sent)), list(_split_returned(returned))
    tail = sent[sum(len(one.gap) + len(one.body) for one in old) :]
    before, after = [one.text for one in old], [one.text for one in new]
    if before == after:
        return sent
    partners = _match_lines(before, after)
    restorer = _LineRestorer(old, partners, (before, after))
    end = _find_line_end(sent)
    parts: list[str] = []
    for place, (one, partner) in enumerate(zip(new, partners, strict=True)):
        is_known = partner is not None and _are_similar(before[partner], after[place])
        if partner is not None and is_known and (partner > 0) == (place > 0):
            parts.append(old[partner].gap)
        elif place:
            parts.append(one.gap.replace("\n", end))
        if partner is not None and before[partner] == after[place]:
            parts.append(old[partner].body)
        else:
            parts.append(restorer.restore(place, one.body))
    return "".join((*parts, tail if old else "")) if parts else ""


class _LineRestorer:
    """Restores changed lines from the sent lines between equal ones.

    A line that was split or joined has words of several. Comparisons are limited to
    `_MAX_WORD_PAIRS` per text.
    """

    def __init__(
        self, old: list[_TextLine], partners: list[int | None], texts: tuple[list[str], list[str]]
    ) -> None:
        before, after = texts
        self._old, self._partners = old, partners
        equal = [
            at if partner is not None and before[partner] == after[at] else None
            for at, partner in enumerate(partners)
        ]
        self._first = _fill_forward(equal)
        self._last = _fill_forward(equal[::-1])[::-1]
        self._stretch = (0, 0)
        self._sent, self._word_count, self._pair_count = split_words(""), 0, 0

    def restore(self, place: int, returned: str) -> str:
        """Return a changed line with its unchanged words as sent."""
        stretch = self._find_stretch(place)
        if stretch != self._stretch:
            self._stretch = stretch
            self._sent = split_words("\n".join(one.body for one in self._old[slice(*stretch)]))
            self._word_count = len(self._sent.text.split()) if self._sent.words else 0
        self._pair_count += self._word_count * len(returned.split())
        is_worth = self._word_count > 0 and self._pair_count <= _MAX_WORD_PAIRS
        return self._sent.restore(returned) if is_worth else returned

    def _find_stretch(self, place: int) -> tuple[int, int]:
        first, last, partner = self._first[place], self._last[place], self._partners[place]
        start = 0 if first is None else (self._partners[first] or 0) + 1
        end = len(self._old) if last is None else self._partners[last] or 0
        between = (len(self._partners) if last is None else last) - (-1 if first is None else first)
        if partner is not None and end - start == between - 1:
            return partner, partner + 1
        return start, end


def _fill_forward(places: Iterable[int | None]) -> list[int | None]:
    """Return the last value up to each position that is not empty."""
    found: list[int | None] = []
    for one in places:
        found.append(found[-1] if one is None and found else one)
    return found


def rebuild_line(sent: str, returned: Sequence[Paragraph]) -> str:
    """Return the text of a one-line answer; a typed line end becomes a space."""
    text = rebuild_text(sent, returned)
    if text == sent or LINE_BREAK.search(sent):
        return text
    return join_lines(text)


class _WordMatcher(SequenceMatcher[str]):
    """Matches a short line with a long text, of which it reads no more than it needs."""

    def __init__(self, sent: Sequence[str], known: set[str], returned: Sequence[str]) -> None:
        super().__init__(None, sent, returned, autojunk=False)
        self._sent_count = len(sent)
        self._is_known = [word in known for word in returned]

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """Return the first of the longest matches; none is longer than the known words in a row."""
        longest = count = 0
        for is_known in self._is_known[blo:bhi]:
            count = count + 1 if is_known else 0
            longest = max(longest, count)
        until = self._sent_count if ahi is None else ahi
        end = min(alo + _FIRST_WORDS, until)
        while (found := super().find_longest_match(alo, end, blo, bhi)).size < longest:
            if end == until:
                break
            end = min(end + 3 * (end - alo), until)
        return found


class SentWords(Struct, frozen=True):
    """A sent text as shown, with the ranges of its words, and its words normalized."""

    text: str
    shown: str
    ranges: list[tuple[int, int]]
    words: list[str]
    known: set[str]

    def restore(self, returned: str) -> str:
        """Return a changed line with its unchanged words as sent."""
        new = _find_words(returned)
        if not self.words or len(self.words) * len(new) > _MAX_PAIRS:
            return returned
        new_words = [normalize(returned[i:k]) for i, k in new]
        matcher = _WordMatcher(self.words, self.known, new_words)
        parts = [_restore_spaces(_leading_space(self.shown), _leading_space(returned))]
        for name, i, k, m, n in matcher.get_opcodes():
            if name == "equal":
                pairs = zip(self.ranges[i:k], new[m:n], strict=True)
                parts += (self._restore_word(one, returned[slice(*other)]) for one, other in pairs)
            else:
                parts += (returned[slice(*other)] for other in new[m:n])
        return "".join(parts)

    def _restore_word(self, sent: tuple[int, int], returned: str) -> str:
        """Return a word as sent, with the spaces behind it if there still are any."""
        start, end = sent
        word_end = start + len(self.shown[start:end].rstrip())
        spaces = _restore_spaces(self.text[word_end:end], returned[len(returned.rstrip()) :])
        return self.text[start:word_end] + spaces


def split_words(text: str) -> SentWords:
    """Return the words of a sent text; none if it is normalized, as it has nothing to restore."""
    if text == normalize(text):
        return SentWords(text, text, [], [], set())
    shown = replace_unsupported(text)
    ranges, words = _find_words(shown), normalize(shown).split()
    if len(words) != len(ranges):
        # Some words have invisible characters only.
        words = [normalize(shown[start:end]) for start, end in ranges]
    return SentWords(text, shown, ranges, words, set(words))


class _TextLine(Struct, frozen=True):
    """A non-blank line, the same normalized, and everything between it and the one before."""

    gap: str
    body: str
    text: str


def _normalize_body(line: str) -> str:
    """Return a line normalized; an empty text if it is left out of the file, or invisible."""
    return normalize(line) if line.strip() else ""


def _split_sent(text: str) -> Iterator[_TextLine]:
    start = at = 0
    for found in (*LINE_BREAK.finditer(text), None):
        until = found.start() if found else len(text)
        if normalized := _normalize_body(body := text[at:until]):
            yield _TextLine(text[start:at], body, normalized)
            start = until
        at = found.end() if found else until


def _split_returned(returned: Sequence[Paragraph]) -> Iterator[_TextLine]:
    """Return the returned lines; empty paragraphs and space above stand for blank lines."""
    blanks = 0
    for paragraph in returned:
        blanks += round(paragraph.space_before / _BLANK_LINE_SPACE)
        for part in split_lines(paragraph.shown_text):
            if normalized := _normalize_body(part):
                yield _TextLine("\n" * (1 + blanks), part, normalized)
                blanks = 0
            else:
                blanks += 1


def _find_line_end(text: str) -> str:
    ends = Counter(LINE_BREAK.findall(text)).most_common(1)
    return ends[0][0] if ends else "\n"


def _match_lines(old: list[str], new: list[str]) -> list[int | None]:
    """Return for each new line the old one that it was, in order."""
    found: list[int | None] = [None] * len(new)
    for name, i, k, m, n in _opcodes(old, new):
        if name == "equal" or k - i == n - m:
            found[m:n] = range(i, k)
        else:
            _pair_similar(old, new, (i, k, m, n), found)
    return found


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Compare lines; the costly comparison leaves out equal ends."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    most -= start
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    i, k, m, n = start, len(old) - end, start, len(new) - end
    inner: list[tuple[str, int, int, int, int]] = [("replace", i, k, m, n)]
    if (k - i) * (n - m) <= _MAX_PAIRS:
        matcher = SequenceMatcher(None, old[i:k], new[m:n], autojunk=False)
        inner = [(name, a + i, b + i, c + m, d + m) for name, a, b, c, d in matcher.get_opcodes()]
    return [("equal", 0, i, 0, m), *inner, ("equal", k, len(old), n, len(new))]


def _pair_similar(
    old: list[str], new: list[str], ranges: tuple[int, int, int, int], found: list[int | None]
) -> None:
    """Pair the lines of a changed range that share most words, in order."""
    i, k, m, n = ranges
    sets = [set(old[at].split()) for at in range(i, k)]
    at = 0
    for place in range(m, n):
        words = set(new[place].split())
        for other in range(at, min(len(sets), at + 50)):
            if _share_words(sets[other], words):
                found[place] = i + other
                at = other + 1
                break


def _are_similar(old: str, new: str) -> bool:
    """Return whether a line is another one as it was changed."""
    return old == new or _share_words(set(old.split()), set(new.split()))


def _share_words(old: set[str], new: set[str]) -> bool:
    if old.isdisjoint(new):
        return False
    return 2 * len(old & new) >= _MIN_SIMILARITY * (len(old) + len(new))


def _find_words(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(text)]


def _leading_space(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _restore_spaces(sent: str, returned: str) -> str:
    """Return spaces as sent, unless they are gone or a line ended there."""
    known = sent.partition("\n")[0]
    return known if known and returned else returned
