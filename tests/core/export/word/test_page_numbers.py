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
from erasmus_desk.export.word.font_widths import FontWidths
from erasmus_desk.export.word.line_breaks import Room, Sign, TextPiece, count_lines, split_words
from erasmus_desk.export.word.package_parts import NAMESPACES
from erasmus_desk.export.word.page_numbers import find_page
from erasmus_desk.export.word.style_sheet import XmlNode
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
    font = fonts.find("Arial")
    assert font is not None
    face = font.face(bold=False, italic=False)
    pieces = [
        one if isinstance(one, Sign) else TextPiece(one, face, SIZE / font.units) for one in texts
    ]
    return count_lines(pieces, Room(0, width, first))


def test_widths_are_those_of_the_font(fonts: FontWidths) -> None:
    arial, roman = fonts.find("arial"), fonts.find("Times New Roman")
    assert arial is not None
    assert roman is not None
    assert fonts.find("Comic Sans MS") is None
    plain, bold = (arial.face(bold=bold, italic=False) for bold in (False, True))
    assert plain["M"] == 1706
    assert plain["il"] == 2 * 455
    assert bold["b"] > plain["b"]
    assert roman.face(bold=False, italic=False)["M"] != plain["M"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one two", ["one ", "two"]),
        ("well-known part-time", ["well-", "known ", "part-", "time"]),
        ("- a point", ["- ", "a ", "point"]),
        ("2017-2018", ["2017-2018"]),
        ("two  blanks ", ["two ", " ", "blanks "]),
        ("10\u00a0%", ["10\u00a0%"]),
        ("", []),
    ],
)
def test_a_line_breaks_behind_blanks_and_hyphens(text: str, parts: list[str]) -> None:
    assert split_words(text) == parts


def test_lines_are_as_full_as_their_words_allow(fonts: FontWidths) -> None:
    mm = 1706 * 2 * SIZE / 2048
    assert lines(fonts, mm, "MM") == 1
    assert lines(fonts, mm, "MM MM MM") == 3
    assert lines(fonts, mm, "MM MM ") == 2
    assert lines(fonts, mm - 1, "MM") == 2
    assert lines(fonts, mm, "MMMMM") == 3
    assert lines(fonts, 9000) == 1
    assert lines(fonts, 9000, "M", Sign.BREAK, "M") == 2
    assert lines(fonts, mm, "MM", first=mm / 2) == 2
    # The tab ends at the next stop, 709 twips from the margin.
    assert lines(fonts, 709 + mm, "M", Sign.TAB, "MM") == 1
    assert lines(fonts, 708 + mm, "M", Sign.TAB, "MM") > 1


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
    assert distances.count(0) >= 0.94 * len(distances)
