"""A lump sum in the Word file: its parts, who gets what, and the activities of work packages."""

from decimal import Decimal
from itertools import takewhile
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export import export
from erasmus_desk.export.document import heading_space
from erasmus_desk.export.document.blocks import (
    Block,
    ColumnType,
    Heading,
    PageOrientation,
    Profile,
    Question,
    Table,
    TableKind,
)
from erasmus_desk.export.word.tables import compute_widths
from erasmus_desk.storage import drafts

ACTIVITIES, SHARES = "wp.activities", "wp.shares"


@pytest.fixture(scope="module")
def chair(resources: Path) -> Draft:
    """The example with five work packages."""
    return drafts.read(resources / "examples" / "the-empty-chair.erasmus").draft


def build(
    draft: Draft, library: Library, resources: Path, profile: Profile = Profile.QUESTIONS
) -> tuple[Block, ...]:
    request = export.ExportRequest(profile, "en")
    return export.build_document(draft, library, resources, request).blocks


def find_tables(found: tuple[Block, ...], title: str) -> list[list[list[str]]]:
    """Return the texts of the tables with this title, with their headers."""
    return [
        [
            [column.head.text for column in one.columns],
            *([c.text.text for c in r] for r in one.rows),
        ]
        for one in found
        if isinstance(one, Table) and one.title.text == title
    ]


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def list_tables_after(found: tuple[Block, ...], key: str) -> list[Table]:
    """Return the tables of the answer to a question."""
    place = next(at for at, one in enumerate(found) if isinstance(one, Question) and one.key == key)
    rest = takewhile(lambda one: not isinstance(one, Question | Heading), found[place + 1 :])
    return [one for one in rest if isinstance(one, Table)]


def test_the_parts_of_a_lump_sum_and_the_shares_are_tables_with_their_sums(
    chair: Draft, library: Library, resources: Path
) -> None:
    found = build(chair, library, resources)
    ((head, *parts),) = find_tables(found, "Parts of the grant")
    assert head[0] == "Part"
    assert [row[0].partition(" ")[0] for row in parts] == [
        "Project",
        *["WP2", "WP3", "WP4", "WP5", "Total"],
    ]
    ((head, *rows),) = find_tables(found, "What each organisation gets (EUR)")
    assert head == ["Organisation", "WP1", "WP2", "WP3", "WP4", "WP5", "Total"]
    assert len(rows) == len(chair.items("organisations")) + 1
    amounts = [[number(text) for text in row[1:]] for row in rows]
    assert all(sum(row[:-1]) == row[-1] for row in amounts)
    assert all(sum(column[:-1]) == column[-1] for column in zip(*amounts, strict=True))
    assert amounts[-1] == [number(row[2]) for row in parts]
    assert amounts[-1][-1] == 250_000
    # A work package is in no single year, and there is no unit cost to explain.
    assert find_tables(found, "Grant by year") == []
    assert not [
        one for one in found if isinstance(one, Heading) and "Budget lines" in one.text.text
    ]


def test_what_nobody_has_yet_is_a_row_of_its_own(
    chair: Draft, library: Library, resources: Path
) -> None:
    answers = {
        key: value
        for key, value in chair.answers.items()
        if key.question not in {"wp_shares", "wp1_shares"}
    }
    found = build(replace(chair, answers=answers), library, resources)
    ((_, *rows),) = find_tables(found, "What each organisation gets (EUR)")
    assert [row[0] for row in rows if number(row[-1])] == ["No organisation", "Total"]
    assert rows[-1][1:] == next(row for row in rows if row[0] == "No organisation")[1:]


def test_rows_too_wide_for_a_page_have_a_table_each_and_narrow_ones_share_one(
    chair: Draft, library: Library, resources: Path
) -> None:
    found = build(chair, library, resources)
    for package in chair.items("work_packages"):
        rows = chair.items("wp_activities", package)
        tables = list_tables_after(found, f"{ACTIVITIES}@{package}")
        assert [one.title.text for one in tables] == [
            f"Activity {count}" for count in range(1, len(rows) + 1)
        ]
        assert all(one.kind is TableKind.FACTS and one.has_caption for one in tables)
        keys = [[cell.key for _, cell in one.rows] for one in tables]
        asked = library.load_pack(chair.pack.id).form.lists["wp_activities"].questions
        assert keys == [[f"{name}@{row}" for name in asked] for row in rows]
        (shares,) = list_tables_after(found, f"{SHARES}@{package}")
        assert shares.kind is TableKind.GRID
        assert shares.items == chair.items("wp_shares", package)


