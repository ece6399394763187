"""Lines of the file are laid on the lines that were sent, in order first, then moved ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.matching.line_texts import plain
from erasmus_desk.review_import.matching.lines import Rail, Strand, contents_form
from erasmus_desk.review_import.matching.sequence_alignment import aligned
from erasmus_desk.round_trip.record import Role

_MOST_PAIRS = 250_000
"""Pairs of a line and one it lies on that are kept of one answer: five hundred lines on as many."""


class Laid(Struct):
    """What lies on what: for each strand by its number the rails, and the other way round."""

    rails: Sequence[Rail]
    strands: Sequence[Strand]
    on: dict[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    under: dict[int, list[int]] = field(default_factory=dict[int, list[int]])

    def lay(self, strands: Iterable[int], rails: Iterable[int]) -> None:
        """Lay strands on rails; a strand may lie on several."""
        its, lines = tuple(rails), tuple(strands)
        if len(its) * len(lines) > _MOST_PAIRS:
            # Of an answer as long as that on both sides, the ends alone say where it lies.
            for rail in its[1:-1]:
                self.under.setdefault(rail, []).append(lines[0])
            its = (its[0], its[-1])
        for strand in lines:
            self.on[strand] = (*self.on.get(strand, ()), *its)
            for rail in its:
                self.under.setdefault(rail, []).append(strand)

    def lift(self, strand: int) -> None:
        """Take a strand off its rails."""
        for rail in self.on.pop(strand, ()):
            self.under[rail].remove(strand)
            if not self.under[rail]:
                del self.under[rail]

    def is_free(self, rail: int) -> bool:
        """Tell whether nothing lies on a rail."""
        return rail not in self.under


class _Token(Struct, frozen=True):
    """What is compared: the sign of one or several lines, and which they are."""

    sign: Hashable
    its: tuple[int, ...]


def laid(rails: Sequence[Rail], strands: Sequence[Strand]) -> Laid:
    """Lay the lines of a file on what was sent.

    Where an answer is known by its control, its text is not asked.
    """
    known = {key for strand in strands for key in strand.keys if key}
    old = list(_sent(rails, known))
    new = list(_came(strands, _entries(rails, strands)))
    matches = aligned([one.sign for one in old], [one.sign for one in new])
    _move(old, new, matches, rails)
    found = Laid(rails, strands)
    for one, place in zip(new, matches, strict=True):
        if place is not None:
            found.lay(one.its, old[place].its)
    return found


def _entries(rails: Sequence[Rail], strands: Sequence[Strand]) -> dict[int, str]:
    """Give the lines that are entries of the contents, each as it counts.

    A program may leave them as plain paragraphs, even without page numbers: then the same words
    stand in the file once more than headings were sent, and the first are the contents.
    """
    forms = {contents_form(rail.text) for rail in rails if _is_contents(rail)}
    spare = Counter(one.text for one in strands if one.text in forms and not one.line.is_contents)
    spare.subtract(rail.text for rail in rails if not _is_contents(rail))
    found: dict[int, str] = {}
    for strand in strands:
        form = contents_form(strand.text)
        if form in forms and strand.key is None:
            if strand.line.is_contents or form != strand.text:
                found[strand.number] = form
            elif spare[form] > 0:
                found[strand.number] = form
                spare[form] -= 1
    return found


def _is_contents(rail: Rail) -> bool:
    return rail.role is Role.CONTENTS


def _sent(rails: Sequence[Rail], known: set[Key]) -> Iterator[_Token]:
    """Give the signs of what was sent; the lines of a known answer are one."""
    open_key: Key | None = None
    its: list[int] = []
    for number, rail in enumerate(rails):
        key = rail.key if rail.key in known else None
        if its and key != open_key:
            yield _Token((open_key,), tuple(its))
            its = []
        if key:
            its.append(number)
        elif _is_contents(rail):
            yield _Token(("contents", contents_form(rail.text)), (number,))
        else:
            yield _Token(rail.text, (number,))
        open_key = key
    if its:
        yield _Token((open_key,), tuple(its))


def _came(strands: Sequence[Strand], contents: Mapping[int, str]) -> Iterator[_Token]:
    """Give the signs of what came; one with line ends that went is several, and the reverse."""
    open_key: Key | None = None
    its: list[int] = []
    halves: list[Strand] = []
    for strand in strands:
        key = strand.key
        if its and key != open_key:
            yield _Token((open_key,), tuple(its))
            its = []
        open_key = key
        if key:
            its.append(strand.number)
        elif strand.text or strand.was:
            halves.append(strand)
            if strand.line.end_by is None:
                yield from _lines(halves, contents)
                halves = []
    if its:
        yield _Token((open_key,), tuple(its))
    yield from _lines(halves, contents)


def _lines(halves: list[Strand], contents: Mapping[int, str]) -> Iterator[_Token]:
    its = tuple(one.number for one in halves)
    if len(halves) > 1:
        yield _Token(plain("".join(one.was_said for one in halves)) or None, its)
        return
    for strand in halves:
        if strand.number in contents:
            yield _Token(("contents", contents[strand.number]), its)
            continue
        parts = [one for part in strand.was_said.split("\n") if (one := plain(part))]
        for part in parts or [None]:
            yield _Token(part, its)


def _move(
    old: list[_Token], new: list[_Token], matches: list[int | None], rails: Sequence[Rail]
) -> None:
    """Match what stands elsewhere now: words that are unique, together with what follows them.

    A line of an answer alone does not say where it belongs; a heading or a label does.
    """
    taken = {place for place in matches if place is not None}
    left = Counter(one.sign for at, one in enumerate(old) if at not in taken)
    came = Counter(one.sign for one, place in zip(new, matches, strict=True) if place is None)
    places = {one.sign: at for at, one in enumerate(old) if at not in taken}
    seeds = [
        (at, places[one.sign])
        for at, one in enumerate(new)
        if matches[at] is None
        and one.sign is not None
        and left[one.sign] == came[one.sign] == 1
        and _says_where(one, rails, old[places[one.sign]])
    ]
    for at, place in seeds:
        matches[at] = place
    if seeds:
        _fill(old, new, matches)


def _says_where(one: _Token, rails: Sequence[Rail], sent: _Token) -> bool:
    rail = rails[sent.its[0]]
    is_fixed = rail.role is Role.FIXED and (rail.heading > 0 or rail.leads is not None)
    return isinstance(one.sign, tuple) or is_fixed


def _fill(old: list[_Token], new: list[_Token], matches: list[int | None]) -> None:
    """Match what stands around moved words, in what stood around them when they were sent."""
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
        behind = _free_from(-1 if after is None else after, 1, taken, len(old))
        ahead = _free_from(len(old) if before is None else before, -1, taken, len(old))
        for stretch in (behind, ahead[::-1]):
            _match_in(stretch, range(at, end), (old, new), matches, taken)
        at = end


def _free_from(place: int, step: int, taken: set[int], count: int) -> list[int]:
    found: list[int] = []
    place += step
    while 0 <= place < count and place not in taken:
        found.append(place)
        place += step
    return found


def _match_in(
    stretch: list[int],
    came: range,
    sides: tuple[list[_Token], list[_Token]],
    matches: list[int | None],
    taken: set[int],
) -> None:
    old, new = sides
    free = [place for place in stretch if place not in taken]
    left = [at for at in came if matches[at] is None]
    signs = [new[at].sign for at in left]
    for at, place in zip(left, aligned([old[one].sign for one in free], signs), strict=True):
        if place is not None:
            matches[at] = free[place]
            taken.add(free[place])
