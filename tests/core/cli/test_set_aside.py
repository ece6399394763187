"""Answers that the present choices leave out are named by each command, as the window does."""

import json
import shutil
from pathlib import Path

import pytest

from tests.core.desk_process import ROOT, run_copy

SAMPLES = ROOT / "tests" / "samples" / "money"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(SAMPLES / "B4-outputs-no-but-event-written.erasmus", tmp_path / "plan.erasmus")
    shutil.copy(SAMPLES / "B3-ltt-yes-none-listed.erasmus", tmp_path / "emptied.erasmus")
    shutil.copy(SAMPLES / "B5-school-project-at-JINT.erasmus", tmp_path / "whole.erasmus")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "more"), [("check", ()), ("budget", ()), ("export", ("-o", "plan.docx"))]
)
def test_what_is_left_out_is_named_in_one_line(
    command: str, more: tuple[str, ...], folder: Path
) -> None:
    done = run_copy(folder, command, "plan.erasmus", *more)
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert "29 answers" in done.stderr
    assert "Guide, Multiplier events planned, Closing day" in done.stderr
    assert run_copy(folder, command, "whole.erasmus", *more).stderr == ""


@pytest.mark.parametrize("command", ["check", "budget"])
def test_json_lists_what_is_left_out(command: str, folder: Path) -> None:
    done = run_copy(folder, command, "plan.erasmus", "--json")
    report = json.loads(done.stdout)
    assert len(report["set_aside"]) == 29
    assert {"question": "io.title", "item": "o0"} in report["set_aside"]
    assert (
        json.loads(run_copy(folder, command, "whole.erasmus", "--json").stdout)["set_aside"] == []
    )


def test_rows_of_a_removed_item_are_named_by_the_item(folder: Path) -> None:
    done = run_copy(folder, "check", "emptied.erasmus", language="nl_BE.UTF-8")
    assert done.stderr.rstrip().endswith("blijven in het voorstel: Pupils.")


def test_a_question_left_out_of_an_activity_that_stays_is_named_with_it(folder: Path) -> None:
    path = folder / "plan.erasmus"
    draft = json.loads(path.read_text(encoding="utf-8"))
    draft["answers"].append({"q": "ltt.months", "item": "c0", "value": 3})
    path.write_text(json.dumps(draft), encoding="utf-8")
    assert "(Training)" in run_copy(folder, "budget", "plan.erasmus").stderr
