"""What holds the pages together: columns, rows, and what stays with what follows it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Cell,
    Column,
    ColumnType,
    FactLine,
    FactPart,
    Heading,
    LangText,
    PageOrientation,
    Paragraph,
    ParagraphRole,
    Question,
    Table,
    TableKind,
)
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.tables import compute_widths, count_lines
from tests.characters import ANY
from tests.core.export.gardens import make_document, read_part, validate_word_file

WIDE, UPRIGHT = 13890, 8958
"""The width between the margins of our pages, in twips."""


def make_text(text: str) -> LangText:
    return LangText(text, "nl")


def make_table(
    heads: list[str], rows: list[list[str]], look: TableKind = TableKind.GRID, numbers: bool = False
) -> Table:
    """A table of words; with `numbers`, its last column holds figures."""
    columns = [Column(make_text(head), 10) for head in heads]
    if numbers:
        columns[-1] = Column(make_text(heads[-1]), 10, ColumnType.NUMBER)
    content = tuple(tuple(Cell(make_text(text)) for text in row) for row in rows)
    return Table(look, make_text("T"), make_text("A table"), tuple(columns), content)


def render_body(style: bytes, *blocks: Block) -> str:
    return read_part(writer.render(make_document(*blocks), style), "word/document.xml")


def find_kept_rows(xml: str) -> list[bool]:
    """For each row below the head of the first table whether it stays with the next."""
    rows = re.findall(r"<w:tr>.*?</w:tr>", xml)[1:]
    return ["<w:keepNext/>" in row for row in rows]


def test_words_with_room_do_not_break() -> None:
    word_of_20 = "elektriciteitswerken"
    found = compute_widths(make_table(["A", "B", "C"], [[word_of_20, "x " * 90, "y"]]), UPRIGHT)
    assert found[0] >= 106 * len(word_of_20)
    assert sum(found) == UPRIGHT


def test_figures_stay_on_one_line_and_on_the_right(style: bytes) -> None:
    rows = [["x " * 200, "1.234.567,89"], ["y", "12,00"]]
    block = make_table(["What", "€"], rows, numbers=True)
    assert compute_widths(block, UPRIGHT)[1] >= 106 * len("1.234.567,89")
    xml = render_body(style, block)
    cells = re.findall(r'<w:jc w:val="right"/>(?:(?!</w:p>).)*?<w:t[^>]*>([^<]*)', xml)
    assert cells == ["€", "1.234.567,89", "12,00"]


def test_a_long_address_claims_no_more_than_its_share() -> None:
    address = "https://example.org/" + "x" * 300
    found = compute_widths(make_table(["A", "B", "C"], [[address, "school", "Nederland"]]), UPRIGHT)
    assert found[0] < UPRIGHT * 0.5
    assert found[2] >= 106 * len("Nederland")


def test_columns_that_all_want_too_much_share_by_their_weights() -> None:
    found = compute_widths(make_table(["A"] * 9, [["x" * 99] * 9]), UPRIGHT)
    assert max(found) - min(found) <= 9
    assert sum(found) == UPRIGHT


@given(
    st.lists(st.lists(st.text(ANY, max_size=60), min_size=5, max_size=5), min_size=1, max_size=4),
    st.sampled_from([UPRIGHT, WIDE, 2000]),
    st.sampled_from(list(TableKind)),
)
def test_columns_always_fill_the_page_and_none_is_lost(
    rows: list[list[str]], whole: int, look: TableKind
) -> None:
    block = make_table(["Head", "A longer head", "x", "y", "z"], rows, look, numbers=True)
    found = compute_widths(block, whole)
    assert sum(found) == whole
    assert min(found) > 0
    assert all(count >= 1 for count in count_lines(block, found))


def test_a_short_table_stays_whole_and_a_long_one_leaves_no_lines_alone(style: bytes) -> None:
    short = [["a", "b"]] * 12
    assert find_kept_rows(
        render_body(style, make_table(["A", "B"], short), Answer("a", make_text("x")))
    ) == [True] * 11 + [False]
    long = [["a", "b"]] * 30
    assert find_kept_rows(
        render_body(style, make_table(["A", "B"], long), Answer("a", make_text("x")))
    ) == ([True] * 2 + [False] * 25 + [True] * 2 + [False])


def test_a_row_that_heads_others_stays_with_the_first_of_them(style: bytes) -> None:
    plain, strong = Cell(make_text("x")), Cell(make_text("C1"), is_bold=True)
    rows = [(strong, strong), *([(plain, plain)] * 9)] * 3 + [(strong, strong)]
    columns = (Column(make_text("A"), 1), Column(make_text("B"), 1))
    ledger = Table(TableKind.LEDGER, make_text("T"), make_text("D"), columns, tuple(rows))
    xml = render_body(style, ledger, Answer("a", make_text("x")))
    found = find_kept_rows(xml)
    assert found[10]
    assert found[20]
    assert not any(found[11:20])
    assert "ProposalCellSmall" in xml


@pytest.mark.parametrize("wide", [False, True])
def test_only_a_row_taller_than_a_page_may_split(
    style: bytes, tmp_path: Path, *, wide: bool
) -> None:
    rows = [["a", "word " * 40], ["b", "word " * 2500], ["c", "line\n" * 80]]
    block = make_table(["A", "B"], rows)
    content = writer.render(make_document(PageOrientation(is_landscape=wide), block), style)
    found = re.findall(r"<w:tr>.*?</w:tr>", read_part(content, "word/document.xml"))
    assert ["<w:cantSplit/>" in row for row in found] == [True, True, False, False]
    assert validate_word_file(content, tmp_path) == []


def test_guidance_may_split_but_its_end_stays_with_the_answer(style: bytes) -> None:
    guidance = [Paragraph(make_text(f"help {place}"), ParagraphRole.GUIDANCE) for place in range(3)]
    bullets = Bullets((make_text("point 1"), make_text("point 2")), ParagraphRole.GUIDANCE)
    xml = render_body(style, *guidance, bullets, Answer("a", make_text("the answer")))
    tied = {
        text: "<w:keepNext/>" in properties
        for properties, text in re.findall(r"<w:pPr>(.*?)</w:pPr>.*?<w:t[^>]*>([^<]*)", xml)
    }
    names = [f"help {place}" for place in range(3)] + ["point 1", "point 2"]
    assert [tied[name] for name in names] == [False, False, False, False, True]


@pytest.mark.parametrize(
    "following",
    [
        Question("a", make_text("What is new?")),
        Heading(2, "", make_text("Impact")),
        FactLine(make_text("Place"), (FactPart(make_text("Gent"), "a"),)),
    ],
    ids=["question", "heading", "line"],
)
def test_what_introduces_a_section_stays_with_what_it_introduces(
    following: Block, style: bytes
) -> None:
    intro = Paragraph(make_text("the introduction"), ParagraphRole.INTRO)
    xml = render_body(style, intro, following, Answer("b", make_text("the answer")))
    assert re.search("<w:keepNext/>(?:(?!</w:p>).)*the introduction", xml)


def test_a_calendar_that_fits_a_page_stays_whole(style: bytes) -> None:
    for count, is_whole in ((20, True), (60, False)):
        rows = [[f"step {number}", ""] for number in range(count)]
        xml = render_body(style, make_table(["Step", "May"], rows, look=TableKind.CALENDAR))
        assert all(find_kept_rows(xml)[:-1]) == is_whole


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Steps\nFirst we walk.", ["Steps"]),
        ("Steps:\n\n- walk\n- rest", ["Steps:"]),
        ("We walk.\nWe rest.", []),
        ("Alone", []),
        ("red\ngreen\nblue", []),
        ("x" * 90 + "\nWe rest.", []),
    ],
)
def test_a_heading_inside_an_answer_stays_with_its_text(
    text: str, tied: list[str], style: bytes
) -> None:
    xml = render_body(style, Answer("a", make_text(text))).rpartition("Vraag")[2]
    found = re.findall(r"<w:pPr>([^>]*/>(?:(?!</w:pPr>).)*)</w:pPr>.*?<w:t[^>]*>([^<]*)", xml)
    assert [line for properties, line in found if "<w:keepNext/>" in properties] == tied


def test_no_fact_line_is_alone_on_a_page_and_the_row_above_stays_with_the_first(
    style: bytes,
) -> None:
    facts = [FactLine(make_text(f"fact {at}"), (FactPart(make_text("x")),)) for at in range(5)]
    row = make_table(["A", "B", "C"], [["a", "b", "c"]], TableKind.LABELS)
    xml = render_body(style, row, *facts, Answer("a", make_text("the answer")))
    paragraphs = re.findall(r"<w:p>.*?</w:p>", xml.rpartition("</w:tbl>")[2])
    kept = [("fact" in one, "<w:keepNext/>" in one) for one in paragraphs[:5]]
    assert kept == [(True, at in {0, 3}) for at in range(5)]
    assert find_kept_rows(xml) == [True]


def test_how_to_read_a_table_stays_with_it(style: bytes) -> None:
    note = Paragraph(make_text("how to read"), ParagraphRole.NOTE)
    for following, kept in ((make_table(["A"], [["a"]]), True), (note, False)):
        xml = render_body(style, note, following, Answer("a", make_text("x")))
        first = next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "how to read" in one)
        assert ("<w:keepNext/>" in first) is kept


def test_a_vertical_head_of_many_words_has_room_for_all_its_lines(style: bytes) -> None:
    head = "Learning, teaching and training activities: individual support"
    columns = tuple(
        Column(make_text(text), weight, ColumnType.NUMBER, is_vertical=True)
        for text, weight in ((head, 8), ("Short", 92))
    )
    cells = (Cell(make_text("6,510")), Cell(make_text("0")))
    block = Table(TableKind.LEDGER, make_text("T"), make_text("D"), columns, (cells,))
    height = int(re.findall('<w:trHeight w:val="(\\d+)"', render_body(style, block))[0])
    # Two of its lines fit beside each other in the narrow column.
    assert height >= 80 * len(head) / 2


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Aims. We read.\nResult: a map.", ["Aims.", "Result:"]),
        ("Aims. We read.", []),
        ("- Time: an hour.\n- Money: none.", ["Time:", "Money:"]),
        # Of a list all items have a lead, or none has.
        (
            "- Time: an hour.\n- 12 euro: none.\nAims. We read.\nResult: a map.",
            ["Aims.", "Result:"],
        ),
    ],
)
def test_words_that_name_what_a_line_is_about_are_bold(
    text: str, leads: list[str], style: bytes
) -> None:
    xml = render_body(style, Answer("a", make_text(text))).rpartition("Vraag")[2]
    assert re.findall(r"<w:b/>.*?<w:t[^>]*>([^<]*)", xml) == leads


def test_a_last_line_is_not_alone_on_the_last_page(style: bytes) -> None:
    xml = render_body(
        style,
        Answer("a", make_text("An answer.")),
        Paragraph(make_text("The end."), ParagraphRole.NOTE),
    )
    answer = next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "An answer." in one)
    assert "<w:keepNext/>" in answer
