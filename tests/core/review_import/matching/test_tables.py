"""Table cells are matched by row and column to item and question."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.review_import.docx_reader.document import Paragraph, Revision, Run
from erasmus_desk.review_import.matching.matcher import match_document
from erasmus_desk.round_trip.record import CellPosition, RecordBlock, RecordTable, SentRecord
from tests.core.review_import.papers import (
    ANNA,
    get_changed,
    list_sent,
    list_unmatched,
    make_answer,
    make_document,
    make_fixed,
    make_paragraph,
    make_record,
    match_paragraphs,
)

PLACES = [
    ("a", "Lyon", "France", "12"),
    ("b", "Gent", "Belgium", "7"),
    ("c", "Porto", "Portugal", "9"),
]
HEADS = ("No.", "City", "Country", "Pupils")
QUESTIONS = ("", "city", "country", "pupils")


def grid_pieces() -> list[RecordBlock]:
    heads = [make_fixed(text, cell=CellPosition(0, 0, at)) for at, text in enumerate(HEADS)]
    cells = [
        make_answer(f"{QUESTIONS[at]}@{item}", text, CellPosition(0, row, at))
        if at
        else make_fixed(str(row), cell=CellPosition(0, row, 0))
        for row, (item, *own) in enumerate(PLACES, start=1)
        for at, text in enumerate(["", *own])
    ]
    return [*heads, *cells]


GRID = RecordTable(0, Key("places"), ("a", "b", "c"), QUESTIONS)
FACTS = [
    *(make_fixed(text, cell=CellPosition(1, 0, at)) for at, text in enumerate(("Asked", "Answer"))),
    *(
        block
        for row, (key, label, text) in enumerate(
            [
                ("start", "Starts on", "1 May"),
                ("months", "Months", "24"),
                ("agency", "Agency", "BE01"),
            ],
            start=1,
        )
        for block in (
            make_fixed(label, key, cell=CellPosition(1, row, 0)),
            make_answer(key, text, CellPosition(1, row, 1)),
        )
    ),
]
SENT = make_record(
    [make_fixed("Places", "city@a", 1), *grid_pieces(), make_fixed("Facts", "start", 1), *FACTS],
    tables=[GRID],
)
BOTH = pytest.mark.parametrize("controls", [True, False], ids=["controls", "plain"])


def table(rows: list[list[Paragraph]], number: int = 0) -> list[Paragraph]:
    """A table from the lines of its cells, rows and columns counted anew."""
    return [
        replace(one, cell=CellPosition(number, row, column))
        for row, cells in enumerate(rows)
        for column, one in enumerate(cells)
    ]


def rows_of(returned: list[Paragraph], number: int = 0) -> list[list[Paragraph]]:
    rows: dict[int, list[Paragraph]] = {}
    for one in returned:
        if one.cell and one.cell.table == number:
            rows.setdefault(one.cell.row, []).append(one)
    return list(rows.values())


def with_grid(
    rows: list[list[Paragraph]], *, controls: bool, sent: SentRecord = SENT
) -> list[Paragraph]:
    returned = list_sent(sent, controls=controls)
    behind = [one for one in returned if not one.cell or one.cell.table]
    return [behind[0], *table(rows), *behind[1:]]


@BOTH
def test_a_changed_cell_is_the_answer_of_its_row_and_column(controls: bool) -> None:
    rows = rows_of(list_sent(SENT, controls=controls))
    rows[2][1] = replace(rows[2][1], runs=(replace(rows[2][1].runs[0], text="Brugge"),))
    found = match_paragraphs(SENT, with_grid(rows, controls=controls))
    assert get_changed(found) == {"city@b": "Brugge"}
    assert not found.unmatched
    assert not found.rows_added
    assert not found.rows_removed


@BOTH
def test_an_emptied_cell_is_an_emptied_answer(controls: bool) -> None:
    rows = rows_of(list_sent(SENT, controls=controls))
    rows[2][1] = replace(rows[2][1], runs=(replace(rows[2][1].runs[0], text=""),))
    found = match_paragraphs(SENT, with_grid(rows, controls=controls))
    (one,) = [one for one in found.answers if one.is_changed]
    assert (one.key, one.is_empty) == (Key("city", "b"), True)


@BOTH
@pytest.mark.parametrize("place", [1, 2, 4])
def test_an_added_row_changes_no_other(controls: bool, place: int) -> None:
    rows = rows_of(list_sent(SENT, controls=controls))
    rows.insert(
        place,
        [
            make_paragraph("4"),
            make_paragraph("Turku"),
            make_paragraph("Finland"),
            make_paragraph("11"),
        ],
    )
    found = match_paragraphs(SENT, with_grid(rows, controls=controls))
    assert get_changed(found) == {}
    assert not found.unmatched
    (row,) = found.rows_added
    assert row.after == ["", "", "a", "b", "c"][place]
    assert [(name, own[0].text) for name, own in row.cells] == [
        ("city", "Turku"),
        ("country", "Finland"),
        ("pupils", "11"),
    ]


def test_a_copied_row_is_a_new_row_though_it_has_the_controls_of_the_old() -> None:
    rows = rows_of(list_sent(SENT))
    copy = [
        replace(one, runs=(replace(one.runs[0], text=text),))
        for one, text in zip(rows[1], ("1", "Nice", "France", "30"), strict=True)
    ]
    found = match_paragraphs(SENT, with_grid([*rows[:2], copy, *rows[2:]], controls=True))
    assert get_changed(found) == {}
    (row,) = found.rows_added
    assert (row.after, row.cells[0][1][0].text) == ("a", "Nice")


@BOTH
def test_a_removed_row_is_reported_once(controls: bool) -> None:
    rows = rows_of(list_sent(SENT, controls=controls))
    del rows[2]
    found = match_paragraphs(SENT, with_grid(rows, controls=controls))
    assert [one.item for one in found.rows_removed] == ["b"]
    assert get_changed(found) == {}
    assert not found.unmatched


def test_a_row_that_a_tracked_change_took_out_goes_with_its_author() -> None:
    returned = list_sent(SENT)
    deleted = [
        replace(
            one,
            runs=(replace(one.runs[0], revision=Revision.DELETED, by=ANNA),),
            is_row_removed=True,
            row_by=ANNA,
            original_row=2,
        )
        if one.cell and one.cell.table == 0 and one.cell.row == 2
        else replace(one, cell=CellPosition(0, 2, one.cell.column))
        if one.cell and one.cell.table == 0 and one.cell.row == 3
        else one
        for one in returned
    ]
    found = match_document(SENT, make_document(deleted))
    assert [(one.item, one.by) for one in found.rows_removed] == [("b", ANNA)]
    assert get_changed(found) == {}
    assert not found.unmatched


@BOTH
def test_rows_that_changed_places_are_an_order(controls: bool) -> None:
    rows = rows_of(list_sent(SENT, controls=controls))
    found = match_paragraphs(
        SENT, with_grid([rows[0], rows[3], rows[1], rows[2]], controls=controls)
    )
    assert found.row_orders == ((Key("places"), ("c", "a", "b")),)
    assert get_changed(found) == {}
    assert not found.rows_added


@BOTH
def test_columns_are_known_by_their_heads(controls: bool) -> None:
    rows = [[one[0], one[3], one[1], one[2]] for one in rows_of(list_sent(SENT, controls=controls))]
    rows[1][1] = replace(rows[1][1], runs=(replace(rows[1][1].runs[0], text="13"),))
    assert get_changed(match_paragraphs(SENT, with_grid(rows, controls=controls))) == {
        "pupils@a": "13"
    }


@BOTH
def test_an_added_column_is_unmatched_near_its_row(controls: bool) -> None:
    rows = rows_of(list_sent(SENT, controls=controls))
    for row, text in zip(rows, ("Remark", "small", "", "by the sea"), strict=True):
        row.append(make_paragraph(text))
    found = match_paragraphs(SENT, with_grid(rows, controls=controls))
    assert get_changed(found) == {}
    assert [(one.text, one.near) for one in found.unmatched] == [
        ("Remark", None),
        ("small", Key("city", "a")),
        ("by the sea", Key("city", "c")),
    ]


@BOTH
def test_a_renamed_label_in_a_table_is_unmatched_and_its_answer_stays(controls: bool) -> None:
    returned = [
        replace(one, runs=(Run("First day"),)) if one.text == "Starts on" else one
        for one in list_sent(SENT, controls=controls)
    ]
    found = match_paragraphs(SENT, returned)
    assert get_changed(found) == {}
    assert list_unmatched(found.unmatched) == [("First day", "Starts on")]
    assert (found.unmatched[0].near, found.unmatched[0].reason) == (
        Key("start"),
        UnresolvedReason.FIXED,
    )


@BOTH
def test_answers_in_a_table_with_a_row_less_stay_where_they_are(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    rows = rows_of(returned, 1)
    del rows[2]
    rows[2][1] = replace(rows[2][1], runs=(replace(rows[2][1].runs[0], text="NL01"),))
    found = match_paragraphs(
        SENT, [*(one for one in returned if not one.cell or not one.cell.table), *table(rows, 1)]
    )
    assert get_changed(found) == {"agency": "NL01"}
    assert found.missing == (Key("months"),)
    assert list_unmatched(found.unmatched) == [("", "Months")]


@BOTH
def test_an_added_table_is_unmatched(controls: bool) -> None:
    returned = list_sent(SENT, controls=controls)
    new = table(
        [
            [make_paragraph("Who"), make_paragraph("What")],
            [make_paragraph("Anna"), make_paragraph("Maps")],
        ],
        2,
    )
    found = match_paragraphs(SENT, [*returned, *new])
    assert get_changed(found) == {}
    assert [one.text for one in found.unmatched] == ["Who\nWhat\nAnna\nMaps"]


@BOTH
def test_a_line_behind_a_table_is_no_part_of_its_last_cell(controls: bool) -> None:
    found = match_paragraphs(
        SENT, [*list_sent(SENT, controls=controls), make_paragraph("A word at the end.")]
    )
    assert get_changed(found) == {}
    assert [(one.text, one.near) for one in found.unmatched] == [
        ("A word at the end.", Key("agency"))
    ]
