"""How processes ended that open many files: each by its outcome, its time and its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAX_SECONDS = 2.0
MAX_MEMORY = 300 * 1000**2
AT_ONCE = min(4, os.cpu_count() or 1)


@dataclass(frozen=True)
class Outcome:
    """The outcome of one file."""

    number: int
    name: str
    outcome: str
    fault: str
    seconds: float
    memory: int

    def __str__(self) -> str:
        cost = f"{self.seconds} s, {self.memory // 1000**2} MB"
        return f"number {self.number}, {self.name}: {self.outcome}, {cost} {self.fault}"

    @property
    def is_slow(self) -> bool:
        """Whether it took too long, also by the clock, which runs for other work too."""
        is_given_up = self.outcome == "died" and "Timeout" in self.fault
        return is_given_up or (not self.fault and self.seconds >= MAX_SECONDS)

    @property
    def is_ok(self) -> bool:
        return not self.fault and not self.is_slow and self.memory < MAX_MEMORY


def open_in_process(module: str, folder: Path, numbers: Sequence[int]) -> list[Outcome]:
    """Open these files in a separate process; if it dies, the last file is the cause."""
    done = subprocess.run(
        [sys.executable, "-m", module, str(folder), *map(str, numbers)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
        check=False,
    )
    lines = done.stdout.splitlines()
    outcomes = [Outcome(**json.loads(line)) for line in lines if line.startswith("{")]
    if done.returncode:
        last = int(lines[-1]) if lines else -1
        outcomes.append(Outcome(last, "?", "died", done.stderr, 0.0, 0))
    assert done.returncode or [one.number for one in outcomes] == list(numbers)
    return outcomes


def open_in_parallel(module: str, folder: Path, parts: Sequence[Sequence[int]]) -> list[Outcome]:
    """Open in several processes, and slow files once more alone: other work slows them too."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = pool.map(open_in_process, repeat(module, len(parts)), repeat(folder), parts)
        outcomes = [one for part in done for one in part]
    return [
        open_in_process(module, folder, [one.number])[0] if one.is_slow else one for one in outcomes
    ]
