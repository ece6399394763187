"""The PDF contains every word, is tagged, and has no trace of clock or machine."""

from __future__ import annotations

import getpass
import platform
import re
import subprocess
import unicodedata
import zlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from erasmus_desk.draft import file_format
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    Answer,
    Cell,
    Checkboxes,
    Contents,
    Document,
    Heading,
    LangText,
    PageOrientation,
    Profile,
    Table,
)
from erasmus_desk.export.word.style_sheet import PageGeometry
from tests.core.export.school_templates import make_templates
from tests.ui.editors import ALL_EXAMPLES, EXAMPLES, RESOURCES, library
from tests.ui.page_layout.documents import (
    build_example,
    english,
    lay_out_blocks,
    needs_poppler,
    read_body_text,
    read_pages,
    read_styles,
    remove_spaces,
)
from ui.page_layout.boxes import Picture
from ui.page_layout.document_layout import LaidOutDocument
from ui.page_layout.letterhead import Logo, Place
from ui.page_layout.styles import StyleSheet
from ui.pdf.objects import PdfObjects, UnsupportedPdfError, encode_date
from ui.pdf.writer import build_pdf

NAMES = (
    "Ελληνικό Σχολείο Ώρα μμ Ω",
    "Школа № 5 імені Лесі Українки",
    "İstanbul Çağdaş Öğretmen Lisesi ığüş",
    "Zespół Szkół w Łodzi źdźbło",
    "مدرسة السلام الثانوية في حلب",
    "בית הספר התיכון בחיפה",
    "Official fffi flaw",
)


@needs_poppler
@pytest.mark.parametrize("profile", [Profile.CLEAN, Profile.QUESTIONS])
@pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.share
def test_every_answer_of_an_example_is_in_the_pdf_to_the_letter(
    qapp: QApplication, tmp_path: Path, example: Path, profile: Profile
) -> None:
    document = build_example(example, profile)
    laid_out = LaidOutDocument.lay_out(document, read_styles())
    found = read_body_text(build_pdf(laid_out), laid_out, tmp_path)
    for block in document.blocks:
        match block:
            case Answer(text=LangText(text)):
                assert remove_spaces(text) in found
            case Checkboxes(boxes=ticks):
                assert all(remove_spaces(tick.text.text) in found for tick in ticks)
            case Table(rows=rows):
                missing = [
                    cell
                    for row in rows
                    for cell in row
                    if remove_spaces(cell_text(cell)) not in found
                ]
                assert not missing
            case _:
                pass


@needs_poppler
def test_names_in_every_script_are_read_back_whole(qapp: QApplication, tmp_path: Path) -> None:
    laid_out = lay_out_blocks(*(Answer("a", english(name)) for name in NAMES))
    (page,) = read_pages(build_pdf(laid_out), tmp_path)
    # The two letters of an Arabic pair are one sign on paper; every search knows both.
    page = unicodedata.normalize("NFKC", page)
    plain = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", page)
    names = [unicodedata.normalize("NFKC", name) for name in NAMES]
    assert [name for name in names if name not in plain] == []


@needs_poppler
def test_the_page_numbers_in_the_contents_are_right(qapp: QApplication, tmp_path: Path) -> None:
    laid_out = LaidOutDocument.lay_out(build_example(EXAMPLES[0], Profile.CLEAN), read_styles())
    pages = read_pages(build_pdf(laid_out), tmp_path, "-raw")
    for heading in laid_out.headings:
        number = laid_out.heading_positions[heading.number][0]
        assert remove_spaces(heading.text.text) in remove_spaces(pages[number])
        if heading.is_listed:
            assert remove_spaces(f"{heading.text.text}{number + 1}") in remove_spaces(
                pages[1] + pages[2]
            )


@needs_poppler
def test_the_pdf_is_tagged_with_headings_lists_tables_and_links(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "tagged.pdf"
    document = build_example(EXAMPLES[0], Profile.QUESTIONS)
    file.write_bytes(build_pdf(LaidOutDocument.lay_out(document, read_styles())))
    properties = run_tool("pdfinfo", file)
    assert re.search(r"Tagged: +yes", properties)
    assert re.search(r"PDF version: +1\.7", properties)
    tree = run_tool("pdfinfo", "-struct", file)
    for role in ("H1", "H2", "H3", "LBody", "TOCI", "Link", "Table", "TR", "TH", "TD"):
        assert re.search(rf"^ *{role}\b", tree, re.MULTILINE), role
    assert "Syntax" not in run_tool("pdfinfo", "-dests", file)


@needs_poppler
def test_header_and_footer_are_no_part_of_what_is_read_aloud(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "tagged.pdf"
    document = build_example(EXAMPLES[0], Profile.QUESTIONS)
    first = replace(document, blocks=document.blocks[:30])
    file.write_bytes(build_pdf(LaidOutDocument.lay_out(first, read_styles())))
    assert "Pagina 2 van" in run_tool("pdftotext", file, "-")
    read_aloud = run_tool("pdfinfo", "-struct-text", file)
    assert "Andere prioriteiten" in read_aloud
    assert "Pagina 2 van" not in read_aloud


def test_language_bookmarks_and_links_are_in_the_file(qapp: QApplication) -> None:
    heads = [Heading(1, "A", english("First")), Heading(2, "", english("Second"))]
    laid_out = lay_out_blocks(
        Contents(english("Contents")), *heads, Answer("a", LangText("Ja.", "nl"))
    )
    objects = decompress(build_pdf(laid_out))
    assert encode_hex("en-GB") in objects
    assert encode_hex("nl-NL") in objects or encode_hex("nl-BE") in objects
    assert b"/Outlines" in objects
    assert encode_hex("A.\u2002First") in objects
    assert objects.count(b"/Subtype /Link") == 2
    assert b"/DisplayDocTitle true" in objects


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=5))), b"(D:99991231230000Z)"),
        (datetime(2, 1, 1, tzinfo=UTC), b"(D:00020101000000Z)"),
    ],
    ids=["the end of the calendar", "a year of one digit"],
)
def test_a_file_is_dated_with_any_moment(at: datetime, told: bytes) -> None:
    assert encode_date(at) == told


