"""Rows pasted from a spreadsheet: nothing of a cell is lost, and nothing is guessed in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.call.form import ListSpec, Question, QuestionType, Shape
from erasmus_desk.call.funding import Confidence, Evidence
from erasmus_desk.draft.model import Draft, Key, PackRef
from erasmus_desk.draft.pasted_rows import (
    PastedQuestion,
    build_pasted_rows,
    find_headings,
    guess_columns,
    read_cell,
    split_cells,
)
from tests.core.draft.drafts import MOMENT

EVIDENCE = Evidence(Confidence.A, ("own",))


def ask(
    name: str,
    kind: QuestionType,
    *headings: str,
    form: str = "",
    names: dict[str, str] | None = None,
) -> PastedQuestion:
    shape = Shape("#########", EVIDENCE) if form == "pic" else None
    question = Question(name, kind, EVIDENCE, format=form, shape=shape)
    return PastedQuestion(question, headings, names or {})


ASKED = (
    ask("name", QuestionType.LINE, "Officiële naam", "name"),
    ask("city", QuestionType.LINE, "Plaats", "city", form="city"),
    ask(
        "country", QuestionType.CHOICE, "Land", names={"be": "BE", "belgie": "BE", "kroatie": "HR"}
    ),
    ask("pic", QuestionType.LINE, "PIC", form="pic"),
    ask("email", QuestionType.LINE, "E-mail", form="email"),
    ask("staff", QuestionType.NUMBER, "Personeelsleden"),
)
SPEC = ListSpec("schools", "name", tuple(one.question.id for one in ASKED))
LIKELY = ("name", "city", "country", "pic")


def make_draft(*names: str) -> Draft:
    ids = tuple(f"i{place}" for place in range(len(names)))
    answers = {Key("name", item): name for item, name in zip(ids, names, strict=True) if name}
    return Draft("d", PackRef("p", "1", 1), MOMENT, MOMENT, {Key("schools"): ids, **answers})


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", ()),
        ("\r\n", ()),
        ("a", (("a",),)),
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\tb\nc\n", (("a", "b"), ("c", ""))),
        ("a\t\tb", (("a", "", "b"),)),
        ('"a\nb"\tc', (("a\nb", "c"),)),
        ('"School ""De Brug"""\tGent', (('School "De Brug"', "Gent"),)),
        ('"Duga" škola\tSplit', (('"Duga" škola', "Split"),)),
        ('"Duga"\tSplit', (('"Duga"', "Split"),)),
        ('12" of snow\tx', (('12" of snow', "x"),)),
    ],
)
def test_cells_are_split_as_spreadsheets_copy_them(
    text: str, cells: tuple[tuple[str, ...], ...]
) -> None:
    assert split_cells(text) == cells


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_no_cell_is_lost(rows: list[list[str]]) -> None:
    def write(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if '""' in cell else cell

    rows = [[cell.strip('"') for cell in row] for row in rows]
    text = "\r\n".join("\t".join(write(cell) for cell in row) for row in rows)
    found = split_cells(text)
    while rows and not any(rows[-1]):
        rows.pop()
    assert [list(row) for row in found] == rows


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        (("Naam", "Land", "PIC"), ("name", "country", "pic")),
        (("PIC ", "officiele NAAM*", "plaats:"), ("pic", "name", "city")),
        (("Naam", "", "PIC"), ("name", "", "pic")),
        (("name", "city", "Remark"), ("name", "city", "")),
        (("Škola Duga", "Split", "911110001"), ()),
        (("Land", "Split", "911110001"), ()),
    ],
)
def test_headings_are_known_in_other_case_and_by_some_of_their_words(
    row: tuple[str, ...], columns: tuple[str, ...]
) -> None:
    assert find_headings(row, ASKED) == columns


def test_columns_without_headings_are_told_by_their_looks() -> None:
    rows = (
        ("1", "Škola Duga", "Split", "Kroatië", "911110001", "a@b.example", "12"),
        ("2", "De Brug", "Gent", "BE", "911110002", "", "30"),
    )
    found = guess_columns(rows, ASKED, LIKELY)
    assert found == ("", "name", "city", "country", "pic", "email", "")


def test_values_are_read_as_in_the_fields() -> None:
    by_id = {one.question.id: one for one in ASKED}
    assert read_cell("België.", by_id["country"], "nl") == "BE"
    assert read_cell("Nergens", by_id["country"], "nl") is None
    assert read_cell("1.234", by_id["staff"], "nl") == 1234
    assert read_cell("many", by_id["staff"], "nl") == "many"
    assert read_cell("0123", by_id["pic"], "nl") == "0123"


def test_rows_go_over_the_items_from_one_on_and_then_become_new_ones() -> None:
    draft = make_draft("One", "Two")
    rows = ({"name": "2", "city": "Gent"}, {"name": "3", "country": "Nergens"})
    pasted = build_pasted_rows(draft, SPEC, rows, ASKED, "nl", "i1")
    after = draft.apply(*pasted.change_set.changes)
    (new,) = pasted.items
    assert after.items("schools") == ("i0", "i1", new)
    assert [after.text("name", one) for one in after.items("schools")] == ["One", "2", "3"]
    assert after.text("city", "i1") == "Gent"
    assert pasted.unread == (("country", "Nergens"),)
    assert after.apply(*pasted.change_set.invert().changes).answers == draft.answers


def test_rows_fill_the_items_at_the_end_about_which_nothing_is_said() -> None:
    """As the applicant of a new proposal is."""
    draft = make_draft("One", "", "")
    rows = ({"name": "2"}, {"name": "3"}, {"name": "4"})
    pasted = build_pasted_rows(draft, SPEC, rows, ASKED, "nl")
    after = draft.apply(*pasted.change_set.changes)
    *filled, new = pasted.items
    assert filled == ["i1", "i2"]
    assert after.items("schools") == ("i0", "i1", "i2", new)
    assert [after.text("name", one) for one in after.items("schools")] == ["One", "2", "3", "4"]
    assert build_pasted_rows(draft, SPEC, rows[:1], ASKED, "nl").items == ("i1",)


def test_an_empty_cell_of_a_block_empties_the_answer_but_an_unknown_choice_does_not() -> None:
    draft = make_draft("One").apply(
        *(make_draft("One").change(Key(name, "i0"), text) for name, text in (("city", "Gent"),)),
        make_draft("One").change(Key("country", "i0"), "BE"),
    )
    pasted = build_pasted_rows(
        draft, SPEC, ({"city": "", "country": "Nergens"},), ASKED, "nl", "i0"
    )
    after = draft.apply(*pasted.change_set.changes)
    assert (after.text("city", "i0"), after.text("country", "i0")) == ("", "BE")
