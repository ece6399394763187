"""Names and texts in Arabic or Hebrew stay whole and run from right to left."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.export.document.blocks import Cell, Column, Look, Said, Table
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.text_runs import directed, runs_from_right, stretches
from tests.core.export.gardens import audited, document, one_answer, part
from tests.docx_lint import findings

ARABIC, HEBREW = "بيت الحكمة 12 مدرسة", "בית ספר תיכון"


def runs(content: bytes) -> list[tuple[str, str]]:
    """The runs of an answer: the mark of direction and language, and the text."""
    body = part(content, "word/document.xml").rpartition("Vraag")[2]
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
    assert runs_from_right(text) is expected
    assert ("<w:bidi/>" in directed(text, "")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The {ARABIC}, in Cairo", [("", "The "), ("ar-SA", ARABIC), ("", ", in Cairo")]),
        (f"{HEBREW} x {HEBREW}", [("he-IL", HEBREW), ("", " x "), ("he-IL", HEBREW)]),
        ("Гимназия „Вапцаров“", [("", "Гимназия „Вапцаров“")]),
    ],
)
def test_a_name_from_the_right_is_a_run_of_its_own(
    text: str, expected: list[tuple[str, str]], style: bytes, tmp_path: Path
) -> None:
    made = one_answer(text, style)
    assert runs(made) == expected
    assert audited(made, tmp_path) == []
    assert findings(made) == []


def test_the_mark_stands_where_the_schema_wants_it(style: bytes, tmp_path: Path) -> None:
    made = one_answer(f"a\n\n{ARABIC}\n{HEBREW}", style)
    body = part(made, "word/document.xml")
    assert '<w:bidi/><w:spacing w:before="140"/>' in body
    assert body.count("<w:bidi/>") == 2
    said = Said(HEBREW, "he")
    columns = (Column(said, 1), Column(said, 1))
    row = (Cell(said), Cell(said, strong=True))
    made = writer.render(document(Table(Look.GRID, said, said, columns, (row, row))), style)
    assert part(made, "word/document.xml").count("<w:bidi/>") == 4
    assert audited(made, tmp_path) == []


@given(st.text(st.sampled_from("aé 1(,)אبЖ\u0301"), max_size=30))
def test_no_letter_is_lost_between_two_directions(text: str) -> None:
    assert "".join(part for part, _ in stretches(text)) == text