def test_the_file_has_no_trace_of_clock_user_or_machine(qapp: QApplication) -> None:
    laid_out = lay_out_blocks(Answer("a", english("Text.")))
    content = build_pdf(laid_out)
    whole = content + decompress(content)
    assert b"D:20170206090000Z" in whole
    assert re.search(rb"D:20(?!170206)", whole) is None
    for name in (getpass.getuser(), platform.node()):
        assert len(name) < 4 or name.encode() not in whole
    assert content == build_pdf(laid_out)


def test_wide_pages_are_landscape_in_the_file(qapp: QApplication) -> None:
    laid_out = lay_out_blocks(
        Answer("a", english("x")), PageOrientation(is_landscape=True), Answer("b", english("y"))
    )
    boxes = re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", decompress(build_pdf(laid_out)))
    assert boxes == [(b"595", b"842"), (b"842", b"595")]


def test_an_empty_document_has_one_page(qapp: QApplication) -> None:
    assert len(lay_out_blocks().pages) == 1
    assert build_pdf(lay_out_blocks()).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"startxref\n9\n%%EOF\n"])
def test_a_file_of_an_unknown_form_is_refused(content: bytes) -> None:
    with pytest.raises(UnsupportedPdfError):
        PdfObjects(content)


@pytest.mark.logs
def test_a_file_of_an_unknown_form_is_returned_as_qt_wrote_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_content: bytes) -> None:
        raise UnsupportedPdfError

    monkeypatch.setattr("ui.pdf.tagging.PdfObjects", refuse)
    assert build_pdf(lay_out_blocks(Answer("a", english("x")))).startswith(b"%PDF-1.6")


def test_a_table_has_its_description(qapp: QApplication) -> None:
    from tests.ui.page_layout.test_pagination import table  # noqa: PLC0415 - for this one test

    block = replace(table(3, "x"), description=english("What it is about"))
    objects = decompress(build_pdf(lay_out_blocks(block)))
    assert encode_hex("What it is about") in objects
    assert b"/Scope /Column" in objects


def cell_text(cell: Cell) -> str:
    return cell.text.text


def run_tool(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, check=True)
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def decompress(content: bytes) -> bytes:
    """Return the content of all streams of a file."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", content, re.DOTALL)
    found: list[bytes] = []
    for one in streams:
        try:
            found.append(zlib.decompress(one))
        except zlib.error:
            found.append(one)
    return b"\n".join(found)


def encode_hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().upper().encode()


def build_in_template(house: Path, kind: str) -> tuple[Document, StyleSheet]:
    """Return an example and the styles that a template of some kind lends it."""
    house.write_bytes(make_templates()[kind])
    draft = file_format.decode(EXAMPLES[0].read_bytes()).draft
    request = export.ExportRequest(template=house)
    document, style = export.build_styled(draft, library(), RESOURCES, request)
    return document, StyleSheet.read(style)


def test_a_template_lends_its_colours_and_its_logo_to_the_pages(
    qapp: QApplication, tmp_path: Path
) -> None:
    document, styles = build_in_template(tmp_path / "house.dotx", "dotx")
    laid_out = LaidOutDocument.lay_out(document, styles)
    for page in laid_out.pages[:2]:
        items = [item for placed in page.lines for item in placed.line.items]
        pictures = [item for item in items if isinstance(item, Picture)]
        assert [round(picture.rect.width()) for picture in pictures] == [round(2 / 2.54 * 1440)]
    assert styles.text_style("Heading1").colour != read_styles().text_style("Heading1").colour
    assert build_pdf(laid_out).startswith(b"%PDF")


def test_a_letterhead_that_is_one_picture_lies_behind_the_pages_and_takes_no_room(
    qapp: QApplication, tmp_path: Path
) -> None:
    document, styles = build_in_template(tmp_path / "house.docx", "page-picture")
    laid_out = LaidOutDocument.lay_out(document, styles)
    plain = LaidOutDocument.lay_out(document, replace(styles, logos=(None, None)))
    assert len(laid_out.pages) == len(plain.pages)
    for page in laid_out.pages:
        ground = page.lines[0]
        (picture,) = ground.line.items
        assert isinstance(picture, Picture)
        area = picture.rect.translated(ground.x, ground.y)
        assert (area.x(), area.y()) == (0, 0)
        assert (round(area.width()), round(area.height())) == (11906, 16838)


@pytest.mark.parametrize(
    ("across", "down", "corner"),
    [
        (Place("page", 500), Place("page", 300), (500, 300)),
        (Place("margin", side="right"), Place("topMargin", side="center"), (8000, 350)),
        (Place("column"), Place("paragraph", 40), (1000, 440)),
        (Place("rightMargin", side="left"), Place("bottomMargin", side="bottom"), (9000, 13900)),
    ],
)
def test_a_floating_picture_is_where_the_letterhead_has_it(
    across: Place, down: Place, corner: tuple[float, float]
) -> None:
    page = PageGeometry(10000, 14000, 1000, 800, 1000, 900, 400, 400)
    area = Logo(QImage(), 1000, 100, (across, down)).float_on(page)
    assert area is not None
    assert (area.x(), area.y()) == corner
    assert Logo(QImage(), 1000, 100).float_on(page) is None
