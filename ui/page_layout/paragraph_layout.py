"""Paragraphs as bands: lines with their rules, grounds and the answers they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from erasmus_desk.export.document.blocks import Said
from erasmus_desk.export.document.text_lines import strips

from .boxes import Band, Ground, Part, Role, Rule, Slice, Spot, Words
from .line_layout import Line, Run, Side, set_lines
from .styles import Style, Type

BLANK_LINE = 140
"""The room that a blank line in an answer leaves, as in the Word file."""
_OVERLAP = 12
_TIGHT, _CLOSE = 0.93, 0.4
"""How much less height lines and the room between them may have to fit on one page."""
_TOGETHER = 4
"""Lines of a list that never stand alone on its last page."""


class Piece(Struct, frozen=True):
    """A paragraph to be set: its words, how, and what it is part of; `key` of an answer."""

    runs: Sequence[Run]
    look: Type
    part: Part
    key: str = ""
    side: Side = Side.START


def said(text: Said, look: Type, part: Part, key: str = "") -> Piece:
    """Give words as a paragraph of a part of its own."""
    return Piece((Run(text.text),), look, part.add(Role.PARAGRAPH, text.language), key)


def band(piece: Piece, measure: float) -> Band:
    """Give a paragraph between the margins."""
    look = piece.look
    lines = set_lines(piece.runs, look, measure, piece.side)
    slices = [_slice(line, piece, measure) for line in lines]
    if slices:
        _add_edges(slices, look, measure)
    return Band(
        slices,
        before=look.before,
        after=look.after,
        keep_next=look.keep_next,
        keep_lines=look.keep_lines,
    )


def written(
    text: Said, style: Style, name: str, part: Part, key: str = ""
) -> Iterator[tuple[Piece, bool]]:
    """Give what somebody wrote, a paragraph a line, and whether it stays with the next one.

    A blank line is room before the next paragraph; a point of a list hangs behind its mark.
    """
    for strip in strips(text.text):
        known = f"{name}{strip.mark}"
        look = style.type(known if style.has(known) else name)
        if strip.blanks:
            look = replace(look, before=strip.blanks * BLANK_LINE)
        paragraph = part.add(Role.PARAGRAPH, text.language)
        yield Piece((Run(strip.text),), look, paragraph, key), strip.leads


def _slice(line: Line, piece: Piece, measure: float) -> Slice:
    look = piece.look
    spots = [Spot(QRectF(0, 0, measure, line.height), piece.key)] if piece.key else []
    words = Words(0, 0, line, look.colour, piece.part)
    if not look.ground:
        return Slice(line.height, [words], spots)
    left, right = look.left - look.hanging - look.beside, look.right - look.beside
    # They reach into each other, for between two grounds that only touch a hairline shows.
    height = line.height + _OVERLAP
    ground = Ground(QRectF(left, 0, measure - left - right, height), look.ground)
    return Slice(line.height, [ground, words], spots)


def _add_edges(slices: list[Slice], look: Type, measure: float) -> None:
    """Draw what stands above and below the words, and make room for it."""
    if look.top is not None:
        room = look.top.space + look.top.width
        first = slices[0]
        lowered = [_moved(item, room) for item in first.items]
        spots = [Spot(spot.box.translated(0, room), spot.key) for spot in first.spots]
        slices[0] = Slice(first.height + room, lowered, spots, first.goes_to)
        if look.ground:
            _reach(slices[0], slices[0].height + _OVERLAP)
        else:
            box = QRectF(0, 0, measure, look.top.width)
            slices[0].items.append(Rule(box, look.top))
    if look.bottom is not None:
        room = look.bottom.space + look.bottom.width
        last = slices[-1]
        if look.ground:
            _reach(last, last.height + room)
        else:
            box = QRectF(0, last.height + look.bottom.space, measure, look.bottom.width)
            last.items.append(Rule(box, look.bottom))
        last.height += room


def _reach(one: Slice, height: float) -> None:
    """Let the ground of a slice, the first of its items, reach from its top to a height."""
    ground = one.items[0]
    if isinstance(ground, Ground):
        box = QRectF(ground.box.left(), 0, ground.box.width(), height)
        one.items[0] = Ground(box, ground.colour)


def _moved(item: Words | Rule | Ground, down: float) -> Words | Rule | Ground:
    if isinstance(item, Words):
        return replace(item, y=item.y + down)
    return replace(item, box=item.box.translated(0, down))


def squeeze(bands: Sequence[Band], room: float) -> None:
    """Bring lines closer where a little more room would hold them all; else part them well."""
    lines = [one for made in bands for one in made.slices]
    words = sum(one.height for one in lines)
    between = sum(made.before + made.after for made in bands)
    if words + between > room >= words * _TIGHT + between * _CLOSE:
        share = min((room - words) / between, 1) if room - words > between * _CLOSE else _CLOSE
        tight = min((room - between * share) / words, 1)
        for made in bands:
            made.before, made.after = made.before * share, made.after * share
        for one in lines:
            one.items = [_moved(item, one.height * (tight - 1)) for item in one.items]
            one.height *= tight
    elif words + between > room:
        for made in bands[-_TOGETHER:-1]:
            made.keep_next = True
