"""Activities in the Word file: records, timetable, and all amounts of the budget."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import chain, takewhile
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, PackRef
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    WHOLE_PROFILES,
    Answer,
    Block,
    Bullets,
    Cell,
    ColumnType,
    Heading,
    PageOrientation,
    Paragraph,
    Profile,
    Table,
    TableKind,
)
from erasmus_desk.export.word import writer
from tests.core.export.conftest import Render
from tests.core.export.gardens import NOW, read_part, validate_word_file
from tests.core.export.plans import make_plan, make_short_plan
from tests.core.export.spreadsheet.test_workbook import DRAFTS, change_answers
from tests.core.export.tables import parse_dutch, read_tables
from tests.docx_lint import lint


def build_blocks(draft: Draft, library: Library, resources: Path, **more: str) -> tuple[Block, ...]:
    """Return the blocks of the whole proposal, the chapter on money included."""
    profile = Profile(more.get("profile", "questions"))
    language = draft.text("ctx.language")
    return export.build_document(
        draft, library, resources, export.ExportRequest(profile=profile, language=language)
    ).blocks


def format_headings(found: tuple[Block, ...]) -> list[str]:
    return [
        f"{'#' * one.level} {one.number} {one.text.text}".replace("  ", " ")
        for one in found
        if isinstance(one, Heading)
    ]


def list_blocks_after(found: tuple[Block, ...], title: str) -> Iterator[Block]:
    """Return the blocks under a heading up to the next one."""
    place = next(
        at for at, one in enumerate(found) if isinstance(one, Heading) and one.text.text == title
    )
    for one in found[place + 1 :]:
        if isinstance(one, Heading):
            return
        yield one


def list_cell_texts(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text.text for cell in row]


def test_each_record_has_a_heading_with_its_number_and_title(
    library: Library, resources: Path
) -> None:
    found = format_headings(build_blocks(make_plan(3, 2, 2, 2, 2), library, resources))
    first = found.index("## G.1 Intellectual Outputs")
    assert found[first + 1 : first + 3] == [
        "### O1 Course module 1 on clean air",
        "### O2 Course module 2 on clean air",
    ]
    assert "### E2 Open day 2 in Porto" in found
    assert "### M1 Project meeting 1" in found
    assert "### C2 Pupils measure the air of Tampere" in found
    assert len([one for one in found if one.startswith("## G.2")]) == 1


def test_the_facts_of_a_record_are_in_one_table_with_names_for_items(
    library: Library, resources: Path
) -> None:
    found = build_blocks(make_plan(3, 1, 1, 1, 1), library, resources)
    facts = next(
        one for one in list_blocks_after(found, "Open day 1 in Lommel") if isinstance(one, Table)
    )
    texts = {answer.key: answer.text.text for _, answer in facts.rows}
    assert texts["me.start@e0"] == "24\u00a0May 2018"
    assert texts["me.outputs@e0"] == "O1 Course module 1 on clean air"
    assert texts["me.leader@e0"] == "Secondary school Lommel 1"
    assert texts["me.country@e0"] == "Belgium"


def test_texts_of_a_record_are_unchanged_answers(library: Library, resources: Path) -> None:
    found = build_blocks(make_plan(3, 1, 0, 0, 0), library, resources)
    answers = [
        one
        for one in list_blocks_after(found, "Course module 1 on clean air")
        if isinstance(one, Answer)
    ]
    assert answers[0].key == "io.description@o0"
    assert answers[0].text.text == "A module of eight lessons.\n- a plan\n- tasks\n- a test"


def test_rows_inside_a_record_are_a_table_with_numbers_aligned_right(
    library: Library, resources: Path
) -> None:
    found = build_blocks(make_plan(3, 1, 0, 0, 0), library, resources)
    table = next(
        one
        for one in list_blocks_after(found, "Course module 1 on clean air")
        if isinstance(one, Table) and one.kind is TableKind.GRID
    )
    assert list_cell_texts(table.rows[0])[0] == "Secondary school Lommel 1"
    assert [column.type for column in table.columns] == [
        ColumnType.TEXT,
        ColumnType.TEXT,
        ColumnType.NUMBER,
    ]
    content = export.render_word(make_plan(3, 1, 0, 0, 0), library, resources).content
    assert '<w:jc w:val="right"/>' in read_part(content, "word/document.xml")


def test_a_record_without_a_title_is_named_by_what_it_is(library: Library, resources: Path) -> None:
    draft = change_answers(make_plan(3, 1, 0, 0, 0), io__title___o0="  ")
    found = format_headings(build_blocks(draft, library, resources))
    assert any(one.startswith("### O1 ") and "output" in one.lower() for one in found)


def test_an_assessor_sees_no_empty_column_and_no_empty_fact(
    library: Library, resources: Path
) -> None:
    draft = make_plan(3, 0, 0, 1, 0)
    clean, asked = (
        next(
            one
            for one in list_blocks_after(
                build_blocks(draft, library, resources, profile=name), "Project meeting 1"
            )
            if isinstance(one, Table) and one.kind is TableKind.GRID
        )
        for name in ("clean", "questions")
    )
    assert len(clean.columns) == 2
    assert len(asked.columns) == 4


def test_amounts_are_written_as_the_language_of_the_proposal_does(
    library: Library, resources: Path
) -> None:
    for language, amount in (("en", "EUR\u00a01,234.56"), ("nl", "€\u00a01.234,56")):
        request = export.ExportRequest(Profile.QUESTIONS)
        content = export.render_word(
            make_plan(3, 2, 1, 1, 1, language=language), library, resources, request
        ).content
        cells = [
            cell
            for table in read_tables(content).values()
            for rows in table
            for cell in chain(*rows)
        ]
        assert amount in cells


def find_timetable(draft: Draft, library: Library, resources: Path) -> Table:
    return next(
        one
        for one in build_blocks(draft, library, resources)
        if isinstance(one, Table) and one.kind is TableKind.CALENDAR
    )


def test_the_timetable_has_a_row_for_each_record_and_a_column_for_each_month(
    library: Library, resources: Path
) -> None:
    table = find_timetable(make_plan(5, 5, 5, 8, 6), library, resources)
    assert len(table.rows) == 24
    months = [column.head.text for column in table.columns if column.type is ColumnType.TIME]
    assert (len(months), months[0], months[-1]) == (24, "Sept 2017", "Aug 2019")


def test_the_months_of_an_activity_have_a_sign(library: Library, resources: Path) -> None:
    draft = change_answers(
        make_plan(2, 1, 0, 0, 0),
        io__start___o0=date(2017, 10, 31),
        io__end___o0=date(2018, 1, 1),
    )
    row = find_timetable(draft, library, resources).rows[0]
    assert list_cell_texts(row)[0] == "O1 Course module 1 on clean air"
    assert [at for at, cell in enumerate(row[1:]) if cell.is_filled] == [1, 2, 3, 4]
    content = export.render_word(draft, library, resources).content
    assert read_part(content, "word/document.xml").count("■</w:t>") == 4


@pytest.mark.parametrize(
    ("months", "columns"), [(12, 12), (36, 36), (37, 13), (108, 36), (400, 34), (1234, 0)]
)
def test_a_longer_project_has_wider_columns(
    months: int, columns: int, library: Library, resources: Path
) -> None:
    table = find_timetable(make_plan(2, 1, 0, 0, 0, months=months), library, resources)
    assert len([one for one in table.columns if one.type is ColumnType.TIME]) == columns


def test_dates_that_are_missing_or_reversed_break_no_timetable(
    library: Library, resources: Path
) -> None:
    draft = change_answers(
        make_plan(2, 3, 0, 0, 0),
        io__start___o0=None,
        io__end___o0=None,
        io__start___o1=date(2018, 3, 1),
        io__end___o1=date(2018, 1, 1),
        prj__start=None,
    )
    rows = find_timetable(draft, library, resources).rows
    assert not any(cell.is_filled for cell in rows[0])
    assert len([cell for cell in rows[1] if cell.is_filled]) == 3


def test_hidden_answers_are_in_no_timetable(library: Library, resources: Path) -> None:
    draft = change_answers(make_plan(2, 2, 2, 1, 1), ctx__main_objective="good-practice")
    texts = [list_cell_texts(row)[0] for row in find_timetable(draft, library, resources).rows]
    assert [one.split()[0] for one in texts] == ["C1", "M1"]


def test_a_proposal_without_plan_has_no_annex(library: Library, resources: Path) -> None:
    draft = make_plan(1, 0, 0, 0, 0)
    found = export.build_document(
        change_answers(draft, prj__duration=None), library, resources
    ).blocks
    assert not [one for one in found if isinstance(one, Table) and one.kind is TableKind.CALENDAR]


def test_wide_tables_are_on_landscape_pages_with_their_own_headers_and_footers(
    library: Library, resources: Path
) -> None:
    request = export.ExportRequest(has_budget_lines=True)
    content = export.render_word(make_short_plan(), library, resources, request).content
    body = read_part(content, "word/document.xml")
    sizes = re.findall(r"<w:pgSz [^>]*>", body)
    assert len(sizes) == 2
    assert 'w:orient="landscape"' not in sizes[0]
    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in sizes[1]
    assert body.count("<w:titlePg/>") == 1
    for name in ("header", "footer"):
        assert '<w:tab w:val="right" w:pos="13890"/>' in read_part(content, f"word/{name}_wide.xml")
        assert '<w:tab w:val="right" w:pos="8958"/>' in read_part(
            content, f"word/{name}_proposal.xml"
        )


def test_a_portrait_section_can_follow_a_landscape_one(
    library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    request = export.ExportRequest(has_budget_lines=True)
    document = export.build_document(make_short_plan(), library, resources, request)
    again = (
        *document.blocks,
        PageOrientation(is_landscape=False),
        Heading(1, "", document.header_footer.disclaimer),
    )
    content = writer.render(replace(document, blocks=again), style)
    sizes = re.findall(r"<w:pgSz [^>]*>", read_part(content, "word/document.xml"))
    assert ["landscape" in size for size in sizes] == [False, True, False]
    assert validate_word_file(content, tmp_path) == []
    assert lint(content) == []


@pytest.fixture(params=DRAFTS, ids=str)
def draft(request: pytest.FixtureRequest) -> Draft:
    return DRAFTS[request.param]()


@pytest.mark.parametrize("profile", WHOLE_PROFILES)
@pytest.mark.share(5)
def test_plans_of_every_shape_give_valid_and_accessible_files(
    draft: Draft, profile: Profile, library: Library, resources: Path, tmp_path: Path
) -> None:
    content = export.render_word(draft, library, resources, export.ExportRequest(profile)).content
    assert validate_word_file(content, tmp_path) == []
    assert lint(content) == []


def test_the_sums_in_the_word_file_are_those_of_the_program(
    draft: Draft, library: Library, rendered: Render
) -> None:
    request = export.ExportRequest(Profile.QUESTIONS, "nl")
    found = compute_grant(draft, library.load_pack(draft.pack.id))
    there = read_tables(rendered(draft, request).content)
    by_head = there["Subsidie per begrotingspost"][0][1:]
    assert [parse_dutch(row[2]) for row in by_head] == [*found.by_category.values(), found.total]
    assert ("Subsidie per organisatie" in there) is bool(found.by_organisation)
    for by_party in there.get("Subsidie per organisatie", []):
        assert [parse_dutch(row[2]) for row in by_party[1:]] == [
            *found.by_organisation.values(),
            found.total,
        ]
    for by_year in there.get("Subsidie per jaar", []):
        amounts = [parse_dutch(row[2]) for row in by_year[1:]]
        assert amounts == [*found.by_year.values(), found.total]
    for activity in there.get("Subsidie per activiteit", [])[:1]:
        amounts = [parse_dutch(row[2]) for row in activity[1:]]
        assert sorted(amounts[:-1]) == sorted(found.by_activity.values())
        assert amounts[-1] == sum(found.by_activity.values(), Decimal(0))


def test_the_grant_and_what_remains_are_written_as_text(
    draft: Draft, library: Library, resources: Path
) -> None:
    found = compute_grant(draft, library.load_pack(draft.pack.id))
    shown = build_blocks(draft, library, resources)
    texts = [one.text.text for one in shown if isinstance(one, Paragraph)]
    whole = [one for one in texts if one.startswith(("In all, ", "In totaal wordt "))]
    total = f"{found.total:.2f}".removesuffix(".00")
    assert [re.sub(r"\D", "", one) for one in whole] == [re.sub(r"\D", "", total)]
    if found.remaining is not None:
        left = re.sub(r"\D", "", f"{abs(found.remaining):.2f}".removesuffix(".00"))
        assert any(re.sub(r"\D", "", one).endswith(left) for one in texts)


def test_the_matrix_adds_up_both_ways(draft: Draft, library: Library, rendered: Render) -> None:
    found = compute_grant(draft, library.load_pack(draft.pack.id))
    if not found.lines:
        return
    content = rendered(draft, export.ExportRequest(Profile.QUESTIONS, "nl")).content
    matrix = read_tables(content)["Subsidie per organisatie en begrotingspost"][0]
    figures = [[parse_dutch(cell) for cell in row[1:]] for row in matrix[1:]]
    for row in figures:
        assert sum(row[:-1], Decimal(0)) == row[-1]
    for column in zip(*figures, strict=True):
        assert sum(column[:-1], Decimal(0)) == column[-1]
    assert figures[-1][-1] == found.total


def test_every_line_is_in_the_word_file_with_its_reason(
    draft: Draft, library: Library, rendered: Render
) -> None:
    pack = library.load_pack(draft.pack.id)
    found = compute_grant(draft, pack)
    texts = library.load_texts(pack.id, "nl")
    there = read_tables(rendered(draft, export.ExportRequest(Profile.QUESTIONS, "nl")).content)
    for head, amount in found.by_category.items():
        lines = [line for line in found.lines if line.category == head]
        if not lines:
            continue
        rows = there[texts.get(f"head.{head}.name")][-1]
        single = [row for row in rows[1:] if row[1] != "Samen"]
        assert [parse_dutch(row[-2]) for row in single] == [*(one.amount for one in lines), amount]
        assert all(row[1].strip() for row in rows[1:-1])
        # The rows that head the lines of an activity say what these come to.
        for place, row in enumerate(rows):
            if row[1] == "Samen":
                own = takewhile(lambda one: one[1] != "Samen", rows[place + 1 : -1])
                assert parse_dutch(row[-2]) == sum(
                    (parse_dutch(one[-2]) for one in own), Decimal(0)
                )


def test_an_unconfirmed_rate_has_a_mark_and_the_mark_is_explained(
    library: Library, resources: Path
) -> None:
    found = build_blocks(make_plan(), library, resources)
    texts = [one.text.text for one in found if isinstance(one, Paragraph)]
    assert len([one for one in texts if one.startswith("* This amount is not confirmed")]) == 2


def test_an_amount_over_a_ceiling_is_reported(library: Library, resources: Path) -> None:
    found = build_blocks(make_plan(12, 10, 5, 8, 12), library, resources)
    texts = [one.text.text for one in found if isinstance(one, Paragraph)]
    assert any("over the maximum." in one for one in texts)


def test_a_missing_amount_is_listed_with_its_place_and_reason(
    library: Library, resources: Path
) -> None:
    draft = change_answers(make_plan(), tpm__city___m0="Nowhere-on-Sea")
    found = build_blocks(draft, library, resources)
    listed = [
        one for one in list_blocks_after(found, "Not in the total") if isinstance(one, Bullets)
    ]
    assert "M1 Project meeting 1" in listed[0].points[0].text
    assert "Nowhere-on-Sea" in listed[0].points[0].text


def test_a_call_without_money_rules_has_no_chapter_on_money(
    library: Library, resources: Path
) -> None:
    bare = Draft("w", PackRef("no-kinds", "any", 1), NOW, NOW)
    found = format_headings(export.build_document(bare, library, resources).blocks)
    assert not [one for one in found if "Grant" in one]


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param((30, 2, 1, 2, 4), id="thirty partners"),
        pytest.param((3, 10, 5, 12, 40), id="forty activities"),
        pytest.param((30, 10, 5, 12, 40), id="both", marks=pytest.mark.prove),
    ],
)
@pytest.mark.share(2)
def test_forty_activities_and_thirty_partners_give_a_valid_file(
    numbers: tuple[int, int, int, int, int], library: Library, resources: Path, tmp_path: Path
) -> None:
    content = export.render_word(make_plan(*numbers, months=36), library, resources).content
    assert lint(content) == []
    assert validate_word_file(content, tmp_path) == []


def test_headers_without_room_are_vertical(library: Library, resources: Path) -> None:
    draft = make_plan(3, 0, 0, 0, 1, language="nl")
    found = build_blocks(draft, library, resources, profile="questions")
    place = "Pupils measure the air of Porto"
    table = next(
        one
        for one in list_blocks_after(found, place)
        if isinstance(one, Table) and one.kind is TableKind.GRID
    )
    assert all(column.is_vertical for column in table.columns if column.type is ColumnType.NUMBER)
    assert not any(column.is_vertical for column in table.columns if column.type is ColumnType.TEXT)
