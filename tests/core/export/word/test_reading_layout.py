"""What an eye stumbles over on a page: labels, spaces, repeated words, torn beginnings."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from erasmus_desk.export import export
from erasmus_desk.export.document import contents_page
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Cell,
    Checkboxes,
    Contents,
    Control,
    Document,
    FactLine,
    FactPart,
    Heading,
    Paragraph,
    ParagraphRole,
    Question,
    Table,
    TableKind,
)
from erasmus_desk.export.word import page_space
from erasmus_desk.export.word.docx_library import open_main_part
from erasmus_desk.export.word.font_widths import DOTS, FontWidths
from erasmus_desk.export.word.tables import compute_widths
from erasmus_desk.storage import drafts
from tests.core.export.gardens import make_document, read_part
from tests.core.export.word.test_design import make_table, make_text, render_body
from tests.core.review_import.corpus.drafts import read_draft

LONG = "A paragraph that takes more than one line, because it has many words. " * 3


def make_line(label: str, text: str, *, continues: bool = False) -> FactLine:
    return FactLine(make_text(label), (FactPart(make_text(text), "k"),), continues=continues)


def make_only(*blocks: Block) -> Document:
    return replace(make_document(), blocks=blocks)


def read_example(resources: Path, name: str) -> Draft:
    return drafts.read(resources / "examples" / f"{name}.erasmus").draft


def find_paragraph(xml: str, text: str) -> str:
    return next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if text in one)


def test_no_space_is_left_above_a_heading_that_opens_a_page(style: bytes) -> None:
    heading = Heading(1, "1", make_text("Summary"))
    xml = render_body(style, Contents(make_text("Contents")), heading, make_table(["A"], [["b"]]))
    opened = re.findall('<w:pageBreakBefore/>(<w:spacing w:before="0"/>)?', xml)
    assert opened[-1]


def test_answers_below_each_other_begin_at_one_place_behind_the_longest_label(style: bytes) -> None:
    long = "Annexes that are ready"
    wide = render_body(style, make_line(long, "All"), make_line("Town", "Riga"))
    assert wide.count('<w:pStyle w:val="ProposalFactWide"/>') == 2
    apart = render_body(
        style, make_line(long, "All"), Answer("", make_text("x")), make_line("T", "R")
    )
    assert apart.count('<w:pStyle w:val="ProposalFactWide"/>') == 1
    assert apart.count('<w:pStyle w:val="ProposalFact"/>') == 1


def test_no_label_touches_its_answer(style: bytes, resources: Path) -> None:
    font = FontWidths.load(resources).find("Arial")
    assert font is not None
    bold = font.face(180, bold=True)
    styles = read_part(style, "word/styles.xml")
    for letters in (20, 21, 25, 26, 35):
        label = ("Amount of project management, in all of it")[:letters]
        found = re.search(r'w:val="(ProposalFact\w*)"/>', render_body(style, make_line(label, "1")))
        assert found is not None
        place = re.search(rf'"{found[1]}".*?w:hanging="(\d+)"', styles)
        assert place is not None
        assert bold[label] / DOTS < int(place[1]) - 90, label


def test_what_is_missing_among_short_answers_is_marked(style: bytes) -> None:
    missing = FactPart(make_text("Not answered yet"), "k", is_missing=True)
    line = FactLine(make_text("Town"), (missing, FactPart(make_text("Riga"))))
    xml = render_body(style, line)
    marked = re.findall(r'FactMissing"/>.*?<w:t[^>]*>(.*?)</w:t>', xml)
    assert marked == ["Not answered yet"]


def test_a_second_language_stays_with_the_guidance_below_it(style: bytes) -> None:
    second = Paragraph(make_text("Special needs"), ParagraphRole.SECOND_LANGUAGE)
    xml = render_body(
        style, Question("q", make_text("Needs")), second, Bullets((make_text("Say who."),))
    )
    assert "<w:keepNext/>" in find_paragraph(xml, "Special needs")


@pytest.mark.parametrize(
    ("lines", "stays"), [(["Amount"], True), (["Amount", "Led by"], True), (["A"] * 3, False)]
)
def test_a_heading_is_not_left_at_the_foot_of_a_page_with_its_first_line(
    lines: list[str], stays: bool, style: bytes
) -> None:
    asked = Question("q", make_text("Objectives"))
    made = [make_line(label, f"EUR {place}") for place, label in enumerate(lines)]
    last = f"EUR\u00a0{len(lines) - 1}"
    xml = render_body(style, Heading(2, "1", make_text("Return")), *made, asked)
    assert ("<w:keepNext/>" in find_paragraph(xml, last)) == stays
    loose = render_body(style, Heading(2, "1", make_text("Return")), *made)
    assert "<w:keepNext/>" not in find_paragraph(loose, last)


@pytest.mark.parametrize(
    ("before", "has_space"),
    [
        (Answer("", make_text("A text.")), True),
        (make_table(["A"], [["b"]]), True),
        (make_table(["A"], [["b"]], TableKind.LABELS), False),
        (Question("q", make_text("Why?")), False),
    ],
)
def test_short_answers_have_space_above_if_a_text_ends_there(
    before: Block, has_space: bool, style: bytes
) -> None:
    xml = render_body(style, before, make_line("Town", "Riga"))
    assert ('w:before="120"' in find_paragraph(xml, "Riga")) == has_space


def test_a_label_is_shown_once_for_lines_of_one_list(style: bytes) -> None:
    xml = render_body(
        style, make_line("Projects", "One"), make_line("Projects", "Two", continues=True)
    )
    assert xml.count("Projects") == 1
    assert "<w:tab/>" in find_paragraph(xml, "Two")


def test_a_line_without_a_label_is_a_line_of_text(style: bytes) -> None:
    paragraph = find_paragraph(render_body(style, make_line("", "All of them")), "All of them")
    assert '<w:pStyle w:val="ProposalAnswer"/>' in paragraph
    assert "<w:tab/>" not in paragraph


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        (f"Three things are new.\n{LONG}", True),
        (f"{LONG}\n{LONG}", False),
        ("We expect the following:\n- a map\n- a book", True),
        ("We walk.\nWe rest.", False),
    ],
)
def test_a_short_beginning_stays_with_what_it_introduces(
    text: str, stays: bool, style: bytes
) -> None:
    first = find_paragraph(
        render_body(style, Answer("a", make_text(text))), text.split("\n", maxsplit=1)[0]
    )
    assert ("<w:keepNext/>" in first) == stays


def test_one_line_below_a_heading_stays_with_what_follows(style: bytes) -> None:
    heading = Heading(2, "", make_text("Grant"))
    short, long = Paragraph(make_text("EUR 100 in all.")), Paragraph(make_text(LONG))
    more = Paragraph(make_text("More of it.")), Question("q", make_text("Why?"))
    assert "<w:keepNext/>" in find_paragraph(render_body(style, heading, short, *more), "100 in")
    assert "<w:keepNext/>" not in find_paragraph(render_body(style, heading, long, *more), "takes")


def test_few_short_answers_stay_with_what_is_below_them_and_not_with_the_next_part(
    style: bytes,
) -> None:
    """Parts of a list of organisations would all be kept together, page after page."""
    head, line = Heading(2, "", make_text("School 06")), make_line("Town", "Riga")
    for below, stays in (
        (Heading(3, "", make_text("Below")), True),
        (Question("q", make_text("Why?")), True),
        (Heading(2, "", make_text("School 07")), False),
    ):
        found = find_paragraph(render_body(style, head, line, below), "Riga")
        assert ("<w:keepNext/>" in found) == stays


def test_no_measure_of_our_own_styles_is_taken_for_one_that_breaks_a_page(style: bytes) -> None:
    """Pages and contents are reckoned with the styles that Word has."""
    xml = read_part(style, "word/styles.xml")
    sheet = page_space.read_styles(open_main_part(style))
    found = re.findall(r'w:styleId="(Proposal\w+)"(?:(?!</w:style>).)*?<w:ind w:left="(\d+)"', xml)
    assert len(found) > 5
    assert {name: int(sheet.paragraph_style(name).left) for name, _ in found} == {
        name: int(left) for name, left in found
    }


def test_words_above_large_figures_do_not_break_where_they_have_room() -> None:
    heads = ("Maanden", "Organisaties", "Landen", "Projectbijeenkomsten", "multiplicatoreffect")
    table = make_table([*heads, "Subsidie"], [["24", "7", "7", "5", "4", "276.160"]])
    widths = compute_widths(replace(table, kind=TableKind.FIGURES), 8958)
    # Of the letters of Arial: 31, 45, 25, 72 and 61 points.
    wanted = (620, 900, 500, 1434, 1220)
    assert all(width - 160 >= least for width, least in zip(widths, wanted, strict=False))


@pytest.mark.parametrize("code", ["en", "nl", "fr", "de"])
@pytest.mark.parametrize("name", ["innovation-vet", "schaduwkaart", "the-empty-chair"])
def test_no_word_above_the_large_figures_breaks_in_any_language(
    name: str, code: str, library: Library, resources: Path
) -> None:
    draft, request = read_example(resources, name), export.ExportRequest(language=code)
    found = export.build_document(draft, library, resources, request).blocks
    tables = (one for one in found if isinstance(one, Table))
    table = next(one for one in tables if one.kind is TableKind.FIGURES)
    font = FontWidths.load(resources).find("Arial")
    assert font is not None
    quiet, bold = font.face(150), font.face(280, bold=True)
    for column, cell, width in zip(
        table.columns, table.rows[0], compute_widths(table, 8958), strict=True
    ):
        # In twips; the heads have 7.5 points, the figures 14.
        needed = [quiet[word] / DOTS for word in column.head.text.split()]
        assert max(*needed, bold[cell.text.text] / DOTS, 0) <= width - 160, column.head


@pytest.mark.parametrize("code", ["en", "nl", "fr", "de"])
def test_eight_quarters_above_the_plan_are_on_one_line_in_any_language(
    code: str, library: Library, resources: Path
) -> None:
    draft = read_example(resources, "goede-praktijk-school")
    request = export.ExportRequest(language=code)
    found = export.build_document(draft, library, resources, request).blocks
    tables = [one for one in found if isinstance(one, Table) and one.kind is TableKind.LEDGER]
    (table,) = [one for one in tables if "2019" in one.columns[-1].head.text]
    font = FontWidths.load(resources).find("Arial")
    assert font is not None
    bold = font.face(150, bold=True)
    # A few twips are lost where a program rounds the widths of columns and letters.
    for column, width in zip(table.columns, compute_widths(table, 8958), strict=True):
        assert bold[column.head.text] / DOTS <= width - 165, column.head


def test_a_heading_below_another_is_closer_to_it(style: bytes) -> None:
    xml = render_body(
        style, Heading(2, "", make_text("Impact")), Question("q", make_text("What changes?"))
    )
    assert '<w:spacing w:before="100"/>' in find_paragraph(xml, "What changes?")


@pytest.mark.parametrize(("letters", "follows"), [(400, True), (9000, False)])
def test_a_summary_follows_the_contents_if_all_of_it_has_room_there(
    letters: int, follows: bool
) -> None:
    document = make_only(
        Contents(make_text("Contents")),
        Heading(1, "1", make_text("Summary")),
        Question("s", make_text("In short")),
        Answer("s", make_text("word " * (letters // 5))),
        Heading(1, "2", make_text("Plan")),
    )
    assert contents_page.has_room(document, 14286) == follows


def test_a_first_chapter_with_a_table_has_a_page_of_its_own() -> None:
    document = make_only(
        Contents(make_text("Contents")),
        Heading(1, "A", make_text("Context")),
        make_table(["A"], [["b"]], TableKind.FACTS),
    )
    assert not contents_page.has_room(document, 14286)


def test_all_organisations_have_the_same_answers_in_their_row(
    library: Library, resources: Path
) -> None:
    draft = read_example(resources, "innovation-vet")
    found = export.build_document(draft, library, resources).blocks
    tables = [
        following
        for one, following in pairwise(found)
        if isinstance(one, Heading)
        and one.key.startswith("org.name")
        and isinstance(following, Table)
    ]
    assert len(tables) == len(draft.items("organisations"))
    assert {table.columns[0].head.text for table in tables} == {"PIC"}


@pytest.mark.parametrize("name", ["innovation-vet", "the-empty-chair"])
def test_what_is_half_filled_in_begins_neither_with_a_dot_nor_in_lower_case(
    name: str, library: Library, resources: Path
) -> None:
    draft = read_example(resources, name)
    left = {
        key: value
        for place, (key, value) in enumerate(draft.answers.items())
        if place % 2 or isinstance(value, tuple)
    }
    lists = library.load_pack(draft.pack.id).form.lists.values()
    named = {spec.name for spec in lists}
    left = {key: value for key, value in left.items() if key.question not in named}
    found = export.build_document(replace(draft, answers=left), library, resources).blocks
    lines = [one.parts[0].text.text for one in found if isinstance(one, FactLine)]
    assert not [one for one in lines if one.lstrip("\u00a0 ").startswith("·")]
    headings = [one.text.text for one in found if isinstance(one, Heading)]
    cells = [row[0].text.text for one in found if isinstance(one, Table) for row in one.rows if row]
    assert not [one for one in (*headings, *cells) if one[:1].islower()]


def test_names_below_each_other_are_all_alike_and_only_typed_texts_have_headings(
    style: bytes,
) -> None:
    names = make_text(f"Shore School\n{LONG}")
    typed, chosen = (
        render_body(style, Answer("k", names, control=Control(is_multiline=is_typed)))
        for is_typed in (True, False)
    )
    assert "<w:b/>" in find_paragraph(typed, "Shore")
    assert "<w:b/>" not in find_paragraph(chosen, "Shore")
    cell = Cell(names, "k")
    table = replace(make_table(["A"], [["x"]]), rows=((cell,),))
    assert "<w:b/>" not in find_paragraph(render_body(style, table), "Shore School")


def test_options_that_are_sentences_have_a_line_each(library: Library, resources: Path) -> None:
    draft = read_example(resources, "the-empty-chair")
    found = export.build_document(draft, library, resources).blocks
    boxes = [one for one in found if isinstance(one, Checkboxes)]
    assert boxes
    assert all(box.checked for one in boxes for box in one.boxes)


@pytest.mark.parametrize(
    ("name", "amount"),
    [("innovation-vet", "EUR\u00a01,640"), ("goede-praktijk-school", "€\u00a01.200")],
)
def test_an_amount_does_not_have_its_currency_twice(
    name: str, amount: str, library: Library, resources: Path
) -> None:
    draft = read_example(resources, name)
    heads = [
        (column.head.text, row[place].text.text)
        for table in export.build_document(draft, library, resources).blocks
        if isinstance(table, Table) and table.kind is TableKind.GRID
        for row in table.rows
        for place, column in enumerate(table.columns)
    ]
    assert [head.endswith(")") for head, text in heads if text == amount] == [False]


def test_the_only_list_of_a_section_is_in_the_contents_one_by_one(
    library: Library, resources: Path
) -> None:
    found = export.build_document(read_draft("packages-en"), library, resources).blocks
    listed = [one for one in found if isinstance(one, Heading) and one.number.startswith("WP")]
    assert listed
    assert {one.level for one in listed} == {2}


def test_the_budget_says_what_the_call_allows_in_words(library: Library, resources: Path) -> None:
    draft = read_example(resources, "innovation-vet")
    found = export.build_document(draft, library, resources).blocks
    texts = " ".join(one.text.text for one in found if isinstance(one, Paragraph))
    assert "24\u00a0months at EUR\u00a012,500" in texts
