"""The workbook of the budget: what it calculates is what the program calculates."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.export import export
from erasmus_desk.export.spreadsheet.cells import format_address, format_column
from erasmus_desk.export.spreadsheet.cost_factors import split_grant
from tests.core.export.gardens import make_garden, read_part
from tests.core.export.plans import make_plan
from tests.core.export.tables import Rows, calculate_books, list_sheets, remove_values

CENT = Decimal("0.01")
SUMMARY = "xl/worksheets/sheet1.xml"

needs_calc = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("localc")),
    reason="LibreOffice Calc is not installed, so that nobody calculates the formulas anew",
)


def change_answers(draft: Draft, **answers: Value | None) -> Draft:
    """Return a draft with other answers; `__` means a dot, `___` the `@` before the item."""
    keys = {
        Key.parse(name.replace("___", "@").replace("__", ".")): value
        for name, value in answers.items()
    }
    return draft.apply(*(Change(key, None, value) for key, value in keys.items()))


def over_every_ceiling() -> Draft:
    """Twelve partners and events, costs and guests beyond what the call pays."""
    draft = make_plan(partners=12, outputs=3, events=12, meetings=2, activities=3)
    return change_answers(draft, exc__cost___x1=Decimal("90000.01"), exc__cost___x2=Decimal("1.02"))


def long_stays() -> Draft:
    """Stays over every band of days, by day and by month, with linguistic support."""
    draft = make_plan(partners=4, outputs=1, events=1, meetings=1, activities=4)
    return change_answers(
        draft,
        ltt__type___a0="lp-teach",
        ltt__days___a0=75,
        ltt__type___a1="lp-pupil",
        ltt__months___a1=3,
        ltt__days___a2=20,
        grp__linguistic___a0g1=3,
        grp__accompanying___a1g0=None,
        grp__accompanying___a1g1=None,
        grp__accompanying___a1g2=None,
        grp__accompanying___a1g3=None,
        grp__topup___a3g0=2,
        grp__km___a3g2=2500,
    )


def same_names() -> Draft:
    """Two schools of one name, one whose name is a formula, one that a search would misread."""
    return change_answers(
        make_plan(partners=4, outputs=2, events=1, meetings=1, activities=1),
        org__name_lat___p0="=1+1",
        org__name_lat___p1="School *",
        org__name_lat___p2="School of one name",
        org__name_lat___p3="School of one name",
        ltt__title___a0="\x00 >5 \ud83d",
    )


DRAFTS = {
    "over every ceiling": over_every_ceiling,
    "usual": make_plan,
    "long stays": long_stays,
    "same names": same_names,
    "Dutch": lambda: make_plan(language="nl"),
    "no organisation": lambda: make_plan(partners=1).apply(
        Change(Key("organisations"), ("p0",), ())
    ),
}


@pytest.fixture(params=DRAFTS, ids=str)
def draft(request: pytest.FixtureRequest) -> Draft:
    return DRAFTS[request.param]()


def compute_draft_grant(draft: Draft, library: Library) -> Grant:
    return compute_grant(draft, library.load_pack(draft.pack.id))


def test_the_rows_add_up_to_the_grant_and_to_each_line(draft: Draft, library: Library) -> None:
    found = compute_draft_grant(draft, library)
    content = split_grant(found, library.load_pack(draft.pack.id).funding)
    parts = sum((part.amount for part in content.factors), Decimal(0))
    assert parts + sum((cut.line.amount for cut in content.cuts), Decimal(0)) == found.total
    for line in found.lines:
        own = [one.amount for one in content.factors if one.line is line]
        assert line.amount < 0 or sum(own, Decimal(0)) == line.amount


def test_what_a_ceiling_cuts_is_a_formula(library: Library) -> None:
    draft = over_every_ceiling()
    content = split_grant(
        compute_draft_grant(draft, library), library.load_pack(draft.pack.id).funding
    )
    assert {cut.line.category for cut in content.cuts} == {"me", "exceptional"}
    assert all(cut.usage is not None for cut in content.cuts)


@dataclass(frozen=True)
class SummarySums:
    """The sums of the first sheet by the number or name in their row."""

    heads: dict[str, Decimal]
    parties: dict[str, Decimal]
    activities: dict[str, Decimal]


def read_sums(summary: Rows, found: Grant) -> SummarySums:
    """Read the sums back out of the first tab."""
    blocks: list[dict[str, Decimal]] = []
    for row in summary:
        if row[0] in {"No.", "Nr."}:
            blocks.append({})
        elif blocks and row[2:] and _is_figure(row[2]) and (row[0] or row[1]):
            blocks[-1].setdefault(row[0] or row[1], Decimal(row[2]))
    heads = {
        name: blocks[0].get(str(at), Decimal(0)) for at, name in enumerate(found.by_category, 1)
    }
    parties = {
        name: blocks[1].get(str(at), Decimal(0)) for at, name in enumerate(found.by_organisation, 1)
    }
    return SummarySums(heads, parties, blocks[2] if len(blocks) > 2 else {})


def _is_figure(text: str) -> bool:
    return text.replace("-", "").replace(".", "").isdigit()


SHARE, REST = "share", "rest"
CALCULATED = {
    SHARE: ("over every ceiling", "same names"),
    REST: ("usual", "long stays", "Dutch", "no organisation"),
}
LUMP_SUM = "the-empty-chair"


@pytest.fixture(scope="module", params=[SHARE, pytest.param(REST, marks=pytest.mark.prove)])
def calculated(
    request: pytest.FixtureRequest,
    library: Library,
    resources: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[Rows]]:
    """The workbooks of some drafts and of a lump sum, calculated by LibreOffice in one go."""
    drafts = {name: DRAFTS[name]() for name in CALCULATED[request.param]}
    drafts[LUMP_SUM] = read_lump_sum(resources)
    books = {
        name: export.render_workbook(draft, library, resources) for name, draft in drafts.items()
    }
    return calculate_books(books, tmp_path_factory.mktemp("calculated"))


def read_lump_sum(resources: Path) -> Draft:
    return file_format.decode((resources / f"examples/{LUMP_SUM}.erasmus").read_bytes()).draft


@needs_calc
def test_libreoffice_calculates_the_sums_of_the_program(
    calculated: dict[str, list[Rows]], library: Library
) -> None:
    assert set().union(*CALCULATED.values()) == set(DRAFTS)
    for name in DRAFTS.keys() & calculated.keys():
        summary, lines, _ = calculated[name]
        check_sums(summary, lines, compute_draft_grant(DRAFTS[name](), library))


def check_sums(summary: Rows, lines: Rows, found: Grant) -> None:
    sums = read_sums(summary, found)
    assert {name: _cents(one) for name, one in sums.heads.items()} == found.by_category
    assert {name: _cents(one) for name, one in sums.parties.items()} == found.by_organisation
    assert sorted(map(_cents, sums.activities.values())) == sorted(found.by_activity.values())
    amounts = [_cents(Decimal(row[11])) for row in lines[1:]]
    assert sum(amounts, Decimal(0)) == found.total
    totals = [row for row in summary if row[1] in {"Total", "Totaal"}]
    assert {_cents(Decimal(row[2])) for row in totals} == {found.total}
    assert not [row for row in (*summary, *lines) for cell in row if cell.startswith(("#", "Err"))]
    # The ceilings are calculated too.
    rooms = [room for room in found.ceiling_usages if room.ceiling.enforced]
    head = {"Maximum for", "Maximum voor"}
    start = next((place for place, row in enumerate(summary) if row[1] in head), 0) + 1
    assert [
        [_cents(Decimal(cell)) for cell in row[3:6]] for row in summary[start:][: len(rooms)]
    ] == [
        [_cents(amount) for amount in (room.maximum, room.requested, room.remaining)]
        for room in rooms
    ]


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT)


@needs_calc
@pytest.mark.parametrize("calculated", [SHARE], indirect=True)
def test_the_shares_of_a_lump_sum_are_calculated_by_part_and_organisation(
    calculated: dict[str, list[Rows]], library: Library, resources: Path
) -> None:
    draft = read_lump_sum(resources)
    found = compute_draft_grant(draft, library)
    summary, *_ = calculated[LUMP_SUM]
    start = next(place for place, row in enumerate(summary) if "and part" in row[0])
    head, numbers, *rows = summary[start + 1 : start + 10]
    assert head[3:8] == ["WP1", "WP2", "WP3", "WP4", "WP5"]
    assert numbers[3:8] == ["1", "WP2", "WP3", "WP4", "WP5"]
    packages = [None, *(Key("work_packages", one) for one in draft.items("work_packages"))]
    shares = [
        [
            sum(
                (
                    line.amount
                    for line in found.lines
                    if (line.organisation, line.activity) == (organisation, package)
                ),
                Decimal(0),
            )
            for package in packages
        ]
        for organisation in draft.items("organisations")
    ]
    sums = [sum(column, Decimal(0)) for column in zip(*shares, strict=True)]
    there = [[_cents(Decimal(cell)) for cell in row[2:8]] for row in rows]
    assert there == [[sum(row, Decimal(0)), *row] for row in (*shares, sums)]
    assert there[-1][0] == 250_000


@given(st.decimals(0, 70_000, places=2))
def test_any_cost_gives_the_same_cents(cost: Decimal) -> None:
    library = Library((Path(__file__).parents[4] / "resources" / "calls",))
    draft = change_answers(make_plan(1, 0, 0, 0, 0), exc__cost___x1=cost)
    content = split_grant(
        compute_draft_grant(draft, library), library.load_pack(draft.pack.id).funding
    )
    for one in content.factors:
        # As a sheet does it: in binary, then rounded half away from nothing after 15 digits.
        product = float(one.number) * float(one.times) * float(one.rate) * float(one.share)
        seen = Decimal(f"{product:.15g}").quantize(CENT, "ROUND_HALF_UP")
        assert seen == one.amount


def formulas(book: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(book)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                yield from archive.read(name).decode("utf-8").split("<f>")[1:]


def test_every_amount_is_a_formula_with_its_value(library: Library, resources: Path) -> None:
    book = export.render_workbook(make_plan(), library, resources)
    found = list(formulas(book))
    assert len([one for one in found if one.startswith("ROUND(")]) > 100
    assert len([one for one in found if one.startswith("'Unit costs'!")]) > 100
    assert all("</f><v>" in one for one in found)
    assert remove_values(book) != book


def test_equal_drafts_give_equal_bytes(example: Draft, library: Library, resources: Path) -> None:
    first, second = (export.render_workbook(example, library, resources) for _ in range(2))
    assert first == second


def test_the_file_says_of_itself_what_the_draft_says(library: Library, resources: Path) -> None:
    book = export.render_workbook(make_plan(), library, resources)
    core = read_part(book, "docProps/core.xml")
    assert "<dc:title>AIRWISE: Measuring the air we breathe at school</dc:title>" in core
    assert "2017-02-01T09:30:00Z" in core
    assert "<Application>Erasmus Desk</Application>" in read_part(book, "docProps/app.xml")
    with zipfile.ZipFile(BytesIO(book)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_words_are_those_of_the_proposal(library: Library, resources: Path) -> None:
    assert list_sheets(export.render_workbook(make_plan(), library, resources)) == [
        "Summary",
        "Budget lines",
        "Unit costs",
    ]
    book = export.render_workbook(make_plan(language="nl"), library, resources)
    assert list_sheets(book) == ["Overzicht", "Regels", "Tarieven"]
    assert "Projectbeheer en -uitvoering" in read_part(book, "xl/sharedStrings.xml")


def test_the_headers_stay_visible(library: Library, resources: Path) -> None:
    book = export.render_workbook(make_plan(), library, resources)
    for number in (1, 2, 3):
        assert 'state="frozen"' in read_part(book, f"xl/worksheets/sheet{number}.xml")
    assert "<autoFilter" in read_part(book, "xl/worksheets/sheet2.xml")


def test_typed_text_is_never_a_formula(library: Library, resources: Path) -> None:
    book = export.render_workbook(same_names(), library, resources)
    assert "=1+1" in read_part(book, "xl/sharedStrings.xml")
    assert not [one for one in formulas(book) if one.startswith("1+1")]


def test_a_missing_amount_is_listed(library: Library, resources: Path) -> None:
    draft = change_answers(make_plan(), tpm__city___m0="Nowhere-on-Sea")
    book = export.render_workbook(draft, library, resources)
    assert "Not in the total" in read_part(book, "xl/sharedStrings.xml")
    assert "Nowhere-on-Sea" in read_part(book, "xl/sharedStrings.xml")


def test_a_call_without_rules_gives_a_workbook_too(library: Library, resources: Path) -> None:
    assert list_sheets(export.render_workbook(make_garden(), library, resources)) == [
        "Summary",
        "Budget lines",
        "Unit costs",
    ]


def test_a_draft_without_dates_or_partners_gives_a_workbook(
    library: Library, resources: Path
) -> None:
    bare = change_answers(make_plan(1, 1, 1, 1, 1), prj__start=None, prj__duration=None)
    assert list_sheets(export.render_workbook(bare, library, resources)) == [
        "Summary",
        "Budget lines",
        "Unit costs",
    ]


def test_columns_are_lettered_as_in_a_sheet() -> None:
    assert [format_column(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]
    assert format_address(4, 2) == "$C$5"


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
def test_no_word_of_a_header_is_parted_and_printed_pages_are_numbered(
    language: str, library: Library, resources: Path
) -> None:
    path = resources / "examples" / "innovation-vet.erasmus"
    draft = file_format.decode(path.read_bytes()).draft
    made = export.render_workbook(draft, library, resources, language)
    sheet = read_part(made, "xl/worksheets/sheet2.xml")
    assert "<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>" in sheet
    widths = {
        int(place): float(width)
        for first, last, width in re.findall(
            r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet
        )
        for place in range(int(first), int(last) + 1)
    }
    strings = re.findall("<t[^>]*>(.*?)</t>", read_part(made, "xl/sharedStrings.xml"))
    head = re.search('<row r="1".*?</row>', sheet)
    assert head is not None
    names = [strings[int(place)] for place in re.findall("<v>(\\d+)</v>", head[0])]
    assert len(names) > 10
    # The heads of narrow columns run upwards, and have the height of the row.
    turned = [place in {1, 2, 4, 6, 8, 9, 10, 11} for place in widths]
    styles = re.findall('<c r="[A-Z]+1" s="(\\d+)"', head[0])
    assert len({one for one, is_turned in zip(styles, turned, strict=True) if is_turned}) == 1
    high = re.search('ht="([\\d.]+)"', head[0])
    assert high is not None
    for (place, name), is_turned in zip(enumerate(names, start=1), turned, strict=True):
        if is_turned:
            assert len(name) * 5.3 <= float(high[1]), name
        else:
            assert max(map(len, name.split())) * 1.1 <= widths[place] - 1, name
    # On A4 with these margins, letters of 10 points are printed with more than 6.
    assert sum(widths.values()) < 225
    assert '<pageMargins left="0.4" right="0.4"' in sheet


def test_a_new_proposal_has_no_row_of_numbers_without_columns(
    library: Library, resources: Path
) -> None:
    path = resources / "examples" / "the-empty-chair.erasmus"
    draft = file_format.decode(path.read_bytes()).draft
    kept = {key: value for key, value in draft.answers.items() if not isinstance(value, Decimal)}
    amounts = export.render_workbook(draft, library, resources, "en")
    none = export.render_workbook(replace(draft, answers=kept), library, resources, "en")
    for made, count in ((amounts, 1), (none, 0)):
        strings = re.findall("<t[^>]*>(.*?)</t>", read_part(made, "xl/sharedStrings.xml"))
        place = strings.index("No.")
        cells = re.findall(rf'<c r="B\d+"[^>]*t="s"><v>{place}</v>', read_part(made, SUMMARY))
        assert len(cells) == count
