"""Templates as schools, universities and agencies have them: what they lend, and what not."""

import io
import re
from pathlib import Path
from typing import cast

import docx
import pytest
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    Cell,
    Column,
    Cover,
    CoverFact,
    LangText,
    Table,
    TableKind,
)
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.cover import fits_page
from erasmus_desk.export.word.tables import compute_widths
from erasmus_desk.export.word.template import check_template
from erasmus_desk.export.word.text_runs import RenderContext
from tests.core.export.gardens import (
    build_garden_document,
    list_parts,
    make_garden,
    read_part,
    render_answer,
    replace_parts,
    validate_word_file,
)
from tests.core.export.laid_out import Page, lay_out_pages, needs_pages
from tests.core.export.school_templates import (
    MACRO_TYPES,
    SCHOOL,
    list_letterhead,
    make_templates,
)
from tests.docx_lint import lint, lint_letterhead


@pytest.fixture(scope="module")
def templates() -> dict[str, bytes]:
    return make_templates()


@pytest.fixture(scope="module")
def made(templates: dict[str, bytes], library: Library, resources: Path) -> dict[str, bytes]:
    """The small proposal with each template."""
    style = (resources / "styles" / "proposal.docx").read_bytes()
    document = build_garden_document(make_garden(), library, resources)
    return {name: writer.render(document, style, one) for name, one in templates.items()}


def read_style(content: bytes, name: str) -> str:
    """Return the XML of a style by its name."""
    styles = read_part(content, "word/styles.xml")
    found = re.search(
        rf'<w:style [^>]*>\s*<w:name w:val="{name}"/>.*?</w:style>', styles, re.DOTALL
    )
    assert found is not None
    return found[0]


SHARE = ("numbered-headings", "tall-letterhead", "controls", "dotm", "office-suite")


@pytest.mark.parametrize(
    "names", [SHARE, pytest.param((), marks=pytest.mark.prove)], ids=("share", "all")
)
def test_each_gives_a_valid_and_accessible_file(
    names: tuple[str, ...], made: dict[str, bytes], tmp_path: Path
) -> None:
    assert len(made) > 20
    for name in names or made:
        assert validate_word_file(made[name], tmp_path) == [], name
        assert lint(made[name]) == [], name


def test_nothing_of_its_old_text_stays(made: dict[str, bytes]) -> None:
    for name, content in made.items():
        assert "Old" not in list_letterhead(content), name
        assert not [part for part in list_parts(content) if "footnotes" in part], name


def test_its_numbers_page_breaks_and_hidden_text_stay_out_of_our_headings(
    made: dict[str, bytes],
) -> None:
    for level in (1, 2, 3):
        style = read_style(made["numbered-headings"], f"heading {level}")
        assert '<w:numId w:val="0"/>' in style
    assert '<w:pStyle w:val="Heading' not in read_part(
        made["numbered-headings"], "word/numbering.xml"
    )
    chapter = read_style(made["chapters-on-pages"], "heading 1")
    assert '<w:pageBreakBefore w:val="0"/>' in chapter
    assert 'w:before="480"' in chapter
    assert '<w:sz w:val="40"/>' in chapter
    hidden = read_style(made["hidden-and-framed"], "heading 1")
    assert "framePr" not in hidden
    assert '<w:vanish w:val="0"/>' in hidden


def test_what_we_add_does_not_inherit_the_indents_of_its_text(made: dict[str, bytes]) -> None:
    cell = read_style(made["grid-of-lines"], "Proposal Cell")
    assert 'w:firstLine="0"' in cell
    assert '<w:jc w:val="left"/>' in cell
    assert 'w:lineRule="auto"' in cell
    assert "<w:jc" not in read_style(made["grid-of-lines"], "Proposal Answer")
    assert "docGrid" not in read_part(made["grid-of-lines"], "word/document.xml")


def test_bullets_are_there_even_if_its_own_list_has_none(made: dict[str, bytes]) -> None:
    number = re.search(r'<w:numId w:val="(\d+)"', read_style(made["bare-bullets"], "List Bullet"))
    assert number is not None
    assert int(number[1]) > 0


