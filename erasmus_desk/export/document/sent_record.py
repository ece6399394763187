"""The record of what a Word file is sent with: the same blocks that are written, as pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export.document import visible_text
from erasmus_desk.export.document.anchors import Place, Places, is_answered, parsed
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Contents,
    Cover,
    Document,
    Heading,
    Paragraph,
    Profile,
    Question,
    Table,
    Ticks,
    Turn,
)
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import Grid, Piece, Role, Sent, Spot
from erasmus_desk.round_trip.visible_text import seen

IN_CONTENTS = 2
"""The deepest level of headings that the contents list."""


class Sending(Struct, frozen=True):
    """How a file goes out: for whom, in which language, to be answered by when.

    `edges` are the lines in the headers and footers that the file gets.
    """

    profile: Profile
    language: str
    partner: str = ""
    reply_by: date | None = None
    edges: tuple[str, ...] = ()


def record(document: Document, draft: Draft, sending: Sending) -> tuple[Sent, bytes]:
    """Give the record of a document, and the part of a file that holds it.

    Nothing is in it that the document does not show.
    """
    pieces = tuple(_introduced(list(_pieces(document))))
    edges = (Piece(Role.EDGE, seen(text)) for text in sending.edges)
    shown = {piece.key for piece in pieces if piece.role is Role.ANSWER and piece.key}
    values = ((key, draft.get(key)) for key in shown)
    return codec.sealed(
        Sent(
            draft=draft.id,
            state="",
            pack=draft.pack.id,
            profile=sending.profile.value,
            language=sending.language,
            pieces=(*pieces, *_aloud(document.blocks), *edges),
            grids=tuple(_grids(document.blocks)),
            values=MappingProxyType({key: value for key, value in values if value is not None}),
            partner=sending.partner,
            reply_by=sending.reply_by,
        )
    )


def _grids(blocks: Iterable[Block]) -> Iterator[Grid]:
    tables = (block for block in blocks if isinstance(block, Table))
    for number, table in enumerate(tables):
        if table.order:
            questions = tuple(column.question for column in table.columns)
            yield Grid(number, Key.parse(table.order), table.items, questions)


def _aloud(blocks: Iterable[Block]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Table):
            yield Piece(Role.ALOUD, seen(f"{block.title.text}\n{block.description.text}"))


def _introduced(pieces: list[Piece]) -> list[Piece]:
    """Give headings without an answer of their own the key of the first answer below them."""
    following: Key | None = None
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if piece.role is Role.ANSWER:
            following = piece.key
        elif piece.heading and piece.key is None:
            pieces[place] = replace(piece, key=following)
    return pieces


def _pieces(document: Document) -> Iterator[Piece]:
    places = Places()
    tables = 0
    before: Block | None = None
    asked = ""
    for block in (*document.blocks, None):
        is_end = block is None and isinstance(before, Table)
        if is_end or (isinstance(block, Turn) and visible_text.is_apart(before)):
            yield _fixed(document.edge.mark.text)
        match block:
            case Contents():
                yield _fixed(block.title.text)
                yield from _contents(document.blocks)
            case Table():
                has_caption = block.captioned or isinstance(before, Table)
                yield from _table(block, tables, places, is_captioned=has_caption)
                tables += 1
            case Paragraph() | Bullets():
                yield from _words(block, asked)
            case None | Turn():
                pass
            case _:
                yield from _block(block, places)
        if not isinstance(block, Paragraph | Bullets):
            asked = block.key if isinstance(block, Question) else ""
        before = block


def _contents(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Heading) and block.level <= IN_CONTENTS:
            yield Piece(Role.CONTENTS, seen(visible_text.number(block) + block.text.text))


def _words(block: Paragraph | Bullets, asked: str) -> Iterator[Piece]:
    """Give words of the form; between a question and its answer they belong to it."""
    texts = [block.text] if isinstance(block, Paragraph) else block.points
    yield from (_fixed(one.text, asked) for one in texts)


def _block(block: Cover | Heading | Question | Answer | Ticks, places: Places) -> Iterator[Piece]:
    match block:
        case Cover():
            yield from _cover(block, places)
        case Heading():
            yield from _heading(block, places)
        case Question(key, text):
            yield _fixed(text.text, key)
        case Answer():
            yield from _answer(block, places)
        case Ticks():
            text = "\n".join(visible_text.tick(one) for one in block.ticks)
            yield _answered(places.next(block.key), text)


def _cover(cover: Cover, places: Places) -> Iterator[Piece]:
    if cover.eyebrow.text:
        yield _fixed(cover.eyebrow.text)
    for said, key in ((cover.title, cover.title_key), (cover.subtitle, cover.subtitle_key)):
        if key:
            missing = said is cover.title and cover.is_untitled
            yield _answered(places.next(key), said.text, missing=missing)
        elif said.text or said is cover.title:
            yield _fixed(said.text)
    for fact in cover.facts:
        values = "\n".join(value.text for value in fact.values)
        yield _fixed(f"{fact.label.text}\t{values}")
    yield from (_fixed(note.text) for note in cover.notes)
    yield _fixed(cover.mark.text)


def _heading(heading: Heading, places: Places) -> Iterator[Piece]:
    first, shown = visible_text.lead(heading), visible_text.answer(heading)
    key = Key.parse(heading.key) if heading.key else None
    if first:
        yield Piece(Role.FIXED, seen(first), key, heading=heading.level)
    if heading.key:
        piece = _answered(places.next(heading.key), shown)
        yield replace(piece, heading=heading.level, goes_on=bool(first))


def _answer(block: Answer, places: Places) -> Iterator[Piece]:
    if not visible_text.is_shown(block):
        return
    text = visible_text.of_answer(block.text.text)
    if block.key:
        yield _answered(places.next(block.key), text, missing=block.missing)
    else:
        yield _fixed(text)


def _table(table: Table, number: int, places: Places, *, is_captioned: bool) -> Iterator[Piece]:
    if is_captioned:
        yield _fixed(table.title.text)
    for place, column in enumerate(table.columns):
        has_below = column.below and not column.upright
        below = (column.below.text,) if column.below and has_below else ()
        text = "\n".join((column.head.text, *below))
        yield _fixed(text, spot=Spot(number, 0, place))
    runs = [column.run for column in table.columns]
    for at, row in enumerate(table.rows, start=1):
        asked = next((cell.key for cell in row if cell.key), "")
        label = asked if len(row) == len(("asked", "answer")) else ""
        for place, (cell, run) in enumerate(zip(row, runs, strict=True)):
            spot, text = Spot(number, at, place), visible_text.cell(cell, run)
            if cell.key:
                missing = not is_answered(cell)
                yield _answered(places.next(cell.key), text, missing=missing, spot=spot)
            else:
                whole = "\n".join((text, *(one.text for one in cell.below)))
                yield _fixed(whole, label, spot=spot)


def _answered(place: Place, text: str, *, missing: bool = False, spot: Spot | None = None) -> Piece:
    return Piece(Role.ANSWER, seen(text), place.key, missing, place.anchor, spot)


def _fixed(text: str, key: str = "", *, spot: Spot | None = None) -> Piece:
    return Piece(Role.FIXED, seen(text), parsed(key) if key else None, spot=spot)
