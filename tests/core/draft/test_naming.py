"""File names that every system takes."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given

from erasmus_desk.draft.naming import safe_stem, suggest_path
from tests.core.draft.drafts import texts


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
    assert safe_stem(title) == stem


@given(texts)
def test_any_title_gives_a_name_that_can_be_written(title: str) -> None:
    stem = safe_stem(title)
    assert len(stem.encode()) <= 161
    assert stem == stem.strip(" .")
    assert not set(stem) & set('<>:"/\\|?*\n\r\t\0')
    assert not PureWindowsPath(f"{stem}.erasmus").is_reserved()
    assert safe_stem(stem) in {stem, f"{stem}_"}


@given(texts)
def test_a_long_title_is_cut_between_characters(title: str) -> None:
    assert safe_stem(title * 50).encode().decode() == safe_stem(title * 50)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    names: list[str] = []
    for _ in range(3):
        path = suggest_path(tmp_path, "Robots")
        path.touch()
        names.append(path.name)
    assert names == ["Robots.erasmus", "Robots (2).erasmus", "Robots (3).erasmus"]


def test_a_title_without_a_letter_gets_the_name_that_is_handed_in(tmp_path: Path) -> None:
    assert suggest_path(tmp_path, "?", "Voorstel").name == "Voorstel.erasmus"
    assert suggest_path(tmp_path, "", "?").name == "erasmus.erasmus"


def test_a_folder_that_is_not_there_takes_any_name(tmp_path: Path) -> None:
    assert suggest_path(tmp_path / "no", "Robots") == tmp_path / "no" / "Robots.erasmus"
