"""The promise of the door: whatever a file is, 2 s and 300 MB at most, and one clear sentence.

What is measured is all that is done with a file that comes home, up to what its owner is asked:
opened, read, put to its places, compared and merged. Time is that of the processor, memory all
that the process has, Python itself included.
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
from tests.prove.sound import lay_out

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 2.0
MOST_MEMORY = 300 * 1000**2
ALL = 5_000
SHARE = 140
LIGHT = (0, 1, 2, 3)
"""Which of six files in a row come from sound ones that are quick to read; see `lay_out`."""
AT_ONCE = min(4, os.cpu_count() or 1)


@dataclass(frozen=True)
class Ended:
    """What became of one file."""

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
        return not self.fault and self.seconds >= MOST_SECONDS

    @property
    def is_well(self) -> bool:
        return not self.fault and not self.is_slow and self.memory < MOST_MEMORY


def brought_home(folder: Path, numbers: Sequence[int]) -> list[Ended]:
    """Let a process of its own bring these files home; if it dies, the last one is to blame."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.prove.opener", str(folder), *map(str, numbers)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
        check=False,
    )
    lines = done.stdout.splitlines()
    ended = [Ended(**json.loads(line)) for line in lines if line.startswith("{")]
    if done.returncode:
        ended.append(Ended(int(lines[-1]) if lines else -1, "died", done.stderr, 0.0, 0))
    assert done.returncode or [one.number for one in ended] == list(numbers)
    return ended


def in_parts(folder: Path, parts: Sequence[Sequence[int]]) -> list[Ended]:
    """Let several processes share the work.

    What was slow is done once more, alone: other work on the machine slows the processor too.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = pool.map(brought_home, repeat(folder, len(parts)), parts)
        ended = [one for part in done for one in part]
    return [brought_home(folder, [one.number])[0] if one.is_slow else one for one in ended]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sound")
    lay_out(made)
    return made


def test_a_share_of_spoiled_files_is_brought_home_or_refused(folder: Path) -> None:
    numbers = [number for number in range(HAND_MADE, ALL) if number % 6 in LIGHT][:SHARE]
    ended = in_parts(folder, [numbers[part::AT_ONCE] for part in range(AT_ONCE)])
    assert [str(one) for one in ended if not one.is_well] == []
    assert len(ended) == SHARE


def test_a_share_of_files_made_to_harm_is_brought_home_or_refused(folder: Path) -> None:
    ended = in_parts(folder, [range(part, HAND_MADE, 20) for part in (0, 10)])
    assert [str(one) for one in ended if not one.is_well] == []


@pytest.mark.prove
def test_no_file_made_to_harm_takes_more_than_it_may(folder: Path) -> None:
    # Each in a process of its own: what one leaves behind is not counted for the next.
    ended = in_parts(folder, [[number] for number in range(HAND_MADE)])
    assert [str(one) for one in ended if not one.is_well] == []


@pytest.mark.prove
def test_no_spoiled_file_of_thousands_ends_in_a_traceback(folder: Path) -> None:
    numbers = range(HAND_MADE, ALL)
    ended = in_parts(
        folder, [numbers[start : start + 100] for start in range(0, len(numbers), 100)]
    )
    assert [str(one) for one in ended if not one.is_well] == []
    assert len(ended) == len(numbers)
    # They are spoiled in many ways, and not so much that none is read.
    outcomes = Counter(one.outcome for one in ended)
    assert outcomes["home"] > len(numbers) / 4
    assert len(outcomes) >= 10, outcomes
    known = json.loads((RESOURCES / "sentences" / "en.json").read_text("utf-8"))["errors"]
    assert set(outcomes) - {"home"} <= set(known)
