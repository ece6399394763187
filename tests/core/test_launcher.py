"""The launcher runs commands, and the window for everything else."""

import subprocess
import sys
from pathlib import Path

import pytest

from erasmus_desk import __version__
from erasmus_desk.__main__ import main

ROOT = Path(__file__).resolve().parent.parent.parent

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from erasmus_desk.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def run_without_qt(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT_QT, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_command_runs_where_qt_is_missing(home: Path) -> None:
    done = run_without_qt("calls")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ka2-2017" in done.stdout


@pytest.mark.parametrize("arguments", [(), ("some.erasmus",), ("--self-test",)])
def test_without_qt_the_window_says_so_in_one_line(arguments: tuple[str, ...], home: Path) -> None:
    done = run_without_qt(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("erasmus-desk: the window cannot open")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_word_that_is_neither_a_command_nor_a_file_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["frob"]) == 2
    told = capsys.readouterr().err
    assert told == "“frob” is not a command and not a file. See erasmus-desk --help.\n"


def test_the_version_is_printed_without_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
