"""`export` never overwrites what somebody did in an exported file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from erasmus_desk import paths
from tests.core.desk_process import run_copy

EXAMPLE = paths.find_resources() / "examples" / "goede-praktijk-school.erasmus"
THEIRS = b"what a colleague wrote"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(EXAMPLE, tmp_path / "plan.erasmus")
    return tmp_path


@pytest.mark.parametrize(
    ("option", "name"), [("-o", "x.docx"), ("--sheet", "x.xlsx"), ("-o", "new.docx")]
)
def test_a_named_target_that_somebody_changed_is_refused(
    folder: Path, option: str, name: str
) -> None:
    if name != "new.docx":
        assert run_copy(folder, "export", "plan.erasmus", option, name).returncode == 0
        assert run_copy(folder, "export", "plan.erasmus", option, name).returncode == 0
    (folder / name).write_bytes(THEIRS)
    before = {path.name for path in folder.iterdir()}
    word = () if option == "-o" else ("-o", "y.docx")
    done = run_copy(folder, "export", "plan.erasmus", *word, option, name)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"{Path(name).stem} (2){Path(name).suffix}" in done.stderr
    assert (folder / name).read_bytes() == THEIRS
    assert {path.name for path in folder.iterdir()} == before


def test_beside_a_changed_file_of_the_usual_name_another_is_written(folder: Path) -> None:
    assert run_copy(folder, "export", "plan.erasmus").returncode == 0
    first = (folder / "plan.docx").read_bytes()
    (folder / "plan.docx").write_bytes(THEIRS)
    done = run_copy(folder, "export", "plan.erasmus")
    assert done.returncode == 0
    assert done.stdout == "Word file: plan (2).docx\n"
    assert "erasmus-desk merge plan.erasmus plan.docx" in done.stderr
    assert (folder / "plan.docx").read_bytes() == THEIRS
    assert (folder / "plan (2).docx").read_bytes() == first


def test_a_partner_s_reply_is_kept_when_the_files_are_made_again(folder: Path) -> None:
    options = ("export", "plan.erasmus", "--profile", "partners", "--partner", "all", "-o", "out")
    assert run_copy(folder, *options).returncode == 0
    files = sorted((folder / "out").iterdir())
    files[0].write_bytes(THEIRS)
    done = run_copy(folder, *options)
    assert done.returncode == 0
    assert files[0].read_bytes() == THEIRS
    assert files[0].with_name(f"{files[0].stem} (2).docx").exists()
    assert len(list((folder / "out").iterdir())) == len(files) + 1
    assert files[0].name in done.stderr


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("-o", "x.pdf"),
        ("-o", "x.doc"),
        ("-o", "x.txt"),
        ("-o", "x"),
        ("-o", "x.docx.erasmus"),
        ("--sheet", "s.csv"),
        ("--sheet", "s.xls"),
        ("--pdf", "p.docx"),
    ],
)
def test_a_name_for_another_kind_of_file_is_refused(folder: Path, option: str, name: str) -> None:
    before = {path.name for path in folder.iterdir()}
    done = run_copy(folder, "export", "plan.erasmus", option, name)
    assert done.returncode == 2
    assert name in done.stderr
    assert done.stderr.count("\n") == 1
    assert {path.name for path in folder.iterdir()} == before