def test_rows_with_a_name_of_their_own_have_no_smaller_heading_above_them(
    chair: Draft, library: Library, resources: Path
) -> None:
    package, *_ = chair.items("work_packages")
    key = f"{ACTIVITIES}@{package}"

    def list_labels(draft: Draft) -> list[str]:
        found = build(draft, library, resources, Profile.CLEAN)
        return [one.key for one in found if isinstance(one, Question)]

    first, *_ = chair.items("wp_activities", package)
    title = Key("wpa.title", first)
    assert key not in list_labels(chair)
    assert key in list_labels(chair.apply(chair.change(title, None)))


def test_the_timetable_has_the_activities_below_their_work_package(
    chair: Draft, library: Library, resources: Path
) -> None:
    found = build(chair, library, resources)
    (table,) = [one for one in found if isinstance(one, Table) and one.kind is TableKind.CALENDAR]
    shown = [(row[0].text.text, row[0].is_bold) for row in table.rows]
    planned = [
        (name, is_package)
        for place, package in enumerate(chair.items("work_packages"), start=2)
        for name, is_package in (
            (f"WP{place} {chair.text('wp.title', package)}", True),
            *(
                (chair.text("wpa.title", row), False)
                for row in chair.items("wp_activities", package)
            ),
        )
    ]
    assert shown == planned
    months = [column for column in table.columns if column.type is ColumnType.TIME]
    (meeting,) = [
        row
        for row in table.rows
        if row[0].text.text == "Working meeting in Maribor: from figures to a routine"
    ]
    filled = [
        column.head.text
        for column, cell in zip(months, meeting[-len(months) :], strict=True)
        if cell.is_filled
    ]
    assert filled == ["Apr 2027"]


def test_a_name_of_a_list_in_a_heading_has_a_capital(
    chair: Draft, library: Library, resources: Path
) -> None:
    found = build(chair, library, resources)
    headings = [one.text.text for one in found if isinstance(one, Heading)]
    assert "Applicant: Schulzentrum Lindenufer" in headings
    assert [one for one in headings if one[0].islower()] == []


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
def test_the_column_of_project_management_is_no_wider_than_those_of_the_work_packages(
    chair: Draft, library: Library, resources: Path, language: str
) -> None:
    request = export.ExportRequest(Profile.QUESTIONS, language)
    found = export.build_document(chair, library, resources, request).blocks
    (table,) = [
        one
        for one in found
        if isinstance(one, Table) and "WP5" in [c.head.text for c in one.columns]
    ]
    assert [one.head.text for one in table.columns[1:-1]] == ["WP1", "WP2", "WP3", "WP4", "WP5"]
    name, first, second, *_ = compute_widths(table, 8958)
    assert first == second
    # The long names of organisations have a fourth of the width.
    assert name > 8958 / 4
    # What is said of the table does not touch it.
    text = found[found.index(table) + 1]
    assert (heading_space.find_space(text, table) or 0) > 0


@pytest.mark.parametrize(
    ("name", "is_wide"), [("schaduwkaart", False), ("goede-praktijk-school", True)]
)
def test_only_budget_lines_of_many_columns_need_a_landscape_page(
    name: str, library: Library, resources: Path, *, is_wide: bool
) -> None:
    found = build(drafts.read(resources / "examples" / f"{name}.erasmus").draft, library, resources)
    texts = [one.text.text if isinstance(one, Heading) else "" for one in found]
    head = texts.index("Budget lines")
    most = max(len(one.columns) for one in found[head:] if isinstance(one, Table))
    assert (most > 3) is is_wide
    assert isinstance(found[head - 1], PageOrientation) is is_wide
