"""Start, heavy draft, keys and memory: the program beside a bare window, run in turn."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import psutil
from marks import Mark, against, compiled, missing, within

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REPEATS = 9
KEYS = 1800
FEWER_KEYS = 600
FRAME = 16
"""Milliseconds that may pass in the window's thread before a person sees a jerk."""
PATIENCE = 300
DRAFTS = 10
WITH_DRAFTS = "--with-drafts"
"""Not passed on: the process starts a second time in a home with drafts."""
RESOURCES = "--resources"
ONE_CALL = "ka2-2017"
"""The only call of the start that the one with all calls is held against."""
MEGABYTE = 1024 * 1024

START = f"CPU to a home page with {DRAFTS} drafts"
HEAVY = "CPU to the heavy draft, open"
KEY_99 = "A key, 99th percentile"
KEY_MOST = "Longest stay in the window's thread"
MEMORY = "Memory with the heavy draft open"
_STARTS = {START: "<= 1.9", HEAVY: "<= 2.6", MEMORY: "<= 1.6"}
PACKS = "CPU to the home page with all calls, beside one call"
_PACKS = {PACKS: "<= 1.05"}
_KEYS = {KEY_99: "<= 8 ms", KEY_MOST: "<= 16 ms"}
IN_HEAVY = ", in the heavy draft"
PASTED = 200_000
AFTER_PASTE = f"{IN_HEAVY} after a paste of {PASTED:,} characters"


class ChildFailed(Exception):
    """The process watched came to a bad end; carries what it said of it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one process took until it could be used: CPU seconds, bytes; and what it printed."""

    cpu: float
    memory: int
    said: str


def measure(heavy: Path) -> list[Mark]:
    """Measure all that needs a window; where there is no window yet, say so."""
    if not (ROOT / "ui" / "app.py").exists():
        return _not_yet("there is no window yet (ui/app.py)", _STARTS | _PACKS | _KEYS)
    marks: list[Mark] = []
    for part, names in ((_starts, _STARTS), (_packs, _PACKS)):
        try:
            marks += part(heavy)
        except ChildFailed as fault:
            marks += _not_yet(str(fault), names)
    return [
        *marks,
        *measure_keys(heavy, IN_HEAVY),
        *measure_keys(heavy, AFTER_PASTE, pasted=PASTED),
    ]


def _starts(heavy: Path) -> list[Mark]:
    commands = (["bare"], ["opened", WITH_DRAFTS], ["opened", str(heavy)])
    for command in commands:  # caches of the disk and of Python's own files are warm for all
        watch(command)
    # In turn, so that whatever else the machine does weighs on all alike.
    rounds = [[watch(command) for command in commands] for _ in range(REPEATS)]
    bare, home, opened = ([one[at] for one in rounds] for at in range(3))
    times = [[seen.cpu * 1000 for seen in runs] for runs in (bare, home, opened)]
    sizes = [[seen.memory / MEGABYTE for seen in runs] for runs in (bare, opened)]
    return [
        against(START, times[1], times[0], 1.9, "ms"),
        against(HEAVY, times[2], times[0], 2.6, "ms"),
        against(MEMORY, sizes[1], sizes[0], 1.6, "MB"),
    ]


def _packs(_: Path) -> list[Mark]:
    """Hold a start with all calls against one with a single call; the drafts are all of that."""
    source = ROOT / "resources"
    with tempfile.TemporaryDirectory() as name:
        every, one = Path(name) / "every", Path(name) / "one"
        shutil.copytree(source, every)
        shutil.copytree(source, one)
        for call in (one / "calls").iterdir():
            if call.is_dir() and call.name != ONE_CALL:
                shutil.rmtree(call)
        commands = [["opened", WITH_DRAFTS, RESOURCES, str(folder)] for folder in (every, one)]
        for command in commands:
            watch(command)
        rounds = [[watch(command).cpu * 1000 for command in commands] for _ in range(REPEATS)]
    with_every, with_one = ([one[at] for one in rounds] for at in range(2))
    return [against(PACKS, with_every, with_one, 1.05, "ms")]


def measure_keys(draft: Path, where: str, number: int = KEYS, pasted: int = 0) -> list[Mark]:
    """Measure keys in a long answer of a draft, after a paste of so many characters."""
    try:
        said = watch(["typist", str(draft), str(number), str(pasted)]).said
    except ChildFailed as fault:
        return _not_yet(str(fault), {f"{name}{where}": most for name, most in _KEYS.items()})
    facts = cast("dict[str, list[float]]", json.loads(said))
    keys, turns = facts["keys"], facts["turns"]
    over = sum(one > FRAME for one in (*keys, *turns))
    what = f"{KEY_MOST}{where} ({over} over, {len(keys)} keys)"
    percentile = statistics.quantiles(keys, n=100)[98]
    return [within(f"{KEY_99}{where}", percentile, 8), within(what, max(*keys, *turns), FRAME)]


def watch(command: list[str]) -> Seen:
    """Run one process with a home of its own, look at it when it can be used, and end it.

    With drafts, the start before it made the summaries of the home page, as any earlier start did.
    Raises ChildFailed when no window opened, or when the process broke off.
    """
    script, *rest = command
    with tempfile.TemporaryDirectory() as home:
        # A draft of its own too: what one run leaves beside the file must not slow the next.
        arguments = [_copied(Path(part), Path(home)) for part in rest if part != WITH_DRAFTS]
        started = [sys.executable, str(HERE / f"{script}.py"), *arguments]
        if WITH_DRAFTS in rest:
            _furnish(Path(home), ONE_CALL if RESOURCES in rest else "")
            _run(started, Path(home))
        return _run(started, Path(home))


def _run(command: list[str], home: Path) -> Seen:
    environment = compiled({"ERASMUS_DESK_HOME": str(home), "PYTHONPATH": str(ROOT)})
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    child = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    first = child.stdout.readline() if child.stdout else ""
    memory = psutil.Process(child.pid).memory_info().rss if first else 0
    said, complaints = child.communicate("\n", timeout=PATIENCE)
    if not first or child.returncode:
        raise ChildFailed(_reason(complaints))
    return Seen(float(first.split()[1]), memory, said)


def _furnish(home: Path, call: str) -> None:
    """Put drafts where the home page finds them, of one call if it is given."""
    drafts = home / "drafts"
    drafts.mkdir()
    files = sorted((ROOT / "resources" / "examples").glob("*.erasmus"))
    examples = [file for file in files if not call or call in file.read_text("utf-8")]
    for number in range(DRAFTS):
        shutil.copy(examples[number % len(examples)], drafts / f"proposal {number}.erasmus")


def _copied(part: Path, home: Path) -> str:
    return str(shutil.copy(part, home / part.name)) if part.suffix == ".erasmus" else str(part)


def _reason(complaints: str) -> str:
    """Return the line that says why a process ended: a traceback's last, or Python's own."""
    lines = complaints.strip().splitlines() or ["it said nothing"]
    return next((line for line in lines if line.startswith("Fatal Python error")), lines[-1])


def _not_yet(reason: str, marks: dict[str, str]) -> list[Mark]:
    return [missing(what, reason, mark) for what, mark in marks.items()]
