"""Names and texts in Arabic or Hebrew stay whole and run from right to left."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.export.document.blocks import Cell, Column, LangText, Table, TableKind
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.text_runs import add_direction, is_right_to_left, split_by_direction
from tests.core.export.gardens import make_document, read_part, render_answer, validate_word_file
from tests.docx_lint import lint

ARABIC, HEBREW = "بيت الحكمة 12 مدرسة", "בית ספר תיכון"


def list_runs(content: bytes) -> list[tuple[str, str]]:
    """The runs of an answer: the mark of direction and language, and the text."""
    body = read_part(content, "word/document.xml").rpartition("Vraag")[2]
    found = re.findall(r"<w:r><w:rPr>(.*?)</w:rPr><w:t[^>]*>([^<]*)", body)
    return [
        (next(iter(re.findall(r'<w:rtl/>.*w:bidi="([\w-]+)"', properties)), ""), text)
        for properties, text in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARABIC, True),
        (f"12. {HEBREW} (Ltd)", True),
        (f"School {HEBREW}", False),
        ("Ελληνικό Γυμνάσιο, Гимназия, Öğretmenler, Źródło", False),
        ("123", False),
        ("", False),
    ],
)
def test_the_first_strong_letter_decides_how_a_paragraph_runs(text: str, *, expected: bool) -> None:
    assert is_right_to_left(text) is expected
    assert ("<w:bidi/>" in add_direction(text, "")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The {ARABIC}, in Cairo", [("", "The "), ("ar-SA", ARABIC), ("", ", in Cairo")]),
        (f"{HEBREW} x {HEBREW}", [("he-IL", HEBREW), ("", " x "), ("he-IL", HEBREW)]),
        ("Гимназия „Вапцаров“", [("", "Гимназия „Вапцаров“")]),
    ],
)
def test_a_name_from_right_to_left_is_a_run_of_its_own(
    text: str, expected: list[tuple[str, str]], style: bytes, tmp_path: Path
) -> None:
    made = render_answer(text, style)
    assert list_runs(made) == expected
    assert validate_word_file(made, tmp_path) == []
    assert lint(made) == []


def test_the_direction_is_where_the_schema_requires_it(style: bytes, tmp_path: Path) -> None:
    made = render_answer(f"a\n\n{ARABIC}\n{HEBREW}", style)
    body = read_part(made, "word/document.xml")
    assert '<w:bidi/><w:spacing w:before="80"/>' in body
    assert body.count("<w:bidi/>") == 2
    text = LangText(HEBREW, "he")
    columns = (Column(text, 1), Column(text, 1))
    row = (Cell(text), Cell(text, is_bold=True))
    made = writer.render(
        make_document(Table(TableKind.GRID, text, text, columns, (row, row))), style
    )
    assert read_part(made, "word/document.xml").count("<w:bidi/>") == 4
    assert validate_word_file(made, tmp_path) == []


@given(st.text(st.sampled_from("aé 1(,)אبЖ\u0301"), max_size=30))
def test_no_character_is_lost_between_two_directions(text: str) -> None:
    assert "".join(part for part, _ in split_by_direction(text)) == text
