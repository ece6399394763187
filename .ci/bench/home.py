"""Sixty answers come home from a Word file: against a fixed time, beside pandoc reading it."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from commands import pandoc
from marks import NO_MARK, Mark, beside, missing, within

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export import export
from erasmus_desk.review_import import decisions as homecoming
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.decisions import Accept
from tests.core.review_import.corpus.marks import typed
from tests.core.review_import.corpus.paper import Paper, q
from tests.drafts_made import long_keys

ANSWERS = 60
REPEATS = 5
HOME = f"{ANSWERS} changed answers of the heavy draft come home"
BESIDE = "The same file read, beside pandoc reading it"
_MOST = 3000


def measure(
    draft: Draft, pack: Pack, library: Library, resources: Path, folder: Path
) -> list[Mark]:
    """Time how a reviewed file comes home; the median of several runs."""
    path = folder / "reviewed.docx"
    path.write_bytes(_reviewed(draft, pack, library, resources))
    there = importer.Home(draft, pack, lambda language: library.texts(pack.id, language))

    def come() -> None:
        coming = importer.read([path], there)
        decisions = homecoming.decided(coming, Accept.CLEAR)
        done = homecoming.step(draft, pack.form, coming, decisions)
        if len(done.step.changes) != ANSWERS:
            raise ValueError(len(done.step.changes))

    ours = [_seconds(come) for _ in range(REPEATS)]
    first = within(HOME, statistics.median(ours) * 1000, _MOST)
    program = pandoc()
    if not program:
        return [first, missing(BESIDE, "pandoc is not here", NO_MARK)]
    command = [program, str(path), "--track-changes=all", "-t", "plain", "-o", "out.txt"]
    theirs = [
        _seconds(lambda: subprocess.run(command, cwd=folder, check=True)) for _ in range(REPEATS)
    ]
    mine, other = ([one * 1000 for one in times] for times in (ours, theirs))
    return [first, beside(BESIDE, mine, other, "ms")]


def _reviewed(draft: Draft, pack: Pack, library: Library, resources: Path) -> bytes:
    """Give the Word file of a draft with a tracked word in sixty answers."""
    paper = Paper(export.proposal(draft, library, resources))
    for number, key in enumerate(_keys(draft, pack)):
        run = next(paper.control(str(key)).iter(q("w:r")))
        typed(run, f" quokka{number}", "Ana Peeters")
    return paper.content()


def _keys(draft: Draft, pack: Pack) -> list[Key]:
    return [key for key in long_keys(draft, pack) if draft.get(key)][:ANSWERS]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
