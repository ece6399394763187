"""The dictionaries that come with the program: how long each takes to load, to know, to suggest.

All is asked of the process that the window asks, so that the time of the pipe is in the figures.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from marks import Mark, missing, table, within

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from erasmus_desk.paths import find_resources  # noqa: E402 - the checkout must be on the path first
from erasmus_desk.spelling import protocol  # noqa: E402
from erasmus_desk.spelling.dictionaries import Dictionary, find_dictionaries  # noqa: E402

WORDS = 3000
"""Words of a long answer; a tenth of them is spelled wrong."""
SUGGESTED = 10
LOAD, LOOK_UP = 2000, 500
"""Milliseconds until the first waves of a proposal, and until those of a long answer."""
ENCODINGS = {"pl_PL": "iso8859-2", "el_GR": "iso8859-7"}

Ask = Callable[..., float]


def measure() -> list[Mark]:
    """Measure each dictionary, or say that Hunspell is not here."""
    if not protocol.is_installed():
        return [missing("Spelling", "Hunspell is not installed", f"<= {LOAD} ms")]
    marks: list[Mark] = []
    for dictionary in find_dictionaries(Path("none"), find_resources() / "dictionaries").values():
        marks += _measure(dictionary)
    return marks


def _measure(dictionary: Dictionary) -> list[Mark]:
    words = _read_words(dictionary)
    wrong = [f"{word[:2]}q{word[2:]}" for word in words[:: len(words) // SUGGESTED]]
    mixed = [f"{word}qx" if number % 10 == 0 else word for number, word in enumerate(words)]
    command, folder = protocol.build_command()
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:

        def ask(asked: list[str], suggest: str = "") -> float:
            started = time.perf_counter()
            if child.stdin is not None and child.stdout is not None:
                child.stdin.write(protocol.ask(dictionary, asked, suggest)[1])
                child.stdin.flush()
                child.stdout.readline()
            return (time.perf_counter() - started) * 1000

        loaded = ask(["a"])
        parts = range(0, len(mixed), protocol.MOST_WORDS)
        looked_up = sum(ask(mixed[start : start + protocol.MOST_WORDS]) for start in parts)
        suggested = [ask([], word) for word in wrong]
        child.kill()
    name = dictionary.language
    speed = len(mixed) / looked_up
    median, most = statistics.median(suggested), max(suggested)
    return [
        within(f"Spelling {name}: started and loaded", loaded, LOAD),
        within(f"Spelling {name}: {WORDS:,} words ({speed:.0f} a ms)", looked_up, LOOK_UP),
        within(f"Spelling {name}: suggestions (median {median:.0f} ms), slowest", most, LOAD),
    ]


def _read_words(dictionary: Dictionary) -> list[str]:
    """Return words from all over a dictionary, without their rules."""
    encoding = ENCODINGS.get(dictionary.name, "utf-8")
    lines = dictionary.words.read_text(encoding, "replace").splitlines()[1:]
    words = [line.split("/")[0].split("\t")[0].strip() for line in lines]
    words = [word for word in words if len(word) > 1]
    return words[:: len(words) // WORDS][:WORDS]


if __name__ == "__main__":
    print(table(measure()))
