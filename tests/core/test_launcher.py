"""The launcher runs commands, and the window for everything else."""

import importlib
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from erasmus_desk import __version__
from erasmus_desk.__main__ import main
from erasmus_desk.i18n.messages import load_messages

ROOT = Path(__file__).resolve().parent.parent.parent

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from erasmus_desk.__main__ import main
from erasmus_desk.i18n.messages import load_messages
sys.exit(main(sys.argv[1:]))
"""


def run_without_qt(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT_QT, *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


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


@pytest.mark.parametrize("word", ["frob", "--frob", "--json", "-x.erasmus"])
def test_a_word_that_is_neither_a_command_nor_a_file_is_named(
    word: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main([word, "check"]) == 2
    told = capsys.readouterr().err
    assert told == f"“{word}” is not a command and not a file. See erasmus-desk --help.\n"


@pytest.mark.parametrize("language", ["nl_BE.UTF-8", "fr_FR", "de"])
def test_what_goes_wrong_before_there_is_a_window_is_told_in_the_language_of_the_system(
    language: str,
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    monkeypatch.setattr("erasmus_desk.__main__.import_module", refuse_the_window)
    messages = load_messages(ROOT / "resources" / "sentences", language)
    assert main(["frob"]) == main([]) == 2
    told = capsys.readouterr().err.replace("\N{NO-BREAK SPACE}", " ")
    words = [messages.format_message("start.unknown-word", word="frob")]
    words += [messages.format_message("start.no-qt", problem="No module named 'PySide6'")]
    expected = "{}\nerasmus-desk: {}\n".format(*words)
    assert told == expected.replace("\N{NO-BREAK SPACE}", " ")
    assert "window" not in told


def refuse_the_window(name: str) -> ModuleType:
    """Import a module as where Qt is missing."""
    if name.startswith("ui"):
        raise ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
    return importlib.import_module(name)


def test_the_version_is_printed_without_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


def test_a_command_that_is_interrupted_while_it_loads_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("erasmus_desk.__main__._load_function", interrupt)
    assert main(["calls"]) == 130
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")
