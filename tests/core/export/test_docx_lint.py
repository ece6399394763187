"""The lint of Word files finds each fault that is planted."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import WHOLE_PROFILES, Profile
from erasmus_desk.export.word import writer
from tests.core.export.gardens import (
    build_garden_document,
    make_garden,
    read_part,
    replace_parts,
    validate_word_file,
)
from tests.docx_lint import lint
from tests.plans_made import make_large_plan

BODY, CORE = "word/document.xml", "docProps/core.xml"
SETTINGS, STYLES = "word/settings.xml", "word/styles.xml"
FRAMED = "<w:p><w:pPr><w:pStyle w:val='x'/><w:framePr/></w:pPr><w:r><w:fldSimple/></w:r></w:p>"
BLANK = "<w:shd w:fill='AA0000'/></w:tcPr><w:p/></w:tc><w:tc>"
VML = FRAMED.replace("<w:framePr/>", "").replace(
    "<w:fldSimple/>", "<w:pict><w:o style='width:1'/></w:pict>"
)
PICTURE = (
    "<w:p><w:pPr><w:pStyle w:val='x'/></w:pPr><w:r><w:drawing><wp:docPr xmlns:wp='"
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' id='1' name='logo'/>"
    "</w:drawing></w:r></w:p>"
)
FAULTS = [
    (CORE, "dc:title", "dc:format", "no-title"),
    (CORE, "dc:language", "dc:format", "no-language"),
    (CORE, "School of the Rose", "python-docx", "library-named"),
    (SETTINGS, "<w:compat>", "<w:updateFields/><w:compat>", "asks-to-update"),
    (BODY, 'w:fldCharType="begin"', 'w:dirty="1" w:fldCharType="begin"', "field-dirty"),
    (BODY, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading2"', "first-heading-not-top"),
    (BODY, 'w:pStyle w:val="Heading2"', 'w:pStyle w:val="Heading3"', "heading-skips-level"),
    (BODY, '"_Toc000002"', '"_Toc000001"', "bookmark-twice"),
    (BODY, 'w:anchor="_Toc000001"', 'w:anchor="gone"', "link-to-nowhere"),
    (BODY, "tblCaption", "tblOther", "table-without-tblCaption"),
    (BODY, "tblDescription", "tblOther", "table-without-tblDescription"),
    (BODY, "<w:tblHeader/>", "", "table-without-head"),
    (BODY, "<w:cantSplit/>", "", "row-splits"),
    (BODY, '<w:lang w:val="en-GB" w:eastAsia="en-GB"/>', "", "run-without-language"),
    (BODY, "<w:sectPr", "<w:p/><w:sectPr", "empty-paragraph"),
    (BODY, '<w:pStyle w:val="Title"/>', "", "paragraph-without-style"),
    (BODY, 'w:val="en-GB" w:eastAsia', 'w:val="English" w:eastAsia', "language-unknown"),
    (BODY, "<w:rPr><w:lang", "<w:rPr><w:rtl/><w:lang", "run-without-language"),
    (BODY, "<w:rPr><w:lang", '<w:rPr><w:color w:val="FF0000"/><w:lang', "colour-by-hand"),
    (BODY, "<w:tblGrid>", "<w:tblGrid><w:gridCol/>", "table-with-merged-cells"),
    (BODY, "</w:tcPr>", "</w:tcPr><w:tbl/>", "table-for-layout"),
    (BODY, ">Asked</w:t>", "> </w:t>", "head-without-words"),
    (BODY, "</w:tcPr>", BLANK, "colour-alone"),
    (BODY, "1.\u2002The idea</w:t>", "</w:t>", "heading-without-words"),
    (BODY, "<w:sectPr", FRAMED + "<w:sectPr", "out-of-order"),
    (BODY, "<w:alias ", "<w:other ", "control-without-name"),
    (BODY, "<w:sectPr", VML + "<w:sectPr", "picture-without-words"),
    (STYLES, 'w:color w:val="56616D"', 'w:color w:val="99A0A8"', "low-contrast"),
    (STYLES, 'w:fill="1F3A5F"', 'w:fill="EDF2F8"', "low-contrast"),
    (BODY, "<w:sectPr", PICTURE + "<w:sectPr", "picture-without-words"),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    FAULTS,
    ids=[f"{one[3]} {place}" for place, one in enumerate(FAULTS)],
)
def test_a_planted_fault_is_found(
    name: str, old: str, new: str, code: str, library: Library, resources: Path, style: bytes
) -> None:
    garden = build_garden_document(make_garden(), library, resources, Profile.QUESTIONS)
    good = writer.render(garden, style)
    assert lint(good) == []
    text = read_part(good, name)
    assert old in text
    bad = replace_parts(good, {name: text.replace(old, new).encode("utf-8")})
    assert code in {found.partition(":")[0] for found in lint(bad)}


def test_a_thumbnail_is_found(library: Library, resources: Path, style: bytes) -> None:
    good = writer.render(build_garden_document(make_garden(), library, resources), style)
    assert lint(replace_parts(good, {"docProps/thumbnail.jpeg": b"x"})) == ["thumbnail"]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("profile", Profile)
@pytest.mark.share
def test_every_example_in_every_profile_and_language_is_valid_and_has_no_finding(
    example: Draft,
    profile: Profile,
    language: str,
    library: Library,
    resources: Path,
    tmp_path: Path,
) -> None:
    request = export.ExportRequest(profile, language)
    requests = [request]
    if profile is Profile.PARTNERS:
        known = export.list_partners(example, library.load_pack(example.pack.id))
        beside = export.suggest_second_language(
            example, library.load_pack(example.pack.id), language
        )
        requests = [replace(request, partner=one, second_language=beside) for one, _ in known]
        assert len(requests) > 1
    for one in requests:
        content = export.render_word(example, library, resources, one).content
        assert lint(content) == [], one
        assert validate_word_file(content, tmp_path) == [], one


@pytest.mark.parametrize("profile", WHOLE_PROFILES)
@pytest.mark.share(2)
def test_the_heaviest_plan_has_no_finding(
    profile: Profile, library: Library, resources: Path
) -> None:
    content = export.render_word(
        make_large_plan(), library, resources, export.ExportRequest(profile, "nl")
    ).content
    assert lint(content) == []
