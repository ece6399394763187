"""Blocks become a Word file that is valid, the same each time, and true to what was written."""

import re
import zipfile
from html import unescape
from io import BytesIO
from pathlib import Path
from xml.dom import minidom

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from erasmus_desk.call.library import Library
from erasmus_desk.draft.create import create_draft
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    WHOLE_PROFILES,
    Answer,
    Cell,
    Column,
    LangText,
    Profile,
    Table,
    TableKind,
)
from erasmus_desk.export.word import writer
from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.round_trip.visible_text import replace_unsupported, split_lines
from tests.core.export.conftest import Golden
from tests.core.export.gardens import (
    NOW,
    build_garden_document,
    list_parts,
    make_document,
    make_garden,
    read_part,
    render_answer,
    validate_word_file,
)
from tests.docx_lint import lint

GOLDEN_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footer_proposal.xml",
    "word/header_proposal.xml",
    "word/settings.xml",
)


def read_all_text(content: bytes) -> str:
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", read_part(content, "word/document.xml")))


def test_every_part_of_a_small_file_is_as_it_was_looked_at(
    library: Library, resources: Path, style: bytes, golden: Golden
) -> None:
    made = writer.render(build_garden_document(make_garden(), library, resources), style)
    for name in GOLDEN_PARTS:
        pretty = minidom.parseString(read_part(made, name)).toprettyxml(indent=" ")  # noqa: S318 - ours
        golden(f"parts/{name.replace('/', '.')}", pretty)


def test_calls_of_another_shape_give_valid_files(
    library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    made = writer.render(
        build_garden_document(make_garden(), library, resources, language="fr"), style
    )
    assert validate_word_file(made, tmp_path) == []
    assert lint(made) == []


@pytest.mark.parametrize("profile", WHOLE_PROFILES)
@pytest.mark.parametrize("name", ["ka2-2017", "lump-sums", "no-kinds"])
def test_a_draft_without_any_answer_gives_a_valid_file(
    name: str, profile: Profile, library: Library, resources: Path, tmp_path: Path
) -> None:
    draft = create_draft(library.load_pack(name), {}, NOW, "empty")
    made = export.render_word(draft, library, resources, export.ExportRequest(profile)).content
    assert validate_word_file(made, tmp_path) == []
    assert lint(made) == []
    assert "Proposal without a title" in read_all_text(made)


def test_the_archive_holds_no_clock_and_no_trace_of_a_system(
    library: Library, resources: Path, style: bytes
) -> None:
    made = writer.render(build_garden_document(make_garden(), library, resources), style)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}
        assert archive.testzip() is None


def test_the_properties_are_those_of_the_draft(
    library: Library, resources: Path, style: bytes
) -> None:
    made = writer.render(build_garden_document(make_garden(), library, resources), style)
    core = read_part(made, "docProps/core.xml")
    assert "<dc:title>Herbs &amp; bees &lt;together&gt;</dc:title>" in core
    assert "<dc:creator>School of the Rose</dc:creator>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert core.count("2017-02-01T09:30:00Z") == 2
    assert not any("thumbnail" in name or "customXml" in name for name in list_parts(made))


def test_a_title_of_any_length_is_taken(library: Library, resources: Path, style: bytes) -> None:
    title = "A long title " * 60
    made = writer.render(
        build_garden_document(make_garden(idea__name=title), library, resources), style
    )
    assert title.strip() in read_all_text(made)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("a\x0bb\x1f", "a␋b␟"),
        ("\x7f", "␡"),
        ("a\x9fb", "a\ufffdb"),
        ("\ud83d alone \udc00", "\ufffd alone \ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("é 漢字 😀 \u200d א", "é 漢字 😀 \u200d א"),
    ],
)
def test_what_xml_cannot_hold_is_shown_as_a_sign(
    written: str, shown: str, style: bytes, tmp_path: Path
) -> None:
    made = render_answer(f"x{written}x", style)
    assert f"x{shown}x" in read_all_text(made)
    assert validate_word_file(made, tmp_path) == []


