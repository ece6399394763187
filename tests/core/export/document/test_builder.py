"""A draft becomes blocks: the content of the document, its order and its texts."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from msgspec import Struct
from msgspec.structs import fields

from erasmus_desk.call.form import Question as FormQuestion
from erasmus_desk.call.library import Library
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Draft, PackRef
from erasmus_desk.export.document.blocks import (
    WHOLE_PROFILES,
    Answer,
    Checkboxes,
    Cover,
    Document,
    FactLine,
    Heading,
    LangText,
    Paragraph,
    ParagraphRole,
    Profile,
    Question,
    Table,
)
from erasmus_desk.export.document.builder import shift_number
from erasmus_desk.storage import drafts
from tests.core.export.conftest import Golden, of_2017
from tests.core.export.gardens import NOW, build_garden_document, make_garden


def format_blocks(value: object, indent: str = "") -> str:
    """The blocks as text, one thing a line, what is as usual left out: a change can be read."""
    if isinstance(value, LangText):
        return f"[{value.language}] {value.text!r}"
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        inner = [f"\n{indent}  {format_blocks(one, indent + '  ')}" for one in parts]
        return "".join(inner) if inner else "()"
    if isinstance(value, Struct):
        parts = [
            f"\n{indent}  {one.name}: {format_blocks(getattr(value, one.name), indent + '  ')}"
            for one in fields(value)
            if getattr(value, one.name) != one.default
        ]
        return f"{type(value).__name__}{''.join(parts)}"
    return repr(value)


@pytest.mark.parametrize("profile", WHOLE_PROFILES)
def test_a_small_draft_gives_the_blocks_that_were_looked_at(
    profile: Profile, library: Library, resources: Path, golden: Golden
) -> None:
    golden(
        f"garden-{profile}.txt",
        format_blocks(build_garden_document(make_garden(), library, resources, profile)) + "\n",
    )


def test_a_call_without_kinds_and_organisations_gives_a_document_too(
    library: Library, resources: Path, golden: Golden
) -> None:
    draft = Draft("w", PackRef("no-kinds", "any", 1), NOW, NOW)
    golden("wish.txt", format_blocks(build_garden_document(draft, library, resources)) + "\n")


def list_headings(document: Document) -> list[tuple[int, str]]:
    return [(one.level, one.number) for one in document.blocks if isinstance(one, Heading)]


def test_sections_have_the_order_and_the_letters_of_the_form(
    example: Draft, library: Library, resources: Path
) -> None:
    pack = library.load_pack(example.pack.id)
    letters = [section.letter for section in visibility.visible_sections(example, pack)]
    document = build_garden_document(example, library, resources, Profile.QUESTIONS)
    chapters = [number for level, number in list_headings(document) if level == 1]
    assert chapters[: len(letters)] == letters
    # Annexes have a number of their own in their title.
    assert set(chapters[len(letters) :]) <= {""}


@of_2017
def test_each_partner_counts_on_from_the_first(
    example: Draft, library: Library, resources: Path
) -> None:
    document = build_garden_document(example, library, resources, Profile.QUESTIONS)
    count = len(example.items("organisations"))
    numbers = [number for level, number in list_headings(document) if level == 2]
    assert [one for one in numbers if one.startswith("D.")] == [
        f"D.{place}" for place in range(1, count + 1)
    ]
    assert f"D.{count}.4" in [number for level, number in list_headings(document) if level == 3]


def test_every_text_answer_of_an_example_is_there_unchanged(
    example: Draft, library: Library, resources: Path
) -> None:
    document = build_garden_document(example, library, resources)
    there = {one.text.text for one in document.blocks if isinstance(one, Answer)}
    tables = (one for one in document.blocks if isinstance(one, Table))
    there |= {cell.text.text for table in tables for row in table.rows for cell in row}
    there |= {one.text.text for one in document.blocks if isinstance(one, Heading) and one.key}
    lines = (one for one in document.blocks if isinstance(one, FactLine))
    there |= {part.text.text for line in lines for part in line.parts}
    form = library.load_pack(example.pack.id).form
    written = {
        value
        for key, value in example.answers.items()
        if isinstance(value, str) and not _is_chosen(form.questions[key.question])
    }
    assert written <= there


def _is_chosen(question: FormQuestion) -> bool:
    return bool(question.options or question.of)


def test_an_example_has_nothing_unanswered_for_an_assessor(
    example: Draft, library: Library, resources: Path
) -> None:
    language = example.text("ctx.language")
    document = build_garden_document(example, library, resources, language=language)
    missing = [one for one in document.blocks if isinstance(one, Answer) and one.is_missing]
    assert missing == []


def test_what_is_required_and_open_says_so_and_what_is_optional_and_open_is_left_out(
    library: Library, resources: Path
) -> None:
    document = build_garden_document(
        make_garden(**{"why": None, "helpers@m1": None}), library, resources
    )
    answer = next(one for one in document.blocks if isinstance(one, Answer) and one.key == "why")
    assert answer == Answer("why", LangText("Not answered yet", "en"), is_missing=True)
    keys = {one.key for one in document.blocks if isinstance(one, Question)}
    assert "member.helpers@m1" not in keys


def test_for_authors_the_counter_follows_the_rule_of_the_call(
    library: Library, resources: Path
) -> None:
    document = build_garden_document(make_garden(), library, resources, Profile.QUESTIONS)
    texts = [one.text.text for one in document.blocks if isinstance(one, Paragraph)]
    assert "13\u00a0/\u00a0120 words * (not confirmed: check the Programme Guide)" in texts
    assert "0\u00a0/\u00a0300 characters" in texts


def test_an_answer_over_the_limit_is_whole_and_its_surplus_is_reported(
    library: Library, resources: Path
) -> None:
    long = "word " * 121
    document = build_garden_document(make_garden(why=long), library, resources, Profile.QUESTIONS)
    assert Answer("why", LangText(long, "en")) in document.blocks
    assert repr("121\u00a0/\u00a0120 words, 1 too many")[1:-1] in format_blocks(document)


def test_dates_numbers_and_countries_are_written_in_the_language_of_the_proposal(
    library: Library, resources: Path
) -> None:
    document = format_blocks(
        build_garden_document(make_garden(tongue="nl"), library, resources, language="nl")
    )
    assert repr("1\u00a0september 2017") in document
    span = "1.234\u00a0maanden, van 1\u00a0september 2017 tot en met 30\u00a0juni 2120"
    assert repr(span) in document
    assert "'België'" in document


def test_missing_texts_fall_back_and_are_marked_with_their_language(
    library: Library, resources: Path
) -> None:
    document = build_garden_document(make_garden(tongue="pt"), library, resources, language="pt")
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    assert cover.disclaimer.language == "en"
    assert cover.title == LangText("Herbs & bees <together>", "pt")
    assert "[pt] '1 de setembro de 2017'" in format_blocks(document)


@of_2017
def test_choices_are_shown_with_what_was_not_ticked_unless_there_are_many(
    example: Draft, library: Library, resources: Path
) -> None:
    ticks = {
        one.key: one
        for one in build_garden_document(example, library, resources, Profile.QUESTIONS).blocks
        if isinstance(one, Checkboxes)
    }
    assert len(ticks["chk.done"].boxes) == 6
    assert not all(one.checked for one in ticks["anx.ready"].boxes)
    assert all(one.checked for one in ticks["des.topics"].boxes)


def test_a_choice_that_is_not_offered_any_more_is_still_shown(
    library: Library, resources: Path
) -> None:
    document = format_blocks(build_garden_document(make_garden(size="gone"), library, resources))
    assert "'gone'" in document


def test_the_translation_of_the_summary_is_marked_as_english(
    library: Library, resources: Path, example: Draft
) -> None:
    questions = library.load_pack(example.pack.id).form.questions
    document = build_garden_document(example, library, resources)
    found = [
        one.text.language
        for one in document.blocks
        if isinstance(one, Answer) and one.key and questions[one.key.partition("@")[0]].language
    ]
    assert found == ["en"] * len(found)
    assert bool(found) == (example.text("ctx.language") != "en")


def test_the_duration_without_a_start_has_no_dates(library: Library, resources: Path) -> None:
    document = format_blocks(
        build_garden_document(make_garden(plan__begins=None, plan__months=1), library, resources)
    )
    assert repr("1\u00a0month") in document
    dated = format_blocks(
        build_garden_document(
            make_garden(plan__begins=date(2017, 1, 1), plan__months=1), library, resources
        )
    )
    assert repr("1\u00a0month, 1\u00a0January 2017 to 31\u00a0January 2017") in dated


@pytest.mark.parametrize(
    ("letter", "further", "counted"),
    [("D.2", 0, "D.2"), ("D.2", 2, "D.4"), ("D.2.3", 7, "D.9.3"), ("", 3, ""), ("X", 1, "X")],
)
def test_the_letters_of_later_items_count_on(letter: str, further: int, counted: str) -> None:
    assert shift_number(letter, further) == counted


def test_between_options_that_are_sentences_the_full_stop_gives_way(
    library: Library, resources: Path
) -> None:
    for path in (resources / "examples").glob("*.erasmus"):
        document = build_garden_document(drafts.read(path).draft, library, resources)
        lines = [one for one in document.blocks if isinstance(one, FactLine)]
        texts = ["".join(part.text.text for part in line.parts) for line in lines]
        assert any(text.count("; ") > 1 for text in texts)
        assert [text for text in texts if ".;" in text] == []


def test_that_limits_are_not_confirmed_is_said_once_and_then_marked(
    library: Library, resources: Path
) -> None:
    for path in (resources / "examples").glob("*.erasmus"):
        draft = drafts.read(path).draft
        document = build_garden_document(draft, library, resources, Profile.QUESTIONS)
        found = [
            one.text.text
            for one in document.blocks
            if isinstance(one, Paragraph) and one.role is ParagraphRole.COUNTER
        ]
        assert ["(" in text for text in found] == [True, *[False] * (len(found) - 1)]
        assert all(text.endswith("*") for text in found[1:])
        assert len(found) > 10
