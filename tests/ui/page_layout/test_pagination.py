"""On pages nothing is cut, no heading is alone, and related blocks stay together."""

from __future__ import annotations

import time
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
    Checkbox,
    Checkboxes,
    Column,
    Contents,
    FactLine,
    FactPart,
    Heading,
    PageOrientation,
    Paragraph,
    ParagraphRole,
    Profile,
    Question,
    Table,
    TableKind,
)
from tests.shares import drawn_share
from tests.ui.editors import ALL_EXAMPLES
from tests.ui.page_layout.documents import (
    HEADINGS,
    body_lines,
    build_example,
    english,
    lay_out_blocks,
    line_roles,
    read_styles,
)
from ui.page_layout.boxes import Background, Item, Page, TextItem
from ui.page_layout.document_layout import LaidOutDocument
from ui.page_layout.missing_letters import find_missing_letters

VERY_LONG = "Words and more words, äé. " * 3_200
Items = Sequence[Item]
LONG = "Forty pupils from four schools build and describe what they have learnt. " * 12
URL = "https://example.org/" + "a-very-long-address-without-any-blank" * 12


def test_a_very_long_paragraph_is_laid_out_by_reading_it_once_and_not_for_each_line(
    qapp: QApplication,
) -> None:
    start = time.process_time()
    document = lay_out_blocks(Answer("a", english(VERY_LONG)))
    assert find_missing_letters(document) == {}
    assert len(document.pages) > 10
    assert time.process_time() - start < 1


def test_the_first_line_of_a_page_has_no_leading_above_it(qapp: QApplication) -> None:
    pages = lay_out_blocks(Answer("a", english(LONG * 12))).pages
    whole = body_lines(pages[0])[1].line.height
    for page in pages[1:]:
        first, second, *_ = body_lines(page)
        assert first.y == page.geometry.top
        assert first.line.height < second.line.height == whole
        assert isinstance(first.line.items[0], TextItem)
        assert isinstance(second.line.items[0], TextItem)
        above = second.line.items[0].y - first.line.items[0].y
        assert above == pytest.approx(whole - first.line.height)


@pytest.mark.parametrize("profile", [Profile.CLEAN, Profile.QUESTIONS])
@pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.share
def test_in_an_example_nothing_leaves_its_page_and_no_heading_ends_one(
    qapp: QApplication, example: Path, profile: Profile
) -> None:
    laid_out = LaidOutDocument.lay_out(build_example(example, profile), read_styles())
    assert_sound(laid_out)


@settings(max_examples=drawn_share(40))
@given(st.data())
def test_whatever_the_document_no_heading_ends_a_page(
    qapp: QApplication, data: st.DataObject
) -> None:
    drawn = data.draw(st.lists(block_strategy(), min_size=1, max_size=24))
    # A page of headings only, or a heading without text, does not occur in a document.
    drawn = [
        one
        for place, one in enumerate(drawn)
        if not (
            isinstance(one, PageOrientation)
            and place
            and isinstance(drawn[place - 1], Heading | PageOrientation)
        )
    ]
    are_headings = [isinstance(one, Heading) for one in drawn]
    kept = [
        one
        for place, one in enumerate(drawn)
        if not all(are_headings[max(place - 2, 0) : place + 1])
    ]
    assert_sound(lay_out_blocks(*kept))


@pytest.mark.parametrize("repeats", range(1, 6))
def test_no_heading_ends_a_page_though_it_and_a_high_row_do_not_fit_on_one(
    qapp: QApplication, repeats: int
) -> None:
    headings = [Heading(1, "1", english("Short")) for _ in range(2)]
    question = Question("a", english("Why?"))
    high = table(1, LONG * repeats)
    assert_sound(lay_out_blocks(*headings, question, *headings, high))


def test_a_question_is_on_the_page_where_its_answer_begins(qapp: QApplication) -> None:
    for count in range(30, 60):
        filling = [Answer("a", english("line")) for _ in range(count)]
        laid_out = lay_out_blocks(
            *filling, Question("q", english("Why?")), Answer("q", english(LONG))
        )
        question, *answer = [page for page, key in find_answer_pages(laid_out) if key == "q"]
        assert question == answer[0]


def test_no_single_line_of_an_answer_is_alone_on_a_page(qapp: QApplication) -> None:
    for count in range(40, 56):
        filling = [Answer("a", english("line")) for _ in range(count)]
        laid_out = lay_out_blocks(*filling, Answer("long", english(LONG)))
        pages = [page for page, key in find_answer_pages(laid_out) if key == "long"]
        assert all(pages.count(page) > 1 for page in set(pages))


