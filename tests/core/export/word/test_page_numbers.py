"""The page numbers of the contents, reckoned without a word processor."""

import io
import re
from itertools import chain
from pathlib import Path
from typing import cast

import docx
import pytest
from docx.oxml.parser import parse_xml
from docx.styles.style import ParagraphStyle
from msgspec.structs import replace

from erasmus_desk.export.document.blocks import Answer, Contents, Document, Heading, LangText
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.font_widths import DOTS, FontWidths
from erasmus_desk.export.word.line_breaks import (
    Room,
    Sign,
    TextPiece,
    count_lines,
    find_boxes,
    split_words,
)
from erasmus_desk.export.word.package_parts import NAMESPACES
from erasmus_desk.export.word.page_boxes import Box, BoxReader
from erasmus_desk.export.word.page_numbers import find_page
from erasmus_desk.export.word.page_space import read_styles
from erasmus_desk.export.word.style_sheet import PageGeometry, XmlNode
from tests.core.export import parsed
from tests.core.export.gardens import make_document, read_part
from tests.core.export.laid_out import needs_pages
from tests.core.export.word_report import make_random_files, measure_pages

SIZE = 200
"""10 points in twips."""


@pytest.fixture(scope="module")
def fonts(resources: Path) -> FontWidths:
    return FontWidths.load(resources)


def lines(fonts: FontWidths, width: float, *texts: str | Sign, first: float = 0) -> int:
    """Return the lines of a paragraph in Arial of 10 points."""
    return count_lines(build_pieces(fonts, *texts), Room(0, width, first))


def build_pieces(fonts: FontWidths, *texts: str | Sign) -> list[TextPiece | Sign]:
    font = fonts.find("Arial")
    assert font is not None
    return [one if isinstance(one, Sign) else TextPiece(one, font.face(SIZE)) for one in texts]


def test_widths_are_those_of_the_font_in_whole_dots(fonts: FontWidths) -> None:
    arial, roman = fonts.find("arial"), fonts.find("Times New Roman")
    assert arial is not None
    assert roman is not None
    assert fonts.find("Comic Sans MS") is None
    plain, bold = (arial.face(SIZE, bold=bold) for bold in (False, True))
    # 1706 and 455 of 2048 units, of 1200 dots.
    assert plain["M"] == 1000
    assert plain["il"] == 2 * 267
    assert bold["b"] > plain["b"]
    assert roman.face(SIZE)["M"] != plain["M"]
    # A narrow blank as French has it, a hyphen that does not break, signs that are not drawn.
    assert plain["\u202f"] == 240
    assert plain["\u2011"] == plain["-"]
    assert plain["e\u0301\u00ad\u200b"] == plain["e"]


@pytest.mark.parametrize(
    ("family", "heights"),
    [
        ("Arial", {7.5: 173, 8: 184, 8.5: 196, 9.5: 218, 10: 230, 13: 300, 16: 369, 22: 506}),
        ("Times New Roman", {7.5: 172, 8: 184, 8.5: 195, 9.5: 219, 10: 231, 13: 299, 16: 368}),
    ],
)
def test_lines_are_as_high_as_in_libreoffice(
    fonts: FontWidths, family: str, heights: dict[float, int]
) -> None:
    """The heights were measured on pages of LibreOffice 7.4, over twenty lines of each size."""
    font = fonts.find(family)
    assert font is not None
    assert {one: font.compute_line_height(one * 20) for one in heights} == heights


def test_a_line_with_a_checkbox_is_higher(fonts: FontWidths) -> None:
    font = fonts.find("Arial")
    assert font is not None
    assert font.compute_line_height(170, has_box=True) == 200
    text = "☐ A tick list whose words go on over more than a line"
    assert find_boxes(build_pieces(fonts, text), Room(0, 2000, 0)) == [True, False, False]
    assert find_boxes(build_pieces(fonts, "Yes or no: ☐"), Room(0, 900, 0)) == [False, True]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one two", ["one ", "two"]),
        ("well-known part-time", ["well-", "known ", "part-", "time"]),
        ("- a point", ["- ", "a ", "point"]),
        ("2017-2018", ["2017-", "2018"]),
        ("2017–2018", ["2017–", "2018"]),
        ("one—two…three", ["one", "—", "two…", "three"]),
        ("What?No (never!) - --x", ["What?", "No ", "(never!) ", "- ", "--", "x"]),
        ("https://example.org/a", ["https://example.org/a"]),
        ("two  blanks ", ["two ", " ", "blanks "]),
        ("10\u00a0%", ["10\u00a0%"]),
        ("", []),
    ],
)
def test_a_line_breaks_behind_blanks_and_hyphens(text: str, parts: list[str]) -> None:
    assert split_words(text) == parts


def test_lines_are_as_full_as_their_words_allow(fonts: FontWidths) -> None:
    mm = 2000 / DOTS
    assert lines(fonts, mm, "MM") == 1
    assert lines(fonts, mm, "MM MM MM") == 3
    assert lines(fonts, mm, "MM MM ") == 2
    assert lines(fonts, mm - 1, "MM") == 2
    assert lines(fonts, mm, "MMMMM") == 3
    assert lines(fonts, 9000) == 1
    assert lines(fonts, 9000, "M", Sign.BREAK, "M") == 2
    assert lines(fonts, mm, "MM", first=mm / 2) == 2
    # The tab ends at the next stop, 709 twips from the margin.
    assert lines(fonts, 710 + mm, "M", Sign.TAB, "MM") == 1
    assert lines(fonts, 708 + mm, "M", Sign.TAB, "MM") > 1


