"""The proposal of a call with a lump sum that activities divide, each led by one organisation."""

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Answer, Document, Heading, Paragraph, Profile, Table
from erasmus_desk.export.document.blocks import ParagraphRole as Role
from tests.core.export.conftest import RESOURCES
from tests.core.export.gardens import read_part


@pytest.fixture(scope="module")
def draft() -> Draft:
    return file_format.decode((RESOURCES / "examples" / "schaduwkaart.erasmus").read_bytes()).draft


@pytest.fixture(scope="module")
def document(draft: Draft, library: Library) -> Document:
    request = export.ExportRequest(Profile.QUESTIONS, "nl")
    return export.build_document(draft, library, RESOURCES, request)


def headings(document: Document, level: int) -> list[str]:
    found = (one for one in document.blocks if isinstance(one, Heading) and one.level == level)
    return [f"{one.number} {one.text.text}".strip() for one in found]


def table(document: Document, title: str) -> Table:
    return next(
        one for one in document.blocks if isinstance(one, Table) and one.title.text == title
    )


def test_organisations_are_headed_by_their_role(document: Document) -> None:
    assert [one.partition(":")[0] for one in headings(document, 2) if ": " in one][:4] == [
        "Aanvrager",
        "Partner",
        "Partner",
        "Partner",
    ]


def test_activities_are_below_the_section_of_their_name(document: Document) -> None:
    assert headings(document, 1).count("Activiteiten") == 1
    assert "Activiteiten" not in headings(document, 2)
    numbered = [one for one in headings(document, 2) if one[:1] == "A" and one[1:2].isdigit()]
    assert [one.partition(" ")[0] for one in numbered] == [f"A{place}" for place in range(1, 8)]


def test_a_title_of_81_characters_is_whole(draft: Draft, document: Document) -> None:
    titles = {draft.text("act.title", item) for item in draft.items("activities")}
    assert max(map(len, titles)) == 81
    shown = {one.text.text for one in document.blocks if isinstance(one, Heading)}
    assert titles <= shown


def test_the_english_summary_is_english_and_the_rest_is_not(document: Document) -> None:
    long = {
        one.key: one.text.language
        for one in document.blocks
        if isinstance(one, Answer) and len(one.text.text) > 200
    }
    english = {key for key, language in long.items() if language == "en"}
    assert english == {"sum.en.objectives", "sum.en.implementation", "sum.en.results"}
    assert set(long.values()) == {"en", "nl"}


def test_amounts_are_those_of_the_leading_organisations(document: Document) -> None:
    found = table(document, "Subsidie per organisatie")
    assert found.columns[0].head.text == "Leidende organisatie"
    assert found.rows[-1][-1].text.text == "60.000,00"


def test_nothing_is_said_twice_of_amounts_that_were_typed(document: Document) -> None:
    titles = [one.title.text for one in document.blocks if isinstance(one, Table)]
    assert "Subsidie per begrotingspost" not in titles
    assert "Subsidie per organisatie en begrotingspost" not in titles
    assert len(table(document, "Subsidie per activiteit").rows) == 8
    notes = [
        one.text.text
        for one in document.blocks
        if isinstance(one, Paragraph) and one.role is Role.NOTE
    ]
    assert notes[-1] == "Alle bedragen staan hier zoals ze ingevuld zijn."


def test_the_sheet_says_whose_the_amounts_are(draft: Draft, library: Library) -> None:
    book = export.render_workbook(draft, library, RESOURCES)
    assert ">Leidende organisatie<" in read_part(book, "xl/sharedStrings.xml")
