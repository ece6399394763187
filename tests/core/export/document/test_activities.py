"""What will happen stands in the Word file: records, timetable, budget, and every euro of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain, takewhile
from pathlib import Path

import pytest

from erasmus_desk.budget.grant import grant
from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, PackRef
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    WHOLE,
    Answer,
    Block,
    Bullets,
    Cell,
    Heading,
    Look,
    Paragraph,
    Profile,
    Run,
    Table,
    Turn,
)
from erasmus_desk.export.word import writer
from tests.core.export.gardens import NOW, audited, part
from tests.core.export.plans import planned
from tests.core.export.spreadsheet.test_workbook import DRAFTS, changed
from tests.core.export.tables import dutch, tables
from tests.docx_lint import findings


def blocks(draft: Draft, library: Library, resources: Path, **more: str) -> tuple[Block, ...]:
    """Give the blocks of the whole proposal, the chapter on money included."""
    profile = Profile(more.get("profile", "clean"))
    language = draft.text("ctx.language")
    return export.outlined(
        draft, library, resources, export.Wish(profile=profile, language=language)
    ).blocks


def headings(found: tuple[Block, ...]) -> list[str]:
    return [
        f"{'#' * one.level} {one.number} {one.text.text}".replace("  ", " ")
        for one in found
        if isinstance(one, Heading)
    ]


def after(found: tuple[Block, ...], title: str) -> Iterator[Block]:
    """Give the blocks under a heading up to the next one."""
    place = next(
        at for at, one in enumerate(found) if isinstance(one, Heading) and one.text.text == title
    )
    for one in found[place + 1 :]:
        if isinstance(one, Heading):
            return
        yield one


def words(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text.text for cell in row]


def test_each_record_stands_under_its_number_and_title(library: Library, resources: Path) -> None:
    found = headings(blocks(planned(3, 2, 2, 2, 2), library, resources))
    first = found.index("## G.1 Intellectual Outputs")
    assert found[first + 1 : first + 3] == [
        "### O1 Course module 1 on clean air",
        "### O2 Course module 2 on clean air",
    ]
    assert "### E2 Open day 2 in Porto" in found
    assert "### M1 Project meeting 1" in found
    assert "### C2 Pupils measure the air of Tampere" in found
    assert len([one for one in found if one.startswith("## G.2")]) == 1


def test_the_facts_of_a_record_stand_in_one_table_with_names_for_items(
    library: Library, resources: Path
) -> None:
    found = blocks(planned(3, 1, 1, 1, 1), library, resources)
    facts = next(one for one in after(found, "Open day 1 in Lommel") if isinstance(one, Table))
    told = dict(words(row) for row in facts.rows)
    assert told["Start date"] == "24 May 2018"
    assert told["Outputs covered"] == "O1 Course module 1 on clean air"
    assert told["Led by"] == "Secondary school Lommel 1"
    assert told["Country"] == "Belgium"


def test_texts_of_a_record_are_answers_to_the_letter(library: Library, resources: Path) -> None:
    found = blocks(planned(3, 1, 0, 0, 0), library, resources)
    answers = [
        one for one in after(found, "Course module 1 on clean air") if isinstance(one, Answer)
    ]
    assert answers[0].key == "io.description@o0"
    assert answers[0].text.text == "A module of eight lessons.\n- a plan\n- tasks\n- a test"


def test_rows_inside_a_record_are_a_table_with_figures_flush_right(
    library: Library, resources: Path
) -> None:
    found = blocks(planned(3, 1, 0, 0, 0), library, resources)
    table = next(
        one
        for one in after(found, "Course module 1 on clean air")
        if isinstance(one, Table) and one.look is Look.GRID
    )
    assert words(table.rows[0])[0] == "Secondary school Lommel 1"
    assert [column.run for column in table.columns] == [Run.TEXT, Run.TEXT, Run.NUMBER]
    made = export.proposal(planned(3, 1, 0, 0, 0), library, resources)
    assert '<w:jc w:val="right"/>' in part(made, "word/document.xml")


def test_a_record_without_a_title_is_named_by_what_it_is(library: Library, resources: Path) -> None:
    draft = changed(planned(3, 1, 0, 0, 0), io__title___o0="  ")
    found = headings(blocks(draft, library, resources))
    assert any(one.startswith("### O1 ") and "output" in one.lower() for one in found)


def test_an_assessor_sees_no_empty_column_and_no_empty_fact(
    library: Library, resources: Path
) -> None:
    draft = planned(3, 0, 0, 1, 0)
    clean, asked = (
        next(
            one
            for one in after(blocks(draft, library, resources, profile=name), "Project meeting 1")
            if isinstance(one, Table) and one.look is Look.GRID
        )
        for name in ("clean", "questions")
    )
    assert len(clean.columns) == 2
    assert len(asked.columns) == 4


def test_amounts_are_written_as_the_language_of_the_proposal_does(
    library: Library, resources: Path
) -> None:
    for language, amount in (("en", "€1,234.56"), ("nl", "€\u00a01.234,56")):
        made = export.proposal(planned(language=language), library, resources)
        cells = [cell for table in tables(made).values() for rows in table for cell in chain(*rows)]
        assert amount in cells


def timetable(draft: Draft, library: Library, resources: Path) -> Table:
    return next(
        one
        for one in blocks(draft, library, resources)
        if isinstance(one, Table) and one.look is Look.CALENDAR
    )


def test_the_timetable_has_a_row_for_each_record_and_a_column_for_each_month(
    library: Library, resources: Path
) -> None:
    table = timetable(planned(5, 5, 5, 8, 6), library, resources)
    assert len(table.rows) == 24
    months = [column.head.text for column in table.columns if column.run is Run.TIME]
    assert (len(months), months[0], months[-1]) == (24, "Sept 2017", "Aug 2019")


def test_the_months_of_an_activity_bear_a_sign_and_its_dates_stand_in_words(
    library: Library, resources: Path
) -> None:
    draft = changed(
        planned(2, 1, 0, 0, 0),
        io__start___o0=date(2017, 10, 31),
        io__end___o0=date(2018, 1, 1),
    )
    row = timetable(draft, library, resources).rows[0]
    assert words(row)[:3] == [
        "O1 Course module 1 on clean air",
        "Secondary school Lommel 1",
        "31 October 2017 to 1 January 2018",
    ]
    assert [at for at, cell in enumerate(row[3:]) if cell.filled] == [1, 2, 3, 4]
    made = export.proposal(draft, library, resources)
    assert part(made, "word/document.xml").count("■</w:t>") == 4


@pytest.mark.parametrize(
    ("months", "columns"), [(12, 12), (36, 36), (37, 13), (108, 36), (400, 34), (1234, 0)]
)
def test_a_longer_project_has_wider_columns(
    months: int, columns: int, library: Library, resources: Path
) -> None:
    table = timetable(planned(2, 1, 0, 0, 0, months=months), library, resources)
    assert len([one for one in table.columns if one.run is Run.TIME]) == columns


def test_dates_that_are_missing_or_reversed_break_no_timetable(
    library: Library, resources: Path
) -> None:
    draft = changed(
        planned(2, 3, 0, 0, 0),
        io__start___o0=None,
        io__end___o0=None,
        io__start___o1=date(2018, 3, 1),
        io__end___o1=date(2018, 1, 1),
        prj__start=None,
    )
    rows = timetable(draft, library, resources).rows
    assert rows[0][2].missing
    assert rows[1][2].text.text == "1 January 2018 to 1 March 2018"


def test_what_is_parked_is_in_no_timetable(library: Library, resources: Path) -> None:
    draft = changed(planned(2, 2, 2, 1, 1), ctx__main_objective="good-practice")
    told = [words(row)[0] for row in timetable(draft, library, resources).rows]
    assert [one.split()[0] for one in told] == ["C1", "M1"]


def test_a_proposal_without_plan_has_no_annex(library: Library, resources: Path) -> None:
    draft = planned(1, 0, 0, 0, 0)
    found = export.outlined(changed(draft, prj__duration=None), library, resources).blocks
    assert not [one for one in found if isinstance(one, Table) and one.look is Look.CALENDAR]


def test_wide_tables_lie_on_their_side_with_edges_of_their_own(
    library: Library, resources: Path
) -> None:
    made = export.proposal(planned(), library, resources)
    body = part(made, "word/document.xml")
    sizes = re.findall(r"<w:pgSz [^>]*>", body)
    assert len(sizes) == 2
    assert 'w:orient="landscape"' not in sizes[0]
    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in sizes[1]
    assert body.count("<w:titlePg/>") == 1
    for name in ("header", "footer"):
        assert '<w:tab w:val="right" w:pos="13890"/>' in part(made, f"word/{name}_wide.xml")
        assert '<w:tab w:val="right" w:pos="8958"/>' in part(made, f"word/{name}_proposal.xml")


def test_a_document_that_turns_back_is_upright_again(
    library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    document = export.outlined(planned(), library, resources)
    again = (*document.blocks, Turn(wide=False), Heading(1, "", document.edge.mark))
    made = writer.render(replace(document, blocks=again), style)
    sizes = re.findall(r"<w:pgSz [^>]*>", part(made, "word/document.xml"))
    assert ["landscape" in size for size in sizes] == [False, True, False]
    assert audited(made, tmp_path) == []
    assert findings(made) == []


@pytest.fixture(params=DRAFTS, ids=str)
def draft(request: pytest.FixtureRequest) -> Draft:
    return DRAFTS[request.param]()


@pytest.mark.parametrize("profile", WHOLE)
def test_plans_of_every_shape_give_valid_files_that_everybody_can_read(
    draft: Draft, profile: Profile, library: Library, resources: Path, tmp_path: Path
) -> None:
    made = export.proposal(draft, library, resources, export.Wish(profile))
    assert audited(made, tmp_path) == []
    assert findings(made) == []
    assert made == export.proposal(draft, library, resources, export.Wish(profile))


def test_the_sums_in_the_word_file_are_those_of_the_program(
    draft: Draft, library: Library, resources: Path
) -> None:
    wish = export.Wish(language="nl")
    found = grant(draft, library.pack(draft.pack.id))
    there = tables(export.proposal(draft, library, resources, wish))
    by_head = there["Subsidie per begrotingspost"][0][1:]
    assert [dutch(row[2]) for row in by_head] == [*found.by_head.values(), found.total]
    by_party = there["Subsidie per organisatie"][0][1:]
    assert [dutch(row[2]) for row in by_party] == [*found.by_organisation.values(), found.total]
    for by_year in there.get("Subsidie per jaar", []):
        amounts = [dutch(row[2]) for row in by_year[1:]]
        assert amounts == [*found.by_year.values(), found.total]
    for activity in there.get("Subsidie per activiteit", [])[:1]:
        amounts = [dutch(row[2]) for row in activity[1:]]
        assert sorted(amounts[:-1]) == sorted(found.by_activity.values())
        assert amounts[-1] == sum(found.by_activity.values(), Decimal(0))


def test_the_whole_grant_and_what_is_left_of_it_stand_in_words(
    draft: Draft, library: Library, resources: Path
) -> None:
    found = grant(draft, library.pack(draft.pack.id))
    shown = blocks(draft, library, resources)
    told = [one.text.text for one in shown if isinstance(one, Paragraph)]
    whole = [one for one in told if one.startswith(("Grant asked for:", "Gevraagde subsidie:"))]
    assert [re.sub(r"\D", "", one) for one in whole] == [re.sub(r"\D", "", f"{found.total:.2f}")]
    if found.left is not None:
        left = re.sub(r"\D", "", f"{abs(found.left):.2f}")
        assert any(re.sub(r"\D", "", one).endswith(left) for one in told)


def test_the_matrix_adds_up_both_ways(draft: Draft, library: Library, resources: Path) -> None:
    found = grant(draft, library.pack(draft.pack.id))
    if not found.lines:
        return
    made = export.proposal(draft, library, resources, export.Wish(language="nl"))
    matrix = tables(made)["Subsidie per organisatie en begrotingspost"][0]
    figures = [[dutch(cell) for cell in row[1:]] for row in matrix[1:]]
    for row in figures:
        assert sum(row[:-1], Decimal(0)) == row[-1]
    for column in zip(*figures, strict=True):
        assert sum(column[:-1], Decimal(0)) == column[-1]
    assert figures[-1][-1] == found.total


def test_every_line_stands_in_the_word_file_with_its_reason(
    draft: Draft, library: Library, resources: Path
) -> None:
    pack = library.pack(draft.pack.id)
    found = grant(draft, pack)
    texts = library.texts(pack.id, "nl")
    there = tables(export.proposal(draft, library, resources, export.Wish(language="nl")))
    for head, amount in found.by_head.items():
        lines = [line for line in found.lines if line.head == head]
        if not lines:
            continue
        rows = there[texts.get(f"head.{head}.name")][-1]
        single = [row for row in rows[1:] if row[1] != "Samen"]
        assert [dutch(row[-2]) for row in single] == [*(one.amount for one in lines), amount]
        assert all(row[1].strip() for row in rows[1:-1])
        # The rows that head the lines of an activity say what these come to.
        for place, row in enumerate(rows):
            if row[1] == "Samen":
                own = takewhile(lambda one: one[1] != "Samen", rows[place + 1 : -1])
                assert dutch(row[-2]) == sum((dutch(one[-2]) for one in own), Decimal(0))


def test_a_rate_that_is_not_confirmed_bears_a_mark_and_the_mark_its_words(
    library: Library, resources: Path
) -> None:
    found = blocks(planned(), library, resources)
    told = [one.text.text for one in found if isinstance(one, Paragraph)]
    assert len([one for one in told if one.startswith("* Counted with an amount")]) == 2


def test_what_is_over_a_ceiling_is_told(library: Library, resources: Path) -> None:
    found = blocks(planned(12, 10, 5, 8, 12), library, resources)
    told = [one.text.text for one in found if isinstance(one, Paragraph)]
    assert any("too much." in one for one in told)


def test_what_could_not_be_counted_is_listed_with_its_place_and_reason(
    library: Library, resources: Path
) -> None:
    draft = changed(planned(), tpm__city___m0="Nowhere-on-Sea")
    found = blocks(draft, library, resources)
    listed = [one for one in after(found, "Not counted yet") if isinstance(one, Bullets)]
    assert "M1 Project meeting 1" in listed[0].points[0].text
    assert "Nowhere-on-Sea" in listed[0].points[0].text


def test_a_call_without_money_rules_has_no_chapter_on_money(
    library: Library, resources: Path
) -> None:
    bare = Draft("w", PackRef("no-kinds", "any", 1), NOW, NOW)
    found = headings(export.outlined(bare, library, resources).blocks)
    assert not [one for one in found if "Grant" in one]


def test_forty_activities_and_thirty_partners_give_a_valid_file(
    library: Library, resources: Path, tmp_path: Path
) -> None:
    made = export.proposal(planned(30, 10, 5, 12, 40, months=36), library, resources)
    assert findings(made) == []
    assert audited(made, tmp_path) == []


def test_heads_that_have_no_room_stand_upright(library: Library, resources: Path) -> None:
    draft = planned(3, 0, 0, 0, 1, language="nl")
    found = blocks(draft, library, resources, profile="questions")
    place = "Pupils measure the air of Porto"
    table = next(
        one for one in after(found, place) if isinstance(one, Table) and one.look is Look.GRID
    )
    assert all(column.upright for column in table.columns if column.run is Run.NUMBER)
    assert not any(column.upright for column in table.columns if column.run is Run.TEXT)