def test_a_colour_too_light_to_read_is_darkened_in_its_hue(made: dict[str, bytes]) -> None:
    heading = read_style(made["light-colour"], "heading 1")
    found = re.search(r'<w:color w:val="([0-9A-F]{6})"/>', heading)
    assert found is not None
    red, green, blue = (int(found[1][at : at + 2], 16) for at in (0, 2, 4))
    assert (red, green, blue) < (0xFF, 0xE0, 0x40)
    assert red > green > blue
    # Our labels have the colour that can be read.
    question = read_style(made["light-colour"], "Proposal Question")
    assert "FFE040" not in question
    assert found[1] in question


def test_a_table_of_a_letterhead_has_no_heads_to_read_out(made: dict[str, bytes]) -> None:
    letterheads = [
        read_part(content, part)
        for content in made.values()
        for part in list_parts(content)
        if re.fullmatch(r"word/(header|footer)\d+\.xml", part)
    ]
    tables = [table for one in letterheads for table in re.findall("<w:tblPr>.*?</w:tblPr>", one)]
    assert tables
    assert all('w:firstRow="0"' in table for table in tables)
    assert not any("tblHeader" in one for one in letterheads)


def test_our_header_has_its_only_tab_at_the_margin_of_the_template(made: dict[str, bytes]) -> None:
    for part in ("header", "footer"):
        tabs = re.findall(
            r'<w:tab w:val="(\w+)" w:pos="(\d+)"/>',
            read_part(made["style-tabs"], f"word/{part}_proposal.xml"),
        )
        width = round((21 - 8) / 2.54 * 1440)
        assert tabs[:2] == [("clear", "3000"), ("clear", "9072")]
        assert [(kind, abs(int(at) - width) < 3) for kind, at in tabs[2:]] == [("right", True)]


def test_the_letterhead_stays_and_what_asks_to_be_filled_in_does_not(
    made: dict[str, bytes],
) -> None:
    texts = {name: list_letterhead(content) for name, content in made.items()}
    for name in ("fields", "controls", "smart-tags", "form-lines", "first-page-only", "fax"):
        assert SCHOOL in texts[name], name
    assert "Title" not in texts["fields"].partition("|")[0]
    assert not re.search("1 May|old.doc|Name|Author", texts["fields"])
    assert "Herbs &amp; bees" in texts["fields"]
    assert "7" in texts["fields"]
    assert not re.search("Type the|Click here", texts["controls"])
    assert "Herbs &amp; bees" in texts["controls"]
    assert "smartTag" not in read_part(made["smart-tags"], "word/settings.xml")
    assert "Telefax" not in texts["fax"].replace(" ", "")
    assert "Fax 016" in texts["fax"]
    assert not re.search("reference|Date|TITLE", texts["form-lines"])


def test_a_header_that_only_pages_on_the_left_have_is_on_all(made: dict[str, bytes]) -> None:
    assert SCHOOL in list_letterhead(made["even-pages-only"])
    assert "evenAndOdd" not in read_part(made["even-pages-only"], "word/settings.xml")
    assert 'w:type="even"' not in read_part(made["even-pages-only"], "word/document.xml")


def test_pages_are_upright_in_one_column_and_numbered_from_one(made: dict[str, bytes]) -> None:
    thesis = read_part(made["thesis-section"], "word/document.xml")
    assert not re.search("oddPage|lowerRoman|w:num=|vAlign", thesis)
    wide = read_part(made["wide-appendix"], "word/document.xml")
    assert "landscape" not in wide
    assert SCHOOL in list_letterhead(made["wide-appendix"])


@pytest.mark.parametrize("kind", MACRO_TYPES)
def test_a_template_with_macros_lends_its_styles_and_nothing_else(
    kind: str, made: dict[str, bytes], templates: dict[str, bytes]
) -> None:
    assert check_template(templates[kind]).has_macros
    assert SCHOOL not in list_letterhead(made[kind])
    assert not [part for part in list_parts(made[kind]) if "vba" in part]
    assert "macroEnabled" not in read_part(made[kind], "[Content_Types].xml")
    assert read_style(made[kind], "heading 1").count("Calibri") == read_style(
        made["dotx"], "heading 1"
    ).count("Calibri")


