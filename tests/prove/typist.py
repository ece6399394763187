"""A process that types without a pause as the window does, until killed, and logs each key.

Arguments: folder, seconds between rows of the journal, seconds between saves.
"""

import sys
import time
from pathlib import Path

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.storage import drafts
from erasmus_desk.storage.journal import Journal

TEXT = Key("des.text")
PAUSE = 0.004
"""Seconds between two keys, much faster than people type."""


def main() -> None:
    """Type, write journal rows and save, without end."""
    folder, row_every, save_every = Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    path = folder / "a.erasmus"
    journal = Journal(folder / "local" / "journal.sqlite3")
    file = drafts.read(path)
    draft, digest = file.draft, file.digest
    run = journal.begin_run(draft, path, digest)
    written = draft
    next_row = next_save = 0.0
    while True:
        number = len(draft.text(TEXT.question)) + 1
        typed = draft.text(TEXT.question) + str(number % 10)
        draft = draft.apply(Change(TEXT, draft.get(TEXT), typed))
        moment = time.monotonic()
        sys.stdout.write(f"{number} {moment:.6f}\n")
        sys.stdout.flush()
        next_row, next_save = next_row or moment + row_every, next_save or moment + save_every
        if moment >= min(next_row, next_save):
            journal.append(run, [Change(TEXT, written.get(TEXT), typed)])
            written, next_row = draft, 0.0
        if moment >= next_save:
            digest = drafts.save(draft, path, digest)
            journal.record_save(run, digest)
            next_save = 0.0
        time.sleep(PAUSE)


if __name__ == "__main__":
    main()
