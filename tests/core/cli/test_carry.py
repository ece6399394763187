"""The command `carry` writes a new draft of another call and reports what became of the answers."""

import json
import shutil
from pathlib import Path

import pytest

from erasmus_desk.storage import drafts
from tests.core.desk_process import ROOT, run_copy

EXAMPLE = ROOT / "resources" / "examples" / "innovation-vet.erasmus"
EXAMPLES = {
    "ka2-2017": EXAMPLE,
    "ka210-2026": EXAMPLE.with_name("schaduwkaart.erasmus"),
    "ka220-2026": EXAMPLE.with_name("the-empty-chair.erasmus"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(EXAMPLE, tmp_path / "old.erasmus")
    return tmp_path


def test_a_draft_becomes_one_of_another_call_and_the_report_says_how(folder: Path) -> None:
    before = (folder / "old.erasmus").read_bytes()
    done = run_copy(folder, "carry", "old.erasmus", "--to", "ka210-2026", "-o", "new.erasmus")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        "Carried from KA2 2017 to KA210 2026: new.erasmus",
        "The proposal it was made from is not changed.",
    ]
    assert "Moved: 158 answers" in lines
    assert any(line.startswith("  Context (6): Field, Language used") for line in lines)
    assert any(line.startswith("  Amounts: Lump sum, Amount (16)") for line in lines)
    assert any(line.startswith("Set aside, without a place in the new call: ") for line in lines)
    assert max(map(len, lines)) <= 96
    assert (folder / "old.erasmus").read_bytes() == before
    new = drafts.read(folder / "new.erasmus").draft
    assert new.pack.id == "ka210-2026"
    assert new.id != drafts.read(folder / "old.erasmus").draft.id


def test_json_names_every_answer(folder: Path) -> None:
    done = run_copy(folder, "carry", "old.erasmus", "--to", "ka220-2026", "--json")
    report = json.loads(done.stdout)
    assert (report["from"], report["to"]) == ("ka2-2017", "ka220-2026")
    assert Path(report["file"]).name == "old ka220-2026.erasmus"
    new = drafts.read(folder / report["file"]).draft
    output = new.items("work_packages")[0]
    assert {"question": "wp.title", "item": output} in report["moved"]
    assert {"question": "prj.start", "item": None, "reason": "dates"} in report["rewrite"]
    meeting = drafts.read(EXAMPLE).draft.items("meetings")[0]
    assert {"question": "tpm.title", "item": meeting} in report["set_aside"]


@pytest.mark.parametrize("target", EXAMPLES)
@pytest.mark.parametrize("source", EXAMPLES)
@pytest.mark.share
def test_each_carry_has_a_report_in_words(source: str, target: str, tmp_path: Path) -> None:
    """Words and counts, no id of a question: the same as in JSON, in lines that fit a terminal."""
    shutil.copy(EXAMPLES[source], tmp_path / "old.erasmus")
    told = run_copy(tmp_path, "carry", "old.erasmus", "--to", target, "-o", "new.erasmus")
    counted = run_copy(
        tmp_path, "carry", "old.erasmus", "--to", target, "-o", "2.erasmus", "--json"
    )
    assert (told.returncode, told.stderr, counted.returncode) == (0, "", 0)
    report = json.loads(counted.stdout)
    lines = told.stdout.splitlines()
    assert lines[0].startswith("Carried from ")
    assert f"Moved: {len(report['moved'])} answers" in lines
    says_aside = any(
        line.startswith("Set aside, without a place in the new call") for line in lines
    )
    assert says_aside is bool(report["set_aside"])
    assert report["rewrite"]
    assert max(map(len, lines)) <= 96
    named = {one["question"] for part in ("moved", "rewrite", "set_aside") for one in report[part]}
    words = set(told.stdout.replace(",", " ").split())
    assert len(named) > 30
    assert {one for one in named if "." in one} & words == set()


def test_carried_back_every_answer_is_there(folder: Path) -> None:
    run_copy(folder, "carry", "old.erasmus", "--to", "ka210-2026", "-o", "new.erasmus")
    run_copy(folder, "carry", "new.erasmus", "--to", "ka2-2017", "-o", "back.erasmus")
    old, back = (drafts.read(folder / name).draft for name in ("old.erasmus", "back.erasmus"))
    kept = {key: value for key, value in back.answers.items() if key in old.answers}
    assert kept == old.answers


def test_check_names_what_nobody_has_looked_at(folder: Path) -> None:
    run_copy(folder, "carry", "old.erasmus", "--to", "ka2-2017", "-o", "again.erasmus")
    done = run_copy(folder, "check", "again.erasmus", "--json")
    found = {
        one["question"] for one in json.loads(done.stdout)["findings"] if one["code"] == "carried"
    }
    assert {"prj.start", "pri.main", "io.leader"} <= found


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("old.erasmus", "--to", "ka999"), ("There is no call “ka999”", "ka210-2026")),
        (("old.erasmus", "--to", "ka210-2026", "-o", "old.erasmus"), ("already exists",)),
        (("none.erasmus", "--to", "ka210-2026"), ("none.erasmus",)),
        (("old.erasmus",), ("--to",)),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    before = (folder / "old.erasmus").read_bytes()
    done = run_copy(folder, "carry", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert [word for word in words if word not in done.stderr] == []
    assert [one.name for one in folder.glob("*.erasmus")] == ["old.erasmus"]
    assert (folder / "old.erasmus").read_bytes() == before


def test_without_a_name_no_file_is_overwritten(folder: Path) -> None:
    for name in ("old ka210-2026.erasmus", "old ka210-2026 (2).erasmus"):
        done = run_copy(folder, "carry", "old.erasmus", "--to", "ka210-2026")
        assert done.returncode == 0
        assert name in done.stdout
    assert len(list(folder.glob("*.erasmus"))) == 3


def test_the_report_is_in_the_language_of_the_user(folder: Path) -> None:
    done = run_copy(folder, "carry", "old.erasmus", "--to", "ka210-2026", language="nl_BE.UTF-8")
    assert "Overgezet: 158 antwoorden" in done.stdout
    assert "Opnieuw te bekijken: " in done.stdout
