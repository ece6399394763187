"""On paper nothing is cut, no heading stands alone, and what belongs together stays so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Cell,
    Column,
    Contents,
    Heading,
    Look,
    Paragraph,
    Profile,
    Question,
    Table,
    Tick,
    Ticks,
    Tone,
    Turn,
)
from tests.ui.editors import EXAMPLES
from tests.ui.page_layout.papers import (
    HEADINGS,
    body_of,
    document_of,
    paper_of,
    roles_of,
    said,
    style,
)
from ui.page_layout.boxes import Ground, Rule, Words
from ui.page_layout.document_layout import Paper

Items = Sequence[Words | Rule | Ground]
LONG = "Forty pupils from four schools build and describe what they have learnt. " * 12
URL = "https://example.org/" + "a-very-long-address-without-any-blank" * 12


@pytest.mark.parametrize("profile", [Profile.CLEAN, Profile.QUESTIONS])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_in_an_example_nothing_leaves_its_page_and_no_heading_ends_one(
    qapp: QApplication, example: Path, profile: Profile
) -> None:
    paper = Paper.of(document_of(example, profile), style())
    assert_sound(paper)


@settings(max_examples=40)
@given(st.data())
def test_whatever_the_document_no_heading_ends_a_page(
    qapp: QApplication, data: st.DataObject
) -> None:
    drawn = data.draw(st.lists(blocks(), min_size=1, max_size=24))
    # More headings in a row than a page holds, or one with nothing under it, are no document.
    drawn = [
        one
        for place, one in enumerate(drawn)
        if not (isinstance(one, Turn) and place and isinstance(drawn[place - 1], Heading | Turn))
    ]
    heads = [isinstance(one, Heading) for one in drawn]
    kept = [one for place, one in enumerate(drawn) if not all(heads[max(place - 2, 0) : place + 1])]
    assert_sound(paper_of(*kept))


def test_a_question_stands_on_the_page_where_its_answer_begins(qapp: QApplication) -> None:
    for count in range(30, 60):
        filling = [Answer("a", said("line")) for _ in range(count)]
        paper = paper_of(*filling, Question("q", said("Why?")), Answer("q", said(LONG)))
        question, *answer = [page for page, key in keys(paper) if key == "q"]
        assert question == answer[0]


def test_no_single_line_of_an_answer_is_left_behind_or_sent_ahead(qapp: QApplication) -> None:
    for count in range(40, 56):
        filling = [Answer("a", said("line")) for _ in range(count)]
        paper = paper_of(*filling, Answer("long", said(LONG)))
        pages = [page for page, key in keys(paper) if key == "long"]
        assert all(pages.count(page) > 1 for page in set(pages))


def test_the_head_of_a_table_stands_again_and_rows_stay_whole(qapp: QApplication) -> None:
    paper = paper_of(table(80, "one line\ntwo lines\nthree lines"))
    assert len(paper.pages) > 2
    for page in paper.pages:
        first = body_of(page)[0]
        assert "Head" in text_of(first.slice.items)
    rows = [one for page in paper.pages for one in body_of(page)[1:]]
    assert len(rows) == 80
    assert [one.again for page in paper.pages for one in body_of(page)[:1]].count(False) == 1


def test_a_row_taller_than_a_page_goes_on_with_every_line(qapp: QApplication) -> None:
    whole = "\n".join(f"line {number}." for number in range(200))
    paper = paper_of(table(1, whole))
    assert_sound(paper)
    found = "".join(
        text_of(one.slice.items) for page in paper.pages for one in body_of(page) if not one.again
    )
    assert all(f"line {number}." in found for number in range(200))


def test_a_long_address_breaks_inside_its_cell(qapp: QApplication) -> None:
    paper = paper_of(table(3, URL), Answer("a", said(URL)))
    assert_sound(paper)
    found = "".join(text_of(one.slice.items) for page in paper.pages for one in body_of(page))
    assert found.count(URL) == 4


def test_a_turn_lays_the_pages_on_their_side_and_back(qapp: QApplication) -> None:
    paper = paper_of(
        Answer("a", said("upright")),
        Turn(wide=True),
        table(2, "x"),
        Turn(wide=False),
        Answer("b", said("upright again")),
    )
    assert [page.leaf.width > page.leaf.height for page in paper.pages] == [False, True, False]


def test_the_contents_know_the_page_of_each_heading(qapp: QApplication) -> None:
    blocks: list[Block] = [Contents(said("Contents"))]
    for number in range(1, 12):
        blocks += [Heading(1, str(number), said(f"Part {number}")), Answer("a", said(LONG * 4))]
    paper = paper_of(*blocks)
    listed = [one.slice for one in body_of(paper.pages[0]) if one.slice.goes_to]
    assert len(listed) == 11
    for entry in listed:
        page = paper.where[entry.goes_to][0]
        assert text_of(entry.items).endswith(str(page + 1))
        assert any(roles_of(one) & HEADINGS for one in body_of(paper.pages[page]))


def test_a_changed_page_count_changes_every_footer(qapp: QApplication) -> None:
    paper = paper_of(*(Answer("a", said(LONG)) for _ in range(40)))
    count = len(paper.pages)
    for number, page in enumerate(paper.pages[1:], start=2):
        last = page.placed[-1]
        assert f"Page {number} of {count}" in text_of(last.slice.items)
    assert paper.pages[0].placed == body_of(paper.pages[0])


def test_a_very_long_header_leaves_the_text_its_room(qapp: QApplication) -> None:
    from dataclasses import replace  # noqa: PLC0415 - for this one test

    plain = paper_of(*(Answer("a", said(LONG)) for _ in range(12))).document
    edge = replace(plain.edge, left=said("A name of many words " * 30))
    paper = Paper.of(replace(plain, edge=edge), style())
    header = paper.pages[1].placed[-2]
    assert header.y + header.slice.height <= paper.pages[1].leaf.top
    assert_sound(paper)


def test_the_places_of_an_answer_are_told_by_its_key(qapp: QApplication) -> None:
    ticks = Ticks("t", (Tick(ticked=True, text=said("yes")), Tick(ticked=False, text=said("no"))))
    paper = paper_of(Question("q@1", said("Why?")), Answer("q@1", said("So.")), ticks)
    spots = paper.pages[0].spots()
    assert [spot.key for spot in spots] == ["q@1", "t"]
    assert all(spot.box.height() > 0 and spot.box.width() > 0 for spot in spots)


def assert_sound(paper: Paper) -> None:
    for page in paper.pages:
        leaf = page.leaf
        body = body_of(page)
        assert all(one.y + one.slice.height <= leaf.foot + 1 for one in body)
        assert all(reach(one.slice.items) <= leaf.measure + 1 for one in body)
        if page is not paper.pages[-1] and body:
            assert not roles_of(body[-1]) & HEADINGS


def reach(items: Items) -> float:
    words = [one for one in items if isinstance(one, Words) and not one.turned]
    # A blank at the end of a line hangs over its edge, where nobody sees it.
    return max((one.x + one.line.right - 60 for one in words if one.line.text().strip()), default=0)


def text_of(items: Items) -> str:
    return "".join(one.line.text() for one in items if isinstance(one, Words))


def keys(paper: Paper) -> list[tuple[int, str]]:
    return [
        (number, spot.key)
        for number, page in enumerate(paper.pages)
        for one in page.placed
        for spot in one.slice.spots
    ]


def table(rows: int, text: str) -> Table:
    columns = (Column(said("Head"), 1), Column(said("Second"), 3))
    cells = (Cell(said("first")), Cell(said(text), key="cell"))
    return Table(Look.GRID, said("Table"), said("About it"), columns, (cells,) * rows)


def blocks() -> st.SearchStrategy[Block]:
    words = st.sampled_from(["Short.", LONG, LONG * 3, URL, "a\n\n- b\n- c\n1. d", "שלום עולם"])
    texts = words.map(said)
    return st.one_of(
        st.builds(
            Heading,
            st.integers(1, 3),
            st.just("1"),
            st.sampled_from(["Short", LONG[:150]]).map(said),
        ),
        st.builds(Answer, st.just("a"), texts),
        st.builds(Question, st.just("a"), st.sampled_from(["Why?", LONG[:300]]).map(said)),
        st.builds(Paragraph, texts, st.sampled_from([Tone.GUIDANCE, Tone.NOTE, Tone.COUNTER])),
        st.builds(table, st.integers(1, 12), words),
        st.builds(Turn, st.booleans()),
    )
