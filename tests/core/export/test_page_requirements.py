"""Word files are checked against the page requirements of the call, with messages."""

import io
import shutil
from decimal import Decimal
from pathlib import Path
from typing import cast

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from msgspec.structs import replace

from erasmus_desk.call.funding import Confidence, Evidence, Figure
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import FontRule, PageRequirements, PaperRule
from erasmus_desk.draft import file_format
from erasmus_desk.export import export, page_requirements
from erasmus_desk.export.export import ExportRequest
from erasmus_desk.export.page_requirements import PageViolation
from erasmus_desk.export.word import writer
from erasmus_desk.i18n import messages
from tests.core.desk_process import run_copy
from tests.core.export.conftest import ROOT
from tests.core.export.gardens import build_garden_document, make_garden, read_part, replace_parts

SURE = Evidence(Confidence.A, ("invented",))
UNSURE = Evidence(Confidence.B, ("rumour",))
NOTHING = PageRequirements(None, None, None, None, None)


@pytest.fixture(scope="module")
def ours(library: Library, resources: Path, style: bytes) -> bytes:
    """The garden in our own look: A4, margins of 24 to 26 mm, Arial of 10 points."""
    return writer.render(build_garden_document(make_garden(), library, resources), style)


def template(
    font: str = "Arial", size: float = 11, margin: float = 2, height: float = 29.7
) -> bytes:
    """A school's template with its own page and text."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(height)
    section.left_margin = section.right_margin = Cm(margin)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = cast("ParagraphStyle", made.styles["Normal"])
    normal.font.name, normal.font.size = font, Pt(size)
    added = made.styles.add_style(  # pyright: ignore[reportUnknownMemberType] - it has no types
        "Proposal Answer", WD_STYLE_TYPE.PARAGRAPH
    )
    own = cast("ParagraphStyle", added)
    own.base_style = normal
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    "demands",
    [
        NOTHING,
        replace(NOTHING, paper=PaperRule("A4", SURE)),
        replace(NOTHING, margin=Figure(21, SURE)),
        replace(NOTHING, size=Figure(10, SURE)),
        replace(NOTHING, fonts=FontRule(("Calibri", "arial"), SURE)),
        replace(NOTHING, pages=Figure(1, SURE)),
    ],
)
def test_a_met_requirement_is_no_violation(ours: bytes, demands: PageRequirements) -> None:
    assert page_requirements.find_violations(ours, demands) == ()


@pytest.mark.parametrize(
    ("demands", "breach"),
    [
        (
            replace(NOTHING, paper=PaperRule("Letter", SURE)),
            PageViolation("paper", "Letter", "210 × 297", SURE),
        ),
        (
            replace(NOTHING, margin=Figure(25, SURE)),
            PageViolation("margin", Decimal(25), Decimal(21), SURE),
        ),
        (
            replace(NOTHING, size=Figure(11, UNSURE)),
            PageViolation("size", Decimal(11), Decimal(10), UNSURE),
        ),
        (
            replace(NOTHING, fonts=FontRule(("Calibri", "Verdana"), SURE)),
            PageViolation("font", "Calibri, Verdana", "Arial", SURE),
        ),
    ],
)
def test_an_unmet_requirement_is_reported_with_what_was_found(
    ours: bytes, demands: PageRequirements, breach: PageViolation
) -> None:
    assert page_requirements.find_violations(ours, demands) == (breach,)


def test_a_template_is_measured_as_it_lends_its_page_and_its_text(
    library: Library, resources: Path, tmp_path: Path
) -> None:
    for name, content, expected in (
        ("good", template(), []),
        ("small", template(size=8), ["size"]),
        ("wide", template(margin=1), ["margin"]),
        ("serif", template(font="Bodoni"), ["font"]),
        ("short", template(height=27.9), ["paper"]),
        ("all", template("Bodoni", 8, 0.5, 20), ["paper", "margin", "size", "font"]),
    ):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(content)
        made = export.render_word(
            make_garden(), library, resources, ExportRequest(template=path)
        ).content
        found = page_requirements.find_violations(
            made, library.load_pack(make_garden().pack.id).layout
        )
        assert [one.code for one in found] == expected, name


def test_a_font_of_the_theme_is_known_by_its_name(ours: bytes) -> None:
    styles = read_part(ours, "word/styles.xml")
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Wrong"/>'
    before, _, after = styles.partition("<w:rFonts ")
    themed = f"{before}{fonts}{after.partition('/>')[2]}"
    made = replace_parts(ours, {"word/styles.xml": themed.encode("utf-8")})
    demands = replace(NOTHING, fonts=FontRule(("Arial",), SURE))
    assert page_requirements.find_violations(made, demands) == ()
    bare = replace_parts(made, {"word/theme/theme1.xml": None})
    assert [one.found for one in page_requirements.find_violations(bare, demands)] == ["Wrong"]


def test_styles_based_in_a_circle_and_lengths_that_are_no_number_are_survived(ours: bytes) -> None:
    styles = read_part(ours, "word/styles.xml").replace(
        '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="ProposalAnswer"/>'
    )
    body = read_part(ours, "word/document.xml").replace('w:left="1474"', 'w:left="wide"')
    made = replace_parts(
        ours, {"word/styles.xml": styles.encode(), "word/document.xml": body.encode()}
    )
    demands = replace(NOTHING, margin=Figure(10, SURE), size=Figure(9, SURE))
    assert [one.code for one in page_requirements.find_violations(made, demands)] == ["margin"]


def test_without_requirements_the_file_is_not_read(library: Library) -> None:
    assert (
        page_requirements.find_violations(
            b"is not even opened", library.load_pack("no-kinds").layout
        )
        == ()
    )


def test_the_command_reports_violations_and_writes_the_file(tmp_path: Path) -> None:
    calls = tmp_path / "home" / "local" / "calls"
    calls.mkdir(parents=True)
    shutil.copytree(ROOT / "tests/packs/valid/lump-sums", calls / "lump-sums")
    (tmp_path / "garden.erasmus").write_bytes(file_format.encode(make_garden()))
    (tmp_path / "house.docx").write_bytes(template(size=8))
    done = run_copy(tmp_path, "export", "garden.erasmus")
    assert (done.returncode, done.stderr) == (0, "")
    done = run_copy(tmp_path, "export", "garden.erasmus", "--template", "house.docx")
    (violation,) = done.stderr.splitlines()
    assert done.returncode == 0
    assert "at least 10 points. Some text is 8" in violation
    assert (tmp_path / "garden.docx").exists()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_violation_has_a_message(resources: Path, language: str) -> None:
    say = messages.load_messages(resources / "sentences", language)
    for code in ("paper", "margin", "size", "font"):
        sure = page_requirements.describe_violation(
            PageViolation(code, Decimal(11), Decimal("10.5"), SURE), say
        )
        unsure = page_requirements.describe_violation(
            PageViolation(code, Decimal(11), Decimal("10.5"), UNSURE), say
        )
        assert "11" in sure
        assert unsure.startswith(sure)
        assert len(unsure) > len(sure)
