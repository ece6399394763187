"""Commands in a process of their own, and a complete draft to run them on."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from tests.core.complete import complete_draft, put_answer, start_draft

ROOT = Path(__file__).resolve().parents[2]
DESK = [sys.executable, "-m", "erasmus_desk"]
NEW = ("--call", "ka2-2017", "--kind", "innovation", "--field", "vet")

CompletedCommand = subprocess.CompletedProcess[str]
Files = Mapping[str, bytes]


def run_desk(
    folder: Path,
    *arguments: str | bytes,
    language: str = "C",
    before: Callable[[], None] | None = None,
) -> CompletedCommand:
    """Run a command in a folder, as a shell would."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "LC_ALL": language,
        "PYTHONUTF8": "1",
        "ERASMUS_DESK_HOME": str(folder / "home"),
    }
    return subprocess.run(
        [*DESK, *arguments],
        cwd=folder,
        env=environment,
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