def test_a_dotx_lends_its_letterhead_and_is_a_document_afterwards(
    made: dict[str, bytes], templates: dict[str, bytes]
) -> None:
    assert not check_template(templates["dotx"]).has_macros
    assert SCHOOL in list_letterhead(made["dotx"])
    assert "template.main" not in read_part(made["dotx"], "[Content_Types].xml")
    header = next(part for part in list_parts(made["dotx"]) if "word/header" in part)
    assert "a:blip" in read_part(made["dotx"], header)


def test_a_template_in_the_window_of_the_program_says_that_it_had_macros(
    templates: dict[str, bytes], library: Library, resources: Path, tmp_path: Path
) -> None:
    for name, has_macros in (("dotm", True), ("dotx", False)):
        path = tmp_path / f"house.{name}"
        path.write_bytes(templates[name])
        request = export.ExportRequest(template=path)
        file = export.render_word(make_garden(), library, resources, request)
        assert file.has_macros is has_macros


def test_tab_stops_of_its_text_are_cleared_in_what_we_add(made: dict[str, bytes]) -> None:
    for name in ("Proposal Cover Fact", "toc 1"):
        style = read_style(made["tabs-of-text"], name)
        assert re.findall('<w:tab w:val="clear" w:pos="(\\d+)"/>', style) == ["340", "680", "2041"]
        assert "clear" not in read_style(made["headless"], name)


def test_our_header_is_not_at_the_edge_of_a_page_without_one(made: dict[str, bytes]) -> None:
    margins = re.findall("<w:pgMar [^>]*>", read_part(made["headless"], "word/document.xml"))
    assert margins
    for one in margins:
        found = dict(re.findall('w:(header|footer)="(\\d+)"', one))
        assert all(int(distance) >= 284 for distance in found.values())


def test_our_footer_is_clear_of_a_picture_behind_the_page(
    made: dict[str, bytes], templates: dict[str, bytes]
) -> None:
    def read_margins(content: bytes) -> dict[str, int]:
        margins = re.findall("<w:pgMar [^>]*>", read_part(content, "word/document.xml"))[-1]
        return {name: int(value) for name, value in re.findall(r'w:(\w+)="(\d+)"', margins)}

    given, ours = (read_margins(one["page-picture"]) for one in (templates, made))
    # The foot of the page is that of the picture; the text ends where the school's did.
    assert ours["footer"] == given["bottom"] < ours["bottom"]
    assert (ours["header"], ours["top"]) == (given["header"], given["top"])
    given, ours = (read_margins(one["light-colour"]) for one in (templates, made))
    assert ours["bottom"] == given["bottom"]


def test_a_cover_fits_with_a_wider_font_that_takes_the_place_of_its_own(
    made: dict[str, bytes],
) -> None:
    text = LangText("Small boards and real problems of all kinds, at once", "en")
    facts = tuple(CoverFact(text, (text,)) for _ in range(14))
    nothing = LangText("", "en")
    cover = Cover(text, text, nothing, facts, text)
    narrow = RenderContext({}, 8504, height=14004, title_size=60)
    assert fits_page(cover, narrow)
    assert not fits_page(cover, replace(narrow, cover_letters=1.17))
    assert fits_page(cover, replace(narrow, cover_letters=1.17), is_close=True)


@pytest.mark.parametrize(
    ("name", "remarks"), [("placed-letterhead", ("order", "contrast")), ("fields", ())]
)
def test_what_not_everybody_can_read_in_its_letterhead_is_told(
    name: str,
    remarks: tuple[str, ...],
    templates: dict[str, bytes],
    library: Library,
    resources: Path,
    tmp_path: Path,
) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(templates[name])
    file = export.render_word(
        make_garden(), library, resources, export.ExportRequest(template=path)
    )
    told = ("size", *remarks)  # of its type, which these templates have larger
    assert file.remarks == told
    assert export.list_template_remarks([file, file]) == told
    assert bool(lint_letterhead(file.content)) == bool(remarks)
    assert lint(file.content) == []


