"""Lines whose owners are known are gathered: answers whole again, the rest as loose text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import Why
from erasmus_desk.review_import.docx_reader.document import Line
from erasmus_desk.review_import.matching.line_alignment import Laid
from erasmus_desk.review_import.matching.line_splitting import Cut, by_keys, by_words
from erasmus_desk.review_import.matching.line_texts import plain, plain_lines
from erasmus_desk.review_import.matching.lines import Rail, Strand
from erasmus_desk.review_import.matching.result import Found, How, Loose, latest
from erasmus_desk.review_import.matching.unmatched_lines import Owner
from erasmus_desk.round_trip.record import Piece, Role

_PROMPT = re.compile(
    r"(?:click|klik|clique|klicken|haga|pulse|fare|kliknij|kattints)\b", re.IGNORECASE
)
"""How Word's own words in an empty control begin."""


class _Bit(Struct, frozen=True):
    """A stretch of an answer, at one of the places that show it."""

    key: Key
    piece: int
    strand: Strand
    cut: Cut
    how: How


class Gathering:
    """Takes each line once and says what it is.

    `loose` is what belongs to no answer, each with the number of its line.
    """

    def __init__(self, lay: Laid, owners: Mapping[int, Owner], skipped: set[int]) -> None:
        """Begin; `skipped` are lines that are dealt with."""
        self._lay, self._owners, self._skipped = lay, owners, skipped
        self._bits: list[_Bit] = []
        self.loose: list[tuple[int, Loose]] = []
        for strand in lay.strands:
            if strand.number not in skipped:
                self._take(strand)
        self._take_blanks()

    def owners(self) -> dict[int, Key]:
        """Give for the lines of answers which answer they are part of."""
        return {bit.strand.number: bit.key for bit in reversed(self._bits)}

    def found(self, shown: Mapping[Key, Sequence[Piece]]) -> Iterator[Found]:
        """Give the answers; one that several places show, as often as it was changed."""
        places: dict[Key, dict[int, list[_Bit]]] = {}
        for bit in sorted(self._bits, key=lambda one: one.strand.number):
            places.setdefault(bit.key, {}).setdefault(bit.piece, []).append(bit)
        for key, its in places.items():
            all_found = [_found(key, bits, shown.get(key, ())) for bits in its.values()]
            changed = {tuple(_said(one)): one for one in reversed(all_found) if one.is_changed}
            yield from reversed(changed.values()) if changed else all_found[:1]

    def _take(self, strand: Strand) -> None:
        on = self._lay.on.get(strand.number)
        owner = self._owners.get(strand.number)
        if strand.key is not None:
            self._take_keyed(strand, on or ())
        elif on is not None:
            self._take_laid(strand, [self._lay.rails[at] for at in on])
        elif owner is not None:
            self._take_owned(strand, owner)

    def _take_keyed(self, strand: Strand, on: Sequence[int]) -> None:
        """Take a line in which answers are known, the first and last of theirs in particular."""
        its = [self._lay.rails[at] for at in on]
        lines = self._lay.under.get(on[0], []) if on else []
        first = its[0] if its and lines[0] == strand.number else None
        last = its[-1] if its and lines[-1] == strand.number else None
        piece = its[0].piece if its else -1 - strand.number
        if not its and self._bits and self._bits[-1].key == strand.key:
            piece = self._bits[-1].piece
        for cut in by_keys(strand, first, last):
            self._note(strand, cut if cut.piece >= 0 else replace(cut, piece=piece))

    def _take_laid(self, strand: Strand, rails: Sequence[Rail]) -> None:
        if any(rail.role is Role.CONTENTS for rail in rails):
            return
        parts = [part for rail in rails for part in rail.parts]
        keys = {part.key for part in parts}
        if len(keys) == 1 and None not in keys:
            self._note(strand, Cut(parts[0].key, rails[0].piece, strand.spans))
        elif len(keys) > 1:
            for cut in by_words(strand, parts):
                self._note(strand, cut)
        elif not self._is_split(strand, rails):
            was = "\n".join(rail.text for rail in rails)
            near = next((rail.leads for rail in rails if rail.leads), None)
            if plain(was) != strand.text:
                self._lose(strand, Cut(None, -1, strand.spans, was, is_fixed=True), near)

    def _is_split(self, strand: Strand, rails: Sequence[Rail]) -> bool:
        """Tell whether fixed words only stand in more paragraphs than before."""
        if len(rails) > 1:
            return False
        numbers = self._lay.under[self._lay.on[strand.number][0]]
        texts = [self._lay.strands[one].said for one in numbers]
        return len(texts) > 1 and plain("".join(texts)) == rails[0].text

    def _take_owned(self, strand: Strand, owner: Owner) -> None:
        rail = self._lay.rails[owner.rail] if owner.rail is not None else None
        if rail and len(rail.parts) > 1:
            for cut in by_words(strand, rail.parts):
                self._note(strand, cut, owner.how)
        elif owner.key is not None:
            self._note(strand, Cut(owner.key, owner.piece, strand.spans), owner.how)
        elif rail is not None:
            self._lose(strand, Cut(None, -1, strand.spans, rail.text, is_fixed=True), owner.near)
        elif strand.text:
            loose = Loose(strand.said.strip(), "", owner.near, latest(strand.spans))
            self.loose.append((strand.number, loose))

    def _note(self, strand: Strand, cut: Cut, how: How = How.HEADING) -> None:
        if cut.key is not None:
            its = {id(span) for span in cut.spans}
            keyed = cut.spans and all(
                key == cut.key or not span.text.strip()
                for span, key in zip(strand.spans, strand.keys, strict=True)
                if id(span) in its
            )
            surely = strand.how if keyed and strand.key else how
            self._bits.append(_Bit(cut.key, cut.piece, strand, cut, surely))
        elif plain(cut.said) != cut.was:
            near = next((bit.key for bit in reversed(self._bits) if bit.strand is strand), None)
            self._lose(strand, cut, near or strand.key)

    def _lose(self, strand: Strand, cut: Cut, near: Key | None) -> None:
        """Lay fixed words that were changed aside."""
        by = latest(cut.spans or strand.spans)
        self.loose.append((strand.number, Loose(cut.said.strip(), cut.was, near, by, Why.FIXED)))

    def _take_blanks(self) -> None:
        """Give blank lines to the answer that they stand in the middle of."""
        at = {bit.strand.number: bit for bit in self._bits}
        numbers = sorted(at)
        for one, other in pairwise(numbers):
            same = (at[one].key, at[one].piece) == (at[other].key, at[other].piece)
            if not same or at[one].strand.spot != at[other].strand.spot:
                continue
            between = self._lay.strands[one + 1 : other]
            if all(not strand.text for strand in between):
                for strand in between:
                    cut = Cut(at[one].key, at[one].piece, strand.spans)
                    self._bits.append(_Bit(at[one].key, at[one].piece, strand, cut, at[one].how))


