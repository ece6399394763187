"""What stands in a table goes by row and column: to the item and the question it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import Why
from erasmus_desk.review_import.docx_reader.document import Fate, Line, Span
from erasmus_desk.review_import.matching.matcher import placed
from erasmus_desk.round_trip.record import Grid, Piece, Sent, Spot
from tests.core.review_import.papers import (
    ANNA,
    answer,
    changed,
    file,
    fixed,
    home,
    line,
    record,
    texts,
    whole,
)

PLACES = [
    ("a", "Lyon", "France", "12"),
    ("b", "Gent", "Belgium", "7"),
    ("c", "Porto", "Portugal", "9"),
]
HEADS = ("No.", "City", "Country", "Pupils")
QUESTIONS = ("", "city", "country", "pupils")


def grid_pieces() -> list[Piece]:
    heads = [fixed(text, spot=Spot(0, 0, at)) for at, text in enumerate(HEADS)]
    cells = [
        answer(f"{QUESTIONS[at]}@{item}", text, Spot(0, row, at))
        if at
        else fixed(str(row), spot=Spot(0, row, 0))
        for row, (item, *its) in enumerate(PLACES, start=1)
        for at, text in enumerate(["", *its])
    ]
    return [*heads, *cells]


GRID = Grid(0, Key("places"), ("a", "b", "c"), QUESTIONS)
FACTS = [
    *(fixed(text, spot=Spot(1, 0, at)) for at, text in enumerate(("Asked", "Answer"))),
    *(
        piece
        for row, (key, label, text) in enumerate(
            [
                ("start", "Starts on", "1 May"),
                ("months", "Months", "24"),
                ("agency", "Agency", "BE01"),
            ],
            start=1,
        )
        for piece in (fixed(label, key, spot=Spot(1, row, 0)), answer(key, text, Spot(1, row, 1)))
    ),
]
SENT = record(
    [fixed("Places", "city@a", 1), *grid_pieces(), fixed("Facts", "start", 1), *FACTS], grids=[GRID]
)
BOTH = pytest.mark.parametrize("controls", [True, False], ids=["controls", "plain"])


def table(rows: list[list[Line]], number: int = 0) -> list[Line]:
    """A table from the lines of its cells, rows and columns counted anew."""
    return [
        replace(one, spot=Spot(number, row, column))
        for row, cells in enumerate(rows)
        for column, one in enumerate(cells)
    ]


def rows_of(came: list[Line], number: int = 0) -> list[list[Line]]:
    rows: dict[int, list[Line]] = {}
    for one in came:
        if one.spot and one.spot.table == number:
            rows.setdefault(one.spot.row, []).append(one)
    return list(rows.values())


def with_grid(rows: list[list[Line]], *, controls: bool, sent: Sent = SENT) -> list[Line]:
    came = whole(sent, controls=controls)
    behind = [one for one in came if not one.spot or one.spot.table]
    return [behind[0], *table(rows), *behind[1:]]


@BOTH
def test_a_changed_cell_is_the_answer_of_its_row_and_column(controls: bool) -> None:
    rows = rows_of(whole(SENT, controls=controls))
    rows[2][1] = replace(rows[2][1], spans=(replace(rows[2][1].spans[0], text="Brugge"),))
    found = home(SENT, with_grid(rows, controls=controls))
    assert changed(found) == {"city@b": "Brugge"}
    assert not found.loose
    assert not found.rows_added
    assert not found.rows_removed


@BOTH
def test_an_emptied_cell_is_an_emptied_answer(controls: bool) -> None:
    rows = rows_of(whole(SENT, controls=controls))
    rows[2][1] = replace(rows[2][1], spans=(replace(rows[2][1].spans[0], text=""),))
    found = home(SENT, with_grid(rows, controls=controls))
    (one,) = [one for one in found.found if one.is_changed]
    assert (one.key, one.is_empty) == (Key("city", "b"), True)


@BOTH
@pytest.mark.parametrize("place", [1, 2, 4])
def test_a_row_that_came_is_no_change_to_the_others(controls: bool, place: int) -> None:
    rows = rows_of(whole(SENT, controls=controls))
    rows.insert(place, [line("4"), line("Turku"), line("Finland"), line("11")])
    found = home(SENT, with_grid(rows, controls=controls))
    assert changed(found) == {}
    assert not found.loose
    (row,) = found.rows_added
    assert row.after == ["", "", "a", "b", "c"][place]
    assert [(name, its[0].text) for name, its in row.cells] == [
        ("city", "Turku"),
        ("country", "Finland"),
        ("pupils", "11"),
    ]


def test_a_copied_row_is_a_new_row_though_it_has_the_controls_of_the_old() -> None:
    rows = rows_of(whole(SENT))
    copy = [
        replace(one, spans=(replace(one.spans[0], text=text),))
        for one, text in zip(rows[1], ("1", "Nice", "France", "30"), strict=True)
    ]
    found = home(SENT, with_grid([*rows[:2], copy, *rows[2:]], controls=True))
    assert changed(found) == {}
    (row,) = found.rows_added
    assert (row.after, row.cells[0][1][0].text) == ("a", "Nice")


@BOTH
def test_a_row_that_went_is_told_once(controls: bool) -> None:
    rows = rows_of(whole(SENT, controls=controls))
    del rows[2]
    found = home(SENT, with_grid(rows, controls=controls))
    assert [one.item for one in found.rows_removed] == ["b"]
    assert changed(found) == {}
    assert not found.loose


def test_a_row_that_a_tracked_change_took_out_goes_with_its_author() -> None:
    came = whole(SENT)
    gone = [
        replace(
            one,
            spans=(replace(one.spans[0], fate=Fate.DELETED, by=ANNA),),
            is_row_gone=True,
            row_by=ANNA,
            was_row=2,
        )
        if one.spot and one.spot.table == 0 and one.spot.row == 2
        else replace(one, spot=Spot(0, 2, one.spot.column))
        if one.spot and one.spot.table == 0 and one.spot.row == 3
        else one
        for one in came
    ]
    found = placed(SENT, file(gone))
    assert [(one.item, one.by) for one in found.rows_removed] == [("b", ANNA)]
    assert changed(found) == {}
    assert not found.loose


@BOTH
def test_rows_that_changed_places_are_an_order(controls: bool) -> None:
    rows = rows_of(whole(SENT, controls=controls))
    found = home(SENT, with_grid([rows[0], rows[3], rows[1], rows[2]], controls=controls))
    assert found.orders == ((Key("places"), ("c", "a", "b")),)
    assert changed(found) == {}
    assert not found.rows_added


@BOTH
def test_columns_are_known_by_their_heads(controls: bool) -> None:
    rows = [[one[0], one[3], one[1], one[2]] for one in rows_of(whole(SENT, controls=controls))]
    rows[1][1] = replace(rows[1][1], spans=(replace(rows[1][1].spans[0], text="13"),))
    assert changed(home(SENT, with_grid(rows, controls=controls))) == {"pupils@a": "13"}


@BOTH
def test_a_column_that_came_is_loose_near_its_row(controls: bool) -> None:
    rows = rows_of(whole(SENT, controls=controls))
    for row, text in zip(rows, ("Remark", "small", "", "by the sea"), strict=True):
        row.append(line(text))
    found = home(SENT, with_grid(rows, controls=controls))
    assert changed(found) == {}
    assert [(one.text, one.near) for one in found.loose] == [
        ("Remark", None),
        ("small", Key("city", "a")),
        ("by the sea", Key("city", "c")),
    ]


@BOTH
def test_a_renamed_label_in_a_table_is_told_and_its_answer_stays(controls: bool) -> None:
    came = [
        replace(one, spans=(Span("First day"),)) if one.text == "Starts on" else one
        for one in whole(SENT, controls=controls)
    ]
    found = home(SENT, came)
    assert changed(found) == {}
    assert texts(found.loose) == [("First day", "Starts on")]
    assert (found.loose[0].near, found.loose[0].why) == (Key("start"), Why.FIXED)


@BOTH
def test_answers_in_a_table_with_a_row_less_stay_where_they_are(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    rows = rows_of(came, 1)
    del rows[2]
    rows[2][1] = replace(rows[2][1], spans=(replace(rows[2][1].spans[0], text="NL01"),))
    found = home(
        SENT, [*(one for one in came if not one.spot or not one.spot.table), *table(rows, 1)]
    )
    assert changed(found) == {"agency": "NL01"}
    assert found.missing == (Key("months"),)
    assert texts(found.loose) == [("", "Months")]


@BOTH
def test_a_whole_table_that_came_is_loose(controls: bool) -> None:
    came = whole(SENT, controls=controls)
    new = table([[line("Who"), line("What")], [line("Anna"), line("Maps")]], 2)
    found = home(SENT, [*came, *new])
    assert changed(found) == {}
    assert [one.text for one in found.loose] == ["Who\nWhat\nAnna\nMaps"]


@BOTH
def test_a_line_behind_a_table_is_no_part_of_its_last_cell(controls: bool) -> None:
    found = home(SENT, [*whole(SENT, controls=controls), line("A word at the end.")])
    assert changed(found) == {}
    assert [(one.text, one.near) for one in found.loose] == [("A word at the end.", Key("agency"))]
