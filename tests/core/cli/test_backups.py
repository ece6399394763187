"""The command `backups`: what is listed, and one of them as a new file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from erasmus_desk.__main__ import main
from erasmus_desk.draft import file_format
from erasmus_desk.storage import drafts, settings
from erasmus_desk.storage.backups import Backups
from erasmus_desk.storage.second_backups import SecondBackups, prepare_folder
from erasmus_desk.storage.settings import Settings
from tests.core.complete import put_answer
from tests.core.desk_process import make_draft, snapshot

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A draft with a backup here and one on a stick, which is the second place."""
    local, stick = tmp_path / "home" / "local", tmp_path / "stick"
    stick.mkdir()
    draft = make_draft()
    (tmp_path / "plan.erasmus").write_bytes(file_format.encode(draft))
    Backups(local / "copies").back_up_file(drafts.read(tmp_path / "plan.erasmus"))
    second = prepare_folder(stick)
    SecondBackups(second).back_up(put_answer(draft, "sum.text", "On the stick."), "plan")
    settings.save(Settings(backup_folder=second), local / "settings.json")
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command in the folder: its exit code and what it printed."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ERASMUS_DESK_HOME", str(folder / "home"))

    def run_here(*arguments: str, language: str = "C") -> tuple[int, str, str]:
        monkeypatch.setenv("LC_ALL", language)
        code = main(arguments)
        printed, said = capsys.readouterr()
        return code, printed, said

    return run_here


def test_backups_are_listed_by_proposal_and_one_is_restored_byte_for_byte(
    folder: Path, run: Run
) -> None:
    code, printed, said = run("backups", "--json")
    assert (code, said) == (0, "")
    report = json.loads(printed)
    (proposal,) = report["proposals"]
    assert (proposal["id"], report["away"]) == (make_draft().id, [])
    assert sorted(one["kept"] for one in proposal["backups"]) == ["here", "second"]
    assert all(0 < one["answered"] <= one["required"] for one in proposal["backups"])
    (second,) = (one["file"] for one in proposal["backups"] if one["kept"] == "second")
    restored = run("backups", "--restore", second, "-o", "back.erasmus")
    assert restored == (0, "Restored: back.erasmus\n", "")
    assert (folder / "back.erasmus").read_bytes() == Path(second).read_bytes()
    before = snapshot(folder)
    code, _, said = run("backups", "--restore", second, "-o", "plan.erasmus")
    assert code == 2
    assert "plan.erasmus already exists." in said
    assert snapshot(folder) == before


def test_on_a_new_computer_the_stick_is_enough(folder: Path, run: Run) -> None:
    (folder / "home").rename(folder / "old computer")
    code, printed, said = run("backups", "--folder", "stick", language="nl_BE.UTF-8")
    assert (code, said) == (0, "")
    assert "verplichte antwoorden, in de map" in printed
    assert run("backups") == (0, "There are no backups.\n", "")
    code, printed, said = run("backups", "--folder", "nowhere")
    assert (code, printed) == (2, "")
    assert "nowhere" in said


def test_a_file_or_nothing_in_the_place_of_the_folder_is_told_apart(folder: Path, run: Run) -> None:
    (folder / "one.txt").touch()
    told = [run("backups", "--folder", name) for name in ("one.txt", "nowhere")]
    assert [code for code, *_ in told] == [2, 2]
    assert "one.txt is a file, not a folder" in str(told[0])
    assert "There is no folder nowhere" in str(told[1])


def test_a_place_that_is_away_and_a_damaged_backup_are_said(folder: Path, run: Run) -> None:
    (copy,) = (folder / "home" / "local" / "copies").glob("*/*.erasmus")
    copy.write_bytes(copy.read_bytes()[:-9])
    (folder / "stick").rename(folder / "pulled out")
    code, printed, said = run("backups", "--json")
    assert code == 0
    assert "cannot be reached" in said
    report = json.loads(printed)
    assert len(report["away"]) == 1
    ((backup,),) = (one["backups"] for one in report["proposals"])
    assert copy.name in backup["error"]
    assert run("backups", "--restore", str(copy), "-o", "back.erasmus")[0] == 2
    assert not (folder / "back.erasmus").exists()
    assert run("backups", "-o", "back.erasmus")[0] == 2
