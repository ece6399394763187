"""The lint of Word files finds each fault that is planted."""

from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.export import word
from tests.core.export.gardens import garden, outlined, part, replaced
from tests.docx_lint import findings

BODY, CORE, SETTINGS = "word/document.xml", "docProps/core.xml", "word/settings.xml"
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
    (BODY, "<w:sectPr", PICTURE + "<w:sectPr", "picture-without-words"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), FAULTS, ids=[one[3] for one in FAULTS])
def test_a_planted_fault_is_found(
    name: str, old: str, new: str, code: str, library: Library, resources: Path, style: bytes
) -> None:
    good = word.render(outlined(garden(), library, resources), style)
    assert findings(good) == []
    text = part(good, name)
    assert old in text
    bad = replaced(good, {name: text.replace(old, new).encode("utf-8")})
    assert code in {found.partition(":")[0] for found in findings(bad)}


def test_a_thumbnail_is_found(library: Library, resources: Path, style: bytes) -> None:
    good = word.render(outlined(garden(), library, resources), style)
    assert findings(replaced(good, {"docProps/thumbnail.jpeg": b"x"})) == ["thumbnail"]
