"""Lines that equal nothing that was sent get their place from the lines around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.matching.line_alignment import Laid
from erasmus_desk.review_import.matching.lines import Strand, contents_form
from erasmus_desk.review_import.matching.result import How
from erasmus_desk.review_import.matching.sequence_alignment import letters, likeness, paired

_SURE = 0.6
"""Likeness from which a text that stands anywhere is taken for the answer it is like."""
_TELLING = 40
"""Letters a text needs to be told by its own words alone."""
_COMMON, _CLOSEST = 20, 3
"""Texts that may share three words for these to tell anything; texts that are compared whole."""


class Owner(Struct, frozen=True):
    """Whose a line is that equals nothing.

    It is of an answer, at the place with that piece; or what became of a rail with words of the
    form; or nobody's, near an answer.
    """

    key: Key | None = None
    piece: int = -1
    rail: int | None = None
    near: Key | None = None
    how: How = How.HEADING


class Lost:
    """The answers that stand nowhere, to be told by their words."""

    def __init__(self, lay: Laid, done: Mapping[int, Owner]) -> None:
        """Gather them with the groups of words that few others have."""
        there = {key for strand in lay.strands for key in strand.keys if key}
        there |= {owner.key for owner in done.values() if owner.key}
        there |= {rail.key for at, rail in enumerate(lay.rails) if rail.key and at in lay.under}
        self._rails = [rail for rail in lay.rails if rail.key and rail.key not in there]
        self._by_words: dict[str, list[int]] = {}
        for number, rail in enumerate(self._rails):
            for group in _groups(rail.text):
                self._by_words.setdefault(group, []).append(number)
        self._last: Key | None = None

    def begin(self) -> None:
        """Begin with lines that stand elsewhere."""
        self._last = None

    def like(self, strand: Strand) -> Owner | None:
        """Give the answer that has the same words as this text, if one has."""
        votes = Counter(
            one
            for group in _groups(strand.text)
            if len(its := self._by_words.get(group, [])) <= _COMMON
            for one in its
        )
        is_short = len(strand.text) < _TELLING
        for number, _ in votes.most_common(_CLOSEST):
            rail = self._rails[number]
            if is_short and not (rail.key == self._last and rail.text == strand.text):
                continue
            if likeness(letters(strand.text), letters(rail.text)) >= _SURE:
                self._last = rail.key
                return Owner(rail.key, rail.piece, how=How.LIKENESS)
        return None


def _groups(text: str) -> set[str]:
    """Give the groups of three words of a text, or all of a shorter one."""
    words = text.casefold().split()
    return {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))}


class Gaps:
    """Goes through a file and gives an owner to each line that has none."""

    def __init__(
        self, lay: Laid, done: dict[int, Owner], apart: set[int], skipped: set[int]
    ) -> None:
        """Begin.

        `done` are lines that have an owner, `skipped` those that need none; `apart` are rails
        that others look after.
        """
        self._lay = lay
        self._skipped = skipped
        self._done = done
        self._apart = apart
        self._spent = {owner.rail for owner in done.values() if owner.rail is not None}
        self._first = {rail.key: at for at, rail in reversed(list(enumerate(lay.rails)))}
        self._lost = Lost(lay, self._done)
        self._texts = {one.text for one in lay.strands if not one.line.is_contents}

    def settled(self) -> dict[int, Owner]:
        """Give the owners of all lines that lie on no rail."""
        gap: list[Strand] = []
        last: int | None = None
        for strand in self._lay.strands:
            if strand.number in self._skipped:
                self._settle(gap, last, None)
                gap = []
            elif strand.number in self._lay.on or strand.number in self._done or strand.key:
                here = self._rail_of(strand)
                self._settle(gap, last, here[0] if here else None)
                gap = []
                last = here[-1] if here else last
            elif strand.text and not self._is_entry(strand):
                gap.append(strand)
        self._settle(gap, last, None)
        return self._done

    def _is_entry(self, strand: Strand) -> bool:
        """Tell whether a line is an entry of the contents, made anew from a line of the text."""
        return strand.line.is_contents and contents_form(strand.text) in self._texts

    def _rail_of(self, strand: Strand) -> tuple[int, ...]:
        if found := self._lay.on.get(strand.number):
            return tuple(sorted(found))
        owner = self._done.get(strand.number)
        if owner and owner.rail is not None:
            return (owner.rail,)
        key = strand.key or (owner.key if owner else None)
        return (self._first[key],) if key in self._first else ()

    def _settle(self, gap: list[Strand], last: int | None, ahead: int | None) -> None:
        for run in _runs(gap):
            self._settle_run(run, last, ahead)

    def _settle_run(self, run: list[Strand], last: int | None, ahead: int | None) -> None:
        """Settle lines that follow each other, between what lies on two rails."""
        steps = self._became(run, last, ahead)
        following = _next_known(steps, ahead)
        self._lost.begin()
        stays_out = False
        known: tuple[int | None, int | None, Owner] | None = None
        for place, (strand, rail) in enumerate(zip(run, steps, strict=True)):
            if rail is not None:
                self._lay_on(strand, rail)
                last, stays_out = rail, False
                continue
            if known is None or known[:2] != (last, following[place]):
                known = (last, following[place], self._by_place(strand, last, following[place]))
            owner = known[2]
            stays_out = stays_out or strand.line.heading > 0
            if owner.key is None or stays_out:
                owner = self._lost.like(strand) or Owner(near=owner.key or owner.near)
            self._done[strand.number] = owner

    def _became(self, run: list[Strand], last: int | None, ahead: int | None) -> list[int | None]:
        """Give for each line the rail that it became, if it is like one or begins as one."""
        if last is None and ahead is None:
            return [None] * len(run)
        free = self._free_between(last, ahead)
        rails = [self._lay.rails[one] for one in free]
        pairs = paired([rail.text for rail in rails], [one.was or one.text for one in run])
        numbers = {
            f"{rail.parts[0].text} ": at
            for at, rail in enumerate(rails)
            if len(rail.parts) > 1 and rail.parts[0].key is None and at not in pairs
        }
        for place, strand in enumerate(run):
            if pairs[place] is None:
                begun = (at for text, at in numbers.items() if f"{strand.text} ".startswith(text))
                pairs[place] = next((at for at in begun if at not in pairs), None)
        return [free[at] if at is not None else None for at in pairs]

    def _lay_on(self, strand: Strand, number: int) -> None:
        rail = self._lay.rails[number]
        self._spent.add(number)
        if rail.key is not None:
            self._done[strand.number] = Owner(rail.key, rail.piece, number)
        else:
            self._done[strand.number] = Owner(rail=number, near=self._near(number))

    def _by_place(self, strand: Strand, last: int | None, ahead: int | None) -> Owner:
        """Give the answer between two rails, or the one that goes on here."""
        rails = self._lay.rails
        if last is None and ahead is None:
            return Owner()
        number = self._hungry(strand, last, ahead)
        if number is not None:
            return Owner(rails[number].key, rails[number].piece)
        before = rails[last] if last is not None else None
        after = rails[ahead] if ahead is not None else None
        is_next = last is not None and ahead == last + 1
        if strand.spot is None and before and before.key and not (before.spot or before.heading):
            return Owner(before.key, before.piece)
        if is_next and after and after.key and not (after.spot or after.heading) and before:
            return Owner(after.key, after.piece)
        return Owner(near=self._near(last) or self._near(ahead))

    def _hungry(self, strand: Strand, last: int | None, ahead: int | None) -> int | None:
        """Give the rail of an answer that has lost its words here.

        Its label stands above, or it is the only one between two rails that lost its words,
        with no words of the form but its own label.
        """
        free = self._free_between(last, ahead)
        rails = [self._lay.rails[one] for one in free]
        fixed = {rail.leads for rail in rails if rail.key is None}
        keys = {rail.key for rail in rails if rail.key}
        for number, rail in zip(free, rails, strict=True):
            if rail.key is None:
                if ahead is None or len(keys) > 1 or fixed - keys:
                    return None
            elif rail.spot is None or strand.spot is not None:
                return number
        return None

    def _free_between(self, last: int | None, ahead: int | None) -> list[int]:
        """Give the rails between two that nothing lies on; in a moved part those behind it."""
        rails = self._lay.rails
        start = -1 if last is None else last
        end = len(rails) if ahead is None else ahead
        if end <= start:
            end = len(rails)
        found: list[int] = []
        for number in range(start + 1, end):
            is_free = self._lay.is_free(number) and number not in self._spent
            if is_free and number not in self._apart:
                found.append(number)
            elif ahead is None or ahead <= start:
                break
        return found

    def _near(self, number: int | None) -> Key | None:
        if number is None:
            return None
        rail = self._lay.rails[number]
        return rail.key or rail.leads


def _runs(gap: Sequence[Strand]) -> Iterator[list[Strand]]:
    """Part lines of the text from those of tables."""
    run: list[Strand] = []
    for strand in gap:
        if run and (strand.spot is None) != (run[-1].spot is None):
            yield run
            run = []
        run.append(strand)
    if run:
        yield run


def _next_known(steps: Sequence[int | None], ahead: int | None) -> list[int | None]:
    """Give for each line the rail of the next one that has any, found in one pass from behind."""
    following = [ahead] * len(steps)
    for place in reversed(range(len(steps))):
        ahead = ahead if steps[place] is None else steps[place]
        following[place] = ahead
    return following