def test_only_the_first_word_of_a_paragraph_ends_a_line_at_a_slash(fonts: FontWidths) -> None:
    assert split_words("ab/cd/12 ef/gh", opens=True) == ["ab/", "cd/12 ", "ef/gh"]
    (piece,) = build_pieces(fonts, "School/institute/")
    assert isinstance(piece, TextPiece)
    width = piece.face["School/institute/cen"] / DOTS
    # Cut anywhere, two lines would have room for it.
    assert lines(fonts, width, "School/institute/" + "m" * 10 + " m") == 3
    assert lines(fonts, width, "A School/institute/" + "m" * 10 + " m") == 3


def test_a_repeated_head_has_the_line_above_it_but_one_of_a_given_height_none(
    style: bytes, fonts: FontWidths
) -> None:
    styles = read_styles(writer.open_main_part(style))
    text = '<w:p><w:pPr><w:pStyle w:val="ProposalCell"/></w:pPr></w:p>'
    row = f"<w:tr><w:trPr><w:cantSplit/>{{}}</w:trPr><w:tc>{text}</w:tc></w:tr>"
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ProposalTableFacts"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>{}</w:tbl>'
    )
    page = PageGeometry(11906, 16838, 1474, 1474, 1474, 1474, 708, 708)

    def read(head: str) -> list[Box]:
        body = table.format(row.format(head) + row.format("") * 2)
        return list(BoxReader(styles, fonts).read(body, (page,)))

    head, first, last = read("<w:tblHeader/>")
    # 205 of text, 100 of margins; lines of 15 around the table, of 10 between its rows.
    assert (head.height, first.height, last.height) == (330, 315, 320)
    assert first.header == last.header == 330
    head, *_ = read('<w:trHeight w:val="900" w:hRule="exact"/><w:tblHeader/>')
    assert head.height == 910


def make_chapters(count: int) -> Document:
    """Return a document of chapters that fill a page each."""
    text = LangText("\n".join(["A line."] * 44), "nl")
    chapters = [
        (Heading(1, str(place), LangText(f"Chapter {place}", "nl")), Answer("", text))
        for place in range(1, count + 1)
    ]
    contents = Contents(LangText("Contents", "en"))
    return replace(make_document(), blocks=(contents, *chain.from_iterable(chapters)))


def test_entries_have_the_pages_of_their_headings(style: bytes, fonts: FontWidths) -> None:
    content = writer.render(make_chapters(5), style, fonts=fonts)
    assert parsed.list_page_numbers(content) == [
        (f"{place}.\u2002Chapter {place}", str(place + 1)) for place in range(1, 6)
    ]


def test_word_is_never_asked_to_update_them(style: bytes, fonts: FontWidths) -> None:
    content = writer.render(make_chapters(3), style, fonts=fonts)
    body = read_part(content, "word/document.xml")
    assert "w:dirty" not in body
    assert "w:updateFields" not in read_part(content, "word/settings.xml")
    # Each field is closed, and each number refers to the heading that its entry leads to.
    marks = re.findall('w:fldCharType="(\\w+)"', body)
    assert [marks.count(kind) for kind in ("begin", "separate", "end")] == [4, 4, 4]
    links = re.findall('w:hyperlink w:anchor="(\\w+)".*?PAGEREF (\\w+) ', body)
    assert [one == other for one, other in links] == [True] * 3
    assert all(f'w:name="{one}"' in body for one, _ in links)


def make_template(font: str, header: str = "") -> bytes:
    """Return a template in a font, with a header of lines."""
    document = docx.Document()
    cast("ParagraphStyle", document.styles["Normal"]).font.name = font
    document.sections[0].header.paragraphs[0].text = header
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("template", "known"),
    [
        (make_template("Arial", "School"), True),
        (make_template("Times New Roman"), True),
        # Nobody knows how wide its letters are.
        (make_template("Rosalind Script"), False),
    ],
)
def test_a_template_has_numbers_only_if_its_fonts_are_known(
    template: bytes, style: bytes, fonts: FontWidths, *, known: bool
) -> None:
    content = writer.render(make_chapters(3), style, template, fonts=fonts)
    assert bool(parsed.list_page_numbers(content)) is known
    assert "TOC" in read_part(content, "word/document.xml")


@pytest.mark.parametrize(
    ("inside", "known"),
    [
        ('<w:cols w:num="2"/>', False),
        ('<w:pgNumType w:start="5"/>', False),
        ('<w:docGrid w:type="lines" w:linePitch="360"/>', False),
        ('<w:cols w:space="708"/><w:docGrid w:linePitch="360"/>', True),
    ],
)
def test_pages_are_not_reckoned_where_they_have_another_order(inside: str, *, known: bool) -> None:
    section = parse_xml(
        f'<w:sectPr {NAMESPACES}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1400" '
        f'w:right="1400" w:bottom="1400" w:left="1400" w:header="700" w:footer="700" '
        f'w:gutter="0"/>{inside}</w:sectPr>'
    )
    lines = [parse_xml(f"<w:hdr {NAMESPACES}>{'<w:p/>' * count}</w:hdr>") for count in (2, 3)]
    low, high = (cast("XmlNode", one) for one in lines)
    assert (find_page(cast("XmlNode", section), [low], [low]) is not None) is known
    assert find_page(cast("XmlNode", section), [high], []) is None
    assert find_page(cast("XmlNode", section), [], [high]) is None


@needs_pages
@pytest.mark.prove
def test_headings_of_fifty_drafts_are_where_the_contents_say(tmp_path: Path) -> None:
    found = measure_pages(make_random_files(50), tmp_path).values()
    distances = [distance for one in found for distance in one.distances]
    assert max(distances) <= 1
    assert distances.count(0) >= 0.97 * len(distances)
    assert distances.count(0) >= 0.94 * len(distances)
