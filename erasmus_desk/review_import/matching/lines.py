"""What was sent and what came back as lines that can be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import Fate, Line, Span
from erasmus_desk.review_import.matching.line_texts import plain
from erasmus_desk.review_import.matching.result import How
from erasmus_desk.round_trip.record import Piece, Role, Sent, Spot, tag
from erasmus_desk.round_trip.visible_text import BREAK, lines

_PAGE = re.compile(r"[\s.…·_]*\b(?:\d+|[ivxlc]+)$")
_NEW = {Fate.INSERTED}
"""What was not there when the file was sent. What was moved here was, elsewhere."""
_NOT_HERE = {Fate.MOVED_AWAY}


class Part(Struct, frozen=True):
    """A stretch of a line that was sent: which piece it is of, and its words."""

    piece: int
    key: Key | None
    text: str


class Rail(Struct, frozen=True):
    """A line that was sent, not a blank one; a line of the file is laid against it.

    `key` is that of the answer in it, `leads` that of the answer which its words introduce.
    """

    text: str
    parts: tuple[Part, ...]
    role: Role
    key: Key | None
    leads: Key | None
    spot: Spot | None
    heading: int
    is_empty: bool

    @property
    def piece(self) -> int:
        """The piece of its answer, or else its first."""
        return next((part.piece for part in self.parts if part.key), self.parts[0].piece)


class Strand(Struct, frozen=True, eq=False):
    """A line of the file, or what a break inside a paragraph makes of it.

    `text` is what stands there now, `was` what stood there before tracked changes, both as they
    count when compared. `keys` are the answers that its spans are known to be of.
    """

    number: int
    line: Line
    spans: tuple[Span, ...]
    text: str
    was: str
    keys: tuple[Key | None, ...]
    how: How

    @property
    def key(self) -> Key | None:
        """The first answer that it is known to be of."""
        return next((key for key in self.keys if key), None)

    @property
    def spot(self) -> Spot | None:
        """Its cell, if it stands in a table."""
        return self.line.spot

    @property
    def said(self) -> str:
        """Its words as they are."""
        return "".join(span.text for span in self.spans if not span.fate.is_gone)

    @property
    def was_said(self) -> str:
        """The words that stood there before tracked changes, with the line ends that went."""
        return "".join(span.text for span in self.spans if _was_there(span))


def contents_form(text: str) -> str:
    """Give an entry of a table of contents without its page number, which Word makes anew."""
    return plain(_PAGE.sub("", text))


def rails(sent: Sent) -> list[Rail]:
    """Give the lines that were sent. Pieces that go on in the paragraph before share its line."""
    open_line: list[Part] = []
    found: list[Rail] = []
    for number, piece in enumerate(sent.pieces):
        if piece.role in {Role.EDGE, Role.ALOUD}:
            continue
        key = piece.key if piece.role is Role.ANSWER else None
        if open_line and not piece.goes_on:
            found.extend(_rail(open_line, sent))
            open_line = []
        for place, text in enumerate(lines(piece.text)):
            if place:
                found.extend(_rail(open_line, sent))
                open_line = []
            open_line = [*open_line, Part(number, key, plain(text))]
    return [*found, *_rail(open_line, sent)]


def _rail(parts: list[Part], sent: Sent) -> Iterator[Rail]:
    seen = tuple(part for part in parts if part.text)
    if not seen:
        return
    pieces = [sent.pieces[part.piece] for part in seen]
    answer = next((piece for piece in pieces if piece.role is Role.ANSWER), None)
    yield Rail(
        " ".join(part.text for part in seen),
        seen,
        (answer or pieces[0]).role,
        answer.key if answer else None,
        next((piece.key for piece in pieces if piece.role is Role.FIXED and piece.key), None),
        pieces[0].spot,
        pieces[0].heading,
        answer is not None and answer.missing,
    )


class Names:
    """By what a file names answers: the tags of controls and the names of bookmarks."""

    def __init__(self, sent: Sent) -> None:
        """Gather the names of a record."""
        keys = {piece.key for piece in sent.pieces if _is_answer(piece)}
        for grid in sent.grids:
            keys |= {Key(name, item) for name in grid.questions if name for item in grid.items}
        self._tags = {tag(key): key for key in keys if key}
        self._anchors = {one.anchor: one.key for one in sent.pieces if one.anchor and one.key}

    def of(self, span: Span) -> tuple[Key | None, How]:
        """Give the answer that a span is known to be of, by its control or by a bookmark.

        The box of a choice has a control of its own, with the choice behind the answer's tag.
        """
        if span.control is not None:
            name = span.control.tag
            key = self._tags.get(name) or self._tags.get(name.rpartition("=")[0])
            if key is not None:
                return key, How.CONTROL
        for name in reversed(span.anchors):
            if name in self._anchors:
                return self._anchors[name], How.ANCHOR
        return None, How.HEADING


def _is_answer(piece: Piece) -> bool:
    return piece.role is Role.ANSWER and piece.key is not None


def strands(came: Iterable[Line], names: Names) -> list[Strand]:
    """Give the lines of the file, paragraphs with breaks inside as several."""
    found: list[Strand] = []
    for line in came:
        for spans in _broken(line.spans):
            known = [names.of(span) for span in spans]
            found.append(
                Strand(
                    len(found),
                    line,
                    spans,
                    plain("".join(span.text for span in spans if not span.fate.is_gone)),
                    plain("".join(span.text for span in spans if _was_there(span))),
                    tuple(key for key, _ in known),
                    min((how for key, how in known if key), default=How.HEADING),
                )
            )
    return found


def _was_there(span: Span) -> bool:
    return span.fate not in _NEW and span.fate not in _NOT_HERE and not span.is_fleeting


def _broken(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Part a paragraph where a break stands in it that is content."""
    parts: list[Span] = []
    for span in spans:
        if span.fate.is_gone:
            parts.append(span)
            continue
        first, *rest = BREAK.split(span.text)
        parts.append(_with(span, first))
        for text in rest:
            yield tuple(parts)
            parts = [_with(span, text)]
    yield tuple(parts)


def _with(span: Span, text: str) -> Span:
    if text == span.text:
        return span
    return Span(
        text, span.fate, span.by, span.control, span.anchors, span.comments, span.is_fleeting
    )


def shown(sent: Sent) -> Mapping[Key, tuple[Piece, ...]]:
    """Give the pieces that show each answer."""
    found: dict[Key, list[Piece]] = {}
    for piece in sent.pieces:
        if piece.role is Role.ANSWER and piece.key is not None:
            found.setdefault(piece.key, []).append(piece)
    return {key: tuple(pieces) for key, pieces in found.items()}