def test_the_header_of_a_table_is_repeated_and_rows_are_not_split(qapp: QApplication) -> None:
    laid_out = lay_out_blocks(table(80, "one line\ntwo lines\nthree lines"))
    assert len(laid_out.pages) > 2
    for page in laid_out.pages:
        first = body_lines(page)[0]
        assert "Head" in join_text(first.line.items)
    rows = [one for page in laid_out.pages for one in body_lines(page)[1:]]
    assert len(rows) == 80
    assert [one.is_repeated for page in laid_out.pages for one in body_lines(page)[:1]].count(
        False
    ) == 1


def test_a_row_higher_than_a_page_continues_with_every_line(qapp: QApplication) -> None:
    whole = "\n".join(f"line {number}." for number in range(200))
    laid_out = lay_out_blocks(table(1, whole))
    assert_sound(laid_out)
    found = "".join(
        join_text(one.line.items)
        for page in laid_out.pages
        for one in body_lines(page)
        if not one.is_repeated
    )
    assert all(f"line {number}." in found for number in range(200))


def test_a_long_address_breaks_inside_its_cell(qapp: QApplication) -> None:
    laid_out = lay_out_blocks(table(3, URL), Answer("a", english(URL)))
    assert_sound(laid_out)
    found = "".join(
        join_text(one.line.items) for page in laid_out.pages for one in body_lines(page)
    )
    assert found.count(URL) == 4


def test_pages_become_landscape_and_upright_again(qapp: QApplication) -> None:
    laid_out = lay_out_blocks(
        Answer("a", english("upright")),
        PageOrientation(is_landscape=True),
        table(2, "x"),
        PageOrientation(is_landscape=False),
        Answer("b", english("upright again")),
    )
    assert [page.geometry.width > page.geometry.height for page in laid_out.pages] == [
        False,
        True,
        False,
    ]


def test_the_contents_have_the_page_of_each_heading(qapp: QApplication) -> None:
    blocks: list[Block] = [Contents(english("Contents"))]
    for number in range(1, 12):
        blocks += [
            Heading(1, str(number), english(f"Part {number}")),
            Answer("a", english(LONG * 4)),
        ]
    laid_out = lay_out_blocks(*blocks)
    entries = [one.line for one in body_lines(laid_out.pages[0]) if one.line.target_heading]
    assert len(entries) == 11
    for entry in entries:
        page = laid_out.heading_positions[entry.target_heading][0]
        assert join_text(entry.items).endswith(str(page + 1))
        assert any(line_roles(one) & HEADINGS for one in body_lines(laid_out.pages[page]))


def test_a_changed_page_count_changes_every_footer(qapp: QApplication) -> None:
    laid_out = lay_out_blocks(*(Answer("a", english(LONG)) for _ in range(40)))
    count = len(laid_out.pages)
    for number, page in enumerate(laid_out.pages[1:], start=2):
        last = page.lines[-1]
        assert f"Page {number} of {count}" in join_text(last.line.items)
    assert laid_out.pages[0].lines == body_lines(laid_out.pages[0])


def test_a_very_long_header_does_not_overlap_the_text(qapp: QApplication) -> None:
    from msgspec.structs import replace  # noqa: PLC0415 - for this one test

    plain = lay_out_blocks(*(Answer("a", english(LONG)) for _ in range(12))).source
    header_footer = replace(plain.header_footer, left=english("A name of many words " * 30))
    laid_out = LaidOutDocument.lay_out(replace(plain, header_footer=header_footer), read_styles())
    header = laid_out.pages[1].lines[-2]
    assert header.y + header.line.height <= laid_out.pages[1].geometry.top
    assert_sound(laid_out)


def test_the_areas_of_an_answer_have_its_key(qapp: QApplication) -> None:
    ticks = Checkboxes(
        "t",
        (Checkbox(checked=True, text=english("yes")), Checkbox(checked=False, text=english("no"))),
    )
    laid_out = lay_out_blocks(
        Question("q@1", english("Why?")), Answer("q@1", english("So.")), ticks
    )
    areas = laid_out.pages[0].answer_areas()
    assert [area.key for area in areas] == ["q@1", "t"]
    assert all(area.rect.height() > 0 and area.rect.width() > 0 for area in areas)


def test_each_answer_of_a_fact_line_has_an_area_of_its_own(qapp: QApplication) -> None:
    texts = (("street@1", "1 Rose Street"), ("", ", "), ("city@1", "Rosetown 😀 " * 20), ("", "."))
    line = FactLine(english("Address"), tuple(FactPart(english(text), key) for key, text in texts))
    areas = lay_out_blocks(line).pages[0].answer_areas()
    assert [area.key for area in areas][:2] == ["street@1", "city@1"]
    street, city = areas[0].rect, areas[1].rect
    # Label and comma belong to the answer after them; a line that goes on belongs to its answer.
    assert street.left() < city.left() == street.right()
    assert street.top() == city.top()
    assert {area.key for area in areas[2:]} == {"city@1"}
    assert areas[-1].rect.top() > city.top()


