"""Persons who get no grant: named in every file that shows the budget, and in no total."""

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Paragraph, Profile
from tests.core.complete import take_out_estimates
from tests.core.desk_process import run_copy
from tests.core.export.gardens import read_part
from tests.core.export.tables import calculate_sheets, list_sheets

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "money"
NAMES = ("A1-partner-country-learners-paid", "B7-partner-country-staff-long-stay")


@pytest.fixture(params=NAMES, ids=str)
def content(request: pytest.FixtureRequest) -> bytes:
    return (SAMPLE / f"{request.param}.erasmus").read_bytes()


@pytest.fixture
def learners() -> Draft:
    return file_format.decode((SAMPLE / f"{NAMES[0]}.erasmus").read_bytes()).draft


def test_the_command_names_them_beside_the_total(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "plan.erasmus").write_bytes(content)
    report = json.loads(run_copy(tmp_path, "budget", "plan.erasmus", "--json").stdout)
    unfunded = sum((Decimal(one["amount"]) for one in report["unfunded"]), Decimal(0))
    assert unfunded == Decimal(report["unfunded_total"]) > 0
    funded = sum((Decimal(one["amount"]) for one in report["lines"]), Decimal(0))
    assert funded == Decimal(report["total"])
    assert all("Serbia, a Partner Country" in one["because"] for one in report["unfunded"])
    text = run_copy(tmp_path, "budget", "plan.erasmus").stdout
    assert f"Not funded: EUR {unfunded:,.0f}, not in the total; see below." in text
    dutch = run_copy(tmp_path, "budget", "plan.erasmus", language="nl_BE.UTF-8").stdout
    assert "Niet gesubsidieerd en niet meegerekend in het totaal" in dutch
    assert "uit Servië, een partnerland" in dutch


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("localc")),
    reason="LibreOffice Calc is not installed, so that nobody calculates the formulas anew",
)
def test_the_sheet_calculates_them_apart(
    learners: Draft, library: Library, resources: Path, tmp_path: Path
) -> None:
    book = export.render_workbook(learners, library, resources)
    summary, lines, _, unfunded = calculate_sheets(book, tmp_path)
    assert sum(Decimal(row[11]) for row in lines[1:]) == 62_148
    assert [Decimal(row[11]) for row in unfunded[1:]][-1] == 7_830
    assert sum(Decimal(row[11]) for row in unfunded[1:-1]) == 7_830
    (row,) = [row for row in summary if row[1] == "Not funded and not in the total"]
    assert Decimal(row[2]) == 7_830
    assert {Decimal(row[2]) for row in summary if row[1] == "Total"} == {Decimal(62_148)}


def test_a_workbook_without_them_has_no_such_sheet(
    example: Draft, learners: Draft, library: Library, resources: Path
) -> None:
    names = list_sheets(export.render_workbook(learners, library, resources))
    assert names == ["Summary", "Budget lines", "Unit costs", "Not funded"]
    pack = library.load_pack(example.pack.id)
    without = take_out_estimates(example, pack)
    assert len(list_sheets(export.render_workbook(without, library, resources))) == 3


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Not funded and not in the total"),
        ("nl", "Niet gesubsidieerd en niet meegerekend in het totaal"),
    ],
)
def test_the_word_file_names_them_below_the_totals(
    language: str, said: str, learners: Draft, library: Library, resources: Path
) -> None:
    request = export.ExportRequest(Profile.CLEAN, language)
    file = export.render_word(learners, library, resources, request).content
    assert said in read_part(file, "word/document.xml")


@pytest.mark.parametrize(
    ("partner", "said"),
    [
        ("es", ["No grant for learners", "The grant for staff", "No grant for learners"]),
        ("fi", []),
    ],
)
def test_the_file_for_a_partner_says_who_of_it_gets_no_grant(
    partner: str, said: list[str], learners: Draft, library: Library, resources: Path
) -> None:
    request = export.ExportRequest(Profile.PARTNERS, "en", partner=partner)
    document = export.build_document(learners, library, resources, request)
    texts = [block.text.text for block in document.blocks if isinstance(block, Paragraph)]
    told = [text for text in texts if text.endswith("it is a Partner Country.")]
    assert [told[: len(one)] for told, one in zip(told, said, strict=True)] == said
