"""A school's own Word file lends styles, header and margins, and is refused when it cannot."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import cast

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Length, RGBColor
from docx.styles.style import ParagraphStyle

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import SystemProblem, TemplateError
from erasmus_desk.export import export
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.template import check_template
from tests.core.export.gardens import (
    build_garden_document,
    list_parts,
    make_garden,
    read_part,
    render_answer,
    replace_parts,
    validate_word_file,
)
from tests.core.export.plans import make_short_plan
from tests.docx_lint import lint


def picture(shade: int) -> io.BytesIO:
    """A picture of one grey point."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    point = zlib.compress(bytes((0, shade)))
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", point) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunks)


def heading(opened: Document) -> ParagraphStyle:
    return cast("ParagraphStyle", opened.styles["Heading 1"])


@pytest.fixture(scope="module")
def letterhead() -> bytes:
    """The letterhead of an invented school, made with another program's habits."""
    content = docx.Document()
    section = content.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = Cm(4)
    section.right_margin = Cm(3)
    header = section.header.paragraphs[0]
    header.text = "School of the Rose"
    header.add_run().add_picture(picture(80), width=Cm(1))
    heading(content).font.color.rgb = RGBColor(0xAA, 0x00, 0x11)
    content.add_paragraph("Old text that must not stay")
    content.add_picture(picture(160), width=Cm(1))
    content.core_properties.author = "Somebody Else"
    target = io.BytesIO()
    content.save(target)
    return target.getvalue()


def dutch(template: bytes) -> bytes:
    """The same as a Dutch Word writes it: ids of styles in Dutch, names as ever."""
    styles = read_part(template, "word/styles.xml")
    for english, own in (("Heading1", "Kop1"), ("Normal", "Standaard"), ("Title", "Titel")):
        for place in ("w:styleId", "w:basedOn w:val", "w:next w:val", "w:link w:val"):
            styles = styles.replace(f'{place}="{english}"', f'{place}="{own}"')
    return replace_parts(template, {"word/styles.xml": styles.encode("utf-8")})


