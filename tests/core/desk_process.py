"""The commands run as a shell runs them, and a complete draft to run them on."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from tests.core.complete import complete, put, start

ROOT = Path(__file__).resolve().parents[2]
DESK = [sys.executable, "-m", "erasmus_desk"]
NEW = ("--call", "ka2-2017", "--kind", "innovation", "--field", "vet")

Done = subprocess.CompletedProcess[str]
Files = Mapping[str, bytes]


def desk(
    folder: Path,
    *arguments: str | bytes,
    language: str = "C",
    before: Callable[[], None] | None = None,
) -> Done:
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
def made() -> Draft:
    pack = Library((ROOT / "resources" / "calls",)).pack("ka2-2017")
    draft = start(pack, kind="innovation", field="vet", language="en", title="Small boards")
    return complete(draft, pack)


def whole(**changes: str) -> Draft:
    draft = made()
    for question, value in changes.items():
        draft = put(draft, question.replace("_", "."), value)
    return draft