def _found(key: Key, bits: Sequence[_Bit], pieces: Sequence[Piece]) -> Found:
    lines: list[Line] = []
    last: Strand | None = None
    for bit in bits:
        if last is bit.strand:
            lines[-1] = replace(lines[-1], spans=lines[-1].spans + bit.cut.spans)
        else:
            # A line that a break begins has no space of its own above it.
            before = 0 if last and last.line is bit.strand.line else bit.strand.line.before
            lines.append(replace(bit.strand.line, spans=bit.cut.spans, before=before))
        last = bit.strand
    spans = [span for line in lines for span in line.spans]
    is_empty = _is_empty(lines, pieces)
    texts = plain_lines(line.text for line in lines)
    sent = [plain_lines([piece.text]) for piece in pieces if not piece.missing]
    was_missing = any(piece.missing for piece in pieces)
    is_same = was_missing if is_empty else texts in sent
    how = max(bit.how for bit in bits)
    return Found(key, tuple(lines), is_empty, latest(spans), how, not is_same)


def _is_empty(lines: Sequence[Line], pieces: Sequence[Piece]) -> bool:
    """Tell whether an answer has no words but those for one that is missing.

    A program may leave the mark of an empty control where somebody wrote into it, so that the
    mark alone says nothing of an answer that was missing before.
    """
    texts = plain_lines(line.text for line in lines)
    if not texts or texts in [plain_lines([piece.text]) for piece in pieces if piece.missing]:
        return True
    spans = [span for line in lines for span in line.spans if span.text.strip()]
    shows = all(span.control and span.control.shows_placeholder for span in spans)
    return shows and (not any(piece.missing for piece in pieces) or bool(_PROMPT.match(texts[0])))


def _said(found: Found) -> list[str]:
    return plain_lines(line.text for line in found.lines)
