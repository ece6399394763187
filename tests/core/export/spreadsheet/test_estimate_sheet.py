"""Estimates in files: formulas in the workbook that calculate the same, and nothing in Word."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest
from tests.core.complete import take_out_estimates
from tests.core.export.tables import Rows, calculate_sheets, list_sheets

RESOURCES = Path(__file__).resolve().parents[4] / "resources"
LIBRARY = Library((RESOURCES / "calls",))
ROWS: Mapping[str, tuple[Value | None, ...]] = {
    "r1": ("staff", 5, 14, Decimal("180.35")),
    "r2": ("travel", 5, None, 275),
    "r3": ("other", 2, 3, None),
    "r4": ("material", None, None, Decimal("1800.5")),
}
"""A row without an amount among them: 12,624.50, 1,375.00 and 1,800.50."""


@pytest.fixture(scope="module")
def plain() -> Draft:
    path = RESOURCES / "examples" / "the-empty-chair.erasmus"
    draft = file_format.decode(path.read_bytes()).draft
    return take_out_estimates(draft, LIBRARY.load_pack(draft.pack.id))


@pytest.fixture(scope="module")
def estimated(plain: Draft) -> Draft:
    """Return the example with an estimate beside an activity and one beside its management."""
    package = plain.items("work_packages")[1]
    activity = plain.items("wp_activities", package)[0]
    changes: list[tuple[Key, Value | None]] = [
        (Key("wpa_costs", activity), ("r1", "r2", "r3")),
        (Key("wp1_costs"), ("r4",)),
    ]
    for row, values in ROWS.items():
        prefix = "wp1c" if row == "r4" else "wpac"
        names = ("kind", "count", "days", "price")
        changes += [
            (Key(f"{prefix}.{name}", row), value) for name, value in zip(names, values, strict=True)
        ]
    return plain.apply(*(plain.change(key, value) for key, value in changes))


@pytest.mark.parametrize("profile", [Profile.CLEAN, Profile.QUESTIONS])
def test_no_word_file_of_the_proposal_shows_an_estimate(
    profile: Profile, plain: Draft, estimated: Draft
) -> None:
    request = ExportRequest(profile)
    found = [export.build_document(one, LIBRARY, RESOURCES, request) for one in (plain, estimated)]
    assert found[0] == found[1]


def test_no_partner_gets_an_estimate(plain: Draft, estimated: Draft) -> None:
    for partner in plain.items("organisations"):
        request = ExportRequest(Profile.PARTNERS, partner=partner)
        found = [
            export.render_word(one, LIBRARY, RESOURCES, request).content
            for one in (plain, estimated)
        ]
        assert found[0] == found[1]


def test_a_workbook_has_a_sheet_of_estimates_only_where_there_are_some(
    plain: Draft, estimated: Draft
) -> None:
    books = [export.render_workbook(one, LIBRARY, RESOURCES) for one in (plain, estimated)]
    assert [list_sheets(book)[3:] for book in books] == [[], ["Estimate"]]
    assert export.render_workbook(estimated, LIBRARY, RESOURCES) == books[1]


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("localc")),
    reason="LibreOffice Calc is not installed, so that nobody calculates the formulas anew",
)
def test_the_formulas_calculate_what_the_program_does(estimated: Draft, tmp_path: Path) -> None:
    rows: Rows = calculate_sheets(export.render_workbook(estimated, LIBRARY, RESOURCES), tmp_path)[
        -1
    ]
    assert rows[0][3:] == ["Kind of cost", "How many", "Days", "Amount each", "Amount (EUR)"]
    lines = [(row[3], row[7] and Decimal(row[7])) for row in rows[1:5]]
    assert lines == [
        ("Material", Decimal("1800.5")),
        ("Work of staff", Decimal("12624.5")),
        ("Travel", 1375),
        ("Other", ""),
    ]
    sums = [row[:5] for row in rows[8:]]
    assert [sums[0][0], *map(Decimal, sums[0][2:])] == ["1", 46000, Decimal("1800.5"), -44199.5]
    assert list(map(Decimal, sums[2][2:])) == [66000, Decimal("13999.5"), -52000.5]
    grant = compute_grant(estimated, LIBRARY.load_pack(estimated.pack.id))
    total = sum((one.total for one in grant.estimates), Decimal(0))
    assert list(map(Decimal, sums[-1][2:4])) == [250000, total] == [250000, Decimal(15800)]
