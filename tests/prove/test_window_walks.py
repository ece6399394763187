"""Walks at random through the real window: no fault, nothing lost, nothing left behind."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.file_suffixes import DRAFT_SUFFIX
from tests.core.desk_process import ROOT, Files, snapshot
from tests.ui.editors import ALL_EXAMPLES

RETURNED = ROOT / "tests" / "returned"
OTHERS = (
    RETURNED / "drafts" / "innovation-en.erasmus",
    RETURNED / "libreoffice" / "typed-tracked-38-innovation-en.docx",
    RETURNED / "libreoffice" / "section-moved-26-innovation-en.docx",
)
WAYS = ("look", "write")
SHORT, LONG = 20, 600
LAST_STEPS = 20
"""Steps that are told of a walk that failed."""
MOST_GROWTH = 80_000_000
"""Bytes by which the memory of the second half of a walk may be above that of the first."""


def walk(folder: Path, seed: int, steps: int, way: str) -> dict[str, list[int]]:
    """Walk in a process of its own; fail with the seed and the last steps."""
    home, example = folder / "home", ALL_EXAMPLES[seed % len(ALL_EXAMPLES)]
    files = home / "drafts"
    files.mkdir(parents=True)
    (home / "folder").mkdir()
    for path in (*ALL_EXAMPLES, *OTHERS):
        shutil.copy(path, files)
    (files / "no-proposal.txt").write_text("no proposal", "utf-8")
    before = snapshot(files)
    done = subprocess.run(
        [sys.executable, "-m", "tests.prove.window_walk", str(seed), str(steps), way, example.name],
        cwd=ROOT,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "ERASMUS_DESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        # What is moved to the trash, and the menu of the desktop, are those of the walk too.
        | {"HOME": str(home), "XDG_DATA_HOME": str(home / "share")}
        # With glibc, what was freed has other content: whoever uses it ends the process.
        | {"MALLOC_PERTURB_": "165"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    *said, last = done.stdout.splitlines() or [""]
    told = f"seed {seed}, {way}, {example.name}, after: {' | '.join(said[-LAST_STEPS:])}"
    assert done.returncode == 0, f"{told} | {last}\n{done.stderr[-5000:]}"
    report = json.loads(last)
    assert report["faults"] == [], "\n".join((told, *report["faults"]))
    # A walk that is held up somewhere does the same without end, and finds nothing.
    assert len({*said[-LAST_STEPS:]}) > LAST_STEPS // 4, told
    if way == "look":
        there, now = read_answers(before), read_answers(snapshot(files))
        assert {name: now.get(name) for name in there} == there, told
        # An example is opened as a copy, which says what the example says.
        assert all(now[name] in there.values() for name in now.keys() - there.keys()), told
    return report


def read_answers(files: Files) -> dict[str, object]:
    """Return the answers of each proposal, and other files as they are.

    What was copied for the online form is noted in the proposal, and Ctrl+C changes no answer.
    """
    answers: dict[str, object] = {}
    for name, content in files.items():
        answers[name] = content
        if name.endswith(DRAFT_SUFFIX):
            draft = file_format.decode(content).draft
            answers[name] = {k: one for k, one in draft.answers.items() if not is_desk_key(k)}
    return answers


def test_a_walk_through_the_window_finds_no_fault(tmp_path: Path) -> None:
    walk(tmp_path, 1, SHORT, "write")


@pytest.mark.prove
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(100, 140))
def test_many_walks_through_the_window_find_no_fault(tmp_path: Path, seed: int, way: str) -> None:
    memory = walk(tmp_path, seed, LONG, way)["memory"]
    half = len(memory) // 2
    growth = statistics.mean(memory[half:]) - statistics.mean(memory[:half])
    assert growth < MOST_GROWTH, f"seed {seed}: {memory}"
