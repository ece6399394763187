"""A title becomes the name of a file on every system, whatever it is made of."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis.strategies import lists

from erasmus_desk.storage.file_names import (
    MAX_JOINED_BYTES,
    MAX_STEM_CHARACTERS,
    join_file_stem,
    make_file_stem,
)
from tests.core.draft.drafts import texts

SCHOOL = "Εσπερινό Επαγγελματικό Λύκειο Αγίου Νικολάου Κρήτης και Περιχώρων"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Robots at school", "Robots at school"),
        ("  Lezen:  hardop/buiten? ", "Lezen hardop buiten"),
        ("Ça va — Școala", "Ça va — Școala"),
        ("a\u0308", "ä"),
        ("line one\nline two", "line one line two"),
        ("..hidden", "hidden"),
        ("~$temp", "$temp"),
        ("end. . .", "end"),
        ("CON", "CON_"),
        ("com1.old", "com1.old_"),
        ("Console", "Console"),
        ("\u202egnp.exe", "gnp.exe"),
        ("???", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_a_name(title: str, stem: str) -> None:
    assert make_file_stem(title) == stem


def test_a_long_title_ends_with_a_whole_word_in_the_name_of_its_file() -> None:
    title = "Reading in two languages " * 20
    stem = make_file_stem(title)
    assert title.startswith(f"{stem} ")
    assert len(stem) > MAX_STEM_CHARACTERS - len("languages ")


@given(texts)
def test_any_title_gives_a_name_that_can_be_written(title: str) -> None:
    stem = make_file_stem(title)
    assert len(stem.encode()) <= 161
    assert stem == stem.strip(" .")
    assert not set(stem) & set('<>:"/\\|?*\n\r\t\0')
    assert not PureWindowsPath(f"{stem}.erasmus").is_reserved()
    assert make_file_stem(stem) in {stem, f"{stem}_"}


@given(texts)
def test_a_long_title_is_cut_between_characters(title: str) -> None:
    assert make_file_stem(title * 50).encode().decode() == make_file_stem(title * 50)


def test_of_several_long_titles_each_keeps_its_beginning_and_ends_with_a_whole_word() -> None:
    stem = join_file_stem(SCHOOL, "Accession form", SCHOOL)
    short = "Εσπερινό Επαγγελματικό Λύκειο Αγίου"
    assert stem == f"{short} - Accession form - {short}"
    assert join_file_stem("A", "", "B - C") == "A - B - C"


@given(lists(texts, min_size=1, max_size=3))
def test_several_titles_together_give_a_name_that_can_be_written(titles: list[str]) -> None:
    stem = join_file_stem(*(title * 30 for title in titles))
    assert len(stem.encode()) <= MAX_JOINED_BYTES
    assert not PureWindowsPath(f"{stem}.docx").is_reserved()