def assert_sound(laid_out: LaidOutDocument) -> None:
    for page in laid_out.pages:
        geometry = page.geometry
        body = body_lines(page)
        assert all(one.y + one.line.height <= geometry.text_bottom + 1 for one in body)
        assert all(right_edge(one.line.items) <= geometry.text_width + 1 for one in body)
        if page is not laid_out.pages[-1] and body:
            assert not line_roles(body[-1]) & HEADINGS


def right_edge(items: Items) -> float:
    words = [one for one in items if isinstance(one, TextItem) and not one.is_rotated]
    # A space at the end of a line extends over its edge, invisibly.
    return max((one.x + one.line.right - 60 for one in words if one.line.text().strip()), default=0)


def join_text(items: Items) -> str:
    return "".join(one.line.text() for one in items if isinstance(one, TextItem))


def find_answer_pages(laid_out: LaidOutDocument) -> list[tuple[int, str]]:
    return [
        (number, area.key)
        for number, page in enumerate(laid_out.pages)
        for one in page.lines
        for area in one.line.answer_areas
    ]


def table(rows: int, text: str) -> Table:
    columns = (Column(english("Head"), 1), Column(english("Second"), 3))
    cells = (Cell(english("first")), Cell(english(text), key="cell"))
    return Table(TableKind.GRID, english("Table"), english("About it"), columns, (cells,) * rows)


def block_strategy() -> st.SearchStrategy[Block]:
    words = st.sampled_from(["Short.", LONG, LONG * 3, URL, "a\n\n- b\n- c\n1. d", "שלום עולם"])
    texts = words.map(english)
    return st.one_of(
        st.builds(
            Heading,
            st.integers(1, 3),
            st.just("1"),
            st.sampled_from(["Short", LONG[:150]]).map(english),
        ),
        st.builds(Answer, st.just("a"), texts),
        st.builds(Question, st.just("a"), st.sampled_from(["Why?", LONG[:300]]).map(english)),
        st.builds(
            Paragraph,
            texts,
            st.sampled_from([ParagraphRole.GUIDANCE, ParagraphRole.NOTE, ParagraphRole.COUNTER]),
        ),
        st.builds(table, st.integers(1, 12), words),
        st.builds(PageOrientation, st.booleans()),
    )


def list_texts(page: Page) -> list[str]:
    """Return the text of each line, not of the paragraph it is in."""
    items = (item for placed in page.lines for item in placed.line.items)
    lines = [one.line for one in items if isinstance(one, TextItem)]
    spans = [(one.layout.text(), one.layout.lineAt(one.index)) for one in lines]
    return [text[at.textStart() :][: at.textLength()].strip() for text, at in spans]


def test_a_bar_is_drawn_before_its_figure(qapp: QApplication) -> None:
    rows = tuple((Cell(english(share), bar=bar),) for share, bar in (("40 %", 1.0), ("20 %", 0.5)))
    table = Table(
        TableKind.LEDGER, english("T"), english("D"), (Column(english("Share"), 1),), rows
    )
    (page,) = lay_out_blocks(table).pages
    items = [item for placed in page.lines for item in placed.line.items]
    colour = read_styles().bar_colour
    bars = [one.rect for one in items if isinstance(one, Background) and one.colour == colour]
    figures = [one for one in items if isinstance(one, TextItem) and "%" in one.line.layout.text()]
    assert colour
    assert len(bars) == len(figures) == 2
    assert bars[0].width() == pytest.approx(2 * bars[1].width(), rel=0.01)
    assert all(bar.right() < one.x for bar, one in zip(bars, figures, strict=True))


def test_a_calendar_that_fits_a_page_stays_whole(qapp: QApplication) -> None:
    above = Answer("a", english(LONG * 4))
    heading = Heading(1, "2.", english("Timetable"))
    note = Paragraph(english("Each row is one activity."), ParagraphRole.NOTE)
    rows = tuple((Cell(english(f"step {number}")),) for number in range(30))
    table = Table(
        TableKind.CALENDAR, english("T"), english("D"), (Column(english("Step"), 1),), rows
    )
    pages = lay_out_blocks(above, heading, note, table).pages
    texts = [set(list_texts(page)) for page in pages]
    whole = {f"step {number}" for number in range(30)} | {"Each row is one activity."}
    assert [whole <= found for found in texts] == [False, True]


def test_a_heading_of_several_lines_keeps_its_last(qapp: QApplication) -> None:
    heads = ("Months", "Intellectual outputs and films", "Activities")
    columns = tuple(Column(english(head), 1) for head in heads)
    row = tuple(Cell(english("2")) for _ in heads)
    table = Table(TableKind.FIGURES, english("T"), english("D"), columns * 3, (row * 3,))
    (page,) = lay_out_blocks(table).pages
    assert list_texts(page).count("films") == 3
