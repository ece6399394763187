"""The import of a reviewed Word file: against a fixed time, beside pandoc reading it."""

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
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.decisions import AcceptMode, apply_decisions, auto_decisions
from tests.core.review_import.corpus.marks import insert_text
from tests.core.review_import.corpus.paper import Paper, q
from tests.drafts_made import list_long_keys

ANSWERS = 60
REPEATS = 5
IMPORT = f"Import of {ANSWERS} changed answers of the heavy draft"
BESIDE = "The same file read, beside pandoc reading it"
_MOST = 3000


def measure(
    draft: Draft, pack: Pack, library: Library, resources: Path, folder: Path
) -> list[Mark]:
    """Time the import of a reviewed file; the median of several runs."""
    path = folder / "reviewed.docx"
    path.write_bytes(_reviewed(draft, pack, library, resources))
    context = importer.ImportContext(
        draft, pack, lambda language: library.load_texts(pack.id, language)
    )

    def import_file() -> None:
        result = importer.import_files([path], context)
        decisions = auto_decisions(result, AcceptMode.CLEAR)
        applied = apply_decisions(draft, pack.form, result, decisions)
        if len(applied.change_set.changes) != ANSWERS:
            raise ValueError(len(applied.change_set.changes))

    ours = [_seconds(import_file) for _ in range(REPEATS)]
    first = within(IMPORT, statistics.median(ours) * 1000, _MOST)
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
    """Return the Word file of a draft with a tracked word in sixty answers."""
    paper = Paper(export.render_word(draft, library, resources).content)
    for number, key in enumerate(_keys(draft, pack)):
        run = next(paper.control(str(key)).iter(q("w:r")))
        insert_text(run, f" quokka{number}", "Ana Peeters")
    return paper.content()


def _keys(draft: Draft, pack: Pack) -> list[Key]:
    return [key for key in list_long_keys(draft, pack) if draft.get(key)][:ANSWERS]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
