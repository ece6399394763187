"""The page at a glance, and the order of chapters, in the file for an assessor."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Contents,
    Cover,
    FactLine,
    Heading,
    Profile,
    Table,
    TableKind,
)
from tests.core.export.conftest import Render, of_2017
from tests.core.export.laid_out import lay_out_pages, needs_pages
from tests.core.export.plans import make_plan
from tests.core.export.spreadsheet.test_workbook import change_answers


def build(draft: Draft, library: Library, resources: Path) -> tuple[Block, ...]:
    return export.build_document(draft, library, resources).blocks


def list_glance(found: tuple[Block, ...]) -> list[Block]:
    """Return the blocks between cover and contents."""
    return [*takewhile(lambda one: not isinstance(one, Contents), found[1:])]


def test_the_page_stands_between_cover_and_contents_in_the_file_for_an_assessor_only(
    example: Draft, library: Library, resources: Path
) -> None:
    found = build(example, library, resources)
    assert isinstance(found[0], Cover)
    assert isinstance(list_glance(found)[0], Heading)
    asked = export.build_document(
        example, library, resources, export.ExportRequest(Profile.QUESTIONS)
    ).blocks
    assert list_glance(asked) == []


def test_its_headings_but_the_first_are_not_in_the_contents(
    example: Draft, library: Library, resources: Path
) -> None:
    headings = [
        one for one in list_glance(build(example, library, resources)) if isinstance(one, Heading)
    ]
    assert [one.is_listed for one in headings] == [True, *[False] * (len(headings) - 1)]


def test_nothing_on_it_is_an_answer_that_could_be_changed_there(
    example: Draft, library: Library, resources: Path
) -> None:
    for block in list_glance(build(example, library, resources)):
        if isinstance(block, Answer):
            assert block.key == ""
        if isinstance(block, Table):
            assert not any(cell.key for row in block.rows for cell in row)


def test_the_summary_on_it_is_the_beginning_of_the_whole_one(
    example: Draft, library: Library, resources: Path
) -> None:
    shown = [
        one for one in list_glance(build(example, library, resources)) if isinstance(one, Answer)
    ]
    pack = library.load_pack(example.pack.id)
    role, translation = pack.role("summary"), pack.role("summary_translation")
    groups = (group for section in pack.form.sections for group in section.groups)
    # A form may ask for the summary in parts.
    asked = next(group.questions for group in groups if role in group.questions)
    texts = (example.text(name) for name in asked if name != translation)
    whole = [line for text in texts for line in text.splitlines() if line.strip()]
    for answer in shown:
        lines = answer.text.text.splitlines()
        assert lines == whole[: len(lines)]


def test_many_organisations_are_a_sentence(library: Library, resources: Path) -> None:
    draft = change_answers(make_plan(12, 1, 1, 1, 1), sum__text="What it is about.")
    glance = list_glance(build(draft, library, resources))
    titles = [one.title.text for one in glance if isinstance(one, Table)]
    assert "Participating organisations" not in titles


def list_long_drafts() -> Iterator[Draft]:
    """Return drafts with a summary that would fill several pages."""
    for numbers in ((1, 0, 0, 0, 0), (10, 10, 5, 8, 12), (30, 2, 1, 2, 4)):
        for line in ("word " * 2000, "A short line.\n" * 300, "W" * 90 + "\n\n" + "mill " * 300):
            yield change_answers(make_plan(*numbers), sum__text=line)


LONG = {f"{place}": draft for place, draft in enumerate(list_long_drafts())}
SHARE = {"0", "5"}
"""The least and the largest plan, with other texts."""


@needs_pages
@pytest.mark.parametrize(
    "names",
    [
        pytest.param(SHARE, id="share"),
        pytest.param(LONG.keys() - SHARE, id="rest", marks=pytest.mark.prove),
    ],
)
def test_it_never_runs_over_its_page(
    names: set[str], library: Library, resources: Path, tmp_path: Path
) -> None:
    files = {name: export.render_word(LONG[name], library, resources).content for name in names}
    for pages in lay_out_pages(files, tmp_path).values():
        texts = [" ".join(word.text for word in page.words) for page in pages[1:3]]
        assert "At a glance" in texts[0]
        assert "Contents" in texts[1]


def test_chapters_are_numbered_without_gaps_and_name_their_section(
    example: Draft, library: Library, resources: Path
) -> None:
    chapters = [
        one.number
        for one in build(example, library, resources)
        if isinstance(one, Heading) and one.level == 1
    ]
    assert chapters == ["", *map(str, range(1, len(chapters)))]


def test_no_is_left_out_and_yes_is_a_word(example: Draft, rendered: Render) -> None:
    made = rendered(example, export.ExportRequest(Profile.CLEAN))
    for block in made.sent.blocks:
        value = example.get(block.key) if block.key else None
        assert value is not False
        if value is True:
            assert "☐" not in block.text


def test_the_line_by_line_budget_is_there_by_choice(library: Library, resources: Path) -> None:
    for wanted in (False, True):
        found = export.build_document(
            make_plan(), library, resources, export.ExportRequest(has_budget_lines=wanted)
        ).blocks
        titles = [one.text.text for one in found if isinstance(one, Heading)]
        assert ("Budget lines" in titles) is wanted


def test_every_answer_of_an_assessor_is_shown_but_no_and_zero(
    example: Draft, library: Library, rendered: Render
) -> None:
    def keys(profile: Profile) -> set[Key]:
        sent = rendered(example, export.ExportRequest(profile)).sent
        return {block.key for block in sent.blocks if block.key and example.get(block.key)}

    form = library.load_pack(example.pack.id).form
    texts = {
        key
        for key in keys(Profile.QUESTIONS)
        if (question := form.questions.get(key.question)) and question.type == "text"
    }
    assert texts <= keys(Profile.CLEAN)


@of_2017
def test_travellers_are_lines_without_zeros_before_the_texts_of_their_activity(
    example: Draft, library: Library, resources: Path
) -> None:
    found = build(example, library, resources)
    lines = [one for one in found if isinstance(one, FactLine)]
    numbers = [
        part
        for one in lines
        for part in one.parts
        if part.key.startswith(("grp.persons@", "grp.travel_days@"))
    ]
    rows = {key.item for key in example.answers if key.question == "grp.persons"}
    assert len([one for one in numbers if "persons" in one.key]) == len(rows)
    assert all(one.text.text != "0" for one in numbers)
    at = next(place for place, one in enumerate(found) if one in lines and numbers[0] in one.parts)
    assert isinstance(found[at - 1], FactLine)


def test_tables_of_an_assessor_have_no_heads_of_questions_and_answers(
    example: Draft, library: Library, resources: Path
) -> None:
    kinds = {one.kind for one in build(example, library, resources) if isinstance(one, Table)}
    assert TableKind.FACTS not in kinds