@given(text=st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_whatever_gives_xml_that_can_be_read(text: str) -> None:
    made = replace_unsupported(text)
    minidom.parseString("<x>" + made.translate({38: None, 60: None, 62: None}) + "</x>")  # noqa: S318 - made here
    assert len(made) == len(text)


def list_answer_paragraphs(content: bytes) -> list[str]:
    """The answer's paragraphs: style, space before, text."""
    found = re.findall(r"<w:p>.*?</w:p>", read_part(content, "word/document.xml"))
    lines: list[str] = []
    for one in found:
        style = re.search(r'<w:pStyle w:val="Proposal(Answer\w*)"', one)
        if style:
            space = re.search(r'<w:spacing w:before="(\d+)"', one)
            text = "".join(re.findall(r"<w:t[^>]*>([^<]*)", one.replace("<w:tab/>", "<w:t>\t")))
            lines.append(f"{style[1]} {space[1] if space else 0}: {text}")
    return lines


def test_line_breaks_stay_and_blank_lines_become_space(style: bytes) -> None:
    made = render_answer("\nFirst\nsecond\r\n\r\nthird\n \n\n\nlast\n", style)
    assert list_answer_paragraphs(made) == [
        "Answer 80: First",
        "Answer 0: second",
        "Answer 80: third",
        "Answer 360: last",
    ]


def test_lists_hang_and_keep_every_character(style: bytes) -> None:
    made = render_answer("- one\n• two\n  – three\n1. four\na) five\n-six\n2017. Was", style)
    assert list_answer_paragraphs(made) == [
        "AnswerPoint 0: - one",
        "AnswerPoint 0: • two",
        "AnswerPoint 0:   – three",
        "AnswerNumber 0: 1. four",
        "AnswerNumber 0: a) five",
        "Answer 0: -six",
        "Answer 0: 2017. Was",
    ]


def test_tabs_and_blanks_stay(style: bytes) -> None:
    assert list_answer_paragraphs(render_answer("  a  \tb  ", style)) == ["Answer 0:   a  \tb  "]


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@example("0 £ & 5 May 2026 &lt;")
def test_no_character_of_an_answer_is_lost(text: str) -> None:
    style = (Path(__file__).parents[4] / "resources/styles/proposal.docx").read_bytes()
    lines = [one.partition(": ")[2] for one in list_answer_paragraphs(render_answer(text, style))]
    wanted = [replace_unsupported(line) for line in split_lines(text) if line.strip()]
    # Blanks inside figures do not break, and are found again as they were.
    assert [separate_figures(unescape(one)) for one in lines] == list(map(separate_figures, wanted))


def test_every_run_has_its_language(library: Library, resources: Path, style: bytes) -> None:
    draft = make_garden(tongue="pt")
    made = writer.render(build_garden_document(draft, library, resources, language="pt"), style)
    body = read_part(made, "word/document.xml")
    assert (
        '<w:lang w:val="pt-PT" w:eastAsia="pt-PT"/></w:rPr><w:t xml:space="preserve">Because'
        in body
    )
    assert (
        '<w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr><w:t xml:space="preserve">Contents'
        in body
    )
    assert 'w:val="pt-PT"' in read_part(made, "word/settings.xml")
    assert 'w:val="pt-PT"' in read_part(made, "word/styles.xml")


def test_the_contents_are_filled_in_and_linked_and_nothing_asks_to_be_updated(
    library: Library, resources: Path, style: bytes
) -> None:
    made = writer.render(build_garden_document(make_garden(), library, resources), style)
    body = read_part(made, "word/document.xml")
    links = re.findall(r'<w:hyperlink w:anchor="(\w+)"', body)
    assert len(links) == 6
    assert set(links) <= set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"', body))
    assert "updateFields" not in read_part(made, "word/settings.xml")
    assert "w:dirty" not in body


def test_two_tables_in_a_row_stay_two(style: bytes, tmp_path: Path) -> None:
    text = LangText("x", "en")
    table = Table(TableKind.FACTS, text, text, (Column(text, 1),), ((Cell(text),),))
    made = writer.render(make_document(table, table), style)
    assert "</w:tbl><w:tbl>" not in read_part(made, "word/document.xml")
    assert read_part(made, "word/document.xml").count("<w:tbl>") == 2
    assert (
        not read_part(made, "word/document.xml").rpartition("</w:tbl>")[2].startswith("<w:sectPr")
    )
    assert validate_word_file(made, tmp_path) == []


def test_the_footer_counts_pages_by_fields(library: Library, resources: Path, style: bytes) -> None:
    made = writer.render(build_garden_document(make_garden(), library, resources), style)
    foot = read_part(made, "word/footer_proposal.xml")
    assert " PAGE " in foot
    assert " NUMPAGES " in foot
    assert "not an official form" in foot


def test_the_page_is_a4(style: bytes) -> None:
    made = writer.render(make_document(Answer("a", LangText("x", "nl"))), style)
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in read_part(made, "word/document.xml")
