"""Checks, budget and export: the first two against a fixed time, the last against pandoc."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from marks import NO_MARK, Mark, against, compiled, missing, within

from erasmus_desk.budget import grant
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.checks import runner
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Draft

ROOT = Path(__file__).resolve().parent.parent.parent
REPEATS = 9
EXPORTS, EXAMPLE_EXPORTS = 9, 5
"""Exports of the heavy draft and of an example, each beside one by pandoc."""
MOST = 0.6
"""What the heavy draft may take of pandoc's time. A proposal of common length is shown beside it
and has no mark: a third of its time is the start of Python."""


def checks(what: str, draft: Draft, pack: Pack) -> Mark:
    """Time all checks over what is named; the median of several runs."""
    median = _median(lambda: runner.run_checks(draft, pack))
    return within(f"All checks over {what}", median, 50)


def budget(what: str, draft: Draft, pack: Pack) -> Mark:
    """Time the grant of what is named; the cities were read before."""
    grant.compute_grant(draft, pack)
    return within(f"Budget of {what}", _median(lambda: grant.compute_grant(draft, pack)), 20)


def _median(work: Callable[[], object]) -> float:
    """Return the median of several runs in milliseconds."""
    times: list[float] = []
    for _ in range(4 * REPEATS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def export(draft: Path, text: Path, folder: Path) -> Mark:
    """Time `erasmus-desk export` of the heavy draft and pandoc on the same text, in turn."""
    return _export("the heavy draft", draft, text, folder, EXPORTS)


def export_example(what: str, draft: Path, text: Path, folder: Path) -> Mark:
    """Time the same of a proposal of common length, named, fewer times."""
    found = _export(what, draft, text, folder, EXAMPLE_EXPORTS)
    return replace(found, mark=NO_MARK)


def _export(what: str, draft: Path, text: Path, folder: Path, repeats: int) -> Mark:
    named, limit = f"export of {what}, whole process", f"<= {MOST:g}"
    ours = [sys.executable, "-m", "erasmus_desk", "export", str(draft)]
    ours += ["-o", str(folder / "ours.docx")]
    fault = _fault(ours, folder)
    if fault:
        return missing(named, f"export failed: {fault}", limit)
    yardstick = pandoc()
    if not yardstick:
        took = _seconds(ours, folder) * 1000
        reason = f"{took:.0f} ms, but pandoc is not here and could not be installed"
        return missing(named, reason, limit)
    theirs = [yardstick, str(text), "--toc", "-o", str(folder / "theirs.docx")]
    _seconds(theirs, folder)  # warm, like ours
    pairs = [(_seconds(ours, folder), _seconds(theirs, folder)) for _ in range(repeats)]
    mine, other = ([pair[at] * 1000 for pair in pairs] for at in range(2))
    return against(named, mine, other, MOST, "ms")


def as_markdown(draft: Draft, pack: Pack, texts: Texts) -> str:
    """Return what the export writes, as far as it is text: headings, questions, answers."""
    lines: list[str] = []
    section = ""
    for one in visibility.visible_questions(draft, pack):
        if one.section.id != section:
            section = one.section.id
            lines += [f"# {texts.get(f'section.{section}.title')}", ""]
        lines += [f"### {texts.get(f'question.{one.question.id}.label')}", ""]
        if one.question.type is not QuestionType.TABLE:
            lines += [str(draft.get(one.key) or ""), ""]
    return "\n".join(lines)


def _seconds(command: list[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=_environment(folder), capture_output=True, check=True)
    return time.perf_counter() - started


def _fault(command: list[str], folder: Path) -> str:
    """Run once, which also warms the caches; give the last line of a failure."""
    environment = _environment(folder)
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    said = done.stderr.strip().splitlines() or [f"code {done.returncode}"]
    return said[-1] if done.returncode else ""


def _environment(folder: Path) -> dict[str, str]:
    return compiled({"ERASMUS_DESK_HOME": str(folder)})


def pandoc() -> str:
    """Find pandoc, or have Debian bring it; an empty string where neither is possible."""
    found = shutil.which("pandoc")
    if found or not shutil.which("apt-get"):
        return found or ""
    right = [] if os.geteuid() == 0 else ["sudo", "-n"]
    print("Installing pandoc, the yardstick of the export", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for what in (["update"], ["install", "-y", "--no-install-recommends", "pandoc"]):
        subprocess.run(
            [*right, "apt-get", "-qq", *what], env=quiet, capture_output=True, check=False
        )
    return shutil.which("pandoc") or ""
