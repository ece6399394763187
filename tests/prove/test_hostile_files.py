"""The limits of the import: any file takes at most 2 s and 300 MB, and gives one clear message.

The whole import is measured, from opening to merging. Time is that of the processor, memory that
of the whole process with Python.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import pytest

from tests.prove.opener import HAND_MADE, NAMES, RESOURCES
from tests.prove.valid_files import write_valid_files

ROOT = Path(__file__).resolve().parents[2]
MAX_SECONDS = 2.0
MAX_MEMORY = 300 * 1000**2
ALL = 5_000
SHARE = 36
LIGHT = (0, 1, 2, 3)
"""Which of six files in a row come from valid ones that are quick to read."""
AT_ONCE = min(4, os.cpu_count() or 1)


@dataclass(frozen=True)
class Outcome:
    """The outcome of one file."""

    number: int
    outcome: str
    fault: str
    seconds: float
    memory: int

    def __str__(self) -> str:
        name = NAMES[self.number] if self.number < HAND_MADE else f"number {self.number}"
        cost = f"{self.seconds} s, {self.memory // 1000**2} MB"
        return f"{name}: {self.outcome}, {cost} {self.fault}"

    @property
    def is_slow(self) -> bool:
        return not self.fault and self.seconds >= MAX_SECONDS

    @property
    def is_ok(self) -> bool:
        return not self.fault and not self.is_slow and self.memory < MAX_MEMORY


def import_in_process(folder: Path, numbers: Sequence[int]) -> list[Outcome]:
    """Import these files in a separate process; if it dies, the last file is the cause."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.prove.opener", str(folder), *map(str, numbers)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
        check=False,
    )
    lines = done.stdout.splitlines()
    outcomes = [Outcome(**json.loads(line)) for line in lines if line.startswith("{")]
    if done.returncode:
        outcomes.append(Outcome(int(lines[-1]) if lines else -1, "died", done.stderr, 0.0, 0))
    assert done.returncode or [one.number for one in outcomes] == list(numbers)
    return outcomes


def import_in_parallel(folder: Path, parts: Sequence[Sequence[int]]) -> list[Outcome]:
    """Import in several processes, and slow files once more alone: other work slows them too."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = pool.map(import_in_process, repeat(folder, len(parts)), parts)
        outcomes = [one for part in done for one in part]
    return [import_in_process(folder, [one.number])[0] if one.is_slow else one for one in outcomes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    valid = tmp_path_factory.mktemp("valid")
    write_valid_files(valid)
    return valid


def test_a_share_of_mutated_files_is_imported_or_refused(folder: Path) -> None:
    numbers = [number for number in range(HAND_MADE, ALL) if number % 6 in LIGHT][:SHARE]
    outcomes = import_in_parallel(folder, [numbers[part::AT_ONCE] for part in range(AT_ONCE)])
    assert [str(one) for one in outcomes if not one.is_ok] == []
    assert len(outcomes) == SHARE


def test_a_share_of_hostile_files_is_imported_or_refused(folder: Path) -> None:
    outcomes = import_in_parallel(folder, [range(part, HAND_MADE, 40) for part in (0, 20)])
    assert [str(one) for one in outcomes if not one.is_ok] == []


@pytest.mark.prove
def test_no_hostile_file_takes_more_than_the_limits(folder: Path) -> None:
    # Each in a process of its own: what one leaves behind is not counted for the next.
    outcomes = import_in_parallel(folder, [[number] for number in range(HAND_MADE)])
    assert [str(one) for one in outcomes if not one.is_ok] == []


@pytest.mark.prove
def test_no_mutated_file_of_thousands_ends_in_a_traceback(folder: Path) -> None:
    numbers = range(HAND_MADE, ALL)
    outcomes = import_in_parallel(
        folder, [numbers[start : start + 100] for start in range(0, len(numbers), 100)]
    )
    assert [str(one) for one in outcomes if not one.is_ok] == []
    assert len(outcomes) == len(numbers)
    # The mutations vary, and many files can still be read.
    counts = Counter(one.outcome for one in outcomes)
    assert counts["imported"] > len(numbers) / 4
    assert len(counts) >= 10, counts
    known = json.loads((RESOURCES / "sentences" / "en.json").read_text("utf-8"))["errors"]
    assert set(counts) - {"imported"} <= set(known)
