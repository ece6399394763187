"""A text as it was sent and the lines that came back become one text, to the letter."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from erasmus_desk.review_import.docx_reader.document import Line
from erasmus_desk.round_trip.visible_text import BREAK, harmless, lines

_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""What cannot be seen: soft hyphens, places to break, marks of direction. Word turns the first
into an element of its own, LibreOffice drops some and adds others."""
_WORD = re.compile(r"\S+\s*")
_BLANK_LINE = 140
"""The space in twips that stands for a blank line."""
_MOST_PAIRS = 250_000
"""Pairs of lines, or of words, that are compared; beyond that a text counts as new."""
_MOST_IN_ALL = 1_000_000
"""Pairs of words that are compared in one text, so that many long lines do not take minutes."""
_ALIKE = 0.5


def plain(text: str) -> str:
    """Give what of a line must be the same for it to count as the same.

    Blanks of all kinds count alike and as one: programs turn tabs, hard and wide blanks into
    others, and some drop those at the ends or one of two. What cannot be seen does not count.
    """
    seen = harmless(text)
    if not seen.isascii():
        seen = _UNSEEN.sub("", unicodedata.normalize("NFC", seen))
    return " ".join(seen.split())


def plain_lines(texts: Iterable[str]) -> list[str]:
    """Give the lines that are not blank, each as what must be the same."""
    return [one for text in texts for part in lines(text) if (one := plain(part))]


def _is_blank(line: str) -> bool:
    """Tell whether a line is not written into the file, or nothing of it can be seen."""
    return not line.strip() or not plain(line)


def rebuilt(sent: str, came: Sequence[Line]) -> str:
    """Give the text that came back; what is unchanged is as it was sent, to the letter.

    Lines that were not touched come from what was sent, with the blank lines before them and
    characters that Word cannot hold; of the others, every word that was not touched.
    """
    old, new = list(_strips(sent)), list(_came(came))
    tail = sent[sum(len(one.gap) + len(one.body) for one in old) :]
    before, after = [plain(one.body) for one in old], [plain(one.body) for one in new]
    if before == after:
        return sent
    partners = _partners(before, after)
    stretches = _Stretches(old, partners, (before, after))
    end = _usual_end(sent)
    parts: list[str] = []
    for place, (one, partner) in enumerate(zip(new, partners, strict=True)):
        if partner is not None and (partner > 0) == (place > 0):
            parts.append(old[partner].gap)
        elif place:
            parts.append(one.gap.replace("\n", end))
        if partner is not None and before[partner] == after[place]:
            parts.append(old[partner].body)
        else:
            parts.append(stretches.restored(place, one.body))
    return "".join((*parts, tail if old else "")) if parts else ""


class _Stretches:
    """The old lines that a changed line may hold words of: between those that are equal.

    Where a line was split or joined, these are words of several. What several lines have in
    common is looked at once, and not more than `_MOST_IN_ALL` in one text.
    """

    def __init__(
        self, old: list[_Strip], partners: list[int | None], texts: tuple[list[str], list[str]]
    ) -> None:
        before, after = texts
        self._old, self._partners = old, partners
        equal = [
            at if partner is not None and before[partner] == after[at] else None
            for at, partner in enumerate(partners)
        ]
        self._first = _latest(equal)
        self._last = _latest(equal[::-1])[::-1]
        self._where = (0, 0)
        self._known, self._words, self._pairs = "", 0, 0

    def restored(self, place: int, came: str) -> str:
        """Give a changed line with the words it has of these as they were sent."""
        where = self._around(place)
        if where != self._where:
            self._where = where
            self._known = "\n".join(one.body for one in self._old[slice(*where)])
            # Where there is nothing but what counts, there is nothing to restore.
            self._words = 0 if self._known == plain(self._known) else len(self._known.split())
        self._pairs += self._words * len(came.split())
        is_worth = self._words > 0 and self._pairs <= _MOST_IN_ALL
        return restored(self._known, came) if is_worth else came

    def _around(self, place: int) -> tuple[int, int]:
        first, last, partner = self._first[place], self._last[place], self._partners[place]
        start = 0 if first is None else (self._partners[first] or 0) + 1
        end = len(self._old) if last is None else self._partners[last] or 0
        between = (len(self._partners) if last is None else last) - (-1 if first is None else first)
        if partner is not None and end - start == between - 1:
            return partner, partner + 1
        return start, end