@pytest.mark.parametrize(
    ("size", "larger", "is_told"),
    [
        ("Heading1", "40", False),
        ("Heading1", "72", True),
        ("ProposalAnswer", "24", False),  # a style of ours that a template has is its own
        ("ProposalNote", "24", False),
    ],
)
def test_type_of_other_sizes_than_the_template_has_is_told(
    size: str, larger: str, is_told: bool, style: bytes
) -> None:
    found = rf'(w:styleId="{size}".*?<w:sz w:val=")\d+'
    styles = re.sub(found, rf"\g<1>{larger}", read_part(style, "word/styles.xml"), count=1)
    template = replace_parts(style, {"word/styles.xml": styles.encode()})
    assert writer.measure_page(style, template).has_own_sizes == is_told


@pytest.mark.parametrize(("points", "is_told"), [(10, False), (12, True)])
def test_text_of_another_size_than_in_the_template_is_told(
    points: int, is_told: bool, style: bytes
) -> None:
    made = docx.Document()
    cast("ParagraphStyle", made.styles["Normal"]).font.size = Pt(points)
    template = io.BytesIO()
    made.save(template)
    assert writer.measure_page(style, template.getvalue()).has_own_sizes == is_told


def test_a_heading_that_opens_a_page_does_not_touch_the_letterhead(
    made: dict[str, bytes],
) -> None:
    opened = '<w:pageBreakBefore/><w:spacing w:before="{}"/>'
    below = read_part(made["placed-letterhead"], "word/document.xml")
    alone = read_part(made["headless"], "word/document.xml")
    assert opened.format(160) in below
    assert opened.format(0) in alone


def test_large_figures_do_not_break_in_a_wide_font() -> None:
    heads = ("Months", "Organisations", "Countries", "Outputs", "Events", "Grant")
    columns = tuple(Column(LangText(head, "en"), 8) for head in heads)
    figures = ("24", "7", "7", "5", "5", "1,276,160")
    row = tuple(Cell(LangText(figure, "en")) for figure in figures)
    text = LangText("T", "en")
    table = Table(TableKind.FIGURES, text, text, columns, (row,))
    widths = compute_widths(table, 8958, 1.17)
    assert sum(widths) == 8958
    assert widths[-1] >= 195 * len("1,276,160")


def test_equal_templates_give_equal_bytes(templates: dict[str, bytes], style: bytes) -> None:
    name = "fields"
    assert render_answer("x", style, templates[name]) == render_answer("x", style, templates[name])


@pytest.fixture(scope="module")
def shown(
    request: pytest.FixtureRequest,
    templates: dict[str, bytes],
    library: Library,
    resources: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[Page]]:
    """The pages of an example with each of the templates."""
    path = resources / "examples" / "goede-praktijk-school.erasmus"
    draft = file_format.decode(path.read_bytes()).draft
    folder = tmp_path_factory.mktemp("templates")
    files: dict[str, bytes] = {}
    for name in templates if request.param == "all" else ("tall-letterhead",):
        (folder / "house.docx").write_bytes(templates[name])
        chosen = export.ExportRequest(template=folder / "house.docx")
        files[name] = export.render_word(draft, library, resources, chosen).content
    return lay_out_pages(files, folder)


@needs_pages
@pytest.mark.parametrize(
    "shown", ["one", pytest.param("all", marks=pytest.mark.prove)], indirect=True
)
def test_cover_glance_and_contents_are_one_page_each(shown: dict[str, list[Page]]) -> None:
    for name, pages in shown.items():
        texts = [" ".join(word.text for word in page.words) for page in pages[:4]]
        starts = ("Erasmus+", "In één oogopslag", "Inhoud", "1. Samenvatting")
        assert [start in text for start, text in zip(starts, texts, strict=True)] == [True] * 4, (
            name
        )
