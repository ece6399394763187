"""Brings spoiled files home one after the other, and says what became of each: run by its test.

`python -m tests.prove.opener <folder> <number> ...`, where the folder holds drafts, and beside each
the sound file that is spoiled and the record of what would be sent now. For each number it writes
one line as it begins and one of JSON as it ends. What hangs is ended with a traceback.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
import traceback
import zipfile
from dataclasses import dataclass
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import import decisions, importer
from erasmus_desk.round_trip import codec
from erasmus_desk.storage import drafts
from tests.prove.bombs import BOMBS
from tests.prove.growths import GROWTHS, commented
from tests.prove.mutations import Entries, spoiled
from tests.prove.records import RECORDS

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
GIVE_UP = 30
"""Seconds after which a file counts as one that never ends."""
_STATUS = Path("/proc/self/status")
_FORGET = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Sound:
    """A file that has nothing wrong with it, and the draft it comes home to."""

    entries: Entries
    home: importer.Home


def read_all(path: Path, home: importer.Home) -> str:
    """Do with a file from outside all that is done with it, and say how it ended."""
    before = home.draft
    try:
        coming = importer.read([path], home)
    except ReturnedError as refused:
        return refused.sentence
    decided = decisions.decided(coming, decisions.Accept.CLEAR)
    decisions.step(home.draft, home.pack.form, coming, decided, "2026-11-23T10:00:00+00:00")
    assert home.draft is before
    return "home"


def peak() -> int:
    """Give the most memory this process has had since it was last forgotten, in bytes."""
    for line in _STATUS.read_text().splitlines() if _STATUS.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def forget() -> None:
    """Let the peak begin anew; only Linux can."""
    if _FORGET.exists():
        _FORGET.write_text("5")


def opened(number: int, path: Path, home: importer.Home) -> dict[str, object]:
    """Read one file; time is that of the processor, so that other work does not count."""
    forget()
    faulthandler.dump_traceback_later(GIVE_UP, exit=True)
    start = time.process_time()
    fault = ""
    try:
        outcome = read_all(path, home)
    except BaseException:  # noqa: BLE001 -- whatever escapes is what is looked for
        outcome, fault = "escaped", traceback.format_exc()
    seconds = time.process_time() - start
    faulthandler.cancel_dump_traceback_later()
    return {
        "number": number,
        "outcome": outcome,
        "fault": fault,
        "seconds": round(seconds, 3),
        "memory": peak(),
    }


def sound_in(folder: Path) -> list[Sound]:
    """Give the sound files of a folder, each with its draft."""
    library = Library((RESOURCES / "calls",))
    found: list[Sound] = []
    for path in sorted(folder.glob("*.docx")):
        draft = drafts.read(path.with_suffix(".erasmus")).draft
        pack = library.pack(draft.pack.id)
        record = codec.decode(path.with_suffix(".record").read_bytes())
        present = (record,) if record else ()
        texts = {language: library.texts(pack.id, language) for language in ("en", "nl")}
        home = importer.Home(
            draft, pack, texts.__getitem__, present=lambda present=present: present
        )
        with zipfile.ZipFile(path) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        found.append(Sound(entries, home))
    return found


GROWN = (*GROWTHS, *RECORDS)
HAND_MADE = len(BOMBS) + len(GROWN) + 1
NAMES = (*(one.name for one in BOMBS), *(one.name for one in GROWN), "comments everywhere")


def made(number: int, entries: Entries) -> bytes:
    """Give the file of a number: the first are made by hand, the others spoiled at random."""
    if number < len(BOMBS):
        return BOMBS[number].made()
    if number < len(BOMBS) + len(GROWN):
        return GROWN[number - len(BOMBS)].made(entries)
    return commented(entries) if number < HAND_MADE else spoiled(number, entries)


def main(folder: Path, *numbers: int) -> None:
    """Bring home the files of these numbers. What is made by hand grows from the last file."""
    sound = sound_in(folder)
    for number in numbers:
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        basis = sound[-1 if number < HAND_MADE else number % len(sound)]
        path = folder / f"{number}.spoiled"
        path.write_bytes(made(number, basis.entries))
        sys.stdout.write(json.dumps(opened(number, path, basis.home)) + "\n")
        sys.stdout.flush()
        path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
