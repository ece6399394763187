"""The self-test says what works and what is missing; a file is opened as macOS does it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from tests.core.desk_process import ROOT
from ui import self_test
from ui.app import Application


def test_a_file_that_the_system_opens_is_asked_for(qapp: Application, tmp_path: Path) -> None:
    asked: list[tuple[Path, ...]] = []
    qapp.files_requested.connect(asked.append)
    try:
        QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "a.erasmus")))
    finally:
        qapp.files_requested.disconnect(asked.append)
    assert asked == [(tmp_path / "a.erasmus",)]


def test_a_folder_that_cannot_be_made_is_named_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"")
    assert self_test.run(["--self-test", str(taken / "inside")]) == self_test.UNUSABLE
    assert capsys.readouterr().err.count("\n") == 1


def run_self_test(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run the self-test in a process of its own, after some lines of code."""
    command = [sys.executable, "-c", f"{code}\nfrom erasmus_desk.__main__ import main"]
    command[-1] += f"\nsys.exit(main(['--self-test', {str(folder)!r}]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ERASMUS_DESK_HOME": "/nowhere"}
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.prove
def test_the_self_test_opens_everything_and_leaves_the_users_files_alone(tmp_path: Path) -> None:
    done = run_self_test(tmp_path / "made", "import sys")
    assert (done.returncode, done.stderr) == (0, "")
    assert "FAILED" not in done.stdout
    made = {path.suffix for path in (tmp_path / "made").iterdir()}
    assert made == {"", ".txt", ".png", ".docx", ".pdf", ".xlsx"}
    assert (tmp_path / "made" / "report.txt").read_text("utf-8") == done.stdout


@pytest.mark.prove
def test_what_is_missing_is_reported_and_the_rest_is_tested_all_the_same(tmp_path: Path) -> None:
    without_workbooks = "import sys; sys.modules['xlsxwriter'] = None"
    done = run_self_test(tmp_path / "made", without_workbooks)
    lines = done.stdout.splitlines()
    failed = [line for line in lines if line.startswith("FAILED")]
    assert done.returncode == self_test.FAILED
    assert failed
    assert all("export/" in line and "xlsxwriter" in line for line in failed)
    assert any(line.startswith("ok window/") for line in lines)
