"""Small templates, each with one habit that was found in templates of schools and agencies."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any, cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from tests.core.export.gardens import read_part, replace_parts
from tests.core.export.word.test_template import picture

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SCHOOL = "School of the Rose"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
DOCUMENT = "wordprocessingml.document.main"


def _make(change: Callable[[Document], None]) -> bytes:
    content = docx.Document()
    section = content.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    change(content)
    content.add_paragraph("Old text that must not stay")
    target = io.BytesIO()
    content.save(target)
    return target.getvalue()


def _style(content: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", content.styles[name])


def _xml(text: str) -> Any:  # noqa: ANN401 -- the library has no types
    return parse_xml(text)


def _edit(content: Document, style: str, layout: str = "", letters: str = "") -> None:
    """Give a style these properties and no others."""
    element: Any = _style(content, style).element
    for name in ("pPr", "rPr"):
        for child in element.findall(f".//{{*}}{name}"):
            element.remove(child)
    for name, inside in (("pPr", layout), ("rPr", letters)):
        if inside:
            element.append(_xml(f"<w:{name} {NAMES}>{inside}</w:{name}>"))


def _write_header(content: Document, inside: str, *, footer: bool = False) -> None:
    """Put XML into the header or footer, before the paragraph that is there."""
    section = content.sections[0]
    part = section.footer if footer else section.header
    part.is_linked_to_previous = False
    holder = _xml(f"<w:p {NAMES}>{inside}</w:p>" if "<w:tbl" not in inside else inside)
    root: Any = part.part.element
    root.insert(0, holder)


def _section(content: Document, inside: str) -> None:
    """Add properties to the last section."""
    root: Any = content.part.element
    for element in _xml(f"<w:x {NAMES}>{inside}</w:x>"):
        for old in root.body.sectPr.findall(element.tag):
            root.body.sectPr.remove(old)
        root.body.sectPr.append(element)


def _number_headings(content: Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:lvlText w:val="§%{level + 1}"/></w:lvl>'
        for level in range(3)
    )
    numbering: Any = content.part.numbering_part.element
    numbering.insert(
        0,
        _xml(
            f'<w:abstractNum {NAMES} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        ),
    )
    number = f'<w:num {NAMES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    numbering.append(_xml(number))
    for level in range(3):
        chosen = '<w:numId w:val="77"/>' if not level else f'<w:ilvl w:val="{level}"/>'
        _edit(content, f"Heading {level + 1}", f"<w:numPr>{chosen}</w:numPr>")
        based = content.styles[f"Heading {level + 1}"]
        if level:
            cast("ParagraphStyle", based).base_style = content.styles["Heading 1"]


def _begin_pages(content: Document) -> None:
    for level in (1, 2):
        layout = '<w:pageBreakBefore/><w:spacing w:before="3000" w:after="1200"/>'
        _edit(content, f"Heading {level}", layout, '<w:sz w:val="72"/>')


def _hide_and_frame(content: Document) -> None:
    frame = '<w:framePr w:w="4000" w:hSpace="141" w:wrap="around" w:vAnchor="page" w:y="900"/>'
    _edit(content, "Heading 1", frame, "<w:vanish/>")
    _edit(content, "Title", frame)


def _tall_letterhead(content: Document) -> None:
    section = content.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.header_distance = section.footer_distance = Cm(2.5)
    lines = "".join(f"<w:p><w:r><w:t>{SCHOOL} {n}</w:t></w:r></w:p>" for n in range(6))
    cells = f'<w:tc><w:tcPr><w:tcW w:w="8000" w:type="dxa"/></w:tcPr>{lines}</w:tc>'
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid>'
    table = f"<w:tbl {NAMES}>{grid}<w:tr>{cells}</w:tr>"
    _write_header(content, f"{table}</w:tbl>")


def _style_tabs(content: Document) -> None:
    section = content.sections[0]
    section.left_margin = section.right_margin = Cm(4)
    tabs = '<w:tab w:val="center" w:pos="3000"/><w:tab w:val="right" w:pos="9072"/>'
    for name in ("Header", "Footer"):
        _edit(content, name, f"<w:tabs>{tabs}</w:tabs>")


def _first_page_only(content: Document) -> None:
    section = content.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = SCHOOL
    section.header.paragraphs[0].text = ""


def _even_pages_only(content: Document) -> None:
    content.settings.odd_and_even_pages_header_footer = True
    content.sections[0].even_page_header.paragraphs[0].text = SCHOOL
    _write_header(content, FIELD.format(' STYLEREF "Heading 1" ', "Chapter of old"))


def _fields(content: Document) -> None:
    fields = (
        *((" DATE ", "1 May 2001"), (" FILENAME ", "old.doc"), (" DOCPROPERTY School ", SCHOOL)),
        *((" TITLE ", "Old title"), (" MERGEFIELD Name ", "«Name»"), (" PAGE ", "7")),
    )
    runs = "<w:r><w:tab/></w:r>".join(FIELD.format(*one) for one in fields)
    simple = '<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Old Author</w:t></w:r></w:fldSimple>'
    _write_header(content, runs + simple)


def _controls(content: Document) -> None:
    title = (
        '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/ns1:coreProperties[1]/'
        'ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>[Type the title]</w:t></w:r></w:sdtContent></w:sdt>"
    )
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )
    _write_header(content, f"<w:r><w:t>{SCHOOL} </w:t></w:r>{title}{prompt}")


def _fax_form(content: Document) -> None:
    fax = "<w:r><w:t>Tele</w:t></w:r><w:r><w:t>fax</w:t></w:r><w:r><w:tab/></w:r>"
    _write_header(content, fax + "<w:r><w:t>Page</w:t></w:r>")
    address = f"<w:r><w:t>{SCHOOL}, Fax 016 00 00 00</w:t></w:r>"
    _write_header(content, address, footer=True)


def _smart_tags(content: Document) -> None:
    tag = '<w:smartTag w:uri="urn:x" w:element="place"><w:smartTagPr/>{}</w:smartTag>'
    run = f"<w:r><w:t>{SCHOOL}</w:t></w:r>"
    _write_header(content, tag.format(tag.format(run)), footer=True)
    kind = f'<w:smartTagType {NAMES} w:namespaceuri="urn:x" w:name="place"/>'
    settings: Any = content.settings.element
    settings.append(_xml(kind))


def _form_lines(content: Document) -> None:
    cells = (("Our reference:", ""), ("Date:", ""), (SCHOOL, "Rose street 1"))
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        + "</w:tr>"
        for row in cells
    )
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    _write_header(content, f"<w:tbl {NAMES}>{grid}{rows}</w:tbl>")
    _write_header(content, "<w:r><w:t>[TITLE]</w:t></w:r>", footer=True)


def _thesis_section(content: Document) -> None:
    content.sections[0].header.paragraphs[0].text = SCHOOL
    _section(
        content,
        '<w:type w:val="oddPage"/><w:pgNumType w:fmt="lowerRoman" w:start="7"/>'
        '<w:cols w:num="2"/><w:vAlign w:val="center"/>',
    )


def _wide_appendix(content: Document) -> None:
    content.sections[0].header.paragraphs[0].text = SCHOOL
    section = content.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "Appendix"


def _grid_of_lines(content: Document) -> None:
    layout = '<w:spacing w:line="400" w:lineRule="exact"/><w:ind w:firstLine="480"/>'
    _edit(content, "Normal", f'{layout}<w:jc w:val="both"/>')
    _section(content, '<w:docGrid w:type="linesAndChars" w:linePitch="640"/>')


def _bare_bullets(content: Document) -> None:
    _edit(content, "List Bullet")
    picture = f'<w:numPicBullet {NAMES} w:numPicBulletId="0"><w:pict/></w:numPicBullet>'
    numbering: Any = content.part.numbering_part.element
    numbering.insert(0, _xml(picture))


def _light_colour(content: Document) -> None:
    _style(content, "Heading 1").font.color.rgb = RGBColor(0xFF, 0xE0, 0x40)


def _wide_font(content: Document) -> None:
    _style(content, "Normal").font.name = "Verdana"
    _style(content, "Normal").font.size = Pt(12)
    footer = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{SCHOOL} {n}</w:t></w:r>" for n in range(7))
    _write_header(content, footer, footer=True)


def _tabs_of_text(content: Document) -> None:
    """Tab stops that every paragraph has."""
    stops = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in (340, 680, 2041))
    _edit(content, "Normal", f"<w:tabs>{stops}</w:tabs>")


def _headless(content: Document) -> None:
    """No header, and none of the room for one."""
    for section in content.sections:
        section.header_distance = section.footer_distance = Cm(0)


def _placed_letterhead(content: Document) -> None:
    """A page number in a frame, and light letters."""
    _write_header(
        content,
        '<w:pPr><w:framePr w:wrap="around" w:hAnchor="page" w:x="9000" w:y="400"/></w:pPr>'
        '<w:r><w:rPr><w:color w:val="AAAAAA"/></w:rPr><w:t>Town council</w:t></w:r>',
    )


def _page_picture(content: Document) -> None:
    """A picture behind the whole page, and no footer."""
    run = content.sections[0].header.paragraphs[0].add_run()
    shape: Any = run.add_picture(picture(80), width=Cm(21), height=Cm(29.7))
    inline = shape._inline
    inline.tag = inline.tag.replace("}inline", "}anchor")
    for name in ("behindDoc", "relativeHeight", "layoutInCell", "allowOverlap"):
        inline.set(name, "1")
    inline.set("simplePos", "0")
    inline.set("locked", "0")
    at = '<wp:position{0} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{0}>'
    places = f'<wp:simplePos x="0" y="0"/>{at.format("H")}{at.format("V")}<wp:wrapNone/>'
    for place, one in enumerate(_xml(f'<x xmlns:wp="{inline.nsmap["wp"]}">{places}</x>')):
        inline.insert(place + (place > 2), one)


def _office_suite(content: Document) -> None:
    """What other programs write: a style twice, sides of lists by later names."""
    numbering: Any = content.part.numbering_part.element
    for side in numbering.iter("{*}lvlJc"):
        for name in list(side.attrib):
            side.set(name, "start")
    styles: Any = content.styles.element
    styles.append(_xml(f'<w:style {NAMES} w:type="table" w:styleId="TableNormal"/>'))


def _plain(content: Document) -> None:
    content.sections[0].header.paragraphs[0].text = SCHOOL
    content.sections[0].header.add_paragraph().add_run().add_picture(picture(80), width=Cm(2))


def _dutch(template: bytes) -> bytes:
    styles = read_part(template, "word/styles.xml")
    for english, own in (("Heading1", "Kop1"), ("Normal", "Standaard"), ("Title", "Titel")):
        for place in ("w:styleId", "w:basedOn w:val", "w:next w:val", "w:link w:val"):
            styles = styles.replace(f'{place}="{english}"', f'{place}="{own}"')
    return replace_parts(template, {"word/styles.xml": styles.encode("utf-8")})


def give_type(template: bytes, kind: str, *, with_macros: bool = False) -> bytes:
    """Return a template with another content type, and a part of macros if there are any."""
    types = read_part(template, "[Content_Types].xml")
    found = re.search(rf'application/[^"]*{DOCUMENT}\+xml', types)
    assert found is not None
    changes: dict[str, bytes | None] = {}
    types = types.replace(found[0], kind)
    if with_macros:
        macros = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        types = types.replace("<Default", f"{macros}<Default", 1)
        changes["word/vbaProject.bin"] = b"macro"
        relations = read_part(template, "word/_rels/document.xml.rels")
        link = (
            '<Relationship Id="rIdM" Target="vbaProject.bin" '
            'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
        )
        relations = relations.replace("</Relationships>", f"{link}</Relationships>")
        changes["word/_rels/document.xml.rels"] = relations.encode("utf-8")
    changes["[Content_Types].xml"] = types.encode("utf-8")
    return replace_parts(template, changes)


def with_footnotes(template: bytes) -> bytes:
    """Return a template whose old text had a note."""
    note = (
        f'<w:footnotes {NAMES}><w:footnote w:id="1"><w:p><w:r><w:t>Old text</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = read_part(template, "[Content_Types].xml").replace(
        "<Override", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/><Override', 1
    )
    link = (
        '<Relationship Id="rIdF" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    relations = read_part(template, "word/_rels/document.xml.rels")
    relations = relations.replace("</Relationships>", link)
    return replace_parts(
        template,
        {
            "word/footnotes.xml": note.encode(),
            "[Content_Types].xml": types.encode(),
            "word/_rels/document.xml.rels": relations.encode(),
        },
    )


_DESIGNS: dict[str, Callable[[Document], None]] = {
    "numbered-headings": _number_headings,
    "chapters-on-pages": _begin_pages,
    "hidden-and-framed": _hide_and_frame,
    "tall-letterhead": _tall_letterhead,
    "style-tabs": _style_tabs,
    "first-page-only": _first_page_only,
    "even-pages-only": _even_pages_only,
    "fields": _fields,
    "controls": _controls,
    "fax": _fax_form,
    "smart-tags": _smart_tags,
    "form-lines": _form_lines,
    "thesis-section": _thesis_section,
    "wide-appendix": _wide_appendix,
    "grid-of-lines": _grid_of_lines,
    "bare-bullets": _bare_bullets,
    "light-colour": _light_colour,
    "wide-font": _wide_font,
    "tabs-of-text": _tabs_of_text,
    "headless": _headless,
    "placed-letterhead": _placed_letterhead,
    "office-suite": _office_suite,
    "page-picture": _page_picture,
}
MACRO_TYPES = {
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def make_templates() -> dict[str, bytes]:
    """Return all templates by their habit."""
    found = {name: _make(design) for name, design in _DESIGNS.items()}
    plain = _make(_plain)
    found |= {name: give_type(plain, kind, with_macros=True) for name, kind in MACRO_TYPES.items()}
    found["dotx"] = give_type(plain, DOTX)
    found["dutch"] = _dutch(plain)
    found["footnotes"] = with_footnotes(plain)
    return found


def list_letterhead(content: bytes) -> str:
    """Return the text of all headers and footers of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.match(r"word/(header|footer)", name)]
        parts = [archive.read(name).decode("utf-8") for name in sorted(names)]
    return "|".join(" ".join(re.findall("<w:t[^>]*>([^<]*)", part)) for part in parts)
