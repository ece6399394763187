"""Commands in a process of their own, and a complete draft to run them on."""

import gc
import logging
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import IO, NoReturn

from erasmus_desk import __main__ as launcher
from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from tests.core.complete import complete_draft, put_answer, start_draft

ROOT = Path(__file__).resolve().parents[2]
DESK = [sys.executable, "-m", "erasmus_desk"]
NEW = ("--call", "ka2-2017", "--kind", "innovation", "--field", "vet")

CompletedCommand = subprocess.CompletedProcess[str]
Files = Mapping[str, bytes]


def run_copy(folder: Path, *arguments: str | bytes, language: str = "C") -> CompletedCommand:
    """Run a command in a folder like `run_desk`, for tests of what it does, not how it starts.

    It runs in a copy of this process, where the system can copy one. The copy has all modules at
    hand, which take longer to load than most commands take. Qt does not work in a copy: PDF files
    are made by a new process.
    """
    if not hasattr(os, "fork") or "--pdf" in arguments:
        return run_desk(folder, *arguments, language=language)
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as errors:
        child = os.fork()
        if not child:
            _be_desk(folder, arguments, language, printed.fileno(), errors.fileno())
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return CompletedCommand([*DESK, *arguments], code, _read(printed), _read(errors))


def _be_desk(
    folder: Path, arguments: tuple[str | bytes, ...], language: str, printed: int, errors: int
) -> NoReturn:
    """Run the command and end the process."""
    code = 1
    try:
        gc.disable()
        logging.getLogger().handlers.clear()
        os.chdir(folder)
        os.environ.update(_list_variables(folder, language))
        os.dup2(printed, 1)
        os.dup2(errors, 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(  # noqa: SIM115
            2, "w", encoding="utf-8", errors="backslashreplace", closefd=False
        )
        code = launcher.main([os.fsdecode(one) for one in arguments])
    except BaseException:  # noqa: BLE001 - whatever it is, it must not run the tests
        traceback.print_exc()
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


def _list_variables(folder: Path, language: str) -> dict[str, str]:
    return {
        "PYTHONPATH": str(ROOT),
        "LC_ALL": language,
        "LANGUAGE": "",
        "PYTHONUTF8": "1",
        "ERASMUS_DESK_HOME": str(folder / "home"),
    }


def run_desk(
    folder: Path,
    *arguments: str | bytes,
    language: str = "C",
    before: Callable[[], None] | None = None,
) -> CompletedCommand:
    """Run a command in a folder, as a shell would."""
    return subprocess.run(
        [*DESK, *arguments],
        cwd=folder,
        env=os.environ | _list_variables(folder, language),
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=before,  # the tests start no threads
    )


def snapshot(folder: Path) -> Files:
    return {
        str(place.relative_to(folder)): place.read_bytes()
        for place in sorted(folder.rglob("*"))
        if place.is_file()
    }


@cache
def make_draft() -> Draft:
    pack = Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017")
    choices = {"kind": "good-practice", "field": "vet", "language": "en", "title": "Small boards"}
    return complete_draft(start_draft(pack, **choices), pack)


def make_draft_with(**changes: str) -> Draft:
    draft = make_draft()
    for question, value in changes.items():
        draft = put_answer(draft, question.replace("_", "."), value)
    return draft
