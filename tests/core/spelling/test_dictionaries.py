"""The dictionaries that are found, and those that the program brings with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import build_dictionaries
import pytest

from erasmus_desk.paths import find_resources
from erasmus_desk.spelling.dictionaries import (
    Origin,
    find_dictionaries,
    list_system_folders,
)

SHIPPED = find_resources() / "dictionaries"


def put(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / f"{name}.dic").write_text("1\nword\n", encoding="utf-8")


def test_seven_languages_come_with_the_program_and_no_dictionary_under_the_gpl() -> None:
    found = find_dictionaries(Path("none"), SHIPPED, ())
    assert list(found) == ["el", "en", "es", "fr", "nl", "pl", "tr"]
    assert {one.origin for one in found.values()} == {Origin.SHIPPED}


@pytest.mark.parametrize("source", build_dictionaries.DICTIONARIES, ids=lambda one: one.language)
def test_a_shipped_dictionary_is_the_one_of_its_authors_and_says_so(
    source: build_dictionaries.Source,
) -> None:
    folder = SHIPPED / source.language
    for suffix, digest in ((".aff", source.affixes), (".dic", source.words)):
        content = (folder / f"{source.name}{suffix}").read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest
    notice = (folder / build_dictionaries.NOTICE).read_text(encoding="utf-8")
    assert notice.startswith(build_dictionaries.describe(source))
    assert len(notice) > 1000, "the text of the licence is missing"
    assert {one.name for one in folder.iterdir()} == {
        f"{source.name}.aff",
        f"{source.name}.dic",
        build_dictionaries.NOTICE,
    }


def test_that_of_the_user_goes_before_ours_and_that_of_the_system_comes_last(
    tmp_path: Path,
) -> None:
    user, shipped, system = (tmp_path / name for name in ("user", "shipped", "system"))
    put(user, "nl_BE")
    put(shipped / "nl", "nl")
    put(shipped / "fr", "fr")
    put(system, "nl", "fr", "de_DE")
    found = find_dictionaries(user, shipped, (system,))
    assert [(one.language, one.name, one.origin) for one in found.values()] == [
        ("de", "de_DE", Origin.SYSTEM),
        ("fr", "fr", Origin.SHIPPED),
        ("nl", "nl_BE", Origin.USER),
    ]


def test_of_several_regions_one_is_taken_the_same_each_time(tmp_path: Path) -> None:
    put(tmp_path, "de_AT", "de_DE", "de_CH", "en_US", "en_GB", "it_CH", "it_IT", "sr-Latn", "sr")
    names = {
        one.language: one.name for one in find_dictionaries(tmp_path, tmp_path / "x", ()).values()
    }
    assert names == {"de": "de_DE", "en": "en_GB", "it": "it_IT", "sr": "sr"}


def test_what_is_no_pair_of_files_is_no_dictionary(tmp_path: Path) -> None:
    put(tmp_path, "hyph_de_DE", "README", "Deutsch 2")
    (tmp_path / "it.dic").write_text("1\nparola\n", encoding="utf-8")
    (tmp_path / "es.aff").write_text("SET UTF-8\n", encoding="utf-8")
    assert find_dictionaries(tmp_path, tmp_path / "missing", (tmp_path / "it.dic",)) == {}


@pytest.mark.parametrize(
    ("system", "name", "first"),
    [("linux", "posix", "/usr/share/hunspell"), ("darwin", "posix", "Library/Spelling")],
)
def test_each_system_has_its_own_folders(
    system: str, name: str, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert first in list_system_folders()[0].as_posix()