def _latest(places: Iterable[int | None]) -> list[int | None]:
    """Give at each place the last one up to there that is not empty."""
    found: list[int | None] = []
    for one in places:
        found.append(found[-1] if one is None and found else one)
    return found


def one_line(sent: str, came: Sequence[Line]) -> str:
    """Give the text of an answer of one line; a line end that was typed becomes a blank."""
    text = rebuilt(sent, came)
    if text == sent or BREAK.search(sent):
        return text
    return " ".join(part for part in lines(text) if part.strip())


def restored(sent: str, came: str) -> str:
    """Give a changed line with the characters of what was sent wherever words are the same.

    What was sent may be several lines, parted by line ends.
    """
    if sent == plain(sent):
        return came
    shown = harmless(sent)
    old, new = _words(shown), _words(came)
    if len(old) * len(new) > _MOST_PAIRS:
        return came
    matcher = SequenceMatcher(
        None,
        [plain(shown[i:k]) for i, k in old],
        [plain(came[i:k]) for i, k in new],
        autojunk=False,
    )
    parts = [_blanks(sent[: len(shown) - len(shown.lstrip())], _lead(came))]
    for name, i, k, m, n in matcher.get_opcodes():
        if name == "equal":
            parts.extend(
                _word(sent[slice(*one)], shown[slice(*one)], came[slice(*other)])
                for one, other in zip(old[i:k], new[m:n], strict=True)
            )
        else:
            parts.extend(came[slice(*other)] for other in new[m:n])
    return "".join(parts)


class _Strip(Struct, frozen=True):
    """A line that is not blank, and all that stands between it and the one before."""

    gap: str
    body: str


def _strips(text: str) -> Iterator[_Strip]:
    start = 0
    at = 0
    for found in (*BREAK.finditer(text), None):
        until = found.start() if found else len(text)
        if not _is_blank(text[at:until]):
            yield _Strip(text[start:at], text[at:until])
            start = until
        at = found.end() if found else until


def _came(came: Sequence[Line]) -> Iterator[_Strip]:
    """Give the lines that came; blank ones and the space above stand for blank lines."""
    blanks = 0
    for line in came:
        blanks += round(line.before / _BLANK_LINE)
        for part in lines(line.text):
            if not _is_blank(part):
                yield _Strip("\n" * (1 + blanks), part)
                blanks = 0
            else:
                blanks += 1


def _usual_end(text: str) -> str:
    ends = Counter(BREAK.findall(text)).most_common(1)
    return ends[0][0] if ends else "\n"


def _partners(old: list[str], new: list[str]) -> list[int | None]:
    """Give for each new line the old one that it is or became, in order."""
    found: list[int | None] = [None] * len(new)
    for name, i, k, m, n in _opcodes(old, new):
        if name == "equal" or k - i == n - m:
            found[m:n] = range(i, k)
        else:
            _pair_alike(old, new, (i, k, m, n), found)
    return found


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Compare lines; what both begin and end with is left out of what costs time."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    most -= start
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    i, k, m, n = start, len(old) - end, start, len(new) - end
    inner: list[tuple[str, int, int, int, int]] = [("replace", i, k, m, n)]
    if (k - i) * (n - m) <= _MOST_PAIRS:
        matcher = SequenceMatcher(None, old[i:k], new[m:n], autojunk=False)
        inner = [(name, a + i, b + i, c + m, d + m) for name, a, b, c, d in matcher.get_opcodes()]
    return [("equal", 0, i, 0, m), *inner, ("equal", k, len(old), n, len(new))]


def _pair_alike(
    old: list[str], new: list[str], block: tuple[int, int, int, int], found: list[int | None]
) -> None:
    """Pair the lines of a changed stretch that have most words in common, in order."""
    i, k, m, n = block
    sets = [set(old[at].split()) for at in range(i, k)]
    at = 0
    for place in range(m, n):
        words = set(new[place].split())
        for further in range(at, min(len(sets), at + 50)):
            shared = 2 * len(words & sets[further])
            if shared >= _ALIKE * (len(words) + len(sets[further])):
                found[place] = i + further
                at = further + 1
                break


def _words(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(text)]


def _word(sent: str, shown: str, came: str) -> str:
    """Give a word as it was sent, with the blanks behind it if there still are any."""
    end = len(shown.rstrip())
    return sent[:end] + _blanks(sent[end:], came[len(came.rstrip()) :])


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _blanks(sent: str, came: str) -> str:
    """Give blanks as they were sent, as far as there still are any and no line ended there."""
    known = sent.partition("\n")[0]
    return known if known and came else came
