"""Places that may not be looked at, names that are too long or no text, a folder that is gone."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from erasmus_desk import path_checks
from erasmus_desk.draft import file_format
from tests.core.desk_process import NEW, make_draft_with, run_desk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="rights and names of Linux")

_DROP_BOUND, _OVERRIDE, _READ_SEARCH = 24, 1, 2


def obey_rights() -> None:
    """Make a new program obey the rights of files also where it is run by root."""
    system = ctypes.CDLL(None, use_errno=True)
    for right in (_OVERRIDE, _READ_SEARCH):
        system.prctl(_DROP_BOUND, right, 0, 0, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with a draft, and one that nobody may look into."""
    draft = file_format.encode(make_draft_with())
    locked = tmp_path / "locked"
    (locked / "in").mkdir(parents=True)
    for place in (tmp_path, locked):
        (place / "sound.erasmus").write_bytes(draft)
        (place / "w.docx").write_bytes(b"of somebody")
    locked.chmod(0)
    yield tmp_path
    locked.chmod(0o700)


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "sound.erasmus", "-o", "locked/w.docx"),
        ("export", "sound.erasmus", "-o", "w2.docx", "--template", "locked/w.docx"),
        ("export", "sound.erasmus", "--papers", "letters", "-o", "locked/in"),
        ("merge", "sound.erasmus", "locked/w.docx"),
        ("new", "n.erasmus", *NEW, "--from", "locked/w.docx"),
        ("history", "locked/sound.erasmus"),
        ("backups", "--folder", "locked/in"),
        ("calls", "--check", "locked/in"),
        ("calls", "--pack", "locked/in"),
    ],
    ids=lambda arguments: " ".join(arguments[:1] + arguments[-2:]),
)
@pytest.mark.share(3)
def test_a_folder_that_may_not_be_looked_into_is_refused_by_its_name(
    arguments: tuple[str, ...], folder: Path
) -> None:
    done = run_desk(folder, *arguments, before=obey_rights)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "did not expect" not in done.stderr
    assert "locked/" in done.stderr
    assert (folder / "w.docx").read_bytes() == b"of somebody"


def test_commands_go_on_when_the_data_folder_may_not_be_looked_into(folder: Path) -> None:
    (folder / "home").mkdir(mode=0)
    try:
        done = run_desk(folder, "check", "sound.erasmus", before=obey_rights)
    finally:
        (folder / "home").chmod(0o700)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["n" * 251 + ".docx", "ñ" * 140 + ".docx"])
def test_an_export_names_the_file_whose_name_is_too_long(name: str, folder: Path) -> None:
    done = run_desk(folder, "export", "sound.erasmus", "-o", name)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "not allowed" in done.stderr


def test_a_file_whose_name_is_no_text_is_written_and_known_again(folder: Path) -> None:
    command = ("export", "sound.erasmus", "-o", b"w\xe9.docx")
    assert run_desk(folder, *command).returncode == 0
    assert run_desk(folder, *command).returncode == 0, "it is ours, so it is replaced"
    with (folder / os.fsdecode(b"w\xe9.docx")).open("ab") as file:
        file.write(b"changed")
    assert run_desk(folder, *command).returncode == 2


def test_a_relative_name_is_refused_when_the_working_folder_is_gone(folder: Path) -> None:
    gone = folder / "gone"

    def leave() -> None:
        gone.mkdir()
        os.chdir(gone)
        shutil.rmtree(gone)

    draft = str(folder / "sound.erasmus")
    done = run_desk(folder, "export", draft, "-o", "w2.docx", before=leave)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "did not expect" not in done.stderr
    assert "w2.docx" in done.stderr


def test_what_is_asked_of_a_path_is_answered_for_every_path(tmp_path: Path) -> None:
    itself = tmp_path / "itself"
    itself.symlink_to(itself)
    for odd in (itself, tmp_path / "gone", tmp_path / ("x" * 300), Path("a\0b"), Path("\udcff")):
        assert not path_checks.is_file(odd)
        assert not path_checks.is_folder(odd)
        assert not path_checks.may_exist(odd)
        assert path_checks.find_real_path(odd)
        assert path_checks.find_absolute_path(odd).name == odd.name
    assert path_checks.is_folder(tmp_path)
    assert path_checks.is_same_path(tmp_path / "x" / ".." / "a", tmp_path / "a")
