"""Small documents by hand: what was sent, and what somebody made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.review_import.docx_reader.document import (
    By,
    Comment,
    Control,
    Fate,
    Line,
    Returned,
    Span,
)
from erasmus_desk.review_import.matching.line_texts import plain
from erasmus_desk.review_import.matching.matcher import Found, Loose, Placed, placed
from erasmus_desk.round_trip.record import Grid, Piece, Role, Sent, Spot, tag
from erasmus_desk.round_trip.visible_text import harmless, lines

ANNA, BEN = By("Anna"), By("Ben")


def fixed(text: str, leads: str = "", heading: int = 0, spot: Spot | None = None) -> Piece:
    key = Key.parse(leads) if leads else None
    return Piece(Role.FIXED, text, key, heading=heading, spot=spot)


def answer(key: str, text: str, spot: Spot | None = None, *, missing: bool = False) -> Piece:
    return Piece(Role.ANSWER, text, Key.parse(key), missing, f"_Desk_{key}", spot)


def asked(key: str, label: str, text: str) -> tuple[Piece, Piece]:
    return fixed(label, key), answer(key, text)


def record(
    pieces: Iterable[Piece], values: dict[str, Value] | None = None, grids: Sequence[Grid] = ()
) -> Sent:
    its = tuple(pieces)
    texts: dict[Key, Value] = {
        one.key: one.text for one in its if one.role is Role.ANSWER and one.key and not one.missing
    }
    texts |= {Key.parse(name): value for name, value in (values or {}).items()}
    return Sent("d", "s", "p", "clean", "en", its, tuple(grids), MappingProxyType(texts))


def line(
    text: str,
    key: str = "",
    *,
    spot: Spot | None = None,
    heading: int = 0,
    anchor: str = "",
    comments: tuple[str, ...] = (),
) -> Line:
    control = Control(key if len(key) < 60 else tag(Key.parse(key)), 1) if key else None
    span = Span(text, control=control, anchors=(anchor,) if anchor else (), comments=comments)
    return Line((span,), spot=spot, heading=heading)


def spans(*parts: str | tuple[str, str], spot: Spot | None = None) -> Line:
    """A line of several stretches: words, or the key of a control and its words."""
    made = [
        Span(one) if isinstance(one, str) else Span(one[1], control=Control(one[0], 1))
        for one in parts
    ]
    return Line(tuple(made), spot=spot)


def tracked(*parts: str | Span, key: str = "", spot: Spot | None = None) -> Line:
    """A line with tracked changes: `put`, `cut` and plain words."""
    control = Control(key, 1) if key else None
    its = [one if isinstance(one, Span) else Span(one) for one in parts]
    return Line(tuple(replace(one, control=control) for one in its), spot=spot)


def put(text: str, by: By = ANNA) -> Span:
    return Span(text, Fate.INSERTED, by)


def cut(text: str, by: By = ANNA) -> Span:
    return Span(text, Fate.DELETED, by)


def whole(sent: Sent, *, controls: bool = True) -> list[Line]:
    """The document as it was sent."""
    made: list[Line] = []
    control: Control | None = None
    for number, piece in enumerate(sent.pieces):
        is_answer = piece.role is Role.ANSWER and piece.key is not None
        control = Control(tag(piece.key), number) if is_answer and piece.key else None
        held = control if controls else None
        for place, text in enumerate(lines(harmless(piece.text))):
            span = Span(text, control=held)
            if piece.goes_on and not place:
                made[-1] = replace(made[-1], spans=(*made[-1].spans, span))
            elif text.strip() or piece.spot:
                made.append(Line((span,), spot=piece.spot, heading=piece.heading))
    return made


def file(came: Iterable[Line], comments: Iterable[Comment] = ()) -> Returned:
    return Returned("file.docx", "digest", tuple(came), tuple(comments))


def home(sent: Sent, came: Iterable[Line]) -> Placed:
    found = placed(sent, file(came))
    check_nothing_is_lost(sent, list(came), found)
    return found


def changed(found: Placed) -> dict[str, str]:
    """The answers that are not as they were sent, each with its words."""
    return {str(one.key): said(one) for one in found.found if one.is_changed}


def said(found: Found) -> str:
    return "\n".join(one.text for one in found.lines)


def texts(loose: Iterable[Loose]) -> list[tuple[str, str]]:
    return [(one.text, one.was) for one in loose]


def check_nothing_is_lost(sent: Sent, came: Sequence[Line], found: Placed) -> None:
    """Every word of the file was sent, is in an answer, a row, or loose; and the reverse."""
    known = {plain(part) for piece in sent.pieces for part in lines(harmless(piece.text))}
    rows = [text for row in found.rows_added for _, its in row.cells for text in its]
    homes = [
        *(one.text for each in found.found for one in each.lines),
        *(one.text for one in rows),
        *(one.text for one in found.loose),
    ]
    there = {plain(text) for home in homes for text in lines(home)} | known
    tables = {grid.table for grid in sent.grids}
    for one in came:
        is_listed = one.spot is not None and one.spot.table in tables
        for text in map(plain, lines(one.text)):
            if is_listed and text.isdecimal():
                continue  # the running numbers of rows follow them
            assert not text or text in there or _is_made_of(text, there), f"lost: {text!r}"
    left = {plain(text) for one in came for text in lines(one.text)}
    gone = " \x00 ".join(plain(part) for one in found.loose for part in lines(one.was))
    keys = {one.key for one in found.found} | set(found.missing)
    keys |= {Key(name, row.item) for row in found.rows_removed for name in row.grid.questions}
    for piece in sent.pieces:
        if piece.role is Role.FIXED and not piece.spot:
            for text in map(plain, lines(harmless(piece.text))):
                is_there = text in left or any(text in one for one in left)
                assert not text or is_there or text in gone, f"taken out unseen: {text!r}"
        elif piece.role is Role.ANSWER and piece.key and not piece.missing:
            assert piece.key in keys, f"gone unseen: {piece.key}"


def _is_made_of(text: str, parts: set[str]) -> bool:
    """Whether a line is nothing but such parts, one behind the other."""
    usable = [part for part in parts if part and part in text]
    ends = {0}
    for at in range(len(text)):
        if at in ends and text[at] == " ":
            ends.add(at + 1)
        elif at in ends:
            ends |= {at + len(part) for part in usable if text.startswith(part, at)}
    return len(text) in ends
