"""Where the program keeps its files: the user's folders, a folder that is named, or beside it."""

import sys
from pathlib import Path

import pytest

from erasmus_desk import paths


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for the packaged program, and return its folder."""
    folder = tmp_path / "stick" / "erasmus-desk"
    folder.mkdir(parents=True)
    monkeypatch.delenv("ERASMUS_DESK_HOME", raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "erasmus-desk"))
    return folder


def test_a_folder_beside_the_packaged_program_is_its_home(packaged: Path) -> None:
    home = packaged / "ErasmusDeskData"
    home.mkdir()
    found = paths.find_paths()
    assert (found.drafts, found.journal.parent) == (home / "drafts", home / "local")
    assert list(home.iterdir()) == []


def test_the_folder_lies_beside_the_bundle_of_macos(
    packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = packaged / "Erasmus Desk.app" / "Contents" / "MacOS"
    inside.mkdir(parents=True)
    (packaged / "ErasmusDeskData").mkdir()
    monkeypatch.setattr(sys, "executable", str(inside / "erasmus-desk"))
    assert paths.find_portable_folder() == packaged / "ErasmusDeskData"


def test_a_named_home_goes_before_the_folder_beside_the_program(packaged: Path, home: Path) -> None:
    (packaged / "ErasmusDeskData").mkdir()
    assert paths.find_paths().drafts == home / "drafts"


def test_without_the_folder_the_files_are_the_users(packaged: Path) -> None:
    assert paths.find_portable_folder() is None
    assert packaged not in paths.find_paths().drafts.parents


def test_a_checkout_has_no_folder_beside_it(
    packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (packaged / "ErasmusDeskData").mkdir()
    monkeypatch.delattr(sys, "frozen")
    assert paths.find_portable_folder() is None
