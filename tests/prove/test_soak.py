"""Typing for very long takes no more memory, and loses nothing that was typed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest

from erasmus_desk import paths
from erasmus_desk.storage import drafts
from tests.prove import soak_typist

TYPIST = Path(soak_typist.__file__)
ROOT = TYPIST.parents[2]
EXAMPLE = paths.find_resources() / "examples" / "innovation-vet.erasmus"
MAX_GROWTH = 1.1
"""Memory of the last tenth beside that of the second."""


class Report(TypedDict):
    """What the typist prints."""

    memory: list[int]
    keys: list[float]
    length: int
    digest: str


def type_long(folder: Path, keys: int, pasted: int) -> tuple[Report, Path]:
    draft = Path(shutil.copy(EXAMPLE, folder / "long.erasmus"))
    done = subprocess.run(
        [sys.executable, str(TYPIST), str(draft), str(keys), str(pasted)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "ERASMUS_DESK_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1]), draft


def check(report: Report, draft: Path, keys: int) -> None:
    tenth = len(report["memory"]) // 10
    second, last = report["memory"][tenth : 2 * tenth], report["memory"][-tenth:]
    assert statistics.mean(last) <= MAX_GROWTH * statistics.mean(second)
    assert len(report["keys"]) == keys
    saved = drafts.read(draft).draft.text(soak_typist.TEXT.question)
    assert len(saved) == report["length"]
    assert hashlib.sha256(saved.encode()).hexdigest() == report["digest"]


@pytest.mark.parametrize("keys", [1000, pytest.param(2000, marks=pytest.mark.prove)])
def test_a_thousand_keys_take_no_more_memory(tmp_path: Path, keys: int) -> None:
    report, draft = type_long(tmp_path, keys, 0)
    check(report, draft, keys)
    assert report["length"] == keys


@pytest.mark.prove
def test_two_hundred_thousand_keys_after_a_long_paste_take_no_more_memory(tmp_path: Path) -> None:
    report, draft = type_long(tmp_path, 200_000, 200_000)
    check(report, draft, 200_000)
    times = sorted(report["keys"])
    print(f"median {times[len(times) // 2]:.1f} ms, p99 {times[len(times) * 99 // 100]:.1f} ms")  # noqa: T201
