"""A process that types and saves while one call of the system fails, and says what it was told.

Argument: the folder with a draft. It reports by another call than those that fail.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import DeskError
from erasmus_desk.storage import drafts
from erasmus_desk.storage.journal import Journal

TEXT = Key("des.text")
WORDS = 4
TRIES = 3
"""Tries after which what failed once must work again."""


def report(line: str) -> None:
    """Write a line to standard output."""
    os.writev(1, [f"{line}\n".encode()])


def main(folder: Path) -> None:
    """Type words, each written to the journal and saved; try again what fails, as the window."""
    path = folder / "a.erasmus"
    file = drafts.read(path)
    journal = Journal(folder / "local" / "journal.sqlite3", later=True)
    run, digest, typed = None, file.digest, ""
    for number in range(WORDS):
        typed += f"word{number} "
        for _ in range(TRIES):
            try:
                run = run or journal.begin_run(file.draft, path, digest)
                journal.append(run, [Change(TEXT, None, typed)])
                report(f"row {typed}")
                digest = drafts.save(run.draft, path, digest)
                journal.record_save(run, digest)
                report(f"saved {typed}")
                break
            except DeskError as problem:
                report(f"error {problem.message_id}")
    report("end")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
