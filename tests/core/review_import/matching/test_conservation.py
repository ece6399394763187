"""Whatever somebody does to a file, no word of it is lost and nothing goes unseen."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.docx_reader.document import Fate, Line, Span
from erasmus_desk.review_import.matching.matcher import placed
from erasmus_desk.round_trip.record import Grid, Piece, Role, Sent, Spot
from tests.core.review_import.papers import (
    ANNA,
    answer,
    changed,
    check_nothing_is_lost,
    file,
    fixed,
    line,
    record,
    whole,
)

_WORDS = st.lists(
    st.sampled_from(("river", "school", "water", "spring", "pupils", "maps", "teachers", "year")),
    min_size=1,
    max_size=9,
).map(" ".join)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=3).map("\n".join)


@st.composite
def papers(draw: st.DrawFn) -> Sent:
    """A document with headings, questions, numbered titles, and tables of both kinds."""
    pieces: list[Piece] = []
    grids: list[Grid] = []
    tables = 0
    for part in range(draw(st.integers(1, 4))):
        pieces.append(fixed(f"{part}. {draw(_WORDS)}", f"q{part}.0", 1))
        for at in range(draw(st.integers(0, 3))):
            label = draw(st.sampled_from(["Why is it?", "How is it done?"]) | _WORDS)
            pieces += [fixed(label, f"q{part}.{at}"), answer(f"q{part}.{at}", draw(_TEXTS))]
        if draw(st.booleans()):
            key = Key("title", f"t{part}")
            pieces.append(Piece(Role.FIXED, f"O{part}. ", key, heading=2))
            pieces.append(Piece(Role.ANSWER, draw(_WORDS), key, heading=2, goes_on=True))
        if draw(st.booleans()):
            items = tuple(f"i{part}{row}" for row in range(draw(st.integers(1, 3))))
            pieces += [fixed(one, spot=Spot(tables, 0, at)) for at, one in enumerate(("A", "B"))]
            for row, item in enumerate(items, start=1):
                pieces.append(answer(f"a@{item}", draw(_WORDS), Spot(tables, row, 0)))
                pieces.append(answer(f"b@{item}", draw(_WORDS), Spot(tables, row, 1)))
            grids.append(Grid(tables, Key(f"list{part}"), items, ("a", "b")))
            tables += 1
    return record(pieces, grids=grids)


_HANDS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "type", "edit", "move", "copy", "track", "drop", "break", "free"]),
        st.integers(0, 60),
        st.integers(0, 60),
        _WORDS,
    ),
    max_size=6,
)


def handled(came: list[Line], hands: list[tuple[str, int, int, str]]) -> list[Line]:  # noqa: C901 - one case for each thing that hands do
    """What becomes of a document in somebody's hands."""
    for what, place, other, words in hands:
        if not came:
            break
        at, to = place % len(came), other % len(came)
        one = came[at]
        span = one.spans[-1]
        match what:
            case "cut":
                del came[min(at, to) : max(at, to)]
            case "type":
                came.insert(at, line(f"typed {words}"))
            case "edit":
                new = f"{words} {span.text[: other % 7]}"
                came[at] = replace(one, spans=(*one.spans[:-1], replace(span, text=new)))
            case "move":
                low, high = min(at, to), max(at, to)
                came = [*came[high:], *came[low:high], *came[:low]]
            case "copy":
                came.insert(to, one)
            case "track":
                gone = replace(span, fate=Fate.DELETED, by=ANNA)
                new = Span(f"put {words}", Fate.INSERTED, ANNA, span.control)
                came[at] = replace(one, spans=(*one.spans[:-1], gone, new))
            case "drop":
                came[at] = replace(one, spans=tuple(replace(s, control=None) for s in one.spans))
            case "break":
                came[at] = replace(one, spans=(*one.spans, Span(f"\nbehind {words}")))
            case _:
                came[at] = replace(one, spot=None)
    return came


@settings(max_examples=250, deadline=None)
@given(papers(), _HANDS, st.booleans())
def test_no_word_is_lost_and_nothing_goes_unseen(
    sent: Sent, hands: list[tuple[str, int, int, str]], controls: bool
) -> None:
    came = handled(whole(sent, controls=controls), hands)
    check_nothing_is_lost(sent, came, placed(sent, file(came)))


@settings(max_examples=100, deadline=None)
@given(papers(), st.booleans())
def test_an_untouched_document_has_no_change(sent: Sent, controls: bool) -> None:
    found = placed(sent, file(whole(sent, controls=controls)))
    assert changed(found) == {}
    assert not found.loose
    assert not found.missing
    assert not any((found.rows_added, found.rows_removed, found.orders))


@pytest.mark.parametrize("controls", [True, False], ids=["controls", "plain"])
def test_five_thousand_lines_are_placed_in_no_time(controls: bool) -> None:
    dice = random.Random(4)  # noqa: S311 - no secret

    def words() -> str:
        return " ".join(str(dice.randrange(400)) for _ in range(12))

    pieces: list[Piece] = []
    for at in range(1700):
        pieces += [
            fixed(f"Question {at % 900}", f"q{at}"),
            answer(f"q{at}", f"{words()}\n{words()}"),
        ]
    sent = record(pieces)
    edited = [
        line(words()) if dice.random() < 0.3 else one for one in whole(sent, controls=controls)
    ]
    strange = [line(words()) for _ in range(5000)]
    for came in (whole(sent, controls=controls), edited, edited[2500:] + edited[:2500], strange):
        start = time.perf_counter()
        placed(sent, file(came))
        assert time.perf_counter() - start < 4