def test_header_logo_margins_and_styles_are_those_of_the_school(
    letterhead: bytes, library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(
        build_garden_document(make_garden(), library, resources), style, letterhead
    )
    opened = docx.Document(io.BytesIO(content))
    assert "School of the Rose" in opened.sections[0].header.paragraphs[0].text
    assert round(cast("Length", opened.sections[0].left_margin).cm, 2) == 4
    assert heading(opened).font.color.rgb == RGBColor(0xAA, 0x00, 0x11)
    header = next(name for name in list_parts(content) if re.match(r"word/header\d", name))
    assert "a:blip" in read_part(content, header)
    assert len([name for name in list_parts(content) if name.startswith("word/media/")]) == 1


def test_landscape_pages_have_the_letterhead_too(
    letterhead: bytes, library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    request = export.ExportRequest(has_budget_lines=True)
    document = export.build_document(make_short_plan(), library, resources, request)
    content = writer.render(document, style, letterhead)
    opened = docx.Document(io.BytesIO(content))
    assert [one.orientation for one in opened.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert opened.sections[1].header.is_linked_to_previous
    assert "header_wide" not in " ".join(list_parts(content))
    assert validate_word_file(content, tmp_path) == []
    assert [one for one in lint(content) if not _is_theirs(one)] == []


def test_nothing_of_its_text_or_its_author_stays(
    letterhead: bytes, library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(
        build_garden_document(make_garden(), library, resources), style, letterhead
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Old text" not in everything
    assert b"Somebody Else" not in everything
    assert "thumbnail" not in " ".join(list_parts(content))


def test_what_the_school_lacks_is_added_and_the_file_is_valid(
    letterhead: bytes, library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    content = writer.render(
        build_garden_document(make_garden(), library, resources), style, letterhead
    )
    opened = docx.Document(io.BytesIO(content))
    assert opened.styles["Proposal Question"].type == WD_STYLE_TYPE.PARAGRAPH
    # What is wrong with the school's own header stays the school's.
    assert [one for one in lint(content) if not _is_theirs(one)] == []
    assert validate_word_file(content, tmp_path) == []


def test_what_is_added_is_drawn_in_the_colour_of_the_school(
    letterhead: bytes, style: bytes
) -> None:
    styles = read_part(render_answer("x", style, letterhead), "word/styles.xml")
    question = styles.partition('w:styleId="ProposalQuestion"')[2].partition("</w:style>")[0]
    assert 'w:color w:val="AA0011"' in question
    assert "1F3A5F" not in styles.partition('w:styleId="ProposalEyebrow"')[2]


def _is_theirs(finding: str) -> bool:
    is_colour = finding.startswith("low-contrast") and "Proposal" not in finding
    return is_colour or "picture" in finding or "School of the Rose" in finding


def test_the_tables_fit_between_its_margins(
    letterhead: bytes, library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(
        build_garden_document(make_garden(), library, resources), style, letterhead
    )
    widths = {
        int(width)
        for width in re.findall(r'<w:tblW w:w="(\d+)"', read_part(content, "word/document.xml"))
    }
    page = docx.Document(io.BytesIO(content)).sections[0]
    assert page.page_width is not None
    assert page.left_margin is not None
    assert page.right_margin is not None
    assert widths == {round((page.page_width - page.left_margin - page.right_margin) / 635)}


def test_a_built_in_style_is_known_by_its_name_in_any_language(
    letterhead: bytes, library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    template = dutch(letterhead)
    content = writer.render(
        build_garden_document(make_garden(), library, resources), style, template
    )
    assert 'w:pStyle w:val="Kop1"' in read_part(content, "word/document.xml")
    assert 'w:styleId="Heading1"' not in read_part(content, "word/styles.xml")
    assert 'w:basedOn w:val="Normal"' not in read_part(content, "word/styles.xml")
    assert lint(content) == lint(
        writer.render(build_garden_document(make_garden(), library, resources), style, letterhead)
    )


def test_the_same_template_gives_the_same_bytes(letterhead: bytes, style: bytes) -> None:
    assert render_answer("x", style, letterhead) == render_answer("x", style, letterhead)


def test_a_word_template_serves_as_well(letterhead: bytes, style: bytes) -> None:
    types = read_part(letterhead, "[Content_Types].xml").replace(
        "document.main+xml", "template.main+xml"
    )
    template = replace_parts(letterhead, {"[Content_Types].xml": types.encode("utf-8")})
    content = render_answer("x", style, template)
    assert "template.main" not in read_part(content, "[Content_Types].xml")


def test_a_page_without_header_or_footer_gets_ours(style: bytes) -> None:
    plain = io.BytesIO()
    docx.Document().save(plain)
    content = render_answer("x", style, plain.getvalue())
    assert "word/header_proposal.xml" in list_parts(content)
    assert "word/footer_proposal.xml" in list_parts(content)
    assert "<w:titlePg" in read_part(content, "word/document.xml")


def test_a_header_taken_over_from_an_earlier_section_stays(style: bytes, tmp_path: Path) -> None:
    content = docx.Document()
    content.sections[0].header.paragraphs[0].text = "From the first section"
    content.add_section().orientation = WD_ORIENT.LANDSCAPE
    target = io.BytesIO()
    content.save(target)
    opened = docx.Document(io.BytesIO(render_answer("x", style, target.getvalue())))
    assert len(opened.sections) == 1
    assert opened.sections[0].header.paragraphs[0].text == "From the first section"


def test_what_would_question_or_lock_the_reader_is_taken_out(
    letterhead: bytes, style: bytes
) -> None:
    settings = read_part(letterhead, "word/settings.xml").replace(
        "<w:zoom",
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
        '<w:updateFields w:val="true"/><w:zoom',
    )
    assert "documentProtection" in settings
    template = replace_parts(letterhead, {"word/settings.xml": settings.encode("utf-8")})
    content = read_part(render_answer("x", style, template), "word/settings.xml")
    assert "documentProtection" not in content
    assert "updateFields" not in content


def without_types(template: bytes) -> bytes:
    return replace_parts(template, {"[Content_Types].xml": None})


def without_text(template: bytes) -> bytes:
    return replace_parts(template, {"word/document.xml": None})


def with_broken_xml(template: bytes) -> bytes:
    return replace_parts(template, {"word/styles.xml": b"<w:styles"})


def as_sheet(template: bytes) -> bytes:
    types = read_part(template, "[Content_Types].xml").replace(
        "wordprocessingml.document.main", "sheet"
    )
    return replace_parts(template, {"[Content_Types].xml": types.encode("utf-8")})


def encrypted(_template: bytes) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    )


def old_word(_template: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def nothing(_template: bytes) -> bytes:
    return b""


def a_letter(_template: bytes) -> bytes:
    return b"Dear colleague"


def cut_off(template: bytes) -> bytes:
    return template[: len(template) // 2]


def damaged(template: bytes) -> bytes:
    place = template.index(b"word/styles.xml") + 60
    return template[:place] + bytes(40) + template[place + 40 :]


@pytest.mark.parametrize(
    ("spoiled", "code"),
    [
        (without_types, "not-docx"),
        (as_sheet, "not-docx"),
        (old_word, "not-docx"),
        (cut_off, "not-docx"),
        (nothing, "not-docx"),
        (a_letter, "not-docx"),
        (encrypted, "encrypted"),
        (without_text, "unreadable"),
        (with_broken_xml, "unreadable"),
        (damaged, "unreadable"),
    ],
)
def test_a_file_that_cannot_be_a_template_is_refused_with_its_reason(
    spoiled: Callable[[bytes], bytes], code: str, letterhead: bytes, style: bytes
) -> None:
    with pytest.raises(TemplateError) as caught:
        render_answer("x", style, spoiled(letterhead))
    assert caught.value.message_id == f"template.{code}"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(letterhead: bytes) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"x")
        archive.writestr("word/document.xml", bytes(101 * 1024 * 1024))
    with pytest.raises(TemplateError) as caught:
        check_template(target.getvalue())
    assert caught.value.message_id == "template.unreadable"


def test_a_missing_template_is_reported(
    example: Draft, library: Library, resources: Path, tmp_path: Path
) -> None:
    request = export.ExportRequest(template=tmp_path / "gone.docx")
    with pytest.raises(TemplateError) as caught:
        export.render_word(example, library, resources, request)
    assert caught.value.facts["path"] == str(tmp_path / "gone.docx")


def test_a_template_that_cannot_be_opened_or_is_too_large_has_its_own_message(
    tmp_path: Path,
) -> None:
    with pytest.raises(TemplateError) as caught:
        export.read_template(tmp_path / ("a" * 300 + ".docx"))
    assert caught.value.message_id == "template.no-access"
    assert isinstance(caught.value.facts["problem"], SystemProblem)
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    with pytest.raises(TemplateError) as caught:
        export.read_template(large)
    assert (caught.value.message_id, caught.value.facts["most"]) == ("template.too-large", 100)


def test_a_template_that_is_refused_is_named(
    example: Draft, library: Library, resources: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"Dear colleague")
    with pytest.raises(TemplateError) as caught:
        export.render_word(example, library, resources, export.ExportRequest(template=letter))
    assert caught.value.facts["path"] == str(letter)
